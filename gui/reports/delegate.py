"""How a row of the report list is painted and ticked."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.icons import picture
from gui.paint import BOX, paint_box, paint_lines
from gui.reports.model import ReportRole, ReportRow
from gui.theme import Theme, Tokens, font

_LEFT = 14
_TEXT_LEFT = _LEFT + BOX + 10
_HEIGHT = 70
_TICK_WIDTH = _TEXT_LEFT - 2

Index = QModelIndex | QPersistentModelIndex


class ReportDelegate(QStyledItemDelegate):
    """Paints a report: tick, title of two lines, source and date, and how many entries come from it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's signature
        """Return the same height for all rows, so that long lists lay out at once."""
        return QSize(160, _HEIGHT)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick by a click on the left edge."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if event.position().x() >= option.rect.x() + _TICK_WIDTH:
            return False
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item: ReportRow = index.data(ReportRole.ROW)
        tokens, box = self._theme.tokens, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, box, option.state, tokens)
        if item.problem:
            _paint_problem(painter, box, item, tokens)
        else:
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            _paint_report(painter, box, item, tokens, ticked=ticked)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.x() + _TEXT_LEFT, box.bottom(), box.right() - 12, box.bottom())
        painter.restore()


def _paint_ground(painter: QPainter, box: QRect, state: QStyle.StateFlag, tokens: Tokens) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(tokens.accent_tint if selected else tokens.hover))
    if selected:
        painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), QColor(tokens.accent))


def _paint_report(painter: QPainter, box: QRect, item: ReportRow, tokens: Tokens, *, ticked: bool) -> None:
    paint_box(painter, QRect(box.x() + _LEFT, box.y() + 10, BOX, BOX), on=ticked, tokens=tokens)
    width = box.width() - _TEXT_LEFT - 12
    badge = _paint_badge(painter, box, item.entries, tokens) if item.entries and ticked else 0
    painter.setPen(QColor(tokens.text if ticked else tokens.muted))
    title = QRect(box.x() + _TEXT_LEFT, box.y() + 7, width, 40)
    used = paint_lines(painter, title, item.title, font(-0.3), 2, badge)
    painter.setPen(QColor(tokens.warn if item.withheld else tokens.muted))
    detail = QRect(box.x() + _TEXT_LEFT, title.y() + used + 2, width, 18)
    words = f"Withheld  ·  {item.detail}" if item.withheld else item.detail
    paint_lines(painter, detail, words, font(-1.3), 1)


def _paint_badge(painter: QPainter, box: QRect, number: int, tokens: Tokens) -> int:
    face = font(-1.6, strong=True)
    width = max(22, QFontMetrics(face).horizontalAdvance(str(number)) + 14)
    pill = QRectF(box.right() - 12 - width, box.y() + 9, width, 17)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.hover if not tokens.dark else tokens.line))
    painter.drawRoundedRect(pill, 8.5, 8.5)
    painter.setFont(face)
    painter.setPen(QColor(tokens.muted if not tokens.dark else tokens.text))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), str(number))
    return width + 6


def _paint_problem(painter: QPainter, box: QRect, item: ReportRow, tokens: Tokens) -> None:
    painter.drawPixmap(box.x() + _LEFT, box.y() + 9, picture("warning", tokens.warn, 17))
    width = box.width() - _TEXT_LEFT - 12
    painter.setPen(QColor(tokens.text))
    title = QRect(box.x() + _TEXT_LEFT, box.y() + 7, width, 20)
    used = paint_lines(painter, title, item.title, font(-0.3), 1)
    painter.setPen(QColor(tokens.warn))
    paint_lines(painter, QRect(title.x(), title.y() + used + 1, width, 40), item.problem, font(-1.3), 2)
