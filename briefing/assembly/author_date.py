"""Citations by author and date: the short form of each note, put in brackets where its number would stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.assembly.names import Names
from briefing.assembly.wording import date_words, readable, shorten
from briefing.data.labels import Labels
from briefing.model.block_inlines import with_inlines
from briefing.model.briefing import Note
from briefing.model.document import (
    Block,
    Cite,
    Inlines,
)
from briefing.model.findings import Findings
from briefing.model.report import Report
from briefing.model.request import DateStyle

# A title that stands for an author is cut to so many characters.
_TITLE = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def short_forms(
    notes: Sequence[Note], reports: Sequence[Report], short_names: Mapping[str, str], labels: Labels
) -> Mapping[int, str]:
    """Return by number "SOHR via Reuters, 7 Dec 2024"; notes of one author and day are told apart by a letter.

    ``short_names`` maps folded names to the acronyms that the reports give for them.
    """
    published = {report.id: report.published for report in reports}
    own = labels if labels.dates is DateStyle.ISO else replace(labels, dates=DateStyle.SHORT)
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for note in notes:
        day = published.get(note.report_id)
        words = date_words(day, own) if day else labels.say("no-date")
        groups[_author(note, short_names, labels), words].append(note.number)
    return {
        number: labels.row([author, f"{day}{_letter(place)}" if len(numbers) > 1 else day])
        for (author, day), numbers in groups.items()
        for place, number in enumerate(numbers)
    }


def find_short_names(findings: Sequence[Findings], names: Names) -> Mapping[str, str]:
    """Return the acronyms of sources by folded name, the first that a report gives."""
    found: dict[str, str] = {}
    told = [(mention.name, mention.aliases) for each in findings for mention in each.actors]
    for name, aliases in (*names.aliases.items(), *told):
        for alias in aliases:
            if alias.isupper() and len(alias) > 1 and not name.isupper():
                found.setdefault(name.casefold(), alias)
    return found


def _author(note: Note, short_names: Mapping[str, str], labels: Labels) -> str:
    """Return who says it in as few words as the reports know: the acronym, else the name, else publisher or title."""
    if not note.originator:
        title = labels.say("quotation", words=shorten(readable(note.title), _TITLE))
        return readable(note.publisher) or title
    names = (readable(name) for name in (note.originator, note.carrier))
    originator, carrier = (short_names.get(name.casefold(), name) for name in names)
    return labels.say("by-way-of", source=originator, carrier=carrier) if carrier else originator


def _letter(place: int) -> str:
    """Return a to z for the first ones, then aa, ab and so on."""
    first, second = divmod(place, len(_LETTERS))
    return f"{_LETTERS[first - 1] if first else ''}{_LETTERS[second]}"


def by_author(notes: Sequence[Note], forms: Mapping[int, str]) -> tuple[Note, ...]:
    """Return the notes in the order of a list of references: by author, then by their first use."""
    return tuple(sorted(notes, key=lambda note: (forms[note.number].casefold(), note.number)))


def with_short_forms(blocks: Sequence[Block], forms: Mapping[int, str]) -> tuple[Block, ...]:
    """Give every citation of some blocks the short forms of its notes."""
    return tuple(with_inlines(block, lambda inlines: _inlines(inlines, forms)) for block in blocks)


def _inlines(inlines: Inlines, forms: Mapping[int, str]) -> Inlines:
    return tuple(
        replace(inline, words=tuple(forms[number] for number in inline.numbers)) if isinstance(inline, Cite) else inline
        for inline in inlines
    )
