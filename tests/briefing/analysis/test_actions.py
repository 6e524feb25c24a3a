"""Actions: what was done, by whom, to whom, and whether it is said to have happened."""

import pytest

from briefing.analysis.action_words import FROM_SUBJECT, read_actions
from briefing.analysis.actions import find_actions
from briefing.analysis.sentences import find_sentences
from briefing.model.findings import Action, Modality
from tests.briefing.analysis.texts import report_of, words_of


def actions_in(text: str) -> list[Action]:
    """Return the actions of a text."""
    report = report_of(text)
    return list(find_actions(report, find_sentences(report)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels captured the town.", "control-taken"),
        ("The army shelled the port.", "shelling"),
        ("An air strike hit a school.", "strike"),
        ("The two sides signed a ceasefire.", "ceasefire"),
        ("Thousands fled the valley.", "displacement"),
        ("A magnitude 6 earthquake shook the coast.", "earthquake"),
        ("Flash floods swept the valley.", "flood"),
        ("A plane crashed on a hill.", "accident"),
        ("The wildfire doubled in size.", "wildfire"),
        ("Cholera spread in the camp.", "outbreak"),
        ("The minister resigned.", "resignation"),
        ("Police arrested nine people.", "arrest"),
        ("The bank cut rates.", "economy"),
        ("The airport closed.", "closure"),
    ],
)
def test_words_of_all_families_are_known(text: str, kind: str) -> None:
    """War, disaster, health, politics and economy have their words."""
    assert kind in {action.kind for action in actions_in(text)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rebels captured the town.", Modality.ASSERTED),
        ("Rebels have not captured the town.", Modality.NEGATED),
        ("Rebels failed to capture the town.", Modality.NEGATED),
        ("Rebels may capture the town.", Modality.POSSIBLE),
        ("Rebels plan to capture the town.", Modality.PLANNED),
        ("Rebels will capture the town.", Modality.PLANNED),
        ("Rebels denied capturing the town.", Modality.DENIED),
        ("Rebels managed to capture the town.", Modality.ASSERTED),
    ],
)
def test_modality_follows_the_words_before(text: str, modality: Modality) -> None:
    """What is planned, possible, negated or denied is not told as done."""
    assert [action.modality for action in actions_in(text) if action.kind == "control-taken"] == [modality]


def test_actor_and_target_stand_beside_the_verb() -> None:
    """The subject acts and the object suffers; in the passive it is the other way round."""
    for text in ("Rebel fighters captured the town.", "The town was captured by rebel fighters."):
        report = report_of(text)
        action = actions_in(text)[0]
        assert (words_of(report, action.actor) or "").lower() == "rebel fighters"
        assert (words_of(report, action.target) or "").lower() == "the town"


def test_words_that_only_hold_a_word_of_an_action_tell_none() -> None:
    """The fire department is no fire."""
    assert actions_in("The fire department thanked the rescue workers.") == []


