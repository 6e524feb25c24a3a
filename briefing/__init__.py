"""Situation briefings, written from reports, with every sentence traceable.

In a script: ``export(generate(read_reports(["seeds"]).reports), "out", ["pdf", "docx"])``; README.md has more.
"""

from typing import TYPE_CHECKING, Any

from briefing.model.briefing import Briefing
from briefing.model.findings import Findings
from briefing.model.report import ReadResult, Report
from briefing.model.request import BriefingRequest
from briefing.model.section import SectionChoice, SectionId

if TYPE_CHECKING:
    from briefing.workflow import (
        analyse_reports,
        export,
        generate,
        load_issue,
        load_request,
        read_reports,
        render,
        save_request,
    )

__all__ = [
    "Briefing",
    "BriefingRequest",
    "Findings",
    "ReadResult",
    "Report",
    "SectionChoice",
    "SectionId",
    "analyse_reports",
    "export",
    "generate",
    "load_issue",
    "load_request",
    "read_reports",
    "render",
    "save_request",
]

_ENGINE = frozenset(__all__) - {"Briefing", "BriefingRequest", "Findings", "ReadResult", "Report"}
_ENGINE -= {"SectionChoice", "SectionId"}


def __getattr__(name: str) -> Any:
    """Load the engine when it is first used, so that ``briefing --help`` answers at once."""
    if name in _ENGINE:
        from briefing import workflow  # noqa: PLC0415

        return getattr(workflow, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
