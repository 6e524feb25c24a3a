"""One development, several witnesses: what is joined, what is not, and how far it is supported."""

from datetime import date

from briefing import BriefingRequest
from briefing.model.briefing import ConflictKind, Status
from tests.briefing.assembly.making import briefing, report

TAKEN = "Rebel fighters took control of Hama on Thursday after two days of fighting."


def test_two_publishers_that_tell_the_same_in_their_own_words_are_one_entry_and_confirm_nothing() -> None:
    """Place, day and change of control are the same, the wording is not; who saw it is told by neither."""
    made = briefing(
        report(TAKEN, publisher="Alpha Post"),
        report("Hama was captured by rebel fighters on Thursday as the army pulled back.", publisher="Beta Times"),
    )

    assert len(made.developments) == 1
    assert made.developments[0].independent_originators == 2
    assert made.developments[0].status is Status.UNATTRIBUTED
    assert "Alpha Post and Beta Times" in made.developments[0].status_words
    assert {citation.span.report_id for citation in made.developments[0].citations} == {r.id for r in made.reports}


def test_a_wire_story_in_three_outlets_is_one_witness() -> None:
    """Copies corroborate nothing, however many carry them."""
    made = briefing(*(report(TAKEN, publisher=name) for name in ("Alpha Post", "Beta Times", "Gamma Daily")))

    assert len(made.developments) == 1
    assert made.developments[0].independent_originators == 1
    assert made.developments[0].status is Status.UNATTRIBUTED


def test_reports_that_cite_one_monitor_have_one_originator() -> None:
    """Under its full name and its acronym."""
    made = briefing(
        report("Rebels took Hama on Thursday, the Syrian Observatory for Human Rights said.", publisher="Alpha Post"),
        report("SOHR reported that Hama was taken by rebels on Thursday.", publisher="Beta Times"),
    )

    assert len(made.developments) == 1
    assert made.developments[0].independent_originators == 1
    assert made.developments[0].status is Status.REPORTED
    assert made.developments[0].sources[0].originator == "Syrian Observatory for Human Rights"


def test_what_only_a_party_says_is_claimed() -> None:
    """A claim stays a claim."""
    made = briefing(report("The rebels said they had taken Hama on Thursday.", publisher="Alpha Post"))

    assert made.developments[0].status is Status.CLAIMED


def test_events_at_two_places_are_never_joined() -> None:
    """The same words about another city are another event."""
    made = briefing(
        report(TAKEN, publisher="Alpha Post"),
        report(TAKEN.replace("Hama", "Homs"), publisher="Beta Times"),
    )

    assert sorted(entry.lead for entry in made.developments) == ["Hama", "Homs"]


def test_events_of_two_weeks_are_never_joined() -> None:
    """A day far off is another event."""
    made = briefing(
        report(TAKEN, publisher="Alpha Post", date="2024-12-07"),
        report(TAKEN, publisher="Beta Times", date="2024-11-23"),
    )

    assert len(made.developments) == 2


def test_different_numbers_of_dead_are_a_dispute_and_not_one_entry() -> None:
    """Both stand, side by side, and the status says so."""
    made = briefing(
        report("A strike killed 58 people in Idlib on Friday, the health ministry said.", publisher="Alpha Post"),
        report("A strike killed 86 people in Idlib on Friday, the White Helmets said.", publisher="Beta Times"),
    )

    dispute = next(conflict for conflict in made.conflicts if conflict.kind is ConflictKind.DISPUTE)
    assert [side.value for side in dispute.sides] == ["58 people", "86 people"]
    assert len(made.developments) == 2
    assert {entry.status for entry in made.developments} == {Status.CONFLICTING}


def test_at_least_58_and_86_do_not_exclude_each_other() -> None:
    """A lower bound is compatible with a higher count."""
    made = briefing(
        report("A strike killed at least 58 people in Idlib on Friday, monitors said.", publisher="Alpha Post"),
        report("A strike killed 86 people in Idlib on Friday, the White Helmets said.", publisher="Beta Times"),
    )

    assert not [conflict for conflict in made.conflicts if conflict.kind is ConflictKind.DISPUTE]


