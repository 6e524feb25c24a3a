"""Builds the gazetteer: one SQLite file with places and the names under which they are looked up.

``places`` has one row for each place, in the order of inhabitants, so that among places of one name the lowest row is
the largest; ``spellings`` counts the ways in which GeoNames knows its name written. ``names`` has one row for each folded name: the rows of its places, "~" before those of which it is not the
first name and "?" before those that need a word such as "district" beside them, and how many words the longest name has
that begins with this word. ``loose`` has the names that survive levelled transliteration.
"""

import os
import re
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from briefing.data.gazetteer_sources import (
    Division,
    Listed,
    Settlement,
    point_key,
    read_capitals,
    read_countries,
    read_divisions,
    read_listed,
    read_province_names,
    read_settlements,
)
from briefing.data.place_names import drop_article, fold_name, loosen_name, plain_letters

SCHEMA = 3
MARKS = ("", "~", "?")  # before the row of a place: its name, another name, only with a word such as "district"
NEEDS_WORD = 2
CITY_FROM, TOWN_FROM = 50_000, 5_000  # inhabitants, after the Degree of Urbanisation (EU, OECD, UN-Habitat; 2020)
_MOST_PLACES_OF_A_NAME = 48
_LOCAL_SCRIPT_FROM = 15_000
_CAPITAL_WITHIN = 0.35  # degrees between the capital's point in countryinfo and in GeoNames
_GENERIC = re.compile(
    r"^(?:(?:muhafazat|wilayat|wilaya|provincia d[ei]l?|província d[ei]|province of|departamento de|département d[eu]|"
    r"estado de|region of|state of|republic of|comuna|amphoe|municipio de?|huyện|kabupaten|powiat|gemeente|obshtina|"
    r"oraş|okres|partido de|shahrestān-e|bezirk|regierungsbezirk|daïra d[e’']|nomós|srŏk|districts? of|city of)\s+)"
    r"|(?:[\s-]+(?:governorate|province|region|oblast['’]?|state|district|county|department|voivodeship|prefecture|"
    r"division|territory|municipality|parish|republic|krai|raion|rayon|shi|i̇lçesi|ilçesi|kommune?|okrug|borough))+$",
    re.IGNORECASE,
)
# Countries whose names reach the press in many transliterations: Arabic, Persian, Cyrillic, Burmese, Ethiopic.
_TRANSLITERATED = frozenset(
    "SY IQ LB JO PS IL YE SA EG SD LY TN DZ MA IR AF AE OM QA KW BH UA RU BY MM ET ER SO TD MR PK KZ KG TJ UZ TM".split()
)
_LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿʻʼʿ‘’'][\u0020-\u024f\u02b0-\u02ff\u1e00-\u1eff‘’]+$")
_LOCAL = re.compile(r"^[\u0400-\u052f\u0600-\u06ff' -]{3,}$")

_TABLES = """
CREATE TABLE places(row INTEGER PRIMARY KEY, id, name TEXT, kind TEXT, country TEXT, province INTEGER,
    latitude INTEGER, longitude INTEGER, population INTEGER, spellings INTEGER, capital INTEGER);
CREATE TABLE names(name TEXT PRIMARY KEY, places TEXT, longest INTEGER) WITHOUT ROWID;
CREATE TABLE loose(name TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE people(word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TEMP TABLE spellings(name TEXT, rank INTEGER, row INTEGER);
"""

_Note = Callable[[str], None]


