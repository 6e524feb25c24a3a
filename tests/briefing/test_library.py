"""What the program remembers between briefings: issues of a series and grades of sources, in one file."""

import json
import sqlite3
from pathlib import Path

import pytest

from briefing import BriefingRequest, generate
from briefing.__main__ import main
from briefing.errors import ResourceError
from briefing.library import open_library
from briefing.model.briefing import ChangeKind
from briefing.model.edits import GradeSource
from briefing.workflow import keep_issue, previous_issue, with_known_grades
from tests.briefing.assembly.making import report

FIRST = report("Title: One\n\nRebels captured the town of Saraqib on Thursday, the Monitor said.", publisher="Post")
SECOND = report("Title: Two\n\nRebels captured the city of Hama on Friday, the Monitor said.", publisher="Post")


def test_the_next_issue_of_a_series_is_compared_with_the_one_before(tmp_path: Path) -> None:
    """The library keeps what was exported."""
    with open_library(tmp_path) as library:
        first = generate([FIRST], BriefingRequest(series="Syria", number="1"))
        assert keep_issue(first, library)
    with open_library(tmp_path) as library:
        request = BriefingRequest(series="Syria", number="2")
        second = generate([FIRST, SECOND], request, previous=previous_issue(request, library))

    assert [change.kind for change in second.changes] == [ChangeKind.NEW, ChangeKind.CARRIED]


def test_an_issue_is_not_compared_with_itself_nor_with_another_series(tmp_path: Path) -> None:
    """Exporting number 1 again still compares with what came before it."""
    with open_library(tmp_path) as library:
        keep_issue(generate([FIRST], BriefingRequest(series="Syria", number="1")), library)

        assert previous_issue(BriefingRequest(series="Syria", number="1"), library) is None
        assert previous_issue(BriefingRequest(series="Sudan", number="2"), library) is None
        assert previous_issue(BriefingRequest(number="2"), library) is None
        assert library.series() == ("Syria",)


def test_an_issue_that_is_exported_again_is_kept_once(tmp_path: Path) -> None:
    """The later export counts."""
    with open_library(tmp_path) as library:
        for reports in ([FIRST], [FIRST, SECOND]):
            keep_issue(generate(reports, BriefingRequest(series="Syria", number="1")), library)
        forms = [json.loads(issue.form) for issue in library.issues("Syria")]

    assert [len(form["reports"]) for form in forms] == [2]


def test_grades_are_remembered_with_their_reason_and_come_into_the_request(tmp_path: Path) -> None:
    """A grade in the request itself is not overruled."""
    with open_library(tmp_path) as library:
        library.keep_grade(GradeSource(source="Monitor", reliability="B", reason="long record"))
        library.keep_grade(GradeSource(source="Army", reliability="D", reason="often wrong"))
    own = GradeSource(source="Army", reliability="C", reason="better lately")
    with open_library(tmp_path) as library:
        request = with_known_grades(BriefingRequest(edits=(own,)), library)
    entry = generate([FIRST], request).developments[0]

    assert entry.grade == "B6"
    assert request.edits[-1] == own
    assert len(request.edits) == 2


def test_a_damaged_library_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is written over it."""
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"not a database at all" * 100)

    with pytest.raises(ResourceError, match=r"library\.sqlite is damaged"):
        open_library(tmp_path)
    assert path.read_bytes() == b"not a database at all" * 100


def test_a_library_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    """With what to do."""
    open_library(tmp_path).close()
    base = sqlite3.connect(tmp_path / "library.sqlite")
    base.execute("PRAGMA user_version = 99")
    base.close()

    with pytest.raises(ResourceError, match="newer version"):
        open_library(tmp_path)


def test_the_command_keeps_a_series_and_remembers_grades(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--series`` and ``briefing grades``, with a data folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    reports = tmp_path / "one.txt"
    reports.write_text(f"Date: 2024-12-07\n{FIRST.text}", "utf-8")
    common = ["generate", str(reports), "--out", str(tmp_path), "--format", "json", "--quiet", "--series", "Syria"]
    assert main(["grades", "--set", "Monitor", "B", "--reason", "long record"]) == 0
    assert main([*common, "--number", "1", "--name", "first", "--known-grades"]) == 0
    assert main([*common, "--number", "2", "--name", "second"]) == 0
    first, second = (json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in ("first", "second"))

    assert first["developments"][0]["grade"] == "B6"
    assert first["changes"] == []
    assert [change["kind"] for change in second["changes"]] == ["carried over"]
    assert main(["grades", "--set", "Monitor", "Z", "--reason", "x"]) == 1
    assert "from A to F" in capsys.readouterr().err
    assert main(["grades", "--forget", "Monitor"]) == 0
    assert capsys.readouterr().out == ""
