"""Look-ups in the gazetteer: which places bear a name, how a name goes on, which country a people belongs to."""

import math
import sqlite3
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from briefing.data.build_gazetteer import CITY_FROM, MARKS, SCHEMA, TOWN_FROM, build_gazetteer
from briefing.data.gazetteer_own import extend_gazetteer, own_places_digest, own_places_file, read_own_places
from briefing.data.gazetteer_sources import sources_digest
from briefing.data.place_names import loosen_name
from briefing.errors import ResourceError
from briefing.model.findings import Place, PlaceKind
from briefing.resources import cache_folder

_Value = TypeVar("_Value")
FEDERAL = frozenset({"US", "CA", "AU", "GB", "IN", "DE"})  # the press names their states as it names countries
FAMOUS_FROM = 150_000  # inhabitants
_CACHED = 60_000  # names kept in memory, some 20 MB at most
_PLACE = """
SELECT row, id, name, kind, country, province, latitude, longitude, population, spellings, capital
FROM places WHERE row=?
"""
_CAPITALS = "SELECT id FROM places WHERE capital=1"
_COUNTRY = "SELECT row FROM places WHERE kind='country' AND country=? ORDER BY row LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One place that a name may mean.

    ``rank`` is 0 when the name is the place's own, 1 when it is another name of it, 2 when it is meant only with a word
    such as "district" beside it. ``row`` and ``province`` are rows of the gazetteer, for comparing. ``spellings``
    counts the ways in which its name is written in the languages of the world, a measure of how well it is known;
    ``capital`` is true for capitals of countries, and ``prior`` is how likely the place is meant before anything is
    known of the document.
    """

    place: Place
    rank: int
    row: int
    province: int
    spellings: int
    capital: bool
    prior: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a folded name: its senses, and how many words the longest name has that begins so."""

    senses: tuple[Sense, ...]
    longest: int


UNKNOWN = Known(senses=(), longest=0)


