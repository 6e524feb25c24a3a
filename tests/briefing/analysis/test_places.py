"""Places in reports: found where they are named, told apart from other names, and put on the map."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from briefing.analysis.places import document_country, find_places
from briefing.model.findings import SETTLEMENTS, PlaceKind, PlaceMention, Words
from briefing.model.report import Paragraph, Report

SEEDS = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds"
PROVINCE, CITY = PlaceKind.PROVINCE, PlaceKind.CITY


@cache
def the_gazetteer() -> Gazetteer:
    """Open the gazetteer once for all tests of this file."""
    return open_gazetteer()


def report_of(text: str) -> Report:
    """Make a report whose lines are paragraphs."""
    lines = tuple(Paragraph(start=line.start(), end=line.end()) for line in re.finditer(r"[^\n]+", text))
    return Report(id="r1", text=text, paragraphs=lines, title="", title_given=False)


def places_in(text: str, *, theatre: str = "", reserved: tuple[Words, ...] = ()) -> tuple[PlaceMention, ...]:
    """Return the places of a text."""
    return find_places(report_of(text), the_gazetteer(), theatre=theatre, reserved=reserved)


def named(text: str, *, theatre: str = "") -> list[tuple[str, str | None]]:
    """Return names as written and countries of the places of a text."""
    return [(text[found.start : found.end], found.place.country) for found in places_in(text, theatre=theatre)]


def kinds_of(name: str, text: str) -> list[PlaceKind]:
    """Return the kinds of the mentions of one name, in the order of the text."""
    return [found.place.kind for found in places_in(text) if text[found.start : found.end] == name]


def seed_text() -> str:
    """Return the user's own document, or skip the test where it does not lie beside the checkout."""
    files = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    if not files:
        pytest.skip("The sample reports do not lie beside this checkout.")
    return files[0].read_text(encoding="utf-8")


def test_the_seed_has_its_five_cities_and_no_other() -> None:
    """The cities are the five of the text, all in Syria, and each at its own place."""
    found = places_in(seed_text())
    cities = {mention.place.name: mention.place for mention in found if mention.place.kind in SETTLEMENTS}
    assert sorted(cities) == ["Aleppo", "Damascus", "Daraa", "Hama", "Homs"]
    assert {place.country for place in cities.values()} == {"SY"}
    assert {place.kind for place in cities.values()} == {CITY}


def test_the_seed_keeps_the_province_of_daraa_apart_from_the_city() -> None:
    """“Most of the province of Daraa” and “Daraa province” are the province, the other two mentions the city."""
    assert kinds_of("Daraa", seed_text()) == [PROVINCE, PROVINCE, CITY, CITY]


