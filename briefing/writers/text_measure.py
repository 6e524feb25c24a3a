"""How wide running text is set, on the PDF's page and in Word alike."""

from briefing.model.theme import Theme

# Running text reads best with 60 to 85 characters in a line (Bringhurst, The Elements of Typographic Style, 2.1.2);
# a few more, and the column does not look lost below boxes and tables. A character is about 0.46 em wide here.
_LINE = 88 * 0.46
# In small type the column wins: text much narrower than the tables looks like a fault, whatever the rule says.
_LEAST_SHARE = 0.9


def text_measure(theme: Theme, column: float) -> float:
    """Return the width of running text in points, in a column of the width ``column``."""
    return min(column, max(_LINE * theme.body_size, _LEAST_SHARE * column))
