"""The table of places: what is said of each, the latest first, by whom, and what is not in it."""

import pytest

from briefing import render
from briefing.model.briefing import Briefing, City, Status
from briefing.model.findings import Modality, PlaceKind
from tests.briefing.assembly.making import briefing, report


def row(made: Briefing, name: str, kind: str = "city") -> City:
    """Return the row of a place."""
    return next(city for city in made.cities if city.place.name == name and city.kind_label == kind)


def names(made: Briefing) -> set[str]:
    """Return the names in the table."""
    return {city.place.name for city in made.cities}


def test_control_is_told_the_latest_first_with_who_says_so_and_since_when() -> None:
    """Conflict: a town that changed hands twice."""
    made = briefing(
        report("Rebels took Hama on Tuesday, residents said.", publisher="Alpha Post"),
        report("The army retook Hama on Friday, a local council said.", publisher="Beta Times"),
    )

    hama = next(city for city in made.cities if city.place.name == "Hama")
    assert [claim.when.words.replace("\u00a0", " ") for claim in hama.claims] == [
        "6 December 2024",
        "3 December 2024",
    ]
    assert "army" in hama.latest.split(";")[0]
    assert (hama.reports, hama.independent_originators) == (2, 2)
    assert hama.disagreement == ""


def test_city_and_province_of_one_name_have_rows_of_their_own() -> None:
    """Holding most of a province is not holding its city."""
    made = briefing(
        report("Rebels hold most of Hama province. The army still holds the city of Hama, residents said on Friday.")
    )

    assert {city.place.kind for city in made.cities if city.place.name == "Hama"} == {
        PlaceKind.PROVINCE,
        PlaceKind.CITY,
    }


def test_a_part_of_a_city_that_is_taken_is_not_the_city() -> None:
    """Who takes a base in a city is named with the base, apart from who takes the city, and the map shows a contest."""
    made = briefing(
        report("Rebels took control of a base in Homs on Friday, residents said.", publisher="Alpha Post"),
        report("Rebels took Hama on Friday, residents said.", publisher="Beta Times"),
    )

    assert row(made, "Homs").latest == "taken by rebels (a base)"
    assert row(made, "Hama").latest == "taken by rebels"
    seen = render(made, "md").decode()
    assert "Reported taken: Hama. Contested or under threat: Homs." in seen


def test_leaving_a_base_in_a_city_is_not_leaving_the_city() -> None:
    """Two claims stand side by side, each with its extent."""
    made = briefing(
        report("The army holds Homs, residents said on Friday. The army lost its base in Homs on Friday, a medic said.")
    )

    assert {claim.summary for claim in row(made, "Homs").claims} == {"held by army", "lost by army (base)"}
    assert row(made, "Homs").disagreement == ""


def test_places_that_are_only_named_have_no_row() -> None:
    """Where teams come from, where it was felt, and where somebody spoke are not where it happened."""
    made = briefing(
        report(
            "An earthquake killed 20 people in Izmir on Friday, the governor said. "
            "Rescue teams from Ankara were on their way to Izmir. The president spoke in Antalya.",
            publisher="Alpha Post",
        )
    )

    assert names(made) == {"Izmir"}
    assert "earthquake" in row(made, "Izmir").latest


@pytest.mark.parametrize("way", ["towards Damascus", "towards the capital, Damascus,", "toward Damascus"])
def test_the_place_that_soldiers_head_for_has_a_row(way: str) -> None:
    """That a column moves on a city is told of the city, with its name behind whatever words."""
    made = briefing(report(f"Officers gave up Daraa on Friday and headed {way} on foot, residents said."))

    assert names(made) == {"Daraa", "Damascus"}


def test_a_place_that_tells_only_how_far_off_another_lies_has_no_row() -> None:
    """A distance tells nothing of the city from which it is measured."""
    made = briefing(report("Rebels shelled Daraa, 100 km south of the capital, Damascus, on Friday, residents said."))

    assert names(made) == {"Daraa"}


def test_a_disaster_has_rows_by_events_and_nothing_is_said_of_control() -> None:
    """No claim of control, so no word about it."""
    made = briefing(
        report("Floods killed 12 people in Derna on Sunday, the Red Crescent said.", date="2023-09-11"),
        report("Floods destroyed bridges in Derna on Sunday, the mayor said.", date="2023-09-11"),
    )

    derna = next(city for city in made.cities if city.place.name == "Derna")
    assert derna.claims == ()
    assert "held" not in derna.latest
    assert "holds" not in derna.latest
    assert derna.independent_originators == 2


