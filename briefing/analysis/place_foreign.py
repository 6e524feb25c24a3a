"""What stands before the name of a place in other languages than English, and how they call large cities."""

from collections.abc import Sequence
from functools import cache

from briefing.analysis.gazetteer import FAMOUS_FROM
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.analysis.place_words import PlaceWords
from briefing.data.tables import load_table
from briefing.model.findings import PlaceKind

_KINDS = {"city": PlaceKind.CITY, "province": PlaceKind.PROVINCE}
_KNOWN_FROM = 50_000  # inhabitants
_SHORTEST = 5  # letters of the other name of a city; shorter ones are often words


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_table("languages")["places"].items()}


def weigh_foreign(
    candidates: Sequence[Candidate], paragraphs: Sequence[ParagraphWords], language: str, words: PlaceWords
) -> None:
    """Add the evidence that the English cues cannot give: "en Beirut", "la ciudad de Homs", "Alepo" for Aleppo."""
    for candidate in candidates:
        if candidate.person or candidate.part_of_body or candidate.abbreviated:
            continue
        _weigh_before(candidate, paragraphs[candidate.paragraph])
        _weigh_capital(candidate, paragraphs[candidate.paragraph], language, words)
        large = any(sense.rank == 1 and sense.place.population > FAMOUS_FROM for sense in candidate.senses)
        if large and len(candidate.key) >= _SHORTEST:
            candidate.add(0.5, "the name of a large city in another language")


def _weigh_before(candidate: Candidate, p: ParagraphWords) -> None:
    index = candidate.first
    if not p.joined(index):
        return
    word, words = p.word(index - 1), _words()
    noun = p.word(index - 2).lower() if word in words["links"] else word.lower()
    kind = next((kind for name, kind in _KINDS.items() if noun in words[name]), None)
    if kind is not None:
        candidate.cue = candidate.cue or kind
        candidate.add(1.5, f"“{noun}” before it")
    elif word in words["before"] and not any("before it" in reason for reason in candidate.why):
        candidate.add(1.0, f"“{word}” before it")


def _weigh_capital(candidate: Candidate, p: ParagraphWords, language: str, words: PlaceWords) -> None:
    """Count a capital for less: it may be that of a common noun ("Lehre") or of a sentence whose words are unknown."""
    if not candidate.single or candidate.wide or not "A" <= p.words[candidate.first][0] <= "Z":
        return
    nouns = language.casefold().split("-")[0] in words.noun_capitals
    if nouns and p.gap(candidate.first) == " " and p.word(candidate.first - 1).lower() in words.foreign_articles:
        candidate.add(-4.0)
    if candidate.cue or any("before it" in reason for reason in candidate.why):
        return
    if max((sense.place.population for sense in candidate.senses), default=0) < _KNOWN_FROM:
        candidate.add(-2.0 if nouns else -1.0)
    if p.begins_sentence(candidate.first):
        candidate.add(-0.5)
