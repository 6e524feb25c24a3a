"""The words of reports in another language than the document's say so, for spelling and reading aloud."""

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.document import Heading, Listing, Quotation, Text
from briefing.model.report import Report
from tests.briefing.writers.docx_reading import W, WordFile
from tests.paths import SEEDS


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    """Read one English report of the project."""
    return read_reports([SEEDS / "2024-12-07_daraa_homs.txt"]).reports


def test_english_sentences_in_a_french_briefing_say_that_they_are_english(reports: tuple[Report, ...]) -> None:
    """Sentences and passages do, labels and names do not."""
    document = generate(reports, BriefingRequest(template="evidence-pack", language="fr")).document
    passages = [block for block in document.blocks if isinstance(block, Quotation)]
    assert passages
    assert {block.language for block in passages} == {"en"}
    items = [item for block in document.blocks if isinstance(block, Listing) and block.ordered for item in block.items]
    spoken = {
        inline.language
        for item in items
        for inline in item.inlines
        if isinstance(inline, Text) and len(inline.text) > 60
    }
    assert spoken == {"en"}
    small = [inline for item in items for inline in item.detail if isinstance(inline, Text)]
    assert small
    assert {inline.language for inline in small} == {""}
    assert any(isinstance(block, Heading) for block in document.blocks)


def test_in_an_english_briefing_english_words_need_no_word_about_it(reports: tuple[Report, ...]) -> None:
    """The language of the document is said once."""
    document = generate(reports, BriefingRequest(template="evidence-pack")).document
    assert {block.language for block in document.blocks if isinstance(block, Quotation)} == {""}


def test_word_and_html_are_told_the_language_of_each_sentence(reports: tuple[Report, ...]) -> None:
    """So that Word does not underline every word, and a screen reader does not read English as French."""
    briefing = generate(reports, BriefingRequest(template="evidence-pack", language="fr"))
    file = WordFile(render(briefing, "docx"))
    passages = [block.text for block in briefing.document.blocks if isinstance(block, Quotation)]
    runs = list(file.styled_runs("Quotation"))
    assert [text.replace("\u00a0", " ") for text, _ in runs] == [text.replace("\u00a0", " ") for text in passages]
    assert {properties.find(f"{W}lang").get(f"{W}val") for _, properties in runs} == {"en-US"}
    language = file.tree("styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(f"{W}val") == "fr-FR"
    html = render(briefing, "html").decode()
    assert html.count('<blockquote lang="en">') == len(passages)
    assert '<span lang="en">' in html
