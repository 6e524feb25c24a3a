"""Slabs painted on the canvas, each mark inside its structure element."""

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefing.writers.pdf.archive import end_streams_of_pictures
from briefing.writers.pdf.composition import Composition
from briefing.writers.pdf.flow import Page, Placed, PlacedFrame
from briefing.writers.pdf.lines import Line, Piece, Run, in_order, runs_width
from briefing.writers.pdf.shapes import draw_marks, draw_shapes, write_shaped
from briefing.writers.pdf.slabs import Figure, PageNumber, Rule, Words
from briefing.writers.pdf.structure import Structure
from briefing.writers.pdf.styles import Style, channels
from briefing.writers.pdf.tagging import Element

Destinations = dict[str, tuple[int, float]]
# Pieces that lie closer than so many points follow each other.
_ADJACENT = 0.01


class Painter:
    """Paints on one page after the other; measures count from the left top corner of the page.

    A document that runs from right to left is laid out like any other, and everything is painted at the place where a
    mirror would show it.
    """

    def __init__(
        self, canvas: Canvas, composition: Composition, structure: Structure, destinations: Destinations
    ) -> None:
        self.canvas = canvas
        self.composition = composition
        self._structure = structure
        self._destinations = destinations
        self._width: float = canvas._pagesize[0]  # noqa: SLF001 (reportlab has no getter)
        self._height: float = canvas._pagesize[1]  # noqa: SLF001
        self._open: Element | None = None
        self._links = 0
        self._page_begun = False

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        if self._page_begun:
            self.canvas.addLiteral("EMC")
        self._page_begun, self._open = False, None
        self.canvas.showPage()
        self._structure.end_page(self.canvas)

    def paint(self, page: Page, left: float) -> None:
        """Paint the slabs of a page, the column beginning at ``left``."""
        for frame in page.frames:
            self._frame(frame, left)
        for placed in page.slabs:
            self._slab(placed, left)

    def rectangle(self, *, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Paint a filled rectangle, which carries no meaning."""
        self._inside(None)
        left, right = self._sides(left, right)
        self.canvas.setFillColor(Color(*channels(colour)))
        self.canvas.rect(left, self._height - bottom, right - left, bottom - top, stroke=0, fill=1)

    def rule(self, *, left: float, top: float, right: float, bottom: float, colour: str, width: float) -> None:
        """Paint a line, which carries no meaning."""
        self._inside(None)
        left, right = self._sides(left, right)
        self.canvas.setStrokeColor(Color(*channels(colour)))
        self.canvas.setLineWidth(width)
        self.canvas.line(left, self._height - top, right, self._height - bottom)

    def picture(
        self, data: bytes, left: float, top: float, box: tuple[float, float], ground: str, element: Element
    ) -> None:
        """Paint a picture, as large as it can be in a box of that width and height, upon the colour that it lies on."""
        image = _upon(data, ground)
        scale = min(box[0] / image.width, box[1] / image.height)
        width, height = image.width * scale, image.height * scale
        x, right = self._sides(left, left + width)
        y = self._height - top - (box[1] + height) / 2
        element.box = (x, y, right, y + height)
        self._inside(element)
        self.canvas.drawImage(ImageReader(image), x, y, width, height)
        end_streams_of_pictures(self.canvas)

    def line(self, line: Line, x: float, y: float, element: Element | None = None) -> None:
        """Paint a line of text with the base line at ``y``."""
        left, _ = self._sides(x, x + line.width)
        self._pieces(line.pieces, left, y, element, space_after=line.wrapped)

    def runs(self, runs: tuple[Run, ...], x: float, y: float, element: Element | None = None) -> None:
        """Paint runs in one line with the base line at ``y``."""
        pieces, width = [], 0.0
        for run in runs:
            length = run.face.width(run.text, run.size)
            pieces.append(Piece(width, length, run.text, run))
            width += length
        self.line(Line(in_order(pieces), width), x, y, element)

    def text(self, text: str, style: Style, x: float, y: float, element: Element | None = None) -> None:
        """Paint plain text in one line."""
        self.runs(self.composition.text_runs(text, style), x, y, element)

    def _sides(self, left: float, right: float) -> tuple[float, float]:
        return (self._width - right, self._width - left) if self.composition.right_to_left else (left, right)

    def _slab(self, placed: Placed, left: float) -> None:
        for mark in placed.slab.marks:
            match mark:
                case Words():
                    element = None if placed.repeated else mark.element
                    self.line(mark.line, left + mark.x, placed.top + mark.y, element)
                case Rule():
                    self.rule(
                        left=left + mark.left,
                        top=placed.top + mark.top,
                        right=left + mark.right,
                        bottom=placed.top + mark.bottom,
                        colour=mark.colour,
                        width=mark.width,
                    )
                case PageNumber():
                    self._page_number(mark, left + mark.right, placed.top + mark.y)
                case Figure():
                    self._figure(mark, left + mark.x, placed.top + mark.y)

    def _page_number(self, mark: PageNumber, right: float, y: float) -> None:
        if mark.target not in self._destinations:
            return
        page, _ = self._destinations[mark.target]
        runs = self.composition.text_runs(str(page + 1), mark.style)
        link = Element("Link")
        linked = tuple(replace(run, target=f"#{mark.target}", element=link) for run in runs)
        self.runs(linked, right - runs_width(runs), y, mark.element)

    def _frame(self, placed: PlacedFrame, left: float) -> None:
        frame = placed.frame
        if frame.fill:
            self._fill(placed, left + frame.left, left + frame.right, frame.fill)
        if frame.bar:
            self._fill(placed, left + frame.left, left + frame.left + frame.bar_width, frame.bar)

    def _fill(self, placed: PlacedFrame, left: float, right: float, colour: str) -> None:
        self.rectangle(left=left, top=placed.top, right=right, bottom=placed.bottom, colour=colour)

    def _figure(self, figure: Figure, x: float, y: float) -> None:
        width, height = figure.drawing.width * figure.scale, figure.drawing.height * figure.scale
        x, _ = self._sides(x, x + width)
        if figure.element:
            figure.element.box = (x, self._height - y - height, x + width, self._height - y)
        self._inside(figure.element)
        draw_shapes(
            self.canvas, figure.drawing, left=x, top=self._height - y, scale=figure.scale, runs=self._label_runs
        )

    def _label_runs(self, text: str, size: float, colour: str, bold: bool) -> tuple[Run, ...]:
        family = self.composition.theme.sans
        style = Style(family=family, size=size, leading=size, colour=colour, cut="semibold" if bold else "regular")
        return self.composition.text_runs(text, style)

    def _pieces(
        self, pieces: tuple[Piece, ...], x: float, y: float, element: Element | None, *, space_after: bool
    ) -> None:
        last = pieces[-1] if pieces else None
        for run_element, group in groupby(pieces, key=lambda piece: piece.run.element):
            parts = list(group)
            if run_element and element:
                element.place(run_element)
            self._inside(run_element if run_element and element else element)
            for part in _drawn_together(parts):
                self._string(part, x, y, space_after=space_after and part[-1] is last)
            if parts[0].run.target:
                self._link(parts, x, y, run_element if element else None)

    def _string(self, pieces: list[Piece], x: float, y: float, *, space_after: bool) -> None:
        words = self.canvas.beginText(x + pieces[0].x, self._height - y)
        for piece in pieces:
            run = piece.run
            words.setFont(run.face.font.fontName, run.size)
            words.setFillColorRGB(*channels(run.colour))
            words.setRise(run.rise)
            if run.shaped:
                write_shaped(words, replace(run, text=piece.text), x + piece.x, self._height - y)
            else:
                words.textOut(piece.text)
        if space_after:
            # a reader would otherwise take the words of two lines for one
            words.textOut(" ")
        words.setRise(0)
        self.canvas.drawText(words)
        for piece in pieces:
            if piece.run.shaped:
                run = replace(piece.run, text=piece.text)
                self.canvas.setFillColor(Color(*channels(run.colour)))
                draw_marks(self.canvas, run, x + piece.x, self._height - y + run.rise)

    def _link(self, pieces: list[Piece], x: float, y: float, element: Element | None) -> None:
        run = pieces[0].run
        base = self._height - y + run.rise
        left, right = x + min(piece.x for piece in pieces), x + max(piece.x + piece.width for piece in pieces)
        annotation = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([left, base - run.size * 0.25, right, base + run.size * 0.85]),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
            }
        )
        if run.target.startswith("#"):
            if run.target[1:] not in self._destinations:
                return
            page, top = self._destinations[run.target[1:]]
            where = PDFObjectReference(f"Page{page + 1}")
            annotation["Dest"] = PDFArray([where, PDFName("XYZ"), 0, self._height - top, 0])
            annotation["Contents"] = PDFString(_meaning("".join(piece.run.text for piece in pieces), run.target))
        else:
            action = {"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(run.target)}
            annotation["A"] = PDFDictionary(action)
            annotation["Contents"] = PDFString(run.target)
        self._links += 1
        name = f"link-{self._links}"
        if element:
            annotation["StructParent"] = self._structure.add_link(element, self.canvas, name)
        self.canvas._addAnnotation(annotation, name)  # noqa: SLF001 (the public way knows no structure)

    def _inside(self, element: Element | None) -> None:
        """Let what follows belong to an element, or with None to nothing (decoration)."""
        if self._page_begun and element is self._open:
            return
        if self._page_begun:
            self.canvas.addLiteral("EMC")
        self._page_begun, self._open = True, element
        self.canvas.addLiteral(self._structure.mark(element, self.canvas) if element else "/Artifact BMC")


def _upon(data: bytes, ground: str) -> Image.Image:
    """Return a picture laid upon a colour: what is transparent in a PDF is drawn differently by its readers."""
    with Image.open(io.BytesIO(data)) as picture:
        whole = picture.convert("RGBA")
    under = Image.new("RGBA", whole.size, ground)
    return Image.alpha_composite(under, whole).convert("RGB")


def _drawn_together(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Group the pieces that follow each other to the right."""
    together: list[Piece] = []
    for piece in pieces:
        last = together[-1] if together else None
        if last and (piece.run.shaped or last.run.shaped or abs(last.x + last.width - piece.x) > _ADJACENT):
            yield together
            together = []
        together.append(piece)
    if together:
        yield together


def _meaning(words: str, target: str) -> str:
    """Return what a link says of itself to those who do not see where it stands."""
    if target.startswith("#cite-"):
        return f"Back to citation {words}"
    return f"Note {words}" if target.startswith("#note-") else words.replace("\N{NO-BREAK SPACE}", " ")