def test_the_seed_names_three_countries() -> None:
    """Syria, Jordan and Russia are countries; “Russian base” and “Syrian government” are not mentions of them."""
    found = places_in(seed_text())
    countries = {mention.place.name for mention in found if mention.place.kind is PlaceKind.COUNTRY}
    assert countries == {"Syria", "Jordan", "Russia"}
    assert document_country(found) == "SY"


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("They took over 80% of Daraa province and its main city in Syria.", "Daraa", [PROVINCE]),
        ("They took most of the province of Daraa in Syria.", "Daraa", [PROVINCE]),
        ("Troops agreed to leave Daraa without resistance in Syria.", "Daraa", [CITY]),
        ("Fighting went on in Daraa's countryside in Syria.", "Daraa", [PROVINCE]),
        ("Shelling hit rural Homs and Homs city in Syria.", "Homs", [PROVINCE, CITY]),
        ("Shelling hit the city of Homs and Homs Governorate in Syria.", "Homs", [CITY]),
        ("Rebels hold the Idlib region and the town of Idlib in Syria.", "Idlib", [PROVINCE, CITY]),
        ("Calm held in Daraa and Suwayda provinces of Syria.", "Daraa", [PROVINCE]),
        ("Calm held in the provinces of Hama and Idlib in Syria.", "Idlib", [PROVINCE]),
        ("Snow fell in Quebec and across Alberta in Canada.", "Quebec", [PROVINCE]),
        ("A fire broke out in Washington state near Seattle.", "Washington", [PROVINCE]),
        ("The talks in Washington with the United States failed.", "Washington", [CITY]),
    ],
)
def test_words_beside_a_name_tell_city_from_province(text: str, name: str, kinds: list[PlaceKind]) -> None:
    """The bare name is the city's; a word such as “province” beside it makes it the province."""
    assert kinds_of(name, text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The Levant Liberation Organization (Hayat Tahrir al Sham) went on.",
        "The Syrian Observatory for Human Rights counted the dead.",
        "The local media Daraa24 has published images.",
        "The Free Syrian Army and the Bank of England issued statements.",
        "President Bashar Al Assad met Paris Hilton.",
        "Syrian and Russian officers met the Iraqis.",
        "She was reading in the bath of her mobile home.",
        "The Washington Post and the Los Angeles Times reported it.",
        "Mr. Houston said that John Houston had left.",
        "The West Nile virus and the Olympic Games were on the agenda.",
        "Defense Minister Yoav Gallant left on Friday in March.",
        "It costs US$ 5 and 300 Hong Kong dollars.",
    ],
)
def test_names_of_other_things_are_not_places(text: str) -> None:
    """Bodies, papers, persons, peoples, common words and money are not places."""
    assert places_in(text) == ()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fighting broke out in Hama.", "Hama", "SY"),
        ("Fighting in Tripoli, Lebanon, killed two.", "Tripoli", "LB"),
        ("Fighting in Tripoli, Libya, killed two.", "Tripoli", "LY"),
        ("A storm hit Paris, Texas, on Monday.", "Paris", "US"),
        ("A storm hit Paris on Monday.", "Paris", "FR"),
        ("Police in Birmingham, Ala., closed roads.", "Birmingham", "US"),
        ("The Syrian army shelled Nawa and Inkhil near Daraa.", "Nawa", "SY"),
        ("Doctors in Atlanta, Georgia, were surprised.", "Georgia", "US"),
        ("Protests in Tbilisi shook Georgia and Armenia.", "Georgia", "GE"),
    ],
)
def test_the_words_around_decide_between_places_of_one_name(text: str, name: str, country: str) -> None:
    """Containment, other places and peoples, and size decide which place is meant."""
    assert (name, country) in named(text)


def test_the_theatre_decides_where_the_text_does_not() -> None:
    """The analyst's area prefers its own places of a name."""
    text = "Shelling was heard in Tripoli during the night."
    assert named(text, theatre="Lebanon") == [("Tripoli", "LB")]
    assert named(text, theatre="Libya") == [("Tripoli", "LY")]


def test_reserved_words_are_left_alone() -> None:
    """What other analysis has claimed as a source is not a place, however it looks."""
    text = "In Aleppo the Damascus Centre spoke. Aleppo was calm."
    reserved = Words(start=text.index("Aleppo"), end=text.index("Aleppo") + len("Aleppo"))
    assert [found.start for found in places_in(text, reserved=(reserved,))] == [text.rindex("Aleppo")]


def test_nothing_is_found_outside_the_paragraphs() -> None:
    """Headers and titles belong to no paragraph and are not searched."""
    text = "Homs falls\nTroops left Aleppo in Syria."
    report = report_of(text)
    body = Report(id="r", text=text, paragraphs=report.paragraphs[1:], title="Homs falls", title_given=True)
    found = find_places(body, the_gazetteer())
    assert [text[mention.start : mention.end] for mention in found] == ["Aleppo", "Syria"]


def test_the_printed_name_follows_the_report() -> None:
    """A plain spelling of the report is kept, an accented one gives way to the press name."""
    assert {mention.place.name for mention in places_in("Deraa fell. Shells hit Deraa, Syria.")} == {"Deraa", "Syria"}
    assert places_in("It shook Kahramanmaraş in Turkey.")[0].place.name == "Kahramanmaras"


def test_a_rule_says_in_words_what_a_mention_rests_on() -> None:
    """Evidence and sense are told in plain words."""
    mention = next(found for found in places_in("The army left Homs in Syria.") if found.place.name == "Homs")
    assert mention.rule == "“left” before it; a city of the gazetteer; coherent with Syria"
    assert mention.score >= 1.5


