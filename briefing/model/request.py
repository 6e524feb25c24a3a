"""The analyst's choices as data: the same reports and the same request give the same briefing, byte for byte."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.document import PageSize
from briefing.model.edits import Edit
from briefing.model.section import SectionChoice


class CitationStyle(StrEnum):
    """How a sentence leads to its notes: by superscript numbers, or by author and date in brackets."""

    NUMBERED = "numbered"
    AUTHOR_DATE = "author-date"


class DateStyle(StrEnum):
    """How days are written in prose; tables and file names have ISO dates."""

    LONG = "7 December 2024"
    SHORT = "7 Dec 2024"
    ISO = "2024-12-07"


class PlaceNames(StrEnum):
    """Whose spelling of a place is printed before a sentence and in tables; quotations keep the report's."""

    COMMON = "common English"
    REPORTS = "as in the reports"


class WordNotes(StrEnum):
    """What the notes of the Word file are: Word's own endnotes, or a numbered list with links."""

    ENDNOTES = "endnotes"
    LIST = "list"


class Withhold(StrEnum):
    """What becomes of what is marked above the ceiling: left out, or replaced by a line that says so."""

    DROP = "drop"
    MASK = "mask"


class LikelihoodScale(StrEnum):
    """The scale of the words of likelihood; one for each document."""

    ICD203 = "ICD 203"
    PHIA = "PHIA"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Which sections in which order, with which options.

    ``max_pages`` is None or the number of pages that the PDF may have: entries of lowest rank are then left out, and
    a notice says which. ``short_notes`` leaves titles and addresses out of the endnotes. ``most_citations`` is the
    largest number of notes behind one sentence, None for all; the reports that are then not cited are counted in words.
    ``word_notes`` lets the Word file have endnotes that Word counts itself, ``word_comments`` gives it comments with
    the evidence, ``word_fonts`` its fonts. ``contents`` prints a table of contents where the document is long.
    """

    id: str
    name: str
    description: str
    product: str
    sections: tuple[SectionChoice, ...]
    theme: str
    max_pages: int | None = None
    short_notes: bool = False
    word_notes: bool = True
    word_comments: bool = False
    word_fonts: bool = False
    contents: bool = False
    most_citations: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChoice:
    """A report chosen for the briefing, by content and by where it was read from."""

    id: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingRequest:
    """Everything that the analyst chose.

    ``reports`` empty means all that are given. ``sections`` empty means those of the template. ``title`` empty means
    one drafted from the first development. ``as_of`` and the period default to the dates of the reports. ``area`` is
    the country or region that the briefing is about ("Syria"), found from the reports when empty, and the theatre that
    decides between places of one name. ``tlp`` is a TLP 2.0 label, another short marking, or "".

    ``edits`` are the corrections in the order in which they were made. ``series`` names the briefings on one situation,
    of which this is issue ``number``. ``cut_off`` ("7 December 2024, 18:00 UTC"), ``issued``, ``distribution`` and
    ``next_issue`` are printed in the masthead as they are. ``language`` is that of headings and labels ("en", "fr",
    "es", "ar"). ``ceiling`` is the highest TLP label that may be included, or ""; ``withhold`` says what becomes of
    what is marked higher. ``word_notes`` says what the notes of the Word file are; a template may insist on the list.
    ``word_comments`` gives it a comment with the evidence of each entry, ``word_fonts`` puts its fonts inside; a
    template may ask for both. ``theme`` is the id or the path of the theme whose colours and fonts are used, or "" for
    that of the template. ``contents`` prints a table of contents wherever there are four headings.
    ``house_style`` is the path of an own Word file (.docx, .dotx) whose styles, header, footer and page the Word file
    takes, or "".
    """

    template: str = "daily-sitrep"
    reports: tuple[ReportChoice, ...] = ()
    sections: tuple[SectionChoice, ...] = ()
    title: str = ""
    area: str = ""
    as_of: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    tlp: str = ""
    number: str = ""
    unit: str = ""
    author: str = ""
    page_size: PageSize = PageSize.A4
    name: str = ""
    edits: tuple[Edit, ...] = ()
    series: str = ""
    cut_off: str = ""
    issued: date | None = None
    distribution: str = ""
    next_issue: str = ""
    language: str = "en"
    citation_style: CitationStyle = CitationStyle.NUMBERED
    date_style: DateStyle = DateStyle.LONG
    place_names: PlaceNames = PlaceNames.REPORTS
    likelihood_scale: LikelihoodScale = LikelihoodScale.ICD203
    ceiling: str = ""
    withhold: Withhold = Withhold.DROP
    word_notes: WordNotes = WordNotes.ENDNOTES
    word_comments: bool = False
    word_fonts: bool = False
    theme: str = ""
    contents: bool = False
    house_style: str = ""
