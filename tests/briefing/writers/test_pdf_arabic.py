"""A briefing in Arabic, from an Arabic report and English ones: the file that an analyst exports."""

import dataclasses
import shutil
import subprocess
import unicodedata
from pathlib import Path

import page as page_validation
import pytest

from briefing import BriefingRequest, generate, read_reports
from briefing.model.document import Cite, EndNote, EndNotes, Prose, Text
from briefing.writers.pdf import draw_pdf
from tests.briefing.writers.pdf_reading import all_text
from tests.briefing.writers.sample_document import sample_document
from tests.paths import SEEDS

_REPORT = """Title: فصائل معارضة تدخل حمص
Publisher: وكالة الساحل
Date: 2024-12-07

قال المرصد إن مقاتلي المعارضة دخلوا مدينة حمص فجر السبت. ونزح نحو 280,000 شخصًا، وفق الأمم المتحدة (OCHA).
"""
_SENTENCE = "وقُتل 12 شخصًا في قصفٍ على الرستن (2024-12-07)، بحسب الدفاع المدني."


def test_an_arabic_sentence_may_have_many_citations() -> None:
    """A line may end within a long series of numbers, which has no direction of its own."""
    numbers = tuple(range(1, 8))
    notes = EndNotes(
        notes=tuple(EndNote(number=number, id=f"note-{number}", inlines=(Text(text="المرصد"),)) for number in numbers)
    )
    sentence = Prose(inlines=(Text(text=_SENTENCE), Cite(numbers=numbers)))
    document = dataclasses.replace(sample_document(), blocks=(sentence, notes), language="ar")
    drawn = draw_pdf(document)

    assert drawn.notices == ()
    assert "1,2,3,4,5,6,7" in all_text(drawn.data).replace("\u200b", "")


@pytest.mark.parametrize("template", ["daily-sitrep", "executive-one-pager"])
def test_an_arabic_briefing_is_whole_and_valid(template: str, tmp_path: Path) -> None:
    """Its labels, an Arabic sentence of the analyst and English sentences of reports stand in one file."""
    report = tmp_path / "report.txt"
    report.write_text(_REPORT, encoding="utf-8")
    request = BriefingRequest(template=template, tlp="AMBER", language="ar", title="حمص: الوضع")
    document = generate(read_reports([SEEDS, report]).reports, request).document
    document = dataclasses.replace(document, blocks=(*document.blocks, Prose(inlines=(Text(text=_SENTENCE),))))
    drawn = draw_pdf(document)
    file = tmp_path / "briefing.pdf"
    file.write_bytes(drawn.data)

    assert drawn.notices == ()
    for profile in (page_validation.ValidationProfile.PDF_UA_1, page_validation.ValidationProfile.PDF_A_3A):
        judged = page_validation.validate_pdf(str(file), profile=profile)
        assert judged.is_compliant, judged.failures
    if shutil.which("pdfinfo"):
        run = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, check=True)
        # lines and runs are read one after the other
        read = "".join(line.strip()[1:-1] for line in run.stdout.decode().split("\n") if line.strip().startswith('"'))
        assert unicodedata.normalize("NFC", _SENTENCE) in read
        assert "حمص: الوضع" in read
        assert "أهم التطورات" in read
