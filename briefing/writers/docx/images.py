"""Pictures: a PNG that every reader shows, with the vector form beside it for Word 2016 and later."""

from briefing.model.document import Picture
from briefing.model.theme import Logo
from briefing.writers.docx.markup import raw_run
from briefing.writers.docx.story import Story
from briefing.writers.docx.units import emus
from briefing.writers.xml_text import escape_text

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # names the vector form, [MS-ODRAWXML] section 2.3

_LOGO_NUMBER = 10_000  # the numbers before are those of the figures
_LARGEST_SHARE = 0.85  # of a page's height, which leaves room for the caption

IMAGE_NAMESPACES = f'xmlns:wp="{_INLINE}" xmlns:a="{_DRAWING}" xmlns:pic="{_PICTURE}"'
"""To be declared on the root of the body, where some readers look for them, pandoc among them."""


def render_image(picture: Picture, story: Story) -> str:
    """Return a run with the picture, no wider than the text and no higher than a page, and its alternative text."""
    story.pictures.append(picture.drawing)
    number = len(story.pictures)
    scale = min(
        1.0,
        story.width / 20 / max(picture.drawing.width, 1.0),
        _LARGEST_SHARE * story.height / 20 / max(picture.drawing.height, 1.0),
    )
    size = picture.drawing.width * scale, picture.drawing.height * scale
    return _inline(number, f"Figure {number}", picture.alternative, size, _blip(number))


def render_logo(logo: Logo, size: tuple[float, float]) -> str:
    """Return a run with the logo of the masthead, in points; its file hangs on the relation "logo"."""
    return _inline(_LOGO_NUMBER, "Logo", logo.alternative, size, '<a:blip r:embed="logo"/>')


def _inline(number: int, title: str, alternative: str, size: tuple[float, float], blip: str) -> str:
    width, height = emus(size[0]), emus(size[1])
    name = f'id="{number}" name="{title}" descr="{escape_text(alternative)}"'
    return raw_run(
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {name}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )


def _blip(number: int) -> str:
    vector = f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="svg{number}"/>'
    return f'<a:blip r:embed="png{number}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">{vector}</a:ext></a:extLst></a:blip>'
