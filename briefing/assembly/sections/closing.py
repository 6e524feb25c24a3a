"""The sections that quote the others, so that they are printed when all the others are."""

from briefing.assembly.citations import short_note_text
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import further_note, section_heading
from briefing.assembly.wording import capital, readable, shorten
from briefing.model.briefing import Citation, Disposition, LedgerRow, Note, SourceRow
from briefing.model.document import (
    Block,
    Column,
    EndNote,
    EndNotes,
    Inlines,
    Link,
    ParagraphRole,
    Prose,
    Quotation,
    Row,
    Table,
    Text,
)
from briefing.model.section import SectionChoice

_LEDGER_TEXT = 240


def print_evidence(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print every cited passage in its own words, by number of its note."""
    seen: dict[tuple[int, str, int], tuple[str, Citation]] = {}
    for entry, _, citation in press.cited:
        seen.setdefault((citation.number, citation.span.report_id, citation.span.start), (entry, citation))
    notes = {note.number: note for note in press.numbering.notes()}
    blocks: list[Block] = []
    for _, (entry, citation) in sorted(seen.items()):
        note = notes[citation.number]
        who = f"{note.originator}{' via ' + note.carrier if note.carrier else ''}" or note.publisher or "Own words"
        label = (
            Text(text=f"{citation.number}  {who}", bold=True),
            Text(text=f" · {note.publisher or note.file} · {note.date} · report {citation.span.report_id}", muted=True),
        )
        blocks.append(Quotation(label=label, text=readable(citation.quote), entry=entry))
    return (section_heading(press, choice), *blocks[: choice.limit]) if blocks else ()


def print_sources(press: Press, rows: tuple[SourceRow, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print the register of sources."""
    if not rows:
        return ()
    kept = rows if choice.limit is None else rows[: choice.limit]
    printed = tuple(
        Row(
            cells=(
                (Text(text=_named(row), bold=True),),
                (Text(text=row.kind.value),),
                (Text(text=row.stake),),
                (Text(text=_role_words(row)),),
                (Text(text=row.grade),),
                (Text(text=", ".join(map(str, row.numbers))),),
            ),
            entry=f"source-{row.name}",
        )
        for row in kept
    )
    columns = (
        Column(header="Source", weight=0.29),
        Column(header="Kind", weight=0.16),
        Column(header="Stake", weight=0.18),
        Column(header="Role", weight=0.19),
        Column(header="Grade", weight=0.08),
        Column(header="Notes", weight=0.1),
    )
    return section_heading(press, choice), Table(caption="Sources and what they are", columns=columns, rows=printed)


def _named(row: SourceRow) -> str:
    return capital(f"{row.name} ({', '.join(row.aliases)})" if row.aliases else row.name)


def _role_words(row: SourceRow) -> str:
    words = ", ".join(row.roles)
    return f"{words}, via {', '.join(row.via)}" if row.via else words


def print_method(press: Press, sentences: tuple[str, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print how the briefing was made."""
    return section_heading(press, choice), *(
        Prose(inlines=(Text(text=sentence),), role=ParagraphRole.NOTE) for sentence in sentences
    )


def print_ledger(press: Press, ledger: tuple[LedgerRow, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print what became of each sentence, in the order of reports and text."""
    say = press.material.labels.say
    rows = tuple(
        Row(
            cells=(
                (Text(text=shorten(readable(row.quote), _LEDGER_TEXT)),),
                (Text(text=capital(_became(press, row))),),
                (Text(text=capital(row.reason)),),
            )
        )
        for row in ledger[: choice.limit]
    )
    columns = (
        Column(header=say("ledger-sentence"), weight=0.5),
        Column(header=say("ledger-became"), weight=0.2),
        Column(header=say("ledger-reason"), weight=0.3),
    )
    if not rows:
        return ()
    more = further_note(len(ledger), len(rows), "sentence", "sentences")
    return section_heading(press, choice), Table(caption=say("ledger-caption"), columns=columns, rows=rows), *more


def _became(press: Press, row: LedgerRow) -> str:
    say, title = press.material.labels.say, press.material.labels.title
    if row.disposition is Disposition.USED:
        return say("used-in", sections=", ".join(title(section) for section in row.sections))
    return say("merged" if row.disposition is Disposition.MERGED else "left-out")


def print_endnotes(press: Press, choice: SectionChoice, *, short: bool) -> tuple[Block, ...]:
    """Print the notes in the order of their numbers; short ones leave title and address out."""
    notes = tuple(
        EndNote(number=note.number, inlines=_note(note, short=short), id=f"note-{note.number}")
        for note in press.numbering.notes()
    )
    return (section_heading(press, choice), EndNotes(notes=notes)) if notes else ()


def _note(note: Note, *, short: bool) -> Inlines:
    if short:
        return (Text(text=short_note_text(note)),)
    if not note.url:
        return (Text(text=note.text),)
    return (Text(text=f"{note.text} "), Link(text=note.url, url=note.url))
