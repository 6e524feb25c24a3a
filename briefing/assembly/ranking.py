"""The rank of a development for a reader who has one minute, with the reason in words."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from briefing.assembly.grouping import PEOPLE
from briefing.assembly.likeness import content_words
from briefing.assembly.overtaken import Latest, find_latest, overtaken_by, overtakes
from briefing.assembly.retelling import highest_told, is_told, manner_of
from briefing.assembly.status import Support
from briefing.assembly.witnesses import SPECIFIC, Witness, stands_alone
from briefing.assembly.wording import count_printed, count_words
from briefing.data.labels import action_labels
from briefing.data.tables import load_table
from briefing.model.briefing import When
from briefing.model.findings import Role

# A word of one in so many reports belongs to the subject of all, where there are enough reports to say so.
_SUBJECT, _ENOUGH_REPORTS = 4, 8
_WORD = re.compile(r"[^\W\d_]{4,}")
# What passages do that do not tell what happened.
_MANNERS = {
    "presented": "announces what others tell or show",
    "explained": "explains rather than tells",
    "personal": "speaks of its writer or to its reader",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What all reports together speak of.

    ``reports_on`` is the number of reports that tell something of each place (by its id), ``country`` the ISO code of
    the country that the briefing is about, or "", ``countries`` those that a good part of the developments is about.
    ``subject`` are the words that a good part of the reports has, none in a set of few reports. ``latest`` is what may
    overtake a passage.
    """

    reports_on: Mapping[str, int]
    subject: frozenset[str]
    country: str
    countries: frozenset[str]
    latest: Latest


def weigh_context(witnesses: Sequence[Witness], country: str) -> Context:
    """Count for each place the reports in which something happens there."""
    told = {(place, witness.report.id) for witness in witnesses for place in witness.sites}
    return Context(
        reports_on=Counter([place for place, _ in told]),
        subject=_subject(witnesses),
        country=country,
        countries=_main_countries(witnesses) | {country},
        latest=find_latest(witnesses, country),
    )


