"""A paragraph style of ours and the borders, shading and tab stops that belong to its look."""

from dataclasses import dataclass
from typing import Literal

from briefing.writers.docx.units import colour

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A paragraph style; lengths are points, ``leading`` a share of the natural height of a line.

    ``following`` is the id of the style of the next paragraph when someone types on; ``frame`` is borders, shading
    and tab stops as XML. A name in small letters is one that Word knows itself.
    """

    id: str
    name: str
    size: float
    colour: str
    base: str = "Normal"
    following: str = "BriefingText"
    before: float = 0
    after: float = 0
    leading: float = 1.0
    left: float = 0
    hanging: float = 0
    right: float = 0
    align: str = ""
    font: str = ""
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    frame: str = ""
    outline: int | None = None


def border(side: str, value: str, weight: int, space: float) -> str:
    """Return one border: ``weight`` in eighths of a point, ``space`` to the text in points, in the colour ``value``."""
    return f'<w:{side} w:val="single" w:sz="{weight}" w:space="{round(space)}" w:color="{colour(value)}"/>'


def box(fill: str, sides: float, ends: float, *, bar: str = "", bar_side: Side = "left", foot: str = "") -> str:
    """Return borders in the colour of the shading, which Word fills up to: padding for a shaded paragraph.

    ``bar`` and ``foot`` are the colours of a thick line on the ``bar_side`` and of a rule below, or "".
    """
    thick = {side: bool(bar) and side == bar_side for side in ("left", "right")}
    left, right = (border(side, bar if on else fill, 24 if on else 4, sides) for side, on in thick.items())
    edges = border("top", fill, 4, ends) + left + border("bottom", foot or fill, 12 if foot else 4, ends) + right
    return f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{colour(fill)}"/>'


def tabs(*stops: tuple[str, int]) -> str:
    """Return tab stops: kind and place in twips of each."""
    marks = "".join(f'<w:tab w:val="{kind}" w:pos="{position}"/>' for kind, position in stops)
    return f"<w:tabs>{marks}</w:tabs>"
