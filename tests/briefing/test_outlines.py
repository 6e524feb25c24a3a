"""The country outlines: complete, closed, and told apart at their borders."""

import gzip
import json
from typing import Any

import pytest

from briefing.data.build_outlines import build_outlines
from briefing.data.outlines import Box, Outlines, load_outlines
from briefing.resources import data_folder


@pytest.fixture(scope="module")
def outlines() -> Outlines:
    """Return the outlines that come with the program."""
    return load_outlines()


def test_the_file_is_small_and_states_its_origin() -> None:
    """The wheel stays small, and whoever opens the file finds whose data it is."""
    path = data_folder() / "outlines.json.gz"
    content = json.loads(gzip.decompress(path.read_bytes()))
    assert path.stat().st_size < 450_000
    assert "Natural Earth" in content["origin"]
    assert "public domain" in content["licence"]


def test_every_member_of_the_united_nations_is_there(outlines: Outlines) -> None:
    """A briefing on any country can have its map; a few of each continent and all the tiny ones stand for the rest."""
    codes = {country.code for country in outlines.countries}
    expected = "AF BR CD CN DE EG ET FJ FR GB HT IN IQ IR LB LY MM MX NG PS RU SD SO SS SY TR TV UA US VA WS XK YE ZA"
    assert set(expected.split()) <= codes
    assert len([code for code in codes if code]) > 230


@pytest.mark.parametrize(
    ("place", "latitude", "longitude", "code"),
    [
        ("Aleppo", 36.20, 37.16, "SY"),
        ("Gaza City", 31.50, 34.47, "PS"),
        ("Suva, by the sea", -18.14, 178.44, "FJ"),
        ("Taveuni, beyond the antimeridian", -16.85, -179.97, "FJ"),
        ("Anadyr", 64.73, 177.50, "RU"),
        ("Uelen, the easternmost of Russia", 66.16, -169.80, "RU"),
        ("Attu, the westernmost of Alaska", 52.90, 172.90, "US"),
        ("Maseru, enclosed by another country", -29.32, 27.48, "LS"),
        ("San Marino, enclosed as well", 43.94, 12.45, "SM"),
        ("Simferopol", 44.95, 34.10, "UA"),
        ("Kyrenia", 35.30, 33.30, "CY"),
        ("Hargeisa", 9.56, 44.06, "SO"),
    ],
)
def test_a_point_is_found_in_its_country(
    outlines: Outlines, place: str, latitude: float, longitude: float, code: str
) -> None:
    """Coasts, enclaves, the antimeridian and areas that several claim are the hard cases."""
    country = outlines.country_at(latitude, longitude)
    assert country is not None, place
    assert country.code == code, place


def test_the_open_sea_belongs_to_nobody(outlines: Outlines) -> None:
    """A point far from every shore has no country."""
    assert outlines.country_at(0.0, -30.0) is None


def test_all_rings_are_closed_and_lie_in_the_box_of_their_country(outlines: Outlines) -> None:
    """An open ring would fill half of the map; only Antarctica, which runs round the pole, is open by a whole turn."""
    for country in outlines.countries:
        for area in country.areas:
            ring = outlines.ring(area)
            open_by = abs(ring[0][0] - ring[-1][0])
            assert open_by == pytest.approx(360 if open_by > 1 else 0, abs=0.011), country.name
            assert open_by < 1 or country.code == "AQ"
            assert min(y for _, y in ring) >= country.box.south - 0.011
            assert max(y for _, y in ring) <= country.box.north + 0.011
            assert country.box.west - 0.011 <= area.box.west + _turns(area.box, country.box)
            assert country.box.east + 0.011 >= area.box.east + _turns(area.box, country.box)


def _turns(box: Box, other: Box) -> float:
    return 360.0 * round((other.west + other.east - box.west - box.east) / 720)


def test_neighbours_share_their_border(outlines: Outlines) -> None:
    """A shared border is one arc, so no gap can open between two countries."""
    arcs = {
        code: {max(number, ~number) for area in country.areas for number in area.arcs}
        for code in ("SY", "TR", "JO")
        if (country := outlines.country(code))
    }
    assert arcs["SY"] & arcs["TR"]
    assert arcs["SY"] & arcs["JO"]
    assert not arcs["TR"] & arcs["JO"]


def test_a_box_is_moved_by_whole_turns_onto_another() -> None:
    """Fiji lies both at 178 and at -182 degrees; a map of the whole world may show it twice."""
    fiji = Box(west=177.0, south=-20.0, east=182.0, north=-15.0)
    assert fiji.turns_onto(Box(west=-190.0, south=-30.0, east=-170.0, north=0.0)) == (-360.0,)
    assert fiji.turns_onto(Box(west=-185.0, south=-30.0, east=185.0, north=0.0)) == (-360.0, 0.0)
    assert fiji.turns_onto(Box(west=177.0, south=10.0, east=182.0, north=20.0)) == ()


def test_the_builder_gives_the_same_bytes_each_time_and_joins_territories() -> None:
    """Two squares side by side, the second of them a territory of the first, become one area with a line between."""
    arcs = [[[0, 0], [0, 9]], [[0, 9], [-9, 0], [0, -9], [9, 0]], [[0, 9], [9, 0], [0, -9], [-9, 0]]]
    shapes = [
        {"type": "Polygon", "id": "196", "arcs": [[0, 1]], "properties": {"name": "Cyprus"}},
        {"type": "Polygon", "arcs": [[~0, ~2]], "properties": {"name": "N. Cyprus"}},
        {"type": "Polygon", "id": "804", "arcs": [[3]], "properties": {"name": "Ukraine"}},
        {"type": "Polygon", "id": "643", "arcs": [[4]], "properties": {"name": "Russia"}},
    ]
    arcs += [[[30, 40], [0, 9], [9, 0], [-9, -9]], [[60, 40], [0, 9], [9, 0], [-9, -9]]]
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {"countries": {"geometries": shapes}},
    }
    built = build_outlines(topology)
    assert built == build_outlines(topology)
    assert built[4:8] == bytes(4)  # no time of making
    outlines = _read(built)
    assert [country["code"] for country in outlines["countries"]] == ["CY", "RU", "UA"]
    cyprus = outlines["countries"][0]
    assert len(cyprus["rings"]) == 1
    assert cyprus["separation"] == [0]
    assert cyprus["box"] == [-9, 0, 9, 9]
    assert outlines["arcs"][0] == "[[0,0],[0,900]]"  # the text of the line between, in steps


def _read(content: bytes) -> dict[str, list[Any]]:
    read: dict[str, list[Any]] = json.loads(gzip.decompress(content))
    return read


def test_the_script_names_the_file_it_needs() -> None:
    """Whoever rebuilds the data finds in the script which file to fetch and under which licence."""
    text = (data_folder() / "build_outlines.py").read_text(encoding="utf-8")
    assert "world-atlas" in text
    assert "ISC" in text
