"""The words of control.toml, ready to be asked: who takes, holds, leaves, besieges or threatens a place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.inflection import inflect
from briefing.analysis.tokens import Token
from briefing.data.tables import load_table
from briefing.model.findings import ControlRelation


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """One way to speak of control.

    ``rest`` are the words after the first, ``form`` is the form of the verb or "", ``build`` tells where the place
    stands: "verb", "noun" and "phrase" have it after them, "before" and "fall" before them.
    """

    rest: tuple[str, ...]
    relation: ControlRelation
    form: str
    build: str


@dataclass(frozen=True, slots=True)
class ControlWords:
    """The tables of control.toml; ``entries`` are sorted by first word, the longest first."""

    entries: dict[str, tuple[ControlEntry, ...]]
    first_words: frozenset[str]
    compounds: re.Pattern[str]
    aims: frozenset[str]
    holders: frozenset[str]
    holder_ends: re.Pattern[str]
    extents: re.Pattern[str]
    main_city: tuple[str, ...]
    again: tuple[re.Pattern[str], re.Pattern[str]]
    area: re.Pattern[str]
    part: re.Pattern[str]
    aside: re.Pattern[str]
    within: re.Pattern[str]
    share: re.Pattern[str]
    sets: dict[str, frozenset[str]]


@cache
def read_control() -> ControlWords:
    """Read the table of control."""
    table = load_table("control")
    entries: dict[str, list[ControlEntry]] = {}
    for name, section in table.items():
        if name != "words":
            for first, entry in _entries(name, section):
                entries.setdefault(first, []).append(entry)
    words = table["words"]
    ends = "|".join(map(re.escape, words["holder_ends"]))
    return ControlWords(
        entries={first: tuple(sorted(found, key=lambda e: -len(e.rest))) for first, found in entries.items()},
        first_words=frozenset(entries) | set(table["threatens"]["aims"]),
        compounds=re.compile(r"[-‑](?<=\w.)(?:" + "|".join(table["holds"]["compounds"]) + r")\b", re.IGNORECASE),
        aims=frozenset(table["threatens"]["aims"]),
        holders=frozenset(words["holders"]),
        holder_ends=re.compile(rf"(?:\s*,?\s+|(?<=[a-z]s))(?:{ends})\b.*$|\s*\(.*$", re.DOTALL),
        extents=any_word(words["extents"]),
        main_city=tuple(words["main_city"]),
        again=(any_word(words["settlement_again"]), any_word(words["province_again"])),
        area=any_word(words["areas"]),
        part=_part_pattern(words),
        aside=re.compile(
            rf"{any_word(words['aside']).pattern}\s+(?:the\s+)?(?:(?:capital|city|town|village|port)\s+(?:of\s+)?)?$"
        ),
        within=re.compile(rf"{any_word(words['settlements_in']).pattern}[^,;]{{0,60}}\bin\s+(?:[\w-]+\s+){{0,4}}$"),
        share=re.compile(
            rf"((?:{'|'.join(map(re.escape, words['qualifiers']))})?\s*\d[\d.,]*\s?(?:%|percent|per cent))\s+of\b",
            re.IGNORECASE,
        ),
        sets={name: frozenset(found) for name, found in words.items()},
    )


def _entries(name: str, section: dict[str, list[str]]) -> Iterator[tuple[str, ControlEntry]]:
    fall = name == "took_by_fall"
    relation = ControlRelation.TOOK if fall else ControlRelation(name)
    build = "fall" if fall else "verb"
    for verb in section.get("verbs", []):
        forms, _, rest = verb.partition(" + ")
        for form in ("base", "third", "past", "participle", "gerund"):
            yield getattr(inflect(forms), form), ControlEntry(tuple(rest.split()), relation, form, build)
    for key, build in (("nouns", "noun"), ("phrases", "phrase"), ("place_before", "before")):
        for words in section.get(key, []):
            first, *others = words.split()
            yield first, ControlEntry(tuple(others), relation, "", build)


def any_word(words: list[str]) -> re.Pattern[str]:
    """Make a pattern that finds any of the words or phrases as whole words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


def _part_pattern(words: dict[str, list[str]]) -> re.Pattern[str]:
    """Make the pattern of a part before its place: "dozens of villages in", "a base near the city of".

    "The town of" and "the cities of" are the places themselves and no parts.
    """
    one, several = ("|".join(words[name]) for name in ("settlements_in", "settlements"))
    themselves = rf"(?!(?:{one})\s+of\b)(?!(?<=\bthe )(?:{several})\s+of\b)"
    amount = rf"(?:(?:{'|'.join(words['amounts'])}|\d+) (?:of )?(?:(?:the|its|their) )?)?"
    told = rf"(?:(?!(?:{'|'.join(words['outside_parts'])})\b)[\w-]+[ \n]){{0,4}}?"
    area = any_word(words["areas"]).pattern
    return re.compile(
        rf"(?<![\w-])({amount}{told}{themselves}{area})\s+(?:in|of|around|near|at)\s+(?:the\s+)?(?:[\w-]+\s+){{0,4}}$",
        re.IGNORECASE,
    )


def word_at(tokens: Sequence[Token], index: int, word: str) -> bool:
    """Tell whether a word stands at a place in the sentence."""
    return index < len(tokens) and tokens[index].lower == word
