"""The blocks that words of a document may lead to, and the addresses that Markdown has for them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model.block_inlines import with_inlines
from briefing.model.document import Block, Contents, CrossReference, Heading, Inline, Inlines, Picture, Table, Text

_NOT_IN_SLUGS = re.compile(r"[^\w\- ]")


def targets_of(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the ids of all headings, contents, tables and pictures."""
    return frozenset(
        block.id for block in blocks if isinstance(block, Heading | Contents | Table | Picture) and block.id
    )


def with_slugs(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Let references lead to the addresses that readers of Markdown make from the words of headings themselves.

    What leads nowhere becomes plain words; tables and pictures keep their ids only where something leads to them.
    ``title`` is the heading that stands above the blocks.
    """
    slugs = _slugs(blocks, title)
    met: set[str] = set()

    def change(inlines: Inlines) -> Inlines:
        return tuple(map(inline, inlines))

    def inline(item: Inline) -> Inline:
        if not isinstance(item, CrossReference):
            return item
        if item.target not in slugs:
            return Text(text=item.text)
        met.add(item.target)
        return replace(item, target=slugs[item.target])

    changed = [with_inlines(block, change) for block in blocks]
    return tuple(_addressed(block, slugs, met) for block in changed)


def _addressed(block: Block, slugs: dict[str, str], met: set[str]) -> Block:
    if isinstance(block, Contents):
        entries = (replace(entry, target=slugs.get(entry.target, "")) for entry in block.entries)
        return replace(block, entries=tuple(entries))
    if isinstance(block, Table | Picture) and block.id not in met:
        return replace(block, id="")
    return block


def _slugs(blocks: Iterable[Block], title: str) -> dict[str, str]:
    slugs: dict[str, str] = {}
    counts = {_slug(title): 1}
    for block in blocks:
        if isinstance(block, Table | Picture) and block.id:
            slugs.setdefault(block.id, block.id)
        elif isinstance(block, Heading | Contents):
            slug = _slug(block.text if isinstance(block, Heading) else block.heading)
            met = counts.get(slug, 0)
            counts[slug] = met + 1
            slugs.setdefault(block.id, f"{slug}-{met}" if met else slug)
    slugs.pop("", None)
    return slugs


def _slug(text: str) -> str:
    return _NOT_IN_SLUGS.sub("", text.strip().lower()).replace(" ", "-")
