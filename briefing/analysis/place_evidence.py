"""Weighs what a name is by itself and what stands around it: whether it is a place, and of which kind.

Weights are in one currency: a name counts as a place from 1.5 upwards. The cues are the usual ones of the literature:
prepositions, the wider place after a comma, titles and first names, heads of names of bodies. The weights were set by
hand, not fitted; errors on TR-News and GeoVirus, two public sets of labelled news, showed which rules were missing.
"""

import math
import re

from briefing.analysis.gazetteer import FAMOUS_FROM, Gazetteer, Sense
from briefing.analysis.place_subjects import weigh_subject
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.analysis.place_words import PlaceWords
from briefing.data.place_names import fold_name
from briefing.model.findings import PlaceKind

THRESHOLD = 1.5
_RESPELT = 6  # letters up to which two names with the same consonants are often two names
_LOOK_AHEAD = 6  # words in which the head of the name of a body may follow
_SMALL_TOWN = 50_000  # inhabitants
_HALVES = frozenset({"northern", "southern", "eastern", "western"})
_OWN = frozenset({" ", "’s ", "'s ", "-"})
_VOWELS = re.compile(r"[aeiouyh ]")
_WIDER = {PlaceKind.COUNTRY, PlaceKind.PROVINCE}


def weigh(
    candidate: Candidate,
    previous: Candidate | None,
    p: ParagraphWords,
    first: int,
    last: int,
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> None:
    """Add the evidence for and against one name; ``first`` and ``last`` are the run of capitalised words around it."""
    if candidate.abbreviated:
        return
    _weigh_name(candidate, p, words)
    weigh_subject(candidate, p, words)
    _weigh_before(candidate, previous, p, words)
    _weigh_after(candidate, p, gazetteer, words)
    if _opens_dateline(candidate, p):
        candidate.add(2.0, "the place of a dateline")
    elif p.heading:
        if p.joined(candidate.last + 1) and p.word(candidate.last + 1) in words.organisations:
            candidate.part_of_body = True
            candidate.add(-3.0)
    else:
        _weigh_left_neighbour(candidate, p, first, gazetteer, words)
        _weigh_right_neighbour(candidate, p, last, words)
    if candidate.cue is None:
        candidate.cue = _cue_after(candidate, p, words) or _cue_before(candidate, p, words)


def _opens_dateline(candidate: Candidate, p: ParagraphWords) -> bool:
    """Tell whether the paragraph begins with this name in capitals and goes on in ordinary writing."""
    name = p.text[candidate.start : candidate.end]
    following = p.words[candidate.last + 1 : candidate.last + 6]
    return candidate.first == 0 and len(name) > 3 and name.isupper() and any(word.islower() for word in following)


def _weigh_name(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> None:
    candidate.add(_fame(candidate))
    if not candidate.single:
        candidate.add(0.0 if candidate.named_kind else 0.7)
        if all(part in words.common for part in candidate.key.split()) and not candidate.wide:
            candidate.add(-2.0)
        return
    if not candidate.country:
        _weigh_single_word(candidate, p, words)


def _weigh_single_word(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> None:
    word = p.words[candidate.first]
    if len(candidate.key) < 4 and word not in words.short_names:
        candidate.add(-1.5)
    if candidate.key in words.common:
        candidate.add(-2.5)
    if word in words.kind_after or word in words.kind_before or word in words.organisations:
        candidate.add(-2.5)
    if len(word) > 3 and word.isupper() and not p.heading and "." not in word:
        candidate.add(-1.5)
    if _is_famous(candidate):
        return
    if word in words.first_names:
        candidate.add(-1.2)
    if words.surnames.get(word.title(), 9999) < 1500:
        candidate.add(-0.7)


def _is_famous(candidate: Candidate) -> bool:
    return any(sense.place.population > FAMOUS_FROM and sense.rank == 0 for sense in candidate.senses)


def _fame(candidate: Candidate) -> float:
    """Return how well known the best known place of this name is."""
    best = max((_fame_of(sense, candidate) for sense in candidate.senses[:6]), default=-9.0)
    return max(best, THRESHOLD) if candidate.named_kind else best


def _fame_of(sense: Sense, candidate: Candidate) -> float:
    place = sense.place
    if candidate.guessed and not candidate.named_kind:
        return 0.3 if candidate.single else 1.0
    if place.kind is PlaceKind.COUNTRY:
        return 3.0
    if place.id.startswith("listed:"):
        return 3.0 if place.kind in {PlaceKind.REGION, PlaceKind.WATER} else 2.2
    # Every name in another script counts as an alternate one in GeoNames.
    respelt = sense.rank == 1 and _is_respelt(candidate.key, place.name)
    rank = sense.rank if candidate.key.isascii() and not respelt else 0
    if place.kind is PlaceKind.PROVINCE:
        return 2.0 - 0.7 * rank
    if place.kind is PlaceKind.DISTRICT:
        return 2.0 if candidate.cue else (0.8, 0.6, -1.5)[sense.rank]
    known = place.population * (1.0 if rank == 0 else 0.3)
    return min(2.2, math.log10(known + 1) / 3) - 0.3 - 0.7 * rank


def _is_respelt(key: str, name: str) -> bool:
    """Tell whether two names differ in vowels only, as transliterations do ("Wad Madani" for Wad Medani)."""
    own = fold_name(name)
    return len(key) > _RESPELT and key[0] == own[0] and _VOWELS.sub("", key) == _VOWELS.sub("", own)


def _weigh_before(candidate: Candidate, previous: Candidate | None, p: ParagraphWords, words: PlaceWords) -> None:
    index = candidate.first
    gap, word = p.gap(index), p.word(index - 1).lower()
    clear = not p.begins_sentence(index)
    leads = (word == "on" and p.word(index - 2) in words.against) or (
        word == "with" and p.word(index - 2) in words.meeting
    )
    if clear and (word in words.strong_before or leads):
        candidate.add(1.5, f"“{word}” before it")
    elif clear and word in words.weak_before:
        candidate.add(0.5, f"“{word}” before it")
    if word == "of" and p.word(index - 2) in words.bodies_of:
        candidate.part_of_body = True
        candidate.add(-3.0)
    if candidate.key in words.with_article and word not in words.strong_before and word != "the":
        candidate.add(-3.0)
    if previous and gap.strip() == "," and previous.last == index - 1 and previous.score >= THRESHOLD:
        candidate.add(1.5, "in a list of places")


def _weigh_after(candidate: Candidate, p: ParagraphWords, gazetteer: Gazetteer, words: PlaceWords) -> None:
    index = candidate.last + 1
    gap, word = p.gap(index), p.word(index)
    if gap.strip() == "," and p.capital(index) and _begins_wider_place(p, index, gazetteer, words):
        candidate.add(2.0, "the wider place after a comma")
    if "(" in gap and word in words.datelines:
        candidate.add(3.0, "the place of a dateline")
    if p.text[candidate.end : candidate.end + 1] == "$":
        candidate.add(-5.0)
    if gap in _OWN and word:
        if word in words.kind_after or word.lower() in words.after:
            candidate.add(0.7, f"“{word}” after it")
        if word in words.not_after:
            candidate.add(-4.0)
        if word in words.says and not candidate.wide and not candidate.government:
            candidate.add(-2.0)


def _begins_wider_place(p: ParagraphWords, index: int, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Tell whether a country or a first-order division is named from word ``index`` on."""
    word = p.words[index]
    if word in words.states or word + "." in words.states:
        return True
    keys = [fold_name(word)]
    known = gazetteer.look_up(keys[0])
    while len(keys) < min(known.longest, 4) and p.joined(index + len(keys)):
        keys.append(fold_name(p.words[index + len(keys)]))
    for length in range(len(keys), 0, -1):
        senses = gazetteer.look_up(" ".join(keys[:length])).senses
        if any(sense.place.kind in _WIDER and sense.rank == 0 for sense in senses):
            return True
    return False


def _weigh_left_neighbour(
    candidate: Candidate, p: ParagraphWords, first: int, gazetteer: Gazetteer, words: PlaceWords
) -> None:
    """Weigh a capitalised word directly before the name, which may make it a person or part of a longer name."""
    before = p.word(candidate.first - 1)
    first_name = before in words.first_names and not gazetteer.is_famous(fold_name(before))
    named = first_name or before in words.titles or (len(before) == 1 and before.isupper() and before.isascii())
    if candidate.first == first:
        # "Mr. Houston", "John F. Houston": the full stop cut the run of capitals.
        if named and p.gap(candidate.first) == ". ":
            candidate.person = True
            candidate.add(-4.0)
        return
    titled = candidate.first - 2 >= first and p.word(candidate.first - 2) in words.titles
    if (named or (titled and not gazetteer.look_up(fold_name(before)).senses)) and before != "A":
        candidate.person = True
        candidate.add(-4.0)
    elif before in words.directions:
        candidate.add(0.3)
    elif _is_grammar(before, words) or gazetteer.country_of_people(before):
        return
    elif not candidate.named_kind:
        small = all(sense.place.population < _SMALL_TOWN for sense in candidate.senses)
        candidate.add(-0.3 if candidate.wide else -2.5 if small and candidate.single else -1.5)


def _is_grammar(word: str, words: PlaceWords) -> bool:
    """Tell whether a capitalised word has its capital only because a sentence or a heading begins with it."""
    small = word.lower()
    return word in words.never or small in words.strong_before or small in words.weak_before


def _weigh_right_neighbour(candidate: Candidate, p: ParagraphWords, last: int, words: PlaceWords) -> None:
    """Weigh a capitalised word directly after the name, which may make it part of a longer name."""
    index = candidate.last + 1
    if candidate.last < last and p.word(index) in words.starts and not candidate.wide:
        candidate.add(-1.5)  # "Orum al-Kubra" is a longer name than the one that is known
    if candidate.last >= last or not p.joined(index) or not p.capital(index):
        return
    after = p.words[index]
    ahead = p.words[index : min(last, index + _LOOK_AHEAD) + 1]
    if _leads_to_office(ahead, words):
        return
    if any(word in words.organisations for word in ahead):
        candidate.part_of_body = True
        candidate.add(-3.0)
    elif _is_grammar(after, words) or after in words.titles:
        return
    elif after in words.kind_after or candidate.wide or candidate.named_kind:
        candidate.add(-0.5)
        candidate.person = after not in words.kind_after and p.words[candidate.first] in words.person_countries
    else:
        candidate.add(-2.2 if candidate.single else -1.0)
        candidate.person = (
            candidate.single and not _is_famous(candidate) and p.words[candidate.first] in words.first_names
        )


def _leads_to_office(following: list[str], words: PlaceWords) -> bool:
    """Tell whether the next words are of a person's office, before which a place stays one: "Kenya Health Minister"."""
    for word in following:
        if word in words.offices:
            return True
        if word not in words.portfolios:
            return False
    return False


def _cue_after(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> PlaceKind | None:
    index = candidate.last + 1
    if p.gap(index) not in _OWN:
        return None
    word = p.word(index).lower()
    return words.cues.get(p.word(index + 1).lower() if word in _HALVES else word)


def _cue_before(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> PlaceKind | None:
    index = candidate.first - 1
    if p.gap(candidate.first) != " ":
        return None
    word = p.word(index).lower()
    if word == "of":
        return words.cues.get(p.word(index - 1).lower()) if p.gap(index) == " " else None
    if word in _HALVES or word in words.province_before:
        return PlaceKind.PROVINCE
    return PlaceKind.CITY if word in words.town_words else None
