"""Which texts are copies: passages of nearly one wording, reports that carry one text, the text of an agency."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from briefing.assembly.vocabulary import telling_words
from briefing.data.tables import load_table

# Share of the shorter wording that two sentences must have in common to be copies of one text.
_COPY = 0.8
# A wording of fewer telling words is too short to be a copy.
_FEWEST = 4
# Two reports are one text when such a share of the sentences of the shorter one, of so many at least, is in both.
_CARRIED, _SENTENCES = 0.6, 3
# A sentence that tells something has more words than this.
_WORDS = 6
_END = re.compile(r"\.\s|!\s|\?\s|\n")
# The dateline or byline of an agency stands within so many characters.
_HEAD = 120


def is_reworded(text: str, others: AbstractSet[str]) -> bool:
    """Tell whether nearly all telling words of a passage stand in one of others, or the other way round."""
    words, total = _counted(text)
    if total < _FEWEST:
        return False
    return text in others or any(_nearly_one_wording(words, total, *_counted(other)) for other in others)


def _nearly_one_wording(one: Mapping[str, int], total_one: int, two: Mapping[str, int], total_two: int) -> bool:
    """Tell whether the shorter of two passages has nearly all its telling words in the other one."""
    shorter = min(total_one, total_two)
    if shorter < _FEWEST:
        return False
    shared = one.keys() & two.keys()
    needed = _COPY * shorter
    # Hardly any word stands twice in a sentence, so that most pairs are told by the number of words they share.
    if len(shared) + (total_one - len(one)) + (total_two - len(two)) < needed:
        return False
    return sum([min(one[word], two[word]) for word in shared]) >= needed


@lru_cache(maxsize=1 << 13)
def _counted(text: str) -> tuple[Mapping[str, int], int]:
    """Return how often each telling word stands in a text, and how many there are."""
    words, counts = telling_words(text), dict[str, int]()
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts, len(words)


def is_reprinted(sentences: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    """Tell whether most sentences of a report stand in one of others, or the other way round, word for word."""
    for other in others:
        if sentences.isdisjoint(other):
            continue
        shorter = min(len(sentences), len(other))
        if shorter >= _SENTENCES and len(sentences & other) >= _CARRIED * shorter:
            return True
    return False


class _Folded(dict[int, str]):
    """The characters of words without their case, and a space for all others, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = [sign if sign.isalnum() or sign == "_" else " " for sign in chr(code).casefold()]
        self[code] = kept = "".join(folded)
        return kept


_FOLDED = _Folded()
_FOLDED_ASCII = bytes(ord(_FOLDED[code]) if code < 128 else code for code in range(256))


def long_sentences(text: str) -> frozenset[str]:
    """Return the longer sentences of a text, roughly, in a form in which copies are equal."""
    found = set()
    for piece in _END.split(text):
        # Most sentences are plain ASCII, which is folded far quicker as bytes.
        plain = piece.isascii()
        folded = piece.encode().translate(_FOLDED_ASCII).decode() if plain else piece.translate(_FOLDED)
        sentence = folded.strip()
        if sentence.count(" ") >= _WORDS:
            while "  " in sentence:
                sentence = sentence.replace("  ", " ")
            if sentence.count(" ") >= _WORDS:
                found.add(sentence)
    return frozenset(found)


def wire_of(text: str) -> str:
    """Return the agency whose text a report prints, as its dateline or byline tells ("HAMA (Reuters) - "), else ""."""
    wires: dict[str, str] = load_table("independence")["wires"]
    found = _wire_line().search(text[:_HEAD])
    return wires[next(group for group in found.groups() if group)] if found else ""


@cache
def _wire_line() -> re.Pattern[str]:
    names = "|".join(map(re.escape, load_table("independence")["wires"]))
    line = rf"\((?:[\w ]+[/,] ?)?({names})\)|^[^.\n]{{0,60}}?\b({names})\s*[-–—]\s|^\W*(?:By )?({names})\s*$"
    return re.compile(line, re.MULTILINE)
