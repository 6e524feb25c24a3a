"""Reports made of plain words, for the tests of the analysis."""

import re

from briefing.model.findings import Place, PlaceKind, PlaceMention, Words
from briefing.model.report import Paragraph, PartialDate, Report


def report_of(text: str, published: str = "") -> Report:
    """Make a report whose paragraphs are the lines of a text."""
    lines = re.finditer(r"\S[^\n]*(?<=\S)", text)
    return Report(
        id="report",
        text=text,
        paragraphs=tuple(Paragraph(start=line.start(), end=line.end()) for line in lines),
        title="",
        title_given=False,
        published=PartialDate.parse(published) if published else None,
    )


def words_of(report: Report, words: Words | None) -> str | None:
    """Return the words of a finding."""
    return report.quote(words.start, words.end) if words is not None else None


def mention(report: Report, name: str, kind: PlaceKind = PlaceKind.CITY, nth: int = 0) -> PlaceMention:
    """Mark the nth place of that name in a report."""
    start = [match.start() for match in re.finditer(rf"(?<!\w){name}(?!\w)", report.text)][nth]
    place = Place(id=f"{kind}:{name}", name=name, kind=kind)
    return PlaceMention(start=start, end=start + len(name), place=place, score=1.0, rule="given")
