"""Goes once through the settlements: where the middle of each division lies, who is largest, which are capitals."""

from collections import Counter, defaultdict

from briefing.data.gazetteer_sources import Division, Settlement, point_key, read_capitals, read_settlements

_CAPITAL_WITHIN = 0.35  # degrees between the capital's point in countryinfo and in GeoNames


class Middle:
    """The settlements of one division: where their middle lies, and how many people live in them."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.count, self.population = 0, 0
        self.sum_latitude, self.sum_longitude = 0.0, 0.0
        self.box = [90.0, -90.0, 180.0, -180.0]

    def add(self, place: Settlement) -> None:
        """Count a settlement in."""
        self.count += 1
        self.population += place.population
        self.sum_latitude += place.latitude
        self.sum_longitude += place.longitude
        south, north, west, east = self.box
        self.box = [
            min(south, place.latitude),
            max(north, place.latitude),
            min(west, place.longitude),
            max(east, place.longitude),
        ]

    @property
    def mean(self) -> tuple[float, float]:
        """Return the mean point of the settlements."""
        return self.sum_latitude / self.count, self.sum_longitude / self.count

    @property
    def centre(self) -> tuple[float, float]:
        """Return the centre of the box around the settlements."""
        south, north, west, east = self.box
        return (south + north) / 2, (west + east) / 2


def survey_settlements(
    divisions: dict[tuple[str, int, int], Division],
) -> tuple[dict[tuple[str, str], Middle], dict[tuple[str, str, str], Middle], list[tuple[int, int]], set[int]]:
    """Return the middles of provinces and districts, (-inhabitants, number) of all settlements, and the capitals."""
    provinces: dict[tuple[str, str], Middle] = defaultdict(Middle)
    districts: dict[tuple[str, str, str], Middle] = defaultdict(Middle)
    sizes: list[tuple[int, int]] = []
    capital_points, largest = read_capitals(), defaultdict[str, tuple[int, int]](lambda: (0, 0))
    for place in read_settlements():
        sizes.append((-place.population, place.number))
        point = capital_points.get(place.country)
        if point and max(abs(place.latitude - point[0]), abs(place.longitude - point[1])) < _CAPITAL_WITHIN:
            largest[place.country] = max(largest[place.country], (place.population, place.number))
        province = provinces[place.country, place.province]
        province.add(place)
        if division := divisions.get(point_key(place.country, place.latitude, place.longitude)):
            province.names[division.province] += 1
            if division.district:
                districts[place.country, place.province, division.district].add(place)
    return provinces, districts, sizes, {number for _, number in largest.values()}
