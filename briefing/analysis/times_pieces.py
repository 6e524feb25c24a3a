"""One match of the grammar of time with what it is resolved against, and what it comes to mean.

Nothing is guessed: where the date of the report is not known to the day, weekdays and "yesterday" keep a value with
places left open (XXXX-WXX-5) and mean no day.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from briefing.analysis.shapes import Row
from briefing.analysis.times_calendar import Days, days_of, shift_day
from briefing.analysis.times_grammar import time_words
from briefing.model.findings import TimeType
from briefing.model.report import PartialDate

_NEAR = 24  # parts, so twelve words: how far a word that looks ahead reaches
_NEAR_BEFORE = 44  # "plans to evacuate ... on Tuesday": before the expression the whole object may stand between


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression means; ``start`` and ``end`` are parts of the row."""

    start: int
    end: int
    type: TimeType
    value: str
    days: Days | None
    rule: str


class Named(NamedTuple):
    """What was named before an expression: the last day (in this sentence or the one before) and the last quarter.

    ``dated`` is the first day of the last date with its year, in this sentence or one of the two before.
    """

    day: date | None = None
    quarter: str = ""
    dated: date | None = None


class Piece(NamedTuple):
    """One match of the grammar: the parts ``start`` to ``end`` of a row, with what it is resolved against."""

    row: Row
    start: int
    end: int
    published: PartialDate | None
    named: Named

    @property
    def day(self) -> date | None:
        """Return the day of the report, when it is known to the day."""
        return self.published.first if self.published and self.published.day else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Return year and month of the report, when known."""
        return (self.published.year, self.published.month) if self.published and self.published.month else None

    @property
    def year(self) -> int | None:
        """Return the year of the report, when known."""
        return self.published.year if self.published else None

    def words(self, letters: str) -> list[str]:
        """Return the words of the match whose letter is one of these, in small letters."""
        shape, parts = self.row.shape, self.row.parts
        return [parts[index].lower() for index in range(self.start, self.end) if shape[index] in letters]

    def word(self, letters: str) -> str:
        """Return the first of these words, or ""."""
        words = self.words(letters)
        return words[0] if words else ""

    def number(self, letters: str = "DY", which: int = 0) -> int:
        """Return one of the numbers of the match; 0 when it has none."""
        words = self.words(letters)
        return int(words[which]) if len(words) > which else 0

    @property
    def direction(self) -> int:
        """Return -1 for "last", 0 for "this", 1 for "next"."""
        table = time_words().tables["directions"]
        return next((step for word in self.words("L") if (step := int(table[word]))), 0)

    @property
    def part_of_day(self) -> str:
        """Return the part of the day as TIMEX3 writes it ("TNI"), or ""."""
        word, tables = self.word("PH"), time_words().tables
        return str(tables["dayparts"].get(word) or tables["hours"].get(word) or "")

    @property
    def unit(self) -> str:
        """Return the code of the unit of the calendar that is named."""
        return str(time_words().tables["units"][self.words("U")[-1]])

    def looks_ahead(self) -> bool:
        """Tell whether a word such as "will" or "by" near the expression puts it after the report.

        The nearest word that looks ahead or back decides: "will end, he said on Friday" looks back. Behind the
        expression it counts only at the head of the sentence: "On Monday the council will vote".
        """
        before = self.row.words(max(0, self.start - _NEAR_BEFORE), self.start)
        after = self.row.words(self.end, self.end + _NEAR)
        if before[-2:] == ["ahead", "of"]:
            return True
        possessed = bool(set(after[:1]) & time_words().lists["possessive"])  # "killed by Sunday's storm" names an agent
        if before and before[-1] in {"by", "until", "till"} and not possessed:
            return not time_words().lists["past"].intersection(after)
        return _cue(list(reversed(before)), back=True) or (len(before) < 2 and _cue(after, back=False))

    def answer(self, value: str, rule: str, days: Days | None = None, start: int = 0, end: int = 0) -> Answer:
        """Give the match its value; type and days follow from the value unless given."""
        return Answer(start or self.start, end or self.end, _type_of(value), value, days or days_of(value), rule)

    def shifted(self, days: int, part: str, rule: str) -> tuple[Answer, ...]:
        """Resolve to a day counted from the report; nothing beyond the calendar."""
        found = shift_day(self.day, days) if self.day else None
        return (self.answer(found.isoformat() + part, rule),) if found else ()

    def from_named(self, days: int, part: str = "") -> tuple[Answer, ...]:
        """Resolve to a day counted from the one named before, which may not be known."""
        found = shift_day(self.named.day, days) if self.named.day else None
        if found is None:
            return (self.answer("XXXX-XX-XX" + part, "day counted from one that is not known"),)
        return (self.answer(found.isoformat() + part, "day counted from the one named before"),)

    def as_set(self, value: str) -> Answer:
        """Resolve to a time that comes again and again."""
        return Answer(self.start, self.end, TimeType.SET, value, None, "repeated time")


def _cue(words: list[str], *, back: bool) -> bool:
    lists = time_words().lists
    for place, word in enumerate(words):
        if word in lists["past"]:
            if back and words[place + 1 : place + 2] == ["to"]:
                continue  # "is expected to hit the coast on Thursday"
            return False
        if word in lists["future"]:
            return not (back and "had" in words[place + 1 : place + 3])
        if word == "t" and back and words[place + 1 : place + 2] == ["won"]:
            return True  # "won't seek a new term in September"
        if back and word == "for" and _is_appeal(words[:place], words[place + 1 : place + 2]):
            return True
        if back and word == "to" and words[place + 1 : place + 2] in (["is"], ["are"]):
            return True
    return False


def _is_appeal(called_for: list[str], verb: list[str]) -> bool:
    """Tell whether an event that is yet to be held was called for: "called for a strike", not "called for calm"."""
    lists = time_words().lists
    return not lists["appeals"].isdisjoint(verb) and not lists["events"].isdisjoint(called_for)


def _type_of(value: str) -> TimeType:
    if value.startswith("P") and not value.endswith("_REF"):
        return TimeType.DURATION
    return TimeType.TIME if "T" in value and not value.endswith("_REF") else TimeType.DATE
