"""The work behind the preview: from ticked reports to a briefing with its pages, on the lane, never in the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing import workflow
from briefing.model.briefing import Briefing
from briefing.model.findings import Findings
from briefing.model.report import Report
from briefing.model.request import BriefingRequest
from gui.background import Job

_BATCH = 8
"""Reports analysed between two reports of progress."""

Known = dict[tuple[str, str], Findings]
"""What was found, by area and id of the report: with another area places are told apart differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A briefing, its pages, and the findings it rests on by id of the report."""

    request: BriefingRequest
    briefing: Briefing
    pages: "workflow.PdfPages"
    findings: dict[str, Findings]


def build_preview(job: Job, reports: Sequence[Report], request: BriefingRequest, known: Known) -> Preview:
    """Write the briefing and draw its pages; what was found in a report is kept in ``known`` for the next time."""
    area = request.area
    for key in [key for key in known if key[0] != area]:
        del known[key]
    missing = [report for report in reports if (area, report.id) not in known]
    if missing:
        job.progress(0, 0, "Opening the list of place names (the very first time this takes up to a minute)")
        workflow.open_places()
    for start in range(0, len(missing), _BATCH):
        job.progress(start, len(missing), "Reading what the reports say")
        batch = missing[start : start + _BATCH]
        for found in workflow.analyse_reports(batch, area=area):
            known[area, found.report_id] = found
    job.check()
    findings = [known[area, report.id] for report in reports]
    briefing = workflow.generate(reports, request, findings=findings)
    job.check()
    pages = workflow.draw_pages(briefing)
    findings = list(workflow.agree_on_places(reports, findings, area=area))  # as the briefing understands them
    return Preview(
        request=request, briefing=briefing, pages=pages, findings={item.report_id: item for item in findings}
    )
