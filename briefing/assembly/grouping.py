"""What is read off single witnesses to compare them: where, what is done, which figures agree, which are copies."""

import math
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from briefing.assembly.vocabulary import telling_words
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import ControlRelation, Figure, Modality

# Share of the shorter wording that two sentences must have in common to be copies of one text.
_COPY = 0.8
# A wording of fewer telling words is too short to be a copy.
_FEWEST = 4
# Two reports are one text when such a share of the sentences of the shorter one, of so many at least, is in both.
_CARRIED, _SENTENCES = 0.6, 3
# A sentence that tells something has more words than this.
_WORDS = 6
_END = re.compile(r"\.\s|!\s|\?\s|\n")

_HELD = frozenset({ControlRelation.TOOK, ControlRelation.HOLDS})
_LEFT = frozenset({ControlRelation.LOST, ControlRelation.LEFT})

# Measures that count people.
PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "arrested", "rescued"})


_Wording = tuple[Mapping[str, int], int]


def copies_one_of(witness: Witness, others: Sequence[Witness], carried: AbstractSet[str]) -> bool:
    """Tell whether a passage and another are one text, or stand in reports that are: outlets carry a wire story.

    ``carried`` are the longer sentences of the reports of the others, which most reports have none of.
    """
    wording, sentences = _counted(witness.text), long_sentences(witness.report.text)
    for other in others:
        if _nearly_one_wording(wording, _counted(other.text)):
            return True
    if sentences.isdisjoint(carried):
        return False
    return any(_mostly_one_text(sentences, long_sentences(other.report.text)) for other in others)


def _nearly_one_wording(first: _Wording, second: _Wording) -> bool:
    """Tell whether the shorter of two passages has nearly all its telling words in the other one."""
    (one, total_one), (two, total_two) = first, second
    shorter = min(total_one, total_two)
    if shorter < _FEWEST:
        return False
    shared = one.keys() & two.keys()
    needed = _COPY * shorter
    # Hardly any word stands twice in a sentence, so that most pairs are told by the number of words they share.
    if len(shared) + (total_one - len(one)) + (total_two - len(two)) < needed:
        return False
    return sum([min(one[word], two[word]) for word in shared]) >= needed


def _mostly_one_text(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether most sentences of the shorter of two reports stand word for word in the other one."""
    if one.isdisjoint(two):
        return False
    shorter = min(len(one), len(two))
    return shorter >= _SENTENCES and len(one & two) >= _CARRIED * shorter


class _Folded(dict[int, str]):
    """The characters of words without their case, and a space for all others, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        folded = [sign if sign.isalnum() or sign == "_" else " " for sign in chr(code).casefold()]
        self[code] = kept = "".join(folded)
        return kept


_FOLDED = _Folded()


@lru_cache(maxsize=1 << 12)
def long_sentences(text: str) -> frozenset[str]:
    """Return the longer sentences of a text, roughly, in a form in which copies are equal."""
    found = set()
    for piece in _END.split(text):
        sentence = piece.translate(_FOLDED).strip()
        if sentence.count(" ") >= _WORDS:
            while "  " in sentence:
                sentence = sentence.replace("  ", " ")
            if sentence.count(" ") >= _WORDS:
                found.add(sentence)
    return frozenset(found)


@lru_cache(maxsize=1 << 13)
def _counted(text: str) -> _Wording:
    """Return how often each telling word stands in a text, and how many there are."""
    words, counts = telling_words(text), dict[str, int]()
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts, len(words)


def shared_words(first: Witness, second: Witness) -> int:
    """Count the telling words that two passages share beside the names of their places."""
    names = {word for witness in (first, second) for place in witness.places for word in telling_words(place.name)}
    return len((_counted(first.text)[0].keys() & _counted(second.text)[0].keys()) - names)


def changes(witness: Witness) -> frozenset[tuple[str, bool]]:
    """Return which places are said to be held (true) or left (false): what was taken, where both are told."""
    if not witness.controls:
        return frozenset()
    main = [claim for claim in witness.controls if claim.relation in _HELD] or witness.controls
    return frozenset(
        (claim.place.name, claim.relation in _HELD)
        for claim in main
        if claim.modality is Modality.ASSERTED and claim.relation in _HELD | _LEFT
    )


def kinds_told(witness: Witness) -> frozenset[str]:
    """Return the kinds of action that are told, planned ones included, denied ones not."""
    if not witness.actions:
        return witness.kinds
    told = {action.kind for action in witness.actions if action.modality is not Modality.DENIED}
    return witness.kinds | told


@lru_cache(maxsize=1 << 12)
def main_kind(kinds: frozenset[str]) -> str:
    """Return the kind of action with the greatest weight in the ranking, "" when there is none."""
    weights: dict[str, float] = load_table("ranking")["kinds"]
    return min(kinds, key=lambda kind: (-weights.get(kind, weights["other"]), kind), default="")


def compatible(one: Figure, two: Figure) -> bool:
    """Tell whether two figures can both be right: equal, overlapping ranges, or a lower bound below the other."""
    low_one, high_one = bounds(one)
    low_two, high_two = bounds(two)
    return low_one <= high_two and low_two <= high_one


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that a figure may stand for."""
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
