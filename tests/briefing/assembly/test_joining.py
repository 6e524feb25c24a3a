"""Which reports tell of one event and which passages of one development, on sets that are made to mislead."""

import random
from dataclasses import replace

from briefing import generate
from briefing.model.briefing import Briefing, ConflictKind
from briefing.model.report import Report
from tests.briefing.assembly.making import briefing, report

FIRST_ARREST = (
    "Police in Lyon arrested Marc Delorme on Tuesday on suspicion of robbing a jeweller.",
    "Marc Delorme was arrested in Lyon on Tuesday, suspected of the robbery of a jeweller.",
)
OTHER_ARREST = "Police in Lyon arrested Pierre Vasseur on Tuesday on suspicion of setting fire to a depot."


def groups(made: Briefing) -> set[frozenset[str]]:
    """Return for each development the passages that it cites."""
    return {frozenset(citation.quote for citation in entry.citations) for entry in made.developments}


def joined(made: Briefing, one: str, two: str) -> bool:
    """Tell whether two passages, each known by some of its words, are cited by one entry."""
    return any(any(one in quote for quote in group) and any(two in quote for quote in group) for group in groups(made))


def test_two_arrests_of_different_people_on_one_day_in_one_city_are_two_entries() -> None:
    """The same words are told of another man."""
    made = briefing(
        report(FIRST_ARREST[0], publisher="Alpha Post", date="2024-12-04"),
        report(FIRST_ARREST[1], publisher="Beta Times", date="2024-12-04"),
        report(OTHER_ARREST, publisher="Gamma Daily", date="2024-12-04"),
    )

    assert joined(made, *FIRST_ARREST)
    assert not joined(made, "Delorme", "Vasseur")


def test_two_quakes_of_one_country_in_one_week_are_two_entries() -> None:
    """The places and the strengths differ; the words do not."""
    text = "An earthquake of magnitude {} struck near {} on {}, killing {} people, the geological service said."
    made = briefing(
        report(text.format("6.1", "Izmir", "Monday", 14), publisher="Alpha Post", date="2024-12-03"),
        report(text.format("5.4", "Malatya", "Thursday", 3), publisher="Beta Times", date="2024-12-06"),
    )

    assert not joined(made, "Izmir", "Malatya")


def test_two_cities_of_one_name_are_never_one() -> None:
    """Tripoli lies in Libya and in Lebanon."""
    text = "Gunmen attacked a police station in Tripoli, {}, on Thursday and wounded two officers."
    made = briefing(
        report(text.format("Libya"), publisher="Alpha Post"), report(text.format("Lebanon"), publisher="Beta Times")
    )

    assert not joined(made, "Libya", "Lebanon")


def test_one_wire_story_in_five_outlets_has_one_originator() -> None:
    """A changed word here and there makes no second witness."""
    story = "Floodwater broke through the levee at Mostar on Friday and covered the {} market and two schools."
    outlets = ("Alpha Post", "Beta Times", "Gamma Daily", "Delta News", "Epsilon Herald")
    words = ("old", "old", "town", "old", "central")
    made = briefing(
        *(report(story.format(word), publisher=name) for name, word in zip(outlets, words, strict=True)),
    )

    assert len(made.developments) == 1
    assert made.developments[0].independent_originators == 1
    assert len({citation.span.report_id for citation in made.developments[0].citations}) == 5


def test_a_wire_story_with_a_new_first_sentence_is_still_one_text() -> None:
    """What follows it word for word shows where it comes from."""
    rest = (
        "\n\nThe water rose by two metres within an hour and swept cars out of a car park."
        "\n\nSoldiers filled sandbags through the night while families waited in a sports hall."
        "\n\nThe mayor asked everybody on the left bank to stay away from the bridges."
    )
    made = briefing(
        report(
            "Floodwater broke through the levee at Mostar on Friday and covered the old market." + rest, publisher="A"
        ),
        report(
            "The levee at Mostar gave way on Friday, and floodwater filled the old market and its cellars." + rest,
            publisher="B",
        ),
    )

    flood = next(entry for entry in made.developments if "Mostar" in entry.text)
    assert len(flood.citations) == 2
    assert flood.independent_originators == 1


def test_an_update_and_a_dispute_stand_side_by_side_and_are_not_joined() -> None:
    """The monitor counts again, the ministry counts otherwise."""
    made = briefing(
        report("A blast in Basra killed 12 people on Monday, Basra Watch said.", publisher="A", date="2024-12-02"),
        report("The blast in Basra on Monday killed 19 people, Basra Watch said.", publisher="A", date="2024-12-04"),
        report("The blast in Basra on Monday killed 9 people, the ministry said.", publisher="B", date="2024-12-04"),
    )

    assert not joined(made, "19 people", "9 people, the ministry")
    assert {conflict.kind for conflict in made.conflicts} & {ConflictKind.DISPUTE, ConflictKind.UPDATE}


def test_an_event_of_years_ago_is_not_joined_with_its_like_of_today() -> None:
    """The day decides, whatever the words."""
    made = briefing(
        report("Rebels seized the airbase at Taftanaz on Friday after a long battle.", publisher="Alpha Post"),
        report("Rebels seized the airbase at Taftanaz in January 2013 after a long battle.", publisher="Beta Times"),
    )

    assert not joined(made, "on Friday", "2013")


def test_reports_without_dates_are_joined_by_place_and_words() -> None:
    """Nothing says that they tell of different days."""
    made = briefing(
        undated("Shells destroyed the main bakery in Kherson and wounded its owner.", "Alpha Post"),
        undated("The main bakery in Kherson was destroyed by shells; its owner was wounded.", "Beta Times"),
    )

    assert len(made.developments) == 1


def undated(text: str, publisher: str) -> Report:
    """Make a report that has no date."""
    return replace(report(text, publisher=publisher), published=None)


def test_the_reason_says_why_passages_were_joined() -> None:
    """In words, for the analyst who asks."""
    made = briefing(
        report(FIRST_ARREST[0], publisher="Alpha Post", date="2024-12-04"),
        report(FIRST_ARREST[1], publisher="Beta Times", date="2024-12-04"),
    )

    assert "same place, same day, both tell of arrest" in made.developments[0].reason
    assert "words in common" in made.developments[0].reason


def test_the_order_of_the_reports_does_not_change_what_is_joined() -> None:
    """Shuffled five times over."""
    texts = (
        *FIRST_ARREST,
        OTHER_ARREST,
        "A strike on Idlib killed 7 people on Tuesday, rescuers said.",
        "Seven people were killed in Idlib by a strike on Tuesday, a hospital said.",
        "At least 7 people died on Tuesday when a strike hit Idlib. Rescuers searched the rubble.",
        "Protesters filled the square in Lyon on Tuesday.",
        "Thousands of protesters filled the main square of Lyon on Tuesday evening.",
    )
    reports = [report(text, publisher=f"Paper {number}", date="2024-12-04") for number, text in enumerate(texts)]
    expected = groups(generate(reports))
    draw = random.Random(7)

    for _ in range(5):
        draw.shuffle(reports)
        assert groups(generate(reports)) == expected
