"""The three tables for a spreadsheet: what is in them, and that no cell is taken for a formula."""

import csv
import io
from pathlib import Path

import pytest

from briefing import BriefingRequest, export, generate, read_reports, render
from briefing.model.edits import OwnEntry
from tests.paths import SEEDS

REPORTS = read_reports([SEEDS]).reports


def rows(data: bytes) -> list[dict[str, str]]:
    """Read a table as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_development_is_a_row_with_its_words_sources_and_passage() -> None:
    """In the order of the briefing."""
    briefing = generate(REPORTS)
    table = rows(render(briefing, "developments.csv"))
    first, entry = table[0], briefing.developments[0]

    assert len(table) == len(briefing.developments) + len(briefing.background)
    assert (first["text"], first["status"], first["lead"]) == (entry.text, entry.status.value, entry.lead)
    assert entry.text in first["passage"]


def test_each_place_and_each_source_is_a_row() -> None:
    """With points and grades."""
    briefing = generate(REPORTS)
    places, sources = rows(render(briefing, "places.csv")), rows(render(briefing, "sources.csv"))

    assert [row["name"] for row in places] == [city.place.name for city in briefing.cities]
    assert float(places[0]["latitude"]) == briefing.cities[0].place.latitude
    assert [row["grade"] for row in sources] == [row.grade for row in briefing.sources]


@pytest.mark.parametrize("before", ["", " ", "\n", "\u00a0", "\ufeff", "\u200b"])
@pytest.mark.parametrize("sign", "=+-@\uff1d\uff0b\uff0d\uff20")
def test_no_cell_is_taken_for_a_formula(before: str, sign: str) -> None:
    """The words of a report are words, also where blanks or unseen characters stand before the sign."""
    edit = OwnEntry(id="1", text=f'{before}{sign}HYPERLINK("http://example.org";"x")')
    table = rows(render(generate(REPORTS, BriefingRequest(edits=(edit,))), "developments.csv"))

    assert table[0]["text"] == f"'{edit.text}"


def test_csv_stands_for_the_three_tables(tmp_path: Path) -> None:
    """By one word, each a file of its own."""
    paths = export(generate(REPORTS), tmp_path, ["csv"], "day")

    assert [path.name for path in paths] == ["day.developments.csv", "day.places.csv", "day.sources.csv"]
