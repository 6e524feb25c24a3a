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

from briefing.assembly.scenes import scenes_of
from briefing.assembly.witnesses import SPECIFIC, Witness
from briefing.data.tables import load_table
from briefing.model.findings import (
    Attribution,
    Findings,
    Place,
    PlaceKind,
    Statement,
    TimeExpression,
    TimeType,
)
from briefing.model.report import Report

# A passage without a day of its own tells of the day of its report or of so many days before.
_LOOK_BACK = 4
# So many, where the day that is named is only said to lie after it.
_LONG_BACK = 7
# Where the day is when somebody spoke, the event lies at most so many days before.
_SPOKEN = 3
# What ended so many days before the report, though it be a year ("the flood of 2012"), is another event.
_OLD = 31
# An expression that covers more days than this names no day.
_NAMED_DAYS = 2
# Two named places can be one scene within the first distance; within the second where a report only speaks of them.
_NEAR_KM, _AROUND_KM = 15.0, 60.0
_EARTH_KM = 6371.0
# Reports of other days or zones may name the day before or after.
_SLACK = 1
# How alike the words must be: of two passages of one kind of incident that seldom or often happens, and where the
# kind is not said.
_ALIKE_SELDOM, _ALIKE_OFTEN, _ALIKE_UNSAID = 0.05, 0.1, 0.2
# So many sentences at the beginning of a report say what it is about.
_OPENING = 3
# So many words say since when a count runs.
_SINCE = 3
_TOKEN = re.compile(r"\w+(?:-\w+)*")
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
    first, last, dated = _days(report, statement, start, before)
    text = _text(report, witness.statements)
    return Occurrence(
        report_id=report.id,
        first=first,
        last=last,
        dated=dated,
        places=own or _inherited_places(before, home),
        placed=bool(own),
        incidents=_incidents(text) or _inherited_incidents(report, before),
        words=_telling(text) | _opening_words(report, findings),
        running="" if _since_day(report, statement, _latest(report)) else _running(text),
        separate=_phrases("running", "separate").search(text) is not None,
    )


