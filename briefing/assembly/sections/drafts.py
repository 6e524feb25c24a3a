"""The sections that are drafted from the others, in the words of the reports: bottom line, highlights, overview."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from briefing.assembly.developments import Draft
from briefing.assembly.differences import SideDraft
from briefing.assembly.editing import is_accepted
from briefing.assembly.foremost import Opposition, one_of_each_topic, opposition_to
from briefing.assembly.origins import choose_background
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import (
    cite_inline,
    muted_inlines,
    section_heading,
    section_title,
    sentence_inlines,
)
from briefing.assembly.status import source_words
from briefing.assembly.wording import capital, date_words
from briefing.data.labels import Labels
from briefing.model.briefing import Entry
from briefing.model.document import Block, Callout, Inlines, Listing, ListItem, ParagraphRole, Prose, Text
from briefing.model.section import SectionChoice, SectionId

_BOTTOM_LINE_SENTENCES, _BOTTOM_LINE_WORDS = 3, 60
# No sentence of a lower rank is a bottom line, however short it is.
_BOTTOM_LINE_RANKS = 6
# Three to seven bullets, one topic each; 100 to 250 words: the conventions of situation reports.
_MOST_HIGHLIGHTS = 7
_LEAST_WORDS, _MOST_WORDS = 100, 250
_ORIGINS = 2  # sentences of background that say since when


def draft_note(press: Press, section: SectionId, chosen: Sequence[Draft], key: str = "draft") -> tuple[Prose, ...]:
    """Say that a section is a draft, unless the analyst accepted it with just these entries."""
    if is_accepted(press.material.book, section, [draft.witnesses for draft in chosen]):
        press.accepted.append(section)
        return ()
    words = muted_inlines(press.material.labels.say(key))
    return (Prose(inlines=words, role=ParagraphRole.NOTE, entry=f"draft-{section.value}"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A development with what others say against it, which is never left out where it is drafted into a summary."""

    draft: Draft
    opposition: Opposition | None

    @property
    def words(self) -> int:
        """Count the words to be printed."""
        against = self.opposition.sides if self.opposition else ()
        return len(self.draft.best.text.split()) + sum(4 + len(side.source.originator.split()) for side in against)


