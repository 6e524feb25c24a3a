"""Figures that count one event: which of them belong together, and how two of them relate.

The same decision serves the section of conflicts, the status of a development and the measurement on labelled claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from briefing.assembly.count_pairs import pairs_to_compare
from briefing.assembly.grouping import compatible
from briefing.assembly.names import Names, name_source
from briefing.assembly.occurrences import (
    Occurrence,
    conflict_free,
    find_occurrences,
    likeness,
    likeness_needed,
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
    return tuple([count for witness in witnesses if witness.figures for count in _counts_of(witness, names)])


def _counts_of(witness: Witness, names: Names) -> Iterator[Count]:
    figures = [figure for figure in witness.figures if figure.measure in COMPARED and not _is_vague(figure)]
    if not figures:
        return
    occurrences = find_occurrences(witness, [figure.start for figure in figures])
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
    if not figure.qualifier:
        return False
    qualifier = figure.qualifier.casefold()
    vague = load_table("figure_words")["vague"]
    return any(word in vague for word in qualifier.split()) or (figure.high is not None and qualifier == "several")


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
    if not figure.counted:
        return ""
    words = figure.counted.casefold().split()
    return next((group for group, members in _who_is_counted() if not members.isdisjoint(words)), "")


@cache
def _who_is_counted() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words for each group of those who are counted."""
    groups: dict[str, list[str]] = load_table("incidents")["counted"]
    return tuple((group, frozenset(members)) for group, members in groups.items())


def group_counts(counts: Sequence[Count]) -> tuple[tuple[Count, ...], ...]:
    """Put the figures together that count the same of one event, each group and all groups in the order of reading.

    The pairs with the most words in common come first. Two groups become one when enough of the pairs across them are
    linked and few name days or places that cannot be of one event, so that a chain of neighbours does not grow.
    """
    linked = linked_pairs(counts)
    near: dict[int, set[int]] = defaultdict(set)
    for one, two in linked:
        near[one].add(two)
        near[two].add(one)
    group_of = list(range(len(counts)))
    members = {index: [index] for index in group_of}
    reports = [count.occurrence.report_id for count in counts]
    settings = _Settings([count.occurrence for count in counts])
    refused: set[tuple[int, int, int, int]] = set()
    # The pairs are in order, so that those that are equally alike stay so.
    for one, two in sorted(linked, key=linked.__getitem__, reverse=True):
        left, right = group_of[one], group_of[two]
        if left == right:
            continue
        # A group only grows: as long as two have their size they are refused again.
        state = (left, right, len(members[left]), len(members[right]))
        if state in refused:
            continue
        some, others = members[left][:_SAMPLE], members[right][:_SAMPLE]
        if not _are_linked(some, others, reports, near) or not settings.allow(some, others):
            refused.add(state)
            continue
        keep, drop = min(left, right), max(left, right)
        members[keep] = sorted(members[keep] + members.pop(drop))
        for index in members[keep]:
            group_of[index] = keep
    return tuple(tuple(counts[index] for index in members[group]) for group in sorted(members))


def _are_linked(
    some: Sequence[int], others: Sequence[int], reports: Sequence[str], near: Mapping[int, set[int]]
) -> bool:
    """Tell whether enough of the pairs of different reports across two groups are linked."""
    if len(some) > len(others):
        some, others = others, some  # the fewer to go through
    together = sum([len(near[one].intersection(others)) for one in some])
    if together >= _LINKED * len(some) * len(others):
        return True  # in whatever reports they stand
    theirs = [reports[two] for two in others]
    return together >= _LINKED * sum([len(others) - theirs.count(reports[one]) for one in some])


class _Settings:
    """The days and places that counts name; those of equal ones are compared once."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        numbers: dict[object, int] = {}
        self._number_of: list[int] = []
        self._examples: list[Occurrence] = []
        for each in occurrences:
            number = numbers.setdefault((each.first, each.last, each.dated, each.sites, each.placed), len(numbers))
            if number == len(self._examples):
                self._examples.append(each)
            self._number_of.append(number)
        self._apart: dict[tuple[int, int], bool] = {}

    def allow(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether the days and places of few of the pairs across two groups exclude each other."""
        left = [self._number_of[one] for one in some]
        right = [self._number_of[two] for two in others]
        excluding = [(one, two) for one in set(left) for two in set(right) if self._are_apart(one, two)]
        apart = sum([left.count(one) * right.count(two) for one, two in excluding])
        return apart <= _OUTLIERS * len(some) * len(others)

    def _are_apart(self, one: int, two: int) -> bool:
        known = self._apart.get((one, two))
        if known is None:
            known = not conflict_free(self._examples[one], self._examples[two])
            self._apart[one, two] = known
        return known


def linked_pairs(counts: Sequence[Count]) -> dict[tuple[int, int], float]:
    """Return the pairs that count one thing of one event, in order, with how alike their words are."""
    linked: dict[tuple[int, int], float] = {}
    occurrences = [count.occurrence for count in counts]
    for pair in pairs_to_compare(occurrences, [count.thing for count in counts]):
        one, two = occurrences[pair[0]], occurrences[pair[1]]
        # Their days and places were compared when the pair was chosen, unless they stand in one report.
        if one.report_id == two.report_id:
            if counts_same_thing(counts[pair[0]], counts[pair[1]]):
                linked[pair] = likeness(one.words, two.words)
            continue
        needed = likeness_needed(one.incidents, two.incidents)
        if needed <= 1.0 and _can_be_one(counts[pair[0]], counts[pair[1]]):
            alike = likeness(one.words, two.words)
            if alike >= needed:
                linked[pair] = alike
    return linked


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
    return same and later.figure.value > earlier.figure.value and updates(later.witness)


def pairs_of(counts: Sequence[Count]) -> Iterable[tuple[Count, Count]]:
    """Return every two figures of a group."""
    return combinations(counts, 2)
