"""Which reports may tell of one event: each with those that share most of its most telling words."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

# Each report is compared with those that share its most telling words, at most so many of them.
_TELLING, _PARTNERS = 20, 12
# A word of more reports than this is looked at among reports of about one day only.
_CROWD = 40


def pairs_alike(
    vectors: Sequence[Mapping[int, float]], days: Sequence[tuple[int, int] | None]
) -> list[tuple[int, int]]:
    """Return the pairs of reports worth comparing, in order, by the vectors of their words and their days."""
    # The vectors are in the order of the words, which decides among equal weights.
    telling = [sorted(vector.items(), key=itemgetter(1), reverse=True)[:_TELLING] for vector in vectors]
    first = [own[0] if own else 0 for own in days]
    by_day = sorted(range(len(vectors)), key=first.__getitem__)
    posts: dict[int, tuple[list[int], list[float]]] = {}
    for index in by_day:
        for word, weight in telling[index]:
            holders, weights = posts.setdefault(word, ([], []))
            holders.append(index)
            weights.append(weight)
    # How many holders of each word were met: as they are met by day, this is where the next one stands among them.
    passed = dict.fromkeys(posts, 0)
    pairs: set[tuple[int, int]] = set()
    for index in by_day:
        alike: dict[int, float] = {}
        alike_with = alike.get
        for word, weight in telling[index]:
            holders, weights = posts[word]
            if len(holders) == 1:  # nobody else's word
                continue
            if len(holders) > _CROWD:
                at = passed[word]
                passed[word] = at + 1
                about = slice(max(0, at - _CROWD // 2), at + _CROWD // 2)
                holders, weights = holders[about], weights[about]
            for other, share in zip(holders, weights, strict=True):
                alike[other] = alike_with(other, 0.0) + weight * share
        alike.pop(index, None)
        pairs.update([(index, other) if index < other else (other, index) for other in _most(alike)])
    return sorted(pairs)


def _most(alike: Mapping[int, float]) -> Iterable[int]:
    """Return those that are most alike, the first of equals."""
    if len(alike) <= _PARTNERS:
        return alike
    least = sorted(alike.values())[-_PARTNERS]
    best = sorted([(-share, other) for other, share in alike.items() if share >= least])
    return [other for _, other in best[:_PARTNERS]]
