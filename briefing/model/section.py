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


WITH_FIGURE = {SectionId.TIMELINE: True, SectionId.CONFLICTS: False, SectionId.CITIES: False}
"""The sections that can have a picture beside their words, and whether they have it where nothing else is chosen.

The timeline is drawn on an axis, figures that differ as bars, and changes of control by place and day.
"""


def section_anchor(section: SectionId) -> str:
    """Return the id of the heading of a section in the document."""
    return f"section-{section.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChoice:
    """One section of a briefing: whether it is on, under which title, and with at most how many items (None: all).

    ``group`` arranges the key developments under headings; it has no meaning for other sections. ``figure`` adds the
    picture that a section can have beside its words (those of ``WITH_FIGURE``), where there is something to draw; None
    is as usual for the section.
    """

    id: SectionId
    on: bool = True
    title: str | None = None
    limit: int | None = None
    group: Grouping = Grouping.RANK
    figure: bool | None = None

    @property
    def draws(self) -> bool:
        """Tell whether the section has its picture."""
        return WITH_FIGURE.get(self.id, False) if self.figure is None else self.figure
