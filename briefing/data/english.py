"""Whether the words of a text are English, told by its small words alone."""

import re
from functools import cache

from briefing.data.tables import load_table

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 5


def is_english(text: str) -> bool:
    """Tell whether the words at the beginning of ``text`` are English: names and figures mislead other recognisers."""
    telling, share, longest = _small_words()
    words = _WORD.findall(text[:longest].lower())
    return len(words) >= _FEWEST and sum(word in telling for word in words) >= share * len(words)


@cache
def _small_words() -> tuple[frozenset[str], float, int]:
    english = load_table("languages")["english"]
    return frozenset(english["words"]), float(english["share"]), int(english["longest"])
