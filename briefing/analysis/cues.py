"""The words by which a report says that somebody else says something, as tables that are quick to ask."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing.analysis.inflection import inflect
from briefing.data.tables import load_table


class CueGroup(StrEnum):
    """How a reporting verb stands to its source and to what is said; see reporting_cues.toml."""

    SAY = "say"
    STATE = "state"
    SHY = "shy"
    TELL = "tell"
    OBJECT = "object"
    MIND = "mind"
    EVIDENCE = "evidence"
    FIGURE = "figure"
    PUBLISH = "publish"


class VerbForm(StrEnum):
    """The form in which a verb is met; the past may also be a participle."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb: its base form, all groups that it belongs to, and which forms it may be."""

    base: str
    groups: frozenset[CueGroup]
    forms: frozenset[VerbForm]


@dataclass(frozen=True, slots=True)
class CueWords:
    """The tables of reporting_cues.toml, ready to be asked."""

    verbs: dict[str, Cue]
    before_source: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    nouns: frozenset[str]
    particles: dict[str, frozenset[str]]
    not_before: dict[str, frozenset[str]]
    not_next: dict[str, frozenset[str]]
    bare_nouns: frozenset[str]
    noun_links: frozenset[str]
    sets: dict[str, frozenset[str]]
    person_endings: tuple[str, ...]
    publication: dict[str, str]
    media: tuple[tuple[re.Pattern[str], str], ...]
    media_words: frozenset[str]
    cue_words: frozenset[str]


@cache
def read_cues() -> CueWords:
    """Read the table of reporting cues."""
    table = load_table("reporting_cues")
    phrases = table["phrases"]
    verbs = _read_verbs(table["verbs"])
    publication = {word: kind for kind, words in table["publication"].items() for word in words}
    media = tuple((_any_of(words), kind) for kind, words in table["media"].items())
    before = _by_rarest_word(phrases["before_source"])
    return CueWords(
        verbs=verbs,
        not_before={verb: frozenset(words) for verb, words in table["not_before"].items()},
        not_next={verb: frozenset(words) for verb, words in table["not_next"].items()},
        before_source=before,
        nouns=frozenset(phrases["nouns"]),
        particles={verb: frozenset(words) for verb, words in table["particles"].items()},
        bare_nouns=frozenset(phrases["bare_nouns"]),
        noun_links=frozenset(phrases["noun_links"]),
        sets=_with_unions({name: frozenset(words) for name, words in table["words"].items()}),
        person_endings=tuple(table["words"]["person_endings"]),
        publication=publication,
        media=media,
        media_words=frozenset(words.split()[0] for entries in table["media"].values() for words in entries),
        cue_words=frozenset(verbs.keys() | before.keys() | set(phrases["nouns"])),
    )


def _by_rarest_word(phrases: list[str]) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Sort phrases, cut into words, by their longest word, the rarest as a rule, with its place in the phrase."""
    found: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        rarest = max(words, key=len)
        found[rarest] = (*found.get(rarest, ()), (words, words.index(rarest)))
    return found


def _with_unions(sets: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Add the lists that are made of others, once, because they are asked for at every word."""
    prepositions = sets["joining_prepositions"] | sets["loose_prepositions"]
    openers = sets["loose_prepositions"] | sets["times"] | sets["adverbs"]
    return sets | {
        "lone_pronouns": sets["pronouns"] - sets["determiners"],
        "before_articles": prepositions | {"and"},
        "stray": (prepositions | sets["boundaries"]) - sets["pronouns"],
        "sentence_openers": openers | sets["boundaries"],
        "adjuncts": openers | sets["adjunct_openers"],
    }


def _read_verbs(groups: dict[str, list[str]]) -> dict[str, Cue]:
    verbs: dict[str, Cue] = {}
    for group, entries in groups.items():
        for entry in entries:
            forms = inflect(entry)
            for name in VerbForm:
                word = getattr(forms, name.value)
                known = verbs.get(word)
                verbs[word] = Cue(
                    base=forms.base,
                    groups=(known.groups if known else frozenset()) | {CueGroup(group)},
                    forms=(known.forms if known else frozenset()) | {name},
                )
    return verbs


def _any_of(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w])", re.IGNORECASE)
