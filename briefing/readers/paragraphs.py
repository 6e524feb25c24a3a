"""Where the paragraphs of a plain text are: blank lines, single newlines or hard wrapping, as the text itself tells."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.report import Paragraph, ParagraphKind
from briefing.readers.lines import Line, find_lines

# Widest column at which mail programs and editors break lines by themselves, and the narrowest.
_WIDEST, _NARROWEST = 120, 50
_BULLET = re.compile(r"(?:[-*•◦▪‣·–—]|\d{1,2}[.)])[ \t]+(?=\S)")
_ENDINGS = (".", "!", "?", "…", ":", "。", "؟", "！", "？", '."', ".”", '"', "”", "»", ".)")
_WORD = re.compile(r"[^\W_]")


def find_paragraphs(text: str, start: int = 0) -> tuple[Paragraph, ...]:
    """Find the paragraphs of ``text`` from ``start`` on: in order, apart, each with a letter or a digit."""
    lines = tuple(find_lines(text, start))
    width = _wrap_width(lines)
    found: list[Paragraph] = []
    for block in _blocks(lines):
        found.extend(_paragraphs_of(block, width))
    return tuple(paragraph for paragraph in found if _WORD.search(text, paragraph.start, paragraph.end))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.words:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wrap_width(lines: Sequence[Line]) -> int:
    """Return the column at which the text was wrapped, or 0 when its lines are as long as they like."""
    lengths = [len(line.words) for line in lines if " " in line.words]
    within = [length for length in lengths if length <= _WIDEST]
    if not within or sum(within) < 0.8 * sum(lengths):
        return 0
    width = max(within)
    return width if width >= _NARROWEST else 0


def _paragraphs_of(block: Sequence[Line], width: int) -> Iterator[Paragraph]:
    each_line = all(line.words.endswith(_ENDINGS) for line in block[:-1])
    first = block[0]
    for line, following in pairwise(block):
        if not _continues(line, following, width, each_line=each_line, item=bool(_BULLET.match(first.words))):
            yield _paragraph(first, line)
            first = following
    yield _paragraph(first, block[-1])


def _continues(line: Line, following: Line, width: int, *, each_line: bool, item: bool) -> bool:
    """Tell whether the next line goes on with the same paragraph."""
    if _BULLET.match(following.words):
        # "- " may also begin a wrapped line by chance; a real list shows it twice or stands after an ended line
        return False
    ended = line.words.endswith(_ENDINGS)
    if not ended and following.words[0].islower():
        return True
    if item and following.indented:
        return True
    if not width or (each_line and ended):
        return False
    next_word = following.words.split(maxsplit=1)[0]
    return len(line.words) + 1 + len(next_word) > width


def _paragraph(first: Line, last: Line) -> Paragraph:
    bullet = _BULLET.match(first.words)
    if bullet:
        return Paragraph(start=first.start + bullet.end(), end=last.end, kind=ParagraphKind.LIST_ITEM)
    return Paragraph(start=first.start, end=last.end)
