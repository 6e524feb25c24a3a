"""Finds place names in Arabic script, which has no capitals, and writes prepositions onto the name."""

from briefing.analysis.gazetteer import Gazetteer, Sense
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.analysis.place_words import PlaceWords
from briefing.data.place_names import fold_name
from briefing.model.findings import SETTLEMENTS, PlaceKind

_LONGEST = 3
_ATTACHED = "وبلفك"  # and, in, to, so, as: written as one word with the name
_KNOWN_WITHOUT_CUE = 100_000
_KNOWN = 15_000
_KINDS = {"محافظة": PlaceKind.PROVINCE, "ولاية": PlaceKind.PROVINCE, "ريف": PlaceKind.PROVINCE, "مدينة": PlaceKind.CITY}


def find_local(p: ParagraphWords, index: int, gazetteer: Gazetteer, words: PlaceWords) -> Candidate | None:
    """Return the place whose name begins with word ``index``, or None.

    Without capitals common words look like names. So a name needs a word such as "city" or "in" before it, or must be
    long and well known; names of three letters always need one.
    """
    if p.words[index] in words.local_before:
        return None
    for length in range(_LONGEST, 0, -1):
        if not all(p.joined(index + step) for step in range(1, length)):
            continue
        for cut, key in _readings(p, index, length):
            senses = gazetteer.look_up(key).senses
            cued = p.word(index - 1) in words.local_before or cut > 0
            if senses and _is_likely(senses[0], key, cued=cued, length=length):
                return _local_candidate(p, index, length, cut, key, senses, cued=cued)
    return None


def _readings(p: ParagraphWords, index: int, length: int) -> list[tuple[int, str]]:
    """Return the ways to read the words as a name: as they stand, and without an attached preposition."""
    words = p.words[index : index + length]
    whole = fold_name(" ".join(words))
    readings = [(0, whole)]
    if words[0][0] in _ATTACHED and len(words[0]) > 4:
        readings.append((1, whole[1:]))
    if words[0].startswith("لل"):
        readings.append((1, "ا" + whole[1:]))
    return readings


def _is_likely(sense: Sense, key: str, *, cued: bool, length: int) -> bool:
    place = sense.place
    if place.kind is PlaceKind.COUNTRY or place.id.startswith("listed:"):
        return len(key) > 2
    if length > 1:
        return place.population > _KNOWN
    if len(key) > 3:
        return place.population > (_KNOWN if cued else _KNOWN_WITHOUT_CUE)
    return cued and place.population > _KNOWN_WITHOUT_CUE


def _local_candidate(
    p: ParagraphWords, index: int, length: int, cut: int, key: str, senses: tuple[Sense, ...], *, cued: bool
) -> Candidate:
    last = index + length - 1
    candidate = Candidate(
        start=p.starts[index] + cut,
        end=p.ends[last],
        key=key,
        senses=senses,
        paragraph=p.number,
        first=index,
        last=last,
        cue=_KINDS.get(p.word(index - 1)),
    )
    candidate.add(1.6)
    if cued:
        candidate.add(1.0, f"“{p.word(index - 1)}” before it" if cut == 0 else "a preposition written onto it")
    if senses[0].place.kind in SETTLEMENTS and senses[0].rank == 2:
        candidate.add(-1.0)
    return candidate
