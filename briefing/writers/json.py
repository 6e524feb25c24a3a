"""The JSON writer: the whole briefing as data, in the form that docs/briefing.schema.json describes."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefing.model.briefing import Briefing, Citation, LedgerRow
from briefing.model.json_form import plain
from briefing.model.report import PartialDate, Report, Span
from briefing.model.request import BriefingRequest

SCHEMA = 1
TOP_LEVEL: Mapping[str, str] = {
    "title": "title",
    "area": "area",
    "as_of": "as_of",
    "marking": "marking",
    "sections": "sections",
    "request": "request",
    "reports": "reports",
    "bottom_line": "bottom_line",
    "highlights": "highlights",
    "overview": "overview",
    "changes": "changes",
    "developments": "developments",
    "background": "background",
    "cities": "cities",
    "timeline": "timeline",
    "actors": "actors",
    "statements": "statements",
    "judgements": "judgements",
    "conflicts": "conflicts",
    "gaps": "gaps",
    "sources": "sources",
    "endnotes": "notes",
    "method": "method",
    "ledger": "ledger",
    "edits": "edits",
    "accepted": "accepted",
    "checks": "checks",
    "notices": "notices",
}
"""The members of the JSON, beside "schema", "kind" and "period", and the fields of the briefing that they hold."""

REPORT_KEYS = ("id", "origin", "title", "title_given", "publisher", "published", "url", "language", "marking")
"""What is told of a report beside the number of its characters; its text stays with the analyst."""


def render_json(briefing: Briefing) -> bytes:
    """Write the briefing as UTF-8 JSON with two spaces of indent and a newline at the end."""
    return (json.dumps(briefing_form(briefing), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def briefing_form(briefing: Briefing) -> dict[str, Any]:
    """Return the briefing as objects, lists and texts; every citation carries origin, offsets and the exact words."""
    origins = {report.id: report.origin for report in briefing.reports}
    briefing = replace(briefing, notices=tuple(notice for notice in briefing.notices if not notice.for_author))
    return {
        "schema": SCHEMA,
        "kind": "briefing",
        "period": {"start": plain(briefing.period_start), "end": plain(briefing.period_end)},
        **{key: _form(getattr(briefing, name), origins) for key, name in TOP_LEVEL.items()},
    }


def _form(value: Any, origins: Mapping[str, str]) -> Any:
    if isinstance(value, Report):
        return {**{key: plain(getattr(value, key)) for key in REPORT_KEYS}, "characters": len(value.text)}
    if isinstance(value, Citation):
        return {"number": value.number, **_passage(value.span, value.quote, origins)}
    if isinstance(value, LedgerRow):
        rest = {"disposition": value.disposition, "sections": value.sections, "entries": value.entries}
        return {
            **_passage(value, value.quote, origins),
            **{key: plain(item) for key, item in rest.items()},
            "reason": value.reason,
        }
    if isinstance(value, tuple | list):
        return [_form(item, origins) for item in value]
    if is_dataclass(value) and not isinstance(value, type | PartialDate | BriefingRequest):
        return {field.name: _form(getattr(value, field.name), origins) for field in fields(value)}
    return plain(value)


def _passage(span: Span | LedgerRow, quote: str, origins: Mapping[str, str]) -> dict[str, Any]:
    return {
        "report": span.report_id,
        "origin": origins.get(span.report_id, ""),
        "start": span.start,
        "end": span.end,
        "quote": quote,
    }