def same_event(one: Occurrence, two: Occurrence) -> bool:
    """Tell whether two passages can be, and by their words are, about one event."""
    within = one.report_id == two.report_id
    if one.running != two.running:
        return False
    if not one.running and not _days_meet(one, two, 0 if within else _SLACK):
        return False
    if not _places_meet(one, two) or not _incidents_meet(one.incidents, two.incidents):
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
    return _phrases("running", "updating").search(_text(witness.report, witness.statements)) is not None


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return how much of their telling words two passages share (the cosine of the two sets)."""
    return len(one & two) / sqrt(len(one) * len(two)) if one and two else 0.0


def _text(report: Report, statements: Iterable[Statement]) -> str:
    return " ".join(" ".join(report.quote(each.start, each.end) for each in statements).casefold().split())


def _before(findings: Findings, statement: Statement) -> tuple[Statement, ...]:
    """Return the statements that a passage can lean on: those before it, the nearest first, the opening included."""
    earlier = [each for each in findings.statements if each.sentence < statement.sentence]
    later = [each for each in findings.statements[:_OPENING] if each.sentence > statement.sentence]
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
    opening = [
        place for each, places in zip(before, named, strict=True) if each.sentence < _OPENING for place in places
    ]
    return tuple({place.id: place for place in (*nearest, *opening)}.values())


def _inherited_incidents(report: Report, before: Sequence[Statement]) -> frozenset[str]:
    for each in before:
        if found := _incidents(_text(report, [each])):
            return found
    return _incidents(report.title.casefold())


def _days(report: Report, statement: Statement, start: int, before: Sequence[Statement]) -> tuple[int, int, bool]:
    """Return the days on which it may have happened, and whether the passage itself names them."""
    latest = _latest(report)
    own = _named_day(report, statement, start) or _since_day(report, statement, latest)
    if own is not None:
        return (*own, True)
    named = [time.first.toordinal() for time in statement.times if time.first is not None and _names_day(time)]
    if named:
        # "On Wednesday, days after a bombing killed 12": some days before the day that is named.
        return min(named) - _LONG_BACK, min(named) - 1, False
    for each in before:
        if each.figures or each.sentence < _OPENING:
            day = _named_day(report, each, each.figures[0].start if each.figures else each.end)
            if day is not None and (not latest or latest - _LOOK_BACK - _SPOKEN <= day[1] <= latest):
                return (*day, False)
    return (latest - _LOOK_BACK, latest, False) if latest else (0, 0, False)


def _named_day(report: Report, statement: Statement, start: int) -> tuple[int, int] | None:
    """Return the day named nearest to the words at ``start``, unless "after" or "before" parts the two."""
    near = sorted(statement.times, key=lambda time: (min(abs(time.start - start), abs(time.end - start)), time.start))
    for time in near:
        if time.first is None or time.last is None or time.type not in {TimeType.DATE, TimeType.TIME}:
            continue
        if _is_parted(report, time, start):
            continue
        if time.last.toordinal() < _latest(report) - _OLD and not _is_compared(report, statement, time):
            return time.first.toordinal(), time.last.toordinal()
        if not _names_day(time):
            continue
        back = _SPOKEN if any(_is_spoken(report, time, each) for each in statement.attributions) else 0
        return time.first.toordinal() - back, time.last.toordinal()
    return None


def _latest(report: Report) -> int:
    published = report.published
    return published.last.toordinal() if published and published.day else 0


def _since_day(report: Report, statement: Statement, latest: int) -> tuple[int, int] | None:
    """Return the days from "since Wednesday" to the day of the report, when they are few."""
    for time in statement.times:
        before = report.quote(statement.start, time.start).casefold().split()[-1:]
        if before == ["since"] and time.first is not None and _names_day(time):
            first = time.first.toordinal()
            if first <= latest <= first + _LONG_BACK:
                return first, latest
    return None


def _names_day(time: TimeExpression) -> bool:
    if time.type not in {TimeType.DATE, TimeType.TIME} or time.first is None or time.last is None:
        return False
    return (time.last - time.first).days < _NAMED_DAYS


def _is_parted(report: Report, time: TimeExpression, start: int) -> bool:
    between = report.quote(min(time.end, start), max(time.start, start))
    return _phrases("running", "parting").search(between.casefold()) is not None


def _is_compared(report: Report, statement: Statement, time: TimeExpression) -> bool:
    """Tell whether an old time only says since when there was nothing like it ("the deadliest since 1980")."""
    return "since" in report.quote(statement.start, time.start).casefold().split()[-2:]


def _is_spoken(report: Report, time: TimeExpression, attribution: Attribution) -> bool:
    """Tell whether a day stands right behind the verb of saying: "said on Sunday"."""
    if attribution.cue is None or not 0 <= time.start - attribution.cue.end <= len(" late on "):
        return False
    return report.quote(attribution.cue.end, time.start).strip().casefold() in {"", "on", "late", "late on", "early on"}


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


def _incidents_meet(one: frozenset[str], two: frozenset[str]) -> bool:
    if not one or not two or one & two:
        return True
    together: list[list[str]] = load_table("incidents")["together"]["pairs"]
    return any({left, right} in [set(pair) for pair in together] for left in one for right in two)


def _incidents(text: str) -> frozenset[str]:
    by_first = _incident_phrases()
    words = _TOKEN.findall(text)
    return frozenset(
        kind
        for index, word in enumerate(words)
        for phrase, kind in by_first.get(word, ())
        if words[index : index + len(phrase)] == phrase
    )


@cache
def _incident_phrases() -> dict[str, list[tuple[list[str], str]]]:
    """Return the phrases of each kind of incident by their first word."""
    kinds: dict[str, list[str]] = load_table("incidents")["incidents"]
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            words = phrase.split()
            by_first.setdefault(words[0], []).append((words, kind))
    return by_first


def _running(text: str) -> str:
    """Return since when a count runs ("since the strikes"); "the deadliest since 2014" does not make it run."""
    found = _phrases("running", "since").search(text)
    if found is None or _phrases("running", "superlative").search(text[: found.start()]):
        return ""
    return " ".join(text[found.start() :].split()[:_SINCE])


def _telling(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _common_words()


@cache
def _common_words() -> frozenset[str]:
    common: list[str] = load_table("incidents")["running"]["common"]
    stop: list[str] = load_table("assembly_words")["stop"]
    return frozenset({*common, *stop})


def _opening_words(report: Report, findings: Findings) -> frozenset[str]:
    return _telling(f"{report.title.casefold()} {_text(report, findings.statements[:_OPENING])}")


@cache
def _phrases(section: str, key: str) -> re.Pattern[str]:
    phrases: list[str] = load_table("incidents")[section][key]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
