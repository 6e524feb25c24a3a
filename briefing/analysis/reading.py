"""The sentences of a report with their words, cut once for all the steps that need them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.tokens import Token, tokenise
from briefing.model.findings import Sentence
from briefing.model.report import Report

LONGEST = 6_000  # characters; more is no sentence but a table or a text without marks
_WORD = re.compile(r"[\w’'-]+")


@dataclass(slots=True)
class Line:
    """One sentence: its bare lower-case words, for a cheap first look, and its tokens, cut when first asked for."""

    text: str
    start: int
    end: int
    paragraph: int
    words: frozenset[str]
    _tokens: list[Token] | None = None

    @property
    def tokens(self) -> list[Token]:
        """Return the words and marks of the sentence; of what is longer than any sentence, only the beginning."""
        if self._tokens is None:
            self._tokens = tokenise(self.text, self.start, min(self.end, self.start + LONGEST))
        return self._tokens


def read_lines(report: Report, sentences: Sequence[Sentence]) -> tuple[Line, ...]:
    """Read every sentence of a report."""
    text = report.text
    return tuple(
        Line(text, s.start, s.end, s.paragraph, frozenset(_WORD.findall(text[s.start : s.end].lower())))
        for s in sentences
    )
