"""Control by place and day: only where it changed, nothing invented between, words that do not collide."""

import tomllib
from datetime import date, timedelta
from itertools import combinations

import pytest

from briefing.assembly.figures.control_figure import ControlFigure, ControlMark, ControlSign, build_control_figure
from briefing.assembly.figures.label_placement import Rectangle, text_rectangle
from briefing.assembly.figures.text_width import text_width
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


def _mark(place: str, days: int, sign: ControlSign = ControlSign.TAKEN, words: str = "taken by rebels") -> ControlMark:
    return ControlMark(place=place, day=START + timedelta(days=days), sign=sign, words=words, source="Monitor")


def _build(theme: Theme, *marks: ControlMark) -> ControlFigure | None:
    return build_control_figure(marks, theme, load_labels(), WIDTH)


def _built(theme: Theme, *marks: ControlMark) -> ControlFigure:
    figure = _build(theme, *marks)
    assert figure is not None
    return figure


def _words(figure: ControlFigure) -> list[str]:
    return [shape.text for shape in figure.drawing.shapes if isinstance(shape, Label)]


def _box(label: Label) -> Rectangle:
    width = text_width(label.text, label.size, bold=label.bold)
    left = label.at[0] - (width if label.anchor == "end" else 0.0)
    return text_rectangle(left, label.at[1], width, label.size)


def test_without_a_change_or_with_one_day_there_is_no_figure(theme: Theme) -> None:
    """Who is said to hold what is in the table already."""
    assert _build(theme) is None
    assert _build(theme, _mark("Homs", 0), _mark("Hama", 0)) is None
    assert _build(theme, _mark("Homs", 0, ControlSign.HELD), _mark("Homs", 3, ControlSign.CONTESTED)) is None


def test_only_places_that_changed_have_a_lane_the_first_on_top(theme: Theme) -> None:
    """A place that is only threatened has none."""
    figure = _built(theme, _mark("Homs", 8), _mark("Aleppo", 1), _mark("Palmyra", 4, ControlSign.CONTESTED))
    assert [word for word in _words(figure) if word in {"Homs", "Aleppo", "Palmyra"}] == ["Aleppo", "Homs"]


def test_each_kind_of_claim_of_a_day_has_a_symbol_of_its_own_shape(theme: Theme) -> None:
    """A denial stands beside what it denies, on the same day."""
    marks = [_mark("Homs", 0), *(_mark("Homs", 2, sign, sign.value) for sign in ControlSign)]
    markers = [shape for shape in _built(theme, *marks).drawing.shapes if isinstance(shape, Marker)]
    of_day = markers[: -len(ControlSign)]
    assert [marker.shape for marker in of_day] == ["circle", "circle", "ring", "square", "triangle", "cross"]
    assert len({marker.at[0] for marker in of_day[1:]}) == 1
    assert len({marker.at[1] for marker in of_day[1:]}) == len(ControlSign)


def test_who_left_is_not_shown_as_who_took(theme: Theme) -> None:
    """The words beside a symbol say what the claim says."""
    figure = _built(theme, _mark("Homs", 0, ControlSign.GONE, "left by army"), _mark("Homs", 5))
    assert "left by army (Monitor)" in _words(figure)


def test_words_stay_inside_and_apart_for_many_places(theme: Theme) -> None:
    """Thirty places are cut to the most that a page bears; words without room are left out."""
    signs = list(ControlSign)
    marks = [
        _mark(
            f"Town {number % 30} (city)", number * 7 % 13, signs[number % 5 if number > 40 else 0], "taken by a group"
        )
        for number in range(140)
    ]
    figure = _built(theme, *marks)
    labels = [shape for shape in figure.drawing.shapes if isinstance(shape, Label)]
    assert len([label for label in labels if label.text.startswith("Town")]) == 12
    for label in labels:
        box = _box(label)
        assert box.left >= 0
        assert box.right <= WIDTH + 0.01
        assert box.bottom <= figure.drawing.height
        assert label.size >= 7.0
    for one, two in combinations(labels, 2):
        assert not _box(one).overlaps(_box(two)), (one.text, two.text)


def test_the_alternative_tells_every_claim_with_its_day_and_source(theme: Theme) -> None:
    """Also those whose words had no room."""
    figure = _built(theme, _mark("Homs", 8), _mark("Homs", 7, ControlSign.DENIED, "denied: lost"))
    assert figure.alternative == (
        "Control of places by day, as reported, 6 December 2024 to 7 December 2024. "
        "Homs: 6 December 2024: denied: lost (Monitor); 7 December 2024: taken by rebels (Monitor)."
    )


def test_a_figure_is_never_so_tall_that_a_page_would_make_its_letters_smaller(theme: Theme) -> None:
    """What is left out of the lanes stands in the table, and is left out of the words for the figure, too."""
    marks = [
        _mark(f"Town {n}", day, sign, f"{sign.value}") for n in range(12) for day in (0, 5) for sign in ControlSign
    ]
    figure = _built(theme, *marks)
    assert figure.drawing.height < 480
    lanes = [word for word in _words(figure) if word.startswith("Town")]
    assert 5 <= len(lanes) < 12
    assert figure.alternative.count("Town") == len(lanes)
