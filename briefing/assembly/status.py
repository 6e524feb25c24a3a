"""How far a development is supported: independent originators counted, party claims kept as claims.

The definitions are in docs/method.md; nothing is ever upgraded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assembly.parties import side_word
from briefing.assembly.voices import independent_sources, own_voices
from briefing.assembly.witnesses import OWN_WORDS, Witness
from briefing.assembly.wording import count_words, join_words
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName, Status

NO_GRADE = "F6"
# So many sources are named in words.
_NAMED = 3


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
    voices = independent_sources(sources)
    own = own_voices(witnesses)
    originators = tuple(source.originator for source in voices) + own
    neutral = any(not source.party for source in voices)
    if len(originators) >= 2 and (neutral or own):
        status = Status.CONFIRMED
        words = f"confirmed by {count_words(len(originators), 'originator', 'independent originators')}"
    elif sources and not neutral:
        status, words = Status.CLAIMED, "claimed by both sides" if both_sides(voices) else "claimed"
    elif sources:
        status, words = Status.REPORTED, "reported"
    else:
        status, words = Status.UNATTRIBUTED, "unattributed"
    return Support(
        status=status, words=f"{words}: {_names(sources, witnesses)}", sources=sources, originators=originators
    )


def both_sides(voices: Sequence[SourceName]) -> bool:
    """Tell whether parties of opposing sides say the same, which neither would say lightly."""
    return {"government", "opposition"} <= {side_word(source.originator) for source in voices if source.party}


def said_words(status: Status, sources: Sequence[SourceName]) -> str:
    """Say who says it with the verb of the status: "the army claimed", "SOHR reported", "press reporting states"."""
    named = join_words([source_words(source) for source in sources[:_NAMED]])
    verbs: dict[str, str] = load_table("status_verbs")["verbs"]
    return verbs[status.value].format(who=named) if named else load_table("status_verbs")["nobody"]


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
