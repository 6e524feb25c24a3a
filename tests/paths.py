"""Where the tests find files: the project's own, and the shared material beside the checkout, which may be absent."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"
SITUATIONS = ROOT / "tests" / "situations"
EXPECTED = "expected.toml"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared material does not lie beside this checkout (../shared)"
)


def situation_files(name: str) -> tuple[Path, ...]:
    """Return the paths of the reports of an invented situation, such as "flood" or "adversarial/denial"."""
    return tuple(sorted(path for path in (SITUATIONS / name).iterdir() if path.name != EXPECTED))
