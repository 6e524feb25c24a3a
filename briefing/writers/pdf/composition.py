"""What is known while a document is composed: its look, its measures, its structure and what went wrong."""

import dataclasses
from dataclasses import dataclass, field
from functools import lru_cache
from typing import assert_never

from briefing.model.document import Cite, CrossReference, Document, EndNotes, Inlines, Link, Text
from briefing.model.notice import Notice, Severity
from briefing.model.theme import Theme
from briefing.writers.addresses import safe_address
from briefing.writers.anchors import targets_of
from briefing.writers.direction import language_runs_right_to_left
from briefing.writers.pdf.bidi import arrange, with_marks_placed
from briefing.writers.pdf.fonts import FAMILIES, load_face, own_family, parted
from briefing.writers.pdf.lines import Run
from briefing.writers.pdf.styles import Style, Styles, build_styles
from briefing.writers.pdf.tagging import Element
from briefing.writers.pdf.text import clean
from briefing.writers.text_measure import text_measure
from briefing.writers.typography import bound

# Superscript figures: size and rise as shares of the text's size.
_SUPERSCRIPT, _RISE = 0.66, 0.36
# Longer series of citations may be broken over lines.
_SERIES = 4


@dataclass(slots=True, kw_only=True)
class Composition:
    """The state of one rendering.

    ``width`` is that of the column, ``measure`` that of running text, ``height`` that of a full page's column, in
    points. ``note_anchors`` maps the number of a note to its anchor, ``targets`` are
    the ids of the blocks that words may lead to. ``language`` is that of the document.
    """

    theme: Theme
    styles: Styles
    width: float
    measure: float
    height: float
    note_anchors: dict[int, str]
    targets: frozenset[str] = frozenset()
    language: str = ""
    root: Element = field(default_factory=lambda: Element("Document"))
    cited: set[int] = field(default_factory=set)
    missing: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def runs(self, inlines: Inlines, style: Style, element: Element | None = None) -> tuple[Run, ...]:
        """Return the runs of inlines; links become children of ``element``."""
        runs: list[Run] = []
        after_cite = False
        for inline in inlines:
            match inline:
                case Cite():
                    runs += self._cite_runs(inline, style, element, joined=after_cite)
                case Link():
                    runs += self._link_runs(inline, style, element)
                case CrossReference():
                    runs += self._reference_runs(inline, style, element)
                case Text():
                    runs += self._plain_runs(inline.text, self._look(inline, style))
                case _:
                    assert_never(inline)
            # an empty text between two citations does not part them
            after_cite = isinstance(inline, Cite) or (after_cite and not inline.text)
        return arrange(tuple(runs), self.language)

    def _look(self, text: Text, style: Style) -> Style:
        if text.muted:
            style = _muted(style, self.theme.muted, self.theme.small_size)
        return _emphasised(style, bold=text.bold, italic=text.italic)

    def text_runs(self, text: str, style: Style) -> tuple[Run, ...]:
        """Return the runs of plain text that is a paragraph of its own."""
        return arrange(self._plain_runs(text, style), self.language)

    @property
    def right_to_left(self) -> bool:
        """Tell whether the document runs from right to left."""
        return language_runs_right_to_left(self.language)

    def _plain_runs(self, text: str, style: Style) -> tuple[Run, ...]:
        text = _cleaned(text)
        if not text:
            return ()
        parts, missing = parted(text, style.family, style.cut)
        for character in missing:
            self.missing.setdefault(character, text)
        runs = (
            Run(
                text=part.text,
                face=part.face,
                size=style.size * part.face.scale,
                colour=style.colour,
                element=Element("Span", actual=part.actual) if part.actual else None,
            )
            for part in parts
        )
        return tuple(placed for run in runs for placed in with_marks_placed(run))

    def _link_runs(self, link: Link, style: Style, element: Element | None) -> tuple[Run, ...]:
        address = safe_address(link.url)
        if not address:
            return self._plain_runs(link.text, style)
        runs = self._plain_runs(link.text, dataclasses.replace(style, colour=self.theme.accent))
        lacking = any(run.element for run in runs)  # a part of a link cannot say by itself what it stands for
        part = Element("Link", actual=link.text if lacking else "") if element else None
        return tuple(dataclasses.replace(run, target=address, element=part) for run in runs)

    def _reference_runs(self, reference: CrossReference, style: Style, element: Element | None) -> tuple[Run, ...]:
        if reference.target not in self.targets:
            return self._plain_runs(reference.text, style)
        runs = self._plain_runs(reference.text, dataclasses.replace(style, colour=self.theme.accent))
        part = Element("Link") if element else None
        target = f"#{block_anchor(reference.target)}"
        return tuple(dataclasses.replace(run, target=target, element=part) for run in runs)

    def _cite_runs(self, cite: Cite, style: Style, element: Element | None, *, joined: bool) -> list[Run]:
        if cite.in_brackets:
            return self._bracket_runs(cite, style, element)
        raised = Run(
            text="",
            face=load_face(style.family, "regular"),
            size=style.size * _SUPERSCRIPT,
            colour=self.theme.accent,
            rise=style.size * _RISE,
        )
        comma = "," if len(cite.numbers) <= _SERIES else ",\u200b"
        runs: list[Run] = []
        for place, number in enumerate(cite.numbers):
            if place or joined:
                runs.append(dataclasses.replace(raised, text=comma))
            runs += self._to_note(number, (dataclasses.replace(raised, text=str(number)),), element)
        return runs

    def _bracket_runs(self, cite: Cite, style: Style, element: Element | None) -> list[Run]:
        """Return the short forms in brackets, each linked to its note."""
        linked = dataclasses.replace(style, colour=self.theme.accent)
        runs: list[Run] = []
        for words, number in cite.in_brackets:
            if number is None:
                runs += self._plain_runs(words, style)
            else:
                runs += self._to_note(number, self._plain_runs(words, linked), element)
        return runs

    def _to_note(self, number: int, runs: tuple[Run, ...], element: Element | None) -> list[Run]:
        """Link runs to a note; the first of its first citation is the place to which the note leads back."""
        target = self.note_anchors.get(number)
        if target is None:
            self.say_once("missing-note", f"Citation {number} has no note: add the note or remove the citation.")
            return list(runs)
        anchor = "" if number in self.cited else f"cite-{number}"
        self.cited.add(number)
        part = Element("Link") if element else None
        return [
            dataclasses.replace(run, target=f"#{target}", element=part, anchor="" if place else anchor)
            for place, run in enumerate(runs)
        ]

    def say_once(self, code: str, message: str) -> None:
        """Add a notice, but not a second time."""
        notice = Notice(severity=Severity.WARNING, code=code, message=message)
        if notice not in self.notices:
            self.notices.append(notice)

    def all_notices(self) -> tuple[Notice, ...]:
        """Return the notices, with one for the characters that no face could draw."""
        if not self.missing:
            return tuple(self.notices)
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in list(self.missing)[:20])
        more = f" and {len(self.missing) - 20} more" if len(self.missing) > 20 else ""
        where = next(iter(self.missing.values()))
        where = where if len(where) <= 60 else where[:59] + "…"
        message = (
            f"The fonts of the PDF lack {named}{more}, first in “{where}”. A box is printed in their place, "
            "nothing for a mark over a letter: write these words in Latin letters, or use the Word file."
        )
        notice = Notice(severity=Severity.WARNING, code="missing-glyph", message=message)
        return (*self.notices, notice)