def test_names_that_tell_their_kind_are_found_without_the_gazetteer() -> None:
    """“Kerr County” is in the gazetteer, “Elm River” need not be."""
    text = "Floods hit Kerr County in Texas when the Elm River rose."
    kinds = {text[found.start : found.end]: found.place.kind for found in places_in(text)}
    assert kinds == {"Kerr County": PlaceKind.DISTRICT, "Texas": PROVINCE, "Elm River": PlaceKind.WATER}


def test_an_unknown_village_is_a_place_wherever_it_is_named() -> None:
    """What the text calls a village is one, also where it is only named."""
    text = "Kampungu is calm. Soldiers hold the village of Kampungu."
    assert kinds_of("Kampungu", text) == [PlaceKind.VILLAGE, PlaceKind.VILLAGE]


def test_another_transliteration_needs_its_country() -> None:
    """A spelling that nobody listed counts only where the report speaks of the country."""
    assert ("Khan Sheikhun", "SY") in named("Jets struck Khan Sheikhun in Syria.")
    assert named("Jets struck near Bakhmuut.") == []


def test_arabic_and_cyrillic_reports_have_places_too() -> None:
    """Names in other scripts are found: with a word before them, with prepositions attached, and declined."""
    arabic = "قصف النظام مدينة حلب وتقدمت القوات نحو دمشق في سوريا"
    assert [(name, country) for name, country in named(arabic)] == [("حلب", "SY"), ("دمشق", "SY"), ("سوريا", "SY")]
    russian = "Бои идут в Дамаске и Алеппо, сообщили в Москве."
    assert [country for _, country in named(russian)] == ["SY", "SY", "RU"]


def test_disaster_reports_have_their_places() -> None:
    """Counties, quarters and landscapes of reports on fires and floods are found."""
    text = (
        "The Hughes Fire burned in Los Angeles County, California, after Altadena and Pacific Palisades.\n"
        "Floods hit the Texas Hill Country near Kerrville. In Derna, Libya, two dams broke."
    )
    found = {name for name, _ in named(text)}
    expected = {"Los Angeles County", "California", "Altadena", "Pacific Palisades", "Kerrville", "Derna", "Libya"}
    assert expected | {"Texas Hill Country"} == found


def test_the_same_report_gives_the_same_places() -> None:
    """Findings do not depend on what was looked up before."""
    text = "Rebels took Homs, Hama and Aleppo in Syria. Russia sent jets to Tartus and Latakia."
    first = find_places(report_of(text), the_gazetteer())
    fresh = open_gazetteer()
    assert find_places(report_of(text), fresh) == first == find_places(report_of(text), fresh)
    fresh.close()