def test_a_later_higher_count_of_one_source_is_an_update() -> None:
    """It is no quarrel with itself."""
    text = "The White Helmets said {} people were killed in Idlib since the strikes began."
    made = briefing(
        report(text.format(22), publisher="Alpha Post", date="2024-12-05"),
        report(text.format(126), publisher="Alpha Post", date="2024-12-07"),
    )

    assert [conflict.kind for conflict in made.conflicts] == [ConflictKind.UPDATE]


def test_a_denial_lowers_what_it_denies() -> None:
    """The claim is denied by another source; both are shown."""
    made = briefing(
        report("The rebels said they had taken Homs on Friday.", publisher="Alpha Post"),
        report("The defence ministry denied that Homs had been taken on Friday.", publisher="Beta Times"),
    )

    claim = next(entry for entry in made.developments if entry.text.startswith("The rebels"))
    assert claim.status is Status.DENIED
    assert any(conflict.kind is ConflictKind.DENIAL for conflict in made.conflicts)


def test_an_old_event_retold_is_background() -> None:
    """2018 is not of this week."""
    made = briefing(report(f"{TAKEN}\n\nIn 2018 the army recaptured Hama.", publisher="Alpha Post"))

    assert [entry.text for entry in made.background] == ["In 2018 the army recaptured Hama."]
    assert len(made.developments) == 1


def test_a_report_from_after_the_period_is_left_out() -> None:
    """With the reason in the ledger."""
    made = briefing(
        report(TAKEN, publisher="Alpha Post", date="2024-12-07"),
        report("Rebels took Homs on Sunday.", publisher="Beta Times", date="2024-12-08"),
        request=BriefingRequest(period_end=date(2024, 12, 7)),
    )

    assert [entry.lead for entry in made.developments] == ["Hama"]
    assert any(row.reason.startswith("dated outside") for row in made.ledger)


def test_a_plan_ranks_below_what_has_happened() -> None:
    """An aim is not promoted."""
    made = briefing(report(f"The rebels plan to take Homs next.\n\n{TAKEN}", publisher="Alpha Post"))

    assert made.developments[0].lead == "Hama"
    assert all(city.place.name != "Homs" or not _took(city) for city in made.cities)


def _took(city: object) -> bool:
    claims = getattr(city, "claims", ())
    return any(claim.summary.startswith("taken") for claim in claims)


def test_each_entry_says_why_it_stands_where_it_stands() -> None:
    """Rank, group and status in words."""
    made = briefing(report(TAKEN, publisher="Alpha Post"))

    assert "control taken" in made.developments[0].reason
    assert "one passage tells it" in made.developments[0].reason


def test_the_city_is_the_place_last_spoken_of() -> None:
    """“The city” takes its name from the sentence before, in the same paragraph only."""
    made = briefing(
        report("The army shelled Hama on Friday. Residents fled the city, aid workers said.", publisher="Alpha Post")
    )

    fled = next(entry for entry in made.developments if "fled" in entry.text)
    assert [place.name for place in fled.places] == ["Hama"]


def test_what_a_report_tells_ahead_of_its_day_counts_on_the_day_of_the_report() -> None:
    """A plan for the coming week is news of today; one told after the period is not."""
    plan = report("The health ministry plans to vaccinate 4,000 people in Homs from 12 December.")
    later = report("The health ministry plans to open a clinic in Hama on 20 December.", date="2024-12-15")
    made = briefing(plan, later, request=BriefingRequest(period_end=date(2024, 12, 8)))
    assert [entry.text for entry in made.developments] == [plan.text]


def test_a_demand_is_a_development_and_what_is_demanded_is_none() -> None:
    """Ministers who ask for talks have not held any."""
    made = briefing(report("The ministers of Iran and Turkey ask for talks in Doha."))

    assert [entry.actions for entry in made.developments] == [()]
