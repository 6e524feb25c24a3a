"""Those to whom something is told: a news medium with a name passes it on, "reporters" and "this newspaper" do not."""

from collections.abc import Sequence

from briefing.analysis.contents import Extent, Scene
from briefing.analysis.phrases import Phrase
from briefing.analysis.phrases_after import phrase_after
from briefing.analysis.source_kinds import kind_of, read_kinds
from briefing.analysis.tokens import Token
from briefing.model.findings import SourceKind

CARRIER_KINDS = frozenset({SourceKind.AGENCY, SourceKind.STATE_MEDIA, SourceKind.LOCAL_MEDIA, SourceKind.MEDIA})
_OWN = frozenset({"this", "these", "our"})
_NEAR = 12  # tokens after a cue in which an interview may be spoken of


def medium_of(scene: Scene, phrase: Phrase | None) -> Extent | None:
    """Return the characters of a noun phrase that names a news medium, else None."""
    if phrase is None or _is_hearer(scene.tokens, phrase):
        return None
    start, end = scene.tokens[phrase.start].start, scene.tokens[phrase.end - 1].end
    return (start, end) if kind_of(scene.text[start:end]) in CARRIER_KINDS else None


def interviewer(scene: Scene, start: int) -> Extent | None:
    """Find the medium in "said | in an interview with Al Arabiya that", from the token after the cue on."""
    at = with_medium(scene.tokens, start)
    return medium_of(scene, phrase_after(scene.tokens, at)) if at is not None else None


def with_medium(tokens: Sequence[Token], start: int) -> int | None:
    """Return the token after the "with" or "to" of an interview or a statement right after a cue."""
    if start >= len(tokens) or tokens[start].lower not in {"in", "during"}:
        return None
    for index in range(start + 1, min(start + _NEAR, len(tokens) - 1)):
        if not tokens[index].is_word or tokens[index].lower == "that":
            return None
        if tokens[index].lower in {"interview", "interviews", "conversation"}:
            return index + 2 if tokens[index + 1].lower in {"with", "on", "to", "for"} else None
    return None


def _is_hearer(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is of hearers without a name: "reporters", "this newspaper", "local media"."""
    words = tokens[phrase.start : phrase.end]
    named = any(token.is_name for token in words)
    return not named and (words[0].lower in _OWN or words[-1].lower in read_kinds().sets["hearers"])
