"""The sections that print developments in words: bottom line, key figures, developments, background."""

from briefing.assembly.developments import Draft, limited
from briefing.assembly.differences import ConflictDraft
from briefing.assembly.press import Press
from briefing.assembly.sections.arrangement import arrange_developments
from briefing.assembly.sections.drafts import draft_note
from briefing.assembly.sections.parts import (
    cite_inline,
    further_note,
    muted_inlines,
    section_heading,
    section_title,
    sentence_inlines,
)
from briefing.assembly.status import source_words
from briefing.assembly.wording import capital, readable
from briefing.model.briefing import Entry
from briefing.model.document import (
    Block,
    Callout,
    Heading,
    KeyFigure,
    KeyFigures,
    Listing,
    ListItem,
    ParagraphRole,
    Prose,
    Text,
)
from briefing.model.findings import Figure
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
    return (
        Callout(label=section_title(press, choice), paragraphs=(*paragraphs, *draft_note(press, choice.id, chosen))),
    )


def print_key_figures(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the figures that stand highest in the ranking, one for each measure, with as-of, source and range."""
    figures: dict[str, KeyFigure] = {}
    for draft in press.material.drafts:
        for figure in draft.best.figures:
            if figure.measure not in _LEADING_FIGURES or figure.measure in figures:
                continue
            entry = press.entry(draft, SectionId.KEY_FIGURES)
            figures[figure.measure] = KeyFigure(
                value=readable(draft.best.report.quote(figure.start, figure.end)),
                caption=(Text(text=_caption(press, draft, entry, figure)), *cite_inline(entry.citations[:1])),
                entry=entry.id,
            )
    kept = tuple(figures.values())[: min(choice.limit or _KEY_FIGURES, _KEY_FIGURES)]
    return (KeyFigures(figures=kept),) if kept else ()


def _caption(press: Press, draft: Draft, entry: Entry, figure: Figure) -> str:
    """Say what a figure counts, where, for which day, who says so, and the other values where sources differ."""
    say = press.material.labels.say
    sides = [
        side for conflict in press.material.conflicts if _gives(conflict, draft, figure) for side in conflict.sides
    ]
    other = list(dict.fromkeys(side.value for side in sides))
    measured = ", ".join(part for part in (say(f"measure-{figure.measure}"), entry.lead) if part)
    parts = (
        measured,
        entry.when.words,
        source_words(entry.sources[0], press.material.labels),
        say("differ", values=" / ".join(other)) if len(other) > 1 else "",
    )
    return "; ".join(part for part in parts if part)


def _gives(conflict: ConflictDraft, draft: Draft, figure: Figure) -> bool:
    """Tell whether a conflict sets this very figure beside other values."""
    words = readable(draft.best.report.quote(figure.start, figure.end))
    return any(side.witness.key == draft.best.key and side.value == words for side in conflict.sides)


def print_developments(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the developments in the order of their rank, or under headings by theme, place or day."""
    material = press.material
    listed = limited(material.drafts, choice.limit)
    own = press.own_entries(SectionId.KEY_DEVELOPMENTS)
    blocks: list[Block] = []
    number = 1
    if own:
        blocks.append(Listing(items=tuple(_development(entry) for entry in own), ordered=True))
        number += len(own)
    for title, drafts in arrange_developments(listed, choice.group, material.labels):
        items = [_development(press.entry(draft, SectionId.KEY_DEVELOPMENTS)) for draft in drafts]
        if title:
            blocks.append(Heading(level=2, text=title, id=f"developments-{number}"))
        blocks.append(Listing(items=tuple(items), ordered=True, start=number))
        number += len(items)
    if material.masked:
        blocks.append(Listing(items=tuple(_masked_item(press, marking) for marking in material.masked)))
    if not blocks:
        nothing = Prose(inlines=(Text(text=material.labels.say("no-developments")),))
        return section_heading(press, choice), nothing
    more = further_note(len(material.drafts), len(listed), "development", material.labels)
    return section_heading(press, choice), *blocks, *more


def _development(entry: Entry) -> ListItem:
    lead = (Text(text=f"{entry.lead}. ", bold=True),) if entry.lead else ()
    return ListItem(
        inlines=(*lead, *sentence_inlines(entry)),
        detail=muted_inlines(capital(entry.when.words), entry.status_words, entry.grade),
        entry=entry.id,
    )


def _masked_item(press: Press, marking: str) -> ListItem:
    """Print of what is withheld only that it is."""
    return ListItem(inlines=(Text(text=press.material.labels.say("masked", marking=marking), italic=True),))


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
    return (section_heading(press, choice), Listing(items=tuple(items))) if items else ()
