"""The key figures: a number set large, with what it counts, where, for which day and who says so below it."""

from itertools import islice

from briefing.assembly.key_counts import KeyCount, choose_key_counts, share_of, value_words
from briefing.assembly.press import Press
from briefing.assembly.sections.parts import cite_inline
from briefing.assembly.status import source_words
from briefing.model.document import Block, KeyFigure, KeyFigures, Text
from briefing.model.section import SectionChoice, SectionId

_KEY_FIGURES = 3


def print_key_figures(press: Press, choice: SectionChoice) -> tuple[Block, ...]:
    """Print one figure for each measure, the newest of its event, with as-of, source and the range in dispute."""
    material = press.material
    most = min(choice.limit or _KEY_FIGURES, _KEY_FIGURES)
    chosen = islice(choose_key_counts(material.drafts, material.settled.country, material.names, material.labels), most)
    figures = tuple(_printed(press, count) for count in chosen)
    return (KeyFigures(figures=figures),) if figures else ()


def _printed(press: Press, count: KeyCount) -> KeyFigure:
    entry = press.entry(count.draft, SectionId.KEY_FIGURES)
    return KeyFigure(
        value=value_words(count.witness, count.figure),
        caption=(Text(text=_caption(press, count)), *cite_inline(entry.citations)),
        entry=entry.id,
    )


def _caption(press: Press, count: KeyCount) -> str:
    """Say what a figure counts, where, for which day, who says so, and the range where sources differ."""
    labels = press.material.labels
    counted = share_of(count.witness, count.figure) if count.figure.measure == "share" else ""
    what = counted or ", ".join(part for part in (labels.say(f"measure-{count.figure.measure}"), count.place) if part)
    when = count.draft.when if count.draft.best is count.witness else count.witness.when
    parts = (what, when.words, source_words(count.source, labels), _range(press, count))
    return "; ".join(part for part in parts if part)


def _range(press: Press, count: KeyCount) -> str:
    if not count.differing:
        return ""
    low, high = (f"{figure.value:,.15g}" for figure in count.differing)
    return press.material.labels.say("differ", values=f"{low}–{high}")
