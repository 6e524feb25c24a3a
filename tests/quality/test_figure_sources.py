"""The scorer of the sources of figures, and what all scorers say of files that are not of their form."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.quality.__main__ import TASKS, main
from tests.quality.figure_sources import folded, score_figure_sources
from tests.quality.records import LabelledFileError

POLICE = {"sentence": "Police said nine people were killed in Sumy.", "value": 9, "attributed_to": "the police"}


def saved(tmp_path: Path, *records: dict[str, Any]) -> Path:
    """Write a labelled file with empty lines between its records."""
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n\n".join(map(json.dumps, records)) + "\n\n", encoding="utf-8")
    return path


def test_right_wrong_and_missing_sources_are_counted(tmp_path: Path) -> None:
    """A sentence without a label is not asked for, and one in which nothing is found lowers recall alone."""
    wrong = {**POLICE, "attributed_to": "the Red Cross", "date": "2024-12-07", "outlet": "a key that is not needed"}
    silent = {"sentence": "Nine people were killed in Sumy.", "attributed_to": "a monitor", "value": 9}
    score = score_figure_sources(saved(tmp_path, POLICE, wrong, silent, {"sentence": "Rain fell."}))
    assert (score.labelled, score.found, score.right) == (3, 2, 1)
    assert score.precision == pytest.approx(1 / 2)
    assert score.recall == pytest.approx(1 / 3)


def test_the_source_of_the_labelled_figure_is_asked_for(tmp_path: Path) -> None:
    """Of two sources in a sentence the one that gives the figure counts."""
    sentence = "Police said nine people were killed, and the mayor said 40 people were injured."
    asked = {"sentence": sentence, "value": 40}
    right, wrong = {**asked, "attributed_to": "mayor"}, {**asked, "attributed_to": "police"}
    score = score_figure_sources(saved(tmp_path, right, wrong))
    assert (score.found, score.right) == (2, 1)


def test_names_are_folded() -> None:
    """Case, accents, lost apostrophes and articles make no difference."""
    assert folded("The Ministry of Énergie") == {"ministry", "energie"}
    assert folded("Syria's state TV") == folded("Syrias state TV")


def test_the_task_sources_takes_both_forms(tmp_path: Path) -> None:
    """The keys of the records tell the form."""
    assert TASKS["sources"][0](saved(tmp_path, POLICE))["source of a figure, recall"] == 1.0
    attribution = {"source": [0, 6], "cue": [7, 11], "content": [12, 43]}
    whole = {"text": POLICE["sentence"], "attributions": [attribution]}
    assert TASKS["sources"][0](saved(tmp_path, whole))["pair F1, reporting cues"] == 1.0


@pytest.mark.parametrize("task", ["places", "sources", "times", "figures"])
@pytest.mark.parametrize("content", ["", "no JSON\n", "[1]\n", '{"other": 1}\n'])
def test_a_file_of_another_form_is_refused_in_a_sentence(tmp_path: Path, task: str, content: str) -> None:
    """The sentence names the file."""
    path = tmp_path / "other.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LabelledFileError, match=r"“other\.jsonl” .*\.$"):
        TASKS[task][0](path)


@pytest.mark.parametrize(
    ("task", "record"),
    [
        ("places", {"text": "Rain fell in Homs.", "places": [{"start": 13, "end": 17}]}),
        ("times", {"text": "Rain fell on 7 December 2024.", "timexes": [{"start": 13, "end": 28, "type": "DATE"}]}),
        ("figures", {"sentence": "Nine people were killed.", "quantity": "killed", "value": 9}),
    ],
)
def test_optional_keys_may_be_missing(tmp_path: Path, task: str, record: dict[str, Any]) -> None:
    """A record without date, id, kind or value is scored as far as it goes."""
    assert TASKS[task][0](saved(tmp_path, record))


def test_a_file_is_refused_where_a_folder_is_needed(tmp_path: Path) -> None:
    """The task of sentences reads a folder of texts."""
    with pytest.raises(LabelledFileError, match="is no folder"):
        TASKS["sentences"][0](saved(tmp_path, POLICE))


def test_the_command_tells_what_is_wrong_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints one sentence and no traceback."""
    assert main(["figures", str(saved(tmp_path, {"text": "Rain."}))]) == 1
    assert capsys.readouterr().err == (
        "“labelled.jsonl” line 1 lacks “sentence”, “quantity”, “value”; this task needs these keys.\n"
    )
