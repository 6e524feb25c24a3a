"""The sections on what differs and what is not known."""

from briefing.assembly.press import Press
from briefing.assembly.sections.parts import cite_inline, muted_inlines, section_heading
from briefing.assembly.status import source_words
from briefing.data.labels import Labels
from briefing.model.briefing import Conflict
from briefing.model.document import (
    Block,
    Inline,
    Listing,
    ListItem,
    Prose,
    Text,
)
from briefing.model.section import SectionChoice


def print_conflicts(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print where sources differ, or say that they do not."""
    drafts = press.material.conflicts if choice.limit is None else press.material.conflicts[: choice.limit]
    if not drafts:
        nothing = Prose(inlines=(Text(text=press.material.labels.say("no-conflicts")),))
        return section_heading(press, choice), nothing
    items = tuple(_conflict_item(press.conflict(draft), press.material.labels) for draft in drafts)
    return section_heading(press, choice), Listing(items=items)


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
    return section_heading(press, choice), Listing(
        items=tuple(ListItem(inlines=(Text(text=gap.text),)) for gap in gaps)
    )
