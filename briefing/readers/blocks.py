"""From the blocks of a marked-up document to one text and its paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.report import Paragraph, ParagraphKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """The words of one heading, paragraph, list item or table row, without markup."""

    words: str
    kind: ParagraphKind = ParagraphKind.TEXT


def join_blocks(title: str, blocks: Iterable[TextBlock]) -> tuple[str, tuple[Paragraph, ...]]:
    """Join title and blocks with blank lines between; the title is in the text, but in no paragraph."""
    parts = [title] if title else []
    length = len(title)
    paragraphs = []
    for block in blocks:
        words = " ".join(block.words.split())
        if not any(map(str.isalnum, words)):
            continue
        start = length + 2 if parts else 0
        length = start + len(words)
        parts.append(words)
        paragraphs.append(Paragraph(start=start, end=length, kind=block.kind))
    return "\n\n".join(parts), tuple(paragraphs)
