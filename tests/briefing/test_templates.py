"""Templates and themes: what ships is whole, and each mistake is named with file and remedy."""

import io
import zipfile
from pathlib import Path

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.errors import TemplateError
from briefing.model.section import SECTION_TITLES, SectionId
from briefing.templates import find_template, list_templates, read_template, read_theme
from tests.paths import SEEDS

GOOD = 'name = "N"\ndescription = "D"\nproduct = "P"\n[[section]]\nid = "cities"\n'


def test_three_templates_ship_and_each_can_be_found_by_its_id() -> None:
    """Daily report, one-pager and evidence pack."""
    assert {template.id for template in list_templates()} >= {"daily-sitrep", "executive-one-pager", "evidence-pack"}
    assert find_template("executive-one-pager").max_pages == 1


def test_the_default_template_has_every_section_of_the_product() -> None:
    """All but the key figures, which no template needs yet."""
    ids = {choice.id for choice in find_template("daily-sitrep").sections}

    assert ids >= set(SectionId) - {SectionId.KEY_FIGURES}
    assert set(SECTION_TITLES) == set(SectionId)


def test_the_shipped_theme_is_whole() -> None:
    """Every colour, font and size has a value."""
    assert read_theme("house").body_size > 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = ", "is not a valid template"),
        ('name = "N"', "no section is listed"),
        (GOOD.replace("cities", "citys"), "there is no section 'citys'"),
        (GOOD + "limit = 0\n", "write a whole number from 1"),
        (GOOD + "colour = 1\n", "“colour” in a section is not known"),
        ('max_pages = "one"\n' + GOOD, "max_pages is 'one'"),
        ('word_notes = "yes"\n' + GOOD, "word_notes is 'yes'; write true or false"),
        ("word_notes = 1\n" + GOOD, "word_notes is 1; write true or false"),
        (GOOD.replace('product = "P"\n', ""), "“product” is missing"),
    ],
)
def test_each_mistake_in_a_template_names_the_file_and_the_remedy(tmp_path: Path, text: str, words: str) -> None:
    """A person who is no programmer can mend it."""
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(TemplateError) as raised:
        read_template(path)
    assert words in str(raised.value)
    assert "mine.toml" in str(raised.value)


def test_a_template_may_ask_for_the_notes_of_word(tmp_path: Path) -> None:
    """Without a word about it the notes are a list."""
    path = tmp_path / "mine.toml"
    for text, expected in ((GOOD, False), ("word_notes = true\n" + GOOD, True), ("word_notes = false\n" + GOOD, False)):
        path.write_text(text, "utf-8")
        assert read_template(path).word_notes is expected


def test_the_wish_for_the_notes_of_word_reaches_the_word_file(tmp_path: Path) -> None:
    """The same briefing has Word's endnotes with one template and a list of notes with the other."""
    path = tmp_path / "mine.toml"
    reports = read_reports([SEEDS / "2024-12-07_daraa_homs.txt"]).reports
    found = []
    for wish in ("true", "false"):
        text = GOOD.replace("cities", "key-developments") + '[[section]]\nid = "endnotes"\n'
        path.write_text(f"word_notes = {wish}\n{text}", "utf-8")
        content = render(generate(reports, BriefingRequest(template=str(path))), "docx")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found.append("word/endnotes.xml" in archive.namelist())
    assert found == [True, False]


def test_a_template_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    """It need not lie in the program's folder."""
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, "utf-8")

    assert [choice.id for choice in find_template(str(path)).sections] == [SectionId.CITIES]
