"""The header of a report: title, publisher, date, address and marking, in the forms in which people write them.

Recognised by general rules, in this order: front matter between fences; lines "Key: value", perhaps below a title line
or a letterhead; a date glued to the first sentence ("date 2024-12-07 Text..."); a title line followed by "Publisher,
date" and an address; a first line that ends with a date; a lone headline over the text. Whatever is not recognised
stays in the body.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from briefing.readers.header_dates import DateReading, read_date, read_leading_date
from briefing.readers.header_fields import (
    Header,
    add_field,
    build_header,
    header_words,
    is_address,
    is_header,
    is_key_line,
    kind_of,
)
from briefing.readers.letterheads import read_dateline, read_letterhead
from briefing.readers.lines import Line, find_lines

_WINDOW = 65_536
_MOST_LINES = 120
_LETTERHEAD = 8
_OPENING = 200
_FENCE = re.compile(r"-{3,}|\.{3}")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",", "”", '"', "。", "؟", "»", ")")


def find_header(text: str) -> Header:
    """Find the header at the beginning of a plain text or Markdown file; an empty Header when there is none.

    Where nobody is named who publishes, it is the agency of the dateline with which the text begins.
    """
    header = _find_whole(text)
    start = _skip_blank(text, header.body_start)
    return header if header.publisher else replace(header, publisher=read_dateline(text[start : start + _OPENING]))


def _find_whole(text: str) -> Header:
    header = _find_part(text, 0)
    if header is None:
        return _add_headline(Header(body_start=_skip_blank(text, 0)), text)
    if not header.published and not header.problems:
        # a marking or a publisher may stand alone above the rest of the header
        header = _join(header, _find_part(text, header.body_start))
    return header if header.title else _add_headline(header, text)


def _find_part(text: str, start: int) -> Header | None:
    lines = tuple(islice(find_lines(text[: start + _WINDOW], start), _MOST_LINES))
    first = next((i for i, line in enumerate(lines) if line.words), None)
    if first is None:
        return None
    return (
        _find_fenced(lines, first)
        or _find_glued_date(text, lines, first)
        or _find_key_lines(lines, first)
        or _find_titled(lines, first)
    )


def _join(above: Header, below: Header | None) -> Header:
    if below is None or (above.title and below.title):
        return above
    return Header(
        body_start=below.body_start,
        title=above.title or below.title,
        publisher=above.publisher or below.publisher,
        published=below.published,
        url=above.url or below.url,
        marking=above.marking or below.marking,
        language=above.language or below.language,
        problems=below.problems,
    )


def _find_fenced(lines: Sequence[Line], first: int) -> Header | None:
    if first >= len(lines) or not _FENCE.fullmatch(lines[first].words):
        return None
    close = next((i for i in range(first + 1, len(lines)) if _FENCE.fullmatch(lines[i].words)), None)
    if close is None:
        return None
    fields: dict[str, str] = {}
    for line in lines[first + 1 : close]:
        add_field(fields, line)
    return build_header(fields, lines[close].next) if fields else None


def _find_glued_date(text: str, lines: Sequence[Line], first: int) -> Header | None:
    if first >= len(lines):
        return None
    line = lines[first]
    words = "|".join(map(re.escape, header_words("before_date")))
    match = re.match(rf"(?:{words})(?P<colon>\s?[:=])?\s{{1,3}}", line.words[:40], re.IGNORECASE)
    reading = read_leading_date(line.words[match.end() :]) if match else None
    if match is None or reading is None:
        return None
    length = match.end() + reading.length
    rest = line.words[length:].lstrip(" ,;:.–—-|")
    if match["colon"] and len(rest) < 40:
        return None  # an ordinary line "Date: 2024-12-07 (Saturday)"
    start = line.end - len(rest) if rest else line.next
    return replace(_dated(reading), body_start=_skip_blank(text, start))


def _dated(reading: DateReading) -> Header:
    return Header(published=reading.value, problems=(reading.problem,) if reading.problem else ())


def _skip_blank(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _find_key_lines(lines: Sequence[Line], first: int) -> Header | None:
    fields, end = _collect_fields(lines, first)
    if is_header(fields):
        return build_header(fields, end)
    below = next((i for i in range(first + 1, min(first + 3, len(lines))) if lines[i].words), None)
    if below is None or not _may_be_title(lines[first]):
        return None
    headed = _find_under_letterhead(lines, first)
    if headed:
        return headed
    fields, end = _collect_fields(lines, below)
    if not is_header(fields) or not fields.keys() & {"date", "publisher", "source"}:
        return None
    fields.setdefault("title", lines[first].words)
    return build_header(fields, end)


def _find_under_letterhead(lines: Sequence[Line], first: int) -> Header | None:
    """Find a date below a letterhead; a headline that follows is left to be the title."""
    fields_at = next((i for i in range(first, min(first + _LETTERHEAD, len(lines))) if kind_of(lines[i])), first)
    letterhead = read_letterhead(lines, first, fields_at)
    fields, end = _collect_fields(lines, fields_at)
    if letterhead is None or "date" not in fields or not is_header(fields):
        return None
    publisher, title = letterhead
    fields.setdefault("publisher", fields.get("source", publisher))
    if title:
        fields.setdefault("title", title)
    return build_header(fields, end)


def _collect_fields(lines: Sequence[Line], first: int) -> tuple[dict[str, str], int]:
    """Return the fields of the lines "Key: value" from ``first`` on, and where the text after them begins."""
    fields: dict[str, str] = {}
    last = ""
    for i in range(first, len(lines)):
        line = lines[i]
        kind = add_field(fields, line)
        if not line.words:
            return fields, line.next
        if kind:
            last = kind
        elif last and line.indented:
            fields[last] += " " + line.words
        elif not last or not _between_fields(lines, i):
            return fields, line.start
    return fields, lines[-1].next if lines else 0


def _between_fields(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line is an unknown "Key: value" with a known one below it."""
    return is_key_line(lines[i]) and i + 1 < len(lines) and bool(kind_of(lines[i + 1]))


