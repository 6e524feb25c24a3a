"""What the passages of one report lean on, as a reader does: its country, its beginning, and what was told before.

Each thing is worked out when it is first asked for, and once for a report, since all its passages ask for the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from typing import Generic, TypeVar

from briefing.assembly.copies import long_sentences, wire_of
from briefing.assembly.event_days import OPENING, Days, days_told, last_day_of
from briefing.assembly.incidents import incidents_in
from briefing.data.tables import load_table
from briefing.model.findings import Findings, Place, PlaceKind, Statement
from briefing.model.report import Report

# Places too wide to be where something happened.
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.WATER})
_WORD = re.compile(r"[^\W\d_]{3,}")
# The same for texts without other letters, and twice as fast.
_ASCII_WORD = re.compile(r"[a-z]{3,}")

_Told = TypeVar("_Told")


class _Before(Generic[_Told]):
    """What the nearest sentence before another one tells; each sentence is read once, however many lean on it."""

    def __init__(self) -> None:
        self._known: dict[int, _Told | None] = {0: None}

    def find(
        self, index: int, statements: Sequence[Statement], tell: Callable[[Statement], _Told | None]
    ) -> _Told | None:
        """Return what is told before a sentence, the nearest first, else behind it in the opening."""
        behind = statements[index + 1 : OPENING]
        found, passed = None, []
        while not found and index not in self._known:
            passed.append(index)
            found = tell(statements[index - 1])
            index -= 1
        found = found or self._known.get(index)
        self._known.update(dict.fromkeys(passed, found))
        return found or next((told for each in behind if (told := tell(each))), None)


class Backdrop:
    """What the passages of one report lean on; ``home`` is its country and ``latest`` its day, 0 where it has none."""

    def __init__(self, report: Report, findings: Findings) -> None:
        self._report, self._statements = report, findings.statements
        self.home = home_of(findings)
        self.latest = last_day_of(report)
        self._days = _Before[Days]()
        self._incidents = _Before[frozenset[str]]()
        self._places = _Before[tuple[Place, ...]]()
        self._places_in: dict[int, tuple[Place, ...]] = {}
        self._incidents_in: dict[int, frozenset[str]] = {}
        self._words_in: dict[int, frozenset[str]] = {}

    @cached_property
    def _opening_words(self) -> frozenset[str]:
        """Return the telling words of the title and of the first sentences."""
        opening = [self._folded(each) for each in self._statements[:OPENING]]
        return telling_words(" ".join([self._report.title.casefold(), *opening]))

    @cached_property
    def sentences(self) -> frozenset[str]:
        """Return the longer sentences, in a form in which copies are equal."""
        return long_sentences(self._report.text)

    @cached_property
    def wire(self) -> str:
        """Return the agency whose text the report prints, "" where none is told."""
        return wire_of(self._report.text)

    @cached_property
    def _incidents_of_title(self) -> frozenset[str]:
        return incidents_in(self._report.title.casefold())

    def words_around(self, statements: Iterable[Statement]) -> frozenset[str]:
        """Return the telling words of some statements and of the opening."""
        own = [self._words_of(each) for each in statements if each.sentence >= OPENING]
        return self._opening_words.union(*own) if own else self._opening_words

    def _words_of(self, statement: Statement) -> frozenset[str]:
        if statement.sentence not in self._words_in:
            self._words_in[statement.sentence] = telling_words(self._folded(statement))
        return self._words_in[statement.sentence]

    def incidents_of(self, statement: Statement) -> frozenset[str]:
        """Return the kinds of incident of which a statement speaks itself."""
        if statement.sentence not in self._incidents_in:
            self._incidents_in[statement.sentence] = incidents_in(self._folded(statement))
        return self._incidents_in[statement.sentence]

    def days_before(self, statement: Statement) -> Days | None:
        """Return the days last spoken of before a statement."""
        return self._days.find(statement.sentence, self._statements, self._days_of)

    def places_before(self, statement: Statement) -> tuple[Place, ...]:
        """Return the places last spoken of and those of the opening."""
        nearest = self._places.find(statement.sentence, self._statements, self._places_of) or ()
        around = [each for each in self._statements[:OPENING] if each.sentence < statement.sentence][::-1]
        around += self._statements[statement.sentence + 1 : OPENING]
        opening = [place for each in around for place in self._places_of(each)]
        return tuple({place.id: place for place in (*nearest, *opening)}.values())

    def incidents_before(self, statement: Statement) -> frozenset[str]:
        """Return the kinds of incident last spoken of, else those of the title."""
        found = self._incidents.find(statement.sentence, self._statements, self.incidents_of)
        return found or self._incidents_of_title

    def _days_of(self, statement: Statement) -> Days | None:
        return days_told(self._report, statement, self.latest)

    def _folded(self, statement: Statement) -> str:
        return self._report.quote(statement.start, statement.end).casefold()

    def _places_of(self, statement: Statement) -> tuple[Place, ...]:
        if statement.sentence not in self._places_in:
            places = [mention.place for mention in statement.places]
            self._places_in[statement.sentence] = scenes_at(places, self.home)
        return self._places_in[statement.sentence]


def home_of(findings: Findings) -> str | None:
    """Return the country of most of the places of a report; what lies elsewhere is where people speak, not act."""
    counts = Counter(
        [
            mention.place.country
            for mention in findings.places
            if mention.place.country and mention.place.kind not in WIDE
        ]
    )
    most = max(counts.values(), default=0)
    foremost = [country for country, count in counts.items() if count == most]
    return foremost[0] if most > 1 and len(foremost) == 1 else None


def scenes_at(places: Iterable[Place], home: str | None) -> tuple[Place, ...]:
    """Return the places where something can have happened: in the report's country, where it has one."""
    return tuple([place for place in places if place.kind not in WIDE and (home is None or place.country == home)])


def words_told(report: Report, statements: Iterable[Statement]) -> str:
    """Return the words of some statements, case and white space folded."""
    return " ".join(" ".join([report.quote(each.start, each.end) for each in statements]).casefold().split())


def telling_words(text: str) -> frozenset[str]:
    """Return the words of a folded text without the commonest."""
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    return frozenset(words) - _common_words()


@cache
def _common_words() -> frozenset[str]:
    common: list[str] = load_table("incidents")["running"]["common"]
    stop: list[str] = load_table("assembly_words")["stop"]
    return frozenset({*common, *stop})
