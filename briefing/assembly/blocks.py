"""Which passages are worth comparing: those that share a place and a kind of action, or their most telling words.

So the work grows with the number of related passages, and not with the square of all. A block that is crowded is sorted
by day and words, so that the like stand together, and each passage is compared with those that follow it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, combinations

from briefing.assembly.passages import Passage
from briefing.model.findings import Role

# Each pair of so many of the most telling words of a passage names a block.
_TELLING = 4
# In a block of more passages than this each is compared with so many that follow it only.
_CROWD = 16
_NEIGHBOURS = 6
# What names no day may be of any day between these.
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


def find_partners(passages: Sequence[Passage]) -> Iterator[tuple[int, list[int]]]:
    """Yield passages with those worth comparing that follow them by day and words, so that each pair stands once.

    ``passages`` must be in the order of their keys. Left out are those of other places, or of days that do not meet.
    """
    partners: dict[int, set[int]] = defaultdict(set)
    for block in _blocks(passages):
        reach = len(block) if len(block) <= _CROWD else _NEIGHBOURS
        for at, index in enumerate(block[:-1], start=1):
            partners[index].update(block[at : at + reach])
    meeting = _Meeting(passages)
    return ((index, meeting.among(found, index)) for index, found in partners.items())


def _blocks(passages: Sequence[Passage]) -> set[tuple[int, ...]]:
    """Return the blocks of more than one passage, each by day and words, those with the same passages once."""
    telling = [_telling(passage) for passage in passages]
    spread = Counter(chain.from_iterable(telling))
    order = sorted(range(len(passages)), key=telling.__getitem__)
    order.sort(key=[passage.day for passage in passages].__getitem__)
    by_action: dict[tuple[Role, str, str], list[int]] = defaultdict(list)
    by_words: dict[Role, dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in order:
        passage = passages[index]
        role, kind = passage.role, passage.kind
        for site in passage.sites:
            by_action[role, site, kind].append(index)
        alike = by_words[role]
        for pair in combinations(sorted([word for word in telling[index] if spread[word] > 1]), 2):
            alike[pair].append(index)
    found = chain(by_action.values(), *[blocks.values() for blocks in by_words.values()])
    return {tuple(block) for block in found if len(block) > 1}


def _telling(passage: Passage) -> tuple[str, ...]:
    """Return the most telling words; of equally telling ones the first, for a vector is in the order of its words."""
    weights = passage.vector
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True)[:_TELLING])


class _Meeting:
    """The places and days of passages, in lists, to tell quickly which of many may be of one place and day."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._sites = [passage.sites for passage in passages]
        self._first = [_FIRST_DAY if passage.first is None else passage.first for passage in passages]
        self._last = [_LAST_DAY if passage.last is None else passage.last for passage in passages]
        self._early = [first - passage.slack for first, passage in zip(self._first, passages, strict=True)]
        self._late = [last + passage.slack for last, passage in zip(self._last, passages, strict=True)]

    def among(self, found: Iterable[int], here: int) -> list[int]:
        """Return those that share a place with a passage, or that name none, and whose days meet with its days."""
        sites, firsts, lasts, earliest, latest = self._sites, self._first, self._last, self._early, self._late
        own, first, last, early, late = sites[here], firsts[here], lasts[here], earliest[here], latest[here]
        if own:
            found = [index for index in found if not (others := sites[index]) or not own.isdisjoint(others)]
        # as ``days_meet`` says: the greater slack of the two counts
        return [
            index
            for index in found
            if (firsts[index] <= late or earliest[index] <= last) and (early <= lasts[index] or first <= latest[index])
        ]
