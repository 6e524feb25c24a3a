"""Checks on what a situation's briefing tells: developments, cities and conflicts."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Protocol

from briefing.model.briefing import Briefing, Citation, City, Conflict, Entry
from briefing.model.findings import Findings
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


def fold(words: str) -> str:
    """Write words without accents, capitals, typographic quotes and doubled spaces, for comparison."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'").replace("“", '"').replace("”", '"'))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).casefold().split())


def has(value: str, words: str) -> bool:
    """Tell whether one of the alternatives in ``value`` stands in the words, as whole words."""
    return any(re.search(rf"(?<![\w.]){re.escape(fold(part))}(?![\w]|\.\d)", fold(words)) for part in value.split("|"))


def _quotes(citations: Iterable[Citation]) -> str:
    return fold(" / ".join(citation.quote for citation in citations))


def holds(entry: Entry, words: Iterable[str]) -> bool:
    """Tell whether all the words stand in the text of an entry or in a passage that it cites."""
    told = fold(entry.text) + " / " + _quotes(entry.citations)
    return all(fold(part) in told for part in words)


def _entries(outcome: Outcome, table: Table) -> list[Entry]:
    found = [entry for entry in outcome.briefing.developments if holds(entry, table["words"])]
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


def _below(outcome: Outcome, table: Table) -> None:
    assert _entries(outcome, table)[0].rank > table["below"]


def _places(outcome: Outcome, table: Table) -> None:
    names = [fold(place.name) for place in _entries(outcome, table)[0].places]
    assert not [name for name in table["places"] if fold(name) not in names], names


def _once(outcome: Outcome, table: Table) -> None:
    found = _entries(outcome, table)
    assert len(found) == 1, [entry.text for entry in found]


def _never(outcome: Outcome, table: Table) -> None:
    found = [entry.text for entry in outcome.briefing.developments if holds(entry, table["words"])]
    assert not found


def _joining(outcome: Outcome, table: Table) -> list[Entry]:
    entries = (*outcome.briefing.developments, *outcome.briefing.background)
    return [entry for entry in entries if holds(entry, (table["one"], table["other"]))]


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


def _no_claim(outcome: Outcome, table: Table) -> None:
    told = [claim for row in _rows(outcome, table) for claim in row.claims]
    assert not [claim.text for claim in told if fold(table.get("holder", "")) in fold(claim.holder)]


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
        return has(value, conflict.sides[side].value) or has(value, quotes)

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


class Maker(Protocol):
    """A check before it is bound to its table."""

    def __call__(self, outcome: Outcome, table: Table) -> None:
        """Raise AssertionError when the table is not fulfilled."""


# by the name of the table: the checks by the key that asks for them, "" for the table itself
ENTRY_CHECKS: dict[str, dict[str, Maker]] = {
    "development": {
        "": _present,
        "status": _status,
        "by": _by,
        "via": _via,
        "day": _day,
        "reports": _reports,
        "independent": _independent,
        "top": _top,
        "below": _below,
        "places": _places,
        "once": _once,
    },
    "never": {"": _never},
    "apart": {"": _apart},
    "together": {"": _together},
    "city": {"": _city, "claim": _claim, "disagreement": _disagreement},
    "no_city": {"": _no_city},
    "no_claim": {"": _no_claim},
    "conflict": {"": _conflict, "kind": _conflict_kind},
    "no_conflict": {"": _no_conflict},
}
