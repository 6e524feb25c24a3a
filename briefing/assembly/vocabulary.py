"""The words by which texts are compared: stems without the commonest words, weighed by their rarity."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TypeVar

from briefing.data.tables import load_table

Weights = Mapping[str, float]
# A word, or its number.
_Word = TypeVar("_Word", str, int)

_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# The same for texts without other letters, and faster.
_ASCII_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[.,][0-9]+)*")
# News in general counts as much as so many reports when the rarity of a word is told.
_BACKGROUND = 100
# The share of reports that use a word which the table of common words does not list.
_UNLISTED = 0.004


@dataclass(frozen=True, slots=True)
class Terms:
    """The telling words of a text with their counts; ``marked`` are those written as names or numbers."""

    counts: Mapping[str, int]
    marked: frozenset[str]


def read_terms(text: str) -> Terms:
    """Return the telling words of a text."""
    counts: dict[str, int] = {}
    marked = []
    for word, is_marked in map(_term, _tokens(text)):
        if word:
            counts[word] = counts[word] + 1 if word in counts else 1
            if is_marked:
                marked.append(word)
    return Terms(counts, frozenset(marked))


def join_terms(parts: Iterable[Terms]) -> Terms:
    """Return the telling words of several texts taken together."""
    counts: dict[str, int] = {}
    marked: set[str] = set()
    for part in parts:
        for word, count in part.counts.items():
            counts[word] = counts.get(word, 0) + count
        marked |= part.marked
    return Terms(counts, frozenset(marked))


def _tokens(text: str) -> list[str]:
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


@lru_cache(maxsize=1 << 17)
def _term(token: str) -> tuple[str, bool]:
    """Return the stem of a token, "" for one that tells nothing, and whether it is a name or a number."""
    if token[0].isdigit():
        return token, True
    folded = token.casefold()
    if len(folded) < 2 or folded in _stop_words():
        return "", False
    return _stem(folded), token[0].isupper()


def telling_words(text: str) -> list[str]:
    """Return the stems of the telling words in the order of the text, without numbers."""
    return [word for token in _tokens(text) if (word := _term(token)[0]) and not word[0].isdigit()]


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(load_table("assembly_words")["stop"])


def _stem(word: str) -> str:
    """Cut the commonest English endings, so that "withdrew its forces" and "withdrawing forces" share a word."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


@cache
def _shares() -> dict[str, float]:
    return {word: level["share"] for level in load_table("word_shares")["level"] for word in level["words"].split()}


def weigh_rarity(texts: Iterable[Iterable[str]]) -> Weights:
    """Return how telling each word is: the rarer over these texts and in news in general, the more."""
    listed = [list(text) for text in texts]
    spread = Counter(chain.from_iterable(listed))
    total, shares = len(listed) + _BACKGROUND, _shares()
    return {
        word: math.log(1 + total / (count + _BACKGROUND * shares.get(word, _UNLISTED)))
        for word, count in spread.items()
    }


def unit(words: Sequence[_Word], weights: Sequence[float]) -> dict[_Word, float]:
    """Return the weights of words (or of their numbers), which are given in order, scaled to length 1.

    The order makes sums over two vectors the same to the last digit, whichever comes first.
    """
    length = math.sqrt(sum([weight * weight for weight in weights])) or 1.0
    return dict(zip(words, [weight / length for weight in weights], strict=True))


def weight_of(count: int) -> float:
    """Return how much a word counts that stands so often in a text: the more often, the less each time."""
    return 1.0 if count == 1 else 1.0 + math.log(count)


def similarity(first: Mapping[_Word, float], second: Mapping[_Word, float]) -> float:
    """Return the sum of the products of what two vectors share: the cosine, for vectors of length 1."""
    if len(first) > len(second):
        first, second = second, first
    total = 0.0
    for word, weight in first.items():
        if word in second:
            total += weight * second[word]
    return total
