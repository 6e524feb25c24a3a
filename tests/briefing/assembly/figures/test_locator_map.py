"""The locator map: readable for any set of places, true to scale, and told in words."""

import tomllib
from itertools import combinations, pairwise
from math import asin, cos, hypot, radians, sin, sqrt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.assembly.figures.framing import SMALLEST_WIDTH_KM, choose_framings
from briefing.assembly.figures.furniture import scale_bar_km
from briefing.assembly.figures.label_placement import Rectangle, rectangle_around, text_rectangle
from briefing.assembly.figures.locator_map import LocatorMap, MapPlace, Symbol, build_locator_map
from briefing.assembly.figures.plan import LABEL_SIZE
from briefing.assembly.figures.text_width import text_width
from briefing.data.labels import load_labels
from briefing.data.outlines import Outlines, load_outlines
from briefing.model.drawing import Drawing, Label, Line, Marker, Polygon
from briefing.model.theme import Theme
from briefing.resources import templates_folder

WIDTH, HEIGHT = 244.0, 228.0

SYRIA = (
    ("Aleppo", 36.20, 37.16, Symbol.TAKEN),
    ("Hama", 35.13, 36.76, Symbol.TAKEN),
    ("Homs", 34.73, 36.71, Symbol.CONTESTED),
    ("Damascus", 33.51, 36.29, Symbol.HELD),
    ("Daraa", 32.62, 36.10, Symbol.EVENT),
)
FIRES = (
    ("Pacific Palisades", 34.05, -118.53, Symbol.EVENT),
    ("Altadena", 34.19, -118.13, Symbol.EVENT),
    ("Pasadena", 34.15, -118.14, Symbol.EVENT),
    ("Malibu", 34.03, -118.69, Symbol.EVENT),
)


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    """Return the outlines that come with the program."""
    return load_outlines()


@pytest.fixture(scope="module")
def theme() -> Theme:
    """Return the house theme."""
    return Theme(**tomllib.loads((templates_folder() / "themes" / "house.toml").read_text(encoding="utf-8")))


def _places(*rows: tuple[str, float, float, Symbol]) -> list[MapPlace]:
    return [MapPlace(name=name, latitude=y, longitude=x, symbol=symbol) for name, y, x, symbol in rows]


def _built(places: list[MapPlace], outlines: Outlines, theme: Theme, focus: str = "") -> LocatorMap:
    built = build_locator_map(places, outlines, theme, load_labels(), focus=focus)
    assert built is not None
    return built


def _labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def _place_labels(drawing: Drawing) -> list[Label]:
    return [label for label in _labels(drawing) if label.bold and label.size == LABEL_SIZE]


def _box(label: Label) -> Rectangle:
    width = text_width(label.text, label.size, bold=label.bold)
    left = label.at[0] - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return text_rectangle(left, label.at[1], width, label.size)


def _symbols(drawing: Drawing, built: LocatorMap) -> list[Marker]:
    """Return the markers on the map, without those of the legend."""
    markers = [shape for shape in drawing.shapes if isinstance(shape, Marker)]
    return markers[: len(markers) - len(built.legend)]


def test_the_kinds_of_symbol_differ_in_shape_and_in_colour(outlines: Outlines, theme: Theme) -> None:
    """Whoever cannot tell red from brown can tell a circle from a triangle."""
    built = _built(_places(*SYRIA), outlines, theme)
    markers = [shape for shape in built.drawing.shapes if isinstance(shape, Marker)]
    assert len({marker.shape for marker in markers}) == 4
    assert len({marker.fill for marker in markers}) == 4
    assert built.legend == tuple(Symbol)


def test_all_of_a_moderate_country_is_shown_and_named(outlines: Outlines, theme: Theme) -> None:
    """Places all over Syria give the map of Syria, with its neighbours named."""
    built = _built(_places(*SYRIA), outlines, theme)
    assert built.area == "Syria"
    names = {label.text for label in _labels(built.drawing)}
    assert {"SYRIA", "TURKEY", "IRAQ", "JORDAN", *(row[0] for row in SYRIA)} <= names
    assert built.unlabelled == ()


