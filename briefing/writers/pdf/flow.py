"""Slabs onto pages: tied ones stay together, and nothing that is too tall for a page is lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.writers.pdf.slabs import Figure, Frame, Slab

# A chain that fits no page begins on the present one only if this share of it is still free.
_WORTHWHILE = 0.3
# A last page that is used to less than this share looks like a mistake, so the spaces are tried at these shares.
_NEARLY_EMPTY = 0.25
_TIGHTER = (0.9, 0.8)
# A picture that does not fit is made smaller, down to this share, before it leaves a hole at the end of the page.
_SMALLEST = 0.75
# Else the last heading moves to that page, if it stands in this share of the page before it.
_LOWER_PART = 0.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab and the distance of its top from the top of the page; ``repeated`` if it stood on an earlier page."""

    slab: Slab
    top: float
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class PlacedFrame:
    """A frame and the stretch of the page that it covers."""

    frame: Frame
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page between header and footer."""

    slabs: tuple[Placed, ...]
    frames: tuple[PlacedFrame, ...]


def fill_pages(slabs: Iterable[Slab], *, first_top: float, top: float, bottom: float) -> tuple[Page, ...]:
    """Place slabs from ``first_top`` on page one and from ``top`` on the others, down to ``bottom``.

    If a few lines were left over for the last page, all spaces between slabs shrink a little, should that save it, or
    the last section begins on that page.
    """
    slabs = list(slabs)
    sheet = _Sheet(first_top, top, bottom)
    pages = _filled(slabs, sheet)
    if len(pages) == 1 or _lowest(pages[-1]) - top > (bottom - top) * _NEARLY_EMPTY:
        return pages
    for share in _TIGHTER:
        others = _filled([replace(slab, before=slab.before * share) for slab in slabs], sheet)
        if len(others) < len(pages):
            return others
    return _with_last_section_whole(slabs, pages, sheet)


@dataclass(frozen=True, slots=True)
class _Sheet:
    first_top: float
    top: float
    bottom: float


def _lowest(page: Page) -> float:
    return max((placed.top + placed.slab.height for placed in page.slabs), default=0.0)


def _with_last_section_whole(slabs: Sequence[Slab], pages: tuple[Page, ...], sheet: _Sheet) -> tuple[Page, ...]:
    """Move the last section to the last page if it is torn and most of the page before stays full."""
    if any(_begins_section(placed.slab) for placed in pages[-1].slabs):
        return pages
    low = sheet.bottom - (sheet.bottom - sheet.top) * _LOWER_PART
    headings = [placed for placed in pages[-2].slabs if _begins_section(placed.slab) and placed.top > low]
    if not headings:
        return pages
    place = next(place for place, slab in enumerate(slabs) if slab is headings[-1].slab)
    before = _filled(slabs[:place], sheet)
    after = _filled(slabs[place:], replace(sheet, first_top=sheet.top))
    return before + after if len(before) + len(after) == len(pages) else pages


def _begins_section(slab: Slab) -> bool:
    return any(anchor.title and anchor.level == 0 for anchor in slab.anchors)


def _filled(slabs: Sequence[Slab], sheet: _Sheet) -> tuple[Page, ...]:
    filler = _Filler(top=sheet.top, bottom=sheet.bottom, y=sheet.first_top, start=sheet.first_top)
    for chain in _chains(slabs):
        filler.add(chain)
    filler.close_page()
    return tuple(filler.pages)


def _chains(slabs: Iterable[Slab]) -> Iterator[list[Slab]]:
    chain: list[Slab] = []
    for slab in slabs:
        chain.append(slab)
        if not slab.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _with_smaller_picture(chain: list[Slab], excess: float) -> list[Slab]:
    """Make the picture of a chain smaller by the excess, or return the chain as it is when that is too much."""
    for place, slab in enumerate(chain):
        if len(slab.marks) == 1 and isinstance(slab.marks[0], Figure):
            share = 1 - (excess + 0.1) / slab.height
            if share < _SMALLEST:
                return chain
            mark = replace(slab.marks[0], scale=slab.marks[0].scale * share)
            return [*chain[:place], replace(slab, height=slab.height * share, marks=(mark,)), *chain[place + 1 :]]
    return chain


@dataclass(slots=True)
class _Filler:
    top: float
    bottom: float
    y: float
    start: float
    placed: list[Placed] = field(default_factory=list)
    frames: list[PlacedFrame] = field(default_factory=list)
    frame: Frame | None = None
    frame_top: float = 0.0
    pages: list[Page] = field(default_factory=list)

    def add(self, chain: list[Slab]) -> None:
        need = self._need(chain)
        if self.placed and self.y + need > self.bottom:
            chain = _with_smaller_picture(chain, self.y + need - self.bottom)
            need = self._need(chain)
        if self.y + need > self.bottom and self.placed:
            full = self.bottom - self.top
            too_tall = need > full
            if not too_tall or self.bottom - self.y < full * _WORTHWHILE:
                self.close_page()
        for slab in chain:
            self._put(slab)

    def close_page(self) -> None:
        self._change_frame(None)
        self.pages.append(Page(tuple(self.placed), tuple(self.frames)))
        self.placed, self.frames = [], []
        self.y = self.start = self.top

    def _need(self, chain: list[Slab]) -> float:
        need, frame = 0.0, self.frame
        for place, slab in enumerate(chain):
            need += slab.height + (slab.before if place or self.placed else 0.0)
            if slab.frame is not frame:
                need += slab.frame.padding if slab.frame else 0.0
                need += frame.padding if frame else 0.0
                frame = slab.frame
        return need + (frame.padding if frame else 0.0)

    def _put(self, slab: Slab) -> None:
        if self.placed and self.y + self._need([slab]) > self.bottom + 0.01:
            self.close_page()
        if not self.placed:
            for header in slab.repeat:
                self.placed.append(Placed(header, self.y, repeated=True))
                self.y += header.height
        if slab.frame is not self.frame:
            self._change_frame(None)
        self.y += slab.before if self.placed else 0.0
        if slab.frame is not self.frame:
            self._change_frame(slab.frame)
        self.placed.append(Placed(slab, self.y))
        self.y += slab.height

    def _change_frame(self, frame: Frame | None) -> None:
        if self.frame is not None:
            self.y += self.frame.padding
            self.frames.append(PlacedFrame(self.frame, self.frame_top, self.y))
        self.frame, self.frame_top = frame, self.y
        if frame is not None:
            self.y += frame.padding
