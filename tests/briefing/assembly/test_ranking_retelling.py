"""What leads a briefing: what happened, not what is explained, retold, announced or long known."""

from briefing.model.briefing import Briefing
from tests.briefing.assembly.making import briefing, report


def _texts(made: Briefing) -> list[str]:
    return [entry.text for entry in sorted(made.developments, key=lambda entry: entry.rank)]


def _reason(made: Briefing, words: str) -> str:
    return next(entry.reason for entry in made.developments if words in entry.text)


def test_a_toll_in_a_relative_clause_does_not_lead() -> None:
    """Who writes "the quake that killed 25,000 people" tells of something else, and takes the toll as known."""
    made = briefing(
        report("The earthquake that killed more than 25,000 people has closed the airport of Hatay."),
        report("At least 40 people were injured in Adana when a building collapsed."),
    )

    assert "40 people" in _texts(made)[0]
    assert "takes its figures as known" in _reason(made, "25,000")


def test_a_relative_clause_at_the_end_of_a_sentence_is_news() -> None:
    """After a comma, and with nothing behind it, such a clause tells the toll."""
    made = briefing(report("A bus fell into a ravine near Hama on Friday, which killed 12 people."))

    assert "counts people killed" in _reason(made, "ravine")


def test_what_officials_said_that_happened_is_news() -> None:
    """The "that" behind a verb of saying begins no relative clause."""
    made = briefing(report("Health officials said that 31 people were killed in Hama on Friday."))

    assert "counts people killed" in _reason(made, "31")


def test_an_event_that_something_came_after_is_not_what_is_told() -> None:
    """A closed port is told of as such, not as the earthquake that closed it."""
    made = briefing(report("The port of Ceyhan was damaged after Monday's two powerful earthquakes."))

    assert "earthquake" not in _reason(made, "Ceyhan").split(";")[0]


def test_an_announcement_of_an_interview_comes_after_what_happened() -> None:
    """A caption that names who talks in a programme tells no event."""
    made = briefing(
        report("The fire chief joins the morning show to discuss the flood in Homs, which he calls the worst ever."),
        report("A flood has cut the road to Hama."),
    )

    assert "Hama" in _texts(made)[0]
    assert "announces what others tell" in _reason(made, "morning show")


def test_the_newest_toll_outranks_an_older_one_of_the_same_place() -> None:
    """A count that a later report exceeds is out of date."""
    made = briefing(
        report("At least 150 people were killed by the flood in Homs.", publisher="One", date="2024-12-03"),
        report("The flood in Homs has killed 610 people.", publisher="Two", date="2024-12-06"),
    )

    assert "610" in _texts(made)[0]
    assert "later one exceeds" in _reason(made, "150")


def test_a_later_toll_of_another_town_supersedes_nothing() -> None:
    """Two towns have two events; a count of their province may take the place of that of a town."""
    made = briefing(
        report("A building collapsed in Hama and killed 4 people.", publisher="One", date="2024-12-05"),
        report("At least 13 people drowned when a flood hit the city of Homs.", publisher="Two", date="2024-12-06"),
        report("The flood has killed 21 people in Homs province.", publisher="Three", date="2024-12-07"),
    )

    assert "later one exceeds" not in _reason(made, "building")
    assert "later one exceeds" in _reason(made, "drowned")


def test_a_toll_that_a_later_one_exceeds_many_times_counts_something_else() -> None:
    """Five dead of a rescue team are not an old toll of a flood with thousands."""
    made = briefing(
        report("A road accident near Homs killed 5 rescuers.", publisher="One", date="2024-12-05"),
        report("The flood in Homs has killed 11,000 people.", publisher="Two", date="2024-12-06"),
    )

    assert "later one exceeds" not in _reason(made, "accident")


def test_what_few_of_many_reports_tell_of_does_not_lead() -> None:
    """A matter of another subject and of no country that is told of is said to be one."""
    made = briefing(
        *(
            report(f"The flood in Homs has cut road {number} and displaced {number}0 families.", publisher=f"P{number}")
            for number in range(1, 10)
        ),
        report("Auto workers began a strike and 600 people were arrested.", publisher="Other"),
    )

    assert not any("Auto workers" in text for text in _texts(made)[:2])
    assert "something else" in _reason(made, "Auto workers")


def test_what_lies_ahead_of_its_report_had_not_happened() -> None:
    """A day after that of the report is one for which something is announced."""
    made = briefing(report("The curfew in Homs ends on 20 December 2024. A flood has cut the road to Hama."))

    assert all("not yet done" in entry.reason for entry in made.developments if "curfew" in entry.text)
    assert "Hama" in _texts(made)[0]
