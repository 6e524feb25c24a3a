"""Which days of a long story a timeline shows, and which sentences tell them.

A day matters as much as reports speak of it: days are ranked by the number of distinct reports that mention them, which
measured better than counts of sentences or of reports published that day. A day's sentences are those that mention it
and the first ones of reports published on it or the day after; the nearest to their common centre (mentions weigh
double) are printed, without near-repeats. After Martschat and Markert 2018 and Gholipour Ghalandari and Ifrim 2020.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.assembly.likeness import Vector, content_words, dot, scaled, unit

# How many first sentences of a report tell of the day of its publication or the day before.
_FIRST_SENTENCES = 5
_MENTION_WEIGHS = 2.0
# Two sentences of a day with a greater cosine tell the same.
_REPEAT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedPassage:
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
    telling = _telling(passages)
    rarity = _rarity(passages)
    chosen: dict[date, tuple[int, ...]] = {}
    taken: set[int] = set()
    for day in rank_days(passages):
        if len(chosen) == days:
            break
        if (first is not None and day < first) or (last is not None and day > last):
            continue
        told = _choose(passages, day, telling[day], rarity, for_each, taken)
        if told:
            chosen[day] = told
            taken.update(told)
    return tuple(sorted(chosen.items()))


def _telling(passages: Sequence[DatedPassage]) -> dict[date, list[int]]:
    """Return for each day the indexes of the passages that may tell it."""
    telling: dict[date, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        told = set(passage.days)
        if passage.published is not None and passage.position < _FIRST_SENTENCES:
            told |= {passage.published, passage.published - timedelta(days=1)}
        for day in sorted(told):
            telling[day].append(index)
    return telling


def _words(passage: DatedPassage) -> list[str]:
    """Return the words that carry content; numbers are left out, most of which are dates here."""
    return [word for word in content_words(passage.text) if not word[0].isdigit()]


def _rarity(passages: Sequence[DatedPassage]) -> dict[str, float]:
    told_by = Counter(word for passage in passages for word in dict.fromkeys(_words(passage)))
    return {word: math.log((len(passages) + 1) / count) + 1 for word, count in told_by.items()}


def _choose(
    passages: Sequence[DatedPassage],
    day: date,
    telling: Sequence[int],
    rarity: Mapping[str, float],
    number: int,
    taken: set[int],
) -> tuple[int, ...]:
    if not any(passages[index].printable for index in telling):
        return ()
    vectors = {index: unit(Counter(_words(passages[index])), rarity) for index in telling}
    centre: Vector = defaultdict(float)
    for index, vector in vectors.items():
        weight = _MENTION_WEIGHS if day in passages[index].days else 1.0
        for word, value in vector.items():
            centre[word] += weight * value
    middle = scaled(centre)
    points = {
        index: dot(vectors[index], middle) + passages[index].worth
        for index in telling
        if passages[index].printable and index not in taken
    }
    chosen: list[int] = []
    for index in sorted(points, key=lambda index: (-points[index], index)):
        if len(chosen) == number:
            break
        if all(dot(vectors[index], vectors[other]) < _REPEAT for other in chosen):
            chosen.append(index)
    return tuple(chosen)
