"""The words of a paragraph as the search for places sees them, and the names found in it with their evidence."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from briefing.analysis.gazetteer import Sense
from briefing.model.findings import PlaceKind, Words
from briefing.model.report import Paragraph

# The closing ’s is passed over, so that it is part of the gap after the word and not a word.
_WORD = re.compile(
    r"((?!(?<=[\w.]['’])[sS]\b)"
    r"(?:W\.\s?Va\.|[^\W_]++(?:['’‘ʻ`](?![sS]\b)[^\W_]++)*+(?:(?<=(?<![\w'’‘ʻ`])[A-Z])\.(?:[A-Z]\.)+)?))"
)
_SENTENCE_END = re.compile(r"[.!?:;•|\n“\"]")
_JOINTS = frozenset({" ", "-", "‐", "‑", "\xa0", "  ", "\n"})
_WIDE = frozenset({PlaceKind.REGION, PlaceKind.WATER})
_SHORTENED = frozenset({"St", "Ste", "Mt", "Ft", "Pt"})


@dataclass(slots=True)
class Candidate:
    """A name in the text that may be a place, with the evidence so far; ``key`` is the folded name.

    ``first`` and ``last`` are the words of its paragraph that it is made of. ``cue`` is the kind that words beside it
    ask for ("Daraa province"). ``named_kind`` is the kind that the name itself tells ("Guadalupe River"). ``guessed``
    is true when the name was found only in another transliteration or without its generic word, so that it needs the
    support of its country. ``person`` is true when the words beside it make it a person's name,
    ``part_of_body`` when they make it part of the name of a body ("Bank of England"), ``government`` when they make a
    capital the government that sits there ("Baku accused"),
    ``believed`` when a common word is a name wherever it stands in the report. ``single`` is true for names of one
    word, ``country`` for those of countries, ``wide`` for those of countries, regions and seas.
    """

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]
    paragraph: int
    first: int
    last: int
    score: float = 0.0
    why: list[str] = field(default_factory=list)
    cue: PlaceKind | None = None
    named_kind: PlaceKind | None = None
    abbreviated: bool = False
    guessed: bool = False
    person: bool = False
    part_of_body: bool = False
    government: bool = False
    believed: bool = False
    single: bool = field(init=False)
    country: bool = field(init=False)
    wide: bool = field(init=False)

    def __post_init__(self) -> None:
        """Settle what is asked again and again: one word, a country, or a country, a region or a sea."""
        self.single = self.first == self.last
        self.country = bool(self.senses) and self.senses[0].place.kind is PlaceKind.COUNTRY
        self.wide = self.country or any(sense.rank == 0 and sense.place.kind in _WIDE for sense in self.senses[:2])

    def add(self, points: float, reason: str = "") -> None:
        """Add evidence; the reason is kept for the analyst when it speaks for the place."""
        self.score += points
        if reason and points > 0:
            self.why.append(reason)


class ParagraphWords:
    """The words of one paragraph with their places in the text.

    ``gaps`` are what stands before each word and after the last. ``marked`` are the words, by number, that are not
    written small: those with a capital, numbers, and those of scripts without capitals. ``heading`` is true for lines
    in which nearly every word has a capital, so that capitals tell nothing.
    """

    __slots__ = ("ends", "gaps", "heading", "marked", "number", "starts", "text", "words")

    def __init__(self, text: str, paragraph: Paragraph, number: int) -> None:
        self.text, self.number = text, number
        own = text[paragraph.start : paragraph.end]
        pieces = _WORD.split(own)
        bounds = list(accumulate(map(len, pieces), initial=paragraph.start))
        self.gaps, self.words = pieces[0::2], pieces[1::2]
        self.starts, self.ends = bounds[1:-1:2], bounds[2:-1:2]
        self.marked = [index for index, word in enumerate(self.words) if not word.islower()]
        self.heading = _is_heading(self.words, own)

    def gap(self, index: int) -> str:
        """Return the text between word ``index - 1`` and word ``index``, a line end at the edges."""
        return self.gaps[index] if 0 < index < len(self.words) else "\n"

    def word(self, index: int) -> str:
        """Return a word, or "" beyond the edges."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def capital(self, index: int) -> bool:
        """Tell whether there is a word ``index`` and it has a capital."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def joined(self, index: int) -> bool:
        """Tell whether word ``index`` goes on with the one before it: only a blank or a hyphen between them."""
        if not 0 < index < len(self.words):
            return False
        gap = self.gaps[index]
        return gap in _JOINTS or (gap == ". " and self.words[index - 1] in _SHORTENED)

    def end_of_run(self, last: int, joints: frozenset[str]) -> int:
        """Return the last word of a run of capitalised words, and of such small ones as the "de" of Rio de Janeiro."""
        words, end = self.words, len(self.words) - 1
        while last < end and self.joined(last + 1):
            if words[last + 1][0].isupper():
                last += 1
            elif words[last + 1] in joints and self.capital(last + 2) and self.joined(last + 2):
                last += 2
            else:
                break
        return last

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence, a quotation or a clause after a colon begins with word ``index``."""
        if index == 0:
            return True
        gap = self.gap(index)
        return gap != " " and _SENTENCE_END.search(gap) is not None


def _is_heading(words: list[str], text: str) -> bool:
    """Tell whether nearly every longer word has a capital and no mark ends a sentence."""
    long = [word for word in words[:30] if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    sentence = text.rstrip("”\"’') ").endswith((".", "!", "?", ":"))
    return 3 < len(long) < 20 and capitals > 0.75 * len(long) and not sentence


class Taken:
    """Spans that other analysis has claimed, asked in text order."""

    def __init__(self, spans: tuple[Words, ...]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)
        self._at = 0

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a span overlaps a claimed one; spans must be asked for with growing ``start``."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= start:
            self._at += 1
        return any(first < end and last > start for first, last in self._spans[self._at : self._at + 4])
