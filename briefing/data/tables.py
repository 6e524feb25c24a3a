"""Tables of knowledge: TOML files beside this module, read once."""

import tomllib
from functools import cache
from typing import Any

from briefing.errors import ResourceError
from briefing.resources import data_folder


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return the table of that name (a file without ".toml"); raises ResourceError when it is missing or broken."""
    path = data_folder() / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"The table {path.name} of the installation cannot be read: {error}.") from error
