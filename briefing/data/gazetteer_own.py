"""The analyst's own places: read from places.toml in the settings folder, and added to a built gazetteer in a moment.

The whole gazetteer takes many seconds to build. So a file with own places is a copy of it with a few rows more, named
after the content of places.toml: the same file of places always gives the same gazetteer.
"""

import hashlib
import os
import re
import shutil
import sqlite3
import tempfile
import tomllib
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from briefing.data.gazetteer_sources import Listed, listed_place
from briefing.data.gazetteer_spellings import listed_spellings, may_be_same_town
from briefing.data.place_names import fold_name
from briefing.errors import ResourceError
from briefing.model.findings import SETTLEMENTS, PlaceKind
from briefing.resources import settings_folder

_ENTRY = re.compile(r"^\s*\[\[\s*place\s*\]\]", re.MULTILINE)
_KEYS = frozenset({"name", "kind", "country", "point", "also", "population"})
_KINDS = tuple(sorted({kind.value for kind in PlaceKind} - {"province", "country"}))
_MARKS = ("", "~", "?")
_COUNTRY = re.compile(r"[A-Z]{2}|")


def own_places_file() -> Path:
    """Return the file in which an analyst can add places; it may not exist."""
    return settings_folder() / "places.toml"


def own_places_digest(path: Path) -> str:
    """Return a short hash of the analyst's file, "" where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else ""


def read_own_places(path: Path) -> tuple[Listed, ...]:
    """Return the places of the analyst's file; raise ResourceError, with its line, for one that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        entries = tomllib.loads(text).get("place", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"Your file of places {path} cannot be read: {error}. Correct or remove it.") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ResourceError(f"Your file of places {path} is wrong: begin each place with a line [[place]].")
    lines = [text.count("\n", 0, match.end()) + 1 for match in _ENTRY.finditer(text)]
    lines += [1] * (len(entries) - len(lines))
    return tuple(_own_place(entry, f"{path}, line {line}") for entry, line in zip(entries, lines, strict=False))


def _own_place(entry: dict[str, Any], where: str) -> Listed:
    remedy = _what_is_wrong(entry)
    if remedy:
        raise ResourceError(f"The place “{entry.get('name', '?')}” in {where} is wrong: {remedy}.")
    return listed_place(entry, where)


def _what_is_wrong(entry: dict[str, Any]) -> str:
    """Return what an analyst should do about an entry, "" where it is right."""
    name, country, also = entry.get("name"), entry.get("country", ""), entry.get("also", [])
    population, unknown = entry.get("population", 0), sorted(entry.keys() - _KEYS)
    checks = (
        (bool(unknown), f"“{', '.join(unknown)}” is not known; use {', '.join(sorted(_KEYS))}"),
        (not isinstance(name, str) or not fold_name(name), "give it a name in quotation marks"),
        (entry.get("kind") not in _KINDS, f"give it a kind, one of {', '.join(_KINDS)}"),
        (not _is_point(entry.get("point")), "give it a point of latitude and longitude such as [33.51, 36.29]"),
        (
            not isinstance(country, str) or not _COUNTRY.fullmatch(country),
            "write its country with two capital letters such as SY",
        ),
        (
            not isinstance(also, list) or not all(isinstance(word, str) for word in also),
            'write other spellings as a list such as ["Deraa", "Dara"]',
        ),
        (not isinstance(population, int) or population < 0, "write its population as a whole number"),
    )
    return next((remedy for wrong, remedy in checks if wrong), "")


def _is_point(point: Any) -> bool:
    if not isinstance(point, list) or len(point) != 2:
        return False
    numbers = all(isinstance(degrees, int | float) and not isinstance(degrees, bool) for degrees in point)
    return numbers and abs(point[0]) <= 90 and abs(point[1]) <= 180


def extend_gazetteer(base: Path, path: Path, places: Iterable[Listed]) -> None:
    """Write a copy of a gazetteer with more places to ``path``; it appears only when it is whole."""
    handle, name = tempfile.mkstemp(suffix=".part", prefix=path.stem, dir=path.parent)
    os.close(handle)
    try:
        shutil.copyfile(base, name)
        with closing(sqlite3.connect(name)) as copy:
            for place in places:
                _add(copy, place)
            copy.commit()
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _add(base: sqlite3.Connection, place: Listed) -> None:
    row = _row_of_same_town(base, place)
    if row is None:
        row = base.execute("SELECT MAX(row) + 1 FROM places").fetchone()[0]
        latitude, longitude = round(place.latitude * 1e4), round(place.longitude * 1e4)
        values = (row, place.id, place.name, place.kind, place.country or None, latitude, longitude, place.population)
        base.execute("INSERT INTO places VALUES(?,?,?,?,?,NULL,?,?,?,0,0)", values)
    else:
        base.execute(
            "UPDATE places SET name=?, population=MAX(population, ?) WHERE row=?", (place.name, place.population, row)
        )
    for spelling, rank in listed_spellings(place):
        if spelling[0] == "=":
            _add_to(base, "loose", spelling[1:], f"{row}")
        else:
            _add_to(base, "names", spelling, f"{_MARKS[rank]}{row}")
            _lengthen(base, spelling)


def _row_of_same_town(base: sqlite3.Connection, place: Listed) -> int | None:
    """Return the row of the town of the gazetteer that this one is, so that only its spellings are added."""
    if place.kind not in SETTLEMENTS:
        return None
    for spelling in (place.name, *place.also):
        found = base.execute("SELECT places FROM names WHERE name=?", (fold_name(spelling),)).fetchone()
        for marked in found[0].split() if found else ():
            row = int(marked.lstrip("~?"))
            kind, country, latitude, longitude = base.execute(
                "SELECT kind, country, latitude, longitude FROM places WHERE row=?", (row,)
            ).fetchone()
            town = kind is None or kind in SETTLEMENTS
            if town and country == place.country and may_be_same_town(place, latitude / 1e4, longitude / 1e4):
                return row
    return None


def _add_to(base: sqlite3.Connection, table: str, name: str, marked: str) -> None:
    found = base.execute(f"SELECT places FROM {table} WHERE name=?", (name,)).fetchone()  # noqa: S608 - two own names
    if found is None:
        values = "(?, ?, 1)" if table == "names" else "(?, ?)"
        base.execute(f"INSERT INTO {table} VALUES{values}", (name, marked))
        return
    row = marked.lstrip("~?")
    others = [other for other in found[0].split() if other.lstrip("~?") != row]
    base.execute(f"UPDATE {table} SET places=? WHERE name=?", (" ".join([*others, marked]), name))  # noqa: S608


def _lengthen(base: sqlite3.Connection, name: str) -> None:
    """Tell under the first word of a name how many words may follow it."""
    head, words = name.split(" ", 1)[0], name.count(" ") + 1
    if words > 1:
        base.execute(
            "INSERT INTO names VALUES(?, '', ?) ON CONFLICT(name) DO UPDATE SET longest=MAX(longest, ?)",
            (head, words, words),
        )
