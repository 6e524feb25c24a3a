"""What kind of action is told of, where the verb alone leaves it open and its subject or object decides."""

from collections.abc import Sequence

from briefing.analysis.action_words import FROM_SUBJECT, ActionEntry, is_adjective, read_actions
from briefing.analysis.phrases import Phrase, head_index
from briefing.analysis.source_kinds import is_demonym
from briefing.analysis.tokens import Token

_TAKEN_OTHERWISE = {"seize": "seizure", "seizi": "seizure", "seizu": "seizure", "captu": "arrest"}
_RELATIVE = 6
Roles = tuple[Phrase | None, Phrase | None]


def kind_of_action(tokens: Sequence[Token], index: int, entry: ActionEntry, roles: Roles) -> str:
    """Return the kind of an action, "" where its subject or object says that it is none of the table."""
    if entry.kind == "control-taken":
        return _taken_kind(tokens, index, roles[1])
    if entry.kind == FROM_SUBJECT:
        return _kind_of_noun(tokens, roles[0])
    lent = _lent_kind(tokens, entry, roles)
    if lent:
        return lent
    acting, hit = _lowered(tokens, roles[0]), _lowered(tokens, roles[1])
    word = tokens[index].lower
    if entry.kind == "rescue" and entry.form:
        return _rescue_kind(tokens, index, hit)
    if (
        (word.startswith("isolat") and _is_no_place(tokens, roles[1]))
        or (word.startswith("enter") and _is_no_advance(tokens, index, acting))
        or (word == "advanced" and is_adjective(tokens, index, entry))
    ):
        return ""  # an "advanced age" moves no front
    object_kind = _kind_by_object(tokens, index, entry, roles[1])
    return object_kind if object_kind is not None else _kind_by_words(entry, acting, hit)


def _kind_by_object(tokens: Sequence[Token], index: int, entry: ActionEntry, target: Phrase | None) -> str | None:
    """Return the kind that a verb tells of with its object, "" for none, None where the object does not decide."""
    senses = read_actions().senses.get(entry.kind, ()) if entry.form else ()
    if not senses:
        return None
    # a phrase ends before a word that may be a verb: "an executive | order", "media | questions"
    hit = [token.lower for token in tokens[target.start : target.end + 1]] if target is not None else []
    for sense in senses:
        if sense.verbs and not tokens[index].lower.startswith(sense.verbs):
            continue
        if not sense.words.isdisjoint([*hit, *_taken_up(tokens, index)]):
            return sense.tells
        if sense.only and sense.only.isdisjoint(hit) and not any(word[0].isdigit() for word in hit):
            return ""
    return None


