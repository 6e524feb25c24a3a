"""Word's own numbering: a definition for bullets and one for each length of numbers, and a counter for each list."""

from briefing.model.theme import Theme
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD
from briefing.writers.docx.units import colour, twips

BULLET_HANGING = 16.0
"""How far the words of a list stand from its bullets in points; one with numbers needs as much or more."""

_FIGURE_WIDTH, _GAP = 5.9, 7.0
_BULLETS = 0  # the definition of lists without numbers; the others are known by the figures of their last number


def numbering_of(counter: int) -> str:
    """Return the paragraph property that puts a paragraph into the list with this counter."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{counter}"/></w:numPr>'


def hanging(*, ordered: bool, last: int) -> float:
    """Return how far the words of a list stand from its signs in points, room for the ``last`` number included."""
    return max(BULLET_HANGING, _figures(last) * _FIGURE_WIDTH + _GAP) if ordered else BULLET_HANGING


def _figures(number: int) -> int:
    return len(str(number))


def render_numbering(theme: Theme, starts: list[tuple[bool, int, int]]) -> str:
    """Return numbering.xml; for each list: whether it is ordered, its first number and its last."""
    accent, heading = colour(theme.accent), colour(theme.heading)
    numbers = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{accent}"/></w:rPr>'
    bullets = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{heading}"/></w:rPr>'
    longest = {_figures(last): last for ordered, _, last in starts if ordered}
    definitions = [
        _definition(figures, "decimal", "%1", hanging(ordered=True, last=longest[figures]), numbers)
        for figures in sorted(longest)
    ]
    counters = [_counter(number, *entry) for number, entry in enumerate(starts, 1)]
    return (
        f"{XML_HEAD}<w:numbering {NAMESPACES}>"
        + _definition(_BULLETS, "bullet", "•", BULLET_HANGING, bullets)
        + "".join(definitions + counters)
        + "</w:numbering>"
    )


def _definition(number: int, kind: str, text: str, distance: float, properties: str) -> str:
    indent = f'<w:pPr><w:ind w:left="{twips(distance)}" w:hanging="{twips(distance)}"/></w:pPr>'
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5B1E0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="{0x6C2F0000 + number:08X}"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/>{indent}{properties}</w:lvl></w:abstractNum>'
    )


def _counter(number: int, ordered: bool, first: int, last: int) -> str:
    if not ordered:
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_BULLETS}"/></w:num>'
    restart = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{first}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_figures(last)}"/>{restart}</w:num>'