def begin_composition(document: Document, *, width: float, height: float) -> Composition:
    """Return the state in which the composition of a document begins."""
    notices: list[Notice] = []
    sans = _known_family(document.theme.sans, "Source Sans Pro", document.theme, notices)
    serif = _known_family(document.theme.serif, "Source Serif Pro", document.theme, notices)
    theme = dataclasses.replace(document.theme, sans=sans, serif=serif)
    return Composition(
        theme=theme,
        styles=build_styles(theme),
        width=width,
        measure=text_measure(theme, width),
        height=height,
        note_anchors=_note_anchors(document),
        targets=targets_of(document.blocks),
        language=document.language,
        notices=notices,
    )


def _known_family(family: str, default: str, theme: Theme, notices: list[Notice]) -> str:
    own = next((files for files in theme.fonts if files.family == family), None)
    if own is not None:
        return own_family(own)
    if family in FAMILIES:
        return family
    message = f"The font “{family}” of the theme “{theme.name}” is not installed; {default} is used instead."
    notices.append(Notice(severity=Severity.WARNING, code="unknown-font", message=message, subject=family))
    return default


def block_anchor(target: str) -> str:
    """Return the name of the place where a block stands, from its id."""
    return f"block-{target}"


def _note_anchors(document: Document) -> dict[int, str]:
    anchors: dict[int, str] = {}
    for block in document.blocks:
        for note in block.notes if isinstance(block, EndNotes) else ():
            anchors.setdefault(note.number, f"note-{note.number}")
    return anchors


@lru_cache(maxsize=1 << 12)
def _cleaned(text: str) -> str:
    return bound(clean(text))


@lru_cache(maxsize=1 << 8)
def _muted(style: Style, colour: str, most: float) -> Style:
    return dataclasses.replace(style, colour=colour, size=min(style.size, most))


@lru_cache(maxsize=1 << 8)
def _emphasised(style: Style, *, bold: bool, italic: bool) -> Style:
    bold = bold or style.cut in {"bold", "bold_italic"}
    italic = italic != (style.cut in {"italic", "bold_italic"})
    if bold:
        return dataclasses.replace(style, cut="bold_italic" if italic else "bold")
    if style.cut == "semibold" and not italic:
        return style
    return dataclasses.replace(style, cut="italic" if italic else "regular")
