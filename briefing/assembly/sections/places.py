"""The sections on places: the table of cities and provinces, and the map."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.assembly.cities import THREATS, CityDraft, latest_words, sayers_of
from briefing.assembly.control_days import control_marks
from briefing.assembly.figures.control_figure import build_control_figure
from briefing.assembly.figures.locator_map import LocatorMap, MapPlace, build_locator_map
from briefing.assembly.figures.symbols import Symbol
from briefing.assembly.grouping import is_of_part
from briefing.assembly.press import MOST_CLAIMS, Material, Press
from briefing.assembly.references import note_on
from briefing.assembly.sections.parts import (
    cite_inline,
    further_note,
    section_heading,
    text_width_of,
)
from briefing.assembly.status import source_words
from briefing.assembly.wording import capital, date_words, table_words
from briefing.data.labels import Labels
from briefing.model.briefing import City, Status
from briefing.model.document import (
    Block,
    Column,
    CrossReference,
    Inline,
    Inlines,
    Picture,
    Row,
    Table,
    Text,
)
from briefing.model.findings import ControlRelation, Modality, PlaceKind
from briefing.model.section import SectionChoice, SectionId, section_anchor

# The anchor of the table of cities, to which the map refers.
_TABLE = f"table-{SectionId.CITIES.value}"
# So many sources are named in one cell.
_WHO = 3
# So many places of which nothing is seen on the map are named below it.
_UNSEEN = 8
# A map of half the width leaves room on the page for what it belongs to.
_MAP_HEIGHT = 0.5


def _country_word(row: CityDraft, rows: Sequence[CityDraft], material: Material) -> tuple[str, ...]:
    """Return the country of a row that lies outside the area, or that another row has a namesake of."""
    code, area = row.place.country, material.settled.country
    namesake = any(other.place.name == row.place.name and other.place.country != code for other in rows)
    if code is None or not (namesake or (area and code != area)):
        return ()
    country = material.outlines.country(code)
    return (country.name,) if country is not None else ()


def print_cities(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the table of cities and provinces of which something is said."""
    rows = press.material.cities if choice.limit is None else press.material.cities[: choice.limit]
    labels, contested = press.material.labels, any(row.claims for row in rows)
    printed = []
    for row in rows:
        city = press.city(row, latest_words(row, press.printed_numbers, labels, contested=contested))
        who = _who(row, labels)
        named = "; ".join(who[:_WHO]) or labels.say("own-words")
        if len(who) > _WHO:
            named = labels.say("list-more", list=named, number=len(who) - _WHO)
        if city.independent_originators > 1:
            named = labels.say("originators-in-all", list=named, number=city.independent_originators)
        abroad = _country_word(row, rows, press.material)
        name = labels.say("in-brackets", words=row.place.name, detail=", ".join([city.kind_label, *abroad]))
        printed.append(
            Row(
                cells=(
                    (Text(text=name, bold=True),),
                    _said(city),
                    (Text(text=capital(named)),),
                    (Text(text=table_words(row.when, labels)),),
                    (_status(row, labels),),
                ),
                entry=city.id,
            )
        )
    if not printed:
        return ()
    columns = (
        Column(header=labels.say("place"), weight=0.17),
        Column(header=labels.say("said-of-it"), weight=0.34),
        Column(header=labels.say("who-says-so"), weight=0.21),
        Column(header=labels.say("when"), weight=0.15),
        Column(header=labels.say("status"), weight=0.13),
    )
    area = press.material.settled.area
    caption = labels.say("cities-caption-area", area=area) if area else labels.say("cities-caption")
    more = further_note(len(press.material.cities), len(printed), labels)
    table = Table(caption=caption, columns=columns, rows=tuple(printed), id=_TABLE)
    return section_heading(press, choice), *(_by_day(press, rows) if choice.draws else ()), table, *more


