"""How a sentence of the ledger is painted: its fate as a word on a tint, its words, and where or why."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.model.briefing import Disposition
from gui.ledger.model import LedgerRole, ShownRow
from gui.ledger.rows import WORDS
from gui.paint import paint_lines, paint_pill
from gui.theme import Theme, Tokens, font

Index = QModelIndex | QPersistentModelIndex

_HEIGHT = 72
_LEFT = 22
_TEXT_LEFT = 112


def fate_colours(disposition: Disposition, tokens: Tokens) -> tuple[str, str]:
    """Return the colours (words, tint) of a fate; the word itself always stands beside them."""
    return {
        Disposition.USED: (tokens.good, tokens.good_tint),
        Disposition.MERGED: (tokens.accent, tokens.accent_tint),
    }.get(disposition, (tokens.text if tokens.dark else tokens.muted, tokens.line if tokens.dark else tokens.hover))


class LedgerDelegate(QStyledItemDelegate):
    """Paints one sentence; all rows are of one height, so that long ledgers lay out at once."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's signature
        """Return the same height for all rows."""
        return QSize(240, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item: ShownRow = index.data(LedgerRole.ROW)
        tokens, box = self._theme.tokens, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.accent_tint if selected else tokens.hover))
        if selected:
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), QColor(tokens.accent))
        fate = item.row.disposition
        ground = tokens.surface if selected and fate is not Disposition.USED else fate_colours(fate, tokens)[1]
        paint_pill(painter, box.x() + _LEFT, box.y() + 9, WORDS[fate], (fate_colours(fate, tokens)[0], ground))
        _paint_words(painter, box, item, tokens)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(box.x() + _TEXT_LEFT, box.bottom(), box.right() - 22, box.bottom())
        painter.restore()


def _paint_words(painter: QPainter, box: QRect, item: ShownRow, tokens: Tokens) -> None:
    width = box.width() - _TEXT_LEFT - 22
    left_out = item.row.disposition is Disposition.LEFT_OUT
    painter.setPen(QColor(tokens.muted if left_out else tokens.text))
    used = paint_lines(painter, QRect(box.x() + _TEXT_LEFT, box.y() + 7, width, 40), item.words, font(-0.2), 2)
    painter.setPen(QColor(tokens.muted))
    detail = f"{item.fate}  ·  {item.report}"
    paint_lines(painter, QRect(box.x() + _TEXT_LEFT, box.y() + 9 + used, width, 18), detail, font(-1.2), 1)


class ShareBar(QWidget):
    """The shares of the fates as one bar; the chips beneath say the same in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shares: tuple[float, ...] = ()
        self.setFixedHeight(8)
        theme.changed.connect(self.update)

    def show_shares(self, shares: tuple[float, ...]) -> None:
        """Paint other shares, in per cent, in the order of the fates."""
        self._shares = shares
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the bar."""
        tokens = self._theme.tokens
        colours = (tokens.good, tokens.accent, tokens.faint)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for share, colour in zip(self._shares, colours, strict=False):
            width = self.width() * share / 100
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, 0, max(0.0, width - 2), self.height()), 3, 3)
            left += width
        painter.end()
