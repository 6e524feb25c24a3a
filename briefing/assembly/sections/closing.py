"""The sections that quote the others, so that they are printed when all the others are."""

from dataclasses import replace

from briefing.assembly.author_date import by_author
from briefing.assembly.citations import short_note_text
from briefing.assembly.evidence import passage_label
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import further_note, section_heading
from briefing.assembly.wording import capital, readable, shorten
from briefing.data.labels import Labels
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
    labels = press.material.labels
    notes = {note.number: note for note in press.numbering.notes(labels)}
    forms = press.short_forms()
    blocks: list[Block] = []
    for _, (entry, citation) in sorted(seen.items()):
        named, told = passage_label(citation, notes[citation.number], forms, labels)
        label = (Text(text=named, bold=True), Text(text=told, muted=True))
        blocks.append(Quotation(label=label, text=readable(citation.quote), entry=entry))
    if not blocks:
        return ()
    kept = blocks[: choice.limit]
    return section_heading(press, choice), *kept, *further_note(len(blocks), len(kept), labels, ranked=False)


def print_sources(press: Press, rows: tuple[SourceRow, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print the register of sources."""
    if not rows:
        return ()
    labels = press.material.labels
    kept = rows if choice.limit is None else rows[: choice.limit]
    printed = tuple(
        Row(
            cells=(
                (Text(text=_named(row, labels), bold=True),),
                (Text(text=_kind_and_stake(row, labels)),),
                (Text(text=_role_words(row, labels)),),
                (Text(text=row.grade),),
                (Text(text=labels.row(list(map(str, row.numbers)))),),
            ),
            entry=f"source-{row.name}",
        )
        for row in kept
    )
    columns: tuple[Column, ...] = (
        Column(header=labels.say("source"), weight=0.33),
        Column(header=labels.say("kind-and-stake"), weight=0.27),
        Column(header=labels.say("role"), weight=0.18),
        Column(header=labels.say("grade"), weight=0.08),
        Column(header=labels.say("note-numbers"), weight=0.14),
    )
    if press.short_forms():  # there are no numbers, and the references stand by author
        columns = columns[:-1]
        printed = tuple(replace(row, cells=row.cells[:-1]) for row in printed)
    table = Table(caption=labels.say("sources-caption"), columns=columns, rows=printed)
    return section_heading(press, choice), table, *further_note(len(rows), len(kept), labels, ranked=False)


def _kind_and_stake(row: SourceRow, labels: Labels) -> str:
    """Say what a source is and what it has at stake, once where both are one."""
    return labels.row(list(dict.fromkeys((labels.name("source", row.kind.value), row.stake))))


def _named(row: SourceRow, labels: Labels) -> str:
    aliases = labels.row(row.aliases)
    return capital(labels.say("in-brackets", words=row.name, detail=aliases) if aliases else row.name)


def _role_words(row: SourceRow, labels: Labels) -> str:
    words = labels.row([labels.say(role) for role in row.roles])
    return labels.say("roles-via", roles=words, carriers=labels.row(row.via)) if row.via else words


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
    more = further_note(len(ledger), len(rows), press.material.labels, ranked=False)
    return section_heading(press, choice), Table(caption=say("ledger-caption"), columns=columns, rows=rows), *more


def _became(press: Press, row: LedgerRow) -> str:
    say, title = press.material.labels.say, press.material.labels.title
    if row.disposition is Disposition.USED:
        return say("used-in", sections=press.material.labels.row([title(section) for section in row.sections]))
    return say("merged" if row.disposition is Disposition.MERGED else "left-out")


def print_endnotes(press: Press, choice: SectionChoice, *, short: bool) -> tuple[Block, ...]:
    """Print the notes by number, or as references by author; short ones leave title and address out."""
    labels, forms = press.material.labels, press.short_forms()
    listed = press.numbering.notes(labels)
    notes = tuple(
        EndNote(
            number=note.number,
            inlines=_note(note, labels, short=short),
            id=f"note-{note.number}",
            words=capital(forms.get(note.number, "")),
        )
        for note in (by_author(listed, forms) if forms else listed)
    )
    heading = section_heading(press, choice)
    if forms and not choice.title:
        heading = replace(heading, text=labels.say("references"))
    return (heading, EndNotes(notes=notes)) if notes else ()


def _note(note: Note, labels: Labels, *, short: bool) -> Inlines:
    if short:
        return (Text(text=short_note_text(note, labels)),)
    if not note.url:
        return (Text(text=note.text),)
    return (Text(text=f"{note.text} "), Link(text=note.url, url=note.url))
