"""What was found in an analyst's own Word file that is to give a briefing its house style."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseFinding:
    """One thing to know before a house style is used: a sentence for people who do not program, and what to do.

    ``remedy`` is "" where nothing need be done. A finding that ``stops`` keeps the file from being used.
    """

    id: str
    sentence: str
    remedy: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSpecimen:
    """How a style of the file looks: font, size in points, colour "#rrggbb"."""

    name: str
    font: str
    size: float
    colour: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseCheck:
    """The check of a house style before use; everything but the findings is empty where one of them stops.

    ``paper`` is width and height in millimetres, ``margins`` are top, right, bottom and left. ``header`` and ``footer``
    are their words; ``logo`` is the first PNG or JPEG picture of the header, or nothing.
    """

    name: str
    findings: tuple[HouseFinding, ...]
    specimens: tuple[StyleSpecimen, ...] = ()
    paper: tuple[float, float] = (0.0, 0.0)
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    header: str = ""
    footer: str = ""
    logo: bytes = b""

    @property
    def usable(self) -> bool:
        """Tell whether the file can be used."""
        return not any(finding.stops for finding in self.findings)
