"""Line icons of our own, drawn on a grid of 24 and tinted in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_PATHS = {
    "add-files": "M6 3h8l4 4v4M6 3v18h7M14 3v4h4M18 15v6M15 18h6",
    "add-folder": "M3 19V6h6l2 2.5h10V12M3 19h9M18.5 15v6M15.5 18h6",
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.4 15.4L21 21",
    "undo": "M8.5 5L4 9.5L8.5 14M4 9.5h10.5a5 5 0 0 1 0 10H11",
    "redo": "M15.5 5L20 9.5L15.5 14M20 9.5H9.5a5 5 0 0 0 0 10H13",
    "export": "M12 3v12M7.5 10.5L12 15l4.5-4.5M4 16v4.5h16V16",
    "minus": "M5 12h14",
    "plus": "M5 12h14M12 5v14",
    "fit-width": "M3 5v14M21 5v14M7 12h10M9.5 9L6.5 12l3 3M14.5 9l3 3l-3 3",
    "warning": "M12 4L2.8 20h18.4ZM12 10v4.5M12 17.2v.3",
    "info": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 11v5.5M12 7.6v.3",
    "error": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7.5v5.5M12 16.2v.3",
    "done": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M8 12.3l2.8 2.8l5.2-5.6",
    "close": "M6 6l12 12M18 6L6 18",
    "chevron-down": "M6 9.5l6 6l6-6",
    "chevron-right": "M9.5 6l6 6l-6 6",
    "up": "M12 20V5M6 11l6-6l6 6",
    "down": "M12 4v15M6 13l6 6l6-6",
    "open": "M13 4h7v7M20 4l-9 9M17 14v6H4V7h6",
    "folder": "M3 19V6h6l2 2.5h10V19Z",
    "page": "M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6",
    "copy": "M9 8h11v13H9ZM5 16H4V3h11v1.5",
    "quote": "M4 4h16v13h-8l-5 4v-4H4ZM8 11.5h2v-3H8c0 2-.2 3.5-.8 4.8M14 11.5h2v-3h-2c0 2-.2 3.5-.8 4.8",
    "inbox": "M3 13l3.5-8h11L21 13v6.5H3ZM3 13h5.5c.4 2 1.7 3 3.5 3s3.1-1 3.5-3H21",
    "book": "M12 6c-2-1.4-5-2-9-2v14.5c4 0 7 .6 9 2c2-1.4 5-2 9-2V4c-4 0-7 .6-9 2ZM12 6v14.5",
    "panel": "M3 4h18v16H3ZM15 4v16",
    "trash": "M4 6.5h16M9 6.5V4h6v2.5M6.5 6.5L7.5 21h9l1-14.5M10.3 10.5v6.5M13.7 10.5v6.5",
    "pencil": "M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19ZM13.500 7l3.500 3.500",
    "pin": "M9 3h6l-1 6l3.500 4h-11L10 9ZM12 13v8",
    "hide": "M2.500 12c5-8 14-8 19 0c-5 8-14 8-19 0M12 9.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5M4 20L20 4",
    "merge": "M5 4c0 6 7 4 7 9v7M19 4c0 6-7 4-7 9M8.500 16.500L12 20l3.500-3.500",
    "split": "M12 20v-6c0-5-7-3-7-9M12 14c0-5 7-3 7-9M2 7.500L5 4l3 3.500M16 7.500L19 4l3 3.500",
    "grade": "M12 3a6 6 0 1 0 0 12a6 6 0 1 0 0-12M8.500 14L7 21.500l5-2.500l5 2.500L15.500 14",
    "place": (
        "M12 21c-4-5-6.500-8-6.500-11.500a6.500 6.500 0 0 1 13 0C18.500 13 16 16 12 21Z"
        "M12 7a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5"
    ),
    "grip": "M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1",
    "marking": "M12 3l8 3v6c0 4.5-3.2 7.6-8 9c-4.8-1.4-8-4.5-8-9V6Z",
    "masthead": "M3 4h18v5H3ZM3 13.500h12M3 18h8",
    "bottom-line": "M4 5v14M9 8h11M9 12h11M9 16h7",
    "highlights": "M12 3l2.6 5.600l6.1.8l-4.5 4.200l1.1 6.100L12 16.700l-5.3 3l1.1-6.100l-4.5-4.200l6.1-.8Z",
    "changes": "M4 9h13M13.500 5.500L17 9l-3.500 3.500M20 16H7M10.500 12.500L7 16l3.500 3.500",
    "overview": "M2.500 12c5-8 14-8 19 0c-5 8-14 8-19 0M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6",
    "actors": (
        "M9 4a3.500 3.500 0 1 0 0 7a3.500 3.500 0 1 0 0-7M2.500 20c.5-8 12.500-8 13 0"
        "M16 5a3 3 0 0 1 0 6M18 14c2.500 1 3.500 3 3.500 6"
    ),
    "statements": "M4 4h16v12h-9l-5 4v-4H4ZM8 8.500h8M8 12h5",
    "assessment": "M12 4v3M5 7h14M12 7v13M8 20h8M5 7l-2 6h4ZM19 7l-2 6h4Z",
    "outlook": "M3 17l6-6l4 4l8-9M15 6h6v6",
    "implications": "M4 12h5M9 12l4-6h7M9 12l4 6h7M17.500 3.500L20 6l-2.500 2.500M17.500 15.500L20 18l-2.500 2.500",
    "legend": "M4 6h3M4 12h3M4 18h3M10 6h10M10 12h10M10 18h10",
    "ledger": "M5 3h14v18H5ZM9 3v18M11.500 8h5M11.500 12h5M11.500 16h5",
    "key-figures": "M4 20V11h4v9M10 20V5h4v15M16 20v-6h4v6",
    "key-developments": (
        "M10 6h10M10 12h10M10 18h10M4 5l1.5-.8V8M4 11.200c1-1.5 3-.2 2 1L4 14h2.500"
        "M4.2 17.200c2.5-1 3 1.2 1.2 1.300c2 0 1.4 2.3-1.2 1.3"
    ),
    "cities": "M4 21V9l6-3v15M10 21V11h10v10M3 21h18M14 15h2M14 18h2M6.5 12h1M6.5 16h1",
    "map": "M3 6l6-2.500l6 2.500l6-2.500V18l-6 2.500L9 18l-6 2.500ZM9 3.500V18M15 6v14.5",
    "timeline": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5.200l3.5 2",
    "conflicts": "M12 4v16M7 20h10M5 7h14M5 7l-2.5 6.500h5ZM19 7l-2.5 6.500h5Z",
    "gaps": "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M9.3 9.500c.3-3.3 5.6-3 5.4.2c-.1 2-2.7 2-2.7 4M12 16.800v.3",
    "background": "M4 12a8 8 0 1 0 2.5-5.800L4 8.500M4 4v4.500h4.500M12 8v4.300l3 1.7",
    "sources": "M5 16c2 0 3-1.5 3-4V7H4v5h4M14 16c2 0 3-1.5 3-4V7h-4v5h4",
    "method": "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4M4 12h14",
    "evidence": "M5 3h10l4 4v14H5ZM8.5 13l2.3 2.300l4.7-4.8",
    "endnotes": "M4 6h16M4 11h16M4 16h9M17 15.500l1.5-.8V20",
    "light": (
        "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2"
        "M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M5.3 18.700l1.4-1.400M17.3 6.700l1.4-1.4"
    ),
}


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(_PATHS)


@lru_cache(maxsize=512)
def picture(name: str, colour: str, size: int = 16, ratio: float = 2.0) -> QPixmap:
    """Draw an icon of ``size`` logical pixels in a colour such as "#18222e"; ``ratio`` is device pixels to one."""
    width = "2.6" if name == "grip" else "1.8"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round">'
        f'<path d="{_PATHS[name]}"/></svg>'
    )
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon(name: str, colour: str, disabled: str, size: int = 16) -> QIcon:
    """Make an icon with its look for disabled buttons."""
    made = QIcon(picture(name, colour, size))
    made.addPixmap(picture(name, disabled, size), QIcon.Mode.Disabled)
    return made


def window_icon() -> QIcon:
    """Draw the sign of the program: the lines of a bottom line on a dark ground."""
    size = 128
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#12304f"))
    painter.drawRoundedRect(pixmap.rect(), 26, 26)
    painter.drawPixmap(20, 20, picture("bottom-line", "#ffffff", 88, 1.0))
    painter.end()
    return QIcon(pixmap)
