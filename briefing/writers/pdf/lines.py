"""Runs of characters and their breaking into lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from briefing.writers.pdf.fonts import Face
from briefing.writers.pdf.tagging import Element

# A line may end after these, without a hyphen being added; the zero-width space is set by whoever wants a break.
_TOKEN = re.compile("( +)|(\u200b)|([^ \u200b]+)")
# Dates, ranges and names such as "al-Assad" stay whole: only words of some length part at their hyphen.
_INNER = re.compile(r"(?<=[^\W\d_]{3}[-–])(?=[^\W\d_]{3})|(?<=[^\W_]{3}/)(?=[^\W_]{3})|(?<=—)")
_DASH = re.compile("[-–—/]")
_ADDRESS = re.compile(r"(?<=[^:]/)(?=[^/])|(?<=[?&=_.#%-])(?=[^/?&=_.#%-])")
_LONG_WORD = 30
# A last line below this share of the width looks like a mistake; so much narrower may the others become.
_RUNT = 0.13
_NARROWER = (0.97, 0.94, 0.91)
_FEW_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """Characters of one face, size and colour.

    ``rise`` lifts them above the base line, ``target`` is a web address or "#anchor", ``element`` the structure
    element if it is another than the paragraph's, ``anchor`` the name of a place that links may lead back to.

    ``level`` is that of Unicode Standard Annex 9, odd for what is read from right to left; ``against`` tells that the
    paragraph runs against the direction of the document. ``shaped`` tells that the text is shapes of ``Face.shape``.
    """

    text: str
    face: Face
    size: float
    colour: str
    rise: float = 0.0
    target: str = ""
    element: Element | None = None
    anchor: str = ""
    level: int = 0
    against: bool = False
    shaped: bool = False


class Piece(NamedTuple):
    """A part of a line: where it begins, how wide it is, what it says."""

    x: float
    width: float
    text: str
    run: Run


class Line(NamedTuple):
    """A line of text, its pieces in the order of reading; ``wrapped`` says that the sentence goes on after a space.

    ``against`` tells that the paragraph runs against the direction of the document and is set to the other side.
    """

    pieces: tuple[Piece, ...]
    width: float
    wrapped: bool = False
    against: bool = False


# The pieces of a line, each with the place of its run, the width of the line, and whether it is wrapped.
_Broken = tuple[tuple[tuple[float, float, str, int], ...], float, bool]


@dataclass(slots=True)
class _Atom:
    """Fragments that stay on one line, with the space that stands before them."""

    space: tuple[str, Run] | None = None
    parts: list[tuple[str, Run]] = field(default_factory=list)
    width: float = 0.0

    def add(self, text: str, run: Run) -> None:
        self.parts.append((text, run))
        self.width += run.face.width(text, run.size)


def break_lines(runs: Iterable[Run], width: float) -> tuple[Line, ...]:
    """Break runs into lines of at most ``width`` points; a word that is wider is cut."""
    runs = tuple(runs)
    broken = _broken(tuple((run.text, run.face, run.size, run.level) for run in runs), width)
    against = any(run.against for run in runs)
    return tuple(
        Line(tuple(Piece(x, wide, text, runs[place]) for x, wide, text, place in pieces), length, wrapped, against)
        for pieces, length, wrapped in broken
    )


@lru_cache(maxsize=1 << 11)
def _broken(texts: tuple[tuple[str, Face, float, int], ...], width: float) -> tuple[_Broken, ...]:
    """Break lines by what alone decides on it: most paragraphs return when a document is laid out again."""
    runs = tuple(Run(text=text, face=face, size=size, colour="", level=level) for text, face, size, level in texts)
    places = {id(run): place for place, run in enumerate(runs)}
    return tuple(
        (
            tuple((piece.x, piece.width, piece.text, places[id(piece.run)]) for piece in line.pieces),
            line.width,
            line.wrapped,
        )
        for line in _break(runs, width)
    )


def _break(runs: Iterable[Run], width: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    row: list[tuple[str, Run]] = []
    used = 0.0
    for atom in _fitting(_atoms(runs), width):
        gap = atom.space[1].face.width(atom.space[0], atom.space[1].size) if atom.space else 0.0
        if row and used + gap + atom.width > width + 0.01:
            lines.append(_line(row, wrapped=atom.space is not None))
            row, used = [], 0.0
        elif atom.space and row:
            row.append(atom.space)
            used += gap
        row += atom.parts
        used += atom.width
    if row:
        lines.append(_line(row, wrapped=False))
    return tuple(lines)


def runs_width(runs: Iterable[Run]) -> float:
    """Return the width of runs set in one line."""
    return sum(run.face.width(run.text, run.size) for run in runs)


def widest_word(runs: Iterable[Run]) -> float:
    """Return the width of the longest part between two blanks."""
    return max((run.face.width(word, run.size) for run in runs for word in run.text.split(" ")), default=0.0)


def even_lines(runs: tuple[Run, ...], width: float) -> tuple[Line, ...]:
    """Break runs into lines; a last line of one short word is given company if that costs no further line."""
    lines = break_lines(runs, width)
    for share in _NARROWER:
        if not 1 < len(lines) < _FEW_LINES or lines[-1].width >= width * _RUNT:
            break
        others = break_lines(runs, width * share)
        if len(others) == len(lines):
            lines = others
    return lines


def balanced_lines(runs: tuple[Run, ...], width: float) -> tuple[Line, ...]:
    """Break runs into as few lines as ``width`` asks for, and make these about equally long."""
    lines = break_lines(runs, width)
    if not 1 < len(lines) < 5:
        return lines
    low, high = width / 2, width
    while high - low > 4:
        middle = (low + high) / 2
        if len(break_lines(runs, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return break_lines(runs, high)


def _atoms(runs: Iterable[Run]) -> Iterator[_Atom]:
    atom = _Atom()
    for run in runs:
        for blank, pause, word in _TOKEN.findall(run.text):
            if not word:
                if atom.parts:
                    yield atom
                    atom = _Atom()
                if blank and not pause:
                    atom.space = (" ", run)
                continue
            first, *others = _breakable(word)
            atom.add(first, run)
            for part in others:
                yield atom
                atom = _Atom()
                atom.add(part, run)
    if atom.parts:
        yield atom


def _breakable(word: str) -> list[str]:
    if len(word) < 4:
        return [word]
    if "://" in word or "@" in word:
        return [word]
    return _INNER.split(word) if _DASH.search(word) else [word]


def _fitting(atoms: Iterable[_Atom], width: float) -> Iterator[_Atom]:
    for atom in atoms:
        if atom.width <= width:
            yield atom
            continue
        for part in _divided(atom):
            if part.width <= width:
                yield part
            else:
                yield from _cut(part, width)


def _divided(atom: _Atom) -> Iterator[_Atom]:
    """Part an atom that is wider than a line where an address may be broken."""
    part = _Atom(space=atom.space)
    for text, run in atom.parts:
        first, *others = _ADDRESS.split(text) if len(text) > _LONG_WORD else (text,)
        part.add(first, run)
        for other in others:
            yield part
            part = _Atom()
            part.add(other, run)
    yield part


def _cut(atom: _Atom, width: float) -> Iterator[_Atom]:
    part = _Atom(space=atom.space)
    for text, run in atom.parts:
        start, used = 0, part.width
        for place, character in enumerate(reversed(text) if run.level % 2 else text):
            step = run.face.width(character, run.size)
            if used + step > width and used > 0:
                if place > start:
                    part.add(_read(text, run, start, place), run)
                yield part
                part, start, used = _Atom(), place, 0.0
            used += step
        if start < len(text):
            part.add(_read(text, run, start, len(text)), run)
    if part.parts:
        yield part


def _read(text: str, run: Run, start: int, end: int) -> str:
    """Return what is read from ``start`` to ``end`` of a text as it is drawn, from its other end if it runs so."""
    return text[len(text) - end : len(text) - start] if run.level % 2 else text[start:end]


def _line(row: list[tuple[str, Run]], *, wrapped: bool) -> Line:
    pieces: list[Piece] = []
    x, start, text, run = 0.0, 0.0, "", row[0][1]
    for part, other in row:
        if other is not run:
            pieces.append(Piece(start, x - start, text, run))
            start, text, run = x, "", other
        text += part
        x += run.face.width(part, run.size)
    pieces.append(Piece(start, x - start, text, run))
    return Line(in_order(pieces), x, wrapped)


def in_order(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a line, which stand one behind the other, moved to where they are read from right to left.

    They stay in the order of reading: rule L2 of Unicode Standard Annex 9 decides where each of them begins.
    """
    levels = [piece.run.level for piece in pieces]
    if not any(levels):
        return tuple(pieces)
    starts: dict[int, float] = {}
    x = pieces[0].x
    for place in visual_order(levels):
        starts[place] = x
        x += pieces[place].width
    return tuple(piece._replace(x=starts[place]) for place, piece in enumerate(pieces))


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the places of items of these levels in the order from left to right."""
    ordered = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        groups = [(levels[place] >= level, place) for place in ordered]
        ordered = []
        for reached, group in groupby(groups, key=itemgetter(0)):
            places = [place for _, place in group]
            ordered += reversed(places) if reached else places
    return ordered