PARTS = ("Homs", "Daraa province", "St. ", "U.S.", "al-", "Deir ez-Zor", "in ", ", ", "La.", "x", "حلب", "Mr. ", "\n")
MARKS = ("County", "’s ", "(", "Кие", "Paris", " of ", "-", "\u0301", "village of X")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS + MARKS), max_size=30), st.text(max_size=40))
def test_spans_quote_their_names_in_order_and_apart(parts: list[str], noise: str) -> None:
    """Whatever the text, mentions lie in paragraphs, in order, without overlap, and are names."""
    text = noise + " ".join(parts) + noise
    found = places_in(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(text[mention.start : mention.end].strip() == text[mention.start : mention.end] for mention in found)


def test_a_very_long_line_is_searched_in_linear_time() -> None:
    """One line of a million characters full of capitals and lists is no trap; the test would not end otherwise."""
    text = "Homs, Hama and Aleppo in Syria " * 20_000 + "Aaaa " * 60_000 + "Daraa and " * 10_000
    assert len(places_in(text)) > 80_000


def test_a_governorate_is_found_by_its_bare_name() -> None:
    """“Al Bayda Governorate” and “Gezira State” are the provinces that the gazetteer has as Bayda and Gezira."""
    text = "A blast hit Al Bayda Governorate, Yemen. Troops hold Wad Madani, the capital of Gezira State, Sudan."
    found = {text[mention.start : mention.end]: mention.place.id for mention in places_in(text)}
    assert found["Al Bayda Governorate"] == "province:YE:20"
    assert found["Gezira State"] == "province:SD:38"


@pytest.mark.parametrize("name", ["Orum", "Bustan", "Binan"])
def test_the_first_word_of_a_longer_arabic_name_is_no_place_elsewhere(name: str) -> None:
    """“Orum al-Kubra” in Syria is not Orum in Utah."""
    text = f"Shells hit {name} al-Kubra near Aleppo, the Syrian army said. Damascus and Homs in Syria were calm."
    assert {country for _, country in named(text)} <= {"SY", None}


@pytest.mark.parametrize("name", ["Goma", "Pokrovsk", "Kupiansk"])
def test_a_name_in_an_address_is_no_common_word(name: str) -> None:
    """Small letters in a link tell nothing, whether it stands in the header or in the text."""
    address = f"https://{name.lower()}.example.org/kivu/{name.lower()}"
    text = f"URL: {address}\nSoldiers were pushed back near {name} on Monday. Read {address} or www.{name.lower()}.org"
    body = replace(report_of(text), paragraphs=report_of(text).paragraphs[1:])
    expected = [text.index(f"near {name}") + len("near ")]
    assert [found.start for found in find_places(body, the_gazetteer())] == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Five were killed in Derna, Libya.", "Derna", CITY),
        ("Derna, the port city, was flooded. Libya asked for help.", "Derna", CITY),
        ("Troops fled from Kassala, Sudan.", "Kassala", CITY),
        ("Kassala and Gedaref are the worst-hit states in Sudan.", "Kassala", PROVINCE),
        ("Kassala and Gedaref are the worst-hit states in Sudan.", "Gedaref", PROVINCE),
        ("Kassala, Gedaref and Sennar are among the states of Sudan that were hit.", "Kassala", PROVINCE),
        ("Kassala and Gedaref, the two states of Sudan, were hit.", "Kassala", PROVINCE),
        ("The worst-hit states are Kassala and Gedaref in Sudan.", "Gedaref", PROVINCE),
        ("Floods hit the states of Kano, Kaduna and Borno in Nigeria.", "Kaduna", PROVINCE),
        ("Kassala and Gedaref are calm, and other states of Sudan too.", "Kassala", CITY),
    ],
)
def test_the_sentence_tells_the_kind_of_its_list(text: str, name: str, kind: PlaceKind) -> None:
    """The bare name is the city, also before its country; a sentence that calls its list states makes provinces."""
    assert kinds_of(name, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Moody's said on Monday that it had no view. The Americans in Alabama read it.",
        "On Friday Moody’s downgraded the bonds again.",
        "Phoenix Capital took control of the board.",
        "Houston Securities and Dallas Partners sold their shares in Boston Pharma.",
        "They sent the carrier Liaoning and the destroyer Nanchang.",
    ],
)
def test_companies_and_ships_are_not_places(text: str) -> None:
    """A possessive with a verb, a company word behind the name, and a ship before it speak against a place."""
    assert {name for name, _ in named(text)} <= {"Alabama"}


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("Yerevan denied the report.", "Yerevan", [PlaceKind.COUNTRY]),
        ("On Monday, Baku again accused its neighbour.", "Baku", [PlaceKind.COUNTRY]),
        ("It was calm, but Washington urged restraint.", "Washington", [PlaceKind.COUNTRY]),
        ("Moscow said so. Drones reached Moscow.", "Moscow", [PlaceKind.COUNTRY, CITY]),
        ("Tehran, which has denied it, closed its airspace.", "Tehran", [PlaceKind.COUNTRY]),
        ("Officials in Kyiv denied it.", "Kyiv", [CITY]),
        ("Kyiv was struck by drones.", "Kyiv", [CITY]),
        ("Aleppo denied entry to the convoy from Syria.", "Aleppo", [CITY]),
    ],
)
def test_a_capital_that_speaks_is_its_government(text: str, name: str, kinds: list[PlaceKind]) -> None:
    """As the subject of a verb of governments a capital stands for its country, elsewhere it is the city."""
    assert kinds_of(name, text) == kinds


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shelling was heard near the border with Gisenyi.", "Gisenyi", "RW"),
        ("Zugdidi and Kutaisi were calm.", "Zugdidi", "GE"),
        ("The rebels advanced on Sake near Goma.", "Sake", "CD"),
        ("A cyclone hit Mecufi in Mozambique.", "Mecufi", "MZ"),
        ("The army had lost Wad Madani in December.", "Wad Madani", "SD"),
        ("The army had lost Kupiansk by then.", "Kupiansk", "UA"),
        ("Aid came to Belandu district at last.", "Belandu", None),
    ],
)
def test_little_words_and_neighbours_lead_to_a_place(text: str, name: str, country: str | None) -> None:
    """Words such as “border with” and “lost”, lists, and respelt names are evidence enough."""
    assert (name, country) in named(text)