def test_politics_has_rows_for_where_it_happened() -> None:
    """Protests in two cities; a visit that is only mentioned has none."""
    made = briefing(
        report("Protesters marched in Nairobi on Tuesday. Police arrested 40 people in Mombasa.", date="2024-06-26"),
        report("Protests spread to Kisumu on Tuesday, a reporter said.", date="2024-06-26"),
    )

    assert {"Nairobi", "Mombasa"} <= names(made)


def test_two_nations_that_both_hold_a_town_disagree() -> None:
    """Both are armies, of two sides."""
    made = briefing(
        report("Ukrainian forces hold the town of Kupiansk, the general staff in Kyiv said on Friday."),
        report("Russian forces hold the town of Kupiansk, the defence ministry in Moscow said on Friday."),
    )

    kupiansk = row(made, "Kupiansk", "town")
    assert kupiansk.status is Status.CONFLICTING
    assert "Ukrainian forces" in kupiansk.disagreement
    assert "Russian forces" in kupiansk.disagreement
    assert all(entry.status is not Status.CONFIRMED for entry in made.developments)
    assert "Kyiv" not in names(made)


def test_places_of_one_name_in_two_countries_are_printed_with_their_countries() -> None:
    """Two rows of one name would not tell a reader which is which."""
    made = briefing(
        report(
            "Rebels took Tripoli, Libya, on Friday. Rebels took Misrata in Libya on Friday.", publisher="Alpha Post"
        ),
        report("Clashes killed six people in Tripoli, Lebanon, on Friday. The Lebanese army shut the port of Tripoli."),
    )
    printed = render(made, "md").decode("utf-8")

    assert "Tripoli (city, Libya)" in printed
    assert "Tripoli (city, Lebanon)" in printed
    assert "Misrata (city)" in printed


def test_an_adjective_of_control_stays_one_since_it_names_nobody() -> None:
    """The report does not say who the rebels are that hold it."""
    made = briefing(report("Shells killed four people in rebel-held Idlib on Friday."))

    assert [claim.summary for claim in row(made, "Idlib").claims] == ["rebel-held"]


def test_a_place_that_is_only_uttered_is_none_of_the_deed() -> None:
    """What he shouts about is elsewhere."""
    text = "A policeman shot four people in Ankara on Friday, shouting: “Do not forget Hama!”"

    assert names(briefing(report(text))) == {"Ankara"}


def test_the_place_from_which_it_is_reported_is_none_of_the_event() -> None:
    """A city and a colon or a dash before the sentence."""
    for text in ("GENEVA: Fighters took Hama on Friday.", "Paris - Fighters took Hama on Friday."):
        assert names(briefing(report(text))) == {"Hama"}


def test_who_threatens_a_person_threatens_no_town() -> None:
    """The subject is she, whatever town stands before."""
    text = "“She had been driven to Hama from Homs on Friday,” police wrote, adding she was threatened."

    assert all(not city.claims for city in briefing(report(text)).cities)


def test_a_place_all_in_capitals_before_the_sentence_is_that_of_the_desk() -> None:
    """As agencies set it on the web, without any mark."""
    for text in ("BEIRUT Syrian rebels took Hama on Friday.", "BEIRUT/AMMAN Syrian rebels took Hama on Friday."):
        made = briefing(report(text))
        assert names(made) == {"Hama"}
        assert made.developments[0].text.startswith("Syrian rebels")


def test_nothing_planned_passes_for_done() -> None:
    """Joined aims, what is to come "once", and "lost ground" that is to be regained."""
    for text in (
        "The army plans to shell Idlib and retake Hama, a general said on Friday.",
        "Rebels will march on once Hama is taken, an officer said on Friday.",
        "Government forces are trying to stem protest and regain lost ground around Hama.",
    ):
        made = briefing(report(text))
        assert all(claim.modality is not Modality.ASSERTED for city in made.cities for claim in city.claims), text


def test_what_is_seized_is_not_the_city_of_the_dateline() -> None:
    """The place before the dash says from where it is reported."""
    text = "DAMASCUS — The home of a family opposed to the dam will be seized by the army on Friday."

    assert all(not city.claims for city in briefing(report(text)).cities)
