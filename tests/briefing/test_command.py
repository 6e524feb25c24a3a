"""The command line, run as a user runs it: real files in, files and sentences out."""

import json
import re
import stat
from pathlib import Path

import pytest

from briefing.__main__ import build_parser, main, parse_sections
from briefing.errors import RequestError
from briefing.model.section import SectionId
from briefing.templates import find_template
from tests.paths import ROOT, SEEDS


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """Run one command in this process and return its exit code, output and errors."""
    code = main([str(argument) for argument in arguments])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


SAMPLE = SEEDS / "2024-12-07_daraa_homs.txt"


def test_generate_writes_the_files_of_one_run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The paths are printed, a line each."""
    code, out, _ = run(
        capsys,
        "generate",
        SAMPLE,
        "--out",
        tmp_path,
        "--name",
        "brief",
        "--format",
        "pdf,docx,md,json",
        "--tlp",
        "AMBER",
    )

    assert code == 0
    assert [Path(line).name for line in out.split()] == ["brief.pdf", "brief.docx", "brief.md", "brief.json"]
    assert "TLP:AMBER" in (tmp_path / "brief.md").read_text("utf-8")


def test_generate_tells_a_script_what_it_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """--json prints one object."""
    code, out, _ = run(capsys, "generate", SAMPLE, "--out", tmp_path, "--format", "md", "--json")
    made = json.loads(out)

    assert code == 0
    assert Path(made["files"][0]).is_file()
    assert made["reports"] == 1
    assert made["cities"] == 6


def test_all_options_reach_the_document(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Title, number, unit, dates and sections."""
    run(
        capsys,
        *("generate", SAMPLE, "--out", tmp_path, "--name", "b", "--format", "md", "--title", "A headline of our own"),
        *("--number", "12", "--unit", "Regional desk", "--as-of", "2024-12-08", "--author", "A. Writer"),
        *("--sections", "cities,sources"),
    )
    text = (tmp_path / "b.md").read_text("utf-8").replace("\u00a0", " ")

    for words in ("A headline of our own", "No. 12", "Regional desk", "8 December 2024", "A. Writer"):
        assert words in text
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Cities and provinces", "Sources", "Endnotes"]


