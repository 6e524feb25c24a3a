"""What the lists paint alike: check boxes, pills, and titles of two lines."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from briefing.model.briefing import Status
from gui.theme import Tokens, font

BOX = 16
"""Width and height of a check box in logical pixels."""


def status_colours(status: Status, tokens: Tokens) -> tuple[str, str]:
    """Return the colours (words, tint) of a status; the word itself always stands beside them."""
    return {
        Status.CONFIRMED: (tokens.good, tokens.good_tint),
        Status.REPORTED: (tokens.accent, tokens.accent_tint),
        Status.CLAIMED: (tokens.warn, tokens.warn_tint),
        Status.DENIED: (tokens.bad, tokens.bad_tint),
        Status.CONFLICTING: (tokens.bad, tokens.bad_tint),
    }.get(status, (tokens.muted, tokens.hover))


def paint_box(painter: QPainter, at: QRect, *, on: bool, tokens: Tokens) -> None:
    """Paint a check box of ``BOX`` pixels at the top left of ``at``."""
    square = QRectF(at.x() + 0.5, at.y() + 0.5, BOX - 1, BOX - 1)
    painter.setPen(QPen(QColor(tokens.accent if on else tokens.edge), 1.2))
    painter.setBrush(QColor(tokens.accent if on else tokens.surface))
    painter.drawRoundedRect(square, 4, 4)
    if on:
        pen = QPen(QColor(tokens.on_accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, y = square.x(), square.y()
        painter.drawPolyline([QPointF(x + 3.6, y + 8.1), QPointF(x + 6.5, y + 10.9), QPointF(x + 11.6, y + 4.7)])


def paint_pill(painter: QPainter, x: float, y: float, words: str, colours: tuple[str, str]) -> float:
    """Paint words on a rounded tint, ``colours`` being (words, tint); return the width used."""
    face = font(-1.7, strong=True)
    width = QFontMetrics(face).horizontalAdvance(words) + 16
    box = QRectF(x, y, width, 19)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours[1]))
    painter.drawRoundedRect(box, 9.5, 9.5)
    painter.setFont(face)
    painter.setPen(QColor(colours[0]))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
    return float(width)


def paint_lines(painter: QPainter, box: QRect, words: str, face: QFont, lines: int = 2, first_short: int = 0) -> int:
    """Paint words in at most ``lines`` lines, the last one cut with "…"; return the height used.

    ``first_short`` is the room that the first line leaves at its end, for what stands there.
    """
    metrics = QFontMetrics(face)
    painter.setFont(face)
    left, top = " ".join(words.split()), box.y()
    for line in range(lines):
        width = box.width() - (first_short if line == 0 else 0)
        fitting = left if line == lines - 1 else left[: _fitting(left, face, width)]
        shown = metrics.elidedText(fitting.strip(), Qt.TextElideMode.ElideRight, width)
        area = QRect(box.x(), top, width, metrics.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        top += metrics.height()
        left = left[len(fitting) :]
        if not left.strip():
            break
    return top - box.y()


def _fitting(words: str, face: QFont, width: int) -> int:
    """Return how many characters stand in a first line of that width, broken at a word where possible."""
    layout = QTextLayout(words[:400], face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return max(1, line.textLength())
