"""Control of places: who is said to take, hold, leave or threaten which place, and how much of it."""

import pytest

from briefing.analysis.control import find_control
from briefing.analysis.sentences import find_sentences
from briefing.model.findings import ControlClaim, ControlRelation, Modality, PlaceKind, PlaceMention
from tests.briefing.analysis.texts import mention, report_of


def claims_in(text: str, *places: str) -> list[ControlClaim]:
    """Return the claims on the first mention of each of the cities."""
    report = report_of(text)
    mentions = sorted((mention(report, name) for name in places), key=lambda m: m.start)
    return list(find_control(report, find_sentences(report), mentions))


@pytest.mark.parametrize(
    ("text", "relation", "holder", "extent"),
    [
        ("Rebels have taken control of most of Sumy.", ControlRelation.TOOK, "Rebels", "most of"),
        ("The army recaptured Sumy.", ControlRelation.TOOK, "army", ""),
        ("Sumy was captured by the rebels.", ControlRelation.TOOK, "rebels", ""),
        ("Sumy fell to the rebels.", ControlRelation.TOOK, "rebels", ""),
        ("Sumy was held by the opposition.", ControlRelation.HOLDS, "opposition", ""),
        ("Shells fell on rebel-held Sumy.", ControlRelation.HOLDS, "rebel", ""),
        ("Government forces withdrew from Sumy.", ControlRelation.LEFT, "Government forces", ""),
        ("The army lost control of Sumy.", ControlRelation.LOST, "army", ""),
        ("Rebels besieged Sumy.", ControlRelation.BESIEGES, "Rebels", ""),
        ("Rebels are standing at the gates of Sumy.", ControlRelation.THREATENS, "Rebels", ""),
        ("Clashes broke out in Sumy.", ControlRelation.CONTESTS, "", ""),
        ("The rebels seized 30% of Sumy.", ControlRelation.TOOK, "rebels", "30%"),
        ("The rebels captured several villages in Sumy.", ControlRelation.TOOK, "rebels", "several villages"),
    ],
)
def test_each_relation_is_read_with_holder_and_extent(
    text: str, relation: ControlRelation, holder: str, extent: str
) -> None:
    """The words give relation, holder and extent."""
    claims = claims_in(text, "Sumy")
    assert [(claim.relation, claim.holder, claim.extent) for claim in claims] == [(relation, holder, extent)]


@pytest.mark.parametrize(
    "text",
    [
        "Residents left Sumy in a hurry.",
        "The blast took nine lives in Sumy.",
        "Troops captured 20 fighters in Sumy.",
        "He took a train to Sumy.",
    ],
)
def test_other_senses_claim_no_control(text: str) -> None:
    """Residents, lives and prisoners are no control of a place."""
    assert claims_in(text, "Sumy") == []


def test_several_places_are_claimed_and_a_country_beside_them_is_not() -> None:
    """A list of places is read through its brackets."""
    claims = claims_in("The fighters advanced, having taken Sumy (in the north), and Lviv.", "Sumy", "Lviv")
    assert [(claim.place.name, claim.holder) for claim in claims] == [("Sumy", "fighters"), ("Lviv", "fighters")]


def test_an_aim_is_a_planned_threat() -> None:
    """What is only planned is not told as taken."""
    claims = claims_in("The rebels took Sumy. Their objective now is the city of Lviv.", "Sumy", "Lviv")
    assert (claims[1].relation, claims[1].modality) == (ControlRelation.THREATENS, Modality.PLANNED)
    assert claims[1].holder == "rebels"


def test_its_main_city_and_the_city_mean_the_settlement_of_the_name() -> None:
    """A province and its city of the same name are told apart."""
    report = report_of(
        "Rebels took over 80% of Sumy province and its main city. Troops withdrew from the city. Sumy burns."
    )
    places: list[PlaceMention] = [mention(report, "Sumy", PlaceKind.PROVINCE), mention(report, "Sumy", nth=1)]
    claims = find_control(report, find_sentences(report), places)
    kinds = [(claim.relation, claim.place.kind, claim.extent) for claim in claims]
    assert kinds == [
        (ControlRelation.TOOK, PlaceKind.PROVINCE, "over 80%"),
        (ControlRelation.TOOK, PlaceKind.CITY, ""),
        (ControlRelation.LEFT, PlaceKind.CITY, ""),
    ]
