"""What was found in one report, for a script as plain data and for a person as text with the words and the reasons."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from briefing.model.findings import (
    Action,
    ActorMention,
    Attribution,
    Figure,
    Findings,
    PlaceMention,
    Statement,
    TimeExpression,
    Words,
)
from briefing.model.report import Report

EMPTY_FORM: dict[str, Any] = {
    key: [] for key in ("sentences", "places", "attributions", "times", "figures", "actors", "statements")
}


def inspection_form(report: Report, findings: Findings) -> dict[str, Any]:
    """Return the findings as objects and lists; all offsets are characters of the unchanged text, end exclusive."""
    return {
        "title": report.title,
        "publisher": report.publisher,
        "date": report.published.iso if report.published else None,
        "url": report.url,
        "language": report.language,
        "sentences": [{"start": item.start, "end": item.end} for item in findings.sentences],
        "places": [_place(report, item) for item in findings.places],
        "attributions": [_attribution(item) for item in findings.attributions],
        "times": [_time(report, item) for item in findings.times],
        "figures": [_figure(report, item) for item in findings.figures],
        "actors": [_actor(report, item) for item in findings.actors],
        "statements": [_statement(report, item) for item in findings.statements],
    }


def _words(report: Report, item: Words) -> dict[str, Any]:
    return {"start": item.start, "end": item.end, "text": report.quote(item.start, item.end)}


def _pair(words: Words | None) -> list[int] | None:
    return [words.start, words.end] if words else None


def _place(report: Report, item: PlaceMention) -> dict[str, Any]:
    place = item.place
    return {
        **_words(report, item),
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "province": place.province,
        "lat": place.latitude,
        "lon": place.longitude,
        "rule": item.rule,
    }


def _attribution(item: Attribution) -> dict[str, Any]:
    return {
        "source": _pair(item.source),
        "cue": _pair(item.cue),
        "content": _pair(item.content),
        "originator": item.originator,
        "carrier": item.carrier,
        "kind": item.kind.value,
        "party": item.party,
        "medium": item.medium.value if item.medium else None,
        "direct": item.direct,
        "named": item.named,
        "rule": item.rule,
    }


def _time(report: Report, item: TimeExpression) -> dict[str, Any]:
    return {
        **_words(report, item),
        "type": item.type.value,
        "value": item.value,
        "first": item.first.isoformat() if item.first else None,
        "last": item.last.isoformat() if item.last else None,
        "rule": item.rule,
    }


def _figure(report: Report, item: Figure) -> dict[str, Any]:
    return {
        **_words(report, item),
        "value": item.value,
        "high": item.high,
        "unit": item.unit,
        "measure": item.measure,
        "counted": item.counted,
        "qualifier": item.qualifier,
        "rule": item.rule,
    }


def _actor(report: Report, item: ActorMention) -> dict[str, Any]:
    return {
        **_words(report, item),
        "name": item.name,
        "aliases": list(item.aliases),
        "kind": item.kind.value,
        "side": item.side,
        "rule": item.rule,
    }


def _statement(report: Report, item: Statement) -> dict[str, Any]:
    return {
        **_words(report, item),
        "role": item.role.value,
        "first": item.first.isoformat() if item.first else None,
        "last": item.last.isoformat() if item.last else None,
        "actions": [_action(report, action) for action in item.actions],
        "control": [
            {
                **_words(report, claim),
                "place": claim.place.name,
                "place_kind": claim.place.kind.value,
                "relation": claim.relation.value,
                "holder": claim.holder,
                "extent": claim.extent,
                "modality": claim.modality.value,
                "rule": claim.rule,
            }
            for claim in item.controls
        ],
        "rule": item.reason,
    }


def _action(report: Report, item: Action) -> dict[str, Any]:
    return {
        **_words(report, item),
        "kind": item.kind,
        "modality": item.modality.value,
        "actor": _pair(item.actor),
        "target": _pair(item.target),
        "rule": item.rule,
    }


def inspection_text(report: Report, findings: Findings) -> str:
    """Write the findings for a person: each sentence with what was found in it and why."""
    return "\n".join(_lines(report, findings)) + "\n"


def _lines(report: Report, findings: Findings) -> Iterator[str]:
    yield report.title
    facts = [report.publisher or "publisher not given", report.published.iso if report.published else "undated"]
    yield f"  {' · '.join(facts)} · language {report.language} · {report.id} · {report.origin}"
    actors = _actors_by_sentence(findings)
    for index, statement in enumerate(findings.statements, 1):
        text = " ".join(report.quote(statement.start, statement.end).split())
        yield ""
        yield f"{index:3} [{statement.role.value}] {text}"
        yield f"      because {statement.reason}"
        yield from _details(report, statement)
        yield from (_acting(report, actor) for actor in actors[statement.sentence])


def _actors_by_sentence(findings: Findings) -> list[list[ActorMention]]:
    groups: list[list[ActorMention]] = [[] for _ in findings.sentences]
    ends = [sentence.end for sentence in findings.sentences]
    for actor in findings.actors:
        groups[bisect_left(ends, actor.end)].append(actor)
    return groups


def _acting(report: Report, actor: ActorMention) -> str:
    side = f", side “{actor.side}”" if actor.side else ""
    also = f", also {', '.join(f'“{alias}”' for alias in actor.aliases)}" if actor.aliases else ""
    return f"      actor   {_said(report, actor)} → {actor.name} ({actor.kind.value}{side}{also}): {actor.rule}"


def _details(report: Report, statement: Statement) -> Iterator[str]:
    for mention in statement.places:
        place = mention.place
        where = ", ".join(part for part in (place.kind.value, place.province, place.country) if part)
        yield f"      place   {_said(report, mention)} → {place.name} ({where}): {mention.rule}"
    for time in statement.times:
        yield f"      time    {_said(report, time)} → {time.value}: {time.rule}"
    for attribution in statement.attributions:
        via = f" via {attribution.carrier}" if attribution.carrier else ""
        yield f"      source  {attribution.originator}{via} ({attribution.kind.value}): {attribution.rule}"
    for figure in statement.figures:
        yield f"      figure  {_said(report, figure)} → {figure.value:g} {figure.unit} {figure.measure}: {figure.rule}"
    for action in statement.actions:
        roles = (("by", action.actor), ("on", action.target))
        who = "".join(f", {word} {_said(report, words)}" for word, words in roles if words is not None)
        yield f"      action  {_said(report, action)} → {action.kind}, {action.modality.value}{who}: {action.rule}"
    for claim in statement.controls:
        extent = f" ({claim.extent})" if claim.extent else ""
        claimed = f"{claim.place.name} ({claim.place.kind.value}) {claim.relation.value}"
        yield (
            f"      control {_said(report, claim)} → {claimed} {claim.holder or 'holder not named'}{extent}, "
            f"{claim.modality.value}: {claim.rule}"
        )


def _said(report: Report, item: Words) -> str:
    return f"“{' '.join(report.quote(item.start, item.end).split())}”"
