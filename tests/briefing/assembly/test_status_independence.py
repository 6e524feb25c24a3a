"""What must never count as a second originator: denials, digests, unnamed sources, bodies of one government."""

import pytest

from briefing.assembly.voices import independent_sources, is_unnamed
from briefing.model.briefing import SourceName, Status
from briefing.model.findings import SourceKind
from briefing.model.report import Report
from tests.briefing.assembly.making import briefing, report

CONFIRMED = {Status.CONFIRMED}


def statuses(*reports: Report) -> set[Status]:
    """Return the statuses of all developments of the reports."""
    return {entry.status for entry in briefing(*reports).developments}


def test_who_rejects_an_accusation_does_not_bear_it_out() -> None:
    """Nor does the accuser bear out the rejection; they are two developments, or one with one originator."""
    assert not CONFIRMED & statuses(
        report("Ballot boxes had been stuffed in Alibori, candidate Jon Aske told reporters on Monday.", publisher="A"),
        report("The Commission disputes the view that ballot boxes were stuffed in Alibori on Monday.", publisher="B"),
    )


@pytest.mark.parametrize("verb", ["rejects the accusation", "dismissed all claims", "disputes the allegation"])
def test_a_rejection_is_apart_from_what_it_rejects(verb: str) -> None:
    """It is a denial, whatever its words."""
    made = briefing(
        report("Ballot boxes had been stuffed in Alibori, candidate Jon Aske told reporters on Monday.", publisher="A"),
        report(f"The Commission {verb} that ballot boxes were stuffed in Alibori on Monday.", publisher="B"),
    )
    assert [entry.independent_originators for entry in made.developments] == [1, 1]


def test_a_denial_without_content_bears_out_nothing() -> None:
    """The “it” may be another thing."""
    made = briefing(
        report("The company denied on Friday that its dam had cracked in Mariana.", publisher="Alpha Post"),
        report("The dam in Mariana cracked on Friday, residents said. The mayor denied it.", publisher="B"),
    )
    assert Status.CONFIRMED not in {entry.status for entry in made.developments}


def test_a_digest_and_the_agency_that_it_cites_are_one() -> None:
    """The chain has one beginning, the mayor whom the agency asked."""
    told = "A flood destroyed the market of Lokoja on Friday"
    assert not CONFIRMED & statuses(
        report(f"{told}, the mayor of the city said.", publisher="Harbour News Agency"),
        report(f"{told}, Harbour News Agency and local residents report.", publisher="Weekly Digest"),
        report(f"{told}, the Harbour agency reported.", publisher="Daily Digest"),
    )


def test_an_agency_cited_by_a_paper_is_counted_once_beside_its_own_story() -> None:
    """Its own voice and its name in the mouth of another are one."""
    assert not CONFIRMED & statuses(
        report("A flood destroyed the market of Lokoja on Friday.", publisher="Harbour News Agency"),
        report(
            "The market of Lokoja was destroyed by a flood on Friday, the Harbour agency reported.", publisher="Digest"
        ),
    )


@pytest.mark.parametrize("unnamed", ["emergency officials", "officials", "police", "authorities"])
def test_officials_without_a_name_are_not_apart_from_the_body_that_is_named_next(unnamed: str) -> None:
    """The lead says “officials”, the second sentence whose they are."""
    body = "the Kogi State Police Agency" if unnamed == "police" else "the Kogi State Emergency Agency"
    assert not CONFIRMED & statuses(
        report(
            f"Thirteen people drowned in Lokoja on Friday, {unnamed} said. {body.capitalize()} said most were young.",
            publisher="Alpha Post",
        ),
        report(f"Thirteen people drowned in Lokoja on Friday, {body} said.", publisher="Beta Times"),
    )


def _source(name: str, kind: SourceKind = SourceKind.OFFICIAL) -> SourceName:
    return SourceName(originator=name, carrier="", kind=kind, party=False)


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [
        ("government", "interior ministry", 1),
        ("Ministry of Health of Zambia", "government", 1),
        ("Libyan government", "Libya's defence ministry", 1),
        ("French government", "France's health ministry", 1),
        ("prime minister", "health ministry", 1),
        ("Turkish government", "Greek foreign ministry", 2),
        ("government", "Kandilli Observatory", 2),
        ("local officials", "Kogi State Emergency Agency", 1),
        ("police", "Lagos State Police Command", 1),
        ("fire service", "health ministry", 2),
        ("Reuters", "Kogi State Emergency Agency", 2),
    ],
)
def test_bodies_of_one_government_and_words_without_a_name_are_one(one: str, two: str, count: int) -> None:
    """Two countries are two, and a monitor is nobody's ministry."""
    assert len(independent_sources((_source(one), _source(two)))) == count


def test_residents_of_two_papers_are_not_two_originators() -> None:
    """They may be the same ones, and a resident with a name may be one of them."""
    people = ("residents", "local residents", "resident Ana Lopez")
    assert len(independent_sources(tuple(_source(name, SourceKind.WITNESS) for name in people))) == 1


def test_a_capital_that_begins_a_sentence_makes_no_name() -> None:
    """“Police” is no name, “Reuters” is one."""
    assert is_unnamed("Police")
    assert is_unnamed("Emergency officials")
    assert not is_unnamed("Reuters")
    assert not is_unnamed("Kogi State Agency")


def test_two_originators_of_the_same_fact_still_confirm_it() -> None:
    """The rules take nothing from what is independent."""
    made = briefing(
        report("Thirteen people drowned in Lokoja on Friday, the Kogi State Agency said.", publisher="Alpha Post"),
        report("Thirteen people drowned in Lokoja on Friday, the Red Cross said.", publisher="Beta Times"),
    )
    entry = made.developments[0]
    assert (entry.status, entry.independent_originators) == (Status.CONFIRMED, 2)
    assert "Kogi State Agency" in entry.status_words
    assert "Red Cross" in entry.status_words


def test_a_party_that_publishes_its_own_statement_claims_and_confirms_nothing() -> None:
    """Its own pages are its own voice, and that of a side."""
    made = briefing(
        report("The Ouaka Collective captured the town of Bria on Friday, residents said.", publisher="Alpha Post"),
        report("Fighters opened the prison of Bria on Saturday and freed 40 men.", publisher="Ouaka Collective"),
    )
    told = next(entry for entry in made.developments if "freed 40 men" in entry.text)
    assert (told.status, told.independent_originators) == (Status.CLAIMED, 1)


def test_two_who_complain_alike_in_one_report_do_not_bear_each_other_out() -> None:
    """Nothing but words ties them: neither a place nor a number."""
    made = briefing(
        report(
            "At her age, Ann Bell said, the walk is unbearable.\n\n"
            "“If I don’t get enough, I must go to the well. Sometimes I go for days without water.”\n\n"
            "Another villager, Jon Aske, said the pump was broken.\n\n"
            "“As we speak, we have been without water for three days.”"
        )
    )

    assert not CONFIRMED & {entry.status for entry in made.developments}
