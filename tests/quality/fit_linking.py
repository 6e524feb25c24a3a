"""Fit the weights of ``briefing/data/linking.toml``: ``python -m tests.quality.fit_linking DOCS EVENTS``.

DOCS and EVENTS are labelled files of the forms that the tasks "clusters" and "corroboration" score. The weights are
printed; every second topic (the number before "_" in an id) is also fitted alone and tried on the others, which tells
how well they carry over. The features of EVENTS are taken with the weights for groups of reports that lie in the table.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.assembly import events, links
from briefing.assembly.events import ReportWords, join_reports, logistic
from briefing.assembly.vocabulary import weigh_rarity
from tests.quality.clusters import b_cubed, read_labelled, words_of
from tests.quality.corroboration import labelled_features

# Small sets are drawn as (topics, reports of each event), so many of each: most briefings rest on a few reports.
_SMALL, _DRAWN = ((1, 2), (1, 4), (2, 5), (1, 8)), 24
_SMALL_WEIGHT = 0.5
_RIDGE, _STEPS = 10.0, 25


@dataclass(frozen=True, slots=True)
class Sample:
    """One decision: what it rests on, what is right, and how much it counts."""

    features: tuple[float, ...]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fit:
    """A logistic regression: its constant and weights."""

    constant: float
    weights: tuple[float, ...]

    def likelihood(self, features: Sequence[float]) -> float:
        """Return the likelihood that it gives."""
        return logistic(self.constant, self.weights, features)


def fit(samples: Sequence[Sample]) -> Fit:
    """Fit by Newton's method, the weights of standardised features being held small (ridge)."""
    size = len(samples[0].features)
    spread = [_deviation([sample.features[at] for sample in samples]) for at in range(size)]
    rows = [(1.0, *(value / by for value, by in zip(sample.features, spread, strict=True))) for sample in samples]
    found = [0.0] * (size + 1)
    for _ in range(_STEPS):
        slope = [0.0] + [-_RIDGE * weight for weight in found[1:]]
        curve = [[_RIDGE if at == to and at else 0.0 for to in range(size + 1)] for at in range(size + 1)]
        for row, sample in zip(rows, samples, strict=True):
            chance = logistic(found[0], found[1:], row[1:])
            error, bend = sample.weight * (sample.right - chance), sample.weight * chance * (1 - chance)
            for at, value in enumerate(row):
                slope[at] += error * value
                for to in range(at + 1):
                    curve[at][to] += bend * value * row[to]
        found = [weight + step for weight, step in zip(found, _solve(curve, slope), strict=True)]
    return Fit(found[0], tuple(weight / by for weight, by in zip(found[1:], spread, strict=True)))


def _deviation(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values)) or 1.0


def _solve(lower: list[list[float]], right: list[float]) -> list[float]:
    """Solve a symmetric system, of which the lower half is given, by elimination."""
    size = len(right)
    full = [[lower[max(at, to)][min(at, to)] for to in range(size)] + [right[at]] for at in range(size)]
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(full[row][at]))
        full[at], full[best] = full[best], full[at]
        for row in range(size):
            if row != at:
                share = full[row][at] / full[at][at]
                full[row] = [value - share * top for value, top in zip(full[row], full[at], strict=True)]
    return [full[at][size] / full[at][at] for at in range(size)]


