"""Which claims of control are told of which day, for the figure of control by place and day."""

from collections.abc import Iterator

from briefing.assembly.cities import THREATS, CityDraft, ClaimDraft, kind_words
from briefing.assembly.figures.control_figure import ControlMark, ControlSign
from briefing.assembly.grouping import LEFT, is_of_part
from briefing.assembly.status import source_words
from briefing.assembly.witnesses import speaker
from briefing.data.labels import Labels
from briefing.model.findings import ControlRelation, Modality

_DENYING = frozenset({Modality.DENIED, Modality.NEGATED})


def control_marks(row: CityDraft, labels: Labels) -> Iterator[ControlMark]:
    """Yield a mark for each witness of a claim that is dated to the day, with its own day and its own source.

    What is only planned or possible, or of a part of the place, is contested, not taken.
    """
    place = labels.say("in-brackets", words=row.place.name, detail=kind_words(row.place, labels))
    for claim in row.claims:
        for witness in claim.witnesses:
            last = witness.when.last
            if last is not None and last.day:
                yield ControlMark(
                    place=place,
                    day=last.last,
                    sign=_sign(claim),
                    words=claim.summary,
                    source=source_words(speaker(witness), labels),
                )


def _sign(claim: ClaimDraft) -> ControlSign:
    modality, relation = claim.claim.modality, claim.claim.relation
    if modality in _DENYING:
        return ControlSign.DENIED
    if modality is not Modality.ASSERTED or relation in THREATS or is_of_part(claim.claim):
        return ControlSign.CONTESTED
    if relation in LEFT:
        return ControlSign.GONE
    return ControlSign.TAKEN if relation is ControlRelation.TOOK else ControlSign.HELD
