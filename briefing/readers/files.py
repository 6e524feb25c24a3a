"""From files and folders to reports: found in a fixed order, read one by one, duplicates recognised and said."""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from briefing.errors import ReportError
from briefing.model.notice import Notice, Severity
from briefing.model.report import PartialDate, ReadResult, Report
from briefing.readers.building import Contents, build_report
from briefing.readers.decoding import decode
from briefing.readers.duplicates import find_duplicates
from briefing.readers.finding import find_files, origin_of
from briefing.readers.html import read_html
from briefing.readers.markdown import read_markdown
from briefing.readers.plain_text import read_plain_text
from briefing.resources import data_folder

MOST_BYTES = 16 * 1024 * 1024
READERS: dict[str, Callable[[str, str], Contents]] = {
    "text": read_plain_text,
    "markdown": read_markdown,
    "html": read_html,
}
_FORMATS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_PAGE = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,500}-->\s*)?(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE
)


def read_report(path: Path, *, origin: str | None = None) -> Report:
    """Read one file as a report; ``origin`` is the path as the analyst gave it.

    Raises ReportError, in one or two sentences with the file's name and the remedy, when that is not possible.
    """
    given = origin_of(path) if origin is None else origin
    kind = _unread_kinds().get(path.suffix.casefold().lstrip("."))
    if kind:
        raise ReportError(
            f"“{given}” is {kind}, which is not read as a report. Save its text as text, Markdown or HTML."
        )
    text, notices = decode(_read_bytes(path, given), given)
    _refuse_empty(text, given)
    contents = READERS[_format(path, text)](text, given)
    report = build_report(contents, origin=given, name=path.name)
    return _with_notices(report, notices)


def read_report_text(text: str, *, origin: str = "", published: PartialDate | None = None) -> Report:
    """Read a plain text given in memory; every span of the report points into exactly ``text``.

    ``published`` outranks the date in the text's own header. Raises ReportError when there is no word in it.
    """
    _refuse_empty(text, origin)
    return build_report(read_plain_text(text, origin), origin=origin, published=published)


def read_reports(paths: Iterable[str | Path], progress: Callable[[int, int, str], None] | None = None) -> ReadResult:
    """Read all files, folders and patterns; what cannot be read becomes a notice and the others go on.

    ``progress`` is told, before each file, how many are done, how many there are, and its name.
    """
    files, notices = find_files(paths)
    said = list(notices)
    reports = []
    for done, path in enumerate(files):
        origin = origin_of(path)
        if progress:
            progress(done, len(files), origin)
        try:
            reports.append(read_report(path, origin=origin))
        except ReportError as error:
            said.append(Notice(severity=Severity.ERROR, code="unreadable-report", message=str(error), subject=origin))
    if progress:
        progress(len(files), len(files), "")
    kept, duplicates = find_duplicates(reports)
    return ReadResult(reports=kept, notices=(*said, *duplicates))


def _refuse_empty(text: str, origin: str) -> None:
    if not text.strip():
        name = f"“{origin}”" if origin else "The text"
        raise ReportError(f"{name} is empty; put the text of the report into it, or leave it out.")


@cache
def _unread_kinds() -> dict[str, str]:
    with (data_folder() / "file_kinds.toml").open("rb") as file:
        kinds: dict[str, str] = tomllib.load(file)["extensions"]
    return kinds


def _format(path: Path, text: str) -> str:
    suffix = path.suffix.casefold()
    if suffix in _FORMATS:
        return _FORMATS[suffix]
    return "html" if _PAGE.match(text[:4096]) else "text"


def _read_bytes(path: Path, origin: str) -> bytes:
    try:
        if not path.is_file():
            raise ReportError(f"“{origin}” is not there, or is no ordinary file; check its name and place.")
        size = path.stat().st_size
        if size > MOST_BYTES:
            megabytes = MOST_BYTES // 2**20
            raise ReportError(f"“{origin}” is larger than {megabytes} MB; split it into single reports and read those.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise ReportError(f"“{origin}” cannot be opened ({reason}); check its name and your permissions.") from error


def _with_notices(report: Report, notices: tuple[Notice, ...]) -> Report:
    return replace(report, notices=notices + report.notices) if notices else report
