"""Sentences that lean on an event of long ago, told just before them, and so are as old: "It killed 68 people"."""

import re
from functools import cache

from briefing.analysis.roles import Evidence
from briefing.data.tables import load_table
from briefing.model.findings import Role

LEANS = "leans on an event dated well before the report"


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


def leans_on_the_past(found: Evidence, before: Evidence | None, reason: str) -> bool:
    """Tell whether a sentence leans on an old event that the one ``before`` it tells of.

    "It" means the event of which the date stands last: "to remember the earthquake that struck on 23 October 2004".
    ``reason`` is that for the role of the sentence before: once one leans, "a train was derailed by the shock" does.
    """
    if before is None or found.dated_by is not None or found.attributions:
        return False
    goes_on = reason == LEANS and _back_to().search(found.words) is not None
    leans = goes_on or (_effect().match(found.words) is not None and _tells_of_old_event(before))
    return leans and found.is_past


def _tells_of_old_event(before: Evidence) -> bool:
    """Tell whether the last date of a sentence that tells of an event is well before the report."""
    last = before.dates[-1].last if before.dates else None
    return bool(before.happened) and last is not None and before.edge is not None and last < before.edge


def lean(found: Evidence, before: Evidence | None, judged: tuple[Role, str], reason: str) -> tuple[Role, str]:
    """Make a development background where it leans on an old event; ``judged`` is its role and the reason for it."""
    if judged[0] is Role.DEVELOPMENT and leans_on_the_past(found, before, reason):
        return Role.BACKGROUND, LEANS
    return judged
