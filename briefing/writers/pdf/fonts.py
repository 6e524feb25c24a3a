"""The type faces: found among the installed font packages, measured, and asked which characters they hold."""

import functools
import hashlib
import importlib
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from briefing.errors import ResourceError
from briefing.model.theme import FontFiles
from briefing.writers.pdf.advances import read_advances

if TYPE_CHECKING:
    from briefing.writers.pdf.embedding import EmbeddedFont, Shape

ONE_AT_A_TIME = threading.Lock()
"""To be held while a file is drawn: reportlab keeps its fonts for the whole process, and a font serves one file."""

Cut = Literal["regular", "bold", "italic", "bold_italic", "semibold"]

FAMILIES = MappingProxyType(
    {
        "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
        "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
    }
)
# What the families lack is drawn with this one: Greek, Cyrillic, Arabic, Hebrew, Georgian, Thai and Devanagari letters
# that look like those of Source Sans, in four cuts, as modules of a package (OFL).
_FALLBACK = "FiraGO"
_FALLBACK_CUTS: dict[Cut, str] = {
    "regular": "FiraGO_Regular",
    "bold": "FiraGO_Bold",
    "italic": "FiraGO_Italic",
    "bold_italic": "FiraGO_BoldItalic",
}
# Its small letters are so much larger.
_FALLBACK_SCALE = 0.92
_ENDINGS: dict[Cut, str] = {
    "regular": "",
    "bold": "Bold",
    "italic": "It",
    "bold_italic": "BoldIt",
    "semibold": "Semibold",
}
# What a reader takes for the same sign, when the face lacks the first.
_LOOKALIKES = {
    **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "),
    "\u2007": "\u00a0",
    "\u202f": "\u00a0",
    "\u2010": "-",
    "\u2011": "-",
    "\u2015": "—",
    "\u2212": "–",
    "\u02bc": "’",
    "\u02bb": "‘",
    "\u25cf": "•",
    "\u2043": "–",
}
_STAND_INS = "□☐▯◻■?"


@dataclass(frozen=True, eq=False)
class Face:
    """One cut of a family; ``advances`` are the widths of its characters in 1/1000 em.

    Set beside other faces its size is taken times ``scale``, so that all look equally large. ``file`` is the content of
    its TrueType file.
    """

    name: str
    file: bytes = field(repr=False)
    advances: dict[int, float] = field(repr=False)
    family: str
    cut: Cut
    scale: float = 1.0

    @functools.cached_property
    def font(self) -> "EmbeddedFont":
        """Return what draws, which is loaded when it is first asked for: pages are counted without."""
        from briefing.writers.pdf.embedding import load_font  # noqa: PLC0415

        return load_font(self.name, self.file)

    def width(self, text: str, size: float) -> float:
        """Return the width of ``text`` in points."""
        return _advance(self, text) * size / 1000.0

    def holds(self, character: str) -> bool:
        """Tell whether the face has a glyph for ``character``."""
        return ord(character) in self.advances

    def shape(self, word: str, *, backward: bool = False) -> str:
        """Return a word as it is drawn: its joined shapes and placed marks, leftmost first.

        ``backward`` tells that it is read from right to left, whatever its signs say by themselves.

        Each shape is a character of the private planes that the face draws and that the file maps back to letters.
        """
        codes: list[str] = []
        for shape in self.font.shaped(word, backward=backward):
            code = self.font.character_of(shape)
            self.advances[code] = shape.advance
            codes.append(chr(code))
        return "".join(codes)

    def shape_of(self, character: str) -> "Shape":
        """Return the shape that a private character draws."""
        return self.font.shapes[ord(character)]

    def holds_all(self, text: str) -> bool:
        """Tell whether the face has a glyph for each character of a text."""
        return self.advances.keys() >= set(map(ord, text))


@functools.lru_cache(maxsize=1 << 14)  # a document is made of few words
def _advance(face: Face, text: str) -> float:
    """Return the width of a text in 1/1000 em."""
    advances = face.advances
    return sum([advances.get(ord(character), 500.0) for character in text])


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that one face can draw; ``actual`` is what stood there if a stand-in is drawn."""

    text: str
    face: Face
    actual: str = ""


def font_file(family: str, cut: Cut) -> str:
    """Return the path of the TrueType file of a family that comes with the program."""
    package, stem = FAMILIES[family]
    return str(importlib.import_module(package).font_files_ttf[stem + _ENDINGS[cut]])


# Stands between the name of a family of the analyst and its files.
_OWN = "\n"


def own_family(files: FontFiles) -> str:
    """Return the name by which ``load_face`` knows a family of the analyst: its name and its files."""
    cuts = (files.regular, files.bold, files.italic, files.bold_italic, files.semibold)
    return _OWN.join((files.family, *cuts))


def _own_file(family: str, cut: Cut) -> str:
    """Return the file of a cut of the analyst's family, of the nearest cut where it has none."""
    _, regular, bold, italic, bold_italic, semibold = family.split(_OWN)
    nearest: dict[Cut, tuple[str, ...]] = {
        "regular": (),
        "bold": (bold, semibold),
        "italic": (italic,),
        "bold_italic": (bold_italic, bold, italic),
        "semibold": (semibold, bold),
    }
    return next((file for file in nearest[cut] if file), regular)


