"""What changed since an earlier issue, by every road: new, changed, corrected, unsupported, dropped, carried over."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import BriefingRequest, export, generate, load_issue, render
from briefing.__main__ import main
from briefing.errors import RequestError
from briefing.model.briefing import Briefing, Change, ChangeKind, Status
from briefing.model.edits import Edit, Hide, Passage
from briefing.model.issue import PreviousIssue, read_issue
from briefing.model.report import Report
from tests.briefing.assembly.making import report

FLOOD = report(
    "Title: Flood in Beira\n\nAt least 40 people were killed by floods in Beira on Thursday, the Red Cross said.\n\n"
    "A bridge in Chimoio was destroyed on Thursday, the police said.",
    publisher="Coast Daily",
    date="2024-03-08",
)
LATER = report(
    "Title: Toll rises\n\nAt least 62 people were killed by floods in Beira on Thursday, the Red Cross said.\n\n"
    "Aid workers reached Dondo on Saturday, the Red Cross said.",
    publisher="River Post",
    date="2024-03-09",
)


def issue(*reports: Report) -> PreviousIssue:
    """Assemble a first issue and read it back from its JSON."""
    made = generate(reports, BriefingRequest(number="3"))
    return read_issue(render(made, "json").decode())


def compared(
    reports: Sequence[Report], previous: PreviousIssue, edits: tuple[Edit, ...] = (), **choices: object
) -> Briefing:
    """Assemble the next issue."""
    request = replace(BriefingRequest(number="4", edits=edits), **choices)  # type: ignore[arg-type]
    return generate(reports, request, previous=previous)


def of_kind(briefing: Briefing, kind: ChangeKind) -> list[Change]:
    """Return the changes of a kind."""
    return [change for change in briefing.changes if change.kind is kind]


def test_the_same_reports_change_nothing() -> None:
    """Every development is carried over."""
    briefing = compared([FLOOD], issue(FLOOD))

    assert {change.kind for change in briefing.changes} == {ChangeKind.CARRIED}
    assert "Nothing has changed since the last issue." in render(briefing, "md").decode()


def test_what_only_the_new_reports_tell_is_new() -> None:
    """With its note."""
    change = next(item for item in of_kind(compared([FLOOD, LATER], issue(FLOOD)), ChangeKind.NEW))

    assert "Dondo" in change.text
    assert change.citations


def test_a_new_toll_beside_the_report_of_the_old_one_is_a_change() -> None:
    """The old report is still there, and its entry is carried over."""
    change = of_kind(compared([FLOOD, LATER], issue(FLOOD)), ChangeKind.CHANGED)[0]

    assert "40" in change.before
    assert "62" in change.after


def test_a_risen_toll_is_a_change_from_the_old_value_to_the_new() -> None:
    """The same event of the same day, told with another figure."""
    change = of_kind(compared([LATER], issue(FLOOD)), ChangeKind.CHANGED)[0]

    assert "40" in change.before
    assert "62" in change.after


def test_a_lower_toll_of_the_same_source_is_a_correction() -> None:
    """Counts of the dead do not fall by themselves."""
    change = of_kind(compared([FLOOD], issue(LATER)), ChangeKind.CORRECTED)[0]

    assert "62" in change.before
    assert "40" in change.after


def test_another_edition_of_the_report_corrects_what_it_said() -> None:
    """The same file, in which the number reads differently."""
    edition = replace(
        report(FLOOD.text.replace("At least 40", "At least 45"), publisher="Coast Daily", date="2024-03-08"),
        origin=FLOOD.origin,
    )
    change = of_kind(compared([edition], issue(FLOOD)), ChangeKind.CORRECTED)[0]

    assert (change.before, change.after) != ("", "")


def test_what_rested_on_a_report_that_is_gone_is_no_longer_supported() -> None:
    """Its words are those of the earlier issue."""
    change = of_kind(compared([LATER], issue(FLOOD, LATER)), ChangeKind.UNSUPPORTED)[0]

    assert "Chimoio" in change.text
    assert change.citations == ()


def test_what_the_analyst_hides_is_dropped() -> None:
    """Its passage is still there."""
    first = generate([FLOOD], BriefingRequest())
    entry = next(item for item in first.developments if "bridge" in item.text)
    span, quote = entry.citations[0].span, entry.citations[0].quote
    hide = Hide(passage=Passage(report_id=span.report_id, start=span.start, end=span.end, quote=quote))
    changes = of_kind(compared([FLOOD], issue(FLOOD), (hide,)), ChangeKind.DROPPED)

    assert ["bridge" in change.text for change in changes] == [True]


def test_the_section_names_the_issue_and_groups_the_changes() -> None:
    """A reader sees at once what it is compared with."""
    text = render(compared([FLOOD, LATER], issue(FLOOD)), "md").decode()

    assert "Compared with issue No. 3, 8\u00a0March 2024." in text
    assert "### New" in text


def test_the_command_compares_with_the_json_of_an_earlier_issue(tmp_path: Path) -> None:
    """``--since-issue FILE``."""
    (tmp_path / "one.txt").write_text(f"Date: 2024-03-08\n{FLOOD.text}", "utf-8")
    (tmp_path / "two.txt").write_text(f"Date: 2024-03-09\n{LATER.text}", "utf-8")
    out = str(tmp_path / "out")
    common = ["--out", out, "--format", "json", "--quiet"]
    assert main(["generate", str(tmp_path / "one.txt"), "--name", "first", *common]) == 0
    since = ["--since-issue", f"{out}/first.json"]
    assert main(["generate", str(tmp_path), "--name", "second", *common, *since]) == 0
    second = json.loads((tmp_path / "out" / "second.json").read_text("utf-8"))

    assert "new" in {change["kind"] for change in second["changes"]}


def test_an_issue_is_loaded_from_its_exported_file(tmp_path: Path) -> None:
    """In a script."""
    paths = export(generate([FLOOD], BriefingRequest(number="3")), tmp_path, ["json"])

    assert load_issue(paths[0]) == issue(FLOOD)


@pytest.mark.parametrize("text", ["{", "[]", '{"kind": "briefing"}', '{"kind": "briefing-request"}'])
def test_a_file_that_is_no_issue_is_refused_in_a_sentence(text: str) -> None:
    """With what to choose instead."""
    with pytest.raises(RequestError, match=r"“old.json” .*\."):
        read_issue(text, name="“old.json”")


def test_changes_are_told_in_the_language_of_the_labels() -> None:
    """A status that changed too; the figures stay in the words of the reports."""
    earlier = issue(FLOOD)
    unsure = replace(earlier, entries=tuple(replace(entry, status=Status.CLAIMED) for entry in earlier.entries))

    made = render(compared([FLOOD], unsure, language="fr"), "md").decode().replace("\u00a0", " ")
    grown = render(compared([LATER], earlier, language="fr"), "md").decode().replace("\u00a0", " ")

    assert "Auparavant allégué, désormais rapporté." in made
    assert "Auparavant At least 40 people, désormais At least 62 people." in grown
    assert "## Changements depuis le dernier numéro" in grown
    assert "### Modifié" in made
