"""Templates and themes: what ships is whole, and each mistake is named with file and remedy."""

import io
import zipfile
from pathlib import Path

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.data.labels import load_labels
from briefing.data.tables import load_table
from briefing.errors import TemplateError
from briefing.model.document import Heading, Listing
from briefing.model.section import SectionId
from briefing.resources import templates_folder
from briefing.templates import find_template, read_template
from briefing.themes import read_theme
from briefing.workflow import draw_pages
from tests.paths import SEEDS

GOOD = 'name = "N"\ndescription = "D"\nproduct = "P"\n[[section]]\nid = "cities"\n'


NINE = {
    "campaign-assessment",
    "daily-sitrep",
    "evidence-pack",
    "executive-one-pager",
    "flash-update",
    "humanitarian-sitrep",
    "newsroom-verification",
    "press-review",
    "spot-report",
}


def test_nine_templates_ship_and_each_can_be_found_by_its_id() -> None:
    """With a name and a description that tell what it is for."""
    shipped = {path.stem for path in templates_folder().glob("*.toml")}

    assert shipped == NINE
    for identity in NINE:
        template = find_template(identity)
        assert template.name
        assert template.description.endswith(".")


LIMITS = {
    "executive-one-pager": 1,
    "spot-report": 1,
    "flash-update": 2,
    "daily-sitrep": 4,
    "humanitarian-sitrep": 4,
    "campaign-assessment": 12,
}


@pytest.mark.parametrize(("identity", "most"), sorted(LIMITS.items()))
def test_a_template_with_a_page_limit_keeps_it_on_the_samples(identity: str, most: int) -> None:
    """Fifteen reports, of which much is left out and named."""
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template=identity))

    assert find_template(identity).max_pages == most
    assert draw_pages(briefing).page_count <= most


def test_a_file_of_ones_own_can_extend_a_template(tmp_path: Path) -> None:
    """It lists only what differs; the rest is that of the program."""
    path = tmp_path / "mine.toml"
    path.write_text('extends = "daily-sitrep"\nname = "Ours"\n[[section]]\nid = "map"\non = false\n', "utf-8")
    mine, base = read_template(path), find_template("daily-sitrep")

    assert mine.name == "Ours"
    assert mine.description == base.description
    assert [choice.id for choice in mine.sections] == [choice.id for choice in base.sections]
    assert [choice.on for choice in mine.sections if choice.id is SectionId.MAP] == [False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD + '[[section]]\nid = "cities"\n', "line 7: “cities” is listed twice"),
        (GOOD + "# more\nlimit = 0\n", "line 7: limit of cities is 0"),
        (GOOD + 'on = "no"\n', "line 6: on is 'no'"),
        (GOOD + "title = 3\n", "line 6: title is 3"),
        (GOOD + 'group = "size"\n', "line 6: group is 'size'; choose among: rank, theme, place, day"),
        ('extends = "nothing"\n', "line 1: it extends 'nothing'"),
        ("\n\nmax_pages = 0\n" + GOOD, "line 3: max_pages is 0"),
        (GOOD + '[[section]]\nid = "citys"\n', "line 7: there is no section 'citys'"),
    ],
)
def test_a_mistake_in_a_template_names_its_line(tmp_path: Path, text: str, words: str) -> None:
    """So that it need not be looked for."""
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(TemplateError) as raised:
        read_template(path)
    assert words in str(raised.value)


@pytest.mark.parametrize("group", ["theme", "place", "day"])
def test_developments_are_grouped_under_headings_and_numbered_through(tmp_path: Path, group: str) -> None:
    """In the order of printing, from 1 on."""
    path = tmp_path / "mine.toml"
    path.write_text(GOOD.replace('"cities"', f'"key-developments"\nlimit = 12\ngroup = "{group}"'), "utf-8")
    briefing = generate(read_reports([SEEDS]).reports, BriefingRequest(template=str(path)))
    headings = [block for block in briefing.document.blocks if isinstance(block, Heading) and block.level == 2]
    lists = [block for block in briefing.document.blocks if isinstance(block, Listing)]

    assert len(headings) > 1
    assert [block.start for block in lists] == [1 + sum(len(b.items) for b in lists[:n]) for n in range(len(lists))]
    assert sum(len(block.items) for block in lists) == 12


def test_every_family_of_actions_has_a_theme() -> None:
    """A heading for each."""
    families = {row["family"] for row in load_table("actions")["action"]}

    assert all(load_labels("en").say(f"theme-{family}") for family in families)


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


def test_a_template_may_ask_for_a_list_instead_of_the_notes_of_word(tmp_path: Path) -> None:
    """Without a word about it they are Word's own endnotes."""
    path = tmp_path / "mine.toml"
    for text, expected in ((GOOD, True), ("word_notes = true\n" + GOOD, True), ("word_notes = false\n" + GOOD, False)):
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
