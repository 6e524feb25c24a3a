"""The look of each kind of paragraph, worked out from the theme in the same proportions as on the PDF's page."""

from dataclasses import replace

from briefing.model.theme import Theme
from briefing.writers.docx.numbering import BULLET_HANGING
from briefing.writers.docx.paragraph_style import ParagraphStyle, Side, border, box, tabs
from briefing.writers.docx.units import twips
from briefing.writers.text_measure import text_measure

_NATURAL_LEADING = 1.257
"""The height of a line of Source Sans Pro as a share of its size, which Word takes for "single"."""

_BAND_PADDING = 9.0
_BOX_PADDING = 10.0
_NOTE_HANGING = 18.0
_BAR_INDENT = 12.0
_CONTENTS_INDENT = 14.0


def build_paragraph_styles(theme: Theme, width: int, *, from_right: bool = False) -> list[ParagraphStyle]:
    """Return all paragraph styles; ``width`` is that of the text in twips.

    Bars stand where a line begins: at the right in a document that runs ``from_right``.
    """
    bar_side: Side = "right" if from_right else "left"
    return [
        *_masthead_styles(theme, width),
        *_heading_styles(theme),
        *_text_styles(theme, width),
        *_evidence_styles(theme, width, bar_side),
        *_box_styles(theme, bar_side),
        *_table_styles(theme),
        *_figure_styles(theme),
        *_margin_styles(theme, width),
    ]


def _leading(theme: Theme) -> float:
    return theme.body_leading / theme.body_size / _NATURAL_LEADING


def _masthead_styles(theme: Theme, width: int) -> list[ParagraphStyle]:
    product = ParagraphStyle(
        id="BriefingProduct",
        name="Briefing Product",
        size=15,
        colour=theme.band_text,
        bold=True,
        capitals=True,
        keep_next=True,
        left=_BAND_PADDING,
        right=_BAND_PADDING,
        frame=box(theme.band, _BAND_PADDING, 5, foot=theme.accent) + tabs(("right", width - twips(_BAND_PADDING))),
    )
    kicker = ParagraphStyle(
        id="BriefingKicker",
        name="Briefing Kicker",
        size=theme.small_size + 0.4,
        colour=theme.accent,
        bold=True,
        capitals=True,
        keep_next=True,
        after=1,
    )
    title = ParagraphStyle(
        id="Title",
        name="Title",
        size=theme.title_size,
        colour=theme.heading,
        font=theme.serif,
        bold=True,
        keep_next=True,
        keep_lines=True,
        after=4,
    )
    unit = replace(product, id="BriefingUnit", name="Briefing Unit", size=9.6, bold=False, capitals=False)
    meta = ParagraphStyle(
        id="BriefingMeta",
        name="Briefing Meta",
        size=theme.small_size,
        colour=theme.muted,
        after=9,
        frame=f"<w:pBdr>{border('bottom', theme.accent, 6, 5)}</w:pBdr>",
    )
    return [product, unit, kicker, title, meta]


def _heading_styles(theme: Theme) -> list[ParagraphStyle]:
    first = ParagraphStyle(
        id="Heading1",
        name="heading 1",
        size=theme.heading_size,
        colour=theme.heading,
        bold=True,
        keep_next=True,
        keep_lines=True,
        before=15,
        after=5,
        outline=0,
    )
    second = replace(first, id="Heading2", name="heading 2", size=theme.body_size, before=10, after=3, outline=1)
    contents = replace(first, id="TOCHeading", name="TOC Heading", outline=None)
    line = ParagraphStyle(id="TOC1", name="toc 1", size=theme.body_size, colour=theme.ink, after=3, following="TOC1")
    return [first, second, contents, line, replace(line, id="TOC2", name="toc 2", left=_CONTENTS_INDENT)]


def _right_of_text(theme: Theme, width: int) -> float:
    """Return the space between running text and the right margin."""
    column = width / 20
    return column - text_measure(theme, column)


def _text_styles(theme: Theme, width: int) -> list[ParagraphStyle]:
    right = _right_of_text(theme, width)
    body = ParagraphStyle(
        id="BriefingText",
        name="Briefing Text",
        size=theme.body_size,
        colour=theme.ink,
        leading=_leading(theme),
        right=right,
        after=6,
    )
    note = ParagraphStyle(
        id="BriefingNote", name="Briefing Note", size=theme.small_size, colour=theme.muted, right=right, after=6
    )
    return [
        body,
        replace(body, id="BriefingLead", name="Briefing Lead", size=theme.body_size + 1, after=7),
        note,
        replace(body, id="Development", name="Briefing Development", following="Development"),
        replace(
            note,
            id="DevelopmentDetail",
            name="Briefing Development Detail",
            left=BULLET_HANGING,
            after=5.5,
            keep_lines=True,
        ),
        replace(body, id="BriefingBullet", name="Briefing Bullet", following="BriefingBullet", after=4),
    ]


