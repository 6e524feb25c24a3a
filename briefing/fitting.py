"""Keeps a briefing within the pages that its template allows, and says what that cost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import ceil

from briefing.assembly import Printing
from briefing.model.document import Document, Listing, Table
from briefing.model.notice import Notice, Severity
from briefing.model.section import SectionChoice, SectionId

Sections = tuple[SectionChoice, ...]
Lengths = Mapping[SectionId, int]

# All lists are cut to so many eighths of their length, the developments half as much, and at last to one item each;
# then the developments grow again while there is room.
_SHARES = 8
_GROWING = (SectionId.KEY_DEVELOPMENTS,)
# Only where pages are few does one development more or less matter.
_FILLED = 2
# No page holds more lines than this, so that what has more need not be laid out to know that it does not fit;
_MOST_LINES = 110
# as a first guess a page holds so many.
_USUAL_LINES = 20
# What cannot be cut, such as a map and the heads of tables, takes about so much of the pages allowed.
_UNCUT = 0.75
# Where pages are few and reports many, a sentence bears so many notes, and fewer still before a list loses all but one.
_FEW_CITED, _FEWER_CITED = 4, (2, 1)
_LAST_CUT = frozenset({SectionId.KEY_DEVELOPMENTS, SectionId.HIGHLIGHTS})
_ANNEXES = frozenset({SectionId.EVIDENCE, SectionId.LEDGER})
# Fewer highlights are none, and a table of one place is no table.
_LEAST = {SectionId.HIGHLIGHTS: 3, SectionId.CITIES: 2}


Build = Callable[[Sections, int | None], Printing]
Count = Callable[[Document, int | None], int]
"""Returns the pages of a document; where a number is given, any greater one for what takes more than it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitted:
    """A printing that keeps the limit, with the lengths of its lists and the notes allowed behind a sentence."""

    printing: Printing
    lengths: Lengths
    most_citations: int | None


def fit(
    build: Build, sections: Sections, pages: int, page_count: Count, most_citations: int | None = None
) -> tuple[Printing, tuple[Notice, ...]]:
    """Return the fullest printing that stays within ``pages``, and a notice that names what was left out.

    ``build`` makes one of sections and the largest number of notes behind one sentence. Of many reports, sentences
    bear a few notes only, and it is said how many more reports tell it. All lists are cut to a share of their length,
    the greatest that fits; then the developments of a short briefing are lengthened while there is room. Where even one
    item in each list with one note a sentence is too much, that is said, and the shortest briefing is returned, or all
    of a longer report. Some five briefings are built and laid out. Annexes, which are as long as they are, do not
    count: where there are some, the limit is kept for what stands before them.
    """
    annexed = any(choice.on and choice.id in _ANNEXES for choice in sections)
    body = tuple(replace(choice, on=choice.on and choice.id not in _ANNEXES) for choice in sections)
    whole = build(body, most_citations)
    crowded = _cited(whole) > _FEW_CITED
    # what is crowded is printed anew with fewer notes, and it matters only that it does not fit
    enough = pages if crowded else None
    taken = _rough_pages(whole) if _least_lines(whole) > pages * _MOST_LINES else page_count(whole.document, enough)
    if taken <= pages:
        return build(sections, most_citations) if annexed else whole, ()
    if crowded:
        most_citations = _FEW_CITED
        whole = build(body, most_citations)
        taken = _rough_pages(whole)
    # with fewer notes the whole may fit, but rather fewer still than one item in each list
    top, least = (_SHARES, 1) if crowded else (_SHARES - 1, 0)
    trials = _Trials(build=build, page_count=page_count, sections=body, most_citations=most_citations)
    found = _fitted(trials, whole, pages, taken, range(least, top + 1))
    for fewer in _FEWER_CITED:
        if found is None:
            less = build(body, fewer)
            shares = range(least if fewer > 1 else 0, _SHARES + 1)
            trials = _Trials(build=build, page_count=page_count, sections=body, most_citations=fewer)
            found = _fitted(trials, less, pages, _rough_pages(less), shares)
    if found is None:
        # Of a longer report, lists of one item each would help nobody; the shortest one is made as short as it can be.
        lengths = _share(_lengths(whole, body), 0)
        cut = sections if pages > _FILLED else _cut(sections, lengths)
        takes = page_count(build(_cut(body, lengths), 1).document, None)
        return build(cut, most_citations if pages > _FILLED else 1), _told(
            f"Even with one item in each list the briefing takes {takes} pages; "
            f"the template allows {pages}. Switch sections off.",
            "does-not-fit",
        )
    best = build(_cut(sections, found.lengths), found.most_citations) if annexed else found.printing
    return best, _told(_left_out(whole, best, pages), "left-out-to-fit")


