"""How the styles of a Word file look: what Word would show, followed from style to style and into the palette."""

from dataclasses import dataclass, replace
from typing import Any

from briefing.model.house_style import StyleSpecimen
from briefing.model.theme import Theme
from briefing.writers.docx.house.names import A, W
from briefing.writers.docx.house.opening import HouseFile
from briefing.writers.pdf.styles import channels, mixed

_PALETTE = {"text1": "dk1", "dark1": "dk1", "text2": "dk2", "dark2": "dk2", "background1": "lt1", "light1": "lt1",
            "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}  # fmt: skip
_LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_LONGEST_CHAIN = 12
_WORDS_OWN_SIZE = 10.0  # points, where a file names none
_ON = {None, "1", "true", "on"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a file by kind and by name in small letters, its root of styles and its theme (or None)."""

    styles: dict[tuple[str, str], Any]
    root: Any
    theme: Any

    def find(self, kind: str, *names: str) -> Any:
        """Return the first style of a kind that has one of the names, or None."""
        return next((self.styles[kind, name.lower()] for name in names if (kind, name.lower()) in self.styles), None)

    def default(self, kind: str) -> Any:
        """Return the style of a kind that paragraphs, words, tables or lists have when none is named, or None."""
        found = (style for (of, _name), style in self.styles.items() if of == kind)
        return next((style for style in found if style.get(f"{W}default") in {"1", "true", "on"}), None)

    def specimen(self, style: Any, name: str) -> StyleSpecimen:
        """Return how a style looks, its bases and the defaults of the file included."""
        properties = self._properties(style)
        return StyleSpecimen(
            name=name,
            font=self._font(properties) or "Times New Roman",
            size=_number(_last(properties, "sz"), 2 * _WORDS_OWN_SIZE) / 2,
            colour=self._colour(properties),
            bold=_switched(_last(properties, "b")),
            italic=_switched(_last(properties, "i")),
        )

    def accent(self) -> str:
        """Return the first accent colour of the file's palette as "#rrggbb", or ""."""
        return self._palette_colour("accent1")

    def _properties(self, style: Any) -> list[Any]:
        chain = []
        for _ in range(_LONGEST_CHAIN):
            if style is None:
                break
            chain.append(style.find(f"{W}rPr"))
            base = style.find(f"{W}basedOn")
            wanted = base.get(f"{W}val") if base is not None else None
            style = next((other for other in self.styles.values() if other.get(f"{W}styleId") == wanted), None)
        chain.append(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        return [properties for properties in reversed(chain) if properties is not None]

    def _font(self, properties: list[Any]) -> str:
        fonts = _last(properties, "rFonts")
        if fonts is None:
            return ""
        name = str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")
        scheme = fonts.get(f"{W}asciiTheme") or ""
        if scheme and self.theme is not None:
            kind = "major" if scheme.startswith("major") else "minor"
            latin = next(self.theme.iter(f"{A}{kind}Font"), None)
            face = latin.find(f"{A}latin") if latin is not None else None
            name = str(face.get("typeface") or name) if face is not None else name
        return name

    def _colour(self, properties: list[Any]) -> str:
        colour = _last(properties, "color")
        if colour is None:
            return "#000000"
        value = colour.get(f"{W}val") or "auto"
        if len(value) == len("rrggbb") and all(letter in "0123456789abcdefABCDEF" for letter in value):
            return f"#{value.lower()}"  # Word writes the colour of the palette as it is beside its name
        name = colour.get(f"{W}themeColor") or ""
        return self._palette_colour(_PALETTE.get(name, name)) or "#000000"

    def _palette_colour(self, name: str) -> str:
        if self.theme is None or not name:
            return ""
        for entry in self.theme.iter(f"{A}{name}"):
            for colour in entry:
                value = colour.get("lastClr") or colour.get("val") or ""
                if len(value) == len("rrggbb"):
                    return f"#{value.lower()}"
        return ""


def read_looks(file: HouseFile) -> Looks:
    """Read styles and palette of a file; one without styles has none."""
    name, palette = file.related("styles"), file.related("theme")
    root = file.tree(name) if name else None
    styles: dict[tuple[str, str], Any] = {}
    for style in root.findall(f"{W}style") if root is not None else ():
        title = style.find(f"{W}name")
        key = (style.get(f"{W}type", "paragraph"), str(title.get(f"{W}val") if title is not None else "").lower())
        styles.setdefault(key, style)
    return Looks(styles, root, file.tree(palette) if palette else None)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it, 1 to 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def theme_of(looks: Looks, theme: Theme) -> Theme:
    """Return a theme with fonts, sizes and colours of a file, for those styles of ours that it does not have itself."""
    if looks.root is None:
        return theme
    body = looks.find("paragraph", "Briefing Text", "Body Text")
    text = looks.specimen(looks.default("paragraph") if body is None else body, "")
    first = looks.find("paragraph", "heading 1")
    heading = looks.specimen(first, "") if first is not None else replace(text, size=text.size + 2)
    title_style = looks.find("paragraph", "Title")
    title = looks.specimen(title_style, "") if title_style is not None else replace(heading, size=text.size * 1.9)
    ink = _readable(text.colour, "#000000")
    strong = _readable(heading.colour, ink)
    share = text.size / theme.body_size
    return replace(
        theme,
        sans=text.font,
        serif=title.font,
        ink=ink,
        heading=strong,
        accent=_readable(looks.accent(), strong),
        muted=_readable(mixed(ink, "#ffffff", 0.3), ink),
        rule=mixed(strong, "#ffffff", 0.75),
        tint=mixed(strong, "#ffffff", 0.94),
        band=strong,
        band_text="#ffffff",
        body_size=text.size,
        body_leading=theme.body_leading * share,
        title_size=title.size,
        heading_size=heading.size,
        small_size=max(8.0, theme.small_size * share),
        table_size=max(8.0, theme.table_size * share),
    )


def _readable(colour: str, otherwise: str) -> str:
    """Return a colour that can be read on its own tint and on white, or the other one."""
    if not colour:
        return otherwise
    return colour if contrast(colour, mixed(colour, "#ffffff", 0.94)) >= _LEAST_CONTRAST else otherwise


def _last(properties: list[Any], name: str) -> Any:
    found = [element for part in properties if (element := part.find(f"{W}{name}")) is not None]
    return found[-1] if found else None


def _number(element: Any, otherwise: float) -> float:
    try:
        return float(element.get(f"{W}val")) if element is not None else otherwise
    except (TypeError, ValueError):
        return otherwise


def _switched(element: Any) -> bool:
    return element is not None and element.get(f"{W}val") in _ON
