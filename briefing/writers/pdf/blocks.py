"""Each kind of block as slabs of the page."""

import dataclasses
import math
from collections.abc import Iterable
from typing import assert_never

from briefing.model.document import (
    Block,
    Callout,
    Contents,
    EndNote,
    EndNotes,
    Heading,
    KeyFigure,
    KeyFigures,
    Listing,
    ListItem,
    ParagraphRole,
    Picture,
    Prose,
    Quotation,
    Table,
)
from briefing.writers.block_pairs import remarks_on
from briefing.writers.pdf.composition import Composition, block_anchor
from briefing.writers.pdf.contents import contents_slabs
from briefing.writers.pdf.lines import Run, break_lines, runs_width
from briefing.writers.pdf.paragraphs import baseline, beside, marked, paragraph_slabs, tied, tied_to_next
from briefing.writers.pdf.slabs import Anchor, Area, Figure, Frame, Rule, Slab, Words
from briefing.writers.pdf.styles import Style
from briefing.writers.pdf.tables import table_slabs
from briefing.writers.pdf.tagging import Element
from briefing.writers.pdf.text import clean

_BOX_PADDING = 11.0
_BAR = 3.0
# The blocks of some ten layouts of a long briefing.
_MOST_KNOWN = 500


KnownSlabs = dict[Block, list[Slab]]
"""Blocks with their slabs, whose sizes hold for one theme, page and language."""


def compose_blocks(
    blocks: Iterable[Block], composition: Composition, known: KnownSlabs | None = None, enough: float = math.inf
) -> list[Slab]:
    """Return the slabs of all blocks, in their order, or of the first ones that are higher than ``enough`` together.

    With ``known``, blocks that were composed before are taken as they are: right for counting pages, but not for
    drawing, since numbers, anchors and structure belong to the document in which a block was composed.
    """
    slabs: list[Slab] = []
    above: Block | None = None
    height = 0.0
    for number, block in enumerate(blocks):
        if remarks_on(block, above):
            slabs = tied_to_next(slabs)
        part = _compose(block, composition, number) if known is None else _known(block, composition, number, known)
        slabs += part
        if not isinstance(block, Picture):  # which may shrink on its page
            height += sum(slab.height for slab in part)
        if height > enough:
            break
        above = block
    return slabs


def _known(block: Block, composition: Composition, number: int, known: KnownSlabs) -> list[Slab]:
    if isinstance(block, Picture):  # quickly composed, slowly compared
        return _compose(block, composition, number)
    if block not in known:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        known[block] = _compose(block, composition, number)
    return known[block]


def _compose(block: Block, composition: Composition, number: int) -> list[Slab]:  # noqa: C901, PLR0911 (one return a kind)
    match block:
        case Heading():
            return _heading(block, composition, number)
        case Contents():
            return contents_slabs(block, composition)
        case Prose():
            return _prose(block, composition)
        case Callout():
            return _callout(block, composition)
        case KeyFigures():
            return _key_figures(block, composition)
        case Listing():
            return _listing(block, composition)
        case Table():
            return _named(table_slabs(block, composition), block.id)
        case Picture():
            return _named(_picture(block, composition), block.id)
        case EndNotes():
            return _end_notes(block, composition)
        case Quotation():
            return _quotation(block, composition)
        case _:
            assert_never(block)


def _heading(heading: Heading, composition: Composition, number: int) -> list[Slab]:
    style = composition.styles.heading_1 if heading.level == 1 else composition.styles.heading_2
    seen = any(child.kind == "H2" for child in composition.root.children if isinstance(child, Element))
    # a level that was jumped over is an error to a screen reader
    level = 2 if heading.level == 2 and seen else 1
    element = composition.root.add(f"H{level + 1}")
    slabs = paragraph_slabs(
        composition.text_runs(heading.text, style),
        style,
        element,
        width=composition.measure,
        before=16 if heading.level == 1 else 9,
        balanced=True,
    )
    if not slabs:
        return []
    anchor = Anchor(f"heading-{number}", clean(heading.text), level - 1)
    slabs[0] = dataclasses.replace(slabs[0], anchors=(anchor, Anchor(block_anchor(heading.id))))
    slabs[-1] = dataclasses.replace(slabs[-1], height=slabs[-1].height + (3 if heading.level == 1 else 1))
    return tied_to_next(tied(slabs))


def _named(slabs: list[Slab], target: str) -> list[Slab]:
    """Make the first slab of a block the place to which references to the block lead."""
    if not (slabs and target):
        return slabs
    first = dataclasses.replace(slabs[0], anchors=(Anchor(block_anchor(target)), *slabs[0].anchors))
    return [first, *slabs[1:]]


