"""The sections of a briefing: each is a function from the material to blocks."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from briefing.assembly.citations import short_note_text
from briefing.assembly.cities import CityDraft, latest_words, said_by
from briefing.assembly.developments import Draft, limited
from briefing.assembly.figures.locator_map import MapPlace, build_locator_map
from briefing.assembly.figures.symbols import Symbol
from briefing.assembly.figures.timeline_figure import TimelineMark, build_timeline_figure
from briefing.assembly.press import MOST_CLAIMS, Press
from briefing.assembly.status import source_words
from briefing.assembly.witnesses import OWN_WORDS
from briefing.assembly.wording import capital, count_words, date_words, readable, shorten, table_words
from briefing.model.briefing import Citation, City, Conflict, Entry, Note, SourceRow, TimelineRow
from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Column,
    EndNote,
    EndNotes,
    Heading,
    Inline,
    Inlines,
    KeyFigure,
    KeyFigures,
    Link,
    Listing,
    ListItem,
    PageSize,
    ParagraphRole,
    Picture,
    Prose,
    Quotation,
    Row,
    Table,
    Text,
)
from briefing.model.findings import ControlRelation, Modality, PlaceKind
from briefing.model.request import SECTION_TITLES, SectionChoice, SectionId

_BOTTOM_LINE_SENTENCES, _BOTTOM_LINE_WORDS = 3, 60
# No sentence of a lower rank is a bottom line, however short it is.
_BOTTOM_LINE_RANKS = 5
_TIMELINE_TEXT = 170
_LEADING_FIGURES = ("killed", "injured", "displaced", "missing", "evacuated", "share", "magnitude")
_KEY_FIGURES = 3
# So many sources are named in one cell.
_WHO = 3
_THREATS = frozenset({ControlRelation.CONTESTS, ControlRelation.BESIEGES, ControlRelation.THREATENS})

Printer = Callable[[Press, SectionChoice], tuple[Block, ...]]


def cite_inline(citations: tuple[Citation, ...]) -> Inlines:
    """Make the superscript numbers of citations, each number once, in order."""
    numbers = tuple(sorted({citation.number for citation in citations}))
    return (Cite(numbers=numbers),) if numbers else ()


def _sentence(entry: Entry) -> Inlines:
    return (Text(text=capital(entry.text)), *cite_inline(entry.citations))


def _muted(*words: str) -> Inlines:
    return (Text(text=" · ".join(word for word in words if word), muted=True),)


def _further(found: int, printed: int, one: str, many: str) -> tuple[Block, ...]:
    """Say how many more there are than are printed."""
    if printed >= found:
        return ()
    words = f"{count_words(found - printed, f'further {one} ranks', f'further {many} rank')} lower and "
    words += "is not printed here." if found - printed == 1 else "are not printed here."
    return (Prose(inlines=(Text(text=words),), role=ParagraphRole.NOTE),)


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
    if not chosen:
        return ()
    entries = [press.entry(draft, SectionId.BOTTOM_LINE) for draft in chosen]
    press.bottom_line.extend(entry.id for entry in entries)
    paragraphs = [Prose(inlines=_sentence(entry), role=ParagraphRole.LEAD, entry=entry.id) for entry in entries]
    draft_note = Prose(
        inlines=_muted("Draft from the highest-ranked developments, in the words of the reports."),
        role=ParagraphRole.NOTE,
    )
    return (Callout(label=_title(choice), paragraphs=(*paragraphs, draft_note)),)


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
    for draft in limited(press.material.drafts, choice.limit):
        entry = press.entry(draft, SectionId.KEY_DEVELOPMENTS)
        lead = (Text(text=f"{entry.lead}. ", bold=True),) if entry.lead else ()
        items.append(
            ListItem(
                inlines=(*lead, *_sentence(entry)),
                detail=_muted(capital(entry.when.words), entry.status_words, entry.grade),
                entry=entry.id,
            )
        )
    if not items:
        return (_heading(choice), Prose(inlines=(Text(text="No development of the period was found in the reports."),)))
    more = _further(len(press.material.drafts), len(items), "development", "developments")
    return _heading(choice), Listing(items=tuple(items), ordered=True), *more


def print_cities(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the table of cities and provinces of which something is said."""
    rows = press.material.cities if choice.limit is None else press.material.cities[: choice.limit]
    contested = any(row.claims for row in rows)
    printed = []
    for row in rows:
        city = press.city(row, latest_words(row, press.printed_numbers, contested=contested))
        who = list(dict.fromkeys(said_by(claim) for claim in row.claims[:MOST_CLAIMS])) or list(
            dict.fromkeys(source_words(source) for event in row.events for source in event.support.sources)
        )
        others = f" and {len(who) - _WHO} more" if len(who) > _WHO else ""
        name = f"{row.place.name} ({row.kind_label})"
        printed.append(
            Row(
                cells=(
                    (Text(text=name, bold=True),),
                    _said(city),
                    (Text(text=capital("; ".join(who[:_WHO]) + others or OWN_WORDS)),),
                    (Text(text=table_words(row.when)),),
                    (Text(text=row.status.value),),
                ),
                entry=city.id,
            )
        )
    if not printed:
        return ()
    columns = (
        Column(header="Place", weight=0.17),
        Column(header="What is said of it", weight=0.34),
        Column(header="Who says so", weight=0.21),
        Column(header="When", weight=0.15),
        Column(header="Status", weight=0.13),
    )
    area = press.material.settled.area
    caption = f"Reported control and events by place{', ' + area if area else ''}"
    more = _further(len(press.material.cities), len(printed), "place", "places")
    return _heading(choice), Table(caption=caption, columns=columns, rows=tuple(printed)), *more


