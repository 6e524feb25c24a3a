"""Decides which place of a name is meant: the document's countries, what contains what, distance, and inhabitants.

The idea is that of coherent resolution by context and hierarchy (Kamalloo and Rafiei, 2018; the Edinburgh Geoparser):
the places of one document lie near each other, in the countries that it names. One name has one sense in a document,
except that a city and its province of the same name are told apart mention by mention.
"""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter

from briefing.analysis.gazetteer import FAMOUS_FROM, FEDERAL, Gazetteer, Sense
from briefing.analysis.place_readings import Reading, read_names
from briefing.analysis.place_senses import sense_of
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.data.place_names import fold_name
from briefing.model.findings import SETTLEMENTS, PlaceKind
from briefing.model.report import Report

_ROUNDS = 3
_MOST_TOWNS = 60  # more tell nothing new of where a document plays
_UNSUPPORTED = 0.4  # how much the country counts for a small town of a province that nothing speaks of
_LOCAL = SETTLEMENTS | {PlaceKind.DISTRICT, PlaceKind.CAMP, PlaceKind.BASE, PlaceKind.CROSSING}
_prior = attrgetter("prior")
_SERIOUS = 4.0  # senses that stay this far below the best are not compared by distance


@dataclass(frozen=True, slots=True)
class Resolution:
    """The sense of each candidate, None where there is none, and what the document says of countries.

    ``voices`` are the names and demonyms that speak of each country, ``shares`` how much of all that is said of
    countries is said of each, ``names`` the names of countries in the document. ``towns`` are the first settlements of
    the document, each once.
    """

    senses: list[Sense | None]
    voices: dict[str, set[str]]
    shares: dict[str, float]
    names: dict[str, str]
    towns: tuple[Sense, ...]


@dataclass(slots=True)
class _Evidence:
    """How much of the document speaks of each country and first-order division; ``voices`` are the names that do."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    provinces: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    voices: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def find_peoples(paragraphs: Sequence[ParagraphWords], gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Return the demonyms of the paragraphs, each with its country, in text order."""
    words = (p.words[index] for p in paragraphs for index in p.marked)
    return [(word, country) for word in words if (country := gazetteer.country_of_people(word))]


def resolve(
    candidates: list[Candidate],
    report: Report,
    gazetteer: Gazetteer,
    theatre: str,
    peoples: Sequence[tuple[str, str]],
) -> Resolution:
    """Return the sense of each candidate, and how much of the document speaks of each country.

    ``peoples`` are the demonyms of the document with their countries.
    """
    readings = read_names(candidates, report)
    evidence = _gather(candidates, gazetteer, theatre, peoples)
    total = sum(evidence.countries.values())
    for reading in readings.values():
        if len(reading.senses) > 1:
            reading.points = {sense.row: _points(sense, reading, evidence, total) for sense in reading.senses}
            reading.chosen = max(reading.senses, key=lambda sense: reading.points[sense.row])
        elif reading.senses:
            reading.chosen = reading.senses[0]
    _settle_by_distance(readings)
    senses = [sense_of(candidate, readings[candidate.key]) for candidate in candidates]
    shares = {country: weight / (total or 1.0) for country, weight in evidence.countries.items()}
    names = _country_names(candidates)
    return Resolution(senses=senses, voices=evidence.voices, shares=shares, names=names, towns=_towns(senses))


def _towns(senses: list[Sense | None]) -> tuple[Sense, ...]:
    towns = {sense.row: sense for sense in senses if sense and sense.place.kind in SETTLEMENTS}
    return tuple(islice(towns.values(), _MOST_TOWNS))


def _country_names(candidates: list[Candidate]) -> dict[str, str]:
    places = [candidate.senses[0].place for candidate in candidates if candidate.country]
    return {place.country: place.name for place in places if place.country}


def _gather(
    candidates: list[Candidate], gazetteer: Gazetteer, theatre: str, peoples: Sequence[tuple[str, str]]
) -> _Evidence:
    evidence = _Evidence()
    for candidate in candidates:
        if not candidate.senses or candidate.guessed:
            continue
        best = max(candidate.senses, key=_prior)
        place = best.place
        if place.country is None:
            continue
        if place.kind is PlaceKind.COUNTRY and _names_two_countries(candidate):
            continue
        evidence.voices[place.country].add(candidate.key)
        if place.kind is PlaceKind.COUNTRY or all(sense.place.country == place.country for sense in candidate.senses):
            evidence.countries[place.country] += 1.0
        elif best.prior > 5.7:
            evidence.countries[place.country] += 0.5
        if place.country in FEDERAL and place.kind in _LOCAL and _is_in_one_province(candidate):
            evidence.provinces[best.province] += 1.0
        if place.kind is PlaceKind.PROVINCE and place.country in FEDERAL:
            evidence.provinces[best.province] += 1.0
            evidence.countries[place.country] += 0.5
    for people, country in peoples:
        evidence.countries[country] += 0.5
        evidence.voices[country].add(people)
    _add_theatre(evidence, gazetteer, theatre)
    return evidence


def _is_in_one_province(candidate: Candidate) -> bool:
    """Tell whether a name leaves no doubt of the province ("Allamakee County" is in Iowa)."""
    provinces = {sense.province for sense in candidate.senses}
    return len(provinces) == 1 and 0 not in provinces


