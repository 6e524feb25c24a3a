"""The sections that print developments in words: bottom line, key figures, developments, background."""

from collections.abc import Sequence

from briefing.assembly.developments import Draft, limited
from briefing.assembly.editing import is_accepted
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import (
    cite_inline,
    further_note,
    muted_inlines,
    section_heading,
    section_title,
    sentence_inlines,
)
from briefing.assembly.wording import capital, readable
from briefing.model.document import (
    Block,
    Callout,
    KeyFigure,
    KeyFigures,
    Listing,
    ListItem,
    ParagraphRole,
    Prose,
    Text,
)
from briefing.model.section import SectionChoice, SectionId

_BOTTOM_LINE_SENTENCES, _BOTTOM_LINE_WORDS = 3, 60
# No sentence of a lower rank is a bottom line, however short it is.
_BOTTOM_LINE_RANKS = 5
_LEADING_FIGURES = ("killed", "injured", "displaced", "missing", "evacuated", "share", "magnitude")
_KEY_FIGURES = 3


def print_bottom_line(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the first developments that fit into 60 words, marked as a draft."""
    chosen: list[Draft] = []
    left = _BOTTOM_LINE_WORDS
    for draft in press.material.drafts[:_BOTTOM_LINE_RANKS]:
        words = len(draft.best.text.split())
        if words <= left or not chosen:
            chosen.append(draft)
            left -= words
        if len(chosen) == min(choice.limit or _BOTTOM_LINE_SENTENCES, _BOTTOM_LINE_SENTENCES) or left <= 0:
            break
    own = press.own_entries(SectionId.BOTTOM_LINE)
    if not chosen and not own:
        return ()
    entries = [*own, *(press.entry(draft, SectionId.BOTTOM_LINE) for draft in chosen)]
    press.bottom_line.extend(entry.id for entry in entries)
    paragraphs = [Prose(inlines=sentence_inlines(entry), role=ParagraphRole.LEAD, entry=entry.id) for entry in entries]
    return (Callout(label=section_title(choice), paragraphs=(*paragraphs, *draft_note(press, choice.id, chosen))),)


def draft_note(press: Press, section: SectionId, chosen: Sequence[Draft]) -> tuple[Prose, ...]:
    """Say that a section is a draft, unless the analyst accepted it with just these entries."""
    if is_accepted(press.material.book, section, [draft.witnesses for draft in chosen]):
        return ()
    words = "Draft from the highest-ranked developments, in the words of the reports."
    return (Prose(inlines=muted_inlines(words), role=ParagraphRole.NOTE),)


def print_key_figures(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the figures that stand highest in the ranking, one for each measure."""
    figures: dict[str, KeyFigure] = {}
    for draft in press.material.drafts:
        for figure in draft.best.figures:
            if figure.measure not in _LEADING_FIGURES or figure.measure in figures:
                continue
            entry = press.entry(draft, SectionId.KEY_FIGURES)
            caption = f"{figure.measure} {figure.counted}".strip()
            where = f", {entry.lead}" if entry.lead else ""
            figures[figure.measure] = KeyFigure(
                value=readable(draft.best.report.quote(figure.start, figure.end)),
                caption=(Text(text=f"{caption}{where}; {entry.when.words}"), *cite_inline(entry.citations[:1])),
                entry=entry.id,
            )
    kept = tuple(figures.values())[: min(choice.limit or _KEY_FIGURES, _KEY_FIGURES)]
    return (KeyFigures(figures=kept),) if kept else ()


def print_developments(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the developments in the order of their rank."""
    items = []
    listed = limited(press.material.drafts, choice.limit)
    own = press.own_entries(SectionId.KEY_DEVELOPMENTS)
    for entry in (*own, *(press.entry(draft, SectionId.KEY_DEVELOPMENTS) for draft in listed)):
        lead = (Text(text=f"{entry.lead}. ", bold=True),) if entry.lead else ()
        items.append(
            ListItem(
                inlines=(*lead, *sentence_inlines(entry)),
                detail=muted_inlines(capital(entry.when.words), entry.status_words, entry.grade),
                entry=entry.id,
            )
        )
    if not items:
        return (
            section_heading(choice),
            Prose(inlines=(Text(text="No development of the period was found in the reports."),)),
        )
    more = further_note(len(press.material.drafts), len(listed), "development", "developments")
    return section_heading(choice), Listing(items=tuple(items), ordered=True), *more


def print_background(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print what is older than the period, oldest first."""
    items = []
    listed = limited(press.material.background, choice.limit)
    own = press.own_entries(SectionId.BACKGROUND)
    for entry in (*own, *(press.entry(draft, SectionId.BACKGROUND) for draft in listed)):
        when = entry.when.words if entry.when.dated_by == "words" else ""
        items.append(
            ListItem(
                inlines=sentence_inlines(entry), detail=muted_inlines(capital(when), entry.status_words), entry=entry.id
            )
        )
    return (section_heading(choice), Listing(items=tuple(items))) if items else ()
