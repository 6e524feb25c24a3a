"""The look of a document: colours, fonts and sizes as values, read from a theme file."""

from dataclasses import dataclass

FONT_FAMILIES = ("Source Sans Pro", "Source Serif Pro")
"""The families that come with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFiles:
    """The TrueType files of a font family of the analyst, by path; a cut that is "" is drawn with the nearest."""

    family: str
    regular: str
    bold: str = ""
    italic: str = ""
    bold_italic: str = ""
    semibold: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture for the masthead: a PNG file as bytes, its size in pixels, and the words that stand for it."""

    data: bytes
    width: int
    height: int
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours are "#rrggbb", sizes points, margins millimetres.

    ``sans`` and ``serif`` are of ``FONT_FAMILIES``, or have their files in ``fonts``.
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
    logo: Logo | None = None
    fonts: tuple[FontFiles, ...] = ()
