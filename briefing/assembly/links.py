"""How strongly two passages are linked, from 0 to 1, and why, in words.

What excludes each other is never linked: another role, other days, other places, figures that cannot both be right, a
toll and none. For the rest two measures are taken and the greater one counts: by the rules (the same place and kind of
action, or one change of control, and then words), and by what is shared, weighed by a logistic regression over labelled
news (``data/linking.toml``) for passages of reports that tell of one event.
"""

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from briefing.assembly.events import logistic
from briefing.assembly.grouping import bounds, compatible
from briefing.assembly.passages import Passage
from briefing.assembly.vocabulary import Weights
from briefing.data.labels import action_labels
from briefing.data.tables import load_table
from briefing.model.findings import Figure

# Of each measure and unit the greatest lower and the least upper bound of all figures given.
Bounds = Mapping[tuple[str, str], tuple[float, float]]
_UNBOUNDED: Bounds = {}

# What a link rests on, in the order of the weights in the table.
FEATURES = (
    "words alike",
    "words shared",
    "kind shared",
    "kinds differ",
    "place shared",
    "number shared",
    "numbers differ",
    "at the head",
    "same event",
)

# Of the score by rules: places, kinds of action, words, and the same change of control of one place.
_PLACES, _KINDS, _WORDS, _CONTROL = 0.25, 0.2, 0.55, 0.35
# Two passages need so much wording in common beside the names of places, unless they tell one change of control,
_COMMON = 0.27
# more of it when their reports tell of different events,
_COMMON_APART = 0.33
# or so much when not both name a place,
_COMMON_PLACELESS = 0.35
# or so much when they tell no action of one kind.
_COMMON_KINDLESS = 0.5
# or so much in one report, where nothing but words ties them: two villagers who complain of the water do not bear each
# other out.
_COMMON_WITHIN = 0.6
# Fewer words in common than this ("state television") tell nothing, unless the very same control is told.
_FEWEST = 3
# With so many, what is likely by all that is shared counts, too.
_ENOUGH = 4
_WORD_GAIN = 1.8
# A likelihood of four fifths is worth as much as the score by rules that joins.
_LIKELY = 0.69


def link_strength(one: Passage, two: Passage) -> float:
    """Return how strongly two passages are linked: 0 when they exclude each other."""
    # Asked for many pairs of two groups: what is told fastest and excludes most comes first.
    if one.sites and two.sites and one.sites.isdisjoint(two.sites):
        return 0.0
    if one.role is not two.role or not days_meet(one, two):
        return 0.0
    return strength_together(one, two)


def strength_together(one: Passage, two: Passage) -> float:
    """Return how strongly two passages of one role are linked whose days meet, and whose places may be the same."""
    control = _same_control(one, two)
    if (one.people or two.people) and not (control or _same_people(one, two)):
        return 0.0
    if one.figures and two.figures and contradict(one, two):
        return 0.0
    shared, alike = compare_words(one.vector, two.vector)
    if shared < _FEWEST and not control:
        return 0.0
    if alike < _COMMON_WITHIN and not control and one.key[0] == two.key[0] and _only_words_tie(one, two):
        return 0.0
    apart = one.event != two.event
    by_rules = _score(one, two, alike, control=control, apart=apart)
    if by_rules >= _LIKELY or apart or shared < _ENOUGH:
        return by_rules
    return max(by_rules, _LIKELY * _likelihood(_features(one, two, shared, alike)))


def _only_words_tie(one: Passage, two: Passage) -> bool:
    """Tell whether two passages have neither a place nor a number in common."""
    return one.sites.isdisjoint(two.sites) and one.numbers.isdisjoint(two.numbers)


def compare_words(one: Weights, two: Weights) -> tuple[int, float]:
    """Return how many words two vectors share, and the sum of their products, added in the order of the words."""
    if len(one) > len(two):
        one, two = two, one
    shared, alike = 0, 0.0
    for word, weight in one.items():
        if word in two:
            shared += 1
            alike += weight * two[word]
    return shared, alike


def _likelihood(features: Sequence[float]) -> float:
    """Return how likely two passages of different reports tell of one thing by what they share."""
    constant, weights = _weights()
    return logistic(constant, weights, features)


def are_related(one: Passage, two: Passage) -> bool:
    """Tell whether two passages of different reports are of one matter, though not necessarily one development."""
    related: float = load_table("linking")["links"]["related"]
    return _likelihood(link_features(one, two)) >= related


def link_features(one: Passage, two: Passage) -> tuple[float, ...]:
    """Return what the likelihood rests on, as named in ``FEATURES``."""
    return _features(one, two, *compare_words(one.vector, two.vector))


def _features(one: Passage, two: Passage, shared: int, alike: float) -> tuple[float, ...]:
    kinds = not one.kinds.isdisjoint(two.kinds)
    numbers = not one.numbers.isdisjoint(two.numbers)
    return (
        math.sqrt(alike),
        math.log(1 + shared),
        kinds,
        bool(one.kinds and two.kinds) and not kinds,
        not one.sites.isdisjoint(two.sites),
        numbers,
        bool(one.numbers and two.numbers) and not numbers,
        1 / max(one.position, two.position),
        one.event == two.event,
    )


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table: Mapping[str, Any] = load_table("linking")["links"]
    return float(table["constant"]), tuple(float(table["weights"][name]) for name in FEATURES)


