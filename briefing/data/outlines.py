"""The outlines of the countries, read from ``outlines.json.gz``, which ``build_outlines.py`` made."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import ceil, floor, hypot
from typing import Any, NamedTuple

from briefing.errors import ResourceError
from briefing.resources import data_folder

LonLat = tuple[float, float]

_UNIT = 0.01
_SHORE = 0.15


class Box(NamedTuple):
    """A stretch of the globe in degrees; ``east`` is never less than ``west`` and either may lie beyond 180."""

    west: float
    south: float
    east: float
    north: float

    def widened(self, by: float) -> "Box":
        """Return the box with so many degrees more on each side."""
        return Box(west=self.west - by, south=self.south - by, east=self.east + by, north=self.north + by)

    def turns_onto(self, other: "Box") -> tuple[float, ...]:
        """Return the whole turns, in degrees, by which this box has to be moved east to overlap ``other``."""
        if self.south > other.north or self.north < other.south:
            return ()
        first = ceil((other.west - self.east) / 360)
        last = floor((other.east - self.west) / 360)
        return tuple(360.0 * turn for turn in range(first, last + 1))


class Area(NamedTuple):
    """One ring: the numbers of the arcs that follow each other round it; ``~number`` is an arc taken backwards.

    ``box`` is where the ring lies if its first arc is taken where it stands. The largest area of a country comes first.
    """

    arcs: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country: ``code`` is ISO 3166-1 alpha-2 or "", ``short`` an abbreviated name or "", ``label`` a point inside.

    ``article`` tells whether the name takes "the" in a sentence. ``separation`` are the arcs inside its areas that part
    off what others hold.
    """

    code: str
    name: str
    short: str
    article: bool
    box: Box
    label: LonLat
    areas: tuple[Area, ...]
    separation: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlines:
    """All countries, loaded once; their arcs are kept as the file writes them, and read only where one is needed.

    One map needs some hundreds of the thousands of arcs.
    """

    countries: tuple[Country, ...]
    arcs: tuple[str, ...] = field(repr=False)
    coarse_arcs: tuple[str, ...] = field(repr=False)

    def country(self, code: str) -> Country | None:
        """Return the country of an ISO code, or None where there is no outline of it."""
        return next((country for country in self.countries if code and country.code == code.upper()), None)

    def within(self, box: Box) -> tuple[Country, ...]:
        """Return the countries whose boxes overlap ``box``."""
        return tuple(country for country in self.countries if country.box.turns_onto(box))

    def arc(self, number: int, *, coarse: bool = False) -> list[LonLat]:
        """Return the points of an arc, in degrees; ``coarse`` is exact to 0.08 degree instead of 0.01."""
        points = _in_degrees((self.coarse_arcs if coarse else self.arcs)[max(number, ~number)])
        return points if number >= 0 else points[::-1]

    def ring(self, area: Area, *, coarse: bool = False) -> list[LonLat]:
        """Return the points round an area, in degrees; longitudes go on beyond 180 rather than jump."""
        points: list[LonLat] = []
        for number in area.arcs:
            arc = self.arc(number, coarse=coarse)
            turns = 360.0 * round((points[-1][0] - arc[0][0]) / 360) if points else 0.0
            points += [(x + turns, y) for x, y in arc] if turns else arc
        return points

    def country_at(self, latitude: float, longitude: float) -> Country | None:
        """Return the country of a point, or None at sea, farther than some 15 km from a shore."""
        return self.countries_at([(longitude, latitude)])[0]

    def countries_at(self, spots: Sequence[LonLat]) -> list[Country | None]:
        """Return the country of each point as ``country_at`` does; each coast is traced once for all of them."""
        if not spots:
            return []
        xs, ys = [x for x, _ in spots], [y for _, y in spots]
        around = Box(west=min(xs), south=min(ys), east=max(xs), north=max(ys)).widened(_SHORE)
        near = [number for number, country in enumerate(self.countries) if country.box.turns_onto(around)]
        traced: dict[tuple[int, int], list[LonLat]] = {}
        return [self._country_at(spot, near, traced) for spot in spots]

    def _country_at(
        self, spot: LonLat, near: Sequence[int], traced: dict[tuple[int, int], list[LonLat]]
    ) -> Country | None:
        longitude, latitude = spot
        shores = []
        for number, areas in self._areas_near(spot, near).items():
            holders = 0
            for place, turns in areas:
                key = (number, place)
                if key not in traced:
                    traced[key] = self.ring(self.countries[number].areas[place])
                holders += _holds(traced[key], longitude - turns, latitude)
                shores.append((traced[key], turns, number))
            if holders % 2:  # an even number: the point lies in a hole, the enclave of another country
                return self.countries[number]
        distances = [(_distance_to(ring, longitude - turns, latitude), number) for ring, turns, number in shores]
        nearest, number = min(distances, default=(_SHORE, 0))
        return self.countries[number] if nearest < _SHORE else None

    def _areas_near(self, spot: LonLat, near: Sequence[int]) -> dict[int, list[tuple[int, float]]]:
        """Return by country, among those ``near``, the (area, turns) that may hold a point.

        The country with the smallest area comes first: most points are found before the longest coasts are traced.
        """
        (x, y) = spot
        around = Box(west=x, south=y, east=x, north=y).widened(_SHORE)
        found = [
            (area.box.north - area.box.south + area.box.east - area.box.west, number, place, turns)
            for number in near
            if self.countries[number].box.turns_onto(around)
            for place, area in enumerate(self.countries[number].areas)
            for turns in area.box.turns_onto(around)
        ]
        areas: dict[int, list[tuple[int, float]]] = {}
        for _, number, place, turns in sorted(found):
            areas.setdefault(number, []).append((place, turns))
        return areas


