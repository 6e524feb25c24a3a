"""The HTML writer: one file that holds everything, runs nothing and asks nobody for anything; it also prints well."""

import base64
import re
from typing import assert_never

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Contents,
    CrossReference,
    Document,
    EndNote,
    EndNotes,
    Heading,
    Inline,
    Inlines,
    KeyFigures,
    Link,
    Listing,
    ListItem,
    Masthead,
    Picture,
    Prose,
    Quotation,
    Row,
    Table,
    Text,
)
from briefing.model.theme import Logo
from briefing.writers.addresses import safe_address
from briefing.writers.anchors import targets_of
from briefing.writers.direction import language_runs_right_to_left
from briefing.writers.html_style import style_sheet
from briefing.writers.note_use import first_uses
from briefing.writers.pictures import render_svg
from briefing.writers.typography import bound
from briefing.writers.xml_text import escape_text

# A date in a narrow column must not break at its hyphens.
_DAY = re.compile(r"(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])")
# Nothing may be loaded or run, whatever a report contains.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'"


def render_html(document: Document) -> bytes:
    """Return the document as one HTML file in UTF-8."""
    noted = {note.number for block in document.blocks if isinstance(block, EndNotes) for note in block.notes}
    first = {number for number in first_uses(document.blocks) if number in noted}
    body = _Body(first, targets_of(document.blocks))
    blocks = "\n".join(body.block(block) for block in document.blocks)
    language = escape_text(document.language)
    direction = "rtl" if language_runs_right_to_left(document.language) else "ltr"
    marking = _marking(document)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{escape_text(document.author)}">\n'
        f'<meta name="description" content="{escape_text(document.subject)}">\n'
        f"<title>{escape_text(document.running_title) or 'Briefing'}</title>\n"
        f"<style>\n{style_sheet(document)}</style>\n</head>\n<body>\n{marking}"
        f"<header>\n{_logo(document.theme.logo)}{_masthead(document.masthead)}</header>\n<main>\n{blocks}\n</main>\n"
        f"<footer>{escape_text(document.footer)}</footer>\n{marking}</body>\n</html>\n"
    ).encode()


def _marking(document: Document) -> str:
    words = escape_text(document.marking)
    colour = escape_text(document.marking_colour)
    return f'<p class="marking" style="color:{colour}">{words}</p>\n' if words else ""


def _logo(logo: Logo | None) -> str:
    """Return the logo as a picture inside the file, on the colour of the masthead for which it was drawn."""
    if logo is None:
        return ""
    data = base64.b64encode(logo.data).decode("ascii")
    return f'<p class="logo"><img src="data:image/png;base64,{data}" alt="{escape_text(logo.alternative)}"></p>\n'


def _masthead(head: Masthead) -> str:
    above = " · ".join(escape_text(words) for words in (head.product, head.unit, head.issue) if words.strip())
    parts = (
        f'<p class="product">{above}</p>' if above else "",
        f'<p class="area">{escape_text(head.area)}</p>' if head.area else "",
        f"<h1>{escape_text(head.title)}</h1>",
        f'<p class="meta">{escape_text(head.meta)}</p>' if head.meta else "",
    )
    return "\n".join(part for part in parts if part) + "\n"


