"""The palette and fonts that Word offers when someone edits a document, taken from the theme."""

from briefing.model.theme import Theme
from briefing.writers.docx.markup import XML_HEAD
from briefing.writers.docx.units import colour
from briefing.writers.xml_text import escape_text

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FLAT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FLAT}</a:ln>'
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# ECMA-376 part 1, 20.1.4.1.14: three of each kind of format are the least a theme may have
_FORMATS = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FLAT * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FLAT * 3}</a:bgFillStyleLst>"
    "</a:fmtScheme>"
)


def render_theme(theme: Theme) -> str:
    """Return theme1.xml."""
    palette = {
        "dk1": theme.ink,
        "lt1": "#ffffff",
        "dk2": theme.heading,
        "lt2": theme.tint,
        "accent1": theme.accent,
        "accent2": theme.symbol_opposed,
        "accent3": theme.symbol_contested,
        "accent4": theme.symbol_held,
        "accent5": theme.muted,
        "accent6": theme.rule,
        "hlink": theme.accent,
        "folHlink": theme.accent,
    }
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour(value)}"/></a:{name}>' for name, value in palette.items())
    name = escape_text(theme.name)
    return (
        f'{XML_HEAD}<a:theme xmlns:a="{_DRAWING}" name="{name}"><a:themeElements><a:clrScheme name="{name}">{colours}'
        f'</a:clrScheme><a:fontScheme name="{name}">{_font("major", theme.serif)}{_font("minor", theme.sans)}'
        f"</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    )


def _font(kind: str, name: str) -> str:
    return (
        f'<a:{kind}Font><a:latin typeface="{escape_text(name)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
    )
