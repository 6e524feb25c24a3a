"""The sample reports that come with the program, and real files beside the checkout."""

import json
from collections import Counter
from pathlib import Path

import pytest

from briefing.model.report import PartialDate
from briefing.readers import read_report, read_reports
from briefing.resources import seeds_folder
from tests.briefing.readers.conftest import words_of

SAMPLES = sorted(path.name for path in seeds_folder().iterdir() if not path.name.startswith("."))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_says_what_it_is_and_has_a_date_and_a_text(name: str) -> None:
    """A sample must never be taken for a real article."""
    path = seeds_folder() / name
    report = read_report(path)
    assert "sample text written for this program" in path.read_text(encoding="utf-8").lower()
    assert report.published is not None
    assert report.published.first >= PartialDate(year=2024, month=11, day=30).first or not report.published.day
    assert len(report.paragraphs) >= 6
    assert report.language == ("es" if "faro" in name else "en")


def test_the_samples_are_all_different_reports() -> None:
    """Nine or more, without a notice."""
    result = read_reports([seeds_folder()])
    assert len(result.reports) == len(SAMPLES) >= 9
    assert result.notices == ()


def test_the_form_of_a_title_line_and_a_credit_line_holds_for_all_situations(shared: Path) -> None:
    """Each of the real reports has title, publisher, date and address."""
    reports = [read_report(path) for path in sorted((shared / "situations").rglob("*.txt"))]
    assert reports
    assert all(report.title_given and report.publisher and report.published and report.url for report in reports)


def test_the_articles_of_real_pages_are_found(shared: Path) -> None:
    """Mean F1 of words against the known article stays above 0.9, over all pages."""
    scores = []
    for path in sorted((shared / "files" / "html_news").glob("*.html")):
        expected = shared / "files" / "html_news_expected" / f"{path.name.rsplit('_', 3)[0]}.json"
        if expected.is_file():
            found = Counter(" ".join(words_of(read_report(path))))
            versions = json.loads(expected.read_text(encoding="utf-8")).values()
            scores.append(max(_overlap(found, Counter(_article(version))) for version in versions))
    assert scores
    assert sum(scores) / len(scores) > 0.9


def _article(version: dict[str, dict[str, list[dict[str, list[str]]]]]) -> str:
    body = version["body"]
    parts = [str(part) for part in body["summary"]]
    for section in body["sections"]:
        parts += section["headline"] + section["paragraphs"]
    return " ".join(parts)


def _overlap(found: Counter[str], expected: Counter[str]) -> float:
    same = sum((found & expected).values())
    return 2 * same / max(1, sum(found.values()) + sum(expected.values()))


def test_the_users_document_is_read_to_the_letter(shared: Path) -> None:
    """Nine paragraphs, dated 7 December 2024, with its date in no paragraph."""
    (path,) = (shared / "seeds").glob("*.txt")
    report = read_report(path)
    assert report.text == path.read_bytes().decode("utf-8")
    assert report.published == PartialDate(year=2024, month=12, day=7)
    assert len(report.paragraphs) == 9
    assert words_of(report)[0].startswith("Syrian armed opposition groups")
