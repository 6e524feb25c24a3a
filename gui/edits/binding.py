"""Which passages an entry rests on, and which corrections speak of it; nothing here knows Qt."""

from collections.abc import Iterator, Sequence

from briefing.model.briefing import Briefing, Citation, Entry
from briefing.model.edits import DRAFT_SECTIONS, Edit, Judgement, OwnEntry, Passage, passages_of
from briefing.model.report import Report
from briefing.model.section import SectionId

OWN = "own-"
JUDGEMENT = "judgement-"
DRAFT = "draft-"
SOURCE = "source-"


def find_entry(briefing: Briefing, identity: str) -> Entry | None:
    """Return the entry of an id, or None when the briefing no longer has it."""
    entries = (*briefing.developments, *briefing.background)
    return next((entry for entry in entries if entry.id == identity), None)


def peers(briefing: Briefing, entry: Entry) -> tuple[Entry, ...]:
    """Return the entries that an entry is ordered among, in their order: those that the reports tell."""
    for entries in (briefing.developments, briefing.background):
        if any(other.id == entry.id for other in entries):
            return tuple(other for other in entries if not other.own)
    return ()


def passage_at(report: Report, start: int, end: int) -> Passage:
    """Return a stretch of a report as evidence of an edit."""
    quote = report.quote(start, end)
    return Passage(report_id=report.id, start=start, end=end, quote=quote, origin=report.origin)


def passage_of(briefing: Briefing, citation: Citation) -> Passage:
    """Return the passage of a citation as evidence of an edit."""
    report = next(item for item in briefing.reports if item.id == citation.span.report_id)
    return passage_at(report, citation.span.start, citation.span.end)


def passages_in(briefing: Briefing, entry: Entry) -> tuple[Passage, ...]:
    """Return the passages of an entry, the printed one first."""
    return tuple(passage_of(briefing, citation) for citation in entry.citations)


def rests_on(entry: Entry, passage: Passage) -> bool:
    """Tell whether an entry rests on a passage, where it stood or, word for word, in another report."""
    return any(
        (citation.span.report_id == passage.report_id and _overlap(citation, passage))
        or citation.quote == passage.quote
        for citation in entry.citations
    )


def _overlap(citation: Citation, passage: Passage) -> bool:
    return citation.span.start < passage.end and passage.start < citation.span.end


def speaks_of(edit: Edit, entry: Entry) -> bool:
    """Tell whether an edit is bound to a passage of an entry, or wrote it."""
    if isinstance(edit, OwnEntry | Judgement):
        return entry.id == f"{OWN}{edit.id}"
    return any(rests_on(entry, passage) for passage in passages_of(edit))


def last_on(edits: Sequence[Edit], kind: type, entry: Entry) -> Edit | None:
    """Return the latest edit of a kind that speaks of an entry, or None."""
    return next((edit for edit in reversed(edits) if isinstance(edit, kind) and speaks_of(edit, entry)), None)


def entry_on(briefing: Briefing, passages: Sequence[Passage]) -> Entry | None:
    """Return the first entry that rests on one of some passages, in the order of these."""
    entries = (*briefing.developments, *briefing.background)
    return next((entry for passage in passages for entry in entries if rests_on(entry, passage)), None)


def sections_of(briefing: Briefing, entry: Entry) -> tuple[SectionId, ...]:
    """Return the sections that print an entry, in the order of the document."""
    printed = {section for row in briefing.ledger if entry.id in row.entries for section in row.sections}
    return tuple(section for section in briefing.sections if section in printed)


def written(edits: Sequence[Edit], identity: str) -> OwnEntry | Judgement | None:
    """Return the own entry or judgement behind an id of the document, or None."""
    for edit in edits:
        if isinstance(edit, OwnEntry) and identity == f"{OWN}{edit.id}":
            return edit
        if isinstance(edit, Judgement) and identity == f"{JUDGEMENT}{edit.id}":
            return edit
    return None


def free_id(edits: Sequence[Edit]) -> str:
    """Return an id that no own entry and no judgement has."""
    taken = {edit.id for edit in edits if isinstance(edit, OwnEntry | Judgement)}
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)


def drafted(briefing: Briefing) -> Iterator[tuple[SectionId, tuple[Entry, ...]]]:
    """Yield the drafted sections that are printed, in their order, with the entries that were drafted into them."""
    held = {
        SectionId.BOTTOM_LINE: briefing.bottom_line,
        SectionId.HIGHLIGHTS: briefing.highlights,
        SectionId.OVERVIEW: briefing.overview,
    }
    for section in briefing.sections:
        if section in DRAFT_SECTIONS and held[section]:
            found = (find_entry(briefing, identity) for identity in held[section])
            yield section, tuple(entry for entry in found if entry and not entry.own)


def short(words: str, most: int = 44) -> str:
    """Write the beginning of some words in quotation marks."""
    plain = " ".join(words.split())
    cut = plain[:most].rsplit(" ", 1)[0] if len(plain) > most else plain
    return f"“{cut}…”" if len(cut) < len(plain) else f"“{plain}”"
