"""The section that compares this issue with an earlier one."""

from briefing.assembly.changes import ChangeDraft, build_changes
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import further_note, muted_inlines, section_heading, shortened_inlines
from briefing.assembly.wording import capital, date_words, shorten
from briefing.data.labels import Labels
from briefing.model.briefing import Change, ChangeKind, Status
from briefing.model.document import Block, Heading, Inline, Listing, ListItem, ParagraphRole, Prose, Text
from briefing.model.section import SectionChoice, SectionId

_TEXT = 200
_KEYS = {
    ChangeKind.NEW: "new",
    ChangeKind.CHANGED: "changed",
    ChangeKind.CORRECTED: "corrected",
    ChangeKind.UNSUPPORTED: "unsupported",
    ChangeKind.DROPPED: "dropped",
    ChangeKind.CARRIED: "carried",
}


def print_changes(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print each kind of change under a heading, what was before beside what is now, and how many are carried over."""
    material, say = press.material, press.material.labels.say
    if material.release.previous is None:
        return ()
    found = build_changes(material.release.previous, material.drafts, tuple(press.printed_numbers), material.reports)
    pairs = [(draft, _change(press, draft)) for draft in found]
    press.changes.extend(change for _, change in pairs)
    blocks: list[Block] = [Prose(inlines=muted_inlines(_compared(press)), role=ParagraphRole.NOTE)]
    for kind in ChangeKind:
        of_kind = [(draft, change) for draft, change in pairs if change.kind is kind]
        if of_kind and kind is not ChangeKind.CARRIED:
            blocks.append(Heading(level=2, text=say(f"change-{_KEYS[kind]}"), id=f"changes-{_KEYS[kind]}"))
            listed = of_kind[: choice.limit]
            blocks.append(Listing(items=tuple(_item(press, *pair) for pair in listed)))
            blocks.extend(further_note(len(of_kind), len(listed), material.labels))
    carried = sum(change.kind is ChangeKind.CARRIED for _, change in pairs)
    words = say("carried", number=carried) if carried else ""
    if len(blocks) == 1:
        words = f"{say('no-changes')} {words}".strip()
    if words:
        blocks.append(Prose(inlines=(Text(text=words),)))
    return (section_heading(press, choice), *blocks)


def _compared(press: Press) -> str:
    say, issue = press.material.labels.say, press.material.release.previous
    assert issue is not None
    number = say("issue-number", issue=issue.number) if issue.number else say("an-earlier-issue")
    return say(
        "since-issue", issue=f"{number}, {date_words(issue.as_of, press.material.labels)}" if issue.as_of else number
    )


def _change(press: Press, draft: ChangeDraft) -> Change:
    now, earlier = draft.draft, draft.previous
    entry = press.entry(now, SectionId.CHANGES) if now is not None and draft.kind is not ChangeKind.CARRIED else None
    text = entry.text if entry else (earlier.text if earlier else "")
    return Change(
        kind=draft.kind,
        entry=now.id if now else "",
        previous=earlier.id if earlier else "",
        text=text,
        before=draft.before,
        after=draft.after,
        reason=press.material.labels.say(f"why-{_KEYS[draft.kind]}"),
        citations=entry.citations if entry else (),
    )


def _item(press: Press, draft: ChangeDraft, change: Change) -> ListItem:
    say = press.material.labels.say
    lead = draft.draft.lead if draft.draft else (draft.previous.lead if draft.previous else "")
    inlines: list[Inline] = [Text(text=f"{lead}. ", bold=True)] if lead else []
    if change.before:
        before, after = (_value(words, press.material.labels) for words in (change.before, change.after))
        values = say("change-values", before=before, after=after)
        inlines.append(Text(text=f"{capital(values)}. ", italic=True))
    if draft.draft is not None:
        inlines.extend(shortened_inlines(press.entry(draft.draft, SectionId.CHANGES), _TEXT, press.material.labels))
    else:
        inlines.append(Text(text=shorten(capital(change.text), _TEXT)))
    return ListItem(inlines=tuple(inlines), detail=muted_inlines(capital(change.reason)), entry=change.entry)


def _value(words: str, labels: Labels) -> str:
    """Return a status in the words of the labels, and the words of a report as they are."""
    return labels.name("status", words) if words in set(Status) else words
