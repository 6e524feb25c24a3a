"""How runs of characters are broken into lines."""

from briefing.writers.pdf.fonts import load_face
from briefing.writers.pdf.lines import Run, break_lines


def test_lines_that_were_broken_before_carry_the_runs_that_they_are_asked_for() -> None:
    """A paragraph of the same words is broken alike, and keeps the colour and the link that its own runs have."""
    face = load_face("Source Sans Pro", "regular")
    plain = [Run(text=text, face=face, size=10, colour="000000") for text in ("The bridge is closed ", "again")]
    linked = [Run(text=run.text, face=face, size=10, colour="0000ff", target="#note-1") for run in plain]
    first, second = break_lines(plain, 60), break_lines(linked, 60)
    assert len(first) > 1
    assert [[(piece.x, piece.text) for piece in line.pieces] for line in first] == [
        [(piece.x, piece.text) for piece in line.pieces] for line in second
    ]
    assert {id(piece.run) for line in first for piece in line.pieces} == {id(run) for run in plain}
    assert {id(piece.run) for line in second for piece in line.pieces} == {id(run) for run in linked}
