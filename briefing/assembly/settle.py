"""The choices that a request leaves open, settled from the reports: area, period, as-of date, marking."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.assembly.witnesses import SPECIFIC, TOLD, Witness
from briefing.errors import RequestError
from briefing.model.findings import PlaceKind
from briefing.model.report import PartialDate, Report
from briefing.model.request import BriefingRequest

# TLP 2.0 (FIRST): labels from the widest to the narrowest circle, with their colours on black.
TLP_COLOURS = {
    "TLP:CLEAR": "#FFFFFF",
    "TLP:GREEN": "#33FF00",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:RED": "#FF2B2B",
}
_LONGEST_MARKING = 40
# A development of the period is at most so many days older than the first report; older ones are background.
_LOOK_BACK_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a briefing covers: ``area`` may be "", dates None when no report is dated and none was chosen."""

    area: str
    country: str
    as_of: PartialDate | None
    first: PartialDate | None
    last: PartialDate | None
    marking: str
    marking_colour: str


def settle(request: BriefingRequest, reports: Sequence[Report], witnesses: Sequence[Witness]) -> Settled:
    """Settle the open choices; raises RequestError when the chosen ones exclude each other."""
    if request.period_start and request.period_end and request.period_start > request.period_end:
        raise RequestError(
            f"The period begins on {request.period_start.isoformat()}, after its end on "
            f"{request.period_end.isoformat()}. Exchange the two dates."
        )
    published = sorted(report.published for report in reports if report.published is not None)
    latest = published[-1] if published else None
    as_of = PartialDate.of(request.as_of) if request.as_of else latest
    last = PartialDate.of(request.period_end) if request.period_end else as_of
    first = PartialDate.of(request.period_start) if request.period_start else _first(published, witnesses, last)
    country_name, country = _country(witnesses)
    marking = _marking(request.tlp, reports)
    return Settled(
        area=request.area or country_name,
        country=country,
        as_of=as_of,
        first=first,
        last=last,
        marking=marking,
        marking_colour=TLP_COLOURS.get(marking, "#FFFFFF"),
    )


def _first(
    published: Sequence[PartialDate], witnesses: Sequence[Witness], last: PartialDate | None
) -> PartialDate | None:
    """Begin the period with the earliest development told, but not long before the first report."""
    if not published or last is None:
        return None
    earliest, latest = published[0].first.toordinal() - _LOOK_BACK_DAYS, last.last.toordinal()
    days = [
        witness.when.first
        for witness in witnesses
        if witness.role in TOLD
        and witness.when.dated_by == "words"
        and witness.when.first is not None
        and witness.when.first.day
        and earliest <= witness.when.first.first.toordinal() <= latest
    ]
    return min([*days, published[0]], key=lambda day: day.first)


def _country(witnesses: Sequence[Witness]) -> tuple[str, str]:
    """Return name and ISO code of the country that most developments are about, ("", "") when there is none."""
    counts: dict[str, int] = defaultdict(int)
    for witness in witnesses:
        if witness.role in TOLD:
            for place in witness.places:
                if place.country:
                    counts[place.country] += 2 if place.kind in SPECIFIC else 1
    if not counts:
        return "", ""
    told = {witness.report.id: witness.findings for witness in witnesses}.values()
    most = max(counts.values())
    first = [code for code, count in counts.items() if count == most]
    if len(first) > 1:
        mentions = Counter([mention.place.country for findings in told for mention in findings.places])
        first.sort(key=lambda code: (-mentions[code], code))
    names = Counter(
        [
            mention.place.name
            for findings in told
            for mention in findings.places
            if mention.place.kind is PlaceKind.COUNTRY and mention.place.country == first[0]
        ]
    )
    return min(names, key=lambda name: (-names[name], name), default=""), first[0]


def highest_marking(reports: Sequence[Report]) -> str:
    """Return the highest TLP label that a report carries, or ""."""
    met = [report.marking for report in reports if report.marking in TLP_COLOURS]
    return max((marking for marking in met if marking), key=list(TLP_COLOURS).index, default="")


def _marking(chosen: str, reports: Sequence[Report]) -> str:
    """Return the chosen marking in its official spelling, raised to the highest of the reports when that is higher."""
    highest = highest_marking(reports)
    if not chosen.strip():
        return highest
    own = official_marking(chosen)
    ranks = list(TLP_COLOURS)
    if own in TLP_COLOURS and highest and ranks.index(highest) > ranks.index(own):
        return highest
    return own


def official_marking(chosen: str) -> str:
    """Return a TLP 2.0 label in its official spelling, or another short marking as it is; raises RequestError."""
    folded = " ".join(chosen.upper().split()).replace("TLP: ", "TLP:").replace(" + ", "+")
    folded = "TLP:CLEAR" if folded in {"WHITE", "TLP:WHITE"} else folded  # TLP 1 is read and never written
    for label in TLP_COLOURS:
        if folded in {label, label.removeprefix("TLP:")}:
            return label
    if folded.startswith("TLP"):
        raise RequestError(f"“{chosen}” is not a TLP 2.0 label. Choose among: {', '.join(TLP_COLOURS)}.")
    free = " ".join(chosen.split())
    if len(free) > _LONGEST_MARKING:
        raise RequestError(f"The marking “{free[:20]}…” is too long for the header. Use at most 40 characters.")
    return free


def day_of(value: PartialDate | None, *, end: bool = False) -> date | None:
    """Return the first or the last day of a date that may be a month or a year."""
    if value is None:
        return None
    return value.last if end else value.first
