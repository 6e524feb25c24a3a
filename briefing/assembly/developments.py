"""Developments: witnesses that tell the same thing, as one entry, ranked for a reader who has one minute."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.assembly.grouping import compatible, group_witnesses
from briefing.assembly.status import Support, judge_support
from briefing.assembly.witnesses import SPECIFIC, TOLD, Witness, stands_alone
from briefing.assembly.wording import count_words
from briefing.data.tables import action_labels, load_table
from briefing.model.briefing import When
from briefing.model.findings import Figure, Place, PlaceKind, Role, SourceKind

_HUMAN = frozenset({"killed", "injured", "missing", "displaced"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A development before its citations are numbered; the first witness is the one that is printed."""

    id: str
    witnesses: tuple[Witness, ...]
    support: Support
    when: When
    places: tuple[Place, ...]
    score: float
    reasons: tuple[str, ...]

    @property
    def best(self) -> Witness:
        """Return the witness whose words are printed."""
        return self.witnesses[0]

    @property
    def lead(self) -> str:
        """Name the places in bold before the sentence, at most three, countries only if nothing nearer is named."""
        named = [place for place in self.best.places if place.kind in SPECIFIC]
        named = named or [place for place in self.best.places if place.kind is PlaceKind.COUNTRY][:1]
        return ", ".join(list(dict.fromkeys(place_label(place, named) for place in named))[:3])


def build_drafts(witnesses: Sequence[Witness], first: date | None, last: date | None) -> tuple[Draft, ...]:
    """Group the witnesses of the period into developments and rank them, the most important first."""
    told = [witness for witness in witnesses if witness.role in TOLD and in_period(witness.when, first, last)]
    drafts = [_draft(tuple(told[index] for index in group), last) for group in group_witnesses(told)]
    return tuple(sorted(drafts, key=lambda draft: (-draft.score, draft.best.report.id, draft.best.span.start)))


def build_background(witnesses: Sequence[Witness], first: date | None) -> tuple[Draft, ...]:
    """Return what is older than the period, oldest first, one entry for each passage."""
    older = [
        witness
        for witness in witnesses
        if witness.role is Role.BACKGROUND
        or (witness.role in TOLD and first is not None and _ends_before(witness.when, first))
    ]
    drafts = [_draft(tuple(older[index] for index in group), None) for group in group_witnesses(older)]
    return tuple(sorted(drafts, key=_by_date))


def in_period(when: When, first: date | None, last: date | None) -> bool:
    """Tell whether something may have happened in the period; what has no date may."""
    if when.first is None or when.last is None:
        return True
    return (first is None or when.last.last >= first) and (last is None or when.first.first <= last)


def passage_id(prefix: str, witness: Witness) -> str:
    """Make an id from the evidence, so that it stays when other reports come or go."""
    digest = hashlib.sha256(f"{witness.report.id}:{witness.span.start}".encode()).hexdigest()
    return f"{prefix}-{digest[:10]}"


def _ends_before(when: When, first: date) -> bool:
    return when.last is not None and when.last.last < first


def _by_date(draft: Draft) -> tuple[int, str, int]:
    dated = draft.when.dated_by == "words" and draft.when.first is not None
    order = draft.when.first.first.toordinal() if dated and draft.when.first else date.max.toordinal()
    return order, draft.best.report.id, draft.best.span.start


def _draft(members: tuple[Witness, ...], last: date | None) -> Draft:
    ordered = tuple(sorted(members, key=_witness_order))
    support = judge_support(ordered)
    score, reasons = _rank(ordered, support, last)
    places = {place.id: place for witness in ordered for place in witness.places}
    return Draft(
        id=passage_id("e", ordered[0]),
        witnesses=ordered,
        support=support,
        when=_when(ordered),
        places=tuple(places.values()),
        score=score,
        reasons=reasons,
    )


def _when(witnesses: Sequence[Witness]) -> When:
    """Take the date from the printed witness, or from another one that dates it by words where it does not."""
    best = witnesses[0].when
    if best.dated_by == "words":
        return best
    dated = [witness.when for witness in witnesses if witness.when.dated_by == "words"]
    days = [when for when in dated if when.first is not None and when.first.day]
    return days[0] if days else best


