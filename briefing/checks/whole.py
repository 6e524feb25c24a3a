"""Checks of the document as a whole: marking, empty sections, drafts, pages, corrections that lost their evidence."""

from collections.abc import Iterator

from briefing.checks.claims import drafts_not_accepted
from briefing.model.briefing import Briefing, Check, CheckCode
from briefing.model.edits import JUDGEMENT_SECTIONS, EditState
from briefing.model.request import Template
from briefing.model.section import SECTION_TITLES, SectionId

# Empty, these say nothing that a reader would miss.
_MAY_BE_EMPTY = JUDGEMENT_SECTIONS | {SectionId.CHANGES, SectionId.MARKING, SectionId.MASTHEAD, SectionId.LEGEND}
_NOTICES = {
    "marking-missing": (CheckCode.MARKING, SectionId.MARKING, "Switch the marking on, or choose a TLP label."),
    "does-not-fit": (CheckCode.OVERFLOW, SectionId.KEY_DEVELOPMENTS, "Switch sections off, or lower their limits."),
    "left-out-to-fit": (CheckCode.OVERFLOW, SectionId.KEY_DEVELOPMENTS, "Hide or reword entries, or accept it."),
}


def check_whole(briefing: Briefing, template: Template) -> Iterator[Check]:
    """Check what concerns no single entry."""
    for notice in briefing.notices:
        if notice.code in _NOTICES:
            code, section, remedy = _NOTICES[notice.code]
            yield _check(code, section, notice.message, remedy)
    yield from _empty_sections(briefing, template)
    for section in drafts_not_accepted(briefing):
        if section not in briefing.accepted:
            title = SECTION_TITLES[section]
            remedy = "Read it, correct it where needed, and accept it."
            yield _check(CheckCode.DRAFT, section, f"“{title}” is a draft that nobody accepted.", remedy)
    for outcome in briefing.edits:
        if outcome.state in {EditState.CHANGED, EditState.GONE}:
            remedy = "Look at the passage, and make the correction again or take it back."
            yield _check(CheckCode.EDIT, SectionId.KEY_DEVELOPMENTS, outcome.words, remedy, about=str(outcome.index))


def _empty_sections(briefing: Briefing, template: Template) -> Iterator[Check]:
    chosen = briefing.request.sections or template.sections
    for choice in chosen:
        if choice.on and choice.id not in briefing.sections and choice.id not in _MAY_BE_EMPTY:
            title = choice.title or SECTION_TITLES[choice.id]
            sentence = f"“{title}” is switched on, but the reports give nothing for it, so it is not printed."
            yield _check(CheckCode.EMPTY_SECTION, choice.id, sentence, "Switch it off, or add reports that tell of it.")


def _check(code: CheckCode, section: SectionId, sentence: str, remedy: str, about: str = "") -> Check:
    subject = f":{about}" if about else ""
    return Check(
        id=f"{code.value}:{section.value}{subject}",
        code=code,
        sentence=sentence,
        section=section,
        entry="",
        remedy=remedy,
    )
