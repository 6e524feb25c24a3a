"""What was done: finds the words of actions, who did it and to whom, and whether it is said to have happened."""

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.action_kinds import Roles, kind_of_action
from briefing.analysis.action_words import ANY_NAME, ActionEntry, entry_at, is_adjective, opens_verb, read_actions
from briefing.analysis.modality import group_start, modality_of, read_modality
from briefing.analysis.phrases import Phrase, is_role
from briefing.analysis.phrases_after import phrase_after, subject_of
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.reading import Line, read_lines
from briefing.analysis.tokens import Token
from briefing.analysis.word_marks import ACTION
from briefing.model.findings import Action, ControlClaim, ControlRelation, Sentence, Words
from briefing.model.report import Report

_LONGEST_INSERTION = 6
_NAME = 2  # words behind that a name may go on with: "Storm Prediction Center"
_POSSESSIVE = re.compile(r"['’]s$")
_QUOTES = frozenset("\"“”‘’'")
_KINDS_OF_CONTROL = {ControlRelation.TOOK: "control-taken", ControlRelation.LOST: "control-lost"}


def find_actions(
    report: Report, sentences: Sequence[Sentence], lines: Sequence[Line] | None = None
) -> tuple[Action, ...]:
    """Find the actions of a report in the order of the text; ``lines`` are its sentences if they were read before."""
    found: list[Action] = []
    for line in lines if lines is not None else read_lines(report, sentences):
        if line.all_marks & ACTION:
            found.extend(_in_line(line))
    return tuple(found)


def _in_line(line: Line) -> Iterator[Action]:
    tokens, mood, taken = line.tokens, line.mood, 0
    last: Phrase | None = None
    for index in line.places_of(ACTION):
        entry = entry_at(tokens, index) if index >= taken else None
        if entry is None:
            continue
        taken = index + 1 + entry.length
        named = not entry.form and _is_of_a_name(tokens, index, taken)
        if entry.kind and not named and not _is_unreal(tokens, index, taken):
            action, last = _action(tokens, index, entry, last, mood)
            if action.kind:
                yield action


def _is_of_a_name(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Tell whether a noun belongs to the name of a body: "fire department", "the Storm Prediction Center"."""
    table = read_actions()
    for token in tokens[end : end + (_NAME if tokens[index].is_name else 1)]:
        if _POSSESSIVE.sub("", token.lower) in table.sets["bodies"]:
            return True
        if not token.is_name or token.lower in table.first_words:  # "Blast Kills Chief" is a headline
            return False
    return False


def _is_unreal(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Tell whether words are only played or thought: a mock attack, or "killed" in quotation marks of its own."""
    if index == 0:
        return False
    quoted = tokens[index - 1].text in _QUOTES and end < len(tokens) and tokens[end].text in _QUOTES
    return quoted or tokens[index - 1].lower in read_modality().sets["unreal"]


def _action(
    tokens: Sequence[Token], index: int, entry: ActionEntry, last: Phrase | None, mood: frozenset[str]
) -> tuple[Action, Phrase | None]:
    """Make the action of an entry; ``last`` is the actor of the verb before, which "and" may share.

    ``mood`` are the words of modality in the sentence.
    """
    end = index + 1 + entry.length - entry.rest.count(ANY_NAME)
    describes = is_adjective(tokens, index, entry)
    verb = entry.form != "" and not describes
    first = group_start(tokens, index) if verb else index
    if describes:
        actor, target = None, None
    elif entry.form:
        actor, target = _roles_of_verb(tokens, (first, index, end), entry, last)
    else:
        actor, target = _roles_of_noun(tokens, end)
    kind = kind_of_action(tokens, index, entry, (actor, target if verb else _phrase_of(tokens, end, entry)))
    sort = "adjective" if describes else "verb" if verb else "noun"
    action = Action(
        start=tokens[index].start,
        end=tokens[end - 1].end,
        kind=kind,
        modality=modality_of(tokens, first, index, mood),
        actor=_words(tokens, actor),
        target=_words(tokens, target),
        rule=f"{sort} of {kind}",
    )
    return action, actor if verb else last


def _phrase_of(tokens: Sequence[Token], end: int, entry: ActionEntry) -> Phrase | None:
    return phrase_after(tokens, end) if entry.rest[-1:] == ("of",) else None


def _roles_of_verb(tokens: Sequence[Token], at: tuple[int, int, int], entry: ActionEntry, last: Phrase | None) -> Roles:
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


def _roles_of_noun(tokens: Sequence[Token], end: int) -> Roles:
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
    if tokens[first].lower == "to":
        return _subject_of_infinitive(tokens, first)
    if tokens[first - 1].lower not in read_actions().sets["joins"]:
        return phrase_before(tokens, first)
    opened = _insertion(tokens, first)
    if opened:
        return phrase_before(tokens, opened)
    return last or (subject_of(tokens, first) if first > 1 else None)


def _subject_of_infinitive(tokens: Sequence[Token], to: int) -> Phrase | None:
    """Find who is meant in "are known to have died" and "the army plans to leave", past what stands before "to"."""
    modality = read_modality().sets
    word = tokens[to - 1].lower if to else ""
    if word in modality["done"] or word in modality["planned"] or word in modality["failed"]:
        start = group_start(tokens, to - 1)
        return phrase_before(tokens, start) if start else None
    return subject_of(tokens, to) if to > 1 else None


def _insertion(tokens: Sequence[Token], first: int) -> int:
    """Return where a name between two commas opens that stands before a verb: "the capital, Port Louis, fell"."""
    for index in range(first - 2, max(0, first - _LONGEST_INSERTION), -1):
        if tokens[index].text == ",":
            return index if index < first - 2 else 0
        if not tokens[index].is_name:
            return 0
    return 0


def _object(tokens: Sequence[Token], end: int) -> Phrase | None:
    sets = read_actions().sets
    start = end + 1 if end < len(tokens) and tokens[end].lower in sets["object_prepositions"] else end
    if [token.lower for token in tokens[start : start + 2]] == ["at", "least"]:
        start += 2
    opens = start < len(tokens) and tokens[start].is_word and tokens[start].lower not in sets["no_objects"]
    opens = opens and not opens_verb(tokens, start)
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
