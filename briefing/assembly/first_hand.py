"""Which passages bear a development out at first hand: not those that deny it, point to it or cite another one here."""

from collections.abc import Collection, Container, Sequence
from functools import cache, lru_cache

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
    cited = {name for name in met for publisher, sources in citable.items() if _cites(name, publisher, sources)}
    stood_for = {
        witness.source.originator
        for witness in witnesses
        if witness.source is not None and _names_next(witness, witness.source, met)
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
    return mentions_publisher(name, publisher) and (len(sources) > 1 or name not in sources)


def _names_next(witness: Witness, source: SourceName, wanted: Container[str]) -> bool:
    """Tell whether the report next names one of those wanted, of the same kind as a source that has no name."""
    cue = witness.attribution.cue if witness.attribution is not None else None
    if cue is None or not is_unnamed(source.originator):
        return False
    after = cue.end
    return any(
        other.cue is not None
        and after < other.cue.start < after + _NEXT
        and other.named
        and other.kind is source.kind
        and other.originator in wanted
        for other in witness.findings.attributions
    )


def _denies(witness: Witness) -> bool:
    if witness.role is Role.DENIAL:
        return True
    cue = witness.attribution.cue if witness.attribution is not None else None
    return cue is not None and _is_denying(witness.report.quote(cue.start, cue.end))


@lru_cache(maxsize=1 << 12)
def _is_denying(verb: str) -> bool:
    denying: list[str] = load_table("assembly_words")["denying"]
    return any(word in verb.casefold() for word in denying)


def _points(witness: Witness) -> bool:
    """Tell whether what is said only points to what somebody else said: "denies it"."""
    content = witness.attribution.content if witness.attribution is not None else None
    if content is None:
        return False
    said = witness.report.quote(content.start, content.end).strip(' .,“”"')
    # Nearly all that is said is longer than any of these words, and then need not be folded.
    return len(said) <= _longest_pointing() and said.casefold() in _pointing()


@cache
def _pointing() -> frozenset[str]:
    return frozenset(load_table("independence")["pointing"])


@cache
def _longest_pointing() -> int:
    return max(map(len, _pointing()))
