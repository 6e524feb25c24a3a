"""The claims of control: how one is made, those of compounds such as "rebel-held", and which are the same."""

import re
from collections.abc import Sequence

from briefing.analysis.control_places import extent_before, lies_within, says_where
from briefing.analysis.reading import Line
from briefing.model.findings import ControlClaim, ControlRelation, Modality, Place, PlaceMention

_NEAR = 40
_SIDE = re.compile(r"\b(?:north|south|east|west)(?:east|west)?(?:ern)?\b(?=(?:\s+of)?\s*$)")  # "rebel-held east Aleppo"
# What then is held or run is no place: "state-run TV that the curfew in Cairo".
_OTHER_NOUN = re.compile(
    r"[,.;]|\b(?:that|which|who|where|when|TV|television|media|news|newspapers?|agency|channel|radio|broadcaster|website"
    r"|company|companies|bank|firm|airline|oil|gas)\b"
)
_LAST_WORD = re.compile(r"[\w’']++$")


def make_claim(
    span: tuple[int, int], place: Place, relation: ControlRelation, holder: str, extent: str, modality: Modality
) -> ControlClaim:
    """Make the claim of the words between two characters on a place."""
    return ControlClaim(
        start=span[0],
        end=span[1],
        place=place,
        relation=relation,
        holder=holder,
        extent=extent,
        modality=modality,
        rule=f"words of “{relation.value}” beside the place",
    )


def has_hyphen(line: Line) -> bool:
    """Tell whether there may be a compound such as "rebel-held"."""
    return line.text.find("-", line.start, line.end) >= 0 or line.text.find("‑", line.start, line.end) >= 0


def claims_of_compound(line: Line, match: re.Match[str], here: Sequence[PlaceMention]) -> list[ControlClaim]:
    """Read "rebel-held Idlib" and "government-controlled parts of Aleppo"."""
    mention = next((m for m in here if match.end() <= m.start <= match.end() + _NEAR), None)
    between = line.text[match.end() : mention.start] if mention is not None else ""
    if mention is None or _OTHER_NOUN.search(between) or lies_within(between) or says_where(between):
        return []
    start = max(line.start, match.start() - _NEAR)
    word = _LAST_WORD.search(line.text, start, match.start())
    holder = word.group() if word is not None else ""
    side = _SIDE.search(between)
    extent = extent_before(between) or (side.group() if side is not None else "")
    return [
        make_claim(
            (match.start() - len(holder), match.end()),
            mention.place,
            ControlRelation.HOLDS,
            holder,
            extent,
            Modality.ASSERTED,
        )
    ]


def distinct_claims(claims: Sequence[ControlClaim]) -> list[ControlClaim]:
    """Keep the first claim of each kind on each place, in the order of the text."""
    kept: dict[tuple[str, ControlRelation, Modality], ControlClaim] = {}
    for claim in sorted(claims, key=lambda claim: claim.start):
        kept.setdefault((claim.place.id, claim.relation, claim.modality), claim)
    return list(kept.values())