def test_every_kind_has_a_label() -> None:
    """The reasons of statements can name each kind."""
    table = read_actions()
    kinds = {entry.kind for entries in table.entries.values() for entry in entries if entry.kind}
    assert kinds - {FROM_SUBJECT} == set(table.labels)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("He took control of the board.", []),
        ("Police seized documents in Porto.", ["seizure"]),
        ("Police seized 90 kg of cocaine in Porto.", ["seizure"]),
        ("The army captured 20 fighters.", ["arrest"]),
        ("Rebels seized most of the town.", ["control-taken"]),
        ("Rebels took control of Porto.", ["control-taken"]),
        ("The defeat left Armenians in fear.", []),
        ("Electricity was cut in Porto.", ["infrastructure"]),
    ],
)
def test_only_a_place_or_an_area_is_taken(text: str, kinds: list[str]) -> None:
    """Goods are seized and people are captured, which is no change of control."""
    assert [action.kind for action in actions_in(text)] == kinds


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("No one was killed.", Modality.NEGATED),
        ("No civilians were killed.", Modality.NEGATED),
        ("No fewer than 9 people were killed.", Modality.ASSERTED),
        ("The army did not confirm the air strike.", Modality.NEGATED),
        ("The army did not stop the air strike.", Modality.ASSERTED),
        ("Rescuers failed to evacuate the village.", Modality.NEGATED),
    ],
)
def test_what_nobody_suffered_or_confirmed_is_not_asserted(text: str, modality: Modality) -> None:
    """A subject that is nobody and the object of a negated verb tell that nothing happened."""
    assert [action.modality for action in actions_in(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A cyclone hit the coast.", "storm"),
        ("Drones struck an oil depot.", "strike"),
        ("Prices rose again.", "economy"),
        ("Copper prices fell to a new low.", "economy"),
        ("Crews battled the blaze.", "wildfire"),
        ("Soldiers battled the gang.", "clash"),
        ("Divers pulled a family of five from the river.", "rescue"),
        ("The general pulled his troops out of the valley.", "withdrawal"),
        ("Water was restored to the district.", "infrastructure"),
        ("Two ministers stepped down.", "resignation"),
    ],
)
def test_subject_and_object_decide_what_an_open_verb_tells(text: str, kind: str) -> None:
    """What "hit", "rose" and "battled" tell depends on what hits, rises or is battled."""
    assert [action.kind for action in actions_in(text) if action.rule.startswith("verb")] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Engineers pulled out dozens of mines.",
        "The dam released water into the valley.",
        "Critics seized on the report.",
        "A new drill hit rock.",
    ],
)
def test_an_open_verb_with_another_object_tells_of_no_action(text: str) -> None:
    """Who pulls out mines does not withdraw, who releases water frees nobody."""
    assert actions_in(text) == []


@pytest.mark.parametrize("text", ["Police searched a flooded house.", "They left the damaged roads."])
def test_a_participle_before_a_noun_is_no_verb_of_the_sentence(text: str) -> None:
    """It describes the noun, and the sentence does not chiefly tell of it."""
    assert [a.rule.partition(" ")[0] for a in actions_in(text) if a.kind in {"flood", "damage"}] == ["adjective"]


@pytest.mark.parametrize("text", ["Heavy fighting broke out.", "He said that clashes were fierce."])
def test_a_noun_before_a_verb_is_no_verb(text: str) -> None:
    """What looks like a verb is a noun where another verb follows."""
    assert [action.rule for action in actions_in(text)] == ["noun of clash"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("At least nine people are known to have died.", "people"),
        ("The capital, Port Louis, fell to the rebels.", "The capital"),
        ("The army plans to leave Hama.", "The army"),
    ],
)
def test_the_subject_is_found_past_what_stands_between(text: str, actor: str) -> None:
    """An infinitive and a name between commas do not hide who acts."""
    found = [action.actor for action in actions_in(text) if action.rule.startswith("verb")]
    report = report_of(text)
    assert [actor in report.quote(w.start, w.end) for w in found if w is not None] == [True]


@pytest.mark.parametrize(
    "text", ['The mock bomb "killed" nobody we know.', "Nurses practised after a simulated explosion at the port."]
)
def test_what_is_only_played_is_no_action(text: str) -> None:
    """A drill has attacks and victims in name only."""
    assert actions_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trams have been down since Monday.",
        "The road goes up and down.",
        "Ministers cut off relations with the club.",
        "Walkers are asked not to enter the wood.",
        "The interim government has its seat in Porto.",
        "Three fire engines came.",
        "He moved to Downing Street.",
        "She is of an advanced age.",
        "She has high levels of vitamins.",
        "There are minor signs of what is to come.",
        "The singer dismissed media questions.",
        "She accepted two gifts.",
        "Guests are treated with respect.",
        "A court blocked the restrictions.",
        "The remarks damaged her reputation.",
        "It was a shot in the foot.",
        "The Volunteer Fire Department's hall is full.",
        "The Storm Prediction Center has a new roof.",
        "The flood insurance costs more.",
        "Nurses isolate patients.",
        "The general is more and more isolated.",
        "They are searching for ways to help.",
        "Ministers dismissed the claims.",
    ],
)
def test_everyday_senses_of_words_of_war_tell_of_no_action(text: str) -> None:
    """What is down is not shot down, relations are not besieged, and walkers do not advance."""
    assert actions_in(text) == []


