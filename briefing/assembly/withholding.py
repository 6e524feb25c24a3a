"""The ceiling: what is marked higher than may be included is withheld, with everything that rests on it.

Nothing of a withheld report goes into what is exported, not even its title or file name; the author is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.assembly.settle import TLP_COLOURS, official_marking
from briefing.assembly.wording import count_words, join_words
from briefing.errors import RequestError
from briefing.model.edits import passages_of
from briefing.model.findings import Findings
from briefing.model.issue import PreviousIssue
from briefing.model.notice import Notice, Severity
from briefing.model.report import Report
from briefing.model.request import BriefingRequest

_RANKS = tuple(TLP_COLOURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What may be included, and what is withheld; ``notices`` are for the author alone."""

    reports: tuple[Report, ...]
    findings: tuple[Findings, ...]
    request: BriefingRequest
    previous: PreviousIssue | None
    withheld: tuple[Report, ...]
    withheld_findings: tuple[Findings, ...]
    notices: tuple[Notice, ...]


def apply_ceiling(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    request: BriefingRequest,
    previous: PreviousIssue | None,
) -> Release:
    """Part what may be included from what is marked above the ceiling of the request.

    Corrections that rest on a withheld report are withheld with it, because they repeat its words. Raises RequestError
    when the ceiling is no TLP label, or when nothing is left.
    """
    ceiling = official_marking(request.ceiling) if request.ceiling.strip() else ""
    if ceiling and ceiling not in _RANKS:
        raise RequestError(f"The ceiling “{request.ceiling}” is no TLP label. Choose among: {', '.join(_RANKS)}.")
    above = {report.id for report in reports if ceiling and is_above(report.marking or "", ceiling)}
    pairs = list(zip(reports, findings, strict=True))
    if above and len(above) == len(pairs):
        raise RequestError(f"All chosen reports are marked above {ceiling}. Choose others, or raise the ceiling.")
    edits = tuple(
        edit for edit in request.edits if above.isdisjoint(passage.report_id for passage in passages_of(edit))
    )
    kept = tuple(choice for choice in request.reports if choice.id not in above)
    too_high = bool(ceiling and previous and is_above(previous.marking, ceiling))
    return Release(
        reports=tuple(report for report, _ in pairs if report.id not in above),
        findings=tuple(found for report, found in pairs if report.id not in above),
        request=replace(request, reports=kept, edits=edits) if above else request,
        previous=None if too_high else previous,
        withheld=tuple(report for report, _ in pairs if report.id in above),
        withheld_findings=tuple(found for report, found in pairs if report.id in above),
        notices=(
            *_withheld_notice([report for report, _ in pairs if report.id in above], ceiling),
            *_edits_notice(len(request.edits) - len(edits)),
            *(_issue_notice(previous, ceiling) if too_high and previous else ()),
        ),
    )


def is_above(marking: str, ceiling: str) -> bool:
    """Tell whether a TLP label is narrower than another one; what has no label is above none."""
    return marking in _RANKS and _RANKS.index(marking) > _RANKS.index(ceiling)


def _withheld_notice(reports: Sequence[Report], ceiling: str) -> tuple[Notice, ...]:
    if not reports:
        return ()
    named = join_words([f"“{report.title}” ({report.marking})" for report in reports])
    verb = "is" if len(reports) == 1 else "are"
    message = (
        f"{count_words(len(reports), 'report', 'reports')} {verb} withheld, being marked above {ceiling}: {named}."
    )
    return (_notice(message),)


def _edits_notice(number: int) -> tuple[Notice, ...]:
    if not number:
        return ()
    verb = "rests" if number == 1 else "rest"
    words = count_words(number, "correction", "corrections")
    return (_notice(f"{words} that {verb} on a withheld report {'is' if number == 1 else 'are'} withheld with it."),)


def _issue_notice(previous: PreviousIssue, ceiling: str) -> tuple[Notice, ...]:
    issue = f"issue {previous.number}" if previous.number else "the earlier issue"
    message = (
        f"Changes are not told: {issue} is marked {previous.marking}, above {ceiling}. Compare with another issue."
    )
    return (_notice(message),)


def _notice(message: str) -> Notice:
    return Notice(severity=Severity.WARNING, code="withheld", message=message, for_author=True)
