"""The words of control where they stand: the cue, its group of verbs, and what of them is no control at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.control_claims import make_claim
from briefing.analysis.control_places import Memory
from briefing.analysis.control_words import ControlEntry, read_control, word_at
from briefing.analysis.cues import read_cues
from briefing.analysis.gaps import rest_end
from briefing.analysis.modality import modality_of
from briefing.analysis.reading import Line
from briefing.analysis.tokens import Token
from briefing.data.tables import load_table
from briefing.model.findings import ControlClaim, ControlRelation, Place, PlaceMention

GROUP = 5
_LEAVING = frozenset({"leave", "leaves", "left", "leaving"})
_OTHER_SENSES = {
    ControlRelation.TOOK: "other_objects",
    ControlRelation.LEFT: "destinations",
    ControlRelation.LOST: "where",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of control where they stand: tokens ``first`` to ``end`` with auxiliaries, from ``index`` without."""

    line: Line
    entry: ControlEntry
    first: int
    index: int
    end: int
    here: Sequence[PlaceMention]
    memory: Memory

    @property
    def tokens(self) -> Sequence[Token]:
        """Return the words of the sentence."""
        return self.line.tokens

    @property
    def is_participle(self) -> bool:
        """Tell whether the form may be a past participle."""
        return self.entry.form in {"past", "participle"}

    def claim(self, place: Place, holder: str, extent: str) -> ControlClaim:
        """Make the claim of these words on a place."""
        return make_claim(
            (self.tokens[self.index].start, self.tokens[self.end - 1].end),
            place,
            self.entry.relation,
            holder,
            extent,
            modality_of(self.tokens, self.first, self.index, self.line.mood),
        )


def entry_at(tokens: Sequence[Token], index: int) -> ControlEntry | None:
    """Return the entry of the table whose words stand here in the sense that is meant, None where none does."""
    for entry in read_control().entries.get(tokens[index].lower, ()):
        # "taken over 80% of" is no takeover
        quantity = entry.rest == ("over",) and index + 2 < len(tokens) and tokens[index + 2].text[0].isdigit()
        if rest_end(tokens, index + 1, entry.rest) and not quantity and not _means_other(tokens, index, entry):
            return entry
    return None


def _means_other(tokens: Sequence[Token], index: int, entry: ControlEntry) -> bool:
    """Tell whether the next word gives a verb another sense: "took part in", "fled to"."""
    end = rest_end(tokens, index + 1, entry.rest)
    following = tokens[end].lower if end < len(tokens) else ""
    if index > 0 and tokens[index - 1].lower in read_control().sets["be"]:
        return False  # "the town was lost to the rebels"
    if entry.relation is ControlRelation.TOOK and following == "on" and not entry.rest:
        return end + 1 < len(tokens) and tokens[end + 1].lower not in _days()  # "could not take on Iran"
    leaves = tokens[index].lower in _LEAVING and not entry.rest
    if leaves and (following[:1].isdigit() or following in read_control().sets["left_behind"]):
        return True  # "left 15 people dead"
    name = _OTHER_SENSES.get(entry.relation)
    only = entry.rest and entry.relation is not ControlRelation.LEFT  # "pulled back to the river" leaves no river
    return name is not None and not only and following in read_control().sets[name]


@cache
def _days() -> frozenset[str]:
    table = load_table("time_words")
    return frozenset(word.lower() for name in ("weekdays", "months", "months_ambiguous") for word in table[name])


def read_cue(line: Line, index: int, entry: ControlEntry, here: Sequence[PlaceMention], memory: Memory) -> Cue:
    """Return an entry with the group of verbs that it belongs to."""
    first = index
    if entry.form or entry.build == "phrase":
        while first > 0 and index - first < GROUP and _is_helper(line.tokens[first - 1]):
            first -= 1
    return Cue(line, entry, first, index, rest_end(line.tokens, index + 1, entry.rest), here, memory)


def _is_helper(token: Token) -> bool:
    """Tell whether a word before a verb belongs to its group: an auxiliary or an adverb, as in "has briefly held"."""
    adverb = token.lower in read_cues().sets["adverbs"] or (token.lower.endswith("ly") and not token.is_name)
    return adverb or token.lower in read_control().sets["auxiliaries"]


def is_passive(cue: Cue) -> bool:
    """Tell whether the place stands before the words: "was taken", "taken by"."""
    by = word_at(cue.tokens, cue.end, "by")
    helped = any(token.lower in read_control().sets["be"] for token in cue.tokens[cue.first : cue.index])
    return cue.is_participle and (by or helped)
