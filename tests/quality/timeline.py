"""Score the days and sentences of timelines against those that journalists wrote.

The folder holds a folder for each topic (or is one): ``articles.jsonl`` (``text``, ``date``), ``timelines.jsonl`` (each
line has ``name`` and ``timeline``: pairs of a day and its sentences), and perhaps ``meta.json`` with ``keywords``, of
which a sentence must have one. As is usual for these sets, the number of days, the mean number of sentences for each
and the first and last day are taken from the reference.

Measures: F1 of the days, and ROUGE-1 and ROUGE-2 F1 of the sentences after aligning each day with its cheapest partner
(AR-1, AR-2; "align+ m:1" of Martschat and Markert 2017), from mean precision and mean recall over the references.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from briefing.analysis.sentences import find_sentences
from briefing.analysis.times import find_times
from briefing.assembly.days import DatedPassage, choose_days
from briefing.model.findings import Sentence, TimeExpression
from briefing.model.report import Paragraph, PartialDate, Report
from tests.paths import SHARED
from tests.quality.porter import stem
from tests.quality.records import LabelledFileError, Record, read_records

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")
_STOP_WORDS = "smart_common_words.txt"
# A sentence of a timeline has so many words.
_LENGTH = range(6, 61)
_SHORT_WORD = 3

Timeline = dict[date, tuple[str, ...]]
Words = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Topic:
    """The passages of all articles on one topic, and the timelines that journalists wrote of it."""

    name: str
    passages: tuple[DatedPassage, ...]
    references: tuple[Timeline, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Precision and recall of one measure on one timeline."""

    precision: float
    recall: float


def read_topics(folder: Path) -> Iterator[Topic]:
    """Yield the topics of a folder in the order of their names."""
    found = sorted(folder.glob("**/timelines.jsonl"))
    if not found:
        raise LabelledFileError(f"“{folder.name}” holds no timelines.jsonl; give the folder of a topic, or of several.")
    for path in found:
        references = tuple(
            {_day(day): tuple(told) for day, told in record["timeline"] if told}
            for record in read_records(path, ("timeline",))
            if record["timeline"]
        )
        passages = [
            passage
            for number, record in enumerate(read_records(path.parent / "articles.jsonl", ("text", "date")))
            for passage in _passages(record, number, _keywords(path.parent))
        ]
        yield Topic(path.parent.name, tuple(passages), references)


def _keywords(folder: Path) -> tuple[str, ...]:
    path = folder / "meta.json"
    return tuple(json.loads(path.read_text("utf-8")).get("keywords", ())) if path.exists() else ()


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _passages(record: Record, number: int, keywords: Sequence[str]) -> Iterator[DatedPassage]:
    text = record["text"]
    report = Report(
        id=str(number),
        text=text,
        paragraphs=tuple(Paragraph(start=found.start(), end=found.end()) for found in _PARAGRAPH.finditer(text)),
        title="",
        title_given=False,
        published=PartialDate.parse(record["date"][:10]),
    )
    sentences = find_sentences(report)
    times = find_times(report, sentences)
    for position, sentence in enumerate(sentences):
        words = text[sentence.start : sentence.end]
        lower = words.lower()
        yield DatedPassage(
            text=words,
            report=report.id,
            published=_day(record["date"]),
            position=position,
            days=_days_in(sentence, times),
            printable=len(words.split()) in _LENGTH and (not keywords or any(word in lower for word in keywords)),
        )


def _days_in(sentence: Sentence, times: Sequence[TimeExpression]) -> tuple[date, ...]:
    named = (time for time in times if sentence.start <= time.start < sentence.end)
    return tuple(sorted({time.first for time in named if time.first is not None and time.first == time.last}))


def predict(topic: Topic, reference: Timeline) -> Timeline:
    """Choose as many days and sentences as the reference has, by the rules of the program."""
    for_each = max(1, round(sum(map(len, reference.values())) / len(reference)))
    chosen = choose_days(
        topic.passages, days=len(reference), for_each=for_each, first=min(reference), last=max(reference)
    )
    return {day: tuple(topic.passages[index].text for index in told) for day, told in chosen}


