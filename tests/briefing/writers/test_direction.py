"""Which way words run, and that mixed texts are cut where the direction changes."""

import pytest

from briefing.writers.direction import directed_pieces, kept_from_left, language_runs_right_to_left


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("(Daraa) 7", [("(Daraa) 7", False)]),
        # an Arabic name inside English words, its own bracket included
        ("In درعا, he said", [("In ", False), ("درعا", True), (", he said", False)]),
        ("In درعا (المدينة) 7 km", [("In ", False), ("درعا (المدينة)", True), (" 7 km", False)]),
        ("From (درعا) on", [("From (", False), ("درعا", True), (") on", False)]),
        # English names inside Arabic words: brackets, figures and stops run as the sentence does
        ("ادعاء: Syrian army · 7.", [("ادعاء: ", True), ("Syrian army", False), (" · 7.", True)]),
        ("عبر Levant Wire (sample)، 30", [("عبر ", True), ("Levant Wire (sample)", False), ("، 30", True)]),
        ("في (7 ديسمبر)", [("في (7 ديسمبر)", True)]),
        # a day must not be turned round
        ("حتى 2024-12-07.", [("حتى ", True), ("2024-12-07", False), (".", True)]),
    ],
)
def test_a_mixed_text_is_cut_where_its_direction_changes(text: str, pieces: list[tuple[str, bool]]) -> None:
    """What stands between two words of one direction goes with them, all else with the text."""
    assert directed_pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("8 December: Homs is taken.", "\u200e8 December: Homs is taken.\u200e"),
        (" Homs ", " Homs "),
        ("Homs. ", "Homs.\u200e "),
        ("درعا.", "درعا."),
        ("12.", "12."),
        ("", ""),
    ],
)
def test_a_sentence_from_left_to_right_keeps_figure_and_stop(text: str, kept: str) -> None:
    """In an Arabic paragraph the figure before and the stop behind it would change sides."""
    assert kept_from_left(text) == kept


def test_the_direction_of_a_language_does_not_depend_on_its_region() -> None:
    """Nor on how its tag is written."""
    assert [language_runs_right_to_left(tag) for tag in ("ar", "AR-sy", "he-IL", "en-GB", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]
