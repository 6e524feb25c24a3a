"""Headers of plain text: every form in which people state title, publisher, date, address and marking."""

import pytest

from briefing.model.report import PartialDate
from briefing.readers import read_report_text
from tests.briefing.readers.conftest import Read, codes_of, words_of

DAY = PartialDate(year=2024, month=12, day=7)
BODY = "Rebel fighters entered the town on Friday. The army left before noon."


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (" date 2024-12-07 ", DAY),
        ("date 2024-12-07 ", DAY),
        ("Date: 2024-12-07 ", DAY),
        ("DATE 2024-12-07T08:30Z ", DAY),
        ("date 7 December 2024 ", DAY),
        ("date 2024-12 ", PartialDate(year=2024, month=12)),
        ("date 2024 ", PartialDate(year=2024)),
        ("date 2024-12-07\n\n", DAY),
        ("\n\n date 2024-12-07 ", DAY),
    ],
)
def test_a_date_glued_to_the_first_sentence_is_the_date_and_no_text(head: str, published: PartialDate) -> None:
    """The first paragraph begins after the date, and the title is the first sentence."""
    report = read_report_text(head + BODY)
    assert report.published == published
    assert words_of(report) == [BODY]
    assert report.title == "Rebel fighters entered the town on Friday"
    assert not report.title_given
    assert report.text == head + BODY


@pytest.mark.parametrize(
    "date",
    [
        "2024-12-07",
        "2024-12-07T18:20:00+02:00",
        "2024-12-07 18:20 UTC",
        "2024/12/07",
        "20241207",
        "7 December 2024",
        "7th of December 2024",
        "December 7, 2024",
        "Dec. 7, 2024, 6:20 p.m.",
        "7 Dec 2024",
        "Saturday, 7 December 2024",
        "Sat, 07 Dec 2024 09:40:00 +0300",
        "Published on 7 December 2024",
        "7 de diciembre de 2024",
        "7. Dezember 2024",
        "07.12.2024",
        "7 ديسمبر 2024",
    ],
)
def test_a_date_line_is_read_in_any_usual_form(date: str) -> None:
    """Words, numbers, times and zones do not hide the day."""
    report = read_report_text(f"Title: Town taken\nDate: {date}\n\n{BODY}")
    assert report.published == DAY
    assert words_of(report) == [BODY]


def test_a_numeric_date_is_read_when_only_one_reading_exists() -> None:
    """A number above 12 can only be a day; equal numbers mean the same either way."""
    assert read_report_text(f"Date: 27/11/2024\n\n{BODY}").published == PartialDate(year=2024, month=11, day=27)
    assert read_report_text(f"Date: 11/27/2024\n\n{BODY}").published == PartialDate(year=2024, month=11, day=27)
    assert read_report_text(f"Date: 12/12/2024\n\n{BODY}").published == PartialDate(year=2024, month=12, day=12)


def test_a_numeric_date_with_two_readings_is_not_read_and_both_are_offered() -> None:
    """Day and month cannot be told apart, so the analyst decides."""
    report = read_report_text(f"Date: 07/12/2024\n\n{BODY}")
    assert report.published is None
    messages = " ".join(notice.message for notice in report.notices)
    assert "2024-12-07" in messages
    assert "2024-07-12" in messages


