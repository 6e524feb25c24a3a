"""The manner of a text: news, a summary, a pointer to a picture, a colleague's article, a personal remark."""

import re
from functools import cache, lru_cache

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
    return len(_WORD.findall(text))


def count_digits(text: str) -> int:
    """Count the words of a text that begin with a digit."""
    return len([word for word in _WORD.findall(text) if word[0].isdigit()])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    manner: dict[str, list[str]] = load_table("ranking")["manner"]
    # A pattern that begins with a character is searched faster than one that looks behind.
    return {name: re.compile(rf"\W(?:{'|'.join(words)})(?!\w)") for name, words in manner.items()}


@lru_cache(maxsize=1 << 14)
def _is_personal(word: str) -> bool:
    return _patterns()["first_person"].fullmatch(f" {word}") is not None


def measure_manner(text: str, opening: str) -> dict[str, float]:
    """Measure how a text is worded, by the words of ``data/ranking.toml``; case and spacing make no difference."""
    first = " " + _APOSTROPHE.sub("'", opening.lower())
    words = words_of(text)
    return {
        **{
            name: float(pattern.search(first) is not None)
            for name, pattern in _patterns().items()
            if name != "first_person"
        },
        "first_person": sum(map(_is_personal, words)) / max(1, len(words)),
        "question": float("?" in text),
        "social_post": float("(@" in text or "( @" in text),
    }
