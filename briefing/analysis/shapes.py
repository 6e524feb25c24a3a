"""A sentence as a row of word classes, so that rules of grammar are short patterns instead of long lists of words.

"on 6 December 2024" becomes ``xo D A Y``-like letters: one character for each word and one for each gap between words.
The words behind the letters are data; the patterns run over the letters only, in one pass, whatever the text holds.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

# Plain letters, letters with stops ("a.m.", "U.S."), or a number with its separators ("1,200", "7.8", "07.04.2017").
_PARTS = re.compile(
    r"([^\W\d_]{2,}+|[^\W\d_](?:(?:\.[^\W\d_](?![^\W\d_]))++\.?)?+|\d++(?:,\d{3}(?!\d))*+(?:\.\d++)*+)",
)
# A web address has numbers and words that say nothing; it counts as one unknown word.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]++")
_DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")
_HYPHENS = frozenset("-‐‑‒–—")
_CURRENCIES = frozenset("$€£¥₺₽₹₪")
_PLAIN_GAPS = {"": "_", ",": ",", ".": ".", ":": ":", "/": "/", "'": "'", "’": "'", "(": "("}

OTHER_WORD = "x"
OTHER_GAP = ";"


_LONGEST_KEPT = 24  # characters of a word whose letter is worth remembering, and how many of them
_MOST_KEPT = 30_000


class Letters(dict[str, str]):
    """The letter of each word and gap; that of a new one is found once and remembered, up to a bound."""

    def __missing__(self, part: str) -> str:
        """Find the letter of a part that the tables do not have."""
        letter = OTHER_WORD if part.isalpha() else _letter(part)
        if len(part) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[part] = letter
        return letter


class LetterPairs(dict[str, str]):
    """The letters of two grammars for each part, side by side, so that a passage is looked up once for both."""

    def __init__(self, first: Letters, second: Letters) -> None:
        """Begin with no part; each is taken from the letters of both grammars when it is first met."""
        super().__init__()
        self._first, self._second = first, second

    def __missing__(self, part: str) -> str:
        """Put the two letters of a part together."""
        pair = self._first[part] + self._second[part]
        if len(part) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[part] = pair
        return pair

    def shapes(self, parts: list[str]) -> tuple[str, str]:
        """Return one letter for each part, for each of the two grammars; what an edge cuts off is no gap of words."""
        both = "".join(map(self.__getitem__, parts))
        first, second = both[::2], both[1::2]
        if not parts[0]:
            first, second = OTHER_GAP + first[1:], OTHER_GAP + second[1:]
        return (first, second) if parts[-1] else (first[:-1] + OTHER_GAP, second[:-1] + OTHER_GAP)


class Row(NamedTuple):
    """The parts of a passage, gaps at even and words at odd places; ``shape`` has one letter for each part.

    ``offsets[i]`` is where part ``i`` begins in the report's text, with one more at the end.
    """

    shape: str
    parts: list[str]
    offsets: list[int]

    def words(self, start: int, end: int) -> list[str]:
        """Return the words in small letters from part ``start`` to ``end`` (exclusive), without the gaps."""
        return [part.lower() for part in self.parts[start | 1 : end : 2]]


def split_parts(words: str) -> list[str]:
    """Cut a passage into gaps and words in turn, beginning and ending with a gap; an address is one unknown word."""
    if "://" in words or "www." in words:
        words = _ADDRESS.sub(_blotted, words)
    return _PARTS.split(words)


def _blotted(address: re.Match[str]) -> str:
    return OTHER_WORD * len(address[0])


def build_letters(classes: Mapping[str, Iterable[str]]) -> Letters:
    """Return the letter of each word, also with a capital or in capitals; the first class that has it wins."""
    letters = Letters({gap: gap for gap in (" ", "-", ".", ",", ":", "/", "'")})
    letters |= {", ": ",", ". ": ".", "": "_", "’": "'", "–": "-"}
    for letter, words in classes.items():
        for word in words:
            for form in (word, word.capitalize(), word.upper()) if word == word.lower() else (word, word.upper()):
                letters.setdefault(form, letter)
    return letters


def number_letter(digits: str) -> str:
    """Return D for one or two digits, Y for what can be a year, G for a dotted date, K for decimals, I for the rest."""
    if digits.isdecimal():
        if len(digits) <= 2:
            return "D"
        return "Y" if len(digits) == 4 and 1500 <= int(digits) <= 2100 else "I"
    if digits.count(".") == 2 and "," not in digits:
        return "G"
    return "K" if "." in digits else "I"


def _letter(part: str) -> str:
    first = part[0]
    if first in _DIGITS:
        return number_letter(part)
    return OTHER_WORD if first.isalnum() else _gap_letter(part)


def _gap_letter(gap: str) -> str:
    if gap.isspace():
        return " "
    if gap in _HYPHENS:
        return "-"
    sign = gap.lstrip()[0]
    if sign in {"%", "°"}:
        return sign
    if gap[-1] in _CURRENCIES:
        return "$"
    return _PLAIN_GAPS.get(gap.strip(), OTHER_GAP)