@pytest.mark.parametrize(
    ("text", "theatre", "country"),
    [
        ("Rebels seized Goma in eastern Congo.", "", "CD"),
        ("M23 fighters advanced in Congo.", "", "CD"),
        ("Congo cut its ties with Rwanda over Bukavu.", "", "CD"),
        ("Congo closed its border.", "Democratic Republic of the Congo", "CD"),
        ("Congo closed its border.", "Republic of the Congo", "CG"),
        ("Talks were held in Brazzaville. Congo closed its border.", "", "CG"),
    ],
)
def test_other_places_tell_the_two_countries_of_one_name_apart(text: str, theatre: str, country: str) -> None:
    """“Congo” is the country of the other places or of the analyst's area, and the larger one without either."""
    assert ("Congo", country) in named(text, theatre=theatre)


def test_a_german_noun_is_no_small_town() -> None:
    """Where every noun has a capital, a capital alone makes no place of a common noun; a preposition does."""
    text = "Die Lehre ist wichtig, sagte er. Man hat die Lehre und Vernunft in Berlin vergessen, in Deutschland auch."
    found = find_places(replace(report_of(text), language="de"), the_gazetteer())
    assert [text[mention.start : mention.end] for mention in found] == ["Berlin", "Deutschland"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Kenya Health Minister Otieno spoke on Monday.", "Kenya", "KE"),
        ("The ministers met in Mombasa. Kenya Health Ministry lorries arrived.", "Kenya", None),
        ("The vote was welcomed by the Arizona Republican.", "Arizona", "US"),
        ("They threw stones and Molotov cocktails at the gate.", "Molotov", None),
        ("EDMONTON, Ky (WXYZ) -- A barn burnt down in Metcalfe County.", "Ky", "US"),
        ("Brooklyn District Attorney Eric Hale charged two men in Brooklyn.", "Brooklyn District", None),
    ],
)
def test_offices_courts_and_states_are_told_from_bodies(text: str, name: str, country: str | None) -> None:
    """The place before a person's office stands, that before a body or a court does not."""
    assert dict(named(text)).get(name) == country


def test_a_county_that_exists_once_tells_the_state_of_the_others() -> None:
    """Allamakee County is in Iowa only, so the Plymouth County beside it is that of Iowa and not the larger one."""
    text = "Tools were stolen at three American farms, in Allamakee County, Dallas County and Plymouth County."
    found = {text[place.start : place.end]: place.place.province for place in places_in(text)}
    assert found["Plymouth County"] == found["Dallas County"] == "Iowa"


