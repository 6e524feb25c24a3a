"""A realistic document with every kind of block, shared by the tests of the writers."""
# ruff: noqa: E501 (sentences are read best in one line)

import dataclasses
import tomllib
from typing import get_type_hints

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Column,
    Document,
    EndNote,
    EndNotes,
    Heading,
    Inlines,
    KeyFigure,
    KeyFigures,
    Link,
    Listing,
    ListItem,
    Masthead,
    PageSize,
    ParagraphRole,
    Picture,
    Prose,
    Quotation,
    Row,
    Table,
    Text,
)
from briefing.model.drawing import Drawing, Label, Line, Marker, Polygon
from briefing.model.theme import Theme
from briefing.resources import templates_folder


def house_theme() -> Theme:
    """Return the house theme as a value."""
    values = tomllib.loads((templates_folder() / "themes" / "house.toml").read_text(encoding="utf-8"))
    kinds = get_type_hints(Theme)
    return Theme(**{name: kinds[name](value) for name, value in values.items()})


def sample_map(width: float = 470.0, height: float = 250.0) -> Drawing:
    """Return a map in outline that uses every kind of shape, every marker and every anchor."""
    theme = house_theme()
    sx, sy = width / 470, height / 250

    def at(x: float, y: float) -> tuple[float, float]:
        return x * sx, y * sy

    coast = (at(0, 0), at(120, 0), at(128, 60), at(116, 118), at(104, 170), at(92, 250), at(0, 250))
    land: tuple[tuple[float, float], ...] = (
        at(128, 40),
        at(210, 30),
        at(330, 12),
        at(420, 6),
        at(396, 84),
        at(384, 150),
        at(250, 214),
        at(176, 244),
    )
    land += (at(120, 226), at(116, 180), at(132, 132), at(122, 84))
    lake, island = (at(250, 60), at(272, 58), at(276, 72), at(254, 76)), (at(258, 64), at(266, 63), at(266, 69))
    places = (
        ("Aleppo", 192, 58, "circle", theme.symbol_opposed),
        ("Hama", 168, 106, "diamond", theme.symbol_opposed),
        ("Homs", 170, 132, "triangle", theme.symbol_contested),
        ("Damascus", 146, 188, "square", theme.symbol_held),
        ("Daraa", 140, 226, "ring", theme.symbol_opposed),
    )
    shapes: list[Polygon | Line | Marker | Label] = [
        Polygon(rings=((at(0, 0), at(470, 0), at(470, 250), at(0, 250)),), fill=theme.map_neighbour),
        Polygon(rings=(coast,), fill=theme.map_water, stroke=theme.map_border, width=0.4),
        Polygon(rings=(land,), fill=theme.map_land, stroke=theme.map_border, width=0.9),
        Polygon(rings=(lake, island), fill=theme.map_water, stroke=theme.map_border, width=0.3),
        Line(
            points=(at(192, 58), at(168, 106), at(170, 132), at(146, 188), at(140, 226)),
            stroke=theme.accent,
            width=1.2,
            dash=(3, 2),
        ),
        Line(points=(at(396, 236), at(446, 236)), stroke=theme.ink, width=1),
        Label(at=at(421, 232), text="100 km", size=7, colour=theme.ink, anchor="middle"),
        Label(at=at(462, 20), text="IRAQ", size=7.5, colour=theme.map_label, anchor="end"),
        Label(at=at(270, 120), text="SYRIA", size=10, colour=theme.map_label, anchor="middle", bold=True),
    ]
    for name, x, y, shape, colour in places:
        shapes.append(Marker(at=at(x, y), shape=shape, size=7, fill=colour))  # type: ignore[arg-type]
        shapes.append(
            Label(at=(x * sx + 7, y * sy + 2.8), text=name, size=8.4, colour=theme.ink, bold=True, halo="#ffffff")
        )
    frame = (at(0, 0), at(470, 0), at(470, 250), at(0, 250))
    shapes.append(Polygon(rings=(frame,), stroke=theme.rule, width=1.2))
    return Drawing(width=width, height=height, shapes=tuple(shapes))


