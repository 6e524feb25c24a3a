"""The fold-out form of the details: title and days, marking, series and issue, and form, each group by itself."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QVBoxLayout

from briefing.model.briefing import Briefing
from briefing.model.request import BriefingRequest
from gui import actions
from gui.desk import Desk
from gui.outline.comparison import ComparisonLine
from gui.outline.fold import ChoiceBox, FoldGroup, mark_wrong, text_field
from gui.outline.house_line import HouseLine
from gui.outline.settings import GROUPS, LANGUAGES, SETTINGS, TLP, Setting
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import frame, label, row

_MARKING_TIP = (
    "Stands in head and foot of every page. It is never lower than that of a report that is used. Choose a TLP label, "
    "or write another short marking."
)


class DetailsForm(QFrame):
    """The fields of the request; each change is seen in the preview at once, and is one step of undo."""

    height_changed = Signal()

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk, self._theme = desk, theme
        self.groups: dict[str, FoldGroup] = {}
        self.texts: dict[str, QLineEdit] = {}
        self.days: dict[str, QLineEdit] = {}
        self.choices: dict[str, QComboBox] = {}
        self.wrong: dict[str, QLabel] = {}
        self.marking = ChoiceBox("Marking", _MARKING_TIP)
        self.withheld = Words("", "warn", step=-0.9)
        self._withheld_box = frame("warn", row(self.withheld, margins=(9, 7, 9, 7)))
        self.comparison = ComparisonLine(desk)
        self.house = HouseLine(desk)
        self._build()
        desk.choices_changed.connect(self._follow)
        desk.previewed.connect(self._follow_preview)
        self._follow()
        self._follow_preview()

    def _build(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 4)
        body.setSpacing(1)
        for name, title in GROUPS.items():
            unfolded = name in self._desk.view.details_open
            group = self.groups[name] = FoldGroup(self._theme, name, title, unfolded=unfolded)
            if name == "marking":
                self._add_marking(group)
            for setting in SETTINGS[name]:
                self._add(group, setting)
                if setting.name == "number":
                    group.add_line(self.comparison)
                if setting.name == "theme":
                    group.add_line(self.house)
            group.folded.connect(self._remember)
            body.addWidget(group)
        self.groups["marking"].add_line(self._withheld_box)

    def _add_marking(self, group: FoldGroup) -> None:
        self.marking.setEditable(True)
        self.marking.addItems(["", *TLP])
        if edit := self.marking.lineEdit():
            edit.setPlaceholderText("None")
            edit.setAccessibleName("Marking")
            edit.setToolTip(_MARKING_TIP)
        self.marking.editTextChanged.connect(self._mark)
        group.add("Marking", self.marking)

    def _add(self, group: FoldGroup, setting: Setting) -> None:
        if setting.kind == "choice":
            self._add_choice(group, setting)
            return
        name = f"{setting.words}, as year-month-day" if setting.kind == "day" else setting.words
        field = text_field(name, setting.hint, setting.tip)
        field.setProperty("field", setting.name)
        group.add(setting.words, field)
        if setting.kind == "day":
            self.days[setting.name] = field
            field.textEdited.connect(self._type_day)
            wrong = self.wrong[setting.name] = label("", "bad", wrap=True)
            wrong.setContentsMargins(8, 4, 8, 5)
            wrong.setVisible(False)
            group.add_line(wrong)
            return
        self.texts[setting.name] = field
        if setting.kind == "whole":
            # With another area the reports are analysed anew, and a series is looked up: too much for each letter.
            field.editingFinished.connect(self._finish)
        else:
            field.textEdited.connect(self._type)

    def _add_choice(self, group: FoldGroup, setting: Setting) -> None:
        box = self.choices[setting.name] = ChoiceBox(setting.words, setting.tip)
        box.setProperty("field", setting.name)
        for value, words in setting.choices:
            box.addItem(words, value)
        box.activated.connect(self._choose)
        group.add(setting.words, box)

    # ---- what the analyst does

    def _finish(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit):
            actions.set_detail(self._desk, str(field.property("field")), field.text().strip())

    def _type(self, words: str) -> None:
        actions.set_detail(self._desk, str(self.sender().property("field")), words)

    def _type_day(self, words: str) -> None:
        field = self.sender()
        name, words = str(field.property("field")), words.strip()
        day = _day(words)
        told = f"“{words}” is not a day yet. Write it as 2024-12-07, or leave it empty." if words and not day else ""
        told = told or self._reversed(name, day)
        mark_wrong(field, self.wrong[name], told)
        if not told:
            actions.set_detail(self._desk, name, day)

    def _reversed(self, name: str, day: date | None) -> str:
        """Say when the period would end before it begins."""
        request = self._desk.choices.request
        if day and name == "period_start" and request.period_end and day > request.period_end:
            return f"That is after the last day, {request.period_end.isoformat()}. Change the last day first."
        if day and name == "period_end" and request.period_start and day < request.period_start:
            return f"That is before the first day, {request.period_start.isoformat()}. Change the first day first."
        return ""

    def _mark(self, words: str) -> None:
        actions.set_detail(self._desk, "tlp", words.strip())

    def _choose(self, place: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            choices = _setting(box).choices
            value = choices[place][0] if place < len(choices) else box.itemData(place)
            actions.set_detail(self._desk, str(box.property("field")), value)

    def _remember(self, _name: str, _on: bool) -> None:
        opened = tuple(name for name, group in self.groups.items() if group.head.isChecked())
        self._desk.set_view(details_open=opened)

    # ---- what is shown

    def _follow(self) -> None:
        request = self._desk.choices.request
        for name, field in self.texts.items():
            if field.text() != getattr(request, name):
                field.setText(getattr(request, name))
        for name, field in self.days.items():
            day: date | None = getattr(request, name)
            if _day(field.text()) != day and not self.wrong[name].text():
                field.setText(day.isoformat() if day else "")
        for name, box in self.choices.items():
            values, value = [value for value, _words in _setting(box).choices], getattr(request, name)
            if name == "theme" and value not in values and box.findData(value) < 0:
                box.addItem(Path(value).name, value)  # a file of the analyst's that came with saved choices
            box.setCurrentIndex(values.index(value) if value in values else box.findData(value))
        with QSignalBlocker(self.marking):
            if self.marking.currentText().strip() != request.tlp:
                self.marking.setEditText(request.tlp)
        self.choices["withhold"].setEnabled(bool(request.ceiling))
        self._summarise()

    def _follow_preview(self, _preview: object = None) -> None:
        briefing = self._briefing
        notices = briefing.notices if briefing else ()
        told = "\n".join(notice.message for notice in notices if notice.code == "withheld" and notice.for_author)
        self.withheld.set_words(told)
        self._withheld_box.setVisible(bool(told))
        self._summarise()

    @property
    def _briefing(self) -> Briefing | None:
        return self._desk.preview.briefing if self._desk.preview else None

    def _summarise(self) -> None:
        request, briefing = self._desk.choices.request, self._briefing
        self.groups["title"].summarise(request.title or request.area)
        self.groups["marking"].summarise(_marking_words(request, briefing))
        number = f"No. {request.number}" if request.number else ""
        self.groups["issue"].summarise("  ·  ".join(part for part in (request.series, number) if part))
        language = LANGUAGES.get(request.language, request.language)
        self.groups["form"].summarise(f"{request.page_size.value}  ·  {language}")

    def event(self, event: QEvent) -> bool:
        """Tell when the fields need more or less room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.height_changed.emit()
        return done

    def wanted_height(self, width: int) -> int:
        """Return the height that all fields shown need at a width."""
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()


def _setting(box: QComboBox) -> Setting:
    name = str(box.property("field"))
    return next(setting for group in SETTINGS.values() for setting in group if setting.name == name)


def _marking_words(request: BriefingRequest, briefing: Briefing | None) -> str:
    marking = briefing.marking if briefing else request.tlp
    withheld = any(notice.code == "withheld" for notice in briefing.notices) if briefing else False
    parts = (marking or "None", "reports withheld" if withheld else "")
    return "  ·  ".join(part for part in parts if part)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
