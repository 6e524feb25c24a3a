"""The look of a document: colours, fonts and sizes as values, read from a theme file."""

from dataclasses import dataclass

FONT_FAMILIES = ("Source Sans Pro", "Source Serif Pro")
"""The families that come with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours are "#rrggbb", sizes points, margins millimetres.

    ``sans`` and ``serif`` are of ``FONT_FAMILIES``.
    """

    name: str
    sans: str
    serif: str
    ink: str
    heading: str
    accent: str
    muted: str
    rule: str
    tint: str
    band: str
    band_text: str
    map_land: str
    map_neighbour: str
    map_water: str
    map_border: str
    map_label: str
    symbol_opposed: str
    symbol_contested: str
    symbol_held: str
    symbol_event: str
    body_size: float
    body_leading: float
    title_size: float
    heading_size: float
    small_size: float
    table_size: float
    margin_side: float
    margin_top: float
    margin_bottom: float
