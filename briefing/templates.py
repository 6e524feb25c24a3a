"""Templates and themes: readable TOML files that say which sections a briefing has and how it looks.

Every error names the file, what is wrong in it, and what to write instead.
"""

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.model.request import Template
from briefing.model.section import SectionChoice, SectionId
from briefing.model.theme import Theme
from briefing.resources import settings_folder, templates_folder

_TEMPLATE_KEYS = {"name", "description", "product", "theme", "max_pages", "short_notes", "word_notes", "section"}
_SECTION_KEYS = {"id", "on", "title", "limit"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def list_templates() -> tuple[Template, ...]:
    """Return all templates by name, the user's own (in the settings folder) over those that come with the program.

    A file that is no valid template is left out; ``list_template_faults`` says which and why.
    """
    return tuple(sorted(_read_all()[0], key=lambda item: item.name))


def list_template_faults() -> tuple[str, ...]:
    """Return a sentence for each template file that cannot be used, with its name and the remedy."""
    return _read_all()[1]


def _read_all() -> tuple[tuple[Template, ...], tuple[str, ...]]:
    found: dict[str, Template] = {}
    faults = []
    for folder in (templates_folder(), settings_folder() / "templates"):
        for path in sorted(folder.glob("*.toml")):
            try:
                found[path.stem] = read_template(path)
            except TemplateError as error:
                faults.append(str(error))
    return tuple(found.values()), tuple(faults)


def find_template(template_id: str) -> Template:
    """Return one template by its id, which is its file's name without ".toml", or by the path of its file."""
    if template_id.endswith(".toml"):
        return read_template(Path(template_id))
    for folder in (settings_folder() / "templates", templates_folder()):
        path = folder / f"{template_id}.toml"
        if "/" not in template_id and "\\" not in template_id and path.is_file():
            return read_template(path)
    known = ", ".join(path.stem for path in sorted(templates_folder().glob("*.toml")))
    raise TemplateError(f"There is no template “{template_id}”. Choose one of: {known}.")


def read_template(path: Path) -> Template:
    """Read one template file; raises TemplateError."""
    data = _read_toml(path)
    _refuse_unknown(path, data, _TEMPLATE_KEYS, "at the top")
    sections = data.get("section", [])
    if not isinstance(sections, list) or not sections:
        raise TemplateError(f"{path.name}: no section is listed. Add blocks such as [[section]] id = “cities”.")
    max_pages = data.get("max_pages")
    if max_pages is not None and (not isinstance(max_pages, int) or max_pages < 1):
        raise TemplateError(f"{path.name}: max_pages is {max_pages!r}; write a whole number from 1, or leave it out.")
    return Template(
        id=path.stem,
        name=_text(path, data, "name"),
        description=_text(path, data, "description"),
        product=_text(path, data, "product"),
        sections=tuple(_section(path, item) for item in sections),
        theme=str(data.get("theme", "house")),
        max_pages=max_pages,
        short_notes=_switch(path, data, "short_notes"),
        word_notes=_switch(path, data, "word_notes"),
    )


def read_theme(name: str) -> Theme:
    """Read the theme of that name; raises TemplateError."""
    path = templates_folder() / "themes" / f"{name}.toml"
    own = settings_folder() / "templates" / "themes" / f"{name}.toml"
    path = own if own.is_file() else path
    data = _read_toml(path)
    names = {field.name: field.type for field in fields(Theme)}
    _refuse_unknown(path, data, set(names), "at the top")
    values: dict[str, Any] = {}
    for key, kind in names.items():
        if key not in data:
            raise TemplateError(f"{path.name}: “{key}” is missing. Copy its line from the theme house.toml.")
        values[key] = _theme_value(path, key, kind, data[key])
    return Theme(**values)


def _theme_value(path: Path, key: str, kind: Any, value: Any) -> Any:
    if kind is float:
        if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
            raise TemplateError(f"{path.name}: {key} is {value!r}; write a number above 0.")
        return float(value)
    if key not in {"name", "sans", "serif"} and not _COLOUR.fullmatch(str(value)):
        raise TemplateError(f"{path.name}: {key} is {value!r}; write a colour such as “#12304f”.")
    return str(value)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"The template file {path} cannot be read: {error}.") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{path.name} is not a valid template: {error}.") from error


def _refuse_unknown(path: Path, data: dict[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(data) - known)
    if unknown:
        allowed = ", ".join(sorted(known))
        raise TemplateError(f"{path.name}: “{unknown[0]}” {where} is not known. Allowed are: {allowed}.")


def _switch(path: Path, data: dict[str, Any], key: str) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        raise TemplateError(f"{path.name}: {key} is {value!r}; write true or false, without quotation marks.")
    return value


def _text(path: Path, data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise TemplateError(f"{path.name}: “{key}” is missing. Write {key} = “...” at the top of the file.")
    return value


def _section(path: Path, item: Any) -> SectionChoice:
    if not isinstance(item, dict):
        raise TemplateError(f"{path.name}: each section is a block that begins with [[section]].")
    _refuse_unknown(path, item, _SECTION_KEYS, "in a section")
    try:
        section = SectionId(str(item.get("id")))
    except ValueError as error:
        known = ", ".join(section.value for section in SectionId)
        raise TemplateError(f"{path.name}: there is no section {item.get('id')!r}. Choose among: {known}.") from error
    limit = item.get("limit")
    if limit is not None and (not isinstance(limit, int) or limit < 1):
        raise TemplateError(f"{path.name}: limit of {section.value} is {limit!r}; write a whole number from 1.")
    return SectionChoice(id=section, on=bool(item.get("on", True)), title=item.get("title"), limit=limit)
