"""The sections that are drafted from the others: highlights and overview, in the words of the reports."""

from collections.abc import Iterator, Sequence

from briefing.assembly.developments import Draft
from briefing.assembly.editing import is_accepted
from briefing.assembly.grouping import main_kind, sites
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import muted_inlines, section_heading, sentence_inlines
from briefing.assembly.witnesses import stands_alone
from briefing.assembly.wording import capital
from briefing.model.briefing import Entry
from briefing.model.document import Block, Listing, ListItem, ParagraphRole, Prose, Text
from briefing.model.section import SectionChoice, SectionId

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


def print_highlights(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the first developments as bullets, one for each topic, with date and place before the sentence."""
    most = min(choice.limit or _MOST_HIGHLIGHTS, _MOST_HIGHLIGHTS)
    chosen = tuple(_one_a_topic(press.material.drafts))[:most]
    own = press.own_entries(SectionId.HIGHLIGHTS)
    entries = [*own, *(press.entry(draft, SectionId.HIGHLIGHTS) for draft in chosen)]
    if not entries:
        return ()
    press.highlights.extend(entry.id for entry in entries)
    items = tuple(ListItem(inlines=(*_lead(entry), *sentence_inlines(entry)), entry=entry.id) for entry in entries)
    return section_heading(press, choice), Listing(items=items), *draft_note(press, choice.id, chosen)


def _lead(entry: Entry) -> tuple[Text, ...]:
    words = ", ".join(part for part in (capital(entry.when.words), entry.lead) if part)
    return (Text(text=f"{words}. ", bold=True),) if words else ()


def _one_a_topic(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the developments by rank, leaving out those whose place and kind of action stand above already."""
    seen: set[tuple[str, str]] = set()
    for draft in drafts:
        topics = {(site, main_kind(draft.best.kinds)) for site in sites(draft.best) or {draft.lead}}
        if topics & seen or not stands_alone(draft.best):
            continue
        seen |= topics
        yield draft


def print_overview(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print 100 to 250 words: since when, from the background, then who did what where, from the developments."""
    chosen = _overview(press.material.background, press.material.drafts)
    own = press.own_entries(SectionId.OVERVIEW)
    entries = [*own, *(press.entry(draft, SectionId.OVERVIEW) for draft in chosen)]
    if not entries:
        return ()
    press.overview.extend(entry.id for entry in entries)
    paragraphs = tuple(Prose(inlines=sentence_inlines(entry), entry=entry.id) for entry in entries)
    return section_heading(press, choice), *paragraphs, *draft_note(press, choice.id, chosen, "draft-overview")


def _overview(background: Sequence[Draft], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    since = [draft for draft in background if draft.when.dated_by == "words" and stands_alone(draft.best)][:_ORIGINS]
    chosen: list[Draft] = []
    words = 0
    for draft in (*since, *_one_a_topic(drafts)):
        length = len(draft.best.text.split())
        if words + length > _MOST_WORDS:
            continue
        chosen.append(draft)
        words += length
        if words >= _LEAST_WORDS and len(chosen) > len(since):
            break
    return tuple(chosen) if any(draft not in since for draft in chosen) else ()
