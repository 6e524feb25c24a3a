"""The desk: the reports that are open, the analyst's choices, and the briefing that follows from them.

Everything on screen is drawn from here; everything the analyst does arrives here through ``gui.actions``.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import workflow
from briefing.errors import BriefingError
from briefing.model.notice import Notice, Severity
from briefing.model.report import Report
from briefing.model.request import BriefingRequest, ReportChoice, Template
from briefing.model.section import SectionChoice, SectionId
from gui.background import Job, Lane, let_pdfium_pass, pdfium
from gui.issues import Issues
from gui.listing import (
    added_words,
    list_added,
    list_fresh,
    list_opened,
    list_restored,
    list_unreadable,
    opened_words,
)
from gui.session import Choices, History, Saved, View, save_session
from gui.words import count
from gui.writing import Exported, Known, Preview, Task, build_preview

PREVIEW_DELAY = 120
"""Milliseconds from a change to the start of the next preview, so that quick clicks make one page, not ten."""

_SAVE_DELAY = 400


class Desk(QObject):
    """What is open, what is chosen, and what came of it; signals tell what changed."""

    choices_changed = Signal()
    reports_changed = Signal()
    notices_changed = Signal()
    state_changed = Signal()
    previewed = Signal(object)
    failed = Signal(str, str)
    said = Signal(str)

    def __init__(self, folder: Path, saved: Saved, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.view: View = saved.view
        self.history = History(saved.choices)
        self.templates = workflow.list_templates()
        self.template_faults = workflow.list_template_faults()
        self.reports: dict[str, Report] = {}
        self.problems: dict[str, Notice] = {}
        self.read_notices: tuple[Notice, ...] = ()
        self.preview: Preview | None = None
        self.state = "empty"
        self.state_words = ""
        self.lane = Lane("work", self)
        self._saving = Lane("save", self)
        self._unread: tuple[str, ...] = saved.paths
        self._known = Known()
        self._owed: list[Callable[[], None]] = []
        self._issues = Issues(folder)
        self._later = _timer(self, PREVIEW_DELAY, self.refresh)
        self._saver = _timer(self, _SAVE_DELAY, self.save)

    # ---- what is chosen

    @property
    def choices(self) -> Choices:
        """Return the choices now."""
        return self.history.choices

    @property
    def template(self) -> Template:
        """Return the template chosen, or the first when the chosen one is gone."""
        wanted = self.choices.request.template
        return next((item for item in self.templates if item.id == wanted), self.templates[0])

    @property
    def sections(self) -> tuple[SectionChoice, ...]:
        """Return every section in the order of the outline; those that the template does not have are off."""
        chosen = self.choices.request.sections or self.template.sections
        known = {section.id for section in chosen}
        return chosen + tuple(SectionChoice(id=item, on=False) for item in SectionId if item not in known)

    @property
    def used_reports(self) -> tuple[Report, ...]:
        """Return the ticked reports in the order of the list."""
        return tuple(self.reports[item] for item in self.choices.used if item in self.reports)

    @property
    def request(self) -> BriefingRequest:
        """Return the whole request, with the ticked reports: what is saved, exported and previewed."""
        chosen = tuple(ReportChoice(id=report.id, origin=report.origin) for report in self.used_reports)
        return replace(self.choices.request, reports=chosen)

    @property
    def task(self) -> Task:
        """Return all that the next briefing is written from."""
        return Task(reports=self.used_reports, request=self.request, comparison=self.choices.comparison)

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the files to read again at the next start."""
        origins = [self.reports[item].origin for item in self.choices.listed if item in self.reports]
        return tuple(dict.fromkeys([*origins, *self.choices.problems, *self._unread]))

    @property
    def busy(self) -> bool:
        """Tell whether anything is running or about to run."""
        return self.lane.is_busy() or self._later.isActive()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return what the analyst should know: files first, then what the briefing itself says."""
        files = tuple(self.problems[item] for item in self.choices.problems if item in self.problems)
        listed = (self.reports[item] for item in self.choices.listed if item in self.reports)
        reports = tuple(notice for report in listed for notice in report.notices)
        shown = self.preview
        made = (*shown.earlier.notices, *shown.briefing.notices, *shown.pages.notices) if shown else ()
        read = self.read_notices if self.choices.listed else ()
        faults = tuple(
            Notice(severity=Severity.WARNING, code="template-fault", message=words, for_author=True)
            for words in self.template_faults
        )
        return tuple(dict.fromkeys((*files, *read, *faults, *reports, *made)))

    def read_templates(self) -> bool:
        """Read the files of the templates anew, and tell whether any of them changed."""
        before = (self.templates, self.template_faults)
        self.templates, self.template_faults = workflow.list_templates(), workflow.list_template_faults()
        changed = before != (self.templates, self.template_faults)
        if changed:
            self._changed()
        return changed

    def change(self, choices: Choices, words: str, *, merge: bool = False) -> None:
        """Take a step of the analyst that undo can take back."""
        if self.history.change(choices, words, merge=merge):
            self._changed()

    def undo(self) -> None:
        """Take the last step back."""
        if self.history.undo():
            self._changed()

    def redo(self) -> None:
        """Do the step that was taken back again."""
        if self.history.redo():
            self._changed()

    def _changed(self) -> None:
        self.choices_changed.emit()
        self.reports_changed.emit()
        self.notices_changed.emit()
        self._later.start()
        self._saver.start()

    # ---- reading

    def restore(self) -> None:
        """Read again what was open in the last run."""
        if self._unread:
            self._read(self._unread, "Opening what was there", then=self._restored)
        else:
            self.refresh()

    def read(self, paths: Iterable[str], words: str = "Reading reports") -> None:
        """Read files and folders beside the window and add what they hold."""
        self._read(tuple(paths), words, then=self._added)

    def _read(self, paths: Sequence[str], words: str, then: Callable[[Any], None]) -> None:
        def work(job: Job) -> "workflow.ReadResult":
            def step(done: int, total: int, name: str) -> None:
                let_pdfium_pass()
                job.progress(done, total, name)

            with pdfium():
                return workflow.read_reports(paths, step)

        self.lane.start(words, work, then=then, otherwise=self._reading_failed, kind="read")
        self._set_state(self.state, self.state_words)

    def _restored(self, result: "workflow.ReadResult") -> None:
        self._unread = ()
        self._remember(result)
        self.history.adopt(list_restored(self.choices, result))
        self._changed()
        self._later.stop()
        self.refresh()

    def _added(self, result: "workflow.ReadResult") -> None:
        self._remember(result)
        old = self.choices
        self.change(list_added(old, result), f"Add {count(len(list_fresh(old, result)), 'report')}")
        self.reports_changed.emit()
        self.notices_changed.emit()
        if not result.reports and not list_unreadable(result):
            words = " ".join(notice.message for notice in result.notices)
            self.failed.emit("No report was added", words or "Nothing that can be read was found there.")
        self.said.emit(added_words(old, result))

    def open_request(self, request: BriefingRequest) -> None:
        """Take over a request that was saved: its files are read, its reports ticked and no others."""

        def opened(result: "workflow.ReadResult") -> None:
            self._opened(request, result)

        paths = tuple(dict.fromkeys(choice.origin for choice in request.reports if choice.origin))
        self._read(paths, "Opening choices", then=opened)

    def _opened(self, request: BriefingRequest, result: "workflow.ReadResult") -> None:
        self._remember(result)
        self.change(list_opened(self.choices, request, result), "Open choices")
        self.said.emit(opened_words(request, self.choices))

    def _remember(self, result: "workflow.ReadResult") -> None:
        self.reports |= {report.id: report for report in result.reports}
        self.problems |= {notice.subject: notice for notice in result.notices if notice.severity is Severity.ERROR}
        of_reports = {notice for report in result.reports for notice in report.notices}
        others = [
            notice for notice in result.notices if notice.severity is not Severity.ERROR and notice not in of_reports
        ]
        self.read_notices = tuple(dict.fromkeys((*self.read_notices, *others)))

    def _reading_failed(self, error: Exception) -> None:
        self.failed.emit("The reports were not read", f"{_fault_words(error)} What was open is unchanged.")
        self.refresh()

    # ---- the briefing

    def refresh(self) -> None:
        """Write the briefing anew from the choices now; the old pages stay until the new ones are there."""
        if not self.used_reports:
            self.lane.stop("preview")
            self.preview = None
            self._set_state("empty")
            self.previewed.emit(None)
            self.notices_changed.emit()
            return
        task, known, issues = self.task, self._known, self._issues

        def work(job: Job) -> Preview:
            return build_preview(job, task, known, issues)

        self._set_state("updating")
        self.lane.start(
            "Writing the briefing",
            work,
            then=self._previewed,
            otherwise=self._preview_failed,
            kind="preview",
            newest_only=True,
        )

    def _previewed(self, preview: Preview) -> None:
        self.preview = preview
        self._set_state("live")
        self.previewed.emit(preview)
        self.notices_changed.emit()

    def _preview_failed(self, error: Exception) -> None:
        self._set_state("failed", _fault_words(error))

    def _set_state(self, state: str, words: str = "") -> None:
        self.state, self.state_words = state, words
        self.state_changed.emit()

    def stop(self) -> None:
        """Stop all that runs; what is on screen stays."""
        if self.lane.is_busy("preview"):
            self._set_state("failed", "Stopped. Press F5 to write the briefing again.")
        self.lane.stop()

    def export(
        self,
        folder: Path,
        formats: Sequence[str],
        name: str,
        then: Callable[[Any], None],
        otherwise: Callable[[Any], None],
        password: str = "",
    ) -> None:
        """Write the briefing to files beside the window, from exactly what the preview shows."""
        task, known, issues, shown = self.task, self._known, self._issues, self.preview
        fits = shown and (shown.request, shown.comparison) == (task.request, task.comparison)

        def work(job: Job) -> Exported:
            briefing = (shown if shown and fits else build_preview(job, task, known, issues)).briefing
            with pdfium():
                paths = workflow.export(briefing, folder, formats, name, password=password)
            return Exported(paths=paths, kept=issues.keep(briefing))

        self.lane.start("Exporting", work, then=then, otherwise=otherwise, kind="export")

    # ---- what the next start finds

    def set_view(self, **values: Any) -> None:
        """Remember how the window looks."""
        self.view = replace(self.view, **values)
        self._saver.start()

    def save(self) -> None:
        """Write down what is open and chosen; a failure is told once in the status bar and loses nothing else."""
        self._saver.stop()
        folder, choices, view, paths = self.folder, self.choices, self.view, self.paths

        def work(_job: Job) -> None:
            save_session(folder, choices, view, paths)

        self._saving.start(
            "Remembering", work, then=_nothing, otherwise=self._saving_failed, kind="session", newest_only=True
        )

    def remember(self, work: Callable[[], None], words: str) -> None:
        """Write something down beside the window, such as a grade in the library; a failure is told."""

        def run(_job: Job) -> None:
            work()
            self._owed.remove(work)

        self._owed.append(work)
        self._saving.start(words, run, then=_nothing, otherwise=self._saving_failed, kind="library")

    def _saving_failed(self, error: Exception) -> None:
        self.said.emit(f"What is open could not be remembered: {error}.")

    def close(self) -> None:
        """Stop all work, wait for it, and save once more, here and now."""
        self._later.stop()
        self._saver.stop()
        self.lane.close()
        self._saving.close()
        for work in tuple(self._owed):
            with suppress(OSError, BriefingError):
                work()
        with suppress(OSError):
            save_session(self.folder, self.choices, self.view, self.paths)


def _nothing(_value: object) -> None:
    """Take a result that nobody waits for."""


def _fault_words(error: Exception) -> str:
    """Return the sentence of one of our errors; any other is a fault of the program, and is called so."""
    if isinstance(error, BriefingError):
        return str(error)
    kind = type(error).__name__
    return f"A fault of the program stopped this ({kind}: {error}). The log in the settings folder has the details."


def _timer(parent: QObject, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
