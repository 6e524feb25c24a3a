"""Days and sentences of a long story: by the reports that mention them."""

from datetime import date

from briefing.assembly.days import DatedPassage, choose_days, rank_days
from tests.briefing.assembly.making import briefing, report

_FIRST, _SECOND = date(2024, 12, 1), date(2024, 12, 4)


def _passage(text: str, name: str, *days: date, published: date | None = None, position: int = 9) -> DatedPassage:
    return DatedPassage(text=text, report=name, published=published, position=position, days=days)


def test_days_are_ranked_by_distinct_reports_and_not_by_sentences() -> None:
    """Three sentences of one report weigh less than one each of two."""
    passages = [
        *(_passage("The dam was old.", "a", _FIRST) for _ in range(3)),
        _passage("The dam broke.", "b", _SECOND),
        _passage("The dam burst.", "c", _SECOND),
    ]

    assert rank_days(passages) == (_SECOND, _FIRST)


def test_a_day_is_told_by_what_its_reports_have_in_common() -> None:
    """The sentence nearest to the centre of a day is printed, and no near-repeat of it."""
    passages = [
        _passage("The dam above the city broke and water flooded the streets.", "a", _FIRST),
        _passage("Water flooded the streets when the dam above the city broke.", "b", _FIRST),
        _passage("A shop sold bread.", "c", _FIRST),
    ]

    ((day, indexes),) = choose_days(passages, days=1, for_each=2)

    assert day == _FIRST
    assert len(indexes) == 2
    assert 2 in indexes
    assert indexes[0] in {0, 1}


def test_first_sentences_of_the_next_day_tell_a_day_too() -> None:
    """A paper of the next morning tells of the day without naming it."""
    passages = [
        _passage("Officials spoke on 1 December.", "a", _FIRST),
        _passage("The dam broke.", "b", published=date(2024, 12, 2), position=0),
        _passage("The bridge fell.", "c", published=date(2024, 12, 2), position=8),
    ]

    ((_, indexes),) = choose_days(passages, days=1, for_each=3)

    assert set(indexes) == {0, 1}


def test_days_outside_the_bounds_and_what_only_counts_are_not_printed() -> None:
    """Bounds and ``printable`` hold."""
    unprinted = DatedPassage(text="x y z", report="b", published=None, position=0, days=(_SECOND,), printable=False)

    assert choose_days([_passage("The dam broke.", "a", _FIRST)], days=3, for_each=1, first=_SECOND) == ()
    assert choose_days([unprinted], days=3, for_each=1) == ()


def test_the_timeline_of_many_reports_covers_the_days_that_they_mention() -> None:
    """Where one day has more developments than rows, other days are told all the same."""
    towns = ["Homs", "Hama", "Aleppo", "Daraa", "Idlib", "Latakia", "Tartus", "Palmyra", "Raqqa", "Manbij", "Afrin"]
    towns += ["Kobani", "Jableh", "Saraqib", "Azaz"]
    made = briefing(
        *(
            report(f"On 5 December 2024 an air strike killed {number + 3} people in {town}.", publisher=town)
            for number, town in enumerate(towns)
        ),
        report("On 2 December 2024 protesters marched in Sweida.", publisher="Last"),
    )

    assert any("Sweida" in row.text for row in made.timeline)
