"""Score who is named as the source of an attributed figure.

Run ``python -m tests.quality.figure_sources FILE.jsonl``. A line of the file has ``sentence`` and, where the sentence
says who gives its figure, ``attributed_to``; ``date`` and ``value`` are used where they are there.

The rule: of the attributions of the sentence those count whose content holds the labelled figure, of these the ones
with the shortest content, and all of them when none holds it. The sentence is right when one of those shares a word
with the label in its originator, its carrier or the words of its source. Words are folded: small letters, no accents,
no "'s" and no final "s" (some texts have lost their apostrophes), and articles and prepositions do not count.
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.analysis.figures import find_figures
from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions
from briefing.analysis.times import find_times
from briefing.model.findings import Attribution, Sentence
from briefing.model.report import Paragraph, PartialDate, Report
from tests.quality.records import LabelledFileError, read_records
from tests.quality.sources import Score

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b")
_SMALL = frozenset(["the", "a", "an", "of", "in", "for", "and", "or", "by", "to", "from", "on", "at", "with"])


def score_figure_sources(path: Path) -> Score:
    """Score every sentence of a labelled file that says who gives its figure."""
    records = read_records(path, ("sentence",))
    answers = [_is_right(record, str(record["attributed_to"])) for record in records if record.get("attributed_to")]
    if not answers:
        raise LabelledFileError(f"“{path.name}” has no “attributed_to”; this task needs sentences that have it.")
    found = [answer for answer in answers if answer is not None]
    return Score(len(answers), len(found), sum(found))


def _is_right(record: dict[str, Any], label: str) -> bool | None:
    """Tell whether the labelled source was found; None when none was found at all."""
    text = str(record["sentence"])
    report = Report(
        id="sentence",
        text=text,
        paragraphs=(Paragraph(start=0, end=len(text)),),
        title="",
        title_given=False,
        published=PartialDate.parse(str(record["date"])[:10]) if record.get("date") else None,
    )
    sentences = find_sentences(report)
    attributions = find_attributions(report, sentences)
    spans = _figure_spans(report, sentences, record.get("value"))
    giving = _closest([item for item in attributions if _holds(item, spans)]) or list(attributions)
    if not giving:
        return None
    return any(folded(label) & _names(report, item) for item in giving)


def _figure_spans(report: Report, sentences: Sequence[Sentence], value: float | None) -> list[tuple[int, int]]:
    figures = find_figures(report, sentences, find_times(report, sentences))
    return [(figure.start, figure.end) for figure in figures if value is not None and figure.value == float(value)]


def _holds(item: Attribution, spans: list[tuple[int, int]]) -> bool:
    content = item.content
    return content is not None and any(content.start < end and start < content.end for start, end in spans)


def _closest(holding: list[Attribution]) -> list[Attribution]:
    lengths = [item.content.end - item.content.start for item in holding if item.content is not None]
    return [item for item, length in zip(holding, lengths, strict=True) if length == min(lengths)]


def _names(report: Report, item: Attribution) -> frozenset[str]:
    words = report.text[item.source.start : item.source.end] if item.source else ""
    return folded(f"{item.originator} {item.carrier or ''} {words}")


def folded(words: str) -> frozenset[str]:
    """Return the words that count, folded: "Syria's state TV" gives syria, state and tv."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    found = {word for word in _WORD.findall(_POSSESSIVE.sub("", plain)) if word not in _SMALL}
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in found)


def main(path: Path) -> None:
    """Print precision and recall for one labelled file."""
    score = score_figure_sources(path)
    print(f"sources: labels {score.labelled}, precision {score.precision:.3f}, recall {score.recall:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
