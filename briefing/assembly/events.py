"""Which reports tell of the same event: the first cut, before their single passages are compared.

Reports are joined nearest first (average linkage over their words, names and numbers weighing more), and two groups are
one event only when what is common to one of them is found in the other: "Reid" in all reports of the one and in none of
the other, "Lohan" the other way round, are two events told in the same words. The weights are in ``data/linking.toml``.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from briefing.assembly.vocabulary import Terms, Weights, join_terms, similarity, unit, weight_of
from briefing.data.tables import load_table
from briefing.model.report import PartialDate

# Names and numbers count so much more than other words, and so much more what stands at the head of a report.
_MARKED, _HEAD = 2.0, 2.0
# Reports less alike than this are not compared.
_FLOOR = 0.06
# Each report is compared with those that share its most telling words, at most so many of them.
_TELLING, _PARTNERS = 20, 12
# A word of more reports than this is looked at among reports of about one day only.
_CROWD = 40
# After so many days between two reports their likeness counts for half: most often it is another event by then.
_HALF_LIFE = 7.0
# Words of such a share of the reports of a group are what the group has in common.
_CORE = 0.4

# What the decision to join two groups rests on, in the order of the weights in the table.
FEATURES = ("alike", "smaller", "larger", "names shared", "words shared")

_Number = TypeVar("_Number", int, float)
Decision = Callable[[Sequence[float], Sequence[int], Sequence[int]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWords:
    """What is compared of a report: all its telling words, those at its head, and its date."""

    key: str
    terms: Terms
    head: frozenset[str]
    published: PartialDate | None


# The words common to a group: each with the number of reports that have it and its weight, and the sum of the weights.
_Core = tuple[tuple[tuple[str, int, float], ...], float]


@dataclass(slots=True)
class _Group:
    """Reports taken for one event so far.

    ``total`` is the sum of their vectors, ``words`` and ``names`` say in how many reports each word stands, and in how
    many as a name or number; what is common to them is worked out when it is first asked for. ``near`` are the groups
    to be compared with, each with the product of both totals.
    """

    members: list[int]
    total: dict[str, float]
    words: dict[str, int]
    names: dict[str, int]
    days: list[int]
    near: dict[int, float] = field(default_factory=dict)
    common: tuple[_Core, _Core] | None = None


def report_words(key: str, parts: Sequence[Terms], published: PartialDate | None) -> ReportWords:
    """Make the words of a report from those of its sentences; the first four are its head."""
    head = frozenset(word for part in parts[:4] for word in part.counts)
    return ReportWords(key=key, terms=join_terms(parts), head=head, published=published)


def group_reports(reports: Sequence[ReportWords], rarity: Weights) -> tuple[int, ...]:
    """Return a number for each report, the same for reports that tell of one event."""
    table = load_table("linking")["events"]
    weights, least = tuple(table["weights"][name] for name in FEATURES), float(table["least"])

    def one_event(features: Sequence[float], left: Sequence[int], right: Sequence[int]) -> bool:
        del left, right
        return logistic(table["constant"], weights, features) >= least

    return join_reports(reports, rarity, one_event)


def logistic(constant: float, weights: Sequence[float], features: Sequence[float]) -> float:
    """Return the likelihood that a logistic regression gives."""
    total = constant + sum(weight * feature for weight, feature in zip(weights, features, strict=True))
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


def join_reports(reports: Sequence[ReportWords], rarity: Weights, one_event: Decision) -> tuple[int, ...]:
    """Join reports as long as ``one_event`` says so of two groups, by their features and members."""
    order = sorted(range(len(reports)), key=lambda index: reports[index].key)
    ordered = [reports[index] for index in order]
    vectors = [_vector(report, rarity) for report in ordered]
    groups = {index: _single(index, report, vectors[index]) for index, report in enumerate(ordered)}
    heap: list[tuple[float, int, int]] = []
    for left, right in _pairs(ordered, vectors):
        _push(heap, groups, left, right, similarity(vectors[left], vectors[right]))
    number = len(ordered)
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        one, two = groups[left], groups[right]
        features = _features(one, two, one.near[right], rarity)
        if not one_event(features, [order[index] for index in one.members], [order[index] for index in two.members]):
            continue
        merged, products = _merge(groups, left, right)
        groups[number] = merged
        for other, product in sorted(products.items()):
            _push(heap, groups, other, number, product)
        number += 1
    found = {order[member]: group.members[0] for group in groups.values() for member in group.members}
    return tuple(found[index] for index in range(len(reports)))


def _single(index: int, report: ReportWords, vector: dict[str, float]) -> _Group:
    days = [report.published.first.toordinal()] if report.published else []
    words, names = dict.fromkeys(report.terms.counts, 1), dict.fromkeys(sorted(report.terms.marked), 1)
    return _Group([index], vector, words, names, days)


def _vector(report: ReportWords, rarity: Weights) -> dict[str, float]:
    terms = report.terms
    return unit(
        {
            word: weight_of(count)
            * rarity[word]
            * (_MARKED if word in terms.marked else 1.0)
            * (_HEAD if word in report.head else 1.0)
            for word, count in terms.counts.items()
        }
    )


def _pairs(reports: Sequence[ReportWords], vectors: Sequence[Weights]) -> set[tuple[int, int]]:
    """Return the pairs worth comparing: for each report those that share most of its most telling words."""
    # The vectors are in the order of the words, which decides among equal weights.
    telling = [sorted(vector.items(), key=itemgetter(1), reverse=True)[:_TELLING] for vector in vectors]
    posts: dict[str, list[tuple[int, float]]] = {}
    for index, words in enumerate(telling):
        for word, weight in words:
            posts.setdefault(word, []).append((index, weight))
    days = [report.published.first.toordinal() if report.published else 0 for report in reports]
    crowded = {
        word: sorted(found, key=lambda post: (days[post[0]], post[0]))
        for word, found in posts.items()
        if len(found) > _CROWD
    }
    place = {word: {index: at for at, (index, _) in enumerate(found)} for word, found in crowded.items()}
    pairs: set[tuple[int, int]] = set()
    for index, words in enumerate(telling):
        shared: dict[int, float] = defaultdict(float)
        for word, weight in words:
            found = posts[word]
            if word in crowded:
                at = place[word][index]
                found = crowded[word][max(0, at - _CROWD // 2) : at + _CROWD // 2]
            for other, share in found:
                shared[other] += weight * share
        shared.pop(index, None)
        best = heapq.nsmallest(_PARTNERS, ((-alike, other) for other, alike in shared.items()))
        pairs.update((index, other) if index < other else (other, index) for _, other in best)
    return pairs


def _push(
    heap: list[tuple[float, int, int]], groups: Mapping[int, _Group], left: int, right: int, product: float
) -> None:
    """Put two groups on the list of those to be joined, when they are alike enough."""
    one, two = groups[left], groups[right]
    alike = _alike(one, two, product)
    if alike >= _FLOOR:
        heapq.heappush(heap, (-alike, left, right))
        one.near[right] = two.near[left] = product


def _alike(one: _Group, two: _Group, product: float) -> float:
    """Return the average likeness of the reports of two groups, the less the more days lie between them."""
    alike = product / (len(one.members) * len(two.members))
    if one.days and two.days:
        gap = max(0, two.days[0] - one.days[-1], one.days[0] - two.days[-1])
        alike *= 0.5 ** (gap / _HALF_LIFE)
    return alike


def _merge(groups: dict[int, _Group], left: int, right: int) -> tuple[_Group, dict[int, float]]:
    """Make one group of two, and the products of its total with those of the groups that were near either.

    The product with a sum is the sum of the products, of which at least one is known.
    """
    one, two = groups.pop(left), groups.pop(right)
    if len(one.words) < len(two.words):
        one, two = two, one
    products = {
        other: sum(
            part.near[other] if other in part.near else similarity(part.total, groups[other].total)
            for part in (one, two)
        )
        for other in one.near.keys() | two.near.keys()
        if other in groups
    }
    merged = _Group(
        members=sorted(one.members + two.members),
        total=_added(one.total, two.total),
        words=_added(one.words, two.words),
        names=_added(one.names, two.names),
        days=sorted(one.days + two.days),
    )
    return merged, products


def _added(one: dict[str, _Number], two: Mapping[str, _Number]) -> dict[str, _Number]:
    """Add the numbers of the second to the first, and return it."""
    for word, number in two.items():
        one[word] = one[word] + number if word in one else number
    return one


def _features(one: _Group, two: _Group, product: float, rarity: Weights) -> tuple[float, ...]:
    """Return what the decision rests on, as named in ``FEATURES``."""
    if (len(one.members), one.members[0]) > (len(two.members), two.members[0]):
        one, two = two, one
    names, words = _common(two, rarity)
    return (
        math.sqrt(max(0.0, _alike(one, two, product))),
        math.log(len(one.members)),
        math.log(len(two.members)),
        _shared(names, len(two.members), one.names, len(one.members)),
        _shared(words, len(two.members), one.words, len(one.members)),
    )


def _common(group: _Group, rarity: Weights) -> tuple[_Core, _Core]:
    """Return the names and the words that are common to a group."""
    if group.common is None:
        size = len(group.members)
        group.common = (_core(group.names, size, rarity), _core(group.words, size, rarity))
    return group.common


def _core(counts: Mapping[str, int], size: int, rarity: Weights) -> _Core:
    core = [
        (word, count, (count / size) ** 2 * rarity[word])
        for word, count in sorted(counts.items())
        if count >= _CORE * size
    ]
    return tuple(core), sum([weight for _, _, weight in core])


def _shared(core: _Core, core_size: int, others: Mapping[str, int], size: int) -> float:
    """Return the share of what is common to a group of so many reports that the other one has."""
    words, whole = core
    found, count_in = 0.0, others.get
    for word, count, weight in words:
        other = count_in(word)
        if other is not None:
            # as large a share of the reports counts in full
            found += weight if other * core_size >= count * size else weight * (other * core_size) / (count * size)
    return found / whole if whole else 0.0
