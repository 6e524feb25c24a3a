"""Builds the gazetteer: one SQLite file with places and the names under which they are looked up.

``places`` has one row for each place, in the order of inhabitants, so that among places of one name the lowest row is
mostly the largest; ``spellings`` counts the ways in which GeoNames knows its name written. ``names`` has one row for
each folded name: the rows of its places, "~" before those of which it is not the first name and "?" before those that
need a word such as "district" beside them, and how many words the longest name has that begins with this word.
``loose`` has the names that survive levelled transliteration.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from briefing.data.gazetteer_sources import (
    Listed,
    read_countries,
    read_divisions,
    read_listed,
    read_province_names,
    read_settlements,
)
from briefing.data.gazetteer_spellings import (
    LOCAL_SCRIPT_FROM,
    NEEDS_WORD,
    is_same_town,
    listed_spellings,
    preferred_name,
    settlement_spellings,
    short_rank,
    strip_generic,
)
from briefing.data.gazetteer_survey import Middle, survey_settlements
from briefing.data.place_names import fold_name, plain_letters

SCHEMA = 5
MARKS = ("", "~", "?")  # before the row of a place: its name, another name, only with a word such as "district"
CITY_FROM, TOWN_FROM = 50_000, 5_000  # inhabitants, after the Degree of Urbanisation (EU, OECD, UN-Habitat; 2020)
_MOST_PLACES_OF_A_NAME = 48
_SETTLEMENT_KINDS = frozenset({"city", "town", "village"})

_TABLES = """
CREATE TABLE places(row INTEGER PRIMARY KEY, id, name TEXT, kind TEXT, country TEXT, province INTEGER,
    latitude INTEGER, longitude INTEGER, population INTEGER, spellings INTEGER, capital INTEGER);
CREATE TABLE names(name TEXT PRIMARY KEY, places TEXT, longest INTEGER) WITHOUT ROWID;
CREATE TABLE loose(name TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
CREATE TABLE people(word TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TEMP TABLE spellings(name TEXT, rank INTEGER, row INTEGER);
"""

_Note = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Province:
    """Where a first-order division stands in the file, and its names."""

    row: int
    name: str
    also: tuple[str, ...]


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
    provinces, districts, sizes, capitals = survey_settlements(divisions)
    countries, people = read_countries()
    base.executemany("INSERT INTO people VALUES(?,?)", people.items())
    listed = list(read_listed())
    towns = [entry for entry in listed if entry.kind in _SETTLEMENT_KINDS]
    next_row = _add_listed(base, [*countries, *(entry for entry in listed if entry.kind not in _SETTLEMENT_KINDS)], 1)
    province_rows, next_row = _add_provinces(base, provinces, next_row)
    next_row = _add_districts(base, districts, province_rows, next_row)
    note("Reading the names of cities, towns and villages …")
    ranks = {number: next_row + rank for rank, (_, number) in enumerate(sorted(sizes))}
    towns = _add_settlements(base, ranks, province_rows, capitals, towns)
    _add_listed(base, towns, next_row + len(ranks))
    note("Sorting the names …")
    _add_names(base)


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


def _add_listed(base: sqlite3.Connection, entries: list[Listed], row: int) -> int:
    for entry in entries:
        point = (entry.latitude, entry.longitude)
        _add_place(base, row, entry.id, entry.name, entry.kind, entry.country, None, point, entry.population)
        _add_spellings(base, row, listed_spellings(entry))
        row += 1
    return row


def _add_provinces(
    base: sqlite3.Connection, provinces: dict[tuple[str, str], Middle], row: int
) -> tuple[dict[tuple[str, str], _Province], int]:
    own = read_province_names()
    rows: dict[tuple[str, str], _Province] = {}
    for (country, code), middle in sorted(provinces.items()):
        given, also, point = own.get((country, code), ("", (), None))
        found = next((name for name, _ in middle.names.most_common() if name), "")
        if not (name := given or plain_letters(strip_generic(found))):
            continue
        point = point or (middle.mean if country == "US" else middle.centre)
        identity = f"province:{country}:{code}"
        _add_place(base, row, identity, name, "province", country, None, point, middle.population)
        # The code itself is a key, so that "La." finds Louisiana without a second index.
        spellings = {fold_name(word) for word in (name, found, *also)} | {f"#{country}.{code}"}
        _add_spellings(base, row, [(word, 0) for word in sorted(spellings)])
        rows[country, code] = _Province(row=row, name=name, also=also)
        row += 1
    return rows, row


def _add_districts(
    base: sqlite3.Connection,
    districts: dict[tuple[str, str, str], Middle],
    province_rows: dict[tuple[str, str], _Province],
    row: int,
) -> int:
    for (country, code, name), middle in sorted(districts.items()):
        province = province_rows[country, code].row if (country, code) in province_rows else None
        short = strip_generic(name)
        printed = plain_letters(name if country == "US" else short)
        identity = f"district:{country}:{code}:{name}"
        _add_place(base, row, identity, printed, "district", country, province, middle.mean, middle.population)
        _add_spellings(base, row, [(fold_name(name), int(short == name)), (fold_name(short), short_rank(name, short))])
        row += 1
    return row


def _add_settlements(
    base: sqlite3.Connection,
    ranks: dict[int, int],
    province_rows: dict[tuple[str, str], _Province],
    capitals: set[int],
    towns: list[Listed],
) -> list[Listed]:
    """Add the settlements of GeoNames; return the listed towns that GeoNames does not have."""
    missing = {entry.id: entry for entry in towns}
    for place in read_settlements():
        row, capital = ranks[place.number], place.number in capitals
        province = province_rows.get((place.country, place.province))
        name = preferred_name(place, province.name if province else "")
        point = (place.latitude, place.longitude)
        size, known = place.population, len(place.also)
        province_row = province.row if province else None
        _add_place(base, row, place.number, name, None, place.country, province_row, point, size, known, capital)
        _add_spellings(base, row, settlement_spellings(place, name))
        if province and place.population >= LOCAL_SCRIPT_FROM and fold_name(name) == fold_name(province.name):
            # A province shares the spellings of the city that it is named after: "Deraa" is a name of both.
            spellings = [spelling for spelling, rank in settlement_spellings(place, name) if rank < 2]
            _add_spellings(base, province.row, [(spelling, 1) for spelling in spellings if spelling[0] != "="])
            _add_spellings(base, row, [(fold_name(spelling), 0) for spelling in province.also])
        for entry in towns:
            if entry.country == place.country and is_same_town(entry, place):
                # Our own table then only adds spellings, and the name to print.
                population = max(entry.population, place.population)
                base.execute("UPDATE places SET name=?, population=? WHERE row=?", (entry.name, population, row))
                _add_spellings(base, row, listed_spellings(entry))
                missing.pop(entry.id, None)
    return list(missing.values())


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
