"""Which reports are taken for one event: the quick ways give what the plain definitions give."""

import math
from collections.abc import Iterable, Sequence

import pytest

from briefing.assembly.events import FEATURES, ReportWords, group_reports, join_reports, logistic, report_words
from briefing.assembly.vocabulary import Weights, read_terms, weigh_rarity
from briefing.data.tables import load_table
from tests.many_reports import make_reports
from tests.quality.clusters import words_of


@pytest.fixture(scope="module")
def words() -> list[ReportWords]:
    """Return the words of many reports, of which eight tell of each event, with words that stand in most of them."""
    return [words_of(report) for report in make_reports(150)]


@pytest.fixture(scope="module")
def rarity(words: list[ReportWords]) -> Weights:
    """Return how telling the words of the reports are."""
    return weigh_rarity(item.terms.counts for item in words)


def test_no_feature_is_left_out_that_would_change_the_decision(words: list[ReportWords], rarity: Weights) -> None:
    """The regression over all features, each worked out, joins the same reports."""
    table = load_table("linking")["events"]
    weights = [table["weights"][name] for name in FEATURES]
    decided: list[bool] = []

    def one_event(features: Iterable[float], left: Sequence[int], right: Sequence[int]) -> bool:
        del left, right
        known = tuple(features)
        assert len(known) == len(FEATURES)
        decided.append(logistic(table["constant"], weights, known) >= table["least"])
        return decided[-1]

    assert join_reports(words, rarity, one_event) == group_reports(words, rarity)
    assert {True, False} == set(decided)


def test_the_order_of_the_reports_changes_no_event(words: list[ReportWords], rarity: Weights) -> None:
    """Given backwards they are joined the same way."""
    forward, backward = group_reports(words, rarity), group_reports(words[::-1], rarity)[::-1]

    assert forward == backward
    assert len(words) / 12 < len(set(forward)) < len(words) / 3


def test_likeness_is_the_average_cosine_of_two_groups(words: list[ReportWords], rarity: Weights) -> None:
    """The product of two sums, kept up while they are joined, is the sum of the products of their reports."""
    vectors = [_vector(item, rarity) for item in words]
    compared = 0

    def one_event(features: Iterable[float], left: Sequence[int], right: Sequence[int]) -> bool:
        nonlocal compared
        alike, *_ = features
        days = [{day for index in group if (day := _day(words[index]))} for group in (left, right)]
        gap = max(0, min(days[0]) - max(days[1]), min(days[1]) - max(days[0]))
        cosines = [sum(vectors[one][word] * vectors[two].get(word, 0.0) for word in vectors[one])
                   for one in left for two in right]  # fmt: skip
        assert alike**2 == pytest.approx(0.5 ** (gap / 7) * sum(cosines) / len(cosines))
        compared += 1
        return len(left) + len(right) < 10

    join_reports(words, rarity, one_event)
    assert compared > len(words)


def _day(item: ReportWords) -> int:
    assert item.published is not None
    return item.published.first.toordinal()


def _vector(item: ReportWords, rarity: Weights) -> dict[str, float]:
    """Weigh the words of a report by the plain definition."""
    weights = {
        word: (1 + math.log(count))
        * rarity[word]
        * (2 if word in item.terms.marked else 1)
        * (2 if word in item.head else 1)
        for word, count in item.terms.counts.items()
    }
    length = math.sqrt(math.fsum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def test_reports_without_a_date_are_joined_by_their_words_alone() -> None:
    """Two tell of one arrest, and one of a trial."""
    texts = (
        "Police in Lyon arrested Marc Delorme on suspicion of robbing a jeweller.",
        "Marc Delorme was arrested in Lyon, suspected of the robbery of a jeweller.",
        "The court of Nantes sent Pierre Vasseur to prison for setting fire to a depot.",
    )
    words = [report_words(str(index), [read_terms(text)], None) for index, text in enumerate(texts)]

    first, second, third = group_reports(words, weigh_rarity(item.terms.counts for item in words))
    assert first == second != third
