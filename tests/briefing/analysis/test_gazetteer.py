"""The gazetteer: it builds itself, opens fast, and knows the places and spellings that reports use."""

import shutil
import sys
import threading
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from briefing.data.gazetteer_own import own_places_file, read_own_places
from briefing.data.gazetteer_sources import Settlement, listed_place, read_countries, read_listed
from briefing.data.gazetteer_spellings import preferred_name
from briefing.data.place_names import drop_article, fold_name, loosen_name, plain_letters
from briefing.errors import ResourceError
from briefing.model.findings import SETTLEMENTS, PlaceKind
from briefing.resources import cache_folder


@cache
def the_gazetteer() -> Gazetteer:
    """Open the gazetteer of the user's cache, which the first test builds."""
    return open_gazetteer()


def ids_of(name: str) -> list[str]:
    """Return the ids of all places of a name."""
    return [sense.place.id for sense in the_gazetteer().look_up(fold_name(name)).senses]


def test_a_torn_file_is_replaced_by_a_whole_one(tmp_path: Path) -> None:
    """A file that is no database is built again, in one piece, and progress is told on the way."""
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"half a file" * 1000)
    told: list[str] = []
    gazetteer = open_gazetteer(path, told.append)
    try:
        assert gazetteer.look_up("homs").senses
    finally:
        gazetteer.close()
    assert told
    assert [file.name for file in tmp_path.iterdir()] == ["gazetteer.sqlite"]
    assert 15_000_000 < path.stat().st_size < 40_000_000


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Daraa", "geonames:170905"),
        ("Deraa", "geonames:170905"),
        ("Dar'a", "geonames:170905"),
        ("Dar‘ā", "geonames:170905"),
        ("Daraa", "province:SY:06"),
        ("Deraa", "province:SY:06"),
        ("Deir Ezzor", "geonames:170794"),
        ("Raqqa", "geonames:172955"),
        ("Ar-Raqqah", "geonames:172955"),
        ("Kyiv", "geonames:703448"),
        ("Kiev", "geonames:703448"),
        ("Дамаск", "geonames:170654"),
        ("دمشق", "geonames:170654"),
        ("Kahramanmaras", "geonames:310859"),
        ("Kahramanmaraş", "geonames:310859"),
        ("Los Angeles County", "district:US:CA:Los Angeles County"),
        ("Louisiana", "province:US:LA"),
        ("Syrian Arab Republic", "country:SY"),
        ("U.S.", "country:US"),
        ("Türkiye", "country:TR"),
        ("سوريا", "country:SY"),
        ("Россия", "country:RU"),
        ("Black Sea", "listed:world:Black Sea"),
        ("Bab al-Hawa", "listed:SY:Bab al-Hawa crossing"),
    ],
)
def test_a_spelling_finds_its_place(name: str, identity: str) -> None:
    """Spellings of the press, of GeoNames and in other scripts lead to the same place."""
    assert identity in ids_of(name)


@pytest.mark.parametrize(
    "town",
    [
        "Busra al-Harir", "Robotyne", "Zamzam", "Maghazi", "Al-Mawasi", "Shujaiya", "Masisi", "Minova", "Walikale",
        "Kiwanja", "Kavumu", "Bunagana", "Maungdaw", "Kawlin", "Hsipaw", "Thandwe",
    ],
)  # fmt: skip
def test_crisis_towns_that_the_packages_lack_are_in_the_supplement(town: str) -> None:
    """The towns found missing from the packages are known, with a point and a country."""
    senses = the_gazetteer().look_up(fold_name(town)).senses
    assert any(sense.place.latitude is not None and sense.place.country for sense in senses)


def test_a_settlement_knows_its_province_and_its_size() -> None:
    """Kind follows the number of inhabitants, and the province is given by its press name."""
    places = {sense.place.id: sense.place for sense in the_gazetteer().look_up("hama").senses}
    city = places["geonames:170017"]
    assert (city.name, city.kind, city.country, city.province) == ("Hama", PlaceKind.CITY, "SY", "Hama")
    assert city.latitude == pytest.approx(35.13, abs=0.01)
    assert city.population > 400_000
    assert places["province:SY:10"].kind is PlaceKind.PROVINCE


@pytest.mark.parametrize("name", ["Qamishly", "Kamishli", "Deir Azzor", "Khan Sheikhun", "Zaporizhya"])
def test_another_transliteration_is_found_loosely(name: str) -> None:
    """Spellings that nobody listed are found when only the transliteration differs."""
    senses = the_gazetteer().look_up_loosely(fold_name(name))
    assert any(sense.place.kind in SETTLEMENTS for sense in senses)


def test_the_continuation_of_a_name_is_announced() -> None:
    """A first word tells of how many words the longest name is that begins with it."""
    assert the_gazetteer().look_up("deir").longest >= 3
    assert the_gazetteer().look_up("xyzzyx").longest == 0


def test_peoples_belong_to_the_country_with_most_inhabitants() -> None:
    """Demonyms give a country, also in the plural; shared ones that of the largest."""
    gazetteer = the_gazetteer()
    found = [gazetteer.country_of_people(word) for word in ("Syrian", "Russians", "French", "Turks", "Daraa")]
    assert found == ["SY", "RU", "FR", "TR", None]


def test_every_country_has_a_point_and_a_name() -> None:
    """No country of the table is without a point, and no country is listed twice."""
    countries, people = read_countries()
    assert len({country.id for country in countries}) == len(countries) > 230
    assert all(-90 <= country.latitude <= 90 and -180 <= country.longitude <= 180 for country in countries)
    assert len(people) > 400


