"""Expressions of time: what they mean against the date of the report, and what they never guess."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.times import find_times, times_within
from briefing.model.findings import TimeType
from briefing.model.report import Paragraph, PartialDate, Report
from tests.paths import SHARED
from tests.quality.times import found_in, read_labelled, score

LABELLED = SHARED / "gold" / "dates" / "timebank.jsonl"


def report_of(text: str, published: str | None = "2024-12-07") -> Report:
    """Make a report of one paragraph; 7 December 2024 is a Saturday."""
    return Report(
        id="r",
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text)),),
        title="",
        title_given=False,
        published=PartialDate.parse(published) if published else None,
    )


def found(text: str, published: str | None = "2024-12-07") -> list[tuple[str, str]]:
    """Return words and value of each expression."""
    return [(text[time.start : time.end], time.value) for time in find_times(report_of(text, published))]


def days(text: str, published: str | None = "2024-12-07") -> list[tuple[str | None, str | None]]:
    """Return first and last day of each expression."""
    return [
        (time.first.isoformat() if time.first else None, time.last.isoformat() if time.last else None)
        for time in find_times(report_of(text, published))
    ]


def test_friday_night_is_the_night_before_a_report_of_saturday() -> None:
    """A weekday with a part of the day is a TIME on the nearest such day up to the report."""
    text = "On Friday night, the rebels reached Homs."
    (time,) = find_times(report_of(text))
    assert (text[time.start : time.end], time.type, time.value) == ("Friday night", TimeType.TIME, "2024-12-06TNI")
    assert time.first == time.last == date(2024, 12, 6)
    assert "weekday" in time.rule


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In 2018 they came back.", "2018", "2018"),
        ("It took just over a week.", "a week", "P1W"),
        ("The town has been under siege for years.", "years", "PXY"),
        ("Within minutes the bridge was gone.", "minutes", "PTXM"),
        ("They came yesterday evening.", "yesterday evening", "2024-12-06TEV"),
        ("They left three days ago.", "three days ago", "2024-12-04"),
        ("Rain fell in early December.", "early December", "2024-12"),
        ("Rain fell last month.", "last month", "2024-11"),
        ("Rain fell in the 1990s.", "the 1990s", "199"),
        ("Rain fell in May.", "May", "2024-05"),
        ("It was signed on 7 December 2024.", "7 December 2024", "2024-12-07"),
        ("It was signed on December 7, 2024.", "December 7, 2024", "2024-12-07"),
        ("It was signed on Dec. 6.", "Dec. 6", "2024-12-06"),
        ("It was signed on 2024-12-06.", "2024-12-06", "2024-12-06"),
        ("It was signed on 13/11/2024.", "13/11/2024", "2024-11-13"),
        ("It was signed on 07.12.2024.", "07.12.2024", "2024-12-07"),
        ("It was signed on the Fourth of July.", "Fourth of July", "2024-07-04"),
        ("They fled at dawn on Sunday.", "dawn on Sunday", "2024-12-01TMO"),
        ("The quake struck at 04:17 on Monday.", "04:17 on Monday", "2024-12-02T04:17"),
        ("He spoke on the night of 6 December.", "the night of 6 December", "2024-12-06TNI"),
        ("He left last night.", "last night", "2024-12-06TNI"),
        ("He left the week before last summer.", "last summer", "2023-SU"),
        ("Firmado el 7 de diciembre de 2024.", "7 de diciembre de 2024", "2024-12-07"),
        ("Signé le 7 décembre 2024.", "7 décembre 2024", "2024-12-07"),
        ("Unterschrieben am 7. Dezember 2024.", "7. Dezember 2024", "2024-12-07"),
        ("وقع في 7 ديسمبر 2024.", "7 ديسمبر 2024", "2024-12-07"),
        ("Growth slowed in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3"),
    ],
)
def test_an_expression_has_its_words_and_value(text: str, words: str, value: str) -> None:
    """Each kind of expression is found with its words and TIMEX3 value."""
    assert (words, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "He may march second on the list, and so on.",
        "April Stone and June Hill met August Rey.",
        "More than 2000 people fled in 1800 trucks from 1950 houses.",
        "A Su-24 flew; M23 and COVID-19 are names; the line is open 24/7.",
        "The day 7/12/2024 is not clear.",
        "She is in her 50s, he is a 12-year-old boy.",
        "See https://example.org/2024/12/07/news for more.",
        "Mars 2030 is a rover of the second team.",
    ],
)
def test_words_and_numbers_that_are_no_dates_mean_no_day(text: str) -> None:
    """Homonyms, counts, names, ambiguous dates and ages give no day."""
    assert [value for _, value in found(text) if not value.startswith("P") and value != "2030"] == []


def test_a_range_is_two_expressions_and_the_first_takes_the_month_of_the_second() -> None:
    """Both ends of a range are found, each with its own words."""
    assert found("between 29 and 30 November") == [("29", "2024-11-29"), ("30 November", "2024-11-30")]
    assert found("Nov. 29-30, 2023") == [("Nov. 29", "2023-11-29"), ("30, 2023", "2023-11-30")]
    assert found("from 27 November to 8 December") == [("27 November", "2024-11-27"), ("8 December", "2024-12-08")]


def test_a_word_that_looks_ahead_puts_a_weekday_after_the_report() -> None:
    """Will, next, by and the like turn to the coming weekday; a verb of the past between them turns back."""
    assert found("The council will meet on Monday.") == [("Monday", "2024-12-09")]
    assert found("On Monday the council will meet.") == [("Monday", "2024-12-09")]
    assert found("They must leave by Sunday.") == [("Sunday", "2024-12-08")]
    assert found("He was hurt by Sunday's storm.") == [("Sunday", "2024-12-01")]
    assert found("They meet next Tuesday.") == [("next Tuesday", "2024-12-10")]
    assert found("It will end, he said on Monday.") == [("Monday", "2024-12-02")]
    assert found("The council met on Monday.") == [("Monday", "2024-12-02")]


def test_a_time_of_day_takes_the_only_day_of_its_sentence() -> None:
    """A clock time away from its day is joined to it; without a day it stays open, with two as well."""
    assert ("8:45 p.m.", "2024-12-06T20:45") in found("At 8:45 p.m. the shelling stopped on Friday.")
    assert found("At 8:45 p.m. the shelling stopped.") == [("8:45 p.m.", "T20:45")]
    assert ("8:45 p.m.", "T20:45") in found("At 8:45 p.m. he left, on Monday or Tuesday.")


def test_spans_up_to_the_report_have_days_and_other_lengths_have_none() -> None:
    """The past 24 hours end with the report; a length of time alone lies nowhere."""
    assert days("in the past 24 hours") == [("2024-12-06", "2024-12-07")]
    assert days("in just over a week") == [(None, None)]
    assert days("overnight") == [("2024-12-06", "2024-12-07")]
    assert days("in 2018") == [("2018-01-01", "2018-12-31")]
    assert days("last week") == [("2024-11-25", "2024-12-06")]


def test_the_next_day_counts_from_the_day_named_before() -> None:
    """A day that leans on another is resolved only when that one is known."""
    assert found("They came on Thursday and left the next day.")[-1] == ("the next day", "2024-12-06")
    assert found("They left the next day.") == [("the next day", "XXXX-XX-XX")]
    assert days("They left the next day.") == [(None, None)]


@pytest.mark.parametrize("published", ["2024-12", "2024", None])
def test_without_a_full_date_of_the_report_no_day_is_guessed(published: str | None) -> None:
    """Weekdays and yesterday stay open, full dates hold."""
    text = "On Friday night and yesterday, overnight, last night, last week, three days ago, tomorrow at 5 p.m."
    assert set(days(text, published)) == {(None, None)}
    assert ("Friday night", "XXXX-WXX-5TNI") in found(text, published)
    assert days("on 6 December 2024", published) == [("2024-12-06", "2024-12-06")]


def test_a_day_and_month_take_the_year_of_the_report_when_it_is_known() -> None:
    """The year comes from the report, the nearest one when its day is known, and stays open without it."""
    assert found("on 6 December", "2024-12") == [("6 December", "2024-12-06")]
    assert found("on 6 December", "2024") == [("6 December", "2024-12-06")]
    assert found("on 6 December", "2025-01-05") == [("6 December", "2024-12-06")]
    assert found("on 6 December", None) == [("6 December", "XXXX-12-06")]


def test_a_header_outside_the_paragraphs_is_not_read() -> None:
    """Expressions are sought in sentences only, and found again by place."""
    text = " date 2024-12-07 They left on Friday."
    paragraphs = (Paragraph(start=17, end=len(text)),)
    report = Report(id="r", text=text, paragraphs=paragraphs, title="", title_given=False)
    times = find_times(report)
    assert [text[time.start : time.end] for time in times] == ["Friday"]
    assert list(times_within(times, 0, 20)) == []
    assert list(times_within(times, 20, 99)) == list(times)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_no_error(published: str) -> None:
    """Steps beyond the first and last day of the calendar give no day."""
    text = "Yesterday, tomorrow, last week, next year, 900 years ago, in the past 9999 weeks, overnight, this winter."
    find_times(report_of(text, published))


_WORDS = st.sampled_from(
    [
        "on",
        "Friday",
        "last",
        "next",
        "the",
        "7",
        "December",
        "Dec.",
        "2024",
        "99",
        "three",
        "days",
        "ago",
        "night",
        "at",
        "04:17",
        "p.m.",
        "past",
        "24",
        "hours",
        "of",
        "and",
        "-",
        "/",
        ",",
        "5th",
        "quarter",
        "summer",
        "early",
        "mid-",
        "yesterday",
        "week",
        "a",
        "1990s",
        "31",
        "February",
        "0",
        "12/13/2024",
        "2024-13-45",
        "century",
        "every",
        "few",
    ]
)


@given(
    st.lists(_WORDS, max_size=14).map(" ".join) | st.text(max_size=60), st.sampled_from(["2024-12-07", "2024-02", None])
)
def test_any_text_gives_ordered_spans_and_ordered_days(text: str, published: str | None) -> None:
    """No text raises; spans lie in order inside the text, first is not after last."""
    position = 0
    for time in find_times(report_of(text, published)):
        assert position <= time.start < time.end <= len(text)
        assert (time.first is None) == (time.last is None)
        assert time.first is None or time.last is None or time.first <= time.last
        assert time.rule
        assert time.value
        position = time.end


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("Unions called for a general strike on Monday.", "2024-12-07", "Monday", "2024-12-09"),
        ("The weather department expects heavy rain on Monday.", "2024-12-15", "Monday", "2024-12-16"),
        ("He would travel to Victoria on Thursday.", "2024-12-07", "Thursday", "2024-12-12"),
        ("It is due to open on Tuesday.", "2024-12-07", "Tuesday", "2024-12-10"),
        ("It is set to open on Tuesday.", "2024-12-07", "Tuesday", "2024-12-10"),
        ("Snow is forecast for Wednesday.", "2024-12-07", "Wednesday", "2024-12-11"),
        ("They met ahead of Sunday's vote.", "2024-12-07", "Sunday", "2024-12-08"),
        ("The storm is expected to hit the coast on Thursday.", "2024-12-07", "Thursday", "2024-12-12"),
        (
            "The army plans to bring 900 people from the slopes of the hill by the lake to the big town on Tuesday.",
            "2024-12-07",
            "Tuesday",
            "2024-12-10",
        ),
        ("The expected rain fell on Monday.", "2024-12-07", "Monday", "2024-12-02"),
        ("The mayor called for calm on Monday, he said.", "2024-12-07", "Monday", "2024-12-02"),
        ("Snow is expected, the office said on Monday.", "2024-12-07", "Monday", "2024-12-02"),
    ],
)
def test_plans_and_appeals_lie_ahead_and_what_was_said_lies_behind(
    text: str, published: str, words: str, value: str
) -> None:
    """The nearest cue decides whether a weekday is the coming or the past one."""
    assert found(text, published) == [(words, value)]


def test_a_day_and_month_take_the_year_named_shortly_before() -> None:
    """The year holds for two sentences, unless the report's own year lies nearer to the date that named it."""
    text = "Many fled before and during the July 2021 unrest. On 8 July and 9 July shops burned."
    assert found(text, "2025-03-07")[1:] == [("8 July", "2021-07-08"), ("9 July", "2021-07-09")]
    assert found("It began on 4 March 2025. On 3 March it rained.", None)[-1] == ("3 March", "2025-03-03")
    assert found("The truce of 27 November 2024 held. On 3 January it broke.", "2025-01-20")[-1][1] == "2025-01-03"
    assert found("It was passed on 3 March 2019. On 6 December they took Homs.")[-1][1] == "2024-12-06"
    assert found("It was July 2021. They left. They came. On 8 July it burned.", "2025-03-07")[-1][1] == "2025-07-08"


