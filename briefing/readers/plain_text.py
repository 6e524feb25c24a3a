"""Plain text: the words stay as they are, header included; only the body has paragraphs."""

from briefing.readers.building import Contents
from briefing.readers.headers import find_header
from briefing.readers.paragraphs import find_paragraphs


def read_plain_text(text: str, _name: str) -> Contents:
    """Read a plain text: the text unchanged, with what its header states."""
    header = find_header(text)
    return Contents(text=text, paragraphs=find_paragraphs(text, header.body_start), header=header)
