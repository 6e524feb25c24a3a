"""The sentences of a report with their words, cut once for all the steps that need them."""

import re
from collections.abc import Sequence
from functools import reduce
from operator import itemgetter, or_

from briefing.analysis.source_kinds import known_name
from briefing.analysis.tokens import tokenise
from briefing.analysis.word_marks import MARKS, MOOD
from briefing.model.findings import Sentence
from briefing.model.report import Report

LONGEST = 6_000  # characters; more is no sentence but a table or a text without marks
_HEAD = 3  # sentences
_DESK = re.compile(r"(?P<place>[A-Z]{4,20})(?: [A-Z]{3,20})?(?:/[A-Z]{3,20}){0,2}\s(?=[“\"]?[A-Z][a-z’' ])")
_lower = itemgetter(3)


class Line:
    """One sentence with its tokens; of what is longer than any sentence, only those of the beginning.

    ``marks`` are those of each token (see word_marks.py), ``all_marks`` are the marks that any of them has.
    """

    __slots__ = ("all_marks", "end", "marks", "paragraph", "start", "text", "tokens")

    def __init__(self, text: str, start: int, end: int, paragraph: int, *, first: int | None = None) -> None:
        """Cut the sentence from ``start`` to ``end`` of a text into its tokens and look their marks up.

        ``first`` is where its words begin, if something stands before them that is none of the sentence.
        """
        self.text, self.start, self.end, self.paragraph = text, start, end, paragraph
        self.tokens = tokenise(text, start if first is None else first, min(end, start + LONGEST))
        self.marks = list(map(MARKS.__getitem__, map(_lower, self.tokens)))
        self.all_marks = reduce(or_, self.marks, 0)

    def places_of(self, mark: int) -> list[int]:
        """Return the indexes of the tokens that have a mark."""
        return [index for index, marks in enumerate(self.marks) if marks & mark] if self.all_marks & mark else []

    def words_with(self, mark: int) -> frozenset[str]:
        """Return the words that have a mark, in small letters."""
        return frozenset(self.tokens[index].lower for index in self.places_of(mark))

    @property
    def mood(self) -> frozenset[str]:
        """Return the words that can change whether what the sentence tells has happened."""
        return self.words_with(MOOD)


def read_lines(report: Report, sentences: Sequence[Sentence]) -> tuple[Line, ...]:
    """Read every sentence of a report; the place from which it is sent is no word of its first ones."""
    return tuple(
        Line(report.text, s.start, s.end, s.paragraph, first=_behind_desk(report.text, s) if index < _HEAD else None)
        for index, s in enumerate(sentences)
    )


def _behind_desk(text: str, sentence: Sentence) -> int | None:
    """Return where a sentence goes on behind a place all in capitals: "BEIRUT Syrian rebels took"."""
    desk = _DESK.match(text, sentence.start, sentence.end)
    return desk.end() if desk is not None and known_name(desk["place"]) is None else None
