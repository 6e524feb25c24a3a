"""The whole road on bad input: a clear sentence each, nothing lost, no half-written file."""

import json
import os
from pathlib import Path

import pytest

from briefing import export, generate, read_reports, render
from briefing.errors import ExportError
from tests.paths import SEEDS

GOOD = (SEEDS / "2024-12-07_daraa_homs.txt").read_bytes()
FORMATS = ("pdf", "docx", "md", "json")


def read(folder: Path, **files: bytes) -> tuple[int, list[str]]:
    """Write files beside a good one, read the folder, and return how many were read and what was said."""
    (folder / "good.txt").write_bytes(GOOD)
    for name, data in files.items():
        (folder / f"{name}.txt").write_bytes(data)
    result = read_reports([folder])
    return len(result.reports), [notice.message for notice in result.notices]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"  \n\t \n", "empty"),
        (b"%PDF-1.7\n\x00\x01", "PDF"),
        (bytes(range(256)) * 40, "bad.txt"),
        (b"a" * (17 * 1024 * 1024), "larger than 16 MB"),
    ],
    ids=["empty", "blank", "pdf", "binary", "huge"],
)
def test_what_cannot_be_read_is_named_and_the_others_go_on(tmp_path: Path, data: bytes, word: str) -> None:
    """One sentence, one file less."""
    count, messages = read(tmp_path, bad=data)

    assert count == 1
    assert len(messages) == 1
    assert word in messages[0]
    assert "bad.txt" in messages[0]


def test_a_line_of_50_megabytes_is_refused_in_words(tmp_path: Path) -> None:
    """No report is that long; the sentence says what to do."""
    count, messages = read(tmp_path, line=b"word " * 10_000_000)

    assert count == 1
    assert "split it into single reports" in messages[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_other_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    """A letter from an older program comes out whole."""
    text = (
        "Title: Ankündigung in Köln\nDate: 2024-12-07\n\n" + "Die Behörden räumten Köln; über 200 Menschen gingen. " * 9
    )
    (tmp_path / "old.txt").write_bytes(text.encode(encoding))
    report = read_reports([tmp_path]).reports[0]

    assert "Behörden räumten Köln" in report.text
    assert report.title == "Ankündigung in Köln"


def test_a_report_without_a_date_is_told_as_undated(tmp_path: Path) -> None:
    """No day is guessed: a weekday stays unresolved and the documents say that the date is not given."""
    (tmp_path / "undated.txt").write_text("On Friday rebel fighters took control of Hama, Reuters reported.")
    briefing = generate(read_reports([tmp_path]).reports)

    assert briefing.as_of is None
    assert briefing.developments[0].when.words == "date not given"
    assert "n.d." in briefing.notes[0].text
    assert any(notice.code == "no-date" for notice in briefing.notices)
    for kind in FORMATS:
        assert render(briefing, kind)


HOSTILE = (
    "Title: <b>Bold & <img src='x'> title\nDate: 2024-12-07\nSource: A & B <script>alert(1)</script>\n\n"
    "Rebel fighters <b>took</b> control of Hama\x07\x1b & \u202egnirts\u202c said R&D; {{x}} %s, Reuters reported. "
    "[link](javascript:alert(1)) was posted in Homs on Friday, *residents* said | one | two |.\n"
)


def test_markup_and_control_characters_are_printed_as_words(tmp_path: Path) -> None:
    """Nothing is executed, lost or torn; every format comes out whole."""
    (tmp_path / "hostile.txt").write_text(HOSTILE, "utf-8")
    briefing = generate(read_reports([tmp_path]).reports)
    paths = export(briefing, tmp_path / "out", FORMATS, "b")

    assert "<b>took</b>" in briefing.developments[0].text
    assert all(path.stat().st_size > 500 for path in paths)
    assert json.loads(paths[3].read_text("utf-8"))["developments"]
    assert b"javascript:" not in paths[0].read_bytes()


def test_a_title_of_300_characters_is_kept_and_drawn(tmp_path: Path) -> None:
    """In the report whole, in the notes shortened at a word."""
    title = ("A long headline about Hama and Homs " * 9).strip()
    (tmp_path / "long.txt").write_text(f"Title: {title}\nDate: 2024-12-07\n\nRebels took Hama, Reuters reported.\n")
    briefing = generate(read_reports([tmp_path]).reports)

    assert len(title) > 300
    assert briefing.reports[0].title == title
    assert "…" in briefing.notes[0].text
    for kind in FORMATS:
        assert render(briefing, kind)


def test_500_identical_reports_are_one_and_said_once(tmp_path: Path) -> None:
    """The briefing counts one report and one witness."""
    for number in range(500):
        (tmp_path / f"copy_{number:03}.txt").write_bytes(GOOD)
    result = read_reports([tmp_path])
    briefing = generate(result.reports)

    assert len(result.reports) == 1
    assert [notice.code for notice in result.notices] == ["duplicate-report"]
    assert "499" in result.notices[0].message or "500" in result.notices[0].message
    assert max(entry.independent_originators for entry in briefing.developments) == 1


def test_a_report_in_another_language_is_not_read_as_english(tmp_path: Path) -> None:
    """Its places are found; no statement is invented from it."""
    (tmp_path / "es.txt").write_text(
        "Título: Daraa\nDate: 2024-12-07\n\n"
        "Las facciones locales controlan la provincia de Daraa, según el Observatorio.\n",
        "utf-8",
    )
    briefing = generate(read_reports([tmp_path]).reports)

    assert len(briefing.ledger) >= 1
    assert [gap.id for gap in briefing.gaps] == ["g-language"]
    assert any(notice.code == "language-not-analysed" for notice in briefing.notices)
    for kind in FORMATS:
        assert render(briefing, kind)


def test_nothing_is_left_when_the_disk_refuses_the_second_file(tmp_path: Path) -> None:
    """The first file is whole, the second is not begun, and no temporary file remains."""
    briefing = generate(read_reports([SEEDS / "2024-12-07_daraa_homs.txt"]).reports)
    (tmp_path / "b.docx").mkdir()

    with pytest.raises(ExportError, match=r"b\.docx"):
        export(briefing, tmp_path, ["md", "docx"], "b", replace=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.docx", "b.md"]
    assert (tmp_path / "b.md").read_bytes() == render(briefing, "md")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user for whom folders can be closed")
def test_a_closed_folder_is_said(tmp_path: Path) -> None:
    """Permission is missing; nothing is written elsewhere."""
    briefing = generate(read_reports([SEEDS / "2024-12-07_daraa_homs.txt"]).reports)
    tmp_path.chmod(0o500)

    with pytest.raises(ExportError, match="does not allow it"):
        export(briefing, tmp_path, ["md"], "b")
