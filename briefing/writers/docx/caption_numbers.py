"""The number in a caption, by which texts refer to what stands under it."""

import re

from briefing.writers.xml_text import clean_text

_NUMBERED = re.compile(r"([^\W\d_]{1,40}) (\d{1,6})(.*)")


def split_caption(caption: str) -> tuple[str, str, str] | None:
    """Return label, number and rest of a caption such as "Table 1. Cities", or None where it has no number."""
    found = _NUMBERED.fullmatch(clean_text(caption))
    return (found[1], found[2], found[3]) if found else None


def numbered_words(caption: str) -> str:
    """Return the words that refer to a caption, such as "Table 1", or "" where it has no number."""
    parts = split_caption(caption)
    return f"{parts[0]} {parts[1]}" if parts else ""