def test_what_somebody_will_not_do_lies_ahead() -> None:
    """A month behind “won't” is the coming one, although the past one is nearer."""
    assert found("He won't seek a new term in September.", "2011-02-11") == [("September", "2011-09")]


def test_last_week_is_the_week_before_and_reaches_up_to_a_report_of_the_weekend() -> None:
    """On a Sunday the week that ends is meant, so the days cover both; the value stays that of TimeBank."""
    assert found("They met last week.", "2023-02-12") == [("last week", "2023-W05")]
    assert days("They met last week.", "2023-02-12") == [("2023-01-30", "2023-02-11")]
    assert days("They met last week.", "2023-02-09") == [("2023-01-30", "2023-02-05")]


@given(
    st.text(alphabet="0123456789٣.,-:/ ", max_size=30), st.sampled_from(["", " p.m.", " days ago", " December", "s"])
)
def test_no_form_of_a_number_raises_in_a_time(number: str, unit: str) -> None:
    """Addresses, versions and broken numbers are read or left, never an error."""
    assert isinstance(find_times(report_of(f"at {number}{unit}")), tuple)


@pytest.mark.parametrize("unit", ["", " p.m.", " days ago", " weeks ago", " years", "-12-2024", ".12.2024"])
@pytest.mark.parametrize("number", ["9" * 5000, "1." + "0" * 5000, "1,200.5", "127.0.0.1"])
def test_a_monstrous_number_raises_nothing_in_a_time(number: str, unit: str) -> None:
    """Numbers beyond what a computer counts with are no error."""
    assert isinstance(find_times(report_of(f"It was {number}{unit}.")), tuple)


@pytest.mark.skipif(not LABELLED.exists(), reason="The labelled reports lie outside the project and are not here.")
def test_labelled_reports_reach_the_floor() -> None:
    """Value F1 and day-level value F1 on TimeBank do not fall below what was reached."""
    pairs = [(gold, found_in(report)) for report, gold in read_labelled(LABELLED)]
    assert score(pairs).value_f1 >= 0.79
    assert score(pairs, days=True).value_f1 >= 0.885