class _Body:
    """The blocks of one document; it knows which citation of a note is the first, so that the note can lead back."""

    def __init__(self, noted: set[int], targets: frozenset[str]) -> None:
        self._noted = noted
        self._targets = targets
        self._met: set[int] = set()
        self._pictures = 0

    def block(self, block: Block) -> str:  # noqa: C901, PLR0911 -- one for each kind
        """Write one block."""
        match block:
            case Heading():
                level = block.level + 1
                return f'<h{level} id="{escape_text(block.id)}">{escape_text(block.text)}</h{level}>'
            case Contents():
                return self._contents(block)
            case Prose():
                return self._prose(block)
            case Callout():
                inside = "\n".join(self._prose(prose) for prose in block.paragraphs)
                return f'<aside class="callout">\n<p class="label">{escape_text(block.label)}</p>\n{inside}\n</aside>'
            case KeyFigures():
                figures = "".join(
                    f"<div><dt>{escape_text(item.value)}</dt><dd>{self._inlines(item.caption)}</dd></div>"
                    for item in block.figures
                )
                return f'<dl class="figures">{figures}</dl>'
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block)
            case Picture():
                self._pictures += 1
                return _picture(block, self._pictures)
            case EndNotes():
                return self._notes(block)
            case Quotation():
                label = f"<p>{self._inlines(block.label)}</p>"
                spoken = f' lang="{escape_text(block.language)}"' if block.language else ""
                passage = f"<blockquote{spoken}>{escape_text(block.text)}</blockquote>"
                return f'<figure class="passage">{label}{passage}</figure>'
        assert_never(block)

    def _contents(self, contents: Contents) -> str:
        items = "\n".join(
            f'<li class="level-{entry.level}">{self._reference(entry.text, entry.target)}</li>'
            for entry in contents.entries
        )
        heading = f'<h2 id="{escape_text(contents.id)}">{escape_text(contents.heading)}</h2>'
        return f'<nav aria-labelledby="{escape_text(contents.id)}">\n{heading}\n<ul>\n{items}\n</ul>\n</nav>'

    def _prose(self, prose: Prose) -> str:
        return f'<p class="{prose.role.value}">{self._inlines(prose.inlines)}</p>'

    def _listing(self, listing: Listing) -> str:
        tag = "ol" if listing.ordered else "ul"
        start = f' start="{listing.start}"' if listing.ordered and listing.start != 1 else ""
        items = "\n".join(self._item(item) for item in listing.items)
        return f"<{tag}{start}>\n{items}\n</{tag}>"

    def _item(self, item: ListItem) -> str:
        main = self._inlines(item.inlines)
        detail = self._inlines(item.detail)
        return f"<li>{main}{f'<br><small>{detail}</small>' if detail else ''}</li>"

    def _table(self, table: Table) -> str:
        heads = "".join(
            f'<th scope="col" class="{column.align}">{escape_text(column.header)}</th>' for column in table.columns
        )
        rows = "\n".join(self._row(row, table) for row in table.rows)
        return (
            f'<div class="wide"><table{_anchor(table.id)}>\n<caption>{escape_text(table.caption)}</caption>\n'
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
        )

    def _row(self, row: Row, table: Table) -> str:
        cells = []
        for number, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False)):
            tag = 'th scope="row"' if number == 0 else "td"
            cells.append(f'<{tag} class="{column.align}">{self._inlines(cell)}</{tag.split(maxsplit=1)[0]}>')
        return f"<tr>{''.join(cells)}</tr>"

    def _notes(self, block: EndNotes) -> str:
        items = "\n".join(
            f'<li{_value(note)} id="note-{note.number}">'
            f"{_head(note)}{self._inlines(note.inlines)}{self._back(note.number)}</li>"
            for note in block.notes
        )
        tag = "ul" if any(note.words for note in block.notes) else "ol"
        return f'<{tag} class="notes">\n{items}\n</{tag}>'

    def _back(self, number: int) -> str:
        return f' <a href="#cite-{number}" aria-label="{number}">↑</a>' if number in self._met else ""

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return _text(inline)
            case Cite() if inline.in_brackets:
                return "".join(
                    escape_text(words) if number is None else self._number(number, words)
                    for words, number in inline.in_brackets
                )
            case Cite():
                return "<sup>" + ",\u202f".join(self._number(number) for number in inline.numbers) + "</sup>"
            case CrossReference():
                return self._reference(inline.text, inline.target)
            case Link():
                address = safe_address(inline.url)
                words = escape_text(inline.text)
                if not address:
                    return words
                return f'<a href="{escape_text(address)}" rel="noopener noreferrer">{words}</a>'
        assert_never(inline)

    def _reference(self, text: str, target: str) -> str:
        words = escape_text(text)
        return f'<a href="#{escape_text(target)}">{words}</a>' if target in self._targets else words

    def _number(self, number: int, words: str = "") -> str:
        shown = escape_text(words) or str(number)
        if number not in self._noted:
            return shown
        anchor = "" if number in self._met else f' id="cite-{number}"'
        self._met.add(number)
        return f'<a href="#note-{number}"{anchor}>{shown}</a>'


def _anchor(name: str) -> str:
    return f' id="{escape_text(name)}"' if name else ""


def _value(note: EndNote) -> str:
    return "" if note.words else f' value="{note.number}"'


def _head(note: EndNote) -> str:
    return f"<strong>{escape_text(note.words)}.</strong> " if note.words else ""


def _text(text: Text) -> str:
    # A name in another script keeps its own direction and does not turn the signs beside it.
    words = f"<bdi>{escape_text(text.text)}</bdi>" if _turns(text.text) else escape_text(bound(text.text))
    words = _DAY.sub(r'<span class="day">\g<0></span>', words)
    if text.language:
        words = f'<span lang="{escape_text(text.language)}">{words}</span>'
    if text.muted:
        words = f'<span class="muted">{words}</span>'
    if text.italic:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if text.bold else words


def _turns(text: str) -> bool:
    """Tell whether a text holds letters that run from right to left (Hebrew, Arabic and their neighbours)."""
    return any("\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc" for character in text)


def _picture(picture: Picture, number: int) -> str:
    drawing = render_svg(picture.drawing).decode("utf-8").strip()
    # An anchor may stand only once in a file, and each picture has its own frame.
    drawing = drawing.replace('id="frame"', f'id="frame-{number}"').replace("url(#frame)", f"url(#frame-{number})")
    alternative = escape_text(picture.alternative)
    drawn = drawing.replace("<svg ", f'<svg role="img" aria-label="{alternative}" ', 1)
    return f"<figure{_anchor(picture.id)}>{drawn}<figcaption>{escape_text(picture.caption)}</figcaption></figure>"
