"""Scores the places found against labelled texts, with the measures of the toponym literature.

exact F1: a found place counts when start and end agree with a labelled noun toponym; labelled adjectives ("Syrian") and
names inside longer names are neither right nor wrong. End-to-end F1: it must overlap and lie within 161 km (100 miles,
"Accuracy@161km") of the labelled point. Kind accuracy: city, division or country, by the GeoNames code of the label.
"""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.places import find_places
from briefing.model.findings import SETTLEMENTS, PlaceKind, PlaceMention
from briefing.model.report import Paragraph, Report
from tests.quality.records import read_records

NEAR_KM = 161.0
_EARTH_KM = 6371.0088
_DIVISIONS = (PlaceKind.PROVINCE, PlaceKind.DISTRICT)
_CLASSES = {**dict.fromkeys(SETTLEMENTS, "PPL"), **dict.fromkeys(_DIVISIONS, "ADM"), PlaceKind.COUNTRY: "PCL"}
_Pair = tuple[dict[str, Any], PlaceMention]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceScores:
    """The figures for one set of texts; ``kind_accuracy`` is None where labels tell no kinds."""

    exact_precision: float
    exact_recall: float
    exact_f1: float
    end_to_end_f1: float
    kind_accuracy: float | None


@dataclass(slots=True)
class _Tally:
    labels: int = 0
    found: int = 0
    exact: int = 0
    located_labels: int = 0
    located_found: int = 0
    near: int = 0
    kinds: int = 0
    right_kinds: int = 0


def score_places(gold: Path, gazetteer: Gazetteer) -> PlaceScores:
    """Run ``find_places`` over a file of one JSON object a line ({"text", "places"}) and score what it finds."""
    tally = _Tally()
    for record in read_records(gold, ("text", "places")):
        _count_document(record["places"], find_places(as_report(record), gazetteer), tally)
    precision, recall = _share(tally.exact, tally.found), _share(tally.exact, tally.labels)
    return PlaceScores(
        exact_precision=precision,
        exact_recall=recall,
        exact_f1=_harmonic(precision, recall),
        end_to_end_f1=_harmonic(_share(tally.near, tally.located_found), _share(tally.near, tally.located_labels)),
        kind_accuracy=_share(tally.right_kinds, tally.kinds) if tally.kinds else None,
    )


def as_report(record: dict[str, Any]) -> Report:
    """Make a report of a labelled text; each line is a paragraph."""
    text = record["text"]
    lines = tuple(Paragraph(start=line.start(), end=line.end()) for line in re.finditer(r"[^\n]+", text))
    return Report(id=str(record.get("id", "labelled")), text=text, paragraphs=lines, title="", title_given=False)


def _count_document(places: list[dict[str, Any]], mentions: tuple[PlaceMention, ...], tally: _Tally) -> None:
    labels = [place for place in places if place.get("kind", "place") == "place"]
    open_labels = [place for place in places if place.get("kind") in {"adj", "embedded"}]
    exact = _pair_exactly(labels, mentions)
    pairs = exact + _pair_by_overlap(labels, mentions, exact)
    paired = {id(mention) for _, mention in pairs}
    counted = [
        mention
        for mention in mentions
        if id(mention) in paired or not any(_shared(place, mention) > 0 for place in open_labels)
    ]
    exactly = {id(mention) for _, mention in exact}
    free = {id(mention) for mention in mentions if any(_shared(place, mention) > 0 for place in open_labels)}
    tally.labels += len(labels)
    tally.exact += len(exact)
    tally.found += sum(id(mention) in exactly or id(mention) not in free for mention in mentions)
    tally.located_labels += sum(place.get("lat") is not None for place in labels)
    tally.located_found += sum(mention.place.latitude is not None for mention in counted)
    for place, mention in pairs:
        _count_pair(place, mention, tally)


def _count_pair(place: dict[str, Any], mention: PlaceMention, tally: _Tally) -> None:
    expected = (place.get("fcode") or "")[:3]
    if expected in {"PPL", "ADM", "PCL"}:
        tally.kinds += 1
        tally.right_kinds += _CLASSES.get(mention.place.kind) == expected
    found = mention.place
    if found.latitude is None or found.longitude is None:
        return
    if place.get("lat") is None:
        # What is found where the label has no point can be neither near nor far.
        tally.located_found -= 1
    elif _distance_km(place["lat"], place.get("lon") or 0.0, found.latitude, found.longitude) < NEAR_KM:
        tally.near += 1


def _pair_exactly(labels: list[dict[str, Any]], mentions: tuple[PlaceMention, ...]) -> list[_Pair]:
    by_span = {(place["start"], place["end"]): place for place in labels}
    spans = [(mention.start, mention.end) for mention in mentions]
    return [(by_span[span], mention) for span, mention in zip(spans, mentions, strict=True) if span in by_span]


def _pair_by_overlap(
    labels: list[dict[str, Any]], mentions: tuple[PlaceMention, ...], exact: list[_Pair]
) -> list[_Pair]:
    used = {id(place) for place, _ in exact} | {id(mention) for _, mention in exact}
    shares = sorted(
        (-_shared(place, mention), row, column)
        for row, place in enumerate(labels)
        for column, mention in enumerate(mentions)
        if id(place) not in used and id(mention) not in used and _shared(place, mention) > 0
    )
    pairs: list[_Pair] = []
    for _, row, column in shares:
        place, mention = labels[row], mentions[column]
        if id(place) not in used and id(mention) not in used:
            used |= {id(place), id(mention)}
            pairs.append((place, mention))
    return pairs


def _shared(place: dict[str, Any], mention: PlaceMention) -> int:
    return int(min(place["end"], mention.end) - max(place["start"], mention.start))


def _distance_km(south: float, west: float, north: float, east: float) -> float:
    south, west, north, east = map(math.radians, (south, west, north, east))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
