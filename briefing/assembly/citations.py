"""Endnotes: numbered by first use, reused, and never without their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.assembly.witnesses import Witness, speaker
from briefing.assembly.wording import capital, date_words, readable, shorten
from briefing.data.labels import Labels
from briefing.model.briefing import Citation, Note
from briefing.model.report import Report

_TITLE_LENGTH = 160

_Key = tuple[str, str, str]


@dataclass(slots=True)
class Numbering:
    """The numbers given so far; one number for each report and chain of sources, in the order of first use."""

    _numbers: dict[_Key, int] = field(default_factory=dict)
    _witnesses: dict[_Key, list[Witness]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many notes there are."""
        return len(self._numbers)

    def cite(self, witness: Witness) -> Citation:
        """Cite a witness, giving its note a number when it is met first."""
        key = _key(witness)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._witnesses.setdefault(key, []).append(witness)
        return Citation(number=number, span=witness.span, quote=witness.quote)

    def notes(self, labels: Labels) -> tuple[Note, ...]:
        """Return the notes in the order of their numbers."""
        return tuple(_note(number, self._witnesses[key], labels) for key, number in self._numbers.items())


def choose_cited(witnesses: Sequence[Witness], most: int | None) -> tuple[Witness, ...]:
    """Return at most so many witnesses in their order: the first, then one of each other originator, then the rest."""
    if most is None or len(witnesses) <= most:
        return tuple(witnesses)
    met: set[str] = set()
    again: list[int] = []
    chosen: list[int] = []
    for place, witness in enumerate(witnesses):
        name = speaker(witness).originator
        (again if name in met else chosen).append(place)
        met.add(name)
    return tuple(witnesses[place] for place in sorted([*chosen, *again][:most]))


def _key(witness: Witness) -> _Key:
    source = witness.source
    return witness.report.id, source.originator if source else "", source.carrier if source else ""


def _note(number: int, witnesses: list[Witness], labels: Labels) -> Note:
    report, source = witnesses[0].report, witnesses[0].source
    paragraphs = tuple(sorted({witness.paragraph for witness in witnesses}))
    originator = source.originator if source else ""
    carrier = source.carrier if source else ""
    date = date_words(report.published, labels) if report.published else labels.say("no-date")
    file = report.origin.replace("\\", "/").rsplit("/", 1)[-1]
    return Note(
        number=number,
        report_id=report.id,
        originator=originator,
        carrier=carrier,
        title=report.title,
        publisher=report.publisher or "",
        date=date,
        paragraphs=paragraphs,
        url=report.url or "",
        file=file,
        text=_note_text(report, _chain(originator, carrier, labels), date, paragraphs, file, labels),
    )


def _chain(originator: str, carrier: str, labels: Labels) -> str:
    return labels.say("note-source", originator=originator, carrier=carrier) if carrier else originator


def _note_text(report: Report, chain: str, date: str, paragraphs: tuple[int, ...], file: str, labels: Labels) -> str:
    """Write "Originator (via carrier). “Title”. Publisher, date, paragraph 2." and, without an address, the file."""
    parts = []
    if chain:
        parts.append(capital(readable(chain)).rstrip(".") + ".")
    parts.append(labels.say("quotation", words=shorten(readable(report.title), _TITLE_LENGTH)) + ".")
    where = _paragraph_words(paragraphs, labels)
    parts.append(labels.row([part for part in (readable(report.publisher or ""), date, where) if part]) + ".")
    if not report.url and file:
        parts.append(labels.say("note-file", file=readable(file)))
    return " ".join(parts)


def _paragraph_words(paragraphs: tuple[int, ...], labels: Labels) -> str:
    if not paragraphs:
        return ""
    return labels.say(
        "paragraph" if len(paragraphs) == 1 else "paragraphs", list=labels.row(list(map(str, paragraphs)))
    )


def short_note_text(note: Note, labels: Labels) -> str:
    """Write "Originator (via carrier), Publisher, date, paragraph 2." for notes that must be one line each."""
    chain = _chain(note.originator, note.carrier, labels)
    where = _paragraph_words(note.paragraphs, labels)
    parts = (capital(readable(chain)), readable(note.publisher or note.file), note.date, where)
    return labels.row([part for part in parts if part]) + "."
