"""What the writing of the body gathers for the other parts of the package."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.model.document import Document, EntryEvidence, Picture, Table
from briefing.model.drawing import Drawing
from briefing.writers.anchors import targets_of
from briefing.writers.direction import language_runs_right_to_left
from briefing.writers.docx.caption_numbers import numbered_words
from briefing.writers.docx.comments import commented
from briefing.writers.docx.markup import anchor_link, bookmark, paragraph
from briefing.writers.docx.notes import NotePlan
from briefing.writers.docx.units import text_height, text_width

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_NAME = 40  # of a bookmark in Word


@dataclass(slots=True)
class Relations:
    """The web addresses that one part of the package leads to, each with its relation id."""

    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, address: str) -> str:
        """Return the relation id of an address, the same for the same address."""
        return self.ids.setdefault(address, f"link{len(self.ids) + 1}")


@dataclass(slots=True)
class Story:
    """The body while it is being written, from its first block to its last.

    ``table_above`` says that a table stands right above what comes next, ``keep_last`` that the end of the present
    block must stay on one page with the block below. ``frame`` is width and height of the text in twips where a house
    style says them. ``evidence`` is what comments will say, by entry, until they are
    ``commented``; the comment of an entry that is ``listed`` belongs to the list.
    """

    document: Document
    notes: NotePlan
    frame: tuple[int, int] | None = None
    relations: Relations = field(default_factory=Relations)
    pictures: list[Drawing] = field(default_factory=list)
    list_starts: list[tuple[bool, int, int]] = field(default_factory=list)
    captions: dict[str, int] = field(default_factory=dict)
    placed: set[int] = field(default_factory=set)
    table_above: bool = False
    keep_last: bool = False
    sections_closed: int = 0
    evidence: dict[str, EntryEvidence] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    commented: list[EntryEvidence] = field(default_factory=list)
    bookmark_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    marked_targets: set[str] = field(default_factory=set)
    bookmarks: dict[str, str] = field(init=False)
    numbers: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Name the bookmark of each block that words may lead to, and note the number in its caption."""
        captioned = [block for block in self.document.blocks if isinstance(block, Table | Picture) and block.id]
        targets = targets_of(self.document.blocks) - {block.id for block in captioned if not block.caption}
        self.bookmarks = {target: _bookmark_name(number, target) for number, target in enumerate(sorted(targets), 1)}
        self.numbers = {block.id: numbered_words(block.caption) for block in reversed(captioned)}

    def marked(self, target: str, content: str) -> str:
        """Put the bookmark of a block around the content of its paragraph, at its first place."""
        if target not in self.bookmarks or target in self.marked_targets:
            return content
        self.marked_targets.add(target)
        return bookmark(next(self.bookmark_numbers), self.bookmarks[target], content)

    def reference(self, target: str, content: str) -> str:
        """Let runs lead to a block, where there is one of that id."""
        return anchor_link(self.bookmarks[target], content) if target in self.bookmarks else content

    @property
    def from_right(self) -> bool:
        """Tell whether the document as a whole runs from right to left."""
        return language_runs_right_to_left(self.document.language)

    @property
    def width(self) -> int:
        """Return the width of the text in twips."""
        return self.frame[0] if self.frame else text_width(self.document.page_size, self.document.theme)

    @property
    def height(self) -> int:
        """Return the height of the text on a full page in twips."""
        return self.frame[1] if self.frame else text_height(self.document.page_size, self.document.theme)

    def comment(self, entry: str, content: str, *, in_list: bool = False) -> str:
        """Return the content of a paragraph that prints an entry, with the comment on it where this is its place."""
        if entry not in self.evidence or (entry in self.listed) is not in_list:
            return content
        self.commented.append(self.evidence.pop(entry))
        return commented(len(self.commented) - 1, content)

    def paragraph(
        self,
        style: str,
        content: str,
        *,
        keep_next: bool = False,
        numbering: str = "",
        after: float | None = None,
        left: float | None = None,
    ) -> str:
        """Return a paragraph of the body; below a table it gets the space that a table cannot have itself."""
        before = 10.0 if self.table_above and not style.startswith("Heading") else None
        self.table_above = False
        return paragraph(
            style, content, keep_next=keep_next, numbering=numbering, before=before, after=after, left=left
        )

    def separator(self) -> str:
        """Return what keeps a new table from growing together with a table right above it."""
        return self.paragraph("TableGap", "") if self.table_above else ""


def _bookmark_name(number: int, target: str) -> str:
    return f"s{number}_{_NOT_IN_NAMES.sub('_', target)}"[:_LONGEST_NAME]
