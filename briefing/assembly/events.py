"""Which reports tell of the same event: the first cut, before their single passages are compared.

Reports are joined nearest first (average linkage over their words, names and numbers weighing more), and two groups are
one event only when what is common to one of them is found in the other: "Reid" in all reports of the one and in none of
the other, "Lohan" the other way round, are two events told in the same words. The weights are in ``data/linking.toml``.
"""

import heapq
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from briefing.assembly.event_pairs import pairs_alike
from briefing.assembly.vocabulary import Terms, Weights, join_terms, similarity, unit, weight_of
from briefing.data.tables import load_table
from briefing.model.report import PartialDate

# Names and numbers count so much more than other words, and so much more what stands at the head of a report.
_MARKED, _HEAD = 2.0, 2.0
# Reports less alike than this are not compared.
_FLOOR = 0.06
# After so many days between two reports their likeness counts for half: most often it is another event by then.
_HALF_LIFE = 7.0
# Words of such a share of the reports of a group are what the group has in common.
_CORE = 0.4

# What the decision to join two groups rests on, in the order of the weights in the table.
FEATURES = ("alike", "smaller", "larger", "names shared", "words shared")

# So many of them, the last, are shares from 0 to 1; they cost the most to work out.
_SHARES = 2
_ROUNDING = 1e-9

