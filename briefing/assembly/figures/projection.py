"""From degrees to points: the equirectangular projection with one true parallel, that in the middle of what is shown.

Distances are right along every meridian and along that parallel. For the areas that briefings show, a few hundred
kilometres across, shapes differ from those of a conformal projection by less than the width of a line.
"""

from dataclasses import dataclass
from math import cos, radians

from briefing.data.outlines import Box
from briefing.model.drawing import Point

KM_PER_DEGREE = 111.195
"""Kilometres in a degree of latitude on a sphere of 6,371 km radius."""

_STEEPEST = 80.0


def parallel_factor(latitude: float) -> float:
    """Return the length of a degree of longitude in degrees of latitude; beyond 80 degrees it shrinks no further."""
    return cos(radians(min(abs(latitude), _STEEPEST)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A frame of ``width`` by ``height`` points round a middle.

    ``km_per_point`` holds from south to north everywhere, and from west to east along the latitude ``parallel``.
    """

    longitude: float
    latitude: float
    parallel: float
    km_per_point: float
    width: float
    height: float

    @property
    def points_per_degree(self) -> tuple[float, float]:
        """Return the points in a degree of longitude and in a degree of latitude."""
        vertical = KM_PER_DEGREE / self.km_per_point
        return vertical * parallel_factor(self.parallel), vertical

    @property
    def box(self) -> Box:
        """Return what the frame shows, in degrees; at the poles it reaches beyond 90."""
        across, upright = self.points_per_degree
        half_width, half_height = self.width / across / 2, self.height / upright / 2
        return Box(
            west=self.longitude - half_width,
            east=self.longitude + half_width,
            south=self.latitude - half_height,
            north=self.latitude + half_height,
        )

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a place lies in the frame, on the turn of the globe nearest to the middle."""
        across, upright = self.points_per_degree
        east = (longitude - self.longitude + 180) % 360 - 180
        return self.width / 2 + east * across, self.height / 2 - (latitude - self.latitude) * upright

    def line(self, degrees: list[tuple[float, float]], turns: float = 0.0) -> list[Point]:
        """Return the points of a line in the frame, moved east by ``turns`` degrees first."""
        across, upright = self.points_per_degree
        left = self.width / 2 + (turns - self.longitude) * across
        top = self.height / 2 + self.latitude * upright
        return [(left + x * across, top - y * upright) for x, y in degrees]