@lru_cache(maxsize=1 << 8)  # the frames that are tried for a map need the same ones
def _in_degrees(arc: str) -> list[LonLat]:
    xs, ys = json.loads(arc)
    return [(x * _UNIT, y * _UNIT) for x, y in zip(accumulate(xs), accumulate(ys), strict=True)]


def _holds(ring: list[LonLat], x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _distance_to(ring: list[LonLat], x: float, y: float) -> float:
    """Return the distance of a point from a shore, in degrees as the crow does not quite fly, if it is near at all."""
    west, east, south, north = x - _SHORE, x + _SHORE, y - _SHORE, y + _SHORE
    distances = []
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (x1 < west and x2 < west) or (x1 > east and x2 > east):
            continue
        if (y1 < south and y2 < south) or (y1 > north and y2 > north):
            continue
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
        distances.append(hypot(x1 + along * dx - x, y1 + along * dy - y))
    return min(distances, default=_SHORE)


@cache
def load_outlines() -> Outlines:
    """Return the outlines of all countries; the file is read once."""
    path = data_folder() / "outlines.json.gz"
    try:
        content = json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ValueError) as error:
        raise ResourceError(f"The map outlines “{path}” cannot be read. Install the program again.") from error
    return Outlines(
        countries=tuple(_country(row) for row in content["countries"]),
        arcs=tuple(content["arcs"]),
        coarse_arcs=tuple(content["coarse_arcs"]),
    )


def _country(row: dict[str, Any]) -> Country:
    west, south, east, north = row["box"]
    longitude, latitude = row["label"]
    areas = zip(row["rings"], row["ring_boxes"], strict=True)
    return Country(
        code=row["code"],
        name=row["name"],
        short=row["short"],
        article=row["article"],
        box=Box(west=west, south=south, east=east, north=north),
        label=(longitude, latitude),
        areas=tuple(_area(arcs, sides) for arcs, sides in areas),
        separation=tuple(row["separation"]),
    )


def _area(arcs: list[int], sides: list[int]) -> Area:
    west, south, east, north = (side * _UNIT for side in sides)
    return Area(arcs=tuple(arcs), box=Box(west=west, south=south, east=east, north=north))
