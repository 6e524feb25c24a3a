"""From findings to a briefing: what is told, in which order, on whose word."""

from briefing.assembly.assemble import assemble, gather

__all__ = ["assemble", "gather"]
