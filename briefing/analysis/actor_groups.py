"""Finds groups that act without a name of their own: "government forces", "local armed factions", "the rebels"."""

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.action_words import read_actions
from briefing.analysis.actor_words import ActorDraft, is_modifier, is_side, read_actors
from briefing.analysis.cues import read_cues
from briefing.analysis.phrases import is_role, is_verb
from briefing.analysis.reading import Line
from briefing.analysis.source_kinds import is_demonym
from briefing.analysis.tokens import Token
from briefing.analysis.word_marks import BY, GROUP
from briefing.model.findings import ActorKind

_GLUED = re.compile(r"(led|backed|headed|supported)$")  # "groupsled by": a blank lost in conversion
_SPACES = re.compile(r"\s+")
_Span = tuple[int, int]  # tokens


def find_groups(line: Line) -> Iterator[ActorDraft]:
    """Find the groups of one sentence, in order and without overlaps."""
    if not line.all_marks & GROUP:
        return
    tokens, taken = line.tokens, 0
    for index in _may_be_nouns(line):
        if index < taken or not _is_noun(tokens, index):
            continue
        made = _made_of(tokens, index + 1)
        found = (_first(tokens, index), index + 1) if made else _group_at(tokens, index)
        if found is None:
            continue
        inner = made or _made_of(tokens, found[1])
        yield _draft(line, found if inner is None else (found[0], inner[1]), found[1] - 1, inner)
        taken = found[1] if inner is None else inner[1]


def _may_be_nouns(line: Line) -> list[int]:
    """Return where a noun for a group stands, or "groupsled" before "by"."""
    found = line.places_of(GROUP)
    glued = [index - 1 for index in line.places_of(BY) if index and not line.marks[index - 1] & GROUP]
    return sorted(found + glued) if glued else found


def _group_at(tokens: Sequence[Token], index: int) -> _Span | None:
    """Return the group whose first noun stands at ``index``."""
    if not _is_noun(tokens, index):
        return None
    head = index
    for after in range(index + 1, min(index + 5, len(tokens))):
        if _is_noun(tokens, after):
            head = after
        elif not is_modifier(tokens[after].lower):
            break
    first = _first(tokens, index)
    return (first, head + 1) if _stands_alone(tokens, first, head) else None


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].lower not in read_actors().groups and _glued_noun(tokens, index) == "":
        return False
    in_name = tokens[index].is_name and index > 0 and tokens[index - 1].is_word
    return not in_name  # the "Forces" of a name


def _glued_noun(tokens: Sequence[Token], index: int) -> str:
    if index + 1 >= len(tokens) or tokens[index + 1].lower != "by":
        return ""
    word = tokens[index].lower
    noun = _GLUED.sub("", word)
    return noun if noun != word and noun in read_actors().groups else ""


def _first(tokens: Sequence[Token], index: int) -> int:
    """Walk left over what belongs to the group: modifiers, adjectives of peoples, the name of who leads it."""
    first = index
    while first > 0 and is_modifier(tokens[first - 1].lower):
        first -= 1
    openers = read_actors().sets["openers"]
    by_name = first == index and tokens[index].lower in read_actors().sets["of_persons"]
    while first > 0 and index - first < 6 and tokens[first - 1].is_name and tokens[first - 1].is_word:
        name = tokens[first - 1]
        if name.lower in openers or not (by_name or is_demonym(name.text)):
            break
        first -= 1
    return first


def _stands_alone(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Tell whether the noun names a group here, and is neither too bare nor part of another noun."""
    sets, word = read_actors().sets, tokens[head].lower
    if first == head:
        determined = first > 0 and tokens[first - 1].lower in sets["determiners"]
        if word in sets["with_modifier"] or (word in sets["with_article"] and not determined):
            return False
    if head + 1 >= len(tokens) or word not in sets["attributive"]:
        return True
    return _may_follow(tokens[head + 1])


def _may_follow(token: Token) -> bool:
    if not token.is_word or token.text in {"’s", "'s"}:
        return True
    word, auxiliaries = token.lower, read_cues().sets["auxiliaries"]
    if token.is_name or is_role(word):
        return False
    tells = word in read_actions().first_words or word in read_cues().verbs
    return word in read_actors().sets["follow"] or word in auxiliaries or is_verb(token) or tells


def _made_of(tokens: Sequence[Token], end: int) -> _Span | None:
    """Return the group after "coalition of" and the like."""
    if tokens[end - 1].lower not in read_actors().sets["made_of"] or end + 1 >= len(tokens):
        return None
    if tokens[end].lower != "of":
        return None
    for index in range(end + 1, min(end + 8, len(tokens))):
        found = _group_at(tokens, index)
        if found is not None:
            between = tokens[end + 1 : found[0]]
            return found if all(t.lower in read_actors().sets["determiners"] for t in between) else None
    return None


def _draft(line: Line, span: _Span, head: int, inner: _Span | None) -> ActorDraft:
    tokens = line.tokens
    start, end = tokens[span[0]].start, tokens[span[1] - 1].end
    glued = _glued_noun(tokens, span[1] - 1)
    if glued:
        end = tokens[span[1] - 1].start + len(glued)
    words = [token.lower for token in tokens[span[0] : span[1]]]
    name = _SPACES.sub(" ", line.text[start:end])
    opening = tokens[span[0]].lower
    common = (opening in read_actors().groups or is_modifier(opening)) and opening not in read_actors().sets["capital"]
    return ActorDraft(
        start=start,
        end=end,
        name=name[0].lower() + name[1:] if common else name,
        kind=_kind(tokens, head, inner, words),
        side=_side(line, span, head, inner),
        rule="a noun for a group that acts" + (", made of others" if inner else ""),
        proper=False,
    )


def _kind(tokens: Sequence[Token], head: int, inner: _Span | None, words: Sequence[str]) -> ActorKind:
    groups = read_actors().groups
    kind = groups.get(tokens[head].lower, ActorKind.ARMED_GROUP)
    if kind is ActorKind.ORGANISATION and inner is not None:
        kind = groups.get(tokens[inner[1] - 1].lower, ActorKind.ARMED_GROUP)
    armed = not read_actors().sets["armed"].isdisjoint(words)
    return ActorKind.ARMED_GROUP if armed and kind is ActorKind.ORGANISATION else kind


def _side(line: Line, span: _Span, head: int, inner: _Span | None) -> str:
    """Return the words of the group that tell its side, as they stand there; a government alone is no side."""
    tokens, alone = line.tokens, read_actors().sets["no_side_alone"]
    return " ".join(
        token.text
        for index, token in enumerate(tokens[span[0] : span[1]], span[0])
        if is_side(token.lower) and not (inner is None and index == head and token.lower in alone)
    )
