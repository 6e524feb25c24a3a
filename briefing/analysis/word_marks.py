"""What a word may be to each step of the analysis, told by its form alone, as the bits of one number.

The same words come again and again, so that a form is looked up in all the tables once and its marks are kept. The
marks of a sentence tell at once which steps have nothing to do in it, and where in it the others have to look.
"""

from functools import cache

from briefing.analysis.action_words import read_actions
from briefing.analysis.actor_words import read_actors
from briefing.analysis.control_words import read_control
from briefing.analysis.cues import read_cues
from briefing.analysis.modality import read_modality
from briefing.analysis.source_kinds import read_kinds

CUE = 1  # a word of a reporting cue
ACTION = 2  # the first word of an action
CONTROL = 4  # the first word of a way to speak of control
GROUP = 8  # a noun for a group that acts
MOOD = 16  # a word that can change whether something is said to have happened
CONFLICT = 32  # a sign of armed conflict or unrest
BY = 64

_MOST_KEPT = 20_000  # forms
_LONGEST_KEPT = 24  # letters


class WordMarks(dict[str, int]):
    """The marks of each form of a word; those of a new one are found once and kept, up to a bound."""

    def __missing__(self, word: str) -> int:
        """Look a form up in the tables of all steps."""
        marks = sum(mark for mark, words in _tables() if word in words)
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[word] = marks
        return marks


@cache
def _tables() -> tuple[tuple[int, frozenset[str]], ...]:
    return (
        (CUE, read_cues().cue_words),
        (ACTION, read_actions().first_words),
        (CONTROL, read_control().first_words),
        (GROUP, frozenset(read_actors().groups)),
        (MOOD, read_modality().all_words),
        (CONFLICT, read_kinds().conflict),
        (BY, frozenset({"by"})),
    )


MARKS = WordMarks()