def test_every_place_of_our_tables_is_complete_and_unique() -> None:
    """Our own tables have known kinds, points on the globe, and no place twice."""
    places = list(read_listed())
    assert len(places) > 400
    assert len({place.id for place in places}) == len(places)
    assert all(PlaceKind(place.kind) for place in places)
    assert all(-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180 for place in places)


@pytest.mark.parametrize(
    ("name", "also", "province", "printed"),
    [
        ("Homs", ("Emesa",), "Homs", "Homs"),
        ("Dar‘ā", ("Adraa", "Daraa", "Dera"), "Daraa", "Daraa"),
        ("Ḩamāh", ("Chama", "Hama", "Hamah"), "Hama", "Hama"),
        ("Ar Raqqah", ("Raka", "Raqqa"), "Raqqa", "Raqqa"),
        ("Ţarţūs", ("Tartous", "Tartus"), "Tartus", "Tartus"),
        ("Malmö", ("Malmoe",), "Skane", "Malmo"),
    ],
)
def test_the_printed_name_is_the_plain_one_of_the_press(
    name: str, also: tuple[str, ...], province: str, printed: str
) -> None:
    """The rule for printed names gives what papers write, without a list of exceptions."""
    place = Settlement(
        number=1, name=name, latitude=0, longitude=0, country="SY", province="1", population=9, also=also
    )
    assert preferred_name(place, province) == printed


def test_several_threads_may_look_up_at_once() -> None:
    """Look-ups from many threads give the same answers as from one."""
    gazetteer = open_gazetteer()
    names = ["homs", "hama", "aleppo", "paris", "springfield", "deir ez zor"] * 20
    expected = [the_gazetteer().look_up(name) for name in names]
    answers: list[bool] = []

    def look() -> None:
        answers.append([gazetteer.look_up(name) for name in names] == expected)

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gazetteer.close()
    assert answers == [True] * 8


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_folding_is_stable_and_never_fails(name: str) -> None:
    """Folding twice is folding once, and no text makes folding, loosening or a look-up fail."""
    folded = fold_name(name)
    assert fold_name(folded) == folded
    loosen_name(drop_article(folded))
    plain_letters(name)
    the_gazetteer().look_up(folded)
    the_gazetteer().look_up_loosely(folded)


_OWN = """
[[place]]
name = "Elm Post"
kind = "base"
country = "SY"
point = [36, 37]
also = ["Point Elm"]

[[place]]
name = "Darayya Falls"
kind = "town"
country = "SY"
point = [33.51, 36.29]
also = ["Damascus"]
"""


def test_the_analysts_own_places_are_found_without_building_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of own places gives a second gazetteer beside the first, and a town that is known gets its spellings."""
    if not sys.platform.startswith("linux"):
        pytest.skip("Where settings lie can be set from outside on Linux only.")
    known = the_gazetteer()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    cache_folder().mkdir(parents=True)
    shutil.copy(known.path, cache_folder() / known.path.name)
    own_places_file().parent.mkdir(exist_ok=True)
    own_places_file().write_text(_OWN, encoding="utf-8")
    told: list[str] = []
    gazetteer = open_gazetteer(progress=told.append)
    try:
        assert told == []
        assert [sense.place.id for sense in gazetteer.look_up("point elm").senses] == ["listed:SY:Elm Post"]
        assert gazetteer.look_up("elm").longest == 2
        names = {sense.place.name for sense in gazetteer.look_up("darayya falls").senses}
        assert names == {"Darayya Falls"}
        assert "Damascus" in {sense.place.name for sense in known.look_up("damascus").senses}
        damascus = next(sense for sense in gazetteer.look_up("damascus").senses if sense.place.name == "Darayya Falls")
        assert damascus.place.id == "geonames:170654"
        assert sorted(path.suffix for path in cache_folder().iterdir()) == [".sqlite", ".sqlite"]
    finally:
        gazetteer.close()


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ('name = "Elm Post"', "line 2 is wrong: give it a kind, one of base, camp"),
        ('name = "Elm Post"\nkind = "base"', "line 2 is wrong: give it a point"),
        ('name = "Elm Post"\nkind = "base"\npoint = [137, 36]', "give it a point"),
        ('name = "Elm Post"\nkind = "base"\npoint = [36, 37]\ncountry = "Syria"', "two capital letters"),
        ('name = "Elm Post"\nkind = "base"\npoint = [36, 37]\nalso = "Elm"', "as a list"),
        ('name = "Elm Post"\nkind = "base"\npoint = [36, 37]\nlat = 3', "“lat” is not known"),
        ("name = Elm", "cannot be read: .*line 3"),
    ],
)
def test_a_wrong_own_place_is_named_with_its_line_and_remedy(tmp_path: Path, entry: str, remedy: str) -> None:
    """An error tells the file, the line of the place, and what to write."""
    own = tmp_path / "places.toml"
    own.write_text(f"# mine\n[[place]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=remedy) as raised:
        read_own_places(own)
    assert str(own) in str(raised.value)


def test_shipped_places_that_are_wrong_are_named() -> None:
    """An entry of a table without a point says so."""
    with pytest.raises(ResourceError, match=r"Elm Post.*Give it a name, a kind and a point"):
        listed_place({"name": "Elm Post"}, "a table")
