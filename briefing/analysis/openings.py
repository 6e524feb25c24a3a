"""How a report opens: stamps of date that a pasted page runs into its first sentence, and its title told again."""

import re

from briefing.model.report import Report

CLOCKED = re.compile(r"\((?:(?:Last )?[Uu]pdated?|Posted|Published|At)?:?\s?\d{1,2}[:.]\d\d\b[^()]{0,80}\)\s*(?=\S)")
"""The hour at which a part of a page was written: "(Updated 4:50 a.m. in Cairo, 9:50 p.m. ET)"."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{1,2}}\s{_MONTH}\s\d{{4}}|{_MONTH}\s\d{{1,2}},?\s\d{{4}})"
_STAMP = re.compile(  # Published October 4 2016; Fri Feb 27 2015; 24.07.2016 Get short URL 124
    r"(?:(?:Published|Posted on|Updated|Date of publication):?\s)?"
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},?\s)?{_DATE}(?:\s\d{{1,2}}:\d\d)?"
    r"(?:\s?\(updated[^)]{0,40}\))?(?:\s?Get short URL(?:\s\d{1,4})?)?\s+(?=[\"“]?[A-Z0-9])"
)
_WORD = re.compile(r"\w+")


def match_stamp(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match a stamp of date at the beginning of a sentence that goes on without a mark between them."""
    return _STAMP.match(text, start, end)


def repeats_title(report: Report, start: int, end: int) -> bool:
    """Tell whether a sentence is the title of its report once more, with or without a stamp before it."""
    if not report.title_given or end - start > 2 * len(report.title) + 60:
        return False
    stamp = match_stamp(report.text, start, end)
    title = _words(report.title)
    return bool(title) and title in (
        _words(report.text[start:end]),
        _words(report.text[stamp.end() if stamp else start : end]),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("'", "").replace("’", ""))
