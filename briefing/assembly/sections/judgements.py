"""The sections that only the analyst fills: assessment, outlook, implications. Empty, they are not printed."""

from typing import Any

from briefing.assembly.press import Press
from briefing.assembly.sections.parts import cite_inline, muted_inlines, section_heading
from briefing.data.tables import load_table
from briefing.model.briefing import JudgementRow
from briefing.model.document import Block, Listing, ListItem, Text
from briefing.model.request import LikelihoodScale
from briefing.model.section import SectionChoice


def print_judgements(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print the judgements of a section, each with its likelihood, its confidence and what it rests on.

    Likelihood and confidence stand in sentences of their own, as ICD 203 asks.
    """
    rows = press.judgements_of(choice.id)
    if not rows:
        return ()
    items = tuple(
        ListItem(
            inlines=(Text(text=row.text), *cite_inline(row.citations)),
            detail=muted_inlines(*_details(press, row)),
            entry=row.id,
        )
        for row in rows
    )
    return section_heading(press, choice), Listing(items=items)


def _details(press: Press, row: JudgementRow) -> tuple[str, ...]:
    say, scale = press.material.labels.say, press.material.request.likelihood_scale
    term = find_likelihood(scale, row.likelihood)
    return (
        say("judgement-of-analyst"),
        say(
            "likelihood",
            word=_named("likely", row.likelihood, press),
            low=term["low"],
            high=term["high"],
            scale=scale.value,
        )
        if term
        else "",
        say("confidence", word=_named("grade-of-confidence", row.confidence, press)) if row.confidence else "",
        say("assumption", text=row.assumption) if row.assumption else "",
        say("alternative", text=row.alternative) if row.alternative else "",
    )


def _named(kind: str, word: str, press: Press) -> str:
    """Return the word of a scale in the language; other words of the analyst stay as they are."""
    labels = press.material.labels
    return labels.name(kind, word) if labels.knows(kind, word) else word


def find_likelihood(scale: LikelihoodScale, word: str) -> dict[str, Any] | None:
    """Return the term of a scale that has a word, with its range in per cent, or None."""
    terms: list[dict[str, Any]] = load_table("vocabularies")["likelihood"][scale.value]
    return next((term for term in terms if word.casefold() in term["words"]), None)
