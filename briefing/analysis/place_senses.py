"""Decides between the city, the district and the province of one name, mention by mention."""

from briefing.analysis.gazetteer import FEDERAL, Sense
from briefing.analysis.place_readings import Reading
from briefing.analysis.place_text import Candidate
from briefing.model.findings import SETTLEMENTS, PlaceKind

_LARGE_TOWN = 100_000  # inhabitants
_SEAT = 0.3  # share of the inhabitants of a province that live in its main city
_LOCAL_KINDS = SETTLEMENTS | {PlaceKind.PROVINCE, PlaceKind.DISTRICT}


def sense_of(candidate: Candidate, reading: Reading) -> Sense | None:
    """Return the sense of one mention: the name's, or the city or province beside it that words ask for."""
    chosen = reading.chosen
    if chosen is None or candidate.abbreviated or chosen.place.kind not in _LOCAL_KINDS:
        return chosen
    if _lies_elsewhere(chosen, reading):
        return None
    if candidate.cue is None:
        return _bare_sense(chosen, reading)
    return _cued_sense(chosen, reading, candidate.cue)


def _cued_sense(chosen: Sense, reading: Reading, cue: PlaceKind) -> Sense:
    """Return the place of the kind that words beside the name ask for, where there is one."""
    wanted = SETTLEMENTS if cue is PlaceKind.CITY else frozenset({cue})
    if chosen.place.kind in wanted:
        return chosen
    found = _namesake(chosen, reading, wanted)
    if found is None and cue is PlaceKind.PROVINCE:
        districts = frozenset({PlaceKind.DISTRICT})
        found = _division_of_country(chosen, reading) or _namesake(chosen, reading, districts)
    return found or chosen


def _bare_sense(chosen: Sense, reading: Reading) -> Sense:
    """Return the city of a name that a city and its province share, unless the province is far better known."""
    if chosen.place.kind in SETTLEMENTS:
        province = next((sense for sense in reading.senses if sense.row == chosen.province and sense.rank == 0), None)
        return province if province and not _is_main_city(chosen, province) else chosen
    city = _namesake(chosen, reading, SETTLEMENTS)
    if city is None or not _is_main_city(city, chosen):
        return chosen
    # The seat may bear the name only as another spelling of its own: "Derna" is Darnah in GeoNames.
    seat = city.rank == 1 and city.province == chosen.row and city.place.population >= _SEAT * chosen.place.population
    return city if city.rank <= chosen.rank or seat else chosen


def _lies_elsewhere(chosen: Sense, reading: Reading) -> bool:
    """Tell whether the text puts the name in a state or country without it ("Rio Doce, New Mexico")."""
    if chosen.place.kind not in SETTLEMENTS:
        return False
    for wider in reading.within:
        best = max(wider, key=lambda sense: sense.prior, default=None)
        if best is None or best.place.country == chosen.place.country:
            continue
        # A list of towns and countries looks the same, so a large town stays what it is.
        if best.place.kind is PlaceKind.PROVINCE or best.place.kind is PlaceKind.COUNTRY:
            return best.place.country in {"US", "CA", "AU"} or chosen.place.population < _LARGE_TOWN
    return False


def _division_of_country(chosen: Sense, reading: Reading) -> Sense | None:
    """Return the first-order division of the name anywhere in the country ("Washington state")."""
    found = [sense for sense in reading.senses if sense.place.kind is PlaceKind.PROVINCE and sense.rank == 0]
    return next((sense for sense in found if sense.place.country == chosen.place.country), None)


def _is_main_city(city: Sense, province: Sense) -> bool:
    """Tell whether the bare name is the city's: "Homs" is, "Quebec" and "Victoria" are not."""
    # The boroughs of a city count once more among the inhabitants of its state, so a quarter is a third.
    share = 0.25 if province.place.country in FEDERAL else 0.09
    return city.place.population >= share * province.place.population


def _namesake(chosen: Sense, reading: Reading, kinds: frozenset[PlaceKind]) -> Sense | None:
    """Return the largest place of the name that is of one of these kinds and in the same province (or is it)."""
    found = [
        sense
        for sense in reading.senses
        if sense.place.kind in kinds
        and sense.place.country == chosen.place.country
        and (sense.province == chosen.province or not sense.province or not chosen.province)
    ]
    return max(found, key=lambda sense: sense.place.population, default=None)
