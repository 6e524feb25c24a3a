"""Where the files that come with the program lie: in a checkout beside the package, in a wheel inside it."""

from pathlib import Path

import platformdirs

from briefing.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    for candidate in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise ResourceError(f"The folder “{name}” of the installation is missing. Install the program again.")


def templates_folder() -> Path:
    """Return the folder of the section templates; themes lie in its subfolder ``themes``."""
    return _folder("templates")


def seeds_folder() -> Path:
    """Return the folder of the sample reports."""
    return _folder("seeds")


def data_folder() -> Path:
    """Return the folder of the word lists and map outlines."""
    return _PACKAGE / "data"


def cache_folder() -> Path:
    """Return the folder for files that can be made again, such as the gazetteer; it may not exist yet."""
    return Path(platformdirs.user_cache_dir("situation-briefings", appauthor=False))


def settings_folder() -> Path:
    """Return the folder for what the desktop app remembers; it may not exist yet."""
    return Path(platformdirs.user_data_dir("situation-briefings", appauthor=False))
