"""Which passages speak of one event: what tells it apart (days, places, kind of incident, words), and the comparison.

A passage that does not say where, when or what leans on the sentences before it and on the beginning of its report, as
a reader does. Nothing is taken for one event because the words are alike: days, places and kinds must allow it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt

from briefing.assembly.event_days import OPENING, days_of, last_day_of, since_day
from briefing.assembly.incidents import incidents_in, incidents_meet, phrases, running_since
from briefing.assembly.scenes import scenes_of
from briefing.assembly.witnesses import SPECIFIC, Witness
from briefing.data.tables import load_table
from briefing.model.findings import Findings, Place, PlaceKind, Statement
from briefing.model.report import Report

# Two named places can be one scene within the first distance; within the second where a report only speaks of them.
_NEAR_KM, _AROUND_KM = 15.0, 60.0
_EARTH_KM = 6371.0
# Reports of other days or zones may name the day before or after.
_SLACK = 1
# How alike the words must be: of two passages of one kind of incident that seldom or often happens, and where the
# kind is not said.
_ALIKE_SELDOM, _ALIKE_OFTEN, _ALIKE_UNSAID = 0.05, 0.1, 0.2
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """What tells the event of a passage apart.

    ``first`` and ``last`` are the days (ordinals) on which it may have happened, 0 where nothing tells. ``placed`` is
    true when the passage names ``places`` itself. ``running`` says since when a count runs, "" for one event;
    ``separate`` is true for what the report sets beside its other events ("elsewhere", "another 42 people").
    """

    report_id: str
    first: int
    last: int
    dated: bool
    places: tuple[Place, ...]
    placed: bool
    incidents: frozenset[str]
    words: frozenset[str]
    running: str
    separate: bool


def find_occurrence(witness: Witness, start: int) -> Occurrence:
    """Tell what event the words at ``start`` of a passage are about."""
    report, findings = witness.report, witness.findings
    statement = next((each for each in witness.statements if each.start <= start < each.end), witness.statements[0])
    home = home_of(findings)
    own = _scenes(scenes_of(witness), home)
    before = _before(findings, statement)
    first, last, dated = days_of(report, statement, start, before)
    text = _text(report, witness.statements)
    return Occurrence(
        report_id=report.id,
        first=first,
        last=last,
        dated=dated,
        places=own or _inherited_places(before, home),
        placed=bool(own),
        incidents=incidents_in(text) or _inherited_incidents(report, before),
        words=_telling(text) | _opening_words(report, findings),
        running="" if since_day(report, statement, last_day_of(report)) else running_since(text),
        separate=phrases("running", "separate").search(text) is not None,
    )


def same_event(one: Occurrence, two: Occurrence) -> bool:
    """Tell whether two passages can be, and by their words are, about one event."""
    within = one.report_id == two.report_id
    if one.running != two.running:
        return False
    if not one.running and not _days_meet(one, two, 0 if within else _SLACK):
        return False
    if not _places_meet(one, two) or not incidents_meet(one.incidents, two.incidents):
        return False
    shared = one.incidents & two.incidents
    if within:
        return not (one.separate or two.separate) and (bool(shared) or not (one.incidents and two.incidents))
    return likeness(one.words, two.words) >= _needed(shared)


def _needed(shared: frozenset[str]) -> float:
    """Return how alike the words must be: less where such a thing seldom happens twice in one place and day."""
    often: list[str] = load_table("incidents")["together"]["often"]
    if not shared:
        return _ALIKE_UNSAID
    return _ALIKE_OFTEN if shared <= set(often) else _ALIKE_SELDOM


def conflict_free(one: Occurrence, two: Occurrence) -> bool:
    """Tell whether nothing that two passages say themselves makes their events two."""
    days = not (one.dated and two.dated) or _days_meet(one, two, _SLACK)
    places = not (one.placed and two.placed) or _places_meet(one, two)
    return days and places


def updates(witness: Witness) -> bool:
    """Tell whether a passage says that its figure takes the place of an older one."""
    return phrases("running", "updating").search(_text(witness.report, witness.statements)) is not None


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return how much of their telling words two passages share (the cosine of the two sets)."""
    return len(one & two) / sqrt(len(one) * len(two)) if one and two else 0.0


def _text(report: Report, statements: Iterable[Statement]) -> str:
    return " ".join(" ".join(report.quote(each.start, each.end) for each in statements).casefold().split())


def _before(findings: Findings, statement: Statement) -> tuple[Statement, ...]:
    """Return the statements that a passage can lean on: those before it, the nearest first, the opening included."""
    earlier = [each for each in findings.statements if each.sentence < statement.sentence]
    later = [each for each in findings.statements[:OPENING] if each.sentence > statement.sentence]
    return (*reversed(earlier), *later)


def home_of(findings: Findings) -> str | None:
    """Return the country of most of the places of a report; what lies elsewhere is where people speak, not act."""
    counts = Counter(
        mention.place.country for mention in findings.places if mention.place.kind in SPECIFIC and mention.place.country
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _scenes(places: Iterable[Place], home: str | None) -> tuple[Place, ...]:
    return tuple(place for place in places if place.kind in SPECIFIC and (home is None or place.country == home))


def _inherited_places(before: Sequence[Statement], home: str | None) -> tuple[Place, ...]:
    """Return the places last spoken of and those of the opening."""
    named = [_scenes((mention.place for mention in each.places), home) for each in before]
    nearest = next((places for places in named if places), ())
    opening = [place for each, places in zip(before, named, strict=True) if each.sentence < OPENING for place in places]
    return tuple({place.id: place for place in (*nearest, *opening)}.values())


def _inherited_incidents(report: Report, before: Sequence[Statement]) -> frozenset[str]:
    for each in before:
        if found := incidents_in(_text(report, [each])):
            return found
    return incidents_in(report.title.casefold())


def _days_meet(one: Occurrence, two: Occurrence, slack: int) -> bool:
    if not one.last or not two.last:
        return True
    return one.first - slack <= two.last and two.first - slack <= one.last


def _places_meet(one: Occurrence, two: Occurrence) -> bool:
    if not one.places or not two.places:
        return True
    reach = _NEAR_KM if one.placed and two.placed else _AROUND_KM
    return any(_is_one_scene(here, there, reach) for here in one.places for there in two.places)


def _is_one_scene(here: Place, there: Place, reach: float) -> bool:
    if here.id == there.id:
        return True
    for outer, inner in ((here, there), (there, here)):
        if outer.kind is PlaceKind.PROVINCE and inner.province == outer.name and inner.country == outer.country:
            return True
    if PlaceKind.PROVINCE in {here.kind, there.kind}:
        return False
    return _distance(here, there) <= reach


def _distance(here: Place, there: Place) -> float:
    """Return the great-circle distance in kilometres, beyond all bounds where a point is not known."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return float("inf")
    north, south = radians(here.latitude), radians(there.latitude)
    turn = sin((north - south) / 2) ** 2
    turn += cos(north) * cos(south) * sin(radians(here.longitude - there.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(turn)))


def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _common_words()


@cache
def _common_words() -> frozenset[str]:
    common: list[str] = load_table("incidents")["running"]["common"]
    stop: list[str] = load_table("assembly_words")["stop"]
    return frozenset({*common, *stop})


def _opening_words(report: Report, findings: Findings) -> frozenset[str]:
    return _telling(f"{report.title.casefold()} {_text(report, findings.statements[:OPENING])}")
