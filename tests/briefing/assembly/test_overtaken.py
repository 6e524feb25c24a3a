"""What a later report overtakes ranks behind it, and says why."""

from tests.briefing.assembly.making import briefing, report

TAKEN = report("Rebels took the town of Manbij in Syria on Tuesday.", publisher="Alpha Post", date="2024-12-04")
FELL = report("Rebels took Hama, Syria, on Friday.", publisher="Beta Times", date="2024-12-07")


def _reasons(left: str) -> dict[str, str]:
    made = briefing(TAKEN, FELL, report(left, publisher="Gamma Daily", date="2024-12-07"))
    return {entry.text.split(",")[0]: entry.reason for entry in made.developments}


def test_a_place_that_its_holder_has_left_since_is_no_news() -> None:
    """The reason is told with the rank."""
    reasons = _reasons("The rebels left Manbij, Syria, on Saturday.")

    assert "said to have left since" in reasons["Rebels took the town of Manbij in Syria on Tuesday."]
    assert "said to have left since" not in reasons["Rebels took Hama"]


def test_who_left_before_others_took_a_place_overtakes_nothing() -> None:
    """An army withdraws and rebels hold what they took."""
    reasons = _reasons("The army left Manbij, Syria, on Saturday.")

    assert "said to have left since" not in reasons["Rebels took the town of Manbij in Syria on Tuesday."]


def test_a_later_and_higher_count_ranks_above_what_it_overtakes() -> None:
    """The newest toll is what a reader asks for first, however late in its report it stands."""
    made = briefing(
        report("A flood killed 13 people in Lokoja, Nigeria, on Friday, the police said.", date="2024-12-06"),
        report(
            "Schools in Abuja stay closed. The flood has killed 21 people in Lokoja, Nigeria, the police said.",
            publisher="Beta Times",
            date="2024-12-07",
        ),
    )

    assert "21 people" in made.developments[0].text
    assert "later and higher count" in made.developments[0].reason
