"""The earlier issue that a briefing is compared with: from a file, or the last of its series; nothing here knows Qt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing import workflow
from briefing.errors import BriefingError
from briefing.model.briefing import Briefing
from briefing.model.issue import PreviousIssue
from briefing.model.notice import Notice, Severity
from briefing.model.request import BriefingRequest
from gui.words import long_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is wanted: ``file`` is that of an earlier issue, or "" for the last one of the series, unless it is off."""

    file: str = ""
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What was found: the ``issue`` to compare with, the ``last`` one of the series, and what went wrong in words."""

    issue: PreviousIssue | None = None
    last: PreviousIssue | None = None
    problem: str = ""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return what went wrong as a notice."""
        if not self.problem:
            return ()
        return (Notice(severity=Severity.WARNING, code="earlier-issue", message=self.problem, for_author=True),)


class Issues:
    """Finds and keeps issues, on the lane that writes the briefing; what was read once is not read again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[str, ...], PreviousIssue | None] = {}

    def find(self, request: BriefingRequest, wanted: Comparison) -> Earlier:
        """Find the issue that is wanted; what cannot be read is told, and the briefing is written without it."""
        last: PreviousIssue | None = None
        try:
            last = self._last(request)
            chosen = self._from_file(wanted.file) if wanted.on and wanted.file else last if wanted.on else None
        except BriefingError as error:
            return Earlier(last=last, problem=f"Changes are not told. {error}")
        return Earlier(issue=chosen, last=last)

    def _last(self, request: BriefingRequest) -> PreviousIssue | None:
        if not request.series:
            return None

        def read() -> PreviousIssue | None:
            with workflow.open_library(self._folder) as library:
                return workflow.previous_issue(request, library)

        day = request.as_of.isoformat() if request.as_of else ""
        return self._once(("series", request.series, request.number, day), read)

    def _from_file(self, file: str) -> PreviousIssue | None:
        path = Path(file)
        changed = str(path.stat().st_mtime_ns) if path.is_file() else ""
        return self._once(("file", file, changed), lambda: workflow.load_issue(path))

    def _once(self, key: tuple[str, ...], read: Callable[[], PreviousIssue | None]) -> PreviousIssue | None:
        if key not in self._known:
            self._known[key] = read()
        return self._known[key]

    def keep(self, briefing: Briefing) -> str:
        """Keep an exported briefing of a series for the next issue, and say so in words; "" when it has no series."""
        series, number = briefing.request.series, briefing.request.number
        if not series:
            return ""
        try:
            with workflow.open_library(self._folder) as library:
                workflow.keep_issue(briefing, library)
        except BriefingError as error:
            return f"It was not kept for the next issue: {error}"
        self._known.clear()
        return f"Kept as {f'No. {number}' if number else 'an issue'} of “{series}” for the next issue."


def next_number(number: str) -> str:
    """Return the number of the issue after one: "4" after "3", "2024-10" after "2024-09"; "" where it has no digits."""
    found = re.search(r"\d+$", number)
    return f"{number[: found.start()]}{int(found[0]) + 1:0{len(found[0])}}" if found else ""


def issue_words(issue: PreviousIssue) -> str:
    """Write "issue No. 3, 8 March 2024", or the title where the issue has no number."""
    named = f"issue No. {issue.number}" if issue.number else f"“{issue.title}”"
    return f"{named}, {long_day(issue.as_of)}" if issue.as_of else named
