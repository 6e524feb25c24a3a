"""Patterns with the words they need: they find what plain patterns find, and are tried on few sentences."""

import re

import pytest

from briefing.analysis.worded_patterns import build_worded, needed_words, split_words
from briefing.data.tables import load_table


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("years of (?:war|drought)", {"years"}),
        ("(?:years|decades) ago", {"years", "decades"}),
        ("is (?:famous|known)", {"famous", "known"}),
        ("for (?:many |some )*(?:years|decades)", {"years", "decades"}),
        ("strategic(?:ally)? (?:location|importance)", {"location", "importance"}),
        ("raises? (?:the )?questions?", {"question", "questions"}),
        (r"in the 19\d0s", {"the"}),
        (r"bit\.ly/", {"bit"}),
        ("(?:19|20)0s", set()),
        ("war.?like", set()),
    ],
)
def test_a_word_that_every_match_has_is_found_in_a_pattern(pattern: str, words: set[str]) -> None:
    """Of several the longest are taken; a part of a word is none."""
    assert needed_words(pattern) == words


def test_the_first_match_is_found_whichever_pattern_it_comes_from() -> None:
    """It is the same as with one pattern of all choices."""
    patterns = build_worded(["years ago", "once (?:held|ruled)", "formerly"], before=r"(?<!\w)", after=r"(?!\w)")
    text = "A town once held by others, formerly rich, years ago."

    match = patterns.search(text, split_words(text))

    assert match is not None
    assert match.group() == "once held"
    assert patterns.search("Nothing of the kind.", split_words("Nothing of the kind.")) is None


def test_every_cue_of_the_table_is_found_by_a_word_it_needs() -> None:
    """A cue that needs no word would be tried on every sentence."""
    table = load_table("furniture")
    cues = [cue for name in ("background", "plan", "denial", "description", "opinion") for cue in table[name]["cues"]]

    assert [cue for cue in cues if not needed_words(cue)] == []


def test_a_bracket_that_is_not_closed_is_refused() -> None:
    """The fault lies in a table, and is told where it is read."""
    with pytest.raises(ValueError, match=re.escape("(?:a|b")):
        needed_words("(?:a|b")