def read_stop_words(folder: Path) -> frozenset[str]:
    """Return the stop words of the SMART system as ROUGE uses them, from a file beside the topics."""
    beside = [folder, *folder.parents[:2], SHARED / "gold" / "timelines"]
    found = next((path / _STOP_WORDS for path in beside if (path / _STOP_WORDS).exists()), None)
    if found is None:
        raise LabelledFileError(f"“{_STOP_WORDS}” is missing; put ROUGE's list of stop words beside the topics.")
    return frozenset(found.read_text("utf-8").split())


class Scorer:
    """Scores timelines; it keeps the stop words and the words of the texts that it has seen."""

    def __init__(self, stop_words: frozenset[str]) -> None:
        """Score with these stop words."""
        self._stop_words = stop_words
        self._words: Callable[[str], tuple[str, ...]] = lru_cache(None)(self._read_words)

    def _read_words(self, sentence: str) -> tuple[str, ...]:
        """Return the stems of a sentence as ROUGE-1.5.5 reads it."""
        plain = sentence.lower().replace("-lrb-", "(").replace("-rrb-", ")")
        words = re.sub(r"[^a-z0-9 ]+", " ", plain).split()
        return tuple(stem(word) if len(word) > _SHORT_WORD else word for word in words if word not in self._stop_words)

    def _grams(self, sentences: Sequence[str], length: int) -> Words:
        words = [word for sentence in sentences for word in self._words(sentence)]
        return Counter(zip(*[words[start:] for start in range(length)], strict=False))

    def score(self, found: Timeline, reference: Timeline) -> dict[str, Part]:
        """Return precision and recall of the days, and of the aligned words and pairs of words."""
        shared = len(found.keys() & reference.keys())
        parts = {"Date": Part(_share(shared, len(found)), _share(shared, len(reference)))}
        costs = _costs(found, reference)
        turned = {(other, one): cost for (one, other), cost in costs.items()}
        for length in (1, 2):
            theirs = {day: self._grams(told, length) for day, told in reference.items()}
            ours = {day: self._grams(told, length) for day, told in found.items()}
            parts[f"AR-{length}"] = Part(_aligned(ours, theirs, costs), _aligned(theirs, ours, turned))
        return parts


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _costs(found: Timeline, reference: Timeline) -> dict[tuple[date, date], float]:
    """Return for each pair of a found and a reference day how far they are from telling the same."""
    ours, theirs = _plain_words(found), _plain_words(reference)
    costs = {}
    for one, told in ours.items():
        for other, wanted in theirs.items():
            both = sum(min(count, wanted[word]) for word, count in told.items() if word in wanted)
            alike = _share(2 * both, sum(told.values()) + sum(wanted.values()))
            costs[one, other] = (1 - _nearness(one, other)) * (1 - alike)
    return costs


def _plain_words(timeline: Timeline) -> dict[date, Counter[str]]:
    return {day: Counter(re.findall(r"\w+", "\n".join(told))) for day, told in timeline.items()}


def _nearness(one: date, other: date) -> float:
    return 1 / (abs((one - other).days) + 1)


def _aligned(
    these: Mapping[date, Words], those: Mapping[date, Words], costs: Mapping[tuple[date, date], float]
) -> float:
    """Return the share of the words of one timeline that the other tells on the partner day, by nearness of days."""
    met = 0.0
    for day, words in these.items():
        partner = min(sorted(those), key=lambda other: costs[day, other], default=None)
        if partner is not None:
            both = sum(min(count, those[partner][word]) for word, count in words.items())
            met += _nearness(day, partner) * both
    return _share(met, sum(sum(words.values()) for words in these.values()))


def score_folder(folder: Path) -> dict[str, float]:
    """Return the F1 of each measure over all timelines of a folder."""
    scorer = Scorer(read_stop_words(folder))
    scores = [
        scorer.score(predict(topic, reference), reference)
        for topic in read_topics(folder)
        for reference in topic.references
    ]
    return {f"{measure} F1": _f1([score[measure] for score in scores]) for measure in ("Date", "AR-1", "AR-2")}


def _f1(parts: Sequence[Part]) -> float:
    precision = sum(part.precision for part in parts) / len(parts)
    recall = sum(part.recall for part in parts) / len(parts)
    return _share(2 * precision * recall, precision + recall)