def _subject(witnesses: Sequence[Witness]) -> frozenset[str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for witness in witnesses:
        texts[witness.report.id].append(witness.text)
    told = [words for of_report in texts.values() if (words := set[str]().union(*map(content_words, of_report)))]
    if len(told) < _ENOUGH_REPORTS:
        return frozenset()
    counts = Counter(chain.from_iterable(told))
    return frozenset(word for word, count in counts.items() if _SUBJECT * count >= len(told))


def _main_countries(witnesses: Sequence[Witness]) -> frozenset[str]:
    """Return the countries of which at least a third as many passages tell as of the first one."""
    told = Counter(
        [
            country
            for witness in witnesses
            for country in {place.country for place in witness.places if place.country and place.kind in SPECIFIC}
        ]
    )
    most = max(told.values(), default=0)
    return frozenset(country for country, count in told.items() if 3 * count >= most)


def rank(
    witnesses: Sequence[Witness], support: Support, when: When, context: Context, last: date | None
) -> tuple[float, tuple[str, ...]]:
    """Return the score of a development, greater for the more important, and what it rests on in words.

    The weights are in ``data/ranking.toml``; the first witness is the one that is printed.
    """
    highest = highest_told(witnesses)
    parts = [
        _action(witnesses, counted=highest is not None),
        _support(witnesses, support),
        _people(witnesses[0], highest),
        _superseded(witnesses[0], context),
        _place(witnesses[0], context),
        _head(witnesses),
        _age(when, last),
        _form(witnesses[0]),
    ]
    return sum([points for points, _ in parts]), tuple([reason for _, reason in parts if reason])


@cache
def _points() -> dict[str, float]:
    points: dict[str, float] = load_table("ranking")["points"]
    return points


def _action(witnesses: Sequence[Witness], *, counted: bool) -> tuple[float, str]:
    """Value the action of the greatest weight; ``counted`` tells whether a count of people is told as news."""
    first, *others = witnesses
    kinds = first.kinds.union(*[witness.kinds for witness in others]) if others else first.kinds
    for kind, points in _valued(kinds, counted=counted, controlled=_controlled(witnesses)):
        if is_told(kind, witnesses):
            return points, f"tells of {action_labels().get(kind, kind)}"
    weights = _weights()
    known = [weights.get(kind, weights["other"]) for kind in first.kinds]
    return max([weights["none"], *[_points()["known_share"] * weight for weight in known]]), ""


@lru_cache(maxsize=1 << 12)
def _valued(kinds: frozenset[str], *, counted: bool, controlled: bool) -> tuple[tuple[str, float], ...]:
    """Return kinds of action with their weights, the heaviest first.

    ``counted`` tells whether a count of people is told with them, ``controlled`` whether a place changes hands.
    """
    weights = _weights()
    bare: dict[str, float] = load_table("ranking")["bare"]
    valued = {kind: weights.get(kind, weights["other"]) for kind in kinds}
    for kind in kinds & bare.keys():
        if not (controlled if kind.startswith("control") else counted):
            valued[kind] = bare[kind]
    return tuple(sorted(valued.items(), key=lambda item: (-item[1], item[0])))


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = load_table("ranking")["kinds"]
    return weights


def _controlled(witnesses: Sequence[Witness]) -> bool:
    claims = [claim for witness in witnesses if witness.controls for claim in witness.controls]
    return bool(claims) and any(claim.place.kind in SPECIFIC for claim in claims)


def _support(witnesses: Sequence[Witness], support: Support) -> tuple[float, str]:
    reports = len({witness.report.id for witness in witnesses})
    extra = max(0, len(support.originators) - 1)
    points = _points()["originator"] * math.log2(1 + extra) + _points()["report"] * math.log2(reports)
    return points, count_words(len(support.originators), "", "independent originators").strip() if extra else ""


def _people(best: Witness, highest: float | None) -> tuple[float, str]:
    """Value the highest of the counts of people that are told as news."""
    if highest is None:
        known = any(figure.measure in PEOPLE for figure in best.figures)
        return (_points()["retold"], "takes its figures as known") if known else (0.0, "")
    points = _points()["people"] * math.log10(1 + min(highest, 1e7))
    return points, "counts people killed, injured, missing or displaced"


def _superseded(witness: Witness, context: Context) -> tuple[float, str]:
    """Lower what a later report overtakes, and raise the count that takes the place of an earlier one."""
    reason = overtaken_by(witness, context.latest)
    if reason:
        return _points()["superseded"], reason
    if overtakes(witness, context.latest):
        return _points()["newest"], "gives a later and higher count than other reports"
    return 0.0, ""


def _place(witness: Witness, context: Context) -> tuple[float, str]:
    specific = {place.country for place in witness.places if place.country and place.kind in SPECIFIC}
    countries = specific or {place.country for place in witness.places if place.country}
    if countries.isdisjoint(context.countries):
        if context.country and countries:
            return _points()["elsewhere"], "lies outside the country that the briefing is about"
        if context.subject and context.subject.isdisjoint(content_words(witness.text)):
            return _points()["beside"], "tells of something else than the other reports"
    reports = max([context.reports_on.get(place, 0) for place in witness.sites], default=0)
    if not reports:
        return 0.0, ""
    inhabitants = max([place.population for place in witness.places if place.id in witness.sites], default=0)
    size = max(0.0, math.log10(max(inhabitants, 1)) - 4)
    points = _points()["place"] + _points()["place_report"] * math.log2(reports) + _points()["place_size"] * size
    return points, f"names a place of which {count_words(reports, 'report tells', 'reports tell')}"


def _head(witnesses: Sequence[Witness]) -> tuple[float, str]:
    """Value what a report puts first or into its title."""
    foremost = min([witness.paragraph for witness in witnesses])
    title = max([_in_title(witness) for witness in witnesses])
    reason = "told at the head of a report" if foremost == 1 else ""
    points = _points()["lead"] / foremost + _points()["title"] * title
    return points, reason or ("told in a title" if title >= 0.5 else "")


def _in_title(witness: Witness) -> float:
    """Return the share of the words of the report's own title that the passage has."""
    if not witness.report.title_given:
        return 0.0
    title = {word.casefold()[:5] for word in _WORD.findall(witness.report.title)}
    return len(title & {word.casefold()[:5] for word in _WORD.findall(witness.text)}) / len(title) if title else 0.0


def _age(when: When, last: date | None) -> tuple[float, str]:
    if last is None or when.last is None:
        return 0.0, ""
    days = max(0, (last - when.last.last).days)
    points = max(_points()["day_floor"], _points()["day"] * days)
    if not when.last.day:
        return points + _points()["vague"], "dated only by its month or year"
    return points, "of the last day" if days == 0 else f"{count_words(days, 'day', 'days')} before the end"


def _form(witness: Witness) -> tuple[float, str]:
    """Value what can be read by itself and has happened."""
    points = 0.0 if stands_alone(witness) else _points()["leaning"]
    if count_printed(witness.text) < 6 or witness.text.endswith(("...", "…")):
        points += _points()["short"]
    if manner := manner_of(witness.text):
        return points + _points()[manner], _MANNERS[manner]
    if witness.report.text[witness.start : witness.start + 1].islower():
        points += _points()["fragment"]
    if witness.role is Role.PLAN or _lies_ahead(witness):
        return points + _points()["plan"], "is an aim, plan or threat, not yet done"
    return points, ""


def _lies_ahead(witness: Witness) -> bool:
    """Tell whether it is dated after the day of its report, so that it had not happened yet."""
    if witness.when.dated_by != "words":
        return False  # as are most, which spares a look into the calendar
    first, published = witness.when.first, witness.report.published
    return first is not None and published is not None and first.first > published.last
