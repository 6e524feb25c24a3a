"""The fields of a header: lines "Key: value" in several languages, and what their values mean."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from briefing.model.report import PartialDate
from briefing.readers.header_dates import read_date
from briefing.readers.lines import Line
from briefing.readers.markings import read_marking
from briefing.resources import data_folder

_KEY_LINE = re.compile(
    r"[*_\-•]{0,4} ?(?P<key>[^\W\d_][\w .-]{0,30}?)[*_]{0,3} ?[:：][*_]{0,3}(?P<value>.*)", re.DOTALL
)
_ADDRESS = re.compile(r"https?://[^\s<>\"”]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a report says of itself before its body, which begins at ``body_start``.

    ``problems`` are sentences about values that could not be read.
    """

    body_start: int = 0
    title: str = ""
    publisher: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    marking: str | None = None
    language: str = ""
    problems: tuple[str, ...] = ()


@cache
def _keys() -> dict[str, str]:
    return {word: kind for kind, words in _table()["keys"].items() for word in words}


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with (data_folder() / "report_headers.toml").open("rb") as file:
        return tomllib.load(file)


def header_words(group: str) -> list[str]:
    """Return one of the word lists about headers, such as "bylines" or "before_date"."""
    return _table()["header"][group]


def is_address(line: Line) -> bool:
    """Tell whether a line is a web address and nothing else."""
    return bool(_ADDRESS.fullmatch(line.words))


def is_key_line(line: Line) -> bool:
    """Tell whether a line has the form "Key: value", whatever the key."""
    return bool(_KEY_LINE.match(line.words[:200]))


def kind_of(line: Line) -> str:
    """Return what the key of a line names ("publisher"), or "" when the line has no known key."""
    match = _KEY_LINE.match(line.words)
    return _keys().get(match["key"].strip().casefold(), "") if match else ""


def add_field(fields: dict[str, str], line: Line) -> str:
    """Put the value of a line "Key: value" into ``fields``, where the first value stays; return what the key names."""
    match = _KEY_LINE.match(line.words)
    kind = kind_of(line)
    if match and kind:
        value = match["value"].strip().strip("*_").strip()
        if len(value) > 1 and value[0] in "\"'“" and value[-1] in "\"'”":
            value = value[1:-1].strip()
        if value:
            fields.setdefault(kind, value)
    return kind


def is_header(fields: dict[str, str]) -> bool:
    """Tell header lines from a text that happens to begin with a word and a colon."""
    strong = fields.keys() & set(header_words("strong"))
    if len(fields) == 1:
        strong -= {"url"} if not _ADDRESS.match(fields.get("url", "")) else set()
        strong -= {"date"} if not _may_be_date(fields.get("date", "")) else set()
    return len(fields) > 1 or bool(strong)


def _may_be_date(words: str) -> bool:
    return len(words) <= 40 and any(map(str.isdigit, words))


def build_header(fields: dict[str, str], body_start: int) -> Header:
    """Build the header from the fields found; values that cannot be read become problems."""
    reading = read_date(fields["date"]) if "date" in fields else None
    problem = reading.problem if reading else ""
    if reading is None and any(map(str.isdigit, fields.get("date", ""))):
        problem = f"The date “{fields['date'][:60]}” could not be understood; write it in the form 2024-12-07."
    marking, marking_problem = read_marking(fields.get("marking", ""))
    publisher, address = _split_address(fields.get("publisher") or fields.get("source", ""))
    url = _split_address(fields.get("url", ""))[1] or address
    return Header(
        body_start=body_start,
        title=fields.get("title", ""),
        publisher=publisher or None,
        published=reading.value if reading else None,
        url=url or None,
        marking=marking,
        language=_language_code(fields.get("language", "")),
        problems=tuple(sentence for sentence in (problem, marking_problem) if sentence),
    )


def _language_code(words: str) -> str:
    match = re.match(r"([a-z]{2})(?![a-z])", words.casefold())
    return match[1] if match else ""


def _split_address(words: str) -> tuple[str, str]:
    """Return the words without the web or mail address in them, and the web address."""
    match = _ADDRESS.search(words)
    address = match[0].rstrip(").,;>]") if match else ""
    rest = words.replace(address, " ") if address else words
    rest = re.sub(r"<[^<>]{0,200}>|\(\s*\)|\[\s*\]", " ", rest)
    return " ".join(rest.split()).strip(" ,;|-–"), address
