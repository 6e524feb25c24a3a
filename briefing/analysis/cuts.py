"""The sentences of a report cut into parts, with the shapes that the grammars of time and of figures read."""

from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from briefing.analysis.figures_grammar import figure_words
from briefing.analysis.shapes import LetterPairs, Row, split_parts
from briefing.analysis.times_grammar import time_words
from briefing.model.findings import Sentence


class Cut:
    """A passage cut into words and gaps, once for both grammars; ``offsets`` are made when they are needed."""

    __slots__ = ("_offsets", "figure_shape", "parts", "start", "time_shape")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Cut the characters ``start`` to ``end`` of a report."""
        self.start = start
        self.parts = split_parts(text[start:end])
        self.time_shape, self.figure_shape = _letters().shapes(self.parts)
        self._offsets: list[int] | None = None

    @property
    def offsets(self) -> list[int]:
        """Return where each part begins in the report's text, with one more at the end."""
        if self._offsets is None:
            self._offsets = list(accumulate(map(len, self.parts), initial=self.start))
        return self._offsets

    def row(self, shape: str) -> Row:
        """Put the passage and one of its shapes together."""
        return Row(shape, self.parts, self.offsets)


@cache
def _letters() -> LetterPairs:
    return LetterPairs(time_words().letters, figure_words().letters)


def cut_sentences(text: str, sentences: Iterable[Sentence]) -> tuple[Cut, ...]:
    """Cut all sentences of a report."""
    return tuple(Cut(text, sentence.start, sentence.end) for sentence in sentences)
