"""What readers came back to: how much a text matters among the others that were told, learned from editors' choices.

Each text of a set is measured by traits (its length, its place in the order of telling, what it tells for the first
time and others repeat, the texts that resemble it, the actions and figures that it tells, how it is worded). The
weights of the traits are in ``data/ranking.toml``, which says on what they were fitted. A trait that only means
something among the others of its set ("longer than the others") also counts by its distance from their mean.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assembly.likeness import Likeness, compare, content_words
from briefing.assembly.manner import count_digits, count_words_of, measure_manner
from briefing.data.tables import load_table

Traits = dict[str, float]

# Traits that are also measured against the mean of the set, in units of its standard deviation (no less than this).
RELATIVE = (
    "length", "opening_length", "echo", "title", "title_first", "similar_later", "similar_earlier", "close_later",
    "close_earlier", "nearest_later", "nearest_earlier", "central", "first_person", "kinds", "kind", "figures",
    "digits",
)  # fmt: skip
_LEAST_SPREAD = 0.05
_KNOTS = (0.2, 0.4, 0.6, 0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One text of a set: ``moment`` orders it in time (any unit), ``opening`` is its first sentence.

    ``kinds`` are the kinds of action said to have happened, ``opening_acts`` whether the opening tells one; ``people``
    whether it counts people killed, injured, missing or displaced, ``opening_people`` whether its opening does.
    """

    text: str
    opening: str
    moment: float
    kinds: frozenset[str]
    opening_acts: bool
    people: bool
    opening_people: bool
    figures: int


def weigh(tellings: Sequence[Telling], title: str = "") -> tuple[float, ...]:
    """Return how much each text matters among the others: zero is the mean of the set, one a standard deviation.

    ``title`` says what the whole set is about, where that is known.
    """
    table = load_table("ranking")["learned"]
    return combine(measure(tellings, title), table["plain"], table["relative"])


def combine(traits: Sequence[Traits], plain: Traits, relative: Traits) -> tuple[float, ...]:
    """Sum up the traits of each text by the weights given, and set the results beside their mean."""
    compared = stand_out(traits)
    sums = [
        sum(weight * one[name] for name, weight in plain.items())
        + sum(weight * other[name] for name, weight in relative.items())
        for one, other in zip(traits, compared, strict=True)
    ]
    return _standard(sums)


def measure(tellings: Sequence[Telling], title: str) -> tuple[Traits, ...]:
    """Measure the traits of each text of a set, in the order given."""
    likeness = compare([(telling.text, telling.opening, telling.moment) for telling in tellings], title)
    ranks = _ranks([telling.moment for telling in tellings])
    return tuple(
        _order(rank, len(tellings)) | _likeness(like) | _told(telling) | measure_manner(telling.text, telling.opening)
        for telling, like, rank in zip(tellings, likeness, ranks, strict=True)
    )


def stand_out(traits: Sequence[Traits]) -> tuple[Traits, ...]:
    """Return the relative traits of each text: how far it is from the mean of its set."""
    columns = {name: _standard([one[name] for one in traits], _LEAST_SPREAD) for name in RELATIVE}
    return tuple({name: columns[name][index] for name in RELATIVE} for index in range(len(traits)))


def _standard(values: Sequence[float], least: float = 1e-9) -> tuple[float, ...]:
    mean = sum(values) / len(values) if values else 0.0
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) if values else 0.0
    return tuple((value - mean) / max(spread, least) for value in values)


def _ranks(moments: Sequence[float]) -> list[float]:
    """Return the place of each moment in the order of time, from 0; those of one moment share the mean of theirs."""
    ordered = sorted(moments)
    first = {moment: index for index, moment in reversed(list(enumerate(ordered)))}
    count = Counter(ordered)
    return [first[moment] + (count[moment] - 1) / 2 for moment in moments]


def _order(rank: float, number: int) -> Traits:
    """Place a text in the order of telling: 0 is the first, 1 the last; the effect is not a straight line."""
    share = rank / max(1, number - 1)
    over = {f"order_over_{round(100 * knot)}": max(0.0, share - knot) for knot in _KNOTS}
    return {
        "order": share,
        "order_squared": share**2,
        **over,
        "order_by_number": share * math.log(max(1, number)),
        "told_after": math.log(number - rank),
        "told_first": math.exp(-rank / 3),
    }


def _likeness(like: Likeness) -> Traits:
    return {
        "echo": math.log1p(like.echo),
        "title": like.title,
        "title_first": like.title_first,
        "similar_later": math.log1p(like.similar_later),
        "similar_earlier": math.log1p(like.similar_earlier),
        "close_later": math.log1p(like.close_later),
        "close_earlier": math.log1p(like.close_earlier),
        "nearest_later": like.nearest_later,
        "nearest_earlier": like.nearest_earlier,
        "central": like.central,
    }


def _told(telling: Telling) -> Traits:
    weights: dict[str, float] = load_table("ranking")["kinds"]
    values = [weights.get(kind, weights["other"]) for kind in sorted(telling.kinds)]
    return {
        "length": math.log1p(count_words_of(telling.text)),
        "opening_length": math.log1p(count_words_of(telling.opening)),
        "kind": max(values, default=weights["none"]),
        "kinds": math.log1p(len(values)),
        "opening_acts": float(telling.opening_acts),
        "people": float(telling.people),
        "opening_people": float(telling.opening_people),
        "figures": math.log1p(telling.figures),
        "digits": math.log1p(count_digits(telling.text)),
    }


__all__ = ["RELATIVE", "Telling", "Traits", "combine", "content_words", "measure", "stand_out", "weigh"]
