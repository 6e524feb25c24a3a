"""How a font goes into the file: a subset whose map back to Unicode every reader and checker accepts."""

import functools
import threading
import unicodedata
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from briefing.writers.pdf.archive import EndedStream

# PDF 32000-1, 9.10.3 with CMap specification: at most this many lines in one block
_BLOCK = 100

ONE_AT_A_TIME = threading.Lock()
"""To be held while a file is drawn: reportlab keeps its fonts for the whole process, and a font serves one file."""


# Shapes without a character of their own are given one of the private plane 15, by their number in the font.
_PLANE, _LAST_OF_PLANE_0 = 0xF0000, 0xFFFF


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font without the entries for U+0000 that reportlab writes (PDF/UA-1, 7.21.7 forbids them).

    It also draws shapes that no character stands for, such as the joined forms of Arabic letters.
    """

    @functools.cached_property
    def _letters(self) -> dict[int, str]:
        """Return the letters that each private character stands for."""
        return {}

    @functools.cached_property
    def _shaper(self) -> Any:
        import uharfbuzz  # noqa: PLC0415 -- for scripts that join their letters alone

        return uharfbuzz.Font(uharfbuzz.Face(self.face._ttf_data))  # noqa: SLF001 (reportlab has no getter)

    def shaped(self, word: str) -> list[tuple[int, str, float]]:
        """Return the shapes of a word from left to right: glyph number, letters it stands for, width in 1/1000 em."""
        import uharfbuzz  # noqa: PLC0415

        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer)
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        em = self._shaper.face.upem
        return [
            (
                info.codepoint,
                word[info.cluster : ends[info.cluster]],
                self._shaper.get_glyph_h_advance(info.codepoint) * 1000 / em,
            )
            for info in buffer.glyph_infos
        ]

    def character_of(self, glyph: int, letters: str, advance: float) -> int:
        """Return the private character that draws a glyph, which stands for some letters."""
        code = _PLANE + glyph
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = advance
        self._letters.setdefault(code, _ligatures().get(letters, letters))
        return code

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (reportlab's name)
        """Add the font's objects to the file, repair their maps to Unicode and the ends of their streams."""
        super().addObjects(doc)
        for name, thing in list(doc.idToObject.items()):
            if type(thing) is not pdfdoc.PDFStream:
                continue
            if name.startswith("toUnicodeCMap:"):
                thing.content = _repaired(thing.content, self._letters)
            thing.__class__ = EndedStream


def _repaired(cmap: str, letters: dict[int, str]) -> str:
    lines = cmap.split("\n")
    start = next((place for place, line in enumerate(lines) if line.endswith("beginbfchar")), None)
    if start is None:
        return cmap
    end = lines.index("endbfchar", start)
    pairs = [_in_letters(line, letters) for line in lines[start + 1 : end] if not line.endswith("<0000>")]
    blocks: list[str] = []
    for first in range(0, len(pairs), _BLOCK):
        part = pairs[first : first + _BLOCK]
        blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines[:start], *blocks, *lines[end + 1 :]])


def _in_letters(line: str, letters: dict[int, str]) -> str:
    """Return a line of the map with the letters, in UTF-16, that a private character stands for."""
    code, character = line.split()
    value = int(character.strip("<>"), 16)
    if value <= _LAST_OF_PLANE_0:
        return line
    return f"{code} <{letters.get(value, chr(value)).encode('utf-16-be').hex().upper()}>"


@functools.cache
def _ligatures() -> dict[str, str]:
    """Return the one character that Unicode has for each Arabic ligature (blocks FB50 and FE70), by its letters.

    Readers that put the shapes of a page in order would take the letters of one shape in the wrong order.
    """
    forms = [chr(code) for code in range(0xFB50, 0xFEFD)]
    letters = {form: unicodedata.normalize("NFKC", form) for form in reversed(forms)}
    return {word: form for form, word in letters.items() if len(word) > 1 and " " not in word}
