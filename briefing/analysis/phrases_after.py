"""Finds the noun phrase after a verb or a preposition, with what describes it, and the subject of a sentence."""

from collections.abc import Container, Sequence

from briefing.analysis.appositions import is_person, name_after
from briefing.analysis.cues import read_cues
from briefing.analysis.phrases import Phrase, is_hyphen, is_plain, is_role, is_verb, modifiers
from briefing.analysis.tokens import QUOTE_OPENERS, Token

_LONGEST = 16
_ENDS = QUOTE_OPENERS | {",", ".", ";", ")"}
_INNER_MARKS = "&$/’'"
_RELEASES, _FOR_NEWSROOMS = frozenset({"release", "releases"}), frozenset({"press", "news", "media"})


def phrase_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Find the noun phrase that begins at token ``start``."""
    words = read_cues().sets
    if start < len(tokens) and tokens[start].lower in words["lone_pronouns"]:
        return _with_description(tokens, Phrase(start, start + 1))
    index = start
    while index < len(tokens) and index - start < _LONGEST:
        token = tokens[index]
        if is_plain(token.lower):
            index += 1
            continue
        outside = not token.is_word and token.text not in _INNER_MARKS and not is_hyphen(tokens, index)
        if outside or (index > start and _ends_phrase(tokens, index, start)):
            break
        index += 1
    while index > start and tokens[index - 1].lower in words["dangling"]:
        index -= 1
    return _with_description(tokens, Phrase(start, index)) if index > start else None


def _ends_phrase(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Tell whether a noun phrase that began at ``start`` cannot hold the token at ``index``."""
    words = read_cues().sets
    token = tokens[index]
    if token.lower == "and":
        return not (index + 1 < len(tokens) and _is_nominal(tokens[index + 1]))
    if token.lower in words["boundaries"] or token.lower in words["times"] or _is_pronoun(token):
        return True
    released = token.lower in _RELEASES and tokens[index - 1].lower in _FOR_NEWSROOMS  # "a ministry press release"
    if (
        not released
        and not token.is_name
        and (is_verb(token) or (token.lower in read_cues().verbs and not is_role(token.lower)))
    ):
        return True
    if token.lower in words["loose_prepositions"]:
        if token.is_name and index + 1 < len(tokens) and tokens[index + 1].is_name and tokens[index - 1].is_name:
            return False  # "Doctors Without Borders"
        return token.lower in words["phrase_ends"] or _opens_setting(tokens, index)
    return token.lower in {"the", "a", "an"} and not _may_hold_article(tokens, index, start)


def _is_nominal(token: Token) -> bool:
    return token.is_name or is_role(token.lower) or token.lower in modifiers()


def _is_pronoun(token: Token) -> bool:
    word = token.lower if token.lower.isalpha() else token.lower.replace("’", "'").split("'")[0]
    return word in read_cues().sets["lone_pronouns"]


def _opens_setting(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a preposition opens "in a statement" and the like."""
    near = {token.lower for token in tokens[index + 1 : index + 3]}
    return tokens[index].lower in {"in", "at", "with"} and not near.isdisjoint(read_cues().sets["settings_nouns"])


def _may_hold_article(tokens: Sequence[Token], index: int, start: int) -> bool:
    before = tokens[index - 1]
    return before.lower in read_cues().sets["before_articles"] or (index - start <= 2 and not before.is_name)


def _with_description(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """Add the bracket or the appositive that follows a phrase as its description."""
    index = phrase.end
    if index + 1 >= len(tokens):
        return phrase
    if tokens[index].text == "(":
        end = _next_mark(tokens, index + 1, ")")
        return phrase._replace(description=(index, min(end + 1, len(tokens))))
    named = name_after(tokens, index) if tokens[index].text == "," and is_person(tokens, phrase) else None
    if named is not None:
        return phrase._replace(description=(index + 1, named))
    if tokens[index].text == "," and _describes(tokens, index + 1):
        end = _next_mark(tokens, index + 1, _ENDS)
        if end >= len(tokens) - 1 or tokens[end].text == ",":
            return phrase._replace(description=(index + 1, end))
    return phrase


def _describes(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an appositive begins here: "a judge", "head of", "associate professor"."""
    lower = tokens[index].lower
    if lower in read_cues().sets["appositives_after"]:
        return True
    if tokens[index].is_name:
        return False
    role = index + 1 < len(tokens) and is_role(tokens[index + 1].lower) and lower in modifiers()
    return is_role(lower) or role


def _next_mark(tokens: Sequence[Token], start: int, marks: Container[str]) -> int:
    return next((index for index in range(start, len(tokens)) if tokens[index].text in marks), len(tokens))


def subject_of(tokens: Sequence[Token], end: int) -> Phrase | None:
    """Take the first noun phrase of the sentence as its subject, past an opening such as "On Friday,"."""
    start = 0
    comma_next = len(tokens) > 1 and tokens[1].text == ","
    if comma_next or tokens[0].lower in read_cues().sets["sentence_openers"]:
        comma = next((index for index in range(min(end, _LONGEST)) if tokens[index].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    while start < end and not tokens[start].is_word:
        start += 1
    phrase = phrase_after(tokens, start)
    if phrase is None or phrase.end > end:
        return None
    return _before_object(tokens, phrase, end)


def _before_object(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """End a subject before a verb of the present that an article or a possessive follows: "the army | closes the"."""
    determiners = read_cues().sets["determiners"]
    for index in range(phrase.start + 1, min(phrase.end, end - 1)):
        verb = tokens[index].lower.endswith("s") and tokens[index].text.islower()
        if verb and tokens[index + 1].lower in determiners:
            return Phrase(phrase.start, index)
    return phrase
