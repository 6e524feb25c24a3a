"""The locator map of a briefing: where the places lie that the reports name, and what is reported of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

from briefing.assembly.figures.framing import Framing, choose_framings
from briefing.assembly.figures.furniture import build_legend, legend_height
from briefing.assembly.figures.plan import MapPlace, best_plan, build_plan
from briefing.assembly.figures.shapes import build_map_shapes
from briefing.assembly.figures.symbols import Symbol
from briefing.assembly.wording import capital
from briefing.data.labels import Labels
from briefing.data.outlines import Outlines
from briefing.model.drawing import Drawing
from briefing.model.theme import Theme

__all__ = ["LocatorMap", "MapPlace", "Symbol", "build_locator_map"]

_LEAST_HEIGHT = 60.0
_MOST_PLACES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatorMap:
    """The drawing, the text that stands for it, and what a caption may want to say.

    ``area`` is what the map shows ("Syria", "part of Syria") or "". ``legend`` are the symbols used. ``unlabelled``
    places have a symbol but no room for a name; ``beyond`` places lie far outside the frame, ``undrawn`` ones were too
    many, and ``unlocated`` ones have no coordinates.
    """

    drawing: Drawing
    alternative: str
    area: str
    legend: tuple[Symbol, ...]
    unlabelled: tuple[str, ...]
    beyond: tuple[str, ...]
    undrawn: tuple[str, ...]
    unlocated: tuple[str, ...]


def build_locator_map(
    places: Sequence[MapPlace],
    outlines: Outlines,
    theme: Theme,
    labels: Labels,
    *,
    focus: str = "",
    width: float = 244.0,
    height: float = 228.0,
) -> LocatorMap | None:
    """Return the map of the places, the more important ones first, or None if none of them has coordinates.

    ``focus`` is the ISO 3166-1 alpha-2 code of the country that the briefing is about; without it the country of most
    places is brought out. ``height`` includes the legend below the map; the drawing may be lower, never higher unless
    less than 60 points would be left for the map.
    """
    known = _without_doubles([place for place in places if _is_located(place)])
    located, undrawn = known[:_MOST_PLACES], _names(known[_MOST_PLACES:])
    if not located:
        return None
    legend = tuple(symbol for symbol in Symbol if any(place.symbol is symbol for place in located))
    map_height = max(_LEAST_HEIGHT, height - legend_height(legend, theme, labels, width))
    spots = [(place.longitude or 0.0, place.latitude or 0.0) for place in located]
    framings = choose_framings(spots, outlines, focus, width, map_height)
    shown = [located[i] for i in framings[0].inside]
    plan = best_plan([build_plan(shown, framing, outlines, labels) for framing in framings])
    area = _area(plan.framing, labels)
    beyond = _names(place for place in located if place not in shown)
    unlocated = _names(place for place in places if not _is_located(place))
    map_size = plan.framing.projection.height
    return LocatorMap(
        drawing=Drawing(
            width=width,
            height=map_size + legend_height(legend, theme, labels, width),
            shapes=(
                *build_map_shapes(plan, outlines, theme, labels),
                *build_legend(legend, theme, labels, width=width, top=map_size),
            ),
        ),
        alternative=_alternative(shown, area, beyond, (*undrawn, *unlocated), labels),
        area=area,
        legend=legend,
        unlabelled=_names(place for place, done in zip(shown, plan.labels, strict=True) if not done),
        beyond=beyond,
        undrawn=undrawn,
        unlocated=unlocated,
    )


def _is_located(place: MapPlace) -> bool:
    latitude, longitude = place.latitude, place.longitude
    if latitude is None or longitude is None or not (isfinite(latitude) and isfinite(longitude)):
        return False
    return -90 <= latitude <= 90 and -180 <= longitude <= 180


def _without_doubles(places: Iterable[MapPlace]) -> list[MapPlace]:
    return list({(p.name, p.latitude, p.longitude, p.symbol): p for p in reversed(list(places))}.values())[::-1]


def _names(places: Iterable[MapPlace]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.name for place in places))


def _area(framing: Framing, labels: Labels) -> str:
    if framing.focus is None:
        return ""
    name = framing.focus.name
    if framing.focus.article:
        name = labels.say("with-article", country=name)
    return name if framing.whole else labels.say("map-part", area=name)


def _alternative(
    shown: Sequence[MapPlace], area: str, beyond: Sequence[str], missing: Sequence[str], labels: Labels
) -> str:
    sentences = [labels.say("map-of", area=area) if area else labels.say("map-of-places")]
    for symbol in Symbol:
        words = dict.fromkeys(_words(place, labels) for place in shown if place.symbol is symbol)
        if words:
            named = capital(labels.name("symbol", symbol.value))
            sentences.append(labels.say("map-symbol", symbol=named, places=labels.row(list(words))))
    if beyond:
        sentences.append(labels.say("map-beyond", places=labels.row(beyond)))
    if missing:
        sentences.append(labels.say("map-missing", places=labels.row(missing)))
    return " ".join(sentences)


def _words(place: MapPlace, labels: Labels) -> str:
    return labels.say("in-brackets", words=place.name, detail=place.detail) if place.detail else place.name
