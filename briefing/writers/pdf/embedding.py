"""How a font goes into the file: a subset whose map back to Unicode every reader and checker accepts."""

import threading
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont

from briefing.writers.pdf.archive import EndedStream

# PDF 32000-1, 9.10.3 with CMap specification: at most this many lines in one block
_BLOCK = 100

ONE_AT_A_TIME = threading.Lock()
"""To be held while a file is drawn: reportlab keeps its fonts for the whole process, and a font serves one file."""


class EmbeddedFont(TTFont):  # type: ignore[misc]
    """A TrueType font without the entries for U+0000 that reportlab writes (PDF/UA-1, 7.21.7 forbids them)."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (reportlab's name)
        """Add the font's objects to the file, repair their maps to Unicode and the ends of their streams."""
        super().addObjects(doc)
        for name, thing in list(doc.idToObject.items()):
            if type(thing) is not pdfdoc.PDFStream:
                continue
            if name.startswith("toUnicodeCMap:"):
                thing.content = _repaired(thing.content)
            thing.__class__ = EndedStream


def _repaired(cmap: str) -> str:
    lines = cmap.split("\n")
    start = next((place for place, line in enumerate(lines) if line.endswith("beginbfchar")), None)
    if start is None:
        return cmap
    end = lines.index("endbfchar", start)
    pairs = [line for line in lines[start + 1 : end] if not line.endswith("<0000>")]
    blocks: list[str] = []
    for first in range(0, len(pairs), _BLOCK):
        part = pairs[first : first + _BLOCK]
        blocks += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines[:start], *blocks, *lines[end + 1 :]])
