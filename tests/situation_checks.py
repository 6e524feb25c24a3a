"""What is checked of a situation: each table of ``expected.toml`` as one or more checks on the finished briefing."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import permutations
from typing import Any, Protocol

from briefing.model.briefing import Briefing, Citation, City, Conflict, Disposition, Entry, SourceRow
from briefing.model.document import KeyFigure, KeyFigures, Text
from briefing.model.findings import Findings, PlaceMention
from briefing.model.report import Report

Table = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came out for one situation.

    ``daily`` is the Markdown of the daily briefing as an analyst gets it; ``briefing`` the same with no limit to its
    lists, so that an expectation tells a thing not found from a thing ranked low. ``reports`` and ``findings`` are by
    the name of the file.
    """

    briefing: Briefing
    daily: str
    reports: dict[str, Report]
    findings: dict[str, Findings]


Check = Callable[[Outcome], None]


def fold(words: str) -> str:
    """Write words without accents, capitals, typographic quotes and doubled spaces, for comparison."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'").replace("“", '"').replace("”", '"'))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).casefold().split())


def checks_of(kind: str, table: Table) -> Iterator[tuple[str, Check]]:
    """Yield the checks of one table, each with a word for its identity ("" where the table is one check)."""
    for word, make in _CHECKS[kind].items():
        if not word or word in table:
            yield word, partial(make, table=table)


def _has(value: str, words: str) -> bool:
    """Tell whether one of the alternatives in ``value`` stands in the words, as whole words."""
    return any(re.search(rf"(?<![\w.]){re.escape(fold(part))}(?![\w]|\.\d)", fold(words)) for part in value.split("|"))


def _quotes(citations: Iterable[Citation]) -> str:
    return fold(" / ".join(citation.quote for citation in citations))


def _holds(entry: Entry, words: Iterable[str]) -> bool:
    told = fold(entry.text) + " / " + _quotes(entry.citations)
    return all(fold(part) in told for part in words)


def _entries(outcome: Outcome, table: Table) -> list[Entry]:
    found = [entry for entry in outcome.briefing.developments if _holds(entry, table["words"])]
    assert found, f"no development holds {table['words']}"
    return found


def _present(outcome: Outcome, table: Table) -> None:
    _entries(outcome, table)


def _status(outcome: Outcome, table: Table) -> None:
    assert _entries(outcome, table)[0].status == table["status"]


def _by(outcome: Outcome, table: Table) -> None:
    names = [source.originator for source in _entries(outcome, table)[0].sources]
    assert any(fold(table["by"]) in fold(name) for name in names), names


def _via(outcome: Outcome, table: Table) -> None:
    assert table["via"] in [source.carrier for source in _entries(outcome, table)[0].sources]


def _day(outcome: Outcome, table: Table) -> None:
    first = _entries(outcome, table)[0].when.first
    assert (first.iso if first else "none") == table["day"]


def _reports(outcome: Outcome, table: Table) -> None:
    cited = {citation.span.report_id for citation in _entries(outcome, table)[0].citations}
    assert len(cited) == table["reports"], _entries(outcome, table)[0].citations


def _independent(outcome: Outcome, table: Table) -> None:
    entry = _entries(outcome, table)[0]
    assert entry.independent_originators == table["independent"], [source.originator for source in entry.sources]


def _top(outcome: Outcome, table: Table) -> None:
    assert _entries(outcome, table)[0].rank <= table["top"]


def _places(outcome: Outcome, table: Table) -> None:
    names = [fold(place.name) for place in _entries(outcome, table)[0].places]
    assert not [name for name in table["places"] if fold(name) not in names], names


def _once(outcome: Outcome, table: Table) -> None:
    found = _entries(outcome, table)
    assert len(found) == 1, [entry.text for entry in found]


def _never(outcome: Outcome, table: Table) -> None:
    found = [entry.text for entry in outcome.briefing.developments if _holds(entry, table["words"])]
    assert not found


def _joining(outcome: Outcome, table: Table) -> list[Entry]:
    entries = (*outcome.briefing.developments, *outcome.briefing.background)
    return [entry for entry in entries if _holds(entry, (table["one"], table["other"]))]


def _apart(outcome: Outcome, table: Table) -> None:
    assert not [_quotes(entry.citations) for entry in _joining(outcome, table)]


def _together(outcome: Outcome, table: Table) -> None:
    assert _joining(outcome, table)


def _rows(outcome: Outcome, table: Table) -> list[City]:
    return [
        row
        for row in outcome.briefing.cities
        if fold(table["name"]) == fold(row.place.name) and table.get("country", row.place.country) == row.place.country
    ]


def _city(outcome: Outcome, table: Table) -> None:
    assert _rows(outcome, table), [row.place.name for row in outcome.briefing.cities]


def _claim(outcome: Outcome, table: Table) -> None:
    wanted = table["claim"]
    claims = [claim for row in _rows(outcome, table) for claim in row.claims]
    assert any(
        wanted.get("relation", claim.relation) == claim.relation
        and wanted.get("modality", claim.modality) == claim.modality
        and fold(wanted.get("holder", "")) in fold(claim.holder)
        and fold(wanted.get("by", "")) in fold(claim.source.originator)
        for claim in claims
    ), [(claim.relation, claim.modality, claim.holder, claim.source.originator) for claim in claims]


def _disagreement(outcome: Outcome, table: Table) -> None:
    assert any(bool(row.disagreement) is table["disagreement"] for row in _rows(outcome, table))


def _no_city(outcome: Outcome, table: Table) -> None:
    assert not [row.latest for row in _rows(outcome, table)]


def _conflicts(outcome: Outcome, table: Table) -> list[Conflict]:
    return [
        conflict
        for conflict in outcome.briefing.conflicts
        if fold(table.get("subject", "")) in fold(conflict.subject) and _shows(conflict, table["values"])
    ]


def _shows(conflict: Conflict, values: list[str]) -> bool:
    """Tell whether the values stand on different sides; one of several words may stand in the cited passage."""

    def told(value: str, side: int) -> bool:
        quotes = _quotes(conflict.sides[side].citations) if " " in value else ""
        return _has(value, conflict.sides[side].value) or _has(value, quotes)

    chosen = permutations(range(len(conflict.sides)), len(values))
    return any(all(told(value, side) for value, side in zip(values, sides, strict=True)) for sides in chosen)


def _conflict(outcome: Outcome, table: Table) -> None:
    shown = [(item.subject, [side.value for side in item.sides]) for item in outcome.briefing.conflicts]
    assert _conflicts(outcome, table), shown


def _conflict_kind(outcome: Outcome, table: Table) -> None:
    kinds = [conflict.kind for conflict in _conflicts(outcome, table)]
    assert table["kind"] in kinds, kinds


def _no_conflict(outcome: Outcome, table: Table) -> None:
    found = [item for item in _conflicts(outcome, table) if table.get("kind", item.kind) == item.kind]
    assert not [(item.kind, item.subject) for item in found]


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
        if _has(table["value"], value) and fold(table["caption"]) in fold(caption)
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
    assert any(_holds(entry, table["words"]) for entry in outcome.briefing.background)


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


class Maker(Protocol):
    """A check before it is bound to its table."""

    def __call__(self, outcome: Outcome, table: Table) -> None:
        """Raise AssertionError when the table is not fulfilled."""


# by the name of the table: the checks by the key that asks for them, "" for the table itself
_CHECKS: dict[str, dict[str, Maker]] = {
    "briefing": {"is_area": _area},
    "report": {key: partial(_report, key=key) for key in ("title", "publisher", "date")},
    "development": {
        "": _present,
        "status": _status,
        "by": _by,
        "via": _via,
        "day": _day,
        "reports": _reports,
        "independent": _independent,
        "top": _top,
        "places": _places,
        "once": _once,
    },
    "never": {"": _never},
    "apart": {"": _apart},
    "together": {"": _together},
    "city": {"": _city, "claim": _claim, "disagreement": _disagreement},
    "no_city": {"": _no_city},
    "conflict": {"": _conflict, "kind": _conflict_kind},
    "no_conflict": {"": _no_conflict},
    "figure": {"": _figure},
    "no_figure": {"": _no_figure},
    "gap": {"": _gap},
    "no_gap": {"": _no_gap},
    "furniture": {"": _furniture},
    "background": {"": _background},
    "place": {"": _place},
    "no_place": {"": _no_place},
    "source": {
        "": _source,
        **{key: partial(_source_value, key=key) for key in ("kind", "role", "party")},
    },
    "no_source": {"": _no_source},
}
