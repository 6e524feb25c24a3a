"""Attributions as wire English words them: roles with names, figures given, contrasts, hearers."""

import pytest

from tests.briefing.analysis.test_sources import only, said
from tests.briefing.analysis.texts import report_of, words_of


@pytest.mark.parametrize(
    ("text", "originator", "content"),
    [
        (
            "Two people died of measles in the town, the district nurse, Ana Lopez, said on Friday.",
            "district nurse Ana Lopez",
            "Two people died of measles in the town",
        ),
        (
            "The brigade still holds the field east of the river, its commander, Colonel Idris Farah, told reporters.",
            "commander Colonel Idris Farah",
            "The brigade still holds the field east of the river",
        ),
        (
            "Nine men were hurt, a guard at the mine, Jon Aske, said.",
            "guard at the mine Jon Aske",
            "Nine men were hurt",
        ),
        (
            "The pit was flooded, the bishop of Kaga, Luc Mbeki, said.",
            "bishop of Kaga Luc Mbeki",
            "The pit was flooded",
        ),
        ("The fire spread, said the mayor, Jon Aske.", "mayor Jon Aske", "The fire spread"),
        (
            "The fire spread, according to the village head, Nikos Pappas.",
            "village head Nikos Pappas",
            "The fire spread",
        ),
        (
            "The minister of mines, Paul Edo, declares that one man died.",
            "minister of mines Paul Edo",
            "that one man died",
        ),
        ("Ash could reach Davao, a volcanologist warned.", "volcanologist", "Ash could reach Davao"),
        (
            "The dam holds, residents of two villages below it said on Monday.",
            "residents of two villages below it",
            "The dam holds",
        ),
    ],
)
def test_a_role_with_a_name_beside_it_is_one_source(text: str, originator: str, content: str) -> None:
    """Neither the name is lost nor does the role cut into what is said."""
    report, found = report_of(text), only(text)
    assert (found.originator, words_of(report, found.content)) == (originator, content)


@pytest.mark.parametrize(
    ("text", "originator"),
    [
        ("The agency wishes to inform the public that the dam is safe.", "agency"),
        ("The Ministry of Health puts the toll at six deaths and 102 cases.", "Ministry of Health"),
        ("The ministry has recorded 61 cases of measles.", "ministry"),
        ("The observatory recorded a magnitude of 6.1.", "observatory"),
        ("The ministry gave a toll of 12.", "ministry"),
        ("The hospital gave the number of dead as 14.", "hospital"),
        ("The Red Cross has registered twelve dead and 40 wounded.", "Red Cross"),
        ("The national survey gave 6.3.", "national survey"),
        ("The Rights Forum of Mali published the names of four men shot dead.", "Rights Forum of Mali"),
        ("The prefect of Kara, Colonel Issa Bala, announced a curfew.", "prefect of Kara Colonel Issa Bala"),
        ("The mission calls on all parties to go to court.", "mission"),
        ("The government of neighbouring Chad said it had sent help.", "government of neighbouring Chad"),
        ("Nine have died, according to the aid group Nurses Without Frontiers.", "aid group Nurses Without Frontiers"),
        ("The National News Service reported nine dead.", "National News Service"),
        ("Residents of Homs, Hama and Idlib say they live in fear.", "Residents of Homs, Hama and Idlib"),
        ("Ann Bell and Mark Low said the road was cut.", "Ann Bell and Mark Low"),
        ("Human Rights Watch Nigeria said nine people died.", "Human Rights Watch Nigeria"),
    ],
)
def test_figures_names_and_wishes_have_a_source(text: str, originator: str) -> None:
    """Who gives a figure, publishes names or wishes to inform is the source of it, under the whole name."""
    assert only(text).originator == originator


@pytest.mark.parametrize(
    "text", ["The bank recorded a profit.", "The coach gave him a ball.", "Police list two phones."]
)
def test_what_is_given_or_recorded_and_is_no_count_has_no_source(text: str) -> None:
    """Verbs of counting are cues with a count only."""
    assert said(text) == []


