"""Furniture and headlines: what stands in a report and says nothing of the events."""

import pytest

from briefing.analysis.furniture import furniture_reason, headline_reason
from briefing.model.report import Paragraph, ParagraphKind

TEXT = Paragraph(start=0, end=1)


@pytest.mark.parametrize(
    "words",
    [
        "Read more: The long road home",
        "By Ana Lopez",
        "Ana Lopez in Beirut",
        "(Reporting by Ana Lopez and Omar Aziz; editing by Jo Low)",
        "Getty Images",
        "Ana Lopez contributed to this report.",
        "Follow us on Telegram for the latest updates.",
        "© 2024 All rights reserved.",
        "We use cookies to improve your visit.",
        "Next report: 15 March.",
        "The next situation report will be issued on 15 March.",
        "Subscribe to our channel: https://example.com/channel",
        "Sample text written for this program.",
        "#Flood #Rescue #Valley",
        "— — —",
        "Published October 4 2016",
        "Updated: 12:40 GMT",
    ],
)
def test_notices_credits_and_links_are_furniture(words: str) -> None:
    """Each of them is recognised, with a reason in words."""
    assert furniture_reason(words)


@pytest.mark.parametrize(
    "words",
    [
        "By Friday the rebels had taken the town.",
        "Follow-up talks were held in Geneva.",
        "The photo shows a burning house in Sumy.",
        "Share prices fell after the attack.",
        "Two people died.",
        "Published October 4 2016 A bomb killed nine people at a market in the north of the country on Monday.",
        "Sources said nine people were killed.",
        "The next report said that nine people were killed.",
    ],
)
def test_sentences_on_events_are_no_furniture(words: str) -> None:
    """Words that furniture also begins with do not make a sentence furniture."""
    assert furniture_reason(words) is None


@pytest.mark.parametrize(
    "words",
    ["Keys to the harbour strike and the role of the unions", "Nine Die As River Rises", "What Happened Next In Porto"],
)
def test_a_line_without_verb_or_in_title_case_is_a_headline(words: str) -> None:
    """A short line that stands alone without a full stop is a headline."""
    assert headline_reason(words, TEXT, alone=True)


def test_a_sentence_is_no_headline() -> None:
    """A full stop, a verb or a neighbour in the paragraph make it a sentence; a heading is one in any case."""
    assert headline_reason("The river is rising in nine towns", TEXT, alone=True) is None
    assert headline_reason("Keys to the harbour strike.", TEXT, alone=True) is None
    assert headline_reason("Keys to the harbour strike", TEXT, alone=False) is None
    heading = Paragraph(start=0, end=1, kind=ParagraphKind.HEADING)
    assert headline_reason("The river is rising.", heading, alone=True) == "a heading of the report"


def test_a_sentence_with_its_source_in_brackets_behind_it_is_no_headline() -> None:
    """Its full stop stands before the brackets."""
    assert headline_reason("Strikes across the valley kill nine people. (Daily News)", TEXT, alone=True) is None
