"""A sentence as a row of word classes, so that rules of grammar are short patterns instead of long lists of words.

"on 6 December 2024" becomes ``xo D A Y``-like letters: one character for each word and one for each gap between words.
The words behind the letters are data; the patterns run over the letters only, in one pass, whatever the text holds.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

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


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of a passage, gaps at even and words at odd places; ``shape`` has one letter for each part.

    ``offsets[i]`` is where part ``i`` begins in the report's text, with one more at the end.
    """

    shape: str
    parts: list[str]
    offsets: list[int]

    def words(self, start: int, end: int) -> list[str]:
        """Return the words in small letters from part ``start`` to ``end`` (exclusive), without the gaps."""
        return [part.lower() for part in self.parts[start | 1 : end : 2]]


def build_row(text: str, start: int, end: int, letters: Mapping[str, str]) -> Row:
    """Cut characters ``start`` to ``end`` into words and gaps and give each its letter."""
    words = text[start:end]
    if "://" in words or "www." in words:
        words = _ADDRESS.sub(_blotted, words)
    parts = _PARTS.split(words)
    find = letters.get
    shape = "".join([find(part) or (OTHER_WORD if part.isalpha() else _letter(part)) for part in parts])
    if not parts[0]:
        shape = OTHER_GAP + shape[1:]
    if not parts[-1]:
        shape = shape[:-1] + OTHER_GAP
    return Row(shape, parts, list(accumulate(map(len, parts), initial=start)))


def _blotted(address: re.Match[str]) -> str:
    return OTHER_WORD * len(address[0])


def build_letters(classes: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return the letter of each word, also with a capital or in capitals; the first class that has it wins."""
    letters = {gap: gap for gap in (" ", "-", ".", ",", ":", "/", "'")}
    letters |= {", ": ",", ". ": ".", "": "_", "’": "'", "–": "-"}
    for letter, words in classes.items():
        for word in words:
            for form in (word, word.capitalize(), word.upper()) if word == word.lower() else (word, word.upper()):
                letters.setdefault(form, letter)
    for number in range(10000):
        letters.setdefault(str(number), number_letter(str(number)))
    for number in range(10):
        letters[f"0{number}"] = "D"
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
