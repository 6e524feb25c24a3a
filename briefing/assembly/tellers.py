"""On whose word a statement is told: which of the attributions in it, if any, covers what happened."""

from functools import cache

from briefing.data.tables import load_table
from briefing.model.findings import (
    CLOSING,
    NAMES_A_THING,
    PARTICIPLE_OF_THE_SUBJECT,
    PASSIVE,
    VERB_OF_THE_SUBJECT,
    Attribution,
    Role,
    Statement,
)
from briefing.model.report import Report

# What covers so much of a sentence is what the sentence tells, whatever else its subject did: "did X and said Y" tells
# both, while "did X, saying Y" tells X.
_MOST = {VERB_OF_THE_SUBJECT: 0.35, PARTICIPLE_OF_THE_SUBJECT: 0.45}


def main_attribution(statement: Statement, report: Report) -> Attribution | None:
    """Return the attribution whose content covers most of the statement; in a denial, that of who denies."""
    if not statement.attributions:
        return None
    telling = [each for each in statement.attributions if _is_known(each) and _tells(each, statement, report)]
    if len(telling) < 2:  # as nearly always
        return telling[0] if telling else None
    words: list[str] = load_table("assembly_words")["denying"]

    def denies(attribution: Attribution) -> bool:
        cue = attribution.cue
        said = report.quote(cue.start, cue.end).casefold() if cue and statement.role is Role.DENIAL else ""
        return any(word in said for word in words)

    def covered(attribution: Attribution) -> tuple[bool, int, int]:
        content = attribution.content
        length = min(content.end, statement.end) - max(content.start, statement.start) if content else 0
        return denies(attribution), length, -(attribution.cue.start if attribution.cue else statement.end)

    return max(telling, key=covered)


def _is_known(attribution: Attribution) -> bool:
    """Tell whether more than a pronoun is known of who says it: "she" is nobody to a reader of the briefing."""
    return attribution.originator.casefold() not in _pronouns()


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(load_table("assembly_words")["unknown_sources"])


def _tells(attribution: Attribution, statement: Statement, report: Report) -> bool:
    """Tell whether the statement is told on the word of an attribution, and not only a part of it.

    Who gives a thing its name ("what he called ...") does not tell what became of it; who does something, "saying" why,
    tells the why alone; and what somebody says "..., X said" is told by X.
    """
    rule, cue, content = attribution.rule, attribution.cue, attribution.content
    if rule == NAMES_A_THING:
        return False
    if cue is None or content is None:
        return True
    if rule in _MOST and any(start < cue.start for start in _acts(statement)):
        return content.end - content.start >= _MOST[rule] * (statement.end - statement.start)
    aside = rule == PASSIVE and report.text[: cue.start].rstrip().endswith(",")
    if aside and any(start >= cue.end for start in _acts(statement)):
        return False
    # an attribution never covers its own cue
    return len(statement.attributions) == 1 or not any(
        other.rule in CLOSING
        and other.cue is not None
        and other.content is not None
        and other.content.start <= cue.start < other.content.end <= other.cue.start
        for other in statement.attributions
    )


def _acts(statement: Statement) -> list[int]:
    """Return where a statement says that something is done, not only said."""
    return [action.start for action in statement.actions if action.kind != "statement"]
