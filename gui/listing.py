"""What the list of reports becomes when files were read: from the choices before to those after, without Qt."""

from dataclasses import replace

from briefing.model.notice import Severity
from briefing.model.report import ReadResult
from briefing.model.request import BriefingRequest
from gui.issues import Comparison
from gui.session import Choices
from gui.words import count


def list_restored(old: Choices, result: ReadResult) -> Choices:
    """Put what was open in the last run on the list again, in its order then."""
    ids = [report.id for report in result.reports if report.id not in old.removed]
    order = {item: place for place, item in enumerate(old.listed)}
    listed = tuple(sorted(ids, key=lambda item: order.get(item, len(order))))
    return replace(old, listed=listed, problems=list_unreadable(result))


def list_added(old: Choices, result: ReadResult) -> Choices:
    """Add what was read at the end of the list, ticked."""
    fresh = list_fresh(old, result)
    return replace(
        old,
        listed=old.listed + fresh,
        unused=old.unused - set(fresh),
        removed=old.removed - set(fresh),
        problems=tuple(dict.fromkeys((*old.problems, *list_unreadable(result)))),
    )


def list_opened(old: Choices, request: BriefingRequest, result: ReadResult) -> Choices:
    """Take over a request that was saved: its reports are ticked and no others."""
    wanted = {choice.id for choice in request.reports}
    added = list_added(old, result)
    return replace(
        added,
        request=replace(request, reports=()),
        comparison=Comparison(),
        unused=frozenset(item for item in added.listed if item not in wanted) if wanted else frozenset(),
    )


def list_fresh(old: Choices, result: ReadResult) -> tuple[str, ...]:
    """Return the ids of the reports that are not on the list yet."""
    return tuple(report.id for report in result.reports if report.id not in old.listed)


def list_unreadable(result: ReadResult) -> tuple[str, ...]:
    """Return the files that could not be read."""
    return tuple(notice.subject for notice in result.notices if notice.severity is Severity.ERROR)


def added_words(old: Choices, result: ReadResult) -> str:
    """Say how many reports came, were there already, or could not be read."""
    fresh, unreadable = len(list_fresh(old, result)), len(list_unreadable(result))
    known = len(result.reports) - fresh
    parts = [f"{count(fresh, 'report')} added"] if fresh or not (known or unreadable) else []
    if known:
        parts.append(f"{known} already in the list")
    if unreadable:
        parts.append(f"{count(unreadable, 'file')} could not be read")
    return " · ".join(parts)


def opened_words(request: BriefingRequest, choices: Choices) -> str:
    """Say how many reports of a saved request are ticked, and how many are lost."""
    wanted = {choice.id for choice in request.reports}
    missing = len(wanted - set(choices.listed))
    lost = f" · {count(missing, 'report')} changed or gone since they were saved" if missing else ""
    return f"Choices opened: {count(len(wanted) - missing, 'report')} ticked{lost}"
