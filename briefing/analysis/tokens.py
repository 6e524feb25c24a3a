"""The words and marks of a sentence with their places, and the quotations of a paragraph."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(  # in brackets, so that splitting a text gives the words with the gaps between them
    r"([a-z]\w*+(?:[’'&/\-‑]\w++)*+"  # most words; the rest begins with a capital, a figure or a letter of another kind
    r"|(?=[A-Z])(?:(?:[A-Z]\.){2,}"  # U.S., D.C.
    r"|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Prof|St|Jr|Sr)\."
    r"|\b[A-Z]\.(?=\s+[A-Z]))"  # John F. Kennedy
    r"|\d+(?:[.,:]\d+)*%?"
    r"|\w+(?:[’'&/\-‑]\w+)*"
    r"|''|``"  # quotation marks of a typewriter
    r"|\S)"
)
_STOP = re.compile(r"[.!?](?=\s)")
_LONGEST_OPEN = 900
_MOST_KEPT = 20_000  # forms of words
_LONGEST_KEPT = 24  # letters
_NAMES_LIKE_WORDS = frozenset({"WHO", "US", "IT", "IS", "AS"})  # bodies and states, not pronouns
_MARK = re.compile("[“”\"]|''|``")
_OPENING = frozenset({"“", "``"})
_EITHER = frozenset({'"', "''"})
_CLOSES = re.compile(r"[.,!?]\"(?:\s|$)")
QUOTE_OPENERS = _OPENING | _EITHER
QUOTE_CLOSERS = _EITHER | {"”"}
_NEW = tuple.__new__  # a token is a tuple; its own constructor takes three times as long, for every word of a report


class _SmallLetters(dict[str, str]):
    """Words in small letters; each form is changed once and kept, up to a bound."""

    def __missing__(self, word: str) -> str:
        lower = word if word in _NAMES_LIKE_WORDS else word.lower()
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = lower
        return lower


_LOWER = _SmallLetters()


class Token(NamedTuple):
    """One word or mark; ``lower`` is its text in small letters, unless it is a name such as "WHO"."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_name(self) -> bool:
        """Tell whether the word is written with a capital."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word or a number, not a mark."""
        return self.text[0].isalnum()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of text into words and marks."""
    pieces = _TOKEN.split(text[start:end])
    bounds = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    made = zip(words, map(_LOWER.__getitem__, words), bounds[1::2], bounds[2::2], strict=False)
    return [_NEW(Token, (first, last, word, lower)) for word, lower, first, last in made]


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a paragraph, marks included, in order and without overlap."""

    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]

    def around(self, position: int) -> tuple[int, int] | None:
        """Return the quotation in which a position lies, or None; its opening mark lies outside."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0:
            start, end = self.spans[index]
            if start < position < end:
                return self.spans[index]
        return None


def find_quotations(text: str, start: int, end: int) -> Quotations:
    """Find what stands between quotation marks.

    A mark that is never closed reaches to the end of a short paragraph; in a long one it is taken for a slip and
    reaches to the end of its sentence.
    """
    spans: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        position, mark = match.start(), match.group()
        if opened is None:
            if position > start and (mark == "”" or _CLOSES.match(text, position - 1)):
                if not spans:  # it began in the paragraph before
                    spans.append((start, match.end()))
            elif mark in QUOTE_OPENERS:
                opened = (position, mark)
        elif mark == "”" or (mark in _EITHER and opened[1] in {mark, "``"}):
            spans.append((opened[0], match.end()))
            opened = None
        elif mark in _OPENING:
            opened = (position, mark)
    if opened is not None:
        stop = _STOP.search(text, opened[0] + 1, end) if end - opened[0] > _LONGEST_OPEN else None
        spans.append((opened[0], stop.end() if stop else end))
    return Quotations(spans=tuple(spans), starts=tuple(s for s, _ in spans))
