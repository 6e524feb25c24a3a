"""The golden briefings: ``python -m tests.golden_briefings`` (make accept) writes them anew, for a person to read.

The published schema of the JSON is written with them, since it follows from the model.
"""

import json
import sys
from pathlib import Path

from briefing import BriefingRequest, generate, read_reports, render
from briefing.writers.json_schema import build_schema
from tests.paths import ROOT, SEEDS, situation_files

SCHEMA = ROOT / "docs" / "briefing.schema.json"
GOLDEN = ROOT / "tests" / "golden"

# name of the golden file: the reports and the choices
SETS: dict[str, tuple[tuple[Path, ...], BriefingRequest]] = {
    "samples-daily.md": ((SEEDS,), BriefingRequest(unit="Regional desk", number="1")),
    "samples-one-pager.md": ((SEEDS,), BriefingRequest(template="executive-one-pager")),
    "daraa-evidence.md": (
        (SEEDS / "2024-12-07_daraa_homs.txt",),
        BriefingRequest(template="evidence-pack", tlp="AMBER"),
    ),
    **{
        f"situations-{name}.md": (situation_files(name), BriefingRequest())
        for name in ("earthquake", "flood", "outbreak", "election", "two-tripolis")
    },
}


def golden_text(name: str) -> str:
    """Assemble the briefing of one golden file, as Markdown."""
    paths, request = SETS[name]
    return render(generate(read_reports(paths), request), "md").decode("utf-8")


def schema_text() -> str:
    """Return the published schema of the JSON as text."""
    return json.dumps(build_schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    """Write all golden files and the schema."""
    GOLDEN.mkdir(exist_ok=True)
    for name in SETS:
        (GOLDEN / name).write_text(golden_text(name), "utf-8")
        print(GOLDEN / name)
    SCHEMA.write_text(schema_text(), "utf-8")
    print(SCHEMA)
    return 0


if __name__ == "__main__":
    sys.exit(main())
