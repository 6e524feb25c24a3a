"""A drawing as a picture file: SVG, which stays sharp at any size, and PNG, which every program shows."""

import io
from typing import assert_never

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

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
from briefing.writers.pdf.bidi import arrange, with_marks_placed
from briefing.writers.pdf.fonts import ONE_AT_A_TIME, load_face, split_by_face
from briefing.writers.pdf.lines import Run
from briefing.writers.pdf.shapes import draw_shapes
from briefing.writers.pdf.text import clean
from briefing.writers.xml_text import escape_text

_FONTS = "'Source Sans Pro', 'Source Sans 3', Calibri, 'Segoe UI', sans-serif"
_FAMILY = "Source Sans Pro"
_LARGEST_SIDE = 6000  # pixels; beyond it a picture helps nobody and takes the memory of all
_POINTS_PER_INCH = 72


def render_png(drawing: Drawing, scale: float = 2.0) -> bytes:
    """Return the drawing as PNG with ``scale`` pixels for each point, or fewer if it would pass 6,000 pixels."""
    width, height = max(drawing.width, 1.0), max(drawing.height, 1.0)
    scale = min(scale, _LARGEST_SIDE / max(width, height))
    with ONE_AT_A_TIME:
        page = _as_page(drawing, width, height)
    return _page_as_png(page, scale)


def _as_page(drawing: Drawing, width: float, height: float) -> bytes:
    canvas = Canvas(io.BytesIO(), pagesize=(width, height), invariant=True)
    draw_shapes(canvas, drawing, left=0, top=height, scale=1, runs=_label_runs)
    canvas.showPage()
    data = canvas.getpdfdata()
    assert isinstance(data, bytes)
    return data


def _label_runs(text: str, size: float, colour: str, bold: bool) -> tuple[Run, ...]:
    cleaned = clean(text)
    face = load_face(_FAMILY, "semibold" if bold else "regular")
    stretches = split_by_face(cleaned, face) if cleaned else ()
    runs = (Run(text=part.text, face=part.face, size=size * part.face.scale, colour=colour) for part in stretches)
    return arrange(tuple(placed for run in runs for placed in with_marks_placed(run)), "")


def _page_as_png(pdf: bytes, scale: float) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    try:
        image = document[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    buffer = io.BytesIO()
    resolution = round(_POINTS_PER_INCH * scale)
    image.save(buffer, "PNG", optimize=True, dpi=(resolution, resolution))
    return buffer.getvalue()


def render_svg(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG file of its own; its letters ask for the font of the document."""
    width, height = _number(max(drawing.width, 1.0)), _number(max(drawing.height, 1.0))
    # words are dark: without paper below them they would vanish in a program with a dark ground
    paper = f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" font-family="{_FONTS}">'
        f'<clipPath id="frame"><rect width="{width}" height="{height}"/></clipPath>{paper}<g clip-path="url(#frame)">'
        f"{''.join(_render_shape(shape) for shape in drawing.shapes)}</g></svg>\n"
    ).encode()


def _render_shape(shape: Shape) -> str:
    match shape:
        case Polygon():
            return _render_polygon(shape)
        case Line():
            return _render_line(shape)
        case Marker():
            return _render_marker(shape)
        case Label():
            return _render_label(shape)
    assert_never(shape)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _paint(fill: str | None, stroke: str | None, width: float) -> str:
    line = f' stroke="{escape_text(stroke)}" stroke-width="{_number(width)}" stroke-linejoin="round"' if stroke else ""
    return f'fill="{escape_text(fill) if fill else "none"}"{line}'


def _render_polygon(polygon: Polygon) -> str:
    path = "".join(f"M{_points(ring)}Z" for ring in polygon.rings if ring)
    return f'<path d="{path}" fill-rule="evenodd" {_paint(polygon.fill, polygon.stroke, polygon.width)}/>'


def _render_line(line: Line) -> str:
    lengths = " ".join(map(_number, line.dash))
    dash = f' stroke-dasharray="{lengths}"' if any(line.dash) else ""
    return f'<polyline points="{_points(line.points)}" {_paint(None, line.stroke, line.width)}{dash}/>'


def _render_marker(marker: Marker) -> str:
    centre, radius = f'cx="{_number(marker.at[0])}" cy="{_number(marker.at[1])}"', marker.size / 2
    match marker.shape:
        case "circle":
            paint = _paint(marker.fill, marker.stroke, MARKER_EDGE)
            return f'<circle {centre} r="{_number(radius)}" {paint}/>'
        case "ring":
            paint = _paint(marker.stroke, marker.fill, radius * RING_WIDTH)
            return f'<circle {centre} r="{_number(radius * RING_SIZE)}" {paint}/>'
        case "square" | "triangle" | "diamond" | "cross":
            corners = tuple(
                (marker.at[0] + x * radius, marker.at[1] + y * radius) for x, y in MARKER_CORNERS[marker.shape]
            )
            return f'<polygon points="{_points(corners)}" {_paint(marker.fill, marker.stroke, MARKER_EDGE)}/>'
    assert_never(marker.shape)


def _render_label(label: Label) -> str:
    place = f'x="{_number(label.at[0])}" y="{_number(label.at[1])}" text-anchor="{label.anchor}"'
    look = f'font-size="{_number(label.size)}"' + (' font-weight="600"' if label.bold else "")
    words = f"{escape_text(label.text)}</text>"
    # two texts instead of paint-order, which Word does not know
    halo = f"<text {place} {look} {_paint('none', label.halo, HALO_WIDTH)}>{words}" if label.halo else ""
    return f'{halo}<text {place} {look} fill="{escape_text(label.colour)}">{words}'
