"""What the analyst does with the chosen entry: which commands there are now, and the forms that they open."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from briefing.model.briefing import Briefing, Entry
from briefing.model.edits import Judgement, OwnEntry, Passage, Pin, Reword
from briefing.model.section import SectionId
from gui.dialogs.forms import Form
from gui.dialogs.merging import MergeDialog
from gui.dialogs.reword import RewordDialog
from gui.edits import steps
from gui.edits.binding import (
    entry_on,
    find_entry,
    last_on,
    passage_at,
    passages_in,
    peers,
    sections_of,
    short,
    speaks_of,
    written,
)
from gui.edits.grading import Grading
from gui.edits.writing import Writing
from gui.words import day

if TYPE_CHECKING:
    from gui.main_window import MainWindow

ENTRY_COMMANDS = (
    "reword",
    "reword-place",
    "grade",
    "",
    "pin",
    "entry-up",
    "entry-down",
    "",
    "merge",
    "hide",
    "restore",
)
"""The commands on an entry in the order of its menu; "" is a line."""


class Editor(QObject):
    """Knows the chosen entry, and turns commands on it into steps and forms."""

    followed = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self.form: Form | None = None
        self.grading = Grading(window, self)
        self.writing = Writing(window, self)
        self._sought: tuple[Passage, ...] = ()
        self.possible: frozenset[str] = frozenset()
        window.desk.previewed.connect(self._take)
        window.desk.choices_changed.connect(self.follow)

    # ---- what is chosen

    @property
    def briefing(self) -> Briefing | None:
        """Return the briefing on screen, or None."""
        return self._desk.preview.briefing if self._desk.preview else None

    @property
    def entry(self) -> Entry | None:
        """Return the chosen entry, or None when nothing or something else is chosen."""
        return find_entry(self.briefing, self._window.evidence.entry) if self.briefing else None

    @property
    def own(self) -> OwnEntry | Judgement | None:
        """Return the own entry or the judgement that is chosen, or None."""
        return written(steps.edits_of(self._desk), self._window.evidence.entry)

    def follow(self) -> None:
        """Enable the commands that mean something for what is chosen."""
        self.possible = frozenset(self._possible())
        for name in (*ENTRY_COMMANDS, "edit-own", "remove-own"):
            if name:
                self._window.commands[name].setEnabled(name in self.possible)
        pinned = self.entry is not None and last_on(steps.edits_of(self._desk), Pin, self.entry) is not None
        self._window.commands["pin"].setText("Un&pin" if pinned else "&Pin to the top")
        self.writing.offer(passages_in(self.briefing, self.entry) if self.briefing and self.entry else ())
        self.followed.emit()

    def _possible(self) -> list[str]:
        briefing, entry = self.briefing, self.entry
        if self.own:
            return ["edit-own", "remove-own", "hide"]
        if briefing is None or entry is None or not entry.citations:
            return []
        names = ["reword", "reword-place", "grade", "pin", "hide"]
        names += ["merge"] if len(briefing.developments) + len(briefing.background) > 1 else []
        names += ["entry-up"] if steps.can_move(self._desk, briefing, entry, -1) else []
        names += ["entry-down"] if steps.can_move(self._desk, briefing, entry, 1) else []
        return names + (["restore"] if steps.is_corrected(self._desk, entry) else [])

    def _take(self, _preview: object) -> None:
        """Choose again what was corrected, when it now goes by another id."""
        sought, self._sought = self._sought, ()
        found = entry_on(self.briefing, sought) if self.briefing else None
        if found and found.id != self._window.evidence.entry:
            self._window.choose_entry(found.id)
        self.follow()

    def build_menu(self) -> QMenu:
        """Build the menu of what is chosen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = ("edit-own", "remove-own") if self.own else ENTRY_COMMANDS if self.entry else ()
        for name in names:
            if name:
                menu.addAction(self._window.commands[name])
            else:
                menu.addSeparator()
        if names:
            menu.addSeparator()
        for name in ("add-own", "add-judgement", "corrections"):
            menu.addAction(self._window.commands[name])
        return menu

    def show_menu(self, at: QPoint) -> None:
        """Show the menu of what is chosen at a point of the screen."""
        self.build_menu().popup(at)

    # ---- steps

    def hide(self) -> None:
        """Leave the chosen entry out, and choose the one after it; an own entry is removed."""
        if self.own:
            self.writing.remove()
            return
        if not (self.briefing and self.entry):
            return
        entry, listed = self.entry, peers(self.briefing, self.entry)
        at = [other.id for other in listed].index(entry.id)
        after = (*listed[at + 1 :], *reversed(listed[:at]))
        steps.hide(self._desk, self.briefing, entry)
        self._window.choose_entry(after[0].id if after else "")
        self._desk.said.emit(f"Hidden: {short(entry.text)}. Ctrl+Z brings it back; Edit > Corrections lists it.")

    def pin(self) -> None:
        """Pin the chosen entry, or unpin it."""
        if self.briefing and self.entry:
            steps.pin(self._desk, self.briefing, self.entry)

    def move_up(self) -> None:
        """Move the chosen entry one place up."""
        self.move(-1)

    def move_down(self) -> None:
        """Move the chosen entry one place down."""
        self.move(1)

    def move(self, by: int) -> None:
        """Move the chosen entry by so many places."""
        if self.briefing and self.entry:
            steps.move(self._desk, self.briefing, self.entry, by)

    def restore(self) -> None:
        """Take away what was changed on the chosen entry."""
        if self.briefing and self.entry:
            self._sought = passages_in(self.briefing, self.entry)
            steps.restore(self._desk, self.entry)

    def split(self, report_id: str, start: int, end: int) -> None:
        """Make an entry of its own of a passage of the chosen entry."""
        if report := self._desk.reports.get(report_id):
            passage = passage_at(report, start, end)
            self._sought = (passage,)
            steps.split(self._desk, passage)

    def accept(self, section: SectionId) -> None:
        """Take a drafted section over as it stands."""
        if self.briefing:
            steps.accept_draft(self._desk, self.briefing, section)

    # ---- forms

    def open(self, form: Form) -> None:
        """Show a form in place of the one before; it never blocks."""
        if self.form is not None:
            self.form.close()
        self.form = form
        form.finished.connect(partial(self._forget, form))
        form.show()

    def _forget(self, gone: Form, _result: int) -> None:
        if self.form is gone:
            self.form = None

    def name_of(self, passage: Passage) -> str:
        """Say where a passage stands: publisher and day of its report."""
        report = self._desk.reports.get(passage.report_id)
        if report is None:
            return "From a report that is no longer open"
        return "  ·  ".join(part for part in (report.publisher or report.title, day(report.published)) if part)

    def reword(self) -> None:
        """Ask for other words for the chosen entry."""
        if self.briefing and self.entry:
            self.open(self._reword_form(self.briefing, self.entry))

    def reword_place(self) -> None:
        """Ask for another place in bold before the chosen entry."""
        if self.briefing and self.entry:
            form = self._reword_form(self.briefing, self.entry)
            self.open(form)
            form.lead.setFocus()
            form.lead.selectAll()

    def _reword_form(self, briefing: Briefing, entry: Entry) -> RewordDialog:
        passages = passages_in(briefing, entry)
        shown = tuple((self.name_of(passage), passage.quote) for passage in passages)
        edits = [edit for edit in steps.edits_of(self._desk) if isinstance(edit, Reword) and speaks_of(edit, entry)]
        own = {edit.section: edit.text for edit in edits if edit.text is not None}
        form = RewordDialog(self._window.theme, entry, shown, sections_of(briefing, entry), self._window, own=own)

        def save(text: str | None, lead: str | None, section: SectionId | None) -> None:
            if lead is None:
                lead = next((edit.lead for edit in reversed(edits) if edit.section is section), None)
            steps.reword(self._desk, briefing, entry, text=text, lead=lead, section=section)

        form.reworded.connect(save)
        return form

    def merge(self) -> None:
        """Ask which entries tell the same as the chosen one."""
        self.merge_with("")

    def merge_with(self, other: str) -> None:
        """Ask the same with another entry ticked already; without a chosen entry, choose that one."""
        briefing, entry = self.briefing, self.entry
        if other and (entry is None or entry.own or entry.id == other):
            self._window.choose_entry(other)
            return
        if briefing is None or entry is None:
            return
        listed = (*briefing.developments, *briefing.background)
        others = tuple(item for item in listed if not item.own and item.id != entry.id)
        form = MergeDialog(entry, others, self._window, ticked=other)

        def save(ids: tuple[str, ...]) -> None:
            found = [chosen for identity in ids if (chosen := find_entry(briefing, identity))]
            self._sought = passages_in(briefing, entry)
            steps.merge(self._desk, briefing, found)

        form.merged.connect(save)
        self.open(form)
