"""From findings to a briefing: what is told, in which order, on whose word."""

from briefing.assembly.assemble import LOOK, assemble, gather, redress
from briefing.assembly.press import Material

__all__ = ["LOOK", "Material", "assemble", "gather", "redress"]
