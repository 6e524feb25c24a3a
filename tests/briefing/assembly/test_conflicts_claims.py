"""Responsibility, dates, control and denials that differ between sources."""

from briefing.data.tables import load_table
from briefing.model.briefing import Briefing, Conflict, ConflictKind, Status
from tests.briefing.assembly.making import briefing, report


def about(made: Briefing, subject: str) -> list[Conflict]:
    """Return the conflicts whose subject begins with a word."""
    return [conflict for conflict in made.conflicts if conflict.subject.startswith(subject)]


def test_blame_and_claim_of_responsibility_stand_side_by_side() -> None:
    """Who is said to have done it, and by whom."""
    made = briefing(
        report(
            "A car bomb exploded in Hama on Friday. "
            "The interior ministry blamed the Northern Brigade for the bombing in Hama on Friday.",
            publisher="Alpha Post",
        ),
        report(
            "The Desert Front claimed responsibility for the car bomb that exploded in Hama on Friday.",
            publisher="Beta Times",
        ),
    )

    sides = about(made, "Responsibility")[0].sides
    assert {side.value for side in sides} == {"Northern Brigade", "Desert Front"}
    assert {side.source.originator.casefold() for side in sides} == {"interior ministry", "desert front"}


def test_a_denial_of_responsibility_is_set_against_the_blame() -> None:
    """It is a denial, with both sides."""
    made = briefing(
        report(
            "Officials in Tripoli blamed the Libyan National Army for an air strike on the port of Tripoli on Friday."
        ),
        report("The Libyan National Army denied carrying out the air strike on the port of Tripoli on Friday."),
    )

    conflict = about(made, "Responsibility")[0]
    assert conflict.kind is ConflictKind.DENIAL
    assert {side.value for side in conflict.sides} == {"Libyan National Army", "not Libyan National Army"}


def test_nobody_has_claimed_it_is_no_conflict_alone() -> None:
    """Silence is not a position."""
    made = briefing(
        report("A bomb exploded in Homs on Friday. No group has claimed responsibility for the bomb in Homs."),
        report("A bomb exploded in Homs on Friday, police said."),
    )

    assert about(made, "Responsibility") == []


def test_two_sources_that_blame_one_side_do_not_differ() -> None:
    """“The rebels” and “opposition fighters” are one side."""
    made = briefing(
        report("State media blamed the rebels for the shelling of Aleppo on Friday.", publisher="Alpha Post"),
        report("Residents blamed opposition fighters for the shelling of Aleppo on Friday.", publisher="Beta Times"),
    )

    assert about(made, "Responsibility") == []


def test_each_phrase_of_responsibility_holds_a_word_by_which_it_is_found() -> None:
    """Passages without any of these words are not looked at."""
    table: dict[str, list[str]] = load_table("responsibility")
    for kind in ("claims", "blames", "denies", "nobody"):
        for phrase in table[kind]:
            assert any(words in phrase for words in table["telltales"])
            assert phrase == phrase.casefold()


def test_who_claims_it_is_named_whole_however_the_sentence_begins() -> None:
    """The words for somebody begin behind a comma, and not within a word."""
    made = briefing(
        report("On Friday, hours after the car bomb exploded in Hama, the Desert-Front claimed responsibility for it."),
        report("Officials blamed the Northern Brigade for the car bomb that exploded in Hama on Friday."),
    )

    assert {side.value for side in about(made, "Responsibility")[0].sides} == {"Desert-Front", "Northern Brigade"}


def test_two_days_for_one_change_of_control_are_shown() -> None:
    """The days differ, not the fact."""
    made = briefing(
        report("Rebels took Hama on Thursday, the Syrian Observatory for Human Rights said.", publisher="Alpha Post"),
        report("Rebels took Hama on Friday, residents said.", publisher="Beta Times"),
    )

    conflict = about(made, "Date")[0]
    assert [side.value.replace("\u00a0", " ") for side in conflict.sides] == ["5 December 2024", "6 December 2024"]


def test_one_source_with_two_days_is_no_dispute() -> None:
    """Only originators can differ."""
    made = briefing(
        report("Rebels took Hama on Thursday, the Syrian Observatory for Human Rights said.", publisher="Alpha Post"),
        report("Rebels took Hama on Friday, the Syrian Observatory for Human Rights said.", publisher="Beta Times"),
    )

    assert about(made, "Date") == []


