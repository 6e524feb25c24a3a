"""The PDF writer: a document drawn on pages, with what lies where on them."""

from typing import TYPE_CHECKING, Any

from briefing.writers.pdf.blocks import KnownSlabs
from briefing.writers.pdf.layout import count_pages

if TYPE_CHECKING:
    from briefing.writers.pdf.archive import Attachment
    from briefing.writers.pdf.regions import Region
    from briefing.writers.pdf.rendering import PdfPages, draw_pdf, render_pdf

__all__ = ["Attachment", "KnownSlabs", "PdfPages", "Region", "count_pages", "draw_pdf", "render_pdf"]


def __getattr__(name: str) -> Any:
    """Load what draws when it is first asked for: pages are counted without."""
    if name in __all__:
        from briefing.writers.pdf import archive, regions, rendering  # noqa: PLC0415

        return next(getattr(module, name) for module in (archive, regions, rendering) if hasattr(module, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
