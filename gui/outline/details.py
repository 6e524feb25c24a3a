"""The fold-out form of the details: title, area, day, marking, and what else stands in head and foot."""

from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QLineEdit, QSizePolicy

from briefing.model.document import PageSize
from gui import actions
from gui.desk import Desk
from gui.widgets import label

_MARKINGS = ("", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
_TEXTS = {
    "title": ("Title", "Drafted from the first item"),
    "area": ("Area", "Found in the reports"),
    "number": ("Number", "Such as 12"),
    "unit": ("Unit", "Such as Regional desk"),
    "author": ("Author", ""),
}
_DAYS = {
    "as_of": ("As of", "Last day of the reports"),
    "period_start": ("From", "First day covered"),
    "period_end": ("To", "Last day covered"),
}


class DetailsForm(QFrame):
    """The fields of the request; each change is seen in the preview at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk = desk
        self.texts: dict[str, QLineEdit] = {}
        self.days: dict[str, QLineEdit] = {}
        self.marking = QComboBox()
        self.paper = QComboBox()
        self.wrong = label("", "bad", wrap=True)
        self._build()
        desk.choices_changed.connect(self._follow)
        self._follow()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(16, 4, 14, 10)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in ("title", "area"):
            self._add_text(form, name, *_TEXTS[name])
        for name, (words, hint) in _DAYS.items():
            self._add_day(form, name, words, hint)
        self._add_choice(form, "Marking", self.marking)
        self.marking.setEditable(True)
        self.marking.addItems(list(_MARKINGS))
        edit = self.marking.lineEdit()
        if edit:
            edit.setPlaceholderText("None")
            edit.setAccessibleName("Marking")
        self.marking.editTextChanged.connect(self._mark)
        for name in ("number", "unit", "author"):
            self._add_text(form, name, *_TEXTS[name])
        self._add_choice(form, "Paper", self.paper)
        self.paper.addItems([size.value for size in PageSize])
        self.paper.currentTextChanged.connect(self._choose_paper)
        self.wrong.setVisible(False)
        form.addRow(self.wrong)

    def _add_text(self, form: QFormLayout, name: str, words: str, hint: str) -> None:
        field = self.texts[name] = self._field(words, hint)
        field.setProperty("field", name)
        if name == "area":
            field.editingFinished.connect(self._finish_area)
        else:
            field.textEdited.connect(self._type)
        form.addRow(_caption(words, field), field)

    def _add_day(self, form: QFormLayout, name: str, words: str, hint: str) -> None:
        field = self.days[name] = self._field(f"{words}, as year-month-day", hint)
        field.setToolTip("A day such as 2024-12-07; empty takes it from the reports")
        field.setProperty("field", name)
        field.textEdited.connect(self._type_day)
        form.addRow(_caption(words, field), field)

    def _add_choice(self, form: QFormLayout, words: str, box: QComboBox) -> None:
        box.setAccessibleName(words)
        box.setMinimumWidth(80)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        form.addRow(_caption(words, box), box)

    def _field(self, name: str, hint: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.setMinimumWidth(80)
        return field

    def _finish_area(self) -> None:
        """Take the area as a whole: with another area the reports are analysed anew, too much for each letter."""
        actions.set_detail(self._desk, "area", self.texts["area"].text().strip())

    def _type(self, words: str) -> None:
        actions.set_detail(self._desk, str(self.sender().property("field")), words)

    def _type_day(self, words: str) -> None:
        field = self.sender()
        words = words.strip()
        try:
            day = date.fromisoformat(words) if words else None
        except ValueError:
            self._mark_wrong(field, f"“{words}” is not a day yet. Write it as 2024-12-07, or leave it empty.")
            return
        self._mark_wrong(field, "")
        actions.set_detail(self._desk, str(field.property("field")), day)

    def _mark_wrong(self, field: object, words: str) -> None:
        if isinstance(field, QLineEdit):
            field.setProperty("wrong", bool(words))
            field.style().unpolish(field)
            field.style().polish(field)
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    def _mark(self, words: str) -> None:
        actions.set_detail(self._desk, "tlp", words.strip())

    def _choose_paper(self, words: str) -> None:
        actions.set_detail(self._desk, "page_size", PageSize(words))

    def _follow(self) -> None:
        request = self._desk.choices.request
        for name, field in self.texts.items():
            if field.text() != getattr(request, name):
                field.setText(getattr(request, name))
        for name, field in self.days.items():
            day: date | None = getattr(request, name)
            if _day(field.text()) != day:
                field.setText(day.isoformat() if day else "")
        with QSignalBlocker(self.marking), QSignalBlocker(self.paper):
            if self.marking.currentText().strip() != request.tlp:
                self.marking.setEditText(request.tlp)
            self.paper.setCurrentText(request.page_size.value)


def _caption(words: str, field: QLineEdit | QComboBox) -> QLabel:
    caption = label(words, "muted")
    caption.setBuddy(field)
    return caption


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
