"""Attributions where a mistake is dear: who is a party, whose words they are, and what is no source at all."""

import pytest

from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions
from briefing.model.findings import Attribution, SourceKind
from tests.briefing.analysis.texts import report_of, words_of

_WAR = "Shelling and clashes went on along the front line. "


def said(text: str) -> list[Attribution]:
    """Return the attributions of a text."""
    report = report_of(text)
    return list(find_attributions(report, find_sentences(report)))


@pytest.mark.parametrize(
    ("text", "originator"),
    [
        ("Gen. Omar Hadi said the town was taken.", "Gen. Omar Hadi"),
        ("Col Petr Novak, who leads the brigade, said the town was taken.", "Col Petr Novak"),
        ("The National Salvation Council of rebels said the town was taken.", "National Salvation Council of rebels"),
        ("The Pentagon said that two depots were hit.", "Pentagon"),
        ("The Kremlin said that two depots were hit.", "Kremlin"),
        ("The Hamas-run health ministry said nine people died.", "Hamas-run health ministry"),
        ("Rebels and local residents said nine people died.", "Rebels and local residents"),
        ("The Military Media Office said nine people died.", "Military Media Office"),
        ("Defense Secretary Lena Holt said nine people died.", "Defense Secretary Lena Holt"),
        ("The Syrian Coalition said that this was a massacre.", "Syrian Coalition"),
        ("Pro-Houthi media said nine people died.", "Pro-Houthi media"),
        ("A source in the Northern security forces said two men were held.", "source in the Northern security forces"),
    ],
)
def test_in_a_conflict_those_who_fight_speak_as_parties(text: str, originator: str) -> None:
    """Officers, councils of armed groups and governments at war are never printed as neutral sources."""
    found = said(_WAR + text)
    assert [a.originator for a in found] == [originator]
    assert found[0].party


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian Observatory for Human Rights said nine people died.",
        "A monitor said nine people died in rebel-held Idlib.",
        "Residents of rebel-held Idlib said nine people died.",
        "The director of a hospital in opposition-held Douma said nine people died.",
        "The World Health Organization said nine people died.",
        "Former U.S. congresswoman Lena Holt said nine people died.",
    ],
)
def test_monitors_aid_bodies_and_witnesses_are_no_party(text: str) -> None:
    """Where somebody stands, or what was once held, does not make a party."""
    assert [a.party for a in said(_WAR + text)] == [False]


def test_an_army_that_denies_a_loss_is_a_party_and_one_that_helps_after_a_flood_is_not() -> None:
    """One sign of war beside the army makes it a party; soldiers, troops and the army alone do not."""
    assert [a.party for a in said("The Malian army denied that the town had been lost to mutineers.")] == [True]
    flood = "Soldiers and troops of the army filled sandbags. The army said the dam had held."
    assert [(a.kind, a.party) for a in said(flood)] == [(SourceKind.OFFICIAL, False)]


def test_an_armed_group_is_a_party_in_any_report() -> None:
    """A brigade is one wherever it speaks, but for that of the fire service."""
    assert [a.party for a in said("The Coastal Brigades said that they had left.")] == [True]
    assert [a.party for a in said("The fire brigade said that they had left.")] == [False]


def test_the_government_is_not_one_of_its_officials() -> None:
    """A short form stands for a source that turns on its noun, not for one that only names it."""
    found = said("A government official in Misrata confirmed it. The interim government said that it would stay.")
    assert [a.originator for a in found] == ["government official in Misrata", "interim government"]
    found = said("The health ministry said nine died. The ministry said that ten died.")
    assert [a.originator for a in found] == ["health ministry", "health ministry"]


def test_a_newspaper_is_found_although_its_name_is_a_plain_word() -> None:
    """Beside a descriptor or alone the name is that of the paper."""
    assert [a.kind for a in said("The Guardian reported that the dam broke.")] == [SourceKind.MEDIA]
    assert [a.kind for a in said("The Guardian Council said that the vote was valid.")] == [SourceKind.OFFICIAL]


