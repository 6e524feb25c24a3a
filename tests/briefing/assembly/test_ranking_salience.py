"""The learned part of the ranking: which of many texts matters."""

import pytest

from briefing.assembly.likeness import compare
from briefing.assembly.manner import measure_manner
from briefing.assembly.salience import RELATIVE, Telling, measure, weigh
from briefing.data.tables import load_table


def _telling(text: str, moment: float, *, kinds: frozenset[str] = frozenset()) -> Telling:
    return Telling(
        text=text,
        opening=text,
        moment=moment,
        kinds=kinds,
        opening_acts=bool(kinds),
        people=False,
        opening_people=False,
        figures=0,
    )


def test_a_text_whose_words_are_repeated_later_has_an_echo() -> None:
    """What is told first and taken up by others counts, what nobody repeats does not."""
    texts = [("The dam broke.", 1.0), ("Bakers met.", 2.0), ("Water ran where the dam broke.", 3.0)]

    first, second, third = compare([(text, text, moment) for text, moment in texts], "Dam breaks")

    assert first.echo == 2
    assert second.echo == third.echo == 0
    assert first.similar_later == 1
    assert third.similar_earlier == 1
    assert first.title > second.title == 0


def test_the_order_of_writing_does_not_matter_where_the_order_of_telling_is_known() -> None:
    """Moments decide, not the order in which texts come."""
    tellings = [_telling("The dam broke.", 1.0), _telling("Water ran from the dam.", 5.0), _telling("Bakers met.", 9.0)]

    assert weigh(tellings[::-1])[::-1] == pytest.approx(weigh(tellings))


def test_every_weight_belongs_to_a_trait_and_every_trait_has_a_weight() -> None:
    """The table and the traits name the same things."""
    learned = load_table("ranking")["learned"]
    traits = measure([_telling("The dam broke.", 1.0)], "")

    assert set(learned["plain"]) == set(traits[0])
    assert set(learned["relative"]) == set(RELATIVE)


def test_news_outweighs_a_pointer_to_a_colleague() -> None:
    """How an opening is worded counts, whatever its case."""
    news = _telling("Officials have confirmed that the dam has collapsed in the storm.", 2.0)
    pointer = _telling("Here is a summary of what my colleague writes on the dam in the storm.", 2.0)

    points = weigh([news, pointer])

    assert points[0] > points[1]
    assert measure_manner(pointer.text, pointer.text.upper())["summary"] == 1.0


def test_a_set_of_one_or_none_is_weighed_without_a_fault() -> None:
    """There is nothing to stand out from."""
    assert weigh([]) == ()
    assert weigh([_telling("The dam broke.", 1.0)]) == (0.0,)