def test_what_is_only_warned_of_has_not_happened() -> None:
    """A noun behind "warned of" is possible, behind "warned after" it has happened."""
    warned = [action.modality for action in actions_in("The mayor warned of new floods.") if action.kind == "flood"]
    after = [
        action.modality for action in actions_in("The mayor warned them after the floods.") if action.kind == "flood"
    ]
    assert (warned, after) == ([Modality.POSSIBLE], [Modality.ASSERTED])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The president signed an executive order.", {"legislation"}),
        ("The order, which the president signed, is new.", {"legislation"}),
        ("Both sides signed an agreement.", {"agreement"}),
        ("Both sides accepted the plan.", {"agreement"}),
        ("The president dismissed the minister.", {"resignation"}),
        ("Nurses treated 40 people.", {"vaccination"}),
        ("A storm is threatening the coast.", {"storm", "warning"}),
        ("Rebels are threatening the coast.", {"ultimatum"}),
    ],
)
def test_the_object_of_a_verb_tells_which_of_its_senses_is_meant(text: str, kinds: set[str]) -> None:
    """A table says which objects lend a verb another kind, or none."""
    assert {action.kind for action in actions_in(text)} == kinds


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The council called for a ceasefire.", Modality.PLANNED),
        ("The council asked for an immediate and lasting ceasefire.", Modality.PLANNED),
        ("The council proposed a ceasefire.", Modality.PLANNED),
        ("The demand followed a ceasefire.", Modality.ASSERTED),
        ("The council called for calm after the ceasefire.", Modality.ASSERTED),
        ("They were paid for the ceasefire.", Modality.ASSERTED),
    ],
)
def test_what_is_only_asked_for_has_not_happened(text: str, modality: Modality) -> None:
    """A truce that is called for is none."""
    assert [action.modality for action in actions_in(text) if action.kind == "ceasefire"] == [modality]


@pytest.mark.parametrize("text", ["Men demanding pay attacked the mayor.", "Women seeking help shot a guard."])
def test_who_wants_something_has_done_what_is_told_of_them(text: str) -> None:
    """What is wanted is a noun, and not the verb behind it."""
    assert [action.modality for action in actions_in(text) if action.kind == "attack"] == [Modality.ASSERTED]


def test_a_headline_of_an_event_is_no_name_of_a_body() -> None:
    """A verb between the event and the body tells that something happened to it."""
    assert "explosion" in {action.kind for action in actions_in("Explosion Kills Fire Chief")}


def test_a_person_who_is_captured_is_arrested() -> None:
    """The capital of “A” at the head of a sentence makes no name of a place."""
    assert [action.kind for action in actions_in("A son of the general has been captured.")] == ["arrest"]
    assert [action.kind for action in actions_in("Sumy has been captured.")] == ["control-taken"]


def test_who_pulls_back_rescues_nobody() -> None:
    """Forces are pulled from a town, people from the rubble."""
    assert {action.kind for action in actions_in("Forces pulled back from Sumy.")} == {"withdrawal"}
    assert {action.kind for action in actions_in("The army pulled its troops from Sumy.")} == {"withdrawal"}
    assert "rescue" in {action.kind for action in actions_in("Crews pulled nine people from the rubble.")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Dead birds lay on the shore.", set()),
        ("The judge imposed the prison term.", set()),
        ("The union imposed new sanctions on the bank.", {"sanction"}),
    ],
)
def test_a_word_tells_an_action_only_of_what_it_is_about(text: str, kinds: set[str]) -> None:
    """No casualties are counted among birds, and a sentence is no sanction."""
    assert {action.kind for action in actions_in(text)} == kinds


def test_what_is_plotted_has_not_happened() -> None:
    """A plot is a plan."""
    assert [action.modality for action in actions_in("He plotted to attack the station.")] == [Modality.PLANNED]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The army plans to shell the port and retake the town.", Modality.PLANNED),
        ("The army vowed to fight on and retake the town.", Modality.PLANNED),
        ("The army managed to enter the port and retake the town.", Modality.ASSERTED),
        ("The army shelled the port and retook the town.", Modality.ASSERTED),
        ("The army will march on once the town is retaken.", Modality.POSSIBLE),
        ("Once the army had retaken the town, it marched on.", Modality.ASSERTED),
    ],
)
def test_what_is_joined_to_an_aim_is_an_aim(text: str, modality: Modality) -> None:
    """The "to" counts for both verbs, and "once it is" tells of what is not yet."""
    taken = [action.modality for action in actions_in(text) if action.kind == "control-taken"]

    assert taken == [modality]
