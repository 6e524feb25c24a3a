"""The manner of a text: news, a summary, a pointer to a picture, a colleague's article, a personal remark."""

import re
from functools import cache

from briefing.data.tables import load_table

_WORD = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")
_APOSTROPHE = re.compile(r" ?[’'] ?")


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case; "5,693" and "cease-fire" are one word each."""
    words: list[str] = []
    for piece in text.lower().split():
        if piece.isalnum():  # as most are, so that they need not be searched
            words.append(piece)
        else:
            words += _WORD.findall(piece)
    return words


def count_words_of(text: str) -> int:
    """Count the words of a text."""
    return sum(1 for _ in _WORD.finditer(text))


def count_digits(text: str) -> int:
    """Count the words of a text that begin with a digit."""
    return sum(1 for word in _WORD.finditer(text) if word.group()[0].isdigit())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    manner: dict[str, list[str]] = load_table("ranking")["manner"]
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") for name, words in manner.items()}


def measure_manner(text: str, opening: str) -> dict[str, float]:
    """Measure how a text is worded, by the words of ``data/ranking.toml``; case and spacing make no difference."""
    patterns, first = _patterns(), _APOSTROPHE.sub("'", opening.lower())
    personal = patterns["first_person"]
    words = words_of(text)
    return {
        **{
            name: float(pattern.search(first) is not None)
            for name, pattern in patterns.items()
            if pattern is not personal
        },
        "first_person": sum(personal.fullmatch(word) is not None for word in words) / max(1, len(words)),
        "question": float("?" in text),
        "social_post": float("(@" in text or "( @" in text),
    }
