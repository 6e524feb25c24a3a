"""Score the expressions of time found in labelled reports.

Run ``python -m tests.quality.times FILE.jsonl``. Each line of the file has ``text`` and ``dct`` (date of the
report), and ``timexes`` with ``start``, ``end``, ``type`` and ``value``. Only DATE and TIME count, as in TempEval-3.
An expression is met when the spans overlap (relaxed), and right when its value is equal too; at day level only values
that name a calendar day count.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.analysis.sentences import find_sentences
from briefing.analysis.times import find_times
from briefing.model.report import Paragraph, PartialDate, Report
from tests.quality.records import read_records

_KINDS = {"DATE", "TIME"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression, labelled or found."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Score:
    """Numbers of labelled and found expressions, of those that met and of those with the right value."""

    labelled: int
    found: int
    met: int
    right: int

    @property
    def relaxed_f1(self) -> float:
        """Return F1 of the spans."""
        return _f1(self.met, self.labelled, self.found)

    @property
    def value_f1(self) -> float:
        """Return F1 of spans with the right value."""
        return _f1(self.right, self.labelled, self.found)


def _f1(right: int, labelled: int, found: int) -> float:
    return 2 * right / (labelled + found) if labelled + found else 0.0


def score(pairs: Iterable[tuple[Sequence[Expression], Sequence[Expression]]], *, days: bool = False) -> Score:
    """Compare labelled with found expressions, report by report; each found one can be used once."""
    labelled = found = met = right = 0
    for gold, predicted in pairs:
        wanted = [item for item in gold if not days or _DAY.match(item.value)]
        free = [item for item in predicted if not days or _DAY.match(item.value)]
        labelled, found = labelled + len(wanted), found + len(free)
        for item in wanted:
            partner = max(free, key=lambda other: _overlap(item, other), default=None)
            if partner is None or _overlap(item, partner) <= 0:
                continue
            free.remove(partner)
            met += 1
            right += partner.value == item.value
    return Score(labelled, found, met, right)


def _overlap(one: Expression, other: Expression) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def read_labelled(path: Path) -> Iterator[tuple[Report, list[Expression]]]:
    """Yield each report of a labelled file with its expressions of kind DATE and TIME."""
    for record in read_records(path, ("text", "timexes")):
        labels = [item for item in record["timexes"] if item.get("type") in _KINDS and item.get("value")]
        yield _report(record), [Expression(item["start"], item["end"], item["value"]) for item in labels]


def _report(record: dict[str, Any]) -> Report:
    text = record["text"]
    return Report(
        id=str(record.get("id", "labelled")),
        text=text,
        paragraphs=tuple(Paragraph(start=found.start(), end=found.end()) for found in _PARAGRAPH.finditer(text)),
        title="",
        title_given=False,
        published=PartialDate.parse(record["dct"][:10]) if record.get("dct") else None,
    )


def found_in(report: Report) -> list[Expression]:
    """Return what the program finds of kind DATE and TIME."""
    times = find_times(report, find_sentences(report))
    return [Expression(time.start, time.end, time.value) for time in times if time.type.value in _KINDS]


def main(path: Path) -> None:
    """Print the scores of one labelled file."""
    pairs = [(gold, found_in(report)) for report, gold in read_labelled(path)]
    plain, days = score(pairs), score(pairs, days=True)
    print(f"{path.name}: labelled {plain.labelled}, found {plain.found}")
    print(
        f"  relaxed F1 {plain.relaxed_f1:.3f}   value F1 {plain.value_f1:.3f}   day-level value F1 {days.value_f1:.3f}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
