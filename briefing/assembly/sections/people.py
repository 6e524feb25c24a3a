"""The sections on who acts and who speaks: actors with what they did, and statements with who made them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.assembly.developments import Draft
from briefing.assembly.press import Material, Press
from briefing.assembly.sections.parts import cite_inline, further_note, section_heading
from briefing.assembly.voices import is_nobody
from briefing.assembly.witnesses import Witness
from briefing.assembly.wording import capital, readable
from briefing.data.labels import Labels
from briefing.model.briefing import ActorRow, Citation, StatementRow
from briefing.model.document import Block, Column, Inline, Row, Table, Text
from briefing.model.findings import ActorMention, Attribution, Modality, Role, Words
from briefing.model.section import SectionChoice, SectionId

_MOST_DEEDS = 3
# The conjunction belongs to "said that" and "spoke of", not to what is said.
_THAT = re.compile(r"^(?:that|of)\b[,\s]+", re.IGNORECASE)
# Fewer words than this say nothing by themselves.
_LEAST_WORDS = 3
# Marks at the ends of a quotation; that it is one is said beside it.
_MARKS = "“”\"‘’',"


@dataclass(slots=True)
class _Deeds:
    mention: ActorMention
    spellings: dict[str, None] = field(default_factory=dict)
    sides: dict[str, None] = field(default_factory=dict)
    done: list[tuple[str, Draft]] = field(default_factory=list)


def print_actors(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print who did something in the period, by the rank of the first development they act in."""
    found = [deeds for deeds in _actors(press.material).values() if deeds.done]
    kept = found[: choice.limit]
    rows = [_actor_row(press, deeds) for deeds in kept]
    if not rows:
        return ()
    press.actors.extend(rows)
    say, sided = press.material.labels.say, any(row.side for row in rows)
    columns = (
        Column(header=say("actor"), weight=0.28),
        Column(header=say("kind"), weight=0.15),
        *((Column(header=say("side"), weight=0.15),) if sided else ()),
        Column(header=say("actions"), weight=0.42),
    )
    table = Table(
        caption=say("actors-caption"),
        columns=columns,
        rows=tuple(_printed_actor(press, row, sided=sided) for row in rows),
    )
    return section_heading(press, choice), table, *further_note(len(found), len(rows), press.material.labels)


def _actors(material: Material) -> dict[str, _Deeds]:
    """Return by folded name who is named as doing something in a development, in the order of rank."""
    actors: dict[str, _Deeds] = {}
    for draft in material.drafts:
        for witness in draft.witnesses:
            for mention, kind in _acting(witness):
                deeds = actors.setdefault(material.names.of(mention.name).casefold(), _Deeds(mention))
                deeds.spellings |= dict.fromkeys((mention.name, *mention.aliases))
                if mention.side:
                    deeds.sides[mention.side] = None
                if all(other is not draft or told != kind for told, other in deeds.done):
                    deeds.done.append((kind, draft))
    return actors


def _acting(witness: Witness) -> Iterator[tuple[ActorMention, str]]:
    for action in witness.actions:
        if action.modality is not Modality.ASSERTED or action.actor is None:
            continue
        named = [item for item in witness.findings.actors if _overlaps(item, action.actor)]
        if named:
            yield max(named, key=lambda item: (item.end - item.start, -item.start)), action.kind


def _overlaps(one: Words, other: Words) -> bool:
    return one.start < other.end and other.start < one.end


def _actor_row(press: Press, deeds: _Deeds) -> ActorRow:
    name = _fullest(press.material.names.of(deeds.mention.name), deeds.spellings)
    identity = f"a-{name.casefold()}"
    kept = deeds.done[:_MOST_DEEDS]
    for _, draft in kept:
        press.uses.print_in(SectionId.ACTORS, identity, draft.best)
    citations = [press.cite(identity, [draft.best])[0] for _, draft in kept]
    return ActorRow(
        id=identity,
        name=name,
        spellings=tuple(spelling for spelling in deeds.spellings if not _within(spelling, name)),
        kind=deeds.mention.kind,
        side="; ".join(deeds.sides),
        did=tuple(_deed(kind, draft, press.material.labels) for kind, draft in kept),
        entries=tuple(draft.id for _, draft in kept),
        citations=tuple(citations),
    )


