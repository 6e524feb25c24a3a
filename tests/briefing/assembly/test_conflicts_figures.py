"""Figures of one event that differ, and figures that only look as if they did."""

from briefing.model.briefing import Briefing, Conflict, ConflictKind, Status
from tests.briefing.assembly.making import briefing, report


def of_kind(made: Briefing, kind: ConflictKind) -> list[Conflict]:
    """Return the conflicts of a kind."""
    return [conflict for conflict in made.conflicts if conflict.kind is kind]


def values(conflict: Conflict) -> list[tuple[str, str]]:
    """Return value and originator of each side."""
    return [(side.value, side.source.originator) for side in conflict.sides]


def test_an_update_and_a_dispute_of_one_event_stand_side_by_side() -> None:
    """The monitor raises its own toll; the ministry gives another one for the same day."""
    made = briefing(
        report(
            "A car bomb hit a market in Hama on Wednesday. The Hama Rights Monitor said 14 people were killed.",
            publisher="Alpha Post",
            date="2024-12-04",
        ),
        report(
            "The Hama Rights Monitor said on Friday that the toll of Wednesday's bombing in Hama had risen to 31.",
            publisher="Beta Times",
            date="2024-12-06",
        ),
        report(
            "The health ministry said 19 people were killed in Wednesday's market bombing in Hama.",
            publisher="Gamma Wire",
            date="2024-12-06",
        ),
    )

    update, dispute = of_kind(made, ConflictKind.UPDATE), of_kind(made, ConflictKind.DISPUTE)
    assert [side.source.originator for side in update[0].sides] == ["Hama Rights Monitor", "Hama Rights Monitor"]
    assert [value for value, _ in values(update[0])] == ["14 people", "31"]
    assert {source.casefold() for _, source in values(dispute[0])} == {"health ministry", "hama rights monitor"}
    assert "cannot all be right" in dispute[0].explanation
    assert all(side.citations for side in dispute[0].sides)


def test_the_toll_of_another_day_is_no_dispute() -> None:
    """Two bombings of one town, a week apart."""
    made = briefing(
        report(
            "A roadside bomb killed 12 people in Hama on 28 November, police said.",
            publisher="Alpha Post",
            date="2024-11-29",
        ),
        report(
            "A roadside bomb killed 5 people in Hama on 6 December, police said.",
            publisher="Beta Times",
            date="2024-12-06",
        ),
    )

    assert made.conflicts == ()


def test_two_kinds_of_incident_in_one_city_on_one_day_are_two_events() -> None:
    """A quake and a fire are not counted against each other."""
    made = briefing(
        report("An earthquake killed 40 people in Izmir on Friday, officials said.", publisher="Alpha Post"),
        report("A wildfire killed 3 people in Izmir on Friday, officials said.", publisher="Beta Times"),
    )

    assert made.conflicts == ()


def test_a_lower_bound_and_a_higher_count_can_both_be_right() -> None:
    """So neither entry is called conflicting."""
    made = briefing(
        report("At least 58 people drowned when a ferry capsized off Tartus on Friday, the port authority said."),
        report("The coast guard said 86 people drowned when the ferry capsized off Tartus on Friday."),
    )

    assert [conflict.kind for conflict in made.conflicts] == [ConflictKind.COMPATIBLE]
    assert all(entry.status is not Status.CONFLICTING for entry in made.developments)


def test_two_tolls_that_exclude_each_other_make_both_entries_conflicting() -> None:
    """The status words say who differs."""
    made = briefing(
        report("Floods killed 120 people in Derna on Sunday, the Red Crescent said.", date="2023-09-11"),
        report("Floods killed 75 people in Derna on Sunday, the interior ministry said.", date="2023-09-11"),
    )

    assert {entry.status for entry in made.developments} == {Status.CONFLICTING}
    assert any("interior ministry" in entry.status_words for entry in made.developments)


def test_nobody_is_named_as_differing_from_himself() -> None:
    """The Red Crescent gives two tolls, and the ministry a third: only the other one differs."""
    made = briefing(
        report("Floods killed 120 people in Derna on Sunday, the Red Crescent said.", date="2023-09-11"),
        report("Floods killed 90 people in Derna on Sunday, the Red Crescent said.", date="2023-09-11"),
        report("Floods killed 75 people in Derna on Sunday, the interior ministry said.", date="2023-09-11"),
    )

    words = [entry.status_words for entry in made.developments]
    assert any("differ" in said for said in words)
    assert all(said.count("Red Crescent") < 2 for said in words)


