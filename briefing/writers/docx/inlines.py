"""Words, citations and links inside a paragraph."""

from typing import assert_never

from briefing.model.document import Cite, CrossReference, Inline, Inlines, Link, Text
from briefing.writers.addresses import safe_address
from briefing.writers.direction import kept_from_left
from briefing.writers.docx.markup import anchor_link, bookmark, character_style, field, raw_run, run
from briefing.writers.docx.story import Relations, Story
from briefing.writers.typography import bound
from briefing.writers.xml_text import clean_text, escape_text

_CITATION = character_style("EndnoteReference")
_REFERENCE = character_style("BriefingReference")
_COMMA = run(",", _CITATION)


def render_inlines(inlines: Inlines, story: Story, relations: Relations | None = None) -> str:
    """Return the runs of a paragraph; ``relations`` are those of the part it stands in, the body if not given."""
    relations = story.relations if relations is None else relations
    return "".join(
        (_COMMA if place and _are_cites(inlines[place - 1], inline) else "") + _render_inline(inline, story, relations)
        for place, inline in enumerate(inlines)
    )


def _are_cites(first: Inline, second: Inline) -> bool:
    """Tell whether two citations stand side by side as numbers, which a comma must part."""
    return isinstance(first, Cite) and isinstance(second, Cite) and not second.in_brackets


def _render_inline(inline: Inline, story: Story, relations: Relations) -> str:
    match inline:
        case Text():
            words = kept_from_left(inline.text) if story.from_right else inline.text
            return run(bound(words), _text_properties(inline), inline.language)
        case Cite():
            return _render_cite(inline, story)
        case CrossReference():
            return _render_reference(inline, story)
        case Link():
            return _render_link(inline, relations)
    assert_never(inline)


def _render_reference(reference: CrossReference, story: Story) -> str:
    """Return a cross-reference that Word counts anew with the caption, or a link where the words are not its number."""
    name = story.bookmarks.get(reference.target)
    if name and story.numbers.get(reference.target) == clean_text(reference.text):
        return field(f"REF {name} \\h", reference.text, _REFERENCE)
    leads = reference.target in story.bookmarks
    return story.reference(reference.target, run(reference.text, _REFERENCE if leads else ""))


def _text_properties(text: Text) -> str:
    return (
        (character_style("Muted") if text.muted else "")
        + ("<w:b/><w:bCs/>" if text.bold else "")
        + ("<w:i/><w:iCs/>" if text.italic else "")
    )


def _render_cite(cite: Cite, story: Story) -> str:
    if cite.in_brackets:
        return "".join(
            run(words)
            if number is None or number not in story.notes.notes
            else _render_linked(number, run(words), story)
            for words, number in cite.in_brackets
        )
    return _COMMA.join(_render_number(number, story) for number in cite.numbers)


def _render_number(number: int, story: Story) -> str:
    if number not in story.notes.notes:
        return run(str(number), _CITATION)
    if not story.notes.native:
        return _render_linked(number, run(str(number), _CITATION), story)
    if number in story.placed:
        # \f keeps the look of a reference when Word updates the field, \h makes it a link
        return field(f"NOTEREF {note_anchor(number)} \\f \\h", str(number), _CITATION)
    story.placed.add(number)
    reference = raw_run(f'<w:endnoteReference w:id="{number}"/>', _CITATION)
    return bookmark(next(story.bookmark_numbers), note_anchor(number), reference)


def _render_linked(number: int, shown: str, story: Story) -> str:
    link = anchor_link(note_anchor(number), shown)
    if number in story.placed:
        return link
    story.placed.add(number)
    return bookmark(next(story.bookmark_numbers), citation_anchor(number), link)


def note_anchor(number: int) -> str:
    """Return the name of the bookmark of a note; the underscore hides it from Word's list of bookmarks."""
    return f"_RefNote{number}"


def citation_anchor(number: int) -> str:
    """Return the name of the bookmark of the first citation of a note, to which the note leads back."""
    return f"_RefCitation{number}"


def _render_link(link: Link, relations: Relations) -> str:
    address = safe_address(link.url)
    if not address or not clean_text(link.text):
        return run(link.text)
    words = run(link.text, character_style("Hyperlink"))
    return f'<w:hyperlink r:id="{escape_text(relations.id_of(address))}" w:history="1">{words}</w:hyperlink>'