class Gazetteer:
    """The gazetteer file, opened for reading; may be used from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        # Nothing writes to the file once it has its name, so SQLite need not look for changes.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._known: dict[str, Known] = {}
        self._loose: dict[str, tuple[Sense, ...]] = {}
        self._provinces: dict[int, str] = {}
        self._capitals: frozenset[str] | None = None
        with self._lock:
            self._people = dict(self._base.execute("SELECT word, country FROM people"))

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def look_up(self, folded: str) -> Known:
        """Return what is known of a name in the form of ``fold_name``."""
        known = self._known.get(folded)
        if known is None:
            known = self._keep(self._known, folded, self._read_known(folded))
        return known

    def look_up_loosely(self, folded: str) -> tuple[Sense, ...]:
        """Return places whose names differ from this one only in the manner of transliteration."""
        senses = self._loose.get(folded)
        if senses is None:
            with self._lock:
                row = self._base.execute("SELECT places FROM loose WHERE name=?", (loosen_name(folded),)).fetchone()
                found = self._read_senses(row[0]) if row else ()
            senses = self._keep(self._loose, folded, found)
        return senses

    def country_of_people(self, word: str) -> str | None:
        """Return the country of a demonym ("Syrian", "Russians"), or None."""
        return self._people.get(word)

    def look_up_division(self, country: str, code: str) -> tuple[Sense, ...]:
        """Return the first-order division of a country with this GeoNames code, as one sense or none."""
        return self.look_up(f"#{country}.{code}").senses

    def look_up_country(self, code: str) -> Sense | None:
        """Return the country of an ISO code, or None where the gazetteer lacks it."""
        with self._lock:
            row = self._base.execute(_COUNTRY, (code,)).fetchone()
            senses = self._read_senses(str(row[0])) if row else ()
        return senses[0] if senses else None

    def capitals(self) -> frozenset[str]:
        """Return the ids of the capitals of countries."""
        if self._capitals is None:
            with self._lock:
                self._capitals = frozenset(_identity(row[0]) for row in self._base.execute(_CAPITALS))
        return self._capitals

    def is_famous(self, folded: str) -> bool:
        """Tell whether a name is before all that of a country, a first-order division or a large city."""
        return any(_is_famous(sense) for sense in self.look_up(folded).senses[:4])

    @staticmethod
    def _keep(cache: dict[str, _Value], key: str, value: _Value) -> _Value:
        if len(cache) >= _CACHED:
            cache.clear()
        cache[key] = value
        return value

    def _read_known(self, folded: str) -> Known:
        with self._lock:
            row = self._base.execute("SELECT places, longest FROM names WHERE name=?", (folded,)).fetchone()
            if row is None:
                return UNKNOWN
            return Known(senses=self._read_senses(row[0]), longest=row[1])

    def _read_senses(self, marked: str) -> tuple[Sense, ...]:
        ranks = {
            int(mark.lstrip("~?")): max(MARKS.index(mark[0]), 0) if mark[0] in MARKS else 0 for mark in marked.split()
        }
        found = (self._sense(self._base.execute(_PLACE, (row,)).fetchone(), rank) for row, rank in ranks.items())
        return tuple(sorted(found, key=lambda sense: (sense.rank == 2, sense.row)))

    def _sense(self, row: tuple[Any, ...], rank: int) -> Sense:
        number, identity, name, kind, country, province, latitude, longitude, population, spellings, capital = row
        place = Place(
            id=_identity(identity),
            name=name,
            kind=PlaceKind(kind) if kind else _kind_by_size(population),
            country=country,
            province=self._province_name(province) if province else None,
            latitude=latitude / 1e4,
            longitude=longitude / 1e4,
            population=population,
        )
        within = province or (number if kind == "province" else 0)
        capital = bool(capital)
        prior = _prior(place, rank, spellings, capital=capital)
        return Sense(
            place=place, rank=rank, row=number, province=within, spellings=spellings, capital=capital, prior=prior
        )

    def _province_name(self, row: int) -> str:
        name = self._provinces.get(row)
        if name is None:
            found = self._base.execute("SELECT name FROM places WHERE row=?", (row,)).fetchone()
            name = self._provinces[row] = found[0] if found else ""
        return name


def _identity(stored: str | int) -> str:
    return stored if isinstance(stored, str) else f"geonames:{stored}"


def _is_famous(sense: Sense) -> bool:
    wide = {PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION}
    return sense.rank == 0 and (sense.place.kind in wide or sense.place.population > FAMOUS_FROM)


def _prior(place: Place, rank: int, spellings: int, *, capital: bool) -> float:
    """Return the logarithm of the inhabitants, with a bonus for what is known in many languages."""
    if place.kind is PlaceKind.COUNTRY:
        return 9.5 + place.population / 1e11  # of two countries of a name, the larger one without other evidence
    if place.id.startswith("listed:"):
        return 8.5 if place.kind in {PlaceKind.REGION, PlaceKind.WATER} else 6.5
    size = math.log10(place.population + 10) + 0.7 * math.log10(1 + spellings) + capital
    if place.kind is PlaceKind.PROVINCE:
        return min(8.5, size + (0.8 if place.country in FEDERAL else 0.3)) - 0.5 * rank
    if place.kind is PlaceKind.DISTRICT:
        return size - (4.0 if rank == 2 else 0.0)
    return min(8.8, size - rank)  # a capital is never better known than its country


def _kind_by_size(population: int) -> PlaceKind:
    if population >= CITY_FROM:
        return PlaceKind.CITY
    # GeoNames writes 0 where it does not know the number; such places are seldom the smallest.
    return PlaceKind.TOWN if population >= TOWN_FROM or population == 0 else PlaceKind.VILLAGE


def open_gazetteer(path: Path | None = None, progress: Callable[[str], None] | None = None) -> Gazetteer:
    """Open the gazetteer, after building it once (about 15 seconds) where it is missing or of another version.

    Without ``path`` it lies in the cache folder of the user, or in the folder for temporary files where that cannot be
    written. The analyst's own places are added from places.toml in the settings folder. ``progress`` is told in short
    sentences what is being done. Raises ResourceError when a data package is missing, the file cannot be built, or an
    own place is wrong.
    """
    if path is not None:
        return _open_or_build(path, progress)
    name = f"gazetteer-{SCHEMA}-{sources_digest()}.sqlite"
    folders = (cache_folder(), Path(tempfile.gettempdir()) / "situation-briefings")
    ready = [folder for folder in folders if (folder / name).is_file()]
    for folder in ready or folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            gazetteer = _with_own_places(_open_or_build(folder / name, progress))
        except OSError:
            continue
        _remove_others(folder / name, gazetteer.path)
        return gazetteer
    raise ResourceError(f"The gazetteer cannot be written to {folders[0]} nor to {folders[1]}. Make room on the disk.")


def _with_own_places(gazetteer: Gazetteer) -> Gazetteer:
    """Return the gazetteer with the places of the analyst's own file, or itself where there is none."""
    own = own_places_file()
    if not own.is_file():
        return gazetteer
    base = gazetteer.path
    gazetteer.close()
    path = base.with_name(f"{base.stem}-{own_places_digest(own)}.sqlite")
    if not path.is_file():
        extend_gazetteer(base, path, read_own_places(own))
    return Gazetteer(path)


def _remove_others(*kept: Path) -> None:
    """Remove gazetteers of other versions and of other own places, 28 MB each, unless another process holds them."""
    for other in kept[0].parent.glob("gazetteer-*.sqlite"):
        if other not in kept:
            with suppress(OSError):
                other.unlink()


def _open_or_build(path: Path, progress: Callable[[str], None] | None) -> Gazetteer:
    if path.is_file():
        try:
            return Gazetteer(path)
        except sqlite3.Error:
            # A file torn by a full disk or a power cut is as good as none.
            path.unlink()
    try:
        build_gazetteer(path, progress)
        return Gazetteer(path)
    except sqlite3.Error as error:
        raise ResourceError(f"The gazetteer {path} cannot be built: {error}. Make room on the disk.") from error
