"""The meanings of the words of the profession, as the app shows them beside each choice."""

import pytest

from briefing.model.request import LikelihoodScale
from briefing.workflow import list_likelihoods, list_meanings


@pytest.mark.parametrize(
    ("vocabulary", "words"), [("reliability", "ABCDEF"), ("credibility", "123456"), ("confidence", ())]
)
def test_every_word_has_a_meaning_in_the_order_of_its_scale(vocabulary: str, words: str) -> None:
    """Grades in their order, each with words of its own."""
    meanings = list_meanings(vocabulary)
    assert not words or tuple(meanings) == tuple(words)
    assert all(len(meaning.split()) > 3 for meaning in meanings.values())
    assert len(set(meanings.values())) == len(meanings)


@pytest.mark.parametrize("scale", list(LikelihoodScale))
def test_the_words_of_likelihood_rise_in_their_ranges(scale: LikelihoodScale) -> None:
    """From the least to the most, words of one meaning side by side."""
    terms = list_likelihoods(scale)
    assert [low for _, low, _ in terms] == sorted(low for _, low, _ in terms)
    assert all(0 <= low < high <= 100 for _, low, high in terms)
    assert len({word for word, _, _ in terms}) == len(terms)
