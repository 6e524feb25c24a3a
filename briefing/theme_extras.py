"""What lies beside a theme file: a logo, and fonts of the analyst's own. Both are checked before they are used."""

import io
from functools import cache
from pathlib import Path
from typing import Any

from briefing.model.theme import FontFiles, Logo
from briefing.toml_lines import TomlLines, refuse_unknown

_CUTS = ("regular", "bold", "italic", "bold_italic", "semibold")
# A logo is printed some ten millimetres high: more pixels than this are only weight.
_LOGO_SIDE, _LOGO_BYTES = 1200, 8_000_000
# The lowest four bits of fsType say how a font may be embedded; this alone forbids it (OpenType, table OS/2).
_PERMISSIONS, _RESTRICTED = 0x000F, 0x0002


def read_extras(lines: TomlLines, path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """Return the logo and the fonts that a theme file names, as values of a theme; raises TemplateError."""
    extras: dict[str, Any] = {}
    if "logo" in data:
        extras["logo"] = _logo(lines, path, data)
    if "font" in data:
        extras["fonts"] = tuple(_font(lines, path, family, cuts) for family, cuts in _blocks(lines, data["font"]))
    return extras


def _blocks(lines: TomlLines, fonts: Any) -> list[tuple[str, dict[str, Any]]]:
    if not isinstance(fonts, dict) or not all(isinstance(cuts, dict) for cuts in fonts.values()):
        raise lines.error("a font is a block such as [font.“Our Sans”] with regular = “OurSans.ttf”.", "font")
    return list(fonts.items())


def _font(lines: TomlLines, path: Path, family: str, cuts: dict[str, Any]) -> FontFiles:
    refuse_unknown(lines, cuts, set(_CUTS), f"of the font “{family}”")
    if "regular" not in cuts:
        raise lines.error(f"the font “{family}” has no line regular = “….ttf”, the file of its upright letters.")
    files = {cut: str((path.parent / str(name)).resolve()) for cut, name in cuts.items()}
    for cut, file in files.items():
        if fault := _font_fault(Path(file)):
            raise lines.error(f"{cut} of the font “{family}”: {fault}", cut)
    return FontFiles(family=family, **files)


@cache
def _font_fault(file: Path) -> str:
    """Say what keeps a font file from use in a PDF, "" when nothing does."""
    from uharfbuzz import Face  # noqa: PLC0415 -- for fonts of the analyst alone

    try:
        face = Face(file.read_bytes())
    except OSError:
        return f"there is no file “{file.name}” beside the theme. Copy it there, or write its path."
    tables = set(face.table_tags)
    if not {"glyf", "cmap", "head", "hmtx"} <= tables:
        return f"“{file.name}” is no TrueType font. Take the .ttf file of the font, not .otf, .woff or a collection."
    permission = int.from_bytes(face.reference_table("OS/2").data[8:10], "big") if "OS/2" in tables else 0
    if permission & _PERMISSIONS == _RESTRICTED:
        return f"“{file.name}” does not permit to be embedded in documents. Ask its maker, or take another font."
    return ""


def _logo(lines: TomlLines, path: Path, data: dict[str, Any]) -> Logo:
    """Read a logo: PNG or JPEG, made small, and without what a camera or program wrote into it."""
    from PIL import Image  # noqa: PLC0415 -- comes with reportlab, and takes its time to load

    file, words = path.parent / str(data["logo"]), str(data.get("logo_words", "")).strip()
    if not words:
        raise lines.error("a logo needs logo_words, the words that stand for it: “Regional desk”.", "logo")
    try:
        if file.stat().st_size > _LOGO_BYTES:
            raise lines.error(f"“{file.name}” has more than 8 MB. Save the logo smaller.", "logo")
        with Image.open(file, formats=("PNG", "JPEG")) as picture:
            picture.thumbnail((_LOGO_SIDE, _LOGO_SIDE))
            bare = Image.new("RGBA", picture.size)
            bare.paste(picture.convert("RGBA"))
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise lines.error(
            f"the logo “{file.name}” cannot be read. Lay a PNG or JPEG picture beside the theme.", "logo"
        ) from error
    buffer = io.BytesIO()
    bare.save(buffer, "PNG", optimize=True)
    return Logo(data=buffer.getvalue(), width=bare.width, height=bare.height, alternative=words)
