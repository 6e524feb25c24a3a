"""What is to be said about a briefing as a whole: of its reports, its corrections and its marking."""

from briefing.assembly.editing import outcomes
from briefing.assembly.gaps import is_analysed
from briefing.assembly.press import Material
from briefing.assembly.settle import (
    TLP_COLOURS,
    highest_marking,
    official_marking,
)
from briefing.model.edits import EditOutcome, EditState
from briefing.model.notice import Notice, Severity
from briefing.model.report import Report
from briefing.model.section import SectionId


def notices_of(material: Material, shown: tuple[SectionId, ...]) -> tuple[Notice, ...]:
    """Return what the analyst is to be told of the reports, the corrections and the marking; ``shown`` is printed."""
    notices = [notice for report in material.reports for notice in report.notices]
    notices.extend(_language_notice(report) for report in material.reports if not is_analysed(report))
    if not material.drafts:
        message = (
            "No development of the period was found in the chosen reports. "
            "Check the period, or look in the ledger for the reason of each sentence."
        )
        notices.append(Notice(severity=Severity.WARNING, code="no-development", message=message))
    notices.extend(material.release.notices)
    return (*notices, *_edit_notices(material), *_marking_notices(material, shown))


def edit_outcomes(material: Material) -> tuple[EditOutcome, ...]:
    """Return what became of each of the analyst's corrections."""
    entries = (draft.witnesses for draft in (*material.drafts, *material.background, *material.hidden))
    return material.once("outcomes", lambda: outcomes(material.book, list(entries)))


def _edit_notices(material: Material) -> list[Notice]:
    """Tell of each correction that could not be kept as it was, so that none is lost in silence."""
    codes = {EditState.CHANGED: "edit-changed", EditState.GONE: "edit-gone"}
    return [
        Notice(severity=Severity.WARNING, code=codes[outcome.state], message=outcome.words)
        for outcome in edit_outcomes(material)
        if outcome.state in codes
    ]


def _language_notice(report: Report) -> Notice:
    """Say that a report is in a language in which only places, dates and figures are found."""
    message = (
        f"“{report.title}” is in a language that is not analysed ({report.language}): "
        "its places, dates and figures are found, what it says is for you to read."
    )
    return Notice(severity=Severity.WARNING, code="language-not-analysed", message=message, subject=report.id)


def _marking_notices(material: Material, shown: tuple[SectionId, ...]) -> list[Notice]:
    """Tell when the marking was raised to that of a report, or is not printed although a report carries one."""
    chosen, own = material.request.tlp, material.settled.marking
    highest = highest_marking(material.reports)
    if not highest:
        return []
    report = next(report for report in material.reports if report.marking == highest)
    if chosen and own == highest != official_marking(chosen):
        message = (
            f"“{report.title}” is marked {highest}, so the briefing is marked {highest} instead of "
            f"{official_marking(chosen)}. Leave the report out to lower it."
        )
        return [Notice(severity=Severity.WARNING, code="marking-raised", message=message, subject=report.id)]
    if SectionId.MARKING not in shown or own not in TLP_COLOURS:
        message = f"“{report.title}” is marked {highest}; the briefing does not say so. Switch the marking on."
        return [Notice(severity=Severity.WARNING, code="marking-missing", message=message, subject=report.id)]
    return []
