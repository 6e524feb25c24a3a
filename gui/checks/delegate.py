"""How a finding and the heading over its kind are painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.model.briefing import Check
from gui.checks.groups import Heading
from gui.checks.model import CheckRole
from gui.icons import picture
from gui.paint import paint_lines, paint_pill
from gui.theme import Theme, Tokens, font

Index = QModelIndex | QPersistentModelIndex

_LEFT = 22
_HEADING_HEIGHT = 36
_FINDING_HEIGHT = 48
_ACCEPTED_HEIGHT = 64


class CheckDelegate(QStyledItemDelegate):
    """Paints headings with their number, and findings of two lines; those accepted show their reason."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's signature
        """Return the height of a heading, a finding, or one that is accepted."""
        item = index.data(CheckRole.ROW)
        if isinstance(item, Heading):
            return QSize(200, _HEADING_HEIGHT)
        return QSize(200, _ACCEPTED_HEIGHT if item.accepted else _FINDING_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item = index.data(CheckRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Heading):
            _paint_heading(painter, option.rect, item, self._theme.tokens)
        else:
            _paint_finding(painter, option.rect, item, self._theme.tokens, option.state)
        painter.restore()


def _paint_heading(painter: QPainter, box: QRect, item: Heading, tokens: Tokens) -> None:
    face = font(-0.4, strong=True)
    painter.setFont(face)
    painter.setPen(QColor(tokens.muted))
    area = QRect(box.x() + _LEFT, box.y() + 10, box.width() - 2 * _LEFT, 20)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), item.words)
    ground = tokens.line if tokens.dark else tokens.hover
    left = area.x() + QFontMetrics(face).horizontalAdvance(item.words) + 8
    paint_pill(painter, left, area.y() + 1, str(item.number), (tokens.text, ground))


def _paint_finding(painter: QPainter, box: QRect, item: Check, tokens: Tokens, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_tint if selected else tokens.hover))
        painter.drawRoundedRect(QRectF(box).adjusted(12, 1, -12, -1), 6, 6)
    name, colour = ("done", tokens.good) if item.accepted else ("warning", tokens.warn)
    painter.drawPixmap(box.x() + _LEFT, box.y() + 6, picture(name, colour, 17))
    width = box.width() - _LEFT - 50
    painter.setPen(QColor(tokens.muted if item.accepted else tokens.text))
    used = paint_lines(painter, QRect(box.x() + _LEFT + 28, box.y() + 5, width, 40), item.sentence, font(-0.2), 2)
    if item.accepted:
        painter.setPen(QColor(tokens.good))
        reason = QRect(box.x() + _LEFT + 28, box.y() + 6 + used, width, 18)
        paint_lines(painter, reason, f"Accepted: {item.reason}", font(-1.0), 1)
