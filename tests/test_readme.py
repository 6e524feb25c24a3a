"""What the README promises."""

import re
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_the_script_of_the_readme_runs(tmp_path: Path) -> None:
    """It is run as it stands, in a folder that has the sample reports."""
    script = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert script
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    run = subprocess.run(
        [sys.executable, "-c", script.group(1)], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr
    assert "Daraa" in run.stdout
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"from-a-script.{kind}" for kind in ("docx", "json", "md", "pdf")
    ]


def test_the_make_commands_of_the_readme_exist() -> None:
    """Each target named is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")

    for target in set(re.findall(r"(?:^|`)make (\w+)", README, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_links_of_the_documents_lead_to_files() -> None:
    """No dead link to a file of the project."""
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/method.md"):
        folder = (ROOT / name).parent
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8")):
            assert (folder / target).exists(), (name, target)
