"""Quotations without a cue of their own: they go on in the words of who was named just before."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.analysis.reading import Line
from briefing.analysis.tokens import QUOTE_OPENERS, find_quotations
from briefing.model.findings import Attribution, SourceKind, Words

_OPENERS = tuple(sorted(QUOTE_OPENERS))
# So much of a sentence must be quoted: a title at its head is none.
_MOST = 0.8
_LONGEST = 3_000  # characters that one quotation goes on in a paragraph
_RULE = "quotation that goes on"


def with_sequels(text: str, lines: Sequence[Line], attributions: Sequence[Attribution]) -> list[Attribution]:
    """Add the quotations that follow the words of a source and name no other, each as content of that source.

    "The storms are near, the mayor said. “We urge all to stay at home. Help is ready.”": both quoted sentences are the
    mayor's. It may begin the next paragraph, and go on over several.
    """
    ends = {line.paragraph: line.end for line in lines}
    starts = [line.start for line in lines]
    told: list[list[Attribution]] = [[] for _ in lines]
    for attribution in attributions:
        _enter(told, starts, attribution)
    found = list(attributions)
    for index, (before, line) in enumerate(pairwise(lines), start=1):
        if told[index] or not told[index - 1] or line.paragraph - before.paragraph > 1:
            continue
        speaker = told[index - 1][-1]
        quoted = text.startswith(_OPENERS, line.start) and _speaks(speaker)
        reach = min(ends[line.paragraph], max(line.end, line.start + _LONGEST))
        spans = find_quotations(text, line.start, reach).spans if quoted else ()
        if not spans or spans[0][0] != line.start:
            continue
        end = spans[0][1]
        if min(end, line.end) - line.start >= _MOST * (line.end - line.start):
            said = replace(speaker, content=Words(start=line.start, end=end), direct=True, rule=_RULE)
            _enter(told, starts, said)
            found.append(said)
    return sorted(found, key=_position) if len(found) > len(attributions) else found


def _enter(told: Sequence[list[Attribution]], starts: Sequence[int], attribution: Attribution) -> None:
    """Note an attribution with the sentences in which its cue, or a part of what is said, lies."""
    spans = [words for words in (attribution.cue, attribution.content) if words is not None]
    for index in sorted({index for span in spans for index in _sentences_of(starts, span)}):
        told[index].append(attribution)


def _sentences_of(starts: Sequence[int], span: Words) -> range:
    return range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, max(span.end, span.start + 1)))


def _speaks(attribution: Attribution) -> bool:
    """Tell whether a source can go on speaking: a body or somebody in office can, data and a "they" cannot."""
    return attribution.named or attribution.kind is not SourceKind.UNKNOWN


def _position(attribution: Attribution) -> int:
    """Return where an attribution stands: with its cue, or with what is said where that goes on behind it."""
    spans = [words.start for words in (attribution.cue, attribution.content) if words is not None]
    return max(spans) if attribution.rule == _RULE else min(spans, default=0)
