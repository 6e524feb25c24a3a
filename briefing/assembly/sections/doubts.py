"""The sections on what differs and what is not known."""

from collections.abc import Sequence

from briefing.assembly.differences import ConflictDraft, SideDraft, is_named, name_of
from briefing.assembly.figures.range_figure import RangeGroup, RangeRow, build_range_figure
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import cite_inline, further_note, muted_inlines, section_heading, text_width_of
from briefing.assembly.status import source_words
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import Conflict
from briefing.model.document import (
    Block,
    Inline,
    Listing,
    ListItem,
    Picture,
    Prose,
    Text,
)
from briefing.model.section import SectionChoice

# More bars than those of so many things fill a page.
_MOST_RANGES = 5


def print_conflicts(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print where sources differ, or say that they do not."""
    drafts = press.material.conflicts if choice.limit is None else press.material.conflicts[: choice.limit]
    if not drafts:
        nothing = Prose(inlines=(Text(text=press.material.labels.say("no-conflicts")),))
        return section_heading(press, choice), nothing
    items = tuple(_conflict_item(press.conflict(draft), press.material.labels) for draft in drafts)
    more = further_note(len(press.material.conflicts), len(drafts), press.material.labels, ranked=False)
    return section_heading(press, choice), *_ranges(press, drafts, choice), Listing(items=items), *more


def _ranges(press: Press, drafts: Sequence[ConflictDraft], choice: SectionChoice) -> tuple[Block, ...]:
    """Draw the figures that differ, each of which stands with its notes in the list below."""
    if not choice.draws:
        return ()
    labels = press.material.labels
    groups = [
        RangeGroup(
            subject=labels.say("in-brackets", words=draft.subject, detail=labels.name("conflict", draft.kind.value)),
            rows=_rows(draft, labels),
        )
        for draft in drafts
    ]
    figure = build_range_figure(groups[:_MOST_RANGES], press.material.theme, labels, text_width_of(press))
    if figure is None:
        return ()
    caption = labels.say("range-figure-caption")
    return (Picture(drawing=figure.drawing, alternative=figure.alternative, caption=caption),)


def _rows(draft: ConflictDraft, labels: Labels) -> tuple[RangeRow, ...]:
    """Return the sides that give a number that a bar can show, with their days where those differ.

    A magnitude is a logarithm, and "dozens" is no number: a bar from zero would say what nobody says.
    """
    vague = frozenset(load_table("figure_words")["vague"])
    told = [
        (side, side.figure)
        for side in draft.sides
        if side.figure and side.figure.measure != "magnitude" and not vague & set(side.figure.qualifier.split())
    ]
    days = {_day(side) for side, _ in told}
    return tuple(
        RangeRow(
            source=_sayer(side, labels),
            day=_day(side) if len(days) > 1 else "",
            party=side.source.party,
            words=side.value,
            low=figure.value,
            high=figure.high,
        )
        for side, figure in told
    )


def _sayer(side: SideDraft, labels: Labels) -> str:
    if is_named(side.source):
        return source_words(side.source, labels)
    return side.witness.report.publisher or name_of(side.source, side.witness, labels)


def _day(side: SideDraft) -> str:
    last = side.witness.when.last
    return last.iso if last else ""


def _conflict_item(conflict: Conflict, labels: Labels) -> ListItem:
    inlines: list[Inline] = [
        Text(text=f"{conflict.subject}. ", bold=True),
    ]
    for index, side in enumerate(conflict.sides):
        value, source = labels.say("quotation", words=side.value), source_words(side.source, labels)
        words = labels.say("in-brackets", words=value, detail=source)
        inlines.append(Text(text=f"; {words}" if index else words))
        inlines.extend(cite_inline(side.citations))
    return ListItem(
        inlines=tuple(inlines),
        detail=muted_inlines(labels.name("conflict", conflict.kind.value), conflict.explanation),
        entry=conflict.id,
    )


def print_gaps(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print what the reports do not tell."""
    gaps = press.material.gaps if choice.limit is None else press.material.gaps[: choice.limit]
    if not gaps:
        return ()
    press.gaps.extend(gaps)
    listing = Listing(items=tuple(ListItem(inlines=(Text(text=gap.text),)) for gap in gaps))
    more = further_note(len(press.material.gaps), len(gaps), press.material.labels, ranked=False)
    return section_heading(press, choice), listing, *more