def _by_day(press: Press, rows: Sequence[CityDraft]) -> tuple[Block, ...]:
    """Draw the claims of control by place and day, where control of one of the rows changed."""
    material, labels = press.material, press.material.labels
    marks = [mark for row in rows for mark in control_marks(row, labels)]
    figure = build_control_figure(marks, material.theme, labels, text_width_of(press))
    if figure is None:
        return ()
    caption = labels.say("control-figure-caption")
    return (Picture(drawing=figure.drawing, alternative=figure.alternative, caption=caption),)


def _status(row: CityDraft, labels: Labels) -> Inline:
    """Return the word of the status, which leads to the conflicts where sources differ."""
    word = labels.name("status", row.status.value)
    if row.status is not Status.CONFLICTING:
        return Text(text=word)
    return CrossReference(text=word, target=section_anchor(SectionId.CONFLICTS))


def _who(row: CityDraft, labels: Labels) -> list[str]:
    """Name who speaks of a place: the first source of each claim before the others, or those of what happened there."""
    if not row.claims:
        events = (source_words(source, labels) for event in row.events for source in event.support.sources)
        return list(dict.fromkeys(events))
    claims = [sayers_of(claim, labels) for claim in row.claims[:MOST_CLAIMS]]
    first, others = [names[0] for names in claims], [name for names in claims for name in names[1:]]
    return list(dict.fromkeys([*first, *others]))


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
    material, labels = press.material, press.material.labels
    width = text_width_of(press)
    located = material.once("map", lambda: _locate(material, width), material.theme, width)
    if located is None:
        return ()
    as_of = material.settled.as_of
    caption = labels.say("map-caption-day", date=date_words(as_of, labels)) if as_of else labels.say("map-caption")
    picture = Picture(
        drawing=located.drawing,
        alternative=located.alternative,
        caption=" ".join([caption, *_unseen(located, labels)]),
        id=f"figure-{choice.id.value}",
    )
    return section_heading(press, choice), picture, note_on("map-table", _TABLE, labels)


def _unseen(located: LocatorMap, labels: Labels) -> Iterator[str]:
    """Name the places that a reader looks for on the map in vain, or whose symbols stand without a name."""
    kinds = {
        "map-unlabelled": located.unlabelled,
        "map-beyond": located.beyond,
        "map-missing": (*located.undrawn, *located.unlocated),
    }
    for key, names in kinds.items():
        if names:
            listed = labels.row(names[:_UNSEEN])
            further = len(names) - _UNSEEN
            yield labels.say(
                key, places=labels.say("list-more", list=listed, number=further) if further > 0 else listed
            )


def _locate(material: Material, width: float) -> LocatorMap | None:
    shown = _countries(material.cities)
    places = [
        MapPlace(name=row.place.name, latitude=row.place.latitude, longitude=row.place.longitude, symbol=_symbol(row))
        for row in material.cities
        if row.place.kind is not PlaceKind.PROVINCE and row.place.country in shown
    ]
    return build_locator_map(
        places,
        material.outlines,
        material.theme,
        material.labels,
        focus=material.settled.country,
        width=width,
        height=width * _MAP_HEIGHT,
    )


def _countries(rows: Sequence[CityDraft]) -> frozenset[str | None]:
    """Return the countries to show: a single row in another country would only widen the map."""
    counts = Counter(row.place.country for row in rows)
    most = max(counts.values(), default=0)
    return frozenset(country for country, count in counts.items() if count > 1 or count == most)


def _symbol(row: CityDraft) -> Symbol:
    asserted = [claim.claim for claim in row.claims if claim.claim.modality is Modality.ASSERTED]
    relations = {claim.relation for claim in asserted if not is_of_part(claim)}
    planned = {claim.claim.relation for claim in row.claims if claim.claim.modality is Modality.PLANNED}
    if row.disagreement or (relations & THREATS and ControlRelation.TOOK not in relations):
        return Symbol.CONTESTED
    if relations & {ControlRelation.TOOK, ControlRelation.LOST}:
        return Symbol.TAKEN
    if ControlRelation.HOLDS in relations:
        return Symbol.HELD
    return Symbol.CONTESTED if planned or any(map(is_of_part, asserted)) else Symbol.EVENT
