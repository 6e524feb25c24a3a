"""How far a development is supported: originators counted, never outlets, and nothing upgraded."""

import pytest

from briefing.assembly.parties import same_party, same_side
from briefing.model.briefing import Entry, Status
from briefing.model.report import Report
from tests.briefing.assembly.making import briefing, report

SOHR = "the Syrian Observatory for Human Rights"


def first(*reports: Report) -> Entry:
    """Return the first development of the reports."""
    return briefing(*reports).developments[0]


def test_one_monitor_through_two_agencies_is_one_originator() -> None:
    """SOHR via AFP and SOHR via Reuters are SOHR."""
    entry = first(
        report(f"Rebels took Hama on Friday, Reuters reported, citing {SOHR}.", publisher="Alpha Post"),
        report(f"Rebels took Hama on Friday, {SOHR} told AFP.", publisher="Beta Times"),
    )

    assert (entry.status, entry.independent_originators) == (Status.REPORTED, 1)


def test_a_body_and_its_head_are_one_originator() -> None:
    """The head speaks for the body."""
    entry = first(
        report(f"Rebels took Hama on Friday, {SOHR} said.", publisher="Alpha Post"),
        report("Rebels took Hama on Friday, Observatory head Rami Abdel Rahman said.", publisher="Beta Times"),
    )

    assert (entry.status, entry.independent_originators) == (Status.REPORTED, 1)


def test_a_claim_and_its_copy_in_the_papers_own_voice_stay_a_claim() -> None:
    """Printing it does not confirm it."""
    entry = first(
        report("The rebels said they took the town of Saraqib on Friday.", publisher="Alpha Post"),
        report("The rebels took the town of Saraqib on Friday, they said.", publisher="Beta Times"),
        report("The rebels took the town of Saraqib on Friday.", publisher="Gamma Wire"),
    )

    assert (entry.status, entry.independent_originators) == (Status.CLAIMED, 1)


def test_two_bodies_of_one_army_are_one_originator() -> None:
    """The ministry does not bear out its own troops."""
    entry = first(
        report("The army said it shelled Hama on Friday.", publisher="Alpha Post"),
        report("The defence ministry said it shelled Hama on Friday.", publisher="Beta Times"),
    )

    assert entry.independent_originators == 1
    assert entry.status is not Status.CONFIRMED


def test_parties_of_opposing_sides_that_agree_are_told_so() -> None:
    """Still a claim, but of both."""
    entry = first(
        report("The army said rebels took Hama on Friday.", publisher="Alpha Post"),
        report("The rebels said they took Hama on Friday.", publisher="Beta Times"),
    )

    assert entry.status is Status.CLAIMED
    assert entry.status_words.startswith("claimed by both sides")


def test_two_papers_that_print_one_agencys_text_are_one_voice() -> None:
    """The dateline says whose text it is, however it was shortened."""
    entry = first(
        report(
            "HAMA (Reuters) - Rebels took control of Hama on Friday after a week of fighting.", publisher="Alpha Post"
        ),
        report("HAMA (Reuters) - Hama was taken by rebels on Friday, the third city to fall.", publisher="Beta Times"),
    )

    assert entry.independent_originators == 1
    assert entry.status is not Status.CONFIRMED


def test_a_monitor_and_a_ministry_that_say_the_same_confirm_it() -> None:
    """Two originators without a common line."""
    entry = first(
        report("A quake damaged 200 houses in Izmir on Friday, the Kandilli Observatory said.", publisher="Alpha Post"),
        report("A quake damaged 200 houses in Izmir on Friday, the interior ministry said.", publisher="Beta Times"),
    )

    assert (entry.status, entry.independent_originators) == (Status.CONFIRMED, 2)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Russian forces", "Ukrainian forces", False),
        ("Syrian army", "government forces", True),
        ("Free Syrian Army", "Syrian army", False),
        ("rebels", "opposition fighters", True),
        ("anti-Assad rebels", "Syrian opposition", True),
        ("rebels", "the army", False),
        ("rebel army", "the regime", False),
    ],
)
def test_sides_are_told_from_names_only_where_names_allow_it(one: str, two: str, *, same: bool) -> None:
    """Two armies are not one side because both are armies."""
    assert same_side(one, two) is same


def test_a_short_name_is_the_party_that_it_is_part_of() -> None:
    """“Northern Brigade” and “the Northern Brigade militia” are one party."""
    assert same_party("Northern Brigade", "the Northern Brigade militia")
    assert not same_party("Northern Brigade", "Desert Front")


@pytest.mark.parametrize(
    "text",
    [
        "The raid, which the rebels call “Dawn of the South”, killed 12 people in Hama on Friday.",
        "Shells killed 12 people in Hama on Friday in what the rebels call the Dawn Raid.",
    ],
)
def test_who_only_gives_a_thing_its_name_does_not_tell_what_happened(text: str) -> None:
    """The name is theirs; the toll is the report's own."""
    entry = first(report(text, publisher="Alpha Post"))

    assert entry.status is Status.UNATTRIBUTED


def test_where_a_source_is_based_is_not_where_it_happened() -> None:
    """A place that only describes somebody is no place of the development."""
    entry = first(report("At least 42 people were killed on Friday, a Britain-based monitor said."))

    assert entry.lead == ""
    assert entry.places == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A man who admitted to having joined the rebels was jailed in Hama on Friday, the court said.", "court"),
        ("Rebels on Friday took the town of Saraqib, saying that they would march on Hama.", "own words"),
        ("The army shelled Hama on Friday and also discussed new talks.", "own words"),
        ("The army closes the roads and, a day later, admits that it has lost most of Hama.", "army"),
        ("The raid on Hama, condemned by the ministry, killed three people on Friday.", "own words"),
        ("The ministry issued a statement on Friday, saying 12 people died in Hama.", "ministry"),
        ("“Hama has fallen,” said Ana Lopez, head of the council. “It is over,” Lopez said.", "Ana Lopez"),
    ],
)
def test_a_statement_is_told_by_whoever_tells_what_happened(text: str, words: str) -> None:
    """Who does something and says why does not tell the deed; what closes with "X said" is told by X."""
    assert words in first(report(text)).status_words
