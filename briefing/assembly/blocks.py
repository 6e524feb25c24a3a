"""Which passages are worth comparing: those that share a place and a kind of action, or telling words.

So the work grows with the number of related passages, and not with the square of all. A block that is crowded is parted
by day, then by further words, and only what is crowded even then is compared with its neighbours alone.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from briefing.assembly.passages import Passage

# So many of the most telling words of a passage name its blocks,
_TELLING = 16
# and pairs of so many of them those which it shares with reports of other events.
_PAIRED = 5
# A block of more passages than this is parted.
_CROWD = 40
# In a crowd that nothing parts, each passage is compared with so many that follow it.
_NEIGHBOURS = 12

Pair = tuple[int, int]


def find_candidates(passages: Sequence[Passage]) -> list[Pair]:
    """Return the pairs of passages worth comparing, in order; ``passages`` must be in the order of their keys."""
    telling = [_telling(passage) for passage in passages]
    pairs: set[Pair] = set()
    for block in _blocks(passages, telling):
        if len(block) > 1:
            pairs.update(_pairs_of(block, passages, telling))
    return sorted(pairs)


def _telling(passage: Passage) -> tuple[str, ...]:
    found = heapq.nsmallest(_TELLING, passage.vector.items(), key=lambda item: (-item[1], item[0]))
    return tuple(word for word, _ in found)


def _blocks(passages: Sequence[Passage], telling: Sequence[tuple[str, ...]]) -> Iterable[list[int]]:
    blocks: dict[object, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        for site in sorted(passage.sites):
            blocks[site, passage.kind].append(index)
        for word in telling[index]:
            blocks[passage.event, word].append(index)
        for pair in combinations(sorted(telling[index][:_PAIRED]), 2):
            blocks[pair].append(index)
    return blocks.values()


def _pairs_of(block: Sequence[int], passages: Sequence[Passage], telling: Sequence[tuple[str, ...]]) -> Iterable[Pair]:
    """Return the pairs within a block: all, or in a crowded one those near in time that share a telling word."""
    if len(block) <= _CROWD:
        return combinations(block, 2)
    by_day = sorted(block, key=lambda index: (passages[index].day, index))
    found: set[Pair] = set()
    parts: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index in by_day:
        for word in telling[index]:
            # Each day also meets the next one, so that an event told on two days is not parted.
            parts[passages[index].day, word].append(index)
            parts[passages[index].day + 1, word].append(index)
    for part in parts.values():
        if len(part) <= _CROWD:
            found.update(_ordered(part))
        else:
            found.update(_neighbours(part, telling))
    found.update(_neighbours(by_day, telling))
    return found


def _ordered(part: Sequence[int]) -> Iterable[Pair]:
    return ((min(pair), max(pair)) for pair in combinations(part, 2))


def _neighbours(crowd: Sequence[int], telling: Sequence[tuple[str, ...]]) -> Iterable[Pair]:
    """Return each passage with those that follow it when they are sorted by their words: the like stand together."""
    ranked = sorted(crowd, key=lambda index: (telling[index], index))
    for offset in range(1, _NEIGHBOURS + 1):
        yield from ((min(pair), max(pair)) for pair in zip(ranked, ranked[offset:], strict=False))
