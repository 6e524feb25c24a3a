"""What a Word file may have besides: comments with the evidence, and the fonts inside."""

import dataclasses
import io
import re
from typing import Any

import pytest
from lxml import etree
from reportlab.pdfbase.ttfonts import TTFontFile

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.document import Callout, Document, EntryEvidence, EvidencePassage
from briefing.writers.docx import render_docx
from tests.briefing.writers.docx_reading import R, W, WordFile, paragraph_text
from tests.briefing.writers.sample_document import house_theme, sample_document
from tests.paths import SEEDS


def _evidence(entry: str, *quotes: str) -> EntryEvidence:
    return EntryEvidence(
        entry=entry, passages=tuple(EvidencePassage(source=f"Source of {quote}", quote=quote) for quote in quotes)
    )


def _with_comments() -> Document:
    evidence = (
        _evidence("dev-1", "One <b>&", "Two"),
        _evidence("city-homs", "Three"),
        _evidence("bottom-line-2", "Four"),
        _evidence("figure-3", "Five"),
        _evidence("overview-1", "Six"),
        _evidence("printed-nowhere", "Seven"),
    )
    return dataclasses.replace(sample_document(), evidence=evidence)


def _comments(file: WordFile) -> dict[str, list[str]]:
    """Return for each comment, by the text that it stands on, its paragraphs."""
    body = file.tree("document")
    found = {}
    for comment in file.tree("comments"):
        number = comment.get(f"{W}id")
        (start,) = [node for node in body.iter(f"{W}commentRangeStart") if node.get(f"{W}id") == number]
        (end,) = [node for node in body.iter(f"{W}commentRangeEnd") if node.get(f"{W}id") == number]
        assert start.getparent() is end.getparent()
        found[paragraph_text(start.getparent())] = [paragraph_text(node) for node in comment.iter(f"{W}p")]
    return found


def test_each_entry_has_one_comment_with_its_passages_in_the_words_of_the_reports() -> None:
    """On items, rows, key figures and paragraphs; what is printed nowhere has none."""
    file = WordFile(render_docx(_with_comments()))
    comments = _comments(file)
    said = {words[:12]: paragraphs[1::2] for words, paragraphs in comments.items()}
    assert said == {
        "In the night": ["Four"],
        "~ 100 km": ["Five"],
        "The offensiv": ["Six"],
        "Daraa. The S": ["One <b>&", "Two"],
        "Homs": ["Three"],
    }
    assert all(paragraphs[0] == f"Source of {paragraphs[1]}" for paragraphs in comments.values())
    assert file.faults() == []


def test_a_comment_stands_on_the_item_of_a_list_rather_than_on_an_earlier_mention() -> None:
    """The bottom line tells what a development tells; the evidence belongs to the development."""
    document = _with_comments()
    first, *others = document.blocks
    assert isinstance(first, Callout)
    mention = dataclasses.replace(
        first, paragraphs=tuple(dataclasses.replace(prose, entry="dev-1") for prose in first.paragraphs)
    )
    file = WordFile(render_docx(dataclasses.replace(document, blocks=(mention, *others))))
    assert [words[:6] for words, said in _comments(file).items() if "Two" in said] == ["Daraa."]


def test_comments_are_by_the_author_of_the_briefing_and_of_its_day() -> None:
    """Nobody else is named; where there is no author it is the program, and where there is no day there is none."""
    document = _with_comments()
    for author, created, expected in (
        ("Regional desk", document.created, ("Regional desk", "Rd", "2024-12-07T12:00:00Z")),
        ("", "soon", ("Situation Briefings", "SB", None)),
    ):
        file = WordFile(render_docx(dataclasses.replace(document, author=author, created=created)))
        for comment in file.tree("comments"):
            assert tuple(comment.get(f"{W}{name}") for name in ("author", "initials", "date")) == expected


def test_without_the_wish_there_are_no_comments() -> None:
    """A file that leaves the house has none by accident."""
    assert "word/comments.xml" not in WordFile(render_docx(sample_document())).parts


def _font_table(file: WordFile) -> dict[str, Any]:
    return {node.get(f"{W}name"): node for node in etree.fromstring(file.parts["word/fontTable.xml"])}


def test_the_fonts_in_the_file_are_those_of_the_theme_and_can_be_read_back() -> None:
    """Regular, bold and italic cuts, each undone with its key as a reader would."""
    file = WordFile(render_docx(dataclasses.replace(sample_document(), word_fonts=True)))
    relations = {
        node.get("Id"): node.get("Target") for node in etree.fromstring(file.parts["word/_rels/fontTable.xml.rels"])
    }
    found = set()
    for family, font in _font_table(file).items():
        for cut in font.iter(*(f"{W}embed{name}" for name in ("Regular", "Bold", "Italic", "BoldItalic"))):
            key = bytes.fromhex(re.sub("[{}-]", "", cut.get(f"{W}fontKey")))[::-1]
            data = file.parts[f"word/{relations[cut.get(f'{R}id')]}"]
            head = bytes(byte ^ key[place % 16] for place, byte in enumerate(data[:32]))
            read = TTFontFile(io.BytesIO(head + data[32:]))
            assert read.familyName.decode().startswith(family)
            found.add(read.fullName)
    assert len(found) == 8
    assert file.tree("settings").find(f"{W}embedTrueTypeFonts") is not None


def test_a_font_that_does_not_come_with_the_program_is_not_put_into_the_file() -> None:
    """It is named, so that Word takes it where it is installed."""
    theme = dataclasses.replace(house_theme(), sans="Georgia", serif="Georgia")
    file = WordFile(render_docx(dataclasses.replace(sample_document(), word_fonts=True, theme=theme)))
    assert list(_font_table(file)) == ["Georgia"]
    assert not [name for name in file.parts if name.endswith(".odttf")]
    assert file.tree("settings").find(f"{W}embedTrueTypeFonts") is None


@pytest.mark.parametrize("wish", ["word_comments", "word_fonts"])
def test_the_wish_of_a_request_or_of_a_template_reaches_the_file(wish: str, tmp_path: Any) -> None:
    """Either is enough, and the words of the page are the same."""
    reports = read_reports([SEEDS / "2024-12-07_daraa_homs.txt"]).reports
    wishes: dict[str, Any] = {wish: True}
    path = tmp_path / "mine.toml"
    path.write_text(f'{wish} = true\nextends = "daily-sitrep"\nname = "Mine"\n', "utf-8")
    plain, asked, by_template = (
        WordFile(render(generate(reports, request), "docx"))
        for request in (
            BriefingRequest(),
            dataclasses.replace(BriefingRequest(), **wishes),
            BriefingRequest(template=str(path)),
        )
    )
    part = "word/comments.xml" if wish == "word_comments" else "word/fonts/SourceSansProBold.odttf"
    assert [part in file.parts for file in (plain, asked, by_template)] == [False, True, True]
    assert plain.words() == asked.words()
    if wish == "word_comments":
        said = [words for paragraphs in _comments(asked).values() for words in paragraphs[1::2]]
        text = " ".join(reports[0].text.split())
        assert said
        assert all(" ".join(words.split()) in text for words in said)
