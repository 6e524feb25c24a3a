"""The blocks of a document as paragraphs and tables of the body."""

from typing import assert_never

from briefing.model.document import (
    Block,
    Callout,
    Contents,
    EndNote,
    EndNotes,
    Heading,
    KeyFigures,
    Listing,
    ListItem,
    ParagraphRole,
    Picture,
    Prose,
    Quotation,
    Table,
    Text,
)
from briefing.writers.block_pairs import remarks_on
from briefing.writers.docx.captions import render_caption
from briefing.writers.docx.contents import render_contents
from briefing.writers.docx.images import render_image
from briefing.writers.docx.inlines import citation_anchor, note_anchor, render_inlines
from briefing.writers.docx.markup import anchor_link, bookmark, character_style, paragraph, run, tab
from briefing.writers.docx.numbering import BULLET_HANGING, hanging, numbering_of
from briefing.writers.docx.pages import render_section
from briefing.writers.docx.story import Story
from briefing.writers.docx.tables import render_key_figures, render_table

_PROSE_STYLES = {
    ParagraphRole.BODY: "BriefingText",
    ParagraphRole.LEAD: "BriefingLead",
    ParagraphRole.NOTE: "BriefingNote",
}


def render_blocks(story: Story) -> str:
    """Return all blocks of the document in their order."""
    blocks = story.document.blocks
    rendered = []
    for place, block in enumerate(blocks):
        story.keep_last = any(remarks_on(below, block) for below in blocks[place + 1 : place + 2])
        rendered.append(_render_block(block, story))
    return "".join(rendered)


def _render_block(block: Block, story: Story) -> str:  # noqa: C901, PLR0911 (one line for each kind of block)
    match block:
        case Heading():
            return _render_heading(block, story)
        case Contents():
            return render_contents(block, story)
        case Prose():
            words = story.comment(block.entry, render_inlines(block.inlines, story))
            return story.paragraph(_PROSE_STYLES[block.role], words)
        case Callout():
            return _render_callout(block, story)
        case KeyFigures():
            return render_key_figures(block, story)
        case Listing():
            return _render_listing(block, story)
        case Table():
            return render_table(block, story)
        case Picture():
            return _render_picture(block, story)
        case EndNotes():
            return _render_endnotes(block, story)
        case Quotation():
            return _render_quotation(block, story)
    assert_never(block)


def _render_heading(heading: Heading, story: Story) -> str:
    return story.paragraph(f"Heading{heading.level}", story.marked(heading.id, run(heading.text)))


def _render_callout(callout: Callout, story: Story) -> str:
    label = [story.paragraph("BottomLineLabel", run(callout.label))] if callout.label else []
    last = len(callout.paragraphs) - 1
    return "".join(
        label
        + [
            story.paragraph(
                "BottomLine",
                story.comment(prose.entry, render_inlines(prose.inlines, story)),
                keep_next=index < last,
                after=14 if index == last else None,
            )
            for index, prose in enumerate(callout.paragraphs)
        ]
    )


def _render_listing(listing: Listing, story: Story) -> str:
    first = max(listing.start, 0)
    last = first + max(len(listing.items) - 1, 0)
    story.list_starts.append((listing.ordered, first, last))
    style = "Development" if listing.ordered else "BriefingBullet"
    numbering = numbering_of(len(story.list_starts))
    left = hanging(ordered=listing.ordered, last=last)
    end = len(listing.items) - 1
    return "".join(
        [
            _render_item(item, style, numbering, left, story, keep_next=story.keep_last and place == end)
            for place, item in enumerate(listing.items)
        ]
    )


def _render_item(item: ListItem, style: str, numbering: str, left: float, story: Story, *, keep_next: bool) -> str:
    words = story.comment(item.entry, render_inlines(item.inlines, story), in_list=True)
    if not item.detail:
        return story.paragraph(style, words, numbering=numbering, keep_next=keep_next)
    main = story.paragraph(style, words, numbering=numbering, keep_next=True, after=0)
    # where the numbers are long, the words below stand as far in as those above
    own_left = left if left > BULLET_HANGING else None
    detail = render_inlines(item.detail, story)
    return main + story.paragraph("DevelopmentDetail", detail, left=own_left, keep_next=keep_next)


def _render_picture(picture: Picture, story: Story) -> str:
    image = story.paragraph("Figure", render_image(picture, story), keep_next=bool(picture.caption))
    return image + (
        story.paragraph("FigureCaption", render_caption(picture.caption, story, picture.id)) if picture.caption else ""
    )


def _render_endnotes(block: EndNotes, story: Story) -> str:
    if story.notes.native:
        return "" if story.document.blocks[-1] is block else _close_section(story)
    return "".join([_render_note(note, story) for note in block.notes])


def _close_section(story: Story) -> str:
    """Return the break at which Word prints the endnotes, so that they stand under their heading."""
    section = render_section(story.document, continued=story.sections_closed > 0)
    story.sections_closed += 1
    return paragraph("TableGap", "", section=section)


def _render_note(note: EndNote, story: Story) -> str:
    number = run(note.words or str(note.number), character_style("EndnoteNumber"))
    if story.notes.notes[note.number] is note:
        if note.number in story.notes.cited:
            number = anchor_link(citation_anchor(note.number), number)
        number = bookmark(next(story.bookmark_numbers), note_anchor(note.number), number)
    return story.paragraph(
        "EndnoteText", number + (run(". ") if note.words else tab()) + render_inlines(note.inlines, story)
    )


def _render_quotation(quotation: Quotation, story: Story) -> str:
    label = story.paragraph("QuotationLabel", render_inlines(quotation.label, story)) if quotation.label else ""
    return label + story.paragraph(
        "Quotation", render_inlines((Text(text=quotation.text, language=quotation.language),), story)
    )
