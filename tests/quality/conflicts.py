"""Score which figures are told to speak of one event, and whether they agree or differ.

Each line of the labelled file is one claim of a figure: ``event``, ``doc``, ``date``, ``sent``, ``sentence``,
``quantity``, ``value``, ``value_max`` and ``bound``. Two claims of one event and one quantity from different sentences
agree when one number covers the other (equal, inside its range, or within a twentieth of an "about"), else they differ.
Whole reports are read from ``reports/*.jsonl`` beside the folder of the labelled file; a report that is not there is
made of its claims alone.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from briefing.analysis import analyse, open_gazetteer
from briefing.assembly.count_groups import group_counts
from briefing.assembly.counts import Count, find_counts, is_equal
from briefing.assembly.names import build_names
from briefing.assembly.witnesses import find_witnesses
from briefing.data.labels import load_labels
from briefing.model.findings import Findings, Role
from briefing.model.report import PartialDate, Report
from briefing.workflow import read_report_text
from tests.paths import SHARED
from tests.quality.records import read_records

_FIELDS = ("event", "doc", "date", "sent", "sentence", "quantity", "value")
_ABOUT = 0.05
Record = dict[str, Any]
Pair = tuple[str, int, str, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictScores:
    """F1 of the pairs that differ and of those that agree, and precision and recall of all pairs put together."""

    differ_f1: float
    agree_f1: float
    linked_precision: float
    linked_recall: float


def score_conflicts(path: Path) -> ConflictScores:
    """Run the comparison of figures over the reports of a labelled file and score it."""
    claims = read_records(path, _FIELDS)
    labelled = labelled_pairs(claims)
    found = found_pairs(claims, _report_texts(path))
    shared = set(labelled) & set(found)
    return ConflictScores(
        differ_f1=_f1(_those(labelled, same=False), _those(found, same=False)),
        agree_f1=_f1(_those(labelled, same=True), _those(found, same=True)),
        linked_precision=len(shared) / len(found) if found else 0.0,
        linked_recall=len(shared) / len(labelled) if labelled else 0.0,
    )


def _those(pairs: dict[Pair, bool], *, same: bool) -> set[Pair]:
    return {pair for pair, agree in pairs.items() if agree is same}


def _f1(labelled: set[Pair], found: set[Pair]) -> float:
    total = len(labelled) + len(found)
    return 2 * len(labelled & found) / total if total else 1.0


def labelled_pairs(claims: Iterable[Record]) -> dict[Pair, bool]:
    """Return the labelled pairs: true when they agree."""
    return {
        _pair(one, two): _covers(one, two) or _covers(two, one)
        for one, two in combinations(claims, 2)
        if one["event"] == two["event"] and one["quantity"] == two["quantity"] and _place(one) != _place(two)
    }


def _covers(one: Record, two: Record) -> bool:
    if one.get("value_max"):
        return bool(one["value"] <= two["value"] <= one["value_max"])
    if one.get("bound") == "about":
        return bool(abs(one["value"] - two["value"]) <= _ABOUT * one["value"] + 0.5)
    return bool(one["value"] == two["value"])


def _place(claim: Record) -> tuple[str, int]:
    return str(claim["doc"]), int(claim["sent"])


def _pair(one: Record, two: Record) -> Pair:
    first, second = sorted((_place(one), _place(two)))
    return (*first, *second, str(one["quantity"]))


def found_pairs(claims: Sequence[Record], texts: dict[str, Record]) -> dict[Pair, bool]:
    """Return the pairs of labelled sentences whose figures the program puts together: true when they agree."""
    reports, findings = _analysed(claims, texts)
    names = build_names(findings, reports)
    counts = find_counts(find_witnesses(reports, findings, names, load_labels()), names)
    claim_of = {}
    for claim in claims:
        for count in counts:
            if _tells(count, claim):
                claim_of[count.key, count.figure.measure] = claim
                break
    pairs = {}
    for group in group_counts(counts):
        told = [(count, claim_of.get((count.key, count.figure.measure))) for count in group]
        for (one, first), (two, second) in combinations(told, 2):
            if first is not None and second is not None and _place(first) != _place(second):
                pairs[_pair(first, second)] = is_equal(one.figure, two.figure)
    return pairs


def _tells(count: Count, claim: Record) -> bool:
    """Tell whether a figure is the first of its measure in the sentence of a claim."""
    report = count.witness.report
    if report.id != claim["doc"] or count.figure.measure != claim["quantity"]:
        return False
    start = report.text.find(claim["sentence"])
    return start <= count.figure.start < start + len(claim["sentence"])


def _analysed(claims: Sequence[Record], texts: dict[str, Record]) -> tuple[list[Report], list[Findings]]:
    """Analyse the reports of the claims; each of their sentences is a witness here, whatever its role."""
    reports, findings = [], []
    for name in dict.fromkeys(str(claim["doc"]) for claim in claims):
        own = [claim for claim in claims if claim["doc"] == name]
        text = texts.get(name) or {"text": " ".join(dict.fromkeys(claim["sentence"] for claim in own))}
        date = str(text.get("date") or own[0]["date"] or "")[:10]
        read = read_report_text(text["text"], published=PartialDate.parse(date) if date else None, origin=f"{name}.txt")
        report = replace(
            read, id=name, title=text.get("title") or read.title, publisher=text.get("source") or own[0].get("outlet")
        )
        found = analyse(report, open_gazetteer())
        told = tuple(replace(statement, role=Role.DEVELOPMENT) for statement in found.statements)
        reports.append(report)
        findings.append(replace(found, statements=told))
    return reports, findings


@cache
def _report_texts(path: Path) -> dict[str, Record]:
    folders = (path.parent.parent / "reports", SHARED / "gold" / "reports")
    files = next((sorted(folder.glob("*.jsonl")) for folder in folders if folder.is_dir()), [])
    records = (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line)
    return {record["id"]: record for record in records if "id" in record and "text" in record}
