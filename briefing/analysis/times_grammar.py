"""The grammar of time expressions, as patterns over word classes (see shapes.py), and the words behind the classes."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.analysis.shapes import Letters, build_letters
from briefing.resources import data_folder

# Letters: A month, B month that is also a word, C short month, E month in another language, W weekday, w short weekday,
# V weekdays, N number word, F few/several, a a/an, T the, D one or two digits, Y year, I other number, K decimal,
# G dotted date, U unit, Q quarter, q ordinal, L last/next/this, P part of day, H noon/dawn, h overnight, R today,
# r now/recently, l latest, g ago/later, e early/late, M end, S season, p a.m., z time zone, t st/nd/rd/th, c clock,
# s the possessive, b before/after, v every, k daily, f fiscal, O of, o on, u at, y by, n into, & and/to, i in/since,
# d old. A word that stands in several tables has the letter of the first.
_CLASSES = {
    "A": "months", "C": "months_short", "W": "weekdays", "w": "weekdays_short", "V": "weekdays_plural",
    "B": "months_ambiguous", "l": "latest", "U": "units", "L": "directions", "N": "numbers", "q": "ordinals",
    "P": "dayparts", "H": "hours", "h": "overnight", "R": "relative_days", "r": "references", "g": "ago",
    "e": "modifiers", "F": "vague", "S": "seasons", "Q": "quarter", "T": "articles", "a": "one", "O": "of", "o": "on",
    "u": "at", "y": "by", "n": "into", "b": "before", "&": "joining", "i": "prepositions", "f": "fiscal", "v": "every",
    "p": "half_day", "c": "clock", "z": "zones", "t": "number_ends", "s": "possessive", "k": "sets", "d": "old",
    "M": "edges", "E": "months_other",
}  # fmt: skip

_DAY = r"D(?:_t)?"
_YEAR = r"(?:[, ](?:O )?Y|[.]Y)"
_EDGE = r"(?:(?:T )?[eg](?:[ -]| [Oo] (?:T )?)|(?:T )?M O (?:T )?)?"  # early, mid-, the end of the
_COUNT = r"(?:a F(?: O)?|N[ -]N|[NDI](?: [&] a? ?half)?|F(?: O)?|a)"

# The first rule that fits at a place wins, so longer forms stand before the shorter ones they begin with.
_RULES = (
    ("iso", r"Y(?P<sep>[-/])D(?P=sep)D(?:_x_D:D(?::D)?(?:_x)?)?(?![-/])"),
    ("year_month_day", r"Y [ABC] D(?![:%_,]D)"),
    ("days_month", rf"{_DAY}(?:-| & ){_DAY}[ -](?:O )?[ABCE]{_YEAR}?"),
    ("day_month", rf"(?:[Ww][,. ](?:T )?)?(?:{_DAY}(?:[ -](?:O )?[ABCE]|[.][ABE])|q O [AB]){_YEAR}?(?:-Y)?"),
    ("month_days", rf"(?:[Ww][,. ])?[ABC][. ]{_DAY}(?:-| & ){_DAY}(?![-:%_$]){_YEAR}?(?! [xU])"),
    ("month_day", rf"(?:[Ww][,. ])?[ABC][. ](?:T )?(?:{_DAY}|q(?=\W)){_YEAR}?(?![:%_-]D)(?![%_])"),
    ("slash", r"D(?P<mark>[/-])D(?P=mark)[YD](?![/-])"),
    ("dotted", r"G"),
    ("iso_month", r"Y-D(?![-_:/%.]D)(?!-)"),
    ("month_year", rf"{_EDGE}[ABCE][,. ](?:O )?Y"),
    ("month_of", rf"{_EDGE}[ABC] (?:O )?L U"),
    ("month_relative", r"L [ABC]\b"),
    ("month_clear", rf"{_EDGE}A"),
    ("month", rf"(?:(?<=[iO&yegXbT] )|(?<=[e]-)|[eg][ -])B(?![_-])|{_EDGE}(?<=[iO&ye] )C(?=[.])"),
    ("weekdays_every", r"(?:v )W(?: P)?|V(?: P)?|W Ps"),
    ("weekday", rf"{_EDGE}(?:T )?(?:L ){{0,2}}W(?:[ -]P)?"),
    ("relative_day", rf"{_EDGE}R(?: P)?"),
    ("this_part", r"(?:[eg] )?L P"),
    ("ago", rf"{_COUNT} ?U g"),
    ("quarter", r"(?:T )?(?:L U's |U[ -]g |Y )?(?:f )?(?:q|D_t)[- ]Q(?: (?:O )?(?:f )?Y|Y's)?"),
    ("year_earlier", r"(?:T |a )?U[- ]g(?: Q)?"),
    ("this_quarter", r"T (?:[LlY] )?Q(?! O)"),
    ("span", rf"(?:T )?L {_COUNT} U"),
    ("some_span", rf"(?:T )?q {_COUNT} U"),
    ("unit", rf"{_EDGE}(?:T )?L U"),
    ("unit_reference", r"r U"),
    ("day_before", r"T U b"),
    ("weekend", r"T U(?![_-])"),
    ("season", rf"{_EDGE}(?:T )?L S|{_EDGE}(?:T )?S (?:O )?Y"),
    ("fiscal", r"(?:T )?f (?:U )?Y"),
    ("decade", r"(?:T )?(?:[eg][ -])?[YD]_s"),
    ("century", r"(?:T )?(?:[eg][ -])?(?:D_t|q)[ -]U"),
    ("every", r"v (?:U|P)"),
    ("duration", rf"{_COUNT}[ -]U(?![- ]d)"),
    ("bare_units", r"U(?! [gdb])"),
    ("clock", r"D:D(?::D)?(?: ?p)?(?: z)*|D[ _]p(?: z)*|K[ _]p(?: z)*|[DN] x'c|H"),
    ("part", r"(?:T )?[Ph]"),
    ("year", rf"{_EDGE}Y(?![\d_:%])"),
    ("set", r"k"),
    ("reference", r"r"),
)
# A quick look at the first letters, as "the" and "a" begin few of the rules and stand everywhere.
_FIRST = "[ABCDEFGHIKLMNPRSVWYefghklqrvw]|T [ABCDLMQSUPWYDefhglqV]|a [FU]|U"
GRAMMAR = re.compile(f"(?={_FIRST})(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in _RULES) + ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """The tables of time_words.toml with keys in small letters, and the letter of each word."""

    letters: Letters
    months: dict[str, int]
    weekdays: dict[str, int]
    tables: dict[str, dict[str, Any]]
    lists: dict[str, frozenset[str]]


@cache
def time_words() -> TimeWords:
    """Read the words of the grammar, once."""
    data = tomllib.loads((data_folder() / "time_words.toml").read_text(encoding="utf-8"))
    lists: dict[str, list[str]] = data.pop("lists")
    tables = {name: {word.lower(): value for word, value in table.items()} for name, table in data.items()}
    months = tables["months_other"] | tables["months"] | tables["months_ambiguous"] | tables["months_short"]
    weekdays = tables["weekdays"] | tables["weekdays_short"] | tables["weekdays_plural"]
    return TimeWords(
        letters=build_letters({letter: data.get(name) or lists[name] for letter, name in _CLASSES.items()}),
        months=months,
        weekdays=weekdays,
        tables=tables,
        lists={name: frozenset(words) for name, words in lists.items()},
    )
