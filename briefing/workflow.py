"""The road from files to documents: here, and only here, the stages meet.

file -> readers -> Report -> analysis -> Findings -> assembly -> Briefing -> writers -> bytes -> file

``generate`` and ``render`` read neither the clock nor a file of the analyst: the same reports and the same request give
the same bytes.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.agreement import country_of_set
from briefing.analysis import Gazetteer, analyse, open_gazetteer
from briefing.assembly import LOOK, Material, Printing, complete, gather, print_document, redress
from briefing.checks import run_checks
from briefing.checks.wording import missing_words
from briefing.data.labels import list_languages, load_labels
from briefing.data.outlines import load_outlines
from briefing.data.tables import load_table
from briefing.errors import ReportError, RequestError, TemplateError
from briefing.exporting import (
    ALIASES,
    WRITERS,
    count_pages,
    draw_pages,
    export,
    file_name,
    render,
    save_picture,
)
from briefing.fitting import fit
from briefing.groundwork import Groundwork
from briefing.library import Library, StoredIssue, open_library
from briefing.model.briefing import Briefing
from briefing.model.edits import GradeSource
from briefing.model.findings import Findings
from briefing.model.house_style import HouseCheck
from briefing.model.issue import PreviousIssue, read_issue
from briefing.model.json_form import read_request, write_request
from briefing.model.report import ReadResult, Report
from briefing.model.request import BriefingRequest, LikelihoodScale, ReportChoice, Template
from briefing.model.section import SectionChoice
from briefing.model.theme import Theme
from briefing.readers import read_report_text, read_reports
from briefing.resources import seeds_folder
from briefing.saving import save_bytes
from briefing.templates import find_template, list_template_faults, list_templates
from briefing.themes import list_themes, read_theme
from briefing.writers.coverage import missing_in

if TYPE_CHECKING:
    from briefing.writers.pdf import KnownSlabs, PdfPages, Region

__all__ = [
    "ALIASES",
    "WRITERS",
    "Groundwork",
    "PdfPages",
    "ReadResult",
    "Region",
    "agree_on_places",
    "analyse_reports",
    "check_house_style",
    "draw_pages",
    "export",
    "file_name",
    "find_template",
    "generate",
    "keep_issue",
    "list_languages",
    "list_likelihoods",
    "list_meanings",
    "list_template_faults",
    "list_templates",
    "list_themes",
    "load_issue",
    "load_request",
    "missing_words",
    "open_library",
    "open_places",
    "previous_issue",
    "read_chosen",
    "read_report_text",
    "read_reports",
    "render",
    "save_picture",
    "save_request",
    "sections_of",
    "select_reports",
    "with_known_grades",
    "with_reports",
    "write_house_sample",
]

Progress = Callable[[int, int, str], None]


def __getattr__(name: str) -> Any:
    """Load the PDF writer when one of its values is first asked for."""
    if name in {"PdfPages", "Region"}:
        from briefing.writers import pdf  # noqa: PLC0415

        return getattr(pdf, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def open_places(progress: Callable[[str], None] | None = None) -> Gazetteer:
    """Open the gazetteer, building it first where that has not happened yet (some seconds, once).

    ``progress`` is called with a few words at each step of the building, and not at all when there is nothing to build.
    """
    if progress is not None:
        open_gazetteer(progress=progress).close()
    return _gazetteer()


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


def analyse_reports(
    reports: Sequence[Report], *, area: str = "", progress: Progress | None = None
) -> tuple[Findings, ...]:
    """Find in each report what it says; ``progress`` is called with done, total and the report's title."""
    gazetteer = open_places()
    found = []
    with _no_collecting():
        for index, report in enumerate(reports):
            if progress:
                progress(index, len(reports), report.title)
            found.append(analyse(report, gazetteer, theatre=area))
    if progress:
        progress(len(reports), len(reports), "")
    return tuple(found)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Pause Python's collector of cycles: there are hardly any, and looking for them takes a fifth of the time.

    Where it is paused already, as in the desktop app, which collects on its own thread, nothing is changed.
    """
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            # what was made meanwhile counts as old at once, so that it is not all looked through on enabling
            gc.freeze()
            gc.enable()
            gc.unfreeze()


def select_reports(reports: Sequence[Report], request: BriefingRequest) -> tuple[Report, ...]:
    """Return the reports that the request chose, in its order; raises RequestError when one is missing or none is left.

    A report is recognised by its content, so that a file may have moved since the request was saved.
    """
    if not reports:
        raise RequestError("No report is selected. Add report files, or tick at least one, and try again.")
    if not request.reports:
        return tuple(reports)
    by_id = {report.id: report for report in reports}
    missing = [choice.origin for choice in request.reports if choice.id not in by_id]
    if missing:
        raise RequestError(
            f"The report “{missing[0]}” has changed or is missing since these choices were saved"
            + (f" (and {len(missing) - 1} more)" if len(missing) > 1 else "")
            + ". Put the file back, or choose the reports again."
        )
    return tuple(by_id[choice.id] for choice in request.reports)


def with_reports(request: BriefingRequest, reports: Sequence[Report]) -> BriefingRequest:
    """Return the request with these reports named in it."""
    return replace(request, reports=tuple(ReportChoice(id=report.id, origin=report.origin) for report in reports))


def sections_of(request: BriefingRequest, template: Template) -> tuple[SectionChoice, ...]:
    """Return the sections of a briefing: those of the request, or where it names none, those of the template."""
    return request.sections or template.sections


def generate(
    reports: Iterable[Report],
    request: BriefingRequest | None = None,
    *,
    findings: Sequence[Findings] | None = None,
    previous: PreviousIssue | None = None,
    groundwork: Groundwork | None = None,
) -> Briefing:
    """Assemble a briefing from reports; ``previous`` is an earlier issue that the changes are told against.

    ``findings`` may be given, one for each report in the same order or in any order, to spare a second analysis; they
    must have been made with the area of the request. ``groundwork`` is passed from one call to the next by who writes
    one briefing after the other: what a change leaves as it was is then not worked out anew. Raises RequestError and
    TemplateError.
    """
    request, groundwork = request or BriefingRequest(), groundwork or Groundwork()
    given = tuple({report.id: report for report in reports}.values())
    chosen = select_reports(given, request)
    request = with_reports(request, chosen)
    known = {item.report_id: item for item in findings or ()}
    if any(report.id not in known for report in chosen):
        known |= {item.report_id: item for item in analyse_reports(chosen, area=request.area)}
    template = find_template(request.template)
    sections = sections_of(request, template)
    theme = read_theme(template.theme, request.theme)
    house = _house_style(request)
    found = agree_on_places(chosen, [known[report.id] for report in chosen], area=request.area, groundwork=groundwork)

    with _no_collecting():
        material = _gathered(chosen, found, request, theme, previous, groundwork)
        known_slabs: KnownSlabs = groundwork.once("laid out", dict, theme, request.page_size, request.language)

        def build(choices: tuple[SectionChoice, ...], most_citations: int | None) -> Printing:
            return print_document(material, replace(template, sections=choices, most_citations=most_citations))

        most, pages = template.most_citations, template.max_pages
        printing, told = (
            (build(sections, most), ())
            if pages is None
            else fit(build, sections, pages, partial(count_pages, known=known_slabs), most)
        )
        made = complete(printing)
        made = replace(made, notices=(*made.notices, *told))
        made = replace(made, document=replace(made.document, house_style=house))
        return replace(made, checks=run_checks(made, template, missing_in(made.document)))


def _gathered(
    reports: tuple[Report, ...],
    findings: tuple[Findings, ...],
    request: BriefingRequest,
    theme: Theme,
    previous: PreviousIssue | None,
    groundwork: Groundwork,
) -> Material:
    plain = replace(request, **{name: getattr(_PLAIN, name) for name in LOOK})
    material = groundwork.once(
        "material",
        lambda: gather(reports, findings, request, theme, _outlines(), previous),
        (reports, findings, plain, previous),
    )
    return redress(material, request, theme)


_PLAIN = BriefingRequest()


def agree_on_places(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    *,
    area: str = "",
    groundwork: Groundwork | None = None,
) -> tuple[Findings, ...]:
    """Read those reports again that leave open a name that the others of the set settle, unless an area is given.

    ``generate`` does so itself, because the app analyses reports as they come and the command all at once.
    """

    def agree() -> tuple[Findings, ...]:
        countries = {} if area else country_of_set(reports, findings)
        return tuple(
            analyse(report, open_places(), theatre=countries[report.id]) if report.id in countries else found
            for report, found in zip(reports, findings, strict=True)
        )

    return (groundwork or Groundwork()).once("agreed", agree, tuple(reports), tuple(findings), area)


_outlines = cache(load_outlines)


def _house_style(request: BriefingRequest) -> bytes:
    """Return the content of the Word file that the request takes its house style from, or nothing; see ``generate``."""
    if not request.house_style:
        return b""
    check, content = _checked_house_style(Path(request.house_style))
    for finding in check.findings:
        if finding.stops:
            raise TemplateError(f"The house style “{check.name}” cannot be used. {finding.sentence} {finding.remedy}")
    return content


def check_house_style(path: Path | str) -> HouseCheck:
    """Check an analyst's own Word file that is to be a house style; raises TemplateError when it is not there."""
    return _checked_house_style(Path(path))[0]


