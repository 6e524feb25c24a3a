"""What the names of a document may mean, and which names stand beside each other as parts or members of a list."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.analysis.gazetteer import Sense
from briefing.analysis.place_text import Candidate
from briefing.model.findings import PlaceKind
from briefing.model.report import Report

_CONTAINED = re.compile(r"\s*,\s*(?:in )?(?:the )?|\s+in\s+(?:the )?|[’']s |\s*\(")
_JOINED = re.compile(r",? (?:and|or|&) (?:the |in )?")
_COMMA = re.compile(r",\s+")
_ENOUGH = 8  # neighbours of a name that are looked at; a list of thousands tells no more
_NEAR = 14  # characters between two names that belong together


@dataclass(slots=True)
class Reading:
    """A name of the document with the senses it may have, and the names beside it.

    ``within`` are named as containing it, ``around`` as lying in it, ``beside`` are members of one list with it.
    """

    senses: tuple[Sense, ...]
    within: list[tuple[Sense, ...]] = field(default_factory=list)
    around: list[tuple[Sense, ...]] = field(default_factory=list)
    beside: list[tuple[Sense, ...]] = field(default_factory=list)
    points: dict[int, float] = field(default_factory=dict)
    chosen: Sense | None = None


def read_names(candidates: list[Candidate], report: Report) -> dict[str, Reading]:
    """Return what each name of the document may mean, by folded name."""
    readings: dict[str, Reading] = {}
    for candidate in candidates:
        readings.setdefault(candidate.key, Reading(senses=candidate.senses))
    for one, other in pairwise(candidates):
        if one.paragraph != other.paragraph or other.start - one.end > _NEAR or one.key == other.key:
            continue
        inner, outer = readings[one.key], readings[other.key]
        if max(len(inner.beside), len(outer.beside), len(inner.within), len(outer.around)) >= _ENOUGH:
            continue
        if _are_siblings(one, other, report):
            inner.beside.append(other.senses)
            outer.beside.append(one.senses)
        elif _CONTAINED.fullmatch(report.text, one.end, other.start):
            inner.within.append(other.senses)
            outer.around.append(one.senses)
    return readings


def _are_siblings(one: Candidate, other: Candidate, report: Report) -> bool:
    """Tell whether two names are members of a list: joined by "and", or two states of one country by a comma."""
    if _JOINED.fullmatch(report.text, one.end, other.start):
        return True
    if _COMMA.fullmatch(report.text, one.end, other.start) is None or other.abbreviated:
        return False
    countries = _division_countries(one)
    return bool(countries & _division_countries(other))


def _division_countries(candidate: Candidate) -> set[str | None]:
    senses = [sense for sense in candidate.senses[:3] if sense.rank == 0]
    return {sense.place.country for sense in senses if sense.place.kind is PlaceKind.PROVINCE and sense.prior > 5}
