"""The CSV writers: developments, places and sources as tables for a spreadsheet, one file each."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from briefing.model.briefing import Briefing, Entry
from briefing.model.report import PartialDate

# A spreadsheet passes over blanks and controls before the sign, and takes the wide signs of East Asian text as well.
_FORMULA = re.compile(r"[\s\x00-\x1f\u200b-\u200f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def render_developments(briefing: Briefing) -> bytes:
    """Return a row for each development and each older fact that is printed, in the order of the briefing."""
    header = (
        "id", "section", "rank", "first_day", "last_day", "when", "lead", "text", "status", "grade", "originators",
        "independent_originators", "places", "actions", "edited", "notes", "reports", "passage", "reason",
    )  # fmt: skip
    rows = [_development(briefing, entry, "key-developments") for entry in briefing.developments]
    rows += [_development(briefing, entry, "background") for entry in briefing.background]
    return _table(header, rows)


def _development(briefing: Briefing, entry: Entry, section: str) -> tuple[object, ...]:
    origins = {report.id: report.origin for report in briefing.reports}
    named = dict.fromkeys(origins.get(citation.span.report_id, "") for citation in entry.citations)
    return (
        entry.id,
        section,
        entry.rank,
        _iso(entry.when.first),
        _iso(entry.when.last),
        entry.when.words,
        entry.lead,
        entry.text,
        entry.status.value,
        entry.grade,
        _joined(
            f"{source.originator} via {source.carrier}" if source.carrier else source.originator
            for source in entry.sources
        ),
        entry.independent_originators,
        _joined(place.name for place in entry.places),
        _joined(entry.actions),
        "yes" if entry.own or entry.edited else "no",
        _joined(str(number) for number in dict.fromkeys(citation.number for citation in entry.citations)),
        _joined(named),
        " ".join(entry.citations[0].quote.split()) if entry.citations else "",
        entry.reason,
    )


def render_places(briefing: Briefing) -> bytes:
    """Return a row for each city and province of which something is said."""
    header = (
        "id", "name", "kind", "country", "province", "latitude", "longitude", "control", "by", "latest", "when",
        "status", "independent_originators", "reports", "disagreement",
    )  # fmt: skip
    rows = [
        (
            city.place.id,
            city.place.name,
            city.kind_label,
            city.place.country or "",
            city.place.province or "",
            "" if city.place.latitude is None else city.place.latitude,
            "" if city.place.longitude is None else city.place.longitude,
            _joined(claim.summary for claim in city.claims),
            _joined(dict.fromkeys(claim.source.originator for claim in city.claims)),
            city.latest,
            city.when.words,
            city.status.value,
            city.independent_originators,
            city.reports,
            city.disagreement,
        )
        for city in briefing.cities
    ]
    return _table(header, rows)


def render_sources(briefing: Briefing) -> bytes:
    """Return a row for each source of the register."""
    header = (
        "name",
        "aliases",
        "kind",
        "party",
        "stake",
        "roles",
        "via",
        "grade",
        "grade_reason",
        "cited_for",
        "notes",
    )
    rows = [
        (
            row.name,
            _joined(row.aliases),
            row.kind.value,
            "yes" if row.party else "no",
            row.stake,
            _joined(row.roles),
            _joined(row.via),
            row.grade,
            row.grade_reason,
            _joined(row.cited_for),
            _joined(str(number) for number in row.numbers),
        )
        for row in briefing.sources
    ]
    return _table(header, rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table in the form of RFC 4180, with the mark by which spreadsheets know UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return ("\ufeff" + stream.getvalue()).encode("utf-8", "replace")


def _cell(value: object) -> object:
    """Keep a spreadsheet from taking the words of a report for a formula: an apostrophe is put before them."""
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value


def _joined(words: Iterable[str]) -> str:
    return "; ".join(word for word in words if word)


def _iso(day: PartialDate | None) -> str:
    return day.iso if day else ""
