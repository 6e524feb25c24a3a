"""The pages themselves: painted, scrolled, zoomed, and clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from briefing.model.document import PICTURE
from briefing.workflow import PdfPages, Region
from gui.background import Job, Lane
from gui.preview.pictures import Drawn, PageDrawer, PageSize
from gui.preview.sheets import FIT_WIDTH, GAP, MARGIN, SCREEN_SCALE, WHOLE_PAGE, Sheet, lay_out, pages_near
from gui.theme import Theme

_STEPS = (0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_MAX_WIDTH = 4000
_SETTLE = 25
_GRACE = 2.0


class PageView(QAbstractScrollArea):
    """Shows the pages of a PDF; an entry under the mouse is tinted, the chosen one marked.

    The pages before stay until the new ones are drawn, and the place where one reads stays too.
    """

    entry_clicked = Signal(str)
    entry_opened = Signal(str)
    entry_joined = Signal(str)
    picture_clicked = Signal(str)
    menu_wanted = Signal(str, QPoint)
    moved = Signal()
    shown = Signal()
    zoomed = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lane = Lane("pages", self)
        self._drawer = PageDrawer()
        self._serial = 0
        self._pages: PdfPages | None = None
        self._sizes: tuple[PageSize, ...] = ()
        self._sheets: tuple[Sheet, ...] = ()
        self._pictures: dict[int, QImage] = {}
        self._zoom = FIT_WIDTH
        self._hovered = ""
        self._selected = ""
        self._pressed = ""
        self._reveal = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE)
        self._later.timeout.connect(self._draw_missing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Preview of the briefing")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)
        theme.changed.connect(self.viewport().update)

    # ---- what is shown

    @property
    def pages(self) -> PdfPages | None:
        """Return the pages on screen."""
        return self._pages

    @property
    def selected(self) -> str:
        """Return the id of the entry that is marked, or ""."""
        return self._selected

    @property
    def page_count(self) -> int:
        """Return how many pages are on screen."""
        return len(self._sizes)

    @property
    def busy(self) -> bool:
        """Tell whether pages are being drawn or about to be."""
        return self._lane.is_busy() or self._later.isActive()

    @property
    def kept_pictures(self) -> int:
        """Return how many page pictures are in memory."""
        return len(self._pictures)

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show other pages as soon as they are drawn; None shows an empty canvas."""
        self._serial += 1
        if pages is None:
            self._lane.stop()
            self._pages, self._sizes, self._pictures = None, (), {}
            self._lay_out()
            self.shown.emit()
            return
        serial, drawer = self._serial, self._drawer

        def work(job: Job) -> tuple[PdfPages, Drawn]:
            sizes = drawer.load(pages.data, serial)
            wanted = self._wanted(self._sheets_for(sizes))
            return pages, drawer.draw(job, serial, wanted)

        self._lane.start(
            "Drawing pages", work, then=self._swap, otherwise=self._complain, kind="load", newest_only=True
        )

    def _swap(self, result: tuple[PdfPages, Drawn]) -> None:
        self._pages, drawn = result
        self._sizes = drawn.sizes
        self._pictures = dict(drawn.pictures)
        self.setAccessibleDescription(f"{len(self._sizes)} pages. J and K go from item to item.")
        self._lay_out()
        if self._reveal:
            self._scroll_to(self._reveal)
        self.shown.emit()

    def _complain(self, error: Exception) -> None:
        self._later.stop()
        QToolTip.showText(self.mapToGlobal(QPoint(20, 20)), f"The pages could not be drawn: {error}", self)

    def close_pages(self) -> None:
        """Stop drawing and wait for it; called before the window goes."""
        self._later.stop()
        self._lane.close()
        self._drawer.close()

    def select(self, entry: str, *, reveal: bool = True) -> None:
        """Mark an entry and bring it into view."""
        self._selected = entry
        self._reveal = ""
        if entry and reveal:
            self._scroll_to(entry)
        self.viewport().update()

    def _scroll_to(self, entry: str) -> None:
        """Bring the first words of an entry into view, unless it is in view somewhere already."""
        boxes = [box for item in self._regions() if item.entry == entry and (box := self._box(item)) is not None]
        self._reveal = "" if boxes else entry
        height = self.viewport().height()
        if boxes and not any(box.bottom() > 24 and box.top() < height - 24 for box in boxes):
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + boxes[0].top() - height * 0.3))

    def boxes_of(self, lead: str) -> dict[str, QRectF]:
        """Return where what has an id that begins with ``lead`` is painted, in pixels of the viewport."""
        found = ((item.entry, self._box(item)) for item in self._regions() if item.entry.startswith(lead))
        return {entry: box for entry, box in found if box is not None}

    def box_of(self, entry: str) -> QRectF | None:
        """Return where the first words of an entry are painted, in pixels of the viewport."""
        region = next((item for item in self._regions() if item.entry == entry), None)
        return self._box(region) if region else None

    def _regions(self) -> Sequence[Region]:
        return self._pages.regions if self._pages else ()

    def _box(self, region: Region) -> QRectF | None:
        if region.page >= len(self._sheets):
            return None
        sheet = self._sheets[region.page]
        corner = sheet.box.topLeft() - self._offset()
        return QRectF(
            corner.x() + region.left * sheet.scale,
            corner.y() + region.top * sheet.scale,
            (region.right - region.left) * sheet.scale,
            (region.bottom - region.top) * sheet.scale,
        )

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # ---- zoom and layout

    @property
    def zoom(self) -> float:
        """Return 0 for fit to width, -1 for the whole page, else the factor."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Zoom, keeping the middle of what is seen in the middle."""
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(1.0, self._height())
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(share * self._height() - self.viewport().height() / 2))
        self.zoomed.emit(zoom)

    def factor(self) -> float:
        """Return the zoom as it is on screen, 1.0 being the size of the paper."""
        return self._sheets[0].scale / SCREEN_SCALE if self._sheets else 1.0

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        now = self.factor()
        self.set_zoom(next((step for step in _STEPS if step > now + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        now = self.factor()
        self.set_zoom(next((step for step in reversed(_STEPS) if step < now - 0.01), _STEPS[0]))

    def fit_width(self) -> None:
        """Fit the width of the page."""
        self.set_zoom(FIT_WIDTH)

    def whole_page(self) -> None:
        """Fit the whole page."""
        self.set_zoom(WHOLE_PAGE)

    def current_page(self) -> int:
        """Return the page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return next((place for place, sheet in enumerate(self._sheets) if sheet.box.bottom() + GAP > middle), 0)

    def _sheets_for(self, sizes: Sequence[PageSize]) -> tuple[Sheet, ...]:
        return lay_out(sizes, self._zoom, self.viewport().size())

    def _height(self) -> float:
        return self._sheets[-1].box.bottom() + MARGIN if self._sheets else 0.0

    def _lay_out(self) -> None:
        self._sheets = self._sheets_for(self._sizes)
        room = self.viewport().size()
        width = max((sheet.box.right() + MARGIN for sheet in self._sheets), default=0.0)
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setRange(0, max(0, round(self._height() - room.height())))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setRange(0, max(0, round(width - room.width())))
        self._later.start()
        self.viewport().update()
        self.moved.emit()

    # ---- pictures

    def _pixels(self, sheet: Sheet) -> int:
        return min(_MAX_WIDTH, round(sheet.box.width() * self.devicePixelRatioF()))

    def _wanted(self, sheets: Sequence[Sheet]) -> list[tuple[int, int]]:
        """Return the pages near the view with the width of their pictures, those in view first."""
        near = pages_near(sheets, float(self.verticalScrollBar().value()), self.viewport().height())
        return [(place, self._pixels(sheets[place])) for place in near]

    def _draw_missing(self) -> None:
        wanted = self._wanted(self._sheets)
        near = {place for place, _ in wanted}
        self._pictures = {place: image for place, image in self._pictures.items() if place in near}
        missing = [
            (place, width)
            for place, width in wanted
            if place not in self._pictures or self._pictures[place].width() not in range(width - 1, width + 2)
        ]
        if not missing or self._lane.is_busy("load"):
            return
        serial, drawer = self._serial, self._drawer

        def work(job: Job) -> Drawn:
            return drawer.draw(job, serial, missing)

        self._lane.start(
            "Drawing pages", work, then=self._take, otherwise=self._complain, kind="draw", newest_only=True
        )

    def _take(self, drawn: Drawn) -> None:
        if drawn.serial == self._serial:
            self._pictures |= drawn.pictures
            self.viewport().update()

    # ---- events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint canvas, pages, hover and mark."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.tokens.canvas))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = QRectF(self.viewport().rect())
        for place, sheet in enumerate(self._sheets):
            box = sheet.box.translated(-self._offset())
            if box.intersects(seen):
                self._paint_page(painter, place, box)
        self._paint_marks(painter)
        painter.end()

    def _paint_page(self, painter: QPainter, place: int, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 10))
        for spread in range(1, 6):
            painter.drawRoundedRect(box.adjusted(-spread, 1 - spread, spread, spread + 1), 3, 3)
        painter.fillRect(box, QColor("white"))
        if picture := self._pictures.get(place):
            painter.drawImage(box, picture)
        if self._theme.tokens.dark:
            painter.fillRect(box, QColor(0, 0, 0, 22))

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        for region in self._regions():
            if region.entry and region.entry in (self._selected, self._hovered):
                box = self._box(region)
                if box is not None:
                    painter.setBrush(QColor("#ffe79a" if region.entry == self._selected else "#e4eefb"))
                    painter.drawRoundedRect(box.adjusted(-3, -1.5, 3, 1.5), 3, 3)

    def _entry_at(self, at: QPointF) -> str:
        best, size = "", float("inf")
        for region in self._regions():
            box = self._box(region)
            if box is not None and box.adjusted(-_GRACE, -_GRACE, _GRACE, _GRACE).contains(at):
                area = box.width() * box.height()
                if area < size:
                    best, size = region.entry, area
        return best

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the entry under the mouse."""
        self._hover(self._entry_at(event.position()))

    def _hover(self, entry: str) -> None:
        if entry != self._hovered:
            self._hovered = entry
            shape = Qt.CursorShape.PointingHandCursor if entry else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed."""
        self._pressed = self._entry_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the entry that was clicked; with Ctrl, join it to the chosen one. A click beside all chooses none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        entry = self._entry_at(event.position())
        if entry != self._pressed:
            return
        if entry.startswith(PICTURE):
            self.picture_clicked.emit(entry)
        elif entry and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entry_joined.emit(entry)
        else:
            self.entry_clicked.emit(entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the report behind the entry."""
        entry = self._entry_at(event.position())
        if entry and not entry.startswith(PICTURE):
            self.entry_opened.emit(entry)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the entry under the mouse; the menu key asks for that of the chosen one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        entry = self._entry_at(QPointF(event.pos())) if by_mouse else self._selected
        self.menu_wanted.emit("" if entry.startswith(PICTURE) else entry, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the hover when the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self._hover("")
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from entry to entry with J and K, open with Enter, to the ends with Home and End."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_J:
                self._step(1)
            case Qt.Key.Key_K:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._selected:
                self.entry_opened.emit(self._selected)
            case Qt.Key.Key_Escape if self._selected:
                self.entry_clicked.emit("")
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        order = list(dict.fromkeys(region.entry for region in self._regions() if _is_entry(region)))
        if not order:
            return
        at = order.index(self._selected) + by if self._selected in order else (0 if by > 0 else len(order) - 1)
        self.entry_clicked.emit(order[min(max(at, 0), len(order) - 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew, keeping the place where one reads."""
        before = self._height()
        value = self.verticalScrollBar().value()
        super().resizeEvent(event)
        self._lay_out()
        if before:
            self.verticalScrollBar().setValue(round(value * self._height() / before))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002  Qt's signature
        """Repaint, and draw the pages that come into view."""
        self._later.start()
        self.viewport().update()
        self.moved.emit()


def _is_entry(region: Region) -> bool:
    return bool(region.entry) and not region.entry.startswith(PICTURE)
