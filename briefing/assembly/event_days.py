"""On which days it may have happened: what a passage says, what the passages before it say, else its report."""

from collections.abc import Callable, Iterable

from briefing.assembly.incidents import find_phrase
from briefing.model.findings import Attribution, Statement, TimeExpression, TimeType
from briefing.model.report import Report

# A passage without a day of its own tells of the day of its report or of so many days before.
_LOOK_BACK = 4
# So many, where the day that is named is only said to lie after it.
_LONG_BACK = 7
# Where the day is when somebody spoke, the event lies at most so many days before.
_SPOKEN = 3
# What ended so many days before the report, though it be a year ("the flood of 2012"), is another event.
_OLD = 31
# An expression that covers more days than this names no day.
_NAMED_DAYS = 2
# So many sentences at the beginning of a report say what it is about.
OPENING = 3

# The expressions that name days.
DATING = frozenset({TimeType.DATE, TimeType.TIME})

# The first and the last day, as ordinals.
Days = tuple[int, int]


def days_of(
    report: Report, statement: Statement, start: int, latest: int, inherited: Callable[[Statement], Days | None]
) -> tuple[int, int, bool]:
    """Return the days on which it may have happened, and whether the passage itself names them.

    ``latest`` is the day of the report. ``inherited`` tells the days last spoken of before the passage, for one that
    names none.
    """
    own = days_named(report, statement, start, latest)
    if own is not None:
        return (*own, True)
    named = [time.first.toordinal() for time in statement.times if time.first is not None and names_day(time)]
    if named:
        # "On Wednesday, days after a bombing killed 12": some days before the day that is named.
        return min(named) - _LONG_BACK, min(named) - 1, False
    day = inherited(statement)
    if day is not None:
        return (*day, False)
    return (latest - _LOOK_BACK, latest, False) if latest else (0, 0, False)


def days_named(report: Report, statement: Statement, start: int, latest: int) -> Days | None:
    """Return the days that a passage itself names for the words at ``start``, in a report of the day ``latest``."""
    if not statement.times:
        return None
    return _named_day(report, statement, start, latest) or since_day(report, statement, latest)


def days_told(report: Report, statement: Statement, latest: int) -> Days | None:
    """Return the days that a sentence hands on: of a figure, or in the opening; not those long before the report."""
    if not statement.figures and statement.sentence >= OPENING:
        return None
    day = _named_day(report, statement, statement.figures[0].start if statement.figures else statement.end, latest)
    return day if day and (not latest or latest - _LOOK_BACK - _SPOKEN <= day[1] <= latest) else None


def _named_day(report: Report, statement: Statement, start: int, latest: int) -> Days | None:
    """Return the day named nearest to the words at ``start``, unless "after" or "before" parts the two."""
    times = statement.times
    if len(times) > 1:
        times = tuple(sorted(times, key=lambda time: (min(abs(time.start - start), abs(time.end - start)), time.start)))
    for time in times:
        if time.first is None or time.last is None or time.type not in DATING:
            continue
        if _is_parted(report, time, start):
            continue
        if time.last.toordinal() < latest - _OLD and not _is_compared(report, statement, time):
            return time.first.toordinal(), time.last.toordinal()
        if not names_day(time):
            continue
        back = _SPOKEN if _is_spoken(report, time, statement.attributions) else 0
        return time.first.toordinal() - back, time.last.toordinal()
    return None


def last_day_of(report: Report) -> int:
    """Return the day of a report, 0 where it has none."""
    published = report.published
    return published.last.toordinal() if published and published.day else 0


def since_day(report: Report, statement: Statement, latest: int) -> tuple[int, int] | None:
    """Return the days from "since Wednesday" to the day of the report, when they are few."""
    for time in statement.times:
        before = report.quote(statement.start, time.start).casefold().split()[-1:]
        if before == ["since"] and time.first is not None and names_day(time):
            first = time.first.toordinal()
            if first <= latest <= first + _LONG_BACK:
                return first, latest
    return None


def names_day(time: TimeExpression) -> bool:
    """Tell whether an expression names a day, or a night between two."""
    if time.type not in DATING or time.first is None or time.last is None:
        return False
    return (time.last - time.first).days < _NAMED_DAYS


def _is_parted(report: Report, time: TimeExpression, start: int) -> bool:
    between = report.quote(min(time.end, start), max(time.start, start))
    return find_phrase(between.casefold(), "running", "parting") is not None


def _is_compared(report: Report, statement: Statement, time: TimeExpression) -> bool:
    """Tell whether an old time only says since when there was nothing like it ("the deadliest since 1980")."""
    return "since" in report.quote(statement.start, time.start).casefold().split()[-2:]


def _is_spoken(report: Report, time: TimeExpression, attributions: Iterable[Attribution]) -> bool:
    """Tell whether a day stands right behind a verb of saying: "said on Sunday"."""
    for attribution in attributions:
        cue = attribution.cue
        if cue is not None and 0 <= time.start - cue.end <= len(" late on "):
            between = report.quote(cue.end, time.start).strip().casefold()
            if between in {"", "on", "late", "late on", "early on"}:
                return True
    return False