def _evidence_styles(theme: Theme, width: int, bar_side: Side) -> list[ParagraphStyle]:
    right = _right_of_text(theme, width)
    bar = f"<w:pBdr>{border(bar_side, theme.rule, 12, 9)}</w:pBdr>"
    label = ParagraphStyle(
        id="QuotationLabel",
        name="Briefing Quotation Label",
        size=theme.small_size,
        colour=theme.heading,
        keep_next=True,
        before=9,
        left=_BAR_INDENT,
        following="Quotation",
        frame=bar,
    )
    quotation = ParagraphStyle(
        id="Quotation",
        name="Briefing Quotation",
        size=theme.body_size,
        colour=theme.ink,
        font=theme.serif,
        italic=True,
        leading=_leading(theme),
        # a hair further in than the label: Word would draw one bar through paragraphs that stand alike, gaps included
        left=_BAR_INDENT + 0.05,
        right=right,
        after=6,
        frame=bar,
    )
    end_note = ParagraphStyle(
        id="EndnoteText",
        name="endnote text",
        size=theme.small_size + 0.2,
        colour=theme.ink,
        left=_NOTE_HANGING,
        hanging=_NOTE_HANGING,
        right=right,
        after=3,
        following="EndnoteText",
    )
    comment = ParagraphStyle(
        id="CommentText",
        name="annotation text",
        size=theme.small_size,
        colour=theme.ink,
        after=3,
        following="CommentText",
    )
    return [label, quotation, end_note, comment]


def _box_styles(theme: Theme, bar_side: Side) -> list[ParagraphStyle]:
    text = ParagraphStyle(
        id="BottomLine",
        name="Briefing Bottom Line",
        size=theme.body_size + 0.5,
        colour=theme.ink,
        leading=1.1,
        after=4,
        following="BottomLine",
        left=_BOX_PADDING + 2,
        right=_BOX_PADDING,
        frame=box(theme.tint, _BOX_PADDING, 6, bar=theme.accent, bar_side=bar_side),
        keep_lines=True,
    )
    # the same frame and indents in both styles make Word draw one box round all its paragraphs
    label = replace(
        text,
        id="BottomLineLabel",
        name="Briefing Bottom Line Label",
        size=theme.small_size + 0.4,
        colour=theme.heading,
        bold=True,
        capitals=True,
        keep_next=True,
        leading=1.0,
        before=6,
        after=2,
    )
    return [label, text]


def _table_styles(theme: Theme) -> list[ParagraphStyle]:
    text = ParagraphStyle(
        id="TableText",
        name="Briefing Table Text",
        size=theme.table_size,
        colour=theme.ink,
        before=3,
        after=3,
        following="TableText",
    )
    row_head = replace(text, id="TableRowHead", name="Briefing Table Row Head", base="TableText", bold=True)
    head = replace(
        text, id="TableHeader", name="Briefing Table Header", colour=theme.heading, bold=True, keep_next=True
    )
    return [
        text,
        replace(text, id="TableTextRight", name="Briefing Table Text Right", base="TableText", align="right"),
        row_head,
        replace(
            row_head, id="TableRowHeadRight", name="Briefing Table Row Head Right", base="TableRowHead", align="right"
        ),
        head,
        replace(head, id="TableHeaderRight", name="Briefing Table Header Right", base="TableHeader", align="right"),
        ParagraphStyle(id="TableGap", name="Briefing Table Gap", size=4, colour=theme.ink),
    ]


def _figure_styles(theme: Theme) -> list[ParagraphStyle]:
    caption = ParagraphStyle(
        id="Caption",
        name="caption",
        size=theme.small_size,
        colour=theme.muted,
        keep_next=True,
        keep_lines=True,
        before=11,
        after=3,
    )
    value = ParagraphStyle(
        id="KeyFigureValue",
        name="Briefing Key Figure Value",
        size=theme.title_size * 0.95,
        colour=theme.accent,
        font=theme.serif,
        bold=True,
        keep_next=True,
        following="KeyFigureCaption",
    )
    loose = replace(caption, keep_next=False, keep_lines=False, before=0)
    return [
        caption,
        replace(loose, id="FigureCaption", name="Briefing Figure Caption", after=11),
        ParagraphStyle(id="Figure", name="Briefing Figure", size=theme.body_size, colour=theme.ink, before=6, after=4),
        value,
        replace(loose, id="KeyFigureCaption", name="Briefing Key Figure Caption"),
    ]


def _margin_styles(theme: Theme, width: int) -> list[ParagraphStyle]:
    header = ParagraphStyle(
        id="Header",
        name="header",
        size=theme.small_size,
        colour=theme.muted,
        following="Header",
        frame=f"<w:pBdr>{border('bottom', theme.rule, 4, 6)}</w:pBdr>{tabs(('right', width))}",
    )
    # below it stands the band, so it needs no rule
    first = replace(header, id="FirstHeader", name="Briefing First Header", frame=tabs(("right", width)))
    rule = f"<w:pBdr>{border('top', theme.rule, 4, 6)}</w:pBdr>"
    stops = tabs(("center", width // 2), ("right", width))
    return [header, first, replace(header, id="Footer", name="footer", following="Footer", frame=rule + stops)]
