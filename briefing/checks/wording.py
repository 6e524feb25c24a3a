"""What the analyst's words hold that a passage must bear out: numbers, names, dates, quotations."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from briefing.data.tables import load_table

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_DAY = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[\s\u00a0]+(January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)[\s\u00a0]+(\d{1,2})\b",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"[“\"]([^“”\"]{2,})[”\"]")
_NAME_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:(?:of|the|al|el|de|for|and)\s+)?{_NAME_WORD})*")
_WORD = re.compile(r"[\w’'-]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:][”\"’)]*\s+|[“\"(]\s*)$")


@cache
def _number_words() -> dict[str, int]:
    table: dict[str, int] = load_table("figure_words")["numbers"]
    return {word: value for word, value in table.items() if word != "one"}  # mostly a pronoun


def numbers_in(text: str) -> set[str]:
    """Return the numbers of a text, written in digits or as single words, as plain digits: "4,000" is "4000"."""
    found = {_plain(match.group()) for match in _NUMBER.finditer(text)}
    words = (_number_words().get(word.casefold()) for word in _WORD.findall(text))
    return found | {str(value) for value in words if value is not None}


def _plain(number: str) -> str:
    digits = re.sub(r"[,\u00a0\u202f ](?=\d{3})", "", number).replace(",", ".")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def days_in(text: str) -> set[str]:
    """Return the days of a text that name a month: "7 december"."""
    found = {f"{int(day)} {month.casefold()}" for day, month in _DAY.findall(text)}
    return found | {f"{int(day)} {month.casefold()}" for month, day in _MONTH_FIRST.findall(text)}


def quotations_in(text: str) -> list[str]:
    """Return what stands between quotation marks."""
    return [" ".join(match.group(1).split()) for match in _QUOTATION.finditer(text)]


def names_in(text: str) -> list[str]:
    """Return the capitalised names of a text; a single word at the beginning of a sentence is passed over."""
    found = []
    for match in _NAME.finditer(text):
        words = match.group().split()
        begins = _SENTENCE_START.search(text[: match.start()]) is not None
        kept = words[1:] if begins and len(words) > 1 and words[0].casefold() in _openers() else words
        if kept and not (begins and len(words) == 1):
            found.append(" ".join(kept))
    return found


@cache
def _openers() -> frozenset[str]:
    words: list[str] = load_table("assembly_words")["stop"]
    return frozenset(words) | {"the", "a", "an", "in", "on", "at"}


def folded(text: str) -> str:
    """Return a text in small letters without accents and with plain blanks, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(plain.replace("’", "'").split())


def missing_words(text: str, passages: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """Return the names, numbers, days and quotations of a text that stand in none of the passages, in order.

    ``known`` are words that need no evidence there, such as the names of the places that the passages tell of.
    """
    quotes = tuple(passages)
    whole = folded(" ".join((*quotes, *known)))
    have_numbers = set().union(*(numbers_in(quote) for quote in quotes)) if quotes else set()
    have_days = set().union(*(days_in(quote) for quote in quotes)) if quotes else set()
    days = days_in(text) - have_days - {day for day in days_in(text) if _stands(day, known)}
    undated = _MONTH_FIRST.sub(" ", _DAY.sub(" ", text))
    missing = [f"“{item}”" for item in quotations_in(text) if folded(item) not in whole]
    missing += sorted(days)
    missing += sorted(number for number in numbers_in(undated) - have_numbers if number not in _numbers_of(known))
    missing += [name for name in dict.fromkeys(names_in(undated)) if not _borne_out(name, whole)]
    return missing


def _stands(day: str, known: Iterable[str]) -> bool:
    return any(day in days_in(words) for words in known)


def _numbers_of(known: Iterable[str]) -> set[str]:
    return set().union(*(numbers_in(words) for words in known)) if known else set()


def _borne_out(name: str, whole: str) -> bool:
    """Tell whether a name stands in the passages, or each of its words does; a plural or genitive counts."""

    def stands(words: str) -> bool:
        plain = folded(words).removesuffix("'s").rstrip("'")
        return re.search(rf"(?<!\w){re.escape(plain)}(?:'s|s)?(?!\w)", whole) is not None

    return stands(name) or all(stands(word) for word in name.split() if word[0].isupper())
