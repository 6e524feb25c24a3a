"""What is checked of a situation: each table of ``expected.toml`` as one or more checks on the finished briefing."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from briefing.model.briefing import Disposition, SourceRow
from briefing.model.document import KeyFigure, KeyFigures, Text
from briefing.model.findings import PlaceMention
from tests.situation_entries import ENTRY_CHECKS, Maker, Outcome, Table, fold, has, holds

Check = Callable[[Outcome], None]


def checks_of(kind: str, table: Table) -> Iterator[tuple[str, Check]]:
    """Yield the checks of one table, each with a word for its identity ("" where the table is one check)."""
    for word, make in _CHECKS[kind].items():
        if not word or word in table:
            yield word, partial(make, table=table)


def _key_figures(outcome: Outcome, table: Table) -> tuple[list[KeyFigure], list[tuple[str, str]]]:
    blocks = outcome.briefing.document.blocks
    figures = [figure for block in blocks if isinstance(block, KeyFigures) for figure in block.figures]
    told = [
        (figure.value, " ".join(inline.text for inline in figure.caption if isinstance(inline, Text)))
        for figure in figures
    ]
    found = [
        figure
        for figure, (value, caption) in zip(figures, told, strict=True)
        if has(table["value"], value) and fold(table["caption"]) in fold(caption)
    ]
    return found, told


def _figure(outcome: Outcome, table: Table) -> None:
    found, told = _key_figures(outcome, table)
    assert found, told


def _no_figure(outcome: Outcome, table: Table) -> None:
    assert not _key_figures(outcome, table)[0]


def _gap(outcome: Outcome, table: Table) -> None:
    assert f"g-{table['id']}" in [gap.id for gap in outcome.briefing.gaps]


def _no_gap(outcome: Outcome, table: Table) -> None:
    assert f"g-{table['id']}" not in [gap.id for gap in outcome.briefing.gaps]


def _furniture(outcome: Outcome, table: Table) -> None:
    words = fold(table["words"])
    assert words not in fold(outcome.daily)
    rows = [row for row in outcome.briefing.ledger if words in fold(row.quote)]
    assert not [row.quote for row in rows if row.disposition is not Disposition.LEFT_OUT]


def _background(outcome: Outcome, table: Table) -> None:
    assert any(holds(entry, table["words"]) for entry in outcome.briefing.background)


def _no_background(outcome: Outcome, table: Table) -> None:
    assert not [entry.text for entry in outcome.briefing.background if holds(entry, table["words"])]


def _report(outcome: Outcome, table: Table, key: str) -> None:
    report = outcome.reports[table["file"]]
    published = report.published.iso if report.published else ""
    assert {"title": report.title, "publisher": report.publisher, "date": published}[key] == table[key]


def _mentions(outcome: Outcome, table: Table) -> list[PlaceMention]:
    text = outcome.reports[table["file"]].text
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, table["words"].split())), text)]
    assert found, f"“{table['words']}” does not stand in {table['file']}"
    mentions = outcome.findings[table["file"]].places
    return [item for start, end in found for item in mentions if item.start < end and item.end > start]


def _place(outcome: Outcome, table: Table) -> None:
    found = [mention.place for mention in _mentions(outcome, table)]
    assert any(
        place.country == table["country"] and fold(table.get("name", "")) in fold(place.name) for place in found
    ), found


def _no_place(outcome: Outcome, table: Table) -> None:
    found = [mention.place for mention in _mentions(outcome, table)]
    assert not [
        place
        for place in found
        if table.get("country", place.country) == place.country and table.get("kind", place.kind) == place.kind
    ]


def _source_rows(outcome: Outcome, table: Table) -> list[SourceRow]:
    name = fold(table["name"])
    rows = outcome.briefing.sources
    if table.get("whole"):
        return [row for row in rows if name == fold(row.name)]
    return [row for row in rows if any(name in fold(known) for known in (row.name, *row.aliases))]


def _source(outcome: Outcome, table: Table) -> None:
    assert _source_rows(outcome, table), [row.name for row in outcome.briefing.sources]


def _source_value(outcome: Outcome, table: Table, key: str) -> None:
    rows = _source_rows(outcome, table)
    told: dict[str, list[str | bool]] = {
        "kind": [row.kind for row in rows],
        "party": [row.party for row in rows],
        "role": [role for row in rows for role in row.roles],
    }
    assert table[key] in told[key], rows


def _no_source(outcome: Outcome, table: Table) -> None:
    assert not [row.name for row in _source_rows(outcome, table)]


def _area(outcome: Outcome, table: Table) -> None:
    assert outcome.briefing.area == table["is_area"]


# by the name of the table: the checks by the key that asks for them, "" for the table itself
_CHECKS: dict[str, dict[str, Maker]] = {
    "briefing": {"is_area": _area},
    "report": {key: partial(_report, key=key) for key in ("title", "publisher", "date")},
    **ENTRY_CHECKS,
    "figure": {"": _figure},
    "no_figure": {"": _no_figure},
    "gap": {"": _gap},
    "no_gap": {"": _no_gap},
    "furniture": {"": _furniture},
    "background": {"": _background},
    "no_background": {"": _no_background},
    "place": {"": _place},
    "no_place": {"": _no_place},
    "source": {
        "": _source,
        **{key: partial(_source_value, key=key) for key in ("kind", "role", "party")},
    },
    "no_source": {"": _no_source},
}
