"""The Markdown writer: a reader of CommonMark shows the very words of the document."""

import dataclasses
import re

import pytest
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.model.document import (
    Cite,
    Document,
    EndNote,
    EndNotes,
    Heading,
    Link,
    Listing,
    ListItem,
    Picture,
    Prose,
    Quotation,
    Table,
    Text,
)
from briefing.writers.markdown import render_markdown
from briefing.writers.xml_text import clean_text
from tests.briefing.writers.document_words import words_of
from tests.briefing.writers.hostile_documents import (
    DOCUMENTS,
    NASTY,
    SCHEMES,
    empty_document,
    hollow_document,
    hostile_document,
    much_cited_document,
)
from tests.briefing.writers.sample_document import sample_document, with_blocks, words

_READER = MarkdownIt("commonmark").enable("table")


def _tokens(document: Document) -> list[Token]:
    return _READER.parse(render_markdown(document).decode())


def _shown(document: Document) -> list[str]:
    """Return the words that a reader shows, without signs between parts and without footnote marks."""
    texts = []
    for token in _tokens(document):
        children = token.children or []
        texts.append("".join(" " if child.type.endswith("break") else child.content for child in children))
        texts.append(token.content if token.type in {"code_block", "fence", "html_block"} else "")
    return re.sub(r"\[\^?\d+\]:?", "", " ".join(texts)).split()


def _expected(document: Document) -> list[str]:
    """Return the words of a document as Markdown says them: marking first and last, alternatives after captions."""
    head = dataclasses.replace(document.masthead, product="", unit="", issue="")
    line = [document.masthead.product, document.masthead.unit, document.masthead.issue]
    spoken = [
        dataclasses.replace(block, caption=f"{block.caption} ({block.alternative})")
        if isinstance(block, Picture)
        else block
        for block in document.blocks
    ]
    marking = clean_text(document.marking).split()
    first = clean_text(" · ".join(part for part in line if part.strip())).split()
    rest = words_of(dataclasses.replace(document, masthead=head, blocks=tuple(spoken)))
    return marking + first + rest + marking


def _without_cites(words_shown: list[str]) -> list[str]:
    return re.sub(r"\[\^?\d+\]:?", "", " ".join(words_shown)).split()


def test_every_word_of_the_document_is_shown_in_its_order() -> None:
    """Masthead, blocks, notes and marking: nothing is lost, added or moved."""
    assert _shown(sample_document()) == _expected(sample_document())


def test_the_marking_is_the_first_and_the_last_line() -> None:
    """Whoever opens the file at either end sees how to handle it."""
    lines = render_markdown(sample_document()).decode().splitlines()
    assert lines[0] == lines[-1] == "**TLP:AMBER**"


