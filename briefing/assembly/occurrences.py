"""Which passages speak of one event: what tells it apart (days, places, kind of incident, words), and the comparison.

A passage that does not say where, when or what leans on the sentences before it and on the beginning of its report, as
a reader does. Nothing is taken for one event because the words are alike: days, places and kinds must allow it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, inf, radians, sin, sqrt

from briefing.assembly.backdrop import scenes_at, words_told
from briefing.assembly.event_days import days_of, since_day
from briefing.assembly.incidents import find_phrase, incidents_in, incidents_meet, running_since
from briefing.assembly.scenes import scenes_of
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import Place, PlaceKind, Statement

# Two named places can be one scene within the first distance; within the second where a report only speaks of them.
_NEAR_KM, AROUND_KM = 15.0, 60.0
_EARTH_KM = 6371.0
# A little more than a kilometre is in degrees of latitude.
DEGREES_PER_KM = 1 / 111
# Reports of other days or zones may name the day before or after.
SLACK = 1
# What it "comes days after" is an event beside it.
_COMES_AFTER = re.compile(r"\b(?:comes?|came|coming)\b[^.,;]{0,25}\bafter (?:an?|another|similar)\b", re.IGNORECASE)
# How alike the words must be: of two passages of one kind of incident that seldom or often happens, and where the
# kind is not said.
_ALIKE_SELDOM, _ALIKE_OFTEN, _ALIKE_UNSAID = 0.05, 0.1, 0.2


@dataclass(slots=True, kw_only=True, eq=False)
class Occurrence:
    """What tells the event of a passage apart.

    ``first`` and ``last`` are the days (ordinals) on which it may have happened, 0 where nothing tells. ``sites`` are
    the ids of ``places``; ``placed`` is true when the passage names them itself. ``running`` says since when a count
    runs, "" for one event; ``separate`` is true for what the report sets beside its other events ("elsewhere",
    "another 42 people").
    """

    # never changed, but not frozen: thousands are made, and twice as fast without the guard
    report_id: str
    first: int
    last: int
    dated: bool
    places: tuple[Place, ...]
    sites: frozenset[str]
    placed: bool
    incidents: frozenset[str]
    words: frozenset[str]
    running: str
    separate: bool


def find_occurrence(witness: Witness, start: int) -> Occurrence:
    """Tell what event the words at ``start`` of a passage are about."""
    return next(find_occurrences(witness, (start,)))


def find_occurrences(witness: Witness, starts: Iterable[int]) -> Iterator[Occurrence]:
    """Tell for each of some words of a passage what event they are about; most is the same for all of them."""
    report, backdrop = witness.report, witness.backdrop
    own = _narrowed(scenes_at(scenes_of(witness), backdrop.home))
    text = words_told(report, witness.statements)
    words = backdrop.words_around(witness.statements)
    kinds = incidents_in(text) if len(witness.statements) > 1 else backdrop.incidents_of(witness.statements[0])
    running = running_since(text)
    separate = find_phrase(text, "running", "separate") is not None
    separate = separate or ("after " in text and _COMES_AFTER.search(text) is not None)
    told, parted = own, ";" in text
    for start in starts:
        statement = statement_at(witness, start)
        if parted:
            own = _in_clause(told, statement, start, report.text) or told
        first, last, dated = days_of(report, statement, start, backdrop.latest, backdrop.days_before)
        places = own or backdrop.places_before(statement)
        yield Occurrence(
            report_id=report.id,
            first=first,
            last=last,
            dated=dated,
            places=places,
            sites=frozenset([place.id for place in places]),
            placed=bool(own),
            incidents=kinds or backdrop.incidents_before(statement),
            words=words,
            running="" if running and since_day(report, statement, backdrop.latest) else running,
            separate=separate,
        )


def _narrowed(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Leave out a province that only says where another of the places lies: "in Qamishli in Hasaka province"."""
    if len(places) < 2:
        return places
    return tuple([place for place in places if not any(_contains(place, other) for other in places)])