@pytest.mark.parametrize(
    "header",
    ["date 2024-13-45 ", "Date: 2024-13-45\n\n", "Town taken\nWire, 2024-02-30\n\n", "---\ndate: 31 June 2024\n---\n",
     "Date: 2024-00-10\n\n", "Date: 99999999-1\n\n"],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_a_notice_and_no_error(header: str) -> None:
    """The report is read without a date and says what was wrong with it."""
    report = read_report_text(header + BODY)
    assert report.published is None
    assert words_of(report) == [BODY]
    assert codes_of(report) == ["header-value", "no-date"]


@pytest.mark.parametrize("outlet", ["Source", "Publisher", "Outlet", "From"])
@pytest.mark.parametrize("fence", ["", "---\n"])
def test_lines_of_keys_in_any_order_are_the_header(outlet: str, fence: str) -> None:
    """Between fences or above a blank line, the keys are read and the rest is text."""
    head = (
        f"{fence}TLP: amber\nLink: https://wire.example/a\nNote: a sample\n{outlet}: Levant Wire\n"
        f'Author: A. Writer\nHeadline: "Town taken"\nPublished: 2024-12-07\nPages: 3\nLanguage: en\n{fence}\n'
    )
    report = read_report_text(head + BODY)
    assert (report.title, report.publisher, report.published) == ("Town taken", "Levant Wire", DAY)
    assert (report.url, report.marking, report.title_given) == ("https://wire.example/a", "TLP:AMBER", True)
    assert words_of(report) == [BODY]
    assert report.text == head + BODY


@pytest.mark.parametrize(
    ("stated", "label"),
    [
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ("Amber Strict", "TLP:AMBER+STRICT"),
        ("tlp: red", "TLP:RED"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("green", "TLP:GREEN"),
    ],
)
def test_a_marking_is_written_as_tlp_2_writes_it(stated: str, label: str) -> None:
    """Old and loose spellings become the label."""
    assert read_report_text(f"Marking: {stated}\n\n{BODY}").marking == label


def test_a_marking_that_is_no_tlp_label_is_not_lost_in_silence() -> None:
    """The analyst is told to choose the marking."""
    report = read_report_text(f"Marking: Internal\nDate: 2024-12-07\n\n{BODY}")
    assert report.marking is None
    assert "Internal" in report.notices[0].message


@pytest.mark.parametrize(
    "credit", ["Levant Wire, 2024-12-07", "Levant Wire | 7 December 2024", "Levant Wire - December 7, 2024"]
)
@pytest.mark.parametrize("address", ["", "https://wire.example/town\n"])
def test_title_publisher_with_date_and_address_on_lines_of_their_own(credit: str, address: str) -> None:
    """The address may be missing."""
    report = read_report_text(f"Town taken: what is known\n{credit}\n{address}\n{BODY}")
    assert (report.title, report.publisher, report.published) == ("Town taken: what is known", "Levant Wire", DAY)
    assert report.url == (address.strip() or None)
    assert words_of(report) == [BODY]


@pytest.mark.parametrize(
    "head",
    [
        "TLP:GREEN\n\nTown taken\nLevant Wire, 2024-12-07\n\n",
        "TLP:GREEN\nTown taken\nBy A. Writer\nLevant Wire, 2024-12-07\n\n",
        "Publisher: Levant Wire\nTLP: GREEN\n\nTitle: Town taken\nDate: 2024-12-07\n\n",
        "Town taken\n\nSource: Levant Wire\nDate: 2024-12-07\nTLP: GREEN\n\n",
    ],
)
def test_a_header_may_come_in_two_parts_or_with_a_byline(head: str) -> None:
    """A marking above the title and the writer's name below it are no text."""
    report = read_report_text(head + BODY)
    assert (report.title, report.publisher, report.published) == ("Town taken", "Levant Wire", DAY)
    assert report.marking == "TLP:GREEN"
    assert words_of(report) == [BODY]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("REGIONAL WATER BOARD\nPRESS RELEASE\nDate: 7 December 2024\n\nPUMPS RUNNING AGAIN IN TWO TOWNS\n\n",
         "PUMPS RUNNING AGAIN IN TWO TOWNS"),
        ("REGIONAL WATER BOARD\nStatement on the pumps of two towns\nDate: 2024-12-07\n\n",
         "Statement on the pumps of two towns"),
        ("REGIONAL WATER BOARD\n\nBulletin no. 7\nDate: 7 December 2024\nTitle: Pumps running again\n\n",
         "Pumps running again"),
    ],
)  # fmt: skip
def test_a_letterhead_in_capitals_names_the_publisher(head: str, title: str) -> None:
    """The body that makes the statement stands above its date; the line between may be the title."""
    report = read_report_text(head + BODY)
    assert (report.publisher, report.published, report.title) == ("Regional Water Board", DAY, title)
    assert words_of(report) == [BODY]


@pytest.mark.parametrize(
    "text",
    [
        "THE ARMY IS GONE\nThe last soldiers left at noon.\nDate of the next bulletin: unknown\n",
        "Town taken\nFighters enter from the south\nThe army left before noon.\nNothing else is known.",
    ],
)
def test_capitals_over_sentences_are_no_letterhead(text: str) -> None:
    """Without a date below and with sentences between, the lines are text."""
    assert read_report_text(text).publisher is None


def test_a_line_with_a_title_below_publisher_and_date_is_the_title() -> None:
    """The first line is then the publisher."""
    report = read_report_text(f"Levant Wire\n7 December 2024\nTitle: Town taken\n\n{BODY}")
    assert (report.title, report.publisher, report.published) == ("Town taken", "Levant Wire", DAY)
    assert words_of(report) == [BODY]


