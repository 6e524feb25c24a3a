"""Tells the names that stand for something else: governments ("Baku accused"), companies ("Moody's cut"), ships."""

from dataclasses import replace

from briefing.analysis.gazetteer import Gazetteer, Sense
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.analysis.place_words import PlaceWords

_NOT_MEANT = -4.0  # points that no other evidence makes good


def weigh_subject(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> None:
    """Mark a capital that speaks or acts as a government, and sink the names of companies and ships."""
    if _is_ship(candidate, p, words) or _is_company(candidate, p, words):
        candidate.person = True
        candidate.add(_NOT_MEANT)
    elif any(sense.capital for sense in candidate.senses) and _is_subject(candidate, p, words):
        name = p.words[candidate.first] in words.first_names
        # "Sofia said" is a person as often as not.
        candidate.government = _acts(
            candidate, p, words.government_verbs - words.says if name else words.government_verbs, words
        )


def _is_ship(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> bool:
    if candidate.country:
        return False  # "the tanker Iran seized"
    return p.word(candidate.first - 1) in words.vessels and p.gap(candidate.first).strip(" \"“‘'") == ""


def _is_company(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> bool:
    """Tell whether a finite verb follows the possessive of the name, which no place can have."""
    possessive = p.gap(candidate.last + 1) in {"’s ", "'s "}
    return possessive and not candidate.wide and p.word(candidate.last + 1) in words.company_verbs


def _is_subject(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> bool:
    """Tell whether a clause begins with the name: "talks in Baku agreed" are no words of the government."""
    index = candidate.first
    before = p.word(index - 1)
    if p.begins_sentence(index) or before in words.before_subject:
        return True
    # "On Monday, Baku", but not "in Ganja, Baku".
    return "," in p.gap(index) and (not before[:1].isupper() or before in words.never)


def _acts(candidate: Candidate, p: ParagraphWords, verbs: frozenset[str], words: PlaceWords) -> bool:
    """Tell whether a verb of a government follows, with no more than an auxiliary or an adverb before it."""
    index = candidate.last + 1
    relative = p.gap(index) == ", " and p.word(index) == "which"
    if p.gap(index) != " " and not relative:
        return False
    while p.word(index) in words.auxiliaries or (p.word(index).islower() and p.word(index).endswith("ly")):
        index += 1
        if index > candidate.last + 4 or p.gap(index) != " ":
            return False
    return p.word(index) in verbs


def government_sense(candidate: Candidate, sense: Sense | None, gazetteer: Gazetteer) -> Sense | None:
    """Return the country for a capital that stands for its government, else the sense itself.

    A statement or a step of "Baku" concerns Azerbaijan and no street of the city; as a country it still tells what the
    report is about, and the city is not counted as named.
    """
    if sense is None or not candidate.government:
        return sense
    country = sense.place.country
    if country is None or not any(other.capital and other.place.country == country for other in candidate.senses):
        return sense
    found = gazetteer.look_up_country(country)
    return replace(found, rank=0) if found else sense
