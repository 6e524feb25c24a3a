"""How large the logo of the masthead is, the same in every format."""

from briefing.model.theme import Logo

LOGO_HEIGHT = 30.0
"""In points: about as high as the words beside it."""
_WIDEST = 150.0


def logo_size(logo: Logo) -> tuple[float, float]:
    """Return width and height of a logo in points: in its proportions, and no wider than a third of the column."""
    scale = min(LOGO_HEIGHT / logo.height, _WIDEST / logo.width)
    return logo.width * scale, logo.height * scale