class _Middle:
    """The settlements of one division: where their middle lies, and how many people live in them."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.count, self.population = 0, 0
        self.sum_latitude, self.sum_longitude = 0.0, 0.0
        self.box = [90.0, -90.0, 180.0, -180.0]

    def add(self, place: Settlement) -> None:
        self.count += 1
        self.population += place.population
        self.sum_latitude += place.latitude
        self.sum_longitude += place.longitude
        south, north, west, east = self.box
        self.box = [
            min(south, place.latitude),
            max(north, place.latitude),
            min(west, place.longitude),
            max(east, place.longitude),
        ]

    @property
    def mean(self) -> tuple[float, float]:
        return self.sum_latitude / self.count, self.sum_longitude / self.count

    @property
    def centre(self) -> tuple[float, float]:
        south, north, west, east = self.box
        return (south + north) / 2, (west + east) / 2


def build_gazetteer(path: Path, progress: Callable[[str], None] | None = None) -> None:
    """Build the gazetteer file ``path``; it appears only when it is whole, whoever else builds it meanwhile."""
    note = progress or (lambda _: None)
    handle, name = tempfile.mkstemp(suffix=".part", prefix=path.stem, dir=path.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as base:
            base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=FILE;" + _TABLES)
            _fill(base, note)
            note("Writing the gazetteer to disk …")
            base.commit()
            base.execute("VACUUM")
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(base: sqlite3.Connection, note: _Note) -> None:
    note("Reading the names of provinces and districts …")
    divisions = read_divisions()
    provinces, districts, sizes, capitals = _survey(divisions)
    next_row = _add_listed(base)
    province_rows, next_row = _add_provinces(base, provinces, next_row)
    next_row = _add_districts(base, districts, province_rows, next_row)
    note("Reading the names of cities, towns and villages …")
    ranks = {number: next_row + rank for rank, (_, number) in enumerate(sorted(sizes))}
    _add_settlements(base, ranks, province_rows, capitals)
    note("Sorting the names …")
    _add_names(base)


def _survey(
    divisions: dict[tuple[str, int, int], Division],
) -> tuple[dict[tuple[str, str], _Middle], dict[tuple[str, str, str], _Middle], list[tuple[int, int]], set[int]]:
    provinces: dict[tuple[str, str], _Middle] = defaultdict(_Middle)
    districts: dict[tuple[str, str, str], _Middle] = defaultdict(_Middle)
    sizes: list[tuple[int, int]] = []
    capital_points, largest = read_capitals(), defaultdict[str, tuple[int, int]](lambda: (0, 0))
    for place in read_settlements():
        sizes.append((-place.population, place.number))
        point = capital_points.get(place.country)
        if point and max(abs(place.latitude - point[0]), abs(place.longitude - point[1])) < _CAPITAL_WITHIN:
            largest[place.country] = max(largest[place.country], (place.population, place.number))
        province = provinces[place.country, place.province]
        province.add(place)
        if division := divisions.get(point_key(place.country, place.latitude, place.longitude)):
            province.names[division.province] += 1
            if division.district:
                districts[place.country, place.province, division.district].add(place)
    return provinces, districts, sizes, {number for _, number in largest.values()}


def _add_place(
    base: sqlite3.Connection,
    row: int,
    identity: str | int,
    name: str,
    kind: str | None,
    country: str,
    province: int | None,
    point: tuple[float, float],
    population: int,
    spellings: int = 0,
    capital: bool = False,
) -> None:
    latitude, longitude = (round(degrees * 1e4) for degrees in point)
    base.execute(
        "INSERT INTO places VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        (row, identity, name, kind, country or None, province, latitude, longitude, population, spellings, capital),
    )


def _add_spellings(base: sqlite3.Connection, row: int, spellings: Iterable[tuple[str, int]]) -> None:
    """Store folded spellings with their rank: 0 the name, 1 another name, 2 only with a word such as "district"."""
    best: dict[str, int] = {}
    for spelling, rank in spellings:
        if len(spelling) > 1:
            best[spelling] = min(rank, best.get(spelling, 9))
    base.executemany("INSERT INTO spellings VALUES(?,?,?)", ((name, rank, row) for name, rank in best.items()))


def _add_listed(base: sqlite3.Connection) -> int:
    countries, people = read_countries()
    base.executemany("INSERT INTO people VALUES(?,?)", people.items())
    row = 0
    for entry in (*countries, *read_listed()):
        row += 1
        point = (entry.latitude, entry.longitude)
        _add_place(base, row, entry.id, entry.name, entry.kind, entry.country, None, point, entry.population)
        _add_spellings(base, row, _listed_spellings(entry))
    return row + 1


def _listed_spellings(entry: Listed) -> Iterator[tuple[str, int]]:
    yield fold_name(entry.name), 0
    for spelling in entry.also:
        yield fold_name(spelling), 0
        if entry.country in _TRANSLITERATED and entry.kind != "country":
            yield "=" + loosen_name(fold_name(spelling)), 1
    if entry.country in _TRANSLITERATED and entry.kind != "country":
        yield "=" + loosen_name(fold_name(entry.name)), 1


def _strip_generic(name: str) -> str:
    stripped = _GENERIC.sub("", name).strip()
    return stripped if len(stripped) > 2 else name


def _add_provinces(
    base: sqlite3.Connection, provinces: dict[tuple[str, str], _Middle], row: int
) -> tuple[dict[tuple[str, str], tuple[int, str]], int]:
    own = read_province_names()
    rows: dict[tuple[str, str], tuple[int, str]] = {}
    for (country, code), middle in sorted(provinces.items()):
        given, also, point = own.get((country, code), ("", (), None))
        found = next((name for name, _ in middle.names.most_common() if name), "")
        if not (name := given or plain_letters(_strip_generic(found))):
            continue
        point = point or (middle.mean if country == "US" else middle.centre)
        identity = f"province:{country}:{code}"
        _add_place(base, row, identity, name, "province", country, None, point, middle.population)
        # The code itself is a key, so that "La." finds Louisiana without a second index.
        spellings = {fold_name(word) for word in (name, found, *also)} | {f"#{country}.{code}"}
        _add_spellings(base, row, [(word, 0) for word in sorted(spellings)])
        rows[country, code] = (row, name)
        row += 1
    return rows, row


def _add_districts(
    base: sqlite3.Connection,
    districts: dict[tuple[str, str, str], _Middle],
    province_rows: dict[tuple[str, str], tuple[int, str]],
    row: int,
) -> int:
    for (country, code, name), middle in sorted(districts.items()):
        province = province_rows.get((country, code), (None, ""))[0]
        short = _strip_generic(name)
        printed = plain_letters(name if country == "US" else short)
        identity = f"district:{country}:{code}:{name}"
        _add_place(base, row, identity, printed, "district", country, province, middle.mean, middle.population)
        _add_spellings(base, row, [(fold_name(name), 0 if short != name else 1), (fold_name(short), _short_rank(name, short))])
        row += 1
    return row


def _short_rank(name: str, short: str) -> int:
    # Provinces of the second order ("Provincia de Salamanca") are called by their bare names, counties are not.
    return 1 if name == short or re.search(r"provinc|départ|departa", name, re.IGNORECASE) else NEEDS_WORD


def _add_settlements(
    base: sqlite3.Connection,
    ranks: dict[int, int],
    province_rows: dict[tuple[str, str], tuple[int, str]],
    capitals: set[int],
) -> None:
    for place in read_settlements():
        row, capital = ranks[place.number], place.number in capitals
        province, province_name = province_rows.get((place.country, place.province), (None, ""))
        name = preferred_name(place, province_name)
        point = (place.latitude, place.longitude)
        size, known = place.population, len(place.also)
        _add_place(base, row, place.number, name, None, place.country, province, point, size, known, capital)
        _add_spellings(base, row, _settlement_spellings(place, name))
        if province is not None and place.population >= _LOCAL_SCRIPT_FROM and fold_name(name) == fold_name(province_name):
            # A province shares the spellings of the city that it is named after: "Deraa" is a name of both.
            spellings = [spelling for spelling, rank in _settlement_spellings(place, name) if rank < 2]
            _add_spellings(base, province, [(spelling, 1) for spelling in spellings if spelling[0] != "="])


def preferred_name(place: Settlement, province_name: str) -> str:
    """Return the name to print for a settlement: the plain spelling that the English press uses.

    A GeoNames name in plain letters stands. Otherwise the first of these that GeoNames knows as a spelling: the name of
    its province ("Dar‘ā" is in Daraa), the name without article and closing -h ("Ar Raqqah" is Raqqa), the name without
    accents ("Tartus"); and if it knows none of them, the name without accents.
    """
    if place.name.isascii() and "'" not in place.name and "`" not in place.name:
        plain = place.name
    else:
        plain = plain_letters(place.name)
    known = {word for word in place.also if word.isascii()}
    if province_name in known and loosen_name(fold_name(province_name)) == loosen_name(fold_name(plain)):
        return province_name
    if plain == place.name and not re.match(r"(?:A[rnstdzl]|Ash) [A-Z]", plain):
        return plain
    bare = re.sub(r"^(?:A[rnstdzl]|Ash|Adh) (?=[A-Z])", "", plain)
    for spelling in (re.sub(r"(?<=a)h$", "", bare), bare):
        if spelling in known and len(spelling) > 2:
            return spelling
    return plain


def _settlement_spellings(place: Settlement, name: str) -> Iterator[tuple[str, int]]:
    folded = {fold_name(place.name), fold_name(name)}
    for spelling in sorted(folded):
        yield spelling, 0
        if (bare := drop_article(spelling)) != spelling and len(bare) > 3:
            yield bare, 1
    for spelling in place.also:
        if _worth_keeping(spelling, place.population):
            word = fold_name(spelling)
            if len(word) > 2:
                # "Acapulco" is as much the name of Acapulco de Juárez as the long form.
                yield word, 0 if any(full.startswith(word + " ") for full in folded) and len(word) > 4 else 1
                if place.country in _TRANSLITERATED and (bare := drop_article(word)) != word and len(bare) > 3:
                    yield bare, 1
    if place.country in _TRANSLITERATED and (place.population >= 2000 or not place.population):
        for spelling in (place.name, *place.also):
            if _LATIN.match(spelling) and not spelling.isupper() and len(key := loosen_name(fold_name(spelling))) > 3:
                yield "=" + key, 1


def _worth_keeping(spelling: str, population: int) -> bool:
    if _LATIN.match(spelling):
        # Codes of airports ("DAM") are no names; so are the machine transliterations, which begin small.
        return len(spelling) < 40 and not (spelling.isupper() and len(spelling) < 5)
    return population >= _LOCAL_SCRIPT_FROM and _LOCAL.match(spelling) is not None


def _add_names(base: sqlite3.Connection) -> None:
    base.execute("CREATE INDEX temp.by_name ON spellings(name, row, rank)")
    longest: dict[str, int] = {}
    for (name,) in base.execute("SELECT DISTINCT name FROM spellings WHERE name LIKE '% %'"):
        first, words = name.split(" ", 1)[0], name.count(" ") + 1
        longest[first] = max(words, longest.get(first, 1))
    rows = base.execute("SELECT name, MIN(rank), row FROM spellings GROUP BY name, row ORDER BY name, row")
    for name, group in groupby(rows, key=lambda row: row[0]):
        ranked = sorted((rank == NEEDS_WORD, row, rank) for _, rank, row in group)[:_MOST_PLACES_OF_A_NAME]
        places = " ".join(f"{MARKS[rank]}{row}" for _, row, rank in ranked)
        if name[0] == "=":
            base.execute("INSERT INTO loose VALUES(?,?)", (name[1:], places.replace("~", "")))
        else:
            base.execute("INSERT INTO names VALUES(?,?,?)", (name, places, longest.pop(name, 1)))
    base.executemany("INSERT INTO names VALUES(?,'',?)", sorted(longest.items()))
