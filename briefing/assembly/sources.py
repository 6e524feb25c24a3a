"""The register of sources: who says things, who passes them on, and in whose pages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from briefing.assembly.editing import EditBook
from briefing.assembly.names import Names
from briefing.assembly.status import NO_GRADE
from briefing.assembly.voices import is_nobody
from briefing.assembly.witnesses import Witness
from briefing.data.labels import Labels
from briefing.model.briefing import Citation, SourceRow
from briefing.model.edits import GradeSource
from briefing.model.findings import SourceKind
from briefing.model.report import Report

_GRADE_REASON = "Not graded: reliability is for the analyst to judge."


_UNCOUNTED = frozenset({SourceKind.STATE_MEDIA, SourceKind.LOCAL_MEDIA, SourceKind.MEDIA, SourceKind.SOCIAL_MEDIA})


@dataclass(slots=True)
class _Use:
    roles: set[str] = field(default_factory=set)
    via: set[str] = field(default_factory=set)
    entries: dict[str, None] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)
    party: bool = False
    kinds: list[SourceKind] = field(default_factory=list)


def publishers_of(reports: Sequence[Report], names: Names) -> frozenset[str]:
    """Return the names of all who published a report."""
    return frozenset(names.of(report.publisher) for report in reports if report.publisher)


def build_register(
    cited: Iterable[tuple[str, Witness, Citation]],
    publishers: frozenset[str],
    names: Names,
    labels: Labels,
    book: EditBook,
) -> tuple[SourceRow, ...]:
    """Return a row for each originator, carrier and publisher that is cited, with the grade that the analyst gave it.

    ``cited`` is the id of the entry, the witness and its citation, in the order of printing; the rows keep that order,
    originators before those who only carried or published.
    """
    uses: dict[str, _Use] = defaultdict(_Use)
    for entry, witness, citation in cited:
        for name, role in _roles(witness, names):
            use = uses[name]
            use.roles.add(role)
            use.entries[entry] = None
            use.numbers.add(citation.number)
            _describe(use, witness, role)
    order = list(uses)
    rows = [_graded(_row(name, uses[name], names, publishers, labels), book.reliability_of(name)) for name in order]
    return tuple(sorted(rows, key=lambda row: "originator" not in row.roles))


def _roles(witness: Witness, names: Names) -> list[tuple[str, str]]:
    roles = []
    if witness.source is not None and not is_nobody(witness.source):
        roles.append((witness.source.originator, "originator"))
    if witness.source is not None and witness.source.carrier:
        roles.append((witness.source.carrier, "carrier"))
    if witness.report.publisher:
        publisher = names.of(witness.report.publisher)
        roles.append((publisher, "publisher" if witness.source is not None else "originator"))
    return roles


def _describe(use: _Use, witness: Witness, role: str) -> None:
    attribution = witness.attribution
    if role == "originator" and witness.source is not None and attribution is not None:
        use.kinds.append(witness.source.kind)
        use.party = use.party or witness.source.party
        if witness.source.carrier:
            use.via.add(witness.source.carrier)
    elif role == "carrier" and attribution is not None and attribution.carrier_kind is not None:
        use.kinds.append(attribution.carrier_kind)


def _row(name: str, use: _Use, names: Names, publishers: frozenset[str], labels: Labels) -> SourceRow:
    publishes = name in publishers
    known = [kind for kind in [*use.kinds, names.kinds.get(name, SourceKind.UNKNOWN)] if kind is not SourceKind.UNKNOWN]
    takes_side = use.party or name in names.parties
    unknown = SourceKind.MEDIA if publishes else SourceKind.UNKNOWN
    kind = known[0] if known else (SourceKind.PARTY if takes_side else unknown)
    return SourceRow(
        name=name,
        aliases=names.aliases.get(name, ()),
        kind=kind,
        party=takes_side,
        stake=labels.name("stake", (SourceKind.PARTY if takes_side else kind).value),
        stake_reason=_stake_reason(kind, party=takes_side),
        roles=tuple(role for role in ("originator", "carrier", "publisher") if role in use.roles),
        via=tuple(sorted(use.via)),
        grade=NO_GRADE,
        grade_reason=_GRADE_REASON,
        cited_for=tuple(use.entries),
        numbers=tuple(sorted(use.numbers)),
    )


def _graded(row: SourceRow, grade: GradeSource | None) -> SourceRow:
    if grade is None:
        return row
    return replace(row, grade=f"{grade.reliability}{NO_GRADE[1]}", grade_reason=grade.reason)


def _stake_reason(kind: SourceKind, *, party: bool) -> str:
    """Say on what the stake rests: the reports that treat it as a party, or the kind of source that it is."""
    if party:
        return "A report shows it to act in the events, or its name is that of a side."
    if kind is SourceKind.UNKNOWN:
        return "Its name does not tell what it is."
    article = "" if kind in _UNCOUNTED else "an " if kind.value[0] in "aeio" else "a "
    return f"Its name or description is that of {article}{kind.value}."
