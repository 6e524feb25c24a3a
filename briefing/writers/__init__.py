"""From a briefing to bytes: one function for each format."""
