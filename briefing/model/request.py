"""The analyst's choices as data: the same reports and the same request give the same briefing, byte for byte."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.document import PageSize


class SectionId(StrEnum):
    """The sections that a briefing can have; marking is drawn in header and footer, not as a block."""

    MARKING = "marking"
    MASTHEAD = "masthead"
    BOTTOM_LINE = "bottom-line"
    KEY_FIGURES = "key-figures"
    KEY_DEVELOPMENTS = "key-developments"
    CITIES = "cities"
    MAP = "map"
    TIMELINE = "timeline"
    CONFLICTS = "conflicts"
    GAPS = "gaps"
    BACKGROUND = "background"
    SOURCES = "sources"
    METHOD = "method"
    EVIDENCE = "evidence"
    ENDNOTES = "endnotes"


SECTION_TITLES = {
    SectionId.MARKING: "Handling marking",
    SectionId.MASTHEAD: "Masthead",
    SectionId.BOTTOM_LINE: "Bottom line",
    SectionId.KEY_FIGURES: "Key figures",
    SectionId.KEY_DEVELOPMENTS: "Key developments",
    SectionId.CITIES: "Cities and provinces",
    SectionId.MAP: "Map",
    SectionId.TIMELINE: "Timeline",
    SectionId.CONFLICTS: "Conflicting reports",
    SectionId.GAPS: "What is not known",
    SectionId.BACKGROUND: "Background",
    SectionId.SOURCES: "Sources",
    SectionId.METHOD: "Method",
    SectionId.EVIDENCE: "Evidence annex",
    SectionId.ENDNOTES: "Endnotes",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """One section of a briefing: whether it is on, under which title, and with at most how many items (None: all)."""

    id: SectionId
    on: bool = True
    title: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Which sections in which order, with which options.

    ``max_pages`` is None or the number of pages that the PDF may have: entries of lowest rank are then left out, and
    a notice says which. ``short_notes`` leaves titles and addresses out of the
    endnotes. ``word_notes`` gives the Word file endnotes that Word counts itself.
    """

    id: str
    name: str
    description: str
    product: str
    sections: tuple[SectionChoice, ...]
    theme: str
    max_pages: int | None = None
    short_notes: bool = False
    word_notes: bool = False


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
