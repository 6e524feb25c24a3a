"""Pages are counted with less than drawing them takes, and are as many as are drawn."""

import io
import subprocess
import sys
from typing import get_args

import pytest

from briefing.writers.pdf import count_pages
from briefing.writers.pdf.advances import read_advances
from briefing.writers.pdf.embedding import EmbeddedFont
from briefing.writers.pdf.fonts import FAMILIES, Cut, load_face
from tests.briefing.writers.sample_document import long_document


@pytest.mark.parametrize("family", [*FAMILIES, "FiraGO"])
@pytest.mark.parametrize("cut", get_args(Cut))
def test_every_face_is_as_wide_as_it_is_drawn(family: str, cut: Cut) -> None:
    """A page is counted by the one and drawn by the other; a no-break space is set apart, see ``load_face``."""
    file = load_face(family, cut).file
    read, drawn = read_advances(file), EmbeddedFont("unregistered", io.BytesIO(file), shapable=False).advances
    assert len(read) > 400
    drawn.pop(0xFFFF, None)  # ends the list of characters in the file, and is none
    assert {**read, 0xA0: 0.0} == {**drawn, 0xA0: 0.0}


def test_pages_are_counted_without_the_library_that_draws() -> None:
    """It takes longer to load than a page to be set, and a first briefing counts pages several times."""
    code = (
        "import sys; from briefing.writers.pdf.layout import count_pages;"
        "from briefing.writers.pdf.fonts import load_face; load_face('Source Sans Pro', 'regular').width('words', 10);"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_of_a_document_that_takes_too_many_pages_only_that_is_known() -> None:
    """It is laid out until that is seen; one that keeps the limit is counted to its end."""
    document = long_document(6)
    pages = count_pages(document)

    assert [count_pages(document, enough=limit) > limit for limit in range(1, pages)] == [True] * (pages - 1)
    assert count_pages(document, enough=pages) == pages
