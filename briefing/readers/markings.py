"""Handling markings in headers, written as TLP 2.0 writes them (FIRST Standards Definitions, version 2.0, 2022)."""

import re

_LABELS = {"RED", "AMBER", "AMBER+STRICT", "GREEN", "CLEAR"}


def read_marking(words: str) -> tuple[str | None, str]:
    """Return the TLP label that the words state, or None, and a sentence for the analyst when they state another."""
    if not words:
        return None, ""
    label = re.sub(r"[\s:_-]+", " ", words.upper().replace("+", " ")).strip().removeprefix("TLP").strip()
    label = {"WHITE": "CLEAR", "AMBER STRICT": "AMBER+STRICT"}.get(label, label)
    if label in _LABELS:
        return f"TLP:{label}", ""
    return None, f"The marking “{words[:60]}” is not a TLP label; choose the marking of the briefing by hand."
