"""Word's comments: beside each entry the passages that carry it, in the words of the reports."""

from briefing.model.document import Document, EntryEvidence, Listing
from briefing.writers.docx.markup import NAMESPACES, XML_HEAD, character_style, paragraph, raw_run, run
from briefing.writers.docx.properties import moment_of
from briefing.writers.xml_text import clean_text, escape_text

_REFERENCE = character_style("CommentReference")
_AUTHOR = "Situation Briefings"  # of a briefing that names none
_LONGEST_AUTHOR, _MOST_INITIALS = 255, 9  # characters that Word takes


def plan_comments(document: Document) -> tuple[dict[str, EntryEvidence], frozenset[str]]:
    """Return the evidence by entry, and the entries that a list prints, where their comment then belongs."""
    listed = {item.entry for block in document.blocks if isinstance(block, Listing) for item in block.items}
    return {evidence.entry: evidence for evidence in document.evidence}, frozenset(listed)


def commented(number: int, content: str) -> str:
    """Return the content of a paragraph with the comment of this number on it."""
    reference = raw_run(f'<w:commentReference w:id="{number}"/>', _REFERENCE)
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{reference}'


def render_comments(document: Document, placed: list[EntryEvidence]) -> str:
    """Return comments.xml with one comment for each of ``placed``, numbered from nought in their order."""
    author = clean_text(document.author)[:_LONGEST_AUTHOR].strip() or _AUTHOR
    initials = "".join(word[0] for word in author.split())[:_MOST_INITIALS]
    moment = moment_of(document.created)
    dated = f' w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"' if moment else ""
    named = f'w:author="{escape_text(author)}" w:initials="{escape_text(initials)}"{dated}'
    comments = [
        f'<w:comment w:id="{number}" {named}>{_render_passages(evidence)}</w:comment>'
        for number, evidence in enumerate(placed)
    ]
    return f"{XML_HEAD}<w:comments {NAMESPACES}>{''.join(comments)}</w:comments>"


def _render_passages(evidence: EntryEvidence) -> str:
    mark = raw_run("<w:annotationRef/>", _REFERENCE)
    paragraphs = []
    for passage in evidence.passages:
        paragraphs.append(paragraph("CommentText", mark + run(passage.source, "<w:b/><w:bCs/>"), keep_next=True))
        paragraphs.append(paragraph("CommentText", run(passage.quote)))
        mark = ""
    return "".join(paragraphs)
