"""Who is said to hold, take, lose, leave or threaten a place, clause by clause and as said."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from briefing.analysis.action_kinds import names_hazard
from briefing.analysis.control_before import claims_before, is_other_fall
from briefing.analysis.control_claims import claims_of_compound, distinct_claims, has_hyphen, make_claim
from briefing.analysis.control_cues import Cue, entry_at, is_passive, read_cue
from briefing.analysis.control_holders import (
    agent_words,
    is_holder,
    is_journey,
    names_force,
    subject_words,
)
from briefing.analysis.control_places import Memory, find_targets, lies_beside
from briefing.analysis.control_words import read_control, word_at
from briefing.analysis.gaps import rest_end
from briefing.analysis.modality import base_forms
from briefing.analysis.openings import behind_dateline
from briefing.analysis.phrases import is_verb
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.reading import Line, read_lines
from briefing.analysis.word_marks import CONTROL
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

_OBJECT = 8
_LEFT_ALONE = (ControlRelation.LEFT, "verb")
_NEVER_COUNTRIES = frozenset({ControlRelation.CONTESTS, ControlRelation.THREATENS})
_ARMED_ONLY = frozenset(
    {ControlRelation.LEFT, ControlRelation.THREATENS, ControlRelation.HOLDS, ControlRelation.BESIEGES}
)


def find_control(
    report: Report,
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    lines: Sequence[Line] | None = None,
    *,
    capitals: frozenset[str] = frozenset(),
) -> tuple[ControlClaim, ...]:
    """Find the claims of control of a report in the order of the text; ``capitals`` are ids of those of countries."""
    memory = Memory(capital=_capital(places, capitals))
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


def _capital(places: Sequence[PlaceMention], capitals: frozenset[str]) -> Place | None:
    """Return what "the capital" means: that of the country most spoken of, where the report names it somewhere."""
    countries = Counter(mention.place.country for mention in places if mention.place.country)
    home = max(countries, key=lambda country: countries[country], default=None)
    named = (mention.place for mention in places if mention.place.id in capitals)
    return next((place for place in named if place.country == home), None)


def _in_line(line: Line, here: Sequence[PlaceMention], memory: Memory) -> list[ControlClaim]:
    found: list[ControlClaim] = []
    tokens, taken, table = line.tokens, 0, read_control()
    for index in line.places_of(CONTROL):
        entry = entry_at(tokens, index) if index >= taken else None
        if entry is not None:
            claims = _claims(read_cue(line, index, entry, here, memory), found)
            found.extend(claims)
            taken = rest_end(tokens, index + 1, entry.rest) if claims else taken
        elif tokens[index].lower in table.aims:
            found.extend(_aim(line, index, here, memory))
    if has_hyphen(line):
        for match in table.compounds.finditer(line.text, line.start, line.end):
            found.extend(claims_of_compound(line, match, here))
    return distinct_claims(found) if found else found


def _claims(cue: Cue, before: Sequence[ControlClaim]) -> list[ControlClaim]:
    """Read one cue; ``before`` are the claims of the sentence so far."""
    bare = cue.first == cue.index  # without "has" or "was"
    if bare and cue.entry.form in {"base", "third"} and not _has_subject(cue):
        return []
    if cue.entry.build in {"before", "fall"} or is_passive(cue):
        return [] if is_other_fall(cue) else claims_before(cue)
    if cue.entry.relation is ControlRelation.LEFT and is_journey(cue.tokens, cue.first, cue.end):
        return []
    if _only_describes(cue):
        return _claims_within(cue)
    # "Videos taken over Sumy": bare it only describes what stands before it.
    holder = None if bare and cue.tokens[cue.index].lower == "taken" else _holder(cue)
    if holder is None or (cue.entry.relation is ControlRelation.LEFT and _is_traveller(cue, holder)):
        return []
    targets = [] if _takes_another(cue) else _targets(cue, before, holder)
    if targets and holder and cue.entry.build != "noun":
        cue.memory.holder = holder
    return [cue.claim(place, holder, extent) for place, extent in targets]


def _takes_another(cue: Cue) -> bool:
    """Tell whether what is held is named before a verb that tells of a place: "who holds a veto | defended Sumy"."""
    if cue.entry.relation is not ControlRelation.HOLDS or cue.entry.build != "verb":
        return False
    first = next((mention.start for mention in cue.here if mention.start >= cue.tokens[cue.end - 1].end), 0)
    between = [token for token in cue.tokens[cue.end :] if token.start < first]
    held = takewhile(lambda token: not is_verb(token), between)
    sets = read_control().sets
    named = any(token.lower in sets["place_nouns"] | sets["areas"] for token in held)
    return any(map(is_verb, between)) and not named


def _is_traveller(cue: Cue, holder: str) -> bool:
    """Tell whether who leaves can hold no place: "a British ship left Sumy with 200 people on board"."""
    leaves = cue.tokens[cue.index].lower in {"leave", "leaves", "left", "leaving"}
    head = holder.rsplit(maxsplit=1)[-1] if holder else ""
    return leaves and head.islower() and not names_force(holder)


def _relative_target(cue: Cue) -> list[tuple[Place, str]]:
    """Return the place that a relative clause takes up: "Gharyan, which the army took"."""
    phrase = phrase_before(cue.tokens, cue.first)
    at = phrase.start - 1 if phrase is not None else 0
    if at < 1 or cue.tokens[at].lower not in {"which", "that"}:
        return []
    last = cue.tokens[at - 2 if at > 1 and cue.tokens[at - 1].text == "," else at - 1]
    return [(mention.place, "") for mention in cue.here if mention.end == last.end]


def _targets(cue: Cue, before: Sequence[ControlClaim], holder: str) -> list[tuple[Place, str]]:
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


def _only_describes(cue: Cue) -> bool:
    """Tell whether a participle describes the noun after it: "the besieged city of", "in the liberated areas"."""
    if not cue.is_participle or cue.entry.relation is ControlRelation.HOLDS or cue.entry.rest or cue.index == 0:
        return False
    before = cue.tokens[cue.index - 1].lower
    opened = before in read_control().sets["before_nouns"]
    opened = opened or (cue.entry.relation is ControlRelation.LOST and before in base_forms())  # "regain lost ground"
    return cue.first == cue.index and opened


def _claims_within(cue: Cue) -> list[ControlClaim]:
    """Claim a siege where a participle tells of one, by nobody named; what was taken long ago is no claim."""
    if cue.entry.relation is not ControlRelation.BESIEGES:
        return []
    span = (cue.tokens[cue.index].start, cue.tokens[cue.end - 1].end)
    return [
        make_claim(span, place, cue.entry.relation, "", extent, Modality.ASSERTED)
        for place, extent in find_targets(cue.line, cue.end, cue.here, cue.memory)
    ]


def _target_start(cue: Cue) -> int:
    """Return where the place is looked for: after "from" in "withdrew its units from Hama"."""
    if cue.entry.relation is not ControlRelation.LEFT or cue.end >= len(cue.tokens):
        return cue.end
    owned = cue.tokens[cue.end].lower in read_control().sets["owned"]
    near = range(cue.end + 1, min(cue.end + _OBJECT, len(cue.tokens) - 1)) if owned else range(0)
    return next((index for index in near if cue.tokens[index].lower == "from"), cue.end)


def _holder(cue: Cue) -> str | None:
    """Find who acts, in words; None when the words tell that nobody who can hold a place does."""
    relation, build = cue.entry.relation, cue.entry.build
    if relation is ControlRelation.CONTESTS:
        return ""
    if build == "noun":
        return agent_words(cue.line, cue.end)
    if relation is ControlRelation.HOLDS and cue.is_participle and cue.first == cue.index and cue.index > 0:
        nouns = read_control().sets["place_nouns"]
        if cue.end < len(cue.tokens) and cue.tokens[cue.end].lower in nouns:
            before = cue.tokens[cue.index - 1]
            return before.text if before.is_word else None  # "the rebel controlled city of"
    holder = subject_words(cue.line, cue.first, cue.memory)
    armed_only = (build == "verb" and relation in _ARMED_ONLY) or (
        build == "phrase" and relation in {ControlRelation.LOST, ControlRelation.THREATENS}
    )
    if armed_only and (not is_holder(holder) or _is_place_that_leaves(cue, holder) or _cannot_threaten(cue, holder)):
        return None
    return holder


def _cannot_threaten(cue: Cue, holder: str) -> bool:
    """Tell whether what is near a place is a storm, or another place: "in Hola on the outskirts of Sumy"."""
    if cue.entry.relation is not ControlRelation.THREATENS:
        return False
    hazard = names_hazard(cue.tokens, phrase_before(cue.tokens, cue.first))
    return hazard or any(holder == cue.line.text[m.start : m.end] for m in cue.here)


def _is_place_that_leaves(cue: Cue, holder: str) -> bool:
    """Tell whether the subject of "left" is a place: "the fall of Karabakh left Armenia alone" is no withdrawal."""
    leaves = cue.tokens[cue.index].lower in {"leave", "leaves", "left", "leaving"}
    return leaves and any(holder == cue.line.text[m.start : m.end] for m in cue.here)


def _has_subject(cue: Cue) -> bool:
    """Tell whether a form such as "control" is a verb: its subject can stand before it, and no "of" behind it."""
    if word_at(cue.tokens, cue.end, "of") and not cue.entry.rest:
        return False
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
