"""What is said with a reporting verb: before it or after it, and where it ends."""

from collections.abc import Sequence

from briefing.analysis.contents import Extent, Scene, content_after, content_around, following_quotation, skip_setting
from briefing.analysis.cues import Cue, CueGroup, VerbForm, read_cues
from briefing.analysis.drafts import follows
from briefing.analysis.phrases import is_verb
from briefing.analysis.phrases_after import phrase_after
from briefing.analysis.tokens import QUOTE_CLOSERS, QUOTE_OPENERS, Token

_SPEAKING = frozenset({CueGroup.SAY, CueGroup.STATE, CueGroup.TELL})
_FINAL = ".!?;)…]"
_CLOSED = tuple(sorted(QUOTE_CLOSERS))
_STOPS = QUOTE_OPENERS | {",", ".", ":", ";", "—", "–"}
_DASHES = frozenset({"—", "–", "-", "--"})
_BEFORE_SOURCE = frozenset({",", "—", "–", "!", "?"})
_LINKS = frozenset({",", "and", "but", ";"})
_SHORTEST = 4  # tokens: less before the source is no statement
_LONGEST_DATELINE = 14
_LONGEST_ADJUNCT = 12


def stands_last(scene: Scene, index: int, left: int, cue: Cue) -> bool:
    """Tell whether what is said stands before the source: nothing but an adjunct follows the verb.

    ``left`` is the token with which the source begins.
    """
    tokens = scene.tokens
    if left == 0 or _is_adjunct(tokens, left):
        return False
    before = tokens[left - 1]
    if before.text in QUOTE_CLOSERS:
        return True
    told = cue.base == "tell" or (CueGroup.TELL in cue.groups and CueGroup.STATE not in cue.groups)
    tail = _is_tail(tokens, skip_addressee(tokens, index + 1) if told else index + 1)
    speaks = not cue.groups.isdisjoint(_SPEAKING)
    if before.text in _BEFORE_SOURCE and left >= _SHORTEST:
        ends = index + 1 >= len(tokens) or tokens[index + 1].text in _FINAL
        return (tail and (speaks or ends)) or (follows(tokens, index, ",") and CueGroup.MIND not in cue.groups)
    plain = before.is_word and before.lower not in read_cues().sets["boundaries"]
    return tail and plain and left > _SHORTEST and speaks


def _is_adjunct(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the opening of a sentence is only an adjunct or a dateline: "On Friday night," or "PARIS (AP) —"."""
    if tokens[end - 1].text in _DASHES and end <= _LONGEST_DATELINE:
        names = sum(token.is_name or not token.text.isalpha() for token in tokens[:end])
        if names * 3 >= end * 2:
            return True
    if tokens[0].lower not in read_cues().sets["adjuncts"] or end > _LONGEST_ADJUNCT:
        return False
    return not any(is_verb(token) for token in tokens[1:end])


def _is_tail(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the words after a verb are an adjunct that ends the sentence."""
    if index >= len(tokens) or tokens[index].text in _FINAL:
        return True
    token = tokens[index]
    if token.lower not in read_cues().sets["tails"]:
        return False
    return token.lower in {"in", "on"} or not any(t.text in QUOTE_OPENERS for t in tokens[index : index + 6])


def tail_end(scene: Scene, index: int) -> int:
    """Return the token after the adjunct that follows a verb: the next mark."""
    tokens = scene.tokens
    while index < len(tokens) and tokens[index].text not in _STOPS:
        index += 1
    return index


def with_following(scene: Scene, before: Extent, after: int, *, quotations_only: bool = False) -> Extent:
    """Add what goes on after the cue: the second half of a sentence or of a quotation."""
    tokens = scene.tokens
    index = after
    while index < len(tokens) and not tokens[index].is_word and tokens[index].text not in QUOTE_OPENERS:
        index += 1
    quotes_on = index < len(tokens) and not tokens[index].is_word
    if quotes_on or (not quotations_only and _goes_on(tokens, after, index)):
        return content_around(scene, before, tokens[index].start, scene.end)
    if scene.quoted(before[1] - 1) or scene.text.endswith(_CLOSED, 0, before[1]):
        return following_quotation(scene, before)
    return before


def _goes_on(tokens: Sequence[Token], after: int, index: int) -> bool:
    """Tell whether a clause and not a description follows the mark after the cue."""
    if after >= len(tokens) or tokens[after].text not in {",", ":"} or len(tokens) - index <= 4:
        return False
    opening = tokens[index].lower
    return not opening.endswith("ing") and opening not in read_cues().sets["describing"]


def after_verb(scene: Scene, index: int, cue: Cue) -> Extent | None:
    """Take what stands after a verb; empty when a colon ends the sentence, so that the next paragraph may be it."""
    tokens = scene.tokens
    start = skip_addressee(tokens, index + 1) if CueGroup.TELL in cue.groups else index + 1
    start = skip_setting(scene, start)
    while start < len(tokens) and tokens[start].text in {",", ":"}:
        start += 1
    if start >= len(tokens):
        return (scene.end, scene.end) if tokens[-1].text == ":" else None
    if cue.groups == {CueGroup.SHY} and not _clause_opens(tokens, start, cue):
        return None
    return content_after(scene, tokens[start].start, said_until(scene, start))


def skip_addressee(tokens: Sequence[Token], start: int) -> int:
    """Step over the person told: "told Reuters", "told the BBC on Sunday"."""
    words = read_cues().sets
    if start >= len(tokens) or tokens[start].lower in words["clause_starters"]:
        return start
    if tokens[start].lower in words["objects"]:
        return start + 1
    phrase = phrase_after(tokens, start)
    return phrase.end if phrase is not None and phrase.end < len(tokens) else start


def _clause_opens(tokens: Sequence[Token], start: int, cue: Cue) -> bool:
    """Tell whether a clause, a quotation or, for "counted", a number follows."""
    token, before = tokens[start], tokens[start - 1].text
    counts = cue.base == "count" and token.text[0].isdigit()
    return counts or before == ":" or token.lower in {"that", "how", "whether"} or token.text in QUOTE_OPENERS


def said_until(scene: Scene, start: int) -> int:
    """End what is said before another cue takes over: ", adding that", ", according to", "and said"."""
    tokens = scene.tokens
    for index in range(start + 2, len(tokens) - 1):
        token = tokens[index]
        if token.text not in _LINKS or scene.quoted(token.start):
            continue
        follower = tokens[index + 1]
        if follower.lower == "and" and index + 2 < len(tokens):
            follower = tokens[index + 2]
        taken = token.text == "," and follower.lower in read_cues().sets["takers"]
        if taken or _takes_over(follower, joined=token.text != ","):
            return token.start
    return scene.end


def _takes_over(token: Token, *, joined: bool) -> bool:
    """Tell whether a word after a comma or an "and" is a cue that shares the source of the one before."""
    cue = read_cues().verbs.get(token.lower)
    if cue is None or cue.groups.isdisjoint(_SPEAKING):
        return False
    return not cue.forms.isdisjoint({VerbForm.GERUND, VerbForm.PAST}) or (joined and VerbForm.THIRD in cue.forms)
