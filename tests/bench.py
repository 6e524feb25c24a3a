"""Prints speed, start-up and memory: ``make bench``. Figures are for comparison; nothing is asserted.

Times are the median of several runs on one core of the machine at hand; memory is the peak of a fresh process. The
analysis is timed by the processor, the least of several runs, so that other work on the machine does not count.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from briefing import analyse_reports, generate, read_reports, render
from briefing.data.place_names import fold_name
from briefing.model.briefing import Briefing
from briefing.model.findings import Findings
from briefing.model.report import PartialDate, Report
from briefing.workflow import open_places, read_report_text
from tests.bench_documents import print_documents
from tests.memory import peak_memory
from tests.paths import ROOT, SEEDS, SHARED

_FAKES = SHARED / "gold" / "reports" / "fakes.jsonl"
_MANY = 1_000  # reports
_LONG = 5_000_000  # characters of a text in one line
_NAMES = ("Aleppo", "Deir ez-Zor", "Kerrville", "Kyiv", "Said", "Observatory", "Nowhere at all")


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median time that ``work`` takes, after one run to warm up."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def processor_seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the least time of the processor that ``work`` takes, after one run to warm up where there are several."""
    if times > 1:
        work()
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def in_fresh_process(code: str) -> tuple[float, float]:
    """Return seconds and peak memory in MiB of a Python process that runs ``code``."""
    return run_in_fresh_process(code)[:2]


def run_in_fresh_process(code: str) -> tuple[float, float, str]:
    """Return seconds, peak memory in MiB and what is printed by a Python process that runs ``code``."""
    measured = (
        f"{code}\nimport os, sys\nfrom tests.memory import peak_memory\n"
        "print(peak_memory(), file=sys.stderr, flush=True)\nsys.stdout.flush()\n"
        "os._exit(0)"  # a window that is still at work need not be closed
    )
    start = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", measured], cwd=ROOT, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, float(run.stderr.strip().splitlines()[-1]), run.stdout


def line(what: str, figure: str) -> None:
    """Print one figure."""
    print(f"{what:58} {figure:>18}")


def main() -> int:
    """Print all figures."""
    reports = read_reports([SEEDS]).reports
    words = sum(len(report.text.split()) for report in reports)
    read = seconds(lambda: read_reports([SEEDS]))
    analysed = processor_seconds(lambda: analyse_reports(reports))
    findings = analyse_reports(reports)
    assembled = seconds(lambda: generate(reports, findings=findings))
    briefing = generate(reports, findings=findings)
    line("reports, words", f"{len(reports)}, {words}")
    line("reading, a report", f"{1000 * read / len(reports):.2f} ms")
    line("analysis, a report", f"{1000 * analysed / len(reports):.2f} ms")
    line("analysis, words a second", f"{words / analysed:,.0f}")
    _analysis(reports)
    line("assembly, a briefing", f"{1000 * assembled:.1f} ms")
    _writers(briefing)
    _preview()
    print_documents(line, run_in_fresh_process)
    _long_word_file()
    _processes()
    _memory()
    _assembly_of_many()
    return 0


def _assembly_of_many() -> None:
    """Print what assembling many reports takes; beyond the first thousand they are those again, weeks later.

    What a process loads with its first briefing is told apart. Real reports repeat less than made ones.
    """
    made = "from tests.many_reports import make_findings\nreports, findings = make_findings({})\n"
    sets = {f"{number} made reports": made.format(number) for number in (_MANY, 10 * _MANY)}
    if _FAKES.is_file():
        sets["the labelled reports"] = (
            "from tests.bench import labelled_findings\nreports, findings = labelled_findings()\n"
        )
    for name, making in sets.items():
        code = (
            "import time\nfrom briefing import generate\nfrom tests.memory import peak_memory\n"
            f"{making}before = peak_memory()\nstart = time.process_time()\n"
            "generate(reports[:5], findings=findings[:5])\nloaded = time.process_time()\n"
            "generate(reports, findings=findings)\n"
            "print(f'{time.process_time() - loaded:.1f} s, {peak_memory() - before:.0f} MiB more; '\n"
            "    f'a first briefing of five before them {loaded - start:.1f} s')"
        )
        made_of = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        line(f"assembly of {name}", made_of.stdout.strip())


def labelled_findings() -> tuple[tuple[Report, ...], tuple[Findings, ...]]:
    """Return the labelled reports with their days and publishers, and their findings."""
    reports = []
    for entry in map(json.loads, _FAKES.read_text("utf-8").splitlines()):
        published = PartialDate.of(date.fromisoformat(entry["date"]))
        report = read_report_text(entry["text"], published=published, origin=f"{entry['id']}.txt")
        reports.append(replace(report, publisher=entry["source"]))
    distinct = tuple({report.id: report for report in reports}.values())
    return distinct, analyse_reports(distinct)


