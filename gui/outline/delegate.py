"""How sections and entries are painted, ticked and renamed in the outline."""

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
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefing.model.briefing import Entry
from gui.icons import picture
from gui.outline.model import EntryRow, OutlineRole, SectionRow, source_count
from gui.paint import BOX, paint_box, paint_lines, paint_pill, status_colours
from gui.theme import Theme, Tokens, font
from gui.words import sentence

Index = QModelIndex | QPersistentModelIndex

_LEFT = 14
_SECTION_HEIGHT = 35
_ENTRY_HEIGHT = 82


class OutlineDelegate(QStyledItemDelegate):
    """Paints both kinds of rows; a click on the left edge ticks, one on the chevron folds."""

    fold_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's signature
        """Return the height of a section or of an entry."""
        return QSize(160, _SECTION_HEIGHT if isinstance(index.data(OutlineRole.ROW), SectionRow) else _ENTRY_HEIGHT)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick or fold a section by mouse, tick it by the space bar."""
        item = index.data(OutlineRole.ROW)
        if not isinstance(item, SectionRow):
            return False
        ticks = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        ticks = ticks and event.key() == Qt.Key.Key_Space  # type: ignore[attr-defined]
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if item.open is not None and _chevron(option.rect).contains(event.position()):
                self.fold_wanted.emit(not item.open)
                return True
            ticks = event.position().x() < option.rect.x() + _LEFT + BOX + 8
        if ticks:
            wanted = Qt.CheckState.Unchecked if item.choice.on else Qt.CheckState.Checked
            return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002  Qt's signature
        """Make the field in which a section is renamed."""
        editor = QLineEdit(parent)
        editor.setAccessibleName("Title of the section")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002  Qt's signature
        """Put the field over the title."""
        editor.setGeometry(option.rect.adjusted(_LEFT + BOX + 30, 1, -8, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item = index.data(OutlineRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, SectionRow):
            _paint_section(painter, option.rect, item, self._theme.tokens, option.state)
        elif isinstance(item, EntryRow):
            _paint_entry(painter, option.rect, item, self._theme.tokens, option.state)
        painter.restore()


def _chevron(box: QRect) -> QRectF:
    return QRectF(box.right() - 32, box.y(), 30, box.height())


def _paint_section(painter: QPainter, box: QRect, item: SectionRow, tokens: Tokens, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_tint if selected else tokens.hover))
        painter.drawRoundedRect(QRectF(box).adjusted(6, 1, -6, -1), 6, 6)
    paint_box(painter, QRect(box.x() + _LEFT, box.y() + 9, BOX, BOX), on=item.choice.on, tokens=tokens)
    quiet = not item.choice.on or item.detail == "nothing to show"
    painter.drawPixmap(box.x() + _LEFT + 26, box.y() + 9, picture(item.choice.id.value, tokens.muted, 17))
    right = box.right() - (34 if item.open is not None else 14)
    if item.open is not None:
        chevron = picture("chevron-down" if item.open else "chevron-right", tokens.muted, 15)
        painter.drawPixmap(box.right() - 28, box.y() + 10, chevron)
    detail_font = font(-1.2)
    width = QFontMetrics(detail_font).horizontalAdvance(item.detail)
    painter.setFont(detail_font)
    painter.setPen(QColor(tokens.muted))
    vertical = int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QRect(right - width, box.y(), width + 2, box.height()), vertical, item.detail)
    painter.setPen(QColor(tokens.muted if quiet else tokens.text))
    title = QRect(box.x() + _LEFT + 51, box.y() + 8, right - width - 8 - box.x() - _LEFT - 51, box.height())
    paint_lines(painter, title, item.title, font(strong=True), 1)


def _paint_entry(painter: QPainter, box: QRect, item: EntryRow, tokens: Tokens, state: QStyle.StateFlag) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    card = QRectF(box.adjusted(14, 3, -12, -3))
    painter.setPen(QPen(QColor(tokens.accent if selected else tokens.line), 1.6 if selected else 1))
    painter.setBrush(QColor(tokens.accent_tint if selected else tokens.hover if hovered else tokens.raised))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setFont(font(-0.8, strong=True))
    painter.setPen(QColor(tokens.muted))
    number = QRectF(card.x() + 4, card.y() + 7, 26, 18)
    painter.drawText(number, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{item.number}.")
    painter.setPen(QColor(tokens.text))
    text = QRect(int(card.x()) + 36, int(card.y()) + 6, int(card.width()) - 46, 38)
    lead = f"{item.entry.lead}: " if item.entry.lead else ""
    paint_lines(painter, text, lead + sentence(item.entry.text), font(-0.6), 2)
    _paint_pills(painter, card.x() + 36, card.bottom() - 26, item.entry, tokens)
    for place, (icon, _) in enumerate(reversed(item.marks), 1):
        mark = picture(icon, tokens.accent, 15)
        painter.drawPixmap(round(card.right() - 6 - 20 * place), round(card.bottom() - 24), mark)


def _paint_pills(painter: QPainter, x: float, y: float, entry: Entry, tokens: Tokens) -> None:
    x += paint_pill(painter, x, y, entry.status.value.capitalize(), status_colours(entry.status, tokens)) + 6
    ground = tokens.line if tokens.dark else tokens.hover
    words = tokens.text if tokens.dark else tokens.muted
    paint_pill(painter, x, y, source_count(entry), (words, ground))
