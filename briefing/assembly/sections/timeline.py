"""The timeline, as a table and as a picture."""

from collections.abc import Sequence
from datetime import date

from briefing.assembly.chronicle import choose_drafts
from briefing.assembly.cities import THREATS
from briefing.assembly.developments import Draft, name_places
from briefing.assembly.figures.symbols import Symbol
from briefing.assembly.figures.timeline_figure import TimelineMark, build_timeline_figure
from briefing.assembly.grouping import is_of_part
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import section_heading, shortened_inlines, text_width_of
from briefing.assembly.wording import table_words
from briefing.data.labels import Labels
from briefing.model.briefing import TimelineRow
from briefing.model.document import (
    Block,
    Column,
    Picture,
    Row,
    Table,
    Text,
)
from briefing.model.findings import ControlRelation, Modality
from briefing.model.section import SectionChoice, SectionId

_CHANGES = frozenset({ControlRelation.TOOK, ControlRelation.LOST})
_WEIGHT = {Symbol.EVENT: 0, Symbol.HELD: 0, Symbol.CONTESTED: 1, Symbol.TAKEN: 2}
# What is printed in full above is only recalled here, by its number and its first words.
_FULL, _RECALLED = 170, 95


def print_timeline(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the developments by date, and what is older apart."""
    material, labels = press.material, press.material.labels
    dated = list(choose_drafts(material, choice.limit))
    dated.sort(key=lambda draft: (draft.when.first.first if draft.when.first else 0, -draft.score, draft.id))
    rows = []
    for draft in dated:
        entry = press.entry(draft, SectionId.TIMELINE)
        row = TimelineRow(
            when=entry.when,
            entry=entry.id,
            text=entry.text,
            places=entry.places,
            citations=entry.citations,
            background=False,
        )
        press.timeline.append(row)
        number = press.printed_numbers.get(draft.id)
        rows.append(
            Row(
                cells=(
                    (Text(text=table_words(entry.when, labels)),),
                    (Text(text=entry.lead),),
                    shortened_inlines(entry, _RECALLED if number else _FULL, labels),
                    *(((Text(text=str(number or "")),),) if press.printed_numbers else ()),
                ),
                entry=entry.id,
            )
        )
    if not rows:
        return ()
    marks = _marks(dated, labels) if choice.draws else []
    figure = build_timeline_figure(marks, material.theme, labels, text_width_of(press))
    pictures = (
        (
            Picture(
                drawing=figure.drawing, alternative=figure.alternative, caption=labels.say("timeline-figure-caption")
            ),
        )
        if figure and len({mark.day for mark in marks}) > 1
        else ()
    )
    columns = (
        Column(header=labels.say("date"), weight=0.17),
        Column(header=labels.say("place"), weight=0.19),
        Column(header=labels.say("reported"), weight=0.57),
        *((Column(header=labels.say("development-number"), weight=0.07),) if press.printed_numbers else ()),
    )
    return (
        section_heading(press, choice),
        *pictures,
        Table(caption=labels.say("timeline-caption"), columns=columns, rows=tuple(rows), id="table-timeline"),
    )


def _marks(drafts: Sequence[Draft], labels: Labels) -> list[TimelineMark]:
    """Mark the day of each development that is known to the day; a change of control and a threat have own symbols.

    What is told of one place on one day is one mark, with the symbol that says most; a change of control has the names
    of the places that changed hands, and not those that are named beside them.
    """
    marks: dict[tuple[date, str], TimelineMark] = {}
    for draft in drafts:
        if draft.when.last is None or not draft.when.last.day or not draft.lead:
            continue
        told = [claim for witness in draft.witnesses for claim in witness.controls]
        claims = [claim for claim in told if claim.modality is Modality.ASSERTED]
        taken = tuple(
            {
                claim.place.id: claim.place for claim in claims if claim.relation in _CHANGES and not is_of_part(claim)
            }.values()
        )
        symbol, label = Symbol.EVENT, draft.lead
        if taken:
            symbol, label = Symbol.TAKEN, name_places(taken, labels)
        elif any(claim.relation in THREATS or is_of_part(claim) for claim in claims):
            symbol = Symbol.CONTESTED
        day = draft.when.last.last
        mark = marks.get((day, label))
        if mark is None or _WEIGHT[symbol] > _WEIGHT[mark.symbol]:
            marks[day, label] = TimelineMark(day=day, label=label, symbol=symbol)
    return list(marks.values())