def _analysis(samples: Sequence[Report]) -> None:
    """Print the speed of the analysis on labelled reports and on one long line, and of looking up a name."""
    if _FAKES.is_file():
        lines = _FAKES.read_text("utf-8").splitlines()
        labelled = [read_report_text(json.loads(entry)["text"]) for entry in lines]
        words = sum(len(report.text.split()) for report in labelled)
        taken = processor_seconds(partial(analyse_reports, labelled), times=2)
        line(f"analysis of {len(labelled)} labelled reports, words a second", f"{words / taken:,.0f}")
    passage = " ".join(" ".join(report.text for report in samples).split()) + " "
    single = read_report_text((passage * (_LONG // len(passage) + 1))[:_LONG])
    taken = processor_seconds(partial(analyse_reports, [single]), times=1)
    line("analysis, a text of 5 MB in one line", f"{taken:.1f} s")
    gazetteer, rounds = open_places(), 10_000
    known = processor_seconds(lambda: [gazetteer.look_up(fold_name(name)) for _ in range(rounds) for name in _NAMES])
    line("gazetteer, a name looked up again", f"{1e6 * known / rounds / len(_NAMES):.2f} µs")
    codes = [f"{name} {number}" for number in range(rounds) for name in ("aleppo", "san")]
    fresh = processor_seconds(lambda: [gazetteer.look_up(code) for code in codes], times=1)
    line("gazetteer, a name looked up for the first time", f"{1e6 * fresh / len(codes):.1f} µs")


def _writers(briefing: Briefing) -> None:
    for kind in ("pdf", "docx", "md", "json"):
        taken = seconds(partial(render, briefing, kind))
        line(f"{kind}, a briefing", f"{1000 * taken:.1f} ms, {len(render(briefing, kind)) // 1024} kB")


def _preview() -> None:
    """Print what passes in the app from a changed title to the picture of the first page, 1,000 pixels wide."""
    _, _, printed = run_in_fresh_process(_PREVIEW)
    for row in printed.splitlines():
        line(f"preview, changed title to first page: {row.split(':')[0]}", row.split(":")[1].strip())


def _long_word_file() -> None:
    """Print what a Word file of 200 pages takes, in a process that draws nothing else."""
    code = (
        "import time\nfrom tests.briefing.writers.sample_document import long_document\n"
        "from briefing.writers.docx import render_docx\nfrom tests.memory import peak_memory\n"
        "document = long_document(133)\nstart = time.process_time()\ndata = render_docx(document)\n"
        "taken = time.process_time() - start\n"
        "print(f'{taken:.2f} s, {peak_memory():.0f} MiB, {len(data) // 1024} kB')"
    )
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    line("docx of 200 pages: processor, memory of the process", made.stdout.strip())


def _processes() -> None:
    with tempfile.TemporaryDirectory() as folder:
        script = (
            "from briefing import *; "
            f"export(generate(read_reports([{str(SEEDS)!r}]).reports), {folder!r}, ['pdf', 'docx'])"
        )
        one = script.replace(repr(str(SEEDS)), repr(str(min(SEEDS.glob("*.txt")))))
        for what, code in (
            ("start: interpreter alone", "pass"),
            (
                "start: briefing --help",
                "import runpy, sys; sys.argv = ['briefing', '-h']\ntry: runpy.run_module('briefing', "
                "run_name='__main__')\nexcept SystemExit: pass",
            ),
            ("script to the PDF and Word file of one report", one),
            ("script to the PDF and Word file of all samples", script),
            ("desktop: until the window is painted", _WINDOW),
        ):
            taken, memory = in_fresh_process(code)
            line(what, f"{taken:.2f} s, {memory:.0f} MiB")
        line("this process, peak, with the text of 5 MB", f"{peak_memory():.0f} MiB")


def _memory() -> None:
    """Print the memory that many reports take, over that of the bare interpreter."""
    _, bare = in_fresh_process("pass")
    for what, code in (("reading", _READ_MANY), ("reading and analysing", f"{_READ_MANY}\nanalyse_reports(reports)")):
        taken, memory = in_fresh_process(code)
        line(f"{what} {_MANY} reports, over the interpreter", f"{taken:.2f} s, {memory - bare:.0f} MiB")


# The samples again and again, each time with other words at the end, so that no two are the same.
_READ_MANY = f"""
from briefing import analyse_reports
from briefing.workflow import read_report_text
from tests.paths import SEEDS
texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
reports = [read_report_text(texts[n % len(texts)] + f"\\n\\nReport {{n}}.") for n in range({_MANY})]
"""
_PREVIEW = """
import time
from dataclasses import replace
from pypdfium2 import PdfDocument
from briefing import BriefingRequest, analyse_reports, generate, read_reports
from briefing.workflow import Groundwork, draw_pages
from tests.paths import SEEDS
reports = read_reports([SEEDS]).reports
findings = analyse_reports(reports)
for template in ("daily-sitrep", "flash-update"):
    groundwork, taken = Groundwork(), []
    for title in ("", "First", "Second", "Third", "Fourth"):
        request = BriefingRequest(template=template, title=title)
        start = time.process_time()
        briefing = generate(reports, request, findings=findings, groundwork=groundwork)
        page = PdfDocument(draw_pages(briefing).data)[0]
        page.render(scale=1000 / page.get_width(), prefer_bgrx=True)
        taken.append(time.process_time() - start)
    print(f"{template}: {1000 * sorted(taken[1:])[2]:.0f} ms")
"""
_WINDOW = f"""
import os, sys, tempfile
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, {str(ROOT)!r})
from PySide6.QtWidgets import QApplication
from gui.app import build_window
application = QApplication([])
window = build_window(Path(tempfile.mkdtemp()))
window.show()
application.processEvents()
"""


if __name__ == "__main__":
    sys.exit(main())
