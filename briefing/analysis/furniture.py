"""Recognises what is no statement: bylines, credits, links and notices, and headlines inside the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.openings import CLOCKED
from briefing.analysis.phrases import is_verb
from briefing.analysis.tokens import Token, tokenise
from briefing.analysis.worded_patterns import WordedPatterns, build_worded, split_words, words_of_sentences
from briefing.data.tables import load_table
from briefing.model.findings import Sentence
from briefing.model.report import Paragraph, ParagraphKind, Report

_LONGEST = 400
_SHORT = 160
_STAMPED = 16
_TINY = 30
_FEW_WORDS = 12
_RUN_IN = 2
_FINAL = re.compile(r"[.!?…:][\"'’”»)\]]*(?:\s*\([^()]{2,60}\))*$")  # "... rises to 16. (NBC)"
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_MARKS = " \t\u00a0*»«>•·-–—|[(“”\"'‘’_#▶►:"
_MARKS_ONLY = re.compile(r"[\W_]*$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of furniture.toml; ``opening`` are those that begin with two letters, by these, the others by ""."""

    opening: dict[str, re.Pattern[str]]
    stamps: re.Pattern[str]
    anywhere: WordedPatterns
    bylines: re.Pattern[str]
    headline_verbs: frozenset[str]
    small: frozenset[str]
    openers: frozenset[str]
    longest: int


@cache
def _patterns() -> _Patterns:
    table = load_table("furniture")
    furniture, headline = table["furniture"], table["headline"]
    return _Patterns(
        opening=_by_first_letters(furniture["opening"]),
        stamps=re.compile(rf"[\W_]{{0,4}}(?:{'|'.join(furniture['stamps'])})(?!\w)", re.IGNORECASE),
        anywhere=build_worded(furniture["anywhere"]),
        bylines=re.compile(r"(?:" + "|".join(furniture["bylines"]) + r")(?: \([^)]{1,40}\))?\W*$"),
        headline_verbs=frozenset(headline["verbs"]),
        small=frozenset(headline["small"]),
        openers=frozenset(headline["openers"]),
        longest=headline["longest_words"],
    )


def _by_first_letters(patterns: list[str]) -> dict[str, re.Pattern[str]]:
    """Sort patterns by the letters that they must begin with, so that few are tried on each sentence."""
    groups: dict[str, list[str]] = {"": []}
    for pattern in patterns:
        letters = re.match(r"[a-z]{3,}", pattern)
        groups.setdefault(letters.group()[:2] if letters else "", []).append(pattern)
    return {
        key: re.compile(rf"[\W_]{{0,4}}(?:{'|'.join(group)})(?!\w)", re.IGNORECASE) for key, group in groups.items()
    }


def furniture_reason(words: str, known: frozenset[str] | None = None) -> str | None:
    """Tell in words why a sentence is furniture of the page, or None when it is not.

    ``known`` are the words that split_words finds in it, where they were found before.
    """
    if _MARKS_ONLY.match(words):
        return "holds no words"
    if _is_notice(words, split_words(words) if known is None else known):
        return "a notice, credit or link of the page"
    if len(words) < _TINY and len(words.split()) <= 2 and not words.isupper() and not _FINAL.search(words):
        return "too short to say anything"
    bylines = _patterns().bylines
    if len(words) <= _SHORT and (bylines.match(words) or bylines.match(words[:1].lower() + words[1:])):
        return "a byline or credit"
    return None


def _is_notice(words: str, known: frozenset[str]) -> bool:
    hour = CLOCKED.match(words)
    words = words[hour.end() :] if hour is not None else words
    head = words[:_LONGEST]
    opening = _patterns().opening
    # A page pasted without line breaks runs its stamp into the first sentence of the news, which is long.
    if len(words.split()) <= _STAMPED and _patterns().stamps.match(head):
        return True
    letters = head.lstrip(_MARKS)[:2].lower()
    if opening[""].match(head) or (letters in opening and opening[letters].match(head)):
        return True
    if "://" in head or "www." in head:
        bare, links = _LINK.subn("", head)
        if links and len(bare.split()) <= _FEW_WORDS:
            return True
    return len(words) <= _LONGEST and _patterns().anywhere.search(head, known) is not None


def find_furniture(
    report: Report, sentences: Sequence[Sentence], words: Sequence[frozenset[str]] | None = None
) -> tuple[str | None, ...]:
    """Tell of each sentence in words why it is furniture of the page, or None; ``words`` are those of each sentence."""
    known = words if words is not None else words_of_sentences(report.text, sentences)
    return tuple(
        furniture_reason(report.text[sentence.start : sentence.end], here)
        for sentence, here in zip(sentences, known, strict=True)
    )


def headline_reason(words: str, paragraph: Paragraph, *, alone: bool, first: bool = True) -> str | None:
    """Tell in words why a sentence is a headline or heading, or None when it is not.

    ``alone`` says that it is the only sentence of its paragraph, ``first`` that it is the first.
    """
    if paragraph.kind is ParagraphKind.HEADING:
        return "a heading of the report"
    if first and not alone and _is_run_in(words):
        return "a heading run into its paragraph"
    prose = paragraph.kind is ParagraphKind.TABLE or _FINAL.search(words) or len(words) > _LONGEST
    return None if prose or not alone else _title_reason(words, listed=paragraph.kind is ParagraphKind.LIST_ITEM)


def _title_reason(words: str, *, listed: bool) -> str | None:
    """Judge a line without a full stop; an item of a list needs no verb to be a statement."""
    tokens = [token for token in tokenise(words, 0, len(words)) if token.is_word]
    if not 0 < len(tokens) <= _patterns().longest:
        return None
    if _is_title_case([token.text for token in tokens]):
        return "a short line in title case without a full stop"
    if tokens[0].lower in _patterns().openers:
        return "a short line that asks or announces, without a full stop"
    return None if listed or _has_verb(tokens) else "a short line without a verb and without a full stop"


def _is_run_in(words: str) -> bool:
    """Tell whether a sentence is a heading such as "Displacement." at the beginning of a paragraph."""
    parts = words.rstrip(".").split()
    plain = len(parts) <= _RUN_IN and words.endswith(".") and words[0].isupper()
    return (
        plain and not any(character.isdigit() for character in words) and not _has_verb(tokenise(words, 0, len(words)))
    )


def _has_verb(tokens: Sequence[Token]) -> bool:
    verbs = _patterns().headline_verbs
    return any(token.lower in verbs or (index > 0 and is_verb(token)) for index, token in enumerate(tokens))


def _is_title_case(words: list[str]) -> bool:
    large = [word for word in words if word.lower() not in _patterns().small and word[0].isalpha()]
    return len(large) >= 3 and all(word[0].isupper() for word in large)
