"""The words of a paragraph as the search for places sees them, and the names found in it with their evidence."""

import re
from dataclasses import dataclass, field

from briefing.analysis.gazetteer import Sense
from briefing.model.findings import PlaceKind, Words
from briefing.model.report import Paragraph

# The closing ’s is passed over, so that it is part of the gap after the word and not a word.
_WORD = re.compile(r"((?:[A-Z]\.){2,}|W\.\s?Va\.|[^\W_]+(?:['’‘ʻ`](?![sS]\b)[^\W_]+)*)(?:['’][sS]\b)?")
_SENTENCE_END = re.compile(r"[.!?:;•|\n“\"]")
_JOINTS = frozenset({" ", "-", "‐", "‑", "\xa0", "  ", "\n"})
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
    ``believed`` when a common word is a name wherever it stands in the report.
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

    def add(self, points: float, reason: str = "") -> None:
        """Add evidence; the reason is kept for the analyst when it speaks for the place."""
        self.score += points
        if reason and points > 0:
            self.why.append(reason)

    @property
    def single(self) -> bool:
        """Tell whether the name is one word."""
        return self.first == self.last

    @property
    def country(self) -> bool:
        """Tell whether the name is that of a country."""
        return bool(self.senses) and self.senses[0].place.kind is PlaceKind.COUNTRY

    @property
    def wide(self) -> bool:
        """Tell whether the name is that of a country, a region or a sea."""
        wide = {PlaceKind.REGION, PlaceKind.WATER}
        return self.country or any(sense.rank == 0 and sense.place.kind in wide for sense in self.senses[:2])


class ParagraphWords:
    """The words of one paragraph with their places in the text.

    ``heading`` is true for lines in which nearly every word has a capital, so that capitals tell nothing.
    """

    __slots__ = ("ends", "heading", "number", "starts", "text", "words")

    def __init__(self, text: str, paragraph: Paragraph, number: int) -> None:
        self.text, self.number = text, number
        spans = [match.span(1) for match in _WORD.finditer(text, paragraph.start, paragraph.end)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        long = [word for word in self.words[:30] if len(word) > 3]
        capitals = sum(word[0].isupper() for word in long)
        sentence = text[paragraph.start : paragraph.end].rstrip("”\"’') ").endswith((".", "!", "?", ":"))
        self.heading = 3 < len(long) < 20 and capitals > 0.75 * len(long) and not sentence

    def gap(self, index: int) -> str:
        """Return the text between word ``index - 1`` and word ``index``, a line end at the edges."""
        if index <= 0 or index >= len(self.words):
            return "\n"
        return self.text[self.ends[index - 1] : self.starts[index]]

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
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        return gap in _JOINTS or (gap == ". " and self.words[index - 1] in _SHORTENED)

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence, a quotation or a clause after a colon begins with word ``index``."""
        return index == 0 or _SENTENCE_END.search(self.gap(index)) is not None


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
