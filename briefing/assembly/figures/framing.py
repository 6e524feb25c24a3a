"""What part of the world a map shows: chosen from where the places lie and from the country that they lie in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assembly.figures.projection import KM_PER_DEGREE, Projection, parallel_factor
from briefing.data.outlines import Box, Country, LonLat, Outlines

SMALLEST_WIDTH_KM = 150.0
"""A frame is never less across: outlines are exact to a kilometre, and a reader needs something known to hold on to."""

LONE_PLACE_WIDTH_KM = 450.0
MODERATE_COUNTRY_KM = 2400.0
SMALL_COUNTRY_KM = 420.0

_MARGIN_PLACES = (26.0, 20.0)
_MARGIN_COUNTRY = (8.0, 8.0)
_GOOD_PART = 0.3
_WORLD_NORTH, _WORLD_SOUTH = 82.0, -58.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """One choice of frame.

    ``focus`` is the country brought out or None, ``homeland`` its extent round the places, ``whole`` tells whether the
    frame holds all of it; ``inside`` are the numbers of the places shown.
    """

    projection: Projection
    focus: Country | None
    homeland: Box | None
    whole: bool
    inside: tuple[int, ...]


def choose_framings(
    spots: Sequence[LonLat], outlines: Outlines, focus: str, width: float, height: float
) -> tuple[Framing, ...]:
    """Return the frames that suit places (longitude, latitude): the whole country first, then a closer one."""
    homes = outlines.countries_at(spots)
    country = outlines.country(focus) or _commonest(homes)
    inside = _kept(spots, homes, country)
    unwrapped = _unwrapped([spots[i] for i in inside])
    extent = _extent(unwrapped)
    homeland = _homeland(country, extent, unwrapped) if country else None
    lone = len(set(unwrapped)) == 1
    least = (LONE_PLACE_WIDTH_KM if lone else SMALLEST_WIDTH_KM) / width
    close = max(_km_per_point(extent, width, height, _MARGIN_PLACES), least)
    choices = [(extent, close, False)]
    if country and homeland:
        shown = _united(extent, homeland)
        far = max(_km_per_point(shown, width, height, _MARGIN_COUNTRY), SMALLEST_WIDTH_KM / width)
        mainland = country.areas[0].box
        complete = bool(mainland.turns_onto(homeland)) and _size(mainland) <= _size(homeland)
        if _suits_whole(homeland, far, close, lone=lone) and far <= 1.3 * _km_per_point(
            homeland, width, height, _MARGIN_COUNTRY
        ):
            choices.insert(0, (shown, far, complete))
    return tuple(
        Framing(
            projection=_projection(box, km, width, height),
            focus=country,
            homeland=homeland,
            whole=whole,
            inside=inside,
        )
        for box, km, whole in choices
    )


def _suits_whole(homeland: Box, far: float, close: float, *, lone: bool) -> bool:
    size = _size(homeland) * KM_PER_DEGREE
    return size <= SMALL_COUNTRY_KM or (size <= MODERATE_COUNTRY_KM and (lone or close >= _GOOD_PART * far))


def _commonest(homes: Sequence[Country | None]) -> Country | None:
    """Return the country of most places, None if it holds no more than another one does."""
    counts = Counter(home.code for home in homes if home and home.code).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return next(home for home in homes if home and home.code == counts[0][0])


def _kept(spots: Sequence[LonLat], homes: Sequence[Country | None], country: Country | None) -> tuple[int, ...]:
    """Return which places to show: a few far from the country of most others would shrink the map to nothing."""
    everything = tuple(range(len(spots)))
    core = [spots[i] for i in everything if country and homes[i] is not None and homes[i] == country]
    if len(core) < 0.6 * len(spots) or len(core) == len(spots):
        return everything
    box = _extent(_unwrapped(core))
    reach = max(3.0, 0.75 * max(box.east - box.west, box.north - box.south))
    wide = Box(west=box.west - reach, east=box.east + reach, south=box.south - reach, north=box.north + reach)
    return tuple(
        i
        for i in everything
        if Box(west=spots[i][0], east=spots[i][0], south=spots[i][1], north=spots[i][1]).turns_onto(wide)
    )


def _unwrapped(spots: Sequence[LonLat]) -> list[LonLat]:
    """Return the places with longitudes that go on beyond 180 where that keeps them together."""
    ordered = sorted({longitude for longitude, _ in spots})
    gaps = [(after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    start = max(gaps, key=lambda gap: gap[0])[1]
    unwrapped = [((longitude - start) % 360 + start, latitude) for longitude, latitude in spots]
    middle = (min(x for x, _ in unwrapped) + max(x for x, _ in unwrapped)) / 2
    turn = 360.0 * round(middle / 360)
    return [(x - turn, y) for x, y in unwrapped]


def _extent(spots: Sequence[LonLat]) -> Box:
    return Box(
        west=min(x for x, _ in spots),
        east=max(x for x, _ in spots),
        south=min(y for _, y in spots),
        north=max(y for _, y in spots),
    )


def _united(one: Box, other: Box) -> Box:
    return Box(
        west=min(one.west, other.west),
        east=max(one.east, other.east),
        south=min(one.south, other.south),
        north=max(one.north, other.north),
    )


def _homeland(country: Country, extent: Box, spots: Sequence[LonLat]) -> Box | None:
    """Return the extent of the country's land round the places, without its far islands and overseas parts."""
    boxes = [
        Box(west=a.box.west + turns, east=a.box.east + turns, south=a.box.south, north=a.box.north)
        for a in country.areas
        for turns in a.box.turns_onto(extent) or _nearest_turn(a.box, extent)
    ]
    box = next((b for b in boxes if any(b.west <= x <= b.east and b.south <= y <= b.north for x, y in spots)), None)
    if box is None:
        return None
    for _ in range(3):
        for other in boxes:
            if _size(other) >= 0.06 * _size(box) and _apart(other, box) <= 0.2 * _size(box):
                box = _united(box, other)
    return box


