"""Which figures count one event: they are put together pair by pair, those with the most words in common first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import itemgetter

from briefing.assembly.count_pairs import pairs_to_compare
from briefing.assembly.counts import Count, can_be_one, counts_same_thing
from briefing.assembly.occurrences import Occurrence, conflict_free, likeness, likeness_needed

# Of a large group so many members, the first, stand for all when two groups are compared.
_SAMPLE = 30
# Two groups are put together although so large a share of their pairs speaks against it.
_OUTLIERS = 0.2
# So large a share of the pairs across two groups must be linked.
_LINKED = 0.35


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
    for (one, two), _ in sorted(linked.items(), key=itemgetter(1), reverse=True):
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
        first, second = pair
        one, two = occurrences[first], occurrences[second]
        # Their days and places were compared when the pair was chosen, unless they stand in one report.
        if one.report_id == two.report_id:
            if counts_same_thing(counts[first], counts[second]):
                linked[pair] = likeness(one.words, two.words)
            continue
        needed = likeness_needed(one.incidents, two.incidents)
        if needed <= 1.0 and can_be_one(counts[first], counts[second]):
            alike = likeness(one.words, two.words)
            if alike >= needed:
                linked[pair] = alike
    return linked
