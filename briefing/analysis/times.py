"""Find expressions of time and resolve them against the date of the report."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.analysis import times_days as days
from briefing.analysis import times_months as months
from briefing.analysis import times_units as units
from briefing.analysis import times_years as years
from briefing.analysis.cuts import Cut, cut_sentences
from briefing.analysis.sentences import find_sentences
from briefing.analysis.shapes import Row
from briefing.analysis.times_grammar import GRAMMAR
from briefing.analysis.times_pieces import Answer, Named, Piece
from briefing.model.findings import Sentence, TimeExpression, TimeType
from briefing.model.report import PartialDate, Report

_RESOLVERS: dict[str, Callable[[Piece], tuple[Answer, ...]]] = {
    "iso": months.iso,
    "year_month_day": months.month_day,
    "days_month": months.month_days,
    "day_month": months.month_day,
    "month_days": months.month_days,
    "month_day": months.month_day,
    "slash": months.slash,
    "dotted": months.dotted,
    "iso_month": months.iso_month,
    "month_year": months.month_year,
    "month_of": months.month_of,
    "month_relative": months.month_relative,
    "month_clear": months.month,
    "month": months.month,
    "weekdays_every": days.weekdays_every,
    "weekday": days.weekday,
    "relative_day": days.relative_day,
    "this_part": days.this_part,
    "ago": units.ago,
    "year_earlier": units.year_earlier,
    "this_quarter": years.this_quarter,
    "quarter": years.quarter,
    "span": units.span,
    "some_span": units.some_span,
    "unit": units.unit,
    "unit_reference": units.unit_reference,
    "day_before": days.day_before,
    "weekend": days.weekend,
    "season": years.season,
    "fiscal": years.fiscal,
    "decade": years.decade,
    "century": years.century,
    "every": years.every,
    "duration": units.duration,
    "bare_units": units.bare_units,
    "clock": days.clock,
    "part": days.part,
    "year": years.year,
    "set": years.repeated,
    "reference": years.reference,
}

# The bound of a span is not the day spoken of: after "826 dead since 27 November", "two days earlier" is another day.
_BOUND = re.compile(r"\b(?:since|from|until|till)\s$", re.IGNORECASE)

# What may stand between a time of day and its day: "dawn on Sunday", "Friday at 4 a.m.", "the night of 6 December".
_BRIDGE = re.compile(r"[ ,(]|[ ,][oOuin](?: T)? ")


def find_times(
    report: Report, sentences: Sequence[Sentence] = (), cuts: Sequence[Cut] = ()
) -> tuple[TimeExpression, ...]:
    """Return the expressions of time in the sentences (all of the report's when none are given), in order.

    ``cuts`` are the sentences cut into words, where that was done already.

    A range is two expressions: "from 27 November to 8 December", "between 29 and 30 November" ("29" has the month of
    the other). A time of day takes the day of its sentence when the sentence names exactly one.
    """
    found: list[TimeExpression] = []
    named, dated_before = Named(), None
    for cut in cuts or cut_sentences(report.text, sentences or find_sentences(report)):
        first = GRAMMAR.search(cut.time_shape)
        if first is None:
            named, dated_before = Named(None, named.quarter, dated_before), None
            continue
        row = cut.row(cut.time_shape)
        raw = list(_answers(row, first, report.published, named))
        answers = _with_days(row, raw, report.published)
        expressions = [_expression(row, answer) for answer in answers]
        found.extend(expressions)
        spoken_of = [
            answer
            for answer, expression in zip(answers, expressions, strict=True)
            if not _BOUND.search(report.text, max(0, expression.start - 10), expression.start)
        ]
        dated = _last_dated(raw)
        named = Named(_last_day(spoken_of), _last_quarter(raw) or named.quarter, dated or dated_before)
        dated_before = dated
    return tuple(found)


def _answers(row: Row, match: re.Match[str] | None, published: PartialDate | None, named: Named) -> Iterator[Answer]:
    """Resolve the expressions of a sentence, of which ``match`` is the first, in order."""
    while match is not None:
        piece = Piece(row, match.start(), match.end(), published, named)
        answers = _RESOLVERS[str(match.lastgroup)](piece)
        yield from answers
        named = Named(
            _last_day(answers) or named.day,
            _last_quarter(answers) or named.quarter,
            _last_dated(answers) or named.dated,
        )
        match = GRAMMAR.search(row.shape, max(answer.end for answer in answers) if answers else match.start() + 1)


def _last_day(answers: Sequence[Answer]) -> date | None:
    for answer in reversed(answers):
        if answer.days and answer.days[0] == answer.days[1]:
            return answer.days[0]
    return None


def _last_dated(answers: Sequence[Answer]) -> date | None:
    """Return the first day of the last of them that names its year beside a month."""
    named = (answer.days[0] for answer in reversed(answers) if answer.rule in months.WITH_YEAR and answer.days)
    return next(named, None)


def _last_quarter(answers: Sequence[Answer]) -> str:
    return next(
        (answer.value for answer in reversed(answers) if answer.rule == years.QUARTER and answer.value[0] != "X"), ""
    )


def _with_days(row: Row, answers: list[Answer], published: PartialDate | None) -> list[Answer]:
    """Join times of day with the day beside them or give them the one of the sentence; drop bare parts of days."""
    joined: list[Answer] = []
    for answer in answers:
        merged = _joined(row, joined[-1], answer) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(answer)
    named = {answer.days[0] for answer in joined if answer.days and _is_day(answer)}
    only = next(iter(named)) if len(named) == 1 else None
    kept = (_placed(row, answer, only, published) for answer in joined)
    return [answer for answer in kept if answer]


def _joined(row: Row, first: Answer, second: Answer) -> Answer | None:
    between = row.shape[first.end : second.start]
    if not _BRIDGE.fullmatch(between):
        return None
    if _is_hour(first) and _is_day(second) and "T" not in second.value and "," not in between:
        return replace(second, start=first.start, value=second.value[:10] + first.value, type=TimeType.TIME)
    if _is_hour(second) and _is_day(first) and "T" not in first.value:
        return replace(first, end=second.end, value=first.value + second.value, type=TimeType.TIME)
    return None


def _is_hour(answer: Answer) -> bool:
    return answer.value.startswith("T")


def _is_day(answer: Answer) -> bool:
    return answer.type is not TimeType.DURATION and (
        bool(answer.days and answer.days[0] == answer.days[1]) or answer.value.startswith(("XXXX-WXX-", "XXXX-XX-XX"))
    )


def _placed(row: Row, answer: Answer, day: date | None, published: PartialDate | None) -> Answer | None:
    """Give a time of day its day; None for a bare "night" or "noon" that nothing anchors."""
    if not _is_hour(answer):
        return answer
    words = row.words(answer.start, answer.end)
    if answer.rule == "part of a day":
        return _overnight(answer, published) if words[-1] == "overnight" else None
    if answer.value[1:3].isalpha() and row.shape[answer.start - 2 : answer.start - 1] not in {"u", "y", "b", "&", "i"}:
        return None
    if day is None:
        return answer
    rule = "time of day on the day that its sentence names"
    return replace(answer, value=day.isoformat() + answer.value, days=(day, day), rule=rule)


def _overnight(answer: Answer, published: PartialDate | None) -> Answer | None:
    if published is None or not published.day or published.first <= date.min:
        return replace(answer, value="XXXX-XX-XXTNI", rule="night before a report whose date is not known to the day")
    eve = published.first - timedelta(days=1)
    rule = "night before the day of the report"
    return replace(answer, value=eve.isoformat() + "TNI", days=(eve, published.first), rule=rule)


def _expression(row: Row, answer: Answer) -> TimeExpression:
    start, end = row.offsets[answer.start], row.offsets[answer.end]
    first, last = answer.days or (None, None)
    return TimeExpression(
        start=start, end=end, type=answer.type, value=answer.value, first=first, last=last, rule=answer.rule
    )


def times_within(times: Sequence[TimeExpression], start: int, end: int) -> Sequence[TimeExpression]:
    """Return the expressions, given in order, that begin between two places of the text."""
    return times[
        bisect_left(times, start, key=lambda time: time.start) : bisect_left(times, end, key=lambda time: time.start)
    ]