@pytest.mark.parametrize(
    ("line", "publisher", "title"),
    [
        ("HOMS, Syria (Levant Wire), 7 December 2024", "Levant Wire", "The town is taken after a week"),
        ("Daily digest of the north, 7 December 2024", None, "Daily digest of the north, 7 December 2024"),
        ("Homs, 7 December 2024", None, "The town is taken after a week"),
    ],
)
def test_a_first_line_that_ends_with_a_date_dates_the_report(line: str, publisher: str | None, title: str) -> None:
    """A dateline names the agency in brackets; several words before the date are a title."""
    report = read_report_text(f"{line}\n\nThe town is taken after a week\n\n{BODY}")
    assert (report.publisher, report.published, report.title) == (publisher, DAY, title)


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("HOMS (Levant Wire) - ", "Levant Wire"),
        ("HOMS, Syria (Levant Wire, Dec. 7) — ", "Levant Wire"),
        ("Homs (the third city) - ", None),
        ("NATO (founded in 1949) - ", None),
    ],
)
def test_the_agency_of_a_dateline_publishes_a_report_that_names_nobody_else(
    opening: str, publisher: str | None
) -> None:
    """A publisher in the header outranks it, and the dateline stays in the text."""
    report = read_report_text(f"date 2024-12-07 {opening}{BODY}")
    assert report.publisher == publisher
    assert words_of(report) == [opening + BODY]
    assert read_report_text(f"Publisher: Orontes Post\nDate: 2024-12-07\n\n{opening}{BODY}").publisher == "Orontes Post"


def test_a_lone_headline_is_the_title() -> None:
    """A short first line over the text, without a full stop, names the report."""
    report = read_report_text(f"Fighters enter the town after the army leaves\n\n{BODY}\n\nMore follows later today.")
    assert report.title == "Fighters enter the town after the army leaves"
    assert report.title_given
    assert len(report.paragraphs) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Note: nobody was hurt in the town.\n\nThe army left at noon.",
        "Damascus: the army left.\n\nNothing else is known.",
        "The army left on Friday, 6 December 2024.\n\nNothing else is known.",
        "He said: the town is lost.\nThe army denied it.",
    ],
)
def test_an_ordinary_text_is_not_taken_for_a_header(text: str) -> None:
    """A colon or a date in a sentence does not make a header."""
    report = read_report_text(text)
    assert report.paragraphs[0].start == 0
    assert not report.title_given


def test_the_date_in_the_files_name_is_the_last_resort_and_said(read: Read) -> None:
    """The header outranks the name; without it the name is taken, with a notice."""
    for name in ("2024-12-07_town.txt", "town_20241207.txt", "wire 2024_12_07.txt"):
        report = read(BODY, name)
        assert report.published == DAY
        assert codes_of(report) == ["date-from-name"]
    assert read(f"date 2024-12-05 {BODY}", "2024-12-07.txt").published == PartialDate(year=2024, month=12, day=5)
    assert read(BODY, "phone 20249907.txt").published is None


def test_a_date_given_from_outside_outranks_the_header() -> None:
    """The caller knows better."""
    assert read_report_text(f"date 2024-12-05 {BODY}", published=DAY).published == DAY


def test_a_long_given_title_is_kept_whole() -> None:
    """Only a title made from the text is shortened."""
    title = "Very long " * 40 + "title"
    report = read_report_text(f"Title: {title}\nDate: 2024-12-07\n\n{BODY}")
    assert report.title == title


def test_a_title_made_from_the_text_is_cut_at_a_word() -> None:
    """At most 90 characters, ending in an ellipsis."""
    report = read_report_text("The fighters of the northern alliance and their local partners " * 5 + ".")
    assert len(report.title) <= 90
    assert report.title.endswith("…")
    assert report.text.startswith(report.title[:-1])
    assert report.text[len(report.title) - 1] == " "


def test_the_same_content_has_the_same_id_wherever_it_lies(read: Read) -> None:
    """The path is no part of the identity; the words are."""
    first, second = read(f"date 2024-12-07 {BODY}", "a.txt"), read(f"date 2024-12-07 {BODY}", "b/c.txt")
    assert first.id == second.id
    assert first.id != read(f"date 2024-12-07 {BODY} Now.").id
    assert len(first.id) == 13
