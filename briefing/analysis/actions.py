"""What was done: finds the words of actions, who did it and to whom, and whether it is said to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.analysis.inflection import inflect
from briefing.analysis.modality import group_start, modality_of, read_modality
from briefing.analysis.phrases import Phrase, head_index, is_role
from briefing.analysis.phrases_after import phrase_after, subject_of
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.reading import Line, read_lines
from briefing.analysis.source_kinds import is_demonym
from briefing.analysis.tokens import Token
from briefing.data.tables import load_table
from briefing.model.findings import Action, ControlClaim, ControlRelation, Sentence, Words
from briefing.model.report import Report

_ANY_NAME = "@name"  # stands in the table for any word with a capital
_KINDS_OF_CONTROL = {ControlRelation.TOOK: "control-taken", ControlRelation.LOST: "control-lost"}
_TAKEN_OTHERWISE = {"seize": "seizure", "seizi": "seizure", "seizu": "seizure", "captu": "arrest"}
_Roles = tuple[Phrase | None, Phrase | None]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way to name an action: the words after its first, its kind, and the form of the verb or ""."""

    rest: tuple[str, ...]
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class ActionWords:
    """The table of actions by first word, longest first; ``plain`` are the kinds that make a development."""

    entries: dict[str, tuple[_Entry, ...]]
    first_words: frozenset[str]
    plain: frozenset[str]
    labels: dict[str, str]
    sets: dict[str, frozenset[str]]


@cache
def read_actions() -> ActionWords:
    """Read the table of actions."""
    table = load_table("actions")
    entries: dict[str, list[_Entry]] = {}
    for phrase in table["skipped"]["phrases"]:
        first, *rest = phrase.split()
        entries.setdefault(first, []).append(_Entry(tuple(rest), "", ""))
    for action in table["action"]:
        for word, entry in _entries(action):
            if entry not in entries.setdefault(word, []):
                entries[word].append(entry)
    ordered = {first: tuple(sorted(found, key=lambda entry: -len(entry.rest))) for first, found in entries.items()}
    return ActionWords(
        entries=ordered,
        first_words=frozenset(ordered),
        plain=frozenset(action["id"] for action in table["action"] if action.get("plain", True)),
        labels={action["id"]: action["label"] for action in table["action"]},
        sets={name: frozenset(words) for name, words in table["beside"].items()},
    )


def _entries(action: dict[str, Any]) -> Iterator[tuple[str, _Entry]]:
    kind: str = action["id"]
    for verb in action["verbs"]:
        forms, _, rest = verb.partition(" + ")
        for form in ("base", "third", "past", "participle", "gerund"):
            yield getattr(inflect(forms), form), _Entry(tuple(rest.split()), kind, form)
    for noun in action["nouns"]:
        first, *rest = noun.split()
        yield first, _Entry(tuple(rest), kind, "")


def find_actions(
    report: Report, sentences: Sequence[Sentence], lines: Sequence[Line] | None = None
) -> tuple[Action, ...]:
    """Find the actions of a report in the order of the text; ``lines`` are its sentences if they were read before."""
    found: list[Action] = []
    for line in lines if lines is not None else read_lines(report, sentences):
        if not read_actions().first_words.isdisjoint(line.words):
            found.extend(_in_line(line.tokens, line.words))
    return tuple(found)


def _in_line(tokens: Sequence[Token], words: frozenset[str]) -> Iterator[Action]:
    table, taken = read_actions().entries, 0
    mood = words & read_modality().all_words
    last: Phrase | None = None
    for index in [index for index, token in enumerate(tokens) if token.lower in table]:
        entry = _entry_at(tokens, index) if index >= taken else None
        if entry is None:
            continue
        taken = index + 1 + len(entry.rest)
        if entry.kind:
            action, last = _action(tokens, index, entry, last, mood)
            if action.kind:
                yield action


def _entry_at(tokens: Sequence[Token], index: int) -> _Entry | None:
    """Return the longest entry whose words stand here, as the verb or noun that it is."""
    for entry in read_actions().entries[tokens[index].lower]:
        if entry.rest and not _matches(tokens, index + 1, entry.rest):
            continue
        if entry.form == "" or _reads_as_verb(tokens, index, entry):
            return entry
    return None


def _matches(tokens: Sequence[Token], start: int, rest: tuple[str, ...]) -> bool:
    if start + len(rest) > len(tokens):
        return False
    for offset, word in enumerate(rest, start):
        token = tokens[offset]
        if token.lower != word and not (word == _ANY_NAME and token.is_name and not is_demonym(token.text)):
            return False
    return True


def _reads_as_verb(tokens: Sequence[Token], index: int, entry: _Entry) -> bool:
    """Tell whether a form is a verb where it stands and not a noun or a name."""
    sets = read_actions().sets
    before = tokens[index - 1].lower if index > 0 else ""
    if entry.form == "gerund":
        return before not in sets["gerund_nouns_after"]
    if entry.form in {"past", "participle"} or entry.rest:
        return not (entry.form == "past" and index > 0 and tokens[index].is_name)
    if index == 0:
        return entry.form == "base"
    if entry.form == "base":
        helped = before in read_modality().sets["auxiliaries"] or before in sets["plural_subjects"]
        return helped or before.endswith("s")
    return tokens[index - 1].is_word and before not in sets["nouns_after"]