def link_words(one: Passage, two: Passage) -> str:
    """Say why two passages are taken for one development: "same place, both tell of an attack, 7 words in common"."""
    parts = []
    if not one.sites.isdisjoint(two.sites):
        parts.append("same place")
    if one.first is not None and one.first == two.first:
        parts.append("same day")
    if _same_control(one, two):
        parts.append("same change of control")
    elif kinds := one.kinds & two.kinds:
        kind = one.kind if one.kind in kinds else min(kinds)
        parts.append(f"both tell of {action_labels().get(kind, kind)}")
    if any(_near(left, right) for left in one.people for right in two.people if left.measure == right.measure):
        parts.append("same count of people")
    shared = len(one.vector.keys() & two.vector.keys())
    if shared:
        parts.append(f"{shared} word{'s' if shared > 1 else ''} in common")
    return ", ".join(parts)


def days_meet(one: Passage, two: Passage) -> bool:
    """Tell whether the days meet: within one day, or three when one is dated only by its report."""
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return True
    if one.first <= two.last and two.first <= one.last:
        return True
    slack = max(one.slack, two.slack)
    return one.first - slack <= two.last and two.first - slack <= one.last


def _score(one: Passage, two: Passage, words: float, *, control: bool, apart: bool) -> float:
    """Return the score by rules.

    ``words`` is how alike the words are, ``control`` whether one change is told, ``apart`` whether the events differ.
    """
    some, others = one.sites, two.sites
    kinds, placed = _kinds_score(one, two), bool(some and others)
    if words < _needed(placed, bool(kinds), control, apart=apart):
        return 0.0
    places = 0.0 if not placed else 1.0 if some == others else _overlap(some, others)
    return _PLACES * places + _KINDS * kinds + _WORDS * min(1.0, _WORD_GAIN * words) + (_CONTROL if control else 0.0)


def _needed(placed: bool, kind: bool, control: bool, *, apart: bool) -> float:
    """Return the least similarity of words, by what else the two passages share."""
    if not kind:
        return _COMMON_KINDLESS
    if not placed:
        return _COMMON_PLACELESS
    if control:
        return 0.0
    return _COMMON_APART if apart else _COMMON


def _same_control(one: Passage, two: Passage) -> bool:
    """Tell whether both say that the same places were taken, or were left; city and province of one name are one."""
    return bool(one.changes) and one.changes == two.changes


def _kinds_score(one: Passage, two: Passage) -> float:
    """Compare what is done: the main action of each must be told by the other, or they tell different things."""
    if one.kind == two.kind:
        return 1.0 if one.kind else 0.0
    return 0.7 if one.kind in two.kinds and two.kind in one.kinds else 0.0


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the share of the smaller set that is in the other one, with a slight penalty for what is not shared."""
    common = len(one & two)
    if not common:
        return 0.0
    return 0.7 * common / min(len(one), len(two)) + 0.3 * common / (len(one) + len(two) - common)


def contradict(one: Passage, two: Passage) -> bool:
    """Tell whether both give a figure of the same measure that cannot both be right."""
    for left in one.figures:
        for right in two.figures:
            if left.measure == right.measure and left.unit == right.unit and not compatible(left, right):
                return True
    return False


def bounds_of(passage: Passage) -> Bounds:
    """Return the bounds of what a passage counts."""
    found = _UNBOUNDED
    for figure in passage.figures:
        found = join_bounds(found, {(figure.measure, figure.unit): bounds(figure)})
    return found


def join_bounds(one: Bounds, two: Bounds) -> Bounds:
    """Return the bounds of what is counted by either."""
    if not (one and two):
        return one or two
    joined = dict(one)
    for counted, (low, high) in two.items():
        other_low, other_high = one.get(counted, (low, high))
        joined[counted] = max(low, other_low), min(high, other_high)
    return joined


def clash(one: Bounds, two: Bounds) -> bool:
    """Tell whether a figure of the one and a figure of the other contradict each other."""
    return any(one[counted][0] > two[counted][1] or two[counted][0] > one[counted][1] for counted in one.keys() & two)


def _same_people(one: Passage, two: Passage) -> bool:
    """Tell whether both count the same people, or neither counts any.

    A toll is not borne out by a sentence without one, by the missing where the other counts the dead, or by the toll of
    another day: lower bounds ("more than 3,000") must be near each other, too.
    """
    if not one.people and not two.people:
        return True
    for left in one.people:
        for right in two.people:
            if left.measure == right.measure and _near(left, right):
                return True
    return False


def _near(one: Figure, two: Figure) -> bool:
    """Tell whether two figures are the same within a tenth, or their ranges overlap."""
    low, high = sorted((one.value, two.value))
    if high <= 1.1 * low:
        return True
    return (one.high is not None or two.high is not None) and compatible(one, two)
