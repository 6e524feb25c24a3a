"""Developments: witnesses that tell the same thing, as one entry, ranked for a reader who has one minute."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.assembly.editing import EditBook, leading_spans, regroup, touches_any
from briefing.assembly.grouping import PEOPLE, compatible, main_kind
from briefing.assembly.joining import group_witnesses
from briefing.assembly.passages import Passages
from briefing.assembly.ranking import Context, rank, weigh_context
from briefing.assembly.status import Support, judge_support
from briefing.assembly.variety import vary
from briefing.assembly.witnesses import SPECIFIC, TOLD, Witness, stands_alone
from briefing.assembly.wording import count_printed
from briefing.assembly.worth import weigh_developments
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import When
from briefing.model.findings import Figure, Place, PlaceKind, Role, SourceKind
from briefing.model.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A development before its citations are numbered; the first witness is the one that is printed.

    ``lead`` names the places in bold before the sentence, at most three, countries only if nothing nearer is named.
    """

    id: str
    witnesses: tuple[Witness, ...]
    support: Support
    when: When
    places: tuple[Place, ...]
    lead: str
    score: float
    reasons: tuple[str, ...]

    @property
    def best(self) -> Witness:
        """Return the witness whose words are printed."""
        return self.witnesses[0]


_NO_EDITS = EditBook()
_RELIED_ON = frozenset({SourceKind.MONITOR, SourceKind.AID, SourceKind.OFFICIAL})


def build_drafts(
    witnesses: Sequence[Witness],
    passages: Passages,
    first: date | None,
    last: date | None,
    labels: Labels,
    country: str = "",
    book: EditBook = _NO_EDITS,
) -> tuple[Draft, ...]:
    """Group the witnesses of the period into developments and rank them, the most important first.

    ``book`` holds what the analyst merged and split.
    """
    told = [witness for witness in witnesses if witness.role in TOLD and in_period(witness, first, last)]
    context = weigh_context(told, country)
    groups = regroup(group_witnesses(told, passages), told, book)
    drafts = [_draft(tuple(told[index] for index in group), context, last, book, labels) for group in groups]
    drafts = _weighed(sorted(drafts, key=_by_score))
    order = vary([(draft.score, _topics(draft)) for draft in drafts])
    return tuple(drafts[index] for index in order)


def _by_score(draft: Draft) -> tuple[float, str, int]:
    best = draft.witnesses[0]
    return -draft.score, best.report.id, best.start


def _weighed(drafts: Sequence[Draft]) -> list[Draft]:
    """Add the learned part to the first ones, as far as a reader of one minute can come, and order them anew."""
    among: int = load_table("ranking")["learned_share"]["among"]
    head = drafts[:among]
    points = weigh_developments([(draft.best, draft.when) for draft in head])
    weighed = [
        replace(draft, score=draft.score + more, reasons=(*draft.reasons, reason) if reason else draft.reasons)
        for draft, (more, reason) in zip(head, points, strict=True)
    ]
    return sorted([*weighed, *drafts[among:]], key=_by_score)


def _topics(draft: Draft) -> frozenset[tuple[str, str]]:
    """Name what a draft tells again when another did: a kind of action, and a count, at a place or in a country."""
    best = draft.best
    where = best.sites or {place.country for place in best.places if place.country} or {""}
    tolls = {figure.measure for figure in best.figures if figure.measure in PEOPLE}
    told = {main_kind(best.kinds), *tolls}
    return frozenset([(place, what) for place in where for what in told if place or what in tolls])


def build_background(
    witnesses: Sequence[Witness], passages: Passages, first: date | None, labels: Labels, book: EditBook = _NO_EDITS
) -> tuple[Draft, ...]:
    """Return what is older than the period, oldest first, one entry for each passage."""
    older = [
        witness
        for witness in witnesses
        if witness.role is Role.BACKGROUND
        or (witness.role in TOLD and first is not None and _ends_before(witness.when, first))
    ]
    context = weigh_context(older, "")
    groups = regroup(group_witnesses(older, passages), older, book)
    drafts = [_draft(tuple(older[index] for index in group), context, None, book, labels) for group in groups]
    return tuple(sorted(drafts, key=_by_date))


def in_period(witness: Witness, first: date | None, last: date | None) -> bool:
    """Tell whether something may have happened in the period; what has no date may.

    What a report tells ahead of its day ("plans to vaccinate from 1 December") counts on the day of the report.
    """
    when, published = witness.when, witness.report.published
    if when.first is None or when.last is None:
        return True
    begins = when.first.first
    # What is dated by its report does not lie ahead of it, which need not be looked up in the calendar.
    if when.dated_by == "words" and published is not None and begins > published.last:
        return (first is None or published.last >= first) and (last is None or published.first <= last)
    return (last is None or begins <= last) and (first is None or begins >= first or when.last.last >= first)