def print_bottom_line(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the first developments that fit into 60 words, one of each topic, marked as a draft."""
    most = min(choice.limit or _BOTTOM_LINE_SENTENCES, _BOTTOM_LINE_SENTENCES)
    told = _bottom_line(press, most)
    own = press.own_entries(SectionId.BOTTOM_LINE)
    if not told and not own:
        return ()
    lines = [(entry, sentence_inlines(entry)) for entry in own]
    lines += [_line(press, item, SectionId.BOTTOM_LINE) for item in told]
    press.bottom_line.extend(entry.id for entry, _ in lines)
    paragraphs = [Prose(inlines=inlines, role=ParagraphRole.LEAD, entry=entry.id) for entry, inlines in lines]
    note = draft_note(press, choice.id, [item.draft for item in told])
    return (Callout(label=section_title(press, choice), paragraphs=(*paragraphs, *note)),)


def _bottom_line(press: Press, most: int) -> list[_Told]:
    """Choose sentences of the first ranks while there are words left; where none is short enough, the first alone."""
    chosen: list[_Told] = []
    left = _BOTTOM_LINE_WORDS
    ranked = [*_told(press, _foremost(press)[:_BOTTOM_LINE_RANKS])]
    for item in ranked:
        if item.words <= left and len(chosen) < most:
            chosen.append(item)
            left -= item.words
    return chosen or ranked[:1] or [*_told(press, press.material.drafts[:1])]


def _foremost(press: Press) -> tuple[Draft, ...]:
    """Return the first developments, one of each topic, as many as a section may draw on."""
    material = press.material
    return material.once("foremost", lambda: tuple(islice(one_of_each_topic(material.drafts), _MOST_HIGHLIGHTS)))


def _told(press: Press, drafts: Iterator[Draft] | Sequence[Draft]) -> Iterator[_Told]:
    for draft in drafts:
        yield _Told(draft=draft, opposition=opposition_to(draft, press.material.conflicts_about(draft)))


def _line(press: Press, item: _Told, section: SectionId) -> tuple[Entry, Inlines]:
    """Print a development with its notes and, behind it, who denies it or what others say."""
    entry = press.entry(item.draft, section)
    if item.opposition is None:
        return entry, sentence_inlines(entry)
    labels, sides = press.material.labels, item.opposition.sides
    names = [source_words(side.source, labels) for side in sides]
    if item.opposition.denied:
        words = labels.say("denied-by-others", who=labels.join(list(dict.fromkeys(names))))
    else:
        said = [
            labels.say("in-brackets", words=side.value, detail=", ".join((name, *_earlier(side, item.draft, labels))))
            for side, name in zip(sides, names, strict=True)
        ]
        words = labels.say("others-say", values=labels.join(said))
    citations = press.cite(entry.id, [side.witness for side in sides])
    return entry, (*sentence_inlines(entry), Text(text=f" {words}", muted=True), *cite_inline(citations))


def _earlier(side: SideDraft, draft: Draft, labels: Labels) -> tuple[str, ...]:
    """Return the day of what another said before the day of a development: a toll then was no less right for it."""
    said, told = side.witness.when.last, draft.when.last
    if said is None or told is None or not said.last < told.last:
        return ()
    return (date_words(said, labels),)


def print_highlights(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the first developments as bullets, one for each topic, with date and place before the sentence."""
    most = min(choice.limit or _MOST_HIGHLIGHTS, _MOST_HIGHLIGHTS)
    told = [*_told(press, _foremost(press)[:most])]
    lines = [(entry, sentence_inlines(entry)) for entry in press.own_entries(SectionId.HIGHLIGHTS)]
    lines += [_line(press, item, SectionId.HIGHLIGHTS) for item in told]
    if not lines:
        return ()
    press.highlights.extend(entry.id for entry, _ in lines)
    items = tuple(ListItem(inlines=(*_lead(entry), *inlines), entry=entry.id) for entry, inlines in lines)
    note = draft_note(press, choice.id, [item.draft for item in told])
    return section_heading(press, choice), Listing(items=items), *note


def _lead(entry: Entry) -> tuple[Text, ...]:
    words = ", ".join(part for part in (capital(entry.when.words), entry.lead) if part)
    return (Text(text=f"{words}. ", bold=True),) if words else ()


def print_overview(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print 100 to 250 words: since when, from the background, then who did what where, from the developments."""
    chosen = _overview(press)
    own = press.own_entries(SectionId.OVERVIEW)
    entries = [*own, *(press.entry(draft, SectionId.OVERVIEW) for draft in chosen)]
    if not entries:
        return ()
    press.overview.extend(entry.id for entry in entries)
    paragraphs = tuple(Prose(inlines=sentence_inlines(entry), entry=entry.id) for entry in entries)
    return section_heading(press, choice), *paragraphs, *draft_note(press, choice.id, chosen, "draft-overview")


def _overview(press: Press) -> tuple[Draft, ...]:
    drafts = press.material.drafts
    since = choose_background(press.material.background, drafts, _ORIGINS, summary=True)
    chosen: list[Draft] = []
    words = 0
    for item in _told(press, one_of_each_topic(drafts)):
        draft = item.draft
        if item.opposition is not None and item.opposition.denied:
            continue
        length = len(draft.best.text.split())
        if words + length > _MOST_WORDS - sum(len(each.best.text.split()) for each in since):
            continue
        chosen.append(draft)
        words += length
        if words >= _LEAST_WORDS:
            break
    return (*since, *sorted(chosen, key=_day)) if chosen else ()


def _day(draft: Draft) -> int:
    """Order what happened by day, so that the overview can be read as a course of events."""
    return draft.when.first.first.toordinal() if draft.when.first else 0
