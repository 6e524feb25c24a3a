"""How a font goes into the file: a subset whose map back to Unicode every reader and checker accepts."""

import functools
import io
import threading
import unicodedata
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from briefing.writers.pdf.archive import EndedStream

# PDF 32000-1, 9.10.3 with CMap specification: at most this many lines in one block
_BLOCK = 100

# Shapes without a character of their own are given one of the private planes, one after the other.
_PLANE, _LAST_OF_PLANE_0 = 0xF0000, 0xFFFF
_NUMBERING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Shape:
    """A glyph of a font for some letters, with its advance and its shift to the right and up, in 1/1000 em.

    One glyph may stand for different letters, and a mark of a vowel lies elsewhere over each letter.
    """

    glyph: int
    letters: str
    advance: float
    right: float = 0.0
    up: float = 0.0

    @property
    def floats(self) -> bool:
        """Tell whether it is a mark over or below a letter, or a joiner, and takes no room of its own."""
        return self.advance == 0


# Strokes of a pen: a verb of reportlab's paths, and its points as x, y, x, y, in 1/1000 em.
Outline = tuple[tuple[str, tuple[float, ...]], ...]


class _Pen:
    """Takes down an outline as HarfBuzz draws it, in the manner of fontTools' pens."""

    def __init__(self, scale: float, right: float, up: float) -> None:
        self.steps: list[tuple[str, tuple[float, ...]]] = []
        self._scale, self._right, self._up = scale, right, up
        self._at = (0.0, 0.0)

    def _place(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] * self._scale + self._right, point[1] * self._scale + self._up

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 (fontTools' names)
        self._at = self._place(point)
        self.steps.append(("moveTo", self._at))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._at = self._place(point)
        self.steps.append(("lineTo", self._at))

    def qCurveTo(self, control: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, self._place(control), self._place(point)
        # a curve of the second degree as one of the third, which PDF draws
        near = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        far = (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
        self._at = (x2, y2)
        self.steps.append(("curveTo", (*near, *far, *self._at)))

    def curveTo(self, near: tuple[float, float], far: tuple[float, float], point: tuple[float, float]) -> None:  # noqa: N802
        self._at = self._place(point)
        self.steps.append(("curveTo", (*self._place(near), *self._place(far), *self._at)))

    def closePath(self) -> None:  # noqa: N802
        self.steps.append(("close", ()))


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font without the entries for U+0000 that reportlab writes (PDF/UA-1, 7.21.7 forbids them).

    It also draws shapes that no character stands for, such as the joined forms of Arabic letters.
    """

    @property
    def advances(self) -> dict[int, float]:
        """Return the width of each character in 1/1000 em, by its code."""
        widths, default = self.face.charWidths, self.face.defaultWidth
        return {code: widths.get(code, default) for code in self.face.charToGlyph}

    @functools.cached_property
    def shapes(self) -> dict[int, Shape]:
        """Return the shape that each private character draws."""
        return {}

    @functools.cached_property
    def _codes(self) -> dict[Shape, int]:
        return {}

    @functools.cached_property
    def _shaper(self) -> Any:
        import uharfbuzz  # noqa: PLC0415 -- for scripts that join their letters alone

        return uharfbuzz.Font(uharfbuzz.Face(self.face._ttf_data))  # noqa: SLF001 (reportlab has no getter)

    def shaped(self, word: str, *, backward: bool = False) -> list[Shape]:
        """Return the shapes of a word from left to right; ``backward`` tells that it is read from right to left."""
        import uharfbuzz  # noqa: PLC0415

        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        if backward:
            buffer.direction = "rtl"  # turns brackets round
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS  # marks stand for themselves
        # widths must be those of the font (PDF/A), and what is moved is copied as a word of its own
        uharfbuzz.shape(self._shaper, buffer, {"kern": False})
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        scale = 1000 / self._shaper.face.upem
        shapes: list[Shape] = []
        for start, together in groupby(
            zip(buffer.glyph_infos, buffer.glyph_positions, strict=True), key=lambda pair: pair[0].cluster
        ):
            some = [
                Shape(info.codepoint, "", place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
                for info, place in together
            ]
            shapes += _lettered(some, word[start : ends[start]])
        return shapes

    def character_of(self, shape: Shape) -> int:
        """Return the private character that draws a shape."""
        with _NUMBERING:
            code = self._codes.setdefault(shape, _PLANE + len(self._codes))
            self.shapes[code] = shape
            self.face.charToGlyph[code] = shape.glyph
            self.face.charWidths[code] = shape.advance
        return code

    def outline(self, shape: Shape) -> Outline:
        """Return the outline of a shape."""
        pen = _Pen(1000 / self._shaper.face.upem, shape.right, shape.up)
        self._shaper.draw_glyph_with_pen(shape.glyph, pen)
        return tuple(pen.steps)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (reportlab's name)
        """Add the font's objects to the file, repair their maps to Unicode and the ends of their streams."""
        super().addObjects(doc)
        for name, thing in list(doc.idToObject.items()):
            if type(thing) is not pdfdoc.PDFStream:
                continue
            if name.startswith("toUnicodeCMap:"):
                thing.content = _repaired(thing.content, self.shapes)
            thing.__class__ = EndedStream


def load_font(name: str, file: bytes) -> EmbeddedFont:
    """Return the font of a TrueType file, which canvases know by its name from now on."""
    font = EmbeddedFont(name, io.BytesIO(file), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def _lettered(shapes: list[Shape], letters: str) -> list[Shape]:
    """Give shapes that stand for some letters together, from left to right, their share of them.

    The letters go to the one that takes room, the marks to the first of those that float, and none to the others.
    """
    if len(shapes) == 1:
        return [replace(shapes[0], letters=letters)]
    marks = "".join(filter(unicodedata.combining, letters))
    shares = {False: "".join(letter for letter in letters if not unicodedata.combining(letter)), True: marks}
    return [replace(shape, letters=shares.pop(shape.floats, "")) for shape in reversed(shapes)][::-1]


def _repaired(cmap: str, shapes: dict[int, Shape]) -> str:
    lines = cmap.split("\n")
    start = next((place for place, line in enumerate(lines) if line.endswith("beginbfchar")), None)
    if start is None:
        return cmap
    end = lines.index("endbfchar", start)
    pairs = [_in_letters(line, shapes) for line in lines[start + 1 : end] if not line.endswith("<0000>")]
    blocks: list[str] = []
    for first in range(0, len(pairs), _BLOCK):
        part = pairs[first : first + _BLOCK]
        blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines[:start], *blocks, *lines[end + 1 :]])


def _in_letters(line: str, shapes: dict[int, Shape]) -> str:
    """Return a line of the map with the letters, in UTF-16, that a private character stands for."""
    code, character = line.split()
    value = int(character.strip("<>"), 16)
    if value <= _LAST_OF_PLANE_0:
        return line
    letters = shapes[value].letters if value in shapes else chr(value)
    return f"{code} <{_ligatures().get(letters, letters).encode('utf-16-be').hex().upper()}>"


@functools.cache
def _ligatures() -> dict[str, str]:
    """Return the one character that Unicode has for each Hebrew and Arabic ligature (FB1D to FEFC), by its letters.

    Readers that put the shapes of a page in order would take the letters of one shape in the wrong order.
    """
    forms = [chr(code) for code in range(0xFB1D, 0xFEFD)]
    letters = {form: unicodedata.normalize("NFKC", form) for form in reversed(forms)}
    return {word: form for form, word in letters.items() if len(word) > 1 and " " not in word}
