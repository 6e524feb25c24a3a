"""What the evidence panel shows of one entry, taken from the briefing; nothing here knows Qt."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from briefing.model.briefing import Briefing, Citation, City, CityClaim, Conflict, Entry, Gap, SourceName, Status, When
from briefing.model.edits import GradeEntry
from briefing.model.findings import Findings, SourceKind
from briefing.model.report import Report, Span
from gui.edits.binding import last_on
from gui.words import day

_BEFORE = 140
_AFTER = 110
WHY = "Why"
"""The name of the fact that tells why something is printed where it is."""


class Kind(StrEnum):
    """What can be done with what is shown."""

    ENTRY = "entry"
    WRITTEN = "written by the analyst"
    SOURCE = "source"
    DRAFT = "draft"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage in its context: ``words[start:end]`` is the passage, the rest stands around it in the report.

    ``register`` is the name under which the register lists its source, "" where it does not.
    """

    span: Span
    number: int
    words: str
    start: int
    end: int
    source: str
    kind: str
    where: str
    rule: str
    title: str
    register: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One thing that the briefing says: its words, how far it is supported, why it stands there, and its passages."""

    id: str
    lead: str
    text: str
    status: Status | None
    facts: tuple[tuple[str, str], ...]
    warning: str
    passages: tuple[Passage, ...]
    kind: Kind = Kind.OTHER


def find_subject(briefing: Briefing, findings: Mapping[str, Findings], subject_id: str) -> Subject | None:
    """Find what an id of the document stands for: an entry, a city, a conflict or a gap; None when it is gone."""
    for item in (*briefing.developments, *briefing.background):
        if item.id == subject_id:
            return _from_entry(item, briefing, findings)
    for city in briefing.cities:
        if city.id == subject_id:
            return _from_city(city, briefing, findings)
    for conflict in briefing.conflicts:
        if conflict.id == subject_id:
            return _from_conflict(conflict, briefing, findings)
    return next((_from_gap(gap) for gap in briefing.gaps if gap.id == subject_id), None)


def shown_text(text: str) -> str:
    """Return the text as it may be put on screen: character for character, with control characters as blanks.

    Qt counts a line end of two characters as one and treats others as ends of paragraphs; positions in the report
    would no longer fit.
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text.replace("\r\n", " \n"))


def _shown(character: str) -> str:
    if character in "\n\t":
        return character
    if character in "\r\u2028\u2029":
        return "\n"
    return " " if unicodedata.category(character) in ("Cc", "Cs", "Cn") else character


def qt_position(text: str, position: int) -> int:
    """Turn a position in a Python text into Qt's, which counts rare characters (emoji) as two."""
    return position + sum(1 for character in text[:position] if ord(character) > 0xFFFF)


def _from_entry(entry: Entry, briefing: Briefing, findings: Mapping[str, Findings]) -> Subject:
    facts = (
        ("When", _when(entry.when)),
        ("Status", entry.status_words),
        ("Grade", _grade(entry, briefing)),
        ("Suggested", _suggestion(entry)),
        (WHY, entry.reason),
        ("In the report", entry.original),
    )
    one_party = entry.status is Status.CLAIMED and all(source.party for source in entry.sources)
    warning = "Only a party to the events says so. No independent source confirms it." if one_party else ""
    if entry.status in (Status.CONFLICTING, Status.DENIED):
        warning = "Sources disagree on this. See “Conflicting reports”."
    passages = cited_passages(entry.citations, briefing, findings, entry.sources)
    return Subject(
        id=entry.id,
        lead=entry.lead,
        text=entry.text,
        status=entry.status,
        facts=tuple(pair for pair in facts if pair[1]),
        warning=warning,
        passages=passages,
        kind=Kind.WRITTEN if entry.own else Kind.ENTRY,
    )


def _grade(entry: Entry, briefing: Briefing) -> str:
    """Say the grade, with the analyst's reason for the credibility where there is one."""
    edit = last_on(briefing.request.edits, GradeEntry, entry)
    return f"{entry.grade}, {edit.reason}" if isinstance(edit, GradeEntry) and edit.reason else entry.grade


def _suggestion(entry: Entry) -> str:
    """Say which credibility is suggested and why; it is only told, and the analyst grades."""
    if not entry.suggested_credibility:
        return ""
    return f"Credibility {entry.suggested_credibility}, {entry.suggestion_reason.removeprefix('Suggested ')}"


def _from_city(city: City, briefing: Briefing, findings: Mapping[str, Findings]) -> Subject:
    facts = (("Place", city.kind_label), ("When", _when(city.when)), ("Said", _claims(city.claims)))
    return Subject(
        id=city.id,
        lead=city.place.name,
        text=city.latest or "; ".join(claim.summary for claim in city.claims),
        status=city.status,
        facts=tuple(pair for pair in facts if pair[1]),
        warning=city.disagreement,
        passages=cited_passages(city.citations, briefing, findings, tuple(claim.source for claim in city.claims)),
    )