# Two groups to be joined, by their numbers, behind their likeness, taken as negative so that the greatest comes first.
_Pair = tuple[float, int, int]
_Number = TypeVar("_Number", int, float)
# Decides by the features of two groups, which are worked out as they are asked for, and by their members.
Decision = Callable[[Iterable[float], Sequence[int], Sequence[int]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """What is compared of a report: all its telling words, those at its head, and its date."""

    key: str
    terms: Terms
    head: frozenset[str]
    published: PartialDate | None


# The words common to a group: each with the number of reports that have it and its weight, and the sum of the weights.
_Core = tuple[Sequence[tuple[int, int, float]], float]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words of all reports, each with its number, and how telling each is by its number.

    The numbers are in the order of the words, so that they sort as the words do, only faster.
    """

    numbers: Mapping[str, int]
    rarity: Sequence[float]


@dataclass(slots=True)
class _Group:
    """Reports taken for one event so far, their words given by number.

    ``total`` is the sum of their vectors, ``words`` and ``names`` say in how many reports each word stands, and in how
    many as a name or number; what is common to them is worked out when it is first asked for. ``days`` are the first
    and the last day, None when no report has one. ``near`` are the groups to be compared with, each with the product of
    both totals.
    """

    members: list[int]
    total: dict[int, float]
    words: dict[int, int]
    names: dict[int, int]
    days: tuple[int, int] | None
    near: dict[int, float] = field(default_factory=dict)
    common_names: _Core | None = None
    common_words: _Core | None = None


def report_words(key: str, parts: Sequence[Terms], published: PartialDate | None) -> ReportWords:
    """Make the words of a report from those of its sentences; the first four are its head."""
    head = frozenset(word for part in parts[:4] for word in part.counts)
    return ReportWords(key=key, terms=join_terms(parts), head=head, published=published)


def group_reports(reports: Sequence[ReportWords], rarity: Weights) -> tuple[int, ...]:
    """Return a number for each report, the same for reports that tell of one event."""
    table = load_table("linking")["events"]
    weights = tuple(table["weights"][name] for name in FEATURES)
    return join_reports(reports, rarity, _decision(table["constant"], weights, table["least"]))


def _decision(constant: float, weights: Sequence[float], least: float) -> Decision:
    """Return the decision that asks for a likelihood of so much, by no more features than it needs."""
    odds = math.log(least / (1 - least)) - constant
    last = [weights[at:] for at in range(len(weights) - _SHARES, len(weights) + 1)]
    # How much the features after each one can still take away and add.
    open_ends = [(-math.inf, math.inf)] * (len(weights) - len(last))
    ends = open_ends + [(sum(min(0.0, w) for w in rest), sum(max(0.0, w) for w in rest)) for rest in last]

    def one_event(features: Iterable[float], left: Sequence[int], right: Sequence[int]) -> bool:
        del left, right
        known: list[float] = []
        total = 0.0
        for feature, weight, (fewest, most) in zip(features, weights, ends, strict=True):
            known.append(feature)
            total += weight * feature
            if total + most < odds - _ROUNDING:
                return False
            if total + fewest > odds + _ROUNDING:
                return True
        return logistic(constant, weights, known) >= least

    return one_event


def logistic(constant: float, weights: Sequence[float], features: Sequence[float]) -> float:
    """Return the likelihood that a logistic regression gives."""
    total = constant + sum(weight * feature for weight, feature in zip(weights, features, strict=True))
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


def join_reports(reports: Sequence[ReportWords], rarity: Weights, one_event: Decision) -> tuple[int, ...]:
    """Join reports as long as ``one_event`` says so of two groups, by their features and members."""
    order = sorted(range(len(reports)), key=lambda index: reports[index].key)
    ordered = [reports[index] for index in order]
    words = sorted(rarity)
    lexicon = _Lexicon({word: number for number, word in enumerate(words)}, [rarity[word] for word in words])
    groups = {index: _single(index, report, lexicon) for index, report in enumerate(ordered)}
    waiting: list[_Pair] = []
    for left, right in pairs_alike(
        [group.total for group in groups.values()], [group.days for group in groups.values()]
    ):
        one, two = groups[left], groups[right]
        fading = _fading(one.days, two.days)
        if fading >= _FLOOR:
            _compare(waiting, left, right, groups, similarity(one.total, two.total), fading)
    number = len(ordered)
    while waiting:
        minus_alike, left, right = heapq.heappop(waiting)
        if left not in groups or right not in groups:
            continue
        one, two = groups[left], groups[right]
        features = _features(one, two, -minus_alike, lexicon.rarity)
        if not one_event(features, [order[index] for index in one.members], [order[index] for index in two.members]):
            continue
        del groups[left], groups[right]
        days = _both(one.days, two.days)
        products = _products(one, two, days, groups)
        groups[number] = _merged(one, two, days)
        for other, product, fading in products:
            _compare(waiting, other, number, groups, product, fading)
        number += 1
    found = {order[member]: group.members[0] for group in groups.values() for member in group.members}
    return tuple(found[index] for index in range(len(reports)))


def _single(index: int, report: ReportWords, lexicon: _Lexicon) -> _Group:
    day = report.published.first.toordinal() if report.published else None
    vector = _vector(report, lexicon)
    return _Group(
        members=[index],
        total=vector,
        words=dict.fromkeys(vector, 1),
        names=dict.fromkeys([lexicon.numbers[word] for word in report.terms.marked], 1),
        days=None if day is None else (day, day),
    )


def _vector(report: ReportWords, lexicon: _Lexicon) -> dict[int, float]:
    numbers, rarity = lexicon.numbers, lexicon.rarity
    weights = {numbers[word]: weight_of(count) for word, count in report.terms.counts.items()}
    for word in report.terms.marked:
        weights[numbers[word]] *= _MARKED
    for word in report.head:
        weights[numbers[word]] *= _HEAD
    words = sorted(weights)
    return unit(words, [weights[word] * rarity[word] for word in words])


def _compare(
    waiting: list[_Pair], left: int, right: int, groups: Mapping[int, _Group], product: float, fading: float
) -> None:
    """Put two groups on the list of those to be joined, when they are alike enough."""
    one, two = groups[left], groups[right]
    # the average likeness of their reports
    alike = product / (len(one.members) * len(two.members)) * fading
    if alike >= _FLOOR:
        heapq.heappush(waiting, (-alike, left, right))
        one.near[right] = two.near[left] = product


def _fading(one: tuple[int, int] | None, two: tuple[int, int] | None) -> float:
    """Return how much the likeness of two groups counts, the less the more days lie between them."""
    if one is None or two is None:
        return 1.0
    gap = max(two[0] - one[1], one[0] - two[1])
    return 0.5 ** (gap / _HALF_LIFE) if gap > 0 else 1.0


def _both(one: tuple[int, int] | None, two: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the first and the last day of two groups."""
    if one is None or two is None:
        return one or two
    return min(one[0], two[0]), max(one[1], two[1])


def _products(
    one: _Group, two: _Group, days: tuple[int, int] | None, groups: Mapping[int, _Group]
) -> list[tuple[int, float, float]]:
    """Return the products of the total of two groups with those of the groups near either, and how much they count.

    The product with a sum is the sum of the products, of which at least one is known.
    """
    products: list[tuple[int, float, float]] = []
    first_with, second_with = one.near.get, two.near.get
    for other in (one.near.keys() | two.near.keys()) & groups.keys():
        group = groups[other]
        fading = _fading(days, group.days)
        # After too many days even the same words are not alike enough.
        if fading < _FLOOR:
            continue
        first, second = first_with(other), second_with(other)
        if first is None:
            first = similarity(one.total, group.total)
        if second is None:
            second = similarity(two.total, group.total)
        products.append((other, first + second, fading))
    return products


def _merged(one: _Group, two: _Group, days: tuple[int, int] | None) -> _Group:
    """Make one group of two, which are used up."""
    if len(one.words) < len(two.words):
        one, two = two, one
    return _Group(
        members=sorted(one.members + two.members),
        total=_added(one.total, two.total),
        words=_added(one.words, two.words),
        names=_added(one.names, two.names),
        days=days,
    )


def _added(one: dict[int, _Number], two: Mapping[int, _Number]) -> dict[int, _Number]:
    """Add the numbers of the second to the first, and return it."""
    for word, number in two.items():
        one[word] = one[word] + number if word in one else number
    return one


def _features(one: _Group, two: _Group, alike: float, rarity: Sequence[float]) -> Iterator[float]:
    """Give what the decision rests on, as named in ``FEATURES``, one after the other."""
    if (len(one.members), one.members[0]) > (len(two.members), two.members[0]):
        one, two = two, one
    size, larger = len(one.members), len(two.members)
    yield math.sqrt(max(0.0, alike))
    yield math.log(size)
    yield math.log(larger)
    if two.common_names is None:
        two.common_names = _core(two.names, larger, rarity)
    yield _shared(two.common_names, larger, one.names, size)
    if two.common_words is None:
        two.common_words = _core(two.words, larger, rarity)
    yield _shared(two.common_words, larger, one.words, size)


def _core(counts: Mapping[int, int], size: int, rarity: Sequence[float]) -> _Core:
    least = _CORE * size
    common = sorted([item for item in counts.items() if item[1] >= least])
    core = [(word, count, (count / size) ** 2 * rarity[word]) for word, count in common]
    return core, sum([weight for _, _, weight in core])


def _shared(core: _Core, core_size: int, others: Mapping[int, int], size: int) -> float:
    """Return the share of what is common to a group of so many reports that the other one has."""
    words, whole = core
    found, count_in = 0.0, others.get
    for word, count, weight in words:
        other = count_in(word)
        if other is not None:
            # as large a share of the reports counts in full
            found += weight if other * core_size >= count * size else weight * (other * core_size) / (count * size)
    return found / whole if whole else 0.0
