"""Patterns that are tried only on a sentence that has a word which they need, since most sentences have none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model.findings import Sentence

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"(?P<letters>[a-zà-ÿ]+)|\\.|\[(?:\\.|[^\]\\])*\]|.", re.IGNORECASE | re.DOTALL)
_QUANTIFIER = re.compile(r"[*+?]|\{\d*,?\d*\}")
_OPTIONAL = re.compile(r"[*?]|\{0?,")
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"\([^()]*\)")
_ASIDE = ("(?=", "(?!", "(?<=", "(?<!")


def split_words(text: str) -> frozenset[str]:
    """Return the words of a sentence in small letters, as these patterns are asked about them."""
    return frozenset(_WORD.findall(text.lower()))


def words_of_sentences(text: str, sentences: Sequence[Sentence]) -> tuple[frozenset[str], ...]:
    """Return the words of each sentence of a text."""
    return tuple(split_words(text[sentence.start : sentence.end]) for sentence in sentences)


@dataclass(frozen=True, slots=True)
class WordedPatterns:
    """Patterns with the words they need: those that need none are in ``always``, all by their indexes.

    ``by_word`` has the patterns of each word that calls for them. ``others`` are, for each pattern, further choices of
    words of which it needs one each, and ``counting`` are those that need a digit. ``asked`` are all these words.
    """

    patterns: tuple[re.Pattern[str], ...]
    always: frozenset[int]
    by_word: dict[str, tuple[int, ...]]
    others: tuple[tuple[frozenset[str], ...], ...]
    counting: frozenset[int]
    asked: frozenset[str]

    def search(self, text: str, words: frozenset[str]) -> re.Match[str] | None:
        """Find the first match in a sentence with these words; of two at one place, that of the earlier pattern."""
        met = words & self.by_word.keys()
        if not met and not self.always:
            return None
        first: re.Match[str] | None = None
        for index in sorted(self.always.union(*(self.by_word[word] for word in met))):
            if not self._may_match(index, text, words):
                continue
            match = self.patterns[index].search(text)
            if match is not None and (first is None or match.start() < first.start()):
                first = match
        return first

    def _may_match(self, index: int, text: str, words: frozenset[str]) -> bool:
        """Tell whether a sentence has all else that a pattern needs."""
        if any(need.isdisjoint(words) for need in self.others[index]):
            return False
        return index not in self.counting or _DIGIT.search(text) is not None


def build_worded(patterns: Sequence[str], *, before: str = "", after: str = "") -> WordedPatterns:
    """Compile patterns without regard to case, each between two others; both must stand at the edge of a word."""
    by_word: dict[str, list[int]] = {}
    always, others = set(), []
    for index, pattern in enumerate(patterns):
        words, needs = needed_words(pattern), _needs(_plain_pieces(pattern), left=bool(before), right=bool(after))
        for word in sorted(words):
            by_word.setdefault(word, []).append(index)
        if not words:
            always.add(index)
        others.append(tuple(need for need in needs if need != words))
    return WordedPatterns(
        patterns=tuple(re.compile(f"{before}(?:{pattern}){after}", re.IGNORECASE) for pattern in patterns),
        always=frozenset(always),
        by_word={word: tuple(indexes) for word, indexes in by_word.items()},
        others=tuple(others),
        counting=frozenset(index for index, pattern in enumerate(patterns) if _needs_digit(pattern)),
        asked=frozenset(by_word).union(*(need for needs in others for need in needs)),
    )


class _Piece(NamedTuple):
    """One piece of a pattern: letters, a group, or anything else, with its quantifier."""

    text: str
    quantifier: str

    @property
    def is_optional(self) -> bool:
        return _OPTIONAL.match(self.quantifier) is not None

    @property
    def is_edge(self) -> bool:
        """Tell whether a word must end here: a blank, a mark or the edge of a word."""
        mark = self.text[1:] if self.text[0] == "\\" else self.text
        return self.text in {r"\b", r"\s"} or (len(mark) == 1 and not mark.isalnum() and self.text not in {"_", "."})

    @property
    def is_nothing(self) -> bool:
        """Tell whether the piece may be passed over when an edge is looked for, such as whole words or a look ahead."""
        words = self.text.startswith("(?:") and all(choice.endswith(" ") for choice in _choices(self.text[3:-1]))
        return self.text.startswith(_ASIDE) or (self.is_optional and (self.is_edge or self.text == r"\s" or words))


def needed_words(pattern: str, *, left: bool = True, right: bool = True) -> frozenset[str]:
    """Return words of which any text that the pattern matches has one, in small letters; none where that is open.

    ``left`` and ``right`` tell whether the pattern begins and ends at the edge of a word. Of several choices the one
    with the longest words is taken, because long words are rare.
    """
    best: frozenset[str] = frozenset()
    for words in _needs(_plain_pieces(pattern), left=left, right=right):
        if min(map(len, words)) > min(map(len, best), default=0):
            best = words
    return best


def _needs(pieces: Sequence[_Piece], *, left: bool, right: bool) -> list[frozenset[str]]:
    """Return, for each piece that is a choice of words, these words; a match has one of each."""
    needs = []
    for index, piece in enumerate(pieces):
        begins = pieces[index - 1].is_edge if index else left
        ends = pieces[index + 1].is_edge if index + 1 < len(pieces) else right
        needs.append(_words_of(piece, begins=begins, ends=ends))
    return [words for words in needs if words]


def _plain_pieces(pattern: str) -> list[_Piece]:
    return [piece for piece in _pieces(pattern) if not piece.is_nothing]


def _needs_digit(pattern: str) -> bool:
    """Tell whether every match of a pattern has a digit."""
    return "|" not in _GROUP.sub("", pattern) and any(
        piece.text == r"\d" and not piece.is_optional for piece in _pieces(pattern)
    )


def _words_of(piece: _Piece, *, begins: bool, ends: bool) -> frozenset[str]:
    if piece.text.isalpha():
        if not (begins and ends) or piece.quantifier not in {"", "?"}:
            return frozenset()
        word = piece.text.lower()
        return frozenset({word, word[:-1]} if piece.quantifier else {word})
    if not piece.text.startswith("(") or piece.is_optional:
        return frozenset()
    inner = piece.text[1:-1].removeprefix("?:")
    choices = [needed_words(choice, left=begins, right=ends) for choice in _choices(inner)]
    return frozenset().union(*choices) if all(choices) else frozenset()


def _pieces(pattern: str) -> Iterator[_Piece]:
    position = 0
    while position < len(pattern):
        end = _group_end(pattern, position) if pattern[position] == "(" else _end_of_piece(pattern, position)
        quantifier = _QUANTIFIER.match(pattern, end)
        yield _Piece(pattern[position:end], quantifier.group() if quantifier else "")
        position = quantifier.end() if quantifier else end


def _end_of_piece(pattern: str, position: int) -> int:
    match = _PIECE.match(pattern, position)
    assert match is not None
    return match.end()


def _group_end(pattern: str, position: int) -> int:
    """Return where the group that opens at ``position`` has been closed."""
    depth = 0
    for match in _PIECE.finditer(pattern, position):
        depth += (match.group() == "(") - (match.group() == ")")
        if depth == 0:
            return match.end()
    raise ValueError(f"A bracket of the pattern “{pattern}” is not closed.")


def _choices(inner: str) -> Iterator[str]:
    """Cut the inside of a group at its bars, but not at those of the groups in it."""
    depth, start = 0, 0
    for match in _PIECE.finditer(inner):
        depth += (match.group() == "(") - (match.group() == ")")
        if depth == 0 and match.group() == "|":
            yield inner[start : match.start()]
            start = match.end()
    yield inner[start:]
