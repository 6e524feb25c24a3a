"""The sections of a briefing: each is a function from the material to blocks."""

from collections.abc import Callable, Mapping

from briefing.assembly.press import Press
from briefing.assembly.sections.changes import print_changes
from briefing.assembly.sections.closing import (
    print_endnotes,
    print_evidence,
    print_ledger,
    print_method,
    print_sources,
)
from briefing.assembly.sections.developments import print_background, print_developments
from briefing.assembly.sections.doubts import print_conflicts, print_gaps
from briefing.assembly.sections.drafts import print_bottom_line, print_highlights, print_overview
from briefing.assembly.sections.judgements import print_judgements
from briefing.assembly.sections.key_figures import print_key_figures
from briefing.assembly.sections.legend import print_legend
from briefing.assembly.sections.people import print_actors, print_statements
from briefing.assembly.sections.places import print_cities, print_map
from briefing.assembly.sections.timeline import print_timeline
from briefing.model.document import Block
from briefing.model.section import SectionChoice, SectionId

__all__ = [
    "PRINTERS",
    "Printer",
    "print_endnotes",
    "print_evidence",
    "print_ledger",
    "print_legend",
    "print_method",
    "print_sources",
]

Printer = Callable[[Press, SectionChoice], tuple[Block, ...]]

PRINTERS: Mapping[SectionId, Printer] = {
    SectionId.BOTTOM_LINE: print_bottom_line,
    SectionId.HIGHLIGHTS: print_highlights,
    SectionId.CHANGES: print_changes,
    SectionId.KEY_FIGURES: print_key_figures,
    SectionId.OVERVIEW: print_overview,
    SectionId.KEY_DEVELOPMENTS: print_developments,
    SectionId.CITIES: print_cities,
    SectionId.MAP: print_map,
    SectionId.TIMELINE: print_timeline,
    SectionId.ACTORS: print_actors,
    SectionId.STATEMENTS: print_statements,
    SectionId.CONFLICTS: print_conflicts,
    SectionId.GAPS: print_gaps,
    SectionId.BACKGROUND: print_background,
    SectionId.ASSESSMENT: print_judgements,
    SectionId.OUTLOOK: print_judgements,
    SectionId.IMPLICATIONS: print_judgements,
}
