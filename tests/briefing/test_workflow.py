"""The road from files to documents, on real files."""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing import BriefingRequest, SectionChoice, SectionId, export, generate, load_request, read_reports, render
from briefing import save_request as save
from briefing.errors import ExportError, RequestError
from briefing.model.briefing import Briefing
from briefing.model.report import Report
from briefing.workflow import draw_pages
from tests.briefing.writers.docx_reading import WordFile
from tests.paths import ROOT, SEEDS


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    """Read the project's sample reports."""
    return read_reports([SEEDS]).reports


@pytest.fixture(scope="module")
def briefing(reports: tuple[Report, ...]) -> Briefing:
    """Assemble the default briefing of all samples."""
    return generate(reports)


def test_every_format_is_written_and_not_empty(briefing: Briefing, tmp_path: Path) -> None:
    """One run gives DIR/name.pdf, .docx, .md and .json."""
    paths = export(briefing, tmp_path, ["pdf", "docx", "md", "json"], "syria")

    assert [path.name for path in paths] == ["syria.pdf", "syria.docx", "syria.md", "syria.json"]
    assert paths[0].read_bytes().startswith(b"%PDF-")
    assert paths[1].read_bytes().startswith(b"PK")
    assert "# " in paths[2].read_text("utf-8")
    assert json.loads(paths[3].read_text("utf-8"))["schema"] == 1


def test_the_same_reports_and_request_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    """Neither the clock nor the order of hashes gets into a file."""
    command = [sys.executable, "-m", "briefing", "generate", "seeds", "--format", "pdf,docx,md,json", "--name", "same"]
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PATH": "", "HOME": str(Path.home())}
        subprocess.run([*command, "--out", str(tmp_path / seed)], cwd=ROOT, env=environment, check=True)

    for ending in ("pdf", "docx", "md", "json"):
        assert (tmp_path / "1" / f"same.{ending}").read_bytes() == (tmp_path / "2" / f"same.{ending}").read_bytes()


def test_the_order_of_the_files_named_does_not_lose_any(reports: tuple[Report, ...]) -> None:
    """All reports are in the ledger, each sentence once."""
    briefing = generate(reversed(reports))
    spans = [row.span for row in briefing.ledger]

    assert {row.span.report_id for row in briefing.ledger} == {report.id for report in reports}
    assert len(spans) == len(set(spans))


def test_saved_choices_give_the_same_bytes(briefing: Briefing, tmp_path: Path) -> None:
    """The request file that the app saves is all that a second run needs."""
    path = save(briefing.request, tmp_path / "choices.json")
    request = load_request(path)
    again = generate(read_reports([choice.origin for choice in request.reports]).reports, request)

    assert render(again, "pdf") == render(briefing, "pdf")
    assert render(again, "json") == render(briefing, "json")


def test_a_word_file_says_by_which_choices_it_was_made(briefing: Briefing, tmp_path: Path) -> None:
    """Whoever has the file of choices can prove that a briefing was made with them."""
    path = save(briefing.request, tmp_path / "choices.json")
    properties = WordFile(render(briefing, "docx")).parts["docProps/custom.xml"].decode()
    assert hashlib.sha256(path.read_bytes()).hexdigest() in properties
    assert briefing.as_of is not None
    assert briefing.as_of.last.isoformat() in properties


def test_sections_come_in_the_order_and_under_the_title_chosen(reports: tuple[Report, ...]) -> None:
    """Chosen, ordered and retitled by the request; endnotes last."""
    sections = (
        SectionChoice(id=SectionId.SOURCES, title="Who says so"),
        SectionChoice(id=SectionId.CITIES),
        SectionChoice(id=SectionId.KEY_DEVELOPMENTS, limit=2),
        SectionChoice(id=SectionId.TIMELINE, on=False),
        SectionChoice(id=SectionId.ENDNOTES),
    )
    text = render(generate(reports, BriefingRequest(sections=sections)), "md").decode()

    order = [text.index(f"## {title}") for title in ("Who says so", "Cities", "Key developments", "Endnotes")]
    assert order == sorted(order)
    assert "## Timeline" not in text


def test_a_cited_number_always_has_its_note_and_numbers_start_from_one(briefing: Briefing) -> None:
    """Notes are numbered by first use without a gap, and each is cited."""
    cited = {
        citation.number for entry in (*briefing.developments, *briefing.background) for citation in entry.citations
    }
    numbers = [note.number for note in briefing.notes]

    assert numbers == list(range(1, len(numbers) + 1))
    assert cited <= set(numbers)


def test_the_one_pager_is_one_page_and_says_what_it_left_out(reports: tuple[Report, ...]) -> None:
    """What does not fit is named, from the lowest rank up."""
    briefing = generate(reports, BriefingRequest(template="executive-one-pager"))

    assert draw_pages(briefing).page_count == 1
    notice = next(notice for notice in briefing.notices if notice.code == "left-out-to-fit")
    assert "developments" in notice.message


def test_every_template_draws_every_format(reports: tuple[Report, ...]) -> None:
    """No template asks for what a writer cannot draw."""
    for template in ("daily-sitrep", "executive-one-pager", "evidence-pack"):
        briefing = generate(reports, BriefingRequest(template=template))
        for kind in ("pdf", "docx", "md", "json"):
            assert render(briefing, kind)


def test_the_ledger_adds_up_and_the_method_quotes_it(briefing: Briefing) -> None:
    """Used, merged and left out are all the sentences there are."""
    counts = [sum(row.disposition == kind for row in briefing.ledger) for kind in ("used", "merged", "left out")]

    assert sum(counts) == len(briefing.ledger)
    method = " ".join(briefing.method).replace("\u00a0", " ")
    assert f"Of {len(briefing.ledger)} sentences, {counts[0]} are used" in method


