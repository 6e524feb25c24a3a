"""The speed of long documents, beside that of other programs on the same content where they are installed."""

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing.writers.html import render_html
from briefing.writers.markdown import render_markdown
from tests.briefing.writers.document_words import paragraphs_of
from tests.briefing.writers.sample_document import long_document

_SECTIONS = {20: 13, 200: 130}
"""The sections of the made document that fill about so many pages."""

_DRAW = """
import time
from tests.briefing.writers.sample_document import long_document, sample_document
from briefing.writers.pdf import draw_pdf
draw_pdf(sample_document())
document = long_document(sections={sections})
start = time.process_time()
drawn = draw_pdf(document, packed=True)
print(f"{{time.process_time() - start:.2f}} s, {{len(drawn.data) // 1024}} kB, {{drawn.page_count}} pages")
"""


def print_documents(
    line: Callable[[str, str], None], in_fresh_process: Callable[[str], tuple[float, float, str]]
) -> None:
    """Print what PDF files of 20 and 200 pages take, tagged and packed, and what others take for the same words."""
    for pages, sections in _SECTIONS.items():
        _, memory, printed = in_fresh_process(_DRAW.format(sections=sections))
        line(f"pdf of {pages} pages, tagged, processor", f"{printed.strip()}, {memory:.0f} MiB")
    document = long_document(sections=_SECTIONS[20])
    typst = '#set page(numbering: "1")\n' + "\n\n".join(f"#{json.dumps(text)}" for text in paragraphs_of(document))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        (source / "a.html").write_bytes(render_html(document))
        (source / "a.md").write_bytes(render_markdown(document))
        (source / "a.typ").write_text(typst, encoding="utf-8")
        for words, command in (
            ("weasyprint, 20 pages, from our HTML", ["weasyprint", "--pdf-variant", "pdf/ua-1", "a.html", "a.pdf"]),
            ("pandoc, 20 pages to Word, from our Markdown", ["pandoc", "a.md", "-o", "a.docx"]),
            ("typst, the words of 20 pages as paragraphs", ["typst", "compile", "a.typ", "b.pdf"]),
        ):
            line(words, _timed(command, source))


def _timed(command: list[str], folder: Path) -> str:
    if not shutil.which(command[0]):
        return "not installed"
    start = time.perf_counter()
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    return f"{taken:.2f} s with its start" if run.returncode == 0 else f"failed: {run.stderr.strip()[:60]}"
