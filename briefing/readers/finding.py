"""Which files the analyst means by a list of files, folders and patterns, always in the same order."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from briefing.model.notice import Notice, Severity


def origin_of(path: Path) -> str:
    """Return the path as given, with forward slashes; letters that the file system cannot spell become "�"."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def find_files(paths: Iterable[str | Path]) -> tuple[tuple[Path, ...], tuple[Notice, ...]]:
    """Find the files that the paths name: files, folders with all below them, and patterns such as "reports/*.txt".

    Each file comes once, in the order of the paths and, within a folder, sorted by name. Hidden files are skipped, and
    links to folders are not followed, so that no circle of links can trap the walk.
    """
    files: dict[str, Path] = {}
    notices: list[Notice] = []
    for given in paths:
        found = list(_files_of(given, notices))
        for path in found:
            files.setdefault(os.path.realpath(path), path)
    return tuple(files.values()), tuple(notices)


def _files_of(given: str | Path, notices: list[Notice]) -> Iterator[Path]:
    path = Path(given)
    if _exists(path):
        yield from _expand(path, notices)
        return
    # Path.glob cannot start from an absolute pattern
    matches = sorted(glob(str(given), recursive=True)) if has_magic(str(given)) else []  # noqa: PTH207
    if not matches:
        notices.append(_missing(origin_of(path), pattern=has_magic(str(given))))
    for match in matches:
        yield from _expand(Path(match), notices)


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def _expand(path: Path, notices: list[Notice]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = False
    for file in _walk(path, notices):
        found = True
        yield file
    if not found:
        message = f"“{origin_of(path)}” holds no files to read; choose another folder."
        notices.append(Notice(severity=Severity.WARNING, code="empty-folder", message=message, subject=origin_of(path)))


def _walk(folder: Path, notices: list[Notice]) -> Iterator[Path]:
    def tell(error: OSError) -> None:
        name = origin_of(Path(str(error.filename)))
        message = f"“{name}” cannot be opened ({error.strerror}); check your permissions."
        notices.append(Notice(severity=Severity.ERROR, code="unreadable-folder", message=message, subject=name))

    for place, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place) / name


def _missing(origin: str, *, pattern: bool) -> Notice:
    if pattern:
        message = f"No file matches “{origin}”; check the pattern and the folder."
    else:
        message = f"“{origin}” is not there; check its name and place."
    return Notice(severity=Severity.ERROR, code="missing-file", message=message, subject=origin)
