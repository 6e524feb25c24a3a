"""Many reports for measuring speed: made by chance, the same at each run, from our own sentences with changing slots.

Each event has a place, a day and figures, and is told by some reports in differing words; each report tells of one
event at length and of others in passing.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing import analyse_reports
from briefing.model.findings import Findings, Statement, TimeExpression
from briefing.model.report import PartialDate, Report
from briefing.workflow import read_report_text

_PLACES = (
    "Aleppo", "Homs", "Hama", "Idlib", "Daraa", "Palmyra", "Raqqa", "Manbij", "Afrin", "Deir ez-Zor",
    "Tartus", "Latakia", "Kharkiv", "Kherson", "Mariupol", "Odesa", "Zaporizhzhia", "Sumy", "Lviv", "Poltava",
    "Khartoum", "Omdurman", "Nyala", "Tripoli", "Benghazi", "Misrata", "Sirte", "Tobruk", "Mosul", "Kirkuk",
    "Basra", "Najaf", "Goma", "Bukavu", "Beni",
)  # fmt: skip
_ACTORS = ("rebel fighters", "government forces", "local militias", "an armed group", "army units", "border guards")
_SOURCES = ("the health ministry", "a monitoring group", "aid workers", "the army", "residents", "local officials")
_PUBLISHERS = ("Alpha Post", "Beta Times", "Gamma Daily", "Delta Wire", "Epsilon Herald", "Zeta Monitor", "Eta News")
_TELLING = (
    "{actor} took control of {place} on {day} after {hours} hours of fighting.",
    "{place} was captured by {actor} on {day}, {source} said.",
    "A strike on a market in {place} killed {dead} people on {day}, {source} said.",
    "At least {dead} people died in {place} when shells hit a row of houses on {day}, according to {source}.",
    "{source} said that {hurt} people were wounded in {place} on {day} and taken to hospital.",
    "Some {displaced} people fled {place} on {day} as {actor} advanced from the {side}.",
    "The bridge on the {side} side of {place} was destroyed on {day}, {source} said.",
    "{actor} shelled the {side} of {place} on {day} for {hours} hours, {source} reported.",
    "Electricity and water were cut off in {place} on {day} after the plant in the {side} was hit.",
    "Protesters gathered in {place} on {day}, and {hurt} of them were arrested, {source} said.",
    "{actor} withdrew from the {side} of {place} on {day}, leaving {hours} vehicles behind.",
    "Aid trucks reached {place} on {day} with food for {displaced} people, {source} said.",
)
_FILLING = (
    "{source} called the situation in {place} a test for everybody who had promised help.",
    "Shops in the {side} of {place} stayed closed, and bread was sold from the back of lorries.",
    "The road between {place} and {other} has been the scene of fighting for years.",
    "In 2019 {actor} held {place} for several months before they were driven out.",
    "“We have nowhere to go,” a father of {hours} children said in {place}.",
    "Talks about {place} are to be held in {other} next week, {source} said.",
    "Nobody answered calls to the office of the governor of {place}.",
    "Analysts see {place} as a gate to the {side} of the country.",
    "“It is hard to say what this means for {place},” one of them said.",
    "{place} has a large market, two schools and a hospital in the {side}.",
    "It is not clear what the people of {place} think of it.",
    "The {side} of {place} is a poor quarter of low houses and small workshops.",
    "“Everybody in {place} knows somebody who is afraid,” a shopkeeper said.",
)
_FIRST = date(2024, 11, 20)
_SENTENCES = 28  # some 450 words
# With this share of telling sentences, and some of the others taken for telling, 17 sentences of a report tell
# something: of 450 words 15 do in the reports of FA-KES and 12 in those of Timeline17, so that it is a little harder.
_SHARE = 0.3
_EVENT_REPORTS = 8  # on average
_PERIOD = 18  # days


@dataclass(frozen=True, slots=True)
class _Event:
    place: str
    day: int
    slots: dict[str, str]


def make_reports(number: int, seed: int = 1) -> tuple[Report, ...]:
    """Make so many reports."""
    draw = random.Random(seed)
    events = [_event(draw) for _ in range(max(2, number // _EVENT_REPORTS))]
    return tuple(_report(draw, events, index) for index in range(number))


def _event(draw: random.Random) -> _Event:
    slots = {
        "actor": draw.choice(_ACTORS),
        "dead": str(draw.randint(3, 90)),
        "hurt": str(draw.randint(5, 200)),
        "hours": str(draw.randint(2, 30)),
        "displaced": f"{draw.randint(2, 90)},000",
        "side": draw.choice(("north", "south", "east", "west")),
    }
    return _Event(draw.choice(_PLACES), draw.randrange(_PERIOD), slots)


def _report(draw: random.Random, events: Sequence[_Event], index: int) -> Report:
    main = draw.choice(events)
    published = _FIRST + timedelta(days=main.day + draw.randint(0, 1))
    near = [event for event in draw.sample(events, min(len(events), 40)) if abs(event.day - main.day) < 3][:4]
    told = [_tell(draw, main if draw.random() < 0.6 or not near else draw.choice(near)) for _ in range(_SENTENCES)]
    paragraphs = [" ".join(told[start : start + 3]) for start in range(0, len(told), 3)]
    publisher = draw.choice(_PUBLISHERS)
    report = read_report_text("\n\n".join(paragraphs), published=PartialDate.of(published), origin=f"{index}.txt")
    return replace(report, publisher=publisher, id=f"{report.id}-{index}")


def _tell(draw: random.Random, event: _Event) -> str:
    pattern = draw.choice(_TELLING if draw.random() < _SHARE else _FILLING)
    day = (_FIRST + timedelta(days=event.day)).strftime("%A")
    other = draw.choice(_PLACES)
    text = pattern.format(place=event.place, other=other, day=day, source=draw.choice(_SOURCES), **event.slots)
    return text[:1].upper() + text[1:]


def make_findings(number: int, analysed: int = 1_000) -> tuple[tuple[Report, ...], tuple[Findings, ...]]:
    """Make reports with their findings; beyond ``analysed`` they are the same again, weeks later under other ids."""
    reports = make_reports(min(number, analysed))
    findings = analyse_reports(reports)
    made = [
        (_later(report, found, times))
        for times in range(-(-number // len(reports)))
        for report, found in zip(reports, findings, strict=True)
    ][:number]
    return tuple(report for report, _ in made), tuple(found for _, found in made)


def _later(report: Report, found: Findings, times: int) -> tuple[Report, Findings]:
    if not times or report.published is None:
        return report, found
    by = timedelta(days=times * _PERIOD)
    name = f"{report.id}-{times}"
    statements = tuple(_shifted(statement, by) for statement in found.statements)
    published = PartialDate.of(report.published.first + by)
    return replace(report, id=name, published=published), replace(found, report_id=name, statements=statements)


def _shifted(statement: Statement, by: timedelta) -> Statement:
    times = tuple(_shifted_time(expression, by) for expression in statement.times)
    if statement.dated_by is None or statement.first is None or statement.last is None:
        return replace(statement, times=times)
    first, last = statement.first + by, statement.last + by
    return replace(statement, times=times, first=first, last=last, dated_by=_shifted_time(statement.dated_by, by))


def _shifted_time(expression: TimeExpression, by: timedelta) -> TimeExpression:
    if expression.first is None or expression.last is None:
        return expression
    return replace(expression, first=expression.first + by, last=expression.last + by)
