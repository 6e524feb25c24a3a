"""HTML pages: the article without navigation, with what the page states about itself; nothing is ever fetched.

The article is found by trafilatura (Apache-2.0) in its balanced mode, which gave the best F1 of its four modes on pages
with a known article. A page in which it finds nothing is read whole, and that is said.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import lxml.html
from lxml import etree

from briefing.errors import ReportError
from briefing.model.notice import Notice, Severity
from briefing.model.report import ParagraphKind
from briefing.readers.blocks import TextBlock, join_blocks
from briefing.readers.building import Contents
from briefing.readers.header_dates import read_date
from briefing.readers.header_fields import Header
from briefing.readers.html_blocks import find_article_blocks, find_page_blocks
from briefing.readers.html_nesting import measure_nesting

_MOST_CHARACTERS = 20_000_000
_DEEPEST = 200
# Ten times what news pages have; the extractor's time grows with the square of the neighbours in one element.
_MOST_ELEMENTS = 15_000
# A day far ahead, so that no result depends on the day on which the program runs.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_OPENING = re.compile(r"<[a-zA-Z]")

for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    # without a handler of their own their warnings would be printed over the command's output
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(text: str, name: str) -> Contents:
    """Read an HTML page; raises ReportError when it is too large or nested too deeply to be read safely."""
    _refuse_extremes(text, name)
    document = _extract(text)
    header = _read_header(document)
    body = getattr(document, "body", None)
    blocks = [] if body is None else [block for block in find_article_blocks(body) if _letters(block)]
    notices: tuple[Notice, ...] = ()
    if len(blocks) < 2:
        whole = _read_whole(text)
        if not blocks or _is_lump(blocks[0], whole):
            blocks, notices = whole, (_whole_page(name),)
    header, blocks = _take_title(header, blocks)
    plain, paragraphs = join_blocks(header.title, blocks)
    return Contents(text=plain, paragraphs=paragraphs, header=header, notices=notices)


def _refuse_extremes(text: str, name: str) -> None:
    if len(text) > _MOST_CHARACTERS:
        raise ReportError(f"“{name}” is a page of more than 20 MB; save only the article, or save it as text.")
    if measure_nesting(text, _DEEPEST + 1) > _DEEPEST:
        raise ReportError(
            f"“{name}” nests its elements more than {_DEEPEST} deep; save the page as text and read that."
        )


def _parse(text: str) -> Any:
    # the bytes are ours, so the page's own statement of its encoding must not be believed a second time
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)


def _extract(text: str) -> Any:
    # imported late: the package takes a part of a second to load, which plain text never needs
    from trafilatura import bare_extraction, extract_metadata  # noqa: PLC0415

    try:
        if len(_OPENING.findall(text)) > _MOST_ELEMENTS:
            return extract_metadata(_parse(text), date_config=dict(_DATES))
        found = bare_extraction(
            _parse(text), include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )
        return found or extract_metadata(_parse(text), date_config=dict(_DATES))
    except Exception:
        logging.getLogger(__name__).info("The article extractor failed; the page is read whole.", exc_info=True)
        return None


def _read_header(document: Any) -> Header:
    if document is None:
        return Header()
    reading = read_date(document.date or "")
    publisher = " ".join((document.sitename or "").split())
    return Header(
        title=_without_site(" ".join((document.title or "").split()), publisher),
        publisher=publisher or None,
        published=reading.value if reading else None,
        url=document.url or None,
    )


def _without_site(title: str, site: str) -> str:
    """Take the name of the site off the end of a title ("Rain in Homs - Levant Wire")."""
    match = re.fullmatch(r"(.{8,}?)\s*(?: [-–—|·•] |\s?[|｜：]\s?)([^|｜]{2,60})", title)
    if not match or not site:
        return title
    tail, name = match[2].casefold(), site.casefold()
    return match[1] if tail in name or name in tail else title


def _is_lump(article: TextBlock, whole: Sequence[TextBlock]) -> bool:
    """Tell whether the extractor gave up and put all words of the page into one block."""
    return len(whole) > 1 and len(article.words) > 0.9 * sum(len(block.words.strip()) for block in whole)


def _read_whole(text: str) -> list[TextBlock]:
    try:
        root = _parse(text)
    except (etree.LxmlError, ValueError):
        return []
    return [block for block in find_page_blocks(root) if _letters(block)]


def _take_title(header: Header, blocks: Sequence[TextBlock]) -> tuple[Header, list[TextBlock]]:
    """Take the heading that repeats the title, or stands for it, out of the body."""
    rest = list(blocks)
    if not rest:
        return header, rest
    first = " ".join(rest[0].words.split())
    if not header.title and rest[0].kind is ParagraphKind.HEADING:
        header = replace(header, title=first)
    if header.title and len(rest) > 1 and first.casefold() == header.title.casefold():
        rest.pop(0)
    return header, rest


def _letters(block: TextBlock) -> bool:
    return any(map(str.isalpha, block.words))


def _whole_page(name: str) -> Notice:
    message = f"No article was recognised in “{name}”; the whole page was read, perhaps with its menus. Look it over."
    return Notice(severity=Severity.WARNING, code="whole-page", message=message, subject=name)