def test_a_list_of_places_after_a_body_names_nobody() -> None:
    """What follows “According to the ministry,” is what it says."""
    found = only("According to the ministry, New York, London and Paris were warned.")
    assert found.originator == "ministry"


def test_who_is_reported_missing_reports_nothing() -> None:
    """The participle tells of a fate."""
    assert said("She met the general, Omar Said, reported missing since May.") == []


@pytest.mark.parametrize("cue", ["reported", "claimed"])
def test_who_reported_what_is_set_aside_is_not_the_source_of_the_statement(cue: str) -> None:
    """The number in contrast belongs to others."""
    found = only(f"The agency said eight people had died, and not 13 as {cue} by parts of the press.")
    assert found.originator == "agency"


@pytest.mark.parametrize("hearer", ["reporters", "this newspaper", "local radio", "aid workers"])
def test_hearers_without_a_name_carry_nothing(hearer: str) -> None:
    """To whom it was told is no source of it."""
    found = only(f"The mayor told {hearer} that the bridge had gone.")
    assert (found.originator, found.carrier) == ("mayor", None)


def test_the_medium_of_an_interview_is_the_carrier() -> None:
    """It is no part of what is said."""
    text = "The minister said in an interview with Radio Okapi on Friday that the road was open."
    report, found = report_of(text), only(text)
    assert (found.originator, found.carrier) == ("minister", "Radio Okapi")
    assert words_of(report, found.content) == "that the road was open"


@pytest.mark.parametrize(
    ("text", "originator", "carrier"),
    [
        ("The Copper Post, citing the mayor, reported nine dead.", "mayor", "Copper Post"),
        ("Harbour Wire reported nine dead, citing the mayor.", "mayor", "Harbour Wire"),
        ("The bishop of Kaga and the Red Cross say nine died.", "bishop of Kaga and the Red Cross", None),
    ],
)
def test_a_cited_source_and_two_joined_sources_are_whole(text: str, originator: str, carrier: str | None) -> None:
    """The medium between commas only carries it, and a plural verb has both before it."""
    found = only(text)
    assert (found.originator, found.carrier) == (originator, carrier)


def test_the_spokesman_of_a_party_is_a_party() -> None:
    """Whose spokesman he is stands before him."""
    text = "Rebels and troops clashed. The rebels want the port next, said their spokesman, Omar Said."
    assert only(text).party
    assert not only(text.replace("The rebels want", "The charity wants").replace("their", "its")).party


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("‘We will rebuild. It’s late,’ the mayor said. ‘It takes a year.’", "‘We will rebuild. It’s late,’"),
        ("The mayor said: ‘We will rebuild the bridge. It’s gone.’", "‘We will rebuild the bridge. It’s gone.’"),
        ("‘The rebels’ aim is the port,’ the mayor said.", "‘The rebels’ aim is the port,’"),
    ],
)
def test_single_marks_quote_as_double_ones_do(text: str, content: str) -> None:
    """British papers print them; the words stay those of the report."""
    report, found = report_of(text), only(text)
    assert (found.originator, found.direct) == ("mayor", True)
    assert content in str(words_of(report, found.content))


@pytest.mark.parametrize(
    ("text", "originator"),
    [
        ("'It is rare. It's odd,' Ana Lopez, vice president of Mint, a firm in Kaga, told reporters.", "Ana Lopez"),
        ("“It is rare,” Ana Lopez, vice president of Mint, a small firm in Kaga told reporters.", "Ana Lopez"),
        ("Kaga Town, the largest of the north, a resident said, was flooded.", "resident"),
    ],
)
def test_the_person_at_the_head_of_a_row_of_descriptions_speaks(text: str, originator: str) -> None:
    """Neither the town of the firm nor the "vice" of the office does; straight single marks quote too."""
    assert only(text).originator == originator