def test_two_sides_that_both_hold_a_city_are_a_dispute_and_the_city_is_conflicting() -> None:
    """The table of places shows who says what."""
    made = briefing(
        report("The army said it held Homs on Friday.", publisher="Alpha Post"),
        report("The rebels said they had taken Homs on Friday.", publisher="Beta Times"),
    )

    control = about(made, "Control of Homs")[0]
    assert {side.source.originator.casefold() for side in control.sides} == {"army", "rebels"}
    homs = next(city for city in made.cities if city.place.name == "Homs")
    assert homs.status is Status.CONFLICTING
    assert "army" in homs.disagreement.casefold()


def test_a_denial_says_who_denies() -> None:
    """The entry that is denied names the other source."""
    made = briefing(
        report("The rebels said they had taken Homs on Friday.", publisher="Alpha Post"),
        report("The defence ministry denied that Homs had been taken on Friday.", publisher="Beta Times"),
    )

    denied = next(entry for entry in made.developments if entry.status is Status.DENIED)
    assert "defence ministry" in denied.status_words
    assert denied.independent_originators == 1


def test_a_source_that_denies_its_own_words_lowers_nothing_of_another() -> None:
    """A denial of something else in another place leaves an entry as it is."""
    made = briefing(
        report("The governor said 40 houses were destroyed by floods in Derna on Friday.", publisher="Alpha Post"),
        report("The army denied that it had withdrawn from Benghazi on Friday.", publisher="Beta Times"),
    )

    assert all(entry.status is not Status.DENIED for entry in made.developments)


def test_only_who_denies_is_named_as_denying_and_a_threat_is_denied_by_nobody() -> None:
    """One report takes the city, one says it is fought over, one denies its loss, one names it as the next aim."""
    made = briefing(
        report("Rebels captured Homs on Saturday, the Orontes Monitor said.", publisher="Post"),
        report("Clashes continued in Homs on Saturday, the Red Crescent said.", publisher="Times"),
        report("The defence ministry denied on Saturday that Homs had been lost.", publisher="Bulletin"),
        report("Rebels who captured Hama on Saturday now threaten Homs, the Red Crescent said.", publisher="Gazette"),
    )
    taken = next(entry for entry in made.developments if "captured Homs" in entry.text)
    threat = next(entry for entry in made.developments if "threaten" in entry.text)

    assert taken.status is Status.DENIED
    assert "Red Crescent" not in taken.status_words
    assert threat.status is not Status.DENIED


def test_a_clause_is_nobody_who_could_be_responsible() -> None:
    """“It was unclear who” is no name."""
    made = briefing(
        report("Rebels blamed the army for the blast that killed 9 people in Homs on Friday.", publisher="Post"),
        report("It was unclear who was behind the blast that killed 9 people in Homs on Friday, a woman said."),
    )

    assert not [side for conflict in made.conflicts for side in conflict.sides if "unclear" in side.value]


def test_two_sides_that_hold_a_part_each_are_no_dispute() -> None:
    """The east may be held by the ones and the west by the others."""
    made = briefing(
        report("Shells fell on regime-held west Aleppo on Friday, residents said.", publisher="Alpha Post"),
        report("Nine people died in the rebel-held east of Aleppo on Friday, a monitor said.", publisher="Beta Times"),
    )

    assert made.conflicts == ()
    assert {claim.summary for city in made.cities for claim in city.claims} == {
        "regime-held (west)",
        "rebel-held (east)",
    }


def test_a_denial_that_a_place_fell_is_set_against_who_holds_it() -> None:
    """The ministry names nobody; the brigades are of another side than it. "The capital" is the one that is named."""
    made = briefing(
        report("The Coastal Brigades hold Tripoli, Libya, residents said on Friday.", publisher="Alpha Post"),
        report(
            "The defence ministry denied on Friday that the capital has fallen. Traffic in Tripoli, Libya, is normal.",
            publisher="Beta Times",
        ),
    )

    denial = about(made, "Control of Tripoli")[0]
    assert denial.kind is ConflictKind.DENIAL
    assert [side.value for side in denial.sides] == ["held by Coastal Brigades", "denied: taken"]


def test_a_denial_that_a_place_fell_says_nothing_against_the_army_that_holds_it() -> None:
    """Both say the same."""
    made = briefing(
        report("Government troops hold Tripoli, Libya, residents said on Friday.", publisher="Alpha Post"),
        report("The defence ministry denied on Friday that Tripoli, Libya, has fallen.", publisher="Beta Times"),
    )

    assert about(made, "Control of Tripoli") == []
