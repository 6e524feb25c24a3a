"""Claims of control whose place stands before the words: "Daraa was held by the opposition", "Homs fell"."""

from collections.abc import Sequence

from briefing.analysis.control_cues import GROUP, Cue
from briefing.analysis.control_holders import phrase_words
from briefing.analysis.control_places import CAPITAL, extent_before, is_held, names_part, place_again
from briefing.analysis.control_words import read_control, word_at
from briefing.analysis.phrases import is_verb
from briefing.analysis.phrases_after import phrase_after
from briefing.analysis.tokens import Token
from briefing.model.findings import ControlClaim, ControlRelation

_NEAR = 40
_AGAIN = 2  # words: "the city"
_PERSONS = frozenset({"i", "he", "she", "we", "you", "they", "who"})
_ADVERBS = 3  # words before "by": "held almost entirely by"
_WAYS = ("to", "into", "away", "out", "aboard", "there", "hostage", "prisoner", "ill")


def is_other_fall(cue: Cue) -> bool:
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
        words = _words(cue.tokens[cue.first - _AGAIN : cue.first])
        return cue.first < _AGAIN or not (read_control().again[0].search(words) or CAPITAL.search(words))
    opening = [token for token in cue.tokens[: cue.first] if token.end <= subject.start]
    if not opening or opening[-1].lower not in sets["before_subject"]:
        return False
    return opening[-1].lower != "of" or len(opening) < _AGAIN or opening[-2].lower not in sets["place_nouns"]


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.lower for token in tokens)


def claims_before(cue: Cue) -> list[ControlClaim]:
    """Read "Daraa was held by the opposition" and "Homs fell to the rebels": the place stands before."""
    tokens, start = cue.tokens, cue.first
    sets = read_control().sets
    if start > 0 and tokens[start - 1].lower in _PERSONS:
        return []  # "she was threatened"
    if cue.entry.relation is ControlRelation.TOOK and any(word_at(tokens, cue.end, word) for word in _WAYS):
        return []  # "were taken to hospital"
    while start > 0 and tokens[start - 1].lower not in sets["clause_ends"] and tokens[start - 1].text != "—":
        start -= 1
    left, right = tokens[start].start, tokens[cue.first].start
    mentions = [mention for mention in cue.here if left <= mention.start < right and not names_part(cue.line, mention)]
    helpers = tokens[max(start, cue.index - GROUP) : cue.index]
    participle = cue.is_participle or cue.entry.rest[-1:] == ("by",)
    bare = participle and not any(token.lower in sets["be"] or is_verb(token) for token in helpers[-_ADVERBS:])
    holds = cue.entry.relation is ControlRelation.HOLDS
    if mentions and holds and not is_held(cue.line, left, mentions[-1], right, bare=bare):
        return []  # "a meeting on Homs was held by the council"
    places = [mention.place for mention in mentions]
    place = places[-1] if places else place_again(cue.line.text[max(left, right - _NEAR) : right], cue.memory)
    if place is None:
        return []
    by = next((at for at in range(cue.end, cue.end + _ADVERBS) if word_at(tokens, at, "by")), None)
    named = by is not None or cue.entry.rest[-1:] in {("by",), ("of",), ("to",)}
    agent = cue.end if by is None else by + 1
    part = tokens[cue.first - 1].lower if cue.first else ""
    extent = part if part in sets["areas"] and part.endswith("s") else ""
    if mentions and holds and not (extent or bare):
        extent = extent_before(cue.line.text[left : mentions[-1].start])
    holder = phrase_words(cue.line, phrase_after(tokens, agent)) if named and agent < len(tokens) else ""
    if holds and cue.is_participle and not named:
        return []  # what is held by nobody is a meeting: "talks on Homs were held in Geneva"
    if sets["owners"].intersection(cue.entry.rest):
        holder = cue.memory.holder  # "remained in their hands"
    return [cue.claim(place, holder, extent)]