def write_house_sample(house_style: Path | str, target: Path | str) -> Path:
    """Write the sample briefing in a house style, to look at in Word before it is used; raises TemplateError.

    A file of that name is kept as ``export`` keeps it.
    """
    request = BriefingRequest(house_style=str(house_style), tlp="TLP:GREEN")
    path = Path(target)
    path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
    return save_bytes(path, render(generate(read_reports([seeds_folder()]).reports, request), "docx"))


def _checked_house_style(path: Path) -> tuple[HouseCheck, bytes]:
    from briefing.writers.docx.house.checking import check_house_style as check  # noqa: PLC0415 -- see _draw_docx

    try:
        content = path.read_bytes()
    except OSError as error:
        raise TemplateError(
            f"The house style “{path}” cannot be read: {error.strerror or error}. Choose the Word file again."
        ) from error
    return check(content, path.name), content


def save_request(request: BriefingRequest, path: Path | str) -> Path:
    """Save the choices as the JSON file that ``briefing generate --request`` takes."""
    return save_bytes(Path(path), write_request(request).encode(), keep=False)


def load_request(path: Path | str) -> BriefingRequest:
    """Load the choices from a JSON file; raises RequestError."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"The file of choices “{path}” cannot be read: {error}.") from error
    return read_request(text, name=f"“{path}”")


def load_issue(path: Path | str) -> PreviousIssue:
    """Load an earlier issue from the JSON file that was exported with it; raises RequestError."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"The earlier issue “{path}” cannot be read: {error}.") from error
    return read_issue(text, name=f"“{path}”")


