"""Quotations between single marks, as British papers print them, read as if the marks were double."""

import re
from collections.abc import Sequence

from briefing.analysis.reading import Line

_OPENING, _STRAIGHT = "‘", "'"
# From a mark before a word to the first one that closes: after a mark of the sentence, or before a blank or a mark. The
# apostrophe inside a word closes nothing, nor does that of "the rebels’ aim" where a better one follows.
_QUOTED = re.compile(
    r"(?<![\w‘])‘(?=\w)(?:[^‘“”\"\n]{0,900}?[.,!?…]’(?!\w)"
    r"|[^‘’“”\"\n]{0,900}’(?=[\s.,;:!?)—–-]|\Z))"
)
# A straight mark is most often an apostrophe: one opens before a capital only, and one closes behind a mark only.
_QUOTED_STRAIGHT = re.compile(r"(?<![\w'])'(?=[A-Z])[^‘’“”\"\n]{0,900}?[.,!?…]'(?!\w)")
_DOUBLE = re.compile("[“”\"]|''|``")


def with_double_marks(text: str) -> str:
    """Return a text of the same length in which paired single marks are double ones."""
    return "\n".join(map(_marked, text.split("\n"))) if _OPENING in text or _STRAIGHT in text else text


def _marked(line: str) -> str:
    """Double the marks of a line that has no others: within double marks, single ones are quotations inside one."""
    if (_OPENING not in line and _STRAIGHT not in line) or _DOUBLE.search(line):
        return line
    return (_QUOTED if _OPENING in line else _QUOTED_STRAIGHT).sub(lambda match: f"“{match.group()[1:-1]}”", line)


def read_anew(text: str, marked: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Cut those lines into words again whose marks differ from those of the report."""
    return tuple(
        Line(marked, line.start, line.end, line.paragraph)
        if text[line.start : line.end] != marked[line.start : line.end]
        else line
        for line in lines
    )
