"""Runs every check over a briefing; each finding has an id, a sentence, a place and a remedy. Nothing is blocked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from briefing.checks.claims import check_entries
from briefing.checks.conventions import check_conventions
from briefing.checks.whole import check_whole
from briefing.model.briefing import Briefing, Check, CheckCode
from briefing.model.edits import AcceptCheck, Edit
from briefing.model.request import Template
from briefing.model.section import SectionId

Missing = tuple[str, str, SectionId, str]
# So much of the words around a character is shown.
_SHOWN = 60


def run_checks(briefing: Briefing, template: Template, missing: Sequence[Missing] = ()) -> tuple[Check, ...]:
    """Return all findings in the order of the document, those that the analyst accepted with the reason.

    ``missing`` are the characters that the PDF cannot draw, each with the words, the section and the entry (an id, or
    "") where it stands first.
    """
    checks = (check_entries(briefing), check_conventions(briefing), check_whole(briefing, template))
    found = chain(*checks, _check_missing(missing))
    return tuple(_with_acceptance(_unique(found), briefing.request.edits))


def _check_missing(missing: Sequence[Missing]) -> Iterator[Check]:
    for character, words, section, entry in missing:
        where = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        yield Check(
            id=f"{CheckCode.MISSING_GLYPH.value}:{ord(character):04X}",
            code=CheckCode.MISSING_GLYPH,
            sentence=f"No font of the PDF has {character} (U+{ord(character):04X}), first in “{where}”.",
            section=section,
            entry=entry,
            remedy="A box is printed in its place, nothing for a mark over a letter: write the word in Latin letters, "
            "or use the Word file.",
        )


def _unique(found: Iterator[Check]) -> Iterator[Check]:
    seen: set[str] = set()
    for check in found:
        if check.id not in seen:
            seen.add(check.id)
            yield check


def _with_acceptance(found: Iterator[Check], edits: Sequence[Edit]) -> Iterator[Check]:
    accepted = {edit.check: edit.reason for edit in edits if isinstance(edit, AcceptCheck)}
    for check in found:
        if check.id in accepted:
            yield replace(check, accepted=True, reason=accepted[check.id])
        else:
            yield check
