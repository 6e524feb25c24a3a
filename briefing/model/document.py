"""The document that the writers draw: blocks and inlines only, with every number, word and order settled.

There is no markup string anywhere: a text is a text, whatever characters it holds.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from briefing.model.drawing import Drawing
from briefing.model.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Plain words; ``muted`` is the small grey of status words and dates.

    ``language`` is the ISO 639-1 code of words in another language than the document's, or "".
    """

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """The numbers of the endnotes that carry what stands before it, drawn superscript and linked to the notes.

    ``words`` are empty or a short form for each number ("SOHR via Reuters, 7 Dec 2024"), drawn in brackets instead.
    """

    numbers: tuple[int, ...]
    words: tuple[str, ...] = ()

    @property
    def in_brackets(self) -> tuple[tuple[str, int | None], ...]:
        """Return the pieces to draw in place of the numbers, each with the number of the note that it leads to."""
        pieces: list[tuple[str, int | None]] = []
        for number, words in zip(self.numbers, self.words, strict=False):
            pieces += [("; " if pieces else " (", None), (words, number)]
        return (*pieces, (")", None)) if pieces else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to a web or mail address; writers refuse any other scheme than http, https and mailto."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference:
    """Words such as "Table 1" that lead to the block with the id ``target``, or plain words if there is none."""

    text: str
    target: str


Inline = Text | Cite | Link | CrossReference
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section heading; ``level`` is 1 or 2 (the title of the document stands above them); ``id`` is its anchor."""

    level: Literal[1, 2]
    text: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """A line of the contents: level and words of a heading, and its id as ``target``."""

    level: Literal[1, 2]
    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The list of the headings that follow, never empty; only writers that know pages print their numbers."""

    heading: str
    entries: tuple[ContentsEntry, ...]
    id: str = "contents"


class ParagraphRole(StrEnum):
    """How a paragraph looks."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph of running text; ``entry`` is the id of the briefing entry that it prints, or ""."""

    inlines: Inlines
    role: ParagraphRole = ParagraphRole.BODY
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A tinted box with a bar on its left, for the bottom line; each paragraph is one row of inlines."""

    label: str
    paragraphs: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A number set large, with its caption below."""

    value: str
    caption: Inlines
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """Two to four key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item; ``inlines`` is its main paragraph, ``detail`` a smaller line below it (dates, status, sources)."""

    inlines: Inlines
    detail: Inlines = ()
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list; ordered ones are numbered from ``start``."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table column; ``weight`` is its share of the width."""

    header: str
    weight: float
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A table row: one tuple of inlines for each column."""

    cells: tuple[Inlines, ...]
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one header row; the first column heads its row. ``caption`` already holds "Table 1. ".

    ``id`` is its anchor, or "".
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    id: str = ""


PICTURE = "picture-"
"""How the ids of pictures begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing with its alternative text; ``caption`` already holds "Figure 1. ".

    ``entry`` is PICTURE and its number in the document, by which a click on the page finds it. ``id``
    is its anchor, or "".
    """

    drawing: Drawing
    alternative: str
    caption: str
    entry: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNote:
    """The note with one citation number; ``id`` is its anchor.

    ``words`` are "" or the short form by which it is cited, which then heads the note in place of the number.
    """

    number: int
    inlines: Inlines
    id: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNotes:
    """All the notes, in the order of their numbers, or of a list of references."""

    notes: tuple[EndNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A passage of a report in its own words, for the evidence annex; ``label`` says which report and where.

    ``language`` is the ISO 639-1 code of its language where that is not the document's, or "".
    """

    label: Inlines
    text: str
    entry: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePassage:
    """A passage in the words of its report; ``source`` says whose they are, in which report and of which day."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryEvidence:
    """What carries one entry of the briefing, for a comment beside it; ``entry`` is the id that its blocks bear."""

    entry: str
    passages: tuple[EvidencePassage, ...]


Block = Heading | Contents | Prose | Callout | KeyFigures | Listing | Table | Picture | EndNotes | Quotation


class PageSize(StrEnum):
    """The paper."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The head of page one: what kind of document, of whom, on what; all strings may be empty but the title.

    ``product`` ("Situation briefing"), ``unit`` ("Regional desk"), ``issue`` ("No. 12 · 7 December 2024"), ``area``
    ("Syria"), ``title`` (the headline), ``meta`` (covers ... · as of ... · n reports).
    """

    product: str
    unit: str
    issue: str
    area: str
    title: str
    meta: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document, ready to be drawn.

    ``marking`` is "" or a handling marking such as "TLP:AMBER", printed in header and footer of every page.
    ``footer`` is the words at the foot beside "Page x of y". ``created`` is an ISO 8601 date-time taken from the
    request, never from the clock. ``subject``, ``author`` and ``keywords`` are for the file's metadata. ``word_notes``
    asks the Word file for endnotes that Word counts itself, instead of a list with links. ``number`` is that of the
    issue, ``as_of`` the ISO day that it speaks for, ``request_hash`` the SHA-256 of the choices as they are saved; each
    may be "". ``word_fonts`` puts the fonts of the theme into the Word file, ``evidence`` comments it.
    ``house_style`` is the content of the analyst's own Word file whose styles and page the Word file takes, or nothing.
    """

    masthead: Masthead
    blocks: tuple[Block, ...]
    marking: str
    marking_colour: str
    running_title: str
    footer: str
    page_label: str
    page_size: PageSize
    language: str
    created: str
    author: str
    subject: str
    keywords: str
    theme: Theme
    word_notes: bool = False
    word_fonts: bool = False
    evidence: tuple[EntryEvidence, ...] = ()
    house_style: bytes = b""
    number: str = ""
    as_of: str = ""
    request_hash: str = ""