def _cited(printing: Printing) -> int:
    """Return how many notes the sentence with the most of them bears."""
    press = printing.press
    entries = [entry.citations for entry in (*printing.developments, *press.background.values())]
    claims = [claim.citations for city in press.cities for claim in city.claims]
    return max((len({citation.number for citation in cited}) for cited in (*entries, *claims)), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trials:
    """What was printed and laid out with so many notes a sentence, and the pages that it took, by the lengths."""

    build: Build
    page_count: Count
    sections: Sections
    most_citations: int | None
    made: dict[tuple[int, ...], tuple[Printing, int]] = field(default_factory=dict)

    def of(self, lengths: Lengths) -> tuple[Printing, int]:
        """Print lists of these lengths, unless that was done: many shares of short lists are the same."""
        key = tuple(lengths.values())
        if key not in self.made:
            printing = self.build(_cut(self.sections, lengths), self.most_citations)
            self.made[key] = (printing, self.page_count(printing.document, None))
        return self.made[key]


def _fitted(trials: _Trials, whole: Printing, pages: int, taken: int, shares: range) -> _Fitted | None:
    """Return the fullest printing that keeps the limit, None where no share does; the whole takes ``taken`` pages."""
    most = _lengths(whole, trials.sections)
    guess = _SHARES if taken <= pages else max(1, _fitting_share(_SHARES, taken, pages))
    share = greatest_share(lambda share: trials.of(_share(most, share))[1], pages, guess, shares)
    if share is None:
        return None
    lengths = _share(most, share)
    for section in _GROWING:
        if section in lengths and pages <= _FILLED:
            lengths = {**lengths, section: _grown(lengths, section, most[section], trials, pages)}
    return _Fitted(printing=trials.of(lengths)[0], lengths=lengths, most_citations=trials.most_citations)


def _rough_pages(printing: Printing) -> int:
    """Return a first guess of the pages, from what has a line of its own."""
    return max(1, _least_lines(printing) // _USUAL_LINES)


def _least_lines(printing: Printing) -> int:
    """Return how many lines a printing has at least: one for each row, item and note."""
    lines = printing.note_count
    for blocks in printing.printed.values():
        for block in blocks:
            match block:
                case Listing():
                    lines += len(block.items)
                case Table():
                    lines += len(block.rows)
                case _:
                    lines += 1
    return lines


def greatest_share(pages_of: Callable[[int], int], limit: int, guess: int, shares: range) -> int | None:
    """Return the greatest share that keeps the limit, None where none does.

    After a share that fits the next is greater by growing steps; after one that does not it is where the pages that it
    took say that the limit lies.
    """
    fits, most, share, step = shares[0] - 1, shares[-1], guess, 1
    while fits < most:
        share = min(max(share, fits + 1), most)
        taken = pages_of(share)
        if taken <= limit:
            fits, share, step = share, share + step, 2 * step
        else:
            most, share = share - 1, _fitting_share(share, taken, limit)
    return fits if fits in shares else None


def _fitting_share(share: int, taken: int, limit: int) -> int:
    """Return about which share would fit where one takes more pages than the limit."""
    uncut = _UNCUT * limit
    return int(share * (limit - uncut) / (taken - uncut))


def _grown(lengths: Lengths, section: SectionId, most: int, trials: _Trials, pages: int) -> int:
    """Return the greatest length of one list with which the briefing still fits."""
    return _greatest(lambda length: trials.of({**lengths, section: length})[1] <= pages, lengths[section], most)


def _greatest(holds: Callable[[int], bool], least: int, most: int) -> int:
    """Return the greatest number up to ``most`` for which a falling condition holds, or ``least``."""
    low, high = least, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _lengths(whole: Printing, sections: Sections) -> Lengths:
    """Return how many items each list prints, for the lists that can lose their last items."""
    press = whole.press
    found = {
        SectionId.HIGHLIGHTS: len(press.highlights),
        SectionId.CHANGES: len(press.changes),
        SectionId.KEY_DEVELOPMENTS: len(whole.developments),
        SectionId.CITIES: len(press.cities),
        SectionId.TIMELINE: len(press.timeline),
        SectionId.ACTORS: len(press.actors),
        SectionId.STATEMENTS: len(press.statements),
        SectionId.CONFLICTS: len(press.conflicts),
        SectionId.GAPS: len(press.gaps),
        SectionId.BACKGROUND: len(press.own.get(SectionId.BACKGROUND, ())) + len(press.background),
        SectionId.SOURCES: len(whole.sources),
    }
    return {
        choice.id: min(found[choice.id], choice.limit or found[choice.id])
        for choice in sections
        if choice.on and found.get(choice.id)
    }


def _share(most: Lengths, step: int) -> Lengths:
    """Return so many eighths of each length, rounded up; of what a reader reads first half of the rest is kept."""
    slowly = (step + _SHARES) / 2 if step else 0
    return {
        section: max(
            ceil(length * (slowly if section in _LAST_CUT else step) / _SHARES),
            min(length, _LEAST.get(section, 1)),
        )
        for section, length in most.items()
    }


def _cut(sections: Sections, lengths: Lengths) -> Sections:
    """Limit each list to its length."""
    return tuple(replace(choice, limit=lengths[choice.id]) if choice.id in lengths else choice for choice in sections)


def _left_out(whole: Printing, fitted: Printing, pages: int) -> str:
    found = whole.developments
    kept = {entry.id for entry in fitted.developments}
    dropped = [entry.lead or entry.text[:40] for entry in found if entry.id not in kept]
    cities = {city.id for city in fitted.press.cities}
    places = [city.place.name for city in whole.press.cities if city.id not in cities]
    parts = []
    if dropped:
        parts.append(f"{len(dropped)} of {len(found)} developments ({'; '.join(dropped)})")
    if places:
        parts.append(f"{len(places)} of {len(whole.press.cities)} places ({', '.join(places)})")
    what = " and ".join(parts) or "some items of the lists"
    return f"To fit on {pages} page{'s' if pages > 1 else ''}, these were left out, lowest rank first: {what}."


def _told(message: str, code: str) -> tuple[Notice, ...]:
    return (Notice(severity=Severity.WARNING, code=code, message=message),)
