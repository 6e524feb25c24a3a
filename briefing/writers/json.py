"""The JSON writer: the whole briefing as data, in the form that docs/briefing.schema.json describes."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from briefing.model.briefing import Briefing, Citation, LedgerRow
from briefing.model.json_form import plain
from briefing.model.report import Report, Span

SCHEMA = 1


def render_json(briefing: Briefing) -> bytes:
    """Write the briefing as UTF-8 JSON with two spaces of indent and a newline at the end."""
    return (json.dumps(briefing_form(briefing), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def briefing_form(briefing: Briefing) -> dict[str, Any]:
    """Return the briefing as objects, lists and texts; every citation carries origin, offsets and the exact words."""
    origins = {report.id: report.origin for report in briefing.reports}

    def form(value: Any) -> Any:
        return _form(value, origins)

    return {
        "schema": SCHEMA,
        "kind": "briefing",
        "title": briefing.title,
        "area": briefing.area,
        "as_of": plain(briefing.as_of),
        "period": {"start": plain(briefing.period_start), "end": plain(briefing.period_end)},
        "marking": briefing.marking,
        "sections": plain(briefing.sections),
        "request": plain(briefing.request),
        "reports": [_report(report) for report in briefing.reports],
        "bottom_line": plain(briefing.bottom_line),
        "developments": form(briefing.developments),
        "background": form(briefing.background),
        "cities": form(briefing.cities),
        "timeline": form(briefing.timeline),
        "conflicts": form(briefing.conflicts),
        "gaps": form(briefing.gaps),
        "sources": form(briefing.sources),
        "endnotes": form(briefing.notes),
        "method": form(briefing.method),
        "ledger": form(briefing.ledger),
        "notices": plain(briefing.notices),
    }


def _form(value: Any, origins: Mapping[str, str]) -> Any:
    if isinstance(value, Citation):
        return {"number": value.number, **_passage(value.span, value.quote, origins)}
    if isinstance(value, LedgerRow):
        rest = {"disposition": value.disposition, "sections": value.sections, "entries": value.entries}
        return {
            **_passage(value.span, value.quote, origins),
            **{key: plain(item) for key, item in rest.items()},
            "reason": value.reason,
        }
    if isinstance(value, tuple | list):
        return [_form(item, origins) for item in value]
    if is_dataclass(value) and not isinstance(value, type) and plain(value).__class__ is dict:
        return {field.name: _form(getattr(value, field.name), origins) for field in fields(value)}
    return plain(value)


def _passage(span: Span, quote: str, origins: Mapping[str, str]) -> dict[str, Any]:
    return {
        "report": span.report_id,
        "origin": origins.get(span.report_id, ""),
        "start": span.start,
        "end": span.end,
        "quote": quote,
    }


def _report(report: Report) -> dict[str, Any]:
    return {
        "id": report.id,
        "origin": report.origin,
        "title": report.title,
        "title_given": report.title_given,
        "publisher": report.publisher,
        "published": plain(report.published),
        "url": report.url,
        "language": report.language,
        "marking": report.marking,
        "characters": len(report.text),
    }
