"""Figures: what numbers count, their value, unit and qualifier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.figures import find_figures
from briefing.analysis.sentences import find_sentences
from briefing.analysis.times import find_times
from briefing.model.findings import Figure
from briefing.model.report import Paragraph, PartialDate, Report
from tests.paths import SHARED
from tests.quality.figures import score_file

LABELLED = SHARED / "gold" / "contradictions" / "fakes_claims_dev.jsonl"


def figures_of(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text of one paragraph."""
    report = Report(
        id="r",
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text)),),
        title="",
        title_given=False,
        published=PartialDate.parse("2024-12-07"),
    )
    sentences = find_sentences(report)
    return find_figures(report, sentences, find_times(report, sentences))


def found(text: str) -> list[tuple[str, float]]:
    """Return measure and value of each figure."""
    return [(figure.measure, figure.value) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("The blast killed 58 people.", "killed", 58),
        ("At least 58 people were killed.", "killed", 58),
        ("Three people were shot dead by soldiers.", "killed", 3),
        ("Two students were stabbed to death.", "killed", 2),
        ("The death toll rose to 58.", "killed", 58),
        ("The toll was at least 24.", "killed", 24),
        ("The flood left 22 people dead.", "killed", 22),
        ("58 dead after blast", "killed", 58),
        ("It claimed the lives of 8 persons.", "killed", 8),
        ("The bodies of 20 people were found.", "killed", 20),
        ("58 civilians, including 11 children, were killed.", "killed", 58),
        ("At least 27 people including nine children have died after rain.", "killed", 27),
        ("Flooding deaths top 11,000.", "killed", 11000),
        ("At least 38 fighters from both sides were killed.", "killed", 38),
        ("Some 10 civilians among them children were killed.", "killed", 10),
        ("Four staff of the Union of Nurses were killed.", "killed", 4),
        ("“The number of victims [in the town] is at least 70,” he said.", "killed", 70),
        ("They were wounding 20 others.", "injured", 20),
        ("Some 13 people were killed and 25 injured in Homs.", "injured", 25),
        ("A bomb killed 48 and left dozens more wounded.", "injured", 24),
        ("Fighting displaced 200,000.", "displaced", 200000),
        ("Tens of thousands fled.", "displaced", 20000),
        ("Some 2.3 million people have been displaced.", "displaced", 2300000),
        ("It left 300,000 homeless.", "displaced", 300000),
        ("The camp holds 4,000 displaced families.", "displaced", 4000),
        ("21,000 people had left their homes by Tuesday.", "displaced", 21000),
        ("More than two million were driven from their homes.", "displaced", 2e6),
        ("Nearly 900 people were forced to leave their homes.", "displaced", 900),
        ("The number of displaced people has risen to 40,000.", "displaced", 40000),
        ("Some 40 injured people were taken to hospital.", "injured", 40),
        ("The quake measured 6.3 on the Richter scale.", "magnitude", 6.3),
        ("One survey kept to its magnitude of 6.1, while another gave 6.3.", "magnitude", 6.3),
        ("Up to 9,000 people are missing.", "missing", 9000),
        ("Police arrested 15 people.", "arrested", 15),
        ("Rescuers rescued 8,000 people from the rubble.", "rescued", 8000),
        ("It forced 30,000 people to evacuate.", "evacuated", 30000),
        ("5,600 buildings collapsed.", "destroyed", 5600),
        ("They hold over 80% of Daraa province.", "share", 80),
        ("They hold 45 per cent of the city.", "share", 45),
        ("Two-thirds of the houses stand.", "share", 66.6),
        ("It lies about 100 kilometers away.", "distance", 100),
        ("Nearly 38,000 acres have burned.", "area", 38000),
        ("It covers 1,500 square kilometres.", "area", 1500),
        ("Aid worth $1.5bn came.", "money", 1.5e9),
        ("Aid worth EUR 20 million came.", "money", 2e7),
        ("A 7.8-magnitude quake struck.", "magnitude", 7.8),
        ("A quake of magnitude 7.5 struck.", "magnitude", 7.5),
        ("It was 41°C in the shade.", "temperature", 41),
        ("Winds of 100 mph fanned the fire.", "wind speed", 100),
        ("Wind gusts reached 60 miles per hour.", "wind speed", 60),
        ("Some 150 mm of rain fell.", "rainfall", 150),
        ("They hold five villages.", "count", 5),
        ("The province has around one million inhabitants.", "count", 1000000),
        ("It has 1 200 houses and two hundred and fifty thousand people.", "count", 1200),
        ("It has two hundred and fifty thousand people.", "count", 250000),
        ("A plane fell, killing the pilot and two tourists.", "killed", 2),
        ("The number of people killed by the floods that hit the valley has risen to 80.", "killed", 80),
        ("The army hopes to evacuate another 500 people.", "evacuated", 500),
        ("Four foreigners were recently kidnapped.", "abducted", 4),
        ("Between 100 and 150 people from its 9,000-strong force in the south are missing.", "missing", 100),
        ("Police freed 40 of 62 hostages.", "released", 40),
        ("Nine of the 12 miners were killed.", "killed", 9),
        ("They hold two out of 55 seats.", "count", 2),
        ("At least 15 of the 350 hostages were shot.", "abducted", 350),
        ("The doctor was one of two people killed.", "killed", 2),
        ("They hold two out of 55 seats.", "count", 55),
        ("More than one and a half million people fled.", "displaced", 1.5e6),
        ("Half the town was flooded.", "share", 50),
        ("Three quarters of the crop is lost.", "share", 75),
        ("The war forced out nearly 250,000 people.", "displaced", 250000),
        ("Shelling forced 4,000 people from their homes.", "displaced", 4000),
        ("A dozen people were killed.", "killed", 12),
        ("Half a million people fled.", "displaced", 500000),
        ("The ministry counted 70 cases of measles, including six deaths, in the camp.", "cases", 70),
        ("The ministry counted 70 cases of measles, including six deaths, in the camp.", "killed", 6),
        ("The camp has had most of it (55 cases, four deaths).", "cases", 55),
        ("The number of people killed by Sunday's flood in the valley is 19.", "killed", 19),
        ("They released 12m doses of the drug.", "released", 12e6),
        ("The wall is 12m high.", "distance", 12),
    ],
)
def test_a_number_has_its_measure_and_value(text: str, measure: str, value: float) -> None:
    """Tolls, shares, measures and counts are told apart by the words around the number."""
    assert (measure, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "On 7 December 2024 at 8:45 p.m. he left after 24 hours.",
        "A Su-24, M23, COVID-19, the G7 and Daraa24 are names.",
        "Help is there 24/7, call 555-1234, the 39th time.",
        "See https://example.org/2023/10-000-people-missing for more.",
        "The 12-year-old boy and the man, aged 45, left.",
        "Resolution 2254 and Article 5 hold.",
        "It is four times the size.",
        "No one was killed.",
        "The server at 127.0.0.1 went down.",
        "They run version 3.11.7 and 1,200.3.4 of it.",
        "A 96-page report and the 64-strong team of an 800-person boat.",
        "It is half the size.",
    ],
)
def test_dates_names_ages_and_labels_are_no_figures(text: str) -> None:
    """Numbers that count nothing are left out."""
    assert found(text) == []


