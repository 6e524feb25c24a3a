"""One sense for a name over a set: what the other reports settle, and what a report says itself."""

from pathlib import Path

import pytest

from briefing import generate, read_reports, render
from briefing.model.report import Report
from briefing.workflow import agree_on_places, analyse_reports

LEBANON = (
    "The army entered Tripoli, Lebanon, on 5 December 2024. Residents of Beirut and Sidon in Lebanon stayed at home.",
    "Gunmen left Tripoli in northern Lebanon on 6 December 2024. Beirut and Sidon were quiet, Lebanese police said.",
)
OPEN = "Gunmen attacked a police station in Tripoli on 7 December 2024. Two officers were wounded."
LIBYA = "Gunmen attacked a police station in Tripoli on 7 December 2024. Misrata and Benghazi in Libya were quiet."


def read(folder: Path, *texts: str) -> tuple[Report, ...]:
    """Write the texts as files and read them."""
    for index, text in enumerate(texts):
        (folder / f"{index}.txt").write_text(text, "utf-8")
    return read_reports([folder]).reports


def countries_of(reports: tuple[Report, ...], last: str, area: str = "") -> set[str | None]:
    """Return the countries in which the report with that text puts Tripoli, when all are read for one briefing."""
    identity = next(report.id for report in reports if last in report.text)
    found = agree_on_places(reports, analyse_reports(reports, area=area), area=area)
    mentions = next(item for item in found if item.report_id == identity).places
    return {mention.place.country for mention in mentions if mention.place.name == "Tripoli"}


def test_a_name_that_one_report_leaves_open_is_settled_by_the_others(tmp_path: Path) -> None:
    """Two reports on Lebanon decide for the third, in any order, while alone it stays as it is."""
    reports = read(tmp_path, *LEBANON, OPEN)
    alone = next(report for report in reports if OPEN in report.text)

    assert countries_of(reports, OPEN) == {"LB"}
    assert countries_of(tuple(reversed(reports)), OPEN) == {"LB"}
    assert {mention.place.country for mention in analyse_reports([alone])[0].places} == {"LY"}


@pytest.mark.parametrize(
    ("texts", "last"),
    [((*LEBANON, LIBYA), LIBYA), ((LEBANON[0], OPEN), OPEN)],
    ids=["own evidence", "one other report"],
)
def test_a_report_keeps_its_sense_where_it_or_too_few_others_speak(
    texts: tuple[str, ...], last: str, tmp_path: Path
) -> None:
    """Own evidence wins, and one other report is not enough."""
    assert countries_of(read(tmp_path, *texts), last) == {"LY"}


def test_the_area_of_the_analyst_stands_above_the_set(tmp_path: Path) -> None:
    """Who names Libya means the Libyan Tripoli where nothing else speaks."""
    assert countries_of(read(tmp_path, *LEBANON, OPEN), OPEN, area="Libya") == {"LY"}


def test_a_briefing_holds_the_sense_on_which_its_reports_agree(tmp_path: Path) -> None:
    """The findings that are handed over are those of each report alone."""
    reports = read(tmp_path, *LEBANON, OPEN)

    assert render(generate(reports, findings=analyse_reports(reports)), "json") == render(
        generate(reports, findings=agree_on_places(reports, analyse_reports(reports))), "json"
    )
    assert b'"country": "LY"' not in render(generate(reports), "json")
