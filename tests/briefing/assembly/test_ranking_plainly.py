"""What is worked out the fast way for ranking and for copies, beside its plain definition, on the seeds."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from briefing import analyse_reports, read_reports
from briefing.assembly.copies import is_reworded, long_sentences
from briefing.assembly.grouping import PEOPLE
from briefing.assembly.likeness import compare, content_words, dot, unit
from briefing.assembly.manner import words_of
from briefing.assembly.names import build_names
from briefing.assembly.retelling import highest_told, is_presupposed, is_told, manner_of
from briefing.assembly.variety import Topic, vary
from briefing.assembly.vocabulary import telling_words
from briefing.assembly.witnesses import Witness, find_witnesses
from briefing.data.labels import load_labels
from briefing.data.tables import load_table
from briefing.model.findings import Figure
from tests.paths import SEEDS

ODD = (
    "“No,” he said.\u00a0They had left... by 3.5 km/h, at once\tand for good!\nA head line\n\n",
    "The wire of 7 December_2024: a well-known, worn-out line of words!?\u2003Straße, ſo and ŒUVRE too.",
    "\x1cone  two, three; four -- five (six) seven? Eight.",
    "",
)


def _texts() -> list[str]:
    return [*ODD, *(report.text for report in read_reports([SEEDS]).reports)]


def _witnesses() -> tuple[Witness, ...]:
    reports = read_reports([SEEDS]).reports
    findings = analyse_reports(reports)
    return find_witnesses(reports, findings, build_names(findings, reports), load_labels())


def test_long_sentences_are_the_words_between_the_ends_of_sentences() -> None:
    """Seven words or more, in lower case, without the signs between them."""
    for text in _texts():
        pieces = [re.findall(r"\w+", piece.casefold()) for piece in re.split(r"(?<=[.!?])\s+|\n+", text)]
        assert long_sentences(text) == {" ".join(words) for words in pieces if len(words) > 6}


def test_words_are_letters_and_digits_with_single_signs_in_between() -> None:
    """A number such as 5,693 is one word, and so is a cease-fire."""
    for text in _texts():
        assert words_of(text) == re.findall(r"[^\W_]+(?:[-.,][^\W_]+)*", text.lower())


def test_what_several_passages_tell_is_what_one_of_them_tells() -> None:
    """A kind of action that one passage tells as news is told, whatever the others take as known."""
    witnesses = _witnesses()

    for at in range(0, len(witnesses), 5):
        some = witnesses[at : at + 5]
        for kind in {kind for witness in some for kind in witness.kinds}:
            assert is_told(kind, some) is any(is_told(kind, [witness]) for witness in some)


def test_the_highest_count_is_that_of_all_that_are_told_as_news() -> None:
    """None where all counts are taken as known, or none is given."""
    witnesses = _witnesses()

    for at in range(0, len(witnesses), 5):
        some = witnesses[at : at + 5]
        assert highest_told(some) == max((figure.value for one in some for figure in _told_people(one)), default=None)


def _told_people(witness: Witness) -> list[Figure]:
    return [
        figure
        for statement in witness.statements
        for figure in statement.figures
        if figure.measure in PEOPLE and not is_presupposed(witness, statement, figure.start)
    ]


def test_a_passage_is_reworded_when_another_has_nearly_all_its_telling_words() -> None:
    """Four telling words at least, each counted as often as it stands in both."""
    texts = frozenset(witness.text for witness in _witnesses())

    for text in texts:
        others = texts - {text}
        assert is_reworded(text, others) is any(_nearly_one(text, other) for other in others)
        assert is_reworded(text, texts) is (len(telling_words(text)) >= 4)


def _nearly_one(one: str, two: str) -> bool:
    first, second = Counter(telling_words(one)), Counter(telling_words(two))
    shorter = min(first.total(), second.total())
    return shorter >= 4 and (first & second).total() >= 0.8 * shorter


def test_a_passage_without_content_of_its_own_has_no_content_words() -> None:
    """Each word is cut to its first letters; the commonest and the shortest are left out."""
    common = load_table("ranking")["common_words"]["words"].split()
    for text in _texts():
        kept = [word[:6] for word in words_of(text) if len(word) > 2 and word not in common]
        assert content_words(text) == tuple(kept)


def test_each_manner_is_that_of_its_first_list_with_a_form_in_the_passage() -> None:
    """Words joined to a letter or behind an apostrophe are none of its forms."""
    forms = load_table("ranking")["forms"]
    odd = [
        "We fled.",
        "“We fled,” he said.",
        "The US aided us",
        "d’I, I’",
        "Lessons learned",
        "He reports live (photos by us)",
    ]
    for text in [*odd, *ODD, *(witness.text for witness in _witnesses())]:
        told = re.sub(r"[“\"][^”\"]*(?:[”\"]|$)|(?<!\w)[‘'][^’']*[’'](?!\w)", " ", text)
        found = [
            manner
            for name, manner in (("presenting", "presented"), ("explaining", "explained"), ("personal", "personal"))
            if re.search(
                rf"(?<![\w’'])(?:{'|'.join(forms[name])})(?!\w)", told if name == "personal" else told.casefold()
            )
        ]
        assert manner_of(text) == (found[0] if found else "")


def _told_again(scored: Sequence[tuple[float, frozenset[Topic]]]) -> list[int]:
    """Take the highest in turn, each less what those before it tell of: the plain definition of the order."""
    cost, told, left = load_table("ranking")["points"]["repeated"], Counter[Topic](), list(range(len(scored)))
    order = []
    while left:
        worth = {
            index: scored[index][0] + cost * max([told[each] for each in scored[index][1]] or [0]) for index in left
        }
        order.append(max(left, key=lambda index: (worth[index], -index)))
        left.remove(order[-1])
        told.update(scored[order[-1]][1])
    return order


def test_the_next_entry_is_the_highest_less_what_is_told_already() -> None:
    """An entry that tells of several things counts by the one that was told most."""
    scored = [
        (float(witness.paragraph % 7), frozenset((site, kind) for site in witness.sites for kind in witness.kinds))
        for witness in _witnesses()
    ]

    assert vary(scored) == _told_again(scored)
    assert vary(scored[::-1]) == _told_again(scored[::-1])
    assert vary([]) == []


def test_a_text_resembles_the_later_and_the_earlier_ones_by_their_cosines() -> None:
    """Whatever the order in which they are given."""
    texts = [(witness.text, witness.text, float(number % 9)) for number, witness in enumerate(_witnesses()[:60])]
    words = [content_words(text) for text, _, _ in texts]
    told_by = Counter(word for told in words for word in set(told))
    rarity = {word: math.log((len(texts) + 1) / count) for word, count in told_by.items()}
    vectors = [unit(Counter(told), rarity) for told in words]

    for index, like in enumerate(compare(texts, "")):
        later, earlier = ([dot(vectors[index], vectors[other]) for other in side] for side in _sides(texts, index))
        assert like.similar_later == sum(cosine > 0.1 for cosine in later)
        assert like.close_earlier == sum(cosine > 0.25 for cosine in earlier)
        assert math.isclose(like.nearest_later, max(later, default=0.0), abs_tol=1e-12)
        assert math.isclose(like.nearest_earlier, max(earlier, default=0.0), abs_tol=1e-12)


def _sides(texts: Sequence[tuple[str, str, float]], index: int) -> tuple[list[int], list[int]]:
    """Return which texts were told after one and which before it; of one moment, those given first are earlier."""
    moments = [(moment, number) for number, (_, _, moment) in enumerate(texts)]
    after = [number for number, each in enumerate(moments) if each > moments[index]]
    return after, [number for number, each in enumerate(moments) if each < moments[index]]
