"""Score which passages of different reports are taken to tell of one thing, and what is printed as corroborated.

Each line of a labelled file has ``doc``, ``sent`` (the number of a sentence), its ``text``, ``type`` and ``coref``: one
mention of an event. Two sentences of different reports are linked when they share an event that is no reporting. The
whole reports are read from the file of the same name with ``_docs`` for ``_events``; where it is missing, a report is
the sentences that are labelled.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from briefing.assembly.backdrop import Backdrop
from briefing.assembly.joining import group_witnesses
from briefing.assembly.links import are_related, link_features
from briefing.assembly.names import build_names
from briefing.assembly.passages import Passage, Wordings, make_passages, read_wordings
from briefing.assembly.witnesses import TOLD, Witness, find_witnesses, make_witness
from briefing.assembly.wording import when_of
from briefing.data.labels import load_labels
from briefing.model.findings import Findings
from briefing.model.report import Report
from briefing.workflow import analyse_reports
from tests.quality.clusters import Score, read_labelled, report_of
from tests.quality.records import Record, read_records

Sentence = tuple[str, int]
Pair = tuple[Sentence, Sentence]


@dataclass(frozen=True, slots=True)
class Gold:
    """The labelled sentences with their texts, and the pairs of them that are linked."""

    texts: dict[Sentence, str]
    linked: frozenset[Pair]


@dataclass(frozen=True, slots=True)
class Material:
    """The reports that hold the labelled sentences, analysed, with their words."""

    reports: tuple[Report, ...]
    findings: tuple[Findings, ...]
    wordings: Wordings


@dataclass(frozen=True, slots=True)
class Scores:
    """The links found, and those of a printed passage with the passages that are said to bear it out."""

    links: Score
    corroborated: Score


def read_gold(records: list[Record]) -> Gold:
    """Return the sentences and links of a labelled file."""
    texts: dict[Sentence, str] = {}
    events: dict[str, set[Sentence]] = defaultdict(set)
    for record in records:
        sentence = (str(record["doc"]), int(record["sent"]))
        texts[sentence] = record["text"]
        if ":" not in record["coref"] and "REPORTING" not in record["type"]:
            events[record["coref"]].add(sentence)
    linked = {
        pair for members in events.values() for pair in combinations(sorted(members), 2) if pair[0][0] != pair[1][0]
    }
    return Gold(texts, frozenset(linked))


def read_material(path: Path, gold: Gold) -> Material:
    """Return the reports of a labelled file, analysed."""
    whole = path.with_name(path.name.replace("_events", "_docs"))
    names = {document for document, _ in gold.texts}
    if whole != path and whole.is_file():
        reports = [item.report for item in read_labelled(whole) if item.report.id in names]
    else:
        reports = [
            report_of(name, "\n".join(text for (document, _), text in sorted(gold.texts.items()) if document == name))
            for name in sorted(names)
        ]
    findings = analyse_reports(reports)
    return Material(tuple(reports), findings, read_wordings(reports, findings))


def passages_of(material: Material, gold: Gold) -> dict[Sentence, Passage]:
    """Make what is compared of each labelled sentence."""
    by_id = {report.id: (report, found) for report, found in zip(material.reports, material.findings, strict=True)}
    made = {}
    for sentence, text in sorted(gold.texts.items()):
        report, found = by_id[sentence[0]]
        if witness := _witness(report, found, text):
            made[sentence] = make_passages([witness], material.wordings)[witness.key]
    return made


def _witness(report: Report, found: Findings, text: str) -> Witness | None:
    start = report.text.find(text)
    end = start + len(text)
    chain = tuple(
        statement for statement in found.statements if start <= found.sentences[statement.sentence].start < end
    )
    if start < 0 or not chain:
        return None
    places = {mention.place.id: mention.place for statement in chain for mention in statement.places}
    when = when_of(chain[0], report, load_labels())
    return make_witness(report, found, chain, tuple(places.values()), Backdrop(report, found), when)


def score_corroboration(path: Path) -> Scores:
    """Score the links of a labelled file."""
    gold = read_gold(read_records(path, ("doc", "sent", "text", "type", "coref")))
    material = read_material(path, gold)
    passages = passages_of(material, gold)
    found = {
        (one, two)
        for one, two in _candidates(passages)
        if one[0] != two[0] and are_related(passages[one], passages[two])
    }
    return Scores(_score(gold.linked, found), _score(gold.linked, _corroborated(material, gold)))


def labelled_features(path: Path) -> list[tuple[tuple[float, ...], bool, str]]:
    """Return for each candidate pair of a labelled file what a link rests on, whether it is one, and the report."""
    gold = read_gold(read_records(path, ("doc", "sent", "text", "type", "coref")))
    passages = passages_of(read_material(path, gold), gold)
    return [
        (link_features(passages[one], passages[two]), (one, two) in gold.linked, one[0])
        for one, two in _candidates(passages)
        if one[0] != two[0]
    ]


def _candidates(passages: dict[Sentence, Passage]) -> list[Pair]:
    """Return the pairs of reports that are found to tell of one event: others are never taken to be of one matter."""
    events: dict[int, list[Sentence]] = defaultdict(list)
    for sentence, passage in sorted(passages.items()):
        events[passage.event].append(sentence)
    return [pair for members in events.values() for pair in combinations(members, 2)]


def _corroborated(material: Material, gold: Gold) -> set[Pair]:
    """Return the pairs of passages of different reports that would be one entry, as far as both are labelled."""
    names = build_names(material.findings, material.reports)
    witnesses = [
        item for item in find_witnesses(material.reports, material.findings, names, load_labels()) if item.role in TOLD
    ]
    found: set[Pair] = set()
    for group in group_witnesses(witnesses, make_passages(witnesses, material.wordings)):
        members = [witnesses[index] for index in group]
        sentences = [_labelled(member, gold) for member in members]
        for one, two in combinations(sorted(sentence for sentence in sentences if sentence), 2):
            if one[0] != two[0]:
                found.add((one, two))
    return found


def _labelled(witness: Witness, gold: Gold) -> Sentence | None:
    quote = witness.quote
    for sentence, text in gold.texts.items():
        if sentence[0] == witness.report.id and (quote in text or text in quote):
            return sentence
    return None


def _score(linked: frozenset[Pair], found: set[Pair]) -> Score:
    right = len(linked & found)
    return Score(right / len(found) if found else 0.0, right / len(linked) if linked else 0.0)
