"""The credibility that the corroboration suggests, with its reason; the analyst decides, the program sets nothing."""

from briefing.assembly.status import Support, both_sides
from briefing.assembly.voices import independent_sources
from briefing.assembly.wording import count_words, join_words
from briefing.data.tables import load_table
from briefing.model.briefing import Status


def suggest_credibility(status: Status, support: Support) -> tuple[str, str]:
    """Return a grade of the information (1 to 6, as defined in docs/method.md) and the reason in words."""
    table: dict[str, dict[str, str]] = load_table("credibility")["suggest"]
    key = (
        "both-sides" if status is Status.CLAIMED and both_sides(independent_sources(support.sources)) else status.value
    )
    row = table[key]
    number = count_words(len(support.originators), "originator", "independent originators")
    who = join_words(list(support.originators[:3])) or "nobody by name"
    return row["grade"], row["reason"].format(number=number, who=who)
