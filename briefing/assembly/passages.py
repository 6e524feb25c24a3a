"""Passages: what is compared of the witnesses, worked out once for each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.assembly.events import ReportWords, group_reports, report_words
from briefing.assembly.grouping import PEOPLE, changes, kinds_told, main_kind
from briefing.assembly.vocabulary import Terms, Weights, join_terms, read_terms, unit, weigh_rarity, weight_of
from briefing.assembly.witnesses import Witness
from briefing.model.findings import Figure, Findings, Role
from briefing.model.report import Report

# What is dated by its report alone may have happened some days before.
_SLACK, _SLACK_REPORT = 1, 3
# Measures that say nothing of an event by themselves.
_LOOSE = frozenset({"count", "distance", "duration", "age"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The words of all reports: of each sentence, how rare each is, and the number of each report's event."""

    sentences: Mapping[str, tuple[Terms, ...]]
    rarity: Weights
    events: Mapping[str, int]


@dataclass(slots=True, kw_only=True, eq=False)
class Passage:
    """What is compared of a witness.

    ``key`` is its report and sentence. ``vector`` leaves out the names of its places, which are compared by
    themselves. ``first`` and ``last`` are its days as ordinals, None when it has none, widened to the days that
    it may tell of. ``figures`` are those that two accounts of one event must agree on, ``people`` those that count
    people. ``event`` is the number of the event of its report, ``position`` that of its paragraph.
    """

    # never changed, but not frozen: tens of thousands of passages are made, and twice as fast without the guard
    key: tuple[str, int]
    vector: Weights
    numbers: frozenset[str]
    kinds: frozenset[str]
    kind: str
    sites: frozenset[str]
    changes: frozenset[tuple[str, bool]]
    figures: tuple[Figure, ...]
    people: tuple[Figure, ...]
    role: Role
    day: int
    first: int | None
    last: int | None
    slack: int
    event: int
    position: int


Passages = Mapping[tuple[str, int], Passage]


def read_wordings(reports: Sequence[Report], findings: Sequence[Findings]) -> Wordings:
    """Read the words of all reports and find out which reports tell of one event."""
    known: dict[str, Terms] = {}  # wire copies bring the same sentences again
    sentences = {
        report.id: tuple(_terms_of(report.quote(sentence.start, sentence.end), known) for sentence in found.sentences)
        for report, found in zip(reports, findings, strict=True)
    }
    words: list[ReportWords] = [report_words(report.id, sentences[report.id], report.published) for report in reports]
    rarity = weigh_rarity(item.terms.counts for item in words)
    events = group_reports(words, rarity)
    return Wordings(
        sentences=sentences,
        rarity=rarity,
        events={report.id: event for report, event in zip(reports, events, strict=True)},
    )


def _terms_of(text: str, known: dict[str, Terms]) -> Terms:
    terms = known.get(text)
    if terms is None:
        terms = known[text] = read_terms(text)
    return terms


def make_passages(witnesses: Sequence[Witness], wordings: Wordings) -> Passages:
    """Work out what is compared of each witness, by its key."""
    known: _Known = {}
    return {witness.key: _make_passage(witness, wordings, known) for witness in witnesses}


# The vectors and numbers of sentences, by the identity of their terms and the names of the places in them.
_Known = dict[tuple[int | str, ...], tuple[Weights, frozenset[str]]]


def _words_of(witness: Witness, wordings: Wordings, known: _Known) -> tuple[Weights, frozenset[str]]:
    """Return the vector of a witness, without the names of its places, and the numbers in it."""
    told = wordings.sentences[witness.report.id]
    parts = [told[statement.sentence] for statement in witness.statements]
    names = [place.name for place in witness.places]
    key: tuple[int | str, ...] = (*map(id, parts), *names)
    words = known.get(key)
    if words is None:
        terms = parts[0] if len(parts) == 1 else join_terms(parts)
        places = {word for name in names for word in _name_words(name)}
        counts, rarity = terms.counts, wordings.rarity
        kept = sorted([word for word in counts if word not in places])
        weights = [rarity[word] if counts[word] == 1 else weight_of(counts[word]) * rarity[word] for word in kept]
        words = known[key] = unit(kept, weights), frozenset([word for word in terms.marked if word[0].isdigit()])
    return words


def _make_passage(witness: Witness, wordings: Wordings, known: _Known) -> Passage:
    vector, numbers = _words_of(witness, wordings, known)
    kinds, figures = kinds_told(witness), witness.figures
    when = witness.when
    first = when.first.first.toordinal() if when.first else None
    last = when.last.last.toordinal() if when.last else None
    return Passage(
        key=witness.key,
        vector=vector,
        numbers=numbers,
        kinds=kinds,
        kind=main_kind(kinds),
        sites=witness.sites,
        changes=changes(witness),
        figures=tuple([figure for figure in figures if figure.measure not in _LOOSE]) if figures else (),
        people=tuple([figure for figure in figures if figure.measure in PEOPLE]) if figures else (),
        role=witness.role,
        day=first or 0,
        first=None if last is None else first,
        last=None if first is None else last,
        slack=_SLACK_REPORT if when.dated_by == "report date" else _SLACK,
        event=wordings.events[witness.report.id],
        position=witness.paragraph,
    )


@lru_cache(maxsize=1 << 14)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(read_terms(name).counts)
