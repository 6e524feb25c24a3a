"""Blocks of words in a tree of elements: those of a whole page, and those of an article as trafilatura gives it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from briefing.model.report import ParagraphKind
from briefing.readers.blocks import TextBlock

_BREAK = "\u2028"
_EMPTY_LINE = re.compile(f"{_BREAK}(?:[^\\S{_BREAK}]*{_BREAK})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What the elements of a tree mean; a block whose kind is None has that of the block around it."""

    blocks: Mapping[str, ParagraphKind | None]
    cells: frozenset[str]
    line_break: str
    hidden: frozenset[str]


_PAGE = Vocabulary(
    blocks={
        **dict.fromkeys(
            [
                "address",
                "article",
                "aside",
                "blockquote",
                "body",
                "caption",
                "dd",
                "details",
                "div",
                "dl",
                "dt",
                "fieldset",
                "figcaption",
                "figure",
                "footer",
                "form",
                "header",
                "hr",
                "main",
                "nav",
                "ol",
                "p",
                "pre",
                "section",
                "summary",
                "table",
                "ul",
            ]
        ),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ParagraphKind.HEADING),
        "li": ParagraphKind.LIST_ITEM,
        "tr": ParagraphKind.TABLE,
    },
    cells=frozenset({"td", "th"}),
    line_break="br",
    hidden=frozenset(
        [
            "script",
            "style",
            "head",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "select",
            "textarea",
            "button",
        ]
    ),
)
_ARTICLE = Vocabulary(
    blocks={
        **dict.fromkeys(["body", "p", "quote", "code", "list", "table", "div"]),
        "head": ParagraphKind.HEADING,
        "item": ParagraphKind.LIST_ITEM,
        "row": ParagraphKind.TABLE,
    },
    cells=frozenset({"cell"}),
    line_break="lb",
    hidden=frozenset({"graphic"}),
)


def find_page_blocks(root: Any) -> Iterator[TextBlock]:
    """Find all visible words of an HTML tree, block by block."""
    return _find_blocks(root, _PAGE)


def find_article_blocks(body: Any) -> Iterator[TextBlock]:
    """Find the blocks of an article in the element names of trafilatura (head, p, list, item, row, cell, lb)."""
    return _find_blocks(body, _ARTICLE)


def _find_blocks(root: Any, vocabulary: Vocabulary) -> Iterator[TextBlock]:
    words: list[str] = []
    kinds = [ParagraphKind.TEXT]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        opens = event == "start"
        if tag in vocabulary.blocks:
            yield from _split_at_empty_lines("".join(words), kinds[-1])
            words = []
            _step(kinds, vocabulary.blocks[tag], opens=opens)
        if not opens:
            words.append(node.tail or "")
        elif not tag or tag in vocabulary.hidden:
            walk.skip_subtree()
        else:
            words.append(_before(tag, vocabulary, begun=any(map(str.strip, words))))
            words.append(node.text or "")
    yield from _split_at_empty_lines("".join(words), kinds[-1])


def _step(kinds: list[ParagraphKind], kind: ParagraphKind | None, *, opens: bool) -> None:
    if opens:
        kinds.append(kind or kinds[-1])
    else:
        kinds.pop()


def _before(tag: str, vocabulary: Vocabulary, *, begun: bool) -> str:
    if tag == vocabulary.line_break:
        return _BREAK
    return " | " if begun and tag in vocabulary.cells else ""


def _split_at_empty_lines(words: str, kind: ParagraphKind) -> Iterator[TextBlock]:
    """Yield the paragraphs that a page separates by two line breaks instead of elements."""
    for part in _EMPTY_LINE.split(words):
        if part.strip():
            yield TextBlock(words=part, kind=kind)
