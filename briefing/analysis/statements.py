"""One statement of each sentence: what of it may be printed, when it happened, and its role."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from briefing.analysis.dating import choose_dating, days_told, event_dates
from briefing.analysis.furniture import find_furniture, headline_reason
from briefing.analysis.leaning import fill_history, lean
from briefing.analysis.openings import CLOCKED, behind_dateline, match_stamp, repeats_title
from briefing.analysis.roles import Evidence, cue_words, happened_among, is_verb_action, judge_role
from briefing.analysis.worded_patterns import words_of_sentences
from briefing.data.tables import load_table
from briefing.model.findings import (
    Action,
    Attribution,
    ControlClaim,
    Figure,
    PlaceMention,
    Role,
    Sentence,
    Statement,
    TimeExpression,
    Words,
)
from briefing.model.report import Paragraph, ParagraphKind, Report

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ’'.\-]{1,24}"
_DATELINE = re.compile(  # DAMASCUS (Reuters) - ; BENGHAZI, Libya, Sept. 12 —
    rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}(?:,\s?[A-Z][\w .]{{2,25}}?)?"
    r"(?:,\s?[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s?\d{4})?)?\s?(?:\([A-Z][\w .]{1,20}\)\s?)?(?:(?:—|--)\s*|(?:–|-)\s+)"
)
_OPENED_LINE = re.compile(r"\([A-Z][\w .]{1,20}\)\s?(?:—|–|--?)\s*(?=[A-Z“\"])")  # (WXYZ) - Police arrested
_AGENCY_LINE = re.compile(  # Damascus (AFP) -
    r"(?:[A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24}){0,2}(?:,\s?[A-Z][\w’' .-]{2,25}?)?\s)?"
    r"\((?:Reuters|AP|AFP|UPI|EFE|SANA|dpa|Xinhua|CNN)\)\s?(?:—|–|--?)?\s*"
)
_PLACE_LINE = re.compile(  # Damascus, Barada - The army said
    r"[A-Z][\w’'-]{1,24}(?: [A-Z][\w’'-]{1,24})?, ?[A-Z][\w’'. -]{1,25}? (?:—|–|-) (?=[A-Z“\"])"
)
# A headline and a stamp run into the first sentence: "Revolt grows TRIPOLI | Mon Feb 28 TRIPOLI (Reuters) - The army".
_INNER_DATELINE = re.compile(r"(?<=\s)(?:[A-Z][\w.’'-]*,?\s){1,4}\([A-Z][\w .]{1,20}\)\s?(?:—|–|--?)\s+(?=[A-Z“\"])")
_BULLET = re.compile(r"(?:[•·▪◦*►▶➤–—-]{1,3}\s*|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)")
_SHORTEST = 12
_LONGEST_LEAD = 250
_OPENING = 3
_DASHES = frozenset("-–—")
_UNREAD = "in {language}: its places, dates and figures are found, what it says is for the analyst to read"
_Finding = TypeVar("_Finding", bound=Words)


@cache
def _connecting() -> frozenset[str]:
    return frozenset(words.split()[0] for words in load_table("furniture")["lead"]["connectives"])


@cache
def _connectives() -> re.Pattern[str]:
    lead = sorted(load_table("furniture")["lead"]["connectives"], key=lambda words: (-len(words), words))
    return re.compile(r"(?:" + "|".join(map(re.escape, lead)) + r")\s+", re.IGNORECASE)


def find_statements(
    report: Report,
    sentences: Sequence[Sentence],
    *,
    times: Sequence[TimeExpression],
    places: Sequence[PlaceMention],
    attributions: Sequence[Attribution],
    figures: Sequence[Figure],
    actions: Sequence[Action],
    controls: Sequence[ControlClaim],
    furniture: Sequence[str | None] | None = None,
    words: Sequence[frozenset[str]] | None = None,
    unread: str = "",
) -> tuple[Statement, ...]:
    """Make one statement of each sentence, in order; ``furniture`` is the answer of find_furniture if it was asked.

    ``words`` are those of each sentence, if they were split before.

    ``unread`` is the name of the report's language where its sentences cannot be read.
    """
    known = words if words is not None else words_of_sentences(report.text, sentences)
    reasons = furniture if furniture is not None else find_furniture(report, sentences, known)
    alone = _sentences_alone(sentences)
    timed, placed = _by_sentence(sentences, times), _by_sentence(sentences, places)
    counted, acted = _by_sentence(sentences, figures), _by_sentence(sentences, actions)
    held = _by_sentence(sentences, controls)
    said = _attributions_by_sentence(sentences, attributions)
    statements: list[Statement] = []
    told: list[Evidence] = []
    for index, sentence in enumerate(sentences):
        start = behind_dateline(report.text, sentence.start, sentence.end, placed[index])
        start, _ = printable(report.text, start, sentence.end)
        dates = event_dates(report, start, timed[index])
        dated_by = choose_dating(report, dates, acted[index], said[index])
        happened = happened_among(acted[index])
        evidence = Evidence(
            words=report.text[sentence.start : sentence.end],
            known=known[index] & cue_words(),
            published=report.published,
            places=tuple(placed[index]),
            times=tuple(timed[index]),
            attributions=tuple(said[index]),
            figures=tuple(counted[index]),
            actions=tuple(acted[index]),
            controls=tuple(held[index]),
            dated_by=dated_by,
            dates=dates,
            dating_words=report.quote(dated_by.start, dated_by.end) if dated_by else "",
            happened=happened,
            done=tuple(action for action in happened if is_verb_action(action)),
        )
        first = index == 0 or sentences[index - 1].paragraph != sentence.paragraph
        role, reason = _role(evidence, reasons[index], report.paragraphs[sentence.paragraph], (alone[index], first))
        if told:
            role, reason = lean(evidence, told[-1], (role, reason), statements[-1].reason)
        told.append(evidence)
        if index < _OPENING <= len(sentences) and repeats_title(report, sentence.start, sentence.end):
            role, reason = Role.HEADLINE, "tells the title once more"
        if unread and role not in {Role.FURNITURE, Role.HEADLINE}:
            role, reason = Role.DESCRIPTION, _UNREAD.format(language=unread)
        statements.append(_statement(report, index, (start, sentence.end), evidence, role, reason))
    return tuple(fill_history(statements, told))


def _sentences_alone(sentences: Sequence[Sentence]) -> list[bool]:
    counts: dict[int, int] = {}
    for sentence in sentences:
        counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
    return [counts[sentence.paragraph] == 1 for sentence in sentences]


def _by_sentence(sentences: Sequence[Sentence], found: Sequence[_Finding]) -> list[list[_Finding]]:
    """Sort findings into the sentences in which they begin."""
    groups: list[list[_Finding]] = [[] for _ in sentences]
    ends = [sentence.end for sentence in sentences]
    for item in found:
        index = bisect_left(ends, item.start + 1)
        if index < len(sentences) and item.start >= sentences[index].start:
            groups[index].append(item)
    return groups


def _attributions_by_sentence(
    sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> list[list[Attribution]]:
    """Sort attributions into every sentence that their cue or what is said touches."""
    groups: list[list[Attribution]] = [[] for _ in sentences]
    ends = [sentence.end for sentence in sentences]
    for attribution in attributions:
        spans = [words for words in (attribution.cue, attribution.content) if words is not None]
        indexes: set[int] = set()
        for words in spans:
            index = bisect_left(ends, words.start + 1)
            while index < len(sentences) and sentences[index].start < words.end:
                indexes.add(index)
                index += 1
        for index in sorted(indexes):
            groups[index].append(attribution)
    return groups


def _role(found: Evidence, furniture: str | None, paragraph: Paragraph, at: tuple[bool, bool]) -> tuple[Role, str]:
    """Judge a sentence; ``at`` tells whether it is alone in its paragraph, and whether it is the first."""
    if furniture is not None and paragraph.kind is not ParagraphKind.HEADING:
        return Role.FURNITURE, furniture
    if paragraph.kind is ParagraphKind.TABLE:
        return Role.DESCRIPTION, "a row of a table, which is no sentence"
    if found.attributions and not found.actions and found.words.rstrip().endswith(":"):
        return Role.DESCRIPTION, "leads to what is said below it"
    headline = headline_reason(found.words, paragraph, alone=at[0], first=at[1])
    return (Role.HEADLINE, headline) if headline is not None else judge_role(found)


def _statement(
    report: Report, index: int, span: tuple[int, int], found: Evidence, role: Role, reason: str
) -> Statement:
    start, end = span
    first, last = days_told(report, found.dated_by, found.dates)
    return Statement(
        start=start,
        end=end,
        sentence=index,
        role=role,
        reason=reason,
        places=tuple(mention for mention in found.places if mention.start >= start),
        times=found.times,
        figures=found.figures,
        attributions=found.attributions,
        actions=found.actions,
        controls=found.controls,
        first=first,
        last=last,
        dated_by=found.dated_by,
    )


def printable(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut stamps of date, bullets, datelines and leading connectives off a sentence; the rest stays as it is."""
    begin = start
    for _ in range(4):
        match = _lead(text, begin, end)
        if match is None or end - match.end() < _SHORTEST or match.end() == begin:
            break
        begin = match.end()
    return begin, end


def _lead(text: str, begin: int, end: int) -> re.Match[str] | None:
    stamp = match_stamp(text, begin, end)
    if stamp is not None:
        return stamp
    opening = text[begin : min(end, begin + _LONGEST_LEAD)]
    for pattern in _leads(opening):
        match = pattern.match(text, begin, end)
        if match is not None:
            return match
    if "(" in opening and not _DASHES.isdisjoint(opening):
        inner = _INNER_DATELINE.search(text, begin, begin + len(opening))
        if inner is not None:
            return inner
    connects = opening[0].isupper() and opening.split(maxsplit=1)[0].lower() in _connecting()
    return _connectives().match(text, begin, end) if connects else None


def _leads(opening: str) -> Iterator[re.Pattern[str]]:
    """Choose the patterns that can match what a sentence opens with: most have no dash and no bracket."""
    named = opening[0].isupper()
    dashed = named and not _DASHES.isdisjoint(opening)
    if not named:
        yield _BULLET
    if dashed:
        yield _DATELINE
    if "(" in opening:
        yield from (_AGENCY_LINE, _OPENED_LINE, CLOCKED)
    if dashed:
        yield _PLACE_LINE
