"""The columns of a table: never wider than the page, never narrower than a word, and few lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.document import Column, Row, Table
from briefing.writers.column_widths import COLUMN_GAP, CellLook, column_widths
from tests.briefing.writers.sample_document import words

_TEN_A_LETTER = 10.0


def _measure(text: str, _: CellLook) -> tuple[float, float]:
    return len(text) * _TEN_A_LETTER, max(len(word) for word in text.split(" ")) * _TEN_A_LETTER


def _table(*rows: tuple[str, ...], weights: tuple[float, ...] = ()) -> Table:
    columns = tuple(Column(header="", weight=weight) for weight in weights or (1.0,) * len(rows[0]))
    return Table(caption="", columns=columns, rows=tuple(Row(cells=tuple(map(words, row))) for row in rows))


def test_long_cells_share_by_weight_and_short_ones_take_what_they_need() -> None:
    """A column of single letters does not keep a third of the page from two columns of sentences."""
    sentence = "word " * 40
    first, second, third = column_widths(_table(("a", sentence, sentence), weights=(1, 1, 3)), 800, _measure)
    assert first == pytest.approx(_TEN_A_LETTER + COLUMN_GAP, abs=1)
    assert third == pytest.approx(3 * second)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    """A word is not cut while another column has room."""
    widths = column_widths(_table(("extraordinary", "word " * 40), weights=(1, 20)), 600, _measure)
    assert widths[0] >= len("extraordinary") * _TEN_A_LETTER + COLUMN_GAP


def test_a_date_with_a_word_beside_it_stands_in_one_line_if_that_makes_the_table_shorter() -> None:
    """Its column takes a little from the sentences, which go on in as many lines as before."""
    short = [("2024-12-07 reported", "a sentence of one line")] * 9
    widths = column_widths(_table(*short, ("2024-12-07", "word " * 12), weights=(1, 2)), 450, _measure)
    assert widths[0] >= len("2024-12-07 reported") * _TEN_A_LETTER + COLUMN_GAP
    assert widths[1] >= len("a sentence of one line") * _TEN_A_LETTER


def test_no_column_grows_when_the_table_would_not_get_shorter() -> None:
    """What two columns need each is shared as the weights say."""
    sentence = "word " * 30
    widths = column_widths(_table((sentence, sentence)), 400, _measure)
    assert widths == [200, 200]


@given(
    rows=st.lists(st.tuples(*[st.text("ab ", max_size=60)] * 4), min_size=1, max_size=8),
    weights=st.tuples(*[st.floats(-1, 50)] * 4),
    total=st.floats(100, 2000),
)
def test_the_widths_always_fill_the_page(rows: list[tuple[str, ...]], weights: tuple[float, ...], total: float) -> None:
    """Whatever the cells hold, the columns have some width and together that of the page."""
    widths = column_widths(_table(*rows, weights=weights), total, _measure)
    assert sum(widths) == pytest.approx(total)
    assert min(widths) > 0
