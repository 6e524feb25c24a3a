"""The scorer of places counts as the literature does."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.analysis.gazetteer import Gazetteer, open_gazetteer
from tests.quality.places import score_places

TEXT = "Troops left Homs for Paris. Syrian jets struck Aleppo."


@cache
def the_gazetteer() -> Gazetteer:
    """Open the gazetteer once."""
    return open_gazetteer()


def label(name: str, latitude: float, longitude: float, *, kind: str = "place", code: str = "PPL") -> dict[str, Any]:
    """Label a name of the text."""
    start = TEXT.index(name)
    point = {"lat": latitude, "lon": longitude}
    return {"start": start, "end": start + len(name), "text": name, "kind": kind, "fcode": code, **point}


def scores_of(tmp_path: Path, places: list[dict[str, Any]]) -> tuple[float, float, float | None]:
    """Score one labelled text."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "1", "text": TEXT, "places": places}), encoding="utf-8")
    scores = score_places(path, the_gazetteer())
    return scores.exact_f1, scores.end_to_end_f1, scores.kind_accuracy


def test_right_places_score_one(tmp_path: Path) -> None:
    """Names, points and kinds that agree give 1; adjectives are not asked for."""
    places = [label("Homs", 34.7, 36.7), label("Paris", 48.9, 2.3), label("Aleppo", 36.2, 37.2)]
    assert scores_of(tmp_path, [*places, label("Syrian", 35, 38, kind="adj")]) == (1.0, 1.0, 1.0)


def test_far_points_wrong_kinds_and_missed_names_cost(tmp_path: Path) -> None:
    """A point 161 km off is wrong end to end, a province is not a city, and a name not found lowers recall."""
    places = [label("Homs", 34.7, 36.7, code="ADM1"), label("Paris", 33.7, -95.6), label("Aleppo", 36.2, 37.2)]
    exact, end_to_end, kinds = scores_of(tmp_path, [*places, label("jets", 0, 0, code="")])
    assert exact == pytest.approx(2 * 1.0 * 0.75 / 1.75)
    assert end_to_end == pytest.approx(2 * (2 / 3) * 0.5 / (2 / 3 + 0.5))
    assert kinds == pytest.approx(2 / 3)
