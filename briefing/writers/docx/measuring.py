"""The width of words in a table, so that Word's columns are as wide as those on the PDF's page."""

from functools import cache

from briefing.model.document import Document
from briefing.model.theme import Theme
from briefing.writers.column_widths import CellLook, MeasureWords
from briefing.writers.pdf.fonts import FAMILIES, Cut, load_face, split_by_face
from briefing.writers.typography import bound
from briefing.writers.xml_text import clean_text

_CUTS: dict[CellLook, Cut] = {"head": "bold", "first": "bold", "cell": "regular", "bold": "bold"}
_STAND_IN = "Source Sans Pro"
# A machine without our font and without Calibri sets the words in another one: DejaVu Sans, which LibreOffice takes
# where nothing else is installed, is about so many times as wide. A date must not break there.
_OTHER_FONT = 1.31


def measure_words(theme: Theme, *, embedded: bool = False) -> MeasureWords:
    """Return what measures words in the font of the theme, or in ours if that one is not at hand.

    The longest word is given more room than it needs: that of a wider font, unless ours is ``embedded`` in the file.
    """
    room = 1.0 if embedded else _OTHER_FONT
    family = theme.sans if theme.sans in FAMILIES else _STAND_IN
    size = theme.table_size

    # the words of a column come again and again
    @cache
    def width(word: str, cut: Cut) -> float:
        parts = split_by_face(word, load_face(family, cut)) if word else ()
        return sum(part.face.width(part.text, size) for part in parts)

    def measure(text: str, look: CellLook) -> tuple[float, float]:
        cut = _CUTS[look]
        widths = [width(word, cut) for word in bound(clean_text(text)).split(" ")]
        return sum(widths) + (len(widths) - 1) * width(" ", cut), max(widths) * room

    return measure


def widest(text: str, document: Document) -> float:
    """Return the width in points that small print may take: in our font, or in a wider one that stands in for it."""
    theme = document.theme
    family = theme.sans if theme.sans in FAMILIES else _STAND_IN
    parts = split_by_face(text, load_face(family, "regular")) if text else ()
    room = 1.0 if document.word_fonts else _OTHER_FONT
    return sum(part.face.width(part.text, theme.small_size) for part in parts) * room
