"""Score which reports are taken to tell of one event, by B-cubed (Bagga and Baldwin 1998).

Each line of a labelled file has ``id``, ``text`` (one sentence a line) and ``cluster``, the event that it tells of.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.analysis.sentences import find_sentences
from briefing.assembly.events import ReportWords, group_reports, report_words
from briefing.assembly.vocabulary import read_terms, weigh_rarity
from briefing.model.report import Paragraph, Report
from tests.quality.records import read_records


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report and the event that it tells of."""

    report: Report
    cluster: str


def read_labelled(path: Path) -> list[Labelled]:
    """Return the reports of a labelled file."""
    records = read_records(path, ("id", "text", "cluster"))
    return [Labelled(report_of(str(record["id"]), record["text"]), str(record["cluster"])) for record in records]


def report_of(identity: str, text: str) -> Report:
    """Make a report of a text with one sentence a line."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(start=start, end=start + len(line)))
        start += len(line) + 1
    return Report(
        id=identity,
        text=text,
        paragraphs=tuple(paragraphs),
        title="",
        title_given=False,
        language="en",
        origin=identity,
    )


def words_of(report: Report) -> ReportWords:
    """Make what is compared of a report."""
    sentences = find_sentences(report)
    terms = [read_terms(report.quote(sentence.start, sentence.end)) for sentence in sentences]
    return report_words(report.id, terms, report.published)


def score_clusters(path: Path) -> Score:
    """Score the events that the reports of a labelled file are found to tell of."""
    labelled = read_labelled(path)
    words = [words_of(item.report) for item in labelled]
    found = group_reports(words, weigh_rarity(item.terms.counts for item in words))
    return b_cubed({item.report.id: item.cluster for item in labelled}, _by_id(labelled, found))


def _by_id(labelled: Sequence[Labelled], found: Sequence[int]) -> dict[str, str]:
    return {item.report.id: str(event) for item, event in zip(labelled, found, strict=True)}


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Score:
    """Return the average over all items of the share of its group, and of its label, that are in both."""
    both = Counter((gold[item], found[item]) for item in gold)
    labels, groups = Counter(gold.values()), Counter(found[item] for item in gold)
    total = sum(labels.values()) or 1
    precision = sum(count * count / groups[group] for (_, group), count in both.items()) / total
    recall = sum(count * count / labels[label] for (label, _), count in both.items()) / total
    return Score(precision, recall)
