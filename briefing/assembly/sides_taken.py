"""Which sources take a side by what the reports tell of them: they hold places, or stand for election."""

import re
from collections.abc import Mapping, Sequence

from briefing.model.findings import ControlRelation, Findings, SourceKind
from briefing.model.report import Report

# Who only threatens a place in the words of others need not be there.
_HOLDING = frozenset(ControlRelation) - {ControlRelation.THREATENS}
_OBSERVERS = frozenset(
    {SourceKind.MONITOR, SourceKind.AID, SourceKind.AGENCY, SourceKind.MEDIA, SourceKind.LOCAL_MEDIA}
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
# "losing candidate Ana Lopez", "presidential candidate Lopez"
_CANDIDATE = re.compile(r"\b[Cc]andidate,? (?:[A-Z][\w’'-]+ ){0,3}?([A-Z][\w’-]+)(?![\w’'-]| [A-Z])")


def find_parties(
    kinds: Mapping[str, SourceKind], findings: Sequence[Findings], reports: Sequence[Report]
) -> frozenset[str]:
    """Return those of the named sources, given with their kinds, that take a side in the events."""
    holders = _holders(findings)
    surnames = frozenset(
        match.group(1)
        for report in reports
        if "andidate" in report.text  # most texts tell of none, which is found out faster so
        for match in _CANDIDATE.finditer(report.text)
    )
    return frozenset(
        name
        for name, kind in kinds.items()
        if kind not in _OBSERVERS and (_holds(name, holders) or _runs(name, surnames))
    )


def _holders(findings: Sequence[Findings]) -> frozenset[str]:
    """Return the proper names of those who are said to hold, to take or to leave a place."""
    claims = (claim for found in findings for statement in found.statements for claim in statement.controls)
    names = (_ARTICLE.sub("", claim.holder) for claim in claims if claim.relation in _HOLDING)
    return frozenset(name for name in names if name[:1].isupper())


def _holds(name: str, holders: frozenset[str]) -> bool:
    """Tell whether a source is such a holder, also under the last words of its name: "the Brigades"."""
    plain = _ARTICLE.sub("", name)
    return plain in holders or any(plain[space.end() :] in holders for space in re.finditer(" ", plain))


def _runs(name: str, surnames: frozenset[str]) -> bool:
    """Tell whether a source is a candidate or speaks for one: "campaign of Ana Lopez", "Lopez's lawyer"."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    last, owner = words[-1:] or [""], words[:1] if name.split(maxsplit=1)[0] != words[0] else []
    return bool(surnames.intersection(last + owner))
