"""What stands on every page beside the blocks: masthead, header, footer and the handling marking."""

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.document import Document, PageSize
from briefing.writers.logo_size import LOGO_HEIGHT, logo_size
from briefing.writers.pdf.composition import Composition
from briefing.writers.pdf.lines import Line, break_lines, runs_width
from briefing.writers.pdf.paragraphs import baseline, paragraph_slabs, tied
from briefing.writers.pdf.slabs import Rule, Slab
from briefing.writers.pdf.styles import MILLIMETRE, Style, channels, mixed
from briefing.writers.pdf.tagging import Element
from briefing.writers.pdf.text import clean

if TYPE_CHECKING:
    from briefing.writers.pdf.painting import Painter

# ISO 216 and ANSI Y14.1, in points
_PAPER = {PageSize.A4: (595.276, 841.89), PageSize.LETTER: (612.0, 792.0)}
_BOX_PADDING = 5.0
_BAND_TOP, _BAND_BOTTOM = 18.0, 13.0
# Header and footer need this much.
_LEAST_MARGIN = 64.0
_MOST_LINES = 5
# The logo stands beside the product's name, in points.
_LOGO_GAP = 11.0
# The base line of header and footer below the top of the marking's box.
_RUNNING_LINE = 12.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The page in points: its size, the side margin, where the column begins and ends, and the side of the text."""

    width: float
    height: float
    side: float
    top: float
    bottom: float

    @property
    def column(self) -> float:
        """Return the width of the column."""
        return self.width - 2 * self.side


def measure_page(document: Document) -> Measures:
    """Return the measures of a document's pages."""
    width, height = _PAPER[document.page_size]
    theme = document.theme
    return Measures(
        width=width,
        height=height,
        side=min(max(theme.margin_side * MILLIMETRE, 18.0), width / 4),
        top=min(max(theme.margin_top * MILLIMETRE, _LEAST_MARGIN), height / 4),
        bottom=height - min(max(theme.margin_bottom * MILLIMETRE, _LEAST_MARGIN), height / 4),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Some lines of text that stand at a fixed place."""

    lines: tuple[Line, ...]
    style: Style
    element: Element

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def width(self) -> float:
        """Return the width of the longest line."""
        return max((line.width for line in self.lines), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Everything that is drawn around the blocks, composed once for all pages."""

    document: Document
    composition: Composition
    measures: Measures
    product: Sign
    unit: Sign
    marking: Sign
    issue: Sign
    logo: Element

    @property
    def band(self) -> float:
        """Return the height of the masthead band."""
        left = max(self.product.height + self.unit.height, LOGO_HEIGHT if self.composition.theme.logo else 0.0)
        right = self._box_height + (6 if self.marking.lines else 0) + self.issue.height
        return max(left, right) + _BAND_TOP + _BAND_BOTTOM if left or right else 0.0

    @property
    def more_marking(self) -> float:
        """Return the height of the lines of the marking beyond the first."""
        return max(0.0, self.marking.height - self.marking.style.leading)

    @property
    def _box_height(self) -> float:
        return self.marking.height + 3 if self.marking.lines else 0.0

    @property
    def _box_width(self) -> float:
        return self.marking.width + 2 * _BOX_PADDING if self.marking.lines else 0.0

    @property
    def _right(self) -> float:
        return self.measures.width - self.measures.side

    def paint(self, painter: "Painter", page: int, pages: int) -> None:
        """Paint what belongs to a page (counted from 1)."""
        if page == 1:
            self._masthead(painter)
        else:
            self._header(painter)
        self._footer(painter, page, pages)

    def _masthead(self, painter: "Painter") -> None:
        theme, band, width = self.composition.theme, self.band, self.measures.width
        if not band:
            return
        edge = mixed(theme.accent, "#ffffff", 0.35)
        painter.rectangle(left=0, top=0, right=width, bottom=band, colour=theme.band)
        painter.rectangle(left=0, top=band, right=width, bottom=band + 2, colour=edge)
        left = self.measures.side
        if theme.logo:
            box = logo_size(theme.logo)[0], LOGO_HEIGHT
            painter.picture(theme.logo.data, left, _BAND_TOP - 1, box, theme.band, self.logo)
            left += box[0] + _LOGO_GAP
        _paint_sign(painter, self.product, top=_BAND_TOP, left=left)
        _paint_sign(painter, self.unit, top=_BAND_TOP + self.product.height, left=left)
        self._marking(painter, _BAND_TOP + 1, tagged=True)
        _paint_sign(painter, self.issue, top=band - _BAND_BOTTOM - self.issue.height, right=self._right)

    def _header(self, painter: "Painter") -> None:
        style = self.composition.styles.running
        top = 8.6 * MILLIMETRE
        self._marking(painter, top)
        room = self.measures.column - self._box_width - 12
        text = fitted(self.document.running_title, style, room, self.composition)
        painter.text(text, style, self.measures.side, top + _RUNNING_LINE)
        self._hairline(painter, top + (self._box_height or 18) + 5.5)

    def _footer(self, painter: "Painter", page: int, pages: int) -> None:
        style, side = self.composition.styles.running, self.measures.side
        top = self.measures.height - 10.5 * MILLIMETRE - 18 - self.more_marking
        self._hairline(painter, top - 7)
        self._marking(painter, top)
        label = page_label(self.document.page_label, page, pages)
        runs = self.composition.text_runs(label, style)
        width = runs_width(runs)
        x = self._right - width
        if self.marking.lines:
            # in the middle, but further to the right where the words beside it need the room
            needed = side + runs_width(self.composition.text_runs(self.document.footer, style)) + 14
            x = min(max((self.measures.width - width) / 2, needed), x - self._box_width - 12)
        text = fitted(self.document.footer, style, x - side - 14, self.composition)
        painter.text(text, style, side, top + _RUNNING_LINE)
        painter.runs(runs, x, top + _RUNNING_LINE)

    def _marking(self, painter: "Painter", top: float, *, tagged: bool = False) -> None:
        if not self.marking.lines:
            return
        left, bottom = self._right - self._box_width, top + self._box_height
        painter.rectangle(left=left, top=top, right=self._right, bottom=bottom, colour="#000000")
        _paint_sign(painter, self.marking, top=top + 1.5, right=self._right - _BOX_PADDING, tagged=tagged)

    def _hairline(self, painter: "Painter", y: float) -> None:
        rule = self.composition.theme.rule
        painter.rule(left=self.measures.side, top=y, right=self._right, bottom=y, colour=rule, width=0.6)


def compose_furniture(document: Document, composition: Composition, measures: Measures) -> Furniture:
    """Break the words of masthead and marking into lines and give them their place in the structure."""
    styles, head, theme = composition.styles, document.masthead, composition.theme
    section = composition.root.add("Sect")
    logo = section.add("Figure", alternative=clean(theme.logo.alternative) if theme.logo else "")
    room = (logo_size(theme.logo)[0] + _LOGO_GAP) / measures.column if theme.logo else 0.0

    def sign(text: str, style: Style, share: float) -> Sign:
        lines = break_lines(composition.text_runs(text, style), measures.column * share)
        if len(lines) > _MOST_LINES:
            composition.say_once("cut-short", f"“{text[:60]}…” is too long for its place and was cut: shorten it.")
        return Sign(lines=lines[:_MOST_LINES], style=style, element=section.add("P"))

    return Furniture(
        document=document,
        composition=composition,
        measures=measures,
        product=sign(head.product.upper(), styles.product, 0.58 - room),
        unit=sign(head.unit, styles.unit, 0.58 - room),
        marking=sign(
            document.marking, dataclasses.replace(styles.marking, colour=_visible(document.marking_colour)), 0.38
        ),
        issue=sign(head.issue, styles.unit, 0.38),
        logo=logo,
    )


def compose_title(document: Document, composition: Composition) -> list[Slab]:
    """Return area, title and meta line of page one with the thin line below them."""
    styles, head = composition.styles, document.masthead
    slabs: list[Slab] = []
    parts = (
        ("P", head.area.upper(), styles.kicker, 0.0),
        ("H1", head.title, styles.title, 1.0),
        ("P", head.meta, styles.meta, 4.0),
    )
    for kind, text, style, before in parts:
        element = composition.root.add(kind)
        slabs += paragraph_slabs(
            composition.text_runs(text, style),
            style,
            element,
            width=composition.width,
            before=before,
            balanced=kind == "H1",
        )
    if slabs:
        line = Rule(0, 5, composition.width, 5, composition.theme.accent, 0.8)
        slabs = [*tied([*slabs, Slab(height=5, marks=(line,))])]
    return slabs


def page_label(form: str, page: int, pages: int) -> str:
    """Return "Page 1 of 3" from "Page {page} of {pages}", whatever else the words hold."""
    return form.replace("{page}", str(page)).replace("{pages}", str(pages))


def fitted(text: str, style: Style, room: float, composition: Composition) -> str:
    """Return the text, cut with an ellipsis if it is wider than ``room``: only for words that stand elsewhere too."""

    def width(part: str) -> float:
        return runs_width(composition.text_runs(part, style))

    text = text[:400]
    if width(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle] + "…") <= room else (low, middle - 1)
    return text[:low].rstrip() + "…" if low else ""


def _visible(colour: str) -> str:
    """Return a colour that can be read on black, as the marking must be."""
    return colour if max(channels(colour)) > 0.5 else "#ffffff"


def _paint_sign(
    painter: "Painter", sign: Sign, *, top: float, left: float = 0.0, right: float | None = None, tagged: bool = True
) -> None:
    y = top + baseline(sign.style)
    for line in sign.lines:
        x = left if right is None else right - line.width
        painter.line(line, x, y, sign.element if tagged else None)
        y += sign.style.leading
