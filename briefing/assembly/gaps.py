"""What the reports do not tell: said, so that silence is not read as good news."""

from collections.abc import Sequence

from briefing.assembly.cities import CityDraft
from briefing.assembly.wording import join_words
from briefing.data.tables import load_table
from briefing.model.briefing import Gap, Status
from briefing.model.findings import Findings, Role

_UNTOLD = frozenset({Role.FURNITURE, Role.HEADLINE, Role.BACKGROUND})


def build_gaps(findings: Sequence[Findings], cities: Sequence[CityDraft], undated: Sequence[str]) -> tuple[Gap, ...]:
    """Return the topics that no statement of any report touches, claims that rest on parties, and undated reports."""
    told = [item for found in findings for item in found.statements if item.role not in _UNTOLD]
    measures = {figure.measure for statement in told for figure in statement.figures}
    kinds = {action.kind for statement in told for action in statement.actions}
    gaps = [
        Gap(id=f"g-{topic['id']}", text=f"{topic['text']} {topic['answer']}")
        for topic in load_table("gap_topics")["topic"]
        if not measures & set(topic["measures"]) and not kinds & set(topic["kinds"])
    ]
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
                text=f"Dates: {join_words(list(undated)[:3])}{' and others' if len(undated) > 3 else ''} "
                "carry no date. The publisher would answer it.",
            )
        )
    return tuple(gaps)
