"""Figures that count one event: which of them belong together, and how two of them relate.

The same decision serves the section of conflicts, the status of a development and the measurement on labelled claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.assembly.count_pairs import pairs_to_compare
from briefing.assembly.grouping import compatible
from briefing.assembly.names import Names, name_source
from briefing.assembly.occurrences import (
    Occurrence,
    conflict_free,
    find_occurrences,
    likeness,
    same_event,
    updates,
)
from briefing.assembly.witnesses import Witness, speaker
from briefing.data.tables import load_table
from briefing.model.briefing import ConflictKind, SourceName
from briefing.model.findings import Figure

# Measures whose values are worth comparing.
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
        "cases",
        "magnitude",
    }
)
# Magnitudes further apart are of two earthquakes.
_ONE_QUAKE = 0.35
# Of a large group so many members, the first, stand for all when two groups are compared.
_SAMPLE = 30
# Two groups are put together although so large a share of their pairs speaks against it.
_OUTLIERS = 0.2
# So large a share of the pairs across two groups must be linked.
_LINKED = 0.35
# Counts of one day that differ by a greater factor are not of one event.
_FAR_APART = 10.0
# Two "about" figures are one when they lie so near; the labelled claims are judged alike.
_ABOUT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure with who says it and the event that it counts; ``counted`` is "" for people in general.

    ``published`` is the day on which it was published, 0 when that is not known; ``thing`` is what is counted: measure,
    unit and ``counted``.
    """

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
    return tuple(count for witness in witnesses for count in _counts_of(witness, names))


def _counts_of(witness: Witness, names: Names) -> Iterator[Count]:
    figures = [figure for figure in witness.figures if figure.measure in COMPARED and not _is_vague(figure)]
    occurrences = find_occurrences(witness, [figure.start for figure in figures]) if figures else ()
    published = witness.report.published
    for figure, occurrence in zip(figures, occurrences, strict=True):
        counted = _counted(figure)
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
    return any(word in load_table("figure_words")["vague"] for word in figure.qualifier.casefold().split()) or (
        figure.high is not None and figure.qualifier.casefold() == "several"
    )


def _source(witness: Witness, figure: Figure, names: Names) -> SourceName:
    """Name who gives a figure: in a sentence with several sources, the one whose words hold it."""
    holding = [
        attribution
        for statement in witness.statements
        for attribution in statement.attributions
        if attribution.content and attribution.content.start <= figure.start < attribution.content.end
    ]
    if len(holding) < 1 or witness.source is None:
        return speaker(witness)
    nearest = min(holding, key=lambda each: each.content.end - each.content.start if each.content else 0)
    return name_source(nearest, names)


def _counted(figure: Figure) -> str:
    words = set(figure.counted.casefold().split())
    groups: dict[str, list[str]] = load_table("incidents")["counted"]
    return next((group for group, members in groups.items() if words & set(members)), "")


def group_counts(counts: Sequence[Count]) -> tuple[tuple[Count, ...], ...]:
    """Put the figures together that count the same of one event, each group and all groups in the order of reading.

    The pairs with the most words in common come first. Two groups become one when enough of the pairs across them are
    linked and few name days or places that cannot be of one event, so that a chain of neighbours does not grow.
    """
    linked = _linked(counts)
    near: dict[int, set[int]] = defaultdict(set)
    for one, two in linked:
        near[one].add(two)
        near[two].add(one)
    group_of = list(range(len(counts)))
    members = {index: [index] for index in group_of}
    closeness = {(one, two): _closeness(counts[one], counts[two]) for one, two in linked}
    for one, two in sorted(linked, key=lambda pair: (-closeness[pair], pair)):
        left, right = group_of[one], group_of[two]
        if left == right or not _belong_together(counts, members[left], members[right], near):
            continue
        keep, drop = min(left, right), max(left, right)
        members[keep] = sorted(members[keep] + members.pop(drop))
        for index in members[keep]:
            group_of[index] = keep
    return tuple(tuple(counts[index] for index in members[group]) for group in sorted(members))


def _belong_together(
    counts: Sequence[Count], left: Sequence[int], right: Sequence[int], near: Mapping[int, set[int]]
) -> bool:
    some, others = left[:_SAMPLE], right[:_SAMPLE]
    reports = [counts[two].occurrence.report_id for two in others]
    across = sum(len(others) - reports.count(counts[one].occurrence.report_id) for one in some)
    together = sum(len(near[one].intersection(others)) for one in some)
    if together < _LINKED * across:
        return False
    return _pairs_apart(counts, some, others) <= _OUTLIERS * len(some) * len(others)


def _pairs_apart(counts: Sequence[Count], some: Sequence[int], others: Sequence[int]) -> int:
    """Count the pairs of two groups whose days or places exclude each other; equal ones are looked at once."""
    kinds: tuple[dict[object, list[Occurrence]], ...] = (defaultdict(list), defaultdict(list))
    for group, kind in zip((some, others), kinds, strict=True):
        for index in group:
            each = counts[index].occurrence
            kind[each.first, each.last, each.dated, each.sites, each.placed].append(each)
    return sum(
        len(left) * len(right)
        for left in kinds[0].values()
        for right in kinds[1].values()
        if not conflict_free(left[0], right[0])
    )


def _linked(counts: Sequence[Count]) -> frozenset[tuple[int, int]]:
    """Return the pairs that count one thing of one event."""
    pairs = pairs_to_compare([count.occurrence for count in counts], [count.thing for count in counts])
    return frozenset(pair for pair in pairs if counts_same_thing(counts[pair[0]], counts[pair[1]]))


def _closeness(one: Count, two: Count) -> float:
    return likeness(one.occurrence.words, two.occurrence.words)


def counts_same_thing(one: Count, two: Count) -> bool:
    """Tell whether two figures count the same of one event."""
    if one.thing != two.thing:
        return False
    if one.occurrence.report_id == two.occurrence.report_id:
        return _can_be_one(one, two) and _same_within_report(one, two)
    # The events are compared first: most pairs are of other days or places.
    return same_event(one.occurrence, two.occurrence) and _can_be_one(one, two)


def _can_be_one(one: Count, two: Count) -> bool:
    """Tell whether two values are not too far apart to be of one event."""
    low, high = sorted((one.figure.value, two.figure.value))
    if one.figure.measure == "magnitude" and high - low > _ONE_QUAKE:
        return False
    return high <= _FAR_APART * max(low, 1.0) or abs(one.published - two.published) > 1 or bool(one.figure.unit)


def _same_within_report(one: Count, two: Count) -> bool:
    if is_equal(one.figure, two.figure):
        return not (one.occurrence.placed and two.occurrence.placed) or same_event(one.occurrence, two.occurrence)
    if one.source.originator == two.source.originator and not updates(one.witness) and not updates(two.witness):
        return False
    return same_event(one.occurrence, two.occurrence)


def is_equal(one: Figure, two: Figure) -> bool:
    """Tell whether two figures say the same number: equal, one inside the range of the other, or both about it."""
    if one.value == two.value:
        return True
    for wide, narrow in ((one, two), (two, one)):
        if wide.high is not None and wide.value <= narrow.value <= (narrow.high or narrow.value) <= wide.high:
            return True
        about: list[str] = load_table("qualifiers")["about"]
        if wide.qualifier.casefold() in about and abs(wide.value - narrow.value) <= _ABOUT * wide.value + 0.5:
            return True
    return False


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
    return updates(later.witness) and later.figure.value > earlier.figure.value and same


def pairs_of(counts: Sequence[Count]) -> Iterable[tuple[Count, Count]]:
    """Return every two figures of a group."""
    return combinations(counts, 2)
