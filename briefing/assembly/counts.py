"""Figures that count one event: which of them belong together, and how two of them relate.

The same decision serves the section of conflicts, the status of a development and the measurement on labelled claims.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from briefing.assembly.grouping import compatible
from briefing.assembly.names import Names, name_source
from briefing.assembly.occurrences import (
    Occurrence,
    find_occurrences,
    same_event,
    updates,
)
from briefing.assembly.witnesses import Witness, speaker
from briefing.data.tables import load_table
from briefing.model.briefing import ConflictKind, SourceName
from briefing.model.findings import Figure

# Measures whose values are worth comparing. Cases of a disease are counted over other areas and other days by everybody
# who counts them, so that two counts that differ are no dispute.
COMPARED = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "displaced",
        "evacuated",
        "arrested",
        "rescued",
        "houses",
        "damaged",
        "magnitude",
    }
)
# Magnitudes further apart are of two earthquakes.
_ONE_QUAKE = 0.35
# Counts of one day that differ by a greater factor are not of one event.
_FAR_APART = 10.0
# Two "about" figures are one when they lie so near; the labelled claims are judged alike.
_ABOUT = 0.05


@dataclass(slots=True, kw_only=True, eq=False)
class Count:
    """A figure with who says it and the event that it counts; ``counted`` is "" for people in general.

    ``published`` is the day on which it was published, 0 when that is not known; ``thing`` is what is counted: measure,
    unit and ``counted``.
    """

    # never changed, but not frozen: thousands are made, and twice as fast without the guard
    witness: Witness
    figure: Figure
    source: SourceName
    counted: str
    occurrence: Occurrence
    published: int
    thing: tuple[str, str, str]

    @property
    def key(self) -> tuple[str, int]:
        """Identify the count by its report and position."""
        return self.witness.report.id, self.figure.start


def find_counts(witnesses: Iterable[Witness], names: Names) -> tuple[Count, ...]:
    """Return the figures worth comparing, each with the source nearest to it."""
    return tuple([count for witness in witnesses if witness.figures for count in _counts_of(witness, names)])


def _counts_of(witness: Witness, names: Names) -> Iterator[Count]:
    figures = [figure for figure in witness.figures if figure.measure in COMPARED and not _is_vague(figure)]
    if not figures:
        return
    occurrences = find_occurrences(witness, [figure.start for figure in figures])
    published = witness.report.published
    for figure, occurrence in zip(figures, occurrences, strict=True):
        counted = _group_of(figure.counted)
        yield Count(
            witness=witness,
            figure=figure,
            source=_source(witness, figure, names),
            counted=counted,
            occurrence=occurrence,
            published=published.last.toordinal() if published else 0,
            thing=(figure.measure, figure.unit, counted),
        )


def _is_vague(figure: Figure) -> bool:
    """Tell whether a figure only says an order of size ("dozens"), which excludes nothing."""
    if not figure.qualifier:
        return False
    qualifier = figure.qualifier.casefold()
    return _says_size(qualifier) or (figure.high is not None and qualifier == "several")


@lru_cache(maxsize=1 << 10)
def _says_size(qualifier: str) -> bool:
    """Tell whether one of the words of a qualifier is of an order of size."""
    vague: list[str] = load_table("figure_words")["vague"]
    return not set(vague).isdisjoint(qualifier.split())


def _source(witness: Witness, figure: Figure, names: Names) -> SourceName:
    """Name who gives a figure: in a sentence with several sources, the one whose words hold it."""
    if witness.source is None:
        return speaker(witness)
    holding = [
        attribution
        for statement in witness.statements
        for attribution in statement.attributions
        if attribution.content and attribution.content.start <= figure.start < attribution.content.end
    ]
    if not holding:
        return witness.source
    nearest = min(holding, key=lambda each: each.content.end - each.content.start if each.content else 0)
    return witness.source if nearest is witness.attribution else name_source(nearest, names)


@lru_cache(maxsize=1 << 10)
def _group_of(counted: str) -> str:
    """Return the group of those whom some words mean, "" for people in general."""
    words = counted.casefold().split()
    return next((group for group, members in _who_is_counted() if not members.isdisjoint(words)), "")


@cache
def _who_is_counted() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words for each group of those who are counted."""
    groups: dict[str, list[str]] = load_table("incidents")["counted"]
    return tuple((group, frozenset(members)) for group, members in groups.items())


def counts_same_thing(one: Count, two: Count) -> bool:
    """Tell whether two figures count the same of one event."""
    if one.thing != two.thing:
        return False
    if one.occurrence.report_id == two.occurrence.report_id:
        return can_be_one(one, two) and _same_within_report(one, two)
    # The events are compared first: most pairs are of other days or places.
    return same_event(one.occurrence, two.occurrence) and can_be_one(one, two)


def can_be_one(one: Count, two: Count) -> bool:
    """Tell whether two values are not too far apart to be of one event."""
    low, high = one.figure.value, two.figure.value
    if low > high:
        low, high = high, low
    if one.figure.measure == "magnitude" and high - low > _ONE_QUAKE:
        return False
    return high <= _FAR_APART * max(low, 1.0) or abs(one.published - two.published) > 1 or bool(one.figure.unit)


def _same_within_report(one: Count, two: Count) -> bool:
    equal = is_equal(one.figure, two.figure)
    if equal and not (one.occurrence.placed and two.occurrence.placed):
        return True
    if not same_event(one.occurrence, two.occurrence):
        return False
    if equal or one.source.originator != two.source.originator:
        return True
    return updates(one.witness) or updates(two.witness)


def is_equal(one: Figure, two: Figure) -> bool:
    """Tell whether two figures say the same number: equal, one inside the range of the other, or both about it."""
    if one.value == two.value:
        return True
    for wide, narrow in ((one, two), (two, one)):
        if wide.high is not None and wide.value <= narrow.value <= (narrow.high or narrow.value) <= wide.high:
            return True
        about = wide.qualifier and wide.qualifier.casefold() in _about()
        if about and abs(wide.value - narrow.value) <= _ABOUT * wide.value + 0.5:
            return True
    return False


@cache
def _about() -> frozenset[str]:
    return frozenset(load_table("qualifiers")["about"])


def relate(one: Count, two: Count) -> ConflictKind | None:
    """Tell how two figures for the same thing differ; None when they say the same number."""
    if is_equal(one.figure, two.figure):
        return None
    if one.figure.measure != "magnitude" and _is_update(one, two):
        return ConflictKind.UPDATE
    if compatible(one.figure, two.figure):
        return ConflictKind.COMPATIBLE
    return ConflictKind.DISPUTE


def _is_update(one: Count, two: Count) -> bool:
    """Tell whether the later figure takes the place of the earlier: its source says so, or the count has grown."""
    same = one.source.originator == two.source.originator
    earlier, later = sorted((one, two), key=lambda count: (count.published, count.figure.value, count.key))
    if earlier.published < later.published:
        return same or later.figure.value > earlier.figure.value
    return same and later.figure.value > earlier.figure.value and updates(later.witness)


def pairs_of(counts: Sequence[Count]) -> Iterable[tuple[Count, Count]]:
    """Return every two figures of a group."""
    return combinations(counts, 2)
