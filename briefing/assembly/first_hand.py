"""Which passages bear a development out at first hand: not those that deny it, point to it or cite another one here."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from briefing.assembly.voices import is_unnamed, mentions_publisher
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName
from briefing.model.findings import Attribution, Role

# A body that is named within so many characters after an unnamed source is what the unnamed words stand for.
_NEXT = 400
# No more signs than this stand around what is said.
_SIGNS = 12
# Asked of each witness, and a member of an enumeration is not found as fast as a name.
_DENIAL = Role.DENIAL


def bearing(witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """Return the witnesses that say the same as the first: none that denies what it tells, none that says only "it"."""
    denies = _denies(witnesses[0]) if witnesses else False
    same = tuple(
        [
            witness
            for witness in witnesses
            if _denies(witness) is denies and (witness.attribution is None or not _points(witness, witness.attribution))
        ]
    )
    return same or tuple(witnesses[:1])


def first_hand_sources(witnesses: Sequence[Witness]) -> tuple[SourceName, ...]:
    """Return the attributed sources, each originator once, without those that another witness gives nearer.

    A report that is cited stands for the sources that it names itself, and "officials" for the body that the same
    report names next, where that body is a source here too.
    """
    sources = attributed_sources(witnesses)
    if len(sources) < 2:
        return sources
    said = [(witness, witness.source) for witness in witnesses if witness.source is not None]
    names = {source.originator for source in sources}
    dropped = _cited_here(said, names)
    unnamed = {name for name in names if is_unnamed(name)} - dropped
    for witness, source in said:
        if source.originator in unnamed and _names_next(witness, source, names):
            unnamed.discard(source.originator)
            dropped.add(source.originator)
    return tuple([source for source in sources if source.originator not in dropped]) or sources


def attributed_sources(witnesses: Sequence[Witness]) -> tuple[SourceName, ...]:
    """Return the attributed sources, each originator once, the first way it was met."""
    met: dict[str, SourceName] = {}
    for witness in witnesses:
        source = witness.source
        if source is not None and source.originator not in met:
            met[source.originator] = source
    return tuple(met.values())


def _cited_here(said: Sequence[tuple[Witness, SourceName]], names: AbstractSet[str]) -> set[str]:
    """Return which sources are publishers or agencies of reports that have another source beside it."""
    printed = {witness.report.publisher or "" for witness, _ in said} | {witness.backdrop.wire for witness, _ in said}
    return {
        name
        for name in names
        for publisher in printed
        if mentions_publisher(name, publisher) and _cites_others(publisher, name, said)
    }


def _cites_others(publisher: str, name: str, said: Sequence[tuple[Witness, SourceName]]) -> bool:
    """Tell whether a report of a publisher cites somebody else than the one named."""
    return any(
        publisher in (witness.report.publisher, witness.backdrop.wire)
        for witness, source in said
        if source.originator != name
    )


def _names_next(witness: Witness, source: SourceName, wanted: AbstractSet[str]) -> bool:
    """Tell whether the report next names one of those wanted, of the same kind as a source that has no name."""
    cue = witness.attribution.cue if witness.attribution is not None else None
    if cue is None:
        return False
    # Hardly any source is one of those wanted, so that this is asked first.
    after, others = cue.end, [each for each in witness.findings.attributions if each.originator in wanted]
    return any(
        after < other.cue.start < after + _NEXT
        for other in others
        if other.named and other.kind is source.kind and other.cue is not None
    )


def _denies(witness: Witness) -> bool:
    if witness.role is _DENIAL:
        return True
    attribution = witness.attribution
    if attribution is None or attribution.cue is None:
        return False
    return _is_denying(witness.report.text[attribution.cue.start : attribution.cue.end])


@lru_cache(maxsize=1 << 12)
def _is_denying(verb: str) -> bool:
    denying: list[str] = load_table("assembly_words")["denying"]
    return any(word in verb.casefold() for word in denying)


def _points(witness: Witness, attribution: Attribution) -> bool:
    """Tell whether what is said only points to what somebody else said: "denies it"."""
    content = attribution.content
    # Nearly all that is said is longer than any of these words, and then need not be looked at.
    if content is None or content.end - content.start > _longest_pointing() + _SIGNS:
        return False
    return witness.report.quote(content.start, content.end).strip(' .,“”"').casefold() in _pointing()


@cache
def _pointing() -> frozenset[str]:
    return frozenset(load_table("independence")["pointing"])


@cache
def _longest_pointing() -> int:
    return max(map(len, _pointing()))
