"""Whether what a verb tells is said to have happened, is planned, possible, negated or denied."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.inflection import inflect
from briefing.analysis.tokens import Token
from briefing.data.tables import load_table
from briefing.model.findings import Modality

_NEAR = 4
_DENIED_NEAR = 3
_CLAUSE_NEAR = 14
_INFINITIVE_NEAR = 5
_LONGEST_GROUP = 5
_NOUN_NEAR = 6
_WANTED_NEAR = 6
_ENDS = frozenset({".", ";", ":", "—", "!", "?"})
_PERHAPS = frozenset({"then", "perhaps", "possibly", "later", "even", "eventually", "finally", "also"})
# Before "to" these make it a preposition.
_NO_INFINITIVE = frozenset({"according", "close", "due", "next", "up", "prior", "thanks", "near", "from", "addition"})
_PRESENT = frozenset({"is", "are", "has", "have", "'s", "’s"})
# The lists without which a sentence asserts what its verbs tell.
_PREVENTED_NEAR = 8
_CHANGING = (
    "denied",
    "modal_negations",
    "negated",
    "verb_negations",
    "modals",
    "confirming",
    "future",
    "conditions",
    "prevented",
    "warning",
    "wanted",
    "wanted_for",
)


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """The lists of words of actions.toml that tell of modality, by name, and those that can change it."""

    sets: dict[str, frozenset[str]]
    all_words: frozenset[str]


@cache
def read_modality() -> ModalityWords:
    """Read the words of modality."""
    sets = {name: frozenset(words) for name, words in load_table("actions")["modality"].items()}
    return ModalityWords(sets=sets, all_words=frozenset({"to", "once"}).union(*(sets[name] for name in _CHANGING)))


def group_start(tokens: Sequence[Token], index: int) -> int:
    """Return the token with which the group of a verb begins: its auxiliaries, "to" and adverbs."""
    sets, first = read_modality().sets, index
    while first > 0 and index - first < _LONGEST_GROUP:
        before = tokens[first - 1].lower
        if before not in sets["auxiliaries"] and before not in sets["adverbs"] and not before.endswith("ly"):
            break
        first -= 1
    return first


def modality_of(tokens: Sequence[Token], first: int, index: int, mood: frozenset[str]) -> Modality:
    """Tell whether the verb group from ``first`` to ``index`` is said to have happened.

    ``mood`` are those words of the sentence that can change it, which most sentences have few of.
    """
    if not mood:
        return Modality.ASSERTED
    sets = read_modality().sets
    group = [token.lower for token in tokens[first:index]]
    before = [token.lower for token in tokens[max(0, first - _NEAR) : first]]
    if not sets["denied"].isdisjoint(mood) and _is_denied(tokens, first):
        return Modality.DENIED
    if _is_negated(tokens, first, index, mood):
        return Modality.NEGATED
    unconfirmed = not sets["confirming"].isdisjoint(mood) and _is_unconfirmed(tokens, first)
    feared = first == index and not sets["warning"].isdisjoint(mood) and _is_feared(tokens, index)
    if unconfirmed or feared or not sets["modals"].isdisjoint(group):
        return Modality.POSSIBLE
    to = first + group.index("to") if "to" in group else None
    if first == index and tokens[index].lower in base_forms():
        to = _joined_infinitive(tokens, first)
    if to is not None:
        return _of_infinitive(tokens, to)
    return _of_rest(group, before, wanted=not group and _is_wanted(tokens, index, mood))


@cache
def base_forms() -> frozenset[str]:
    """Return the base forms of the verbs of actions and of control."""
    return frozenset(inflect(entry).base for entry in _verbs())


@cache
def _verbs() -> tuple[str, ...]:
    """Return the forms of the verbs of actions and of control, without the words that follow them."""
    entries = [entry for table in load_table("actions")["action"] for entry in table.get("verbs", ())]
    entries += [entry for table in load_table("control").values() for entry in _verbs_of(table)]
    return tuple(entry.split("+")[0].strip() for entry in entries)


@cache
def _past_forms() -> frozenset[str]:
    """Return the past forms of the same verbs that cannot be read as nouns."""
    return frozenset(inflect(entry).past for entry in _verbs()) - base_forms()


def _verbs_of(table: object) -> Sequence[str]:
    return table.get("verbs", ()) if isinstance(table, dict) else ()


def _joined_infinitive(tokens: Sequence[Token], first: int) -> int | None:
    """Find the "to" of an infinitive that an "and" joins a base form to: "plans to shell Hama and | retake Homs"."""
    sets, at = read_modality().sets, first - 1
    while at > 0 and (tokens[at].lower in sets["adverbs"] or tokens[at].lower in _PERHAPS):
        at -= 1
    if at < 1 or tokens[at].lower not in {"and", "or"}:
        return None
    for index in range(at - 1, max(0, at - _CLAUSE_NEAR), -1):
        token, following = tokens[index], tokens[index + 1]
        if token.text in _ENDS or token.lower in sets["clause_openers"]:
            return None
        if token.lower == "to" and following.text.islower() and tokens[index - 1].lower not in _NO_INFINITIVE:
            return index
    return None


def _of_rest(group: Sequence[str], before: Sequence[str], *, wanted: bool) -> Modality:
    """Judge a group that nothing negates: the future and what is wanted are planned, what is after "if" is possible."""
    sets = read_modality().sets
    if wanted or not sets["future"].isdisjoint(group):
        return Modality.PLANNED
    if "once" in before and not _PRESENT.isdisjoint(group):
        return Modality.POSSIBLE  # "will march on Homs once it is taken"
    return Modality.ASSERTED if sets["conditions"].isdisjoint(before) else Modality.POSSIBLE


def _is_negated(tokens: Sequence[Token], first: int, index: int, mood: frozenset[str]) -> bool:
    sets = read_modality().sets
    near = tokens[max(0, first - 1) : index]
    if not sets["negated"].isdisjoint(mood) and any(token.lower in sets["negated"] for token in near):
        return True
    if first and tokens[first - 1].lower == "from" and not sets["prevented"].isdisjoint(mood):
        return any(token.lower in sets["prevented"] for token in tokens[max(0, first - _PREVENTED_NEAR) : first])
    if not sets["modal_negations"].isdisjoint(mood) and _has_nobody(tokens, first, sets["modal_negations"]):
        return True
    noun = first == index and not sets["verb_negations"].isdisjoint(mood)
    return noun and _is_noun_negated(tokens, index)


def _is_unconfirmed(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether nobody confirms it: "has not confirmed that rebels took the town", "is not clear whether"."""
    sets = read_modality().sets
    words = [token.lower for token in tokens[max(0, first - _CLAUSE_NEAR) : first]]
    for at, word in enumerate(words[:-1]):
        if word in sets["confirming"] and words[at + 1] in {"that", "whether", "if"}:
            return not sets["verb_negations"].isdisjoint(words[max(0, at - _NEAR) : at])
    return False


