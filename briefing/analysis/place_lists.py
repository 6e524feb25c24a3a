"""Reads lists of places: what kind the sentence says they are of, and which names stand beside a sure place."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis.gazetteer import FEDERAL
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.model.findings import PlaceKind
from briefing.model.report import Report

_COORDINATION = re.compile(r",? (?:and|or|&) |, ")
_PLURALS = frozenset({"states", "provinces", "governorates", "regions", "districts", "cities", "towns", "villages"})
_DIVISIONS = frozenset({"states", "provinces", "governorates", "regions", "districts"})
_DIVIDED = "(states|provinces|governorates|regions|districts|oblasts|prefectures|departments)"
_FEW = r"(?: (?!in |of |from |to |and |by )[\w-]+){0,3}"
# "A and B are among the worst-hit states", "A and B, the two states that lie lowest"
_AFTER_LIST = re.compile(
    rf"(?:,? (?:are|were|remain|became)(?: (?:among|both|now|all))*(?: the)?|, the){_FEW} {_DIVIDED}\b"
)
# "the worst-hit states are A and B", "states such as A", "states: A"
_BEFORE_LIST = re.compile(rf"\b{_DIVIDED}(?: (?:are|were|include|included)|,? (?:including|such as|like)|:) $")
_REACH = 90  # characters in which the sentence says what its list is of
_DIVIDED_KINDS = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT})


def share_cues(candidates: Sequence[Candidate], paragraphs: Sequence[ParagraphWords]) -> None:
    """Carry a plural cue along a list: in "Daraa and Suwayda provinces" both are provinces."""
    said: set[int] = set()  # where the names begin of which a cue is passed on
    for candidate in candidates:
        p = paragraphs[candidate.paragraph]
        if candidate.cue is None and (cue := _cue_of_sentence(candidate, p)):
            candidate.cue = cue
            said.add(candidate.start)
    pairs = list(pairwise(candidates))
    listed = [pair for pair in pairs if _listed_together(*pair, paragraphs)]
    for one, other in pairs:
        if other.cue is None and _is_in_state(one, other, paragraphs):
            other.cue = PlaceKind.PROVINCE
    for one, other in listed:
        _share_states(one, other)
        before = paragraphs[one.paragraph].word(one.first - 2).lower()
        if one.cue and not other.cue and (before in _PLURALS or one.start in said):
            other.cue = one.cue
            said.add(other.start)
    for one, other in reversed(listed):
        after = paragraphs[other.paragraph].word(other.last + 1).lower()
        if other.cue and not one.cue and (after in _DIVISIONS or other.start in said):
            one.cue = other.cue
            said.add(one.start)


def _cue_of_sentence(candidate: Candidate, p: ParagraphWords) -> PlaceKind | None:
    """Return the kind that the sentence says its list is of: "A and B are the worst-hit states"."""
    if candidate.abbreviated or not any(sense.place.kind in _DIVIDED_KINDS for sense in candidate.senses):
        return None
    before = p.text[max(p.starts[0], candidate.start - _REACH) : candidate.start]
    match = _BEFORE_LIST.search(before)
    if match is None and p.word(candidate.first - 1) in {"and", "or"}:
        match = _AFTER_LIST.match(p.text, candidate.end, min(p.ends[-1], candidate.end + _REACH))
    if match is None:
        return None
    return PlaceKind.DISTRICT if match.group(1) == "districts" else PlaceKind.PROVINCE


def _is_in_state(one: Candidate, other: Candidate, paragraphs: Sequence[ParagraphWords]) -> bool:
    """Tell whether a state stands after a place of it, so that it is not its main city: "Buffalo, New York"."""
    if one.paragraph != other.paragraph or other.first != one.last + 1 or other.abbreviated:
        return False
    if paragraphs[one.paragraph].gap(other.first).strip() != ",":
        return False
    states = {sense.row for sense in other.senses if sense.province == sense.row and sense.place.country in FEDERAL}
    return any(sense.province in states and sense.row not in states for sense in one.senses)


def _share_states(one: Candidate, other: Candidate) -> None:
    """Take the names beside a state for states too: "New Jersey and New York"."""
    if one.abbreviated or other.abbreviated:
        return  # "Washington, D.C."
    for state, name in ((one, other), (other, one)):
        best = max(state.senses, key=lambda sense: sense.prior, default=None)
        if best is None or best.place.kind is not PlaceKind.PROVINCE or best.place.country not in FEDERAL:
            continue
        country = best.place.country
        states = (sense for sense in name.senses if sense.place.kind is PlaceKind.PROVINCE and sense.rank == 0)
        if name.cue is None and any(sense.place.country == country for sense in states):
            name.cue = PlaceKind.PROVINCE


def _listed_together(one: Candidate, other: Candidate, paragraphs: Sequence[ParagraphWords]) -> bool:
    if one.paragraph != other.paragraph or other.first - one.last > 2:
        return False
    return _COORDINATION.fullmatch(paragraphs[one.paragraph].text, one.end, other.start) is not None


def find_companions(candidates: Sequence[Candidate], report: Report, least: float) -> frozenset[int]:
    """Return where names begin that stand in a list with a place of their country ("Zugdidi, Senaki and Kutaisi").

    ``least`` are the points from which a name counts as a place by itself.
    """
    found: set[int] = set()
    pairs = [pair for pair in pairwise(candidates) if _are_listed(*pair, report)]
    for one, other in pairs:
        if one.score >= least or one.start in found:
            found.add(other.start)
    for one, other in reversed(pairs):
        if other.score >= least or other.start in found:
            found.add(one.start)
    return frozenset(found)


def _are_listed(one: Candidate, other: Candidate, report: Report) -> bool:
    """Tell whether two names, of which neither is a person or a body, stand side by side in a list of one country."""
    if one.paragraph != other.paragraph or not _COORDINATION.fullmatch(report.text, one.end, other.start):
        return False
    if any(candidate.person or candidate.part_of_body for candidate in (one, other)):
        return False
    countries = [{sense.place.country for sense in candidate.senses[:3]} for candidate in (one, other)]
    return bool(countries[0] & countries[1])
