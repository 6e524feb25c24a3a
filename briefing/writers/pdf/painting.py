"""Slabs painted on the canvas, each mark inside its structure element."""

from collections.abc import Iterator
from itertools import groupby

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefing.writers.pdf.composition import Composition
from briefing.writers.pdf.flow import Page, Placed, PlacedFrame
from briefing.writers.pdf.lines import Line, Piece, Run
from briefing.writers.pdf.shapes import draw_shapes
from briefing.writers.pdf.slabs import Figure, Rule, Words
from briefing.writers.pdf.structure import Structure
from briefing.writers.pdf.styles import Style, channels
from briefing.writers.pdf.tagging import Element

Destinations = dict[str, tuple[int, float]]


class Painter:
    """Paints on one page after the other; measures count from the left top corner of the page."""

    def __init__(
        self, canvas: Canvas, composition: Composition, structure: Structure, destinations: Destinations
    ) -> None:
        self.canvas = canvas
        self.composition = composition
        self._structure = structure
        self._destinations = destinations
        self._height: float = canvas._pagesize[1]  # noqa: SLF001 (reportlab has no getter)
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
        self.canvas.setFillColor(Color(*channels(colour)))
        self.canvas.rect(left, self._height - bottom, right - left, bottom - top, stroke=0, fill=1)

    def rule(self, *, left: float, top: float, right: float, bottom: float, colour: str, width: float) -> None:
        """Paint a line, which carries no meaning."""
        self._inside(None)
        self.canvas.setStrokeColor(Color(*channels(colour)))
        self.canvas.setLineWidth(width)
        self.canvas.line(left, self._height - top, right, self._height - bottom)

    def line(self, line: Line, x: float, y: float, element: Element | None = None) -> None:
        """Paint a line of text with the base line at ``y``."""
        self._pieces(line.pieces, x, y, element, space_after=line.wrapped)

    def runs(self, runs: tuple[Run, ...], x: float, y: float, element: Element | None = None) -> None:
        """Paint runs in one line with the base line at ``y``."""
        pieces = []
        for run in runs:
            width = run.face.width(run.text, run.size)
            pieces.append(Piece(x, width, run.text, run))
            x += width
        self._pieces(tuple(pieces), 0.0, y, element, space_after=False)

    def text(self, text: str, style: Style, x: float, y: float, element: Element | None = None) -> None:
        """Paint plain text in one line."""
        self.runs(self.composition.text_runs(text, style), x, y, element)

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
                case Figure():
                    self._figure(mark, left + mark.x, placed.top + mark.y)

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
            for part in _by_actual(parts):
                self._string(part, x, y, space_after=space_after and part[-1] is last)
            if parts[0].run.target:
                self._link(parts, x, y, run_element if element else None)

    def _string(self, pieces: list[Piece], x: float, y: float, *, space_after: bool) -> None:
        actual = pieces[0].run.actual
        if actual:
            written = PDFString(actual).format(self.canvas._doc).decode("latin-1")  # noqa: SLF001 (no public way)
            self.canvas.addLiteral(f"/Span <</ActualText {written}>> BDC")
        words = self.canvas.beginText(x + pieces[0].x, self._height - y)
        for piece in pieces:
            run = piece.run
            words.setFont(run.face.name, run.size)
            words.setFillColorRGB(*channels(run.colour))
            words.setRise(run.rise)
            # a reader would otherwise take the words of two lines for one
            words.textOut(piece.text + (" " if space_after and piece is pieces[-1] else ""))
        words.setRise(0)
        self.canvas.drawText(words)
        if actual:
            self.canvas.addLiteral("EMC")

    def _link(self, pieces: list[Piece], x: float, y: float, element: Element | None) -> None:
        run = pieces[0].run
        base = self._height - y + run.rise
        left, right = x + pieces[0].x, x + pieces[-1].x + pieces[-1].width
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
            back = run.target.startswith("#cite-")
            annotation["Contents"] = PDFString(f"Back to citation {run.text}" if back else f"Note {run.text}")
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


def _by_actual(pieces: list[Piece]) -> Iterator[list[Piece]]:
    for actual, group in groupby(pieces, key=lambda piece: piece.run.actual):
        parts = list(group)
        if actual:
            yield from ([part] for part in parts)
        else:
            yield parts
