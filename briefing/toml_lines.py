"""The TOML files of the analyst, read so that every error names the file, the line and the remedy."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import TemplateError


@dataclass(frozen=True, slots=True)
class TomlLines:
    """The lines of a template or theme file, so that an error can name the one where it lies."""

    path: Path
    lines: tuple[str, ...]

    def error(self, words: str, key: str = "", section: int | None = None) -> TemplateError:
        """Make an error that names the file, the line of a key where there is one, what is wrong, and what to write."""
        line = self._line(key, section)
        return TemplateError(f"{self.path.name}{f', line {line}' if line else ''}: {words}")

    def _line(self, key: str, section: int | None) -> int | None:
        """Return the line of a key at the top, or in the section of that number; else that of the section itself."""
        at = -1
        start: int | None = None
        for number, text in enumerate(self.lines, 1):
            if text.strip().startswith("[["):
                at += 1
                start = number if at == section else start
            inside = at == -1 if section is None else at == section
            if inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", text):
                return number
        return start


def read_toml(path: Path) -> tuple[TomlLines, dict[str, Any]]:
    """Read a file; raises TemplateError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"The template file {path} cannot be read: {error}.") from error
    lines = TomlLines(path, tuple(text.splitlines()))
    try:
        return lines, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise lines.error(
            f"it is not a valid template: {error}. Compare it with one that comes with the program."
        ) from error


def refuse_unknown(
    lines: TomlLines, data: dict[str, Any], known: set[str], where: str, section: int | None = None
) -> None:
    """Raise TemplateError for the first key that is not known; ``where`` says where it stands."""
    unknown = sorted(set(data) - known)
    if unknown:
        allowed = ", ".join(sorted(known))
        raise lines.error(f"“{unknown[0]}” {where} is not known. Allowed are: {allowed}.", unknown[0], section)
