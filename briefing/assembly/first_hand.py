"""Which passages bear a development out at first hand: not those that deny it, point to it or cite another one here."""

from collections.abc import Sequence

from briefing.assembly.voices import is_unnamed, mentions_publisher, wire_of
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName
from briefing.model.findings import Role

# A body that is named within so many characters after an unnamed source is what the unnamed words stand for.
_NEXT = 400


def bearing(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """Return the witnesses that say the same as the first: none that denies what it tells, none that says only "it"."""
    denies = _denies(witnesses[0]) if witnesses else False
    same = tuple(witness for witness in witnesses if _denies(witness) is denies and not _points(witness))
    return same or tuple(witnesses[:1])


def first_hand_sources(witnesses: Sequence[Witness]) -> tuple[SourceName, ...]:
    """Return the attributed sources, each originator once, without those that another witness gives nearer.

    A report that is cited stands for the sources that it names itself, and "officials" for the body that the same
    report names next, where that body is a source here too.
    """
    met: dict[str, SourceName] = {}
    for witness in witnesses:
        if witness.source is not None:
            met.setdefault(witness.source.originator, witness.source)
    cited = {name for name in met if any(_cites(name, other) for other in witnesses)}
    stood_for = {
        witness.source.originator
        for witness in witnesses
        if witness.source is not None and not _named_next(witness).isdisjoint(met)
    }
    kept = tuple(source for name, source in met.items() if name not in cited | stood_for)
    return kept or tuple(met.values())


def _cites(name: str, other: Witness) -> bool:
    """Tell whether a source is the publisher of a witness that has a source of its own."""
    if other.source is None or other.source.originator == name:
        return False
    publishers = (other.report.publisher or "", wire_of(other.report))
    return any(mentions_publisher(name, publisher) for publisher in publishers)


def _named_next(witness: Witness) -> frozenset[str]:
    """Return whom the report names next as a source of the same kind, where the source of a passage has no name."""
    source, attribution = witness.source, witness.attribution
    if source is None or attribution is None or attribution.cue is None or not is_unnamed(source.originator):
        return frozenset()
    after = attribution.cue.end
    return frozenset(
        other.originator
        for other in witness.findings.attributions
        if other.cue is not None
        and after < other.cue.start < after + _NEXT
        and other.kind is source.kind
        and other.named
    )


def _denies(witness: Witness) -> bool:
    cue = witness.attribution.cue if witness.attribution is not None else None
    said = witness.report.quote(cue.start, cue.end).casefold() if cue is not None else ""
    denying: list[str] = load_table("assembly_words")["denying"]
    return witness.role is Role.DENIAL or any(word in said for word in denying)


def _points(witness: Witness) -> bool:
    """Tell whether what is said only points to what somebody else said: "denies it"."""
    content = witness.attribution.content if witness.attribution is not None else None
    if content is None:
        return False
    pointing: list[str] = load_table("independence")["pointing"]
    return witness.report.quote(content.start, content.end).casefold().strip(' .,“”"') in pointing
