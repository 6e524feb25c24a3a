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
# Shared names beyond this number say no more.
_MOST_SHARED = 2


def choose_background(background: Sequence[Draft], drafts: Sequence[Draft], limit: int | None) -> tuple[Draft, ...]:
    """Return at most ``limit`` older facts, those that belong to the matter most, in the order in which they were."""
    if limit is None or limit >= len(background):
        return tuple(background)
    matter = _matter(drafts)
    order = sorted(range(len(background)), key=lambda at: (-_weight(background[at], matter), at))
    return tuple(background[at] for at in sorted(order[:limit]))


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


def belongs(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether an older fact is about a country that the first developments name, or names none."""
    countries = {place.country for place in draft.places if place.country}
    matter = _matter(drafts)
    return bool(countries & matter.countries) or (not countries and bool(_names(draft.best.text) & matter.names))


def _weight(draft: Draft, matter: _Matter) -> int:
    """Weigh an older fact: understood by itself, dated, saying since when, and about what the developments name."""
    text = draft.best.text
    countries = {place.country for place in draft.places if place.country}
    return (
        3 * reads_alone(draft.best)
        + 2 * (draft.when.dated_by == "words")
        + 2 * any(word in f" {text.casefold()} " for word in _origins())
        + 2 * bool(countries & matter.countries)
        + min(_MOST_SHARED, sum(place.id in matter.places for place in draft.places))
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
