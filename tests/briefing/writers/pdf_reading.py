"""What a PDF reader finds in a file: text, outline, links, fonts."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefing.writers.pdf import Region


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """Open a file and close it again."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page, all blanks made single."""
    with opened(data) as document:
        return [_single(page.get_textpage().get_text_range()) for page in document]


def all_text(data: bytes) -> str:
    """Return the text of all pages."""
    return " ".join(page_texts(data))


def words_in(data: bytes, region: Region) -> str:
    """Return the words that lie in a region."""
    with opened(data) as document:
        page = document[region.page]
        height = page.get_height()
        text = page.get_textpage().get_text_bounded(
            left=region.left, bottom=height - region.bottom, right=region.right, top=height - region.top
        )
        return _single(text)


def outline(data: bytes) -> list[tuple[int, str, int | None]]:
    """Return level, title and page (from 0) of each bookmark."""
    with opened(data) as document:
        return [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]


def metadata(data: bytes) -> dict[str, str]:
    """Return the entries of the information dictionary."""
    with opened(data) as document:
        return dict(document.get_metadata_dict())


def web_links(data: bytes) -> list[str]:
    """Return the addresses of all link annotations that lead out of the file."""
    return [address for address, _ in _links(data) if address]


def inner_links(data: bytes) -> list[int]:
    """Return the page (from 0) that each link inside the file leads to."""
    return [page for address, page in _links(data) if not address]


def _links(data: bytes) -> list[tuple[str, int]]:
    found = []
    with opened(data) as document:
        for page in document:
            position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
            while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
                action = pdfium.FPDFLink_GetAction(link)
                buffer = ctypes.create_string_buffer(4096)
                size = pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, 4096) if action else 0
                address = buffer.raw[: size - 1].decode("latin-1") if size else ""
                target = pdfium.FPDFLink_GetDest(document.raw, link)
                found.append((address, pdfium.FPDFDest_GetDestPageIndex(document.raw, target) if target else -1))
    return found


def _single(text: str) -> str:
    return " ".join(text.replace("\ufffe", "").split())