def test_a_report_about_a_large_country_does_not_move_cities_into_it() -> None:
    """A report from the United States that names Geneva means the city, unless it speaks of a state with one."""
    abroad = "The United States and U.S. states such as Texas and Nevada want a plan. Talks went on in Geneva."
    at_home = "GENEVA, Ill. (AP) — The United States wants a plan for Illinois. The river rose in Geneva."
    assert [country for name, country in named(abroad) if name == "Geneva"] == ["CH"]
    assert {country for name, country in named(at_home) if name.title() == "Geneva"} == {"US"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The envoy spoke in New York on Friday.", [CITY]),
        ("A fire broke out in Buffalo, New York.", [PROVINCE]),
        ("Floods hit New Jersey and New York.", [PROVINCE]),
        ("The New York governor declared an emergency.", [PROVINCE]),
    ],
)
def test_new_york_is_the_city_unless_the_words_beside_it_tell_of_the_state(text: str, kinds: list[PlaceKind]) -> None:
    """A bare name is the city; a town of the state before it, a list of states or its governor make it the state."""
    assert kinds_of("New York", text) == kinds


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # Known towns whose names are also first names or are little known, in lists of their country.
        ("In Myanmar, people fled from Myawaddy, Kawkareik and Loikaw, aid workers said.", "Kawkareik", "MM"),
        ("In Ethiopia, Nekemte was quiet on Sunday while soldiers patrolled the streets.", "Nekemte", "ET"),
        ("In Haiti, Ouanaminthe and Dajabón were cut off when the bridge was washed away.", "Dajabón", "DO"),
        ("In the Gaza Strip, people left Abasan al-Kabira for the coast on Sunday.", "Abasan al-Kabira", "PS"),
    ],
)
def test_the_country_of_the_report_speaks_for_its_little_known_towns(text: str, name: str, country: str) -> None:
    """What a report is about, a list, and a near place across a border are evidence for a name of the gazetteer."""
    assert dict(named(text)).get(name) == country


def test_a_surname_is_no_province_of_a_country_that_nothing_else_speaks_of() -> None:
    """Hidalgo is a state of Mexico where the report speaks of Mexico or a word leads to it, else a person."""
    paris = "Hidalgo met French and Spanish mayors in Paris, France, and spoke of Lyon and Spain."
    mexico = "Hidalgo and Puebla were flooded, Mexican officials said in Mexico City."
    assert "Hidalgo" not in dict(named(paris))
    assert dict(named(mexico))["Hidalgo"] == "MX"
    assert dict(named(paris.replace("Hidalgo met", "A man in Hidalgo met")))["Hidalgo"] == "MX"


def test_the_country_told_beside_a_mention_settles_that_mention_alone() -> None:
    """The possessive, the demonym before “city of” and a heading with a country decide, whatever the rest is about."""
    about = "Troops left Benghazi, Misrata and Sirte in Libya for Tripoli. "
    assert named(about + "In Lebanon's Tripoli two people died.")[-1] == ("Tripoli", "LB")
    assert named(about + "Two people died in the Lebanese port city of Tripoli.")[-1] == ("Tripoli", "LB")
    assert named(about)[-1] == ("Tripoli", "LY")


def test_a_neighbouring_country_is_no_province_of_its_name() -> None:
    """Niger is a state of Nigeria as well, which the word before the name rules out."""
    text = "Floods hit Lokoja, Makurdi and Abuja in Nigeria. Neighbouring Niger sent boats, and Niger State sent food."
    assert ("Niger", "NE") in named(text)


def test_an_accent_tells_two_cities_of_one_name_apart() -> None:
    """A report that writes Los Ángeles with its accent means the Chilean city, and the plain name the other."""
    text = (
        "A fire burned near Los Ángeles, in the Biobío region of Chile. A crew from Los Angeles came from California."
    )
    assert [country for name, country in named(text) if name.startswith("Los")] == ["CL", "US"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police closed Jordan Street on Monday.", "Jordan"),
        ("The Ibrahim Hassan Bridge was closed.", "Hassan"),
        ("The line is closed, Transport for London said.", "London"),
    ],
)
def test_streets_bridges_and_bodies_that_bear_a_name_are_not_that_place(text: str, name: str) -> None:
    """What is named after a country, a man or a city does not lie there."""
    assert name not in " ".join(found for found, _ in named(text))


def test_the_publisher_of_a_report_is_no_place_in_it() -> None:
    """The byline “By Arta Now staff” does not put the report in Arta."""
    report = replace(report_of("By Arta Now staff\nA bridge near Arta broke."), publisher="Arta Now")
    assert [report.text[found.start - 5 : found.end] for found in find_places(report, the_gazetteer())] == ["near Arta"]


def test_neither_a_person_with_an_age_nor_an_address_is_a_place() -> None:
    """Altintas is a village, too, but here the name of the man who was named in full before."""
    text = "The man is Mevlut Mert Altintas, a 22-year-old, of 69 Wooster St., in Ankara.\nAltintas lived in Ankara."

    assert {name for name, _ in named(text)} == {"Ankara"}
