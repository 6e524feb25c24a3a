"""One function for each thing the analyst does: a step from the choices before to the choices after."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing import workflow
from briefing.errors import BriefingError
from briefing.model.edits import AcceptCheck, Edit
from briefing.model.section import SECTION_TITLES, Grouping, SectionChoice, SectionId
from briefing.resources import seeds_folder
from gui.desk import Desk
from gui.edits.grades import start_request
from gui.issues import Comparison, next_number
from gui.words import count

FIXED = frozenset({SectionId.MARKING, SectionId.MASTHEAD})
"""Sections whose place in the document is settled: they are drawn at the edge or at the head of page one."""


_DETAILS = {
    "tlp": "marking",
    "as_of": "as-of day",
    "period_start": "first day",
    "period_end": "last day",
    "cut_off": "cut-off",
    "issued": "day of issue",
    "page_size": "paper",
    "word_notes": "notes of the Word file",
    "word_comments": "comments of the Word file",
    "contents": "contents",
    "word_fonts": "fonts of the Word file",
    "theme": "look",
    "withhold": "what is above the ceiling",
    "likelihood_scale": "scale of likelihood",
}


def add_files(desk: Desk, paths: Iterable[str | Path]) -> None:
    """Read files and folders and put what they hold on the list, ticked."""
    if whole := [str(Path(path).absolute()) for path in paths]:
        desk.read(whole)


def add_samples(desk: Desk) -> None:
    """Put the sample reports on the list."""
    desk.read([str(seeds_folder())], "Opening the sample reports")


def use_reports(desk: Desk, ids: Iterable[str], on: bool) -> None:
    """Tick reports or take their ticks away."""
    chosen = [item for item in ids if item in desk.choices.listed]
    unused = desk.choices.unused - set(chosen) if on else desk.choices.unused | set(chosen)
    words = f"{'Use' if on else 'Do not use'} {count(len(chosen), 'report')}"
    desk.change(replace(desk.choices, unused=unused), words)


def use_only(desk: Desk, ids: Iterable[str]) -> None:
    """Tick these reports and no others."""
    kept = set(ids)
    unused = frozenset(item for item in desk.choices.listed if item not in kept)
    desk.change(replace(desk.choices, unused=unused), f"Use only {count(len(kept), 'report')}")


def remove_reports(desk: Desk, ids: Iterable[str]) -> None:
    """Take reports, or files that could not be read, off the list; the files themselves stay where they are."""
    gone = set(ids)
    old = desk.choices
    reports = gone & set(old.listed)
    choices = replace(
        old,
        listed=tuple(item for item in old.listed if item not in gone),
        unused=old.unused - gone,
        removed=old.removed | reports,
        problems=tuple(item for item in old.problems if item not in gone),
    )
    desk.change(choices, f"Remove {count(len(gone), 'report')}")


def clear_all(desk: Desk) -> None:
    """Take everything off the list and begin with the template's own choices and the grades that are remembered."""
    old = desk.choices
    fresh = type(old)(request=start_request(desk))
    desk.change(fresh, "Start a new briefing")


def turn_section(desk: Desk, section: SectionId, on: bool) -> None:
    """Switch a section on or off."""
    words = f"{'Show' if on else 'Leave out'} “{SECTION_TITLES[section]}”"
    _replace_section(desk, section, words, on=on)


def rename_section(desk: Desk, section: SectionId, title: str) -> None:
    """Give a section another title; an empty one brings its own back."""
    words = f"Rename “{SECTION_TITLES[section]}”"
    _replace_section(desk, section, words, title=title.strip() or None)


def limit_section(desk: Desk, section: SectionId, limit: int | None) -> None:
    """Print at most so many items of a section, or all of them."""
    _replace_section(desk, section, f"Limit “{SECTION_TITLES[section]}”", limit=limit)


def group_section(desk: Desk, section: SectionId, group: Grouping) -> None:
    """Arrange the key developments under headings, or by rank without."""
    _replace_section(desk, section, f"Arrange “{SECTION_TITLES[section]}” by {group.value}", group=group)


def draw_section(desk: Desk, section: SectionId, *, on: bool) -> None:
    """Add the figure of a section, or leave it away."""
    words = "Draw the figure of" if on else "Leave away the figure of"
    _replace_section(desk, section, f"{words} “{SECTION_TITLES[section]}”", figure=on)


def _replace_section(desk: Desk, section: SectionId, words: str, **values: Any) -> None:
    sections = tuple(replace(item, **values) if item.id is section else item for item in desk.sections)
    _set_sections(desk, sections, words)


