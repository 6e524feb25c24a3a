"""Sentences: where they end, and that their spans quote the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.sentences import find_sentences
from briefing.model.report import Paragraph, ParagraphKind, Report
from briefing.workflow import read_report_text
from tests.quality.sentences import read_texts, score


def report_of(text: str, kind: ParagraphKind = ParagraphKind.TEXT) -> Report:
    """Make a report of one paragraph."""
    return Report(
        id="r", text=text, paragraphs=(Paragraph(start=0, end=len(text), kind=kind),), title="", title_given=False
    )


def split(text: str, kind: ParagraphKind = ParagraphKind.TEXT) -> list[str]:
    """Return the words of the sentences of a text."""
    return [text[sentence.start : sentence.end] for sentence in find_sentences(report_of(text, kind))]


def test_the_labelled_texts_are_split_right() -> None:
    """The ends of sentences reach the target on all the hard cases written for it."""
    result = score(read_texts())
    assert len(list(read_texts())) >= 100
    assert result.labelled > 380
    assert result.f1 >= 0.98, result.faults


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ali left the U.S. Army at 5 p.m. Friday, No. 5 in rank.",
        "The toll is 3.5 million, J. R. Noor of example.com said.",
        "It fell after years of calm on the fronts. and the war went on.",
        "“Why now?” Ahmed Karim asked.",
        "Er kam am 7. Dezember an.",
        "It is a start, F.-X. Moreau told Lt.-Col. Haas.",
        "Maj. (ret.) Tomas Reyle lives in Varn (pop. 900).",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    """Abbreviations, initials, decimals, addresses and small letters keep a sentence whole."""
    assert split(text) == [text]


def test_a_missing_blank_after_a_stop_is_a_boundary_between_words_only() -> None:
    """Two glued sentences are parted, a glued abbreviation or address is not."""
    assert split("They left the front.The army came.") == ["They left the front.", "The army came."]
    assert split("The U.S.Army runs www.Example.Com today.") == ["The U.S.Army runs www.Example.Com today."]


def test_quotation_marks_stay_with_the_sentence_they_close() -> None:
    """A closing mark belongs to the sentence before it, also when the blank space is missing."""
    assert split('He wrote "we go."The end.') == ['He wrote "we go."', "The end."]
    assert split("“Go.” He went.") == ["“Go.”", "He went."]


def test_other_scripts_have_their_own_marks() -> None:
    """Arabic, Chinese and Hindi sentences end at their own marks."""
    assert split("هل وصلوا؟ نعم.") == ["هل وصلوا؟", "نعم."]
    assert split("军队来了。居民走了！") == ["军队来了。", "居民走了！"]
    assert split("सेना आई। लोग गए।") == ["सेना आई।", "लोग गए।"]


def test_a_credit_at_the_end_of_a_paragraph_stays_with_its_sentence() -> None:
    """An agency in brackets behind the last stop is no sentence."""
    assert split("Two towns fell. The army left. (Reuters)") == ["Two towns fell.", "The army left. (Reuters)"]


def test_each_row_of_a_table_is_a_sentence() -> None:
    """Lines of a table are not run together."""
    assert split("Homs 3\nHama 5", ParagraphKind.TABLE) == ["Homs 3", "Hama 5"]


def test_text_outside_the_paragraphs_has_no_sentences() -> None:
    """A header that no paragraph covers is not split, and each sentence knows its paragraph."""
    text = "date 2024-12-07\nOne. Two.\nThree."
    paragraphs = (Paragraph(start=16, end=25), Paragraph(start=26, end=32))
    report = Report(id="r", text=text, paragraphs=paragraphs, title="", title_given=False)
    found = [(text[item.start : item.end], item.paragraph) for item in find_sentences(report)]
    assert found == [("One.", 0), ("Two.", 0), ("Three.", 1)]


@given(st.text(alphabet=st.sampled_from("aA.?!…\"'”“»() \n\t1[]۔。،-@/é"), max_size=80) | st.text(max_size=80))
def test_sentences_cover_all_words_of_any_text_in_order(text: str) -> None:
    """Spans are in order, trimmed and apart, and leave out blank space only."""
    position = 0
    for sentence in find_sentences(report_of(text)):
        words = text[sentence.start : sentence.end]
        assert words
        assert words == words.strip()
        assert not text[position : sentence.start].strip()
        assert sentence.start >= position
        position = sentence.end
    assert not text[position:].strip()


@pytest.mark.parametrize("unit", [".", "a. ", '."A', "U.S.", "(", " »", ".[1]", "\n\n"])
def test_a_long_line_of_one_sign_ends(unit: str) -> None:
    """A text of one repeated sign is split without an error."""
    text = unit * 20000
    assert len(find_sentences(report_of(text))) <= len(text)


def test_the_stamps_of_a_live_page_are_parted_from_its_sentences() -> None:
    """A single number before a sentence may be a year."""
    page = read_report_text(
        "2224 The Coast Guard has sent two ships.\n\n2231 The mayor says that the bridge is closed.\n\n"
        "2240: Shops stay shut, a reporter says."
    )
    one = read_report_text("2010 Olympic games were held in Vancouver. It rained.")

    assert [page.quote(item.start, item.end) for item in find_sentences(page)] == [
        "2224",
        "The Coast Guard has sent two ships.",
        "2231",
        "The mayor says that the bridge is closed.",
        "2240:",
        "Shops stay shut, a reporter says.",
    ]
    assert len(find_sentences(one)) == 2