def _said(city: City) -> Inlines:
    """Put the first claims of control into one cell, each with its notes; without a claim, what happened there."""
    if not city.claims:
        return (Text(text=capital(city.latest)), *cite_inline(city.citations))
    said: list[Inline] = []
    by_summary = [(summary, tuple(claims)) for summary, claims in groupby(city.claims, key=lambda claim: claim.summary)]
    for summary, claims in by_summary:
        said.append(Text(text=f"; {summary}" if said else capital(summary)))
        said.extend(cite_inline(tuple(citation for claim in claims for citation in claim.citations)))
    return tuple(said)


def print_map(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the locator map of the places in the table of cities."""
    material = press.material
    shown = _countries(material.cities)
    places = [
        MapPlace(name=row.place.name, latitude=row.place.latitude, longitude=row.place.longitude, symbol=_symbol(row))
        for row in material.cities
        if row.place.kind is not PlaceKind.PROVINCE and row.place.country in shown
    ]
    width = _measure(press)
    located = build_locator_map(
        places, material.outlines, material.theme, focus=material.settled.country, width=width, height=width * 0.62
    )
    if located is None:
        return ()
    as_of = f", as of {date_words(material.settled.as_of)}" if material.settled.as_of else ""
    caption = (
        f"Places named in the developments{as_of}. Places: GeoNames; outlines: Natural Earth, adapted. "
        "Boundaries and names shown imply no endorsement."
    )
    return _heading(choice), Picture(drawing=located.drawing, alternative=located.alternative, caption=caption)


def _countries(rows: Sequence[CityDraft]) -> frozenset[str | None]:
    """Return the countries to show: a single row in another country would only widen the map."""
    counts = Counter(row.place.country for row in rows)
    most = max(counts.values(), default=0)
    return frozenset(country for country, count in counts.items() if count > 1 or count == most)


def _measure(press: Press) -> float:
    """Return the width in points between the margins of the page."""
    paper = 595.28 if press.material.request.page_size is PageSize.A4 else 612.0
    return paper - 2 * press.material.theme.margin_side * 72 / 25.4


def _symbol(row: CityDraft) -> Symbol:
    relations = {claim.claim.relation for claim in row.claims if claim.claim.modality is Modality.ASSERTED}
    planned = {claim.claim.relation for claim in row.claims if claim.claim.modality is Modality.PLANNED}
    if row.disagreement or (relations & _THREATS and ControlRelation.TOOK not in relations):
        return Symbol.CONTESTED
    if relations & {ControlRelation.TOOK, ControlRelation.LOST}:
        return Symbol.TAKEN
    if ControlRelation.HOLDS in relations:
        return Symbol.HELD
    return Symbol.CONTESTED if planned else Symbol.EVENT


def print_timeline(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the developments by date, and what is older apart."""
    material = press.material
    dated = [draft for draft in limited(material.drafts, choice.limit) if draft.when.first is not None]
    dated.sort(key=lambda draft: (draft.when.first.first if draft.when.first else 0, -draft.score, draft.id))
    rows = []
    for draft in dated:
        entry = press.entry(draft, SectionId.TIMELINE)
        row = TimelineRow(
            when=entry.when,
            entry=entry.id,
            text=entry.text,
            places=entry.places,
            citations=entry.citations,
            background=False,
        )
        press.timeline.append(row)
        text = Text(text=shorten(capital(entry.text), _TIMELINE_TEXT))
        rows.append(
            Row(
                cells=(
                    (Text(text=table_words(entry.when)),),
                    (Text(text=entry.lead),),
                    (text, *cite_inline(entry.citations)),
                ),
                entry=entry.id,
            )
        )
    if not rows:
        return ()
    figure = build_timeline_figure(_marks(dated), material.theme, _measure(press))
    pictures = (
        (Picture(drawing=figure.drawing, alternative=figure.alternative, caption="Developments by day"),)
        if figure and len({mark.day for mark in _marks(dated)}) > 1
        else ()
    )
    columns = (
        Column(header="Date", weight=0.17),
        Column(header="Place", weight=0.19),
        Column(header="What is reported", weight=0.64),
    )
    return _heading(choice), *pictures, Table(caption="Developments by date", columns=columns, rows=tuple(rows))


def _marks(drafts: Sequence[Draft]) -> list[TimelineMark]:
    """Mark the day of each development that is known to the day; a change of control and a threat have own symbols."""
    marks = []
    for draft in drafts:
        if draft.when.last is None or not draft.when.last.day or not draft.lead:
            continue
        claims = {claim.relation for claim in draft.best.controls if claim.modality is Modality.ASSERTED}
        symbol = Symbol.EVENT
        if claims & {ControlRelation.TOOK, ControlRelation.HOLDS, ControlRelation.LOST}:
            symbol = Symbol.TAKEN
        elif claims & _THREATS:
            symbol = Symbol.CONTESTED
        marks.append(TimelineMark(day=draft.when.last.last, label=draft.lead, symbol=symbol))
    return marks


def print_conflicts(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print where sources differ, or say that they do not."""
    drafts = press.material.conflicts if choice.limit is None else press.material.conflicts[: choice.limit]
    if not drafts:
        nothing = Prose(inlines=(Text(text="No conflicting reports were found."),))
        return _heading(choice), nothing
    items = tuple(_conflict_item(press.conflict(draft)) for draft in drafts)
    return _heading(choice), Listing(items=items)


def _conflict_item(conflict: Conflict) -> ListItem:
    inlines: list[Inline] = [
        Text(text=f"{conflict.subject}. ", bold=True),
    ]
    for index, side in enumerate(conflict.sides):
        inlines.append(Text(text=("; " if index else "") + f"“{side.value}” ({source_words(side.source)})"))
        inlines.extend(cite_inline(side.citations))
    return ListItem(inlines=tuple(inlines), detail=_muted(conflict.kind.value, conflict.explanation), entry=conflict.id)


def print_gaps(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print what the reports do not tell."""
    gaps = press.material.gaps if choice.limit is None else press.material.gaps[: choice.limit]
    if not gaps:
        return ()
    press.gaps.extend(gaps)
    return _heading(choice), Listing(items=tuple(ListItem(inlines=(Text(text=gap.text),)) for gap in gaps))


def print_background(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print what is older than the period, oldest first."""
    items = []
    for draft in limited(press.material.background, choice.limit):
        entry = press.entry(draft, SectionId.BACKGROUND)
        when = entry.when.words if entry.when.dated_by == "words" else ""
        items.append(
            ListItem(inlines=_sentence(entry), detail=_muted(capital(when), entry.status_words), entry=entry.id)
        )
    return (_heading(choice), Listing(items=tuple(items))) if items else ()


def print_evidence(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print every cited passage in its own words, by number of its note."""
    seen: dict[tuple[int, str, int], tuple[str, Citation]] = {}
    for entry, _, citation in press.cited:
        seen.setdefault((citation.number, citation.span.report_id, citation.span.start), (entry, citation))
    notes = {note.number: note for note in press.numbering.notes()}
    blocks: list[Block] = []
    for _, (entry, citation) in sorted(seen.items()):
        note = notes[citation.number]
        who = f"{note.originator}{' via ' + note.carrier if note.carrier else ''}" or note.publisher or "Own words"
        label = (
            Text(text=f"{citation.number}  {who}", bold=True),
            Text(text=f" · {note.publisher or note.file} · {note.date} · report {citation.span.report_id}", muted=True),
        )
        blocks.append(Quotation(label=label, text=readable(citation.quote), entry=entry))
    return (_heading(choice), *blocks[: choice.limit]) if blocks else ()


def print_sources(rows: tuple[SourceRow, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print the register of sources."""
    if not rows:
        return ()
    kept = rows if choice.limit is None else rows[: choice.limit]
    printed = tuple(
        Row(
            cells=(
                (Text(text=_named(row), bold=True),),
                (Text(text=row.kind.value),),
                (Text(text=row.stake),),
                (Text(text=_role_words(row)),),
                (Text(text=row.grade),),
                (Text(text=", ".join(map(str, row.numbers))),),
            )
        )
        for row in kept
    )
    columns = (
        Column(header="Source", weight=0.29),
        Column(header="Kind", weight=0.16),
        Column(header="Stake", weight=0.18),
        Column(header="Role", weight=0.19),
        Column(header="Grade", weight=0.08),
        Column(header="Notes", weight=0.1),
    )
    return _heading(choice), Table(caption="Sources and what they are", columns=columns, rows=printed)


def _named(row: SourceRow) -> str:
    return capital(f"{row.name} ({', '.join(row.aliases)})" if row.aliases else row.name)


def _role_words(row: SourceRow) -> str:
    words = ", ".join(row.roles)
    return f"{words}, via {', '.join(row.via)}" if row.via else words


def print_method(sentences: tuple[str, ...], choice: SectionChoice) -> tuple[Block, ...]:
    """Print how the briefing was made."""
    return _heading(choice), *(Prose(inlines=(Text(text=sentence),), role=ParagraphRole.NOTE) for sentence in sentences)


def print_endnotes(press: Press, choice: SectionChoice, *, short: bool) -> tuple[Block, ...]:
    """Print the notes in the order of their numbers; short ones leave title and address out."""
    notes = tuple(
        EndNote(number=note.number, inlines=_note(note, short=short), id=f"note-{note.number}")
        for note in press.numbering.notes()
    )
    return (_heading(choice), EndNotes(notes=notes)) if notes else ()


def _note(note: Note, *, short: bool) -> Inlines:
    if short:
        return (Text(text=short_note_text(note)),)
    if not note.url:
        return (Text(text=note.text),)
    return (Text(text=f"{note.text} "), Link(text=note.url, url=note.url))


def _title(choice: SectionChoice) -> str:
    return choice.title or SECTION_TITLES[choice.id]


def _heading(choice: SectionChoice) -> Heading:
    return Heading(level=1, text=_title(choice), id=f"section-{choice.id.value}")


PRINTERS: Mapping[SectionId, Printer] = {
    SectionId.BOTTOM_LINE: print_bottom_line,
    SectionId.KEY_FIGURES: print_key_figures,
    SectionId.KEY_DEVELOPMENTS: print_developments,
    SectionId.CITIES: print_cities,
    SectionId.MAP: print_map,
    SectionId.TIMELINE: print_timeline,
    SectionId.CONFLICTS: print_conflicts,
    SectionId.GAPS: print_gaps,
    SectionId.BACKGROUND: print_background,
}