def _fullest(name: str, spellings: Iterable[str]) -> str:
    """Return the longest spelling of a name that is only a noun: "local factions" for "factions"."""
    if name != name.casefold():
        return name
    return max((name, *(each for each in spellings if _within(name, each))), key=len)


def _within(one: str, other: str) -> bool:
    """Tell whether a spelling adds nothing to another one, because its words stand in it."""
    return f" {one.casefold()} " in f" {other.casefold()} "


def _deed(kind: str, draft: Draft, labels: Labels) -> str:
    what = labels.name("action", kind)
    return labels.say("what-where", what=what, where=draft.lead) if draft.lead else what


def _printed_actor(press: Press, row: ActorRow, *, sided: bool) -> Row:
    spellings = f" ({', '.join(row.spellings)})" if row.spellings else ""
    did: list[Inline] = []
    for number, (words, citation) in enumerate(zip(row.did, row.citations, strict=True)):
        did.append(Text(text=f"; {words}" if number else capital(words)))
        did.extend(cite_inline((citation,)))
    side = capital(row.side) or press.material.labels.say("not-said")
    return Row(
        cells=(
            (Text(text=capital(row.name), bold=True), Text(text=spellings)),
            (Text(text=capital(press.material.labels.name("actor", row.kind.value))),),
            *(((Text(text=side, muted=not row.side),),) if sided else ()),
            tuple(did),
        ),
        entry=row.id,
    )


def print_statements(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print who says what in the developments, in the order of their rank: the words of what is said, and how."""
    found = list(_said(press.material.drafts))
    kept = found[: choice.limit]
    rows = [_statement_row(press, draft, witness, said) for draft, witness, said in kept]
    denying = {
        row.citations[0].span for row, (_, witness, _) in zip(rows, kept, strict=True) if witness.role is Role.DENIAL
    }
    if not rows:
        return ()
    press.statements.extend(rows)
    say = press.material.labels.say
    columns = (
        Column(header=say("who"), weight=0.24),
        Column(header=say("said"), weight=0.48),
        Column(header=say("how"), weight=0.13),
        Column(header=say("when"), weight=0.15),
    )
    table = Table(
        caption=say("statements-caption"),
        columns=columns,
        rows=tuple(_printed_statement(press, row, denied=row.citations[0].span in denying) for row in rows),
    )
    return (
        section_heading(press, choice),
        table,
        *further_note(len(found), len(rows), press.material.labels),
    )


def _said(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Witness, Attribution]]:
    """Yield what is attributed, each source once for each development."""
    for draft in drafts:
        speakers: set[str] = set()
        for witness in draft.witnesses:
            said = witness.attribution
            if said is None or witness.source is None or said.content is None or is_nobody(witness.source):
                continue
            if len(witness.report.quote(said.content.start, said.content.end).split()) < _LEAST_WORDS:
                continue
            if witness.source.originator not in speakers:
                speakers.add(witness.source.originator)
                yield draft, witness, said


def _statement_row(press: Press, draft: Draft, witness: Witness, said: Attribution) -> StatementRow:
    assert said.content is not None
    assert witness.source is not None
    press.uses.print_in(SectionId.STATEMENTS, draft.id, witness)
    citations: tuple[Citation, ...] = press.cite(draft.id, [witness])
    return StatementRow(
        source=witness.source,
        text=_THAT.sub("", readable(witness.report.quote(said.content.start, said.content.end))),
        quoted=said.direct,
        when=witness.when,
        entry=draft.id,
        citations=citations,
    )


def _printed_statement(press: Press, row: StatementRow, *, denied: bool) -> Row:
    """Print what is said and how; what is denied is marked as such, lest it pass for what was said."""
    say = press.material.labels.say
    how = say("denied-by-source") if denied else say("quoted" if row.quoted else "paraphrased")
    words = row.text.strip(_MARKS) if row.quoted else row.text
    carrier = f", {say('via', carrier=row.source.carrier)}" if row.source.carrier else ""
    return Row(
        cells=(
            (Text(text=capital(row.source.originator), bold=True), Text(text=carrier)),
            (Text(text=capital(words)), *cite_inline(row.citations)),
            (Text(text=how),),
            (Text(text=capital(row.when.words)),),
        ),
        entry=row.entry,
    )
