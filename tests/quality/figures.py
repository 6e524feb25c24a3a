"""Score the tolls found in labelled sentences.

Run ``python -m tests.quality.figures FILE.jsonl``. Each line of the file has ``sentence``, ``quantity`` (killed,
injured) and ``value``, and may have ``date`` of its report and ``value_max`` for ranges. A label is found when a
figure of its measure has its value (recall). The first figure of each measure in a sentence is right when a label of
the sentence has its value (precision); later figures are mostly older tolls and are not labelled.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.analysis.figures import find_figures
from briefing.analysis.sentences import find_sentences
from briefing.analysis.times import find_times
from briefing.model.findings import Figure
from briefing.model.report import Paragraph, PartialDate, Report
from tests.quality.records import read_records

Label = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Score:
    """How many labels there are, how many were found, how many figures were judged, how many of them right."""

    labelled: int = 0
    found: int = 0
    judged: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Return the share of judged figures that are right."""
        return self.right / self.judged if self.judged else 0.0

    @property
    def recall(self) -> float:
        """Return the share of labels that were found."""
        return self.found / self.labelled if self.labelled else 0.0

    def __add__(self, other: "Score") -> "Score":
        """Add the counts."""
        return Score(
            self.labelled + other.labelled,
            self.found + other.found,
            self.judged + other.judged,
            self.right + other.right,
        )


def figures_in(sentence: str, date: str) -> tuple[Figure, ...]:
    """Return the figures of one sentence of a report of this date."""
    report = Report(
        id="sentence",
        text=sentence,
        paragraphs=(Paragraph(start=0, end=len(sentence)),),
        title="",
        title_given=False,
        published=PartialDate.parse(date[:10]) if date else None,
    )
    sentences = find_sentences(report)
    return find_figures(report, sentences, find_times(report, sentences))


def score_sentence(figures: Iterable[Figure], labels: set[Label]) -> Score:
    """Compare the figures of one measure in one sentence with its labels."""
    values = [(figure.value, figure.high) for figure in figures]
    first = values[:1]
    return Score(len(labels), len(labels & set(values)), len(first), sum(value in labels for value in first))


def score_file(path: Path) -> dict[str, Score]:
    """Return the score of each quantity in a labelled file."""
    labels: dict[tuple[str, str, str], set[Label]] = defaultdict(set)
    for record in read_records(path, ("sentence", "quantity", "value")):
        key = (record["sentence"], str(record.get("date") or ""), record["quantity"])
        high = record.get("value_max")
        labels[key].add((float(record["value"]), None if high is None else float(high)))
    scores: dict[str, Score] = defaultdict(Score)
    for (sentence, date, quantity), wanted in sorted(labels.items()):
        figures = [figure for figure in figures_in(sentence, date) if figure.measure == quantity]
        scores[quantity] += score_sentence(figures, wanted)
    return dict(scores)


def main(path: Path) -> None:
    """Print precision and recall for each quantity of one labelled file."""
    for quantity, result in sorted(score_file(path).items()):
        print(f"{quantity}: labels {result.labelled}, precision {result.precision:.3f}, recall {result.recall:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
