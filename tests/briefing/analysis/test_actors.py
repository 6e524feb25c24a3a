"""Actors: persons, bodies and groups, with the names, spellings and sides that the report itself gives."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import read_reports
from briefing.analysis import analyse, open_gazetteer
from briefing.analysis.actors import find_actors
from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions
from briefing.model.findings import ActorKind, ActorMention
from tests.briefing.analysis.texts import mention, report_of
from tests.paths import SHARED, needs_shared


def actors_in(text: str) -> list[ActorMention]:
    """Return the actors of a text."""
    report = report_of(text)
    sentences = find_sentences(report)
    return list(find_actors(report, sentences, find_attributions(report, sentences)))


def named_in(text: str) -> list[tuple[str, str, ActorKind]]:
    """Return words, name and kind of each actor of a text."""
    return [(text[actor.start : actor.end], actor.name, actor.kind) for actor in actors_in(text)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "side"),
    [
        ("Government forces left Sumy.", "Government forces", ActorKind.ARMED_FORCES, "Government"),
        ("Local armed factions took Sumy.", "Local armed factions", ActorKind.ARMED_GROUP, ""),
        ("Then the rebels took Sumy.", "rebels", ActorKind.ARMED_GROUP, "rebels"),
        ("A pro-government militia left Sumy.", "pro-government militia", ActorKind.ARMED_GROUP, "pro-government"),
        ("Armed opposition groups took Sumy.", "Armed opposition groups", ActorKind.ARMED_GROUP, "opposition"),
        ("The Malian army took Sumy.", "Malian army", ActorKind.ARMED_FORCES, ""),
        ("The Ortega regime fell.", "Ortega regime", ActorKind.GOVERNMENT, ""),
        (
            "The coalition of Islamist rebel groupsled by others advanced.",
            "coalition of Islamist rebel groups",
            ActorKind.ARMED_GROUP,
            "Islamist rebel",
        ),
    ],
)
def test_a_group_without_a_name_is_found_with_the_side_that_its_words_give(
    text: str, words: str, kind: ActorKind, side: str
) -> None:
    """The words, what it is, and its side in the words of the report."""
    actor = actors_in(text)[0]
    assert (text[actor.start : actor.end], actor.kind, actor.side) == (words, kind, side)


@pytest.mark.parametrize(
    "text",
    [
        "An army base burnt in Sumy.",
        "He stood in opposition to the plan.",
        "The fighting forces families to flee.",
        "A group of children sang.",
        "On Friday Sumy was calm.",
        "The police station in Sumy burnt.",
    ],
)
def test_words_that_only_look_like_a_group_are_none(text: str) -> None:
    """Nouns that describe another noun, verbs, and groups of anybody."""
    assert actors_in(text) == []


def test_initials_in_brackets_stand_for_the_whole_name_everywhere() -> None:
    """The pair is learnt once and used before and after."""
    text = "Later the LRO denied it. The Lowland Relief Organisation (LRO) sent food. LRO trucks came late."
    assert named_in(text) == [
        (words, "Lowland Relief Organisation", ActorKind.ORGANISATION)
        for words in ("LRO", "Lowland Relief Organisation", "LRO", "LRO")
    ]
    assert actors_in(text)[0].aliases == ("LRO",)


def test_a_name_in_another_language_is_a_spelling_of_the_name_before_it() -> None:
    """What stands in the bracket is resolved where it is met again."""
    text = "The Valley Freedom Front (Jabhat Wadi, in Arabic) moved on. Jabhat Wadi lost men."
    assert named_in(text) == [
        (words, "Valley Freedom Front", ActorKind.ARMED_GROUP)
        for words in ("Valley Freedom Front", "Jabhat Wadi", "Jabhat Wadi")
    ]


def test_a_place_in_brackets_is_no_other_name() -> None:
    """Only a language, a word such as “formerly” or initials make a pair."""
    assert [words for words, _, _ in named_in("The Valley Freedom Front (Sumy) moved on.")] == ["Valley Freedom Front"]


def test_a_titled_person_keeps_the_name_when_only_the_end_of_it_is_said() -> None:
    """The title is a part of the words and not of the name."""
    text = "President Marta Del Rey spoke. Two days later Del Rey left."
    assert named_in(text) == [
        ("President Marta Del Rey", "Marta Del Rey", ActorKind.PERSON),
        ("Del Rey", "Marta Del Rey", ActorKind.PERSON),
    ]


def test_the_side_of_a_named_body_is_given_only_where_the_report_gives_it() -> None:
    """It is said once and holds for every mention."""
    text = "The Islamist rebel group Valley Freedom Front advanced. The Valley Freedom Front lost men."
    assert [actor.side for actor in actors_in(text)] == ["Islamist rebel", "Islamist rebel"]
    assert actors_in("The Valley Freedom Front lost men.")[0].side == ""


def test_a_place_that_looks_like_a_person_is_left_to_the_places() -> None:
    """A first name is weak evidence against a place of the gazetteer."""
    report = report_of("They met in Florence Springs.")
    sentences = find_sentences(report)
    assert find_actors(report, sentences, ())[0].kind is ActorKind.PERSON
    assert find_actors(report, sentences, (), places=[mention(report, "Florence Springs")]) == ()


@given(st.text(alphabet="The Army of (HTS), Ana rebels’s.\n", max_size=200))
def test_actors_never_overlap_and_stand_in_order(text: str) -> None:
    """Whatever the text."""
    found = actors_in(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= actor.start < actor.end <= len(text) for actor in found)


@needs_shared
def test_the_actors_of_the_seed_have_their_names_and_sides() -> None:
    """The pair of names, the president, and the groups without a name."""
    report = read_reports([*sorted((SHARED / "seeds").glob("*.txt"))]).reports[0]
    gazetteer = open_gazetteer()
    actors = analyse(report, gazetteer).actors
    gazetteer.close()
    said = {report.quote(actor.start, actor.end): actor for actor in actors}
    assert said["Hayat Tahrir al Sham"].name == "Levant Liberation Organization"
    assert said["Levant Liberation Organization"].aliases == ("Hayat Tahrir al Sham",)
    assert said["President Bashar Al Assad"].name == said["Al Assad"].name == "Bashar Al Assad"
    assert said["Syrian armed opposition groups"].side == "opposition"
    assert said["government forces"].kind is ActorKind.ARMED_FORCES
    assert said["coalition of Islamist rebel groups"].side == "Islamist rebel"
    assert not {"Homs", "Daraa", "Aleppo", "Damascus", "Syria"} & said.keys()
