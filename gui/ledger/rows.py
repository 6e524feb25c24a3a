"""Which sentences of the ledger are shown, and how they divide; nothing here knows Qt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.briefing import Briefing, Disposition, LedgerRow
from briefing.model.section import SectionId
from gui.words import sentence

WORDS = {Disposition.USED: "Used", Disposition.MERGED: "Merged", Disposition.LEFT_OUT: "Left out"}
WITHHELD = "(not shown in the ledger, because it is withheld)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFilter:
    """What is asked for: the sentences of one report or all, with one fate or any, that hold all the words."""

    report: str = ""
    disposition: Disposition | None = None
    words: tuple[str, ...] = ()


class Ledger:
    """The sentences of a briefing with what is searched in them, and the last answer, so that typing stays quick."""

    def __init__(self, rows: Sequence[LedgerRow], titles: Mapping[str, str]) -> None:
        self.rows = tuple(rows)
        self._titles = titles
        self._searched: list[str] = []

    def found(self, wanted: LedgerFilter) -> tuple[int, ...]:
        """Return the places of the sentences that match, whatever their fate is wanted to be."""
        places: Sequence[int] = range(len(self.rows))
        if wanted.report:
            places = [place for place in places if self.rows[place].report_id == wanted.report]
        if wanted.words:
            texts = self._texts()
            places = [place for place in places if all(word in texts[place] for word in wanted.words)]
        return tuple(places)

    def _texts(self) -> list[str]:
        if not self._searched:
            self._searched = [f"{row.quote}\n{row.reason}".casefold() for row in self.rows]
        return self._searched

    def title(self, row: LedgerRow) -> str:
        """Return the title of the report of a sentence."""
        return self._titles.get(row.report_id, "")


def with_words(wanted: LedgerFilter, typed: str) -> LedgerFilter:
    """Return the filter with the words that were typed."""
    return replace(wanted, words=tuple(typed.casefold().split()))


def count_fates(rows: Sequence[LedgerRow], places: Sequence[int]) -> dict[Disposition, int]:
    """Count sentences by what became of them; the counts add up to all of them."""
    counted = Counter(rows[place].disposition for place in places)
    return {kind: counted[kind] for kind in Disposition}


def shares(counts: Sequence[int]) -> tuple[float, ...]:
    """Turn counts into per cent with one decimal that add up to exactly 100.

    What rounding down leaves over goes to those with the largest rests.
    """
    total = sum(counts)
    if not total:
        return tuple(0.0 for _ in counts)
    tenths = [count * 1000 // total for count in counts]
    rests = sorted(range(len(counts)), key=lambda place: -(counts[place] * 1000 % total))
    for place in rests[: 1000 - sum(tenths)]:
        tenths[place] += 1
    return tuple(value / 10 for value in tenths)


def fate_words(row: LedgerRow, titles: Mapping[SectionId, str], entries: Mapping[str, str]) -> str:
    """Say where a sentence stands, or into what it was merged, or why it was left out."""
    if row.disposition is Disposition.LEFT_OUT:
        return sentence(row.reason)
    if row.disposition is Disposition.MERGED:
        named = [entries[item] for item in row.entries if item in entries]
        return f"Into {named[0]}" if named else sentence(row.reason)
    return f"In {', '.join(titles[section] for section in row.sections)}"


def entry_words(briefing: Briefing) -> dict[str, str]:
    """Return how each entry of a briefing is named: its number and its first words."""
    named = {}
    for noun, entries in (("item", briefing.developments), ("background item", briefing.background)):
        for number, entry in enumerate(entries, 1):
            lead = f"{entry.lead}: " if entry.lead else ""
            named[entry.id] = f"{noun} {number}, “{lead}{sentence(entry.text)}”"
    return named