def test_a_number_that_is_called_wrong_is_no_figure() -> None:
    """What another is said to have got wrong is not told as a count."""
    assert found("Eight people died, and not 13 as the papers wrote.") == [("killed", 8)]
    assert found("The toll is 14, not 11.") == [("killed", 14)]


def test_a_range_has_two_ends_and_a_qualifier_is_kept() -> None:
    """Ranges, vague words and qualifiers keep what the text says."""
    (between,) = figures_of("Between 30 and 43 people died.")
    assert (between.value, between.high, between.counted) == (30, 43, "people")
    (millions,) = figures_of("Some 2 to 3 million people fled.")
    assert (millions.value, millions.high) == (2e6, 3e6)
    (dozens,) = figures_of("Dozens of people died.")
    assert (dozens.value, dozens.high, dozens.qualifier) == (24, 99, "dozens")
    (most,) = figures_of("They hold most of the province.")
    assert (most.measure, most.value, most.high, most.unit, most.qualifier) == ("share", 50, 100, "%", "most")
    (over,) = figures_of("They hold over 80% of it.")
    assert (over.qualifier, over.unit) == ("over", "%")


def test_several_and_few_have_a_range_and_a_qualifier() -> None:
    """Several hundred reach to just below the thousand, as hundreds do."""
    for text, low, high, word in [
        ("Several hundred people fled.", 200, 999, "several"),
        ("A few thousand people fled.", 2000, 9999, "few"),
        ("Many dozen people fled.", 24, 99, "many"),
        ("Thousands of people fled.", 2000, 9999, "thousands"),
    ]:
        (figure,) = figures_of(text)
        assert (figure.value, figure.high, figure.qualifier) == (low, high, word)


def test_a_rise_is_not_a_range() -> None:
    """The old and the new toll are two figures."""
    assert ("killed", 126) in found("The death toll rose from 22 to 126.")
    assert all(figure.high is None for figure in figures_of("The death toll rose from 22 to 126."))


def test_the_parts_of_a_toll_are_not_tolls() -> None:
    """Children among the dead are counted as children, not as another toll."""
    text = "Six civilians including two children were among at least 22 people killed in the strikes."
    assert found(text) == [("count", 6), ("count", 2), ("killed", 22)]


