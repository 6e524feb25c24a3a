"""Finds what an id of the document stands for, be it an entry, a source, a draft, a judgement or an actor."""

from collections.abc import Mapping

from briefing.model.briefing import ActorRow, Briefing, JudgementRow, SourceRow, StatementRow
from briefing.model.edits import DRAFT_SECTIONS
from briefing.model.findings import Findings
from briefing.model.section import SECTION_TITLES
from gui.edits.binding import DRAFT, SOURCE, find_entry
from gui.evidence.subject import Kind, Subject, cited_passages, find_subject, source_words
from gui.words import count


def find_anything(briefing: Briefing, findings: Mapping[str, Findings], identity: str) -> Subject | None:
    """Return what is to be shown of an id of the document, or None when the briefing no longer has it."""
    if found := find_subject(briefing, findings, identity):
        return found
    for section in DRAFT_SECTIONS:
        if identity == f"{DRAFT}{section.value}" and section in briefing.sections:
            return _from_draft(identity, SECTION_TITLES[section], accepted=section in briefing.accepted)
    for source in briefing.sources:
        if identity == f"{SOURCE}{source.name}":
            return _from_source(source, briefing)
    for row in briefing.judgements:
        if identity == row.id:
            return _from_judgement(row, briefing, findings)
    for actor in briefing.actors:
        if identity == actor.id:
            return _from_actor(actor, briefing, findings)
    said = (row for row in briefing.statements if row.entry == identity)
    return next((_from_statement(row, briefing, findings) for row in said), None)


def _from_draft(identity: str, title: str, *, accepted: bool) -> Subject:
    words = "You accepted it as it stands. It becomes a draft again when other passages come to stand there."
    if not accepted:
        words = (
            "Written by rule from the entries of this briefing, in their order. Read it, correct its entries where "
            "need be, and accept it; it becomes a draft again when other passages come to stand there."
        )
    return Subject(
        id=identity,
        lead=title,
        text=words,
        status=None,
        facts=(("State", "Accepted" if accepted else "Draft"),),
        warning="",
        passages=(),
        kind=Kind.OTHER if accepted else Kind.DRAFT,
    )


def _from_source(row: SourceRow, briefing: Briefing) -> Subject:
    cited = [entry for identity in row.cited_for if (entry := find_entry(briefing, identity))]
    facts = (
        ("Kind", row.kind.value),
        ("Stake", row.stake),
        ("Because", row.stake_reason),
        ("Grade", row.grade),
        ("Reason", row.grade_reason),
        ("Role", ", ".join(row.roles)),
        ("Via", ", ".join(row.via)),
        ("Used for", count(len(cited), "entry") if cited else ""),
    )
    return Subject(
        id=f"{SOURCE}{row.name}",
        lead="Source",
        text=row.name,
        status=None,
        facts=tuple(pair for pair in facts if pair[1]),
        warning="",
        passages=(),
        kind=Kind.SOURCE,
    )


def _from_judgement(row: JudgementRow, briefing: Briefing, findings: Mapping[str, Findings]) -> Subject:
    facts = (
        ("Likelihood", row.likelihood),
        ("Confidence", row.confidence),
        ("Assumption", row.assumption),
        ("Alternative", row.alternative),
    )
    return Subject(
        id=row.id,
        lead=SECTION_TITLES[row.section],
        text=row.text,
        status=None,
        facts=tuple(pair for pair in facts if pair[1]),
        warning="" if row.citations else "No basis is given. Change it to cite the passages that it rests on.",
        passages=cited_passages(row.citations, briefing, findings, ()),
        kind=Kind.WRITTEN,
    )


def _from_actor(row: ActorRow, briefing: Briefing, findings: Mapping[str, Findings]) -> Subject:
    facts = (("Kind", row.kind.value), ("Side", row.side), ("Also", ", ".join(row.spellings)))
    return Subject(
        id=row.id,
        lead="Actor",
        text=row.name,
        status=None,
        facts=tuple(pair for pair in facts if pair[1]),
        warning="",
        passages=cited_passages(row.citations, briefing, findings, ()),
    )


def _from_statement(row: StatementRow, briefing: Briefing, findings: Mapping[str, Findings]) -> Subject:
    """Show what somebody says of a development that stands below what is printed."""
    return Subject(
        id=row.entry,
        lead=source_words(row.source),
        text=row.text,
        status=None,
        facts=(("When", row.when.words),) if row.when.words else (),
        warning="",
        passages=cited_passages(row.citations, briefing, findings, (row.source,)),
    )
