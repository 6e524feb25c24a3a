"""Under which spellings a place can be looked up, and which of them is printed.

Spellings are given in folded form with their rank: 0 the name, 1 another name, 2 (``NEEDS_WORD``) only with a word such
as "district" beside it. Those that begin with "=" are levelled transliterations.
"""

import re
from collections.abc import Iterator

from briefing.data.gazetteer_sources import Listed, Settlement, transliterated_countries
from briefing.data.place_names import drop_article, fold_name, loosen_name, plain_letters

NEEDS_WORD = 2
LOCAL_SCRIPT_FROM = 15_000
_SAME_TOWN_WITHIN = 0.12  # degrees, some 13 km
_GENERIC = re.compile(
    r"^(?:(?:muhafazat|wilayat|wilaya|provincia d[ei]l?|província d[ei]|province of|departamento de|département d[eu]|"
    r"estado de|region of|state of|republic of|comuna|amphoe|municipio de?|huyện|kabupaten|powiat|gemeente|obshtina|"
    r"oraş|okres|partido de|shahrestān-e|bezirk|regierungsbezirk|daïra d[e’']|nomós|srŏk|districts? of|city of)\s+)"
    r"|(?:[\s-]+(?:governorate|province|region|oblast['’]?|state|district|county|department|voivodeship|prefecture|"
    r"division|territory|municipality|parish|republic|krai|raion|rayon|shi|i̇lçesi|ilçesi|kommune?|okrug|borough))+$",
    re.IGNORECASE,
)
_SHORTEST_LOOSE = 4
_LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿʻʼʿ‘’'][\u0020-\u024f\u02b0-\u02ff\u1e00-\u1eff‘’]+$")
_LOCAL = re.compile(r"^[\u0400-\u052f\u0600-\u06ff' -]{3,}$")


def preferred_name(place: Settlement, province_name: str) -> str:
    """Return the name to print for a settlement: the plain spelling that the English press uses.

    A GeoNames name in plain letters stands. Otherwise the first of these that GeoNames knows as a spelling: the name of
    its province ("Dar‘ā" is in Daraa), the name without article and closing -h ("Ar Raqqah" is Raqqa), the name without
    accents ("Tartus"); and if it knows none of them, the name without accents.
    """
    if place.name.isascii() and "'" not in place.name and "`" not in place.name:
        plain = place.name
    else:
        plain = plain_letters(place.name)
    known = {word for word in place.also if word.isascii()}
    if province_name in known and loosen_name(fold_name(province_name)) == loosen_name(fold_name(plain)):
        return province_name
    if plain == place.name and not re.match(r"(?:A[rnstdzl]|Ash) [A-Z]", plain):
        return plain
    bare = re.sub(r"^(?:A[rnstdzl]|Ash|Adh) (?=[A-Z])", "", plain)
    for spelling in (re.sub(r"(?<=a)h$", "", bare), bare):
        if spelling in known and len(spelling) > 2:
            return spelling
    return plain


def settlement_spellings(place: Settlement, name: str) -> Iterator[tuple[str, int]]:
    """Yield the folded spellings of a settlement that is printed as ``name``."""
    folded = {fold_name(place.name), fold_name(name)}
    for spelling in sorted(folded):
        yield spelling, 0
        if (bare := drop_article(spelling)) != spelling and len(bare) > 3:
            yield bare, 1
    for spelling in place.also:
        if _worth_keeping(spelling, place.population):
            word = fold_name(spelling)
            if len(word) > 2:
                # "Acapulco" is as much the name of Acapulco de Juárez as the long form.
                yield word, 0 if any(full.startswith(word + " ") for full in folded) and len(word) > 4 else 1
                if (
                    place.country in transliterated_countries()
                    and (bare := drop_article(word)) != word
                    and len(bare) > 3
                ):
                    yield bare, 1
    if place.country in transliterated_countries() and (place.population >= 2000 or not place.population):
        for spelling in (place.name, *place.also):
            if (
                _LATIN.match(spelling)
                and not spelling.isupper()
                and len(key := loosen_name(fold_name(spelling))) >= _SHORTEST_LOOSE
            ):
                yield "=" + key, 1


def listed_spellings(entry: Listed) -> Iterator[tuple[str, int]]:
    """Yield the folded spellings of a country or of a place of our own tables."""
    for spelling in (entry.name, *entry.also):
        folded = fold_name(spelling)
        yield folded, 0
        if entry.kind != "country" and entry.country in transliterated_countries() and folded.isascii():
            yield "=" + loosen_name(folded), 1
            if (bare := drop_article(folded)) != folded and len(bare) > 4:
                yield bare, 1


def _worth_keeping(spelling: str, population: int) -> bool:
    if _LATIN.match(spelling):
        # Codes of airports ("DAM") are no names; so are the machine transliterations, which begin small.
        return len(spelling) < 40 and not (spelling.isupper() and len(spelling) < 5)
    return population >= LOCAL_SCRIPT_FROM and _LOCAL.match(spelling) is not None


def strip_generic(name: str) -> str:
    """Return the name of a division without words such as "Province" and "Oblast"."""
    stripped = _GENERIC.sub("", name).strip()
    return stripped if len(stripped) > 2 else name


def short_rank(name: str, short: str) -> int:
    """Return the rank of the bare name of a second-order division."""
    # Provinces of the second order ("Provincia de Salamanca") are called by their bare names, counties are not.
    return 1 if name == short or re.search(r"provinc|départ|departa", name, re.IGNORECASE) else NEEDS_WORD


def is_same_town(entry: Listed, place: Settlement) -> bool:
    """Tell whether a town of our own tables is this one of GeoNames: near it, and alike in one spelling."""
    if not may_be_same_town(entry, place.latitude, place.longitude):
        return False
    ours = {loosen_name(fold_name(spelling)) for spelling in (entry.name, *entry.also)}
    return any(loosen_name(fold_name(spelling)) in ours for spelling in (place.name, *place.also))


def may_be_same_town(entry: Listed, latitude: float, longitude: float) -> bool:
    """Tell whether a town of our own tables lies close enough to a point to be the town there."""
    return max(abs(entry.latitude - latitude), abs(entry.longitude - longitude)) <= _SAME_TOWN_WITHIN
