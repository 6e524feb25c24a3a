"""The joining of passages as it is worked out, beside its plain definition."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from briefing.assembly.blocks import find_partners
from briefing.assembly.joining import join_passages
from briefing.assembly.links import bounds_of, clash, compare_words, contradict, days_meet, link_strength
from briefing.assembly.names import build_names
from briefing.assembly.passages import Passage, make_passages, read_wordings
from briefing.assembly.witnesses import TOLD, find_witnesses
from briefing.data.labels import load_labels
from tests.many_reports import make_findings


@cache
def passages_told() -> tuple[Passage, ...]:
    """Return what is told by reports of a few events, in the order of their keys."""
    reports, findings = make_findings(70)
    witnesses = find_witnesses(reports, findings, build_names(findings, reports), load_labels())
    known = make_passages(witnesses, read_wordings(reports, findings))
    return tuple(known[key] for key in sorted(witness.key for witness in witnesses if witness.role in TOLD))


def plain_candidates(passages: Sequence[Passage]) -> set[tuple[int, int]]:
    """Return the pairs of each block: all of them, or in a crowd each passage with the six that follow it."""
    telling = [tuple(sorted(item.vector, key=lambda word: (-item.vector[word], word))[:4]) for item in passages]
    blocks: dict[object, list[int]] = defaultdict(list)
    for index in sorted(range(len(passages)), key=lambda at: (passages[at].day, telling[at], at)):
        item = passages[index]
        for name in [*((site, item.kind) for site in item.sites), *map(frozenset, combinations(telling[index], 2))]:
            blocks[item.role, name].append(index)
    return {
        (min(one, two), max(one, two))
        for block in blocks.values()
        for at, one in enumerate(block)
        for two in block[at + 1 : at + 7 if len(block) > 16 else None]
    }


def plain_groups(passages: Sequence[Passage]) -> list[list[int]]:
    """Join the strongest pairs first: three of each group link them by 0.55 on average, and no two contradict."""
    group_of = {index: [index] for index in range(len(passages))}
    pairs = [(-link_strength(passages[one], passages[two]), one, two) for one, two in plain_candidates(passages)]
    for strength, one, two in sorted(pairs):
        left, right = sorted((group_of[one], group_of[two]))
        strengths = [link_strength(passages[here], passages[there]) for here in left[:3] for there in right[:3]]
        if strength > -0.55 or left is right or sum(strengths) < 0.55 * len(strengths):
            continue
        if not any(contradict(passages[here], passages[there]) for here in left for there in right):
            joined = sorted(left + right)
            group_of.update(dict.fromkeys(joined, joined))
    return [group for index, group in sorted(group_of.items()) if group[0] == index]


def test_passages_are_joined_as_the_plain_definition_says() -> None:
    """What is left out, stopped early or remembered changes nothing."""
    passages = passages_told()
    expected = plain_groups(passages)

    assert join_passages(passages) == expected
    assert max(map(len, expected)) > 3  # more than the sample of a group


def test_the_pairs_left_out_have_no_link_at_all() -> None:
    """They tell of other places or other days; each of the others stands once."""
    passages = [_vague(index, passage) for index, passage in enumerate(passages_told())]
    pairs = [(min(one, two), max(one, two)) for one, others in find_partners(passages) for two in others]
    left_out = plain_candidates(passages) - set(pairs)

    assert sorted(pairs) == sorted(pair for pair in plain_candidates(passages) if _meet(passages, *pair))
    assert left_out
    assert not any(link_strength(passages[one], passages[two]) for one, two in left_out)


def _vague(index: int, passage: Passage) -> Passage:
    """Take the days from every seventh passage and the places from every eleventh."""
    passage = passage if index % 7 else replace(passage, day=0, first=None, last=None)
    return passage if index % 11 else replace(passage, sites=frozenset())


def _meet(passages: Sequence[Passage], one: int, two: int) -> bool:
    here, there = passages[one], passages[two]
    apart = here.sites and there.sites and not here.sites & there.sites
    return not apart and days_meet(here, there)


def test_words_are_compared_in_their_order() -> None:
    """Two vectors give the same sum to the last digit, whichever comes first."""
    for one, two in combinations([passage.vector for passage in passages_told()[:60]], 2):
        shared, alike = sorted(one.keys() & two.keys()), 0.0
        for word in shared:
            alike += one[word] * two[word]
        assert compare_words(one, two) == compare_words(two, one) == (len(shared), alike)


def test_bounds_clash_where_two_figures_contradict_each_other() -> None:
    """The bounds of a passage say the same as its figures."""
    counted = [passage for passage in passages_told() if passage.figures]
    pairs = list(combinations(counted, 2))
    told = [contradict(one, two) for one, two in pairs]

    assert any(told)
    assert [clash(bounds_of(one), bounds_of(two)) for one, two in pairs] == told
