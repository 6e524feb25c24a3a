"""What the reports do not tell: said, so that silence is not read as good news."""

from collections.abc import Sequence

from briefing.assembly.cities import CityDraft
from briefing.assembly.wording import join_words, readable
from briefing.data.tables import load_table
from briefing.model.briefing import Gap, Status
from briefing.model.findings import Findings, Role
from briefing.model.report import Report

_NAMED = 3
_UNTOLD = frozenset({Role.FURNITURE, Role.HEADLINE, Role.BACKGROUND})


# Languages whose sentences are analysed; "und" are texts too short to tell.
_ANALYSED = frozenset({"en", "und"})


def is_analysed(report: Report) -> bool:
    """Tell whether what a report says is found, and not only its places, dates and figures."""
    return report.language in _ANALYSED


def build_gaps(reports: Sequence[Report], findings: Sequence[Findings], cities: Sequence[CityDraft]) -> tuple[Gap, ...]:
    """Return the topics that no report touches, claims that rest on parties, and reports unread or undated.

    Silence is told only where it could have been heard: not when no report is in a language that is analysed.
    """
    undated = sorted(report.title for report in reports if report.published is None)
    unread = sorted(report.title for report in reports if not is_analysed(report))
    told = [item for found in findings for item in found.statements if item.role not in _UNTOLD]
    measures = {figure.measure for statement in told for figure in statement.figures}
    kinds = {action.kind for statement in told for action in statement.actions}
    gaps = [
        Gap(id=f"g-{topic['id']}", text=f"{topic['text']} {topic['answer']}")
        for topic in load_table("gap_topics")["topic"]
        if len(unread) < len(reports) and not measures & set(topic["measures"]) and not kinds & set(topic["kinds"])
    ]
    if unread:
        gaps.append(
            Gap(
                id="g-language",
                text=f"Languages: what {_named(unread)} {'tells' if len(unread) == 1 else 'tell'} is not in this "
                "briefing, because the language is not analysed. A reader of it would answer it.",
            )
        )
    claimed = [row.place.name for row in cities if row.claims and row.status is Status.CLAIMED]
    if claimed:
        places = join_words(list(dict.fromkeys(claimed)))
        gaps.append(
            Gap(
                id="g-claimed",
                text=f"Control: what is said of {places} comes from a party to the events alone. "
                "An independent source on the spot would answer it.",
            )
        )
    if undated:
        gaps.append(
            Gap(
                id="g-undated",
                text=f"Dates: {_named(undated)} {'carries' if len(undated) == 1 else 'carry'} no date. "
                "The publisher would answer it.",
            )
        )
    return tuple(gaps)


def _named(titles: Sequence[str]) -> str:
    """Name up to three reports in quotation marks."""
    quoted = [f"“{readable(title)}”" for title in titles[:_NAMED]]
    return f"{', '.join(quoted)} and others" if len(titles) > _NAMED else join_words(quoted)
