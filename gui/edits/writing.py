"""What the analyst writes: own entries and judgements, and the passages cited for them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.model.edits import Judgement, OwnEntry, Passage
from briefing.model.section import SectionId
from gui.dialogs.writing import JudgementForm, OwnEntryForm, WritingForm
from gui.edits import steps
from gui.edits.binding import JUDGEMENT, OWN, free_id, passage_at

if TYPE_CHECKING:
    from gui.edits.editor import Editor
    from gui.main_window import MainWindow


class Writing(QObject):
    """Opens the forms, hands them passages, and takes what was written."""

    def __init__(self, window: "MainWindow", editor: "Editor") -> None:
        super().__init__(editor)
        self._window, self._desk, self._editor = window, window.desk, editor
        self._offered: tuple[Passage, ...] = ()

    def offer(self, passages: Sequence[Passage]) -> None:
        """Offer the passages of the chosen entry to the form that is open."""
        self._offered = tuple(passages)
        if isinstance(self._editor.form, WritingForm):
            self._editor.form.cited.offer(self._offered)

    def add_own(self) -> None:
        """Ask for an entry of one's own."""
        self._open_own(OwnEntry(id=free_id(steps.edits_of(self._desk)), text=""), fresh=True)

    def add_judgement(self) -> None:
        """Ask for a judgement."""
        identity = free_id(steps.edits_of(self._desk))
        self._open_judgement(Judgement(id=identity, section=SectionId.ASSESSMENT, text=""), fresh=True)

    def edit(self) -> None:
        """Ask for a new wording of the own entry or the judgement that is chosen."""
        own = self._editor.own
        if isinstance(own, OwnEntry):
            self._open_own(own, fresh=False)
        elif own is not None:
            self._open_judgement(own, fresh=False)

    def remove(self) -> None:
        """Take the own entry or the judgement that is chosen away."""
        if own := self._editor.own:
            steps.remove_written(self._desk, own)
            self._window.choose_entry("")

    def cite(self, report_id: str, start: int, end: int) -> None:
        """Cite words of a report in the form that is open, or in a new own entry."""
        report = self._desk.reports.get(report_id)
        if report is None:
            return
        if not isinstance(self._editor.form, WritingForm):
            self.add_own()
        form = self._editor.form
        assert isinstance(form, WritingForm)
        form.cited.add([passage_at(report, start, end)])
        form.raise_()
        form.activateWindow()

    def _open_own(self, edit: OwnEntry, *, fresh: bool) -> None:
        self._open(OwnEntryForm(self._window.theme, edit, self._editor.name_of, self._window, fresh=fresh))

    def _open_judgement(self, edit: Judgement, *, fresh: bool) -> None:
        scale = self._desk.choices.request.likelihood_scale
        name_of = self._editor.name_of
        self._open(JudgementForm(self._window.theme, edit, scale, name_of, self._window, fresh=fresh))

    def _open(self, form: WritingForm) -> None:
        form.written.connect(self._take)
        form.cited.offer(self._offered)
        self._editor.open(form)

    def _take(self, edit: OwnEntry | Judgement) -> None:
        steps.put_written(self._desk, edit)
        self._window.choose_entry(f"{OWN if isinstance(edit, OwnEntry) else JUDGEMENT}{edit.id}")