def previous_issue(request: BriefingRequest, library: Library) -> PreviousIssue | None:
    """Return the issue of the request's series that comes before it, from the library, or None."""
    if not request.series:
        return None
    as_of = request.as_of.isoformat() if request.as_of else ""
    kept = library.last_issue(request.series, number=request.number, as_of=as_of)
    return read_issue(kept.form, name=f"Issue {kept.number} of “{kept.series}”") if kept else None


def keep_issue(briefing: Briefing, library: Library) -> bool:
    """Keep a briefing that belongs to a series in the library, for the next issue; False when it belongs to none."""
    if not briefing.request.series:
        return False
    library.keep_issue(
        StoredIssue(
            series=briefing.request.series,
            number=briefing.request.number,
            as_of=briefing.as_of.iso if briefing.as_of else "",
            title=briefing.title,
            form=render(briefing, "json").decode("utf-8"),
        )
    )
    return True


def with_known_grades(request: BriefingRequest, library: Library) -> BriefingRequest:
    """Add the remembered grades of sources to a request, as edits, unless the request grades the source itself."""
    own = {edit.source for edit in request.edits if isinstance(edit, GradeSource)}
    known = tuple(grade for grade in library.grades() if grade.source not in own)
    return replace(request, edits=(*known, *request.edits))


def list_meanings(vocabulary: str) -> dict[str, str]:
    """Return the words of a vocabulary with their meanings: "reliability", "credibility" or "confidence"."""
    labels = load_labels()
    return {word: labels.name(vocabulary, word) for word in load_table("vocabularies")[vocabulary]}


def list_likelihoods(scale: LikelihoodScale) -> tuple[tuple[str, int, int], ...]:
    """Return the words of a scale of likelihood, the least first, each with its range in per cent."""
    terms = load_table("vocabularies")["likelihood"][scale.value]
    return tuple((word, term["low"], term["high"]) for term in terms for word in term["words"])


def read_chosen(request: BriefingRequest, progress: Progress | None = None) -> ReadResult:
    """Read the reports that a request names from where they lay when it was saved."""
    if not request.reports:
        raise ReportError("The choices name no report. Name report files beside --request.")
    return read_reports([choice.origin for choice in request.reports], progress)
