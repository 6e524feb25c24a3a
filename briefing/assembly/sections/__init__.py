"""The sections of a briefing: each is a function from the material to blocks."""

from collections.abc import Callable, Mapping

from briefing.assembly.press import Press
from briefing.assembly.sections.closing import print_endnotes, print_evidence, print_method, print_sources
from briefing.assembly.sections.developments import (
    print_background,
    print_bottom_line,
    print_developments,
    print_key_figures,
)
from briefing.assembly.sections.doubts import print_conflicts, print_gaps
from briefing.assembly.sections.places import print_cities, print_map
from briefing.assembly.sections.timeline import print_timeline
from briefing.model.document import Block
from briefing.model.section import SectionChoice, SectionId

__all__ = ["PRINTERS", "Printer", "print_endnotes", "print_evidence", "print_method", "print_sources"]

Printer = Callable[[Press, SectionChoice], tuple[Block, ...]]

PRINTERS: Mapping[SectionId, Printer] = {
    SectionId.BOTTOM_LINE: print_bottom_line,
    SectionId.KEY_FIGURES: print_key_figures,
    SectionId.KEY_DEVELOPMENTS: print_developments,
    SectionId.CITIES: print_cities,
    SectionId.MAP: print_map,
    SectionId.TIMELINE: print_timeline,
    SectionId.CONFLICTS: print_conflicts,
    SectionId.GAPS: print_gaps,
    SectionId.BACKGROUND: print_background,
}
