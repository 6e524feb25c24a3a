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
        ("Shells fell on the rebel-held east of Sumy.", ControlRelation.HOLDS, "rebel", "east"),
        ("Many died in the rebel-held portions of Sumy.", ControlRelation.HOLDS, "rebel", "portions"),
        ("Most of Sumy was held by the rebels.", ControlRelation.HOLDS, "rebels", "most of"),
        ("Sumy is held almost entirely by the rebels.", ControlRelation.HOLDS, "rebels", ""),
        ("Allied troops managed on Saturday to control Sumy.", ControlRelation.HOLDS, "Allied troops", ""),
        ("Government forces withdrew from Sumy.", ControlRelation.LEFT, "Government forces", ""),
        ("Rebels gave up the town of Sumy.", ControlRelation.LOST, "Rebels", ""),
        ("The militia gave up control of Sumy.", ControlRelation.LOST, "militia", ""),
        ("The junta has relinquished Sumy.", ControlRelation.LOST, "junta", ""),
        ("The army lost its base in Sumy.", ControlRelation.LOST, "army", "base"),
        ("Rebels captured a number of villages in Sumy.", ControlRelation.TOOK, "Rebels", "a number of villages"),
        ("Rebels captured the villages of Sumy and Izmail.", ControlRelation.TOOK, "Rebels", ""),
        ("The army withdrew 20 planes from its base in Sumy.", ControlRelation.LEFT, "army", "base"),
        ("Shells fell on a rebel-held district of Sumy.", ControlRelation.HOLDS, "rebel", "district"),
        ("The two armies share control of Sumy.", ControlRelation.HOLDS, "two armies", ""),
        ("Rebels took control of a hospital in Sumy.", ControlRelation.TOOK, "Rebels", "a hospital"),
        ("Rebels took all the villages in the north of Sumy.", ControlRelation.TOOK, "Rebels", "all the villages"),
        ("The army lost control of Sumy.", ControlRelation.LOST, "army", ""),
        ("Sumy was lost to the rebels.", ControlRelation.LOST, "", ""),
        ("The town of Sumy fell on Friday.", ControlRelation.TOOK, "", ""),
        ("Rebels say take Sumy.", ControlRelation.TOOK, "Rebels", ""),
        ("Sumy is held by forces loyal to the general.", ControlRelation.HOLDS, "forces loyal to the general", ""),
        ("Sumy changed hands once more.", ControlRelation.TOOK, "", ""),
        ("Sumy, which the army took on Friday, is quiet.", ControlRelation.TOOK, "army", ""),
        ("The mutineers left Sumy at dawn.", ControlRelation.LEFT, "mutineers", ""),
        ("Rebel fighters left Sumy for the hills.", ControlRelation.LEFT, "Rebel fighters", ""),
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
        "He gave up his seat in Sumy.",
        "Air force raids left 15 people dead in rebel areas in the east of Sumy.",
        "Police gave up the search in Sumy.",
        "The two sides spoke of control of Sumy.",
        "Rents in Sumy fell on Friday.",
        "The army could not take on Sumy.",
        "The alliance took over the Sumy mission.",
        "Cameras captured video of crowds in Sumy.",
        "Sumy fell by three points.",
        "A convoy of 40 army trucks left Sumy for the coast.",
        "Some 200 soldiers left Sumy for the coast.",
        "The army said it had pulled back to the bridge near the mill of Sumy.",
        "The blast took nine lives in Sumy.",
        "Troops captured 20 fighters in Sumy.",
        "He took a train to Sumy.",
        "The rebels took part in an attack on Sumy.",
        "The fighters fled to Sumy.",
        "The rebels captured the town of Verkhny in northern Sumy.",
        "Shells fell on a rebel-held town in northern Sumy.",
        "Shells fell on rebel-held areas near Sumy.",
        "The funeral of a poet of Sumy is held at the cathedral.",
        "Talks on Sumy were held in Geneva.",
        "A meeting on Sumy was held by the council.",
        "Storms are threatening Sumy.",
        "Porto, which holds a veto, defended its Sumy ally.",
        "Families fled a village near Sumy and were taken to the coast.",
        "The speech took many Sumy officials by surprise.",
        "A strike by the Sumy-led coalition hit a village held by rebels.",
    ],
)
def test_other_senses_claim_no_control(text: str) -> None:
    """Residents, lives and prisoners are no control of a place."""
    assert claims_in(text, "Sumy") == []


def test_several_places_are_claimed_and_a_country_beside_them_is_not() -> None:
    """A list of places is read through its brackets."""
    claims = claims_in("The fighters advanced, having taken Sumy (in the north), and Lviv.", "Sumy", "Lviv")
    assert [(claim.place.name, claim.holder) for claim in claims] == [("Sumy", "fighters"), ("Lviv", "fighters")]


def test_a_country_is_not_what_is_threatened() -> None:
    """Who advances on a city threatens it; a country that is only the way is not a place to be held."""
    report = report_of("Rebels advanced on Sumy. The rebels were heading for Ukraine.")
    places = [mention(report, "Sumy"), mention(report, "Ukraine", PlaceKind.COUNTRY)]
    claims = find_control(report, find_sentences(report), places)
    assert [(claim.place.name, claim.relation) for claim in claims] == [("Sumy", ControlRelation.THREATENS)]


