"""When what a sentence tells of happened: which of its expressions of time dates the event, and the days it means."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from briefing.analysis.action_words import read_actions
from briefing.analysis.roles import is_record, is_verb_action
from briefing.model.findings import Action, Attribution, TimeExpression, TimeType
from briefing.model.report import Report

_BEFORE_NAME = re.compile(r"(?:\b(?:the|a|an|its|his|her|their)|['’]s)\s$", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:since|from|until|before|between|till)\s$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s$", re.IGNORECASE)
_LATER = re.compile(r"\b(?:later|earlier)$")
# "since it was launched on 27 November" as "since 27 November"
_SINCE = re.compile(r"\bsince\s(?:(?:it|they|the \w+) (?:\w+ ){1,2}(?:on|in) )?$", re.IGNORECASE)
_SINCE_NEAR = 60  # characters
_BORN = re.compile(r"\bborn\s(?:in|on)\s$", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\b(?:from|between)\s$", re.IGNORECASE)
_JOINS_RANGE = re.compile(r"\s(?:to|and|until|till|through)\s(?:the\s)?", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s[a-z]+")
# Between "said" and the day on which it was: "said late on Friday", "said the ministry on Friday".
_TO_SAYING = re.compile(r"[^,.;:“”\"]{0,60}")
_WIDE = 31
_RECORD_NEAR = 70  # characters


def choose_dating(
    report: Report, dates: Sequence[TimeExpression], actions: Sequence[Action], attributions: Sequence[Attribution]
) -> TimeExpression | None:
    """Choose the expression that dates the event: not the day of saying it, the nearest to the main action, days first.

    ``dates`` are those that can date events.
    """
    text, published = report.text, report.published.last if report.published is not None else None
    candidates = [time for time in dates if time.first is not None and not _is_end_to_come(text, time, published)]
    if not candidates:
        return None
    anchor = main_action(actions)
    position = anchor.start if anchor else candidates[0].start
    return min(
        candidates,
        key=lambda time: (
            _is_wide(time),
            _is_of_saying(text, time, attributions),
            _bounds(text, time),
            abs(time.start - position),
            time.start,
        ),
    )


def _is_of_saying(text: str, time: TimeExpression, attributions: Sequence[Attribution]) -> bool:
    """Tell whether an expression only tells when something was said: "..., the mayor said on Friday"."""
    for said in attributions:
        cue, content = said.cue, said.content
        if cue is None or cue.end > time.start:
            continue
        inside = content is not None and content.start <= time.start < content.end
        around = content is not None and content.start <= cue.start < content.end
        if (around or not inside) and _TO_SAYING.fullmatch(text, cue.end, time.start):
            return True
    return False


def days_told(
    report: Report, time: TimeExpression | None, dates: Sequence[TimeExpression]
) -> tuple[date | None, date | None]:
    """Return the days of a statement: "since 27 November" goes on to the report, "from Monday to Friday" is a range."""
    if time is None or time.first is None:
        return None, None
    open_ended = _SINCE.search(report.text, max(0, time.start - _SINCE_NEAR), time.start)
    if open_ended and report.published is not None and time.first <= report.published.last:
        return time.first, report.published.last
    for opening, closing in pairwise(dates):
        if time in {opening, closing} and _is_range(report.text, opening, closing):
            return opening.first, closing.last
    return time.first, time.last


def _is_range(text: str, opening: TimeExpression, closing: TimeExpression) -> bool:
    if opening.first is None or closing.last is None or opening.first > closing.last:
        return False
    opened = _OPENS_RANGE.search(text, max(0, opening.start - 10), opening.start)
    return opened is not None and _JOINS_RANGE.fullmatch(text, opening.end, closing.start) is not None


def _is_end_to_come(text: str, time: TimeExpression, published: date | None) -> bool:
    """Tell whether an expression names how long something will last: "closed until 6 May" began before."""
    until = _UNTIL.search(text, max(0, time.start - 10), time.start)
    return until is not None and published is not None and time.first is not None and time.first > published


def _bounds(text: str, time: TimeExpression) -> bool:
    """Tell whether an expression only bounds a span: "since 27 November"."""
    return _BOUND.search(text, max(0, time.start - 10), time.start) is not None


def event_dates(report: Report, start: int, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return the expressions that date events; those of a stamp or dateline only where there are no others.

    ``start`` is where the sentence begins as it may be printed.
    """
    dates = tuple(time for time in times if _dates_events(report.text, time))
    if len(dates) > 1:  # "in 2012 and left a year later"
        dates = tuple(t for t in dates if not _LATER.search(report.text, t.start, t.end)) or dates
    return tuple(time for time in dates if time.start >= start) or dates


def _dates_events(text: str, time: TimeExpression) -> bool:
    """Tell whether an expression dates an event, and does not name one: not "the 2011 revolt"."""
    if time.type not in {TimeType.DATE, TimeType.TIME}:
        return False
    if is_record(text[max(0, time.start - _RECORD_NEAR) : time.start]):
        return False
    if _BORN.search(text, max(0, time.start - 16), time.start):
        return False  # it tells how old somebody is
    before = _BEFORE_NAME.search(text, max(0, time.start - 6), time.start)
    return before is None or _AFTER_NAME.match(text, time.end) is None


def _is_wide(time: TimeExpression) -> bool:
    return time.first is None or time.last is None or (time.last - time.first).days > _WIDE


def main_action(actions: Sequence[Action]) -> Action | None:
    """Return what a sentence chiefly tells of: verbs before nouns, kinds that make a development before others."""
    plain = [action for action in actions if action.kind in read_actions().plain]
    verbs = [action for action in plain if is_verb_action(action)]
    return next(iter(verbs or plain or actions), None)
