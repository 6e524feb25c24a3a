"""The width of words in a table, so that Word's columns are as wide as those on the PDF's page."""

from functools import cache

from briefing.model.theme import Theme
from briefing.writers.column_widths import CellLook, MeasureWords
from briefing.writers.pdf.fonts import FAMILIES, Cut, load_face, split_by_face
from briefing.writers.xml_text import clean_text

_CUTS: dict[CellLook, Cut] = {"head": "bold", "first": "bold", "cell": "regular", "bold": "bold"}
_STAND_IN = "Source Sans Pro"


def measure_words(theme: Theme) -> MeasureWords:
    """Return what measures words in the font of the theme, or in ours if that one is not at hand."""
    family = theme.sans if theme.sans in FAMILIES else _STAND_IN
    size = theme.table_size

    # the words of a column come again and again
    @cache
    def width(word: str, cut: Cut) -> float:
        parts = split_by_face(word, load_face(family, cut)) if word else ()
        return sum(part.face.width(part.text, size) for part in parts)

    def measure(text: str, look: CellLook) -> tuple[float, float]:
        cut = _CUTS[look]
        widths = [width(word, cut) for word in clean_text(text).split(" ")]
        return sum(widths) + (len(widths) - 1) * width(" ", cut), max(widths)

    return measure
