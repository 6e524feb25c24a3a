"""Captions whose number is a field of Word, so that a list of tables or a cross-reference can be made from them."""

from briefing.writers.docx.caption_numbers import split_caption
from briefing.writers.docx.markup import field, run
from briefing.writers.docx.story import Story


def render_caption(caption: str, story: Story, target: str) -> str:
    """Return the runs of a caption such as "Table 1. Cities", with the bookmark of the ``target`` on its number.

    Word counts the captions of one label itself when it updates its fields. So a number becomes a field only if that
    count comes to the same.
    """
    parts = split_caption(caption)
    if not parts:
        return story.marked(target, run(caption))
    label, number, rest = parts
    expected = story.captions.get(label, 0) + 1
    if number != str(expected):
        return story.marked(target, run(f"{label} {number}")) + run(rest)
    story.captions[label] = expected
    return story.marked(target, run(f"{label} ") + field(f"SEQ {label} \\* ARABIC", number)) + run(rest)
