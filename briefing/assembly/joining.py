"""Joins witnesses to developments: the strongest links first, as long as two groups are near on average."""

from collections.abc import Sequence

from briefing.assembly.blocks import find_candidates
from briefing.assembly.links import contradict, link_strength, link_words
from briefing.assembly.passages import Passage, Passages
from briefing.assembly.witnesses import Witness

# Two groups are joined when their passages are linked so strongly on average.
_JOIN = 0.55
# Of a large group so many passages, the first by report, stand for all when the average is taken.
_SAMPLE = 3
# Of so many passages it is said why they were joined.
_EXPLAINED = 4


def group_witnesses(witnesses: Sequence[Witness], known: Passages) -> tuple[tuple[int, ...], ...]:
    """Return groups of indexes of witnesses that tell the same development, each in order, by first member.

    Which witnesses are joined does not depend on the order in which they are given.
    """
    order = sorted(range(len(witnesses)), key=lambda index: witnesses[index].key)
    passages = [known[witnesses[index].key] for index in order]
    copies = _same_words([witnesses[index].text for index in order], passages)
    joined = join_passages([passages[same[0]] for same in copies])
    groups = [tuple(sorted(order[at] for member in group for at in copies[member])) for group in joined]
    return tuple(sorted(groups))


def join_words(witnesses: Sequence[Witness], known: Passages) -> tuple[str, ...]:
    """Say of the witnesses of one development why they were joined to the first, each reason once."""
    passages = [known[witness.key] for witness in witnesses[: _EXPLAINED + 1]]
    return tuple(dict.fromkeys(link_words(passages[0], passage) for passage in passages[1:]))


def _same_words(texts: Sequence[str], passages: Sequence[Passage]) -> list[list[int]]:
    """Put the passages with the very same words of one place and about the same day together."""
    groups: dict[object, list[int]] = {}
    for index, (text, passage) in enumerate(zip(texts, passages, strict=True)):
        groups.setdefault((text.casefold(), passage.day // 3, passage.sites, passage.role), []).append(index)
    return list(groups.values())


def join_passages(passages: Sequence[Passage]) -> list[list[int]]:
    """Join the nearest pairs first, as long as two groups are near each other on average (average linkage)."""
    strengths = _Strengths(passages)
    sites = [passage.sites for passage in passages]
    pairs = [
        (-strength, pair)
        for pair in find_candidates(passages)
        # places of which none is shared exclude each other, as half of all pairs do
        if not ((here := sites[pair[0]]) and (there := sites[pair[1]]) and here.isdisjoint(there))
        and (strength := strengths.of(pair)) >= _JOIN
    ]
    group_of = list(range(len(passages)))
    members = {index: [index] for index in group_of}
    refused: set[tuple[int, int, int, int]] = set()
    for _, pair in sorted(pairs):
        left, right = sorted((group_of[pair[0]], group_of[pair[1]]))
        version = (left, right, len(members[left]), len(members[right]))
        if left == right or version in refused:
            continue
        if not _near(members[left], members[right], strengths):
            refused.add(version)
            continue
        members[left] = sorted(members[left] + members.pop(right))
        for index in members[left]:
            group_of[index] = left
    return list(members.values())


class _Strengths:
    """The strength of the link of each pair asked for, worked out once."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._known: dict[tuple[int, int], float] = {}

    def of(self, pair: tuple[int, int]) -> float:
        """Return the strength of a pair, of which the first passage stands before the second."""
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = link_strength(self.passages[pair[0]], self.passages[pair[1]])
        return known


def _near(left: Sequence[int], right: Sequence[int], strengths: _Strengths) -> bool:
    """Tell whether two groups are linked strongly enough on average, and no two of them contradict each other."""
    some, others = left[:_SAMPLE], right[:_SAMPLE]
    total = sum(strengths.of((one, two) if one < two else (two, one)) for one in some for two in others)
    if total < _JOIN * len(some) * len(others):
        return False
    counted = [index for index in left if strengths.passages[index].figures]
    return not any(contradict(strengths.passages[one], strengths.passages[two]) for one in counted for two in right)
