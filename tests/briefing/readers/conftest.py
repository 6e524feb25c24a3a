"""What the tests of the readers share: files written on the spot, and the folder of real files when it is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model.report import Report
from briefing.readers import read_report

Write = Callable[..., Path]
Read = Callable[..., Report]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes text or bytes to a file and gives its path."""

    def write_file(content: str | bytes, name: str = "report.txt") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write_file


@pytest.fixture
def read(write: Write) -> Read:
    """Return a function that writes a file and reads it as a report."""

    def read_content(content: str | bytes, name: str = "report.txt") -> Report:
        return read_report(write(content, name), origin=name)

    return read_content


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real files beside the checkout, or skip when this machine has none."""
    folder = Path(__file__).resolve().parents[4] / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real files is not beside this checkout")
    return folder


def words_of(report: Report) -> list[str]:
    """Return the words of each paragraph."""
    return [report.quote(paragraph.start, paragraph.end) for paragraph in report.paragraphs]


def codes_of(report: Report) -> list[str]:
    """Return the codes of the notices."""
    return [notice.code for notice in report.notices]
