"""Drawings as SVG and PNG: the right size, the right colours, the same every time, and safe."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree
from PIL import Image

from briefing.model.drawing import Drawing, Label, Line, Marker, MarkerShape, Polygon, Shape
from briefing.writers.pdf import render_pdf
from briefing.writers.pictures import render_png, render_svg
from tests.briefing.writers.sample_document import sample_document, sample_map

_ROOT = Path(__file__).resolve().parents[3]
_SVG = "{http://www.w3.org/2000/svg}"


def _drawing(*shapes: Shape) -> Drawing:
    return Drawing(width=100, height=60, shapes=shapes)


def _pixels(drawing: Drawing, scale: float = 2.0) -> Image.Image:
    return Image.open(io.BytesIO(render_png(drawing, scale)))


def test_a_png_has_the_drawing_s_size_times_the_scale() -> None:
    """Two pixels for each point unless asked otherwise."""
    assert Image.open(io.BytesIO(render_png(sample_map()))).size == (940, 500)
    assert _pixels(_drawing(), 3.0).size == (300, 180)


def test_a_png_says_how_large_it_is_on_paper() -> None:
    """72 points are an inch, so scale 2 is 144 pixels for an inch."""
    horizontal, vertical = _pixels(_drawing()).info["dpi"]
    assert round(horizontal) == round(vertical) == 144


def test_a_vast_drawing_is_made_smaller_and_a_tiny_one_is_still_a_picture() -> None:
    """No drawing takes all memory, none fails for having no size."""
    assert max(_pixels(Drawing(width=50_000, height=10, shapes=())).size) == 6000
    assert min(_pixels(Drawing(width=0, height=0, shapes=())).size) >= 1


def test_the_y_axis_points_down_and_shapes_are_clipped() -> None:
    """The origin is the left top corner; what lies outside the drawing is not drawn."""
    square = ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0), (0.0, 20.0))
    image = _pixels(_drawing(Polygon(rings=(square,), fill="#ff0000")))
    assert image.getpixel((10, 10)) == (255, 0, 0)
    assert image.getpixel((10, 100)) == (255, 255, 255)


def test_a_ring_inside_a_ring_is_a_hole() -> None:
    """The even-odd rule holds for lakes with islands, in PNG and SVG."""
    outer = ((0.0, 0.0), (60.0, 0.0), (60.0, 60.0), (0.0, 60.0))
    inner = ((20.0, 20.0), (40.0, 20.0), (40.0, 40.0), (20.0, 40.0))
    drawing = _drawing(Polygon(rings=(outer, inner), fill="#0000ff"))
    image = _pixels(drawing)
    assert image.getpixel((20, 20)) == (0, 0, 255)
    assert image.getpixel((60, 60)) == (255, 255, 255)
    assert b'fill-rule="evenodd"' in render_svg(drawing)


@pytest.mark.parametrize("shape", get_args(MarkerShape))
def test_each_marker_differs_in_shape_and_stands_on_its_place(shape: MarkerShape) -> None:
    """Colour alone never tells two kinds apart."""
    marker = Marker(at=(50, 30), shape=shape, size=20, fill="#b3261e")
    image = _pixels(_drawing(marker), 4.0)
    assert image.getpixel((200, 120)) == ((255, 255, 255) if shape == "ring" else (179, 38, 30))
    others = [_drawing(Marker(at=(50, 30), shape=other, size=20, fill="#b3261e")) for other in get_args(MarkerShape)]
    assert sum(_pixels(other, 4.0).tobytes() == image.tobytes() for other in others) == 1
    assert len(etree.fromstring(render_svg(_drawing(marker)))[-1]) == 1


def test_a_label_is_drawn_where_its_anchor_says() -> None:
    """Start, middle and end put the words right of, round and left of the place."""
    ink = {}
    for anchor in ("start", "middle", "end"):
        label = Label(at=(50, 30), text="Homs", size=10, colour="#000000", anchor=anchor)
        box = _pixels(_drawing(label)).convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
        assert box is not None
        ink[anchor] = (box[0], box[2])
    assert ink["start"][0] >= 100
    assert ink["end"][1] <= 100
    assert abs(sum(ink["middle"]) / 2 - 100) < 3


def test_a_halo_is_drawn_under_the_words_of_a_label() -> None:
    """Words over dark ground keep a light edge, in PNG and SVG."""
    ground = Polygon(rings=(((0, 0), (100, 0), (100, 60), (0, 60)),), fill="#000000")
    label = Label(at=(10, 30), text="Homs", size=12, colour="#ff0000", halo="#ffffff")
    colours = {colour for _, colour in _pixels(_drawing(ground, label), 4.0).getcolors(100_000) or []}
    assert {(255, 255, 255), (255, 0, 0)} <= colours
    texts = list(etree.fromstring(render_svg(_drawing(label))).iter(f"{_SVG}text"))
    assert [text.get("stroke") for text in texts] == ["#ffffff", None]


def test_a_dashed_line_has_gaps() -> None:
    """A dash of zeros is no dash."""
    line = Line(points=((0, 30), (100, 30)), stroke="#000000", width=4, dash=(10, 10))
    row = [_pixels(_drawing(line)).getpixel((x, 60)) for x in range(200)]
    assert {(0, 0, 0), (255, 255, 255)} <= set(row)
    solid = Line(points=((0, 30), (100, 30)), stroke="#000000", width=4, dash=(0, 0))
    assert _pixels(_drawing(solid)).getpixel((100, 60)) == (0, 0, 0)
    assert b"stroke-dasharray" not in render_svg(_drawing(solid))


def test_svg_is_well_formed_and_holds_every_label_as_text() -> None:
    """The words of a map can be searched and read aloud."""
    drawing = sample_map()
    root = etree.fromstring(render_svg(drawing))
    assert root.get("viewBox") == "0 0 470 250"
    shown = {text.text for text in root.iter(f"{_SVG}text")}
    assert shown == {shape.text for shape in drawing.shapes if isinstance(shape, Label)}


def test_hostile_labels_and_colours_break_neither_picture() -> None:
    """Names come from reports: markup, control characters, other scripts and no text at all."""
    texts = ('<script>alert("&")</script>', "nul\x00\ud800", "", "درعا 漢字 🗺️", "a\nb")
    labels = [Label(at=(5, 20), text=text, size=8, colour='"><x/>', halo="white") for text in texts]
    drawing = _drawing(*labels, Polygon(rings=((), ((1, 1),)), fill="none"), Line(points=(), stroke="?"))
    root = etree.fromstring(render_svg(drawing))
    assert {node.tag for node in root.iter()} <= {
        f"{_SVG}{tag}" for tag in ["svg", "clipPath", "rect", "g", "text", "path", "polyline"]
    }
    assert _pixels(drawing).size == (200, 120)


def test_pictures_and_pages_drawn_at_the_same_time_do_not_disturb_each_other() -> None:
    """They share their fonts, which can serve one file at a time."""
    document = sample_document()
    with ThreadPoolExecutor(max_workers=3) as pool:
        pages = [pool.submit(render_pdf, document) for _ in range(3)]
        pictures = [render_png(sample_map()) for _ in range(6)]
    assert {page.result() for page in pages} == {render_pdf(document)}
    assert set(pictures) == {render_png(sample_map())}


def test_the_same_drawing_gives_the_same_bytes_in_another_process() -> None:
    """A picture in a document must not make two exports differ."""
    program = (
        "import hashlib; from briefing.writers.pictures import render_png, render_svg; "
        "from tests.briefing.writers.sample_document import sample_map; "
        "print(hashlib.sha256(render_png(sample_map()) + render_svg(sample_map())).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=_ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