def words(text: str, *cites: int) -> Inlines:
    """Return plain words, followed by a citation if numbers are given."""
    return (Text(text=text), Cite(numbers=cites)) if cites else (Text(text=text),)


def _front() -> tuple[Block, ...]:
    return (
        Callout(
            label="Bottom line",
            paragraphs=(
                Prose(
                    inlines=(
                        Text(text="Local factions were reported to hold "),
                        Text(text="more than 80 per cent of Daraa province and its main city", bold=True),
                        Text(text=" by 7 December 2024"),
                        Cite(numbers=(1,)),
                        Text(
                            text="; government units left for Damascus under an agreement that rebel sources described to Reuters."
                        ),
                        Cite(numbers=(2,)),
                    ),
                    entry="bottom-line-1",
                ),
                Prose(
                    inlines=words(
                        "In the night of 6 December the armed opposition claimed to stand before Homs and gave an ultimatum.",
                        3,
                        4,
                    ),
                    entry="bottom-line-2",
                ),
            ),
        ),
        KeyFigures(
            figures=(
                KeyFigure(
                    value="> 80 %",
                    caption=words("of Daraa province held by local factions (SOHR)", 1),
                    entry="figure-1",
                ),
                KeyFigure(
                    value="3",
                    caption=words("cities reported taken in nine days: Aleppo, Hama, Daraa", 1, 5),
                    entry="figure-2",
                ),
                KeyFigure(
                    value="~ 100 km",
                    caption=words("from Daraa to Damascus, where the units were sent", 2),
                    entry="figure-3",
                ),
            )
        ),
    )


def _developments() -> tuple[Block, ...]:
    def item(entry: str, lead: str, text: str, cites: tuple[int, ...], detail: str) -> ListItem:
        inlines = (Text(text=lead + " ", bold=True), Text(text=text), Cite(numbers=cites))
        return ListItem(inlines=inlines, detail=(Text(text=detail, muted=True),), entry=entry)

    items = (
        item(
            "dev-1",
            "Daraa.",
            "The Syrian Observatory for Human Rights (SOHR) reported that local armed factions took over 80 per cent of the province and its main city while government forces withdrew.",
            (1,),
            "6 December 2024 · Reported · 1 originator",
        ),
        item(
            "dev-2",
            "Withdrawal agreement.",
            "Rebel sources told Reuters that official troops had accepted to leave Daraa without resistance and to move towards the capital, about 100 kilometres away.",
            (2,),
            "6–7 December 2024 · Claimed by a party · via Reuters",
        ),
        item(
            "dev-3",
            "Aleppo and Hama.",
            "The coalition led by Hayat Tahrir al-Sham (HTS) was said to have taken Aleppo, the country’s second city, and then Hama.",
            (4, 5),
            "30 November – 5 December 2024 · Unattributed",
        ),
        item(
            "dev-4",
            "Homs.",
            "On the night of 6 December the armed opposition announced on Telegram that it stood at the walls of the city and gave government forces an ultimatum.",
            (3,),
            "Night of 6 December 2024 · Claimed by a party",
        ),
    )
    bullets = (
        ListItem(inlines=words("No report gives a number of killed, wounded or displaced people.", 1), entry="gap-1"),
        ListItem(
            inlines=words("No government confirmation of the agreement on Daraa was found in the reports."),
            entry="gap-2",
        ),
    )
    return (
        Heading(level=1, text="Key developments", id="key-developments"),
        Listing(items=items, ordered=True),
        Heading(level=2, text="What is not known", id="gaps"),
        Listing(items=bullets),
    )


