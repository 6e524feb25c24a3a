"""Pictures of PDF pages by PDFium; everything here runs on the lane of the pages, one call at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

from gui.background import Job, pdfium

PageSize = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Pictures of some pages, ``width`` pixels wide each, and the sizes of all pages in points."""

    serial: int
    sizes: tuple[PageSize, ...]
    pictures: dict[int, QImage]


class PageDrawer:
    """The document that is drawn from; ``serial`` counts the documents, so that late pictures are known as such."""

    def __init__(self) -> None:
        self._document: pypdfium2.PdfDocument | None = None
        self._sizes: tuple[PageSize, ...] = ()
        self._serial = 0

    def load(self, data: bytes, serial: int) -> tuple[PageSize, ...]:
        """Take another document and return the sizes of its pages in points."""
        with pdfium():
            self._close()
            self._document = pypdfium2.PdfDocument(data)
            self._sizes = tuple(self._document.get_page_size(place) for place in range(len(self._document)))
            self._serial = serial
        return self._sizes

    def draw(self, job: Job, serial: int, widths: Sequence[tuple[int, int]]) -> Drawn:
        """Draw pages, given as pairs of page and width in pixels; none when the document has changed meanwhile."""
        pictures: dict[int, QImage] = {}
        for page, width in widths:
            job.check()
            if serial == self._serial and page < len(self._sizes):
                pictures[page] = self._draw_page(page, width)
        return Drawn(serial=serial, sizes=self._sizes, pictures=pictures)

    def close(self) -> None:
        """Give the document back."""
        with pdfium():
            self._close()

    def _close(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None

    def _draw_page(self, page: int, width: int) -> QImage:
        assert self._document is not None
        with pdfium():
            opened = self._document[page]
            bitmap = opened.render(scale=width / self._sizes[page][0], prefer_bgrx=True)
            buffer = bytes(bitmap.buffer)
            image = QImage(buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            bitmap.close()
            opened.close()
        return image
