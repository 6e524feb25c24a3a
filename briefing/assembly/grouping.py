"""Which witnesses tell the same development: by place, day, kind of action, figures, then words.

Word overlap alone does not carry, and witnesses whose figures contradict each other are never joined: that is a
conflict to show. Candidates are found by shared place and kind or by shared rare words, so that the work grows with the
number of related pairs and not with the square of all.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

from briefing.assembly.witnesses import SPECIFIC, Witness
from briefing.data.tables import load_table
from briefing.model.findings import ControlRelation, Figure, Modality

_WORD = re.compile(r"[^\W\d_]{2,}")
# Of the score that joins: places, kinds of action, words, and the same change of control of one place.
_PLACES, _KINDS, _WORDS, _CONTROL = 0.25, 0.2, 0.55, 0.35
_JOIN = 0.55
# Two passages need so much wording in common beside the names of places, unless they tell one change of control,
_COMMON = 0.27
# or so much when not both name a place,
_COMMON_PLACELESS = 0.35
# or so much when they tell no action of one kind.
_COMMON_KINDLESS = 0.5
_WORD_GAIN = 1.8
# Share of the shorter wording that two sentences must have in common to be copies of one text.
_COPY = 0.8
# A block of more witnesses than this says nothing about a pair (a country's capital, "said").
_BLOCK = 60

_HELD = frozenset({ControlRelation.TOOK, ControlRelation.HOLDS})
_LEFT = frozenset({ControlRelation.LOST, ControlRelation.LEFT})

# Measures that count people.
PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "arrested", "rescued"})

Weights = dict[str, float]


def group_witnesses(witnesses: Sequence[Witness]) -> tuple[tuple[int, ...], ...]:
    """Return groups of indexes of witnesses that tell the same development, each in order, by first member."""
    same_words = _same_words(witnesses)
    chosen = [indexes[0] for indexes in same_words]
    groups = _join([witnesses[index] for index in chosen])
    return tuple(sorted(tuple(sorted(index for member in group for index in same_words[member])) for group in groups))


def _same_words(witnesses: Sequence[Witness]) -> list[list[int]]:
    """Put the witnesses with the very same words of about the same day together, by first member."""
    groups: dict[tuple[str, int], list[int]] = {}
    for index, witness in enumerate(witnesses):
        groups.setdefault((witness.text.casefold(), _day(witness) // 3), []).append(index)
    return list(groups.values())


def _join(witnesses: Sequence[Witness]) -> list[list[int]]:
    """Join the nearest pairs first, as long as two groups are near each other on average (average linkage)."""
    vectors = _vectors(witnesses)
    scores = {
        pair: score
        for pair in _candidates(witnesses, vectors)
        if (score := _score(witnesses[pair[0]], witnesses[pair[1]], vectors[pair[0]], vectors[pair[1]])) > 0
    }
    group_of = list(range(len(witnesses)))
    members = {index: [index] for index in group_of}
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        left, right = group_of[pair[0]], group_of[pair[1]]
        if left == right or _average(members[left], members[right], scores) < _JOIN:
            continue
        if any(_contradict(witnesses[a], witnesses[b]) for a in members[left] for b in members[right]):
            continue
        keep, drop = min(left, right), max(left, right)
        members[keep] = sorted(members[keep] + members.pop(drop))
        for index in members[keep]:
            group_of[index] = keep
    return list(members.values())


def are_copies(first: Witness, second: Witness) -> bool:
    """Tell whether two passages are one text, as when outlets carry the same wire story."""
    one, two = Counter(_tokens(first.text)), Counter(_tokens(second.text))
    shorter = min(sum(one.values()), sum(two.values()))
    return shorter >= 4 and sum((one & two).values()) >= _COPY * shorter


def shared_words(first: Witness, second: Witness) -> int:
    """Count the telling words that two passages share beside the names of their places."""
    names = {word for witness in (first, second) for place in witness.places for word in _tokens(place.name)}
    return len((set(_tokens(first.text)) & set(_tokens(second.text))) - names)


def similarity(first: Weights, second: Weights) -> float:
    """Return the cosine of two word vectors of length 1."""
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())


def _average(left: list[int], right: list[int], scores: dict[tuple[int, int], float]) -> float:
    total = sum(scores.get((min(a, b), max(a, b)), 0.0) for a in left for b in right)
    return total / (len(left) * len(right))


def _tokens(text: str) -> list[str]:
    stop = _stop_words()
    return [_stem(word) for word in _WORD.findall(text.casefold()) if word not in stop]


def _stop_words() -> frozenset[str]:
    return frozenset(load_table("assembly_words")["stop"])


def _stem(word: str) -> str:
    """Cut the commonest English endings, so that "withdrew its forces" and "withdrawing forces" share a word."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _vectors(witnesses: Sequence[Witness]) -> list[Weights]:
    """Weigh the words of each witness by their rarity; names of places are compared by themselves."""
    counts = [Counter(_tokens(witness.text)) for witness in witnesses]
    for count, witness in zip(counts, witnesses, strict=True):
        for place in witness.places:
            for word in _tokens(place.name):
                count.pop(word, None)
    spread = Counter(word for count in counts for word in count)
    total = len(witnesses)
    vectors = []
    for count in counts:
        weights = {word: number * math.log(1 + total / spread[word]) for word, number in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({word: weight / length for word, weight in sorted(weights.items())})
    return vectors


def _candidates(witnesses: Sequence[Witness], vectors: list[Weights]) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, witness in enumerate(witnesses):
        for place in sorted(sites(witness)):
            blocks["place:" + place, main_kind(_kinds(witness))].append(index)
        telling = sorted(vectors[index].items(), key=lambda item: (-item[1], item[0]))[:6]
        for (one, _), (two, _) in combinations(sorted(telling), 2):
            blocks[one, two].append(index)
    pairs: set[tuple[int, int]] = set()
    for indexes in blocks.values():
        if len(indexes) <= _BLOCK:
            pairs.update(combinations(indexes, 2))
        else:
            # In a crowded block only neighbours in time are compared.
            by_day = sorted(indexes, key=lambda index: (_day(witnesses[index]), index))
            for offset in range(1, _BLOCK // 2):
                pairs.update((min(pair), max(pair)) for pair in zip(by_day, by_day[offset:], strict=False))
    return {pair for pair in pairs if pair[0] != pair[1]}


def _day(witness: Witness) -> int:
    return witness.when.first.first.toordinal() if witness.when.first else 0


def sites(witness: Witness) -> frozenset[str]:
    """Return where it happened: the places whose control is said to have changed, else all specific places named."""
    controlled = {claim.place.id for claim in witness.controls if claim.modality is Modality.ASSERTED}
    return frozenset(controlled or {place.id for place in witness.places if place.kind in SPECIFIC})


def _score(one: Witness, two: Witness, first: Weights, second: Weights) -> float:
    if one.role is not two.role or not _same_days(one, two) or _contradict(one, two):
        return 0.0
    words = similarity(first, second)
    here, there = sites(one), sites(two)
    places = _overlap(here, there) if here and there else 0.0
    if here and there and not places:
        return 0.0
    kinds = _kinds_score(one, two)
    control = _same_control(one, two)
    if not control and not _same_people(one, two):
        return 0.0
    if words < _needed(bool(here and there), bool(kinds), control):
        return 0.0
    return _PLACES * places + _KINDS * kinds + _WORDS * min(1.0, _WORD_GAIN * words) + (_CONTROL if control else 0.0)


def _needed(placed: bool, kind: bool, control: bool) -> float:
    """Return the least similarity of words, by what else the two passages share."""
    if not kind:
        return _COMMON_KINDLESS
    if not placed:
        return _COMMON_PLACELESS
    return 0.0 if control else _COMMON


def _same_control(one: Witness, two: Witness) -> bool:
    """Tell whether both say that the same places were taken, or were left; city and province of one name are one."""
    return bool(_changes(one)) and _changes(one) == _changes(two)


def _changes(witness: Witness) -> frozenset[tuple[str, bool]]:
    main = [claim for claim in witness.controls if claim.relation in _HELD] or witness.controls
    return frozenset(
        (claim.place.name, claim.relation in _HELD)
        for claim in main
        if claim.modality is Modality.ASSERTED and claim.relation in _HELD | _LEFT
    )


def _kinds_score(one: Witness, two: Witness) -> float:
    """Compare what is done: the main action of each must be told by the other, or they tell different things."""
    here, there = _kinds(one), _kinds(two)
    first, second = main_kind(here), main_kind(there)
    if not first or not second or first not in there or second not in here:
        return 0.0
    return 1.0 if first == second else 0.7


def _kinds(witness: Witness) -> frozenset[str]:
    told = {action.kind for action in witness.actions if action.modality is not Modality.DENIED}
    return witness.kinds | told


def main_kind(kinds: frozenset[str]) -> str:
    """Return the kind of action with the greatest weight in the ranking, "" when there is none."""
    weights: dict[str, float] = load_table("ranking")["kinds"]
    return min(kinds, key=lambda kind: (-weights.get(kind, weights["other"]), kind), default="")


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the share of the smaller set that is in the other one, with a slight penalty for what is not shared."""
    common = len(one & two)
    if not common:
        return 0.0
    return 0.7 * common / min(len(one), len(two)) + 0.3 * common / len(one | two)


def _same_days(one: Witness, two: Witness) -> bool:
    """Tell whether the days meet: within one day, or three when one is dated only by its report."""
    first, second = one.when, two.when
    if first.first is None or second.first is None or first.last is None or second.last is None:
        return True
    slack = timedelta(days=3 if "report date" in {first.dated_by, second.dated_by} else 1)
    return first.first.first - slack <= second.last.last and second.first.first - slack <= first.last.last


def _contradict(one: Witness, two: Witness) -> bool:
    """Tell whether both give a figure of the same measure that cannot both be right."""
    return any(
        _same_measure(left, right) and not compatible(left, right) for left in one.figures for right in two.figures
    )


def _same_people(one: Witness, two: Witness) -> bool:
    """Tell whether both count the same people, or neither counts any.

    A toll is not borne out by a sentence without one, by the missing where the other counts the dead, or by the toll of
    another day: lower bounds ("more than 3,000") must be near each other, too.
    """
    here, there = _people(one), _people(two)
    if not here and not there:
        return True
    return any(left.measure == right.measure and _near(left, right) for left in here for right in there)


def _people(witness: Witness) -> list[Figure]:
    return [figure for figure in witness.figures if figure.measure in PEOPLE]


def _near(one: Figure, two: Figure) -> bool:
    """Tell whether two figures are the same within a tenth, or their ranges overlap."""
    low, high = sorted((one.value, two.value))
    if high <= 1.1 * low:
        return True
    return (one.high is not None or two.high is not None) and compatible(one, two)


def _same_measure(one: Figure, two: Figure) -> bool:
    if one.measure != two.measure or one.unit != two.unit:
        return False
    return one.measure not in {"count", "distance", "duration", "age"}


def compatible(one: Figure, two: Figure) -> bool:
    """Tell whether two figures can both be right: equal, overlapping ranges, or a lower bound below the other."""
    low_one, high_one = _bounds(one)
    low_two, high_two = _bounds(two)
    return low_one <= high_two and low_two <= high_one


def _bounds(figure: Figure) -> tuple[float, float]:
    qualifiers = load_table("qualifiers")
    low, high = figure.value, figure.high if figure.high is not None else figure.value
    word = figure.qualifier.casefold()
    if word in qualifiers["at_least"]:
        high = 100.0 if figure.unit == "%" else math.inf
    elif word in qualifiers["at_most"]:
        low = 0.0
    elif word in qualifiers["about"]:
        low, high = low * 0.9, high * 1.1
    return low, high