def test_headings_have_their_level_below_the_title() -> None:
    """The title is the only heading of the first level."""
    tokens = _tokens(sample_document())
    found = [
        (int(token.tag[1]), tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    document = sample_document()
    sections = [(block.level + 1, block.text) for block in document.blocks if isinstance(block, Heading)]
    assert found == [(1, document.masthead.title), *sections]


def test_tables_are_pipe_tables_with_figures_to_the_right() -> None:
    """Rows and columns come back, pipes in cells included."""
    (table,) = [block for block in sample_document().blocks if isinstance(block, Table)]
    row = dataclasses.replace(table.rows[0], cells=(words("a|b"), words("\\|"), words("\\"), words("`|`"), words("")))
    tokens = _tokens(with_blocks(dataclasses.replace(table, rows=(row, *table.rows))))
    assert [token.type for token in tokens].count("tr_open") == 2 + len(table.rows)
    cells = [
        "".join(child.content for child in tokens[place + 1].children or [])
        for place, token in enumerate(tokens)
        if token.type == "td_open"
    ]
    assert cells[:5] == ["a|b", "\\|", "\\", "`|`", ""]
    heads = [token for token in tokens if token.type == "th_open"]
    assert [bool(token.attrs) for token in heads] == [False, False, False, False, True]


def test_each_note_is_a_footnote_with_its_number() -> None:
    """Citations and definitions carry the numbers of the document."""
    written = render_markdown(sample_document()).decode()
    assert "by 7 December 2024[^1]; government" in written
    assert "gave an ultimatum.[^3][^4]" in written
    assert re.findall(r"^\[\^(\d+)\]: ", written, re.MULTILINE) == ["1", "2", "3", "4", "5"]


def test_a_note_without_a_citation_and_a_citation_without_a_note_are_still_shown() -> None:
    """Readers drop footnotes that lead nowhere, so these become plain numbers."""
    notes = EndNotes(notes=(EndNote(number=1, inlines=words("Never cited."), id="a"),))
    written = render_markdown(with_blocks(Prose(inlines=words("Said.", 7)), notes)).decode()
    assert "Said.\\[7\\]" in written
    assert "\\[1\\] Never cited." in written


def test_lists_in_a_row_stay_two_lists_and_keep_their_numbers() -> None:
    """Markdown joins lists with one sign; ours differ."""
    item = (ListItem(inlines=words("First"), detail=words("= detail")),)
    tokens = _tokens(
        with_blocks(Listing(items=item, ordered=True, start=4), Listing(items=item, ordered=True, start=9))
    )
    lists = [token for token in tokens if token.type == "ordered_list_open"]
    assert [token.attrs.get("start") for token in lists] == [4, 9]


def test_emphasis_is_shown_and_never_leaves_its_signs_in_the_text() -> None:
    """Bold and italic words come back as such, wherever they touch other words."""
    inlines = (
        Text(text="One "),
        Text(text=" two ", bold=True),
        Text(text="three", italic=True),
        Text(text="four", bold=True),
        Text(text="five", bold=True),
        Cite(numbers=(1,)),
        Text(text=" six", bold=True, italic=True),
        Text(text="seven"),
    )
    document = with_blocks(Prose(inlines=inlines))
    assert _shown(document) == _expected(document)
    kinds = [child.type for token in _tokens(document) for child in token.children or []]
    assert kinds.count("strong_open") >= 3  # the marking twice, and "two"


@pytest.mark.parametrize(
    "text",
    [
        *NASTY,
        "a_b_c snake_case",
        "5 < 6 > 4",
        "AT&T &amp; R&D;",
        "1) x",
        "12345678901. x",
        "C#",
        "Title #",
        "a\\",
        "![x](y)",
    ],
)
def test_special_characters_are_shown_as_they_are(text: str) -> None:
    """What means something to Markdown is escaped in every kind of block."""
    bare = (Heading(level=1, text=text, id="x"), Prose(inlines=words(text)), Quotation(label=words(text), text=text))
    document = with_blocks(*bare, Listing(items=(ListItem(inlines=words(text), detail=words(text)),)))
    assert _shown(document) == _without_cites(_expected(document))


def test_ordinary_words_are_not_cluttered_with_escapes() -> None:
    """The file is to be read by people as it stands."""
    text = 'Over 80 % (SOHR) held; 5 < 6, snake_case, R&D, 3.5 km - about 100! Who? "They".'
    assert text in render_markdown(with_blocks(Prose(inlines=words(text)))).decode()


@pytest.mark.parametrize(
    "document",
    [hostile_document(), empty_document(), hollow_document(), much_cited_document()],
    ids=["hostile", "empty", "hollow", "much cited"],
)
def test_a_document_at_the_limits_keeps_its_words(document: Document) -> None:
    """Nasty texts in every place, no text at all, a thousand citations."""
    assert _shown(document) == _without_cites(_expected(document))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=DOCUMENTS)
def test_any_document_keeps_its_words(document: Document) -> None:
    """No text becomes a heading, a list, a link or markup that the document does not have."""
    assert _shown(document) == _without_cites(_expected(document))


def test_only_web_and_mail_addresses_are_links() -> None:
    """Everything else stays words."""
    urls = (*SCHEMES, "https://example.org/a_(b)?c=*d*&amp;e", "mailto:desk@example.org")
    document = with_blocks(*(Prose(inlines=(Link(text="words", url=url),)) for url in urls))
    targets = [child.attrs["href"] for token in _tokens(document) for child in token.children or [] if child.attrs]
    assert targets == ["https://example.org/a_(b)?c=*d*&amp;e", "mailto:desk@example.org"]
