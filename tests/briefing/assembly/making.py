"""Briefings from a few sentences: real reports through the whole road, without files."""

from dataclasses import replace

from briefing import BriefingRequest, generate
from briefing.model.briefing import Briefing
from briefing.model.report import PartialDate, Report
from briefing.workflow import read_report_text


def report(text: str, *, publisher: str | None = None, date: str = "2024-12-07") -> Report:
    """Make a report of one text."""
    made = read_report_text(text, published=PartialDate.parse(date), origin=f"{publisher or 'report'}.txt")
    return replace(made, publisher=publisher, id=f"{made.id}-{(publisher or 'x').lower()}")


def briefing(*reports: Report, request: BriefingRequest | None = None) -> Briefing:
    """Assemble a briefing of the reports."""
    return generate(reports, request)
