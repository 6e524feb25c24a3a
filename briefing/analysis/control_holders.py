"""Who is said to take, hold or leave a place, in the words of the clause."""

import re
from collections.abc import Sequence

from briefing.analysis.control_places import Memory
from briefing.analysis.control_words import read_control, word_at
from briefing.analysis.cues import read_cues
from briefing.analysis.figures_grammar import figure_words
from briefing.analysis.modality import read_modality
from briefing.analysis.phrases import Phrase, is_role, is_verb
from briefing.analysis.phrases_after import phrase_after
from briefing.analysis.phrases_before import phrase_before
from briefing.analysis.reading import Line
from briefing.analysis.source_kinds import looks_like_person
from briefing.analysis.tokens import Token

_PICTURES = re.compile(r"^(?:the\s+)?(?:images?|photos?|pictures|videos?|footage|reports?)\s+of\s+", re.IGNORECASE)
_NEAR = 12
_GLUED = re.compile(r"s(?:led|backed|headed|supported)$")  # "groupsled by": a blank lost in conversion
_SAYS = re.compile(r"\s+(?:say|says|said)$")  # "Rebels say take the town" is a headline
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def subject_words(line: Line, first: int, memory: Memory) -> str:
    """Find the words for who acts: before the verb, else the subject that the clause shares with those before it."""
    tokens = line.tokens
    kept = _kept_from(tokens, first)
    if kept:
        return phrase_words(line, phrase_before(tokens, kept))
    joined = first > 0 and (tokens[first].lower == "having" or tokens[first - 1].text == ",")
    phrase = None if joined else _before_verb(tokens, phrase_before(tokens, first), first)
    words = phrase_words(line, phrase)
    if tokens[first].lower == "to":
        words = words.rpartition(" for ")[2]  # "clear the way for rebels to advance"
    if phrase is not None and words.lower() in read_control().sets["pronouns"]:
        earlier = phrase_before(tokens, phrase.start) if words.lower() in {"who", "which"} else None
        subject = phrase_words(line, earlier) or _speaker(line, phrase.start)
        return subject or clause_subject(line, phrase.start, whole=True) or memory.holder
    if words and (is_holder(words) or words[0].isupper()):
        return words
    aimed = tokens[first].lower == "to"  # in "our plan to take the city" no plan takes it
    return clause_subject(line, first) or ("" if aimed or words.endswith("ing") else words)


def _before_verb(tokens: Sequence[Token], phrase: Phrase | None, first: int) -> Phrase | None:
    """Cut what stands before an infinitive at its verb: "rebels | plan to take"."""
    if phrase is None or tokens[first].lower != "to":
        return phrase
    sets = read_modality().sets
    governing = sets["planned"] | sets["failed"] | sets["done"]
    last = phrase.end - 1 if tokens[phrase.end - 1].lower == "force" else phrase.end  # "used force to take" has a noun
    inner = range(phrase.start + 1, last)
    verb = next((at for at in inner if tokens[at].lower in governing or is_verb(tokens[at])), phrase.end)
    return Phrase(phrase.start, verb)


