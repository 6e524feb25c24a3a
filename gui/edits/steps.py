"""One function for each correction: a step from the edits before to the edits after, which undo takes back."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.model.briefing import Briefing, Entry
from briefing.model.edits import (
    AcceptDraft,
    Edit,
    GradeEntry,
    GradeSource,
    Hide,
    Judgement,
    Merge,
    Order,
    OwnEntry,
    Passage,
    Pin,
    Reword,
    Split,
)
from briefing.model.section import SECTION_TITLES, SectionId
from gui.desk import Desk
from gui.edits.binding import drafted, last_on, passages_in, peers, rests_on, short, speaks_of
from gui.edits.words import words_of

Edits = tuple[Edit, ...]

_ON_ENTRY = (Pin, Merge, Split, Reword, GradeEntry)


def edits_of(desk: Desk) -> Edits:
    """Return the corrections now."""
    return desk.choices.request.edits


def _put(desk: Desk, edits: Sequence[Edit], words: str, *, section: SectionId | None = None) -> None:
    request = replace(desk.choices.request, edits=tuple(edits))
    if section and not any(choice.id is section and choice.on for choice in desk.sections):
        sections = tuple(replace(item, on=True) if item.id is section else item for item in desk.sections)
        request = replace(request, sections=sections)
    desk.change(replace(desk.choices, request=request), words)


def _without(edits: Sequence[Edit], gone: Callable[[Edit], bool]) -> list[Edit]:
    return [edit for edit in edits if not gone(edit)]


def hide(desk: Desk, briefing: Briefing, entry: Entry) -> None:
    """Leave an entry out of every section."""
    passage = passages_in(briefing, entry)[0]
    _put(desk, (*edits_of(desk), Hide(passage=passage)), f"Hide {short(entry.text)}")


def pin(desk: Desk, briefing: Briefing, entry: Entry) -> None:
    """Print an entry before those that are not pinned, or no longer."""
    edits = edits_of(desk)
    if last_on(edits, Pin, entry):
        kept = _without(edits, lambda edit: isinstance(edit, Pin) and speaks_of(edit, entry))
        _put(desk, kept, f"Unpin {short(entry.text)}")
    else:
        _put(desk, (*edits, Pin(passage=passages_in(briefing, entry)[0])), f"Pin {short(entry.text)}")


def _order_now(desk: Desk, briefing: Briefing, entry: Entry) -> list[Entry]:
    """Return an entry with its peers in the order that the next page will show: quick keys run ahead of the page."""
    order = list(peers(briefing, entry))
    for edit in edits_of(desk):
        if isinstance(edit, Order) and edit not in briefing.request.edits:
            listed = [other for passage in edit.passages for other in order if rests_on(other, passage)]
            wanted = list(dict.fromkeys(listed))
            places = sorted(order.index(other) for other in wanted)
            for place, other in zip(places, wanted, strict=True):
                order[place] = other
    return order


def can_move(desk: Desk, briefing: Briefing, entry: Entry, by: int) -> bool:
    """Tell whether an entry can go one place up (-1) or down (+1)."""
    ids = [other.id for other in _order_now(desk, briefing, entry)]
    return entry.id in ids and 0 <= ids.index(entry.id) + by < len(ids)


def move(desk: Desk, briefing: Briefing, entry: Entry, by: int) -> None:
    """Move an entry one place up (-1) or down (+1) among its kind; several moves make one order."""
    if not can_move(desk, briefing, entry, by):
        return
    wanted = _order_now(desk, briefing, entry)
    at = [other.id for other in wanted].index(entry.id)
    pair = (wanted[at], wanted[at + by])
    wanted[at], wanted[at + by] = wanted[at + by], wanted[at]
    edits = edits_of(desk)
    old = next((edit for edit in reversed(edits) if isinstance(edit, Order) and _orders(edit, wanted)), None)
    passages = old.passages if old else ()
    for other in pair:
        if not any(rests_on(other, passage) for passage in passages):
            passages = (*passages, passages_in(briefing, other)[0])
    order = Order(passages=_arranged(briefing, passages, wanted))
    kept = _without(edits, lambda edit: edit is old)
    _put(desk, (*kept, order), f"Move {short(entry.text)} {'up' if by < 0 else 'down'}")


def _orders(edit: Order, entries: Sequence[Entry]) -> bool:
    return any(rests_on(entry, passage) for entry in entries for passage in edit.passages)


def _arranged(briefing: Briefing, passages: Sequence[Passage], wanted: Sequence[Entry]) -> tuple[Passage, ...]:
    """Put the passages of entries into the wanted order; those whose reports are gone keep their places."""
    present = [entry for entry in wanted if any(rests_on(entry, passage) for passage in passages)]
    order = iter(passages_in(briefing, entry)[0] for entry in present)
    slots = [next(order, None) if any(rests_on(entry, item) for entry in wanted) else item for item in passages]
    return tuple(passage for passage in slots if passage is not None)


def merge(desk: Desk, briefing: Briefing, entries: Sequence[Entry]) -> None:
    """Make one entry of several; the words of the first are printed."""
    passages = tuple(passages_in(briefing, entry)[0] for entry in entries)
    words = f"Merge {len(entries)} entries into {short(entries[0].text)}"
    _put(desk, (*edits_of(desk), Merge(passages=passages)), words)


def split(desk: Desk, passage: Passage) -> None:
    """Make an entry of its own of a passage."""
    _put(desk, (*edits_of(desk), Split(passage=passage)), f"Split off {short(passage.quote)}")


def reword(
    desk: Desk,
    briefing: Briefing,
    entry: Entry,
    *,
    text: str | None,
    lead: str | None,
    section: SectionId | None,
) -> None:
    """Print other words for an entry, or another place before it; None is what the program wrote."""
    kept = _without(
        edits_of(desk), lambda edit: isinstance(edit, Reword) and edit.section is section and speaks_of(edit, entry)
    )
    if text is not None or lead is not None:
        kept.append(Reword(passage=passages_in(briefing, entry)[0], text=text, lead=lead, section=section))
    where = f" in “{SECTION_TITLES[section]}”" if section else ""
    what = "Reword" if text is not None else "Change the place of"
    _put(desk, kept, f"{what} {short(entry.original or entry.text)}{where}")


def restore(desk: Desk, entry: Entry) -> None:
    """Take away what was changed on an entry: its words, pin, place in the order, grade, merges and splits."""
    kept: list[Edit] = []
    for edit in edits_of(desk):
        if isinstance(edit, Order) and speaks_of(edit, entry):
            rest = tuple(passage for passage in edit.passages if not rests_on(entry, passage))
            kept += [replace(edit, passages=rest)] if len(rest) > 1 else []
        elif not (isinstance(edit, _ON_ENTRY) and speaks_of(edit, entry)):
            kept.append(edit)
    _put(desk, kept, f"Back to the program’s words of {short(entry.original or entry.text)}")


def is_corrected(desk: Desk, entry: Entry) -> bool:
    """Tell whether anything was changed on an entry that ``restore`` would take away."""
    return any(isinstance(edit, (*_ON_ENTRY, Order)) and speaks_of(edit, entry) for edit in edits_of(desk))


def grade_entry(desk: Desk, briefing: Briefing, entry: Entry, credibility: int, reason: str) -> None:
    """Grade what an entry says, 1 to 6, with a reason."""
    kept = _without(edits_of(desk), lambda edit: isinstance(edit, GradeEntry) and speaks_of(edit, entry))
    grade = GradeEntry(passage=passages_in(briefing, entry)[0], credibility=credibility, reason=reason)
    _put(desk, (*kept, grade), f"Grade {short(entry.text)} {credibility}")


def grade_source(desk: Desk, source: str, reliability: str, reason: str) -> None:
    """Grade a source, A to F, with a reason."""
    kept = _without(edits_of(desk), lambda edit: isinstance(edit, GradeSource) and edit.source == source)
    grade = GradeSource(source=source, reliability=reliability, reason=reason)
    _put(desk, (*kept, grade), words_of(grade))


def put_written(desk: Desk, edit: OwnEntry | Judgement) -> None:
    """Add an own entry or a judgement, or take its new wording; its section is switched on."""
    edits = edits_of(desk)
    ids = [getattr(other, "id", None) for other in edits]
    known = edit.id in ids
    put = [edit if getattr(other, "id", None) == edit.id else other for other in edits] if known else [*edits, edit]
    _put(desk, put, f"{'Change' if known else 'Add'} {words_of(edit)}", section=edit.section)


def remove_written(desk: Desk, edit: OwnEntry | Judgement) -> None:
    """Take an own entry or a judgement away."""
    _put(desk, _without(edits_of(desk), lambda other: other is edit), f"Remove {words_of(edit)}")


def accept_draft(desk: Desk, briefing: Briefing, section: SectionId) -> None:
    """Take a drafted section over as it stands."""
    entries = dict(drafted(briefing)).get(section, ())
    passages = tuple(passages_in(briefing, entry)[0] for entry in entries)
    kept = _without(edits_of(desk), lambda edit: isinstance(edit, AcceptDraft) and edit.section is section)
    accepted = AcceptDraft(section=section, passages=passages)
    _put(desk, (*kept, accepted), words_of(accepted))


def take_back(desk: Desk, edit: Edit) -> None:
    """Take one correction away."""
    _put(desk, _without(edits_of(desk), lambda other: other is edit), f"Take back: {words_of(edit)}")
