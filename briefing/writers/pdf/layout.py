"""Documents on their pages: all that has to be known to count these, without what draws them."""

import math
from dataclasses import dataclass

from briefing.model.document import Document
from briefing.writers.pdf.blocks import KnownSlabs, compose_blocks
from briefing.writers.pdf.composition import Composition, begin_composition
from briefing.writers.pdf.flow import Page, fill_pages
from briefing.writers.pdf.fonts import ONE_AT_A_TIME
from briefing.writers.pdf.page import Furniture, Measures, compose_furniture, compose_title, measure_page
from briefing.writers.pdf.styles import MILLIMETRE


def count_pages(document: Document, known: KnownSlabs | None = None, enough: int | None = None) -> int:
    """Return the number of pages that the document takes, without drawing them, which takes three times as long.

    ``known`` are the blocks that were laid out before with this theme, page and language; the new ones are added. Of a
    document that takes more than ``enough`` pages some number above that is returned: most of it is not laid out.
    """
    with ONE_AT_A_TIME:
        return len(lay_out(document, known, enough).pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A document on its pages, before it is drawn."""

    measures: Measures
    composition: Composition
    furniture: Furniture
    pages: tuple[Page, ...]


def lay_out(document: Document, known: KnownSlabs | None = None, enough: int | None = None) -> Layout:
    """Compose a document and fill the pages with it; see ``count_pages`` for ``known`` and ``enough``."""
    measures = measure_page(document)
    composition = begin_composition(document, width=measures.column, height=measures.bottom - measures.top)
    furniture = compose_furniture(document, composition, measures)
    height = math.inf if enough is None else enough * composition.height
    slabs = compose_title(document, composition) + compose_blocks(document.blocks, composition, known, height)
    first_top = furniture.band + 8.5 * MILLIMETRE if furniture.band else measures.top
    more = furniture.more_marking
    pages = fill_pages(slabs, first_top=first_top, top=measures.top + more, bottom=measures.bottom - more)
    return Layout(measures=measures, composition=composition, furniture=furniture, pages=pages)
