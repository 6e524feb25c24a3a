"""Which passages are worth comparing: those that share a place and a kind of action, or their most telling words.

So the work grows with the number of related passages, and not with the square of all. A block that is crowded is sorted
by day and words, so that the like stand together, and each passage is compared with those that follow it.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, combinations

from briefing.assembly.passages import Passage

# Each pair of so many of the most telling words of a passage names a block.
_TELLING = 4
# In a block of more passages than this each is compared with so many that follow it only.
_CROWD = 16
_NEIGHBOURS = 6

Pair = tuple[int, int]


def find_candidates(passages: Sequence[Passage]) -> set[Pair]:
    """Return the pairs of passages worth comparing; ``passages`` must be in the order of their keys."""
    telling = [_telling(passage) for passage in passages]
    blocks: dict[object, list[int]] = defaultdict(list)
    for index in sorted(range(len(passages)), key=lambda at: (passages[at].day, telling[at], at)):
        passage = passages[index]
        for site in passage.sites:
            blocks[passage.role, site, passage.kind].append(index)
        for pair in combinations(sorted(telling[index]), 2):
            blocks[passage.role, pair].append(index)
    pairs: set[Pair] = set()
    for block in blocks.values():
        found = combinations(block, 2) if len(block) <= _CROWD else _neighbours(block)
        pairs.update([(one, two) if one < two else (two, one) for one, two in found])
    return pairs


def _telling(passage: Passage) -> tuple[str, ...]:
    found = heapq.nsmallest(_TELLING, ((-weight, word) for word, weight in passage.vector.items()))
    return tuple(word for _, word in found)


def _neighbours(crowd: Sequence[int]) -> Iterable[Pair]:
    """Return each passage of a crowd, which is in the order of day and words, with those that follow it."""
    return chain.from_iterable(zip(crowd, crowd[offset:], strict=False) for offset in range(1, _NEIGHBOURS + 1))
