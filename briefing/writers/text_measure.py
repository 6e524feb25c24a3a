"""How wide running text is set, on the PDF's page and in Word alike."""

from briefing.model.theme import Theme

# Running text reads best with 60 to 85 characters in a line (Bringhurst, The Elements of Typographic Style, 2.1.2).
# A character is about 0.46 em wide here.
_LINE = 82 * 0.46
# In small type, where room is what counts, the column wins.
_SMALL, _LEAST_SHARE = 10.0, 0.9


def text_measure(theme: Theme, column: float) -> float:
    """Return the width of running text in points, in a column of the width ``column``."""
    least = _LEAST_SHARE * column if theme.body_size < _SMALL else 0.0
    return min(column, max(_LINE * theme.body_size, least))
