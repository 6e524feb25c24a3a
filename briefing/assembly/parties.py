"""Which side a party is on, as far as its name tells: so that one side is not counted as two originators."""

import re
from functools import cache

from briefing.data.tables import load_table

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def side_word(name: str) -> str:
    """Return "government" or "opposition" where the name of a party tells, else ""."""
    folded = name.casefold()
    for side in ("opposition", "government"):
        if _words(side).search(folded):
            return side
    return ""


def same_party(one: str, two: str) -> bool:
    """Tell whether two names can be those of one party: the same words, one within the other, or one side."""
    first, second = (_ARTICLE.sub("", name).casefold().strip() for name in (one, two))
    if not first or not second:
        return first == second
    if re.search(rf"\b{re.escape(first)}\b", second) or re.search(rf"\b{re.escape(second)}\b", first):
        return True
    return side_word(first) == side_word(second) != ""


@cache
def _words(side: str) -> re.Pattern[str]:
    words: list[str] = load_table("control_words")["sides"][side]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
