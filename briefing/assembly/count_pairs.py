"""Which figures are worth comparing: those of one thing whose places may be one scene, near each other in time.

Most figures of a long story are of other places or other days, so that only a small part of all pairs is looked at.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import inf

from briefing.assembly.occurrences import AROUND_KM, DEGREES_PER_KM, SLACK, Occurrence, places_meet
from briefing.model.findings import PlaceKind

# In each scene a figure is compared with so many before and after it in time,
_NEIGHBOURS = 30
# and with none whose last day is so many days away.
_SPAN = 10

Pair = tuple[int, int]


def pairs_to_compare(occurrences: Sequence[Occurrence], things: Sequence[object]) -> list[Pair]:
    """Return the pairs that count one thing and may be of one event by day and place; in order, lower numbers first."""
    by_thing: dict[object, list[int]] = defaultdict(list)
    for index in sorted(range(len(things)), key=lambda at: (occurrences[at].last, at)):
        by_thing[things[index]].append(index)
    partners = _Partners(occurrences)
    for in_time in by_thing.values():
        partners.add_of_one_report(in_time)
        for some, others in _scenes_that_meet(in_time, occurrences):
            partners.add_near_in_time(some, others)
    return partners.pairs()


class _Partners:
    """The figures that each figure is to be compared with, those behind it only."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self._occurrences = occurrences
        self._behind: list[set[int]] = [set() for _ in occurrences]
        self._days = [each.last for each in occurrences]
        # The days on which another one of the same event may have happened; a count that runs is not told by days.
        self._since = [inf if each.running else each.first - SLACK for each in occurrences]
        self._until = [-inf if each.running else each.last or inf for each in occurrences]

    def pairs(self) -> list[Pair]:
        """Return the pairs in order."""
        return [(one, two) for one, behind in enumerate(self._behind) for two in sorted(behind)]

    def add_of_one_report(self, in_time: Sequence[int]) -> None:
        """Add the pairs that stand in one report."""
        by_report: dict[str, list[int]] = defaultdict(list)
        for index in in_time:
            by_report[self._occurrences[index].report_id].append(index)
        for indexes in by_report.values():
            for place, one in enumerate(indexes):
                self._add(one, indexes[place + 1 : place + 1 + _NEIGHBOURS])

    def add_near_in_time(self, some: Sequence[int], others: Sequence[int]) -> None:
        """Add each of some with those of others whose days may be its own; both are in time, the undated first."""
        days = [self._days[index] for index in others]
        dated = bisect_left(days, 1)
        if not dated:
            some = self._within(some, days[0] - _SPAN, days[-1] + _SPAN)
        undated = others[: min(dated, _NEIGHBOURS)]
        since, until = self._since, self._until
        near, near_day = others[:_NEIGHBOURS], 0
        for one in some:
            day = self._days[one]
            if day != near_day:
                at = bisect_left(days, day)
                first = max(at - _NEIGHBOURS, bisect_left(days, day - _SPAN), dated)
                near = [*undated, *others[first : min(at + _NEIGHBOURS, bisect_right(days, day + _SPAN))]]
                near_day = day
            if running := self._occurrences[one].running:
                self._add(one, [two for two in near if self._occurrences[two].running == running])
            else:
                earliest, latest = since[one], until[one]
                self._add(one, [two for two in near if since[two] <= latest and earliest <= until[two]])

    def _within(self, in_time: Sequence[int], first: int, last: int) -> Sequence[int]:
        """Leave out the figures of other days; those without a day may be of any."""
        days = [self._days[index] for index in in_time]
        dated = bisect_left(days, 1)
        return [*in_time[:dated], *in_time[bisect_left(days, first, dated) : bisect_right(days, last)]]

    def _add(self, one: int, others: Sequence[int]) -> None:
        for two in others:
            if one < two:
                self._behind[one].add(two)
            elif two < one:
                self._behind[two].add(one)


def _scenes_that_meet(
    in_time: Sequence[int], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield the figures of each scene with its own and with those of each that may be the same; all are in time."""
    told: dict[object, list[int]] = defaultdict(list)
    nowhere: list[int] = []
    for index in in_time:
        each = occurrences[index]
        (told[each.sites, each.placed] if each.places else nowhere).append(index)
    scenes = list(told.values())
    examples = [occurrences[indexes[0]] for indexes in scenes]
    # One without a day may be of any.
    spans = [
        (each.last - _SPAN, occurrences[indexes[-1]].last if each.last else inf)
        for each, indexes in zip(examples, scenes, strict=True)
    ]
    for indexes in scenes:
        yield indexes, indexes
    for one, two in _scenes_worth_comparing(examples):
        (since, until), (other_since, other_until) = spans[one], spans[two]
        if since <= other_until and other_since <= until and places_meet(examples[one], examples[two]):
            yield scenes[one], scenes[two]
    if nowhere:
        yield nowhere, in_time  # it may be anywhere


def _scenes_worth_comparing(scenes: Sequence[Occurrence]) -> set[Pair]:
    """Return the pairs of scenes with a common site, in one province, or near in latitude."""
    by_name: dict[object, set[int]] = defaultdict(set)
    spots: list[tuple[float, int]] = []
    for number, scene in enumerate(scenes):
        for place in scene.places:
            by_name[place.id].add(number)
            if province := place.name if place.kind is PlaceKind.PROVINCE else place.province:
                by_name[place.country, province].add(number)
            if place.latitude is not None:
                spots.append((place.latitude, number))
    pairs = {pair for numbers in by_name.values() for pair in combinations(sorted(numbers), 2)}
    spots.sort()
    reach = AROUND_KM * DEGREES_PER_KM
    for at, (latitude, one) in enumerate(spots):
        for other_latitude, two in spots[at + 1 :]:
            if other_latitude - latitude > reach:
                break
            if one != two:
                pairs.add((one, two) if one < two else (two, one))
    return pairs
