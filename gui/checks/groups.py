"""The findings of the check before export, by kind: the open ones first, then those accepted; nothing here knows Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model.briefing import Briefing, Check, CheckCode
from briefing.model.section import SectionId
from gui.edits.binding import DRAFT
from gui.ledger.rows import entry_words
from gui.words import sentence

HEADINGS = {
    CheckCode.NOT_A_QUOTE: "Not the words of the passage",
    CheckCode.NOT_IN_PASSAGE: "Said by no cited passage",
    CheckCode.UNCITED: "Without a citation",
    CheckCode.PARTY_ONLY: "Only a party says so",
    CheckCode.OUTSIDE_PERIOD: "Outside the period",
    CheckCode.UNDATED: "Without a date",
    CheckCode.BARE_WEEKDAY: "A weekday without its date",
    CheckCode.LIKELIHOOD_AND_CONFIDENCE: "Likelihood and confidence in one sentence",
    CheckCode.MIXED_SCALES: "Two scales of likelihood",
    CheckCode.ACRONYM: "Acronyms that are not explained",
    CheckCode.MARKING: "Marking",
    CheckCode.EMPTY_SECTION: "Sections that would be empty",
    CheckCode.DRAFT: "Drafts that nobody accepted",
    CheckCode.OVERFLOW: "More than the pages hold",
    CheckCode.EDIT: "Corrections that lost their evidence",
    CheckCode.MISSING_GLYPH: "Characters that the PDF cannot draw",
}
ACCEPTED = "Accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading over the findings of one kind."""

    words: str
    number: int


CheckRow = Heading | Check


def group_checks(checks: Sequence[Check]) -> tuple[CheckRow, ...]:
    """Put a heading over the open findings of each kind, gravest kind first, and one over those accepted."""
    rows: list[CheckRow] = []
    for code in CheckCode:
        group = [check for check in checks if check.code is code and not check.accepted]
        if group:
            rows += [Heading(words=HEADINGS[code], number=len(group)), *group]
    accepted = [check for check in checks if check.accepted]
    if accepted:
        rows += [Heading(words=ACCEPTED, number=len(accepted)), *accepted]
    return tuple(rows)


def open_checks(briefing: Briefing | None) -> tuple[Check, ...]:
    """Return the findings that are neither mended nor accepted."""
    return tuple(check for check in briefing.checks if not check.accepted) if briefing else ()


def where_words(check: Check, titles: Mapping[SectionId, str], briefing: Briefing) -> str:
    """Say where a finding is: its section, and the entry by number and first words."""
    section = titles.get(check.section, check.section.value)
    named = entry_words(briefing).get(check.entry, "")
    return f"{section}  ·  {sentence(named)}" if named else section


def entry_of(check: Check) -> str:
    """Return what leads to a finding on the page: its entry, or the draft as a whole; "" where only a section does."""
    return f"{DRAFT}{check.section.value}" if check.code is CheckCode.DRAFT else check.entry
