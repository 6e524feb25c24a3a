"""The forms for what the analyst writes: an entry of one's own, and a judgement."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from briefing.model.edits import Judgement, OwnEntry, Passage
from briefing.model.request import LikelihoodScale
from briefing.model.section import SECTION_TITLES, SectionId
from briefing.workflow import list_likelihoods, list_meanings
from gui.dialogs.cited import CitedPassages
from gui.dialogs.forms import CheckedText, Form, TextField, caption, combo
from gui.theme import Theme
from gui.widgets import column, label

_ENTRY_SECTIONS = (
    SectionId.KEY_DEVELOPMENTS,
    SectionId.BOTTOM_LINE,
    SectionId.HIGHLIGHTS,
    SectionId.OVERVIEW,
    SectionId.BACKGROUND,
)
_JUDGEMENT_SECTIONS = (SectionId.ASSESSMENT, SectionId.OUTLOOK, SectionId.IMPLICATIONS)


class WritingForm(Form):
    """What both forms share: a section, a text that is compared with its passages, and these."""

    written = Signal(object)

    def __init__(
        self,
        theme: Theme,
        title: str,
        edit: OwnEntry | Judgement,
        name_of: Callable[[Passage], str],
        parent: QWidget,
    ) -> None:
        super().__init__(title, "Save", parent, (620, 640))
        self._edit = edit
        own = isinstance(edit, OwnEntry)
        among = _ENTRY_SECTIONS if own else _JUDGEMENT_SECTIONS
        cited = edit.passages if isinstance(edit, OwnEntry) else edit.basis
        sections = [(SECTION_TITLES[item], item) for item in among]
        self.section = combo("Section", sections, edit.section)
        self.text = CheckedText(theme, edit.text, "Words", lines=3)
        self.cited = CitedPassages(theme, cited, name_of, "Cites" if own else "Basis")
        self.fields = QFormLayout()
        self.fields.setHorizontalSpacing(14)
        self.fields.setVerticalSpacing(8)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.body.addLayout(self.fields)
        self.body.addWidget(self.cited, 1)
        self.fields.addRow(caption("Section", self.section), self.section)
        self.fields.addRow(caption("Words", self.text.field), self.text)
        self.text.changed.connect(self._follow)
        self.cited.changed.connect(self._compare)
        self.accepted.connect(self._send)

    def made(self) -> OwnEntry | Judgement:
        """Return what the form says now."""
        raise NotImplementedError

    def known(self) -> tuple[str, ...]:
        """Return words that need no evidence, such as the place of the entry."""
        return ()

    def problem(self) -> str:
        """Say what is missing before it can be saved, or ""."""
        return "" if self.text.words() else "It needs words."

    def _compare(self) -> None:
        self.text.cite([passage.quote for passage in self.cited.passages()], self.known())
        self._follow()

    def _follow(self) -> None:
        self.allow(self.problem())

    def _send(self) -> None:
        self.written.emit(self.made())


class OwnEntryForm(WritingForm):
    """An entry in the analyst's own words."""

    def __init__(
        self, theme: Theme, edit: OwnEntry, name_of: Callable[[Passage], str], parent: QWidget, *, fresh: bool
    ) -> None:
        super().__init__(theme, "Own entry" if fresh else "Change the own entry", edit, name_of, parent)
        self._own = edit
        self.place = QLineEdit(edit.lead)
        self.place.setAccessibleName("Place in bold")
        self.day = QLineEdit(edit.day.isoformat() if edit.day else "")
        self.day.setAccessibleName("Day, as 2024-12-07")
        self.day.setPlaceholderText("Such as 2024-12-07; empty where it is not known")
        self.fields.addRow(caption("Place", self.place), self.place)
        self.fields.addRow(caption("Day", self.day), self.day)
        self.place.textChanged.connect(self._compare)
        self.day.textChanged.connect(self._compare)
        self._compare()
        self.text.field.setFocus()

    def made(self) -> OwnEntry:
        """Return the entry as the form says it now."""
        return replace(
            self._own,
            section=SectionId(self.section.currentData()),
            text=self.text.words(),
            lead=self.place.text().strip(),
            day=_day(self.day.text()),
            passages=self.cited.passages(),
        )

    def known(self) -> tuple[str, ...]:
        """Return the place of the entry."""
        return (self.place.text(),)

    def problem(self) -> str:
        """Ask for words, and for a day that is one."""
        day = self.day.text().strip()
        wrong = bool(day) and _day(day) is None
        self.day.setProperty("wrong", wrong)
        self.day.style().unpolish(self.day)
        self.day.style().polish(self.day)
        return "Write the day as 2024-12-07, or leave it empty." if wrong else super().problem()


class JudgementForm(WritingForm):
    """A judgement, with one word of the chosen scale, and confidence apart from likelihood."""

    def __init__(
        self,
        theme: Theme,
        edit: Judgement,
        scale: LikelihoodScale,
        name_of: Callable[[Passage], str],
        parent: QWidget,
        *,
        fresh: bool,
    ) -> None:
        super().__init__(theme, "Judgement" if fresh else "Change the judgement", edit, name_of, parent)
        self._judgement = edit
        words: list[tuple[str, object]] = [("None given", "")]
        words += [(f"{word}  ({low}–{high} %)", word) for word, low, high in list_likelihoods(scale)]
        if edit.likelihood not in [value for _, value in words]:
            words.append((f"{edit.likelihood}  (not a word of {scale.value})", edit.likelihood))
        self.likelihood = combo("Likelihood", words, edit.likelihood)
        self._meanings = list_meanings("confidence")
        levels: list[tuple[str, object]] = [("None given", "")]
        levels += [(level.capitalize(), level) for level in self._meanings]
        self.confidence = combo("Confidence", levels, edit.confidence)
        self.meaning = label("", "muted", wrap=True)
        self.assumption = TextField(edit.assumption, "Assumption", lines=1)
        self.alternative = TextField(edit.alternative, "Alternative", lines=1)
        scale_words = label(f"Scale: {scale.value}. Likelihood and confidence are printed apart.", "muted", wrap=True)
        self.fields.addRow(caption("Likelihood", self.likelihood), column(self.likelihood, scale_words, spacing=3))
        self.fields.addRow(caption("Confidence", self.confidence), column(self.confidence, self.meaning, spacing=3))
        self.fields.addRow(caption("Assumption", self.assumption), self.assumption)
        self.fields.addRow(caption("Alternative", self.alternative), self.alternative)
        self.confidence.currentIndexChanged.connect(self._explain)
        self._explain()
        self._compare()
        self.text.field.setFocus()

    def made(self) -> Judgement:
        """Return the judgement as the form says it now."""
        return replace(
            self._judgement,
            section=SectionId(self.section.currentData()),
            text=self.text.words(),
            likelihood=str(self.likelihood.currentData()),
            confidence=str(self.confidence.currentData()),
            assumption=self.assumption.words(),
            alternative=self.alternative.words(),
            basis=self.cited.passages(),
        )

    def _explain(self) -> None:
        meaning = self._meanings.get(str(self.confidence.currentData()), "")
        self.meaning.setText(f"{meaning[:1].upper()}{meaning[1:]}." if meaning else "How well the basis bears it.")


def _day(words: str) -> date | None:
    """Return the day that was written as 2024-12-07, or None where it is no day."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
