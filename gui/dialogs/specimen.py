"""A picture of a house style: a page in small with what was found in the file, painted by the app itself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.model.house_style import HouseCheck

_HEIGHT = 340
_POINT = 25.4 / 72  # millimetres
_LINE = 1.35  # of the size of its letters
_LARGEST_LOGO = (0.5, 0.5)  # shares of the width of the text and of the margin above
_PAPER, _EDGE, _GUIDE, _MARGIN_WORDS = "#ffffff", "#9aa4ae", "#d5dbe1", "#333333"


class Specimen(QWidget):
    """Paper, margins, header with logo, footer, and a line in each style; what Word makes of them is not known here."""

    def __init__(self, check: HouseCheck) -> None:
        super().__init__()
        self._check = check
        self._logo = QImage.fromData(check.logo) if check.logo else QImage()
        styles = ", ".join(f"{style.name} {style.font} {style.size:g} pt" for style in check.specimens)
        self.setAccessibleName(f"Specimen of the house style: {styles}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of the page on the screen."""
        width, height = self._check.paper
        return QSize(round(_HEIGHT * width / height), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(page, QColor(_PAPER))
        painter.setPen(QColor(_EDGE))
        painter.drawRect(page)
        scale = self.height() / self._check.paper[1]
        top, right, bottom, left = (length * scale for length in self._check.margins)
        text = page.adjusted(left, top, -right, -bottom)
        painter.setPen(QColor(_GUIDE))
        painter.drawRect(text)
        self._paint_header(painter, QRectF(text.left(), 6, text.width(), max(0.0, top - 10)))
        self._paint_styles(painter, text, scale)
        foot = QRectF(text.left(), page.bottom() - bottom + 4, text.width(), max(0.0, bottom - 8))
        self._paint_words(painter, foot, self._check.footer)

    def _paint_header(self, painter: QPainter, box: QRectF) -> None:
        if not self._logo.isNull():
            width, height = (
                share * side for share, side in zip(_LARGEST_LOGO, (box.width(), box.height()), strict=True)
            )
            ratio = min(width / self._logo.width(), height / self._logo.height())
            painter.drawImage(
                QRectF(box.left(), box.top(), self._logo.width() * ratio, self._logo.height() * ratio), self._logo
            )
            box = box.adjusted(0, self._logo.height() * ratio + 2, 0, 0)
        self._paint_words(painter, box, self._check.header)

    def _paint_words(self, painter: QPainter, box: QRectF, words: str) -> None:
        face = QFont()
        face.setPixelSize(8)
        painter.setFont(face)
        painter.setPen(QColor(_MARGIN_WORDS))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, words)

    def _paint_styles(self, painter: QPainter, box: QRectF, scale: float) -> None:
        painter.setClipRect(box)
        at = box.top()
        for style in self._check.specimens:
            # in proportion to the page, but never too small to be seen
            size = max(7.0, style.size * _POINT * scale)
            face = QFont(style.font)
            face.setPixelSize(round(size))
            face.setBold(style.bold)
            face.setItalic(style.italic)
            painter.setFont(face)
            painter.setPen(QColor(style.colour))
            line = QRectF(box.left() + 2, at, box.width() - 4, size * _LINE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, style.name)
            at += size * _LINE + 2
        painter.setClipping(False)
