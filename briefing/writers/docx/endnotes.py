"""The part that holds Word's own endnotes."""

from briefing.model.document import EndNote
from briefing.writers.docx.inlines import render_inlines
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD, character_style, paragraph, raw_run, run, tab
from briefing.writers.docx.story import Relations, Story


def render_endnotes(story: Story, relations: Relations) -> str:
    """Return endnotes.xml; ``relations`` gathers the web addresses in the notes."""
    notes = [_render_note(note, story, relations) for note in story.notes.notes.values()]
    return f"{XML_HEAD}<w:endnotes {NAMESPACES}>{_separators()}{''.join(notes)}</w:endnotes>"


def _separators() -> str:
    """Return the two notes that Word demands before the first; the heading separates, so no rule is drawn."""
    blank = '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
    return (
        f'<w:endnote w:type="separator" w:id="-1">{blank}</w:endnote>'
        f'<w:endnote w:type="continuationSeparator" w:id="0">{blank}</w:endnote>'
    )


def _render_note(note: EndNote, story: Story, relations: Relations) -> str:
    number = raw_run("<w:endnoteRef/>", character_style("EndnoteNumber"))
    words = number + tab() + render_inlines(note.inlines, story, relations) + _marking(story.document.marking)
    return f'<w:endnote w:id="{note.number}">{paragraph("EndnoteText", words)}</w:endnote>'


def _marking(marking: str) -> str:
    """Return the marking that each note bears for itself.

    LibreOffice 7.4 prints the notes on pages of their own, where no header and no footer bears it.
    """
    return run(f"\u00a0\u00b7\u00a0{marking}", character_style("NoteMarking")) if marking else ""
