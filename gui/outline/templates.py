"""The chooser of templates: each with its name and what it is for, and the files with a fault with their sentence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QStandardItemModel
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.desk import Desk
from gui.outline.fold import ChoiceBox
from gui.paint import paint_lines
from gui.theme import Theme, font

Index = QModelIndex | QPersistentModelIndex

_POPUP_WIDTH = 430
_HEIGHT = 64
_FAULT_HEIGHT = 82
_FAULT = "Cannot be used"


class TemplateBox(ChoiceBox):
    """The names of the templates; opened, what each is for."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__("Template", "")
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(20)
        self.setItemDelegate(TemplateDelegate(theme, self))
        self.view().setMinimumWidth(_POPUP_WIDTH)
        self.fill()

    def fill(self) -> None:
        """Take the templates of the desk, and those that cannot be used as rows that cannot be chosen."""
        with QSignalBlocker(self):
            self.clear()
            for item in self._desk.templates:
                self._add(item.name, item.id, item.description)
            for fault in self._desk.template_faults:
                self._add(_FAULT, "", fault)
                model = self.model()
                if isinstance(model, QStandardItemModel):
                    model.item(self.count() - 1).setEnabled(False)
            self.follow()

    def _add(self, name: str, template: str, description: str) -> None:
        self.addItem(name, template)
        place = self.count() - 1
        self.setItemData(place, description, Qt.ItemDataRole.ToolTipRole)
        self.setItemData(place, f"{name}. {description}", Qt.ItemDataRole.AccessibleTextRole)

    def follow(self) -> None:
        """Show the template that is chosen."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(self._desk.template.id)))
        self.setToolTip(self._desk.template.description)

    def showPopup(self) -> None:
        """Read the files anew first, so that a template that was just mended can be chosen."""
        if self._desk.read_templates():
            self.fill()
        super().showPopup()


class TemplateDelegate(QStyledItemDelegate):
    """Paints a name, and below it what the template is for, or what is wrong with its file."""

    def __init__(self, theme: Theme, parent: TemplateBox) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's signature
        """Return the height of a name and two lines, or three for a fault."""
        return QSize(_POPUP_WIDTH - 12, _HEIGHT if index.data(Qt.ItemDataRole.UserRole) else _FAULT_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        tokens, box = self._theme.tokens, option.rect
        usable = bool(index.data(Qt.ItemDataRole.UserRole))
        marked = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        painter.save()
        if marked and usable:
            painter.fillRect(box, QColor(tokens.accent_tint))
        area = QRect(box.x() + 10, box.y() + 5, box.width() - 20, 20)
        painter.setPen(QColor(tokens.text if usable else tokens.bad))
        used = paint_lines(painter, area, str(index.data(Qt.ItemDataRole.DisplayRole)), font(-0.2, strong=True), 1)
        painter.setPen(QColor(tokens.muted))
        words = str(index.data(Qt.ItemDataRole.ToolTipRole))
        area = QRect(area.x(), area.y() + used, area.width(), box.height())
        paint_lines(painter, area, words, font(-1.2), 2 if usable else 3)
        painter.restore()
