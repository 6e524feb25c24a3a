"""Templates: readable TOML files that say which sections a briefing has.

Every error names the file, the line, what is wrong there, and what to write instead.
"""

from pathlib import Path
from typing import Any

from briefing.errors import TemplateError
from briefing.model.request import Template
from briefing.model.section import WITH_FIGURE, Grouping, SectionChoice, SectionId
from briefing.resources import settings_folder, templates_folder
from briefing.toml_lines import TomlLines, read_toml, refuse_unknown

_INHERITED = (
    "name",
    "description",
    "product",
    "theme",
    "max_pages",
    "most_citations",
    "short_notes",
    "word_notes",
    "word_comments",
    "word_fonts",
    "contents",
)
_TEMPLATE_KEYS = {*_INHERITED, "section", "extends"}
_SECTION_KEYS = {"id", "on", "title", "limit", "group", "figure"}


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
    """Read one template file; raises TemplateError with file, line and remedy."""
    lines, data = read_toml(path)
    refuse_unknown(lines, data, _TEMPLATE_KEYS, "at the top")
    base = _base(lines, data)
    if base is not None:
        data = {**{key: getattr(base, key) for key in _INHERITED}, **data}
    items = data.get("section", [])
    if not isinstance(items, list) or (not items and base is None):
        raise lines.error("no section is listed. Add blocks such as [[section]] id = “cities”.", "section")
    own = tuple(_section(lines, item, number) for number, item in enumerate(items))
    _refuse_repeated(lines, own)
    return Template(
        id=path.stem,
        name=_text(lines, data, "name"),
        description=_text(lines, data, "description"),
        product=_text(lines, data, "product"),
        sections=_extended(base.sections, own) if base else own,
        theme=str(data.get("theme", "house")),
        max_pages=_count(lines, data, "max_pages"),
        short_notes=_switch(lines, data, "short_notes"),
        word_notes=_switch(lines, data, "word_notes", default=True),
        word_comments=_switch(lines, data, "word_comments"),
        word_fonts=_switch(lines, data, "word_fonts"),
        contents=_switch(lines, data, "contents"),
        most_citations=_count(lines, data, "most_citations"),
    )


def _base(lines: TomlLines, data: dict[str, Any]) -> Template | None:
    """Return the template that a file extends, one that comes with the program, or None."""
    extended = data.pop("extends", None)
    if extended is None:
        return None
    path = templates_folder() / f"{extended}.toml"
    if not isinstance(extended, str) or "/" in extended or "\\" in extended or not path.is_file():
        known = ", ".join(found.stem for found in sorted(templates_folder().glob("*.toml")))
        raise lines.error(f"it extends {extended!r}, which is no template. Choose among: {known}.", "extends")
    return read_template(path)


def _count(lines: TomlLines, data: dict[str, Any], key: str) -> int | None:
    value = data.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise lines.error(f"{key} is {value!r}; write a whole number from 1, or leave it out.", key)
    return value


def _extended(base: tuple[SectionChoice, ...], own: tuple[SectionChoice, ...]) -> tuple[SectionChoice, ...]:
    """Put the sections of a file in the place of those of the template that it extends, new ones at the end."""
    changed = {choice.id: choice for choice in own}
    known = {choice.id for choice in base}
    return (
        *(changed.get(choice.id, choice) for choice in base),
        *(choice for choice in own if choice.id not in known),
    )


def _refuse_repeated(lines: TomlLines, sections: tuple[SectionChoice, ...]) -> None:
    seen: set[SectionId] = set()
    for number, choice in enumerate(sections):
        if choice.id in seen:
            raise lines.error(f"“{choice.id.value}” is listed twice. Take one of the two away.", "id", number)
        seen.add(choice.id)


def _switch(lines: TomlLines, data: dict[str, Any], key: str, *, default: bool = False) -> bool:
    value = data.get(key, default)
    if not isinstance(value, bool):
        raise lines.error(f"{key} is {value!r}; write true or false, without quotation marks.", key)
    return value


def _text(lines: TomlLines, data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise lines.error(f"“{key}” is missing. Write {key} = “...” at the top of the file.", key)
    return value


def _section(lines: TomlLines, item: Any, number: int) -> SectionChoice:
    if not isinstance(item, dict):
        raise lines.error("each section is a block that begins with [[section]].")
    refuse_unknown(lines, item, _SECTION_KEYS, "in a section", number)
    try:
        section = SectionId(str(item.get("id")))
    except ValueError as error:
        known = ", ".join(section.value for section in SectionId)
        raise lines.error(f"there is no section {item.get('id')!r}. Choose among: {known}.", "id", number) from error
    limit = item.get("limit")
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool) or limit < 1):
        raise lines.error(f"limit of {section.value} is {limit!r}; write a whole number from 1.", "limit", number)
    on, title = item.get("on", True), item.get("title")
    if not isinstance(on, bool):
        raise lines.error(f"on is {on!r}; write true or false, without quotation marks.", "on", number)
    if title is not None and not isinstance(title, str):
        raise lines.error(f"title is {title!r}; write the words in quotation marks.", "title", number)
    figure = item.get("figure")
    if figure is not None and not isinstance(figure, bool):
        raise lines.error(f"figure is {figure!r}; write true or false, without quotation marks.", "figure", number)
    if figure and section not in WITH_FIGURE:
        known = ", ".join(section.value for section in WITH_FIGURE)
        raise lines.error(f"{section.value} has no figure to add; those that have one are: {known}.", "figure", number)
    grouping = _grouping(lines, item, number)
    return SectionChoice(id=section, on=on, title=title, limit=limit, group=grouping, figure=figure)


def _grouping(lines: TomlLines, item: dict[str, Any], number: int) -> Grouping:
    try:
        return Grouping(item.get("group", Grouping.RANK.value))
    except ValueError as error:
        known = ", ".join(way.value for way in Grouping)
        raise lines.error(f"group is {item['group']!r}; choose among: {known}.", "group", number) from error
