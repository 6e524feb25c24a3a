"""How a report opens: stamps of date that a pasted page runs into its first sentence, and its title told again."""

import re
from collections.abc import Sequence

from briefing.model.findings import PlaceKind, PlaceMention
from briefing.model.report import Report

# Behind the name of a place: "Paris - Rebels took", "KARACHI: Police said", "GENEVA, 7 June (Reuters) — The".
_BEHIND_PLACE = re.compile(
    r"(?:,\s?[A-Z][\w .]{2,25}?)?(?:,?\s\d{1,2}\s[A-Z][a-z]{2,8})?\s?(?:\([A-Z][\w .]{1,20}\)\s?)?"
    r"(?:\s(?:—|–|--?)\s|:\s)(?=[A-Z“\"])"
)
# Behind a place all in capitals: "BEIRUT/AMMAN Syrian rebels took".
_BEHIND_CAPITALS = re.compile(r"(?:/[A-Z]{3,20}){0,2}\s(?=[“\"]?[A-Z][a-z’' ])")
_CITY = 4  # letters: fewer may be an acronym
_SHORTEST_REST = 12
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


def behind_dateline(text: str, start: int, end: int, places: Sequence[PlaceMention]) -> int:
    """Return where a sentence begins behind the place from which it is reported: "KARACHI: Police said".

    ``places`` are those of the sentence.
    """
    first = places[0] if places else None
    if first is None or first.start != start or first.place.kind is PlaceKind.COUNTRY:
        return start
    line = _BEHIND_PLACE.match(text, first.end, end)
    if line is None and text[first.start : first.end].isupper() and first.end - first.start >= _CITY:
        line = _BEHIND_CAPITALS.match(text, first.end, end)
    return line.end() if line is not None and end - line.end() >= _SHORTEST_REST else start
