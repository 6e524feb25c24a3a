"""How the briefing was made, said truthfully and with figures."""

from collections.abc import Sequence

from briefing.assembly.ledger import ledger_shares
from briefing.assembly.wording import count_words, date_words, range_words
from briefing.model.briefing import Disposition, LedgerRow
from briefing.model.report import Report


def method_sentences(reports: Sequence[Report], ledger: Sequence[LedgerRow]) -> tuple[str, ...]:
    """Return the sentences of the method section."""
    shares = ledger_shares(ledger)
    total = sum(shares.values())
    dated = sorted(report.published for report in reports if report.published is not None)
    span = f" dated {range_words(dated[0], dated[-1])}" if len(dated) > 1 else ""
    span = f" dated {date_words(dated[0])}" if len(dated) == 1 else span
    undated = len(reports) - len(dated)
    sentences = [
        f"Assembled by rule from {count_words(len(reports), 'report', 'reports')}{span}; "
        "no generative model was used. Every statement is printed in the words of the passage that its first note "
        "cites; leading connectives are cut and the first letter is made a capital.",
        f"Of {count_words(total, 'sentence', 'sentences')}, {shares[Disposition.USED]} are used, "
        f"{shares[Disposition.MERGED]} are cited with a sentence that tells the same, and "
        f"{shares[Disposition.LEFT_OUT]} are left out; the ledger gives the reason for each.",
        "Corroboration counts independent originators, not reports. Nothing is upgraded: what a party to the events "
        "says stays a claim. Sources are not graded by the program; F6 means that neither reliability nor credibility "
        "has been judged.",
        "Dates are those of the words where they give one; “reported” stands before the date of the report where they "
        "do not. Places: GeoNames (CC BY 4.0). Outlines: Natural Earth.",
    ]
    if undated:
        sentences.append(f"{count_words(undated, 'report carries', 'reports carry')} no date.")
    return tuple(sentences)