def passage_id(prefix: str, witness: Witness) -> str:
    """Make an id from the evidence, so that it stays when other reports come or go."""
    digest = hashlib.sha256(f"{witness.report.id}:{witness.start}".encode()).hexdigest()
    return f"{prefix}-{digest[:10]}"


def _ends_before(when: When, first: date) -> bool:
    return when.last is not None and when.last.last < first


def _by_date(draft: Draft) -> tuple[int, str, int]:
    dated = draft.when.dated_by == "words" and draft.when.first is not None
    order = draft.when.first.first.toordinal() if dated and draft.when.first else date.max.toordinal()
    return order, draft.best.report.id, draft.best.start


def _draft(
    members: tuple[Witness, ...],
    context: Context,
    last: date | None,
    book: EditBook,
    labels: Labels,
) -> Draft:
    ordered = _ordered(members, leading_spans(book)) if len(members) > 1 else members
    support, when = judge_support(ordered), _when(ordered)
    score, reasons = rank(ordered, support, when, context, last)
    places = {place.id: place for witness in ordered for place in witness.places}
    return Draft(
        id=passage_id("e", ordered[0]),
        witnesses=ordered,
        support=support,
        when=when,
        places=tuple(places.values()),
        lead=_lead(ordered[0], labels),
        score=score,
        reasons=reasons,
    )


def _ordered(members: tuple[Witness, ...], leading: tuple[Span, ...]) -> tuple[Witness, ...]:
    """Put the witness that is to be printed first: the one that the analyst leads with, else the best."""
    ordered = sorted(members, key=_witness_order)
    return tuple(sorted(ordered, key=lambda item: not touches_any(leading, [item])) if leading else ordered)


def _lead(best: Witness, labels: Labels) -> str:
    named = [place for place in best.places if place.kind in SPECIFIC]
    return name_places(named or [place for place in best.places if place.kind is PlaceKind.COUNTRY][:1], labels)


def name_places(places: Sequence[Place], labels: Labels) -> str:
    """Write the first three places in a row: "Daraa city and province, Homs"."""
    return labels.row(list(dict.fromkeys([place_label(place, places, labels) for place in places]))[:3])


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
    source, text = witness.source, witness.text
    words = count_printed(text)
    points = 0.0
    if source is not None:
        points += 2.0 if not source.party else 1.0
        points += 0.5 if witness.attribution is not None and witness.attribution.named else 0.0
        points += 0.5 if source.kind in _RELIED_ON else 0.0
    points += 1.0 if stands_alone(witness) else -2.0
    points += 1.0 if _names_specific(witness) else 0.0
    points += 0.5 if witness.figures else 0.0
    points -= 2.0 if text.endswith(("...", "…")) else 0.0
    points -= 0.0 if 8 <= words <= 45 else min(2.0, abs(words - (8 if words < 8 else 45)) / 15)
    return -points, witness.report.id, witness.start


def _names_specific(witness: Witness) -> bool:
    """Tell whether a passage names a place that is no whole country, region or water."""
    if not witness.controls:
        return bool(witness.sites)  # which then are these places
    return not SPECIFIC.isdisjoint([place.kind for place in witness.places])


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


def place_label(place: Place, named: Sequence[Place], labels: Labels) -> str:
    """Write "Daraa", "Daraa province", or "Daraa city and province" where both are named; a state needs no word."""
    kinds = {other.kind for other in named if other.name == place.name}
    if place.kind is not PlaceKind.PROVINCE and PlaceKind.PROVINCE not in kinds:
        return place.name
    word = division_word(place)
    if PlaceKind.PROVINCE in kinds and len(kinds) > 1:
        return labels.say("lead-both", name=place.name, division=labels.name("division", word))
    if place.kind is PlaceKind.PROVINCE and word == "province" and word not in place.name.casefold():
        return labels.say("lead-province", name=place.name)
    return place.name


def division_word(place: Place) -> str:
    """Return the English word for what a first-order division of that country is called: "province", "state"."""
    words: dict[str, str] = load_table("division_words")["words"]
    return words.get(place.country or "", "province")


def limited(drafts: Sequence[Draft], limit: int | None) -> tuple[Draft, ...]:
    """Return the first ``limit`` drafts, or all."""
    return tuple(drafts if limit is None else drafts[:limit])
