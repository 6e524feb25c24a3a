"""The units of WordprocessingML: twips, half points and English metric units, and its way of writing colours."""

import re

from briefing.model.document import PageSize
from briefing.model.theme import Theme

_COLOUR = re.compile(r"#([0-9a-fA-F]{6})")

PAPER = {PageSize.A4: (11906, 16838), PageSize.LETTER: (12240, 15840)}
"""Width and height of the paper in twips."""


def twips(points: float) -> int:
    """Return points as twentieths of a point."""
    return round(points * 20)


def twips_of_millimetres(millimetres: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def half_points(points: float) -> int:
    """Return a font size as half points, the finest step that Word knows."""
    return round(points * 2)


def emus(points: float) -> int:
    """Return points as English metric units, in which pictures are measured."""
    return round(points * 12700)


def colour(value: str, fallback: str = "000000") -> str:
    """Return "#rrggbb" as "RRGGBB", and ``fallback`` for anything else."""
    found = _COLOUR.fullmatch(value)
    return found[1].upper() if found else fallback


def text_width(page_size: PageSize, theme: Theme) -> int:
    """Return the width between the margins in twips."""
    return PAPER[page_size][0] - 2 * twips_of_millimetres(theme.margin_side)


def text_height(page_size: PageSize, theme: Theme) -> int:
    """Return the height between the margins in twips."""
    return PAPER[page_size][1] - twips_of_millimetres(theme.margin_top) - twips_of_millimetres(theme.margin_bottom)
