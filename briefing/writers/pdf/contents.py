"""The contents as slabs: a line for each heading with the number of its page, in two columns where there are many."""

import dataclasses
from dataclasses import dataclass

from briefing.model.document import Contents, ContentsEntry
from briefing.writers.pdf.composition import Composition, block_anchor
from briefing.writers.pdf.paragraphs import baseline, beside, padded, paragraph_slabs, tied, tied_to_next
from briefing.writers.pdf.slabs import Anchor, PageNumber, Rule, Slab
from briefing.writers.pdf.styles import Style
from briefing.writers.pdf.tagging import Element

# More entries than these would push the text from the first page.
_IN_ONE_COLUMN = 6
_GAP, _INDENT = 24.0, 11.0
_ABOVE, _BELOW = 2.2, 2.6
# Room for a page number of four figures and the space before it.
_NUMBER = 30.0


def contents_slabs(contents: Contents, composition: Composition) -> list[Slab]:
    """Return heading and entries; the numbers of the pages are put in when these are filled."""
    styles = composition.styles
    heading = paragraph_slabs(
        composition.text_runs(contents.heading, styles.heading_1),
        styles.heading_1,
        composition.root.add("H2"),
        width=composition.measure,
        before=16.0,
    )
    root = composition.root.add("TOC")
    columns = 1 if len(contents.entries) <= _IN_ONE_COLUMN else 2
    width = (composition.width - _GAP * (columns - 1)) / columns
    many = -(-len(contents.entries) // columns)
    tree = _Tree(root)
    stacks = [
        _column(contents.entries[place * many : (place + 1) * many], place * (width + _GAP), width, tree, composition)
        for place in range(columns)
    ]
    entries = beside(stacks, composition.height / 2) if columns > 1 else stacks[0]
    slabs = tied_to_next(tied(heading)) + entries
    if not slabs:
        return []
    anchor = Anchor(block_anchor(contents.id))
    return [dataclasses.replace(slabs[0], anchors=(anchor, *slabs[0].anchors)), *slabs[1:]]


@dataclass(slots=True)
class _Tree:
    """Where the next entry stands in the structure: those of the second level in a list of their own."""

    root: Element
    inner: Element | None = None

    def entry(self, level: int) -> Element:
        if level == 1:
            self.inner = None
            return self.root.add("TOCI").add("Reference")
        self.inner = self.inner or self.root.add("TOC")
        return self.inner.add("TOCI").add("Reference")


def _column(
    entries: tuple[ContentsEntry, ...], left: float, width: float, tree: _Tree, composition: Composition
) -> list[Slab]:
    rule = Rule(left, 0, left + width, 0, composition.theme.rule, 0.5)
    slabs: list[Slab] = []
    for entry in entries:
        lines = _entry(entry, left, width, tree.entry(entry.level), composition)
        if lines:
            last = padded(tied(lines), _ABOVE, _BELOW)
            below = dataclasses.replace(rule, top=last[-1].height, bottom=last[-1].height)
            slabs += [*last[:-1], dataclasses.replace(last[-1], marks=(*last[-1].marks, below))]
    return slabs


def _entry(entry: ContentsEntry, left: float, width: float, element: Element, composition: Composition) -> list[Slab]:
    style: Style = composition.styles.table_cell if entry.level == 2 else composition.styles.table_first
    indent = _INDENT * (entry.level - 1)
    link = Element("Link")
    target = block_anchor(entry.target)
    known = entry.target in composition.targets
    runs = composition.text_runs(entry.text, style)
    if known:
        runs = tuple(dataclasses.replace(run, target=f"#{target}", element=link) for run in runs)
    slabs = paragraph_slabs(runs, style, element, width=width - indent - _NUMBER, x=left + indent)
    if not (slabs and known):
        return slabs
    number = PageNumber(left + width, baseline(style), target, composition.styles.table_cell, element)
    return [*slabs[:-1], dataclasses.replace(slabs[-1], marks=(*slabs[-1].marks, number))]
