"""A difference between sources before its citations are numbered: the sides, and what it says in words."""

from dataclasses import dataclass

from briefing.assembly.voices import is_nobody
from briefing.assembly.witnesses import OWN_WORDS, Witness, speaker
from briefing.assembly.wording import readable, shorten
from briefing.data.labels import Labels
from briefing.model.briefing import ConflictKind, SourceName
from briefing.model.findings import Figure

# Titles are cut to so many characters where they stand for a source.
_TITLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SideDraft:
    """One of the differing values with its witness and who gives it; ``denies`` is true where it denies another.

    ``figure`` is the number behind the value, None where it is none that can be compared as such.
    """

    value: str
    witness: Witness
    source: SourceName
    denies: bool = False
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictDraft:
    """Differing values for one thing; ``involved`` are the keys of all witnesses, those not shown included."""

    id: str
    kind: ConflictKind
    subject: str
    explanation: str
    sides: tuple[SideDraft, ...]
    involved: frozenset[tuple[str, int]] = frozenset()

    @property
    def originators(self) -> frozenset[str]:
        """Return who stands on the sides."""
        return frozenset(sayer_of(side.source, side.witness) for side in self.sides)


def sayer_of(source: SourceName, witness: Witness) -> str:
    """Tell who says it apart from others; two reports without publisher by their titles."""
    return source.originator if is_named(source) else readable(witness.report.title)


def is_named(source: SourceName) -> bool:
    """Tell whether a source has a name, and is not a report's own words or a word such as "they"."""
    return source.originator != OWN_WORDS and not is_nobody(source)


def name_of(source: SourceName, witness: Witness, labels: Labels) -> str:
    """Name who says it; a report without publisher by its title."""
    if is_named(source):
        return source.originator
    return labels.say("quotation", words=shorten(readable(witness.report.title), _TITLE))


def side_of(witness: Witness, value: str, *, denies: bool = False) -> SideDraft:
    """Make a side of what a witness says."""
    return SideDraft(value=value, witness=witness, source=speaker(witness), denies=denies)


def last_day(witness: Witness) -> int:
    """Return the day for which a passage stands: that of its words, else of its report, 0 when unknown."""
    if witness.when.dated_by == "words" and witness.when.last is not None:
        return witness.when.last.last.toordinal()
    published = witness.report.published
    return published.last.toordinal() if published else 0
