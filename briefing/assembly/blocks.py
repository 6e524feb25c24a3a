"""Which passages are worth comparing: those that share a place and a kind of action, or their most telling words.

So the work grows with the number of related passages, and not with the square of all. A block that is crowded is sorted
by day and words, so that the like stand together, and each passage is compared with those that follow it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from briefing.assembly.links import days_meet
from briefing.assembly.passages import Passage

# Each pair of so many of the most telling words of a passage names a block.
_TELLING = 4
# In a block of more passages than this each is compared with so many that follow it only.
_CROWD = 16
_NEIGHBOURS = 6


def find_partners(passages: Sequence[Passage]) -> Iterator[tuple[int, list[int]]]:
    """Yield each passage, by day and words, with those worth comparing that follow it, so that each pair stands once.

    ``passages`` must be in the order of their keys. Left out are those of other places, or of days that do not meet.
    """
    telling = [_telling(passage) for passage in passages]
    spread = Counter(chain.from_iterable(telling))
    blocks: dict[object, list[int]] = defaultdict(list)
    order = sorted(range(len(passages)), key=telling.__getitem__)
    order.sort(key=[passage.day for passage in passages].__getitem__)
    for index in order:
        passage = passages[index]
        role = passage.role
        for site in passage.sites:
            blocks[role, site, passage.kind].append(index)
        shared = sorted([word for word in telling[index] if spread[word] > 1])
        for pair in combinations(shared, 2):
            blocks[role, pair].append(index)
    partners: dict[int, set[int]] = defaultdict(set)
    for block in blocks.values():
        reach = len(block) if len(block) <= _CROWD else _NEIGHBOURS
        for at, index in enumerate(block[:-1], start=1):
            partners[index].update(block[at : at + reach])
    sites = [passage.sites for passage in passages]
    return ((index, _meeting(index, partners[index], sites, passages)) for index in order if index in partners)


def _telling(passage: Passage) -> tuple[str, ...]:
    """Return the most telling words; of equally telling ones the first, for a vector is in the order of its words."""
    weights = passage.vector
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True)[:_TELLING])


def _meeting(here: int, found: set[int], sites: Sequence[frozenset[str]], passages: Sequence[Passage]) -> list[int]:
    """Return those that share a place with a passage, or that name none, and whose days meet with its days."""
    passage, own = passages[here], sites[here]
    if not own:
        return [index for index in found if days_meet(passage, passages[index])]
    return [
        index
        for index in found
        if (not (others := sites[index]) or not own.isdisjoint(others)) and days_meet(passage, passages[index])
    ]
