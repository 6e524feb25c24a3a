"""A drawing of the model painted by Qt: the same shapes that stand in the PDF, the SVG and the PNG."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

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
from gui.theme import FAMILY

# Letters are outlined at this size and then made smaller, so that no hinting moves them.
_OUTLINED = 200


def paint_drawing(painter: QPainter, drawing: Drawing, scale: float) -> None:
    """Paint a drawing from the origin of the painter, with ``scale`` pixels for each point, clipped to its size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setClipRect(QRectF(0, 0, drawing.width, drawing.height), Qt.ClipOperation.IntersectClip)
    for shape in drawing.shapes:
        _paint(painter, shape)
    painter.restore()


def picture_of(drawing: Drawing, scale: float) -> QImage:
    """Return the drawing on white paper, with ``scale`` pixels for each point."""
    image = QImage(round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_drawing(painter, drawing, scale)
    painter.end()
    return image


def _paint(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Polygon():
            _paint_polygon(painter, shape)
        case Line():
            _paint_line(painter, shape)
        case Marker():
            _paint_marker(painter, shape)
        case Label():
            _paint_label(painter, shape)
        case _:
            assert_never(shape)


def _pen(colour: str | None, width: float) -> QPen:
    if not colour:
        return QPen(Qt.PenStyle.NoPen)
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)


def _polygon(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _paint_polygon(painter: QPainter, polygon: Polygon) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in filter(None, polygon.rings):
        path.addPolygon(_polygon(ring))
        path.closeSubpath()
    painter.setPen(_pen(polygon.stroke, polygon.width))
    painter.setBrush(QColor(polygon.fill) if polygon.fill else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_line(painter: QPainter, line: Line) -> None:
    pen = _pen(line.stroke, line.width)
    if any(line.dash):
        # Qt counts dashes in widths of the line
        pen.setDashPattern([length / line.width for length in line.dash])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(line.points))


def _paint_marker(painter: QPainter, marker: Marker) -> None:
    centre, radius = QPointF(*marker.at), marker.size / 2
    match marker.shape:
        case "circle":
            painter.setPen(_pen(marker.stroke, MARKER_EDGE))
            painter.setBrush(QColor(marker.fill))
            painter.drawEllipse(centre, radius, radius)
        case "ring":
            painter.setPen(_pen(marker.fill, radius * RING_WIDTH))
            painter.setBrush(QColor(marker.stroke))
            painter.drawEllipse(centre, radius * RING_SIZE, radius * RING_SIZE)
        case "square" | "triangle" | "diamond" | "cross":
            painter.setPen(_pen(marker.stroke, MARKER_EDGE))
            painter.setBrush(QColor(marker.fill))
            x, y = marker.at
            painter.drawPolygon(
                _polygon(tuple((x + a * radius, y + b * radius) for a, b in MARKER_CORNERS[marker.shape]))
            )
        case _:
            assert_never(marker.shape)


def _paint_label(painter: QPainter, label: Label) -> None:
    face = QFont(FAMILY)
    face.setPixelSize(_OUTLINED)
    face.setWeight(QFont.Weight.DemiBold if label.bold else QFont.Weight.Normal)
    face.setKerning(False)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    scale = label.size / _OUTLINED
    width = QFontMetricsF(face).horizontalAdvance(label.text) * scale
    left = label.at[0] - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    letters = QPainterPath()
    letters.setFillRule(Qt.FillRule.WindingFill)
    letters.addText(QPointF(0, 0), face, label.text)
    placed = QTransform.fromTranslate(left, label.at[1]).scale(scale, scale).map(letters)
    if label.halo:
        painter.strokePath(placed, _pen(label.halo, HALO_WIDTH))
    painter.fillPath(placed, QColor(label.colour))