@pytest.mark.parametrize(
    "text", ["The rebels’ flag flew, the mayor’s office said.", "In ‘Adra the army’s men left, he said."]
)
def test_an_apostrophe_quotes_nothing(text: str) -> None:
    """Neither a possessive nor the mark of a transliteration opens or closes a quotation."""
    assert not only(text).direct


def test_people_feared_or_believed_dead_say_nothing() -> None:
    """They fear nothing themselves; “people feared that” still does."""
    assert said("A huge earthquake has struck Haiti, with thousands of people feared dead.") == []
    assert said("Dozens believed trapped are being searched for.") == []
    assert said("Residents feared that the dam would break.") != []


def test_who_is_admitted_to_hospital_admits_nothing() -> None:
    """The verb has two senses."""
    assert said("Two tourists admitted to hospital in Sumy have been confirmed as having the virus.") == []
    assert said("The minister admitted that the dam was weak.") != []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The offensive, which the groups call “Dawn”, began in Hama.", "“Dawn”"),
        ("The town, which the ministry said had fallen, was shelled on Friday.", "had fallen"),
    ],
)
def test_what_a_relative_clause_says_ends_with_it(text: str, content: str) -> None:
    """The rest of the sentence is the report's own."""
    found = only(text).content
    assert found is not None
    assert text[found.start : found.end] == content


@pytest.mark.parametrize(
    ("text", "originator"),
    [
        ("The health ministry officially declared an outbreak of cholera.", "health ministry"),
        (
            "“The well is dry,” Ana bin Lopez, an adviser for water at the valley office of the union said.",
            "Ana bin Lopez",
        ),
        ("The Dutch Red Cross’ Ana Lopez said that the dam had burst.", "Ana Lopez"),
        ("“We need food,” Lisbon’s mayor Ana Lopez said.", "mayor Ana Lopez"),
        ("Ana Lopez from Lisbon said that the dam had burst.", "Ana Lopez"),
        ("Its head Ana Lopez said that the dam had burst.", "Ana Lopez"),
        ("The group in a statement published on Twitter and the service Telegram said it had left.", "group"),
        ("The BBC’s Ana Lopez at the United Nations said that the dam had burst.", "Ana Lopez"),
        ("Russia’s Defence Ministry said that the dam had burst.", "Russia’s Defence Ministry"),
    ],
)
def test_a_name_is_cut_to_who_speaks(text: str, originator: str) -> None:
    """Without how it was said, and without the office or the body that the speaker belongs to."""
    assert only(text).originator == originator


def test_a_described_noun_stands_for_the_body_named_before() -> None:
    """The British-based observatory is the observatory that was named, and no second source."""
    found = said("The Valley Observatory said ten men died. The British-based observatory said two were hurt.")

    assert [each.originator for each in found] == ["Valley Observatory", "Valley Observatory"]


@pytest.mark.parametrize(
    ("text", "originator"),
    [
        ("According to a Valley Hospital press release, the ward will close.", "Valley Hospital"),
        ("According to a press release, the ward will close.", "press release"),
    ],
)
def test_a_press_release_is_that_of_its_body(text: str, originator: str) -> None:
    """Its "release" is no verb."""
    assert only(text).originator == originator


def test_an_adjective_alone_is_no_source() -> None:
    """“Confirmed” describes the case here."""
    assert not said("The other confirmed case is a boy in the valley.")


def test_pictures_are_those_of_who_published_them() -> None:
    """The medium is no source."""
    assert only("Videos of the blast published by state media show flames.").originator == "state media"


def test_the_city_of_the_desk_is_no_part_of_a_name() -> None:
    """Agencies set it in capitals before the sentence, without a mark; an acronym there stays."""
    assert only("BEIRUT Syrian rebels said that they took the town.").originator == "Syrian rebels"
    assert only("UNICEF Director Ana Lopez said that they took the town.").originator == "UNICEF Director Ana Lopez"
