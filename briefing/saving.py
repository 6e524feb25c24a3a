"""Saving files so that nothing is lost: whole or not at all, and never over what was there before."""

import os
import tempfile
from pathlib import Path

from briefing.errors import ExportError


def save_bytes(path: Path, data: bytes, *, keep: bool = True) -> Path:
    """Save ``data`` under ``path`` and return it; raises ExportError and then leaves the folder as it was.

    The bytes go to a temporary file of the same folder, to the disk, and only then take the name. An earlier file with
    other bytes is kept beside it as "name.previous.ending" if ``keep``.
    """
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if keep and path.is_file():
            _keep(path, data)
        _write(folder, path, data)
    except OSError as error:
        raise ExportError(_sentence(path, error)) from error
    return path


def free_name(folder: Path, stem: str, endings: tuple[str, ...]) -> str:
    """Return ``stem``, or the first of "stem-2", "stem-3" ... for which no file with any of the endings exists."""
    number, candidate = 1, stem
    while any((folder / f"{candidate}.{ending}").exists() for ending in endings):
        number += 1
        candidate = f"{stem}-{number}"
    return candidate


def _keep(path: Path, data: bytes) -> None:
    if path.read_bytes() == data:
        return
    stem = free_name(path.parent, f"{path.stem}.previous", (path.suffix.lstrip("."),))
    former = path.with_name(f"{stem}{path.suffix}")
    _write(path.parent, former, path.read_bytes())


def _write(folder: Path, path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".briefing-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sentence(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        reason = "the folder does not allow it, or the file is open in another program"
    elif isinstance(error, NotADirectoryError | FileExistsError):
        reason = "a file stands where its folder should be"
    elif isinstance(error, FileNotFoundError):
        reason = "its folder does not exist and cannot be made"
    else:
        reason = error.strerror or str(error)
    return (
        f"“{path.name}” could not be saved in {path.parent}: {reason}. "
        "Nothing was overwritten. Close the file elsewhere, or choose another folder or name."
    )
