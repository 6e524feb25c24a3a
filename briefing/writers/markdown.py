"""The Markdown writer: CommonMark with pipe tables and footnotes, readable as it stands.

Every character of a text that would mean something to Markdown is escaped, so that a reader shows it as it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import assert_never

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Column,
    Contents,
    CrossReference,
    Document,
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
    Table,
    Text,
)
from briefing.writers.addresses import safe_address
from briefing.writers.anchors import with_slugs
from briefing.writers.note_use import first_uses
from briefing.writers.xml_text import clean_text, escape_text

_SPECIAL = re.compile(
    r"[\\`*\[\]|]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word means nothing
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|~(?!\s)"
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SHOWN_DIFFERENTLY = re.compile("^mailto:|%|xn--")  # by some readers, when an address stands alone
_LINE_START = re.compile(r"[-+=>#]|\d{1,9}(?=[.)](?:\s|$))")
_HIGHEST_NUMBER = 999_999_999  # of a list in CommonMark


def render_markdown(document: Document) -> bytes:
    """Return the document as UTF-8 Markdown; footnotes carry the numbers of the endnotes."""
    marking = _strong(document.marking)
    noted = {note.number for block in document.blocks if isinstance(block, EndNotes) for note in block.notes}
    cited = noted.intersection(first_uses(document.blocks))
    parts = [marking, *_masthead(document.masthead)]
    lists_above = 0
    for block in with_slugs(document.blocks, document.masthead.title):
        parts.append(_render_block(block, lists_above, cited))
        lists_above = lists_above + 1 if isinstance(block, Listing | KeyFigures | Contents) else 0
    return ("\n\n".join(part for part in [*parts, marking] if part) + "\n").encode()


def _masthead(head: Masthead) -> Iterator[str]:
    yield " · ".join(_line(_escape(words)) for words in (head.product, head.unit, head.issue) if words.strip())
    yield _line(_escape(head.area))
    yield _heading(1, head.title)
    yield _line(_escape(head.meta))


def _render_block(block: Block, lists_above: int, cited: set[int]) -> str:  # noqa: C901, PLR0911 (one for each kind)
    match block:
        case Heading():
            return _heading(block.level + 1, block.text)
        case Contents():
            return _contents(block, "-*"[lists_above % 2])
        case Prose():
            return _line(_inlines(block.inlines, cited))
        case Callout():
            return _quoted(
                [_strong(block.label), *(_line(_inlines(prose.inlines, cited)) for prose in block.paragraphs)]
            )
        case KeyFigures():
            items = (f"{_strong(figure.value)} {_inlines(figure.caption, cited)}" for figure in block.figures)
            return "\n".join(_item("-*"[lists_above % 2], item, "") for item in items)
        case Listing():
            return "\n".join(_list_items(block, lists_above, cited))
        case Table():
            return _table(block, cited)
        case Picture():
            words = _line(_escape(" ".join(filter(None, (block.caption, f"({block.alternative})")))))
            return f"{_anchor(block.id)}{words}"
        case EndNotes():
            return "\n\n".join(_notes(block, cited))
        case Quotation():
            label = _line(_inlines(block.label, cited))
            return "\n\n".join(filter(None, (label, _quoted([_line(_escape(block.text))]))))
    assert_never(block)


def _heading(level: int, text: str) -> str:
    words = _escape(text).strip()
    if words.endswith("#"):  # it would pass for the closing of the heading
        words = f"{words[:-1]}\\#"
    return f"{'#' * level} {words}" if words else ""


def _contents(contents: Contents, sign: str) -> str:
    entries = (f"{'  ' * (entry.level - 1)}{sign} {_reference(entry.text, entry.target)}" for entry in contents.entries)
    return "\n\n".join((_heading(2, contents.heading), "\n".join(entries)))


def _reference(text: str, target: str) -> str:
    words = _escape(text).strip()
    return f"[{words}](#{target})" if target and words else words


def _anchor(name: str) -> str:
    return f'<a id="{escape_text(name)}"></a>' if name else ""


def _quoted(paragraphs: Iterable[str]) -> str:
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs if paragraph)


def _list_items(listing: Listing, lists_above: int, cited: set[int]) -> Iterator[str]:
    # two lists in a row must differ in their signs, or they would be read as one
    for number, item in enumerate(listing.items, listing.start):
        sign = (
            f"{min(max(number, 0), _HIGHEST_NUMBER)}{'.)'[lists_above % 2]}"
            if listing.ordered
            else "-*"[lists_above % 2]
        )
        yield _item(sign, *_item_lines(item, cited))


def _item_lines(item: ListItem, cited: set[int]) -> tuple[str, str]:
    return _inlines(item.inlines, cited), _inlines(item.detail, cited)


def _item(sign: str, main: str, detail: str) -> str:
    indent = " " * (len(sign) + 1)
    lines = [line for line in (_line(main), _line(detail)) if line]
    return f"{sign} " + f"\\\n{indent}".join(lines)


def _table(table: Table, cited: set[int]) -> str:
    caption = f"{_anchor(table.id)}{_line(_escape(table.caption))}"
    if not table.columns:
        return caption
    width = len(table.columns)
    rows = [[_escape(column.header) for column in table.columns], [_ruler(column) for column in table.columns]]
    rows += [[_inlines(cell, cited) for cell in (*row.cells, *[()] * (width - len(row.cells)))] for row in table.rows]
    lines = "\n".join(f"| {' | '.join(cell.strip() for cell in row)} |" for row in rows)
    return "\n\n".join(filter(None, (caption, lines)))


def _ruler(column: Column) -> str:
    return "---:" if column.align == "right" else "---"


def _notes(block: EndNotes, cited: set[int]) -> Iterator[str]:
    defined: set[int] = set()
    for note in block.notes:
        words = _inlines(note.inlines, cited)
        if note.words:
            yield f'<a id="note-{note.number}"></a>{_strong(note.words)}. {words.strip()}'
            continue
        # readers drop a footnote that nothing refers to, so it becomes a paragraph
        known = note.number in cited and note.number not in defined
        yield f"[^{note.number}]: {_line(words)}" if known else _line(f"\\[{note.number}\\] {words}")
        defined.add(note.number)


def _line(text: str) -> str:
    """Return one line that does not begin like a list, heading, quotation or rule."""
    text = text.strip()
    found = _LINE_START.match(text)
    if not found:
        return text
    at = found.end() if text[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", clean_text(text))


def _strong(text: str) -> str:
    words = _escape(text).strip()
    return f"**{words}**" if words else ""


def _inlines(inlines: Inlines, cited: set[int]) -> str:
    written = ""
    pieces = list(_joined(inlines))
    for place, piece in enumerate(pieces):
        after = _first_character(pieces[place + 1]) if place + 1 < len(pieces) else ""
        written += _inline(piece, cited, written[-1:], after)
    return written


def _joined(inlines: Inlines) -> Iterator[Inline]:
    """Yield the inlines with neighbouring texts of one look joined, since signs of emphasis cannot meet."""
    waiting: Text | None = None
    for inline in map(_unlinked, inlines):
        if isinstance(inline, Text) and not clean_text(inline.text):
            continue
        if waiting and isinstance(inline, Text) and (waiting.bold, waiting.italic) == (inline.bold, inline.italic):
            waiting = Text(text=waiting.text + inline.text, bold=inline.bold, italic=inline.italic)
            continue
        if waiting:
            yield waiting
        waiting = inline if isinstance(inline, Text) else None
        if not waiting:
            yield inline
    if waiting:
        yield waiting


def _unlinked(inline: Inline) -> Inline:
    """Return a link that may not be followed as plain words."""
    if isinstance(inline, Link) and not (safe_address(inline.url) and clean_text(inline.text).strip()):
        return Text(text=inline.text)
    return inline


def _first_character(inline: Inline) -> str:
    return "[" if not isinstance(inline, Text) else clean_text(inline.text)[:1]


def _inline(inline: Inline, cited: set[int], before: str, after: str) -> str:
    match inline:
        case Text():
            return _emphasised(inline, before, after)
        case Cite() if inline.in_brackets:
            return "".join(
                f"[{_escape(words)}](#note-{number})" if number in cited else _escape(words)
                for words, number in inline.in_brackets
            )
        case Cite():
            return "".join(f"[^{number}]" if number in cited else f"\\[{number}\\]" for number in inline.numbers)
        case CrossReference():
            return _reference(inline.text, inline.target)
        case Link():
            return _link(inline)
    assert_never(inline)


def _emphasised(text: Text, before: str, after: str) -> str:
    """Return a text with its signs of emphasis, which work only between blanks and punctuation."""
    written = _escape(text.text)
    words = written.strip()
    sign = ("**" if text.bold else "") + ("_" if text.italic else "")
    if not (sign and words):
        return written
    lead, _, tail = written.partition(words)
    if not (_apart(lead[-1:] or before) and _apart(tail[:1] or after)) or (not lead and before in {"*", "_"}):
        return written
    return f"{lead}{sign}{words}{sign[::-1]}{tail}"


def _apart(character: str) -> bool:
    return not character or character.isspace() or unicodedata.category(character).startswith("P")


def _link(link: Link) -> str:
    address, written = safe_address(link.url), _escape(link.text)
    if clean_text(link.text) == address and not _SHOWN_DIFFERENTLY.search(address):
        return f"<{address}>"
    words = written.strip()
    lead, _, tail = written.partition(words)
    target = _ENTITY.sub(r"\\&", address)
    return f"{lead}[{words}]({f'<{target}>' if '(' in target or ')' in target else target}){tail}"
