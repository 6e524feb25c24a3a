"""The learned part of a rank: developments weighed against each other as editors weigh what they tell."""

from collections.abc import Sequence

from briefing.assembly.grouping import PEOPLE
from briefing.assembly.salience import Telling, weigh
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.briefing import When
from briefing.model.findings import Modality

_REASON = "stands out among the others as what editors mark as key"


def weigh_developments(developments: Sequence[tuple[Witness, When]]) -> tuple[tuple[float, str], ...]:
    """Return for each development, given by its printed witness and its date, points and a reason or ""."""
    table = load_table("ranking")["learned_share"]
    title = " ".join(dict.fromkeys(_title(witness) for witness, _ in developments))
    found = weigh([_telling(witness, when) for witness, when in developments], title)
    bounded = [max(-table["most"], min(table["most"], table["points"] * value)) for value in found]
    return tuple((points, _REASON if points >= table["points"] else "") for points in bounded)


def _title(witness: Witness) -> str:
    return witness.report.title if witness.report.title_given else ""


def _telling(witness: Witness, when: When) -> Telling:
    first = witness.statements[0]
    opening = witness.report.quote(first.start, first.end)
    acts = [action for action in witness.actions if action.modality is Modality.ASSERTED]
    people = [figure for figure in witness.figures if figure.measure in PEOPLE]
    return Telling(
        text=witness.text,
        opening=opening,
        moment=when.last.last.toordinal() if when.last else 0,
        kinds=frozenset(action.kind for action in acts),
        opening_acts=any(action.start < first.end for action in acts),
        people=bool(people),
        opening_people=any(figure.start < first.end for figure in people),
        figures=len(witness.figures),
    )
