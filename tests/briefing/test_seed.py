"""The user's own document, point by point: each row of the table in the product description, on the briefing."""

import json
from pathlib import Path

import pytest

from briefing import generate, read_reports, render
from briefing.model.briefing import Briefing, ConflictKind, Disposition, Entry, Status
from briefing.model.document import Picture
from briefing.model.findings import ControlRelation, Medium, PlaceKind, SourceKind
from briefing.workflow import analyse_reports
from tests.paths import SEEDS, SHARED, needs_shared

OWN = SEEDS / "2024-12-07_daraa_homs.txt"
USERS = SHARED / "seeds" / "000_e813703dab104bef.txt"


@pytest.fixture(scope="module", params=[OWN, pytest.param(USERS, marks=needs_shared)], ids=["own", "users"])
def path(request: pytest.FixtureRequest) -> Path:
    """Give the path of the retold and of the user's own document."""
    chosen: Path = request.param
    return chosen


@pytest.fixture(scope="module")
def briefing(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """Assemble a briefing from a folder that holds only this file."""
    folder = tmp_path_factory.mktemp("seed")
    (folder / path.name).write_bytes(path.read_bytes())
    return generate(read_reports([folder]).reports)


def entry_with(briefing: Briefing, *words: str) -> Entry:
    """Return the one development whose text holds all the words."""
    found = [entry for entry in briefing.developments if all(word in plain(entry.text) for word in words)]
    assert len(found) == 1, [entry.text for entry in found]
    return found[0]


def plain(text: str) -> str:
    """Write per cent without a space before the sign, as the user's document does."""
    return text.replace(" %", "%")


def printed(briefing: Briefing) -> str:
    """Return all words of the document."""
    return render(briefing, "md").decode()


def test_the_glued_date_is_the_date_of_the_report_and_never_text(briefing: Briefing) -> None:
    """“ date 2024-12-07 ” at the head is metadata."""
    published = briefing.reports[0].published

    assert published is not None
    assert published.iso == "2024-12-07"
    assert "date 2024-12-07" not in printed(briefing)


def test_most_of_the_province_and_over_80_percent_are_one_development(briefing: Briefing) -> None:
    """SOHR reports it; the article's own "most of" is cited with it; province and city are kept apart."""
    entry = entry_with(briefing, "80%")

    assert entry.status is Status.REPORTED
    assert [source.originator for source in entry.sources] == ["Syrian Observatory for Human Rights"]
    assert any("most of" in " ".join(citation.quote.split()) for citation in entry.citations)
    kinds = {place.kind for place in entry.places if place.name == "Daraa"}
    assert kinds == {PlaceKind.CITY, PlaceKind.PROVINCE}


def test_the_differing_precision_is_shown_and_no_contradiction(briefing: Briefing) -> None:
    """Over 80 % and most of the province do not exclude each other."""
    shown = [conflict for conflict in briefing.conflicts if conflict.kind is ConflictKind.PRECISION]

    assert len(shown) == 1
    values = plain(" ".join(side.value for side in shown[0].sides))
    assert "80%" in values
    assert "most" in values
    assert not [conflict for conflict in briefing.conflicts if conflict.kind is ConflictKind.DISPUTE]


def test_the_agreement_to_leave_daraa_is_claimed_by_rebel_sources_via_reuters(briefing: Briefing) -> None:
    """The originator is a party; Reuters only carries it."""
    entry = entry_with(briefing, "Reuters", "agree")

    assert entry.status is Status.CLAIMED
    assert len(entry.sources) == 1
    assert "ebel" in entry.sources[0].originator
    assert entry.sources[0].carrier == "Reuters"
    assert entry.sources[0].kind is SourceKind.PARTY
    carrier = next(row for row in briefing.sources if row.name == "Reuters")
    assert carrier.roles == ("carrier",)
    assert carrier.kind is SourceKind.AGENCY


def test_daraa24_is_a_local_medium_with_images_and_not_a_place(briefing: Briefing) -> None:
    """A name that begins like a city is a source."""
    report = briefing.reports[0]
    findings = analyse_reports([report])[0]
    start = report.text.index("Daraa24")
    row = next(row for row in briefing.sources if row.name == "Daraa24")
    media = [item.medium for item in findings.attributions if item.originator == "Daraa24"]

    assert row.kind is SourceKind.LOCAL_MEDIA
    assert row.roles == ("originator",)
    assert media == [Medium.IMAGES]
    assert not [mention for mention in findings.places if mention.start <= start < mention.end]


def test_the_ultimatum_at_homs_is_of_the_night_of_6_december_on_telegram(briefing: Briefing) -> None:
    """“On Friday night” in a report of Saturday 7 December is resolved, and the claim stays a claim."""
    entry = entry_with(briefing, "Telegram")

    assert entry.when.words.replace("\u00a0", " ") == "night of 6 December 2024"
    assert entry.status is Status.CLAIMED
    assert "Telegram" in entry.status_words
    assert [place.name for place in entry.places] == ["Homs"]


def test_aleppo_and_hama_are_taken_and_homs_is_only_an_aim(briefing: Briefing) -> None:
    """One development in the report's own voice; the aim is not promoted."""
    entry = entry_with(briefing, "Aleppo", "Hama")
    cities = {city.place.name: city for city in briefing.cities if city.place.kind is PlaceKind.CITY}

    assert entry.status is Status.UNATTRIBUTED
    for name in ("Aleppo", "Hama"):
        assert [claim.relation for claim in cities[name].claims] == [ControlRelation.TOOK]
    assert ControlRelation.TOOK not in {claim.relation for claim in cities["Homs"].claims}


def test_five_cities_and_one_province_are_in_the_table(briefing: Briefing) -> None:
    """Each is resolved to Syria, with what is said of it and by whom."""
    cities = sorted(city.place.name for city in briefing.cities if city.place.kind is not PlaceKind.PROVINCE)
    provinces = [city.place.name for city in briefing.cities if city.place.kind is PlaceKind.PROVINCE]

    assert cities == ["Aleppo", "Damascus", "Daraa", "Hama", "Homs"]
    assert provinces == ["Daraa"]
    assert {city.place.country for city in briefing.cities} == {"SY"}
    assert all(city.citations for city in briefing.cities)


def test_daraa_city_is_taken_by_factions_and_left_by_the_army_as_the_observatory_says(briefing: Briefing) -> None:
    """What is said of the city carries its source."""
    daraa = next(row for row in briefing.cities if row.place.name == "Daraa" and row.place.kind is PlaceKind.CITY)
    said = {(claim.relation, claim.source.originator) for claim in daraa.claims}

    assert (ControlRelation.TOOK, "Syrian Observatory for Human Rights") in said
    assert ControlRelation.LEFT in {relation for relation, _ in said}


def test_old_facts_are_background_and_no_developments(briefing: Briefing) -> None:
    """2018 and the beginning of the war are told apart; a million inhabitants keep their qualifier."""
    told = " ".join(entry.text for entry in briefing.developments)
    older = " ".join(entry.text for entry in briefing.background)

    assert "2018" in older
    assert "2018" not in told
    assert "million" not in told
    assert "around one million" in older
    assert "of the Syrian civil war" in older or "of the civil war" in older


def test_defects_of_the_text_do_not_break_it_and_the_original_is_kept(briefing: Briefing, path: Path) -> None:
    """A glued word is printed as it stands; the leading “While,” is cut; the text of the report is the file's."""
    text = path.read_bytes().decode()
    entry = entry_with(briefing, "Aleppo", "Hama")

    assert briefing.reports[0].text == text
    assert "sled by" in entry.text
    assert not entry.text.startswith("While")


def test_the_stray_headline_is_nowhere_but_in_the_ledger(briefing: Briefing) -> None:
    """A link headline is left out, with the reason."""
    rows = [row for row in briefing.ledger if row.reason.startswith("a headline")]

    assert len(rows) == 1
    assert rows[0].disposition is Disposition.LEFT_OUT
    assert rows[0].quote not in printed(briefing)


def test_silence_on_casualties_displacement_and_aid_is_said(briefing: Briefing) -> None:
    """What no report tells is a gap."""
    assert {"g-casualties", "g-displacement", "g-aid"} <= {gap.id for gap in briefing.gaps}


def test_the_order_is_control_first_then_agreement_and_threat(briefing: Briefing) -> None:
    """The taking of Daraa leads; nothing of the background ranks among the developments."""
    assert "80%" in plain(briefing.developments[0].text)
    assert [entry.rank for entry in briefing.developments] == sorted(entry.rank for entry in briefing.developments)


def test_every_printed_sentence_is_in_its_passage_and_every_passage_in_the_file(briefing: Briefing, path: Path) -> None:
    """The JSON proves it: offsets, words and numbers agree."""
    text = path.read_bytes().decode()
    data = json.loads(render(briefing, "json"))
    notes = {note["number"] for note in data["endnotes"]}

    for entry in data["developments"] + data["background"]:
        quotes = [" ".join(citation["quote"].split()) for citation in entry["citations"]]
        assert entry["text"] in quotes[0]
        for citation in entry["citations"]:
            assert text[citation["start"] : citation["end"]] == citation["quote"]
            assert citation["number"] in notes


def test_the_ledger_tells_of_every_sentence(briefing: Briefing) -> None:
    """The counts add up, and nothing is left out without a reason."""
    findings = analyse_reports(briefing.reports)[0]

    assert len(briefing.ledger) == len(findings.sentences)
    assert all(row.reason for row in briefing.ledger)


def test_the_timeline_draws_as_taken_only_what_is_said_to_be_taken(briefing: Briefing) -> None:
    """Homs is named beside Aleppo and Hama, but it is an aim."""
    pictures = [block.alternative for block in briefing.document.blocks if isinstance(block, Picture)]
    timeline = next(words for words in pictures if words.startswith("Timeline"))

    assert "Aleppo, Hama (reported taken)" in timeline
    assert "Homs (reported taken)" not in timeline
