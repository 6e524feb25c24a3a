"""What the texts of a set have in common: what each tells first, what others repeat, which resemble it."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from briefing.assembly.manner import words_of
from briefing.data.tables import load_table

# Cosines from which two texts speak of one matter, and tell nearly the same.
_SIMILAR, _CLOSE = 0.1, 0.25
# A word repeated more often than this says no more than one repeated so often.
_REPEATED = 4
_STEM = 6

Vector = dict[str, float]
_Text = tuple[str, str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """One text among the others of its set.

    ``echo`` counts the repetitions of words that it tells first; ``title`` is the share of the words of the set's title
    in its opening, ``title_first`` of those that it has first; ``central`` its cosine to the mean of all.
    """

    echo: int
    title: float
    title_first: float
    similar_later: int
    similar_earlier: int
    close_later: int
    close_earlier: int
    nearest_later: float
    nearest_earlier: float
    central: float


@cache
def _common() -> frozenset[str]:
    return frozenset(load_table("ranking")["common_words"]["words"].split())


@lru_cache(maxsize=1 << 15)
def content_words(text: str) -> tuple[str, ...]:
    """Return the words that carry content, cut to their first letters so that "attacks" and "attacked" are one."""
    return tuple(chain.from_iterable(filter(None, map(_content_of, text.lower().split()))))


@lru_cache(maxsize=1 << 16)
def _content_of(piece: str) -> tuple[str, ...]:
    """Return the words that carry content of what stands between two spaces, cut to their first letters."""
    if piece.isalnum():
        return (piece[:_STEM],) if len(piece) > 2 and piece not in _common() else ()
    return tuple([word[:_STEM] for word in words_of(piece) if len(word) > 2 and word not in _common()])


def compare(texts: Sequence[_Text], title: str) -> tuple[Likeness, ...]:
    """Compare the texts of a set, each with its opening and its moment, among each other and with the set's title."""
    words = [content_words(text) for text, _, _ in texts]
    told_by = Counter(word for told in words for word in dict.fromkeys(told))
    rarity = {word: math.log((len(texts) + 1) / count) for word, count in told_by.items()}
    order = sorted(range(len(texts)), key=lambda index: (texts[index][2], index))
    first: dict[str, int] = {}
    for index in order:
        for word in words[index]:
            first.setdefault(word, index)
    vectors = [unit(Counter(told), rarity) for told in words]
    mean = _mean(vectors)
    share = _shares(frozenset(content_words(title)) & set(rarity), rarity)
    place = {index: position for position, index in enumerate(order)}
    later, earlier = _cosines(vectors, [place[index] for index in range(len(texts))])
    return tuple(
        _likeness(
            index,
            frozenset(words[index]),
            frozenset(content_words(texts[index][1])),
            first=first,
            told_by=told_by,
            share=share,
            central=dot(vectors[index], mean),
            later=later[index],
            earlier=earlier[index],
        )
        for index in range(len(texts))
    )


def _likeness(
    index: int,
    words: frozenset[str],
    opening: frozenset[str],
    *,
    first: Mapping[str, int],
    told_by: Mapping[str, int],
    share: Mapping[str, float],
    central: float,
    later: Sequence[float],
    earlier: Sequence[float],
) -> Likeness:
    new = [word for word in words if first[word] == index]
    similar_later, similar_earlier = _above(_SIMILAR, later), _above(_SIMILAR, earlier)
    return Likeness(
        echo=sum([min(_REPEATED, told_by[word] - 1) for word in new]),
        title=math.fsum([share[word] for word in opening if word in share]),
        title_first=math.fsum([share[word] for word in new if word in share]),
        similar_later=len(similar_later),
        similar_earlier=len(similar_earlier),
        close_later=len(_above(_CLOSE, similar_later)),
        close_earlier=len(_above(_CLOSE, similar_earlier)),
        nearest_later=max(later, default=0.0),
        nearest_earlier=max(earlier, default=0.0),
        central=central,
    )


def _above(least: float, cosines: Sequence[float]) -> list[float]:
    return [cosine for cosine in cosines if cosine > least]


def _shares(named: frozenset[str], rarity: Mapping[str, float]) -> dict[str, float]:
    whole = math.fsum(rarity[word] for word in named) or 1.0
    return {word: rarity[word] / whole for word in named}


def unit(counts: Mapping[str, int], rarity: Mapping[str, float]) -> Vector:
    """Return the vector of a text, of length one: each word by its rarity, repeated words a little more."""
    vector = {
        word: rarity[word] if count == 1 else (1 + math.log(count)) * rarity[word] for word, count in counts.items()
    }
    return scaled(vector)


def scaled(vector: Vector) -> Vector:
    """Return the vector with length one."""
    length = math.sqrt(math.fsum([value * value for value in vector.values()])) or 1.0
    return {word: value / length for word, value in vector.items()}


def dot(one: Vector, other: Vector) -> float:
    """Return the product of two vectors, which is their cosine when both have length one."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum([value * long[word] for word, value in short.items() if word in long])


def _mean(vectors: Sequence[Vector]) -> Vector:
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, value in vector.items():
            total[word] += value
    return scaled(total)


def _cosines(vectors: Sequence[Vector], places: Sequence[int]) -> tuple[list[list[float]], list[list[float]]]:
    """Return for each text the cosines to the later and to the earlier ones that share a word with it.

    ``places`` are the places of the texts in the order of time.
    """
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    later: list[list[float]] = [[] for _ in vectors]
    earlier: list[list[float]] = [[] for _ in vectors]
    for index, vector in enumerate(vectors):
        cosines: dict[int, float] = defaultdict(float)
        for word, value in vector.items():
            for other, weight in holders[word]:
                cosines[other] += value * weight
            holders[word].append((index, value))
        place = places[index]
        for other, cosine in cosines.items():
            first, last = (index, other) if place < places[other] else (other, index)
            later[first].append(cosine)
            earlier[last].append(cosine)
    return later, earlier
