"""Which figures are worth comparing: those of one thing whose places may be one scene, near each other in time.

Most figures of a long story are of other places or other days, so that only a small part of all pairs is looked at.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from briefing.assembly.occurrences import AROUND_KM, DEGREES_PER_KM, SLACK, Occurrence, places_meet
from briefing.model.findings import PlaceKind

# In each scene a figure is compared with so many before and after it in time,
_NEIGHBOURS = 30
# and with none whose last day is so many days away.
_SPAN = 10
# Behind all days.
_EVER = date.max.toordinal()

Pair = tuple[int, int]


def pairs_to_compare(occurrences: Sequence[Occurrence], things: Sequence[object]) -> list[Pair]:
    """Return the pairs that count one thing and may be of one event by day and place; in order, lower numbers first."""
    by_thing: dict[object, list[int]] = defaultdict(list)
    for index in sorted(range(len(things)), key=lambda at: (occurrences[at].last, at)):
        by_thing[things[index]].append(index)
    partners = _Partners(occurrences)
    for in_time in by_thing.values():
        partners.add_of_one_report(in_time)
        partners.add_of_one_scene(in_time)
    return partners.pairs()


class _Scene:
    """The figures of one scene, in time, and their last days; those that nothing dates, whose day is 0, come first.

    Figures of other scenes that lie before ``since`` or behind ``until`` are of other events.
    """

    def __init__(self, example: Occurrence, indexes: Sequence[int], days: Sequence[int], since: Sequence[int]) -> None:
        self.example = example
        self.indexes = indexes
        self.days = [days[index] for index in indexes]
        self.dated = bisect_left(self.days, 1)
        self.since = min([since[index] for index in indexes])
        self.until = _EVER if self.dated else self.days[-1]

    def between(self, since: int, day: int, most: int) -> Sequence[int]:
        """Return the figures from one day to some days behind another, and those without a day.

        Of either there are at most so many, and so many before the second day.
        """
        if not day:
            return self.indexes[:most]
        first, last = bisect_left(self.days, since, self.dated), bisect_right(self.days, day + _SPAN)
        if last - first > most:
            at = bisect_left(self.days, day)
            first, last = max(first, at - most), min(last, at + most)
        near = self.indexes[first:last]
        return [*self.indexes[: min(self.dated, most)], *near] if self.dated else near


class _Partners:
    """The figures that each figure is to be compared with, those behind it only."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self._occurrences = occurrences
        self._behind: list[set[int]] = [set() for _ in occurrences]
        self._days = [each.last for each in occurrences]
        # Another one of the same event is of no earlier day; a count that runs is not told by days.
        self._since = [
            each.last - _SPAN if each.running else max(each.first - SLACK, each.last - _SPAN) for each in occurrences
        ]

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

    def add_of_one_scene(self, in_time: Sequence[int]) -> None:
        """Add the pairs whose places and days may be the same."""
        told: dict[object, list[int]] = defaultdict(list)
        nowhere: list[int] = []
        for index in in_time:
            each = self._occurrences[index]
            (told[each.sites, each.placed] if each.places else nowhere).append(index)
        scenes = [self._scene(indexes) for indexes in told.values()]
        for scene in scenes:
            self._add_near_in_time(scene, scene)
        for first, second in _scenes_worth_comparing(scenes):
            one, two = scenes[first], scenes[second]
            if one.since <= two.until and two.since <= one.until and places_meet(one.example, two.example):
                self._add_near_in_time(one, two)
        if nowhere:
            self._add_near_in_time(self._scene(nowhere), self._scene(in_time))  # it may be anywhere

    def _scene(self, indexes: Sequence[int]) -> _Scene:
        return _Scene(self._occurrences[indexes[0]], indexes, self._days, self._since)

    def _add_near_in_time(self, some: _Scene, others: _Scene) -> None:
        """Add each of some with those of others whose days may be its own."""
        most = _NEIGHBOURS
        if len(others.indexes) <= most and len(others.indexes) < len(some.indexes):
            # none of so few is left out for being too many, so that the fewer are gone through
            some, others, most = others, some, len(some.indexes)
        occurrences, since = self._occurrences, self._since
        for one, day in zip(some.indexes, some.days, strict=True):
            near = others.between(since[one], day, most)
            if near:
                latest, running = day or _EVER, occurrences[one].running
                self._add(one, [two for two in near if since[two] <= latest and occurrences[two].running == running])

    def _add(self, one: int, others: Sequence[int]) -> None:
        for two in others:
            if one < two:
                self._behind[one].add(two)
            elif two < one:
                self._behind[two].add(one)


def _scenes_worth_comparing(scenes: Sequence[_Scene]) -> set[Pair]:
    """Return the pairs of scenes with a common site, one the province of the other, or near in latitude and time."""
    by_site: dict[str, set[int]] = defaultdict(set)
    provinces: dict[object, set[int]] = defaultdict(set)
    within: dict[object, set[int]] = defaultdict(set)
    spots: list[tuple[float, int, int, int]] = []
    for number, scene in enumerate(scenes):
        for place in scene.example.places:
            by_site[place.id].add(number)
            within[place.country, place.province].add(number)
            if place.kind is PlaceKind.PROVINCE:
                provinces[place.country, place.division].add(number)
            elif place.latitude is not None:
                spots.append((place.latitude, number, scene.since, scene.until))
    pairs = {pair for numbers in by_site.values() for pair in combinations(sorted(numbers), 2)}
    for name, numbers in provinces.items():
        pairs.update([(min(one, two), max(one, two)) for one in numbers for two in within[name] if one != two])
    spots.sort()
    latitudes = [latitude for latitude, *_ in spots]
    reach = AROUND_KM * DEGREES_PER_KM
    for at, (latitude, one, since, until) in enumerate(spots):
        near = spots[at + 1 : bisect_right(latitudes, latitude + reach)]
        pairs.update(
            [
                (one, two) if one < two else (two, one)
                for _, two, other_since, other_until in near
                if since <= other_until and other_since <= until and one != two
            ]
        )
    return pairs
