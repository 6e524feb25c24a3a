"""The timeline figure: readable for one day, some days and many years."""

import tomllib
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.assembly.figures.label_placement import Rectangle, text_rectangle
from briefing.assembly.figures.symbols import Symbol
from briefing.assembly.figures.text_width import text_width
from briefing.assembly.figures.timeline_figure import TimelineFigure, TimelineMark, build_timeline_figure
from briefing.data.labels import load_labels
from briefing.model.drawing import Label, Marker
from briefing.model.theme import Theme
from briefing.resources import templates_folder

WIDTH = 470.0
START = date(2024, 11, 29)


@pytest.fixture(scope="module")
def theme() -> Theme:
    """Return the house theme."""
    return Theme(**tomllib.loads((templates_folder() / "themes" / "house.toml").read_text(encoding="utf-8")))


def _mark(days: int, label: str, symbol: Symbol = Symbol.EVENT) -> TimelineMark:
    return TimelineMark(day=START + timedelta(days=days), label=label, symbol=symbol)


def _built(marks: list[TimelineMark], theme: Theme) -> TimelineFigure:
    figure = build_timeline_figure(marks, theme, load_labels(), WIDTH)
    assert figure is not None
    return figure


def _labels(figure: TimelineFigure) -> list[Label]:
    return [shape for shape in figure.drawing.shapes if isinstance(shape, Label)]


def _box(label: Label) -> Rectangle:
    return text_rectangle(label.at[0], label.at[1], text_width(label.text, label.size, bold=label.bold), label.size)


def test_no_event_gives_no_figure(theme: Theme) -> None:
    """An empty axis tells nothing."""
    assert build_timeline_figure([], theme, load_labels(), WIDTH) is None


def test_events_stand_in_the_order_of_their_days(theme: Theme) -> None:
    """The order in which events are given does not matter."""
    marks = [_mark(8, "Daraa", Symbol.TAKEN), _mark(1, "Aleppo", Symbol.HELD), _mark(6, "Hama", Symbol.CONTESTED)]
    figure = _built(marks, theme)
    markers = [shape for shape in figure.drawing.shapes if isinstance(shape, Marker)][:3]
    assert [marker.shape for marker in markers] == ["square", "triangle", "circle"]
    assert markers[0].at[0] < markers[1].at[0] < markers[2].at[0]
    assert figure.drawing == _built(marks[::-1], theme).drawing


def test_the_axis_names_its_days_with_the_year_at_the_start(theme: Theme) -> None:
    """A date is never without its year for the reader."""
    words = [label.text for label in _labels(_built([_mark(0, "Aleppo"), _mark(3, "Hama")], theme))]
    assert words[:4] == ["29 Nov 2024", "30 Nov", "1 Dec", "2 Dec"]


@pytest.mark.parametrize(("days", "expected"), [(200, "Jan 2025"), (4000, "2030")])
def test_a_long_period_is_counted_in_months_or_years(days: int, expected: str, theme: Theme) -> None:
    """Two hundred days are not named one by one."""
    words = [label.text for label in _labels(_built([_mark(0, "First"), _mark(days, "Last")], theme))]
    assert expected in words


def test_the_alternative_text_names_every_event_and_day(theme: Theme) -> None:
    """A reader who does not see the figure hears the same."""
    figure = _built([_mark(0, "Aleppo", Symbol.TAKEN), _mark(7, "Homs", Symbol.CONTESTED)], theme)
    assert figure.alternative == (
        "Timeline, 29 November 2024 to 6 December 2024. 29 November 2024: Aleppo (reported taken). "
        "6 December 2024: Homs (contested or under threat)."
    )


def test_events_without_room_for_their_name_keep_their_symbol(theme: Theme) -> None:
    """Thirty events of one day: some names, all symbols."""
    marks = [_mark(0, f"Village {i}", Symbol.EVENT) for i in range(30)]
    figure = _built(marks, theme)
    assert 0 < len(figure.unlabelled) < 30
    assert len([shape for shape in figure.drawing.shapes if isinstance(shape, Marker)]) == 30 + 1


_MARKS = st.lists(
    st.builds(
        TimelineMark,
        day=st.one_of(st.dates(), st.dates(date(2024, 11, 1), date(2024, 12, 20))),
        label=st.text(alphabet="abcdefghijklm ABCÅö-", min_size=1, max_size=20),
        symbol=st.sampled_from(Symbol),
    ),
    min_size=1,
    max_size=60,
)


@given(marks=_MARKS)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_names_overlap_and_all_lie_inside(marks: list[TimelineMark], theme: Theme) -> None:
    """Whatever the days, names and dates stay legible."""
    figure = _built(marks, theme)
    boxes = [_box(label) for label in _labels(figure)]
    assert not any(one.overlaps(two) for one, two in combinations(boxes, 2))
    frame = Rectangle(left=-0.02, top=-0.02, right=WIDTH + 0.02, bottom=figure.drawing.height + 0.02)
    assert all(frame.holds(box) for box in boxes)
    assert all(mark.label in figure.alternative for mark in marks)


def test_symbols_without_a_name_at_one_place_are_counted(theme: Theme) -> None:
    """A reader sees that one symbol stands for more; the words that stand for the figure name them all."""
    figure = _built([_mark(n // 10, f"Some long name {n}") for n in range(20)], theme)
    texts = [label.text for label in _labels(figure)]
    assert len(figure.unlabelled) == 8
    assert texts.count("+3") == 2
    assert all(f"Some long name {n} " in figure.alternative for n in range(20))
