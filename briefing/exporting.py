"""From a briefing to bytes and files: the formats, their names, and what is never overwritten."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ExportError
from briefing.model.briefing import Briefing
from briefing.model.document import Document
from briefing.model.drawing import Drawing
from briefing.saving import free_name, save_bytes
from briefing.writers.csv import render_developments, render_places, render_sources
from briefing.writers.json import render_json
from briefing.writers.markdown import render_markdown

if TYPE_CHECKING:
    from briefing.writers.pdf import KnownSlabs, PdfPages


def _draw_docx(briefing: Briefing) -> bytes:
    # The libraries that draw are loaded when they are first needed: reading and analysing take 17 megabytes without.
    from briefing.writers.docx import render_docx  # noqa: PLC0415

    return render_docx(briefing.document)


def _draw_html(briefing: Briefing) -> bytes:
    from briefing.writers.html import render_html  # noqa: PLC0415 -- see _draw_docx

    return render_html(briefing.document)


WRITERS: dict[str, Callable[[Briefing], bytes]] = {
    "pdf": lambda briefing: draw_pages(briefing).data,
    "docx": _draw_docx,
    "md": lambda briefing: render_markdown(briefing.document),
    "json": render_json,
    "html": _draw_html,
    "developments.csv": render_developments,
    "places.csv": render_places,
    "sources.csv": render_sources,
}

# Pixels for each point of a figure that is saved by itself: 288 to the inch.
_SAVED = 4.0

ALIASES: dict[str, tuple[str, ...]] = {"csv": ("developments.csv", "places.csv", "sources.csv")}
"""Words that stand for several formats."""


def draw_pages(briefing: Briefing, password: str = "") -> "PdfPages":
    """Draw the PDF: its bytes, the number of pages, and where each entry lies on them.

    With a ``password`` it is encrypted (AES-256): then it is no PDF/A, and its bytes differ each time.
    """
    from briefing.writers.pdf import Attachment, draw_pdf  # noqa: PLC0415 -- see _draw_docx

    data = Attachment(
        name="briefing.json",
        media_type="application/json",
        description="The briefing as data, with every citation",
        data=render_json(briefing),
    )
    return draw_pdf(briefing.document, (data,), packed=True, password=password)


def count_pages(document: Document, enough: int | None, *, known: "KnownSlabs") -> int:
    """Return the number of pages of the PDF, any number above ``enough`` where it takes more than these.

    ``known`` are the blocks laid out before, to which the new are added.
    """
    from briefing.writers import pdf  # noqa: PLC0415 -- see _draw_docx

    return pdf.count_pages(document, known, enough)


def render(briefing: Briefing, format: str) -> bytes:  # noqa: A002 -- the word of the command line
    """Return the bytes of one format of ``WRITERS``; raises ExportError for any other."""
    if format not in WRITERS:
        raise ExportError(f"“{format}” is not a format. Choose among: {', '.join(WRITERS)}.")
    return WRITERS[format](briefing)


def file_name(briefing: Briefing) -> str:
    """Return the name of the exported files without ending: as requested, or made from area and date."""
    if briefing.request.name:
        return _safe(briefing.request.name)
    when = briefing.as_of.iso if briefing.as_of else "undated"
    return _safe(f"{when}_{briefing.area or 'situation'}_{briefing.request.template}".lower().replace(" ", "-"))


def _safe(name: str) -> str:
    kept = "".join(character if character.isalnum() or character in "-_. ()" else "-" for character in name)
    return kept.strip(". ")[:120] or "briefing"


def export(
    briefing: Briefing,
    folder: Path | str,
    formats: Sequence[str] = ("pdf", "docx"),
    name: str = "",
    *,
    replace: bool = False,
    password: str = "",
) -> tuple[Path, ...]:
    """Save the formats as ``folder/name.format`` and return the paths, in the order of ``formats``.

    "csv" stands for three tables: developments, places and sources.

    All formats are drawn before any is saved, and each is saved whole or not at all. A file of that name is never
    overwritten: without ``replace`` the next free name is taken ("name-2"), with it the earlier file is kept as
    "name.previous.format" unless it holds the same bytes. A ``password`` is asked of whoever opens the PDF; no other
    format is protected by it, and it is kept nowhere. Raises ExportError.
    """
    wanted = [kind for word in formats for kind in ALIASES.get(word, (word,))]
    if password and "pdf" not in wanted:
        raise ExportError("A password protects the PDF alone. Choose PDF among the formats, or leave the password out.")
    drawn = {
        kind: draw_pages(briefing, password).data if password and kind == "pdf" else render(briefing, kind)
        for kind in dict.fromkeys(wanted)
    }
    if not drawn:
        raise ExportError(f"No format is chosen. Choose at least one of: {', '.join(WRITERS)}.")
    target = Path(folder)
    stem = _safe(name) if name else file_name(briefing)
    if not replace:
        stem = free_name(target, stem, tuple(drawn))
    return tuple(save_bytes(target / f"{stem}.{kind}", data) for kind, data in drawn.items())


def save_picture(drawing: Drawing, path: Path | str) -> Path:
    """Save one figure by itself, as the ending of the path says: ".svg" or ".png"; an earlier file is kept beside it.

    Raises ExportError.
    """
    from briefing.writers.pictures import render_png, render_svg  # noqa: PLC0415 -- see _draw_docx

    target = Path(path)
    match target.suffix.lower():
        case ".svg":
            data = render_svg(drawing)
        case ".png":
            data = render_png(drawing, _SAVED)
        case _:
            raise ExportError(f"“{target.name}” is neither an SVG nor a PNG file. End its name with .svg or .png.")
    return save_bytes(target, data)
