"""The developments under headings: by theme, by place or by day, within each by rank."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from briefing.assembly.developments import Draft
from briefing.assembly.grouping import main_kind
from briefing.assembly.witnesses import SPECIFIC
from briefing.assembly.wording import date_words
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.section import Grouping

Groups = tuple[tuple[str, tuple[Draft, ...]], ...]


def arrange_developments(drafts: Sequence[Draft], group: Grouping, labels: Labels) -> Groups:
    """Return headings with their developments in the order of printing; "" where there are no headings.

    Themes and places stand in the order of their first development, days with the latest first.
    """
    if group is Grouping.RANK:
        return (("", tuple(drafts)),) if drafts else ()
    titles = {Grouping.THEME: _theme, Grouping.PLACE: _place, Grouping.DAY: _day}
    groups: dict[str, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(titles[group](draft, labels), []).append(draft)
    if group is Grouping.DAY:
        groups = dict(sorted(groups.items(), key=lambda item: _first_day(item[1]), reverse=True))
    return tuple((title, tuple(members)) for title, members in groups.items())


@cache
def _families() -> dict[str, str]:
    return {row["id"]: row["family"] for row in load_table("actions")["action"]}


def _theme(draft: Draft, labels: Labels) -> str:
    kind = main_kind(frozenset(kind for witness in draft.witnesses for kind in witness.kinds))
    return labels.say(f"theme-{_families().get(kind, 'general')}")


def _place(draft: Draft, labels: Labels) -> str:
    """Return the province of the first place named, the place itself where no province is known."""
    named = [place for place in draft.best.places if place.kind in SPECIFIC]
    return named[0].division if named else labels.say("no-place")


def _day(draft: Draft, labels: Labels) -> str:
    day = draft.when.last
    return date_words(day, labels) if day is not None and day.day else labels.say("no-day")


def _first_day(drafts: Sequence[Draft]) -> date:
    day = drafts[0].when.last
    return day.last if day is not None and day.day else date.min
