"""One sense for a name over a set of reports: which reports must be read again, and with which country in mind.

A report that says only "Tripoli" leaves open which; the others of the same briefing, which speak of Lebanon, tell it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.model.findings import Findings, PlaceKind
from briefing.model.report import Report

_FEWEST = 2
"""Other reports that must understand a name in the same way."""

_Told = dict[str, set[str]]  # country -> the spellings of places in it


def country_of_set(reports: Sequence[Report], findings: Sequence[Findings]) -> dict[str, str]:
    """Return the name of the country that decides, by id of each report that leaves a name open.

    A report leaves a name open where it is taken for a place of a country of which nothing else in the report speaks,
    while at least two others take it for a place of the country that most of the set is about.
    """
    told = [_told(report, found) for report, found in zip(reports, findings, strict=True)]
    country = _leading(findings)
    name = _name(findings, country)
    if not name:
        return {}
    seen = Counter(spelling for spellings in told for spelling in spellings.get(country, ()))
    common = {spelling for spelling, count in seen.items() if count >= _FEWEST}
    return {
        report.id: name for report, spellings in zip(reports, told, strict=True) if _is_open(spellings, country, common)
    }


def _told(report: Report, findings: Findings) -> _Told:
    told: _Told = defaultdict(set)
    for mention in findings.places:
        if mention.place.country:
            told[mention.place.country].add(report.quote(mention.start, mention.end).casefold())
    return told


def _leading(findings: Sequence[Findings]) -> str:
    """Return the country to which most of the reports give most of their places, "" without a clear majority."""
    votes: Counter[str] = Counter()
    for found in findings:
        counts = Counter(mention.place.country for mention in found.places if mention.place.country)
        if counts:
            votes[min(counts, key=lambda code: (-counts[code], code))] += 1
    country = min(votes, key=lambda code: (-votes[code], code), default="")
    return country if votes[country] * 2 > votes.total() else ""


def _name(findings: Sequence[Findings], country: str) -> str:
    names = (
        mention.place.name
        for found in findings
        for mention in found.places
        if mention.place.kind is PlaceKind.COUNTRY and mention.place.country == country
    )
    return min(names, default="")


def _is_open(told: _Told, country: str, common: set[str]) -> bool:
    return any(other != country and len(names) == 1 and names <= common for other, names in told.items())
