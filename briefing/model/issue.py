"""An earlier issue of a series, as far as the next one is compared with it: read from the JSON of its briefing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import RequestError
from briefing.model.briefing import EntryFigure, Status
from briefing.model.edits import Passage
from briefing.model.json_reading import read_value
from briefing.model.report import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueEntry:
    """A development as an earlier issue printed it; ``places`` are ids, ``originators`` names."""

    id: str
    text: str
    lead: str
    first: PartialDate | None
    last: PartialDate | None
    places: tuple[str, ...]
    actions: tuple[str, ...]
    figures: tuple[EntryFigure, ...]
    status: Status
    originators: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousIssue:
    """An earlier issue: its number, as-of day and marking as printed, and its developments in their order."""

    title: str
    number: str
    as_of: PartialDate | None
    marking: str
    entries: tuple[IssueEntry, ...]


def read_issue(text: str, *, name: str = "The earlier issue") -> PreviousIssue:
    """Read an earlier issue from the JSON of a briefing; raises RequestError with ``name`` in its sentence."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise RequestError(
            f"{name} is not valid JSON ({error}). Choose the .json file of an exported briefing."
        ) from error
    if not isinstance(data, dict) or data.get("kind") != "briefing":
        raise RequestError(f"{name} is no briefing: choose the .json file that was exported with an earlier issue.")
    try:
        return PreviousIssue(
            title=str(data["title"]),
            number=str(data["request"]["number"]),
            marking=str(data["marking"]),
            as_of=PartialDate.parse(data["as_of"]) if data["as_of"] else None,
            entries=tuple(_entry(item) for item in data["developments"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RequestError(
            f"{name} cannot be compared with: {error} is missing or does not fit. Export the earlier issue again."
        ) from error


def _entry(data: Mapping[str, Any]) -> IssueEntry:
    when = data["when"]
    return IssueEntry(
        id=data["id"],
        text=data["text"],
        lead=data["lead"],
        first=PartialDate.parse(when["first"]) if when["first"] else None,
        last=PartialDate.parse(when["last"]) if when["last"] else None,
        places=tuple(place["id"] for place in data["places"]),
        actions=tuple(data["actions"]),
        figures=read_value(tuple[EntryFigure, ...], data.get("figures", []), "figures", lenient=True),
        status=Status(data["status"]),
        originators=tuple(source["originator"] for source in data["sources"]),
        passages=tuple(
            Passage(
                report_id=item["report"],
                start=item["start"],
                end=item["end"],
                quote=item["quote"],
                origin=item["origin"],
            )
            for item in data["citations"]
        ),
    )
