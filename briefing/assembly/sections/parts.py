"""What several sections are made of: headings, citations, small print."""

from briefing.assembly.press import Press
from briefing.assembly.status import source_words
from briefing.assembly.wording import capital, shorten, whole_quotation
from briefing.data.labels import Labels
from briefing.model.briefing import Citation, Entry
from briefing.model.document import (
    Block,
    Cite,
    Heading,
    Inlines,
    PageSize,
    ParagraphRole,
    Prose,
    Text,
)
from briefing.model.section import SectionChoice, section_anchor


def cite_inline(citations: tuple[Citation, ...]) -> Inlines:
    """Make the superscript numbers of citations, each number once, in order."""
    numbers = tuple(sorted({citation.number for citation in citations}))
    return (Cite(numbers=numbers),) if numbers else ()


def sentence_inlines(entry: Entry) -> Inlines:
    """Make the words of an entry with the numbers of its notes."""
    return (Text(text=_printed(entry)), *cite_inline(entry.citations))


def _printed(entry: Entry) -> str:
    """Return the words of an entry as they are printed: what the analyst wrote stays as it is but for its capital."""
    by_analyst = entry.own or entry.edited
    return capital(entry.text if by_analyst else whole_quotation(entry.text))


def shortened_inlines(entry: Entry, limit: int, labels: Labels) -> Inlines:
    """Make the beginning of the words of an entry with its notes; where words are cut, who says so is named behind."""
    text = _printed(entry)
    short = shorten(text, limit)
    if short != text and entry.sources:
        short = labels.say("in-brackets", words=short, detail=source_words(entry.sources[0], labels))
    return (Text(text=short), *cite_inline(entry.citations))


def muted_inlines(*words: str) -> Inlines:
    """Join what is not empty to one line of small grey print."""
    return (Text(text=" · ".join(word for word in words if word), muted=True),)


def further_note(found: int, printed: int, labels: Labels, *, ranked: bool = True) -> tuple[Block, ...]:
    """Say how many more there are than are printed, and where they are ``ranked`` that these are of lower rank."""
    if printed >= found:
        return ()
    words = labels.say("further-ranked" if ranked else "further", number=found - printed)
    return (Prose(inlines=(Text(text=words),), role=ParagraphRole.NOTE),)


def section_title(press: Press, choice: SectionChoice) -> str:
    """Return the heading that was chosen, or the usual one in the language of the labels."""
    labels = press.material.labels
    return labels.of_template(choice.title) if choice.title else labels.title(choice.id)


def section_heading(press: Press, choice: SectionChoice) -> Heading:
    """Make the heading of a section, with its anchor."""
    return Heading(level=1, text=section_title(press, choice), id=section_anchor(choice.id))


def text_width_of(press: Press) -> float:
    """Return the width in points between the margins of the page."""
    paper = 595.28 if press.material.request.page_size is PageSize.A4 else 612.0
    return paper - 2 * press.material.theme.margin_side * 72 / 25.4
