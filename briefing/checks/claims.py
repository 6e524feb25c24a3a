"""Checks of what is said: each name, number, date and quotation must stand in a passage that is cited for it."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from briefing.checks.wording import folded, missing_words
from briefing.model.briefing import Briefing, Check, CheckCode, Entry, JudgementRow, Status
from briefing.model.edits import DRAFT_SECTIONS
from briefing.model.section import SectionId

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(calendar.day_name)})\b")
_DATED = re.compile(r"\b\d{1,2}[\s\u00a0](?:" + "|".join(calendar.month_name[1:]) + r")\b|\b\d{4}-\d{2}-\d{2}\b")


def check_entries(briefing: Briefing) -> Iterator[Check]:
    """Check each entry and each judgement by its own words."""
    for entry in briefing.developments:
        yield from _check_entry(briefing, entry, SectionId.KEY_DEVELOPMENTS)
    for entry in briefing.background:
        yield from _check_entry(briefing, entry, SectionId.BACKGROUND)
    for row in briefing.judgements:
        yield from _check_judgement(row)


def _check_entry(briefing: Briefing, entry: Entry, section: SectionId) -> Iterator[Check]:
    if entry.own or entry.edited:
        yield from _check_words(entry, section)
    elif not any(entry.text in _readable(citation.quote) for citation in entry.citations):
        yield _finding(CheckCode.NOT_A_QUOTE, entry, section, "does not stand in the passage that it cites")
    if not entry.citations:
        yield _finding(CheckCode.UNCITED, entry, section, "cites no passage")
    if section is SectionId.BACKGROUND:
        return
    if entry.status is Status.CLAIMED and not entry.own:
        yield _finding(CheckCode.PARTY_ONLY, entry, section, "rests on parties to the events alone")
    yield from _check_day(briefing, entry, section)


def _check_words(entry: Entry, section: SectionId) -> Iterator[Check]:
    """Compare the analyst's words with the passages, the place and the day of the entry."""
    known = (entry.lead, entry.when.words, *(source.originator for source in entry.sources))
    known += tuple(source.carrier for source in entry.sources)
    for words in missing_words(entry.text, [citation.quote for citation in entry.citations], known):
        yield _finding(
            CheckCode.NOT_IN_PASSAGE, entry, section, f"says {words}, which no cited passage does", about=words
        )


def _check_day(briefing: Briefing, entry: Entry, section: SectionId) -> Iterator[Check]:
    if entry.when.first is None:
        yield _finding(CheckCode.UNDATED, entry, section, "has no date")
        if _WEEKDAY.search(entry.text) and not _DATED.search(entry.text):
            yield _finding(CheckCode.BARE_WEEKDAY, entry, section, "names a weekday without a date")
        return
    first, last = entry.when.first.first, entry.when.last.last if entry.when.last else entry.when.first.last
    start = briefing.period_start.first if briefing.period_start else date.min
    end = briefing.period_end.last if briefing.period_end else date.max
    if last < start or first > end:
        yield _finding(CheckCode.OUTSIDE_PERIOD, entry, section, "is dated outside the period of the briefing")
    if (entry.own or entry.edited) and _WEEKDAY.search(entry.text) and not _DATED.search(entry.text):
        yield _finding(CheckCode.BARE_WEEKDAY, entry, section, "names a weekday without a date")


def _check_judgement(row: JudgementRow) -> Iterator[Check]:
    if not row.citations:
        yield Check(
            id=f"{CheckCode.UNCITED.value}:{row.id}",
            code=CheckCode.UNCITED,
            sentence=f"The judgement “{_short(row.text)}” names no passage that it rests on.",
            section=row.section,
            entry=row.id,
            remedy="Name the entries that it rests on, or accept it with a reason.",
        )


_REMEDIES = {
    CheckCode.NOT_A_QUOTE: "Report this as a fault of the program; hide the entry until then.",
    CheckCode.NOT_IN_PASSAGE: "Correct the words, cite the passage that says so, or accept it as your own words.",
    CheckCode.UNCITED: "Cite a passage, or accept it as your own words with a reason.",
    CheckCode.PARTY_ONLY: "Look for an independent source, or keep the words that name the party.",
    CheckCode.UNDATED: "Give the report a date, or say in your own words when it happened.",
    CheckCode.BARE_WEEKDAY: "Write the date beside the weekday, or give the report a date.",
    CheckCode.OUTSIDE_PERIOD: "Move the period, or hide the entry.",
}


def _finding(code: CheckCode, entry: Entry, section: SectionId, what: str, about: str = "") -> Check:
    subject = f":{folded(about)}" if about else ""
    return Check(
        id=f"{code.value}:{entry.id}{subject}",
        code=code,
        sentence=f"“{_short(entry.text)}” {what}.",
        section=section,
        entry=entry.id,
        remedy=_REMEDIES[code],
    )


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:69].rsplit(" ", 1)[0] + "…"


def _readable(text: str) -> str:
    """Fold white space and drop control characters: the declared trimming of what is printed."""
    folded_text = " ".join(text.split())
    kept = "".join(character if character.isprintable() else " " for character in folded_text)
    return " ".join(kept.split())


def drafts_not_accepted(briefing: Briefing) -> tuple[SectionId, ...]:
    """Return the drafted sections that are printed."""
    return tuple(section for section in briefing.sections if section in DRAFT_SECTIONS)
