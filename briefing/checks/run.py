"""Runs every check over a briefing; each finding has an id, a sentence, a place and a remedy. Nothing is blocked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from briefing.checks.claims import check_entries
from briefing.checks.conventions import check_conventions
from briefing.checks.whole import check_whole
from briefing.model.briefing import Briefing, Check
from briefing.model.edits import AcceptCheck, Edit
from briefing.model.request import Template


def run_checks(briefing: Briefing, template: Template) -> tuple[Check, ...]:
    """Return all findings in the order of the document, those that the analyst accepted with the reason."""
    found = chain(check_entries(briefing), check_conventions(briefing), check_whole(briefing, template))
    return tuple(_with_acceptance(_unique(found), briefing.request.edits))


def _unique(found: Iterator[Check]) -> Iterator[Check]:
    seen: set[str] = set()
    for check in found:
        if check.id not in seen:
            seen.add(check.id)
            yield check


def _with_acceptance(found: Iterator[Check], edits: Sequence[Edit]) -> Iterator[Check]:
    accepted = {edit.check: edit.reason for edit in edits if isinstance(edit, AcceptCheck)}
    for check in found:
        if check.id in accepted:
            yield replace(check, accepted=True, reason=accepted[check.id])
        else:
            yield check
