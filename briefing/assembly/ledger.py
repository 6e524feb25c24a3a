"""The ledger: what became of every sentence of every report, so that nothing is left out in silence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.assembly.witnesses import TOLD, Witness
from briefing.data.labels import DEFAULT, Labels
from briefing.model.briefing import Disposition, LedgerRow
from briefing.model.findings import Findings, Role, Sentence, Statement
from briefing.model.report import Report
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """The ledger while nothing is printed, with each report, its findings and its first row, by its id."""

    rows: tuple[LedgerRow, ...]
    reports: Mapping[str, tuple[Report, Findings, int]]


def unused_ledger(
    reports: Sequence[Report],
    findings: Sequence[Findings],
    left_out: Mapping[str, Mapping[int, str]],
    labels: Labels,
) -> Unused:
    """Return one row for each sentence, in the order of reports and text.

    ``left_out`` says by the key of a label why sentences that tell something, by the id of their report and their
    place in it, were not considered.
    """
    said = {key: labels.say(key) for key in (OUTSIDE, HIDDEN, _RANKED)}
    names = {role: labels.name("left-out", role.value) for role in Role if role not in TOLD}
    rows: list[LedgerRow] = []
    by_id: dict[str, tuple[Report, Findings, int]] = {}
    for report, found in zip(reports, findings, strict=True):
        identity, text, whys = report.id, report.text, left_out.get(report.id, {})
        by_id[identity] = (report, found, len(rows))
        for index, (sentence, statement) in enumerate(zip(found.sentences, found.statements, strict=True)):
            name, start, end = names.get(statement.role), sentence.start, sentence.end
            if index in whys:
                reason = said[whys[index]]
            else:
                reason = said[_RANKED] if name is None else _explained(name, statement, labels)
            rows.append(LedgerRow(identity, start, end, text[start:end], Disposition.LEFT_OUT, (), (), reason))
    return Unused(rows=tuple(rows), reports=by_id)


def used_ledger(unused: Unused, uses: Uses, labels: Labels) -> tuple[LedgerRow, ...]:
    """Return the ledger of one printing: the rows of a ledger of nothing used, made anew for sentences that are used.

    Most sentences are not, whatever is printed, and the app prints again with every choice.
    """
    rows = list(unused.rows)
    for key in uses.printed.keys() | uses.merged.keys():
        report, found, first = unused.reports[key[0]]
        rows[first + key[1]] = _used_row(report, found, key, uses, labels)
    return tuple(rows)


def withheld_rows(reports: Sequence[Report], findings: Sequence[Findings], labels: Labels) -> tuple[LedgerRow, ...]:
    """Return a row without words for each sentence of the reports that are withheld."""
    return tuple(
        LedgerRow(
            report_id=report.id,
            start=sentence.start,
            end=sentence.end,
            quote="",
            disposition=Disposition.LEFT_OUT,
            sections=(),
            entries=(),
            reason=labels.say(_WITHHELD),
        )
        for report, found in zip(reports, findings, strict=True)
        for sentence in found.sentences
    )


def _used_row(report: Report, findings: Findings, key: _Key, uses: Uses, labels: Labels) -> LedgerRow:
    sentence, statement = findings.sentences[key[1]], findings.statements[key[1]]
    if key not in uses.printed:
        entries = tuple(uses.merged[key])
        return _row(report, sentence, Disposition.MERGED, labels.say("ledger-same"), (), entries)
    reason = _explained(labels.name("role", statement.role.value), statement, labels)
    sections, entries = tuple(uses.printed[key]), tuple(uses.entries[key])
    return _row(report, sentence, Disposition.USED, reason, sections, entries)


def _row(
    report: Report,
    sentence: Sentence,
    disposition: Disposition,
    reason: str,
    sections: tuple[SectionId, ...],
    entries: tuple[str, ...],
) -> LedgerRow:
    return LedgerRow(
        report_id=report.id,
        start=sentence.start,
        end=sentence.end,
        quote=report.quote(sentence.start, sentence.end),
        disposition=disposition,
        sections=sections,
        entries=entries,
        reason=reason,
    )


def _explained(words: str, statement: Statement, labels: Labels) -> str:
    """Add the reason that the analysis gives, which is in English as all explanations are, to an English label."""
    return f"{words}: {statement.reason}" if labels.language == DEFAULT else words


def ledger_shares(total: int, uses: Uses) -> dict[Disposition, int]:
    """Count the ``total`` of sentences by what became of them."""
    used, merged = len(uses.printed), len(uses.merged.keys() - uses.printed.keys())
    return {Disposition.USED: used, Disposition.MERGED: merged, Disposition.LEFT_OUT: total - used - merged}
