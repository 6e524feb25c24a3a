"""Finds the places named in a report, and says which place of the world each of them is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from briefing.analysis.gazetteer import FAMOUS_FROM, FEDERAL, Gazetteer, Sense, open_gazetteer
from briefing.analysis.languages import unread_language
from briefing.analysis.place_candidates import find_candidates
from briefing.analysis.place_context import set_apart
from briefing.analysis.place_evidence import THRESHOLD
from briefing.analysis.place_foreign import weigh_foreign
from briefing.analysis.place_lists import find_companions, share_cues
from briefing.analysis.place_resolution import Resolution, distance_km, find_peoples, resolve
from briefing.analysis.place_subjects import government_sense
from briefing.analysis.place_text import Candidate, ParagraphWords
from briefing.analysis.place_words import PlaceWords, place_words
from briefing.data.place_names import fold_name
from briefing.model.findings import SETTLEMENTS, Place, PlaceKind, PlaceMention, Words
from briefing.model.report import Report

_NEIGHBOUR = 1.0  # points for a town in a province of other places
_CAPITAL = 2.0  # points for a common word that has a capital wherever it stands
_COMPATRIOT = 0.7  # points for a town in the country that the report is about
_ABOUT = 0.3  # share of what is said of countries
_NEARBY = 40.0  # kilometres
_SURE = 4.0  # points from which a name needs no support
_MUCH, _SOMETHING = 0.2, 0.001  # shares of what is said of countries
_SOME = 3  # names and demonyms that speak of a country
_KNOWN_WIDELY = 40  # spellings in GeoNames; Lausanne has some ninety, most towns below ten
# Addresses are passed over, so that "https://example.org/goma" does not make "goma" a common word.
_SMALL_WORD = re.compile(r"(?<![\w'’@])(?<!\w[/.=_-])[a-z]{3,}+(?!\.?[\w@/])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*\Z")
_LONGEST_ADDRESS = 300
_HOUSE_NUMBER = re.compile(r"(?<![\w.,])\d{1,5}[A-Za-z]? $")

__all__ = ["document_country", "find_places", "open_gazetteer"]


def find_places(
    report: Report, gazetteer: Gazetteer, *, theatre: str = "", reserved: tuple[Words, ...] = ()
) -> tuple[PlaceMention, ...]:
    """Return the places named in the paragraphs of a report, in text order and without overlaps.

    ``theatre`` is the country or region that the analyst names as the area; it decides between places of one name.
    ``reserved`` are the words that other analysis knows as bodies, persons or sources; no place is found in them. A
    mention's words are the name only: "Daraa" of "Daraa province", whose place is then the province.
    """
    words = place_words()
    candidates, paragraphs = find_candidates(report, gazetteer, words, reserved)
    if unread_language(report):
        weigh_foreign(candidates, paragraphs, report.language, words)
    _weigh_document(candidates, paragraphs, gazetteer, words)
    set_apart(candidates, paragraphs, report, gazetteer)
    peoples = find_peoples(paragraphs, gazetteer)
    share_cues(candidates, paragraphs)
    accepted = [candidate for candidate in candidates if candidate.score >= THRESHOLD]
    resolution = resolve(accepted, report, gazetteer, theatre, peoples)
    if _lift_neighbours(candidates, resolution, report, words):
        accepted = [candidate for candidate in candidates if candidate.score >= THRESHOLD]
        resolution = resolve(accepted, report, gazetteer, theatre, peoples)
    pairs = zip(accepted, resolution.senses, strict=True)
    supported = [(candidate, _supported(candidate, sense, resolution)) for candidate, sense in pairs]
    found = [pair for pair in supported if _is_place(*pair, resolution, report, words)]
    found = [(candidate, government_sense(candidate, sense, gazetteer)) for candidate, sense in found]
    names = _preferred_names(found, report)
    return tuple(_mention(candidate, sense, names, resolution, report) for candidate, sense in found)


def document_country(mentions: tuple[PlaceMention, ...]) -> str:
    """Return the code of the country in which most mentioned places lie, or "" when none is known."""
    counts = Counter(mention.place.country for mention in mentions if mention.place.country)
    return min(counts, key=lambda code: (-counts[code], code), default="")


def _weigh_document(
    candidates: list[Candidate], paragraphs: list[ParagraphWords], gazetteer: Gazetteer, words: PlaceWords
) -> None:
    """One sense in a document: strong evidence anywhere lifts weak mentions, a person of the name sinks them."""
    persons = _person_names(paragraphs, gazetteer, words)
    groups = _by_key(candidates)
    small = _small_words(groups.keys(), paragraphs)
    for key, group in groups.items():
        for candidate in group:
            if candidate.single and not candidate.abbreviated and not candidate.country:
                if paragraphs[candidate.paragraph].words[candidate.first] in persons:
                    candidate.add(-2.5)
                if key in small:
                    candidate.add(-1.0)
        if key in words.common and key not in small:
            _believe_capital(group, paragraphs, words)
        _lift_and_sink(group)


def _believe_capital(group: list[Candidate], paragraphs: list[ParagraphWords], words: PlaceWords) -> None:
    """Forgive a common word that never stands in small letters and once follows a word that leads to a place."""
    believable = [candidate for candidate in group if candidate.single and not candidate.wide]
    if any(_is_led(candidate, paragraphs[candidate.paragraph], words) for candidate in believable):
        for candidate in believable:
            candidate.add(_CAPITAL)
            candidate.believed = True


def _is_led(candidate: Candidate, p: ParagraphWords, words: PlaceWords) -> bool:
    """Tell whether more than “and” or “of” leads to a name that somewhere is the own name of a place."""
    if candidate.person or candidate.part_of_body or p.heading or all(sense.rank == 2 for sense in candidate.senses):
        return False
    weak = p.word(candidate.first - 1).lower() in words.weak_before
    cued = any("wider" in reason or "list" in reason for reason in candidate.why)
    led = any("before it" in reason for reason in candidate.why) and not weak
    return cued or (led and not p.begins_sentence(candidate.first))


def _small_words(keys: Iterable[str], paragraphs: Sequence[ParagraphWords]) -> frozenset[str]:
    """Return the keys that stand in the paragraphs as words in small letters."""
    found: set[str] = set()
    wanted = {key for key in keys if " " not in key}
    for p in paragraphs:
        present = wanted.intersection(p.words)
        if present:
            found.update(
                word
                for word, start in zip(p.words, p.starts, strict=True)
                if word in present and word not in found and _stands_small(p, start)
            )
    return frozenset(found)


def _stands_small(p: ParagraphWords, start: int) -> bool:
    """Tell whether the word in small letters at a position is one by itself and not part of an address."""
    if _SMALL_WORD.match(p.text, start) is None:
        return False
    return _ADDRESS.search(p.text[max(p.starts[0], start - _LONGEST_ADDRESS) : start]) is None


def _lift_neighbours(candidates: list[Candidate], resolution: Resolution, report: Report, words: PlaceWords) -> bool:
    """Lift towns that nothing speaks against and that lie in a province of which the report names other places."""
    provinces = {sense.province for sense in resolution.senses if sense and sense.province}
    listed = find_companions(candidates, report, THRESHOLD)
    lifted = False
    for candidate in candidates:
        if not THRESHOLD - _NEIGHBOUR <= candidate.score < THRESHOLD or candidate.person or candidate.part_of_body:
            continue
        theatre = _is_of_theatre(candidate, resolution)
        if _is_doubtful(candidate, report, words) and not (
            candidate.believed or (theatre and candidate.start in listed)
        ):
            continue
        if provinces & {sense.province for sense in candidate.senses}:
            candidate.add(_NEIGHBOUR, "in a province of which the report names other places")
        elif candidate.start in listed and candidate.named_kind is None:
            candidate.add(_NEIGHBOUR, "in a list of places")
        elif theatre and candidate.score >= THRESHOLD - _COMPATRIOT:
            candidate.add(_COMPATRIOT, "in the country that the report is about")
        else:
            continue
        lifted = True
    return lifted


def _is_of_theatre(candidate: Candidate, resolution: Resolution) -> bool:
    """Tell whether a name of the gazetteer is above all that of a place in a country that the report is much about.

    Large federal countries have towns of nearly every name, so they do not count.
    """
    best = max(candidate.senses, key=lambda sense: sense.prior, default=None)
    country = best.place.country if best and not candidate.guessed else None
    return country is not None and country not in FEDERAL and resolution.shares.get(country, 0.0) >= _ABOUT


def _is_doubtful(candidate: Candidate, report: Report, words: PlaceWords) -> bool:
    word = report.text[candidate.start : candidate.end]
    named = word.title() in words.surnames or word in words.first_names or word in words.directions
    return named or candidate.key in words.common


def _lift_and_sink(group: list[Candidate]) -> None:
    best = max(candidate.score for candidate in group)
    person = any(candidate.person for candidate in group)
    for candidate in group:
        if best >= 2.5 and THRESHOLD > candidate.score > -0.5 and not candidate.part_of_body:
            candidate.score = THRESHOLD + 0.1
            candidate.why.append("named as a place elsewhere in the report")
        if person and candidate.score < (4.6 if candidate.country else 2.5):
            candidate.add(-3.0 if candidate.country else -1.5)


def _by_key(candidates: list[Candidate]) -> dict[str, list[Candidate]]:
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.key].append(candidate)
    return groups


def _person_names(paragraphs: list[ParagraphWords], gazetteer: Gazetteer, words: PlaceWords) -> set[str]:
    """Return the words that follow a first name or a title somewhere: "Houston" of "John Houston"."""
    found: set[str] = set()
    for p in paragraphs:
        for index in p.marked:
            word = p.words[index]
            if word in words.titles or (word in words.first_names and not gazetteer.is_famous(fold_name(word))):
                following = p.word(index + 1)
                if p.capital(index + 1) and p.gap(index + 1) in {" ", ". "} and following not in words.organisations:
                    found.add(following)
            if _has_age(p, index):
                found.add(word)
    return found


def _has_age(p: ParagraphWords, index: int) -> bool:
    """Tell whether a word ends a name with an age behind it: "Mehmet Ali Kaya, 34," or "..., a 34-year-old"."""
    if not (p.capital(index) and p.capital(index - 1) and p.gap(index) == " " and p.gap(index + 1) == ", "):
        return False
    if p.word(index + 1) in {"a", "an"}:
        return p.word(index + 2).isdigit() and p.word(index + 3) == "year"
    return p.word(index + 1).isdigit() and len(p.word(index + 1)) < 4 and p.gap(index + 2)[:1] in {",", "."}


def _supported(candidate: Candidate, sense: Sense | None, resolution: Resolution) -> Sense | None:
    """Return the sense if the document supports it, else None.

    A name in another transliteration must lie in a country that much of the document is about, "Gezira State" in one
    that it speaks of. A little known town must lie in a country that other words of the document speak of, if it
    speaks of any.
    """
    if sense is None or candidate.country:
        return sense
    country = sense.place.country or ""
    if candidate.guessed and resolution.shares.get(country, 0.0) < (_SOMETHING if candidate.named_kind else _MUCH):
        return None
    if resolution.voices.get(country, set()) - {candidate.key} or candidate.score >= _SURE:
        return sense
    if any(_are_neighbours(sense, town) for town in resolution.towns):
        return sense
    others = sum(len(voices) for other, voices in resolution.voices.items() if other != country)
    return None if others >= _SOME and (_is_obscure(sense) or _is_bare_province(candidate, sense)) else sense


def _are_neighbours(one: Sense, other: Sense) -> bool:
    """Tell whether two towns lie close to each other, as on both sides of a border."""
    return one.place.kind in SETTLEMENTS and one.row != other.row and distance_km(one, other) < _NEARBY


def _is_bare_province(candidate: Candidate, sense: Sense) -> bool:
    """Tell whether nothing but its name makes a word a province of a far country: the mayor Hidalgo is none."""
    far = sense.place.kind is PlaceKind.PROVINCE and sense.place.country not in FEDERAL
    return far and candidate.single and not candidate.why and candidate.cue is None


def _is_obscure(sense: Sense) -> bool:
    place = sense.place
    local = SETTLEMENTS | {PlaceKind.DISTRICT}
    return place.kind in local and place.population < FAMOUS_FROM and sense.spellings < _KNOWN_WIDELY


def _is_place(
    candidate: Candidate, sense: Sense | None, resolution: Resolution, report: Report, words: PlaceWords
) -> bool:
    """Tell whether a name without a sense, or in doubt between place and surname, is still a place."""
    if candidate.named_kind is PlaceKind.ROAD and _HOUSE_NUMBER.search(
        report.text, max(0, candidate.start - 8), candidate.start
    ):
        return False  # an address: "69 Wooster St."
    if sense is None:
        return candidate.named_kind is not None or candidate.cue is PlaceKind.CITY or candidate.score >= _SURE
    if candidate.believed and sense.rank == 2 and candidate.cue is None:
        return False
    if candidate.country or resolution.voices.get(sense.place.country or "", set()) - {candidate.key}:
        return True
    return candidate.score >= _SURE or not _is_obscure(sense) or not _is_doubtful(candidate, report, words)


def _preferred_names(found: list[tuple[Candidate, Sense | None]], report: Report) -> dict[str, str]:
    """Return for each place the spelling to print: the commonest in the report that is a plain known spelling.

    Countries, regions and abbreviations keep the gazetteer's name; "Deraa" stays "Deraa" in a report that writes so,
    but the "Alepo" of a report in Spanish is printed in English.
    """
    if unread_language(report):
        return {}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for candidate, sense in found:
        if sense is None or candidate.abbreviated or candidate.guessed:
            continue
        spelling = report.text[candidate.start : candidate.end]
        if sense.place.kind in SETTLEMENTS | {PlaceKind.PROVINCE} and _is_plain(spelling):
            spellings[sense.place.id][spelling] += 1
    return {identity: min(counts, key=lambda name: -counts[name]) for identity, counts in spellings.items()}


def _is_plain(spelling: str) -> bool:
    letters = spelling.replace(" ", "").replace("-", "")
    return len(letters) > 2 and letters.isascii() and letters.isalpha() and not spelling.isupper()


def _mention(
    candidate: Candidate, sense: Sense | None, names: dict[str, str], resolution: Resolution, report: Report
) -> PlaceMention:
    reasons = [*dict.fromkeys(candidate.why), *_reasons_for(candidate, sense, resolution)]
    return PlaceMention(
        start=candidate.start,
        end=candidate.end,
        place=_place(candidate, sense, names, report),
        score=round(candidate.score, 2),
        rule="; ".join(reasons),
    )


def _reasons_for(candidate: Candidate, sense: Sense | None, resolution: Resolution) -> list[str]:
    """Say what the place is and with what it agrees, for the analyst."""
    if sense is None:
        kind = candidate.named_kind.value if candidate.named_kind else "place"
        return [f"its name says that it is a {kind}; not in the gazetteer"]
    if candidate.government and sense.place.kind is PlaceKind.COUNTRY:
        return ["a capital that speaks or acts as the government of its country"]
    spelling = " in another spelling" if candidate.guessed else ""
    reasons = [f"a {sense.place.kind.value} of the gazetteer{spelling}"]
    country = sense.place.country or ""
    if sense.place.kind is not PlaceKind.COUNTRY and resolution.voices.get(country, set()) - {candidate.key}:
        reasons.append(f"coherent with {resolution.names.get(country, country)}")
    return reasons


def _place(candidate: Candidate, sense: Sense | None, names: dict[str, str], report: Report) -> Place:
    if sense is None:
        name = report.text[candidate.start : candidate.end]
        kind = candidate.named_kind or (PlaceKind.TOWN if candidate.cue is PlaceKind.CITY else PlaceKind.OTHER)
        return Place(id=f"named:{candidate.key.lstrip('=')}", name=name, kind=kind)
    place = sense.place
    name = names.get(place.id, place.name)
    if name == place.name:
        return place
    return Place(
        id=place.id,
        name=name,
        kind=place.kind,
        country=place.country,
        province=place.province,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population,
        common=place.name,
    )