def _places() -> tuple[Block, ...]:
    columns = (
        Column(header="City", weight=1.1),
        Column(header="Reported control", weight=2.2),
        Column(header="Latest event", weight=2.4),
        Column(header="Date", weight=1.2),
        Column(header="Reports", weight=0.8, align="right"),
    )
    facts = (
        ("Aleppo", "Opposition (HTS-led)", "taken by the coalition", "2024-11-30", "4", (4, 5)),
        ("Damascus", "Government", "destination of the units from Daraa", "2024-12-07", "2", (2,)),
        ("Daraa", "Opposition (local factions)", "government forces withdrew", "2024-12-06", "5", (1, 2)),
        ("Hama", "Opposition (HTS-led)", "taken by the coalition", "2024-12-05", "3", (5,)),
        ("Homs", "Government; ultimatum", "opposition claims to stand at the walls", "2024-12-06", "3", (3,)),
    )
    rows = tuple(
        Row(
            cells=(words(city), words(control), words(event, *cites), words(date), words(count)),
            entry=f"city-{city.lower()}",
        )
        for city, control, event, date, count, cites in facts
    )
    return (
        Heading(level=1, text="Cities and control", id="cities"),
        Prose(
            inlines=(
                Text(text="City and province are told apart: what is said of "),
                Text(text="Daraa province", italic=True),
                Text(
                    text=" does not hold for the city unless a report says so. Background on the situation is kept by "
                ),
                Link(text="ReliefWeb", url="https://reliefweb.int/country/syr"),
                Text(text="; corrections go to "),
                Link(text="the desk", url="mailto:desk@example.org"),
                Text(text="."),
            ),
            entry="cities-intro",
        ),
        Table(caption="Table 1. Reported control by city, as of 7 December 2024", columns=columns, rows=rows),
        Picture(
            drawing=sample_map(),
            alternative="Map of western Syria: Aleppo, Hama and Daraa marked as opposition, Homs as contested, Damascus as government.",
            caption="Figure 1. Places named in the reports. Boundaries and names shown do not imply endorsement.",
        ),
        Prose(inlines=words("Symbols show what is claimed, not what is verified."), role=ParagraphRole.NOTE),
    )


def _notes() -> tuple[Block, ...]:
    notes = (
        "Syrian Observatory for Human Rights. “Daraa: factions control most of the province”. 6 December 2024, paragraph 2. ",
        "Rebel sources (via Reuters). “Syrian troops quit Daraa under deal, rebels say”. 7 December 2024, paragraph 3. ",
        "Military Operations Department, Telegram channel. 6 December 2024, first sentence. ",
        "Agência Diária (Łódź desk). “Avanço rebelde: Aleppo, Hama… e agora Homs?”. 7 December 2024, paragraph 5. ",
        "Ελευθερία / Свобода weekly digest. “Ten days in December – Şam’a doğru”. n.d. ",
    )
    return (
        Heading(level=1, text="Notes", id="notes"),
        EndNotes(
            notes=tuple(
                EndNote(
                    number=number,
                    inlines=(
                        Text(text=text),
                        Link(
                            text=f"https://example.org/reports/2024/12/0{number}",
                            url=f"https://example.org/reports/2024/12/0{number}",
                        ),
                    ),
                    id=f"note-{number}",
                )
                for number, text in enumerate(notes, 1)
            )
        ),
    )


def _evidence() -> tuple[Block, ...]:
    return (
        Heading(level=1, text="Evidence", id="evidence"),
        Quotation(
            label=(Text(text="Note 1 ", bold=True), Text(text="SOHR, 6 December 2024, paragraph 2", muted=True)),
            text="Local factions now control more than four fifths of the province, the main city included, after the withdrawal of the regular forces.",
            entry="evidence-1",
        ),
        Quotation(
            label=(Text(text="Note 2 ", bold=True), Text(text="Reuters, 7 December 2024, paragraph 3", muted=True)),
            text="Under the deal the soldiers left without a fight and took the road to the capital, two rebel sources said.",
            entry="evidence-2",
        ),
    )


