"""The work behind the preview: from ticked reports to a briefing with its pages, on the lane, never in the window."""

from dataclasses import dataclass, field
from pathlib import Path

from briefing import workflow
from briefing.model.briefing import Briefing
from briefing.model.findings import Findings
from briefing.model.report import Report
from briefing.model.request import BriefingRequest
from gui.background import Job
from gui.issues import Comparison, Earlier, Issues

_BATCH = 8
"""Reports analysed between two reports of progress."""


@dataclass(slots=True)
class Known:
    """What one preview leaves to the next: what was found, by area and id of the report, and the groundwork.

    With another area places are told apart differently.
    """

    findings: dict[tuple[str, str], Findings] = field(default_factory=dict)
    groundwork: workflow.Groundwork = field(default_factory=workflow.Groundwork)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A briefing, its pages, the findings it rests on by id of the report, and the earlier issue compared with."""

    request: BriefingRequest
    comparison: Comparison
    earlier: Earlier
    briefing: Briefing
    pages: "workflow.PdfPages"
    findings: dict[str, Findings]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be written: from which reports, by which request, compared with which earlier issue."""

    reports: tuple[Report, ...]
    request: BriefingRequest
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files of an export; ``kept`` says whether it was kept for the next issue, "" when it is of no series."""

    paths: tuple[Path, ...]
    kept: str


def build_preview(job: Job, task: Task, known: Known, issues: Issues) -> Preview:
    """Write the briefing and draw its pages; what was found in a report is kept in ``known`` for the next time."""
    findings = _find(job, task, known)
    earlier = issues.find(task.request, task.comparison)
    briefing = workflow.generate(
        task.reports, task.request, findings=findings, previous=earlier.issue, groundwork=known.groundwork
    )
    job.check()
    pages = workflow.draw_pages(briefing)
    # as the briefing understands them
    agreed = workflow.agree_on_places(task.reports, findings, area=task.request.area, groundwork=known.groundwork)
    return Preview(
        request=task.request,
        comparison=task.comparison,
        earlier=earlier,
        briefing=briefing,
        pages=pages,
        findings={item.report_id: item for item in agreed},
    )


def _find(job: Job, task: Task, known: Known) -> list[Findings]:
    area, reports = task.request.area, task.reports
    found = known.findings
    for key in [key for key in found if key[0] != area]:
        del found[key]
    missing = [report for report in reports if (area, report.id) not in found]
    if missing:
        job.progress(0, 0, "Opening the list of place names (the very first time this takes up to a minute)")
        workflow.open_places()
    for start in range(0, len(missing), _BATCH):
        job.progress(start, len(missing), "Reading what the reports say")
        batch = missing[start : start + _BATCH]
        for item in workflow.analyse_reports(batch, area=area):
            found[area, item.report_id] = item
    job.check()
    return [found[area, report.id] for report in reports]
