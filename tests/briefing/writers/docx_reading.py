"""A reader of Word files for the tests."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from tests.briefing.writers.docx_lint import WP, R, W, faults_of, hindrances_of, story_names, tree_of

__all__ = ["WP", "R", "W", "WordFile", "citations", "paragraph_text", "style_of"]

_NUMBERS = {"EndnoteReference", "EndnoteNumber", "NoteMarking"}


class WordFile:
    """The parts of a .docx file, read from its bytes."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def with_part(self, name: str, content: bytes) -> bytes:
        """Return the file with another content of one part."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for part, data in {**self.parts, name: content}.items():
                archive.writestr(part, data)
        return packed.getvalue()

    def tree(self, name: str) -> Any:
        """Return the root element of a part of the word folder."""
        return tree_of(self.parts, name)

    def stories(self) -> list[str]:
        """Return the names of the parts that hold paragraphs."""
        return story_names(self.parts)

    def words(self) -> list[str]:
        """Return all words of the body and then of Word's endnotes, without the numbers and markings of notes."""
        names = [name for name in ("document", "endnotes") if name in self.stories()]
        texts = [paragraph_text(paragraph) for name in names for paragraph in self._paragraphs(name)]
        return " ".join(texts).split()

    def _paragraphs(self, name: str) -> Iterator[Any]:
        yield from self.tree(name).iter(f"{W}p")

    def styled(self, style: str) -> list[str]:
        """Return the texts of the body's paragraphs in one style."""
        return [paragraph_text(p) for p in self._paragraphs("document") if style_of(p) == style]

    def styled_runs(self, style: str) -> Iterator[tuple[str, Any]]:
        """Yield the text and the properties of each run in the body's paragraphs of one style."""
        for paragraph in self._paragraphs("document"):
            for run in paragraph.iter(f"{W}r") if style_of(paragraph) == style else ():
                yield "".join(run.itertext()), run.find(f"{W}rPr")

    def faults(self) -> list[str]:
        """Return what would make Word repair the file, or show something wrong, in one line each."""
        return faults_of(self.parts)

    def hindrances(self) -> list[str]:
        """Return what hinders a reader who cannot see, or not well, in one line each."""
        return hindrances_of(self.parts)


def style_of(paragraph: Any) -> str | None:
    """Return the id of a paragraph's style."""
    node = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if node is None else str(node.get(f"{W}val"))


def paragraph_text(paragraph: Any) -> str:
    """Return the words of a paragraph without the numbers of citations and notes and without their markings."""
    text = ""
    for node in paragraph.iter(f"{W}t", f"{W}tab"):
        style = node.getparent().find(f"{W}rPr/{W}rStyle")
        if style is None or style.get(f"{W}val") not in _NUMBERS:
            text += node.text or "" if node.tag == f"{W}t" else " "
    return text.replace("\u200e", "")  # it keeps words in their order and is none itself


def citations(paragraph: Any) -> str:
    """Return the citations of a paragraph as a reader sees them, with the numbers that Word counts itself."""
    shown = ""
    for run in paragraph.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(f"{W}val") == "EndnoteReference":
            shown += "".join(node.get(f"{W}id") for node in run.iter(f"{W}endnoteReference"))
            shown += "".join(node.text or "" for node in run.iter(f"{W}t"))
    return shown
