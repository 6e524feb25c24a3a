"""Runs every check over a briefing; each finding has an id, a sentence, a place and a remedy. Nothing is blocked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from briefing.checks.claims import check_entries
from briefing.checks.conventions import check_conventions
from briefing.checks.whole import check_whole
from briefing.model.briefing import Briefing, Check, CheckCode, MissingGlyph
from briefing.model.edits import AcceptCheck, Edit
from briefing.model.request import Template

# So much of the words around a character is shown.
_SHOWN = 60


def run_checks(briefing: Briefing, template: Template, missing: Sequence[MissingGlyph] = ()) -> tuple[Check, ...]:
    """Return all findings in the order of the document, those that the analyst accepted with the reason.

    ``missing`` are the characters that the PDF cannot draw, each where it stands first.
    """
    checks = (check_entries(briefing), check_conventions(briefing), check_whole(briefing, template))
    found = chain(*checks, _check_missing(missing))
    return tuple(_with_acceptance(_unique(found), briefing.request.edits))


def _check_missing(missing: Sequence[MissingGlyph]) -> Iterator[Check]:
    for glyph in missing:
        where = glyph.words if len(glyph.words) <= _SHOWN else glyph.words[: _SHOWN - 1] + "…"
        code = f"{ord(glyph.character):04X}"
        yield Check(
            id=f"{CheckCode.MISSING_GLYPH.value}:{code}",
            code=CheckCode.MISSING_GLYPH,
            sentence=f"No font of the PDF has {glyph.character} (U+{code}), first in “{where}”.",
            section=glyph.section,
            entry=glyph.entry,
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
