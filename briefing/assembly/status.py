"""How far a development is supported: independent originators counted, party claims kept as claims.

The definitions are in docs/method.md; nothing is ever upgraded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assembly.grouping import are_copies
from briefing.assembly.witnesses import OWN_WORDS, Witness
from briefing.assembly.wording import count_words, join_words
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName, Status

NO_GRADE = "F6"
# So many attributed witnesses are looked at for the text that an own voice may have copied.
_COMPARED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The status of a development, in a word and in words, with those who say it."""

    status: Status
    words: str
    sources: tuple[SourceName, ...]
    originators: tuple[str, ...]


def judge_support(witnesses: Sequence[Witness]) -> Support:
    """Judge the support that the witnesses of one development give it."""
    sources = _sources(witnesses)
    own_voices = _own_voices(witnesses)
    originators = tuple(dict.fromkeys([source.originator for source in sources])) + own_voices
    neutral = [source.originator for source in sources if not source.party]
    by_party = bool(sources) and not neutral
    if len(originators) >= 2 and (neutral or own_voices):
        status = Status.CONFIRMED
        words = f"confirmed by {count_words(len(originators), 'originator', 'independent originators')}"
    elif by_party:
        status, words = Status.CLAIMED, "claimed"
    elif sources:
        status, words = Status.REPORTED, "reported"
    else:
        status, words = Status.UNATTRIBUTED, "unattributed"
    return Support(
        status=status, words=f"{words}: {_names(sources, witnesses)}", sources=sources, originators=originators
    )


def source_words(source: SourceName) -> str:
    """Write "rebel sources via Reuters"."""
    return f"{source.originator} via {source.carrier}" if source.carrier else source.originator


def _sources(witnesses: Sequence[Witness]) -> tuple[SourceName, ...]:
    """Return the attributed sources, each originator once, the first way it was met."""
    met: dict[str, SourceName] = {}
    for witness in witnesses:
        if witness.source is not None:
            met.setdefault(witness.source.originator, witness.source)
    return tuple(met.values())


def _own_voices(witnesses: Sequence[Witness]) -> tuple[str, ...]:
    """Return the publishers that tell it in their own voice and are not just repeating another witness.

    A report that also has an attributed witness here adds nothing of its own, nor does a copy of another text or a
    report whose publisher is not known.
    """
    attributed = {witness.report.id for witness in witnesses if witness.source is not None}
    said = [witness for witness in witnesses if witness.source is not None]
    counted: dict[str, Witness] = {}
    for witness in witnesses:
        publisher = witness.report.publisher
        if witness.source is not None or witness.report.id in attributed or not publisher or publisher in counted:
            continue
        if not any(are_copies(witness, other) for other in (*said[:_COMPARED], *counted.values())):
            counted[publisher] = witness
    return tuple(counted)


def _names(sources: Sequence[SourceName], witnesses: Sequence[Witness]) -> str:
    if sources:
        named = [f"{source_words(source)}{_medium(source, witnesses)}" for source in sources[:3]]
        return join_words(named) + (f" and {len(sources) - 3} more" if len(sources) > 3 else "")
    publishers = list(dict.fromkeys(witness.report.publisher for witness in witnesses if witness.report.publisher))
    if not publishers:
        return OWN_WORDS
    return f"{join_words(publishers[:3])}, in {'its' if len(publishers) == 1 else 'their'} own words"


def _medium(source: SourceName, witnesses: Sequence[Witness]) -> str:
    """Say through what a source spoke, where its first witness tells."""
    words: dict[str, str] = load_table("medium_words")["words"]
    for witness in witnesses:
        if witness.source == source and witness.attribution and witness.attribution.medium:
            return f", {words[witness.attribution.medium.value]}"
    return ""
