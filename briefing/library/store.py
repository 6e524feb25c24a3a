"""The library: one SQLite file in the analyst's data folder, written whole or not at all."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.errors import ResourceError
from briefing.model.edits import GradeSource
from briefing.resources import settings_folder

FILE_NAME = "library.sqlite"
_BUSY = 10.0  # seconds to wait for another window of the program


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredIssue:
    """One issue of a series as it was exported: ``form`` is the JSON text of the briefing."""

    series: str
    number: str
    as_of: str
    title: str
    form: str


def _first(base: sqlite3.Connection) -> None:
    base.execute(
        "CREATE TABLE issues (row INTEGER PRIMARY KEY, series TEXT NOT NULL, number TEXT NOT NULL, "
        "as_of TEXT NOT NULL, title TEXT NOT NULL, form TEXT NOT NULL, UNIQUE (series, number, as_of))"
    )
    base.execute("CREATE TABLE grades (source TEXT PRIMARY KEY, reliability TEXT NOT NULL, reason TEXT NOT NULL)")


_STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)
"""The changes of the form of the file, in order; each is applied once, in a transaction of its own."""


class Library:
    """The open library; use it in a ``with`` block, or close it."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def __enter__(self) -> Self:
        """Return the library itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def keep_issue(self, issue: StoredIssue) -> None:
        """Keep an issue; one of the same series, number and day is replaced."""
        with self._base:
            self._base.execute(
                "INSERT INTO issues (series, number, as_of, title, form) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (series, number, as_of) DO UPDATE SET title = excluded.title, form = excluded.form",
                (issue.series, issue.number, issue.as_of, issue.title, issue.form),
            )

    def issues(self, series: str) -> tuple[StoredIssue, ...]:
        """Return the issues of a series by day, then in the order in which they were kept."""
        rows = self._base.execute(
            "SELECT series, number, as_of, title, form FROM issues WHERE series = ? ORDER BY as_of, row", (series,)
        )
        return tuple(_issue(row) for row in rows)

    def last_issue(self, series: str, *, number: str, as_of: str) -> StoredIssue | None:
        """Return the issue of a series that comes before the one of this number and day, or None.

        ``as_of`` is an ISO day, or "" when the coming issue has none yet.
        """
        row = self._base.execute(
            "SELECT series, number, as_of, title, form FROM issues WHERE series = ? AND number <> ? "
            "AND (? = '' OR as_of <= ?) ORDER BY as_of DESC, row DESC LIMIT 1",
            (series, number, as_of, as_of),
        ).fetchone()
        return _issue(row) if row else None

    def series(self) -> tuple[str, ...]:
        """Return the names of all series, in alphabetical order."""
        return tuple(row[0] for row in self._base.execute("SELECT DISTINCT series FROM issues ORDER BY series"))

    def keep_grade(self, grade: GradeSource) -> None:
        """Remember the grade that the analyst gave to a source, with the reason."""
        with self._base:
            self._base.execute(
                "INSERT INTO grades (source, reliability, reason) VALUES (?, ?, ?) "
                "ON CONFLICT (source) DO UPDATE SET reliability = excluded.reliability, reason = excluded.reason",
                (grade.source, grade.reliability, grade.reason),
            )

    def forget_grade(self, source: str) -> None:
        """Forget the grade of a source."""
        with self._base:
            self._base.execute("DELETE FROM grades WHERE source = ?", (source,))

    def grades(self) -> tuple[GradeSource, ...]:
        """Return all grades by name of the source."""
        rows = self._base.execute("SELECT source, reliability, reason FROM grades ORDER BY source")
        return tuple(GradeSource(source=row[0], reliability=row[1], reason=row[2]) for row in rows)


def _issue(row: tuple[str, str, str, str, str]) -> StoredIssue:
    series, number, as_of, title, form = row
    return StoredIssue(series=series, number=number, as_of=as_of, title=title, form=form)


def open_library(folder: Path | None = None) -> Library:
    """Open the library in a folder, by default the analyst's data folder; it is made when there is none.

    Raises ResourceError, with a sentence, when the file is damaged or of a newer version; it is never overwritten.
    """
    path = (folder or settings_folder()) / FILE_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=_BUSY)
    except (OSError, sqlite3.Error) as error:
        raise ResourceError(f"The library {path} cannot be opened: {error}. Check the rights of its folder.") from error
    try:
        _prepare(base, path)
    except ResourceError:
        base.close()
        raise
    except sqlite3.Error as error:
        base.close()
        raise ResourceError(
            f"The library {path} is damaged ({error}). Move it away to begin a new one; it holds the issues that were "
            "exported and the grades of sources."
        ) from error
    return Library(base)


def _prepare(base: sqlite3.Connection, path: Path) -> None:
    # FULL, because an acknowledged edit must outlive a power failure: WAL with NORMAL loses the last commits.
    with closing(base.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        version = cursor.execute("PRAGMA user_version").fetchone()[0]
    if version > len(_STEPS):
        raise ResourceError(f"The library {path} was written by a newer version of the program. Use that version.")
    for number, step in enumerate(_STEPS[version:], version + 1):
        with base:
            base.execute("BEGIN IMMEDIATE")
            if base.execute("PRAGMA user_version").fetchone()[0] < number:
                step(base)
                base.execute(f"PRAGMA user_version = {number}")