def _is_unsupported(sense: Sense, evidence: _Evidence) -> bool:
    """Tell whether a small town lies in a state of a large country of which the document does not speak.

    A country of thousands of towns has one of nearly every name: that a report is about the United States makes the
    Geneva of Illinois hardly more likely, that it is about Illinois does.
    """
    place = sense.place
    if place.country not in FEDERAL or place.kind not in _LOCAL or place.population > FAMOUS_FROM:
        return False
    return not evidence.provinces.get(sense.province)


def _names_two_countries(candidate: Candidate) -> bool:
    """Tell whether a name is that of two countries ("Congo"), so that it speaks of neither by itself."""
    return sum(sense.place.kind is PlaceKind.COUNTRY for sense in candidate.senses) > 1


def _add_theatre(evidence: _Evidence, gazetteer: Gazetteer, theatre: str) -> None:
    """Count the analyst's own word for the area as much as a third of everything named, and at least six mentions."""
    weight = 6.0 + sum(evidence.countries.values()) / 2
    for name in re.split(r"[,;/]| and ", theatre):
        senses = gazetteer.look_up(fold_name(name)).senses
        best = max(senses, key=_prior, default=None)
        if best is not None and best.place.country:
            evidence.countries[best.place.country] += weight
            evidence.voices[best.place.country].add("theatre")
            if best.province:
                evidence.provinces[best.province] += weight


def _points(sense: Sense, reading: Reading, evidence: _Evidence, total: float) -> float:
    points, place = sense.prior, sense.place
    if place.country:
        count = evidence.countries[place.country]
        weight = _UNSUPPORTED if _is_unsupported(sense, evidence) else 1.0
        points += weight * (2.2 * count / (total + 1e-9) + 0.35 * math.log1p(count))
    if sense.province and place.kind is not PlaceKind.PROVINCE and evidence.provinces:
        count = evidence.provinces[sense.province]
        points += 2.5 * count / (sum(evidence.provinces.values()) + 1) + 0.5 * math.log1p(count)
    points += sum(_containment(sense, wider) for wider in reading.within[:4])
    points += max((_holding(sense, narrower) for narrower in reading.around), default=0.0)
    points += max((_alike(sense, member) for member in reading.beside), default=0.0)
    return points


def _holding(sense: Sense, narrower: tuple[Sense, ...]) -> float:
    """Return evidence for a country or state from a name that is said to lie in it ("Atlanta, Georgia")."""
    for inner in sorted(narrower, key=_prior, reverse=True)[:3]:
        if sense.place.kind is PlaceKind.PROVINCE and inner.province == sense.row and inner.row != sense.row:
            return 4.0
        if sense.place.kind is PlaceKind.COUNTRY and inner.place.country == sense.place.country:
            return 2.0
    return 0.0


def _alike(sense: Sense, member: tuple[Sense, ...]) -> float:
    """Return evidence from the next member of a list: states stand beside states of the same country."""
    best = max(member, key=_prior, default=None)
    if best is None or sense.place.kind is not best.place.kind:
        return 0.0
    return 2.0 if sense.place.kind is PlaceKind.PROVINCE and sense.place.country == best.place.country else 0.0


def _containment(sense: Sense, wider: tuple[Sense, ...]) -> float:
    place = sense.place
    for outer in wider:
        kind = outer.place.kind
        if kind is PlaceKind.COUNTRY and outer.place.country == place.country and place.kind is not PlaceKind.COUNTRY:
            return 4.0
        if kind is PlaceKind.PROVINCE and outer.row == sense.province and sense.row != outer.row:
            return 6.0
        if kind is PlaceKind.DISTRICT and outer.province == sense.province and distance_km(sense, outer) < 120:
            return 3.0
    return 0.0


def distance_km(one: Sense, other: Sense) -> float:
    """Return the distance between two places, on a plane that is right to a few per cent below 1,000 km."""
    south, north = one.place.latitude or 0.0, other.place.latitude or 0.0
    across = abs((one.place.longitude or 0.0) - (other.place.longitude or 0.0))
    across = min(across, 360 - across) * math.cos(math.radians((south + north) / 2))
    return 111.2 * math.hypot(south - north, across)


def _settle_by_distance(readings: dict[str, Reading]) -> None:
    local = _LOCAL
    open_readings = {}
    for key, reading in readings.items():
        if reading.chosen and len(reading.senses) > 1:
            best = reading.points[reading.chosen.row]
            serious = [sense for sense in reading.senses if reading.points[sense.row] > best - _SERIOUS]
            serious.sort(key=lambda sense: -reading.points[sense.row])
            open_readings[key] = serious[:6]
    for _ in range(_ROUNDS):
        anchors = [(key, r.chosen) for key, r in readings.items() if r.chosen and r.chosen.place.kind in local][:60]
        changed = False
        for key, senses in open_readings.items():
            others = [anchor for other, anchor in anchors if other != key]
            reading = readings[key]
            if reading.chosen and reading.chosen.place.kind is PlaceKind.COUNTRY:
                continue

            def total(sense: Sense, reading: Reading = reading, others: list[Sense] = others) -> float:
                near = _nearness(sense, others) if sense.place.kind in local else 0.0
                return reading.points[sense.row] + near

            best_sense = max(senses, key=total)
            changed |= best_sense is not reading.chosen
            reading.chosen = best_sense
        if not changed:
            return


def _nearness(sense: Sense, others: list[Sense]) -> float:
    near = sum(1 / (1 + distance_km(sense, other) / 60) for other in others)
    return 1.6 * near / (1 + 0.25 * len(others))