def sample_document(page_size: PageSize = PageSize.A4) -> Document:
    """Return a document of some pages with every kind of block."""
    return Document(
        masthead=Masthead(
            product="Situation briefing",
            unit="Regional desk · Middle East",
            issue="No. 12 · 7 December 2024",
            area="Syria",
            title="Factions reported in most of Daraa; ultimatum claimed at Homs",
            meta="Covers 29 November – 7 December 2024 · as of 7 December 2024, 12:00 UTC · 5 reports, 4 sources",
        ),
        blocks=(
            *_front(),
            Heading(level=1, text="Overview", id="overview"),
            Prose(
                inlines=words(
                    "The offensive that began in the north on 27 November 2024 reached the centre and the south of the country within ten days.",
                    4,
                    5,
                ),
                role=ParagraphRole.LEAD,
                entry="overview-1",
            ),
            Prose(
                inlines=(
                    *words("Daraa, on the border with Jordan, had been back under government control since 2018.", 1),
                    Cite(numbers=(4, 5)),
                    Text(
                        text=" Its loss was reported on the same day as the ultimatum at Homs, the junction between the capital and the coast."
                    ),
                ),
                entry="overview-2",
            ),
            *_developments(),
            *_places(),
            *_evidence(),
            *_notes(),
        ),
        marking="TLP:AMBER",
        marking_colour="#FFC000",
        running_title="Syria situation briefing",
        footer="Regional desk · No. 12 · 7 December 2024",
        page_label="Page {page} of {pages}",
        page_size=page_size,
        language="en-GB",
        created="2024-12-07T12:00:00+00:00",
        author="Regional desk",
        subject="Situation in Syria, 29 November – 7 December 2024",
        keywords="Syria, Daraa, Homs",
        theme=house_theme(),
    )


def with_blocks(*blocks: Block) -> Document:
    """Return the sample document with other blocks."""
    return dataclasses.replace(sample_document(), blocks=blocks)


def long_document(sections: int = 40) -> Document:
    """Return a document of about 60 pages: texts, lists and tables that break across pages."""
    blocks: list[Block] = []
    for section in range(1, sections + 1):
        entry = f"long-{section}"
        rows = tuple(
            Row(
                cells=(
                    words(f"Place {section}.{row}"),
                    words("Contested, as claimed by one side and denied by the other", 1, 2),
                    words(str(row * 7)),
                ),
                entry=f"{entry}-row-{row}",
            )
            for row in range(1, 31)
        )
        columns = (
            Column(header="Place", weight=1),
            Column(header="Control", weight=3),
            Column(header="Reports", weight=1, align="right"),
        )
        items = tuple(
            ListItem(
                inlines=words(
                    f"Item {section}.{item}: fighting was reported along the road, with no figure for losses given by either side.",
                    item % 5 + 1,
                ),
                detail=words("6 December 2024 · Reported"),
                entry=f"{entry}-item-{item}",
            )
            for item in range(1, 9)
        )
        blocks += [
            Heading(level=1, text=f"Section {section}", id=f"section-{section}"),
            Prose(
                inlines=words(
                    "The reports of the day agree on the direction of the movement and differ on its extent. " * 6, 3
                ),
                entry=f"{entry}-prose",
            ),
            Listing(items=items, ordered=True),
            Heading(level=2, text=f"Table of section {section}", id=f"table-{section}"),
            Table(caption=f"Table {section}. Control by place", columns=columns, rows=rows),
        ]
    return with_blocks(*blocks, *_notes())


def arabic_document() -> Document:
    """Return paragraphs and a table of which some begin in Arabic."""
    columns = (Column(header="المكان", weight=1), Column(header="الحالة", weight=1))
    table = Table(caption="", columns=columns, rows=(Row(cells=(words("Daraa"), words("مؤكد"))),))
    return with_blocks(Prose(inlines=words("7 ديسمبر, Daraa")), Prose(inlines=words("7 Daraa درعا")), table)
