"""Score the ends of sentences on the short texts in the folder beside this file, all written for this purpose.

Run ``python -m tests.quality.sentences``. In the files a blank line ends a text and a line is a sentence; a line that
begins with ⁀ follows the one before without blank space. The ends between sentences are scored, the last one is given.
A sentence inside a quotation ends as one outside. The texts of heldout.txt were written before the rules were tried on
them (F1 .974 then); no rule and no word may be added for their sake.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.analysis.sentences import find_sentences
from briefing.model.report import Paragraph, Report
from tests.quality.records import LabelledFileError

TEXTS = Path(__file__).with_suffix("")
_TIE = "⁀"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the places where its sentences end, without the last."""

    text: str
    ends: frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """How many ends are labelled, found and right, and what went wrong in words."""

    labelled: int
    found: int
    right: int
    faults: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Return F1 of the ends."""
        return 2 * self.right / (self.labelled + self.found) if self.labelled + self.found else 0.0


def read_texts(folder: Path = TEXTS) -> Iterator[Labelled]:
    """Yield the texts of all files of the folder."""
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise LabelledFileError(f"“{folder.name}” is no folder with files “*.txt”; this task needs one.")
    for path in files:
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            if block.strip():
                yield _labelled(block.strip().split("\n"))


def _labelled(lines: list[str]) -> Labelled:
    text, ends = "", set()
    for line in lines:
        if text:
            ends.add(len(text))
            text += "" if line.startswith(_TIE) else " "
        text += line.removeprefix(_TIE)
    return Labelled(text, frozenset(ends))


def found_ends(text: str) -> frozenset[int]:
    """Return where the program ends sentences in a text of one paragraph, without the last."""
    paragraph = Paragraph(start=0, end=len(text))
    report = Report(id="text", text=text, paragraphs=(paragraph,), title="", title_given=False)
    return frozenset(sentence.end for sentence in find_sentences(report)[:-1])


def score(texts: Iterator[Labelled]) -> Score:
    """Compare labelled with found ends over all texts."""
    labelled = found = right = 0
    faults: list[str] = []
    for item in texts:
        ends = found_ends(item.text)
        labelled, found, right = labelled + len(item.ends), found + len(ends), right + len(ends & item.ends)
        faults.extend(f"missed: …{_around(item.text, end)}" for end in sorted(item.ends - ends))
        faults.extend(f"invented: …{_around(item.text, end)}" for end in sorted(ends - item.ends))
    return Score(labelled, found, right, tuple(faults))


def _around(text: str, end: int) -> str:
    return f"{text[max(0, end - 25) : end]}|{text[end : end + 25]}"


def main() -> None:
    """Print F1 and every fault."""
    result = score(read_texts())
    print(f"ends: labelled {result.labelled}, found {result.found}, F1 {result.f1:.3f}")
    for fault in result.faults:
        print(f"  {fault}")


if __name__ == "__main__":
    main()
