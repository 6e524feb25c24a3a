"""Cities and provinces: what is said of who holds them and of what happened there, and by whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.assembly.developments import Draft, division_word
from briefing.assembly.grouping import HELD, LEFT, is_of_part
from briefing.assembly.parties import same_party, two_sides
from briefing.assembly.scenes import subjects_of
from briefing.assembly.status import Support, count_originators, judge_support, source_words
from briefing.assembly.witnesses import OWN_WORDS, Witness
from briefing.assembly.wording import readable
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import Status, When
from briefing.model.findings import SETTLEMENTS, ControlClaim, ControlRelation, Modality, Place, PlaceKind

_ROWS = SETTLEMENTS | {PlaceKind.PROVINCE}
THREATS = frozenset({ControlRelation.CONTESTS, ControlRelation.BESIEGES, ControlRelation.THREATENS})
_SPEECH = frozenset({"statement", "denial", "warning", "appeal"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """What the control of a place is said to be: one relation, one holder, by one or more witnesses."""

    claim: ControlClaim
    summary: str
    witnesses: tuple[Witness, ...]
    support: Support
    when: When


@dataclass(frozen=True, kw_only=True)
class CityDraft:
    """A row of the table of places before its citations are numbered.

    Who says something of it is asked for again by each section and each printing, and worked out once.
    """

    place: Place
    claims: tuple[ClaimDraft, ...]
    events: tuple[Draft, ...]
    when: When
    status: Status
    disagreement: str

    @cached_property
    def witnesses(self) -> tuple[Witness, ...]:
        """Return all who say something of the place, those of control first."""
        met = {witness.key: witness for claim in self.claims for witness in claim.witnesses}
        others: dict[tuple[str, int], Witness] = {}
        identity = self.place.id
        for event in self.events:
            for witness in event.witnesses:
                for place in witness.places:
                    if place.id == identity:
                        others[witness.key] = witness
                        break
        # of a sentence that tells of control, what it says of control
        return tuple((met | others | met).values())

    @cached_property
    def claimants(self) -> tuple[Witness, ...]:
        """Return those who say something of the control of the place."""
        return tuple(
            witness for witness in self.witnesses if any(claim.place.id == self.place.id for claim in witness.controls)
        )

    @cached_property
    def reports(self) -> int:
        """Return the number of reports that say something of the place."""
        return len({witness.report.id for witness in self.witnesses})

    @cached_property
    def originators(self) -> int:
        """Return the number of independent originators."""
        return count_originators(self.witnesses)


def kind_words(place: Place, labels: Labels) -> str:
    """Say whether a place is a city, a town, a village or a province (or what its country calls one)."""
    if place.kind is PlaceKind.PROVINCE:
        return labels.name("division", division_word(place))
    return labels.name("place", place.kind.value)


def build_cities(drafts: Sequence[Draft], country: str, labels: Labels) -> tuple[CityDraft, ...]:
    """Return a row for each city, town, village and province of which a development tells.

    Rows of the country come first (a place elsewhere that is named once has none), then those with something said of
    control, then by the rank of their first development. Places named only in background or descriptions have none.
    """
    events: dict[str, list[Draft]] = defaultdict(list)
    claims: dict[str, list[tuple[ControlClaim, Witness]]] = defaultdict(list)
    places: dict[str, Place] = {}
    for draft in drafts:
        for witness in draft.witnesses:
            for claim in witness.controls:
                claims[claim.place.id].append((claim, witness))
        for place in _rows_of(draft):
            places[place.id] = place
            events[place.id].append(draft)
    rows = [_city(place, claims[place.id], events[place.id], labels) for place in places.values()]
    rows = [row for row in rows if row.claims or (_is_told_of(row) and (not _elsewhere(row, country) or _is_home(row)))]
    first = {place_id: index for index, place_id in enumerate(places)}
    return tuple(sorted(rows, key=lambda row: (_elsewhere(row, country), not row.claims, first[row.place.id])))


def _rows_of(draft: Draft) -> list[Place]:
    """Return the cities, towns, villages and provinces where a development plays."""
    named = [place for place in draft.places if place.kind in _ROWS]
    unseen = {place.id for place in named}
    for witness in draft.witnesses:
        if not unseen:
            return named
        if not unseen.isdisjoint([place.id for place in witness.places]):
            unseen.difference_update([place.id for place in subjects_of(witness)])
    return [place for place in named if place.id not in unseen]


def _is_told_of(row: CityDraft) -> bool:
    """Tell whether something is said to have happened there, so that the place is not merely named."""
    return any(witness.kinds - _SPEECH for witness in row.witnesses)


def _is_home(row: CityDraft) -> bool:
    """Tell whether a report that tells of a place is mainly about its country."""
    return any(witness.backdrop.home == row.place.country for witness in row.witnesses)


def _elsewhere(row: CityDraft, country: str) -> bool:
    return bool(country) and row.place.country != country


def _city(
    place: Place, said: Sequence[tuple[ControlClaim, Witness]], events: Sequence[Draft], labels: Labels
) -> CityDraft:
    claims = _claims(said, labels)
    dated = [claim.when for claim in claims] or [event.when for event in events]
    when = max(dated, key=_when_order)
    disagreement = _disagreement(claims, labels)
    status = claims[0].support.status if claims else events[0].support.status
    return CityDraft(
        place=place,
        claims=claims,
        events=tuple(events),
        when=when,
        status=Status.CONFLICTING if disagreement else status,
        disagreement=disagreement,
    )


def _claims(said: Sequence[tuple[ControlClaim, Witness]], labels: Labels) -> tuple[ClaimDraft, ...]:
    """Join equal claims of several witnesses: what is asserted first, the latest first, control before threats."""
    groups: dict[tuple[str, str, str, bool], list[tuple[ControlClaim, Witness]]] = defaultdict(list)
    for claim, witness in said:
        holder = " ".join(claim.holder.casefold().split()[-2:])
        groups[claim.relation, claim.modality, holder, is_of_part(claim)].append((claim, witness))
    drafts = []
    for members in groups.values():
        witnesses = tuple({witness.key: witness for _, witness in members}.values())
        claim, told_by = max(members, key=lambda member: (len(member[0].extent), -member[1].start))
        words = told_by.report.quote(claim.start, claim.end)
        support = judge_support(witnesses)
        when = max((witness.when for witness in witnesses), key=_when_order)
        drafts.append(
            ClaimDraft(
                claim=claim,
                summary=control_words(claim, words, labels),
                witnesses=witnesses,
                support=support,
                when=when,
            )
        )
    order = list(ControlRelation)
    return tuple(
        sorted(
            drafts,
            key=lambda draft: (
                draft.claim.modality is not Modality.ASSERTED,
                -_when_order(draft.when)[0],
                order.index(draft.claim.relation),
            ),
        )
    )


def control_words(claim: ControlClaim, words: str, labels: Labels) -> str:
    """Put a control claim in the words of a table cell: "taken by local armed factions (over 80%)".

    ``words`` are those of the claim in its report; an adjective such as "rebel-held", which names nobody, stays one.
    """
    holder, relation = _inside_sentence(readable(claim.holder)), claim.relation.value
    if holder and words.casefold().startswith(tuple(f"{holder.casefold()}{sign}" for sign in "-\u2011")):
        said = readable(words)
    else:
        said = labels.say(f"control-by-{relation}" if holder else f"control-{relation}", holder=holder)
    if claim.modality is Modality.PLANNED:
        said = labels.say(f"control-planned-{relation}", holder=holder or labels.say("control-those-named"))
    elif claim.modality is not Modality.ASSERTED:
        said = labels.say(f"control-{claim.modality.value}", words=said)
    if not claim.extent:
        return said
    return labels.say("in-brackets", words=said, detail=readable(claim.extent).removesuffix(" of"))


def _inside_sentence(holder: str) -> str:
    """Write "local factions" where the report has it at the head of a sentence; names keep their capital."""
    common: list[str] = load_table("control_words")["sides"]["common"]
    first = holder.split(" ", 1)[0].casefold()
    return holder[:1].lower() + holder[1:] if first in common else holder


def said_by(claim: ClaimDraft, labels: Labels) -> str:
    """Name who makes a claim of control: its sources, or the reports that say it in their own voice."""
    return "; ".join(sayers_of(claim, labels))


def sayers_of(claim: ClaimDraft, labels: Labels) -> tuple[str, ...]:
    """Return the names of those who make a claim of control, the first met first."""
    if claim.support.sources:
        return tuple(source_words(source, labels) for source in claim.support.sources)
    return claim.support.publishers or (labels.say("own-words"),)


def _when_order(when: When) -> tuple[int, bool]:
    """Order by the last day; what is known only to the month or year does not pass for its last day."""
    if when.first is None or when.last is None:
        return 0, False
    day = when.last.last if when.last.day else when.first.first
    return day.toordinal(), when.dated_by == "words"


def _disagreement(claims: Sequence[ClaimDraft], labels: Labels) -> str:
    """Say who disagrees: one holds what another holds, or what one says another denies."""
    standing = [claim for claim in claims if claim.claim.modality is Modality.ASSERTED]
    denied = [claim for claim in claims if claim.claim.modality in {Modality.DENIED, Modality.NEGATED}]
    for claim in denied:
        against = [other for other in standing if _is_denied(other, claim)]
        if against and _differ(claim, against[0]):
            return _against(against[0], claim, labels)
    for index, claim in enumerate(standing):
        for other in standing[index + 1 :]:
            if _opposed(claim.claim, other.claim) and _differ(claim, other) and _same_day(claim, other):
                return _against(claim, other, labels)
    return ""


def _against(one: ClaimDraft, two: ClaimDraft, labels: Labels) -> str:
    return "; ".join(labels.say("said-by", source=said_by(claim, labels), words=claim.summary) for claim in (one, two))


def _is_denied(said: ClaimDraft, denied: ClaimDraft) -> bool:
    """Tell whether a denial is of what is said: of the same relation, or that a place was lost which others took.

    Who denies that a place was taken denies that those hold it who are said to; where the denial names nobody, they are
    of another side than whoever denies.
    """
    one, two = said.claim, denied.claim
    if one.relation is two.relation or (one.relation in HELD and two.relation in LEFT):
        return True
    if one.relation not in HELD or two.relation not in HELD or is_of_part(one):
        return False
    if two.holder:
        return same_party(one.holder, two.holder)
    return bool(one.holder) and any(two_sides(one.holder, name) for name, _ in _sayers(denied))


def _opposed(one: ControlClaim, two: ControlClaim) -> bool:
    """Tell whether two claims cannot both be right.

    Two names for holders may be one side ("factions", "the opposition"), so only those whose words tell two sides or
    two nations are taken for two; otherwise a place is held and left by the very same holder.
    """
    if not one.holder or not two.holder or is_of_part(one) or is_of_part(two):
        return False
    if one.relation in HELD and two.relation in HELD:
        return two_sides(one.holder, two.holder) and ControlRelation.HOLDS in {one.relation, two.relation}
    one_has, two_has = one.relation in HELD, two.relation in HELD
    gone = {one.relation, two.relation} & LEFT
    return one_has is not two_has and bool(gone) and one.holder.casefold() == two.holder.casefold()


def _differ(one: ClaimDraft, two: ClaimDraft) -> bool:
    return not _sayers(one) & _sayers(two)


def _sayers(claim: ClaimDraft) -> set[tuple[str, str]]:
    """Return who makes a claim, each originator with the carrier; reports without a publisher are one."""
    told = {(source.originator, source.carrier) for source in claim.support.sources}
    return told or {(publisher, "") for publisher in claim.support.publishers} or {(OWN_WORDS, "")}


def _same_day(one: ClaimDraft, two: ClaimDraft) -> bool:
    return abs(_when_order(one.when)[0] - _when_order(two.when)[0]) <= 1


def latest_words(row: CityDraft, numbers: Mapping[str, int], labels: Labels, *, contested: bool) -> str:
    """Say the latest that is told of a place: of control, or which developments tell of it.

    Where control is spoken of at all (``contested``), a row without a claim says so.
    """
    if row.claims:
        return "; ".join(dict.fromkeys(claim.summary for claim in row.claims[:3]))
    done = [frozenset().union(*(witness.kinds for witness in event.witnesses)) - _SPEECH for event in row.events]
    kinds = [labels.name("action", kind) for event in done for kind in sorted(event)]
    told = labels.row(list(dict.fromkeys(kinds))[:3]) or labels.say("only-named")
    known = [numbers[event.id] for event in row.events if event.id in numbers]
    if known:
        told = labels.say("in-developments", number=len(known), told=told, list=labels.row(list(map(str, known[:3]))))
    return labels.say("control-unsaid", told=told) if contested else told
