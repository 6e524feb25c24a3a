"""The marks of words: which steps have something to do in a sentence, and where."""

from briefing.analysis.reading import read_lines
from briefing.analysis.sentences import find_sentences
from briefing.analysis.word_marks import ACTION, CONTROL, CUE, GROUP, MOOD, WordMarks
from briefing.workflow import read_report_text


def test_a_word_has_the_marks_of_every_table_it_stands_in() -> None:
    """A form is looked up in the tables of all the steps."""
    marks = WordMarks()

    assert marks["said"] & CUE
    assert marks["captured"] & ACTION
    assert marks["captured"] & CONTROL
    assert marks["rebels"] & GROUP
    assert marks["window"] == 0


def test_the_marks_of_a_sentence_lead_to_its_words() -> None:
    """Also to words between the quotation marks of a typewriter."""
    report = read_report_text("The 'rebels' did not leave, the mayor said.")
    (line,) = read_lines(report, find_sentences(report))

    assert [line.tokens[index].text for index in line.places_of(GROUP)] == ["rebels"]
    assert [line.tokens[index].text for index in line.places_of(CUE)] == ["said"]
    assert "not" in line.words_with(MOOD)


def test_marks_are_kept_up_to_a_bound() -> None:
    """A report of ever new words does not fill the memory."""
    marks = WordMarks()
    for number in range(45_000):
        assert marks[f"word{number}"] == 0

    assert len(marks) <= 20_000
