"""Who is said to hold, take, lose, leave or threaten a place, clause by clause and as said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.action_kinds import names_hazard
from briefing.analysis.control_claims import claims_of_compound, distinct_claims, has_hyphen, make_claim
from briefing.analysis.control_holders import (
    agent_words,
    is_holder,
    is_journey,
    names_force,
    phrase_words,
    subject_words,
)
from briefing.analysis.control_places import Memory, extent_before, find_targets, is_object, lies_beside, place_again
from briefing.analysis.control_words import ControlEntry, read_control, word_at
from briefing.analysis.cues import read_cues
from briefing.analysis.gaps import rest_end
from briefing.analysis.modality import base_forms, modality_of
from briefing.analysis.openings import behind_dateline
from briefing.analysis.phrases_after import phrase_after
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.reading import Line, read_lines
from briefing.analysis.tokens import Token
from briefing.analysis.word_marks import CONTROL
from briefing.data.tables import load_table
from briefing.model.findings import (
    SETTLEMENTS,
    ControlClaim,
    ControlRelation,
    Modality,
    Place,
    PlaceKind,
    PlaceMention,
    Sentence,
)
from briefing.model.report import Report

_GROUP = 5
_NEAR = 40
_OBJECT = 8
_AGAIN = 2  # words: "the city"
_LEFT_ALONE = (ControlRelation.LEFT, "verb")
_PERSONS = frozenset({"i", "he", "she", "we", "you", "they", "who"})
_NEVER_COUNTRIES = frozenset({ControlRelation.CONTESTS, ControlRelation.THREATENS})
_OTHER_SENSES = {
    ControlRelation.TOOK: "other_objects",
    ControlRelation.LEFT: "destinations",
    ControlRelation.LOST: "where",
}
_ARMED_ONLY = frozenset(
    {ControlRelation.LEFT, ControlRelation.THREATENS, ControlRelation.HOLDS, ControlRelation.BESIEGES}
)


@dataclass(frozen=True, slots=True)
class _Cue:
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


def find_control(
    report: Report,
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    lines: Sequence[Line] | None = None,
) -> tuple[ControlClaim, ...]:
    """Find the claims of control of a report in the order of the text."""
    memory = Memory()
    for mention in places:
        if mention.place.kind in SETTLEMENTS:
            memory.by_name.setdefault(mention.place.name, mention)
    found: list[ControlClaim] = []
    index = 0
    for line in lines if lines is not None else read_lines(report, sentences):
        here = []
        while index < len(places) and places[index].start < line.end:
            here.append(places[index])
            index += 1
        if line.all_marks & CONTROL or has_hyphen(line):
            begin = behind_dateline(line.text, line.start, line.end, here)
            found.extend(_in_line(line, [mention for mention in here if mention.start >= begin], memory))
        memory.places.extend(m for m in here if not lies_beside(line.text[line.start : m.start]))
    return tuple(found)


def _in_line(line: Line, here: Sequence[PlaceMention], memory: Memory) -> list[ControlClaim]:
    found: list[ControlClaim] = []
    tokens, taken, table = line.tokens, 0, read_control()
    for index in line.places_of(CONTROL):
        entry = _entry_at(tokens, index) if index >= taken else None
        if entry is not None:
            claims = _claims(_cue(line, index, entry, here, memory), found)
            found.extend(claims)
            taken = rest_end(tokens, index + 1, entry.rest) if claims else taken
        elif tokens[index].lower in table.aims:
            found.extend(_aim(line, index, here, memory))
    if has_hyphen(line):
        for match in table.compounds.finditer(line.text, line.start, line.end):
            found.extend(claims_of_compound(line, match, here))
    return distinct_claims(found) if found else found


def _entry_at(tokens: Sequence[Token], index: int) -> ControlEntry | None:
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
    name = _OTHER_SENSES.get(entry.relation)
    only = entry.rest and entry.relation is not ControlRelation.LEFT  # "pulled back to the river" leaves no river
    return name is not None and not only and following in read_control().sets[name]


@cache
def _days() -> frozenset[str]:
    table = load_table("time_words")
    return frozenset(word.lower() for name in ("weekdays", "months", "months_ambiguous") for word in table[name])


def _cue(line: Line, index: int, entry: ControlEntry, here: Sequence[PlaceMention], memory: Memory) -> _Cue:
    first = index
    if entry.form or entry.build == "phrase":
        while first > 0 and index - first < _GROUP and _is_helper(line.tokens[first - 1]):
            first -= 1
    return _Cue(line, entry, first, index, rest_end(line.tokens, index + 1, entry.rest), here, memory)


def _is_helper(token: Token) -> bool:
    """Tell whether a word before a verb belongs to its group: an auxiliary or an adverb, as in "has briefly held"."""
    adverb = token.lower in read_cues().sets["adverbs"] or (token.lower.endswith("ly") and not token.is_name)
    return adverb or token.lower in read_control().sets["auxiliaries"]


def _claims(cue: _Cue, before: Sequence[ControlClaim]) -> list[ControlClaim]:
    """Read one cue; ``before`` are the claims of the sentence so far."""
    bare = cue.first == cue.index  # without "has" or "was"
    if bare and cue.entry.form in {"base", "third"} and not _has_subject(cue):
        return []
    if cue.entry.build in {"before", "fall"} or _is_passive(cue):
        return [] if _is_other_fall(cue) else _claims_before(cue)
    if cue.entry.relation is ControlRelation.LEFT and is_journey(cue.tokens, cue.first, cue.end):
        return []
    if _only_describes(cue):
        return _claims_within(cue)
    # "Videos taken over Sumy": bare it only describes what stands before it.
    holder = None if bare and cue.tokens[cue.index].lower == "taken" else _holder(cue)
    if holder is None or (cue.entry.relation is ControlRelation.LEFT and _is_traveller(cue, holder)):
        return []
    targets = _targets(cue, before, holder)
    if targets and holder and cue.entry.build != "noun":
        cue.memory.holder = holder
    return [cue.claim(place, holder, extent) for place, extent in targets]


def _is_traveller(cue: _Cue, holder: str) -> bool:
    """Tell whether who leaves can hold no place: "a British ship left Sumy with 200 people on board"."""
    leaves = cue.tokens[cue.index].lower in {"leave", "leaves", "left", "leaving"}
    head = holder.rsplit(maxsplit=1)[-1] if holder else ""
    return leaves and head.islower() and not names_force(holder)


def _relative_target(cue: _Cue) -> list[tuple[Place, str]]:
    """Return the place that a relative clause takes up: "Gharyan, which the army took"."""
    phrase = phrase_before(cue.tokens, cue.first)
    at = phrase.start - 1 if phrase is not None else 0
    if at < 1 or cue.tokens[at].lower not in {"which", "that"}:
        return []
    last = cue.tokens[at - 2 if at > 1 and cue.tokens[at - 1].text == "," else at - 1]
    return [(mention.place, "") for mention in cue.here if mention.end == last.end]


def _is_other_fall(cue: _Cue) -> bool:
    """Tell whether "fell" alone is said of no place: "the town fell on Friday", not "rain in Sumy fell for hours"."""
    if cue.entry.build != "fall" or cue.entry.rest:
        return False
    sets, following = read_control().sets, cue.tokens[cue.end : cue.end + 1]
    if following and following[0].lower not in sets["after_fall"]:
        return True
    if cue.first == 0:
        return True
    before = cue.tokens[cue.first - 1]
    subject = next((mention for mention in cue.here if mention.end == before.end), None)
    if subject is None:
        return cue.first < _AGAIN or not read_control().again[0].search(
            _words(cue.tokens[cue.first - _AGAIN : cue.first])
        )
    opening = [token for token in cue.tokens[: cue.first] if token.end <= subject.start]
    if not opening or opening[-1].lower not in sets["before_subject"]:
        return False
    return opening[-1].lower != "of" or len(opening) < _AGAIN or opening[-2].lower not in sets["place_nouns"]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens)


def _targets(cue: _Cue, before: Sequence[ControlClaim], holder: str) -> list[tuple[Place, str]]:
    """Find the places that are meant, each with the extent said of it."""
    anywhere = cue.entry.relation is ControlRelation.CONTESTS
    targets = find_targets(cue.line, _target_start(cue), cue.here, cue.memory, anywhere=anywhere)
    if not targets and cue.entry.build == "verb":
        targets = _relative_target(cue)
    elsewhere = word_at(cue.tokens, cue.end, "from")
    if not targets and before and not elsewhere and (cue.entry.relation, cue.entry.build) == _LEFT_ALONE:
        targets = [(before[-1].place, "")] if holder != before[-1].holder else []
    if cue.entry.relation in _NEVER_COUNTRIES:
        targets = [(place, extent) for place, extent in targets if place.kind is not PlaceKind.COUNTRY]
    return [(place, "") for place, _ in targets] if anywhere else targets


def _only_describes(cue: _Cue) -> bool:
    """Tell whether a participle describes the noun after it: "the besieged city of", "in the liberated areas"."""
    if not cue.is_participle or cue.entry.relation is ControlRelation.HOLDS or cue.entry.rest or cue.index == 0:
        return False
    before = cue.tokens[cue.index - 1].lower
    opened = before in read_control().sets["before_nouns"]
    opened = opened or (cue.entry.relation is ControlRelation.LOST and before in base_forms())  # "regain lost ground"
    return cue.first == cue.index and opened


def _claims_within(cue: _Cue) -> list[ControlClaim]:
    """Claim a siege where a participle tells of one, by nobody named; what was taken long ago is no claim."""
    if cue.entry.relation is not ControlRelation.BESIEGES:
        return []
    span = (cue.tokens[cue.index].start, cue.tokens[cue.end - 1].end)
    return [
        make_claim(span, place, cue.entry.relation, "", extent, Modality.ASSERTED)
        for place, extent in find_targets(cue.line, cue.end, cue.here, cue.memory)
    ]


def _target_start(cue: _Cue) -> int:
    """Return where the place is looked for: after "from" in "withdrew its units from Hama"."""
    if cue.entry.relation is not ControlRelation.LEFT or cue.end >= len(cue.tokens):
        return cue.end
    owned = cue.tokens[cue.end].lower in read_control().sets["owned"]
    near = range(cue.end + 1, min(cue.end + _OBJECT, len(cue.tokens) - 1)) if owned else range(0)
    return next((index for index in near if cue.tokens[index].lower == "from"), cue.end)


def _is_passive(cue: _Cue) -> bool:
    by = word_at(cue.tokens, cue.end, "by")
    helped = any(token.lower in read_control().sets["be"] for token in cue.tokens[cue.first : cue.index])
    return cue.is_participle and (by or helped)


def _holder(cue: _Cue) -> str | None:
    """Find who acts, in words; None when the words tell that nobody who can hold a place does."""
    relation, build = cue.entry.relation, cue.entry.build
    if relation is ControlRelation.CONTESTS:
        return ""
    if build == "noun":
        return agent_words(cue.line, cue.end)
    if relation is ControlRelation.HOLDS and cue.is_participle and cue.first == cue.index and cue.index > 0:
        nouns = read_control().sets["place_nouns"]
        if cue.end < len(cue.tokens) and cue.tokens[cue.end].lower in nouns:
            return cue.tokens[cue.index - 1].text  # "the rebel controlled city of"
    if relation is ControlRelation.THREATENS and names_hazard(cue.tokens, phrase_before(cue.tokens, cue.first)):
        return None  # "storms are threatening the coast"
    holder = subject_words(cue.line, cue.first, cue.memory)
    armed_only = (build == "verb" and relation in _ARMED_ONLY) or (
        build == "phrase" and relation in {ControlRelation.LOST, ControlRelation.THREATENS}
    )
    if armed_only and (not is_holder(holder) or _is_place_that_leaves(cue, holder)):
        return None
    return holder


def _is_place_that_leaves(cue: _Cue, holder: str) -> bool:
    """Tell whether the subject of "left" is a place: "the fall of Karabakh left Armenia alone" is no withdrawal."""
    leaves = cue.tokens[cue.index].lower in {"leave", "leaves", "left", "leaving"}
    return leaves and any(holder == cue.line.text[m.start : m.end] for m in cue.here)


def _claims_before(cue: _Cue) -> list[ControlClaim]:
    """Read "Daraa was held by the opposition" and "Homs fell to the rebels": the place stands before."""
    tokens, start = cue.tokens, cue.first
    sets = read_control().sets
    if start > 0 and tokens[start - 1].lower in _PERSONS:
        return []  # "she was threatened"
    while start > 0 and tokens[start - 1].lower not in sets["clause_ends"] and tokens[start - 1].text != "—":
        start -= 1
    left, right = tokens[start].start, tokens[cue.first].start
    mentions = [mention for mention in cue.here if left <= mention.start < right]
    if (
        mentions
        and cue.entry.relation is ControlRelation.HOLDS
        and not is_object(cue.line.text[left : mentions[-1].start])
    ):
        return []  # "a meeting on Homs was held by the council"
    places = [mention.place for mention in mentions]
    place = places[-1] if places else place_again(cue.line.text[max(left, right - _NEAR) : right], cue.memory)
    if place is None:
        return []
    by = word_at(tokens, cue.end, "by")
    named = by or cue.entry.rest[-1:] in {("by",), ("of",), ("to",)}
    agent = cue.end + 1 if by else cue.end
    part = tokens[cue.first - 1].lower if cue.first else ""
    extent = part if part in sets["areas"] and part.endswith("s") else ""
    if mentions and not extent:
        extent = extent_before(cue.line.text[left : mentions[-1].start])
    holder = phrase_words(cue.line, phrase_after(tokens, agent)) if named and agent < len(tokens) else ""
    if cue.entry.relation is ControlRelation.HOLDS and cue.is_participle and not named:
        return []  # what is held by nobody is a meeting: "talks on Homs were held in Geneva"
    if sets["owners"].intersection(cue.entry.rest):
        holder = cue.memory.holder  # "remained in their hands"
    return [cue.claim(place, holder, extent)]


def _has_subject(cue: _Cue) -> bool:
    """Tell whether a form such as "control" is a verb: a word that can be its subject stands before it."""
    before = cue.tokens[cue.index - 1] if cue.index > 0 else None
    return before is not None and before.is_word and before.lower not in read_control().sets["before_nouns"]


def _aim(line: Line, index: int, here: Sequence[PlaceMention], memory: Memory) -> list[ControlClaim]:
    """Read "their objective now is the city of Homs"."""
    tokens, sets = line.tokens, read_control().sets
    near = range(index + 1, min(index + 4, len(tokens)))
    verb = next((at for at in near if tokens[at].lower in sets["aim_verbs"]), None)
    owner = phrase_before(tokens, index + 1)
    if verb is None or owner is None:
        return []
    holder = memory.holder if tokens[owner.start].lower in sets["owners"] else ""
    span = tokens[index].start, tokens[index].end
    return [
        make_claim(span, place, ControlRelation.THREATENS, holder, extent, Modality.PLANNED)
        for place, extent in find_targets(line, verb + 1, here, memory)
        if place.kind is not PlaceKind.COUNTRY
    ]
