"""What is read off single witnesses to compare them: where, what is done, which figures agree, which are copies."""

import math
import re
from collections import Counter
from functools import lru_cache

from briefing.assembly.vocabulary import telling_words
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import ControlRelation, Figure, Modality

# Share of the shorter wording that two sentences must have in common to be copies of one text.
_COPY = 0.8
# Two reports are one text when such a share of the sentences of the shorter one, of so many at least, is in both.
_CARRIED, _SENTENCES = 0.6, 3
# A sentence that tells something has more words than this.
_WORDS = 6
_END = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"\w+")

_HELD = frozenset({ControlRelation.TOOK, ControlRelation.HOLDS})
_LEFT = frozenset({ControlRelation.LOST, ControlRelation.LEFT})

# Measures that count people.
PEOPLE = frozenset({"killed", "injured", "missing", "displaced", "evacuated", "arrested", "rescued"})


def are_copies(first: Witness, second: Witness) -> bool:
    """Tell whether two passages are one text, or stand in reports that are, as when outlets carry a wire story."""
    if _mostly_one_text(first.report.text, second.report.text):
        return True
    (one, total_one), (two, total_two) = _counted(first.text), _counted(second.text)
    shorter = min(total_one, total_two)
    shared = one.keys() & two.keys()
    # Hardly any word stands twice in a sentence, so that most pairs are told by the number of words they share.
    if shorter < 4 or len(shared) + (total_one - len(one)) + (total_two - len(two)) < _COPY * shorter:
        return False
    return sum(min(one[word], two[word]) for word in shared) >= _COPY * shorter


def _mostly_one_text(first: str, second: str) -> bool:
    """Tell whether most sentences of the shorter report stand word for word in the other one."""
    one, two = _sentences(first), _sentences(second)
    if one.isdisjoint(two):
        return False
    shorter = min(len(one), len(two))
    return shorter >= _SENTENCES and len(one & two) >= _CARRIED * shorter


@lru_cache(maxsize=1 << 12)
def _sentences(text: str) -> frozenset[str]:
    """Return the longer sentences of a text, roughly, in a form in which copies are equal."""
    found = (" ".join(_WORD.findall(piece.casefold())) for piece in _END.split(text))
    return frozenset(sentence for sentence in found if sentence.count(" ") >= _WORDS)


@lru_cache(maxsize=1 << 13)
def _counted(text: str) -> tuple[Counter[str], int]:
    """Return how often each telling word stands in a text, and how many there are."""
    words = telling_words(text)
    return Counter(words), len(words)


def shared_words(first: Witness, second: Witness) -> int:
    """Count the telling words that two passages share beside the names of their places."""
    names = {word for witness in (first, second) for place in witness.places for word in telling_words(place.name)}
    return len((_counted(first.text)[0].keys() & _counted(second.text)[0].keys()) - names)


def changes(witness: Witness) -> frozenset[tuple[str, bool]]:
    """Return which places are said to be held (true) or left (false): what was taken, where both are told."""
    main = [claim for claim in witness.controls if claim.relation in _HELD] or witness.controls
    return frozenset(
        (claim.place.name, claim.relation in _HELD)
        for claim in main
        if claim.modality is Modality.ASSERTED and claim.relation in _HELD | _LEFT
    )


def kinds_told(witness: Witness) -> frozenset[str]:
    """Return the kinds of action that are told, planned ones included, denied ones not."""
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
