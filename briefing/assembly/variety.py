"""The order of printing of ranked developments, so that the first ones do not all tell of the same."""

import heapq
from collections.abc import Sequence

from briefing.data.tables import load_table

# A place and what is told there.
Topic = tuple[str, str]


def vary(scored: Sequence[tuple[float, frozenset[Topic]]]) -> list[int]:
    """Return the order of printing: by score, less what the entries before it already tell of.

    Each item is a score and the pairs of place and main kind of action that it tells. A reader of one minute is not
    served by ten tolls of one town; each earlier entry on the same pair costs ``repeated`` points (after the idea of
    maximal marginal relevance, Carbonell and Goldstein 1998).
    """
    cost: float = load_table("ranking")["points"]["repeated"]
    # Topics are numbered, since they are asked for again and again; 0 is what no entry tells.
    numbers: dict[Topic | None, int] = {None: 0}
    topics = [[numbers.setdefault(topic, len(numbers)) for topic in told] for _, told in scored]
    told = [0] * len(numbers)
    # An entry waits under the one of its topics that was told most when it was looked at. Printing lowers all under
    # one topic alike, so that only the first of each can be next.
    under: list[list[tuple[float, int]]] = [[] for _ in numbers]
    for index, (score, _) in enumerate(scored):
        under[topics[index][0] if topics[index] else 0].append((-score, index))
    for entries in under:
        entries.sort()
    waiting = [(*entries[0], topic) for topic, entries in enumerate(under) if entries]
    heapq.heapify(waiting)
    order: list[int] = []
    while waiting:
        stale, index, topic = heapq.heappop(waiting)
        entries = under[topic]
        if not entries or entries[0][1] != index:
            continue  # it was printed or moved already, or another one has come before it
        score = entries[0][0]
        current = score - cost * told[topic]
        if current > stale:
            # What was printed since has lowered it; scores only fall, so it is enough to look when its turn comes.
            heapq.heappush(waiting, (current, index, topic))
            continue
        heapq.heappop(entries)
        most = max(topics[index], key=told.__getitem__, default=topic)
        if told[most] > told[topic]:
            heapq.heappush(under[most], (score, index))
        else:
            order.append(index)
            for each in topics[index]:
                told[each] += 1
        for each in {topic, most}:
            if under[each]:
                first, next_one = under[each][0]
                heapq.heappush(waiting, (first - cost * told[each], next_one, each))
    return order
