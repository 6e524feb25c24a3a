"""A report as received: its text is never changed, and everything found later points into it."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.notice import Notice


class Precision(StrEnum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PartialDate:
    """A calendar date known to the day, the month or only the year.

    A missing ``month`` or ``day`` is 0, so that values sort. Raises ValueError when no such date exists.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("A day needs a month.")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "2024", "2024-12" or "2024-12-07"; raises ValueError for anything else."""
        parts = [int(part) for part in text.strip().split("-")]
        if not 1 <= len(parts) <= 3:
            raise ValueError(f"“{text}” is not a date of the form 2024-12-07.")
        return cls(year=parts[0], month=parts[1] if len(parts) > 1 else 0, day=parts[2] if len(parts) > 2 else 0)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Take a full date over."""
        return cls(year=day.year, month=day.month, day=day.day)

    @property
    def precision(self) -> Precision:
        """Tell how exactly the date is known."""
        if self.day:
            return Precision.DAY
        return Precision.MONTH if self.month else Precision.YEAR

    @property
    def first(self) -> date:
        """Return the first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Return the last day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """Write "2024", "2024-12" or "2024-12-07"."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A passage: characters ``start`` to ``end`` (exclusive) of the text of one report."""

    report_id: str
    start: int
    end: int


class ParagraphKind(StrEnum):
    """What a paragraph is in the layout of the report."""

    TEXT = "text"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Characters ``start`` to ``end`` (exclusive) of a report's text, without the blank space around them."""

    start: int
    end: int
    kind: ParagraphKind = ParagraphKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document received.

    ``text`` is the text exactly as the reader took it from the file: for plain text the whole decoded file with its
    header, for HTML and Markdown the words without markup. ``paragraphs`` cover the body only, so a header or a title
    line lies in ``text`` but in no paragraph. ``id`` is made from the content; the same content has the same id.
    ``language`` is an ISO 639-1 code or "und". ``origin`` is the path as given. ``marking`` is a TLP label when the
    header states one.
    """

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str
    title_given: bool
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    language: str = "und"
    origin: str = ""
    marking: str | None = None
    body_digest: str = ""
    notices: tuple[Notice, ...] = ()

    def quote(self, start: int, end: int) -> str:
        """Return the exact words of a passage."""
        return self.text[start:end]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What reading a set of files gave: the reports in the order of the files, and what is to be said about the set.

    ``notices`` are about files and the set as a whole (unreadable, missing, duplicate); what concerns one report that
    was read lies in its own ``notices``.
    """

    reports: tuple[Report, ...]
    notices: tuple[Notice, ...] = ()

    def __iter__(self) -> Iterator[Report]:
        """Go through the reports, so that the result can be handed on as they can."""
        return iter(self.reports)

    def __len__(self) -> int:
        """Return the number of reports."""
        return len(self.reports)
