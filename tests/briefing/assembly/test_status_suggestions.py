"""What the program suggests and says of an entry, and what it never sets by itself."""

from briefing.model.briefing import Status
from tests.briefing.assembly.making import briefing, report


def test_two_independent_originators_suggest_that_it_is_confirmed() -> None:
    """The reason names them; the grade stays as it was."""
    made = briefing(
        report("A quake damaged 200 houses in Izmir on Friday, the Kandilli Observatory said.", publisher="Alpha Post"),
        report("A quake damaged 200 houses in Izmir on Friday, the interior ministry said.", publisher="Beta Times"),
    )

    entry = made.developments[0]
    assert (entry.suggested_credibility, entry.grade) == ("1", "F6")
    assert "Kandilli Observatory" in entry.suggestion_reason
    assert "interior ministry" in entry.suggestion_reason


def test_a_party_alone_suggests_that_nothing_can_be_judged() -> None:
    """A claim is no information about itself."""
    made = briefing(report("The rebels said they took Hama on Friday.", publisher="Alpha Post"))

    entry = made.developments[0]
    assert (entry.status, entry.suggested_credibility) == (Status.CLAIMED, "6")
    assert entry.said == "rebels claimed"


def test_what_is_denied_is_suggested_to_be_doubtful() -> None:
    """Another source says that it is not so."""
    made = briefing(
        report("The rebels said they had taken Homs on Friday.", publisher="Alpha Post"),
        report("The defence ministry denied that Homs had been taken on Friday.", publisher="Beta Times"),
    )

    denied = next(entry for entry in made.developments if entry.status is Status.DENIED)
    assert denied.suggested_credibility == "4"


def test_the_verb_follows_the_status() -> None:
    """A monitor reported, and nobody is put in the place of a source that is not named."""
    made = briefing(
        report("Rebels took Hama on Friday, the Syrian Observatory for Human Rights said.", publisher="Alpha Post"),
        report("A bridge collapsed in Tartus on Friday.", publisher="Beta Times"),
    )

    assert {entry.said for entry in made.developments} == {
        "Syrian Observatory for Human Rights reported",
        "press reporting states",
    }


def test_each_topic_that_is_not_told_comes_with_a_question() -> None:
    """After an attack, a reader asks for the dead, the displaced and the aid."""
    made = briefing(report("Rebels took Hama on Friday after shelling the city.", publisher="Alpha Post"))

    asked = {gap.id: gap.question for gap in made.gaps}
    assert {"g-casualties", "g-displacement", "g-aid"} <= set(asked)
    assert all(question.endswith("?") for question in asked.values() if question)


def test_an_election_without_violence_leaves_no_question_of_displacement() -> None:
    """Nobody has left home because votes were counted."""
    made = briefing(report("The commission said voters elected Ana Silva president on Sunday.", publisher="Alpha Post"))

    assert not {"g-casualties", "g-displacement", "g-aid", "g-damage"} & {gap.id for gap in made.gaps}


def test_a_strike_without_a_doer_is_a_question() -> None:
    """Who was behind it is asked once, and not where somebody is blamed."""
    open_one = briefing(
        report("An air strike hit a school in Idlib on Friday, killing 9 people.", publisher="Alpha Post")
    )
    told = briefing(
        report("Residents blamed the army for an air strike on a school in Idlib on Friday.", publisher="Alpha Post")
    )

    assert any(gap.id.startswith("g-who") and "Idlib" in gap.text for gap in open_one.gaps)
    assert not any(gap.id.startswith("g-who") for gap in told.gaps)
