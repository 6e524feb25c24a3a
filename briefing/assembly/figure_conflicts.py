"""Figures for one event that differ: disputes, updates, and figures that can all be right."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from briefing.assembly.count_groups import group_counts
from briefing.assembly.counts import Count, counts_same_thing, find_counts, is_equal, relate
from briefing.assembly.developments import Draft, extents_differ, place_label
from briefing.assembly.differences import ConflictDraft, SideDraft, name_of, sayer_of, side_of
from briefing.assembly.names import Names
from briefing.assembly.witnesses import Witness
from briefing.assembly.wording import capital, readable
from briefing.data.labels import Labels
from briefing.model.briefing import ConflictKind
from briefing.model.findings import Figure, PlaceKind

# More values than this are shown by their lower and upper ends.
_SIDES = 6
# A count by the way in a report that gives a toll more than so many times as high is a part of it.
_PART = 3.0
# In a group of more counts than this each is compared with a sample of them.
_CROWD = 200


def figure_conflicts(witnesses: Iterable[Witness], names: Names, labels: Labels) -> list[ConflictDraft]:
    """Return the differing figures of each event, the disputes and the updates of one event as two items."""
    found = []
    for group in group_counts(find_counts(witnesses, names)):
        if len({(count.figure.value, count.figure.high) for count in group}) == 1:
            continue  # nothing differs
        tolls = tolls_of(group)
        said = _by_speaker(tolls)
        updates = _updates(said, tolls)
        current = [own[-1] for own in said.values()]
        disputed = _disputed(current)
        if disputed:
            found.append(_conflict(ConflictKind.DISPUTE, disputed, tolls, labels))
        found.extend(_conflict(ConflictKind.UPDATE, changed, tolls, labels) for changed in updates)
        if not disputed and not updates and (other := _differing(current)):
            found.append(_conflict(_weakest(other), other, tolls, labels))
    return found


def tolls_of(group: Sequence[Count]) -> list[Count]:
    """Leave out what a report counts beside its toll: parts of it, and events that it sets apart."""
    highest: dict[str, float] = defaultdict(float)
    for count in group:
        report = count.witness.report.id
        highest[report] = max(highest[report], count.figure.value)
    anchor, apart = _anchor(group)
    values: dict[tuple[float, float | None, str], list[Figure]] = defaultdict(list)
    for count in group:
        values[count.figure.value, count.figure.high, count.figure.qualifier].append(count.figure)
    return [
        count
        for count in group
        if not count.occurrence.separate
        and (is_equal(count.figure, anchor.figure) or count not in apart or _restates(count.figure, values.values()))
        and (count.figure.value * _PART >= highest[count.witness.report.id] or _is_named(count))
    ]


def _anchor(group: Sequence[Count]) -> tuple[Count, frozenset[Count]]:
    """Return the first of the counts that are linked with most of the others, and those that it is not linked with.

    Of a crowd, it is linked with most of a sample.
    """
    sample = group[:: len(group) // _CROWD + 1]
    anchor, fewest = group[0], [*sample, group[0]]
    for one in group:
        missing: list[Count] = []
        for two in sample:
            if not counts_same_thing(one, two):
                missing.append(two)
                if len(missing) == len(fewest):
                    break  # it is linked with no more than an earlier one
        else:
            anchor, fewest = one, missing
        if not fewest:
            break
    if len(sample) < len(group):
        fewest = [count for count in group if not counts_same_thing(anchor, count)]
    return anchor, frozenset(fewest)


def _restates(figure: Figure, values: Iterable[Sequence[Figure]]) -> bool:
    """Tell whether a number is given in another passage, too; ``values`` are all figures, the same ones together."""
    return sum(len(figures) for figures in values if is_equal(figure, figures[0])) > 1


def _is_named(count: Count) -> bool:
    """Tell whether a named source gives a count without naming a place of its own: a rival toll, not a part."""
    attribution = count.witness.attribution
    return attribution is not None and attribution.named and not count.occurrence.placed


def _by_time(counts: Sequence[Count]) -> list[Count]:
    return sorted(counts, key=lambda count: (count.published, count.figure.value, count.key))


def _by_speaker(tolls: Sequence[Count]) -> dict[str, list[Count]]:
    """Return what each source says, in time."""
    said: dict[str, list[Count]] = defaultdict(list)
    for count in _by_time(tolls):
        said[sayer_of(count.source, count.witness)].append(count)
    return said


def _updates(said: Mapping[str, Sequence[Count]], tolls: Sequence[Count]) -> list[list[Count]]:
    """Return first and last figure of each source that has changed its own, else of a count that grew over the days."""
    changed = [[own[0], own[-1]] for own in said.values() if relate(own[0], own[-1]) is ConflictKind.UPDATE]
    if changed:
        return changed
    ordered = _by_time(tolls)
    ends = [ordered[0], ordered[-1]] if ordered else []
    grown = bool(ends) and ends[0].published < ends[-1].published and _grows(ordered)
    return [ends] if grown and relate(*ends) is ConflictKind.UPDATE else []


def _grows(ordered: Sequence[Count]) -> bool:
    """Tell whether no later day gives a lower figure than an earlier one."""
    highest = 0.0
    for index, later in enumerate(ordered):
        if later.figure.value < highest and any(
            one.published < later.published
            and one.figure.value > later.figure.value
            and not is_equal(one.figure, later.figure)
            for one in ordered[:index]
        ):
            return False
        highest = max(highest, later.figure.value)
    return True


def current_counts(tolls: Sequence[Count]) -> list[Count]:
    """Return the last figure of each source, without those that a later report of a grown count has overtaken."""
    return [own[-1] for own in _by_speaker(tolls).values()]


def _disputed(current: Sequence[Count]) -> list[Count]:
    """Return the figures of different sources that cannot both be right, the lowest first, each value once."""
    against = [
        count
        for count in current
        if any(relate(count, other) is ConflictKind.DISPUTE for other in current if other is not count)
    ]
    return _each_value(against)


def _differing(current: Sequence[Count]) -> list[Count]:
    values = _each_value(current)
    return values if len(values) > 1 else []


def _each_value(counts: Sequence[Count]) -> list[Count]:
    values: dict[tuple[float, float | None], Count] = {}
    for count in sorted(counts, key=lambda count: (count.figure.value, count.source.party, count.key)):
        values.setdefault((count.figure.value, count.figure.high), count)
    return list(values.values())


def _weakest(counts: Sequence[Count]) -> ConflictKind:
    kinds = {relate(one, two) for one, two in combinations(counts, 2)}
    return ConflictKind.UPDATE if ConflictKind.UPDATE in kinds else ConflictKind.COMPATIBLE


def _conflict(kind: ConflictKind, sides: Sequence[Count], tolls: Sequence[Count], labels: Labels) -> ConflictDraft:
    shown = sides if len(sides) <= _SIDES else [*sides[: _SIDES // 2], *sides[-_SIDES // 2 :]]
    first = shown[0]
    place = place_of(tolls, labels)
    measure = capital(labels.name("count", first.figure.measure))
    counted = labels.say("in-brackets", words=measure, detail=first.counted) if first.counted else measure
    return ConflictDraft(
        id=f"c-{kind.name.lower()}-{first.figure.measure}-{first.witness.report.id}-{first.figure.start}",
        kind=kind,
        subject=labels.say("what-where", what=counted, where=place) if place else counted,
        explanation=_explanation(kind, sides, labels),
        sides=tuple(
            SideDraft(
                value=figure_words(count.witness, count.figure),
                witness=count.witness,
                source=count.source,
                figure=count.figure,
            )
            for count in shown
        ),
        involved=frozenset(count.witness.key for count in _involved(kind, sides, tolls)),
    )


def _involved(kind: ConflictKind, sides: Sequence[Count], tolls: Sequence[Count]) -> list[Count]:
    """Return the counts that a conflict is about; what a later count only replaces is not disputed by it."""
    if kind is not ConflictKind.DISPUTE:
        return list(sides)
    return [
        count
        for count in tolls
        if any(is_equal(count.figure, side.figure) or relate(count, side) is kind for side in sides)
    ]


def place_of(tolls: Sequence[Count], labels: Labels) -> str:
    """Name the place that most of the passages name, the nearest kind first."""
    named: dict[str, int] = defaultdict(int)
    label: dict[str, str] = {}
    for count in tolls:
        for place in count.occurrence.places:
            named[place.id] += 2 if count.occurrence.placed else 1
            label[place.id] = place_label(place, (), labels) if place.kind is PlaceKind.PROVINCE else place.name
    return label[max(named, key=lambda place: (named[place], place))] if named else ""


def _explanation(kind: ConflictKind, sides: Sequence[Count], labels: Labels) -> str:
    speakers = _named(sides, labels)
    if kind is ConflictKind.COMPATIBLE:
        return labels.say("can-all-be-right")
    if kind is ConflictKind.UPDATE:
        if len(speakers) > 1:
            return labels.say("has-grown")
        lowered = sides[-1].figure.value < sides[0].figure.value
        return labels.say("has-lowered" if lowered else "has-replaced", source=speakers[0])
    if len(speakers) == 1:
        return labels.say("one-source-differs")
    parties = _named([count for count in sides if count.source.party], labels)
    differ = labels.say("cannot-all-be-right", sources=labels.join(speakers))
    stake = labels.say("are-parties", number=len(parties), sources=labels.join(parties)) if parties else ""
    return f"{differ} {stake}".strip()


def _named(counts: Sequence[Count], labels: Labels) -> list[str]:
    return list(dict.fromkeys(name_of(count.source, count.witness, labels) for count in counts))


def figure_words(witness: Witness, figure: Figure) -> str:
    """Return the words of a figure with its qualifier as the report has them."""
    return readable(witness.report.quote(figure.start, figure.end))


def differing_precision(drafts: Sequence[Draft], labels: Labels) -> list[ConflictDraft]:
    """Return the shares that one development is given with differing precision ("most of" and "over 80%")."""
    found = []
    for draft in drafts:
        sides = extents_differ(draft)
        if len(sides) < 2:
            continue
        found.append(
            ConflictDraft(
                id=f"c-extent-{draft.id}",
                kind=ConflictKind.PRECISION,
                subject=labels.say("extent-of-control", place=draft.lead or labels.say("place-not-named")),
                explanation=labels.say("precision-differs"),
                sides=tuple(side_of(witness, figure_words(witness, figure)) for witness, figure in sides),
            )
        )
    return found