@functools.cache
def load_face(family: str, cut: Cut) -> Face:
    """Return a face of a family that comes with the program, or of ``own_family``; raise ResourceError."""
    if _OWN in family:
        return _load_own(family, _own_file(family, cut))
    if family == _FALLBACK and cut not in _FALLBACK_CUTS:
        return load_face(family, "bold")  # a file must not hold one font under two names
    return _load(f"{family} {cut}", family, cut)


@functools.cache
def _load_own(family: str, file: str) -> Face:
    """Load a file of the analyst's font once, whatever cuts it serves."""
    name = f"{family.partition(_OWN)[0]} {hashlib.sha256(file.encode()).hexdigest()[:8]}"
    return _load(name, family, "regular", file)


def _load(name: str, family: str, cut: Cut, file: str = "") -> Face:
    """Load a face of the program, or of a file of the analyst's, which is read whole, since it may be damaged."""
    scale = _FALLBACK_SCALE if family == _FALLBACK else 1.0
    try:
        content = Path(file).read_bytes() if file else _font_content(family, cut)
        advances = {} if file else read_advances(content)
        face = Face(name=name, file=content, advances=advances, family=family, cut=cut, scale=scale)
        advances |= face.font.advances if file else {}
    except Exception as error:
        remedy = "Check the font files of the theme" if file else "Install the program again"
        raise ResourceError(f"The font “{family.partition(_OWN)[0]}” is missing or damaged. {remedy}.") from error
    advances[0xA0] = advances.get(0x20, 250.0)
    return face


def _font_content(family: str, cut: Cut) -> bytes:
    """Return the file of a face that comes with the program."""
    if family == _FALLBACK:
        content: bytes = importlib.import_module(f"pymupdf_fonts.{_FALLBACK_CUTS[cut]}").fontbuffer
        return content
    return Path(font_file(family, cut)).read_bytes()


def split_by_face(text: str, face: Face) -> Iterator[Stretch]:
    """Cut a text into stretches that can be drawn, each with the first face that has its characters."""
    if face.holds_all(text):
        yield Stretch(text, face)
        return
    start, current = 0, _choose(text[0], face)
    for place, character in enumerate(text):
        if _goes_along(character) and current[0].holds(character):
            continue
        chosen = _choose(character, face)
        if chosen != current:
            yield _stretch(text[start:place], current)
            start, current = place, chosen
    yield _stretch(text[start:], current)


def _goes_along(character: str) -> bool:
    """Tell whether a character is a mark or a joiner, which must be drawn by the face of the letter before it."""
    return character in "\u200c\u200d" or unicodedata.combining(character) > 0


@functools.lru_cache(maxsize=1 << 12)
def parted(text: str, family: str, cut: Cut) -> tuple[tuple[Stretch, ...], str]:
    """Return the stretches of a text in a face, and the characters that no face can draw; most texts are set again."""
    face = load_face(family, cut)
    return tuple(part for part in split_by_face(text, face) if part.text), missing_characters(text, face)


def missing_characters(text: str, face: Face) -> str:
    """Return the characters of a text that no face can draw, each once, in their order."""
    if face.holds_all(text):
        return ""
    return "".join(dict.fromkeys(sign for sign in text if _choose(sign, face)[1] == "stand-in"))


_Choice = tuple[Face, Literal["as-is", "lookalike", "plain", "stand-in"]]


def _choose(character: str, face: Face) -> _Choice:
    if face.holds(character):
        return face, "as-is"
    if character in _LOOKALIKES:
        return face, "lookalike"
    for family in (*FAMILIES, _FALLBACK):
        other = load_face(family, face.cut)
        if other.holds(character):
            return other, "as-is"
    plain = _plain(character)
    if plain != character and face.holds_all(plain):
        return face, "plain"
    return face, "stand-in"


def _plain(character: str) -> str:
    """Return what Unicode takes for the same without its dress: A for a bold or a wide A, km for the sign of km."""
    return unicodedata.normalize("NFKC", character)


def _stretch(text: str, choice: _Choice) -> Stretch:
    face, way = choice
    if way == "as-is":
        return Stretch(text, face)
    if way == "lookalike":
        return Stretch("".join(_LOOKALIKES[character] for character in text), face)
    if way == "plain":
        return Stretch("".join(map(_plain, text)), face, actual=text)
    stand_in = next(sign for sign in _STAND_INS if face.holds(sign))
    # an accent that cannot be drawn must not become a box of its own
    shown = "".join("" if unicodedata.combining(character) else stand_in for character in text)
    return Stretch(shown, face, actual=text)
