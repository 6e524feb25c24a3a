"""Which developments stand for all: one of each topic, by rank, each to be understood and not misread by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.assembly.conflicts import find_opposition
from briefing.assembly.developments import Draft
from briefing.assembly.differences import ConflictDraft, SideDraft, last_day
from briefing.assembly.grouping import PEOPLE, main_kind
from briefing.assembly.witnesses import SPECIFIC, Witness, stands_alone
from briefing.assembly.wording import readable
from briefing.data.tables import load_table
from briefing.model.briefing import ConflictKind

# A pronoun, or a word such as "those", among so many first words can only point to the sentence before.
_PRONOUN_WITHIN, _DEMONSTRATIVE_WITHIN = 6, 8
_MARKS = ".,;:“”\"'’"
# What was said so many days before the newest word has been overtaken by it.
_CURRENT = 1
# More values than this are too many beside one sentence.
_SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """What other originators say against a development: that they deny it, or the values that they give."""

    denied: bool
    sides: tuple[SideDraft, ...]


def one_of_each_topic(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the developments that can stand alone, by rank, leaving out those whose topic stands above already.

    A topic is what is done at a place, or a count of people in a province. What names no place is about its country.
    """
    near: set[tuple[str, str]] = set()
    wide: set[tuple[str, str]] = set()
    for draft in drafts:
        best = draft.best
        if not reads_alone(best):
            continue
        placed, countries = _topics(draft)
        if placed & near or countries & wide or (not placed and countries & _widened(near)):
            continue
        near |= placed
        wide |= set() if placed else countries
        yield draft


def _topics(draft: Draft) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the topics of a development by place, each key beginning with its country, and those by country."""
    best = draft.best
    places = [place for place in best.places if place.kind in SPECIFIC]
    kind = topic_of(main_kind(best.kinds))
    tolls = {figure.measure for figure in best.figures if figure.measure in PEOPLE}
    near = {(f"{place.country}/{place.id}", kind) for place in places}
    near |= {(f"{place.country}/{place.division}", toll) for place in places for toll in tolls}
    wide = {(place.country or "", what) for place in best.places for what in {kind, *tolls}}
    return near, wide or {("", what) for what in {kind, *tolls}}


def _widened(near: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the topics by country that are covered by those of its places."""
    return {(place.split("/", 1)[0], what) for place, what in near} | {("", what) for _, what in near}


def topic_of(kind: str) -> str:
    """Take the kinds of action by which a place changes hands for one topic."""
    control: list[str] = load_table("assembly_words")["topic_control"]
    return "control" if kind in control else kind


def reads_alone(witness: Witness) -> bool:
    """Tell whether a passage can be understood by itself: no word in its beginning points to the sentence before.

    "For many of them its name recalls ..." leans on it like "Its name recalls ...".
    """
    words = [word.strip(_MARKS) for word in witness.text.casefold().split()[:_DEMONSTRATIVE_WITHIN]]
    opening, pointing, demonstrative = (_words_of(kind) for kind in ("opening", "pointing", "demonstrative"))
    leans = bool(words) and words[0] in opening and any(word in pointing for word in words[:_PRONOUN_WITHIN])
    leans = leans or _means_nobody_here(witness)
    return stands_alone(witness) and not leans and not any(word in demonstrative for word in words)


def _means_nobody_here(witness: Witness) -> bool:
    """Tell whether "their" in the beginning can mean nobody named before it: "Hama remained in their hands"."""
    words = [word.strip(_MARKS) for word in witness.text.split()[:_PRONOUN_WITHIN]]
    plural, determiners = _words_of("plural_pronouns"), _words_of("determiners")
    at = next((at for at, word in enumerate(words) if word.casefold() in plural), 0)
    places = {word for place in witness.places for word in place.name.split()}
    before = [word for word in words[:at] if word not in places]
    named = any(word[:1].isupper() or word.endswith("s") or word.casefold() in determiners for word in before)
    return at > 0 and not named


@cache
def _words_of(kind: str) -> frozenset[str]:
    return frozenset(load_table("assembly_words")[kind])


def opposition_to(draft: Draft, conflicts: Sequence[ConflictDraft]) -> Opposition | None:
    """Return what other originators say against a development, the newest first, None where nothing is said."""
    found = find_opposition(draft, conflicts)
    if found is None:
        return None
    conflict, sides_taken = found
    against = [side for side in sides_taken if _is_of(side, draft.best)]
    denied = conflict.kind is ConflictKind.DENIAL
    newest = max((last_day(side.witness) for side in against), default=0)
    current = [side for side in against if last_day(side.witness) >= newest - _CURRENT]
    newest_last = sorted(current, key=lambda side: last_day(side.witness))
    distinct = {side.source.originator if denied else side.value: side for side in newest_last}
    sides = tuple(reversed(distinct.values()))
    return Opposition(denied=denied, sides=sides[:_SIDES]) if sides else None


def _is_of(side: SideDraft, printed: Witness) -> bool:
    """Tell whether a side is about what is printed: a toll of the dead says nothing against a count of the missing."""
    measures = {
        figure.measure
        for figure in side.witness.figures
        if readable(side.witness.report.quote(figure.start, figure.end)) == side.value
    }
    return not measures or bool(measures & {figure.measure for figure in printed.figures})
