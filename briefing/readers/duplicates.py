"""Reports that came twice: the same content is kept once, the same text under another header is kept and said."""

from collections.abc import Iterable, Sequence

from briefing.model.notice import Notice, Severity
from briefing.model.report import Report

_MOST_NAMES = 3


def find_duplicates(reports: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[Notice, ...]]:
    """Return the reports without exact duplicates, and one notice for each that others repeat."""
    same: dict[str, list[Report]] = {}
    for report in reports:
        same.setdefault(report.id, []).append(report)
    kept = tuple(group[0] for group in same.values())
    bodies: dict[str, list[Report]] = {}
    for report in kept:
        bodies.setdefault(report.body_digest, []).append(report)
    notices = [_duplicate(group) for group in same.values() if len(group) > 1]
    notices += [_same_text(group) for group in bodies.values() if len(group) > 1]
    return kept, tuple(notices)


def _duplicate(group: Sequence[Report]) -> Notice:
    first, *others = group
    message = f"{_names(others)} {_hold(others)} the same report as “{first.origin}”; it was kept once."
    return Notice(severity=Severity.INFO, code="duplicate-report", message=message, subject=first.origin)


def _same_text(group: Sequence[Report]) -> Notice:
    first, *others = group
    message = (
        f"{_names(others)} {_hold(others)} the same text as “{first.origin}” under another header; "
        "both are kept and count as one witness."
    )
    if len(others) > 1:
        message = message.replace("both are kept", "all are kept")
    return Notice(severity=Severity.INFO, code="same-text", message=message, subject=first.origin)


def _hold(others: Sequence[Report]) -> str:
    return "holds" if len(others) == 1 else "hold"


def _names(reports: Sequence[Report]) -> str:
    names = [f"“{report.origin}”" for report in reports[:_MOST_NAMES]]
    more = len(reports) - len(names)
    if more:
        names.append(f"{more} more {'file' if more == 1 else 'files'}")
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
