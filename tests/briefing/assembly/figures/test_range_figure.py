"""Bars of figures that differ: from zero, true to scale, with words and sources that stay inside."""

import tomllib

import pytest

from briefing.assembly.figures.range_figure import RangeFigure, RangeGroup, RangeRow, build_range_figure
from briefing.assembly.figures.text_width import text_width
from briefing.data.labels import load_labels
from briefing.model.drawing import Label, Marker, Polygon
from briefing.model.theme import Theme
from briefing.resources import templates_folder

WIDTH = 470.0


@pytest.fixture(scope="module")
def theme() -> Theme:
    """Return the house theme."""
    return Theme(**tomllib.loads((templates_folder() / "themes" / "house.toml").read_text(encoding="utf-8")))


def _row(source: str, low: float, high: float | None = None, *, party: bool = False, words: str = "") -> RangeRow:
    return RangeRow(source=source, day="", party=party, words=words or f"{low:g}", low=low, high=high)


def _built(theme: Theme, *rows: RangeRow) -> RangeFigure:
    figure = build_range_figure([RangeGroup(subject="Killed, Homs", rows=rows)], theme, load_labels(), WIDTH)
    assert figure is not None
    return figure


def _bars(figure: RangeFigure, theme: Theme) -> list[tuple[float, float]]:
    """Return the left and right ends of the bars."""
    bars = [s.rings[0] for s in figure.drawing.shapes if isinstance(s, Polygon) and s.fill == theme.map_border]
    return [(min(x for x, _ in ring), max(x for x, _ in ring)) for ring in bars]


def test_bars_begin_at_zero_and_are_as_long_as_their_values(theme: Theme) -> None:
    """A bar that begins elsewhere makes a small difference look large."""
    figure = _built(theme, _row("One", 20), _row("Two", 50), _row("Three", 80, 100))
    bars = _bars(figure, theme)
    assert len({left for left, _ in bars}) == 1
    lengths = [right - left for left, right in bars]
    assert lengths[1] / lengths[0] == pytest.approx(2.5, rel=0.01)
    assert lengths[2] / lengths[0] == pytest.approx(4.0, rel=0.01)


def test_a_band_reaches_from_the_lowest_to_the_highest_value(theme: Theme) -> None:
    """The upper end of a range counts, too."""
    figure = _built(theme, _row("One", 20), _row("Two", 50, 100))
    band = next(s.rings[0] for s in figure.drawing.shapes if isinstance(s, Polygon) and s.fill == theme.tint)
    (zero, one), (_, two) = _bars(figure, theme)
    assert band[0][0] == one
    assert band[1][0] - zero == pytest.approx(2 * (two - zero), rel=0.01)


def test_what_does_not_differ_or_stands_alone_is_not_drawn(theme: Theme) -> None:
    """Bars of one value say nothing that the value does not."""
    labels = load_labels()
    for rows in ((_row("One", 5),), (_row("One", 5), _row("Two", 5)), (_row("One", 0), _row("Two", 0)), ()):
        assert build_range_figure([RangeGroup(subject="Killed", rows=rows)], theme, labels, WIDTH) is None
    assert build_range_figure([], theme, labels, WIDTH) is None


def test_a_party_has_a_symbol_of_another_shape_and_a_key(theme: Theme) -> None:
    """Colour alone is lost in print; without a party there is nothing to tell apart."""
    mixed = _built(theme, _row("Monitor", 20), _row("Army", 5, party=True))
    shapes = [shape.shape for shape in mixed.drawing.shapes if isinstance(shape, Marker)]
    assert shapes == ["circle", "diamond", "circle", "diamond"]
    plain = _built(theme, _row("Monitor", 20), _row("Hospital", 5))
    assert [shape.shape for shape in plain.drawing.shapes if isinstance(shape, Marker)] == ["circle", "circle"]


def test_the_alternative_names_values_sources_and_parties(theme: Theme) -> None:
    """Who cannot see the bars is told the same."""
    row = RangeRow(source="Army", day="2024-12-07", party=True, words="at most 5", low=5.0)
    figure = _built(theme, _row("Monitor", 20, words="20 civilians"), row)
    assert "Killed, Homs: Monitor: 20 civilians; Army (2024-12-07, said by a party to the events): at most 5." in (
        figure.alternative
    )


def test_long_names_and_words_stay_inside(theme: Theme) -> None:
    """Names of sources are cut, never drawn over the bars."""
    figure = _built(theme, _row("Ministry of Very Long Names " * 6, 7, words="more than " * 30), _row("B", 9e12, 1e13))
    zero = _bars(figure, theme)[0][0]
    for label in (shape for shape in figure.drawing.shapes if isinstance(shape, Label)):
        width = text_width(label.text, label.size, bold=label.bold)
        left = label.at[0] - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        assert left >= 0
        assert left + width <= WIDTH + 0.01
        assert label.size >= 7.0
        assert not (left < zero - 3 and left + width > zero and label.size < 8), label.text