def test_a_relative_clause_speaks_for_the_noun_before_its_comma() -> None:
    """What the government denies in a clause with "which" is not given to the source of the sentence before."""
    found = said(
        _WAR + "Human Rights Watch said homes were hit. The Libyan government, which denies it, blamed rebels."
    )
    assert [a.originator for a in found] == ["Human Rights Watch", "Libyan government", "Libyan government"]


@pytest.mark.parametrize(
    ("text", "originator", "content"),
    [
        (
            "Lena Holt, a former war crimes judge, said pro-government forces near Misrata, including officers, fled.",
            "Lena Holt",
            "pro-government forces near Misrata, including officers, fled",
        ),
        (
            "Lena Holt, vice president of the club, said in a written statement in March that nobody was hurt.",
            "Lena Holt",
            "that nobody was hurt",
        ),
        (
            "Twelve people, including four children, were killed, said the ministry.",
            "ministry",
            "Twelve people, including four children, were killed",
        ),
        (
            "''We held the bridge,'' Lena Holt said. ''Nobody else did.''",
            "Lena Holt",
            "''We held the bridge,'' Lena Holt said. ''Nobody else did.''",
        ),
        ("According to the harbour officials, the ship that they hired had sunk.", "harbour officials", None),
        ("On May 15 UN envoy Lena Holt said the road was open.", "UN envoy Lena Holt", "the road was open"),
        ("The envoy on humanitarian issues said the road was open.", "envoy on humanitarian issues", None),
        ("Protesters gathered in Freedom Square said they would stay.", "Protesters", "they would stay"),
        ("Nine people died, a group tracking the violence said.", "group", "Nine people died"),
        ("A doctor receiving the wounded said that nine died.", "doctor", "that nine died"),
        ("“We ran,” said one 19-year-old student.", "one 19-year-old student", "“We ran,”"),
        ("Residents trapped in Douma said bread was gone.", "Residents", "bread was gone"),
        ("All the shops were shut, the U.S. said.", "U.S.", "All the shops were shut"),
        ("The army denied it, with the minister stressing that no shell fell.", "minister", "that no shell fell"),
        ("A message on Thursday on a Telegram channel said the road was open.", "message", "the road was open"),
    ],
)
def test_a_source_keeps_its_own_words(text: str, originator: str, content: str | None) -> None:
    """Descriptions, dates and statements between a source and its verb do not make another source."""
    report = report_of(text)
    found = {a.originator: a for a in find_attributions(report, find_sentences(report))}
    assert originator in found, found
    assert found[originator].content is not None
    assert content is None or words_of(report, found[originator].content) == content


@pytest.mark.parametrize(
    "text",
    [
        "A cluster bomb said to have exploded lay by the road.",
        "Planes are told apart according to their speed and height.",
        "The shelling added to the losses of the town.",
        "The regime that was led by Bakri responded with force.",
        "Its warning label was read by nobody.",
        "They fled from a company called Acme Chemicals.",
        "Raids last week near Manbij claimed more than 100 civilians.",
        "The army's reported use of mines was condemned widely.",
    ],
)
def test_no_source_is_invented(text: str) -> None:
    """Things, deeds and places that stand beside a reporting verb say nothing."""
    assert said(text) == []


def test_a_quotation_whose_beginning_is_lost_still_has_its_speaker() -> None:
    """A closing mark without an opening one ends what began before the paragraph."""
    found = said('The road was never safe," Lena Holt said.')
    assert [(a.originator, a.direct) for a in found] == [("Lena Holt", True)]


def test_a_council_of_a_state_is_not_the_council_of_the_united_nations() -> None:
    """A longer name that ends like that of a UN body is another body."""
    (council,) = said("National Security Council spokesman Lena Holt said the road was open.")
    assert council.kind is not SourceKind.AID
    (united,) = said("The UN Security Council condemned the shelling of the market.")
    assert united.kind is SourceKind.AID


def test_well_known_bodies_have_one_name() -> None:
    """Acronyms, short forms and descriptions of the same body are printed alike."""
    for words in ("WFP", "The World Food Programme", "The UN World Food Programme", "The UN food agency WFP"):
        assert [a.originator for a in said(f"{words} said stocks were low.")] == ["World Food Programme"], words
