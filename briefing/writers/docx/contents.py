"""The contents: a field of Word whose lines are written here, so that it is right before Word counts anything."""

from briefing.model.document import Contents
from briefing.writers.docx.markup import field_end, field_start, run
from briefing.writers.docx.story import Story

# Headings of two levels (\o), as links (\h), not in the web view (\z), and without page numbers (\n): whoever writes
# the file does not know the pages, and a field marked as stale makes Word ask a question that frightens readers.
_INSTRUCTION = 'TOC \\o "1-2" \\n \\h \\z'
# Word offers to renew what it knows as its own contents
_PROPERTIES = (
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
)


def render_contents(contents: Contents, story: Story) -> str:
    """Return the heading and a line for each entry, which leads to its heading."""
    heading = story.paragraph("TOCHeading", story.marked(contents.id, run(contents.heading)))
    lines = [story.reference(entry.target, run(entry.text)) for entry in contents.entries]
    lines[0] = field_start(_INSTRUCTION) + lines[0]
    lines[-1] += field_end()
    paragraphs = [
        story.paragraph(f"TOC{entry.level}", line) for entry, line in zip(contents.entries, lines, strict=True)
    ]
    return f"<w:sdt>{_PROPERTIES}<w:sdtContent>{heading}{''.join(paragraphs)}</w:sdtContent></w:sdt>"