def _claims(claims: tuple[CityClaim, ...]) -> str:
    return "; ".join(f"{claim.summary} ({source_words(claim.source)})" for claim in claims)


def _from_conflict(conflict: Conflict, briefing: Briefing, findings: Mapping[str, Findings]) -> Subject:
    sides = tuple((source_words(side.source), side.value) for side in conflict.sides)
    citations = tuple(citation for side in conflict.sides for citation in side.citations)
    return Subject(
        id=conflict.id,
        lead=conflict.kind.value.capitalize(),
        text=conflict.subject,
        status=None,
        facts=(*sides, (WHY, conflict.explanation)),
        warning="",
        passages=cited_passages(citations, briefing, findings, ()),
    )


def _from_gap(gap: Gap) -> Subject:
    return Subject(id=gap.id, lead="Not known", text=gap.text, status=None, facts=(), warning="", passages=())


def cited_passages(
    citations: tuple[Citation, ...],
    briefing: Briefing,
    findings: Mapping[str, Findings],
    sources: tuple[SourceName, ...],
) -> tuple[Passage, ...]:
    """Return the passages of some citations in their context, each once."""
    reports = {report.id: report for report in briefing.reports}
    seen = dict.fromkeys(citations)
    return tuple(
        _passage(citation, reports[citation.span.report_id], briefing, findings, sources)
        for citation in seen
        if citation.span.report_id in reports
    )


def _passage(
    citation: Citation,
    report: Report,
    briefing: Briefing,
    findings: Mapping[str, Findings],
    sources: tuple[SourceName, ...],
) -> Passage:
    start, end = _context(report, citation.span)
    note = next((item for item in briefing.notes if item.number == citation.number), None)
    originator, carrier = (note.originator, note.carrier) if note else ("", "")
    name = SourceName(originator=originator, carrier=carrier, kind=_kind(originator, sources), party=False)
    words = source_words(name) if originator or carrier else report.publisher or report.title
    kind = name.kind.value if originator else ""
    return Passage(
        span=citation.span,
        number=citation.number,
        words=shown_text(report.text[start:end]),
        start=citation.span.start - start,
        end=citation.span.end - start,
        source=words,
        kind=kind if kind != "unknown" else "",
        where=_where(report, citation.span, named=words != report.publisher),
        rule=_rule(findings.get(report.id), citation.span),
        title=report.title,
        register=_register(briefing, originator or carrier or report.publisher or ""),
    )


def _register(briefing: Briefing, name: str) -> str:
    return next((row.name for row in briefing.sources if name == row.name or name in row.aliases), "")


def _kind(originator: str, sources: tuple[SourceName, ...]) -> SourceKind:
    return next((source.kind for source in sources if source.originator == originator), SourceKind.UNKNOWN)


def source_words(source: SourceName) -> str:
    """Write "Syrian Observatory (via Reuters)", or who is known of the two."""
    if source.originator and source.carrier and source.originator != source.carrier:
        return f"{source.originator} (via {source.carrier})"
    return source.originator or source.carrier or "The report's own voice"


def _where(report: Report, span: Span, *, named: bool) -> str:
    number = next(
        (place for place, item in enumerate(report.paragraphs, 1) if item.start <= span.start < item.end), None
    )
    publisher = report.publisher or PurePath(report.origin).name
    parts = (publisher if named else "", day(report.published), f"paragraph {number}" if number else "")
    return "  ·  ".join(part for part in parts if part)


def _context(report: Report, span: Span) -> tuple[int, int]:
    """Return the stretch of text around a passage, within its paragraph and not cutting words."""
    inside = [item for item in report.paragraphs if item.start <= span.start < item.end]
    first, last = (inside[0].start, max(inside[0].end, span.end)) if inside else (0, len(report.text))
    start, end = max(first, span.start - _BEFORE), min(last, span.end + _AFTER)
    if start > first:
        cut = report.text.find(" ", start, span.start)
        start = cut + 1 if cut >= 0 else start
    if end < last:
        cut = report.text.rfind(" ", span.end, end)
        end = cut if cut >= 0 else end
    return start, end


def _rule(found: Findings | None, span: Span) -> str:
    return "; ".join(dict.fromkeys(_rules(found, span))) if found else ""


def _rules(found: Findings, span: Span) -> Iterator[str]:
    for statement in found.statements:
        if statement.start < span.end and span.start < statement.end:
            yield from (attribution.rule for attribution in statement.attributions if attribution.rule)


def _when(when: When) -> str:
    how = {"words": "said in the passage", "report date": "the date of the report"}.get(when.dated_by, "")
    return f"{when.words} ({how})" if when.words and how else when.words
