"""Lines of a text with their places in it, whatever the newline, without a copy of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\n\r\f\u2028\u2029]*)(\r\n|[\n\r\f\u2028\u2029]|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: ``words`` without the blank space around them, ``start`` to ``end`` where they stand in the text.

    ``next`` is where the next line begins.
    """

    words: str
    start: int
    end: int
    next: int
    indented: bool


def find_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines from ``start`` on; blank ones have no words."""
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None:
            return
        words = match[1].strip()
        first = start + (len(match[1]) - len(match[1].lstrip()) if words else 0)
        yield Line(
            words=words, start=first, end=first + len(words), next=match.end(), indented=bool(words) and first > start
        )
        start = match.end()
