"""The figures of a briefing, as shapes: the locator map and the timeline."""