def test_the_alternative_text_tells_the_map_by_symbol(outlines: Outlines, theme: Theme) -> None:
    """A reader who does not see the map hears the same."""
    places = [*_places(*SYRIA), MapPlace(name="Nowhere", latitude=None, longitude=None, symbol=Symbol.EVENT)]
    assert _built(places, outlines, theme).alternative == (
        "Map of Syria. Reported taken: Aleppo, Hama. Contested or under threat: Homs. No change reported: Damascus. "
        "Event reported: Daraa. Not on the map: Nowhere."
    )


def test_places_close_together_in_a_large_country_are_shown_close_with_an_inset(
    outlines: Outlines, theme: Theme
) -> None:
    """Fires within sixty kilometres: a map of 150 km, and a small one that shows where in the country it lies."""
    spots = [(x, y) for _, y, x, _ in FIRES]
    projection = choose_framings(spots, outlines, "", WIDTH, 200.0)[-1].projection
    assert projection.km_per_point * WIDTH == pytest.approx(SMALLEST_WIDTH_KM)
    built = _built(_places(*FIRES), outlines, theme)
    assert built.area == "part of the United States"
    assert built.unlabelled == ()
    frames = [
        shape for shape in built.drawing.shapes if isinstance(shape, Polygon) and shape.stroke == theme.symbol_opposed
    ]
    assert len(frames) == 1


def test_one_place_abroad_does_not_shrink_the_map(outlines: Outlines, theme: Theme) -> None:
    """Moscow named in a briefing on Syria is told in words, not by a map of half the world."""
    built = _built([*_places(*SYRIA), *_places(("Moscow", 55.75, 37.6, Symbol.EVENT))], outlines, theme)
    assert built.area == "Syria"
    assert built.beyond == ("Moscow",)
    assert "Beyond the map: Moscow." in built.alternative


def test_two_continents_fit_on_one_map(outlines: Outlines, theme: Theme) -> None:
    """Where no country has most places, all are shown."""
    rows = (("London", 51.5, -0.12, Symbol.EVENT), ("New York", 40.7, -74.0, Symbol.EVENT))
    built = _built(_places(*rows), outlines, theme)
    assert built.beyond == ()
    assert {label.text for label in _place_labels(built.drawing)} == {"London", "New York"}


def test_places_on_both_sides_of_the_antimeridian_stay_together(outlines: Outlines, theme: Theme) -> None:
    """Fiji is one country of some hundred kilometres, not a strip round the globe."""
    rows = (("Suva", -18.14, 178.44, Symbol.EVENT), ("Taveuni", -16.85, -179.97, Symbol.EVENT))
    built = _built(_places(*rows), outlines, theme)
    framing = choose_framings([(x, y) for _, y, x, _ in rows], outlines, "", WIDTH, HEIGHT)[0]
    assert framing.projection.km_per_point * WIDTH < 600
    assert built.area == "Fiji"


def test_a_focus_is_brought_out_even_if_other_countries_have_more_places(outlines: Outlines, theme: Theme) -> None:
    """The analyst says what the briefing is about."""
    places = _places(("Beirut", 33.89, 35.5, Symbol.EVENT), ("Zahle", 33.85, 35.9, Symbol.EVENT), *SYRIA[3:4])
    assert _built(places, outlines, theme).area == "Lebanon"
    assert _built(places, outlines, theme, focus="SY").area.endswith("Syria")


def test_without_coordinates_there_is_no_map(outlines: Outlines, theme: Theme) -> None:
    """Nothing is drawn where nothing is known, and broken coordinates are none."""
    lost = MapPlace(name="Nowhere", latitude=None, longitude=36.0, symbol=Symbol.EVENT)
    broken = MapPlace(name="Broken", latitude=float("nan"), longitude=36.0, symbol=Symbol.EVENT)
    off = MapPlace(name="Off", latitude=95.0, longitude=36.0, symbol=Symbol.EVENT)
    assert build_locator_map([], outlines, theme, load_labels()) is None
    assert build_locator_map([lost, broken, off], outlines, theme, load_labels()) is None


