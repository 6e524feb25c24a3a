"""How far a development is supported: independent originators counted, party claims kept as claims.

The definitions are in docs/method.md; nothing is ever upgraded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.assembly.first_hand import attributed_sources, bearing, first_hand_sources
from briefing.assembly.parties import side_word
from briefing.assembly.voices import independent_sources, own_voices
from briefing.assembly.witnesses import OWN_WORDS, Witness
from briefing.data.labels import DEFAULT, Labels, load_labels
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName, Status

NO_GRADE = "F6"
# So many sources are named in words.
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The status of a development, with those who say it.

    ``media`` says of each source through what it spoke, "" where nobody tells; ``publishers`` are those who say it in
    their own voice where no source is named.
    """

    status: Status
    sources: tuple[SourceName, ...]
    originators: tuple[str, ...]
    media: tuple[str, ...]
    publishers: tuple[str, ...]


def judge_support(witnesses: Sequence[Witness]) -> Support:
    """Judge the support that the witnesses of one development give it."""
    sources = attributed_sources(witnesses)
    voices, own = _voices(witnesses)
    originators = (*[source.originator for source in voices], *own)
    neutral = any(not source.party for source in voices)
    # Newsrooms that say it in their own voice name nobody, so that they confirm nothing.
    confirmed = len(voices) >= 2 and neutral
    if confirmed:
        status = Status.CONFIRMED
    elif sources:
        status = Status.REPORTED if neutral else Status.CLAIMED
    else:
        status = Status.UNATTRIBUTED
    publishers = dict.fromkeys([publisher for witness in witnesses if (publisher := witness.report.publisher)])
    return Support(
        status=status,
        sources=sources,
        originators=originators,
        media=tuple([_medium(source, witnesses) for source in sources]),
        publishers=tuple(publishers),
    )


def count_originators(witnesses: Sequence[Witness]) -> int:
    """Return the number of independent originators among those who tell of a matter."""
    voices, own = _voices(witnesses)
    return len(voices) + len(own)


def _voices(witnesses: Sequence[Witness]) -> tuple[tuple[SourceName, ...], tuple[str, ...]]:
    """Return the independent sources, and the publishers that tell it in their own voice."""
    if len(witnesses) == 1:  # nothing that it says can be repeated or said nearer
        return attributed_sources(witnesses), own_voices(witnesses)
    bearers = bearing(witnesses)
    return independent_sources(first_hand_sources(bearers)), own_voices(bearers)


def support_words(support: Support, labels: Labels) -> str:
    """Write the status with those who say it: "confirmed by 2 independent originators: SOHR and Daraa24"."""
    status = labels.name("status", support.status.value)
    if support.status is Status.CONFIRMED:
        status = labels.say("confirmed-by", number=len(support.originators))
    elif support.status is Status.CLAIMED and both_sides(independent_sources(support.sources)):
        status = labels.say("claimed-both")
    return labels.say("status-who", status=status, who=supporter_words(support, labels))


def supporter_words(support: Support, labels: Labels) -> str:
    """Name those who say it, at most three, with the medium of each where it is told."""
    if support.sources:
        names = _counted_names(support, labels)
        more = len(names) - _NAMED
        listed = labels.join(names[:_NAMED])
        return labels.say("list-more", list=listed, number=more) if more > 0 else listed
    if not support.publishers:
        return labels.say("own-words")
    named = labels.join(support.publishers[:_NAMED])
    return labels.say("publishers-own", number=len(support.publishers), list=named)


def _counted_names(support: Support, labels: Labels) -> list[str]:
    """Name all sources, or of what is confirmed the originators alone, those in their own voice among them."""
    confirmed = support.status is Status.CONFIRMED
    pairs = zip(support.sources, support.media, strict=True)
    met = [pair for pair in pairs if not confirmed or pair[0].originator in support.originators]
    known = {source.originator for source in support.sources}
    own = [name for name in support.originators if confirmed and name not in known]
    return [*(_with_medium(source_words(source, labels), medium, labels) for source, medium in met), *own]


def _with_medium(source: str, medium: str, labels: Labels) -> str:
    return labels.say("with-medium", source=source, medium=labels.name("medium", medium)) if medium else source


def both_sides(voices: Sequence[SourceName]) -> bool:
    """Tell whether parties of opposing sides say the same, which neither would say lightly."""
    return {"government", "opposition"} <= {side_word(source.originator) for source in voices if source.party}


def said_words(status: Status, sources: Sequence[SourceName]) -> str:
    """Say in English who says it with the verb of the status: "the army claimed", "press reporting states"."""
    labels = load_labels(DEFAULT)
    named = labels.join([source_words(source, labels) for source in sources[:_NAMED]])
    verbs: dict[str, str] = load_table("status_verbs")["verbs"]
    return verbs[status.value].format(who=named) if named else load_table("status_verbs")["nobody"]


def source_words(source: SourceName, labels: Labels) -> str:
    """Write "rebel sources via Reuters"."""
    name = labels.say("own-words") if source.originator == OWN_WORDS else source.originator
    return labels.say("by-way-of", source=name, carrier=source.carrier) if source.carrier else name


def _medium(source: SourceName, witnesses: Sequence[Witness]) -> str:
    """Say through what a source spoke, where its first witness tells."""
    for witness in witnesses:
        if witness.attribution and witness.attribution.medium and witness.source == source:
            return witness.attribution.medium.value
    return ""
