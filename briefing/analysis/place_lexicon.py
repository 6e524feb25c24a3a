"""What a word is by itself to the search for places, found out once and kept, since the same words come again."""

from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis.gazetteer import Gazetteer, Known, Sense
from briefing.analysis.place_words import PlaceWords, place_words
from briefing.data.place_names import fold_name

_KEPT = 8_000  # words of which the facts are kept, some 3 MB
_SHORTEST_GUESS = 5  # letters of a name that may be known in another transliteration only


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFacts:
    """What is known of a capitalised word wherever it stands.

    ``alone`` are the places that the word alone may name, ``guesses`` those of names that differ from it only in the
    manner of transliteration. ``people`` is true for demonyms, ``state`` for abbreviations of states, with or without
    their full stop, ``may_lead`` for words with which a name in another transliteration may begin. ``silent`` is true
    when the word alone can be no place, unless the text calls it one.
    """

    folded: str
    known: Known
    alone: tuple[Sense, ...]
    guesses: tuple[Sense, ...]
    people: str | None
    state: bool
    may_lead: bool
    silent: bool


class Lexicon:
    """The facts of words, kept between reports; holds no more than some thousands."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer, self._words = gazetteer, words
        self._facts: dict[str, WordFacts] = {}

    def facts(self, word: str) -> WordFacts:
        """Return the facts of a word as it is written."""
        facts = self._facts.get(word)
        if facts is None:
            if len(self._facts) >= _KEPT:
                self._facts.clear()
            facts = self._facts[word] = self._find_out(word)
        return facts

    def _find_out(self, word: str) -> WordFacts:
        words, folded = self._words, fold_name(word)
        known = self._gazetteer.look_up(folded)
        people = self._gazetteer.country_of_people(word)
        may_lead = word[0].isupper() and not (
            word in words.never or word in words.first_names or word in words.organisations
        )
        alone = known.senses if self._may_stand_alone(word) and folded not in words.not_places else ()
        guesses = self.guesses(folded) if may_lead and not alone else ()
        state = word in words.states or word + "." in words.states
        silent = not (alone or guesses or state or may_be_declined(word))
        return WordFacts(
            folded=folded,
            known=known,
            alone=alone,
            guesses=guesses,
            people=people,
            state=state,
            may_lead=may_lead,
            silent=silent,
        )

    def guesses(self, folded: str) -> tuple[Sense, ...]:
        """Return the places whose names differ from this one only in the manner of transliteration."""
        if len(folded) < _SHORTEST_GUESS or not folded.isascii() or folded in self._words.common:
            return ()
        return self._gazetteer.look_up_loosely(folded)

    def _may_stand_alone(self, word: str) -> bool:
        if word in self._words.never or not word[0].isupper():
            return False
        if len(word) > 3 or "." in word or word in self._words.short_names:
            return True
        return not word.isupper()


def may_be_declined(word: str) -> bool:
    """Tell whether a word may be the name of a place in a case of Russian or Ukrainian."""
    return "\u0400" < word[-1] < "\u0530" and len(word) >= 5 and word[0].isupper()


@lru_cache(maxsize=4)
def lexicon_of(gazetteer: Gazetteer) -> Lexicon:
    """Return the lexicon that belongs to a gazetteer."""
    return Lexicon(gazetteer, place_words())
