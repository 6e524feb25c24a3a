"""The sections that print developments in words: the key developments and the background."""

from briefing.assembly.developments import limited
from briefing.assembly.origins import choose_background
from briefing.assembly.press import Press
from briefing.assembly.sections.arrangement import arrange_developments
from briefing.assembly.sections.parts import (
    further_note,
    muted_inlines,
    section_heading,
    sentence_inlines,
)
from briefing.assembly.wording import capital
from briefing.data.labels import Labels
from briefing.model.briefing import Entry
from briefing.model.document import (
    Block,
    Heading,
    Listing,
    ListItem,
    Prose,
    Text,
)
from briefing.model.section import SectionChoice, SectionId


def print_developments(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the developments in the order of their rank, or under headings by theme, place or day."""
    material = press.material
    listed = limited(material.drafts, choice.limit)
    own = press.own_entries(SectionId.KEY_DEVELOPMENTS)
    blocks: list[Block] = []
    number = 1
    if own:
        blocks.append(Listing(items=tuple(_development(entry, material.labels) for entry in own), ordered=True))
        number += len(own)
    for title, drafts in arrange_developments(listed, choice.group, material.labels):
        items = [_development(press.entry(draft, SectionId.KEY_DEVELOPMENTS), material.labels) for draft in drafts]
        if title:
            blocks.append(Heading(level=2, text=title, id=f"developments-{number}"))
        blocks.append(Listing(items=tuple(items), ordered=True, start=number))
        number += len(items)
    if material.masked:
        blocks.append(Listing(items=tuple(_masked_item(press, marking) for marking in material.masked)))
    if not blocks:
        nothing = Prose(inlines=(Text(text=material.labels.say("no-developments")),))
        return section_heading(press, choice), nothing
    more = further_note(len(material.drafts), len(listed), material.labels)
    return section_heading(press, choice), *blocks, *more


def _development(entry: Entry, labels: Labels) -> ListItem:
    further = labels.say("further-reports", number=len(entry.further_reports)) if entry.further_reports else ""
    lead = (Text(text=f"{entry.lead}. ", bold=True),) if entry.lead else ()
    return ListItem(
        inlines=(*lead, *sentence_inlines(entry)),
        detail=muted_inlines(capital(entry.when.words), entry.status_words, further, entry.grade),
        entry=entry.id,
    )


def _masked_item(press: Press, marking: str) -> ListItem:
    """Print of what is withheld only that it is."""
    return ListItem(inlines=(Text(text=press.material.labels.say("masked", marking=marking), italic=True),))


def print_background(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print what is older than the period, oldest first; where there is a limit, what belongs to the matter most."""
    items = []
    material = press.material
    listed = material.once(
        f"background of {choice.limit}",
        lambda: choose_background(material.background, material.drafts, choice.limit),
    )
    own = press.own_entries(SectionId.BACKGROUND)
    for entry in (*own, *(press.entry(draft, SectionId.BACKGROUND) for draft in listed)):
        when = entry.when.words if entry.when.dated_by == "words" else ""
        items.append(
            ListItem(
                inlines=sentence_inlines(entry), detail=muted_inlines(capital(when), entry.status_words), entry=entry.id
            )
        )
    if not items:
        return ()
    more = further_note(len(press.material.background), len(listed), press.material.labels)
    return section_heading(press, choice), Listing(items=tuple(items)), *more
