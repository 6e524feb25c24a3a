"""Markdown (CommonMark with tables): the words without markup; headings, list items and table rows known as such."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.model.report import ParagraphKind
from briefing.readers.blocks import TextBlock, join_blocks
from briefing.readers.building import Contents
from briefing.readers.headers import find_header
from briefing.readers.plain_text import read_plain_text

_MOST_CHARACTERS = 2_000_000
_TAG = re.compile(r"<[^<>]*>")
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>(?:[^<]|<(?!/\1))*(?:</\1[^<>]*>?|\Z)", re.IGNORECASE)
_ATX = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*")


def read_markdown(text: str, name: str) -> Contents:
    """Read a Markdown text; one too large to be parsed in a moment is read as plain text."""
    if len(text) > _MOST_CHARACTERS:
        return read_plain_text(text, name)
    header = find_header(text)
    title = _ATX.fullmatch(header.title)
    header = replace(header, title=_without_marks(title[1] if title else header.title))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text[header.body_start :])
    blocks = list(_blocks(tokens))
    if blocks and blocks[0].kind is ParagraphKind.HEADING and header.title in {"", blocks[0].words}:
        header = replace(header, title=blocks.pop(0).words)
    plain, paragraphs = join_blocks(header.title, blocks)
    return Contents(text=plain, paragraphs=paragraphs, header=header)


def _without_marks(title: str) -> str:
    if not title:
        return ""
    return " ".join(_words(token) for token in MarkdownIt("commonmark").parseInline(title)).strip() or title


def _blocks(tokens: Sequence[Token]) -> Iterator[TextBlock]:
    items, heading = 0, False
    cells: list[str] | None = None
    for token in tokens:
        match token.type:
            case "list_item_open":
                items += 1
            case "list_item_close":
                items -= 1
            case "heading_open" | "heading_close":
                heading = token.nesting == 1
            case "tr_open":
                cells = []
            case "tr_close":
                yield TextBlock(words=" | ".join(cells or ()), kind=ParagraphKind.TABLE)
                cells = None
            case "inline" if cells is not None:
                cells.append(_words(token))
            case "inline":
                yield TextBlock(words=_words(token), kind=_kind(items=items, heading=heading))
            case "html_block" | "fence" | "code_block":
                yield TextBlock(words=_without_tags(token.content) if token.type == "html_block" else token.content)
            case _:
                pass


def _kind(*, items: int, heading: bool) -> ParagraphKind:
    if heading:
        return ParagraphKind.HEADING
    return ParagraphKind.LIST_ITEM if items else ParagraphKind.TEXT


def _words(inline: Token) -> str:
    words = []
    for token in inline.children or ():
        if token.type in {"text", "code_inline"}:
            words.append(token.content)
        elif token.type in {"softbreak", "hardbreak"} or (token.type == "html_inline" and "br" in token.content):
            words.append(" ")
    return "".join(words)


def _without_tags(source: str) -> str:
    return html.unescape(_TAG.sub(" ", _HIDDEN.sub(" ", source)))
