"""The register of sources: one row for one source over all reports, and never one row for two people."""

from briefing.model.briefing import Briefing, SourceRow
from tests.briefing.assembly.making import briefing, report


def row(made: Briefing, name: str) -> SourceRow:
    """Return the row of a source."""
    return next(source for source in made.sources if source.name == name)


def names(made: Briefing) -> set[str]:
    """Return the names of the register."""
    return {source.name for source in made.sources}


def test_a_person_with_and_without_title_is_one_source() -> None:
    """The name is the same; the title is an alias."""
    made = briefing(
        report("Floods killed 5 people in Homs on Friday, Governor Talal Barazi said.", publisher="Alpha Post"),
        report("A dam burst near Homs on Friday, Talal Barazi said.", publisher="Beta Times"),
    )

    assert [source.name for source in made.sources if "Barazi" in source.name] == ["Talal Barazi"]
    assert {entry.id for entry in made.developments} <= set(row(made, "Talal Barazi").cited_for)


def test_a_surname_is_merged_when_one_person_has_it() -> None:
    """Over the set, nobody else is called so."""
    made = briefing(
        report("Floods killed 5 people in Homs on Friday, Talal Barazi said.", publisher="Alpha Post"),
        report("A dam burst near Homs on Friday, Barazi said.", publisher="Beta Times"),
    )

    assert row(made, "Talal Barazi").aliases == ("Barazi",)


def test_a_surname_of_two_people_is_left_alone() -> None:
    """Nobody knows which Smith it is."""
    made = briefing(
        report("Floods killed 5 people in Leeds on Friday, John Smith said.", publisher="Alpha Post"),
        report("A dam burst near York on Friday, Mary Smith said.", publisher="Beta Times"),
        report("A bridge fell in Hull on Friday, Smith said.", publisher="Gamma Wire"),
    )

    assert {"John Smith", "Mary Smith", "Smith"} <= names(made)


def test_the_words_of_one_ministry_are_one_source() -> None:
    """“Ministry of Health” and “health ministry”."""
    made = briefing(
        report("Cholera killed 5 people in Kitwe on Friday, the Ministry of Health said.", publisher="Alpha Post"),
        report("A clinic was closed in Kitwe on Friday, the health ministry said.", publisher="Beta Times"),
    )

    assert sum("ealth" in name for name in names(made)) == 1


def test_originator_carrier_and_publisher_are_three_roles() -> None:
    """Who says it, who passes it on, and in whose pages it stands."""
    made = briefing(
        report(
            "Rebels took Hama on Friday, the Syrian Observatory for Human Rights told Reuters.", publisher="Alpha Post"
        )
    )

    assert row(made, "Syrian Observatory for Human Rights").roles == ("originator",)
    assert row(made, "Syrian Observatory for Human Rights").via == ("Reuters",)
    assert row(made, "Reuters").roles == ("carrier",)
    assert row(made, "Alpha Post").roles == ("publisher",)


def test_a_stake_comes_with_its_reason_and_no_grade_is_set() -> None:
    """F6 until somebody judges."""
    made = briefing(report("The rebels said they took Hama on Friday.", publisher="Alpha Post"))

    rebels = row(made, "rebels")
    assert (rebels.party, rebels.grade) == (True, "F6")
    assert "side" in rebels.stake_reason


def test_a_party_in_one_report_is_a_party_in_all() -> None:
    """What one report shows is not forgotten in the next."""
    made = briefing(
        report("The army said its troops fought the rebels in Hama on Friday.", publisher="Alpha Post"),
        report("A bridge in Tartus was closed on Friday, the army said.", publisher="Beta Times"),
    )

    assert len({source.party for source in made.sources if source.name == "army"}) == 1


def test_who_holds_a_place_is_a_party_in_all_reports() -> None:
    """A body without a telling name shows by what it does on which side it stands."""
    made = briefing(
        report("The Ouaka Collective captured the town of Bria on Friday, residents said.", publisher="Alpha Post"),
        report("The Ouaka Collective said on Friday that it would open the market of Bria.", publisher="Beta Times"),
    )

    assert row(made, "Ouaka Collective").party


def test_a_candidate_and_who_speaks_for_one_are_parties() -> None:
    """Others of the same election are not."""
    made = briefing(
        report(
            "Seven people were killed in Parakou on Friday, the campaign of losing candidate Paul Edo said. "
            "Four people were injured in Cotonou on Friday, the electoral commission said.",
            publisher="Alpha Post",
        ),
    )

    assert row(made, "campaign of losing candidate Paul Edo").party
    assert not row(made, "electoral commission").party


def test_a_ministry_is_printed_under_its_proper_name() -> None:
    """Two ways of writing it are one row."""
    made = briefing(
        report("Floods killed 5 people in Homs on Friday, the health ministry said.", publisher="Alpha Post"),
        report("A dam burst near Homs on Friday, the Ministry of Health said.", publisher="Beta Times"),
    )

    assert "Ministry of Health" in names(made)
    assert "health ministry" not in names(made)
