"""The command line: ``briefing generate``, ``inspect``, ``sections``, ``templates``, ``house-style`` and ``grades``."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError, ReportError, RequestError
from briefing.house_words import house_check_form, house_check_lines
from briefing.inspection import EMPTY_FORM, inspection_form, inspection_text
from briefing.model.document import PageSize
from briefing.model.json_form import plain
from briefing.model.notice import Notice, Severity
from briefing.model.report import PartialDate, ReadResult, Report
from briefing.model.request import BriefingRequest, CitationStyle, DateStyle, PlaceNames, Template, Withhold, WordNotes
from briefing.model.section import SECTION_TITLES, SectionChoice, SectionId

if TYPE_CHECKING:
    from briefing.library import Library

DONE, FAILED, INCOMPLETE, INTERRUPTED = 0, 1, 3, 130
_DATE_STYLES = {"long": DateStyle.LONG, "short": DateStyle.SHORT, "iso": DateStyle.ISO}
_PLACE_NAMES = {"common": PlaceNames.COMMON, "reports": PlaceNames.REPORTS}
_ALWAYS_FIRST = (SectionId.MARKING, SectionId.MASTHEAD)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 failed, 2 wrong usage, 3 incomplete under --strict."""
    options = build_parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code: int = options.run(options)
    except BriefingError as error:
        if getattr(options, "json", False):
            print(json.dumps({"error": str(error)}, ensure_ascii=False))
        print(f"briefing: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("briefing: stopped; no half-written file was left.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    return code


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands and options."""
    parser = argparse.ArgumentParser(
        prog="briefing", description="Write situation briefings from reports, with every sentence traceable, offline."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_generate(commands)
    _add_inspect(commands)
    sections = commands.add_parser("sections", help="list the sections that a briefing can have")
    sections.add_argument("--json", action="store_true", help="print JSON for scripts")
    sections.set_defaults(run=_run_sections)
    templates = commands.add_parser("templates", help="list the templates")
    templates.add_argument("--json", action="store_true", help="print JSON for scripts")
    templates.set_defaults(run=_run_templates)
    house = commands.add_parser("house-style", help="check a Word file that is to be a house style")
    house.add_argument("file", type=Path, metavar="FILE", help="Word document (.docx) or template (.dotx)")
    house.add_argument("--sample", type=Path, metavar="FILE", help="write the sample briefing in it, as a .docx file")
    house.add_argument("--json", action="store_true", help="print JSON for scripts")
    house.set_defaults(run=_run_house_style)
    grades = commands.add_parser("grades", help="list, set and forget the grades of sources that are remembered")
    grades.add_argument("--set", nargs=2, metavar=("SOURCE", "LETTER"), help="remember a reliability from A to F")
    grades.add_argument("--reason", default="", help="why, with --set")
    grades.add_argument("--forget", metavar="SOURCE", help="forget the grade of a source")
    grades.add_argument("--json", action="store_true", help="print JSON for scripts")
    grades.set_defaults(run=_run_grades)
    return parser


def _add_generate(commands: Any) -> None:
    parser = commands.add_parser("generate", help="write a briefing from reports")
    add = parser.add_argument
    add("reports", nargs="*", metavar="REPORT", help="report files, folders or patterns such as 'in/*.txt'")
    add("--request", type=Path, metavar="FILE", help="choices saved by the desktop app or by --save-request")
    add("--save-request", type=Path, metavar="FILE", help="save the choices of this run for later runs")
    add("--since-issue", type=Path, metavar="FILE", help="tell what changed since an earlier issue, by its .json file")
    add(
        "--series",
        metavar="NAME",
        help="the series that this is an issue of: compared with its last, kept for the next",
    )
    add("--known-grades", action="store_true", help="use the grades of sources that the library remembers")
    add("--template", metavar="ID", help="template id or file (see: briefing templates)")
    add("--sections", metavar="LIST", help="sections to print, in order: cities,map; or changes: +evidence,-map")
    add("--title", help="headline; drafted from the places when not given")
    add("--area", help="country or region that the briefing is about, such as Syria; decides between namesakes")
    add("--as-of", type=_day, metavar="DATE", help="the day the briefing speaks for, such as 2024-12-07")
    add("--from", dest="period_start", type=_day, metavar="DATE", help="first day of the period")
    add("--to", dest="period_end", type=_day, metavar="DATE", help="last day of the period")
    add("--tlp", metavar="LABEL", help="TLP 2.0 label (RED, AMBER+STRICT, AMBER, GREEN, CLEAR) or another marking")
    add("--ceiling", metavar="LABEL", help="withhold what is marked above this TLP label, and what rests on it")
    add(
        "--withhold", choices=[way.value for way in Withhold], help="drop what is withheld, or mask it by a line (drop)"
    )
    add("--number", help="number of the issue")
    add("--unit", help="unit or desk that issues the briefing")
    add("--author", help="name of the author")
    add("--language", metavar="CODE", help="language of headings and labels: en, fr, es, ar (en)")
    add(
        "--date-style",
        choices=list(_DATE_STYLES),
        help="days in prose as 7 December 2024, 7 Dec 2024 or 2024-12-07 (long)",
    )
    add("--citation-style", choices=[style.value for style in CitationStyle], help="how notes are cited (numbered)")
    add(
        "--place-names",
        choices=list(_PLACE_NAMES),
        help="places by their common English name, or as the reports spell them (reports)",
    )
    add(
        "--word-notes",
        choices=[kind.value for kind in WordNotes],
        help="notes in Word as Word's own endnotes, or as a list with links (endnotes)",
    )
    add("--contents", action="store_true", help="a table of contents, where there are four headings or more")
    add("--word-comments", action="store_true", help="comments in Word with the evidence of each entry")
    add("--word-fonts", action="store_true", help="put the fonts into the Word file")
    add("--theme", metavar="NAME", help="colours and fonts: house, high-contrast, plain, or the path of a theme file")
    add("--house-style", metavar="FILE", help="own Word file (.docx, .dotx) that the Word file takes its look from")
    add("--page-size", choices=[size.value for size in PageSize], help="paper of PDF and Word (A4)")
    add("--out", type=Path, default=Path(), metavar="DIR", help="folder for the files (default: this one)")
    add("--name", help="name of the files without ending")
    add("--format", default="pdf,docx", metavar="LIST", help="pdf, docx, html, md, json, csv, separated by commas")
    add("--password", action="store_true", help="ask for a password that the PDF opens with (then it is no PDF/A)")
    add("--strict", action="store_true", help="exit with code 3 when a report could not be read")
    add("--json", action="store_true", help="print the result as JSON for scripts")
    add("--quiet", action="store_true", help="print no progress and no notices")
    parser.set_defaults(run=_run_generate)


def _add_inspect(commands: Any) -> None:
    parser = commands.add_parser("inspect", help="show what is found in reports, with the words and the reasons")
    parser.add_argument("reports", nargs="*", metavar="REPORT", help="report files, folders or patterns")
    parser.add_argument("--jsonl", type=Path, metavar="FILE", help="read lines of JSON with id, text and perhaps date")
    parser.add_argument("--area", default="", help="country or region that the reports are about")
    parser.add_argument("--json", action="store_true", help="print JSON for scripts")
    parser.set_defaults(run=_run_inspect)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it as 2024-12-07") from error


def _run_generate(options: argparse.Namespace) -> int:
    # The engine is loaded here, so that --help and wrong usage answer at once.
    from briefing import workflow  # noqa: PLC0415

    password = _ask_password() if options.password else ""
    request = workflow.load_request(options.request) if options.request else BriefingRequest()
    request = _with_options(request, options)
    result = _read(options, request)
    if not result.reports:
        _tell(result.notices, options)
        raise RequestError("No report could be read. Name report files or folders that hold some.")
    if options.reports:
        request = replace(request, reports=())
    if options.sections:
        template = workflow.find_template(request.template)
        request = replace(request, sections=parse_sections(options.sections, template))
    workflow.open_places(_building(options))
    findings = workflow.analyse_reports(result.reports, area=request.area, progress=_progress("Analysing", options))
    with _library(options, request) as library:
        if library and options.known_grades:
            request = workflow.with_known_grades(request, library)
        previous = workflow.previous_issue(request, library) if library else None
    if options.since_issue:
        previous = workflow.load_issue(options.since_issue)
    briefing = workflow.generate(result.reports, request, findings=findings, previous=previous)
    formats = [part.strip() for part in options.format.split(",") if part.strip()]
    paths = workflow.export(briefing, options.out, formats, replace=True, password=password)
    with _library(options, request) as library:
        if library:
            workflow.keep_issue(briefing, library)
    if options.save_request:
        workflow.save_request(workflow.with_reports(request, result.reports), options.save_request)
    notices = (*result.notices, *briefing.notices, *([_PROTECTED] if password else []))
    if options.json:
        print(json.dumps(_outcome(briefing, paths, notices), ensure_ascii=False, indent=2))
    else:
        _tell(notices, options)
        for path in paths:
            print(path)
    unread = any(notice.code == "unreadable-report" for notice in result.notices)
    return INCOMPLETE if options.strict and unread else DONE


_PROTECTED = Notice(
    severity=Severity.INFO,
    code="pdf-protected",
    message="The PDF opens with the password and is no PDF/A: keep a file without it for the archive.",
)


def _ask_password() -> str:
    """Ask for the password without showing it, or read it as a line where nobody sits; never from the command line.

    Other users of the computer and the shell's history would see it there.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    from getpass import getpass  # noqa: PLC0415

    return getpass("Password of the PDF: ")


def _library(options: argparse.Namespace, request: BriefingRequest) -> "AbstractContextManager[Library | None]":
    """Open the library where a series or the remembered grades are asked for; else there is none."""
    from briefing import workflow  # noqa: PLC0415 -- see _run_generate

    return workflow.open_library() if request.series or options.known_grades else nullcontext()


def _with_options(request: BriefingRequest, options: argparse.Namespace) -> BriefingRequest:
    """Put what was said on the command line over the saved choices."""
    names = [
        "template",
        "title",
        "area",
        "as_of",
        "period_start",
        "period_end",
        "tlp",
        "number",
        "unit",
        "author",
        "series",
        "ceiling",
        "language",
        "name",
        "word_comments",
        "word_fonts",
        "theme",
        "contents",
        "house_style",
    ]
    given: dict[str, Any] = {name: getattr(options, name) for name in names if getattr(options, name)}
    if options.date_style:
        given["date_style"] = _DATE_STYLES[options.date_style]
    if options.citation_style:
        given["citation_style"] = CitationStyle(options.citation_style)
    if options.place_names:
        given["place_names"] = _PLACE_NAMES[options.place_names]
    if options.word_notes:
        given["word_notes"] = WordNotes(options.word_notes)
    if options.page_size:
        given["page_size"] = PageSize(options.page_size)
    if options.withhold:
        given["withhold"] = Withhold(options.withhold)
    return replace(request, **given)


def _read(options: argparse.Namespace, request: BriefingRequest) -> ReadResult:
    from briefing import workflow  # noqa: PLC0415 -- see _run_generate

    progress = _progress("Reading", options)
    if options.reports:
        return workflow.read_reports(options.reports, progress)
    if not options.request:
        raise RequestError("No report is named. Name report files or folders, or --request FILE.")
    return workflow.read_chosen(request, progress)


def parse_sections(text: str, template: Template) -> tuple[SectionChoice, ...]:
    """Read a list of sections: names alone in their order, or changes (+name, -name) to the template.

    Marking, masthead and endnotes are printed without being named, because a cited number always has its note.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    changes = [part for part in parts if part[0] in "+-"]
    known = {choice.id: choice for choice in template.sections}
    if changes and len(changes) == len(parts):
        switched = {_section_id(part[1:]): part[0] == "+" for part in parts}
        listed = tuple(replace(choice, on=switched.get(choice.id, choice.on)) for choice in template.sections)
        added = tuple(SectionChoice(id=section) for section, on in switched.items() if on and section not in known)
        return (*listed, *added)
    if changes:
        raise RequestError("Either name the sections to print, or only changes with + and -; not both.")
    named = [_section_id(part) for part in dict.fromkeys(parts)]
    order = [*(section for section in _ALWAYS_FIRST if section not in named), *named]
    if SectionId.ENDNOTES not in order:
        order.append(SectionId.ENDNOTES)
    return tuple(replace(known.get(section, SectionChoice(id=section)), on=True) for section in order)


def _section_id(name: str) -> SectionId:
    try:
        return SectionId(name)
    except ValueError as error:
        raise RequestError(f"There is no section “{name}”. Choose among: {', '.join(SectionId)}.") from error


def _progress(verb: str, options: argparse.Namespace) -> Any:
    """Return a function that shows progress on a terminal, or None."""
    if getattr(options, "quiet", False) or not sys.stderr.isatty():
        return None

    def show(done: int, total: int, what: str) -> None:
        end = "\n" if done >= total else "\r"
        print(f"\x1b[K{verb} {min(done + 1, total)} of {total}: {what[:60]}", end=end, file=sys.stderr, flush=True)

    return show


def _building(options: argparse.Namespace) -> Callable[[str], None] | None:
    """Return a function that tells of the building of the gazetteer, which happens once."""
    if getattr(options, "quiet", False):
        return None
    return lambda words: print(f"Preparing the list of places, once: {words}", file=sys.stderr, flush=True)


def _tell(notices: Sequence[Notice], options: argparse.Namespace) -> None:
    if not getattr(options, "quiet", False):
        for notice in notices:
            print(f"{notice.severity.value}: {notice.message}", file=sys.stderr)


def _outcome(briefing: Any, paths: Sequence[Path], notices: Sequence[Notice]) -> dict[str, Any]:
    return {
        "title": briefing.title,
        "files": [str(path) for path in paths],
        "reports": len(briefing.reports),
        "developments": len(briefing.developments),
        "cities": len(briefing.cities),
        "sources": len(briefing.sources),
        "notices": plain(tuple(notices)),
    }


def _run_inspect(options: argparse.Namespace) -> int:
    from briefing import workflow  # noqa: PLC0415 -- see _run_generate

    workflow.open_places(_building(options))
    if options.jsonl:
        return _inspect_lines(options)
    if not options.reports:
        raise RequestError("No report is named. Name report files or folders, or --jsonl FILE.")
    result = workflow.read_reports(options.reports, None)
    _tell(result.notices, options)
    if not result.reports:
        raise RequestError("No report could be read. Name report files or folders that hold some.")
    for report in result.reports:
        findings = workflow.analyse_reports([report], area=options.area)[0]
        if options.json:
            form = {"id": report.id, "origin": report.origin, **inspection_form(report, findings)}
            print(json.dumps(form, ensure_ascii=False))
        else:
            print(inspection_text(report, findings))
    return DONE


def _inspect_lines(options: argparse.Namespace) -> int:
    try:
        lines = options.jsonl.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"“{options.jsonl}” cannot be read: {error}.") from error
    failed = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        form = _inspect_line(line, number, options.area)
        failed = failed or "error" in form
        print(json.dumps(form, ensure_ascii=False))
    return FAILED if failed else DONE


def _inspect_line(line: str, number: int, area: str) -> dict[str, Any]:
    from briefing import workflow  # noqa: PLC0415 -- see _run_generate

    try:
        record = json.loads(line)
    except ValueError:
        return {"id": None, "line": number, "error": f"Line {number} is not valid JSON."}
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        identity = record.get("id") if isinstance(record, dict) else None
        return {"id": identity, "line": number, "error": f"Line {number} has no “text”; write it as a JSON text."}
    identity, text = record.get("id", number), record["text"]
    try:
        published = PartialDate.parse(str(record["date"])[:10]) if record.get("date") else None
    except ValueError:
        message = f"Line {number} has the date {record['date']!r}; write it as 2024-12-07, or leave it out."
        return {"id": identity, "line": number, "error": message}
    try:
        report: Report = workflow.read_report_text(text, published=published)
    except ReportError as error:
        # A blank text has no findings; the line is answered all the same.
        return {"id": identity, **EMPTY_FORM, "notice": str(error)}
    findings = workflow.analyse_reports([report], area=area)[0]
    return {"id": identity, **inspection_form(report, findings)}


def _run_sections(options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps([{"id": section.value, "title": SECTION_TITLES[section]} for section in SectionId], indent=2))
        return DONE
    for section in SectionId:
        print(f"{section.value:18} {SECTION_TITLES[section]}")
    return DONE


def _run_house_style(options: argparse.Namespace) -> int:
    from briefing import workflow  # noqa: PLC0415 -- see _run_generate

    check = workflow.check_house_style(options.file)
    if options.json:
        print(json.dumps(house_check_form(check), ensure_ascii=False, indent=2))
    else:
        for line in house_check_lines(check):
            print(line)
    if options.sample and check.usable:
        print(workflow.write_house_sample(options.file, options.sample))
    return DONE if check.usable else FAILED


def _run_grades(options: argparse.Namespace) -> int:
    from briefing.library import open_library  # noqa: PLC0415 -- opened only when asked
    from briefing.model.edits import GradeSource  # noqa: PLC0415 -- as above

    with open_library() as library:
        if options.set:
            source, letter = options.set
            if letter not in set("ABCDEF"):
                raise RequestError(f"“{letter}” is not a grade of reliability. Choose a letter from A to F.")
            if not options.reason:
                raise RequestError("A grade needs a reason. Add --reason “...”.")
            library.keep_grade(GradeSource(source=source, reliability=letter, reason=options.reason))
        if options.forget:
            library.forget_grade(options.forget)
        known = library.grades()
    if options.json:
        print(json.dumps([plain(grade) for grade in known], ensure_ascii=False, indent=2))
        return DONE
    for grade in known:
        print(f"{grade.reliability}  {grade.source}: {grade.reason}")
    return DONE


def _run_templates(options: argparse.Namespace) -> int:
    from briefing.templates import list_template_faults, list_templates  # noqa: PLC0415 -- reads files only when asked

    found = list_templates()
    for fault in list_template_faults():
        print(f"warning: {fault}", file=sys.stderr)
    if options.json:
        print(json.dumps(plain(found), ensure_ascii=False, indent=2))
        return DONE
    for template in found:
        print(f"{template.id:20} {template.name}: {template.description}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