def test_a_toll_does_not_reach_into_a_relative_clause() -> None:
    """The strain spreads to countries, the toll does not rise to them."""
    text = "The death toll of the strain that has spread to 20 countries is not known."
    assert found(text) == [("count", 20)]


def test_numbers_in_a_list_share_the_cue_of_their_neighbour() -> None:
    """A list of victims has one verb."""
    assert found("It killed 13 soldiers, five policemen and two nurses.") == [
        ("killed", 13),
        ("killed", 5),
        ("killed", 2),
    ]
    assert found("Three soldiers and 19 rebels were killed.") == [("killed", 3), ("killed", 19)]


def test_who_kills_is_not_counted_as_killed() -> None:
    """The subject of an active verb is no victim."""
    assert found("Two bombs killed the mayor.") == [("count", 2)]
    assert found("Two bombs killed 58 people.") == [("count", 2), ("killed", 58)]


def test_headline_style_pairs_are_told_apart() -> None:
    """Without commas each number keeps the cue that follows it."""
    assert found("8 persons killed 58 others injured in attacks") == [("killed", 8), ("injured", 58)]
    assert found("3 killed, 5 injured as bombs fall") == [("killed", 3), ("injured", 5)]


def test_english_cues_are_not_sought_in_other_languages() -> None:
    """The German article "die" kills nobody; numbers with a unit are found in any language."""
    text = "Es waren 73 die kamen, 50 % der Stadt und 20 km Straße."
    report = Report(
        id="r", text=text, paragraphs=(Paragraph(start=0, end=len(text)),), title="", title_given=False, language="de"
    )
    assert [figure.measure for figure in find_figures(report)] == ["percentage", "distance"]


def test_a_figure_runs_from_its_qualifier_to_its_noun() -> None:
    """The span can be shown as it is."""
    text = "They say at least 9 government soldiers died."
    (figure,) = figures_of(text)
    assert text[figure.start : figure.end] == "at least 9 government soldiers"
    assert figure.counted == "soldiers"
    assert "died" in figure.rule


_WORDS = st.sampled_from(
    [
        "58",
        "1,200",
        "2.3",
        "million",
        "killed",
        "killing",
        "people",
        "were",
        "dead",
        "of",
        "the",
        "toll",
        "rose",
        "to",
        "between",
        "and",
        "30",
        "-",
        "dozens",
        "%",
        "$",
        "km",
        "injured",
        "43",
        "including",
        "at",
        "least",
        ",",
        ";",
        "(",
        ")",
        "a",
        "hundred",
        "half",
        "most",
        "two-thirds",
        "magnitude",
        "7.8",
        "per",
        "hour",
        "rain",
        "wind",
        "bn",
        "°C",
    ]
)


@given(st.lists(_WORDS, max_size=16).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    """No text raises; spans lie inside the text in order of their beginning, ranges are not turned round."""
    figures = figures_of(text)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)
    for figure in figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.high is None or figure.high >= figure.value
        assert figure.rule


@given(
    st.text(alphabet="0123456789٣.,-−–:/ ", max_size=30),
    st.sampled_from(["", " people were killed", "%", " km", " million", "bn", "°C"]),
    st.sampled_from(["", "$", "magnitude ", "the toll is "]),
)
def test_no_form_of_a_number_raises(number: str, unit: str, before: str) -> None:
    """Addresses, versions and broken numbers are read or left, never an error."""
    for figure in figures_of(f"They say {before}{number}{unit} in all."):
        assert figure.high is None or figure.high >= figure.value


@pytest.mark.parametrize("unit", ["5 killed ", "58, ", "toll ", "1-", "hundred and ", ", including 5 men ", "5 was "])
def test_a_long_line_of_cues_ends(unit: str) -> None:
    """Long chains of cues and numbers raise nothing."""
    assert isinstance(figures_of(unit * 5000), tuple)


@pytest.mark.skipif(not LABELLED.exists(), reason="The labelled sentences lie outside the project and are not here.")
def test_labelled_tolls_reach_the_floor() -> None:
    """Precision and recall of tolls do not fall below the target."""
    killed = score_file(LABELLED)["killed"]
    assert killed.precision >= 0.95
    assert killed.recall >= 0.95


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Twelve thousand people were told to leave their houses.", "people"),
        ("20 fighters drove residents from their homes.", "fighters"),
    ],
)
def test_who_has_not_left_home_is_not_displaced(text: str, counted: str) -> None:
    """An order to leave is no leaving, and who drives others out stays."""
    assert all(figure.measure == "count" for figure in figures_of(text) if figure.counted == counted)


def test_what_adds_to_a_count_is_counted_apart() -> None:
    """New cases are no part of the number of all cases."""
    assert [figure.counted for figure in figures_of("There were 60 new cases, and 450 cases in all.")] == [
        "new cases",
        "cases",
    ]
