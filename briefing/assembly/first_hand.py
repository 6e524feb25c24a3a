"""Which passages bear a development out at first hand: not those that deny it, point to it or cite another one here."""

from collections.abc import Collection, Sequence

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
    if len(witnesses) == 1:
        return tuple(met.values())
    citable = _citable(witnesses)
    cited = {name for name in met if any(_cites(name, *one) for one in citable.items())}
    stood_for = {
        witness.source.originator
        for witness in witnesses
        if witness.source is not None and not _named_next(witness).isdisjoint(met)
    }
    kept = tuple(source for name, source in met.items() if name not in cited | stood_for)
    return kept or tuple(met.values())


def _citable(witnesses: Sequence[Witness]) -> dict[str, set[str]]:
    """Return the publishers and agencies of the reports that cite somebody, each with all whom they cite."""
    citable: dict[str, set[str]] = {}
    for witness in witnesses:
        if witness.source is not None:
            for publisher in (witness.report.publisher, wire_of(witness.report)):
                if publisher:
                    citable.setdefault(publisher, set()).add(witness.source.originator)
    return citable


def _cites(name: str, publisher: str, sources: Collection[str]) -> bool:
    """Tell whether a source is a publisher whose reports have a source beside it."""
    return (len(sources) > 1 or name not in sources) and mentions_publisher(name, publisher)


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
