"""The ledger: what became of every sentence of every report, so that nothing is left out in silence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.assembly.witnesses import TOLD, Witness
from briefing.data.labels import DEFAULT, Labels, load_labels
from briefing.model.briefing import Disposition, LedgerRow
from briefing.model.findings import Findings, Role, Statement
from briefing.model.report import Report, Span
from briefing.model.section import SectionId

_Key = tuple[str, int]

# Keys of the labels that say why a sentence is left out.
OUTSIDE = "left-out-outside"
HIDDEN = "left-out-hidden"
_WITHHELD = "left-out-withheld"
_RANKED = "left-out-ranked"


@dataclass(slots=True)
class Uses:
    """Where sentences were used, collected while the sections are built."""

    printed: dict[_Key, dict[SectionId, None]] = field(default_factory=lambda: defaultdict(dict))
    merged: dict[_Key, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    entries: dict[_Key, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def print_in(self, section: SectionId, entry: str, witness: Witness) -> None:
        """Note that the words or the claim of a witness are printed in a section."""
        for key in _keys(witness):
            self.printed[key][section] = None
            self.entries[key][entry] = None

    def merge_into(self, entry: str, witnesses: Iterable[Witness]) -> None:
        """Note that witnesses are cited by an entry that prints the words of another one."""
        for witness in witnesses:
            for key in _keys(witness):
                self.merged[key][entry] = None


def _keys(witness: Witness) -> list[_Key]:
    return [(witness.report.id, statement.sentence) for statement in witness.statements]


def build_ledger(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    uses: Uses,
    left_out: Mapping[_Key, str],
    labels: Labels,
) -> tuple[LedgerRow, ...]:
    """Return one row for each sentence, in the order of reports and text.

    ``left_out`` says by the key of a label why sentences (report id, index) that tell something were not considered.
    """
    return tuple(
        _row(report, found, statement, uses, left_out, labels)
        for report, found in zip(reports, findings, strict=True)
        for statement in found.statements
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """The ledger while nothing is printed, and at which rows each sentence (report id, index) stands."""

    rows: tuple[LedgerRow, ...]
    places: Mapping[_Key, tuple[tuple[int, Statement], ...]]


def unused_ledger(
    reports: Sequence[Report], findings: Sequence[Findings], left_out: Mapping[_Key, str], labels: Labels
) -> Unused:
    """Return the ledger while nothing is printed; see ``build_ledger``."""
    places: dict[_Key, tuple[tuple[int, Statement], ...]] = {}
    number = 0
    for report, found in zip(reports, findings, strict=True):
        for statement in found.statements:
            key = (report.id, statement.sentence)
            places[key] = (*places.get(key, ()), (number, statement))
            number += 1
    return Unused(rows=build_ledger(reports, findings, Uses(), left_out, labels), places=places)


def used_ledger(
    unused: Unused, reports: Sequence[Report], findings: Sequence[Findings], uses: Uses, labels: Labels
) -> tuple[LedgerRow, ...]:
    """Return the ledger of one printing: the rows of a ledger of nothing used, made anew for sentences that are used.

    Most sentences are not, whatever is printed, and a page limit is met by printing again.
    """
    rows = list(unused.rows)
    by_id = {report.id: (report, found) for report, found in zip(reports, findings, strict=True)}
    for key in uses.printed.keys() | uses.merged.keys():
        for place, statement in unused.places.get(key, ()):
            rows[place] = _row(*by_id[key[0]], statement, uses, {}, labels)
    return tuple(rows)


def withheld_rows(reports: Sequence[Report], findings: Sequence[Findings], labels: Labels) -> tuple[LedgerRow, ...]:
    """Return a row without words for each sentence of the reports that are withheld."""
    return tuple(
        LedgerRow(
            span=Span(report_id=report.id, start=sentence.start, end=sentence.end),
            quote="",
            disposition=Disposition.LEFT_OUT,
            sections=(),
            entries=(),
            reason=labels.say(_WITHHELD),
        )
        for report, found in zip(reports, findings, strict=True)
        for sentence in found.sentences
    )


def _row(
    report: Report,
    findings: Findings,
    statement: Statement,
    uses: Uses,
    left_out: Mapping[_Key, str],
    labels: Labels,
) -> LedgerRow:
    key = (report.id, statement.sentence)
    sentence = findings.sentences[statement.sentence]
    sections = tuple(uses.printed.get(key, ()))
    if sections:
        disposition, entries = Disposition.USED, tuple(uses.entries[key])
        reason = _explained(labels.name("role", statement.role.value), statement, labels)
    elif key in uses.merged:
        disposition, entries = Disposition.MERGED, tuple(uses.merged[key])
        reason = labels.say("ledger-same")
    else:
        disposition, entries = Disposition.LEFT_OUT, ()
        reason = labels.say(left_out[key]) if key in left_out else _left_out(statement, labels)
    return LedgerRow(
        span=Span(report_id=report.id, start=sentence.start, end=sentence.end),
        quote=report.quote(sentence.start, sentence.end),
        disposition=disposition,
        sections=sections,
        entries=entries,
        reason=reason,
    )


def _left_out(statement: Statement, labels: Labels) -> str:
    if statement.role in TOLD:
        return labels.say(_RANKED)
    return _explained(_name_of(statement.role, labels.language), statement, labels)


@cache
def _name_of(role: Role, language: str) -> str:
    return load_labels(language).name("left-out", role.value)


def _explained(words: str, statement: Statement, labels: Labels) -> str:
    """Add the reason that the analysis gives, which is in English as all explanations are, to an English label."""
    return f"{words}: {statement.reason}" if labels.language == DEFAULT else words


def ledger_shares(unused: Unused, uses: Uses, withheld: int) -> dict[Disposition, int]:
    """Count the sentences by what became of them; the counts add up to all, ``withheld`` ones among those left out."""
    used = sum(len(unused.places.get(key, ())) for key in uses.printed)
    merged = sum(len(unused.places.get(key, ())) for key in uses.merged if key not in uses.printed)
    left_out = len(unused.rows) + withheld - used - merged
    return {Disposition.USED: used, Disposition.MERGED: merged, Disposition.LEFT_OUT: left_out}
