"""Score the roles, main actions and claims of control of sentences on the short texts in the folder beside this file.

Run ``python -m tests.quality.roles``. The texts were written for this purpose. A text begins with ``# date | title``;
each line after it is one sentence: ``role | kind of its main action | claims of control | words``. Claims are parted by
semicolons, each ``place relation holder``, and a last word other than "asserted" gives its modality. An empty kind is
not scored. The files ``held_out_*`` were labelled before the rules were last changed, but their faults have been read;
``unseen.txt`` was labelled after, and no rule has been changed for it.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.analysis.dating import main_action
from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from briefing.analysis.pipeline import analyse
from briefing.model.findings import ControlClaim, ControlRelation, Modality, Role, Statement
from briefing.model.report import Paragraph, PartialDate, Report
from tests.quality.records import LabelledFileError

TEXTS = Path(__file__).with_suffix("")
_FIELDS = 4


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One claim of control, in words: the holder as the report calls it, in small letters."""

    place: str
    relation: str
    holder: str
    modality: str


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with its labels; ``kind`` is empty where no action is labelled."""

    role: Role
    kind: str
    claims: frozenset[Claim]
    words: str


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A short report with the labels of its sentences."""

    date: str
    title: str
    sentences: tuple[LabelledSentence, ...]

    def report(self) -> Report:
        """Make the report, in one paragraph for each sentence."""
        text, paragraphs = "", []
        for sentence in self.sentences:
            start = len(text)
            text += sentence.words
            paragraphs.append(Paragraph(start=start, end=len(text)))
            text += "\n\n"
        return Report(
            id="text",
            text=text,
            paragraphs=tuple(paragraphs),
            title=self.title,
            title_given=True,
            language="en",
            published=PartialDate.parse(self.date),
        )


@dataclass(slots=True)
class Score:
    """Counts over all sentences, and what went wrong in words."""

    sentences: int = 0
    roles: int = 0
    kinds_labelled: int = 0
    kinds: int = 0
    developments: list[int] = field(default_factory=lambda: [0, 0, 0])  # labelled, found, right
    claims: list[int] = field(default_factory=lambda: [0, 0, 0])
    faults: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the figures by name."""
        return {
            "role right": _share(self.roles, self.sentences),
            "development F1": _f1(self.developments),
            "main action right": _share(self.kinds, self.kinds_labelled),
            "control claim F1": _f1(self.claims),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(counts: list[int]) -> float:
    labelled, found, right = counts
    return 2 * right / (labelled + found) if labelled + found else 1.0


def read_texts(path: Path = TEXTS) -> Iterator[LabelledText]:
    """Yield the texts of a file, or of all files of a folder."""
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not files:
        raise LabelledFileError(f"“{path.name}” is no folder with files “*.txt”; this task needs one.")
    for file in files:
        for block in file.read_text(encoding="utf-8").split("\n\n"):
            if block.strip():
                yield _read_text(block.strip().split("\n"), file.name)


def _read_text(lines: list[str], name: str) -> LabelledText:
    date, _, title = lines[0].removeprefix("# ").partition(" | ")
    return LabelledText(date, title, tuple(_read_sentence(line, name) for line in lines[1:]))


def _read_sentence(line: str, name: str) -> LabelledSentence:
    fields = [part.strip() for part in line.split("|", _FIELDS - 1)]
    if len(fields) != _FIELDS:
        raise LabelledFileError(f"“{line}” in {name} has not the four fields role | kind | claims | words.")
    role, kind, claims, words = fields
    found = frozenset(_read_claim(claim, name) for claim in claims.split(";") if claim.strip())
    return LabelledSentence(Role(role), kind, found, words)


def _read_claim(words: str, name: str) -> Claim:
    parts = words.split()
    relations = {relation.value for relation in ControlRelation}
    at = next((index for index, part in enumerate(parts) if part in relations), None)
    if at is None:
        raise LabelledFileError(f"“{words}” in {name} names no relation of control.")
    modality = parts.pop() if parts[-1] in {modality.value for modality in Modality} else Modality.ASSERTED.value
    return Claim(" ".join(parts[:at]), parts[at], " ".join(parts[at + 1 :]).lower(), modality)


def _claim(found: ControlClaim) -> Claim:
    return Claim(found.place.name, found.relation.value, found.holder.lower(), found.modality.value)


def score(texts: Iterator[LabelledText], gazetteer: Gazetteer) -> Score:
    """Compare the labels with what the analysis finds, over all texts."""
    result = Score()
    for text in texts:
        findings = analyse(text.report(), gazetteer)
        if len(findings.statements) != len(text.sentences):
            raise LabelledFileError(f"“{text.title}” is cut into {len(findings.statements)} sentences.")
        for labelled, found in zip(text.sentences, findings.statements, strict=True):
            _compare(result, labelled, found)
    return result


def _compare(result: Score, labelled: LabelledSentence, found: Statement) -> None:
    faults = []
    result.sentences += 1
    if found.role is labelled.role:
        result.roles += 1
    else:
        faults.append(f"{found.role.value} for {labelled.role.value}: {found.reason}")
    is_labelled, is_found = labelled.role is Role.DEVELOPMENT, found.role is Role.DEVELOPMENT
    _count(result.developments, int(is_labelled), int(is_found), int(is_labelled and is_found))
    action = main_action(found.actions)
    kind = action.kind if action else ""
    if labelled.kind:
        result.kinds_labelled += 1
        result.kinds += kind == labelled.kind
        if kind != labelled.kind:
            faults.append(f"{kind or 'no action'} for {labelled.kind}")
    claims = frozenset(map(_claim, found.controls))
    _count(result.claims, len(labelled.claims), len(claims), len(labelled.claims & claims))
    faults.extend(f"claim missed: {claim}" for claim in sorted(labelled.claims - claims))
    faults.extend(f"claim invented: {claim}" for claim in sorted(claims - labelled.claims))
    result.faults.extend(f"{fault}\n      {labelled.words}" for fault in faults)


def _count(counts: list[int], labelled: int, found: int, right: int) -> None:
    counts[:] = [counts[0] + labelled, counts[1] + found, counts[2] + right]


def main(arguments: list[str]) -> None:
    """Print the figures and every fault of a file or folder."""
    result = score(read_texts(Path(arguments[0]) if arguments else TEXTS), open_gazetteer())
    for what, figure in result.figures().items():
        print(f"{what:20} {figure:.3f}")
    for fault in result.faults:
        print(f"  {fault}")


if __name__ == "__main__":
    main(sys.argv[1:])
