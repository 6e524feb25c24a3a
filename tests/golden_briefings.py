"""The golden briefings: ``python -m tests.golden_briefings`` (make accept) writes them anew, for a person to read."""

import sys
from pathlib import Path

from briefing import BriefingRequest, generate, read_reports, render
from tests.paths import ROOT, SEEDS

GOLDEN = ROOT / "tests" / "golden"

# name of the golden file: the reports and the choices
SETS: dict[str, tuple[Path, BriefingRequest]] = {
    "samples-daily.md": (SEEDS, BriefingRequest(unit="Regional desk", number="1")),
    "samples-one-pager.md": (SEEDS, BriefingRequest(template="executive-one-pager")),
    "daraa-evidence.md": (SEEDS / "2024-12-07_daraa_homs.txt", BriefingRequest(template="evidence-pack", tlp="AMBER")),
}


def golden_text(name: str) -> str:
    """Assemble the briefing of one golden file, as Markdown."""
    path, request = SETS[name]
    return render(generate(read_reports([path]), request), "md").decode("utf-8")


def main() -> int:
    """Write all golden files."""
    GOLDEN.mkdir(exist_ok=True)
    for name in SETS:
        (GOLDEN / name).write_text(golden_text(name), "utf-8")
        print(GOLDEN / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
