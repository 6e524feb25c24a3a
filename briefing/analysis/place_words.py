"""The word lists that tell places from other names, read once from the tables in the data folder."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import util
from itertools import islice
from pathlib import Path

from briefing.data.place_names import fold_name
from briefing.errors import ResourceError
from briefing.model.findings import PlaceKind
from briefing.resources import data_folder

_NAMES = 6000  # of each list of the US census of 1990, by frequency; rarer surnames are as often places


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Word lists by use; ``surnames`` gives the rank by frequency, ``states`` the division behind an abbreviation."""

    strong_before: frozenset[str]
    weak_before: frozenset[str]
    after: frozenset[str]
    says: frozenset[str]
    government_verbs: frozenset[str]
    before_subject: frozenset[str]
    auxiliaries: frozenset[str]
    company_verbs: frozenset[str]
    vessels: frozenset[str]
    against: frozenset[str]
    meeting: frozenset[str]
    foreign_articles: frozenset[str]
    noun_capitals: frozenset[str]
    province_words: frozenset[str]
    town_words: frozenset[str]
    cues: dict[str, PlaceKind]
    province_before: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    portfolios: frozenset[str]
    courts: frozenset[str]
    organisations: frozenset[str]
    bodies_of: frozenset[str]
    bodies_for: frozenset[str]
    first_names: frozenset[str]
    surnames: dict[str, int]
    never: frozenset[str]
    common: frozenset[str]
    kind_after: dict[str, PlaceKind]
    kind_before: dict[str, PlaceKind]
    called: dict[str, PlaceKind]
    states: dict[str, tuple[str, str]]
    case_endings: tuple[tuple[str, str], ...]
    local_before: frozenset[str]
    joints: frozenset[str]
    starts: frozenset[str]
    tails: frozenset[str]
    directions: frozenset[str]
    datelines: frozenset[str]
    not_after: frozenset[str]
    with_article: frozenset[str]
    not_places: frozenset[str]
    bodies: re.Pattern[str]
    body_heads: frozenset[str]
    person_countries: frozenset[str]
    short_names: frozenset[str]
    kind_after_person: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Return the word lists; they are read from their files at the first call."""
    table = tomllib.loads((data_folder() / "place_words.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(words.split()) for name, words in table.items() if isinstance(words, str)}
    phrases = table["not_places"].split(";")
    lists["not_places"] = frozenset(fold_name(phrase) for phrase in phrases)
    lists.pop("bodies")
    lists["with_article"] = frozenset(fold_name(word) for word in lists["with_article"])
    common = _common_words()
    grammar = lists["strong_before"] | lists["weak_before"] | common
    # The census also knows people called In, An, Man and See.
    first_names = frozenset(
        name
        for name in lists.pop("first_names") | _census_first_names()
        if name not in lists["never"] and name.lower() not in grammar
    )
    return PlaceWords(
        cues=_cues(lists["town_words"], lists.pop("district_words"), lists["province_words"])
        | dict.fromkeys(lists.pop("province_heads"), PlaceKind.PROVINCE),
        **lists,
        first_names=first_names,
        surnames=_census_surnames(),
        common=common,
        bodies=_phrases(table["bodies"]),
        body_heads=frozenset(phrase.split()[0] for phrase in table["bodies"].split(";")),
        kind_after={word: PlaceKind(kind) for kind, words in table["kind_after"].items() for word in words.split()},
        kind_before={word: PlaceKind(kind) for kind, words in table["kind_before"].items() for word in words.split()},
        called={word: PlaceKind(kind) for kind, words in table["called"].items() for word in words.split()},
        case_endings=tuple((ending, nominative) for ending, nominative in table["case_endings"]),
        states={
            short: (country, code)
            for country, pairs in table["states"].items()
            for short, code in (pair.split("=") for pair in pairs.split())
        },
    )


def _cues(towns: frozenset[str], districts: frozenset[str], provinces: frozenset[str]) -> dict[str, PlaceKind]:
    """Return the kind that each word beside a name asks for, plurals included."""
    cues: dict[str, PlaceKind] = {}
    for words, kind in ((towns, PlaceKind.CITY), (districts, PlaceKind.DISTRICT), (provinces, PlaceKind.PROVINCE)):
        for word in sorted(words):
            plural = word[:-1] + "ies" if word.endswith("y") and kind is PlaceKind.CITY else word + "s"
            cues[word] = cues[plural] = kind
    return cues


def _phrases(listed: str) -> re.Pattern[str]:
    phrases = [r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in listed.split(";")]
    return re.compile(r"\b(?:" + "|".join(sorted(phrases, key=len, reverse=True)) + r")\b")


def _common_words() -> frozenset[str]:
    lines = (data_folder() / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold_name(word) for line in lines if not line.startswith("#") for word in line.split())


def _census_lines(name: str) -> list[str]:
    spec = util.find_spec("names")
    path = Path(spec.origin).parent / name if spec and spec.origin else None
    if path is None or not path.is_file():
        raise ResourceError("The package “names” with first names and surnames is missing. Install the program again.")
    with path.open(encoding="ascii") as file:
        return list(islice(file, _NAMES))


def _census_first_names() -> frozenset[str]:
    lines = _census_lines("dist.male.first") + _census_lines("dist.female.first")
    return frozenset(line.split()[0].title() for line in lines)


def _census_surnames() -> dict[str, int]:
    return {line.split()[0].title(): rank for rank, line in enumerate(_census_lines("dist.all.last"))}
