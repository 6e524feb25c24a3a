"""Where each entry of the briefing lies on the pages, so that a click finds its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.writers.pdf.flow import Page

# Parts of one entry on one page that lie closer than this belong to one region.
_NEAR = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A rectangle on a page (from 0) that prints ``entry``: points, the origin at the left top of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    entry: str


def find_regions(pages: tuple[Page, ...], left: float, mirrored: float | None = None) -> tuple[Region, ...]:
    """Return the regions of all pages in reading order; ``left`` is the left edge of the column.

    ``mirrored`` is the width of the page where the document runs from right to left, so that all is painted mirrored.
    """
    found = tuple(region for number, page in enumerate(pages) for region in _page_regions(page, number, left))
    if mirrored is None:
        return found
    return tuple(replace(region, left=mirrored - region.right, right=mirrored - region.left) for region in found)


def _page_regions(page: Page, number: int, left: float) -> Iterator[Region]:
    found: dict[str, Region] = {}
    for placed in page.slabs:
        for area in () if placed.repeated else placed.slab.areas:
            part = Region(
                page=number,
                left=left + area.left,
                top=placed.top + area.top,
                right=left + area.right,
                bottom=placed.top + area.bottom,
                entry=area.entry,
            )
            before = found.get(area.entry)
            if before and not _touch(before, part):
                yield before
                before = None
            found[area.entry] = _union(before, part) if before else part
    yield from found.values()


def _touch(one: Region, other: Region) -> bool:
    overlap = one.left < other.right and other.left < one.right
    return overlap and other.top - one.bottom < _NEAR and one.top - other.bottom < _NEAR


def _union(one: Region, other: Region) -> Region:
    return Region(
        page=one.page,
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
        bottom=max(one.bottom, other.bottom),
        entry=one.entry,
    )