def _has_nobody(tokens: Sequence[Token], first: int, words: frozenset[str]) -> bool:
    """Tell whether the subject is nobody: "No one was killed", "no civilians were hurt", not "no fewer than 9"."""
    sets = read_modality().sets
    for index in range(first - 1, max(-1, first - _NEAR - 1), -1):
        if not tokens[index].is_word or tokens[index].lower in sets["clause_openers"]:
            return False
        if tokens[index].lower in words:
            return index + 1 >= len(tokens) or tokens[index + 1].lower not in sets["not_after_no"]
    return False


def _is_noun_negated(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun is the object of a negated verb: "did not confirm the attack", not "did not stop it"."""
    sets = read_modality().sets
    near: list[str] = []
    for token in reversed(tokens[max(0, index - _NOUN_NEAR) : index]):
        if not token.is_word or token.lower in sets["clause_openers"]:
            return False
        if token.lower in sets["verb_negations"]:
            return sets["not_negated"].isdisjoint(near)
        near.append(token.lower)
    return False


def _is_feared(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a noun is only warned of: "warned of a new wave of attacks", not "warned after the attack"."""
    near = [token.lower for token in tokens[max(0, index - _NOUN_NEAR) : index]]
    warning = read_modality().sets["warning"]
    return any(word in {"of", "about", "against"} and near[at] in warning for at, word in enumerate(near[1:]))


def _is_wanted(tokens: Sequence[Token], index: int, mood: frozenset[str]) -> bool:
    """Tell whether a noun is only asked for: "called for an immediate truce", "demanded the release of"."""
    sets = read_modality().sets
    if tokens[index].lower in _past_forms():
        return False  # "men who demand pay attacked the mayor"
    if sets["wanted"].isdisjoint(mood) and sets["wanted_for"].isdisjoint(mood):
        return False
    near = tokens[max(0, index - _WANTED_NEAR) : index]
    for at in range(len(near) - 1, -1, -1):
        word = near[at].lower
        if word in sets["wanted"]:
            return True
        if word in sets["aims"]:
            return at > 0 and near[at - 1].lower in sets["wanted_for"]
        gerund = word.endswith("ing") and at > 0 and near[at - 1].lower in sets["aims"]  # "aimed at breaking a siege"
        if not near[at].is_word or gerund or word in sets["not_wanted"] or word.endswith("ed"):
            return False
    return False


def _is_denied(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether somebody denies it: "denied taking", "denied that the army had, after all, withdrawn"."""
    sets = read_modality().sets
    words = [token.lower for token in tokens[max(0, first - _CLAUSE_NEAR) : first]]
    for back, word in enumerate(reversed(words), start=1):
        if word in sets["denied"]:
            near = words[len(words) - back + 1 :]
            return "that" in near[:_NEAR] or (back <= _DENIED_NEAR and not sets["relatives"].intersection(near))
    return False


def _of_infinitive(tokens: Sequence[Token], to: int) -> Modality:
    """Judge "... to take" by the words before it; without a word that tells more it is an aim."""
    sets = read_modality().sets
    first = max(0, to - _INFINITIVE_NEAR)
    # "used force to take" has a noun there: who forces somebody names him before the "to"
    last = to - 1 if to and tokens[to - 1].lower == "force" else to
    for token in reversed(tokens[first:last]):
        if token.lower in sets["failed"]:
            return Modality.NEGATED
        if token.lower in sets["planned"]:
            return Modality.PLANNED
        if token.lower in sets["done"]:
            return Modality.ASSERTED
        if not token.is_word:
            break
    return Modality.PLANNED
