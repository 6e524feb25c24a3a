"""Attributions: who says so, through whom, in which medium, and how far what is said reaches."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.sentences import find_sentences
from briefing.analysis.sources import find_attributions, find_bodies
from briefing.model.findings import Attribution, Medium, SourceKind
from tests.briefing.analysis.texts import report_of, words_of
from tests.quality.sources import score_sources

LABELLED = Path(__file__).resolve().parents[3] / ".." / "shared" / "gold"


def said(text: str) -> list[Attribution]:
    """Return the attributions of a text."""
    report = report_of(text)
    return list(find_attributions(report, find_sentences(report)))


def only(text: str) -> Attribution:
    """Return the one attribution of a text."""
    found = said(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "originator", "content"),
    [
        ("According to the coast guard, two boats sank.", "coast guard", "two boats sank"),
        ("Two boats sank off the cape, according to the coast guard.", "coast guard", "Two boats sank off the cape"),
        ("The mayor said that the bridge had collapsed.", "mayor", "that the bridge had collapsed"),
        ("The bridge had collapsed, the mayor said on Monday.", "mayor", "The bridge had collapsed"),
        ("The bridge has collapsed, said Ana Lopez.", "Ana Lopez", "The bridge has collapsed"),
        ("At least nine people died a monitor said in an updated toll.", "monitor", "At least nine people died"),
        ("Ana Lopez, a nurse from Porto, said the ward was full.", "Ana Lopez", "the ward was full"),
        ("Residents responded to the claim by miners that the shaft was safe.", "miners", "that the shaft was safe"),
        ("A raid that Norway says killed nine people failed.", "Norway", "killed nine people failed"),
    ],
)
def test_each_way_of_saying_so_gives_source_and_content(text: str, originator: str, content: str) -> None:
    """The usual forms of attribution are read, and the content is in the words of the report."""
    report = report_of(text)
    found = {a.originator: words_of(report, a.content) for a in find_attributions(report, find_sentences(report))}
    assert found.get(originator) == content


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed nine people.",
        "He is said to be ill.",
        "The ministry has not said when it will open.",
        "The fire claimed nine lives.",
        "The move announced last week was welcome.",
    ],
)
def test_what_nobody_says_has_no_source(text: str) -> None:
    """Subjects that cannot speak, negations and other senses of a verb are no cues."""
    assert said(text) == []


def test_a_chain_keeps_originator_and_carrier_apart() -> None:
    """Sources cited by an agency are the originator, the agency only carries them."""
    found = only("Rebel sources cited by the Reuters agency have stated that the troops will leave.")
    assert (found.originator, found.carrier) == ("Rebel sources", "Reuters")
    assert (found.kind, found.carrier_kind) == (SourceKind.PARTY, SourceKind.AGENCY)
    assert found.party
    assert not found.named


@pytest.mark.parametrize(
    ("text", "originator", "carrier"),
    [
        ("State television reported nine dead on Monday, citing the army.", "army", "State television"),
        ("The governor told Reuters that nine people had died.", "governor", "Reuters"),
        ("Ali Omar was quoted as saying by Al Jazeera that the road is open.", "Ali Omar", "Al Jazeera"),
    ],
)
def test_who_passes_it_on_is_the_carrier(text: str, originator: str, carrier: str) -> None:
    """A medium that cites, is told or quotes is a carrier and no originator."""
    found = said(text)[0]
    assert (found.originator, found.carrier) == (originator, carrier)


def test_a_publication_of_images_is_an_attribution() -> None:
    """Published images count as what a source says, with their medium."""
    found = only("The local media Costa12 has published images of the flooded harbour.")
    assert (found.originator, found.kind, found.medium) == ("Costa12", SourceKind.LOCAL_MEDIA, Medium.IMAGES)
    assert found.named


def test_the_medium_is_read_beside_the_cue() -> None:
    """Telegram and statements are recognised as the medium."""
    assert only("The rebels announced through their Telegram channel that they had won.").medium is Medium.TELEGRAM
    assert only("The ministry said in a statement that nine had died.").medium is Medium.STATEMENT


def test_short_forms_and_pronouns_get_the_full_name() -> None:
    """Acronyms, "the Observatory", a surname and "it" stand for the source named in full before."""
    found = said(
        "The River Observatory for Peace (ROP) said nine had died. The Observatory said more were missing. "
        "It added that roads were cut. Mayor Ana Lopez said help had come. Lopez said it was late. "
        "She warned of rain. ROP reported floods.",
    )
    names = [a.originator for a in found]
    assert names == ["River Observatory for Peace"] * 3 + ["Mayor Ana Lopez"] * 3 + ["River Observatory for Peace"]


def test_an_army_has_a_stake_in_a_war_and_none_in_a_flood() -> None:
    """The same source is a party only where the report tells of a conflict."""
    assert said("Rebels and troops clashed. The army said nine had died.")[-1].party
    assert not said("The river flooded nine towns. The army said nine had died.")[-1].party


def test_a_quotation_over_sentences_and_paragraphs_is_one_content() -> None:
    """What is quoted reaches back to its opening mark and on into a paragraph that only quotes."""
    text = "“It was dark. We ran,” Ana Lopez said.\n“Then the wall fell.”"
    report = report_of(text)
    found = find_attributions(report, find_sentences(report))
    assert len(found) == 1
    assert found[0].direct
    assert words_of(report, found[0].content) == text


@pytest.mark.parametrize(
    ("text", "sequels"),
    [
        ("The mayor said help is near. “Stay at home. Help is ready.”", ["“Stay at home. Help is ready.”"]),
        (
            "The mayor said help is near.\n“Stay at home.\n“Help is ready.”\nAll slept.",
            ["“Stay at home.", "“Help is ready.”"],
        ),
        ("The mayor said help is near.\n“Stay at home,” the nurse said.", []),
        ("The mayor said help is near. “Day of Joy” was a quiet day in the whole of the town.", []),
        ("The mayor said help is near. All slept. “Stay at home.”", []),
    ],
)
def test_a_quotation_without_a_speaker_is_of_who_was_named_just_before(text: str, sequels: list[str]) -> None:
    """Or it would be taken for the words of the report."""
    report = report_of(text)
    later = [found for found in said(text) if found.originator == "mayor"][1:]
    assert [words_of(report, found.content) for found in later] == sequels
    assert all(found.direct for found in later)


def test_the_place_that_a_report_is_sent_from_says_nothing() -> None:
    """It stands in capitals before a colon, and the state is the subject."""
    assert said("KAGA: The state has the most cases in the country, highlighting a concern.") == []


def test_names_of_bodies_are_kept_from_being_places() -> None:
    """The words of a named monitor are reserved wherever they stand."""
    report = report_of("The Homs Observatory for Peace said nine had died. Homs Observatory for Peace staff left.")
    bodies = find_bodies(report, find_attributions(report, find_sentences(report)))
    assert [words_of(report, body) for body in bodies] == ["Homs Observatory for Peace"] * 2


@given(st.text(alphabet="aB “”\"'’.,;:()\n9sayid tolbrepw–-", max_size=300))
def test_any_text_gives_spans_that_lie_in_it(text: str) -> None:
    """No text breaks the search, and all words of a finding lie in the text."""
    for attribution in said(text):
        for words in (attribution.source, attribution.cue, attribution.content):
            assert words is None or 0 <= words.start < words.end <= len(text)
        assert attribution.originator


def test_a_long_line_of_cues_is_read() -> None:
    """A text that is one endless line is read in its beginning and breaks nothing."""
    assert said("Ana said it, " * 20_000)


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled texts are not beside this checkout")
def test_labelled_attributions_are_found() -> None:
    """The pairs of source and content reach the floor on the labelled development articles."""
    scores = score_sources(LABELLED / "attribution" / "polnear_dev.jsonl", speech=True)
    assert scores.pairs.f1 >= 0.75


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled texts are not beside this checkout")
def test_the_sources_of_casualty_figures_are_found() -> None:
    """Nine of ten attributed figures in war reports have their source."""
    path = LABELLED / "contradictions" / "fakes_claims_dev.jsonl"
    claims = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    attributed = [claim for claim in claims if claim["attributed_to"]]
    found = [claim for claim in attributed if _names_source(claim["sentence"], claim["attributed_to"])]
    assert len(found) >= 0.9 * len(attributed)


def _names_source(sentence: str, source: str) -> bool:
    report = report_of(sentence)
    wanted = set(source.lower().split()) - {"the", "a", "of", "for", "in", "and"}
    heard = (words_of(report, a.source) or "" for a in find_attributions(report, find_sentences(report)))
    return any(len(wanted & set(words.lower().split())) * 2 >= len(wanted) for words in heard)


@pytest.mark.parametrize(
    ("text", "originators"),
    [
        ("The army closes the roads and, a day later, admits that it has lost the town.", ["army"]),
        ("Turkey opens its border and says that aid will flow.", ["Turkey"]),
        (
            "The Ministry of Defence denied a retreat. The ministry also said that roads were open.",
            ["Ministry of Defence", "Ministry of Defence"],
        ),
        ("The coast guard said that two boats sank. Nine are missing, the same source said.", ["coast guard"] * 2),
        (
            "The health ministry said that cases had risen. The ministry denied that wards were full.",
            ["health ministry"] * 2,
        ),
        ("By most estimates, many have fled, most said.", []),
    ],
)
def test_names_are_whole_and_stand_for_somebody(text: str, originators: list[str]) -> None:
    """A verb is no part of a name, a short form is resolved, and nobody in particular is no source."""
    assert [attribution.originator for attribution in said(text)] == originators


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("90 people said they had seen the fire.", []),
        ("The army left Porto, state media said.", ["state media"]),
        ("There were rumours that the mayor had fled.", []),
        ("It's reported that the bridge fell.", []),
        ("Police seized documents in Porto.", []),
        ("Ana Lopez said the bridge fell. She's confirmed that it will be rebuilt.", ["Ana Lopez", "Ana Lopez"]),
        ("Army officers said the bridge fell. They've said it will be rebuilt.", ["Army officers", "Army officers"]),
        ("Other supporters said it was fair. He said that the count was slow.", ["Other supporters", "He"]),
        ("Lisbon considers Madeira part of its territory and said the visit was wrong.", ["Lisbon"]),
        (
            "A minister in the council that runs the north of the island has said that it rained.",
            ["minister in the council"],
        ),
        ("Ana Lopez, who works in Porto, told Fox that it rained.", ["Ana Lopez"]),
        ("Nine were hurt in the fighting in Porto, a diplomat said.", ["diplomat"]),
        ("Senior National News Correspondent Ana Lopez said that it rained.", ["Ana Lopez"]),
        (
            "Shells hit Old Harbour Lower Mill and Upper Mill districts including Long Quay East Bank West Bank and"
            " Saint Ann civil defense official Ana Lopez told Reuters.",
            ["civil defense official Ana Lopez"],
        ),
        ("Acme Corp. said in a statement that the plant was closed.", ["Acme Corp"]),
        ("The Tide Institute put the number of deaths at 1,200.", ["Tide Institute"]),
    ],
)
def test_a_source_is_a_name_and_no_clause(text: str, names: list[str]) -> None:
    """Numbers, contractions, rumours and clauses are no names, and a name ends before a verb."""
    assert [attribution.originator for attribution in said(text)] == names


@pytest.mark.parametrize(
    ("text", "originator", "carrier"),
    [
        ("The men were moved, a security source told AFP.", "security source", "Agence France-Presse"),
        ("The road is closed, the mayor told Lusopress.", "mayor", "Lusopress"),
    ],
)
def test_who_is_told_last_in_a_sentence_carries_it(text: str, originator: str, carrier: str) -> None:
    """The medium told at the end of a sentence is the carrier."""
    assert (only(text).originator, only(text).carrier) == (originator, carrier)
