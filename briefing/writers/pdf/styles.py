"""The look of each kind of text, worked out from the theme."""

from dataclasses import dataclass
from typing import Literal

from briefing.model.theme import Theme
from briefing.writers.pdf.fonts import Cut

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Family, cut, size, leading (points), colour and alignment of a text."""

    family: str
    size: float
    leading: float
    colour: str
    cut: Cut = "regular"
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """Every style of a document."""

    product: Style
    unit: Style
    kicker: Style
    title: Style
    meta: Style
    callout_label: Style
    callout: Style
    figure_value: Style
    figure_caption: Style
    heading_1: Style
    heading_2: Style
    body: Style
    lead: Style
    note: Style
    number: Style
    detail: Style
    caption: Style
    table_head: Style
    table_first: Style
    table_cell: Style
    quotation: Style
    quotation_label: Style
    end_note: Style
    running: Style
    marking: Style


def build_styles(theme: Theme) -> Styles:
    """Return the styles of a theme."""
    sans, serif = theme.sans, theme.serif
    body, small, table = theme.body_size, theme.small_size, theme.table_size
    ratio = theme.body_leading / theme.body_size

    def style(family: str, size: float, leading: float, colour: str, cut: Cut = "regular") -> Style:
        return Style(family=family, size=size, leading=leading, colour=colour, cut=cut)

    return Styles(
        product=style(sans, 15, 19, theme.band_text, "bold"),
        unit=style(sans, 9.6, 13, mixed(theme.band_text, theme.band, 0.16)),
        kicker=style(sans, small, small * 1.3, theme.accent, "bold"),
        title=style(serif, theme.title_size, theme.title_size * 1.22, theme.heading, "semibold"),
        meta=style(sans, small, small * 1.35, theme.muted),
        callout_label=style(sans, small, small * 1.4, theme.heading, "bold"),
        callout=style(sans, body + 0.5, (body + 0.5) * 1.4, theme.ink),
        figure_value=style(serif, theme.title_size * 0.95, theme.title_size * 1.1, theme.accent, "semibold"),
        figure_caption=style(sans, small + 0.2, small * 1.34, theme.muted),
        heading_1=style(sans, theme.heading_size, theme.heading_size * 1.28, theme.heading, "bold"),
        heading_2=style(sans, body, body * 1.34, theme.heading, "semibold"),
        body=style(sans, body, theme.body_leading, theme.ink),
        lead=style(sans, body + 1, (body + 1) * ratio, theme.ink),
        note=style(sans, small, small * 1.36, theme.muted),
        number=style(sans, body, theme.body_leading, theme.accent, "bold"),
        detail=style(sans, small, small * 1.4, theme.muted),
        caption=style(sans, small, small * 1.36, theme.muted),
        table_head=style(sans, table - 0.2, table * 1.26, theme.heading, "bold"),
        table_first=style(sans, table, table * 1.31, theme.ink, "semibold"),
        table_cell=style(sans, table, table * 1.31, theme.ink),
        quotation=style(serif, body, body * 1.42, theme.ink, "italic"),
        quotation_label=style(sans, small, small * 1.4, theme.heading),
        end_note=style(sans, small + 0.2, small * 1.4, theme.ink),
        running=style(sans, small, small * 1.3, theme.muted),
        marking=style(sans, 12, 15, "#ffffff", "bold"),
    )


def mixed(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with ``share`` (0 to 1) of another colour in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in pairs)


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue (0 to 1) of "#rrggbb"; a colour that is none is black."""
    try:
        value = int(colour.removeprefix("#"), 16)
    except ValueError:
        return 0.0, 0.0, 0.0
    return (value >> 16 & 255) / 255, (value >> 8 & 255) / 255, (value & 255) / 255
