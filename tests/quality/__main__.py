"""``python -m tests.quality [TASK [GOLD ...]]``: prints the quality of the analysis on labelled texts.

TASK is one of the keys of TASKS below; without one all are run on the labelled files that lie in the shared material
beside the checkout. GOLD names other files (for sentences and timeline: folders) of the same form. For sources there
are two forms: whole texts with labelled attributions, and single sentences with a figure and "attributed_to"; the keys
of the first record tell which.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from briefing.analysis.gazetteer import open_gazetteer
from tests.paths import SHARED
from tests.quality import (
    clusters,
    conflicts,
    corroboration,
    figure_sources,
    figures,
    fit_keyposts,
    keyposts,
    places,
    roles,
    sentences,
    sources,
    timeline,
    times,
)
from tests.quality.records import LabelledFileError, read_records

GOLD = SHARED / "gold"
Figures = dict[str, float]


def score_places(path: Path) -> Figures:
    """Score places: exact names, names with the right point within 161 km, and kinds."""
    scores = places.score_places(path, open_gazetteer())
    found = {"exact F1": scores.exact_f1, "end to end F1, 161 km": scores.end_to_end_f1}
    return found if scores.kind_accuracy is None else {**found, "kind right": scores.kind_accuracy}


def score_sources(path: Path) -> Figures:
    """Score attributions by pairs of source and content, reporting cues only, or the sources of figures."""
    if "attributions" not in read_records(path, ())[0]:
        found = figure_sources.score_figure_sources(path)
        return {"source of a figure, precision": found.precision, "source of a figure, recall": found.recall}
    scores = sources.score_sources(path, speech=True)
    return {"pair F1, reporting cues": scores.pairs.f1, "content words F1": scores.content_words.f1}


def score_times(path: Path) -> Figures:
    """Score expressions of time by value, in full and to the day."""
    pairs = [(gold, times.found_in(report)) for report, gold in times.read_labelled(path)]
    return {"value F1": times.score(pairs).value_f1, "day-level value F1": times.score(pairs, days=True).value_f1}


def score_figures(path: Path) -> Figures:
    """Score figures of people killed."""
    killed = figures.score_file(path)["killed"]
    return {"killed precision": killed.precision, "killed recall": killed.recall}


def score_sentences(path: Path) -> Figures:
    """Score the ends of sentences of a folder of texts with one sentence a line."""
    return {"boundary F1": sentences.score(sentences.read_texts(path)).f1}


def score_conflicts(path: Path) -> Figures:
    """Score whether two figures are told to be of one event, and to agree or to differ."""
    found = conflicts.score_conflicts(path)
    return {
        "figures that differ, F1": found.differ_f1,
        "figures that agree, F1": found.agree_f1,
        "of one event, precision": found.linked_precision,
        "of one event, recall": found.linked_recall,
    }


def score_keyposts(path: Path) -> Figures:
    """Score which posts of live blogs are key, by the shipped weights and by weights fitted on other blogs of the file.

    The shipped weights were fitted on ``guardian_train_crisis.jsonl``: on that file only the second are held out.
    """
    blogs = keyposts.read_blogs(path)
    shipped = keyposts.score_shipped(blogs)
    found = {
        "P@k, shipped weights": shipped.precision,
        "average precision, shipped": shipped.average_precision,
        "P@k of chance": shipped.chance,
    }
    if len(blogs) < fit_keyposts.FOLDS:
        return found
    held_out = fit_keyposts.score_held_out(blogs)
    return {**found, "P@k, held out": held_out.precision, "average precision, held out": held_out.average_precision}


def score_roles(path: Path) -> Figures:
    """Score roles, main actions and claims of control of sentences of a folder of short texts."""
    return roles.score(roles.read_texts(path), open_gazetteer()).figures()


def score_clusters(path: Path) -> Figures:
    """Score which reports are found to tell of one event."""
    found = clusters.score_clusters(path)
    return {"B-cubed precision": found.precision, "B-cubed recall": found.recall, "B-cubed F1": found.f1}


def score_corroboration(path: Path) -> Figures:
    """Score which sentences are found to be of one matter, and which passages would be printed as one entry."""
    found = corroboration.score_corroboration(path)
    return {
        "links precision": found.links.precision,
        "links recall": found.links.recall,
        "links F1": found.links.f1,
        "corroborated, precision": found.corroborated.precision,
        "corroborated, recall": found.corroborated.recall,
    }


TASKS: dict[str, tuple[Callable[[Path], Figures], tuple[Path, ...]]] = {
    "places": (score_places, (GOLD / "places" / "TR-News.jsonl", GOLD / "places" / "GeoVirus.jsonl")),
    "sources": (
        score_sources,
        (GOLD / "attribution" / "polnear_dev.jsonl", GOLD / "contradictions" / "fakes_claims_dev.jsonl"),
    ),
    "times": (score_times, (GOLD / "dates" / "timebank.jsonl",)),
    "figures": (score_figures, (GOLD / "contradictions" / "fakes_claims_dev.jsonl",)),
    "keyposts": (score_keyposts, (GOLD / "liveblogs" / "guardian_train_crisis.jsonl",)),
    "timeline": (timeline.score_folder, (GOLD / "timelines" / "t17",)),
    "sentences": (score_sentences, (sentences.TEXTS,)),
    "clusters": (score_clusters, (GOLD / "clusters" / "ecbplus_docs.jsonl",)),
    "corroboration": (score_corroboration, (GOLD / "clusters" / "ecbplus_events.jsonl",)),
    "conflicts": (score_conflicts, (GOLD / "contradictions" / "fakes_claims_dev.jsonl",)),
    "roles": (score_roles, (roles.TEXTS,)),
}


def main(arguments: list[str]) -> int:
    """Print the figures of the tasks asked for, and return an exit code."""
    if arguments and arguments[0] not in TASKS:
        print(f"There is no task “{arguments[0]}”. Choose among: {', '.join(TASKS)}.", file=sys.stderr)
        return 2
    wanted = [(task, path) for task in arguments[:1] or TASKS for path in _files(task, arguments[1:])]
    return max([_print_figures(task, path) for task, path in wanted])


def _files(task: str, named: list[str]) -> tuple[Path, ...]:
    return tuple(map(Path, named)) or TASKS[task][1]


def _print_figures(task: str, path: Path) -> int:
    if not path.exists():
        print(f"{task:10} {path.name:26} left out: the file is not there")
        return 0
    try:
        found = TASKS[task][0](path)
    except LabelledFileError as error:
        print(error, file=sys.stderr)
        return 1
    for what, figure in found.items():
        print(f"{task:10} {path.name:26} {what:29} {figure:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
