"""A drawing of the model as vectors of the page."""

from collections.abc import Callable, Iterator
from typing import Any, assert_never

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import FILL_EVEN_ODD, FILL_NON_ZERO, Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefing.model.drawing import (
    HALO_WIDTH,
    MARKER_CORNERS,
    MARKER_EDGE,
    RING_SIZE,
    RING_WIDTH,
    Drawing,
    Label,
    Line,
    Marker,
    Point,
    Polygon,
    Shape,
)
from briefing.writers.pdf.embedding import Shape as Glyph
from briefing.writers.pdf.lines import Run, runs_width, visual_order
from briefing.writers.pdf.styles import channels

# So many points lie between a letter and each of its marks where they are written.
_CLOSE = 0.001
_Place = Callable[[Point], Point]
_Runs = Callable[[str, float, str, bool], tuple[Run, ...]]


def draw_shapes(canvas: Canvas, drawing: Drawing, *, left: float, top: float, scale: float, runs: _Runs) -> None:
    """Draw a drawing with its left top corner at a point of the page (origin at the bottom), clipped to its size.

    ``runs`` sets the words of a label: text, size, colour, bold.
    """

    def place(point: Point) -> Point:
        return left + point[0] * scale, top - point[1] * scale

    canvas.saveState()
    window = canvas.beginPath()
    window.rect(left, top - drawing.height * scale, drawing.width * scale, drawing.height * scale)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.setLineJoin(1)
    for shape in drawing.shapes:
        _draw(canvas, shape, place, scale, runs)
    canvas.restoreState()


def _draw(canvas: Canvas, shape: Shape, place: _Place, scale: float, runs: _Runs) -> None:
    match shape:
        case Polygon():
            _draw_polygon(canvas, shape, place, scale)
        case Line():
            _draw_line(canvas, shape, place, scale)
        case Marker():
            _draw_marker(canvas, shape, place, scale)
        case Label():
            _draw_label(canvas, shape, place, scale, runs)
        case _:
            assert_never(shape)


def _draw_polygon(canvas: Canvas, polygon: Polygon, place: _Place, scale: float) -> None:
    path = canvas.beginPath()
    # PDF refuses to close a ring without points
    for ring in filter(None, polygon.rings):
        _trace(path, ring, place)
        path.close()
    _set_colours(canvas, polygon.fill, polygon.stroke, polygon.width * scale)
    canvas.drawPath(path, stroke=bool(polygon.stroke), fill=bool(polygon.fill), fillMode=FILL_EVEN_ODD)


def _draw_line(canvas: Canvas, line: Line, place: _Place, scale: float) -> None:
    path = canvas.beginPath()
    _trace(path, line.points, place)
    _set_colours(canvas, None, line.stroke, line.width * scale)
    # PDF refuses a dash without length
    canvas.setDash([length * scale for length in line.dash] if any(line.dash) else [])
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash([])


def _draw_marker(canvas: Canvas, marker: Marker, place: _Place, scale: float) -> None:
    x, y = place(marker.at)
    radius = marker.size * scale / 2
    if marker.shape == "ring":
        # the outline in the symbol's colour, so that it tells from the full circle
        _set_colours(canvas, marker.stroke, marker.fill, radius * RING_WIDTH)
        canvas.circle(x, y, radius * RING_SIZE, stroke=1, fill=1)
        return
    _set_colours(canvas, marker.fill, marker.stroke, MARKER_EDGE * scale)
    if marker.shape == "circle":
        canvas.circle(x, y, radius, stroke=1, fill=1)
        return
    path = canvas.beginPath()
    _trace(path, MARKER_CORNERS[marker.shape], lambda point: (x + point[0] * radius, y - point[1] * radius))
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _draw_label(canvas: Canvas, label: Label, place: _Place, scale: float, runs: _Runs) -> None:
    parts = runs(label.text, label.size * scale, label.colour, label.bold)
    width = runs_width(parts)
    x, y = place(label.at)
    x -= {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    if label.halo:
        _set_colours(canvas, None, label.halo, HALO_WIDTH * scale)
        _show(canvas, parts, x, y, mode=1)
    canvas.setFillColor(_colour(label.colour))
    _show(canvas, parts, x, y, mode=0)


def _show(canvas: Canvas, parts: tuple[Run, ...], x: float, y: float, *, mode: int) -> None:
    words = canvas.beginText(x, y)
    words.setTextRenderMode(mode)
    shaped: list[tuple[Run, float]] = []
    for run in [parts[place] for place in visual_order([run.level for run in parts])]:
        words.setFont(run.face.font.fontName, run.size)
        if run.shaped:
            write_shaped(words, run, x, y, mode=mode)
            shaped.append((run, x))
        else:
            words.setTextOrigin(x, y)
            words.textOut(run.text)
        x += runs_width((run,))
    words.setTextRenderMode(0)
    canvas.drawText(words)
    for run, left in shaped:
        draw_marks(canvas, run, left, y, mode=mode)


def write_shaped(words: PDFTextObject, run: Run, left: float, base: float, *, mode: int = 0) -> None:
    """Write the shapes of a word in the order of reading, wherever each of them stands.

    Marks are written unseen behind their letter, so close that every reader takes them to belong to it: poppler makes a
    word or a line of its own of what is shifted. ``draw_marks`` draws them where they are seen.
    """
    behind = left
    for character, shape, x in _placed(run, left):
        if not shape.floats:
            behind = x + shape.right * run.size / 1000
            words.setTextOrigin(behind, base + shape.up * run.size / 1000)
            words.textOut(character)
            behind += 0 if run.level % 2 else run.face.width(character, run.size)
        elif shape.letters:
            behind -= _CLOSE
            words.setTextRenderMode(3)
            words.setTextOrigin(behind, base)
            words.textOut(character)
            words.setTextRenderMode(mode)


def draw_marks(canvas: Canvas, run: Run, left: float, base: float, *, mode: int = 0) -> None:
    """Draw the outlines of the marks of a word, filled (mode 0) or as lines (mode 1)."""
    scale = run.size / 1000
    for _, shape, x in _placed(run, left):
        outline = run.face.font.outline(shape) if shape.floats else ()
        if not outline:
            continue
        path = canvas.beginPath()
        for verb, numbers in outline:
            places = [(base if place % 2 else x) + number * scale for place, number in enumerate(numbers)]
            getattr(path, verb)(*places)
        canvas.drawPath(path, stroke=mode, fill=1 - mode, fillMode=FILL_NON_ZERO)


def _placed(run: Run, left: float) -> Iterator[tuple[str, Glyph, float]]:
    """Return the characters of a shaped run in the order of reading, each with its shape and where it begins."""
    backward = run.level % 2 == 1
    x = left + (runs_width((run,)) if backward else 0.0)
    for character in reversed(run.text) if backward else run.text:
        width = run.face.width(character, run.size)
        x -= width if backward else 0.0
        yield character, run.face.shape_of(character), x
        x += 0.0 if backward else width


def _trace(path: Any, points: tuple[Point, ...], place: _Place) -> None:
    for number, point in enumerate(points):
        (path.lineTo if number else path.moveTo)(*place(point))


def _set_colours(canvas: Canvas, fill: str | None, stroke: str | None, width: float) -> None:
    if fill:
        canvas.setFillColor(_colour(fill))
    if stroke:
        canvas.setStrokeColor(_colour(stroke))
        canvas.setLineWidth(width)


def _colour(colour: str) -> Color:
    return Color(*channels(colour))
