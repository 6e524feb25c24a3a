"""From findings to a briefing: what is told, in which order, on whose word."""

from briefing.assembly.gathering import LOOK, gather, redress
from briefing.assembly.press import Material
from briefing.assembly.printing import Printing, complete, print_document

__all__ = ["LOOK", "Material", "Printing", "complete", "gather", "print_document", "redress"]