def test_an_aim_is_a_planned_threat() -> None:
    """What is only planned is not told as taken."""
    claims = claims_in("The rebels took Sumy. Their objective now is the city of Lviv.", "Sumy", "Lviv")
    assert (claims[1].relation, claims[1].modality) == (ControlRelation.THREATENS, Modality.PLANNED)
    assert claims[1].holder == "rebels"


@pytest.mark.parametrize(
    "text",
    ["Nine died in Hola on the outskirts of Sumy.", "The army captured an airport near Hola on the way to Sumy."],
)
def test_a_place_beside_another_is_neither_threatened_nor_taken(text: str) -> None:
    """One town does not threaten the next, and what lies on the way to a town is not in it."""
    assert claims_in(text, "Hola", "Sumy") == []


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Rebels plan to take control of Sumy.", "Rebels"),
        ("Rebels began a campaign aimed at recapturing Sumy.", "Rebels"),
        ("The general refuses to rule out using military force to take control of Sumy.", "general"),
    ],
)
def test_who_only_aims_at_a_place_has_not_taken_it(text: str, holder: str) -> None:
    """The verb of the aim is no part of the holder, and force that is used is none that somebody is put under."""
    assert [(claim.modality, claim.holder) for claim in claims_in(text, "Sumy")] == [(Modality.PLANNED, holder)]


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


@pytest.mark.parametrize(
    ("text", "places", "taken"),
    [
        ("Army units retook Sumy, Izmail said.", ("Sumy", "Izmail"), ["Sumy"]),
        ("If rebels take Sumy, Izmail will be cut off.", ("Sumy", "Izmail"), ["Sumy"]),
        ("After rebels took Sumy, Izmail and Rivne fell silent.", ("Sumy", "Izmail", "Rivne"), ["Sumy"]),
        ("Rebels took Sumy and Izmail was shelled.", ("Sumy", "Izmail"), ["Sumy"]),
        ("Rebels took Sumy and officials in Izmail fled.", ("Sumy", "Izmail"), ["Sumy"]),
        ("Rebels seized the base, Izmail said.", ("Izmail",), []),
        ("Armed groups took the checkpoints on the Izmail road.", ("Izmail",), []),
        ("Armed groups took Izmail airport.", ("Izmail",), []),
        (
            "Rebels took Sumy, Izmail and Rivne, the army said.",
            ("Sumy", "Izmail", "Rivne"),
            ["Sumy", "Izmail", "Rivne"],
        ),
        ("Rebels took several towns, including Izmail.", ("Izmail",), ["Izmail"]),
        ("Rebels took the second city, Izmail.", ("Izmail",), ["Izmail"]),
    ],
)
def test_only_a_list_reaches_past_a_comma(text: str, places: tuple[str, ...], taken: list[str]) -> None:
    """What follows a comma or opens another clause is a source or a subject, and is not taken."""
    assert [claim.place.name for claim in claims_in(text, *places)] == taken


@pytest.mark.parametrize(
    ("text", "relation", "holder", "modality"),
    [
        ("Border forces failed to capture Sumy.", ControlRelation.TOOK, "Border forces", Modality.NEGATED),
        ("The rebels briefly occupied Sumy.", ControlRelation.TOOK, "rebels", Modality.ASSERTED),
        ("The rebels were driven out of Sumy by the army.", ControlRelation.LOST, "rebels", Modality.ASSERTED),
        ("The mayor has not confirmed that rebels took Sumy.", ControlRelation.TOOK, "rebels", Modality.POSSIBLE),
        ("If rebels take Sumy, the road closes.", ControlRelation.TOOK, "rebels", Modality.POSSIBLE),
    ],
)
def test_the_holder_is_a_name_without_verbs_and_adverbs(
    text: str, relation: ControlRelation, holder: str, modality: Modality
) -> None:
    """Adverbs and verbs before "to" are no part of the holder, and tell whether it happened."""
    claims = claims_in(text, "Sumy")
    assert [(claim.relation, claim.holder, claim.modality) for claim in claims] == [(relation, holder, modality)]


def test_places_and_residents_neither_leave_nor_lose_a_place() -> None:
    """The fall of one place can leave another alone, and residents who are expelled have held nothing."""
    assert claims_in("Izmail left Sumy in despair.", "Izmail", "Sumy") == []
    assert claims_in("Residents were expelled from Sumy.", "Sumy") == []


