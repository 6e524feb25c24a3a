"""The words of the grammar of figures and the letter of each (see shapes.py)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.analysis.shapes import Letters, build_letters
from briefing.resources import data_folder

# Letters: N number word, H million, V dozens, S most/third, a a/an, F several, j and/or, J to, O of, A was/were,
# l in/on, p by/when, Q part of a qualifier, e years/p.m., u unit, W magnitude, w Richter, q square, i including,
# m among, o them, R reached, P killed (active and passive), G killing, X dead, C deaths, L toll. Digits and gaps as in
# shapes.py. A word that stands in several lists has the letter of the first.
_MEASURE_LETTERS = {"participles": "P", "actives": "G", "states": "X", "nouns": "C", "leads": "L"}
_LIST_LETTERS = {
    "one": "a", "several": "F", "and": "j", "to": "J", "of": "O", "time_units": "e", "magnitude": "W",
    "scale": "w", "square": "q", "including": "i", "among": "m", "them": "o", "auxiliaries": "A",
    "place_prepositions": "l", "prepositions": "p", "reaching": "R",
}  # fmt: skip
_TABLE_LETTERS = {"numbers": "N", "multipliers": "H", "vague": "V", "shares": "S", "units": "u"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The tables of figure_words.toml and what follows from them; ``measures`` gives the measure of each cue word."""

    letters: Letters
    tables: dict[str, dict[str, Any]]
    lists: dict[str, frozenset[str]]
    measures: dict[str, str]
    longest_qualifier: int
    qualifier_ends: frozenset[str]


@cache
def figure_words() -> FigureWords:
    """Read the words of the grammar, once."""
    data = tomllib.loads((data_folder() / "figure_words.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(words) for name, words in data.pop("lists").items()}
    measures = data.pop("measures")
    classes: dict[str, list[str]] = {}
    for name, letter in _TABLE_LETTERS.items():
        classes.setdefault(letter, []).extend(data[name])
    for forms in measures.values():
        for form, letter in _MEASURE_LETTERS.items():
            classes.setdefault(letter, []).extend(forms[form])
    for name, letter in _LIST_LETTERS.items():
        classes.setdefault(letter, []).extend(sorted(lists[name]))
    qualifier_words = sorted({word for phrase in lists["qualifiers"] for word in phrase.split()})
    classes.setdefault("Q", []).extend(qualifier_words)
    return FigureWords(
        letters=build_letters(classes),
        tables=data,
        lists=lists,
        measures={word: name for name, forms in measures.items() for words in forms.values() for word in words},
        qualifier_ends=frozenset(phrase.split()[-1] for phrase in lists["qualifiers"]),
        longest_qualifier=max(len(phrase.split()) for phrase in lists["qualifiers"]),
    )
