"""Quotations that are printed in part have both their marks."""

import pytest

from briefing import render
from briefing.assembly.wording import whole_quotation
from tests.briefing.assembly.making import briefing, report


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("“Water is rising.", "“Water is rising.”"),
        ("It is rising,” he said.", "“It is rising,” he said."),
        ('"Water is rising.', '"Water is rising."'),
        ('It is rising," he said.', '"It is rising," he said.'),
        ("“Water is rising,” he said.", "“Water is rising,” he said."),
        ('A pipe of 24" burst.', 'A pipe of 24" burst.'),
        ("The mayor's house burns.", "The mayor's house burns."),
    ],
)
def test_a_part_of_a_quotation_gets_the_mark_that_it_lacks(text: str, printed: str) -> None:
    """Behind a number a straight mark may be of inches."""
    assert whole_quotation(text) == printed


def test_the_mark_is_printed_and_is_no_part_of_the_words_of_the_passage() -> None:
    """What is checked against the passage is what stands in it."""
    made = briefing(report("“A flood killed 40 people in Homs on Friday. We need boats,” the mayor said."))
    entry = made.developments[0]

    assert entry.text == "“A flood killed 40 people in Homs on Friday."
    assert "“A flood killed 40 people in Homs on Friday.”" in render(made, "md").decode("utf-8")
    assert entry.sources[0].originator == "mayor"


def test_a_pronoun_without_a_name_is_no_source() -> None:
    """As in “reported: He”, which would tell the reader nothing."""
    text = "He said on Friday that a flood had killed 40 people in Homs, Syria."
    made = briefing(report(text, publisher="Alpha Post"))

    assert [source.originator for source in made.developments[0].sources] == ["Alpha Post"]
    assert made.developments[0].status_words.startswith("unattributed: Alpha Post")
