"""Who says so: finds the attributions of a report by rule.

The order of work: quotations of a paragraph, cues of a sentence, the noun phrase beside each cue, the extent of what
is said, and last the name, the kind and the stake of the source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.analysis.contents import Scene
from briefing.analysis.cue_search import find_drafts
from briefing.analysis.cues import read_cues
from briefing.analysis.drafts import Draft
from briefing.analysis.reading import LONGEST, Line, read_lines
from briefing.analysis.sequels import with_sequels
from briefing.analysis.single_quotes import read_anew, with_double_marks
from briefing.analysis.source_cleaning import is_too_long
from briefing.analysis.source_kinds import read_kinds
from briefing.analysis.source_names import NamedSource, SourceBook, open_book
from briefing.analysis.tokens import QUOTE_OPENERS, Quotations, find_quotations
from briefing.analysis.word_marks import CUE
from briefing.model.findings import Attribution, Medium, Sentence, SourceKind, Words
from briefing.model.report import Report

_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 3
_FEW = 40  # names
_OWNED = re.compile(r"(?:its|their)\s", re.IGNORECASE)
_OWNER_NEAR = 300  # characters before "its spokesman" in which the body may stand
_OWNERS = frozenset({SourceKind.PARTY, SourceKind.OFFICIAL, SourceKind.AID, SourceKind.MONITOR, SourceKind.MEDIA})
_DESK_NEAR = 3  # characters between a speaker and a cue behind a colon
_BESIDE = 60  # characters after a cue in which the medium may be named
_OPENERS = tuple(sorted(QUOTE_OPENERS))
_UNQUOTED = Quotations(spans=(), starts=())
_QUOTATION_MARK = re.compile("[“”\"]|''|``")
_COUNTED = re.compile(rf"[\d.,]+\s*(?:{'|'.join(sorted(read_kinds().sets['counted']))})\b")
_SENTENCE_BETWEEN = re.compile(r"[.!?][”\"’']*\s+\w")
_BODIES = frozenset(
    {
        SourceKind.MONITOR,
        SourceKind.AGENCY,
        SourceKind.STATE_MEDIA,
        SourceKind.LOCAL_MEDIA,
        SourceKind.MEDIA,
        SourceKind.AID,
        SourceKind.THINK_TANK,
        SourceKind.PERSON,
    }
)


def find_attributions(
    report: Report, sentences: Sequence[Sentence], lines: Sequence[Line] | None = None
) -> tuple[Attribution, ...]:
    """Find who says what in a report, in the order of the text; names are resolved inside the report."""
    read = lines if lines is not None else read_lines(report, sentences)
    marked = with_double_marks(report.text)
    if marked is not report.text and marked != report.text:
        read, report = read_anew(report.text, marked, read), replace(report, text=marked)
    book = open_book(report.text, read)
    found: list[Attribution] = []
    for _, members in groupby(read, key=lambda line: line.paragraph):
        here = tuple(members)
        before = found[-1] if found else None
        fresh = list(_in_paragraph(report, here, book))
        if before is not None and _awaits(report.text, before, here[0].start):
            found[-1] = _continued(report.text, before, here, fresh)
        found.extend(fresh)
    kept = [found for found in found if not (_is_empty(found) or _is_nobody(found) or _is_desk(report.text, found))]
    return tuple(with_sequels(report.text, read, kept))


def _is_nobody(attribution: Attribution) -> bool:
    """Tell whether the words for the source stand for nobody in particular: "most", "a group of them"."""
    name = attribution.originator.casefold().replace("’", "'")
    if not name or _COUNTED.match(name) or is_too_long(attribution.originator):
        return True
    return name in read_kinds().sets["nobody"] or name.endswith(" of them")


def _is_desk(text: str, attribution: Attribution) -> bool:
    """Tell whether the words for the source are the place that a report is sent from: "BHOPAL: The state said"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not text.startswith(":", source.end) or cue.start < source.end + _DESK_NEAR:
        return False
    return text[source.start : source.end].isupper()


def _awaits(text: str, attribution: Attribution, start: int) -> bool:
    """Tell whether a quotation of the paragraph before may go on here: nothing but blanks lies between."""
    content = attribution.content
    if content is None or attribution.cue is None:
        return False
    end = max(content.end, attribution.cue.end)
    gap = text[end:start]
    return len(gap) < 200 and "\n" in gap and not _SENTENCE_BETWEEN.search(gap)


def _continued(text: str, attribution: Attribution, lines: Sequence[Line], fresh: Sequence[Attribution]) -> Attribution:
    """Let what is said go on into a paragraph that is a quotation without a cue of its own."""
    content = attribution.content
    assert content is not None
    start, end = lines[0].start, lines[-1].end
    if fresh or not text.startswith(_OPENERS, start):
        return attribution
    empty = content.start == content.end
    if not (empty or attribution.direct):
        return attribution
    return replace(attribution, content=Words(start=start if empty else content.start, end=end), direct=True)