def _action(
    tokens: Sequence[Token], index: int, entry: _Entry, last: Phrase | None, mood: frozenset[str]
) -> tuple[Action, Phrase | None]:
    """Make the action of an entry; ``last`` is the actor of the verb before, which "and" may share.

    ``mood`` are the words of modality in the sentence.
    """
    end = index + 1 + len([word for word in entry.rest if word != _ANY_NAME])
    first = group_start(tokens, index) if entry.form else index
    if entry.form:
        actor, target = _roles_of_verb(tokens, (first, index, end), entry, last)
    else:
        actor, target = _roles_of_noun(tokens, end)
    action = Action(
        start=tokens[index].start,
        end=tokens[end - 1].end,
        kind=_kind(tokens, index, entry, (actor, target if entry.form else _phrase_of(tokens, end, entry))),
        modality=modality_of(tokens, first, index, mood),
        actor=_words(tokens, actor),
        target=_words(tokens, target),
        rule=f"{'verb' if entry.form else 'noun'} of {entry.kind}",
    )
    return action, actor if entry.form else last


def _phrase_of(tokens: Sequence[Token], end: int, entry: _Entry) -> Phrase | None:
    return phrase_after(tokens, end) if entry.rest[-1:] == ("of",) else None


def _taken_kind(tokens: Sequence[Token], index: int, target: Phrase | None) -> str:
    """Return what is told of by a verb of taking: control only of a place, else a seizure, an arrest or nothing."""
    if target is None:
        return "control-taken"
    places = read_actions().sets["place_objects"]
    head = tokens[target.start : head_index(tokens, target) + 1]
    if any(t.lower in places or (t.is_name and not is_demonym(t.text)) for t in head) or head[-1].lower in places:
        return "control-taken"
    of = tokens[target.start + len(head) : target.end]
    if head[-1].lower == "control" or head[-1].text[0].isdigit():
        named = any(t.lower in places or (t.is_name and not is_demonym(t.text)) for t in of)
        return "control-taken" if named else ""
    return _TAKEN_OTHERWISE.get(tokens[index].lower[:5], "")


def _kind(tokens: Sequence[Token], index: int, entry: _Entry, roles: _Roles) -> str:
    """Return the kind of an action; civilians who leave do not withdraw but are displaced."""
    actor, target = roles
    if entry.kind == "control-taken":
        return _taken_kind(tokens, index, target)
    if entry.kind != "withdrawal" or actor is None:
        return entry.kind
    civil = read_actions().sets["civilians"]
    return "displacement" if any(t.lower in civil for t in tokens[actor.start : actor.end]) else entry.kind


def _roles_of_verb(tokens: Sequence[Token], at: tuple[int, int, int], entry: _Entry, last: Phrase | None) -> _Roles:
    """Tell actor and target from the phrases on both sides of a verb; ``at`` is its group, itself and its end."""
    first, index, end = at
    left = _subject(tokens, first, last)
    if entry.form == "gerund" and first == index and left is not None and not is_role(tokens[left.end - 1].lower):
        left = None
    by = end < len(tokens) and tokens[end].lower == "by"
    helped = not read_modality().sets["passive"].isdisjoint(token.lower for token in tokens[first:index])
    if entry.form in {"past", "participle"} and (by or helped):
        return (phrase_after(tokens, end + 1) if by else None), left
    return left, _object(tokens, end)


def _roles_of_noun(tokens: Sequence[Token], end: int) -> _Roles:
    """Tell them beside a noun: "an attack on the base by militants"."""
    if end >= len(tokens):
        return None, None
    if tokens[end].lower == "by":
        return phrase_after(tokens, end + 1), None
    aimed = tokens[end].lower in read_actions().sets["noun_object_prepositions"]
    return None, phrase_after(tokens, end + 1) if aimed else None


def _subject(tokens: Sequence[Token], first: int, last: Phrase | None) -> Phrase | None:
    """Find the phrase before a verb group; after "and" or a comma, that of the verb before or of the sentence."""
    if first == 0:
        return None
    if tokens[first - 1].lower not in read_actions().sets["joins"]:
        return phrase_before(tokens, first)
    return last or (subject_of(tokens, first) if first > 1 else None)


def _object(tokens: Sequence[Token], end: int) -> Phrase | None:
    sets = read_actions().sets
    start = end + 1 if end < len(tokens) and tokens[end].lower in sets["object_prepositions"] else end
    if [token.lower for token in tokens[start : start + 2]] == ["at", "least"]:
        start += 2
    opens = start < len(tokens) and tokens[start].is_word and tokens[start].lower not in sets["no_objects"]
    return phrase_after(tokens, start) if opens else None


def _words(tokens: Sequence[Token], phrase: Phrase | None) -> Words | None:
    if phrase is None or phrase.end <= phrase.start:
        return None
    return Words(start=tokens[phrase.start].start, end=tokens[phrase.end - 1].end)


def actions_of_control(claims: Sequence[ControlClaim], actions: Sequence[Action]) -> tuple[Action, ...]:
    """Make an action of each claim that a place was taken or lost, where no word of an action tells it.

    "Having taken Aleppo" has no word of the table, because "take" alone is said of medicine and exams too.
    """
    told = {action.start for action in actions}
    made: dict[int, Action] = {}
    for claim in claims:
        kind = _KINDS_OF_CONTROL.get(claim.relation)
        if kind is not None and claim.start not in told:
            made.setdefault(
                claim.start,
                Action(
                    start=claim.start,
                    end=claim.end,
                    kind=kind,
                    modality=claim.modality,
                    actor=None,
                    target=None,
                    rule=f"verb of {kind} beside a place",
                ),
            )
    return tuple(sorted((*actions, *made.values()), key=lambda action: (action.start, action.end)))