@pytest.mark.parametrize(
    ("text", "relation", "holder", "modality"),
    [
        ("The army withdrew its units from Sumy.", ControlRelation.LEFT, "army", Modality.ASSERTED),
        ("The army pulled its soldiers out of Sumy.", ControlRelation.LEFT, "army", Modality.ASSERTED),
        ("The army said it had withdrawn from Sumy.", ControlRelation.LEFT, "army", Modality.ASSERTED),
        ("Patrols prevented the militants from fleeing Sumy.", ControlRelation.LEFT, "militants", Modality.NEGATED),
        ("All rebels must leave Sumy by Friday.", ControlRelation.LEFT, "All rebels", Modality.PLANNED),
        ("Jets clear the way for rebels to advance on Sumy.", ControlRelation.THREATENS, "rebels", Modality.PLANNED),
        ("The rebels sent food into the besieged city of Sumy.", ControlRelation.BESIEGES, "", Modality.ASSERTED),
    ],
)
def test_the_holder_is_found_past_objects_and_other_verbs(
    text: str, relation: ControlRelation, holder: str, modality: Modality
) -> None:
    """Who leaves is told from what it takes along, who is kept from it, and who is under siege."""
    claims = claims_in(text, "Sumy")
    assert [(claim.relation, claim.holder, claim.modality) for claim in claims] == [(relation, holder, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels took over the operation and Sumy stepped back.",
        "The men surrendered in Sumy.",
        "The group rebuilt schools in the liberated areas in Sumy.",
        "A hospital on the outskirts of Sumy collapsed.",
        "The rebels captured guns, some of them Sumy-made.",
        "The alliance controls land between the city of Sumy and the border.",
    ],
)
def test_places_beside_the_object_are_not_claimed(text: str) -> None:
    """A place that only stands near the words of control is not what is held."""
    assert claims_in(text, "Sumy") == []


def test_their_hands_are_those_of_the_holder_named_before() -> None:
    """What is said to remain in their hands is held by who took another place."""
    claims = claims_in("The rebels took Sumy. Lviv remained in their hands.", "Sumy", "Lviv")
    assert [(claim.place.name, claim.relation, claim.holder) for claim in claims] == [
        ("Sumy", ControlRelation.TOOK, "rebels"),
        ("Lviv", ControlRelation.HOLDS, "rebels"),
    ]


def test_a_fall_that_is_denied_is_a_denied_claim() -> None:
    """Nobody is named who would have taken the place."""
    (claim,) = claims_in("The ministry denied that Sumy had fallen.", "Sumy")
    assert (claim.relation, claim.holder, claim.modality) == (ControlRelation.TOOK, "", Modality.DENIED)


@pytest.mark.parametrize(
    "text",
    [
        "The navy has posted videos taken from a helicopter during a flight over Sumy.",
        "Pictures taken in Sumy show the damage.",
        "A British ship left Sumy with 200 people on board.",
        "A train with the wounded left Sumy at noon.",
    ],
)
def test_pictures_and_travellers_change_no_control(text: str) -> None:
    """What is taken there is a picture, and who leaves held nothing."""
    assert claims_in(text, "Sumy") == []


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Lviv lies 50 km west of Sumy. Rebels captured the town.", ["Lviv"]),
        ("Police patrol Sumy. Rebels captured the town.", ["Sumy"]),
        ("Police patrol Sumy. Rebels captured the town's airport.", []),
        ("Police patrol Sumy. Rebels captured the town hall.", []),
    ],
)
def test_the_town_is_the_one_spoken_of_and_not_what_lies_beside_it(text: str, taken: list[str]) -> None:
    """A place that only says where another lies is not meant, nor is the town by what belongs to it."""
    claims = claims_in(text, *(name for name in ("Sumy", "Lviv") if name in text))
    assert [claim.place.name for claim in claims] == taken


def test_who_had_said_that_it_holds_a_place_is_named_without_its_auxiliary() -> None:
    """“The rebels had announced that they controlled all of it”."""
    claims = claims_in("The rebels had announced that they controlled all of Sumy.", "Sumy")

    assert [(claim.relation, claim.holder) for claim in claims] == [(ControlRelation.HOLDS, "rebels")]


def test_what_a_state_runs_is_no_place_behind_it() -> None:
    """State-run television tells of the city; nobody runs the city."""
    assert not claims_in("An officer said on state-run TV that the curfew in Sumy would end.", "Sumy")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Sumy was quiet. Rebels took the capital on Friday.", ["Sumy"]),
        ("Rebels took the capital on Friday. Izmail and Sumy were quiet.", ["Sumy"]),
        ("Sumy was quiet. The capital fell on Friday.", ["Sumy"]),
        ("Izmail was quiet. Rebels took the capital on Friday.", []),
        ("Sumy was quiet. Rebels took the capital of the province.", []),
        ("Sumy was quiet. Rebels took the capital's airport.", []),
        ("The army held the land between the capital Sumy and the border.", []),
    ],
)
def test_the_capital_is_that_of_the_country_where_the_report_names_it(text: str, taken: list[str]) -> None:
    """Wherever it is named in the report; what it does not name is not guessed."""
    report = report_of(text)
    places = sorted((mention(report, name) for name in ("Sumy", "Izmail") if name in text), key=lambda m: m.start)
    capitals = frozenset(each.place.id for each in places if each.place.name == "Sumy")

    claims = find_control(report, find_sentences(report), places, capitals=capitals)

    assert [claim.place.name for claim in claims] == taken
