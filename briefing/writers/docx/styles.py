"""The styles of a document, drawn from its theme: change one in Word and the whole document follows."""

from briefing.model.theme import Theme
from briefing.writers.column_widths import COLUMN_GAP
from briefing.writers.direction import language_runs_right_to_left
from briefing.writers.docx.languages import word_language
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD
from briefing.writers.docx.paragraph_style import ParagraphStyle, border
from briefing.writers.docx.style_sheet import build_paragraph_styles
from briefing.writers.docx.units import colour, half_points, twips
from briefing.writers.xml_text import escape_text

_UNKNOWN = "en-US"  # what Word itself takes where nothing is said


def render_styles(theme: Theme, language: str, width: int) -> str:
    """Return styles.xml; ``width`` is that of the text in twips."""
    from_right = language_runs_right_to_left(language)
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}>{_defaults(theme, language)}"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        f"{_normal(from_right=from_right)}{_BASE}"
        f"{''.join(_paragraph_style(style) for style in build_paragraph_styles(theme, width, from_right=from_right))}"
        f"{_character_styles(theme)}{_table_style(theme)}</w:styles>"
    )


def _defaults(theme: Theme, language: str) -> str:
    known = word_language(language) or _UNKNOWN
    # Word asks three times: for words of Latin, of East Asian and of right-to-left scripts
    left, right = (_UNKNOWN, known) if language_runs_right_to_left(known) else (known, "ar-SA")
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_font(theme.sans)}<w:color w:val="{colour(theme.ink)}"/>'
        f'{_size(theme.body_size)}<w:lang w:val="{left}" w:eastAsia="en-US" w:bidi="{right}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )


def _normal(*, from_right: bool) -> str:
    """Return the style that all others rest on; it gives a document its direction."""
    direction = "<w:pPr><w:bidi/></w:pPr>" if from_right else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{direction}</w:style>"
    )


_BASE = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def _font(name: str) -> str:
    name = escape_text(name)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="Arial"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def _paragraph_style(style: ParagraphStyle) -> str:
    next_style = f'<w:next w:val="{style.following}"/>' if style.following != style.id else ""
    return (
        f'<w:style w:type="paragraph"{_custom(style.name)} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.base}"/>{next_style}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr><w:rPr>{_run_properties(style)}</w:rPr></w:style>"
    )


def _custom(name: str) -> str:
    return "" if name in {"Title", "TOC Heading"} or name[0].islower() else ' w:customStyle="1"'


def _paragraph_properties(style: ParagraphStyle) -> str:
    # no word on the left of a list, whose numbering says it
    left = f' w:left="{twips(style.left)}"' if style.left else ""
    indent = f'<w:ind{left} w:right="{twips(style.right)}"'
    indent += f' w:hanging="{twips(style.hanging)}"/>' if style.hanging else "/>"
    return (
        ("<w:keepNext/>" if style.keep_next else "")
        + ("<w:keepLines/>" if style.keep_lines else "")
        + style.frame
        + f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}" '
        f'w:line="{round(240 * style.leading)}" w:lineRule="auto"/>'
        + (indent if style.left or style.right or style.hanging else "")
        + (f'<w:jc w:val="{style.align}"/>' if style.align else "")
        + ("" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>')
    )


def _run_properties(style: ParagraphStyle) -> str:
    return (
        (_font(style.font) if style.font else "")
        + ("<w:b/><w:bCs/>" if style.bold else "")
        + ("<w:i/><w:iCs/>" if style.italic else "")
        + ("<w:caps/>" if style.capitals else "")
        + f'<w:color w:val="{colour(style.colour)}"/>'
        + _size(style.size)
    )


def _character_styles(theme: Theme) -> str:
    accent, muted = f'<w:color w:val="{colour(theme.accent)}"/>', f'<w:color w:val="{colour(theme.muted)}"/>'
    return (
        _character_style("Hyperlink", "Hyperlink", f'{accent}<w:u w:val="single"/>', built_in=True)
        + _character_style(
            "EndnoteReference", "endnote reference", f'{accent}<w:vertAlign w:val="superscript"/>', built_in=True
        )
        + _character_style("EndnoteNumber", "Briefing Note Number", f"<w:b/><w:bCs/>{accent}")
        + _character_style("CommentReference", "annotation reference", _size(8), built_in=True)
        + _character_style("BriefingReference", "Briefing Reference", accent)
        + _character_style("NoteMarking", "Briefing Note Marking", muted)
        + _character_style("Muted", "Briefing Muted", muted + _size(theme.small_size))
        + _character_style(
            "Marking",
            "Briefing Marking",
            f'<w:b/><w:bCs/>{_size(12)}<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
        )
    )


def _character_style(style_id: str, name: str, properties: str, *, built_in: bool = False) -> str:
    return (
        f'<w:style w:type="character"{"" if built_in else _custom(name)} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{properties}</w:rPr></w:style>'
    )


def _table_style(theme: Theme) -> str:
    head, rule = theme.heading, theme.rule
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in (("left", 0), ("right", twips(COLUMN_GAP)))
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefingTable"><w:name w:val="Briefing Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"{border('bottom', rule, 4, 0)}{border('insideH', rule, 4, 0)}</w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{border("bottom", head, 8, 0)}</w:tcBorders>'
        "</w:tcPr></w:tblStylePr></w:style>"
    )
