"""The window of figures, and that all ways to draw a figure show the same."""

import re
from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest

from briefing import BriefingRequest, generate, read_reports
from briefing.model.document import Picture
from briefing.model.drawing import Drawing, Label, Line, Marker, MarkerShape, Polygon
from briefing.writers.pictures import render_png, render_svg
from gui.figures.painter import picture_of
from gui.figures.window import FigureWindow
from gui.main_window import MainWindow
from tests.gui.conftest import Desktop
from tests.paths import situation_files

SCALE = 2.0
_SHAPES: tuple[MarkerShape, ...] = ("circle", "ring", "square", "triangle", "diamond", "cross")


def _as_image(picture: QImage) -> Image.Image:
    made = picture.convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(made.constBits())
    return Image.frombytes("RGB", (made.width(), made.height()), data, "raw", "RGB", made.bytesPerLine())


def _by_svg(drawing: Drawing) -> Image.Image:
    image = QImage(round(drawing.width * SCALE), round(drawing.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    # Qt's reader of SVG takes a list of fonts for one name
    svg = re.sub(rb'font-family="[^"]*"', b'font-family="Source Sans Pro"', render_svg(drawing))
    QSvgRenderer(svg).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    return _as_image(image)


def _by_pdf(drawing: Drawing, folder: Path) -> Image.Image:
    path = folder / "picture.png"
    path.write_bytes(render_png(drawing, SCALE))
    return _opened(path)


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Return the greatest difference of two pictures (0 to 255) that is left when they are softened by three pixels."""
    size = min(one.width, other.width), min(one.height, other.height)
    soft = [image.crop((0, 0, *size)).filter(ImageFilter.GaussianBlur(3)) for image in (one, other)]
    return max(high for _, high in ImageStat.Stat(ImageChops.difference(*soft)).extrema)


def _situation_pictures() -> list[Picture]:
    request = BriefingRequest(template="campaign-assessment")
    briefing = generate(read_reports(situation_files("two-tripolis")).reports, request)
    return [block for block in briefing.document.blocks if isinstance(block, Picture)]


def _all_shapes() -> Drawing:
    square = ((20.0, 60.0), (80.0, 60.0), (80.0, 100.0), (20.0, 100.0))
    hole = ((40.0, 70.0), (60.0, 70.0), (60.0, 90.0), (40.0, 90.0))
    return Drawing(
        width=200,
        height=120,
        shapes=(
            Polygon(rings=(square, hole), fill="#dce8f2", stroke="#12304f", width=2),
            Line(points=((90, 60), (190, 60), (190, 100)), stroke="#b3261e", width=3, dash=(6, 4)),
            Line(points=((150, 110), (260, 110)), stroke="#12304f", width=4),
            *(Marker(at=(20.0 + 30 * i, 30), shape=s, size=20, fill="#b3261e") for i, s in enumerate(_SHAPES)),
            Label(at=(100, 90), text="Middle", size=14, colour="#1a2430", anchor="middle", halo="#ffd28a"),
            Label(at=(190, 118), text="End é", size=9, colour="#1a2430", anchor="end", bold=True),
        ),
    )


def test_all_ways_to_draw_show_the_same(desktop: Desktop, tmp_path: Path) -> None:
    """What is on screen is what the PDF, the SVG and the PNG hold; a shape moved by three points is found."""
    assert desktop.theme  # loads the fonts
    for drawing in (_all_shapes(), *(picture.drawing for picture in _situation_pictures())):
        assert _difference(_by_pdf(drawing, tmp_path), _as_image(picture_of(drawing, SCALE))) < 50
        # Qt's reader of SVG rounds the size of letters, so that only whole sizes can be compared
        same = tuple(s for s in drawing.shapes if not isinstance(s, Label) or s.size == int(s.size))
        plain = replace(drawing, shapes=same)
        assert _difference(_as_image(picture_of(plain, SCALE)), _by_svg(plain)) < 50
    drawing = _all_shapes()
    moved = [replace(s, at=(s.at[0] + 3, s.at[1])) if isinstance(s, Marker) else s for s in drawing.shapes]
    other = _as_image(picture_of(replace(drawing, shapes=tuple(moved)), SCALE))
    assert _difference(_as_image(picture_of(drawing, SCALE)), other) > 80


def _click_picture(window: MainWindow) -> FigureWindow:
    view = window.preview.view
    entry = "picture-1"
    view.select(entry)
    box = view.box_of(entry)
    assert box is not None
    at = QPoint(round(box.center().x()), round(box.center().y()))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.sides.figure is not None
    return window.sides.figure


@pytest.fixture
def window(desktop: Desktop) -> MainWindow:
    """Return a window on reports with three figures."""
    return desktop.open(situation_files("two-tripolis"))


def test_a_click_on_a_figure_shows_it_large_and_chooses_no_entry(window: MainWindow) -> None:
    """The evidence stays as it is, since a figure rests on many passages."""
    figures = _click_picture(window)
    assert figures.isVisible()
    assert figures.picture is not None
    assert figures.picture.entry == "picture-1"
    assert figures.scale > window.preview.view.factor() * 96 / 72
    assert figures.sheet.accessibleDescription() == figures.picture.alternative
    assert window.evidence.subject is None
    shown = _as_image(figures.sheet.grab().toImage())
    assert len(shown.getcolors(1 << 24) or ()) > 10


def test_the_figures_are_walked_through_by_keys(window: MainWindow) -> None:
    """Page down and page up, to the ends and no further."""
    window.sides.show_figures()
    figures = window.sides.figure
    assert figures is not None
    captions = []
    for _ in range(4):
        captions.append(figures.windowTitle())
        QTest.keyClick(figures, Qt.Key.Key_PageDown)
    assert captions == ["Figure 1 – figure", "Figure 2 – figure", "Figure 2 – figure", "Figure 2 – figure"]
    QTest.keyClick(figures, Qt.Key.Key_PageUp)
    assert figures.windowTitle() == "Figure 1 – figure"
    before = figures.scale
    QTest.keyClick(figures, Qt.Key.Key_Plus)
    assert figures.scale == pytest.approx(before * 1.25)
    QTest.mouseClick(figures.fit, Qt.MouseButton.LeftButton)
    assert figures.scale == pytest.approx(before)


def test_a_figure_is_copied_and_saved_as_svg_and_png(window: MainWindow, desktop: Desktop, tmp_path: Path) -> None:
    """For slides and messages; a wrong ending is told in a sentence."""
    figures = _click_picture(window)
    assert figures.picture is not None
    QTest.mouseClick(figures.copy, Qt.MouseButton.LeftButton)
    assert desktop.answers.pictures[0].width() == round(figures.picture.drawing.width * 4)
    for ending in ("svg", "png"):
        path = tmp_path / f"map.{ending}"
        desktop.answers.file_to_save = str(path)
        QTest.mouseClick(figures.save, Qt.MouseButton.LeftButton)
        assert "Saved as" in figures.told.toPlainText()
    assert (tmp_path / "map.svg").read_bytes() == render_svg(figures.picture.drawing)
    assert _opened(tmp_path / "map.png").width == ceil(figures.picture.drawing.width * 4)
    desktop.answers.file_to_save = str(tmp_path / "map.bmp")
    QTest.mouseClick(figures.save, Qt.MouseButton.LeftButton)
    assert "neither an SVG nor a PNG" in figures.told.toPlainText()
    assert not (tmp_path / "map.bmp").exists()


def test_the_window_of_figures_says_when_there_is_none(desktop: Desktop, reports: tuple[Path, ...]) -> None:
    """And offers nothing that cannot be done."""
    window = desktop.open(reports)
    for section in window.desk.sections:
        if section.on and section.id.value in {"map", "timeline"}:
            window.outline.select(section.id.value)
            window.outline.toggle_current()
    desktop.settle(window)
    window.sides.show_figures()
    figures = window.sides.figure
    assert figures is not None
    assert figures.picture is None
    assert figures.caption.toPlainText() == "This briefing has no figure."
    assert not figures.save.isEnabled()
