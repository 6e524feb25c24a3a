"""Which older facts belong to the matter: those that say since when, and that name its places and people."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from briefing.assembly.developments import Draft
from briefing.assembly.foremost import reads_alone
from briefing.assembly.grouping import main_kind
from briefing.assembly.witnesses import SPECIFIC
from briefing.data.tables import load_table

# So many developments tell what the matter is.
_FOREMOST = 12
# So many times as many as are asked for are looked at closely.
_CANDIDATES = 12
# Shared names beyond this number say no more.
_MOST_SHARED = 2


def choose_background(
    background: Sequence[Draft], drafts: Sequence[Draft], limit: int | None, *, summary: bool = False
) -> tuple[Draft, ...]:
    """Return at most ``limit`` older facts, those that belong to the matter most, in the order in which they were.

    For a ``summary`` only those are taken that are dated, are about the countries of the matter and read by themselves.
    Most are passed over by what costs little to ask, so that many reports take no longer than few.
    """
    if not summary and (limit is None or limit >= len(background)):
        return tuple(background)
    matter = _matter(drafts)
    most = len(background) if limit is None else limit
    rough = [_rough_weight(draft, matter) for draft in background]
    order = sorted(range(len(background)), key=lambda at: (-rough[at], at))[: most * _CANDIDATES]
    if summary:
        order = [at for at in order if _is_summary(background[at], matter)]
    weight = {at: rough[at] + _weight(background[at], matter) for at in order}
    chosen = sorted(order, key=lambda at: (-weight[at], at))[:most]
    return tuple(background[at] for at in sorted(chosen))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """What the first developments are about: their places by id, their countries, names, and kinds of action."""

    places: frozenset[str]
    countries: frozenset[str]
    names: frozenset[str]
    kinds: frozenset[str]


def _matter(drafts: Sequence[Draft]) -> _Matter:
    foremost = drafts[:_FOREMOST]
    places = [place for draft in foremost for place in draft.places if place.kind in SPECIFIC]
    return _Matter(
        places=frozenset(place.id for place in places),
        countries=frozenset(place.country for place in places if place.country),
        names=frozenset(chain.from_iterable(_names(draft.best.text) for draft in foremost)),
        kinds=frozenset(main_kind(draft.best.kinds) for draft in foremost) - {""},
    )


def _is_summary(draft: Draft, matter: _Matter) -> bool:
    """Tell whether an older fact can open a summary: dated, of a country of the matter (or none), read by itself."""
    countries = {place.country for place in draft.places if place.country}
    related = bool(countries & matter.countries) or (not countries and bool(_names(draft.best.text) & matter.names))
    return draft.when.dated_by == "words" and related and reads_alone(draft.best)


def _rough_weight(draft: Draft, matter: _Matter) -> int:
    """Weigh an older fact by its date and places, which are at hand."""
    countries = {place.country for place in draft.places if place.country}
    return (
        2 * (draft.when.dated_by == "words")
        + 2 * bool(countries & matter.countries)
        + min(_MOST_SHARED, sum(place.id in matter.places for place in draft.places))
    )


def _weight(draft: Draft, matter: _Matter) -> int:
    """Weigh an older fact by its words: understood by itself, saying since when, and about what is named and done."""
    text = draft.best.text
    return (
        3 * reads_alone(draft.best)
        + 2 * any(word in f" {text.casefold()} " for word in _origins())
        + min(_MOST_SHARED, len(_names(text) & matter.names))
        + min(_MOST_SHARED, len(draft.best.kinds & matter.kinds))
    )


def _names(text: str) -> set[str]:
    """Return the words with a capital, without the first word, which has one anyway."""
    words = [word.strip(".,;:()“”\"'’") for word in text.split()[1:]]
    return {word.removesuffix("'s").removesuffix("’s") for word in words if word[:1].isupper()}


@cache
def _origins() -> tuple[str, ...]:
    words: list[str] = load_table("assembly_words")["origin"]
    return tuple(f" {word} " for word in words)
