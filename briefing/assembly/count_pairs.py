"""Which figures are worth comparing: those of one thing whose places may be one scene, near each other in time.

Most figures of a long story are of other places or other days, so that only a small part of all pairs is looked at.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.assembly.occurrences import AROUND_KM, DEGREES_PER_KM, Occurrence, days_may_meet, places_meet
from briefing.model.findings import PlaceKind

# In each scene a figure is compared with so many before and after it in time,
_NEIGHBOURS = 30
# and with none whose last day is so many days away.
_SPAN = 10

Pair = tuple[int, int]


def pairs_to_compare(occurrences: Sequence[Occurrence], things: Sequence[object]) -> set[Pair]:
    """Return the pairs, the lower number first, that count one thing and may be of one event by day and place."""
    by_thing: dict[object, list[int]] = defaultdict(list)
    for index in sorted(range(len(things)), key=lambda at: (occurrences[at].last, at)):
        by_thing[things[index]].append(index)
    pairs: set[Pair] = set()
    for in_time in by_thing.values():
        pairs.update(_in_one_report(in_time, occurrences))
        pairs.update(_of_one_event(in_time, occurrences))
    return pairs


def _in_one_report(in_time: Sequence[int], occurrences: Sequence[Occurrence]) -> Iterator[Pair]:
    by_report: dict[str, list[int]] = defaultdict(list)
    for index in in_time:
        by_report[occurrences[index].report_id].append(index)
    for indexes in by_report.values():
        for place, one in enumerate(indexes):
            for two in indexes[place + 1 : place + 1 + _NEIGHBOURS]:
                yield (one, two) if one < two else (two, one)


def _of_one_event(in_time: Sequence[int], occurrences: Sequence[Occurrence]) -> Iterator[Pair]:
    """Yield the pairs of one scene and those of scenes that may be one; a scene returns, and is compared once."""
    told: dict[object, list[int]] = defaultdict(list)
    nowhere: list[int] = []
    for index in in_time:
        each = occurrences[index]
        (told[each.sites, each.placed] if each.places else nowhere).append(index)
    scenes = list(told.values())
    for indexes in scenes:
        yield from _near_in_time(indexes, indexes, occurrences)
    for left, right in scenes_that_meet([occurrences[indexes[0]] for indexes in scenes]):
        yield from _near_in_time(scenes[left], scenes[right], occurrences)
    yield from _near_in_time(nowhere, in_time, occurrences)  # it may be anywhere


def _near_in_time(some: Sequence[int], others: Sequence[int], occurrences: Sequence[Occurrence]) -> Iterator[Pair]:
    """Yield each of some with those of others whose days may be its own; both are in time, the undated first."""
    days = [occurrences[index].last for index in others]
    dated = bisect_left(days, 1)
    undated = others[: min(dated, _NEIGHBOURS)]
    for one in some:
        each = occurrences[one]
        near = others[:_NEIGHBOURS]
        if each.last:
            at = bisect_left(days, each.last)
            first = max(at - _NEIGHBOURS, bisect_left(days, each.last - _SPAN), dated)
            near = [*undated, *others[first : min(at + _NEIGHBOURS, bisect_right(days, each.last + _SPAN))]]
        for two in near:
            if one != two and days_may_meet(each, occurrences[two]):
                yield (one, two) if one < two else (two, one)


def scenes_that_meet(scenes: Sequence[Occurrence]) -> set[Pair]:
    """Return the pairs of scenes, each with places, that may be one: with a common site, one in the other, or near."""
    return {pair for pair in _scenes_worth_comparing(scenes) if places_meet(scenes[pair[0]], scenes[pair[1]])}


def _scenes_worth_comparing(scenes: Sequence[Occurrence]) -> set[Pair]:
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
