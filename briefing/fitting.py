"""Keeps a briefing within the pages that its template allows, and says what that cost."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefing.model.briefing import Briefing
from briefing.model.notice import Notice, Severity
from briefing.model.section import SectionChoice, SectionId

Sections = tuple[SectionChoice, ...]

# The sections that are lists, so that they can lose their last items.
_LISTS = (
    SectionId.KEY_DEVELOPMENTS,
    SectionId.CITIES,
    SectionId.TIMELINE,
    SectionId.CONFLICTS,
    SectionId.BACKGROUND,
    SectionId.SOURCES,
    SectionId.EVIDENCE,
    SectionId.GAPS,
)


def fit(
    build: Callable[[Sections], Briefing], sections: Sections, pages: int, page_count: Callable[[Briefing], int]
) -> Briefing:
    """Return the fullest briefing that stays within ``pages``, with a notice that names what was left out.

    All lists are cut to one length, the greatest that fits; then the developments and the places are lengthened while
    there is room. Where even one item in each list is too much, that is said and the shortest briefing is returned.
    """

    def fits(briefing: Briefing) -> bool:
        return page_count(briefing) <= pages

    whole = build(sections)
    if fits(whole):
        return whole
    longest = max(len(whole.developments), len(whole.cities), len(whole.timeline), len(whole.sources), 1)
    cap = _greatest(lambda length: fits(build(_cut(sections, length))), longest)
    if cap == 0:
        least = build(_cut(sections, 1))
        return _told(
            least,
            f"Even with one item in each list the briefing takes {page_count(least)} pages; "
            f"the template allows {pages}. Switch sections off.",
            "does-not-fit",
        )
    best = build(_cut(sections, cap))
    most = {SectionId.KEY_DEVELOPMENTS: len(whole.developments), SectionId.CITIES: len(whole.cities)}
    for candidate in _lengthened(build, sections, cap, most, fits):
        best = candidate
    return _told(best, _left_out(whole, best, pages), "left-out-to-fit")


def _greatest(holds: Callable[[int], bool], most: int) -> int:
    """Return the greatest number from 1 to ``most`` for which a falling condition holds, 0 when there is none."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _lengthened(
    build: Callable[[Sections], Briefing],
    sections: Sections,
    cap: int,
    most: Mapping[SectionId, int],
    fits: Callable[[Briefing], bool],
) -> Iterator[Briefing]:
    """Yield ever longer briefings that still fit: the lists of ``most`` grow one after the other, up to its numbers."""
    lengths = dict.fromkeys(most, cap)
    for section in most:
        for length in range(cap + 1, most[section] + 1):
            candidate = build(_cut(sections, cap, {**lengths, section: length}))
            if not fits(candidate):
                break
            lengths[section] = length
            yield candidate


def _cut(sections: Sections, cap: int, own: Mapping[SectionId, int] | None = None) -> Sections:
    """Limit each list to ``cap`` items, or to a length of its own, but never beyond the limit that was chosen."""
    lengths = {section: (own or {}).get(section, cap) for section in _LISTS}
    return tuple(
        replace(choice, limit=min(choice.limit or lengths[choice.id], lengths[choice.id]))
        if choice.id in lengths
        else choice
        for choice in sections
    )


def _left_out(whole: Briefing, fitted: Briefing, pages: int) -> str:
    kept = {entry.id for entry in fitted.developments}
    dropped = [entry.lead or entry.text[:40] for entry in whole.developments if entry.id not in kept]
    cities = {city.id for city in fitted.cities}
    places = [city.place.name for city in whole.cities if city.id not in cities]
    parts = []
    if dropped:
        parts.append(f"{len(dropped)} of {len(whole.developments)} developments ({'; '.join(dropped)})")
    if places:
        parts.append(f"{len(places)} of {len(whole.cities)} places ({', '.join(places)})")
    what = " and ".join(parts) or "some items of the lists"
    return f"To fit on {pages} page{'s' if pages > 1 else ''}, these were left out, lowest rank first: {what}."


def _told(briefing: Briefing, message: str, code: str) -> Briefing:
    notice = Notice(severity=Severity.WARNING, code=code, message=message)
    return replace(briefing, notices=(*briefing.notices, notice))
