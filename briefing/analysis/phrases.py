"""Noun phrases as pairs of token indexes, and the kinds of words that make and end them."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.analysis.cues import read_cues
from briefing.analysis.tokens import Token
from briefing.data.tables import load_table

_REMEMBERED = 20_000  # words
_EDGES = frozenset({"and", "or", "the", "a", "an"})
_SHORTEST_PAST = 4  # letters of a word in -ed that is no verb: "need"


class Phrase(NamedTuple):
    """The tokens of a noun phrase, and those of a description of it that follows between commas, if any."""

    start: int
    end: int
    description: tuple[int, int] | None = None


@cache
def _role_words() -> frozenset[str]:
    table = load_table("source_kinds")
    return frozenset(
        word for words in table["heads"].values() for phrase in words for word in (phrase, phrase.split()[-1])
    )


@cache
def modifiers() -> frozenset[str]:
    """Return the words that may stand between the article and the noun of a source."""
    return frozenset(load_table("source_kinds")["descriptors"]["modifiers"])


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before the name of one person, such as "envoy"."""
    return frozenset(load_table("source_kinds")["person_titles"]["words"])


@cache
def speakers() -> frozenset[str]:
    """Return the words for one who speaks for a body, such as "spokesman"."""
    return frozenset(load_table("source_kinds")["phrases"]["speakers"])


def is_role(word: str) -> bool:
    """Tell whether a lower-case word names a kind of source, such as "officials"."""
    return word in _role_words()


def head_index(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return the token that a noun phrase turns on: the last one before its first preposition."""
    words = read_cues().sets
    for index in range(phrase.start + 1, phrase.end):
        lower = tokens[index].lower
        if lower in words["joining_prepositions"] or lower in words["loose_prepositions"]:
            return index - 1
    return phrase.end - 1


def is_hyphen(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a mark is the hyphen of one word that begins with a number: "19-year-old"."""
    inner = tokens[index].text == "-" and 0 < index < len(tokens) - 1
    return inner and tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def is_verb(token: Token) -> bool:
    """Guess whether a word is a verb that no noun phrase can hold."""
    return not token.text[0].isupper() and _is_verb_word(token.lower)


@lru_cache(maxsize=_REMEMBERED)
def _is_verb_word(lower: str) -> bool:
    words = read_cues().sets
    if lower in words["verbs"] or lower in words["auxiliaries"]:
        return True
    return len(lower) > _SHORTEST_PAST and lower.endswith("ed") and "-" not in lower and lower not in words["not_verbs"]


@lru_cache(maxsize=_REMEMBERED)
def is_plain(lower: str) -> bool:
    """Tell whether a word is one that no rule for the edges of noun phrases asks for, as most nouns and adjectives."""
    words = read_cues().sets
    special = any(lower in words[name] for name in ("boundaries", "times", "loose_prepositions", "lone_pronouns"))
    if special or lower in _EDGES or lower in read_cues().verbs or _is_verb_word(lower):
        return False
    return lower.isalpha()  # "he's" and "19-year-old" are looked at one by one
