"""Which days of a long story a timeline shows, and which sentences tell them.

A day matters as much as reports speak of it: days are ranked by the number of distinct reports that mention them, which
measured better than counts of sentences or of reports published that day. A day's sentences are those that mention it
and the first ones of reports published on it or the day after; the nearest to their common centre (mentions weigh
double) are printed, without near-repeats. After Martschat and Markert 2018 and Gholipour Ghalandari and Ifrim 2020.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from briefing.assembly.likeness import Vector, content_words, dot, scaled, unit

# How many first sentences of a report tell of the day of its publication or the day before.
_FIRST_SENTENCES = 5
_MENTION_WEIGHS = 2.0
# Two sentences of a day with a greater cosine tell the same.
_REPEAT = 0.5


class DatedPassage(NamedTuple):
    """One sentence of a report that was published on a day, with the days that its words name.

    ``position`` counts the sentences of the report from 0. ``worth`` is added to its nearness to the centre of a day
    (0 to 1). ``printable`` is false for what only counts.
    """

    text: str
    report: str
    published: date | None
    position: int
    days: tuple[date, ...]
    worth: float = 0.0
    printable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReading:
    """Passages read for the days that they tell, whatever is chosen of them.

    ``telling`` holds for each day the indexes of the passages that may tell it, ``words`` the words of each passage
    that carry content. ``kept`` holds for each day that was considered what its passages and their centre were found
    to be, ``known`` texts as vectors, as far as they were asked for.
    """

    passages: tuple[DatedPassage, ...]
    ranked: tuple[date, ...]
    telling: Mapping[date, Sequence[int]]
    words: tuple[tuple[str, ...], ...]
    rarity: Mapping[str, float]
    kept: dict[date, tuple[Mapping[int, Vector], Vector]] = field(default_factory=dict, repr=False, compare=False)
    known: dict[str, Vector] = field(default_factory=dict, repr=False, compare=False)

    def vectors(self, day: date) -> tuple[Mapping[int, Vector], Vector]:
        """Return the passages of a day as vectors, by index, and their common centre."""
        if day not in self.kept:
            self.kept[day] = self._vectors(day)
        return self.kept[day]

    def _vectors(self, day: date) -> tuple[Mapping[int, Vector], Vector]:
        vectors = {index: self._vector(index) for index in self.telling[day]}
        centre: Vector = defaultdict(float)
        for index, vector in vectors.items():
            if day in self.passages[index].days:
                for word, value in vector.items():
                    centre[word] += _MENTION_WEIGHS * value
            else:
                for word, value in vector.items():
                    centre[word] += value
        return vectors, scaled(centre)

    def _vector(self, index: int) -> Vector:
        """Return a passage as a vector; the first ones of a report tell two days, and copies tell the same."""
        text = self.passages[index].text
        if text not in self.known:
            words, rarity = self.words[index], self.rarity
            vector = {word: rarity[word] for word in words if word in rarity}
            if len(vector) < len(words) and len(set(words)) < len(words):  # in few sentences, where words are repeated
                self.known[text] = unit(Counter([word for word in words if word in rarity]), rarity)
            else:
                self.known[text] = scaled(vector)
        return self.known[text]


def read_days(passages: Sequence[DatedPassage]) -> DayReading:
    """Read passages for the days that they tell."""
    words = tuple([content_words(passage.text) for passage in passages])
    return DayReading(
        passages=tuple(passages),
        ranked=rank_days(passages),
        telling=_telling(passages),
        words=words,
        rarity=_rarity(words),
    )


def rank_days(passages: Sequence[DatedPassage]) -> tuple[date, ...]:
    """Return the days by the number of distinct reports that mention them, the most first."""
    told = {(day, passage.report) for passage in passages for day in passage.days}
    reports = Counter(day for day, _ in told)
    return tuple(sorted(reports, key=lambda day: (-reports[day], day)))


def choose_days(
    passages: Sequence[DatedPassage], *, days: int, for_each: int, first: date | None = None, last: date | None = None
) -> tuple[tuple[date, tuple[int, ...]], ...]:
    """Return the chosen days in order, each with the indexes of its passages, the best first.

    At most ``days`` days from ``first`` to ``last`` are chosen, with at most ``for_each`` passages each; no passage is
    told for two days.
    """
    printable = frozenset(index for index, passage in enumerate(passages) if passage.printable)
    return choose_of(read_days(passages), printable, days=days, for_each=for_each, first=first, last=last)


def choose_of(
    reading: DayReading,
    printable: frozenset[int],
    *,
    days: int,
    for_each: int,
    first: date | None = None,
    last: date | None = None,
) -> tuple[tuple[date, tuple[int, ...]], ...]:
    """Choose the days of what was read, of which only the passages of these indexes may be printed."""
    chosen: dict[date, tuple[int, ...]] = {}
    taken: set[int] = set()
    for day in reading.ranked:
        if len(chosen) == days:
            break
        if (first is not None and day < first) or (last is not None and day > last):
            continue
        told = _choose(reading, day, printable, for_each, taken)
        if told:
            chosen[day] = told
            taken.update(told)
    return tuple(sorted(chosen.items()))


def _telling(passages: Sequence[DatedPassage]) -> dict[date, list[int]]:
    """Return for each day the indexes of the passages that may tell it."""
    telling: dict[date, list[int]] = defaultdict(list)
    before: dict[date, date] = {}
    for index, passage in enumerate(passages):
        told: Iterable[date] = passage.days
        day = passage.published
        if passage.position < _FIRST_SENTENCES and day is not None:
            if day not in before:
                before[day] = day - timedelta(days=1)
            told = {*told, day, before[day]}
        for day in told:
            telling[day].append(index)
    return telling


def _rarity(passages: Sequence[Sequence[str]]) -> dict[str, float]:
    told_by = Counter(chain.from_iterable(map(dict.fromkeys, passages)))
    # numbers are left out, most of which are dates here
    return {word: math.log((len(passages) + 1) / count) + 1 for word, count in told_by.items() if not word[0].isdigit()}


def _choose(reading: DayReading, day: date, printable: frozenset[int], number: int, taken: set[int]) -> tuple[int, ...]:
    told = sorted(printable.intersection(reading.telling[day]))
    if not told:
        return ()
    vectors, middle = reading.vectors(day)
    points = {
        index: dot(vectors[index], middle) + reading.passages[index].worth for index in told if index not in taken
    }
    chosen: list[int] = []
    for index in sorted(points, key=lambda index: (-points[index], index)):
        if len(chosen) == number:
            break
        if all(dot(vectors[index], vectors[other]) < _REPEAT for other in chosen):
            chosen.append(index)
    return tuple(chosen)