def _nearest_turn(box: Box, other: Box) -> tuple[float, ...]:
    return (360.0 * round(((other.west + other.east) - (box.west + box.east)) / 720),)


def _size(box: Box) -> float:
    factor = parallel_factor((box.south + box.north) / 2)
    return max((box.east - box.west) * factor, box.north - box.south)


def _apart(one: Box, other: Box) -> float:
    factor = parallel_factor((one.south + one.north) / 2)
    across = max(one.west - other.east, other.west - one.east, 0.0) * factor
    return max(across, one.south - other.north, other.south - one.north, 0.0)


def _km_per_point(
    box: Box, width: float, height: float, margin: tuple[float, float], parallel: float | None = None
) -> float:
    factor = parallel_factor((box.south + box.north) / 2 if parallel is None else parallel)
    across = (box.east - box.west) * factor * KM_PER_DEGREE / (width - 2 * margin[0])
    upright = (box.north - box.south) * KM_PER_DEGREE / (height - 2 * margin[1])
    return max(across, upright)


def _km_upright(box: Box, height: float) -> float:
    return (box.north - box.south) * KM_PER_DEGREE / (height - 2 * _MARGIN_PLACES[1])


def _projection(box: Box, km: float, width: float, height: float) -> Projection:
    """Return the projection onto the frame; a map taller than the world is lowered rather than filled with nothing."""
    parallel = middle = (box.south + box.north) / 2
    if km * height > 150.0 * KM_PER_DEGREE:
        parallel = 0.0
        widest = max(360.0 * KM_PER_DEGREE / width, _km_upright(box, height))
        km = min(_km_per_point(box, width, height, _MARGIN_PLACES, parallel), widest)
        margin = _MARGIN_PLACES[1] * km / KM_PER_DEGREE
        top, bottom = max(_WORLD_NORTH, box.north + margin), min(_WORLD_SOUTH, box.south - margin)
        height, middle = min(height, (top - bottom) * KM_PER_DEGREE / km), (top + bottom) / 2
    else:
        km = min(km, max(360.0 * parallel_factor(parallel) * KM_PER_DEGREE / width, _km_upright(box, height)))
    reach = max(0.0, 90.0 + (_MARGIN_PLACES[1] - height / 2) * km / KM_PER_DEGREE)
    return Projection(
        longitude=(box.west + box.east) / 2,
        latitude=middle if parallel == 0 else max(-reach, min(reach, middle)),
        parallel=parallel,
        km_per_point=km,
        width=width,
        height=height,
    )
