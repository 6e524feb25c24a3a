"""From the wish to export to the files on the disk, and what is said about it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.workflow import file_name
from gui.dialogs.export import FORMATS, ExportDialog
from gui.words import count, short_path
from gui.writing import Exported

if TYPE_CHECKING:
    from gui.main_window import MainWindow


_OPEN = {"docx": "Word", "html": "web page", "csv": "tables"}
"""What the button says that opens a format, where its title is longer."""


class Exports(QObject):
    """Asks, exports beside the window, and tells the outcome with what can be done next."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted: tuple[Path, tuple[str, ...], str, str] | None = None
        self._paths: tuple[Path, ...] = ()

    def ask(self) -> None:
        """Open the export dialog."""
        window = self._window
        if not window.desk.preview:
            return
        name = file_name(window.desk.preview.briefing)
        dialog = ExportDialog(window.desk, window.theme, window.outside, name, window)
        dialog.export_wanted.connect(self.start)
        dialog.look_wanted.connect(self._look)
        window.open_dialog(dialog)

    def _look(self, what: str) -> None:
        if what == "checks":
            self._window.sides.show_checks()
        else:
            self._window.show_notices()

    def again(self) -> None:
        """Export once more into the same folder; earlier files stay, the new ones get the next free name."""
        view, preview = self._window.desk.view, self._window.desk.preview
        if view.export_folder and preview:
            self.start(Path(view.export_folder), view.export_formats, file_name(preview.briefing))
        else:
            self.ask()

    def start(self, folder: Path, formats: tuple[str, ...], name: str, password: str = "") -> None:
        """Export to a folder under a name; the password of the PDF is kept only for trying again."""
        self._wanted = (folder, formats, name, password)
        self._window.desk.set_view(export_folder=str(folder), export_formats=formats)
        self._window.preview.toast.hide()
        self._window.desk.export(folder, formats, name, self._done, self._failed, password)

    def _try_again(self) -> None:
        if self._wanted:
            self.start(*self._wanted)

    def _done(self, exported: Exported) -> None:
        self._wanted = None
        paths = self._paths = exported.paths
        opened = {path.suffix[1:]: path for path in reversed(paths)}
        titles = {kind: FORMATS[kind][0] for kind in dict.fromkeys(path.suffix[1:] for path in paths)}
        choices: list[tuple[str, Callable[[], None]]] = [
            (f"Open {_OPEN.get(kind, title)}", partial(self._open, opened[kind]))
            for kind, title in list(titles.items())[:2]
        ]
        choices += [("Show folder", self._show_folder), ("Copy path", self._copy_path)]
        name = paths[0].name.removesuffix(paths[0].suffix).removesuffix(".developments")
        words = f"“{name}” as {_listed(list(titles.values()))}, in {short_path(str(paths[0].parent))}"
        words = f"{words}. {exported.kept}" if exported.kept else words
        self._window.preview.toast.tell(f"Exported {count(len(paths), 'file')}", words, choices)

    def _failed(self, error: Exception) -> None:
        choices = [("Try again", self._try_again), ("Choose another folder…", self.ask)]
        words = f"{error} What is open and chosen is safe."
        self._window.preview.toast.tell("The briefing was not exported", words, choices, bad=True)

    def _open(self, path: Path) -> None:
        if not self._window.outside.open_file(path):
            self._window.foot.tell(f"No program opened {path.name}. Its folder is {path.parent}.")

    def _show_folder(self) -> None:
        self._open(self._paths[0].parent)

    def _copy_path(self) -> None:
        self._window.outside.copy("\n".join(str(path) for path in self._paths))
        self._window.foot.tell("Path copied")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
