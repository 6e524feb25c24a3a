"""Captions whose number is a field of Word, so that a list of tables or a cross-reference can be made from them."""

import re

from briefing.writers.docx.markup import field, run
from briefing.writers.docx.story import Story
from briefing.writers.xml_text import clean_text

_NUMBERED = re.compile(r"([^\W\d_]{1,40}) (\d{1,6})(.*)")


def render_caption(caption: str, story: Story) -> str:
    """Return the runs of a caption such as "Table 1. Cities".

    Word counts the captions of one label itself when it updates its fields. So a number becomes a field only if that
    count comes to the same.
    """
    found = _NUMBERED.fullmatch(clean_text(caption))
    if not found:
        return run(caption)
    label, number, rest = found.groups()
    expected = story.captions.get(label, 0) + 1
    if number != str(expected):
        return run(caption)
    story.captions[label] = expected
    return run(f"{label} ") + field(f"SEQ {label} \\* ARABIC", number) + run(rest)
