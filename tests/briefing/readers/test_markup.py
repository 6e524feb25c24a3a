"""Markdown and HTML: the words without the markup, with what the page states about itself."""

import pytest

from briefing.errors import ReportError
from briefing.model.report import ParagraphKind, PartialDate
from tests.briefing.readers.conftest import Read, codes_of, words_of

DAY = PartialDate(year=2024, month=12, day=7)
MARKDOWN = """# Town *taken*

**Source:** Levant Wire
**Date:** 7 December 2024

The [army](https://a.example) left **the town**
on Friday &amp; went home.<br>Later `it` rained.

## Needs

- Blankets
  - Stoves
1. Water

| Area | People |
|---|---|
| Aleppo | 115,000 |

> They left, a man said.

<div><script>alert(1)</script>Inside <b>a block</b></div>
"""
SENTENCES = "The army left the town on Friday night, and the fighters came in before dawn, two residents said. " * 2
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Town taken - Levant Wire</title>
<meta property="og:site_name" content="Levant Wire"><link rel="canonical" href="https://wire.example/town">
<meta property="article:published_time" content="2024-12-07T23:30:00Z"><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/maps">Maps</a></nav><div class="cookie-banner">We use cookies.</div>
<article><h1>Town taken</h1><p>{SENTENCES}</p><script>var secret = 1;</script><h2>What is known</h2>
<p>It is <b>quiet</b> &lt;now&gt;, said <a href="/x">one</a> of them. {SENTENCES}</p>
<ul><li>No casualties were reported by the hospital.</li><li>Bread is sold in the market again.</li></ul></article>
<footer>Terms of use</footer></body></html>"""


def test_markdown_gives_words_without_markup_and_kinds(read: Read) -> None:
    """Title line and keys are the header; headings, items and rows are known as such."""
    report = read(MARKDOWN, "x.md")
    assert (report.title, report.publisher, report.published) == ("Town taken", "Levant Wire", DAY)
    kinds = {words: paragraph.kind for words, paragraph in zip(words_of(report), report.paragraphs, strict=True)}
    assert kinds == {
        "The army left the town on Friday & went home. Later it rained.": ParagraphKind.TEXT,
        "Needs": ParagraphKind.HEADING,
        "Blankets": ParagraphKind.LIST_ITEM,
        "Stoves": ParagraphKind.LIST_ITEM,
        "Water": ParagraphKind.LIST_ITEM,
        "Area | People": ParagraphKind.TABLE,
        "Aleppo | 115,000": ParagraphKind.TABLE,
        "They left, a man said.": ParagraphKind.TEXT,
        "Inside a block": ParagraphKind.TEXT,
    }
    assert "alert" not in report.text


def test_front_matter_and_a_repeated_title_are_one_header(read: Read) -> None:
    """The heading that repeats the title is no paragraph."""
    report = read('---\ntitle: "Town taken"\ndate: 2024-12-07\ntags: [a, b]\n---\n\n# Town taken\n\nIt rained.', "x.md")
    assert (report.title, report.published) == ("Town taken", DAY)
    assert words_of(report) == ["It rained."]


def test_a_page_gives_the_article_and_what_it_states(read: Read) -> None:
    """Navigation, notices about cookies, styles and scripts are left out; the name of the site is no title."""
    report = read(PAGE, "x.html")
    assert (report.title, report.publisher, report.published) == ("Town taken", "Levant Wire", DAY)
    assert (report.url, report.language, report.title_given) == ("https://wire.example/town", "en", True)
    assert "It is quiet <now>, said one of them." in report.text
    for furniture in ("cookies", "Maps", "secret", "color", "Terms"):
        assert furniture not in report.text
    kinds = [paragraph.kind for paragraph in report.paragraphs]
    assert kinds == [ParagraphKind.TEXT, ParagraphKind.HEADING, ParagraphKind.TEXT] + [ParagraphKind.LIST_ITEM] * 2
    assert codes_of(report) == []


def test_a_page_without_an_article_is_read_whole_and_said(read: Read) -> None:
    """Rows and cells stay apart, and two line breaks part paragraphs."""
    page = (
        "<html><body><script>x()</script><table><tr><td>Homs</td><td>41</td></tr></table>One<br><br>Two</body></html>"
    )
    report = read(page, "x.html")
    assert words_of(report) == ["Homs | 41", "One", "Two"]
    assert "whole-page" in codes_of(report)


def test_a_page_nested_too_deeply_is_refused(read: Read) -> None:
    """The nesting is counted before a parser sees the page."""
    with pytest.raises(ReportError, match="200 deep"):
        read("<html><body>" + "<div>" * 5000 + "x", "x.html")


def test_unclosed_paragraphs_and_tags_in_scripts_are_not_nesting(read: Read) -> None:
    """Old pages never close their paragraphs, and programs write tags as words."""
    script = "<script>" + "'<div>'," * 400 + "</script>"
    report = read(f"<html><body>{script}" + "<p>A line of news from the town." * 400, "x.html")
    assert len(report.paragraphs) >= 1


def test_a_page_with_very_many_elements_is_still_read(read: Read) -> None:
    """The extractor is spared such pages, and the reader says that it read the whole."""
    report = read("<html><body><p>" + "<b>x</b> army left " * 16_000, "x.html")
    assert "whole-page" in codes_of(report)


def test_a_page_in_a_document_declared_as_xml_is_read(read: Read) -> None:
    """The declaration of an encoding does not stop the parser."""
    page = (
        f'<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html><html><body><p>{SENTENCES} Café.</p></body></html>'
    )
    assert "Café." in read(page, "x.xhtml").text