def test_a_saved_request_gives_the_same_bytes(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """--save-request and --request are two ends of one file."""
    saved = tmp_path / "choices.json"
    run(
        capsys,
        *("generate", SAMPLE, "--out", tmp_path, "--name", "b", "--format", "pdf,json", "--tlp", "GREEN"),
        *("--save-request", saved),
    )
    first = [(tmp_path / f"b.{kind}").read_bytes() for kind in ("pdf", "json")]
    code, _, _ = run(capsys, "generate", "--request", saved, "--out", tmp_path / "again", "--format", "pdf,json")

    assert code == 0
    assert [(tmp_path / "again" / f"b.{kind}").read_bytes() for kind in ("pdf", "json")] == first


def test_an_unreadable_report_is_named_and_the_others_go_on(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One line each; --strict turns it into an exit code."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    (tmp_path / "in" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    arguments = ("generate", tmp_path / "in", "--out", tmp_path / "out", "--name", "b", "--format", "md")
    code, _, err = run(capsys, *arguments)
    strict, _, _ = run(capsys, *arguments, "--strict")

    assert code == 0
    assert strict == 3
    assert sum("empty.txt" in line for line in err.splitlines()) == 1
    assert sum("picture.txt" in line for line in err.splitlines()) == 1
    assert (tmp_path / "out" / "b.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["generate"], "No report is named"),
        (["generate", "nowhere.txt"], "No report could be read"),
        (["generate", "--request", "nowhere.json"], "cannot be read"),
        (["generate", str(SAMPLE), "--template", "nosuch"], "There is no template “nosuch”"),
        (["generate", str(SAMPLE), "--sections", "nosuch"], "There is no section “nosuch”"),
        (["generate", str(SAMPLE), "--tlp", "TLP:PINK"], "is not a TLP 2.0 label"),
        (["inspect"], "No report is named"),
        (["inspect", "--jsonl", "nowhere.jsonl"], "cannot be read"),
    ],
)
def test_each_mistake_is_one_sentence_and_exit_code_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    """No traceback, no file."""
    out = ["--out", str(tmp_path)] if arguments[0] == "generate" else []
    code, _, err = run(capsys, *arguments, *out)

    assert code == 1
    assert sentence in err
    assert "Traceback" not in err
    assert not list(tmp_path.iterdir())


def test_a_mistake_under_json_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A script can read the error."""
    code, out, _ = run(capsys, "generate", "nowhere.txt", "--json")

    assert code == 1
    assert "error" in json.loads(out)


def test_a_wrong_date_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, with the form to write."""
    with pytest.raises(SystemExit) as stopped:
        main(["generate", "x", "--as-of", "7.12.2024"])

    assert stopped.value.code == 2
    assert "2024-12-07" in capsys.readouterr().err


def test_an_unwritable_folder_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The folder is a file."""
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    blocked.chmod(stat.S_IRUSR)
    code, _, err = run(capsys, "generate", SAMPLE, "--out", blocked, "--format", "md")

    assert code == 1
    assert "could not be saved" in err


def test_inspect_shows_the_words_and_the_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    """For a person."""
    code, out, _ = run(capsys, "inspect", SAMPLE)

    assert code == 0
    for words in ("“Friday night” → 2024-12-06TNI", "Rebel sources via Reuters", "[headline]", "because"):
        assert words in out


def test_inspect_jsonl_keeps_ids_and_offsets_of_that_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One line out for each line in; offsets quote the text that was given."""
    texts = {
        "a": "On Friday, the Syrian Observatory said rebels took Hama. At least 58 people were killed.",
        "b": "",
        "c": "الجيش السوري في حمص",
        "d": " date 2024-12-07 Fighters entered Homs, Reuters reported.",
    }
    lines = [json.dumps({"id": key, "text": text, "date": "2024-12-07"}) for key, text in texts.items()]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    code, out, _ = run(capsys, "inspect", "--jsonl", path)
    records = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert [record["id"] for record in records] == list(texts)
    for record in records:
        text = texts[record["id"]]
        for kind in ("places", "times", "figures", "statements"):
            for item in record[kind]:
                assert text[item["start"] : item["end"]] == item["text"]
                assert item["rule"]
    first = records[0]
    assert {"name": "Hama", "kind": "city", "country": "SY"}.items() <= first["places"][-1].items()
    assert first["attributions"][0]["originator"]
    assert first["times"][0]["value"] == "2024-12-06"
    assert first["figures"][0]["value"] == 58


def test_a_broken_line_of_jsonl_is_named_and_the_others_go_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Nothing is lost for one bad record."""
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 1, "text": "Fighters entered Homs."}\n{broken\n["list"]\n{"id": 2, "text": "x"}\n')
    code, out, _ = run(capsys, "inspect", "--jsonl", path)
    records = [json.loads(line) for line in out.splitlines()]

    assert code == 1
    assert [record["id"] for record in records] == [1, None, None, 2]
    assert "Line 2" in records[1]["error"]


def test_sections_and_templates_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """For a person and for a script."""
    _, sections, _ = run(capsys, "sections")
    _, templates, _ = run(capsys, "templates", "--json")

    assert "key-developments" in sections
    assert {item["id"] for item in json.loads(templates)} >= {"daily-sitrep", "executive-one-pager", "evidence-pack"}


def test_sections_are_named_or_changed() -> None:
    """A list replaces the template's sections, signs change them."""
    template = find_template("daily-sitrep")
    named = [choice.id for choice in parse_sections("map,cities", template) if choice.on]
    changed = {choice.id: choice.on for choice in parse_sections("+evidence,-map", template)}

    assert named == [SectionId.MARKING, SectionId.MASTHEAD, SectionId.MAP, SectionId.CITIES, SectionId.ENDNOTES]
    assert changed[SectionId.EVIDENCE]
    assert not changed[SectionId.MAP]
    with pytest.raises(RequestError, match="not both"):
        parse_sections("map,+cities", template)


def test_every_option_of_the_command_is_in_the_readme() -> None:
    """What can be typed is written down."""
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = build_parser()._subparsers
    assert commands is not None
    options = {
        option
        for action in commands._group_actions
        for parser in dict(action.choices or {}).values()
        for item in parser._actions
        for option in item.option_strings
        if option.startswith("--") and option != "--help"
    }

    assert options
    assert [option for option in sorted(options) if f"`{option}" not in readme] == []


def test_generate_takes_language_and_styles(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """They are saved with the request, and a language without labels is refused with those that there are."""
    saved = tmp_path / "request.json"
    options = ("--language", "fr", "--date-style", "iso", "--citation-style", "author-date", "--place-names", "common")
    code, _, _ = run(
        capsys,
        "generate",
        SAMPLE,
        "--out",
        tmp_path,
        "--name",
        "a",
        "--format",
        "md",
        "--save-request",
        saved,
        *options,
    )
    request = json.loads(saved.read_text("utf-8"))

    assert code == 0
    assert "## Villes et provinces" in (tmp_path / "a.md").read_text("utf-8")
    assert (request["language"], request["date_style"], request["citation_style"], request["place_names"]) == (
        "fr",
        "2024-12-07",
        "author-date",
        "common English",
    )

    code, _, errors = run(capsys, "generate", SAMPLE, "--out", tmp_path, "--format", "md", "--language", "xx")
    assert code == 1
    assert "There are no labels in the language “xx”. Choose among: ar, en, es, fr." in errors
