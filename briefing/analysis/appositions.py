"""A person or a body named beside a role, between commas: "the district nurse, Ana Lopez, said"."""

from collections.abc import Sequence

from briefing.analysis.cues import read_cues
from briefing.analysis.phrases import Phrase, is_role, speakers, titles
from briefing.analysis.tokens import Token

_LONGEST_NAME = 6  # tokens, titles and initials among them
_NAME_PARTS = 2  # of a person
_ENDS = frozenset({",", ".", ";", ":"})


def name_before(tokens: Sequence[Token], comma: int, first: int) -> int | None:
    """Find the comma that opens a name closed by ``comma``: the one before "Ana Lopez,"; None when it is no name."""
    for index in range(comma - 1, max(first, comma - _LONGEST_NAME - 1), -1):
        if tokens[index].text == ",":
            return index if is_full_name(tokens, index + 1, comma) else None
        if not in_name(tokens[index]):
            return None
    return None


def name_after(tokens: Sequence[Token], comma: int) -> int | None:
    """Find the end of a name that follows a comma and has a mark after it: "the mayor, Ana Lopez."."""
    index = comma + 1
    while index < len(tokens) and in_name(tokens[index]) and index - comma <= _LONGEST_NAME:
        index += 1
    closed = index == len(tokens) or tokens[index].text in _ENDS
    return index if closed and is_full_name(tokens, comma + 1, index) else None


def is_full_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether tokens are the name of one person or body: two capitalised words at least, or a title and one."""
    names = [token for token in tokens[start:end] if token.is_name]
    if not names or not (tokens[start].is_name and tokens[end - 1].is_name) or end - start > _LONGEST_NAME:
        return False
    return len(names) >= _NAME_PARTS and not any(token.lower in read_cues().sets["times"] for token in names)


def is_bearer(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a noun phrase is of one who may be named beside it: "its commander", "a nurse at the clinic"."""
    words = read_cues().sets
    opening = tokens[phrase.start].lower
    owned = any(token.text.endswith(("'s", "’s")) for token in tokens[phrase.start : phrase.end])
    if not (opening in words["determiners"] or owned or is_role(opening)):
        return False
    return any(_is_person_role(token.lower) for token in tokens[phrase.start : phrase.end])


def is_person(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a noun phrase is of one person, and not of a body: "the mayor", but "the ministry" is none."""
    return is_bearer(tokens, phrase) and any(
        token.lower in titles() or token.lower in speakers() or token.lower.endswith(read_cues().person_endings)
        for token in tokens[phrase.start : phrase.end]
    )


def _is_person_role(word: str) -> bool:
    ends = word.endswith(read_cues().person_endings)
    return is_role(word) or ends or word in titles()


def in_name(token: Token) -> bool:
    """Tell whether a word can be part of a name: it has a capital, or is a "de" or "al" between two that have."""
    return token.is_name or token.lower in read_cues().sets["name_particles"]