def test_copies_of_one_wire_story_dispute_nothing() -> None:
    """Five outlets with the same sentence say one thing."""
    text = "A blast killed 9 people in Homs on Friday, the Syrian Observatory for Human Rights said."
    made = briefing(*[report(text, publisher=name) for name in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")])

    assert made.conflicts == ()
    assert made.developments[0].independent_originators == 1


def test_soldiers_and_civilians_are_counted_apart() -> None:
    """A count of fighters is not a rival of a count of civilians."""
    made = briefing(
        report("Shelling killed 12 soldiers in Idlib on Friday, the army said.", publisher="Alpha Post"),
        report("Shelling killed 30 civilians in Idlib on Friday, rescuers said.", publisher="Beta Times"),
    )

    assert not of_kind(made, ConflictKind.DISPUTE)


def test_a_toll_since_the_beginning_is_not_set_against_that_of_a_day() -> None:
    """A running count is of more than one event."""
    made = briefing(
        report("Strikes have killed 300 people in Idlib since October, rescuers said.", publisher="Alpha Post"),
        report("Air strikes killed 40 people in Idlib on Friday, the health directorate said.", publisher="Beta Times"),
    )

    assert made.conflicts == ()


def test_shares_of_different_precision_do_not_exclude_each_other() -> None:
    """“Most of” and “over 80 percent” are one thing told twice."""
    made = briefing(
        report("Rebels took most of Daraa province on Friday.", publisher="Alpha Post"),
        report("Rebels took over 80 percent of Daraa province on Friday, a monitor said.", publisher="Beta Times"),
    )

    assert [conflict.kind for conflict in made.conflicts] == [ConflictKind.PRECISION]


def test_two_sources_in_one_sentence_are_told_apart() -> None:
    """Each figure is given to the source whose words hold it."""
    made = briefing(
        report(
            "Police said 22 people were killed in the blast in Homs on Friday. "
            "The hospital director said 35 people were killed in the blast in Homs on Friday.",
            publisher="Alpha Post",
        )
    )

    dispute = of_kind(made, ConflictKind.DISPUTE)
    assert {source.casefold() for _, source in values(dispute[0])} == {"police", "hospital director"}


def test_an_event_that_this_one_comes_after_is_another() -> None:
    """Its dead are no other count of the same dead."""
    made = briefing(
        report(
            "Two people died on Friday in a gas explosion in eastern China, state media reported. "
            "It comes just a few days after a gas explosion at a restaurant left one person dead."
        )
    )

    assert made.conflicts == ()


def test_a_province_holds_its_city_however_a_report_spells_it() -> None:
    """The state that a report calls “Kogi State” is the one in which the gazetteer has the city."""
    made = briefing(
        report("Floods killed 19 people in Lokoja on Friday, the police said. Lokoja, Nigeria, is under water."),
        report(
            "Floods killed 11 people in Kogi State on Friday, the ministry said. Benue, Nigeria, is flooded.",
            publisher="Beta Times",
        ),
    )

    assert [sorted(value for value, _ in values(each)) for each in of_kind(made, ConflictKind.DISPUTE)] == [
        ["11 people", "19 people"]
    ]


def test_the_place_of_a_count_is_that_of_its_clause() -> None:
    """A semicolon parts a boat accident from the flood to which it is compared."""
    made = briefing(
        report("Floods killed 19 people in Lokoja, Nigeria, on Friday, the police said."),
        report(
            "A boat sank in floods near Asaba, Nigeria, on Friday, killing 3 people, the marine police said; "
            "it had nothing to do with the floods at Lokoja.",
            publisher="Beta Times",
        ),
    )

    assert made.conflicts == ()


def test_a_province_that_only_says_where_a_city_lies_is_no_place_of_its_own() -> None:
    """What is told of Qamishli in Hasaka province does not make what happened in the city of Hasaka the same."""
    made = briefing(
        report("A bomb killed 44 people in Qamishli in Hasaka province, Syria, on Friday, the police said."),
        report("A bomb killed 16 people in the city of Hasaka on Friday, the army said.", publisher="Beta Times"),
    )

    assert made.conflicts == ()
