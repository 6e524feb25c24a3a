"""Which developments a timeline shows: of few reports the first in rank, of many those that tell the days most told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.assembly.days import DatedPassage, DayReading, choose_of, read_days
from briefing.assembly.developments import Draft, limited
from briefing.assembly.press import Material
from briefing.assembly.retelling import manner_of
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import Role
from briefing.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chronicle:
    """The passages of dated developments, read for the days that they tell.

    ``owners`` holds the rank of the development of each passage, ``first`` the index of the first passage of each
    development, which is the one printed. ``telling`` holds what is known of developments that tell something.
    """

    owners: tuple[int, ...]
    first: tuple[int, ...]
    reading: DayReading
    telling: dict[int, bool] = field(default_factory=dict, repr=False, compare=False)

    def tells(self, rank: int, draft: Draft) -> bool:
        """Tell whether a development may be printed; of most it is never asked."""
        if rank not in self.telling:
            self.telling[rank] = _tells(draft)
        return self.telling[rank]


def choose_drafts(material: Material, limit: int | None) -> tuple[Draft, ...]:
    """Return the dated developments to show, in the order of rank.

    Where there is a limit and enough reports to say which days matter, the days are chosen by the number of reports
    that mention them, and a development for each (more for each when there are fewer days than the limit).
    """
    drafts = material.drafts
    dated = material.once("dated", lambda: [draft for draft in drafts if draft.when.first is not None])
    if limit is None or len(dated) <= limit or _told_by(material) < load_table("ranking")["timeline"]["reports"]:
        return tuple(draft for draft in limited(drafts, limit) if draft.when.first is not None)
    return _by_days(dated, limit, material.once("chronicle", lambda: _read_chronicle(dated, material.reports)))


def _told_by(material: Material) -> int:
    """Return the number of reports that tell the developments."""
    return material.once(
        "told by", lambda: len({witness.report.id for draft in material.drafts for witness in draft.witnesses})
    )


def _by_days(drafts: Sequence[Draft], limit: int, chronicle: _Chronicle) -> tuple[Draft, ...]:
    """Choose as many days as the limit allows, then fill up with a second and a third development of each."""
    near, owners = load_table("ranking")["timeline"]["near"], chronicle.owners
    foremost = enumerate(drafts[: near * limit])
    printable = frozenset(chronicle.first[rank] for rank, draft in foremost if chronicle.tells(rank, draft))
    chosen = choose_of(chronicle.reading, printable, days=limit, for_each=limit)
    ranks: list[int] = []
    for turn in range(limit):
        told = [owners[indexes[turn]] for _, indexes in chosen if turn < len(indexes)]
        ranks.extend(sorted(told)[: limit - len(ranks)])
    return tuple(drafts[rank] for rank in sorted(ranks))


def _read_chronicle(drafts: Sequence[Draft], reports: Sequence[Report]) -> _Chronicle:
    owners: list[int] = []
    first: list[int] = []
    passages: list[DatedPassage] = []
    published = {report.id: _published(report) for report in reports}
    worth = load_table("ranking")["timeline"]["worth"]
    for rank, draft in enumerate(drafts):
        first.append(len(passages))
        worth_here = worth * (1 - rank / len(drafts))
        owners += [rank] * len(draft.witnesses)
        for witness in draft.witnesses:
            report, position = witness.key
            passages.append(DatedPassage(witness.text, report, published[report], position, _days(witness), worth_here))
    return _Chronicle(owners=tuple(owners), first=tuple(first), reading=read_days(passages))


def _tells(draft: Draft) -> bool:
    best = draft.best
    return best.role is not Role.PLAN and not manner_of(best.text)


def _published(report: Report) -> date | None:
    published = report.published
    return published.last if published and published.day else None


def _days(witness: Witness) -> tuple[date, ...]:
    """Return the days that a passage names."""
    days: list[date] = []
    for statement in witness.statements:
        for time in statement.times:
            if time.first is not None and time.first == time.last and time.first not in days:
                days.append(time.first)
    return tuple(sorted(days)) if len(days) > 1 else tuple(days)
