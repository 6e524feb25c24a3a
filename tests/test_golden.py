"""The briefings of the samples are those that were read and accepted."""

import pytest

from tests.golden_briefings import GOLDEN, SETS, golden_text


@pytest.mark.parametrize("name", sorted(SETS))
def test_a_briefing_of_the_samples_is_the_accepted_one(name: str) -> None:
    """After a change on purpose: make accept, read every changed line, commit."""
    assert golden_text(name) == (GOLDEN / name).read_text("utf-8")
