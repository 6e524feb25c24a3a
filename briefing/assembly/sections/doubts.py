"""The sections on what differs and what is not known."""

from briefing.assembly.press import Press
from briefing.assembly.sections.parts import cite_inline, muted_inlines, section_heading
from briefing.assembly.status import source_words
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
        nothing = Prose(inlines=(Text(text="No conflicting reports were found."),))
        return section_heading(press, choice), nothing
    items = tuple(_conflict_item(press.conflict(draft)) for draft in drafts)
    return section_heading(press, choice), Listing(items=items)


def _conflict_item(conflict: Conflict) -> ListItem:
    inlines: list[Inline] = [
        Text(text=f"{conflict.subject}. ", bold=True),
    ]
    for index, side in enumerate(conflict.sides):
        inlines.append(Text(text=("; " if index else "") + f"“{side.value}” ({source_words(side.source)})"))
        inlines.extend(cite_inline(side.citations))
    return ListItem(
        inlines=tuple(inlines), detail=muted_inlines(conflict.kind.value, conflict.explanation), entry=conflict.id
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