def test_places_at_one_spot_keep_a_symbol_each(outlines: Outlines, theme: Theme) -> None:
    """A city and its province may share coordinates; neither hides the other."""
    places = _places(("Daraa", 32.62, 36.1, Symbol.TAKEN), ("Daraa province", 32.62, 36.1, Symbol.CONTESTED))
    built = _built(places, outlines, theme)
    first, second = _symbols(built.drawing, built)
    assert abs(first.at[0] - second.at[0]) >= 4.0


def test_forty_places_are_all_drawn_and_the_first_ones_named(outlines: Outlines, theme: Theme) -> None:
    """Names that find no room are listed for the caption; the symbols stay."""
    rows = [(f"Settlement {i}", 35.0 + 0.012 * (i % 8), 37.0 + 0.012 * (i // 8), Symbol.EVENT) for i in range(40)]
    built = _built(_places(*rows), outlines, theme)
    assert len(_symbols(built.drawing, built)) == 40
    assert "Settlement 0" not in built.unlabelled
    assert len(_place_labels(built.drawing)) + len(built.unlabelled) == 40


def test_more_places_than_a_map_can_hold_are_named_in_words(outlines: Outlines, theme: Theme) -> None:
    """Hundreds of symbols would hide each other; the first ones, the more important, are drawn."""
    rows = [(f"Place {i}", 33.0 + 0.01 * i, 37.0 + 0.01 * (i % 7), Symbol.EVENT) for i in range(200)]
    built = _built(_places(*rows), outlines, theme)
    assert len(_symbols(built.drawing, built)) == 150
    assert built.undrawn[0] == "Place 150"
    assert "Place 199" in built.alternative


@pytest.mark.parametrize("rows", [SYRIA, FIRES, SYRIA[:1]])
def test_the_scale_bar_is_as_long_as_it_says(
    rows: tuple[tuple[str, float, float, Symbol], ...], outlines: Outlines
) -> None:
    """Measured along the middle parallel on the sphere, the bar agrees within one per cent, up and across."""
    for framing in choose_framings([(x, y) for _, y, x, _ in rows], outlines, "", WIDTH, HEIGHT):
        projection = framing.projection
        bar = scale_bar_km(projection) / projection.km_per_point
        across, upright = projection.points_per_degree
        middle = (projection.longitude, projection.parallel)
        assert _haversine(middle, (middle[0] + bar / across, middle[1])) == pytest.approx(
            scale_bar_km(projection), rel=0.01
        )
        assert _haversine(middle, (middle[0], middle[1] + bar / upright)) == pytest.approx(
            scale_bar_km(projection), rel=0.01
        )
        assert 0.08 * WIDTH < bar < 0.25 * WIDTH


def _haversine(start: tuple[float, float], end: tuple[float, float]) -> float:
    x1, y1, x2, y2 = (radians(value) for value in (*start, *end))
    half = sin((y2 - y1) / 2) ** 2 + cos(y1) * cos(y2) * sin((x2 - x1) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def test_the_bar_drawn_has_the_length_of_the_scale(outlines: Outlines, theme: Theme) -> None:
    """What is drawn is what was reckoned: Hama to Homs is 45 km on the map as well."""
    built = _built(_places(*SYRIA), outlines, theme)
    words = next(label.text for label in _labels(built.drawing) if label.text.endswith(" km"))
    bar = next(s for s in built.drawing.shapes if isinstance(s, Line) and s.stroke == theme.ink and len(s.points) == 4)
    km_per_point = float(words.removesuffix(" km")) / (bar.points[2][0] - bar.points[1][0])
    symbols = {marker.shape: marker.at for marker in _symbols(built.drawing, built)}
    (x1, y1), (x2, y2) = symbols["square"], symbols["diamond"]
    drawn = sqrt((x1 - x2) ** 2 + (y1 - y2) ** 2) * km_per_point
    assert drawn == pytest.approx(_haversine((36.29, 33.51), (36.10, 32.62)), rel=0.02)


def test_the_same_places_give_the_same_map(outlines: Outlines, theme: Theme) -> None:
    """Nothing in the map depends on chance."""
    assert _built(_places(*SYRIA), outlines, theme) == _built(_places(*SYRIA), outlines, theme)


def test_the_drawing_stays_small(outlines: Outlines, theme: Theme) -> None:
    """Outlines are thinned to what the eye can see, so that a document does not swell."""
    drawing = _built(_places(*SYRIA), outlines, theme).drawing
    points = sum(len(ring) for s in drawing.shapes if isinstance(s, Polygon) for ring in s.rings)
    assert points < 3000


_COORDINATES = st.tuples(st.floats(-90, 90, allow_nan=False, width=32), st.floats(-180, 180, allow_nan=False, width=32))
_NEAR = st.tuples(st.floats(30, 38, width=32), st.floats(34, 44, width=32))
_NAMES = st.text(alphabet="abcdefghijklm ABCÅöşČ-’", min_size=1, max_size=22)


def _map_places(spots: st.SearchStrategy[tuple[float, float]]) -> st.SearchStrategy[list[MapPlace]]:
    rows = st.tuples(_NAMES, spots, st.sampled_from(Symbol))
    return st.lists(rows, min_size=1, max_size=25).map(
        lambda drawn: [MapPlace(name=n, latitude=y, longitude=x, symbol=s) for n, (y, x), s in drawn]
    )


@given(places=st.one_of(_map_places(_NEAR), _map_places(_COORDINATES)), focus=st.sampled_from(["", "SY", "RU", "XX"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_places_give_a_readable_map(places: list[MapPlace], focus: str, outlines: Outlines, theme: Theme) -> None:
    """Names overlap neither each other nor a symbol, and all words, symbols and lines lie inside the drawing."""
    built = _built(places, outlines, theme, focus)
    drawing = built.drawing
    assert drawing.height <= HEIGHT + 0.01
    for one, two in combinations([_box(label) for label in _labels(drawing)], 2):
        assert not _shrunk(one).overlaps(_shrunk(two))
    for label in _place_labels(drawing):
        for marker in _symbols(drawing, built):
            assert not _shrunk(_box(label)).overlaps(rectangle_around(marker.at, marker.size))
    frame = Rectangle(left=-0.01, top=-0.01, right=drawing.width + 0.01, bottom=drawing.height + 0.01)
    assert all(frame.holds(_box(label)) for label in _labels(drawing))
    assert all(frame.holds(rectangle_around(m.at, m.size)) for m in drawing.shapes if isinstance(m, Marker))
    for shape in drawing.shapes:
        rings = shape.rings if isinstance(shape, Polygon) else (shape.points,) if isinstance(shape, Line) else ()
        assert all(frame.left <= x <= frame.right and frame.top <= y <= frame.bottom for r in rings for x, y in r)
    assert all(place.name in built.alternative for place in places)


def _shrunk(box: Rectangle) -> Rectangle:
    """Return the box less the hundredth of a point that is lost by rounding."""
    return Rectangle(left=box.left + 0.02, top=box.top + 0.02, right=box.right - 0.02, bottom=box.bottom - 0.02)


@given(places=_map_places(_COORDINATES), width=st.floats(60, 600), height=st.floats(40, 600))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_size_and_no_place_breaks_the_map(
    places: list[MapPlace], width: float, height: float, outlines: Outlines, theme: Theme
) -> None:
    """Every place in range is drawn or told to lie beyond the map."""
    built = build_locator_map(places, outlines, theme, load_labels(), width=width, height=height)
    assert built is not None
    different = {(p.name, p.latitude, p.longitude, p.symbol) for p in places}
    shown = len(_symbols(built.drawing, built))
    assert shown + len([row for row in different if row[0] in built.beyond]) >= len(different)


_NORWAY = (("Oslo", 59.9, 10.75, Symbol.EVENT), ("Tromsø", 69.65, 18.96, Symbol.EVENT))


@pytest.mark.parametrize("rows", [SYRIA, _NORWAY])
def test_a_border_is_drawn_once_and_fits_both_countries(
    rows: tuple[tuple[str, float, float, Symbol], ...], outlines: Outlines, theme: Theme
) -> None:
    """A border taken from either side has the same points, so that no gap shows along it and no line is doubled."""
    drawing = _built(_places(*rows), outlines, theme).drawing
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.stroke == theme.map_border]
    assert len({min(line.points, line.points[::-1]) for line in lines}) == len(lines)
    land = [{p for ring in s.rings for p in ring} for s in drawing.shapes if isinstance(s, Polygon) and s.width == 0.3]
    strongest = max(line.width for line in lines)
    for line in lines:
        if line.width == strongest:
            assert sum(set(line.points[1:-1]) <= points for points in land) >= 2


def test_the_antimeridian_is_not_drawn_as_a_coast(outlines: Outlines, theme: Theme) -> None:
    """The source cuts Russia in two at 180 degrees; the map does not show it."""
    rows = (("Anadyr", 64.73, 177.5, Symbol.EVENT), ("Uelen", 66.16, -169.8, Symbol.EVENT))
    drawing = _built(_places(*rows), outlines, theme).drawing
    for shape in drawing.shapes:
        if isinstance(shape, Line) and shape.width != 0.8:  # the frame of the inset is upright
            assert not any(abs(x1 - x2) < 0.05 and abs(y1 - y2) > 20 for (x1, y1), (x2, y2) in pairwise(shape.points))


def test_symbols_that_half_hide_each_other_are_moved_a_little_apart(outlines: Outlines, theme: Theme) -> None:
    """Homs, Talbiseh and Rastan lie some ten kilometres from each other: each symbol is seen, none moves far."""
    places = [
        MapPlace(name="Homs", latitude=34.73, longitude=36.72, symbol=Symbol.CONTESTED),
        MapPlace(name="Talbiseh", latitude=34.84, longitude=36.73, symbol=Symbol.TAKEN),
        MapPlace(name="Rastan", latitude=34.93, longitude=36.73, symbol=Symbol.EVENT),
        MapPlace(name="Aleppo", latitude=36.2, longitude=37.16, symbol=Symbol.TAKEN),
        MapPlace(name="Deir ez-Zor", latitude=35.34, longitude=40.14, symbol=Symbol.EVENT),
    ]
    built = _built(places, outlines, theme, "SY")
    spots = [marker.at for marker in _symbols(built.drawing, built)]
    assert all(hypot(x1 - x2, y1 - y2) >= 4.1 for (x1, y1), (x2, y2) in combinations(spots, 2))
    north_first = [
        at for _, at in sorted(zip(reversed(places), spots, strict=True), key=lambda row: -(row[0].latitude or 0.0))
    ]
    assert north_first == sorted(spots, key=lambda at: at[1])


def test_a_closer_frame_is_taken_where_only_it_has_room_for_all_names(outlines: Outlines, theme: Theme) -> None:
    """Of the towns of one region all are named, with an inset or the border to tell where it lies."""
    towns = (
        *(("Kupiansk", 49.71, 37.6), ("Izium", 49.2, 37.27), ("Lyman", 48.98, 37.8), ("Sloviansk", 48.85, 37.6)),
        *(("Kramatorsk", 48.74, 37.58), ("Bakhmut", 48.6, 38.0), ("Avdiivka", 48.14, 37.75), ("Donetsk", 48.0, 37.8)),
        *(("Pokrovsk", 48.28, 37.18), ("Toretsk", 48.39, 37.85), ("Odesa", 46.48, 30.72), ("Kyiv", 50.45, 30.52)),
    )
    places = [MapPlace(name=n, latitude=y, longitude=x, symbol=Symbol.EVENT) for n, y, x in towns]
    built = build_locator_map(places, outlines, theme, load_labels(), focus="UA", width=470.0, height=235.0)
    assert built is not None
    assert not built.unlabelled
    assert built.area == "part of Ukraine"
