"""From findings to a briefing: what is told, in which order, on whose word."""
