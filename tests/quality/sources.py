"""Score the attributions found in labelled texts: who says what.

Run ``python -m tests.quality.sources GOLD.jsonl [--speech]``. A line of the file is a record with "text" and
"attributions"; each has "source", "cue" and "content" as [start, end], and more of them as "source_all" and so on.
Words are compared, not characters. A pair is right when the source shares a word with the labelled one and the words
of what is said agree by half (F1 of words). With --speech only labels whose cue reports speech count, and what is
found of the others is neither right nor wrong.
"""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions
from briefing.model.findings import Words
from briefing.model.report import Paragraph, Report
from tests.quality.records import read_records

_WORD = re.compile(r"\w+(?:['’]\w+)?")
# Stems of reporting words; a cue with one of them reports speech.
_SPEECH = (
    r"sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|report(?:s|ed|ing)?|announc\w+|"
    r"add(?:s|ed|ing)|stat(?:e|es|ed|ing|ement)|claim\w*|alleg\w+|accus\w+|warn\w*|"
    r"wr(?:ite|ites|ote|iting|itten)|tweet\w*|confirm\w*|den(?:y|ies|ied|ying)|cit(?:e|es|ed|ing)|"
    r"quot(?:e|es|ed|ing)|declar\w+|not(?:e|es|ed|ing)|explain\w*|argu(?:e|es|ed|ing)|insist\w*|"
    r"acknowledg\w+|admit\w*|assert\w*|ask(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respond\w*|comment\w*|"
    r"describ\w+|call(?:s|ed|ing)|suggest\w*|testif\w+|conced\w+|maintain\w*|remark\w*|predict\w*|"
    r"estimat\w+|reveal\w*|disclos\w+|conclud\w+|post(?:ed|s|ing)|recall\w*|vow\w*|promis\w+|pledg\w+|"
    r"urg(?:e|es|ed|ing)|stress\w*|emphasi[sz]\w+|show(?:s|ed|ing)?|f(?:ound|inds?)|indicat\w+|"
    r"mention\w*|continu(?:ed|es)|boast\w*|complain\w*|contend\w*|counter(?:ed|s)|criticiz\w+|joked?|"
    r"observ\w+|referr\w+|refer|reiterat\w+|speak\w*|spoke\w*|talk\w*|put it|learned|quipp\w+|"
    r"express\w*|recount\w*|blam(?:e|ed|es|ing)|propos\w+|question\w*|lash\w*|blast\w*|slam\w*|"
    r"condemn\w*|prais\w+|reject\w*|dismiss\w*|declin\w+|retort\w*|echo\w*|interview\w*|:"
)
_REPORTS = re.compile(rf"\b(?:{_SPEECH})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as sets of words, given by where they begin; ``cue_text`` is the cue as written."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    cue_text: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many are labelled, how many found, how many of them right."""

    labelled: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what is labelled that was found."""
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.right / (self.labelled + self.found) if self.right else 0.0

    def __add__(self, other: "Score") -> "Score":
        """Add the counts."""
        return Score(self.labelled + other.labelled, self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True)
class SourceScores:
    """The figures for one set of texts: pairs of source and content, sources alone, words of what is said."""

    pairs: Score = Score()
    sources: Score = Score()
    content_words: Score = Score()

    def __add__(self, other: "SourceScores") -> "SourceScores":
        """Add the counts."""
        return SourceScores(
            self.pairs + other.pairs, self.sources + other.sources, self.content_words + other.content_words
        )


def score_sources(gold: Path, *, speech: bool = False) -> SourceScores:
    """Run ``find_attributions`` over a file of labelled texts and score what it finds."""
    scores = SourceScores()
    for record in read_records(gold, ("text", "attributions")):
        labelled = [_labelled(record["text"], item) for item in record["attributions"]]
        found = _found(record["text"])
        scores += score_text([s for s in labelled if s.source or s.content], found, speech=speech)
    return scores


def score_text(labelled: Sequence[Saying], found: Sequence[Saying], *, speech: bool) -> SourceScores:
    """Score one text."""
    if speech:
        counted = [saying for saying in labelled if _REPORTS.search(saying.cue_text)]
        others = [saying for saying in labelled if not _REPORTS.search(saying.cue_text)]
        found = [saying for saying in found if not _belongs_to_others(saying, others, counted)]
        labelled = counted
    pairs = _matched(
        [s for s in found if s.source and s.content], [s for s in labelled if s.source and s.content], _pair_worth
    )
    sources = _matched(_distinct(found), _distinct(labelled), lambda a, b: agreement(a.source, b.source))
    said, heard = _words_of(labelled), _words_of(found)
    return SourceScores(pairs, sources, Score(len(said), len(heard), len(said & heard)))


def agreement(first: frozenset[int], second: frozenset[int]) -> float:
    """Return the F1 of two sets of words."""
    shared = len(first & second)
    return 2 * shared / (len(first) + len(second)) if shared else 0.0


def _pair_worth(found: Saying, labelled: Saying) -> float:
    alike = agreement(found.content, labelled.content)
    return alike if alike >= 0.5 and found.source & labelled.source else 0.0


def _belongs_to_others(found: Saying, others: Sequence[Saying], counted: Sequence[Saying]) -> bool:
    nearest = max((_nearness(found, saying) for saying in others), default=0.0)
    return nearest > 0.5 and nearest > max((_nearness(found, saying) for saying in counted), default=0.0)


def _nearness(found: Saying, labelled: Saying) -> float:
    shared = 0.5 * bool(found.source & labelled.source) + 0.5 * bool(found.cue & labelled.cue)
    return agreement(found.content, labelled.content) + shared


def _matched(found: Sequence[Saying], labelled: Sequence[Saying], worth: Callable[[Saying, Saying], float]) -> Score:
    """Match one to one, the best first."""
    ranked = sorted(
        ((worth(a, b), i, j) for i, a in enumerate(found) for j, b in enumerate(labelled) if worth(a, b) > 0),
        key=lambda item: -item[0],
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return Score(len(labelled), len(found), len(taken[0]))


def _distinct(sayings: Iterable[Saying]) -> list[Saying]:
    return list({saying.source: saying for saying in sayings if saying.source}.values())


def _words_of(sayings: Iterable[Saying]) -> frozenset[int]:
    return frozenset(word for saying in sayings for word in saying.content)


def _labelled(text: str, item: dict[str, Any]) -> Saying:
    source, cue, content = (_spans(item, role) for role in ("source", "cue", "content"))
    cue_text = " ".join(text[start:end] for start, end in cue)
    return Saying(_words_in(text, source), _words_in(text, cue), _words_in(text, content), cue_text)


def _spans(item: dict[str, Any], role: str) -> list[list[int]]:
    spans: list[list[int]] = item.get(f"{role}_all") or ([item[role]] if item.get(role) else [])
    return spans


def _words_in(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(match.start() for start, end in spans for match in _WORD.finditer(text, start, end))


def _found(text: str) -> list[Saying]:
    report = as_report(text)
    return [
        Saying(_span(text, a.source), _span(text, a.cue), _span(text, a.content), "")
        for a in find_attributions(report, find_sentences(report))
        if a.source or a.content
    ]


def _span(text: str, words: Words | None) -> frozenset[int]:
    return _words_in(text, [(words.start, words.end)] if words is not None else [])


def as_report(text: str) -> Report:
    """Make a report whose paragraphs are the lines of a text."""
    paragraphs = tuple(
        Paragraph(start=match.start(), end=match.end()) for match in re.finditer(r"\S[^\n]*(?<=\S)", text)
    )
    return Report(id="labelled", text=text, paragraphs=paragraphs, title="", title_given=False)


def main() -> None:
    """Print the figures for a file of labelled texts."""
    scores = score_sources(Path(sys.argv[1]), speech="--speech" in sys.argv)
    for name, score in (("pairs", scores.pairs), ("sources", scores.sources), ("content words", scores.content_words)):
        print(f"{name}: precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}")


if __name__ == "__main__":
    main()