def test_every_printed_sentence_stands_in_its_first_passage(briefing: Briefing) -> None:
    """Traceability holds for all samples: words of entries, claims and quotations."""
    texts = {report.id: report.text for report in briefing.reports}
    printed = [(entry.text, entry.citations) for entry in (*briefing.developments, *briefing.background)]
    printed += [(claim.text, claim.citations) for city in briefing.cities for claim in city.claims]

    for text, citations in printed:
        assert text in " ".join(citations[0].quote.split())
        for citation in citations:
            assert texts[citation.span.report_id][citation.span.start : citation.span.end] == citation.quote


def test_what_is_dated_after_the_period_is_left_out_with_the_reason(reports: tuple[Report, ...]) -> None:
    """A period that ends on 6 December knows nothing of the 8th."""
    briefing = generate(reports, BriefingRequest(period_end=date(2024, 12, 6)))

    assert all(
        entry.when.first is None or entry.when.first.first <= date(2024, 12, 6) for entry in briefing.developments
    )
    assert any(row.reason == "dated outside the period of the briefing" for row in briefing.ledger)


def test_a_period_turned_round_is_refused(reports: tuple[Report, ...]) -> None:
    """The sentence says what to exchange."""
    with pytest.raises(RequestError, match="Exchange the two dates"):
        generate(reports, BriefingRequest(period_start=date(2024, 12, 8), period_end=date(2024, 12, 1)))


def test_no_report_selected_is_said() -> None:
    """An empty choice is no crash and no empty file."""
    with pytest.raises(RequestError, match="No report is selected"):
        generate([])


def test_a_report_that_changed_since_the_choices_were_saved_is_named(briefing: Briefing) -> None:
    """The analyst learns which one."""
    request = briefing.request
    changed = replace(request, reports=(replace(request.reports[0], id="r000000000000"),))

    with pytest.raises(RequestError, match="has changed or is missing"):
        generate(briefing.reports, changed)


@pytest.mark.parametrize("label", ["amber", "TLP:AMBER", "tlp: amber"])
def test_a_tlp_label_is_printed_in_its_official_spelling(reports: tuple[Report, ...], label: str) -> None:
    """However it is typed."""
    assert generate(reports[:1], BriefingRequest(tlp=label)).document.marking == "TLP:AMBER"


def test_an_invented_tlp_label_is_refused(reports: tuple[Report, ...]) -> None:
    """TLP 2.0 has five labels."""
    with pytest.raises(RequestError, match="TLP:AMBER\\+STRICT"):
        generate(reports[:1], BriefingRequest(tlp="TLP:BLUE"))


def test_an_unwritable_folder_is_said_and_nothing_is_left(briefing: Briefing, tmp_path: Path) -> None:
    """A file where the folder should be cannot be written into."""
    blocked = tmp_path / "file"
    blocked.write_text("here before")

    with pytest.raises(ExportError, match="choose another folder"):
        export(briefing, blocked / "sub", ["md"])
    assert blocked.read_text() == "here before"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_that_is_a_folder_is_not_overwritten(briefing: Briefing, tmp_path: Path) -> None:
    """The name is taken by something that cannot be replaced, as by a file that is open elsewhere."""
    (tmp_path / "brief.md").mkdir()

    with pytest.raises(ExportError, match=r"brief\.md.*could not be saved"):
        export(briefing, tmp_path, ["md"], "brief", replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_export_takes_the_next_free_name_instead_of_overwriting(briefing: Briefing, tmp_path: Path) -> None:
    """The app never writes over a file."""
    first = export(briefing, tmp_path, ["md"], "brief")[0]
    second = export(briefing, tmp_path, ["md"], "brief")[0]

    assert (first.name, second.name) == ("brief.md", "brief-2.md")


def test_replacing_keeps_an_edited_file_beside_the_new_one(briefing: Briefing, tmp_path: Path) -> None:
    """A script finds the name it knows, and the analyst finds the edits."""
    path = export(briefing, tmp_path, ["md"], "brief", replace=True)[0]
    fresh = path.read_bytes()
    path.write_text("edited by hand")
    export(briefing, tmp_path, ["md"], "brief", replace=True)
    export(briefing, tmp_path, ["md"], "brief", replace=True)

    assert path.read_bytes() == fresh
    assert (tmp_path / "brief.previous.md").read_text() == "edited by hand"
    assert len(list(tmp_path.iterdir())) == 2


def test_an_unknown_format_is_refused_before_anything_is_written(briefing: Briefing, tmp_path: Path) -> None:
    """Not even the good format of the list is saved."""
    with pytest.raises(ExportError, match="“odt” is not a format"):
        export(briefing, tmp_path, ["md", "odt"])
    assert not list(tmp_path.iterdir())


def test_the_marking_is_never_lower_than_that_of_a_report(reports: tuple[Report, ...]) -> None:
    """It is raised, and the author is told by which report."""
    briefing = generate(reports, BriefingRequest(tlp="CLEAR"))

    assert {report.marking for report in reports} >= {"TLP:GREEN"}
    assert briefing.document.marking == "TLP:GREEN"
    assert any(notice.code == "marking-raised" for notice in briefing.notices)


def test_what_was_read_can_be_handed_on_as_it_is() -> None:
    """The result of reading serves as the reports."""
    result = read_reports([SEEDS / "2024-12-07_daraa_homs.txt"])

    assert generate(result).title == generate(result.reports).title
    assert len(result) == 1


def test_a_report_given_twice_counts_once(reports: tuple[Report, ...]) -> None:
    """A script may join lists that overlap."""
    assert len(generate([*reports, *reports]).reports) == len(reports)
