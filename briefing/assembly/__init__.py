"""From findings to a briefing: what is told, in which order, on whose word."""

from briefing.assembly.assemble import LOOK, Printing, assemble, complete, gather, print_document, redress
from briefing.assembly.press import Material

__all__ = ["LOOK", "Material", "Printing", "assemble", "complete", "gather", "print_document", "redress"]