def _in_clause(places: tuple[Place, ...], statement: Statement, start: int, text: str) -> tuple[Place, ...]:
    """Return those of the places that are named between the same semicolons as the words at ``start``."""
    first = text.rfind(";", statement.start, start) + 1 or statement.start
    last = text.find(";", start, statement.end)
    last = last if last >= 0 else statement.end
    named = {mention.place.id for mention in statement.places if first <= mention.start < last}
    return tuple([place for place in places if place.id in named])


def statement_at(witness: Witness, start: int) -> Statement:
    """Return the statement of a passage in which some words stand."""
    statements = witness.statements
    if len(statements) == 1:
        return statements[0]
    return next((each for each in statements if each.start <= start < each.end), statements[0])


def same_event(one: Occurrence, two: Occurrence) -> bool:
    """Tell whether two passages can be, and by their words are, about one event."""
    if one.running != two.running:
        return False
    within = one.report_id == two.report_id
    if not one.running and not _days_meet(one, two, 0 if within else SLACK):
        return False
    # What costs less comes first.
    needed = likeness_needed(one.incidents, two.incidents)
    if needed > 1.0 or not places_meet(one, two):
        return False
    if within:
        shared = not one.incidents.isdisjoint(two.incidents)
        return not (one.separate or two.separate) and (shared or not (one.incidents and two.incidents))
    return likeness(one.words, two.words) >= needed


@lru_cache(maxsize=1 << 12)
def likeness_needed(one: frozenset[str], two: frozenset[str]) -> float:
    """Return how alike the words of passages of these kinds of incident must be, more than 1 where they cannot be one.

    It is less where such a thing seldom happens twice in one place and day.
    """
    if not incidents_meet(one, two):
        return inf
    shared = one & two
    if not shared:
        return _ALIKE_UNSAID
    return _ALIKE_OFTEN if shared <= _often() else _ALIKE_SELDOM


@cache
def _often() -> frozenset[str]:
    return frozenset(load_table("incidents")["together"]["often"])


def conflict_free(one: Occurrence, two: Occurrence) -> bool:
    """Tell whether nothing that two passages say themselves makes their events two."""
    days = not (one.dated and two.dated) or _days_meet(one, two, SLACK)
    places = not (one.placed and two.placed) or places_meet(one, two)
    return days and places


def updates(witness: Witness) -> bool:
    """Tell whether a passage says that its figure takes the place of an older one."""
    return find_phrase(words_told(witness.report, witness.statements), "running", "updating") is not None


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return how much of their telling words two passages share (the cosine of the two sets)."""
    return len(one & two) / sqrt(len(one) * len(two)) if one and two else 0.0


def _days_meet(one: Occurrence, two: Occurrence, slack: int) -> bool:
    if not one.last or not two.last:
        return True
    return one.first - slack <= two.last and two.first - slack <= one.last


def places_meet(one: Occurrence, two: Occurrence) -> bool:
    """Tell whether the places of two passages allow that they are of one event."""
    if not one.places or not two.places or not one.sites.isdisjoint(two.sites):
        return True
    reach = _NEAR_KM if one.placed and two.placed else AROUND_KM
    for here in one.places:
        for there in two.places:
            if _is_one_scene(here, there, reach):
                return True
    return False


def _is_one_scene(here: Place, there: Place, reach: float) -> bool:
    if here.kind is PlaceKind.PROVINCE or there.kind is PlaceKind.PROVINCE:
        return _contains(here, there) or _contains(there, here)
    return _are_near(here, there, reach)


def _contains(outer: Place, inner: Place) -> bool:
    return outer.kind is PlaceKind.PROVINCE and inner.province == outer.division and inner.country == outer.country


def _are_near(here: Place, there: Place, reach: float) -> bool:
    """Tell whether two points lie within so many kilometres by the great circle; an unknown point is near to none."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return False
    if abs(here.latitude - there.latitude) > DEGREES_PER_KM * reach:
        return False  # told from the latitudes alone, as most are
    north, south = radians(here.latitude), radians(there.latitude)
    turn = sin((north - south) / 2) ** 2
    turn += cos(north) * cos(south) * sin(radians(here.longitude - there.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(turn))) <= reach