def _is_empty(attribution: Attribution) -> bool:
    return attribution.content is not None and attribution.content.start == attribution.content.end


def _in_paragraph(report: Report, lines: Sequence[Line], book: SourceBook) -> Iterator[Attribution]:
    telling = [line for line in lines if line.all_marks & CUE]
    if not telling:
        return
    start, end = lines[0].start, lines[-1].end
    quoted = _QUOTATION_MARK.search(report.text, start, end) is not None
    quotations = find_quotations(report.text, start, end) if quoted else _UNQUOTED
    for line in telling:
        scene = Scene(report.text, line.start, min(line.end, line.start + LONGEST), line.tokens, quotations)
        for draft in find_drafts(scene, line.places_of(CUE)):
            yield _attribution(report.text, scene, draft, book)


def _attribution(text: str, scene: Scene, draft: Draft, book: SourceBook) -> Attribution:
    source = _named(scene, draft, book)
    carrier = _carrier(scene, draft, book)
    cue = Words(start=draft.cue[0], end=draft.cue[1])
    content = Words(start=draft.content[0], end=draft.content[1]) if draft.content else None
    return Attribution(
        source=Words(start=draft.source[0], end=draft.source[1]) if draft.source else None,
        cue=cue,
        content=content,
        originator=source.name,
        carrier=carrier.name if carrier else None,
        kind=source.kind,
        carrier_kind=carrier.kind if carrier else None,
        party=source.party,
        medium=_medium(text, draft, scene),
        direct=content is not None and _is_direct(text, content),
        named=source.named,
        rule=draft.rule,
    )


def _named(scene: Scene, draft: Draft, book: SourceBook) -> NamedSource:
    words = scene.text[draft.source[0] : draft.source[1]] if draft.source else ""
    named = book.name(words, draft.description, aside=draft.rule == "claim by")
    if named.party or not (book.conflict and draft.source and _OWNED.match(words)):
        return named
    before = scene.text[max(0, draft.source[0] - _OWNER_NEAR) : draft.source[0]]
    return replace(named, party=_ends_in_party(before))


def _ends_in_party(before: str) -> bool:
    """Tell whether the body named last in a text is a party, so that "their spokesman" speaks for one."""
    bodies = (read_kinds().heads.get(word) for word in reversed(_WORD.findall(before.lower())))
    return next((kind for kind in bodies if kind in _OWNERS), None) is SourceKind.PARTY


def _carrier(scene: Scene, draft: Draft, book: SourceBook) -> NamedSource | None:
    if draft.carrier is None:
        return None
    return book.name(scene.text[draft.carrier[0] : draft.carrier[1]], aside=True)


def _is_direct(text: str, content: Words) -> bool:
    """Tell whether what is said is quoted: at least half of it stands between quotation marks."""
    if content.start == content.end:
        return True
    if _QUOTATION_MARK.search(text, content.start, content.end) is None:
        return False
    spans = find_quotations(text, content.start, content.end).spans
    return sum(end - start for start, end in spans) * 2 >= content.end - content.start


def _medium(text: str, draft: Draft, scene: Scene) -> Medium | None:
    if draft.medium is not None:
        return Medium(draft.medium)
    beside = text[draft.cue[0] : min(draft.cue[1] + _BESIDE, scene.end)] + " " + draft.description
    if read_cues().media_words.isdisjoint(_WORD.findall(beside.lower())):
        return None
    return next((Medium(kind) for pattern, kind in read_cues().media if pattern.search(beside)), None)


def find_bodies(report: Report, attributions: Sequence[Attribution]) -> tuple[Words, ...]:
    """Find where the sources of a report are named, so that no place is found in the name of a body or a person."""
    names = {a.originator for a in attributions if a.named and a.kind in _BODIES}
    names |= {a.carrier for a in attributions if a.carrier and a.carrier_kind in _BODIES}
    wanted = frozenset(name for name in names if len(name) > _SHORTEST_NAME)
    search = _search_each if len(wanted) <= _FEW else _search_words
    return tuple(Words(start=start, end=end) for start, end in search(report.text, wanted))


def _search_each(text: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Search a text for one name after the other: quick where there are few."""
    found = []
    for name in names:
        first = len(_WORD.findall(name)[0])
        start = text.find(name)
        while start >= 0:
            word = _WORD.match(text, start)
            inside = start > 0 and _WORD.match(text, start - 1)
            if word is not None and word.end() == start + first and not inside:
                found.append((start, start + len(name)))
            start = text.find(name, start + 1)
    return sorted(found)


def _search_words(text: str, names: frozenset[str]) -> list[tuple[int, int]]:
    """Go through the words of a text once, however many the names are."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(_WORD.findall(name)[0], set()).add(len(name))
    return [
        (match.start(), match.start() + length)
        for match in _WORD.finditer(text)
        for length in sorted(lengths.get(match.group(), ()))
        if text[match.start() : match.start() + length] in names
    ]
