"""The sections that a briefing can have."""

from dataclasses import dataclass
from enum import StrEnum


class SectionId(StrEnum):
    """The sections that a briefing can have; marking is drawn in header and footer, not as a block."""

    MARKING = "marking"
    MASTHEAD = "masthead"
    BOTTOM_LINE = "bottom-line"
    HIGHLIGHTS = "highlights"
    CHANGES = "changes"
    KEY_FIGURES = "key-figures"
    MAP = "map"
    OVERVIEW = "overview"
    KEY_DEVELOPMENTS = "key-developments"
    CITIES = "cities"
    TIMELINE = "timeline"
    ACTORS = "actors"
    STATEMENTS = "statements"
    CONFLICTS = "conflicts"
    GAPS = "gaps"
    BACKGROUND = "background"
    ASSESSMENT = "assessment"
    OUTLOOK = "outlook"
    IMPLICATIONS = "implications"
    METHOD = "method"
    SOURCES = "sources"
    ENDNOTES = "endnotes"
    LEGEND = "legend"
    EVIDENCE = "evidence"
    LEDGER = "ledger"


SECTION_TITLES = {
    SectionId.MARKING: "Handling marking",
    SectionId.MASTHEAD: "Masthead",
    SectionId.BOTTOM_LINE: "Bottom line",
    SectionId.HIGHLIGHTS: "Highlights",
    SectionId.CHANGES: "Changes since the last issue",
    SectionId.KEY_FIGURES: "Key figures",
    SectionId.MAP: "Map",
    SectionId.OVERVIEW: "Overview",
    SectionId.KEY_DEVELOPMENTS: "Key developments",
    SectionId.CITIES: "Cities and provinces",
    SectionId.TIMELINE: "Timeline",
    SectionId.ACTORS: "Actors",
    SectionId.STATEMENTS: "Statements",
    SectionId.CONFLICTS: "Conflicting reports",
    SectionId.GAPS: "What is not known",
    SectionId.BACKGROUND: "Background",
    SectionId.ASSESSMENT: "Assessment",
    SectionId.OUTLOOK: "Outlook",
    SectionId.IMPLICATIONS: "Implications",
    SectionId.METHOD: "Method",
    SectionId.SOURCES: "Sources",
    SectionId.ENDNOTES: "Endnotes",
    SectionId.LEGEND: "Legend",
    SectionId.EVIDENCE: "Evidence annex",
    SectionId.LEDGER: "Ledger of sentences",
}


class Grouping(StrEnum):
    """How the key developments are arranged under headings."""

    RANK = "rank"
    THEME = "theme"
    PLACE = "place"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """One section of a briefing: whether it is on, under which title, and with at most how many items (None: all).

    ``group`` arranges the key developments under headings; it has no meaning for other sections.
    """

    id: SectionId
    on: bool = True
    title: str | None = None
    limit: int | None = None
    group: Grouping = Grouping.RANK