def _taken_up(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the words that a relative clause takes up: "the order, which he signed on Friday"."""
    before = [token.lower for token in tokens[max(0, index - _RELATIVE) : index]]
    return before[: before.index("which")] if "which" in before else []


def _lent_kind(tokens: Sequence[Token], entry: ActionEntry, roles: Roles) -> str:
    """Return the kind that subject or object lends: "prices fell to", "crews battle the fire"."""
    if entry.kind == "control-lost" and entry.rest == ("to",):
        return _kind_of_noun(tokens, roles[0])
    if entry.kind == "ultimatum" and entry.form and names_hazard(tokens, roles[0]):
        return "warning"  # "a storm is threatening the coast"
    return _kind_of_noun(tokens, roles[1]) if entry.kind == "clash" and entry.form else ""


def names_hazard(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    """Tell whether who acts is a storm, a fire, a disease or the like: "storm | systems" has its name before it."""
    if phrase is None:
        return False
    return bool(_kind_of_noun(tokens, Phrase(max(0, phrase.start - 1), phrase.end)))


def _rescue_kind(tokens: Sequence[Token], index: int, hit: Sequence[str]) -> str:
    """Tell who is pulled from the rubble apart from who pulls back, and a search for people from one for ways."""
    sets, following = read_actions().sets, tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if tokens[index].lower.startswith("pull") and (
        following in {"back", "out", "away"} or not sets["withdrawn"].isdisjoint(hit)
    ):
        return "withdrawal"
    other = tokens[index].lower.startswith("search") and not sets["searched_otherwise"].isdisjoint(hit)
    return "" if other else "rescue"


def _is_no_place(tokens: Sequence[Token], target: Phrase | None) -> bool:
    """Tell whether what is isolated is no place: patients are, and a leader is "more and more isolated"."""
    if target is None:
        return True
    hit, places = tokens[target.start : target.end], read_actions().sets["place_objects"]
    return not any(token.is_name or token.lower in places for token in hit)


def _is_no_advance(tokens: Sequence[Token], index: int, acting: Sequence[str]) -> bool:
    """Tell whether no force enters: civilians do, or somebody is "asked not to enter" a place."""
    sets = read_actions().sets
    advised = [token.lower for token in tokens[max(0, index - 3) : index]]
    asked = advised[-2:] == ["not", "to"] and not sets["advising"].isdisjoint(advised)
    return asked or not sets["civilians"].isdisjoint(acting)


def _kind_by_words(entry: ActionEntry, acting: Sequence[str], hit: Sequence[str]) -> str:
    """Judge by who acts and what is hit: civilians who leave are displaced, who releases water frees nobody."""
    sets, kind = read_actions().sets, entry.kind
    pulled = kind == "withdrawal" and entry.rest in {("out",), ("back",)}
    if pulled and hit and sets["withdrawn"].isdisjoint(hit):
        return ""  # "pulled out thousands of mines"
    cut = kind == "siege" and entry.rest == ("off",)
    if (cut or kind in {"opening", "closure"}) and not sets["utilities"].isdisjoint(hit):
        return "infrastructure"
    if cut and not sets["cut_otherwise"].isdisjoint(hit):
        return ""
    civil = kind == "withdrawal" and not sets["civilians"].isdisjoint(acting)
    return "displacement" if civil else kind


def _taken_kind(tokens: Sequence[Token], index: int, target: Phrase | None) -> str:
    """Return what is told of by a verb of taking: control only of a place, else a seizure, an arrest or nothing."""
    if target is None:
        return "control-taken"
    places = read_actions().sets["place_objects"]
    articles = read_actions().sets["nouns_after"]  # "A son": its capital is that of the sentence
    head = [t for t in tokens[target.start : head_index(tokens, target) + 1] if t.lower not in articles]
    if not head or head[-1].lower in read_actions().sets["recorded"]:
        return ""
    if any(t.lower in places or (t.is_name and not is_demonym(t.text)) for t in head) or head[-1].lower in places:
        return "control-taken"
    of = tokens[head_index(tokens, target) + 1 : target.end]
    if head[-1].lower == "control" or head[-1].text[0].isdigit():
        named = any(t.lower in places or (t.is_name and not is_demonym(t.text)) for t in of)
        return "control-taken" if named else ""
    return _TAKEN_OTHERWISE.get(tokens[index].lower[:5], "")


def _lowered(tokens: Sequence[Token], phrase: Phrase | None) -> list[str]:
    return [token.lower for token in tokens[phrase.start : phrase.end]] if phrase is not None else []


def _kind_of_noun(tokens: Sequence[Token], phrase: Phrase | None) -> str:
    """Return the kind of disaster, disease or weapon that a phrase names, "" where it names none."""
    table, lent = read_actions().entries, read_actions().sets["lent"]
    words, weapons = _lowered(tokens, phrase), read_actions().weapons
    head = head_index(tokens, phrase) - phrase.start if phrase is not None else 0
    for word in (*words[head : head + 1], *reversed(words)):
        if word in weapons:
            return weapons[word]
        for entry in table.get(word, ()):
            if not entry.rest and not entry.form and entry.kind in lent:
                return entry.kind
    return ""
