"""Which side a party is on, as far as its name tells: so that one side is not counted as two originators."""

import re
from functools import cache, lru_cache

from briefing.data.tables import load_table

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w-]*")  # "anti-Assad rebels" names no Assad
# A name of so many capitals is that of one body ("Free Syrian Army"), not of a side in general.
_PROPER = 3


@lru_cache(maxsize=1 << 14)
def side_word(name: str) -> str:
    """Return "government" or "opposition" where the words for a party tell, else ""; proper names tell nothing."""
    if len(_CAPITAL.findall(name)) >= _PROPER and name[:1].isupper():
        return ""
    folded = name.casefold()
    return next((side for side in ("opposition", "government") if _words(side).search(folded)), "")


def same_side(one: str, two: str) -> bool:
    """Tell whether two parties are of one side: the same kind of words, and no two nations or names that differ."""
    side = side_word(one)
    if not side or side != side_word(two):
        return False
    first, second = ({word.casefold() for word in _CAPITAL.findall(_stripped(name))} for name in (one, two))
    return not first or not second or bool(first & second)


def two_sides(one: str, two: str) -> bool:
    """Tell whether two holders are of two sides: a government and somebody else, or the same kind of two nations."""
    if (side_word(one) == "government") is not (side_word(two) == "government"):
        return True
    if side_word(one) == side_word(two) != "":
        return not same_side(one, two)
    first, second = (set(_CAPITAL.findall(_stripped(name))) for name in (one, two))
    return one.split()[-1:] == two.split()[-1:] and bool(first) and bool(second) and not first & second


@lru_cache(maxsize=1 << 14)
def is_armed(name: str) -> bool:
    """Tell whether a body belongs to those who fight for a government: army, defence ministry, security forces."""
    return _words("armed").search(name.casefold()) is not None


def same_party(one: str, two: str) -> bool:
    """Tell whether two names can be those of one party: the same words, one within the other, or one side."""
    first, second = _stripped(one).casefold(), _stripped(two).casefold()
    if not first or not second:
        return first == second
    if re.search(rf"\b{re.escape(first)}\b", second) or re.search(rf"\b{re.escape(second)}\b", first):
        return True
    return same_side(one, two)


def _stripped(name: str) -> str:
    return _ARTICLE.sub("", name.strip())


@cache
def _words(side: str) -> re.Pattern[str]:
    words: list[str] = load_table("control_words")["sides"][side]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
