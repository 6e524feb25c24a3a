"""The quality of the analysis does not fall: each figure stays above its floor."""

import tomllib
from pathlib import Path

import pytest

from tests.quality.__main__ import TASKS

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
CASES = [(task, path) for task, (_, paths) in TASKS.items() for path in paths]


@pytest.mark.parametrize(("task", "path"), CASES, ids=[f"{task}-{path.name}" for task, path in CASES])
def test_a_figure_does_not_fall_below_its_floor(task: str, path: Path) -> None:
    """Labelled texts outside the project are skipped where they are absent."""
    if not path.exists():
        pytest.skip(f"{path.name} is part of the shared material, which does not lie beside this checkout (../shared)")
    found = TASKS[task][0](path)

    floors = FLOORS[task][path.name]
    assert set(floors) <= set(found)
    assert {what: round(found[what], 3) for what, floor in floors.items() if found[what] < floor} == {}