class Topics:
    """Labelled reports by topic, and the decisions that joining them asks for."""

    def __init__(self, path: Path) -> None:
        """Read a labelled file."""
        labelled = read_labelled(path)
        self.words = {item.report.id: words_of(item.report) for item in labelled}
        self.cluster = {item.report.id: item.cluster for item in labelled}
        self.names = sorted({topic_of(identity) for identity in self.words}, key=lambda name: (len(name), name))

    def of(self, names: Sequence[str]) -> list[str]:
        """Return the reports of some topics."""
        return [identity for identity in self.words if topic_of(identity) in names]

    def small_sets(self, names: Sequence[str]) -> list[list[str]]:
        """Draw small sets of reports, the same at each run."""
        draw = random.Random(1)
        sets = []
        for topics, each in _SMALL:
            for _ in range(_DRAWN):
                chosen = draw.sample(list(names), topics)
                by_event: dict[str, list[str]] = {}
                for identity in self.of(chosen):
                    by_event.setdefault(self.cluster[identity], []).append(identity)
                sets.append([one for found in by_event.values() for one in draw.sample(found, min(each, len(found)))])
        return sets

    def samples(self, names: Sequence[str]) -> list[Sample]:
        """Return the decisions of joining all reports of some topics, and of small sets of them."""
        small = [sample for chosen in self.small_sets(names) for sample in self._decisions(chosen)]
        lighter = [Sample(sample.features, sample.right, _SMALL_WEIGHT * sample.weight) for sample in small]
        return self._decisions(self.of(names)) + lighter

    def _decisions(self, identities: Sequence[str]) -> list[Sample]:
        made: list[Sample] = []

        def decide(features: Iterable[float], left: Sequence[int], right: Sequence[int]) -> bool:
            same = self._event(identities, left) == self._event(identities, right)
            weight = math.sqrt(2 * len(left) * len(right) / (len(left) + len(right)))
            made.append(Sample(tuple(features), same, weight))
            return same

        self._join(identities, decide)
        return made

    def _event(self, identities: Sequence[str], members: Sequence[int]) -> str:
        counts = Counter(self.cluster[identities[member]] for member in members)
        return min(counts, key=lambda event: (-counts[event], event))

    def _join(self, identities: Sequence[str], decide: events.Decision) -> tuple[int, ...]:
        chosen: list[ReportWords] = [self.words[identity] for identity in identities]
        return join_reports(chosen, weigh_rarity(item.terms.counts for item in chosen), decide)

    def score(self, names: Sequence[str], fitted: Fit, least: float) -> float:
        """Return the B-cubed F1 on some topics."""
        chosen = self.of(names)
        found = self._join(chosen, lambda features, *_: fitted.likelihood(features) >= least)
        events_found = dict(zip(chosen, map(str, found), strict=True))
        return b_cubed({identity: self.cluster[identity] for identity in chosen}, events_found).f1


def topic_of(identity: str) -> str:
    """Return the topic of a report: what stands before "_" in its id."""
    return identity.split("_", maxsplit=1)[0]


def _print(title: str, names: Sequence[str], fitted: Fit) -> None:
    print(f"[{title}]\nconstant = {fitted.constant:.3f}\n[{title}.weights]")
    for name, weight in zip(names, fitted.weights, strict=True):
        print(f'"{name}" = {weight:.3f}')


def fit_events(path: Path) -> None:
    """Fit and print the weights for groups of reports."""
    topics = Topics(path)
    for own, other in ((topics.names[::2], topics.names[1::2]), (topics.names[1::2], topics.names[::2])):
        fitted = fit(topics.samples(own))
        tried = ", ".join(f"{least}: {topics.score(other, fitted, least):.3f}" for least in (0.4, 0.45, 0.5, 0.55))
        print(f"# B-cubed F1 on the other topics, by least likelihood: {tried}")
    _print("events", events.FEATURES, fit(topics.samples(topics.names)))


def fit_links(path: Path) -> None:
    """Fit and print the weights for passages."""
    rows = labelled_features(path)
    names = sorted({topic_of(report) for *_, report in rows}, key=lambda name: (len(name), name))
    for own in (set(names[::2]), set(names[1::2])):
        fitted = fit([Sample(features, right) for features, right, report in rows if topic_of(report) in own])
        others = [(fitted.likelihood(row[0]), row[1]) for row in rows if topic_of(row[2]) not in own]
        for least in (0.25, 0.3, 0.35, 0.4, 0.6, 0.7, 0.8):
            found = [right for chance, right in others if chance >= least]
            precision, recall = sum(found) / len(found), sum(found) / sum(right for _, right in others)
            print(f"# links of the other topics, {least}: precision {precision:.3f}, recall {recall:.3f} of candidates")
    _print("links", links.FEATURES, fit([Sample(features, right) for features, right, _ in rows]))


if __name__ == "__main__":
    fit_events(Path(sys.argv[1]))
    fit_links(Path(sys.argv[2]))
