"""Joins witnesses to developments: the strongest links first, as long as two groups are near on average."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, repeat

from briefing.assembly.blocks import find_partners
from briefing.assembly.links import Bounds, bounds_of, clash, join_bounds, link_strength, link_words, strength_together
from briefing.assembly.passages import Passage, Passages
from briefing.assembly.witnesses import Witness

# Two groups are joined when their passages are linked so strongly on average.
_JOIN = 0.55
# Of a large group so many passages, the first by report, stand for all when the average is taken.
_SAMPLE = 3
# A little more than the strongest link there is.
_MOST = 1.4
# Of so many passages it is said why they were joined.
_EXPLAINED = 4


def group_witnesses(witnesses: Sequence[Witness], known: Passages) -> tuple[tuple[int, ...], ...]:
    """Return groups of indexes of witnesses that tell the same development, each in order, by first member.

    Which witnesses are joined does not depend on the order in which they are given.
    """
    keys = [witness.key for witness in witnesses]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    passages = [known[keys[index]] for index in order]
    copies = _same_words([witnesses[index].text for index in order], passages)
    joined = join_passages([passages[same[0]] for same in copies])
    groups = [tuple(sorted([order[at] for member in group for at in copies[member]])) for group in joined]
    return tuple(sorted(groups))


def join_words(witnesses: Sequence[Witness], known: Passages) -> tuple[str, ...]:
    """Say of the witnesses of one development why they were joined to the first, each reason once; of one, nothing."""
    passages = [known[witness.key] for witness in witnesses[: _EXPLAINED + 1]]
    return tuple(dict.fromkeys(link_words(passages[0], passage) for passage in passages[1:]))


def _same_words(texts: Sequence[str], passages: Sequence[Passage]) -> list[list[int]]:
    """Put the passages with the very same words of one place and about the same day together."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index, (text, passage) in enumerate(zip(texts, passages, strict=True)):
        groups[text.casefold(), passage.day // 3, passage.sites, passage.role].append(index)
    return list(groups.values())


@dataclass(slots=True)
class _Group:
    """Passages joined so far, in order; the first ones, by which it is compared, are known by the number ``sample``."""

    members: list[int]
    sample: int
    bounds: Bounds


def join_passages(passages: Sequence[Passage]) -> list[list[int]]:
    """Join the nearest pairs first, as long as two groups are near each other on average (average linkage)."""
    strengths = _Strengths(passages)
    group_of = [_Group([index], index, bounds_of(passage)) for index, passage in enumerate(passages)]
    numbers = count(len(group_of))
    refused: set[tuple[int, int]] = set()
    for one, two in strengths.nearest_first():
        left, right = group_of[one], group_of[two]
        if left is right:
            continue
        if right.members[0] < left.members[0]:
            left, right = right, left
        # groups only grow: what two are refused for holds as long as they are compared by the same passages
        compared = left.sample, right.sample
        if compared in refused:
            continue
        some, others = left.members[:_SAMPLE], right.members[:_SAMPLE]
        if not strengths.join(some, others) or clash(left.bounds, right.bounds):
            refused.add(compared)
            continue
        larger, smaller = (left, right) if len(left.members) >= len(right.members) else (right, left)
        for index in smaller.members:
            group_of[index] = larger
        larger.members = sorted(left.members + right.members)
        larger.sample = left.sample if larger.members[:_SAMPLE] == some else next(numbers)
        larger.bounds = join_bounds(left.bounds, right.bounds)
    return [group.members for index, group in enumerate(group_of) if group.members[0] == index]


class _Strengths:
    """The strength of the link of each pair asked for, worked out once; pairs are numbered in their order."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._known: dict[int, float] = {}

    def nearest_first(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that may be joined, the strongest first, equal ones in their order."""
        passages, known, size = self._passages, self._known, len(self._passages)
        for one, others in find_partners(passages):
            here, first = passages[one], one * size
            for two in others:
                known[first + two if one < two else two * size + one] = strength_together(here, passages[two])
        pairs = sorted([pair for pair, strength in known.items() if strength >= _JOIN])
        pairs.sort(key=known.__getitem__, reverse=True)
        return map(divmod, pairs, repeat(size))

    def join(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Tell whether the passages of two samples are linked strongly enough on average."""
        passages, known, size = self._passages, self._known, len(self._passages)
        unasked = len(some) * len(others)
        least, total = _JOIN * unasked, 0.0
        for one in some:
            for two in others:
                pair = one * size + two if one < two else two * size + one
                strength = known.get(pair)
                if strength is None:
                    strength = known[pair] = link_strength(passages[one], passages[two])
                total += strength
                unasked -= 1
                if total + _MOST * unasked < least:
                    return False
        return True
