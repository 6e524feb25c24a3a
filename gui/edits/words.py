"""How a correction and what became of it are said in words; nothing here knows Qt."""

from briefing.model.briefing import Briefing
from briefing.model.edits import (
    AcceptCheck,
    AcceptDraft,
    Edit,
    EditState,
    GradeEntry,
    GradeSource,
    Hide,
    Judgement,
    Merge,
    Order,
    OwnEntry,
    Pin,
    Reword,
    Split,
)
from briefing.model.section import SECTION_TITLES
from gui.edits.binding import short

LOST = frozenset({EditState.CHANGED, EditState.GONE})

_STATES = {
    EditState.KEPT: "Kept",
    EditState.MOVED: "Kept, now in another report",
    EditState.CHANGED: "Evidence changed",
    EditState.GONE: "Evidence gone",
}


def words_of(edit: Edit) -> str:
    """Say what an edit does, as the Edit menu and the list of corrections show it."""
    if isinstance(edit, OwnEntry | Judgement | GradeSource | AcceptDraft | AcceptCheck):
        return _whole_words(edit)
    match edit:
        case Hide():
            words = f"Hide {short(edit.passage.quote)}"
        case Pin():
            words = f"Pin {short(edit.passage.quote)}"
        case Order():
            words = f"Order {len(edit.passages)} entries, {short(edit.passages[0].quote)} first"
        case Merge():
            words = f"Merge {len(edit.passages)} entries into {short(edit.passages[0].quote)}"
        case Split():
            words = f"Split off {short(edit.passage.quote)}"
        case Reword():
            words = _reword_words(edit)
        case GradeEntry():
            words = f"Grade {short(edit.passage.quote)} {edit.credibility}"
    return words


def _whole_words(edit: OwnEntry | Judgement | GradeSource | AcceptDraft | AcceptCheck) -> str:
    match edit:
        case OwnEntry():
            words = f"own entry {short(edit.text)}"
        case Judgement():
            words = f"{SECTION_TITLES[edit.section].lower()} {short(edit.text)}"
        case GradeSource():
            words = f"Grade the source “{edit.source}” {edit.reliability}"
        case AcceptDraft():
            words = f"Accept the draft of “{SECTION_TITLES[edit.section]}”"
        case AcceptCheck():
            words = "Accept a finding of the check before export"
    return words


def _reword_words(edit: Reword) -> str:
    where = f" in “{SECTION_TITLES[edit.section]}”" if edit.section else ""
    if edit.text is not None:
        return f"Reword {short(edit.passage.quote)}{where}"
    return f"Change the place of {short(edit.passage.quote)} to “{edit.lead or ''}”{where}"


def detail_of(edit: Edit) -> str:
    """Say what belongs to an edit beside its first words: the new words, or the reason; "" where nothing does."""
    match edit:
        case Reword():
            return f"Now: {edit.text}" if edit.text is not None else ""
        case GradeSource() | GradeEntry() | AcceptCheck():
            return f"Reason: {edit.reason}" if edit.reason else ""
        case _:
            return ""


def check_words(edit: Edit, briefing: Briefing) -> str:
    """Say which finding of the check before export was accepted; "" for other edits and findings that are gone."""
    if not isinstance(edit, AcceptCheck):
        return ""
    return next((check.sentence for check in briefing.checks if check.id == edit.check), "")


def state_of(briefing: Briefing, index: int) -> EditState | None:
    """Return what became of the edit at a place in the request of a briefing, or None when it does not tell."""
    return next((outcome.state for outcome in briefing.edits if outcome.index == index), None)


def state_words(briefing: Briefing, index: int) -> str:
    """Say in a word or two what became of the edit at a place in the request of a briefing."""
    edit = briefing.request.edits[index]
    state = state_of(briefing, index)
    if isinstance(edit, AcceptDraft) and edit.section not in briefing.accepted and state not in LOST:
        return "A draft again: other passages stand there now"
    return _STATES[state] if state else ""


def lost_edits(briefing: Briefing) -> tuple[int, ...]:
    """Return the places of the edits whose evidence changed or went."""
    return tuple(outcome.index for outcome in briefing.edits if outcome.state in LOST)
