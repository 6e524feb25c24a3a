"""Fits the weights of the learned part of the ranking, and prints them for ``briefing/data/ranking.toml``.

Run ``python -m tests.quality.fit_keyposts FILE.jsonl`` (form: see ``keyposts``). The model is a logistic regression
over the standardised traits with a ridge penalty, found by Newton's method; each blog weighs as much as any other.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.assembly.salience import RELATIVE, Traits, stand_out
from tests.quality.keyposts import Blog, Score, read_blogs, score

FOLDS = 5
_RIDGE = 10.0
_STEPS = 8
# The mean number of key posts in a blog, so that the penalty means the same for any number of them.
_KEYS = 6.0

Floats = NDArray[np.float64]


def fit(blogs: Sequence[Blog]) -> Floats:
    """Return the weights of the traits: all plain ones in the order of their names, then the relative ones."""
    rows = np.vstack([table(blog) for blog in blogs])
    keys = np.concatenate([np.array(blog.keys, dtype=float) for blog in blogs])
    weight = np.concatenate([np.full(len(blog.keys), _KEYS / sum(blog.keys)) for blog in blogs])
    mean, spread = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-9)
    found = _newton(np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))]), keys, weight)
    return np.asarray(found[:-1] / spread)


def _newton(rows: Floats, keys: Floats, weight: Floats) -> Floats:
    penalty = np.full(rows.shape[1], _RIDGE)
    penalty[-1] = 1e-6
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (chance - keys)) + penalty * found
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        found = found - np.linalg.solve(bend, slope)
    return np.asarray(found)


def table(blog: Blog) -> Floats:
    """Return the traits of a blog as rows: the plain ones by name, then the relative ones."""
    plain = [[one[name] for name in names(blog)] for one in blog.traits]
    relative = [[one[name] for name in RELATIVE] for one in stand_out(blog.traits)]
    return np.hstack([np.array(plain), np.array(relative)])


def names(blog: Blog) -> list[str]:
    """Return the names of the plain traits in order."""
    return sorted(blog.traits[0])


def score_held_out(blogs: Sequence[Blog]) -> Score:
    """Score each fifth of the blogs by weights fitted on the other four."""
    rankings: list[Sequence[float]] = [()] * len(blogs)
    for fold in range(FOLDS):
        weights = fit([blog for index, blog in enumerate(blogs) if index % FOLDS != fold])
        for index in range(fold, len(blogs), FOLDS):
            rankings[index] = (table(blogs[index]) @ weights).tolist()
    return score(rankings, blogs)


def main(path: Path) -> None:
    """Print the weights fitted on one file, with their quality on blogs that they were not fitted on."""
    blogs = read_blogs(path)
    weights = fit(blogs).tolist()
    held_out = score_held_out(blogs)
    print(
        f"# {len(blogs)} blogs; held out: P@k {held_out.precision:.3f}, "
        f"average precision {held_out.average_precision:.3f}"
    )
    plain = names(blogs[0])
    _print("plain", dict(zip(plain, weights, strict=False)))
    _print("relative", dict(zip(RELATIVE, weights[len(plain) :], strict=True)))


def _print(part: str, weights: Traits) -> None:
    print(f"\n[learned.{part}]")
    for name, weight in weights.items():
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
