"""The window that shows one figure large: zoom, the next figure, copy as picture, save as SVG or PNG."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from briefing.errors import ExportError
from briefing.model.document import Picture
from briefing.workflow import file_name, save_picture
from gui.desk import Desk
from gui.dialogs.outside import Outside
from gui.figures.painter import paint_drawing, picture_of
from gui.reading import Words
from gui.theme import Theme
from gui.widgets import IconButton, frame, label, row
from gui.words import short_path

_STEP = 1.25
_LEAST, _MOST = 0.5, 8.0
_MARGIN = 14
# Copied pictures are for slides and messages: 288 pixels to the inch stay sharp there.
_COPIED = 4.0


class FigureSheet(QWidget):
    """The paper with the drawing, painted anew at every size, so that nothing blurs."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._scale = 1.0

    def show_picture(self, picture: Picture, scale: float) -> None:
        """Show a figure with ``scale`` pixels for each point."""
        self._picture, self._scale = picture, scale
        self.setAccessibleName(picture.caption)
        self.setAccessibleDescription(picture.alternative)
        self.setFixedSize(self.size_at(scale))
        self.update()

    def size_at(self, scale: float) -> QSize:
        """Return the size in pixels that the figure takes at a scale."""
        if self._picture is None:
            return QSize(1, 1)
        drawing = self._picture.drawing
        return QSize(round(drawing.width * scale) + 2 * _MARGIN, round(drawing.height * scale) + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint paper and drawing."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if self._picture is not None:
            painter.translate(_MARGIN, _MARGIN)
            paint_drawing(painter, self._picture.drawing, self._scale)
        painter.end()


class FigureWindow(QWidget):
    """A window of its own beside the main one, which follows the preview: it shows the figure as it is now."""

    def __init__(self, desk: Desk, theme: Theme, outside: Outside, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._theme, self._outside = desk, theme, outside
        self._number = 0
        self._zoom = 0.0
        self.sheet = FigureSheet()
        self.caption = Words("", "muted")
        self.told = Words("", "muted")
        self.place = label("", "muted")
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(560, 380)
        self.resize(980, 680)
        self._build()
        desk.previewed.connect(self._take)

    def _build(self) -> None:
        theme = self._theme
        self.before = IconButton(theme, "up", "Figure before (Page up)")
        self.after = IconButton(theme, "down", "Next figure (Page down)")
        self.smaller = IconButton(theme, "minus", "Smaller (-)")
        self.fit = IconButton(theme, "fit-width", "Fit the window (0)", "Fit")
        self.larger = IconButton(theme, "plus", "Larger (+)")
        self.copy = IconButton(theme, "copy", "Copy the figure as a picture (Ctrl+C)", "Copy")
        self.save = IconButton(theme, "export", "Save the figure as SVG or PNG (Ctrl+S)", "Save…")
        for part, slot in (
            (self.before, self.go_back),
            (self.after, self.go_on),
            (self.smaller, self.zoom_out),
            (self.fit, self.zoom_fit),
            (self.larger, self.zoom_in),
            (self.copy, self.copy_picture),
            (self.save, self.ask_save),
        ):
            part.clicked.connect(slot)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self.sheet)
        zoom = (self.smaller, self.fit, self.larger)
        head = row(self.before, self.after, self.place, 0, *zoom, 8, self.copy, self.save, margins=(14, 6, 14, 6))
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 10, 18, 12)
        foot.setSpacing(4)
        foot.addWidget(self.caption)
        foot.addWidget(self.told)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(frame("bar", head))
        body.addWidget(self._area, 1)
        body.addWidget(frame("panel", foot))

    # ---- what is shown

    @property
    def picture(self) -> Picture | None:
        """Return the figure that is shown, None where the briefing has none."""
        pictures = self._pictures()
        return pictures[min(self._number, len(pictures) - 1)] if pictures else None

    @property
    def scale(self) -> float:
        """Return the pixels that a point takes on screen."""
        picture, room = self.picture, self._area.viewport().size()
        if self._zoom or picture is None:
            return self._zoom or 1.0
        across = (room.width() - 2 * _MARGIN) / max(picture.drawing.width, 1.0)
        upright = (room.height() - 2 * _MARGIN) / max(picture.drawing.height, 1.0)
        return max(_LEAST, min(across, upright, _MOST))

    def _pictures(self) -> tuple[Picture, ...]:
        preview = self._desk.preview
        blocks = preview.briefing.document.blocks if preview else ()
        return tuple(block for block in blocks if isinstance(block, Picture))

    def show_figure(self, entry: str) -> None:
        """Show the figure with an id, the first one for ""."""
        entries = [picture.entry for picture in self._pictures()]
        self._number = entries.index(entry) if entry in entries else 0
        self.told.set_words("")
        self._follow()

    def _take(self, _preview: object) -> None:
        self._follow()

    def _follow(self) -> None:
        picture, many = self.picture, len(self._pictures())
        self._number = min(self._number, max(0, many - 1))
        for part in (self.smaller, self.fit, self.larger, self.copy, self.save):
            part.setEnabled(picture is not None)
        self.before.setEnabled(self._number > 0)
        self.after.setEnabled(self._number + 1 < many)
        self.place.setText(f"{self._number + 1} of {many}" if many else "")
        self.sheet.setVisible(picture is not None)
        self.setWindowTitle(f"{picture.caption.split('. ')[0]} – figure" if picture else "Figures")
        self.caption.set_words(picture.caption if picture else "This briefing has no figure.")
        if picture:
            self.sheet.show_picture(picture, self.scale)

    # ---- what the analyst does

    def go_on(self) -> None:
        """Show the next figure."""
        self._go(1)

    def go_back(self) -> None:
        """Show the figure before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self._number = min(max(0, self._number + by), max(0, len(self._pictures()) - 1))
        self.told.set_words("")
        self._follow()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._set_zoom(self.scale * _STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._set_zoom(self.scale / _STEP)

    def zoom_fit(self) -> None:
        """Fit the figure into the window."""
        self._zoom = 0.0
        self._follow()

    def _set_zoom(self, scale: float) -> None:
        self._zoom = max(_LEAST, min(_MOST, scale))
        self._follow()

    def copy_picture(self) -> None:
        """Put the figure on the clipboard."""
        if self.picture:
            self._outside.copy_picture(picture_of(self.picture.drawing, _COPIED))
            self.told.set_words("Copied. Say where it comes from where you paste it: the caption is not part of it.")

    def ask_save(self) -> None:
        """Ask where to save the figure."""
        preview, picture = self._desk.preview, self.picture
        if preview and picture:
            self._outside.ask_figure(self, f"{file_name(preview.briefing)}_{picture.entry}", self._save)

    def _save(self, path: str) -> None:
        if self.picture is None:
            return
        try:
            saved = save_picture(self.picture.drawing, Path(path))
        except ExportError as error:
            self.told.set_words(str(error))
        else:
            self.told.set_words(f"Saved as {short_path(str(saved))}.")

    # ---- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that the buttons name, and Escape to close."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_on()
            case Qt.Key.Key_PageUp:
                self.go_back()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.zoom_fit()
            case Qt.Key.Key_C if control:
                self.copy_picture()
            case Qt.Key.Key_S if control:
                self.ask_save()
            case Qt.Key.Key_Escape:
                self.close()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted figure fitted."""
        super().resizeEvent(event)
        self._follow()
