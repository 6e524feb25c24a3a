"""The HTML file, read back by an independent reader: every word in its order, nothing loaded, nothing run."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree, html

from briefing import generate, read_reports, render
from briefing.model.document import Document, EndNotes, Heading, Link, Prose, Table
from briefing.writers.html import render_html
from briefing.writers.xml_text import clean_text
from tests.briefing.writers.document_words import words_of
from tests.briefing.writers.hostile_documents import (
    DOCUMENTS,
    SCHEMES,
    empty_document,
    hollow_document,
    hostile_document,
    much_cited_document,
)
from tests.briefing.writers.sample_document import sample_document, with_blocks
from tests.paths import SEEDS

_LOADING = {"script", "iframe", "object", "embed", "link", "img", "video", "audio", "base", "form", "input"}


def page(document: Document) -> etree._Element:
    """Read the file as a browser would."""
    return html.document_fromstring(render_html(document).decode("utf-8"))


def shown(document: Document) -> list[str]:
    """Return the words of head and body, without numbers of citations, marking, arrows and the words of pictures."""
    root = page(document)
    for gone in root.xpath("//sup | //p[@class='marking'] | //footer | //svg | //a[text()='↑']"):
        parent, tail = gone.getparent(), gone.tail or ""
        before = gone.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(gone)
    parts = root.xpath("//header | //main")
    return [word for word in " ".join(text for part in parts for text in _blocks(part)).split() if word != "·"]


def _blocks(part: etree._Element) -> list[str]:
    for element in part.iter("p", "h1", "h2", "h3", "li", "dt", "dd", "th", "td", "caption", "figcaption", "br"):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    return ["".join(part.itertext())]


def spoken(document: Document) -> list[str]:
    """Return the words that are expected: those of the document without the alternatives of its pictures."""
    pictures = {block.alternative for block in document.blocks if hasattr(block, "alternative")}
    words = " ".join(words_of(document))
    for alternative in pictures:
        words = words.replace(" ".join(clean_text(alternative).split()), "", 1) if alternative.strip() else words
    return [word for word in words.split() if word != "·"]


def test_every_word_of_the_document_is_shown_in_its_order() -> None:
    """Head and body."""
    assert shown(sample_document()) == spoken(sample_document())


def test_nothing_is_loaded_and_nothing_is_run() -> None:
    """No element that asks for anything, no handler, a policy that forbids the rest."""
    root = page(sample_document())

    assert not [element.tag for element in root.iter() if element.tag in _LOADING]
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert not re.search(r"url\s*\((?!#)|@import", render_html(sample_document()).decode("utf-8"))
    assert "default-src 'none'" in root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_language_title_and_marking_are_told() -> None:
    """A screen reader and a search need them."""
    document = sample_document()
    root = page(document)

    assert root.get("lang") == document.language
    assert root.findtext(".//title") == document.running_title
    assert [element.text for element in root.xpath("//p[@class='marking']")] == [document.marking] * 2


def test_an_arabic_document_runs_from_right_to_left() -> None:
    """By its language."""
    assert page(replace(sample_document(), language="ar")).get("dir") == "rtl"
    assert page(sample_document()).get("dir") == "ltr"


def test_each_citation_leads_to_its_note_and_the_note_back() -> None:
    """By anchors that exist once."""
    root = page(sample_document())
    anchors = root.xpath("//@id")
    targets = [address[1:] for address in root.xpath("//a/@href") if address.startswith("#")]

    assert len(anchors) == len(set(anchors))
    assert targets
    assert set(targets) <= set(anchors)


def test_tables_have_captions_and_heads_for_columns_and_rows() -> None:
    """As assistive programs need them."""
    document = sample_document()
    tables = [block for block in document.blocks if isinstance(block, Table)]
    root = page(document)

    assert len(root.xpath("//table/caption")) == len(tables)
    assert len(root.xpath("//thead//th[@scope='col']")) == sum(len(table.columns) for table in tables)
    assert len(root.xpath("//tbody//th[@scope='row']")) == sum(len(table.rows) for table in tables)


def test_pictures_are_drawn_inside_the_file_with_their_alternative_text() -> None:
    """As vectors."""
    svg = page(sample_document()).xpath("//figure/*[local-name()='svg']")

    assert svg
    assert all(picture.get("role") == "img" and picture.get("aria-label") for picture in svg)


@pytest.mark.parametrize("url", SCHEMES)
def test_only_web_and_mail_addresses_are_links(url: str) -> None:
    """Every other is plain words."""
    document = with_blocks(Prose(inlines=(Link(text="words", url=url),)))
    root = page(document)

    assert not [address for address in root.xpath("//a/@href") if not address.startswith("#")]
    assert "words" in "".join(root.itertext())


@pytest.mark.parametrize("document", [hostile_document(), empty_document(), hollow_document(), much_cited_document()])
def test_a_document_at_the_limits_is_whole(document: Document) -> None:
    """Nothing of it becomes an element."""
    root = page(document)

    assert not [element.tag for element in root.iter() if element.tag in _LOADING]
    notes = sum(len(block.notes) for block in document.blocks if isinstance(block, EndNotes))
    assert len(root.xpath("//ol[@class='notes']/li")) == notes


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_any_document_gives_a_file_that_runs_nothing(document: Document) -> None:
    """Whatever its texts hold."""
    root = page(document)

    assert not [element.tag for element in root.iter() if element.tag in _LOADING]
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def test_the_sample_briefing_says_the_same_as_its_document() -> None:
    """From reports to the file, twice the same bytes."""
    briefing = generate(read_reports([SEEDS]).reports)

    assert shown(briefing.document) == spoken(briefing.document)
    assert render(briefing, "html") == render(briefing, "html")


def test_headings_have_their_level_below_the_title() -> None:
    """The title alone is of the first level."""
    document = sample_document()
    expected = [(block.level + 1, block.text) for block in document.blocks if isinstance(block, Heading)]
    headings = page(document).xpath("//main/*[self::h2 or self::h3 or self::h4]")

    assert len({level for level, _ in expected}) > 1
    assert [(int(element.tag[1]), element.text_content()) for element in headings] == expected


def test_a_link_that_may_be_followed_leads_to_its_address() -> None:
    """Its words are those of the document."""
    link = Link(text="the report", url="https://example.org/a?b=1&c=2")
    links = page(with_blocks(Prose(inlines=(link,)))).xpath("//main//a")

    assert [(element.text_content(), element.get("href")) for element in links] == [(link.text, link.url)]
