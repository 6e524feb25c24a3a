"""Documents that a careless writer would break on, and a strategy that makes more of them."""

import dataclasses

from hypothesis import strategies as st

from briefing.model.document import (
    Block,
    Callout,
    Cite,
    Column,
    Document,
    EndNote,
    EndNotes,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    Link,
    Listing,
    ListItem,
    Masthead,
    Picture,
    Prose,
    Quotation,
    Row,
    Table,
    Text,
)
from briefing.model.drawing import Drawing
from tests.briefing.writers.sample_document import sample_document, sample_map, with_blocks, words

NASTY = (
    "<w:t>&amp;</w:t> ]]> <!-- --> <b>bold</b> a<b & c>d \"quoted\" 'single'",
    "nul \x00 bell \x07 escape \x1b tab \t line \n return \r page \x0c next \x85 separator \u2028 end",
    "lone surrogates \ud800 and \udfff, non-characters \ufffe \uffff, order \u202eturned\u202c",
    "*stars* _lines_ `ticks` [brackets](x) ![picture](y) # hash | pipe ~~struck~~ \\ back\\slash",
    "- dash",
    "+ plus",
    "1. one",
    "2) two",
    "# heading",
    "> quoted",
    "=== rule",
    "--- rule",
    "    indented",
    "```",
    "~~~",
    "<script>alert(1)</script> <https://example.org> &lt; &#42; &copy; https://example.org/a_b_c",
    "العربية والعبرية עברית mixed (with brackets) 漢字 emoji 🗺️ e\u0301",
    'PAGE \\* MERGEFORMAT " } { HYPERLINK "file:///etc/passwd"',
    "x" * 10_000,
    "",
    " ",
)

SCHEMES = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "\\\\server\\share",
    "ftp://example.org",
    "vbscript:x",
    "http://",
    "https:///path",
    "http://[::1",
    "//example.org",
    "",
    "java\nscript:alert(1)",
    "mailto:",
    "#anchor",
    "https://example.org/" + "a" * 3000,
)


def hostile_document() -> Document:
    """Return a document with every nasty text in every place that holds one."""
    blocks: list[Block] = []
    for place, text in enumerate(NASTY):
        inlines = (
            *words(text),
            Text(text=text, bold=True),
            Text(text=text, italic=True, muted=True),
            Cite(numbers=(1,)),
        )
        columns = (Column(header=text, weight=1), Column(header=text, weight=0, align="right"))
        blocks += [
            Heading(level=1 if place % 2 else 2, text=text, id=text),
            Prose(inlines=inlines),
            Callout(label=text, paragraphs=(Prose(inlines=inlines),)),
            KeyFigures(figures=(KeyFigure(value=text, caption=inlines),)),
            Listing(items=(ListItem(inlines=inlines, detail=inlines),), ordered=bool(place % 2), start=place - 1),
            Table(caption=text, columns=columns, rows=(Row(cells=(inlines, inlines)), Row(cells=(inlines,)))),
            Quotation(label=inlines, text=text),
        ]
    blocks += [Prose(inlines=(Link(text=f"link {place}", url=url),)) for place, url in enumerate(SCHEMES)]
    blocks.append(Picture(drawing=sample_map(), alternative=NASTY[0], caption=NASTY[1]))
    blocks.append(EndNotes(notes=(EndNote(number=1, inlines=words(NASTY[0]), id=NASTY[1]),)))
    head = Masthead(product=NASTY[0], unit=NASTY[1], issue=NASTY[2], area=NASTY[3], title=NASTY[0] * 4, meta=NASTY[2])
    return dataclasses.replace(
        with_blocks(*blocks),
        masthead=head,
        marking=NASTY[0],
        marking_colour="red",
        running_title=NASTY[1],
        footer=NASTY[2],
        page_label="{pages} {page} {other} {",
        author=NASTY[0],
        subject=NASTY[1],
        keywords=NASTY[2],
        language='"><x/>',
        created="yesterday",
    )


def empty_document() -> Document:
    """Return a document without a word."""
    head = Masthead(product="", unit="", issue="", area="", title="", meta="")
    return dataclasses.replace(
        sample_document(), masthead=head, blocks=(), marking="", running_title="", footer="", page_label="", created=""
    )


def hollow_document() -> Document:
    """Return a document whose blocks hold nothing."""
    return with_blocks(
        Heading(level=1, text="", id=""),
        Prose(inlines=()),
        Callout(label="", paragraphs=()),
        KeyFigures(figures=()),
        Listing(items=()),
        Table(caption="", columns=(), rows=()),
        Table(caption="", columns=(Column(header="", weight=-1),), rows=(Row(cells=()),)),
        Picture(drawing=Drawing(width=0, height=0, shapes=()), alternative="", caption=""),
        Quotation(label=(), text=""),
        EndNotes(notes=()),
    )


def much_cited_document() -> Document:
    """Return a document with five hundred citations on one sentence."""
    numbers = tuple(range(1, 501))
    notes = tuple(EndNote(number=number, inlines=words(f"Source {number}."), id=f"n{number}") for number in numbers)
    return with_blocks(Prose(inlines=words("Said by all.", *numbers, *numbers)), EndNotes(notes=notes))


_TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.text("ab*_`#|[]()<>!&;\\~-+=1.) \n:^\"'{}$%", max_size=20),
    st.sampled_from(NASTY),
)
_INLINES: st.SearchStrategy[tuple[Inline, ...]] = st.lists(
    st.one_of(
        st.builds(Text, text=_TEXTS, bold=st.booleans(), italic=st.booleans(), muted=st.booleans()),
        st.builds(
            Link, text=_TEXTS, url=st.one_of(_TEXTS, st.sampled_from([*SCHEMES, "https://example.org/a_(b)?c=*"]))
        ),
    ),
    max_size=4,
).map(tuple)
_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, level=st.sampled_from([1, 2]), text=_TEXTS, id=_TEXTS),
    st.builds(Prose, inlines=_INLINES),
    st.builds(Quotation, label=_INLINES, text=_TEXTS),
    st.builds(
        Listing,
        items=st.lists(st.builds(ListItem, inlines=_INLINES, detail=_INLINES), min_size=1, max_size=3).map(tuple),
        ordered=st.booleans(),
        start=st.integers(min_value=-5, max_value=2**31),
    ),
    st.builds(Callout, label=_TEXTS, paragraphs=st.lists(st.builds(Prose, inlines=_INLINES), max_size=2).map(tuple)),
    st.builds(
        KeyFigures,
        figures=st.lists(st.builds(KeyFigure, value=_TEXTS, caption=_INLINES), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(
        Table,
        caption=_TEXTS,
        columns=st.tuples(
            st.builds(Column, header=_TEXTS, weight=st.floats(0, 5)), st.just(Column(header="B", weight=1))
        ),
        rows=st.lists(st.builds(Row, cells=st.tuples(_INLINES, _INLINES)), max_size=2).map(tuple),
    ),
)
DOCUMENTS = st.lists(_BLOCKS, max_size=5).map(lambda blocks: with_blocks(*blocks))
"""Documents of any blocks and any texts, without notes."""
