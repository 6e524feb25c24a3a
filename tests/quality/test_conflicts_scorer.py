"""The scorer of conflicts counts pairs of claims, and reads claims whose reports are not there."""

import json
from pathlib import Path

from tests.quality.conflicts import labelled_pairs, score_conflicts


def claim(event: str, doc: str, value: int, **more: object) -> dict[str, object]:
    """Make a labelled claim of people killed."""
    sentence = more.pop("sentence", f"A bomb killed {value} people in Homs on Friday, police said.")
    made = {"event": event, "doc": doc, "date": "2024-12-07", "sent": 0, "sentence": sentence, "quantity": "killed"}
    return {**made, "value": value, "value_max": None, "bound": "exact", **more}


def test_equal_figures_and_covering_ranges_agree_and_others_differ() -> None:
    """As the labels are judged."""
    pairs = labelled_pairs(
        [claim("a", "one", 10), claim("a", "two", 12), claim("a", "three", 8, value_max=11), claim("b", "four", 10)]
    )

    assert sorted(pairs.values()) == [False, False, True]


def test_claims_are_scored_without_their_reports(tmp_path: Path) -> None:
    """Two claims of one event agree, a third one differs; the claim of a flood elsewhere is another event."""
    claims = [
        claim("a", "one", 10),
        claim("a", "two", 10, sentence="A bomb killed 10 people in Homs on Friday, a monitor said."),
        claim("a", "three", 16, sentence="A bomb killed 16 people in Homs on Friday, medics said."),
        claim("b", "four", 30, sentence="Floods killed 30 people in Derna on Friday, the Red Crescent said."),
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in claims), "utf-8")

    scores = score_conflicts(path)

    assert (scores.differ_f1, scores.agree_f1, scores.linked_precision, scores.linked_recall) == (1.0, 1.0, 1.0, 1.0)
