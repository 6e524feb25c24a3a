"""Which developments a timeline shows: of few reports the first in rank, of many those that tell the days most told."""

from collections.abc import Sequence
from datetime import date

from briefing.assembly.days import DatedPassage, choose_days
from briefing.assembly.developments import Draft, limited
from briefing.assembly.retelling import is_explained, is_personal, is_presented
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import Role


def choose_drafts(drafts: Sequence[Draft], limit: int | None) -> tuple[Draft, ...]:
    """Return the dated developments to show, in the order of rank.

    Where there is a limit and enough reports to say which days matter, the days are chosen by the number of reports
    that mention them, and a development for each (more for each when there are fewer days than the limit).
    """
    dated = [draft for draft in drafts if draft.when.first is not None]
    reports = {witness.report.id for draft in drafts for witness in draft.witnesses}
    if limit is None or len(dated) <= limit or len(reports) < load_table("ranking")["timeline"]["reports"]:
        return tuple(draft for draft in limited(drafts, limit) if draft.when.first is not None)
    return _by_days(dated, limit)


def _by_days(drafts: Sequence[Draft], limit: int) -> tuple[Draft, ...]:
    """Choose as many days as the limit allows, then fill up with a second and a third development of each."""
    owners, passages = [], []
    table = load_table("ranking")["timeline"]
    worth, near = table["worth"], table["near"]
    for rank, draft in enumerate(drafts):
        for witness in draft.witnesses:
            owners.append(rank)
            passages.append(
                DatedPassage(
                    text=witness.text,
                    report=witness.report.id,
                    published=_published(witness),
                    position=witness.statements[0].sentence,
                    days=_days(witness),
                    worth=worth * (1 - rank / len(drafts)),
                    printable=rank < near * limit and witness is draft.best and _tells(draft),
                )
            )
    chosen = choose_days(passages, days=limit, for_each=limit)
    ranks: list[int] = []
    for turn in range(limit):
        told = [owners[indexes[turn]] for _, indexes in chosen if turn < len(indexes)]
        ranks.extend(sorted(told)[: limit - len(ranks)])
    return tuple(drafts[rank] for rank in sorted(ranks))


def _tells(draft: Draft) -> bool:
    best = draft.best
    return best.role is not Role.PLAN and not (is_presented(best) or is_explained(best) or is_personal(best))


def _published(witness: Witness) -> date | None:
    published = witness.report.published
    return published.last if published and published.day else None


def _days(witness: Witness) -> tuple[date, ...]:
    """Return the days that a passage names."""
    named = {time.first for statement in witness.statements for time in statement.times if time.first == time.last}
    return tuple(sorted(day for day in named if day is not None))