def _witness_order(witness: Witness) -> tuple[float, str, int]:
    """Order witnesses by how well they serve as the printed one."""
    words = len(witness.text.split())
    points = 0.0
    if witness.source is not None:
        points += 2.0 if not witness.source.party else 1.0
        points += 0.5 if witness.attribution is not None and witness.attribution.named else 0.0
        points += 0.5 if witness.source.kind in {SourceKind.MONITOR, SourceKind.AID, SourceKind.OFFICIAL} else 0.0
    points += 1.0 if stands_alone(witness) else -2.0
    points += 1.0 if any(place.kind in SPECIFIC for place in witness.places) else 0.0
    points += 0.5 if witness.figures else 0.0
    points -= 0.0 if 8 <= words <= 45 else min(2.0, abs(words - (8 if words < 8 else 45)) / 15)
    return -points, witness.report.id, witness.span.start


def _rank(witnesses: Sequence[Witness], support: Support, last: date | None) -> tuple[float, tuple[str, ...]]:
    table = load_table("ranking")
    points = table["points"]
    kinds = sorted({kind for witness in witnesses for kind in witness.kinds})
    weights = {kind: float(table["kinds"].get(kind, table["kinds"]["other"])) for kind in kinds}
    top = max(sorted(weights), key=lambda kind: weights[kind], default="none")
    score = weights.get(top, float(table["kinds"]["none"]))
    label = action_labels().get(top, top)
    reasons = [f"tells of {label}" if top != "none" else "tells of no action in the table"]
    extra = max(0, len(support.originators) - 1)
    if extra:
        score += float(points["originator"]) * math.log2(1 + extra)
        reasons.append(f"{len(support.originators)} independent originators")
    if any(figure.measure in _HUMAN for witness in witnesses for figure in witness.figures):
        score += float(points["human_figure"])
        reasons.append("counts people killed, injured, missing or displaced")
    if any(place.kind in SPECIFIC for place in witnesses[0].places):
        score += float(points["place"])
        reasons.append("names its place")
    when = _when(witnesses)
    if last is not None and when.last is not None:
        age = max(0, (last - when.last.last).days)
        score += max(float(points["day_floor"]), float(points["day"]) * age)
        reasons.append("of the last day" if age == 0 else f"{count_words(age, 'day', 'days')} before the end")
    if witnesses[0].role is Role.PLAN:
        score += float(points["plan"])
        reasons.append("an aim, plan or threat, not yet done")
    if not stands_alone(witnesses[0]):
        score += float(points["leaning"])
    if any(witness.paragraph == 1 for witness in witnesses):
        score += float(points["lead"])
        reasons.append("told at the head of a report")
    return score, tuple(reasons)


def extents_differ(draft: Draft) -> tuple[tuple[Witness, Figure], ...]:
    """Return the witnesses that give one share with differing precision, such as "most of" and "over 80%"."""
    shares = [
        (witness, figure) for witness in draft.witnesses for figure in witness.figures if figure.measure == "share"
    ]
    if not shares:
        return ()
    first_witness, first_figure = shares[0]
    differing = [
        (witness, figure)
        for witness, figure in shares[1:]
        if (figure.value, figure.qualifier) != (first_figure.value, first_figure.qualifier)
        and compatible(figure, first_figure)
    ]
    return ((first_witness, first_figure), *differing) if differing else ()


def place_label(place: Place, named: Sequence[Place]) -> str:
    """Write "Daraa", "Daraa province", or "Daraa city and province" where both are named."""
    kinds = {other.kind for other in named if other.name == place.name}
    if PlaceKind.PROVINCE in kinds and len(kinds) > 1:
        return f"{place.name} city and province"
    if place.kind is PlaceKind.PROVINCE and "province" not in place.name.casefold():
        return f"{place.name} province"
    return place.name


def limited(drafts: Sequence[Draft], limit: int | None) -> tuple[Draft, ...]:
    """Return the first ``limit`` drafts, or all."""
    return tuple(drafts if limit is None else drafts[:limit])
