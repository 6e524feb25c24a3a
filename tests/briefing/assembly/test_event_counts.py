"""The shortcuts by which counts are put together say the same as the plain comparison."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from briefing.assembly.backdrop import telling_words
from briefing.assembly.count_groups import linked_pairs
from briefing.assembly.count_pairs import pairs_to_compare
from briefing.assembly.counts import Count, counts_same_thing, find_counts
from briefing.assembly.incidents import incidents_in
from briefing.assembly.names import build_names
from briefing.assembly.occurrences import Occurrence, likeness, places_meet
from briefing.assembly.witnesses import find_witnesses
from briefing.data.labels import load_labels
from briefing.data.tables import load_table
from tests.many_reports import make_findings, make_reports


@pytest.fixture(scope="module")
def counts() -> Sequence[Count]:
    """Return the counts of many reports."""
    reports, findings = make_findings(60)
    names = build_names(findings, reports)
    return find_counts(find_witnesses(reports, findings, names, load_labels()), names)


def test_the_linked_pairs_are_those_that_count_one_thing(counts: Sequence[Count]) -> None:
    """What was compared when the pairs were chosen is not compared again, and nothing is lost by it."""
    pairs = pairs_to_compare([count.occurrence for count in counts], [count.thing for count in counts])

    linked = linked_pairs(counts)

    assert linked.keys() == {(one, two) for one, two in pairs if counts_same_thing(counts[one], counts[two])}
    assert 100 < len(linked) < len(pairs)
    for (one, two), alike in linked.items():
        assert alike == likeness(counts[one].occurrence.words, counts[two].occurrence.words)


def test_the_pairs_are_those_of_one_scene_and_time(counts: Sequence[Count]) -> None:
    """However the pairs are found: as long as no scene is told of too often, none is left out and none comes twice."""
    pairs = pairs_to_compare([count.occurrence for count in counts], [count.thing for count in counts])

    assert pairs == [
        (one, two)
        for one, two in combinations(range(len(counts)), 2)
        if counts[one].thing == counts[two].thing and _may_be_one(counts[one].occurrence, counts[two].occurrence)
    ]


def test_a_scene_told_of_seldom_is_compared_with_all_of_one_told_of_often(counts: Sequence[Count]) -> None:
    """All of the one are compared with the few of the other, but among themselves only with their neighbours."""
    placed = [count.occurrence for count in counts if count.occurrence.placed and not count.occurrence.running]
    there = next(each for each in placed if not places_meet(each, placed[0]))
    both = replace(placed[0], places=(*placed[0].places, *there.places), sites=placed[0].sites | there.sites)
    often = [replace(both, report_id=f"often {number}") for number in range(100)]
    seldom = [replace(placed[0], report_id=f"seldom {number}") for number in range(3)]

    pairs = pairs_to_compare([*often, *seldom], ["killed"] * 103)

    assert {pair for pair in pairs if pair[1] >= 100} >= {(one, two) for one in range(100) for two in range(100, 103)}
    assert len(set(pairs)) == len(pairs) < 103 * 102 / 2


def _may_be_one(one: Occurrence, two: Occurrence) -> bool:
    days = one.first - 1 <= two.last and two.first - 1 <= one.last
    return one.report_id == two.report_id or (one.running == two.running and days and places_meet(one, two))


def test_two_counts_are_compared_alike_from_both_sides(counts: Sequence[Count]) -> None:
    """So that a pair needs to be looked at once only."""
    for one, two in combinations(counts[:200], 2):
        assert counts_same_thing(one, two) is counts_same_thing(two, one)


def test_each_kind_of_incident_is_found_by_each_of_its_phrases() -> None:
    """Whatever stands before and behind it."""
    kinds: dict[str, list[str]] = load_table("incidents")["incidents"]
    for kind, phrases in kinds.items():
        for phrase in phrases:
            assert kind in incidents_in(f"a report of “{phrase}”, and no more")
            assert kind in incidents_in(f"{phrase}: 12 dead")
    assert incidents_in("the bombing-run and the shellscape") == frozenset()


def test_sentences_in_plain_letters_have_the_same_words() -> None:
    """Their patterns are others than those for all letters, which a word in another script calls for."""
    for report in make_reports(20):
        text = report.text.casefold().replace("’", "'").replace("“", '"').replace("”", '"')
        assert text.isascii()
        assert telling_words(f"{text} д") == telling_words(text)
        assert incidents_in(f"{text} д") == incidents_in(text)
