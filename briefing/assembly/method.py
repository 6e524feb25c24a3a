"""How the briefing was made, said truthfully and with figures."""

from collections.abc import Mapping, Sequence

from briefing.assembly.wording import range_words
from briefing.data.labels import Labels
from briefing.model.briefing import Disposition
from briefing.model.report import Report


def sources_words(reports: Sequence[Report], labels: Labels) -> str:
    """Say of how many reports the briefing was made, and from when they are."""
    dated = [report.published for report in reports if report.published is not None]
    made_from = labels.say("n-reports", number=len(reports))
    if not dated:
        return made_from
    period = range_words(min(dated), max(dated), labels)
    return labels.say("method-dated", reports=made_from, period=period)


def method_sentences(
    made_from: str, undated: int, shares: Mapping[Disposition, int], labels: Labels
) -> tuple[str, ...]:
    """Return the sentences of the method section.

    ``made_from`` are the words for the reports, of which some are ``undated``; ``shares`` counts the sentences by what
    became of them.
    """
    return (
        labels.say("method-assembled", reports=made_from),
        labels.say(
            "method-ledger",
            sentences=labels.say("n-sentences", number=sum(shares.values())),
            used=shares[Disposition.USED],
            merged=shares[Disposition.MERGED],
            left_out=shares[Disposition.LEFT_OUT],
        ),
        labels.say("method-corroboration"),
        labels.say("method-dates"),
        *((labels.say("method-undated", number=undated),) if undated else ()),
    )