def _set_sections(desk: Desk, sections: Sequence[SectionChoice], words: str) -> None:
    request = replace(desk.choices.request, sections=tuple(sections))
    desk.change(replace(desk.choices, request=request), words)


def place_section(desk: Desk, section: SectionId, row: int) -> None:
    """Move a section so that it stands before the one that is now at ``row``; head and marking stay where they are."""
    sections = list(desk.sections)
    at = next(place for place, item in enumerate(sections) if item.id is section)
    row = max(row, sum(1 for item in sections if item.id in FIXED))
    if section in FIXED or row in {at, at + 1}:
        return
    moved = sections.pop(at)
    sections.insert(row - 1 if row > at else row, moved)
    _set_sections(desk, sections, f"Move “{SECTION_TITLES[section]}”")


def move_section(desk: Desk, section: SectionId, by: int) -> None:
    """Move a section one place up (-1) or down (+1)."""
    at = next(place for place, item in enumerate(desk.sections) if item.id is section)
    place_section(desk, section, at + by if by < 0 else at + 1 + by)


def choose_template(desk: Desk, template: str) -> None:
    """Take over the sections of a template; title, area and the other details stay."""
    request = replace(desk.choices.request, template=template, sections=())
    name = next((item.name for item in desk.templates if item.id == template), template)
    desk.change(replace(desk.choices, request=request), f"Use template “{name}”")


def set_detail(desk: Desk, name: str, value: Any) -> None:
    """Set one field of the request, such as the title; typing on in one field is one step of undo."""
    request = replace(desk.choices.request, **{name: value})
    words = _DETAILS.get(name, name.replace("_", " "))
    desk.change(replace(desk.choices, request=request), f"Change {words}", merge=True)


def set_house_style(desk: Desk, path: str) -> None:
    """Give the Word file the house style of another file, or with "" our look; a step of undo of its own."""
    request = replace(desk.choices.request, house_style=path)
    words = f"Use the house style of {Path(path).name}" if path else "Remove the house style"
    desk.change(replace(desk.choices, request=request), words)


def accept_checks(desk: Desk, checks: Sequence[str], reason: str) -> None:
    """Accept findings of the check before export, by their ids, with the analyst's reason."""
    kept = _edits_without(desk, checks)
    edits = (*kept, *(AcceptCheck(check=item, reason=reason) for item in checks))
    _set_edits(desk, edits, f"Accept {count(len(checks), 'finding')}")


def take_back_checks(desk: Desk, checks: Sequence[str]) -> None:
    """Make accepted findings open ones again."""
    _set_edits(desk, _edits_without(desk, checks), f"Take back {count(len(checks), 'finding')}")


def _edits_without(desk: Desk, checks: Sequence[str]) -> tuple[Edit, ...]:
    edits = desk.choices.request.edits
    return tuple(edit for edit in edits if not (isinstance(edit, AcceptCheck) and edit.check in checks))


def _set_edits(desk: Desk, edits: tuple[Edit, ...], words: str) -> None:
    desk.change(replace(desk.choices, request=replace(desk.choices.request, edits=edits)), words)


def begin_next_issue(desk: Desk) -> None:
    """Go on with the next issue of the series: the next number, days left open, compared with the last by itself."""
    old = desk.choices.request
    request = replace(old, number=next_number(old.number), cut_off="", issued=None, next_issue="")
    request = replace(request, as_of=None, period_start=None, period_end=None)
    desk.change(replace(desk.choices, request=request, comparison=Comparison()), "Begin the next issue")


def compare_with(desk: Desk, comparison: Comparison) -> None:
    """Tell the changes since another earlier issue."""
    words = "Compare with an earlier issue" if comparison.on else "Compare with no issue"
    desk.change(replace(desk.choices, comparison=comparison), words)


def compare_with_none(desk: Desk) -> None:
    """Tell no changes, neither since a file nor since the last issue of the series."""
    compare_with(desk, Comparison(on=False))


def save_choices(desk: Desk, path: Path) -> None:
    """Save the choices as the file that ``briefing generate --request`` takes; tells what went wrong."""
    try:
        workflow.save_request(desk.request, path)
    except (BriefingError, OSError) as error:
        desk.failed.emit("The choices were not saved", f"{error} Choose another folder, or try again.")
    else:
        desk.said.emit(f"Choices saved as {path.name}")


def open_choices(desk: Desk, path: Path) -> None:
    """Take over choices that were saved: their reports are read, ticked as they were, and the rest follows."""
    try:
        request = workflow.load_request(path)
    except (BriefingError, OSError) as error:
        desk.failed.emit("The choices were not opened", f"{error} What was open is unchanged.")
    else:
        desk.open_request(request)