def _prose(prose: Prose, composition: Composition) -> list[Slab]:
    styles = composition.styles
    looks = {
        ParagraphRole.BODY: (styles.body, 5.0),
        ParagraphRole.LEAD: (styles.lead, 5.0),
        ParagraphRole.NOTE: (styles.note, 4.0),
    }
    style, before = looks[prose.role]
    element = composition.root.add("P")
    runs = composition.runs(prose.inlines, style, element)
    return paragraph_slabs(runs, style, element, width=composition.measure, before=before, entry=prose.entry)


def _callout(callout: Callout, composition: Composition) -> list[Slab]:
    styles, theme = composition.styles, composition.theme
    frame = Frame(0, composition.width, fill=theme.tint, bar=theme.accent, bar_width=_BAR, padding=_BOX_PADDING - 2)
    left = _BAR + _BOX_PADDING
    width = composition.width - left - _BOX_PADDING
    box = composition.root.add("Sect")
    label = box.add("P")
    slabs = paragraph_slabs(
        composition.text_runs(callout.label.upper(), styles.callout_label),
        styles.callout_label,
        label,
        width=width,
        x=left,
        frame=frame,
    )
    slabs = tied_to_next(slabs)
    for place, prose in enumerate(callout.paragraphs):
        element = box.add("P")
        style = styles.note if prose.role is ParagraphRole.NOTE else styles.callout
        slabs += paragraph_slabs(
            composition.runs(prose.inlines, style, element),
            style,
            element,
            width=width,
            x=left,
            before=4.0 if place else 1.0,
            entry=prose.entry,
            frame=frame,
        )
    return [dataclasses.replace(slabs[0], before=10.0), *slabs[1:]] if slabs else []


def _key_figures(block: KeyFigures, composition: Composition) -> list[Slab]:
    if not block.figures:
        return []
    share = composition.width / len(block.figures)
    columns = [
        _key_figure(
            figure, composition, x=place * share + (11.0 if place else 0.0), width=share - (22.0 if place else 11.0)
        )
        for place, figure in enumerate(block.figures)
    ]
    slabs = beside(columns, composition.height)
    rules = tuple(
        Rule(place * share, 3, place * share, slabs[0].height, composition.theme.rule, 0.6)
        for place in range(1, len(columns))
    )
    slabs = marked(slabs, rules)
    return [dataclasses.replace(slabs[0], before=12.0), *slabs[1:]]


def _key_figure(figure: KeyFigure, composition: Composition, *, x: float, width: float) -> list[Slab]:
    styles = composition.styles
    value, caption = composition.root.add("P"), composition.root.add("P")
    return [
        *paragraph_slabs(
            composition.text_runs(figure.value, styles.figure_value),
            styles.figure_value,
            value,
            width=width,
            x=x,
            entry=figure.entry,
        ),
        *paragraph_slabs(
            composition.runs(figure.caption, styles.figure_caption, caption),
            styles.figure_caption,
            caption,
            width=width,
            x=x,
            entry=figure.entry,
        ),
    ]


def _listing(listing: Listing, composition: Composition) -> list[Slab]:
    style = composition.styles.number
    labels = [f"{number}" if listing.ordered else "•" for number, _ in enumerate(listing.items, listing.start)]
    indent = max([16.0, *(_label_width(label, style, composition) + 7.0 for label in labels[-1:])])
    element = composition.root.add("L")
    slabs: list[Slab] = []
    for place, (label, item) in enumerate(zip(labels, listing.items, strict=True)):
        part = _list_item(item, label, indent, element.add("LI"), composition)
        # one item alone under its heading looks lost
        slabs += tied_to_next(part) if place == 0 and len(labels) > 1 else part
    return slabs


def _list_item(item: ListItem, label: str, indent: float, element: Element, composition: Composition) -> list[Slab]:
    styles = composition.styles
    width = composition.measure - indent
    number, body = element.add("Lbl"), element.add("LBody")
    # paragraphs of their own, so that the words of both do not run into each other and are read in their order
    main = body.add("P") if item.detail else body
    runs = composition.runs(item.inlines, styles.body, main)
    slabs = paragraph_slabs(runs, styles.body, main, width=width, x=indent, before=5.5, entry=item.entry, hang=indent)
    below = body.add("P") if item.detail else body
    detail = composition.runs(item.detail, styles.detail, below)
    details = paragraph_slabs(
        detail, styles.detail, below, width=width, x=indent, before=0.5, entry=item.entry, hang=indent
    )
    slabs = (tied_to_next(slabs) if details else slabs) + details
    return marked(slabs, _label(composition.text_runs(label, styles.number), styles.number, number)) if slabs else []


def _label(runs: tuple[Run, ...], style: Style, element: Element) -> tuple[Words, ...]:
    return tuple(Words(0, baseline(style), line, element) for line in break_lines(runs, 200))


