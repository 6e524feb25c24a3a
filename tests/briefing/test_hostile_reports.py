"""Reports with hostile words, from reading to every format: each file is whole and valid, and nothing in it runs."""

import csv
import functools
import io
import json
from pathlib import Path

import jsonschema
import openxml_audit
import page as page_validation
import pytest
from lxml import html as lxml_html

from briefing import BriefingRequest, generate, render
from briefing.model.briefing import Briefing
from briefing.workflow import read_report_text
from tests.paths import ROOT

_NASTY = (
    "<b>&amp;</b> <img src=http://127.0.0.1/x>",
    "=1+1 @cmd",
    "nul \x00 bell \x07 \u202eturned\u202c",
    "lone \ud800 half",
    "x" * 10_000,
    "`tick` | pipe [x](javascript:alert(1)) ![p](http://a.example/b)",
    "emoji 🗺️ 漢字 \u2028 line",
)


@functools.cache
def hostile_briefing() -> Briefing:
    """Return the briefing of reports whose words, titles, publishers, addresses and file names are hostile."""
    reports = [
        read_report_text(
            f"Title: {words[:80]}\nDate: 2024-12-07\nPublisher: {words[:60]}\nURL: javascript:alert(1)\n\n"
            f"The army said on Friday that 12 people were killed in Homs: {words}.\n\n"
            f"Rebels took control of Hama on Friday, the {words[:40]} Observatory said.\n",
            origin=f'dir/../{number}<&>"\n.txt',
        )
        for number, words in enumerate(_NASTY)
    ]
    title = ("<b>Homs & Hama</b> " * 30)[:300]
    return generate(reports, BriefingRequest(template="evidence-pack", title=title, unit="Desk\x00\u202e" * 20))


def test_the_hostile_words_are_told_and_not_dropped() -> None:
    """The reports count like any others."""
    assert len(hostile_briefing().developments) >= 2
    assert len(hostile_briefing().reports) == len(_NASTY)


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_3A"])
def test_the_pdf_keeps_to_the_standards(profile: str, tmp_path: Path) -> None:
    """Whatever signs it holds."""
    file = tmp_path / "briefing.pdf"
    file.write_bytes(render(hostile_briefing(), "pdf"))
    chosen = getattr(page_validation.ValidationProfile, profile)

    assert page_validation.validate_pdf(str(file), profile=chosen).is_compliant


def test_the_word_file_is_clean(tmp_path: Path) -> None:
    """Word would have nothing to repair."""
    file = tmp_path / "briefing.docx"
    file.write_bytes(render(hostile_briefing(), "docx"))

    assert openxml_audit.OpenXmlValidator().validate(file).errors == []


def test_the_web_page_runs_and_loads_nothing() -> None:
    """No element of a report becomes one of the page, and no address of a report is followed."""
    page = lxml_html.document_fromstring(render(hostile_briefing(), "html").decode("utf-8"))

    assert not list(page.iter("img", "script", "iframe", "object", "b"))
    assert not [link for link in page.iter("a") if "script" in link.get("href", "")]


def test_the_data_fits_its_schema_and_the_tables_have_their_columns() -> None:
    """Whatever stands in a cell, it stays one cell."""
    schema = json.loads((ROOT / "docs" / "briefing.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(render(hostile_briefing(), "json")), schema)
    for table in ("developments.csv", "places.csv", "sources.csv"):
        rows = list(csv.reader(io.StringIO(render(hostile_briefing(), table).decode("utf-8-sig"))))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]
