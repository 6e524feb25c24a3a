"""From what a reader found in a file to a Report: identity, title, language, and what the analyst should know."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import ReportError
from briefing.model.notice import Notice, Severity
from briefing.model.report import Paragraph, PartialDate, Report
from briefing.readers.header_dates import read_date_in_name
from briefing.readers.header_fields import Header
from briefing.readers.languages import find_language

_LONGEST_TITLE = 90
_WINDOW = 2000
# a full stop after a single letter ends an initial, not a sentence
_SENTENCE_END = re.compile(r"(?<!\s\w)[.!?…。؟！？]+[\"”’»)\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a reader of one format takes from a file: the words, where the paragraphs lie, what the header states."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    header: Header
    notices: tuple[Notice, ...] = ()


def build_report(contents: Contents, *, origin: str, name: str = "", published: PartialDate | None = None) -> Report:
    """Build the report; ``published`` is a date known from outside, ``name`` the file's name, which may hold one.

    Raises ReportError when there is no word in the body.
    """
    if not contents.paragraphs:
        raise ReportError(_no_words(contents, origin))
    header = contents.header
    body = "\n".join(contents.text[p.start : p.end] for p in contents.paragraphs)
    given = published or header.published
    day = given or read_date_in_name(name)
    title = " ".join(header.title.split())
    first = title or _first_words(body)
    return Report(
        id=_identity(first, header.publisher, day, header.url, contents.text),
        text=contents.text,
        paragraphs=contents.paragraphs,
        title=first,
        title_given=bool(title),
        publisher=header.publisher,
        published=day,
        url=header.url,
        language=header.language or find_language(body),
        origin=origin,
        marking=header.marking,
        body_digest=_digest(body),
        notices=contents.notices + tuple(_header_notices(header, origin, given, day)),
    )


def _header_notices(
    header: Header, origin: str, given: PartialDate | None, day: PartialDate | None
) -> Iterator[Notice]:
    subject = _short(origin)
    for problem in header.problems:
        yield Notice(severity=Severity.WARNING, code="header-value", message=f"“{subject}”: {problem}", subject=origin)
    if day and not given:
        message = f"“{subject}” states no date; {day.iso} was taken from the file's name."
        yield Notice(severity=Severity.INFO, code="date-from-name", message=message, subject=origin)
    elif not day:
        message = f"“{subject}” states no date; write a line such as “Date: 2024-12-07” at its top."
        yield Notice(severity=Severity.WARNING, code="no-date", message=message, subject=origin)


def _short(origin: str) -> str:
    return origin or "The text"


def _no_words(contents: Contents, origin: str) -> str:
    name = _short(origin)
    if contents.header.title or contents.header.published or contents.header.publisher:
        return f"“{name}” holds only a header and no text; add the text of the report below it, or leave it out."
    return f"“{name}” holds no words; put the text of the report into it, or leave it out."


def _first_words(body: str) -> str:
    """Return the first sentence, shortened at a word to at most 90 characters with "…"."""
    window = " ".join(body[:_WINDOW].split("\n", 1)[0].split())
    end = _SENTENCE_END.search(window, 15)
    sentence = window[: end.end()] if end else window
    if len(sentence) <= _LONGEST_TITLE:
        return sentence.rstrip(".")
    cut = sentence[: _LONGEST_TITLE - 1]
    at_word = cut.rsplit(" ", 1)[0] if not sentence[_LONGEST_TITLE - 1].isspace() else cut
    return at_word.rstrip(" ,;:–—-(") + "…"


def _identity(title: str, publisher: str | None, day: PartialDate | None, url: str | None, text: str) -> str:
    # a length before each part keeps two different reports from running together into one
    sha = hashlib.sha256()
    for part in (title, publisher or "", day.iso if day else "", url or "", text):
        raw = part.encode("utf-8", "surrogatepass")
        sha.update(b"%d:" % len(raw) + raw)
    return "r" + sha.hexdigest()[:12]


def _digest(body: str) -> str:
    plain = " ".join(body.split()).casefold()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
