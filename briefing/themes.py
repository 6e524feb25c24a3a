"""Themes: readable TOML files that say how a briefing looks; a file of the analyst's own may extend one of ours.

Every error names the file, the line, what is wrong there, and what to write instead.
"""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.model.theme import FONT_FAMILIES, Theme
from briefing.resources import settings_folder, templates_folder
from briefing.theme_extras import read_extras
from briefing.toml_lines import TomlLines, read_toml, refuse_unknown

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_KINDS: dict[str, Any] = {field.name: field.type for field in fields(Theme) if field.name not in {"logo", "fonts"}}
_OPTIONAL = ("logo", "logo_words", "font")
_FONTS = ("sans", "serif")
_MEASURES = frozenset(name for name, kind in _KINDS.items() if kind is float)
_FOUNDATION = "house"  # what others extend; its sizes are nobody's wish


def list_themes() -> tuple[tuple[str, str], ...]:
    """Return id and name of each theme that can be chosen, the analyst's own (in the settings folder) among them.

    A file that is no valid theme is left out. One that changes nothing but sizes is no look of its own: templates
    that must keep to few pages use it.
    """
    found = {}
    for folder in (_shipped_folder(), _own_folder()):
        for path in sorted(folder.glob("*.toml")):
            try:
                stated = _stated(path)
            except TemplateError:
                continue
            if set(stated) - _MEASURES - {"name"}:
                found[path.stem] = str(stated.get("name", path.stem))
    return tuple(sorted(found.items(), key=lambda item: (item[0] != _FOUNDATION, item[1])))


def read_theme(name: str, look: str = "") -> Theme:
    """Read the theme of that name, or of that path, in the look of another; raises TemplateError.

    ``look`` gives colours and fonts. Sizes and margins stay those of the first, because pages are counted by them,
    unless the file of the look states its own.
    """
    theme = _complete(_find(name))
    if look and look != name:
        chosen = _find(look)
        # the sizes of the foundation are what a template has that wishes for none
        wished = set() if look == _FOUNDATION else set(_stated(chosen))
        theme |= {key: value for key, value in _complete(chosen).items() if key not in _MEASURES or key in wished}
    return Theme(**theme)


def _shipped_folder() -> Path:
    return templates_folder() / "themes"


def _own_folder() -> Path:
    return settings_folder() / "templates" / "themes"


def _find(name: str) -> Path:
    if name.endswith(".toml"):
        return Path(name)
    for folder in (_own_folder(), _shipped_folder()):
        path = folder / f"{name}.toml"
        if "/" not in name and "\\" not in name and path.is_file():
            return path
    known = ", ".join(path.stem for path in sorted(_shipped_folder().glob("*.toml")))
    raise TemplateError(f"There is no theme “{name}”. Choose one of: {known}, or name a file that ends in .toml.")


def _complete(path: Path) -> dict[str, Any]:
    """Return all values of a theme, those of the theme that it extends included."""
    return _stated(_shipped_folder() / f"{_FOUNDATION}.toml") | _stated(path)


def _stated(path: Path) -> dict[str, Any]:
    """Return the values that a theme states itself, or that one states which it extends, save for the foundation."""
    lines, data = read_toml(path)
    base = data.pop("extends", None)
    refuse_unknown(lines, data, {*_KINDS, *_OPTIONAL}, "at the top")
    own = read_extras(lines, path, {key: data.pop(key) for key in _OPTIONAL if key in data})
    families = (*FONT_FAMILIES, *(font.family for font in own.get("fonts", ())))
    own |= {key: _value(lines, key, value, families) for key, value in data.items()}
    if base is None:
        missing = [key for key in _KINDS if key not in own]
        if missing:
            raise lines.error(f"“{missing[0]}” is missing. Write it, or extends = “{_FOUNDATION}” at the top.")
        return own
    return _extended(lines, base) | own


def _extended(lines: TomlLines, base: Any) -> dict[str, Any]:
    path = _shipped_folder() / f"{base}.toml"
    if not isinstance(base, str) or "/" in base or "\\" in base or not path.is_file():
        known = ", ".join(found.stem for found in sorted(_shipped_folder().glob("*.toml")))
        raise lines.error(f"it extends {base!r}, which is no theme. Choose among: {known}.", "extends")
    return {} if base == _FOUNDATION else _stated(path)


def _value(lines: TomlLines, key: str, value: Any, families: tuple[str, ...]) -> Any:
    if key in _MEASURES:
        if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
            raise lines.error(f"{key} is {value!r}; write a number above 0.", key)
        return float(value)
    if key in _FONTS and value not in families:
        raise lines.error(f"{key} is {value!r}; choose among: {', '.join(families)}.", key)
    if key not in {"name", *_FONTS} and not _COLOUR.fullmatch(str(value)):
        raise lines.error(f"{key} is {value!r}; write a colour such as “#12304f”.", key)
    return str(value)
