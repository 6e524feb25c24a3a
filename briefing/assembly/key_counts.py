"""The figures that a reader asks for first: of each measure the newest count of the event that most reports tell of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.assembly.count_groups import group_counts
from briefing.assembly.counts import COMPARED, Count, find_counts, relate
from briefing.assembly.developments import Draft
from briefing.assembly.figure_conflicts import current_counts, place_of, tolls_of
from briefing.assembly.names import Names
from briefing.assembly.witnesses import Witness, speaker
from briefing.assembly.wording import NO_BREAK, readable
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import ConflictKind, SourceName
from briefing.model.findings import Figure

_MEASURES = ("killed", "injured", "displaced", "missing", "evacuated", "share", "magnitude", "cases")
# Events that no development among the first so many counts are not what the briefing is about.
_FOREMOST = 20
# Below so many developments no count is looked for.
_READ = 300
# "of the votes", "of Daraa province" behind a share, within so many characters.
_OF = re.compile(
    r"of(?: (?:the|its|their|all|his|her))?"
    r"(?: [a-z][\w’'-]+\b|(?: [A-Z][\w’'-]+)+(?: (?:province|city|state|district|region|governorate))?)"
)
_REACH = 60
_NUMBER = re.compile(
    r"\d[\d.,]*(?:\s(?:thousand|million|billion))?(?:\s?(?:-|–|to|and)\s?\d[\d.,]*(?:\s(?:thousand|million|billion))?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCount:
    """One figure with the development that tells it; ``differing`` are the lowest and the highest value in dispute."""

    figure: Figure
    witness: Witness
    draft: Draft
    source: SourceName
    place: str
    differing: tuple[Figure, ...] = ()


def choose_key_counts(all_drafts: Sequence[Draft], country: str, names: Names, labels: Labels) -> Iterator[KeyCount]:
    """Yield one figure for each measure, in the order of the first development that has one.

    What is told of other countries than that of the briefing is left aside.
    """
    drafts = [draft for draft in all_drafts[:_READ] if _at_home(draft, country)]
    draft_of = {witness.key: draft for draft in reversed(drafts) for witness in draft.witnesses}
    seen: set[str] = set()
    for draft in drafts:
        for figure in draft.best.figures:
            if figure.measure not in _MEASURES or figure.measure in seen:
                continue
            if not _is_told(draft.best, figure):
                continue
            seen.add(figure.measure)
            newest = _newest(figure.measure, drafts, draft_of, names, labels) if figure.measure in COMPARED else None
            yield newest or KeyCount(
                figure=figure, witness=draft.best, draft=draft, source=speaker(draft.best), place=draft.lead
            )


def _at_home(draft: Draft, country: str) -> bool:
    countries = {place.country for place in draft.places if place.country}
    return not country or not countries or country in countries


def _is_told(witness: Witness, figure: Figure) -> bool:
    """Tell whether it is said of what a figure is a share, or that the cases counted are of a disease."""
    if figure.measure == "share":
        return bool(share_of(witness, figure))
    return figure.measure != "cases" or "outbreak" in witness.kinds


def share_of(witness: Witness, figure: Figure) -> str:
    """Return the words behind a share that say of what it is one: "of the votes"; "" where none do."""
    match = _OF.match(readable(witness.report.text[figure.end : figure.end + _REACH]))
    return match.group(0) if match else ""


def _newest(
    measure: str, drafts: Sequence[Draft], draft_of: dict[tuple[str, int], Draft], names: Names, labels: Labels
) -> KeyCount | None:
    """Return the newest count of the event that most reports count, None where nothing is counted."""
    foremost = {witness.key for draft in drafts[:_FOREMOST] for witness in draft.witnesses}
    telling = [
        witness
        for draft in drafts
        for witness in draft.witnesses
        if any(figure.measure == measure for figure in witness.figures)
    ]
    counts = [count for count in find_counts(telling, names) if count.figure.measure == measure]
    groups = [group for group in group_counts(counts) if any(count.witness.key in foremost for count in group)]
    if not groups:
        return None
    group = max(groups, key=lambda group: len({count.witness.report.id for count in group}))
    tolls = tolls_of(group) or list(group)
    newest = max(current_counts(tolls), key=_newness)
    against = [count.figure for count in current_counts(tolls) if relate(count, newest) is ConflictKind.DISPUTE]
    ends = sorted([newest.figure, *against], key=lambda figure: figure.value)
    draft = draft_of[newest.witness.key]
    return KeyCount(
        figure=newest.figure,
        witness=newest.witness,
        draft=draft,
        source=newest.source,
        place=(draft.lead if draft.best.key == newest.witness.key else "") or place_of(tolls, labels),
        differing=(ends[0], ends[-1]) if against else (),
    )


def _newness(count: Count) -> tuple[int, bool, float, tuple[str, int]]:
    """Order counts by their day; on one day what a party says comes last, and the higher value is the later one."""
    return count.published, not count.source.party, count.figure.value, count.key


def value_words(witness: Witness, figure: Figure) -> str:
    """Write a figure to be set large: "more than 90 %", "11", "dozens", without the noun that it counts."""
    words = readable(witness.report.quote(figure.start, figure.end))
    qualifier = figure.qualifier.casefold()
    number = _NUMBER.search(words)
    if number is None and (figure.high is not None or figure.unit):
        return qualifier or words
    digits = number.group(0).rstrip(".,") if number else f"{figure.value:,.0f}"
    unit = f"{NO_BREAK}%" if figure.unit == "%" else ""
    vague = any(word in load_table("figure_words")["vague"] for word in qualifier.split())
    return f"{qualifier} {digits}{unit}".strip() if not vague else qualifier