def _may_be_title(line: Line) -> bool:
    return 1 < len(line.words) <= 400


def _find_titled(lines: Sequence[Line], first: int) -> Header | None:
    """Find a title, "Publisher, date" and an address on lines of their own; or a date alone on the first line."""
    if first >= len(lines) or not _may_be_title(lines[first]):
        return None
    alone = _read_publisher_line(lines[first])
    if alone and not alone.publisher:
        return replace(alone, body_start=lines[first].next)
    below = next((i for i in range(first + 1, min(first + 3, len(lines))) if lines[i].words), len(lines))
    header = Header()
    fields: dict[str, str] = {}
    end = lines[first].next
    for line in lines[below:]:
        credit = None if header.published or header.problems else _read_publisher_line(line)
        if credit:
            header = credit
        elif is_address(line):
            fields.setdefault("url", line.words)
        elif not line.words or not (add_field(fields, line) or _is_byline(line)):
            break
        end = line.next
    if not header.published and not header.problems:
        return _find_dated_line(lines, first, alone)
    # with a title in its own line, the first line names who publishes
    fields.setdefault("publisher" if "title" in fields else "title", lines[first].words)
    rest = build_header(fields, end)
    return replace(
        rest,
        publisher=header.publisher or rest.publisher,
        published=header.published,
        problems=header.problems + rest.problems,
    )


def _find_dated_line(lines: Sequence[Line], first: int, reading: Header | None) -> Header | None:
    """Read a first line that ends with a date: a dateline ("HOMS, Syria (Levant Wire), 7 December 2024") or a title."""
    line = lines[first]
    if reading is None or not reading.publisher or line.words.endswith(_SENTENCE_END):
        return None
    if first + 1 < len(lines) and lines[first + 1].words:
        return None
    agency = re.search(r"\(([^()]{2,60})\)$", reading.publisher)
    title = line.words if agency is None and len(reading.publisher.split()) > 2 else ""
    return replace(reading, publisher=agency[1] if agency else None, title=title, body_start=line.next)


def _is_byline(line: Line) -> bool:
    words = line.words.casefold().split(maxsplit=8)
    return 2 <= len(words) <= 8 and words[0] in header_words("bylines") and not line.words.endswith(".")


def _read_publisher_line(line: Line) -> Header | None:
    """Read "Publisher, 2024-12-07" (also with a bar or dash) or a date alone; None when the line says more."""
    if len(line.words) > 160:
        return None
    for match in re.finditer(r"^|\s*[,|·•–—(]\s*|\s-\s", line.words):
        reading = read_date(line.words[match.end() :])
        publisher = line.words[: match.start()].strip()
        rest = line.words[match.end() + reading.length :] if reading else ""
        if reading and not rest.strip(" .)") and len(publisher.split()) <= 8:
            return replace(_dated(reading), publisher=publisher or None)
    return None


def _add_headline(header: Header, text: str) -> Header:
    """Take a short first line that stands alone over the text, and is no sentence, as the title."""
    lines = tuple(islice(find_lines(text[: header.body_start + _WINDOW], header.body_start), 40))
    first = next((i for i, line in enumerate(lines) if line.words), len(lines))
    if first + 2 >= len(lines) or lines[first + 1].words:
        return header
    line = lines[first]
    below = next((other for other in lines[first + 1 :] if other.words), None)
    is_headline = len(line.words.split()) >= 3 and len(line.words) <= 200 and not line.words.endswith(_SENTENCE_END)
    if not is_headline or below is None or len(below.words) <= len(line.words) or not line.words[0].isalnum():
        return header
    return replace(header, title=line.words, body_start=line.next)
