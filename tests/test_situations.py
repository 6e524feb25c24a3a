"""What an analyst expects of the briefings of invented situations, point by point (see tests/situations/README.md)."""

import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from briefing import BriefingRequest, generate, read_reports, render
from briefing.model.report import Report
from briefing.model.section import SectionChoice, SectionId
from briefing.workflow import agree_on_places, analyse_reports
from tests.paths import EXPECTED, SITUATIONS, situation_files
from tests.situation_checks import Check, checks_of
from tests.situation_entries import Outcome, Table, fold

DAYS = ("period_start", "period_end", "as_of")
# lists of everything that a briefing can print, none of them cut
WHOLE = (
    SectionId.MASTHEAD,
    SectionId.BOTTOM_LINE,
    SectionId.KEY_FIGURES,
    SectionId.KEY_DEVELOPMENTS,
    SectionId.CITIES,
    SectionId.TIMELINE,
    SectionId.CONFLICTS,
    SectionId.GAPS,
    SectionId.BACKGROUND,
    SectionId.SOURCES,
    SectionId.METHOD,
    SectionId.ENDNOTES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that must or must not be so in the briefing of one situation."""

    id: str
    situation: str
    check: Check


@cache
def situations() -> tuple[str, ...]:
    """Return the names of the folders that hold a situation, as "adversarial/denial"."""
    return tuple(sorted(path.parent.relative_to(SITUATIONS).as_posix() for path in SITUATIONS.rglob(EXPECTED)))


@cache
def tables(situation: str) -> dict[str, list[Table]]:
    """Read what is expected of a situation; each kind of table as a list."""
    with (SITUATIONS / situation / EXPECTED).open("rb") as file:
        read = tomllib.load(file)
    return {kind: value if isinstance(value, list) else [value] for kind, value in read.items()}


def expectations() -> Iterator[Expectation]:
    """Yield all expectations with identities such as "flood/development/banks/day"."""
    for situation in situations():
        for kind, entries in tables(situation).items():
            for table in entries:
                name = table.get("id") or Path(table.get("file", "")).stem
                for word, check in checks_of(kind, table):
                    yield Expectation(
                        id="/".join(part for part in (situation, kind, name, word) if part),
                        situation=situation,
                        check=check,
                    )


@cache
def known_failures() -> dict[str, str]:
    """Read what the program does not fulfil yet, with the reasons."""
    reasons: dict[str, str] = tomllib.loads((SITUATIONS / "known_failures.toml").read_text("utf-8"))
    return reasons


def request_of(situation: str) -> BriefingRequest:
    """Make the request for the daily briefing of a situation."""
    chosen = tables(situation).get("briefing", [{}])[0]
    start, end, as_of = (date.fromisoformat(chosen[key]) if key in chosen else None for key in DAYS)
    return BriefingRequest(period_start=start, period_end=end, as_of=as_of)


def reports_of(situation: str) -> tuple[Report, ...]:
    """Read the reports of a situation."""
    return read_reports(situation_files(situation)).reports


@cache
def outcome_of(situation: str) -> Outcome:
    """Assemble the daily briefing of a situation, as it is and without limits."""
    reports = reports_of(situation)
    request = request_of(situation)
    findings = agree_on_places(reports, analyse_reports(reports))
    # a template without a limit of pages, so that nothing is left out
    whole = replace(request, template="evidence-pack", sections=tuple(SectionChoice(id=section) for section in WHOLE))
    return Outcome(
        briefing=generate(reports, whole, findings=findings),
        daily=render(generate(reports, request, findings=findings), "md").decode("utf-8"),
        reports={Path(report.origin).name: report for report in reports},
        findings={Path(report.origin).name: found for report, found in zip(reports, findings, strict=True)},
    )


def marked(value: object, name: str) -> object:
    """Make a parameter of a test, marked as failing when it is known to fail."""
    reason = known_failures().get(name)
    marks = (pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError),) if reason else ()
    return pytest.param(value, id=name, marks=marks)


def turned(situation: str) -> str:
    """Name the expectation that the order of the reports of a situation does not matter."""
    return f"{situation}/order"


@pytest.mark.parametrize("expectation", [marked(item, item.id) for item in expectations()])
def test_the_briefing_of_a_situation_is_what_an_analyst_expects(expectation: Expectation) -> None:
    """A line of known_failures.toml that has come true is to be taken out."""
    expectation.check(outcome_of(expectation.situation))


@pytest.mark.parametrize("situation", situations())
def test_what_is_expected_is_written_in_the_reports(situation: str) -> None:
    """A phrase that stands in no report would be an expectation that cannot fail."""
    told = fold(" ".join(_words_of(path) for path in situation_files(situation)))
    for kind, entries in tables(situation).items():
        for table in entries:
            for phrase in _phrases(table):
                assert fold(phrase) in told, (kind, phrase)


def _words_of(path: Path) -> str:
    text = re.sub(r"[*_]{2}", "", path.read_text("utf-8"))
    return html.unescape(re.sub(r"<[^>]+>", " ", text)) if path.suffix == ".html" else text


def _phrases(table: Table) -> list[str]:
    words = table.get("words", [])
    return [*([words] if isinstance(words, str) else words), *(table[key] for key in ("one", "other") if key in table)]


@pytest.mark.parametrize("situation", situations())
def test_every_printed_sentence_is_taken_from_the_passage_that_is_cited_first(situation: str) -> None:
    """The text of each entry is a substring of its first report, white space apart."""
    briefing = outcome_of(situation).briefing
    texts = {report.id: " ".join(report.text.split()) for report in briefing.reports}
    for entry in (*briefing.developments, *briefing.background):
        assert " ".join(entry.text.split()) in texts[entry.citations[0].span.report_id]


@pytest.mark.parametrize("situation", [marked(name, turned(name)) for name in situations()])
def test_the_order_in_which_reports_are_given_changes_nothing(situation: str) -> None:
    """The same reports the other way round give the same words."""
    other = generate(tuple(reversed(reports_of(situation))), request_of(situation))

    assert render(other, "md").decode("utf-8") == outcome_of(situation).daily


def test_nothing_of_one_situation_is_joined_with_another_when_all_lie_in_one_folder() -> None:
    """Reports of invented events of twelve years: each entry and each conflict cites reports of one situation only."""
    situation_of = {report.id: name for name in situations() for report in reports_of(name)}
    reports = tuple(report for name in situations() for report in reports_of(name))
    briefing = generate(
        reports,
        BriefingRequest(template="evidence-pack", sections=tuple(SectionChoice(id=section) for section in WHOLE)),
    )
    cited = [(entry.text, entry.citations) for entry in (*briefing.developments, *briefing.background)]
    sides = [(conflict.subject, [side.citations for side in conflict.sides]) for conflict in briefing.conflicts]
    cited += [(subject, tuple(chain.from_iterable(citations))) for subject, citations in sides]
    for words, citations in cited:
        told_of = {situation_of[citation.span.report_id] for citation in citations}
        assert len(told_of) == 1, (told_of, words)


def test_identities_are_unique_and_known_failures_exist() -> None:
    """A line for an expectation that is gone would hide nothing and mislead."""
    names = [expectation.id for expectation in expectations()] + [turned(name) for name in situations()]

    assert len(set(names)) == len(names)
    assert not known_failures().keys() - set(names)
