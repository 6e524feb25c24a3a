"""The PDF writer: a document drawn on pages, with what lies where on them."""

from briefing.writers.pdf.archive import Attachment
from briefing.writers.pdf.blocks import KnownSlabs
from briefing.writers.pdf.regions import Region
from briefing.writers.pdf.rendering import PdfPages, count_pages, draw_pdf, render_pdf

__all__ = ["Attachment", "KnownSlabs", "PdfPages", "Region", "count_pages", "draw_pdf", "render_pdf"]
