"""Sentences that lean on an event of long ago, told just before them, and so are as old: "It killed 68 people"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from briefing.analysis.roles import Evidence
from briefing.data.tables import load_table
from briefing.model.findings import Role, Statement

LEANS = "leans on an event dated well before the report"

_WITHIN = "stands between sentences dated well before the report"
_LONGEST_RUN = 3
_THEN = re.compile(
    r"\b(?:on that occasion|at th(?:at|e) time|that (?:same )?year|back then|in those (?:days|years))\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|today|still|currently|has|have|is|are|will)\b", re.IGNORECASE)


@cache
def _effect() -> re.Pattern[str]:
    """Return the pattern of a sentence that says what the event just told of did."""
    effects = "|".join(load_table("furniture")["background"]["effects"])
    return re.compile(rf"\W*(?:It|They|This|That)\s+(?:(?:also|alone|had|then)\s+)*(?:{effects})\b")


@cache
def _back_to() -> re.Pattern[str]:
    """Return the pattern of words that mean the event spoken of: "by the shock"."""
    events = "|".join(load_table("furniture")["background"]["events"])
    return re.compile(rf"\b(?:by|in|during|after|from|of)\s+the\s+(?:{events})\b")


def leans_on_the_past(found: Evidence, before: Evidence, reason: str) -> bool:
    """Tell whether a sentence leans on an old event that the one ``before`` it tells of.

    "It" means the event of which the date stands last: "to remember the earthquake that struck on 23 October 2004".
    ``reason`` is that for the role of the sentence before: once one leans, "a train was derailed by the shock" does.
    """
    if found.dated_by is not None or found.attributions:
        return False
    goes_on = reason == LEANS and _back_to().search(found.words) is not None
    goes_on = goes_on or (_is_old(reason) and _THEN.search(found.words) is not None)
    leans = goes_on or (_effect().match(found.words) is not None and _tells_of_old_event(before))
    return leans and found.is_past


def _tells_of_old_event(before: Evidence) -> bool:
    """Tell whether the last date of a sentence that tells of an event is well before the report."""
    last = before.dates[-1].last if before.dates else None
    return bool(before.happened) and last is not None and before.edge is not None and last < before.edge


def lean(found: Evidence, before: Evidence, judged: tuple[Role, str], reason: str) -> tuple[Role, str]:
    """Make a development background where it leans on an old event; ``judged`` is its role and the reason for it."""
    if judged[0] is Role.DEVELOPMENT and leans_on_the_past(found, before, reason):
        return Role.BACKGROUND, LEANS
    return judged


def _is_old(reason: str) -> bool:
    return reason in {LEANS, _WITHIN} or reason.startswith("dated “")


def fill_history(statements: Sequence[Statement], told: Sequence[Evidence]) -> list[Statement]:
    """Make background of what a report tells in the past tense, undated, between two sentences of years ago.

    A retold history dates some of its sentences only: "In 1990 he was elected. Soldiers seized power. In 1994 ...".
    """
    filled = list(statements)
    old = [item.role is Role.BACKGROUND and _is_old(item.reason) for item in statements]
    for first in [index for index in range(1, len(filled)) if old[index - 1]]:
        last = first
        while last < min(len(filled), first + _LONGEST_RUN) and _is_undated(filled[last], told[last]):
            last += 1
        if first < last < len(filled) and old[last]:
            for index in range(first, last):
                filled[index] = replace(filled[index], role=Role.BACKGROUND, reason=_WITHIN)
    return filled


def _is_undated(statement: Statement, found: Evidence) -> bool:
    """Tell whether a development of the past tense has neither date nor source nor anything of today."""
    plain = statement.role is Role.DEVELOPMENT and statement.dated_by is None and not statement.attributions
    return plain and found.is_past and _NOW.search(found.words) is None