def _label_width(label: str, style: Style, composition: Composition) -> float:
    return runs_width(composition.text_runs(label, style))


def _picture(picture: Picture, composition: Composition) -> list[Slab]:
    drawing, styles = picture.drawing, composition.styles
    if drawing.width <= 0 or drawing.height <= 0:
        return []
    # heading above and caption below want their place on the same page
    room = composition.height * 0.84
    # a picture that is just not as wide as the column looks like a mistake
    widest = composition.width if drawing.width > composition.width * 0.9 else drawing.width
    scale = min(widest / drawing.width, room / drawing.height)
    alternative = clean(picture.alternative).strip() or clean(picture.caption).strip()
    # a picture without words for it can only be decoration
    element = composition.root.add("Figure", alternative=alternative) if alternative else None
    figure = Slab(
        height=drawing.height * scale,
        marks=(Figure(0, 0, scale, drawing, element),),
        areas=(Area(0, 0, drawing.width * scale, drawing.height * scale, picture.entry),) if picture.entry else (),
        before=14.0,
        keep=bool(picture.caption.strip()),
    )
    caption = composition.root.add("P")
    runs = composition.text_runs(picture.caption, styles.caption)
    width = max(drawing.width * scale, composition.measure / 2)
    return [figure, *paragraph_slabs(runs, styles.caption, caption, width=width, before=4.0)]


def _end_notes(block: EndNotes, composition: Composition) -> list[Slab]:
    style = composition.styles.end_note
    widest = max((_label_width(str(note.number), style, composition) for note in block.notes), default=0.0)
    element = composition.root.add("L")
    slabs: list[Slab] = []
    for place, note in enumerate(block.notes):
        part = _end_note(note, max(16.0, widest + 7.0), element.add("LI"), composition)
        slabs += tied_to_next(part) if place == 0 and len(block.notes) > 1 else part
    return slabs


def _end_note(note: EndNote, indent: float, element: Element, composition: Composition) -> list[Slab]:
    style = composition.styles.end_note
    if note.words:
        return _reference(note, element, composition)
    label, body = element.add("Lbl"), element.add("LBody")
    runs = composition.runs(note.inlines, style, body)
    slabs = paragraph_slabs(runs, style, body, width=composition.measure - indent, x=indent, before=3.0)
    if not slabs:
        return []
    number = dataclasses.replace(style, cut="semibold", colour=composition.theme.accent)
    back = _back_runs(note, str(note.number), number, composition)
    return _anchored(marked(slabs, _label(back, style, label)), note, composition)


def _reference(note: EndNote, element: Element, composition: Composition) -> list[Slab]:
    """Set a note of a list of references, headed by the short form that cites it."""
    style, body = composition.styles.end_note, element.add("LBody")
    head = dataclasses.replace(style, cut="semibold", colour=composition.theme.accent)
    runs = (
        *_back_runs(note, note.words, head, composition),
        *composition.text_runs(". ", style),
        *composition.runs(note.inlines, style, body),
    )
    slabs = paragraph_slabs(runs, style, body, width=composition.measure, before=3.0)
    return _anchored(slabs, note, composition)


def _back_runs(note: EndNote, words: str, style: Style, composition: Composition) -> tuple[Run, ...]:
    """Return what leads back to the first citation of a note, where there is one."""
    back = composition.text_runs(words, style)
    if note.number not in composition.cited:
        return back
    link = Element("Link")
    return tuple(dataclasses.replace(run, target=f"#cite-{note.number}", element=link) for run in back)


def _anchored(slabs: list[Slab], note: EndNote, composition: Composition) -> list[Slab]:
    anchor = Anchor(composition.note_anchors[note.number])
    return [dataclasses.replace(slabs[0], anchors=(anchor, *slabs[0].anchors)), *slabs[1:]]


def _quotation(quotation: Quotation, composition: Composition) -> list[Slab]:
    styles, indent = composition.styles, 12.0
    frame = Frame(0, composition.measure, bar=composition.theme.rule, bar_width=1.4, padding=1.0)
    box = composition.root.add("BlockQuote")
    label, words = box.add("P"), box.add("P")
    width = composition.measure - indent
    # the label is small, and no running text
    slabs = paragraph_slabs(
        composition.runs(quotation.label, styles.quotation_label, label),
        styles.quotation_label,
        label,
        width=composition.width - indent,
        x=indent,
        entry=quotation.entry,
        frame=frame,
    )
    slabs = tied_to_next(tied(slabs))
    for text in quotation.text.split("\n"):
        runs = composition.text_runs(text, styles.quotation)
        slabs += paragraph_slabs(
            runs, styles.quotation, words, width=width, x=indent, before=1.0, entry=quotation.entry, frame=frame
        )
    return [dataclasses.replace(slabs[0], before=9.0), *slabs[1:]] if slabs else []
