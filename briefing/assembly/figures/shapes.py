"""The shapes of a map without its legend, from the water at the bottom to the frame on top."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.assembly.figures.country_names import place_beside_country, place_country_name
from briefing.assembly.figures.furniture import build_scale_bar
from briefing.assembly.figures.inset import build_inset
from briefing.assembly.figures.label_placement import Rectangle
from briefing.assembly.figures.land import Land
from briefing.assembly.figures.plan import LABEL_SIZE, Plan, is_focus
from briefing.assembly.figures.symbols import symbol_marker
from briefing.assembly.figures.text_width import DESCENT, text_width
from briefing.data.labels import Labels
from briefing.data.outlines import Outlines
from briefing.model.drawing import Label, Line, Polygon, Shape
from briefing.model.theme import Theme

_COUNTRY_SIZE = 7.0
_FOCUS_SIZE = 8.4
_BROAD_ENOUGH = 9.0
_DETAILED_KM = 12.0
_FRAME_WIDTH = 0.6


def build_map_shapes(plan: Plan, outlines: Outlines, theme: Theme, labels: Labels) -> list[Shape]:
    """Return all shapes of a map but its legend."""
    labelled = [(place.name, label) for place, label in zip(plan.places, plan.labels, strict=True) if label]
    return [
        *_ground_shapes(plan, theme),
        *_country_labels(plan, theme),
        *build_scale_bar(plan.framing.projection, plan.scale_bar, theme, labels),
        *(Line(points=label.leader, stroke=theme.ink, width=0.4) for _, label in labelled if label.leader),
        *(
            symbol_marker(place.symbol, at, theme)
            for place, at in zip(reversed(plan.places), reversed(plan.spots), strict=True)
        ),
        *(_place_label(name, label.box, theme) for name, label in labelled),
        *(build_inset(plan.framing, plan.inset, outlines, theme) if plan.inset else ()),
        _outline(plan.frame, stroke=theme.map_border),
    ]


def _outline(box: Rectangle, *, stroke: str | None = None, fill: str | None = None) -> Polygon:
    """Return a rectangle; the line of the frame lies inside it, so that nothing cuts half of it off."""
    edge = _FRAME_WIDTH / 2 if stroke else 0.0
    left, top, right, bottom = box.left + edge, box.top + edge, box.right - edge, box.bottom - edge
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Polygon(rings=(corners,), fill=fill, stroke=stroke, width=_FRAME_WIDTH)


def _ground_shapes(plan: Plan, theme: Theme) -> Iterator[Shape]:
    framing = plan.framing
    yield _outline(plan.frame, fill=theme.map_water)
    for land in sorted(plan.ground, key=lambda land: is_focus(land, framing)):
        fill = _ground_colour(land, plan, theme)
        # a line of the same colour closes the hairs that drawing programs leave between two areas
        yield Polygon(rings=land.rings, fill=fill, stroke=fill, width=0.3)
    yield from _border_lines(plan, theme)
    for land in plan.ground:
        for line in land.separation:
            yield Line(points=line, stroke=theme.map_border, width=0.5, dash=(2.0, 1.6))


def _border_lines(plan: Plan, theme: Theme) -> Iterator[Line]:
    """Yield each coast and border once; those of the country in focus lie on top, borders stronger than coasts."""
    neighbours = Counter(number for land in plan.ground for number in {number for number, _ in land.borders})
    focus = {number for land in plan.ground if is_focus(land, plan.framing) for number, _ in land.borders}
    lines = {(number, line): None for land in plan.ground for number, line in land.borders}
    for number, line in sorted(lines, key=lambda item: item[0] in focus):
        width = 0.4 if number not in focus else 0.95 if neighbours[number] > 1 else 0.65
        yield Line(points=line, stroke=theme.map_border, width=width)


def _country_labels(plan: Plan, theme: Theme) -> Iterator[Label]:
    """Yield the names of the countries that have room, the country in focus first, then the widest."""
    obstacles = plan.taken
    lands = [(_breadth(land), land) for land in plan.ground]
    for breadth, land in sorted(
        lands, key=lambda one: (not is_focus(one[1], plan.framing), -one[0], one[1].country.name)
    ):
        focus = is_focus(land, plan.framing)
        size = _FOCUS_SIZE if focus else _COUNTRY_SIZE
        found = _country_name(land, breadth, plan, size, obstacles, theme)
        if found:
            name, box, halo = found
            obstacles.append(box)
            at = (round(box.left, 2), round(box.bottom - DESCENT * size, 2))
            yield Label(at=at, text=name, size=size, colour=theme.map_label, bold=focus, halo=halo)


def _country_name(
    land: Land, breadth: float, plan: Plan, size: float, obstacles: Sequence[Rectangle], theme: Theme
) -> tuple[str, Rectangle, str] | None:
    """Return the name of a country, where it stands, and the colour of the ground there, which frees it from lines."""
    names = [name.upper() for name in (land.country.name, land.country.short) if name]
    fitting = [name for name in names if text_width(name, size) <= 0.4 * plan.frame.right] or names[-1:]
    wide = [name for name in fitting if text_width(name, size) <= breadth]
    found = place_country_name(wide, land.rings, size=size, frame=plan.inner, obstacles=obstacles)
    if found:
        return *found, _ground_colour(land, plan, theme)
    if breadth < _BROAD_ENOUGH or plan.framing.projection.km_per_point > _DETAILED_KM:
        return None
    others = [ring for other in plan.ground if other is not land for ring in other.rings]
    box = place_beside_country(fitting[0], land.rings, others, size=size, frame=plan.inner, obstacles=obstacles)
    return (fitting[0], box, theme.map_water) if box else None


def _ground_colour(land: Land, plan: Plan, theme: Theme) -> str:
    bright = plan.framing.focus is None or is_focus(land, plan.framing)
    return theme.map_land if bright else theme.map_neighbour


def _breadth(land: Land) -> float:
    """Return the width of the widest part of a country in the frame."""
    xs = ([x for x, _ in ring] for ring in land.rings)
    return max(max(ring) - min(ring) for ring in xs)


def _place_label(name: str, box: Rectangle, theme: Theme) -> Label:
    at = (round(box.left, 2), round(box.bottom - DESCENT * LABEL_SIZE, 2))
    return Label(at=at, text=name, size=LABEL_SIZE, colour=theme.ink, bold=True, halo=theme.map_land)