def is_journey(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a part of a force only goes from one place to another: "300 soldiers left Sumy for Lviv"."""
    sets = read_control().sets
    following = [token.lower for token in tokens[end : end + _NEAR]]
    stop = next((at for at, word in enumerate(following) if word in sets["clause_ends"] or word in {",", "."}), _NEAR)
    if tokens[end - 1].lower not in {"leave", "leaves", "left", "leaving"} or sets["journey"].isdisjoint(
        following[:stop]
    ):
        return False
    phrase = phrase_before(tokens, first)
    if phrase is None:
        return False
    subject = [token.lower for token in tokens[max(0, phrase.start - 2) : phrase.end]]
    numbers = figure_words().tables
    counted = any(word[0].isdigit() or word in numbers["numbers"] or word in numbers["vague"] for word in subject)
    return counted or not sets["parties"].isdisjoint(subject)


def _kept_from(tokens: Sequence[Token], first: int) -> int:
    """Return the "from" before a verb that somebody keeps another from: "to prevent the militants from fleeing"."""
    if first < 2 or tokens[first - 1].lower != "from":
        return 0
    near = tokens[max(0, first - _NEAR) : first - 1]
    return first - 1 if any(t.lower in read_control().sets["preventing"] for t in near) else 0


def _speaker(line: Line, end: int) -> str:
    """Find who speaks of itself: "the army said it had withdrawn"."""
    tokens = line.tokens
    at = end - 2 if tokens[end - 1].lower == "that" else end - 1
    if at <= 0 or tokens[at].lower not in read_cues().verbs:
        return ""
    while at > 1 and tokens[at - 1].lower in read_control().sets["auxiliaries"]:
        at -= 1  # "the rebels had announced that they held it"
    words = phrase_words(line, phrase_before(tokens, at))
    return words if is_holder(words) else ""


def clause_subject(line: Line, first: int, *, whole: bool = False) -> str:
    """Take the first phrase of the clause that can hold a place: "rebels advanced and have taken".

    ``whole`` looks from the beginning of the sentence.
    """
    tokens, table = line.tokens, read_control()
    start = 0 if whole else _clause_start(tokens, first)
    for index in range(start, first):
        if tokens[index].lower not in table.holders:
            continue
        head = index
        while head + 1 < first and tokens[head + 1].lower in table.holders:
            head += 1
        phrase = _before_verb(tokens, phrase_before(tokens, head + 1, start), first)
        if phrase is not None:
            return phrase_words(line, _grow(tokens, phrase, first))
    return ""


def _clause_start(tokens: Sequence[Token], first: int) -> int:
    ends = read_control().sets["subject_ends"]
    return next((index + 1 for index in range(first - 1, 0, -1) if tokens[index].lower in ends), 0)


def _grow(tokens: Sequence[Token], phrase: Phrase, first: int) -> Phrase:
    """Lengthen "the coalition" by "of Islamist rebel groups"."""
    if phrase.end >= first or tokens[phrase.end].lower != "of":
        return phrase
    right = phrase_after(tokens, phrase.end + 1)
    if right is None or right.end > first:
        return phrase
    glued = right.end < first and _GLUED.search(tokens[right.end].lower) and word_at(tokens, right.end + 1, "by")
    return Phrase(phrase.start, right.end + 1 if glued else right.end)


def phrase_words(line: Line, phrase: Phrase | None) -> str:
    """Write a phrase as the name of a holder: without article, and cut at "led by" and the like."""
    if phrase is None:
        return ""
    words = line.text[line.tokens[phrase.start].start : line.tokens[phrase.end - 1].end]
    if words.endswith(" loyal"):
        whose = phrase_after(line.tokens, phrase.end + 1) if word_at(line.tokens, phrase.end, "to") else None
        end = line.tokens[whose.end - 1].end if whose is not None else line.tokens[phrase.end - 1].start
        words = line.text[line.tokens[phrase.start].start : end]  # "forces loyal to the general"
    words = _SAYS.sub("", words)
    if word_at(line.tokens, phrase.end, "by"):
        words += " by"
    words = _PICTURES.sub("", words)
    words = re.sub(r"\s+", " ", read_control().holder_ends.sub("", words)).strip(" ,;:")
    return _ARTICLE.sub("", words).removesuffix(" by")


def names_force(words: str) -> bool:
    """Tell whether words have a noun for those who can hold a place: "army units", "local factions"."""
    return any(word in read_control().holders for word in re.findall(r"[\w-]+", words.lower()))


def is_holder(words: str) -> bool:
    """Tell whether words name somebody who can hold a place: an armed body, or a name that is no person."""
    if names_force(words):
        return True
    if looks_like_person(words.split()) or not words[:1].isupper() or is_role(words.rsplit(maxsplit=1)[-1].lower()):
        return False
    return words.split(maxsplit=1)[0].lower() not in read_control().sets["not_holders"]


def agent_words(line: Line, start: int) -> str:
    """Find who is meant by "capture of Homs by the army"."""
    tokens = line.tokens
    by = next((i for i in range(start, min(start + _NEAR, len(tokens) - 1)) if tokens[i].lower == "by"), None)
    words = phrase_words(line, phrase_after(tokens, by + 1)) if by is not None else ""
    return words if is_holder(words) else ""
