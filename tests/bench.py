"""Prints speed, start-up and memory: ``make bench``. Figures are for comparison; nothing is asserted.

Times are the median of several runs on one core of the machine at hand; memory is the peak of a fresh process.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial

from briefing import analyse_reports, generate, read_reports, render
from briefing.model.briefing import Briefing
from tests.memory import peak_memory
from tests.paths import ROOT, SEEDS


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the median time that ``work`` takes, after one run to warm up."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def in_fresh_process(code: str) -> tuple[float, float]:
    """Return seconds and peak memory in MiB of a Python process that runs ``code``."""
    measured = (
        f"{code}\nimport os, sys\nfrom tests.memory import peak_memory\n"
        "print(peak_memory(), file=sys.stderr, flush=True)\n"
        "os._exit(0)"  # a window that is still at work need not be closed
    )
    start = time.perf_counter()
    run = subprocess.run([sys.executable, "-c", measured], cwd=ROOT, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, float(run.stderr.strip().splitlines()[-1])


def line(what: str, figure: str) -> None:
    """Print one figure."""
    print(f"{what:58} {figure:>18}")


def main() -> int:
    """Print all figures."""
    reports = read_reports([SEEDS]).reports
    words = sum(len(report.text.split()) for report in reports)
    read = seconds(lambda: read_reports([SEEDS]))
    analysed = seconds(lambda: analyse_reports(reports))
    findings = analyse_reports(reports)
    assembled = seconds(lambda: generate(reports, findings=findings))
    briefing = generate(reports, findings=findings)
    line("reports, words", f"{len(reports)}, {words}")
    line("reading, a report", f"{1000 * read / len(reports):.2f} ms")
    line("analysis, a report", f"{1000 * analysed / len(reports):.2f} ms")
    line("analysis, words a second", f"{words / analysed:,.0f}")
    line("assembly, a briefing", f"{1000 * assembled:.1f} ms")
    _writers(briefing)
    _processes()
    return 0


def _writers(briefing: Briefing) -> None:
    for kind in ("pdf", "docx", "md", "json"):
        taken = seconds(partial(render, briefing, kind))
        line(f"{kind}, a briefing", f"{1000 * taken:.1f} ms, {len(render(briefing, kind)) // 1024} kB")


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
        line("this process, peak", f"{peak_memory():.0f} MiB")


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
