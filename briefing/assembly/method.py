"""How the briefing was made, said truthfully and with figures."""

from collections.abc import Mapping, Sequence

from briefing.assembly.wording import range_words
from briefing.data.labels import Labels
from briefing.model.briefing import Disposition
from briefing.model.report import Report


def method_sentences(reports: Sequence[Report], shares: Mapping[Disposition, int], labels: Labels) -> tuple[str, ...]:
    """Return the sentences of the method section; ``shares`` counts the sentences by what became of them."""
    total = sum(shares.values())
    dated = sorted(report.published for report in reports if report.published is not None)
    made_from = labels.say("n-reports", number=len(reports))
    if dated:
        period = range_words(dated[0], dated[-1], labels)
        made_from = labels.say("method-dated", reports=made_from, period=period)
    undated = len(reports) - len(dated)
    return (
        labels.say("method-assembled", reports=made_from),
        labels.say(
            "method-ledger",
            sentences=labels.say("n-sentences", number=total),
            used=shares[Disposition.USED],
            merged=shares[Disposition.MERGED],
            left_out=shares[Disposition.LEFT_OUT],
        ),
        labels.say("method-corroboration"),
        labels.say("method-dates"),
        *((labels.say("method-undated", number=undated),) if undated else ()),
    )
