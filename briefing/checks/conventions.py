"""Checks of the conventions: likelihood and confidence apart, one scale in a document, acronyms explained."""

import re
from collections.abc import Iterator

from briefing.data.tables import load_table
from briefing.model.briefing import Briefing, Check, CheckCode
from briefing.model.request import LikelihoodScale
from briefing.model.section import SectionId

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CONFIDENCE = re.compile(r"\b(?:high|moderate|medium|low) confidence\b|\bconfident\b|\bconfidence\b", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w.-])[A-Z]{2,6}(?![\w.-])")
# Written in full nowhere, because everybody knows them.
_KNOWN = frozenset(
    {"UN", "US", "UK", "EU", "UAE", "TV", "AM", "PM", "GMT", "UTC", "NGO", "II", "III", "IV", "OK", "TLP"}
)


def check_conventions(briefing: Briefing) -> Iterator[Check]:
    """Check the analyst's words for the rules on likelihood, and the printed words for acronyms."""
    written = _written(briefing)
    yield from _check_sentences(briefing, written)
    yield from _check_scales(briefing, written)
    yield from _check_acronyms(briefing)


def _written(briefing: Briefing) -> list[tuple[SectionId, str, str]]:
    """Return what the analyst wrote: section, id of the entry, words."""
    own = [
        (SectionId.KEY_DEVELOPMENTS, entry.id, entry.text)
        for entry in (*briefing.developments, *briefing.background)
        if entry.own or entry.edited
    ]
    return own + [(row.section, row.id, row.text) for row in briefing.judgements]


def _terms(scale: LikelihoodScale) -> set[str]:
    return {word for term in load_table("vocabularies")["likelihood"][scale.value] for word in term["words"]}


def _uses(words: set[str], text: str) -> set[str]:
    """Return the longest words of a scale that a text uses: "very likely" is not "likely"."""
    rest, found = text.casefold(), set()
    for word in sorted(words, key=lambda word: (-len(word), word)):
        pattern = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
        if re.search(pattern, rest):
            found.add(word)
            rest = re.sub(pattern, " ", rest)
    return found


def _check_sentences(briefing: Briefing, written: list[tuple[SectionId, str, str]]) -> Iterator[Check]:
    words = _terms(briefing.request.likelihood_scale)
    for section, entry, text in written:
        for sentence in _SENTENCE.split(text):
            if _CONFIDENCE.search(sentence) and _uses(words, sentence):
                yield Check(
                    id=f"{CheckCode.LIKELIHOOD_AND_CONFIDENCE.value}:{entry}",
                    code=CheckCode.LIKELIHOOD_AND_CONFIDENCE,
                    sentence=f"“{sentence[:80]}” tells a likelihood and a confidence in one sentence.",
                    section=section,
                    entry=entry,
                    remedy="Make two sentences of it: how likely it is, and how sure you are.",
                )


def _check_scales(briefing: Briefing, written: list[tuple[SectionId, str, str]]) -> Iterator[Check]:
    """Find words of the scale that was not chosen and that the chosen one does not have."""
    chosen = briefing.request.likelihood_scale
    other = next(scale for scale in LikelihoodScale if scale is not chosen)
    everything = _terms(chosen) | _terms(other)
    rows = [(row.section, row.id, f"{row.text} {row.likelihood}") for row in briefing.judgements]
    entries = [item for item in written if not item[1].startswith("judgement-")]
    for section, entry, text in (*entries, *rows):
        foreign = sorted(_uses(everything, text) - _terms(chosen))
        if foreign:
            yield Check(
                id=f"{CheckCode.MIXED_SCALES.value}:{entry}",
                code=CheckCode.MIXED_SCALES,
                sentence=f"“{foreign[0]}” is a word of {other.value}; the document uses {chosen.value}.",
                section=section,
                entry=entry,
                remedy="Use one scale throughout: change the word, or the scale of the document.",
            )


def _check_acronyms(briefing: Briefing) -> Iterator[Check]:
    if SectionId.LEGEND in briefing.sections:
        return
    entries = (*briefing.developments, *briefing.background)
    everything = " ".join(entry.text for entry in entries)
    for entry in entries:
        for short in dict.fromkeys(_ACRONYM.findall(entry.text)):
            if short not in _KNOWN and not entry.text.isupper() and f"({short})" not in everything:
                yield Check(
                    id=f"{CheckCode.ACRONYM.value}:{short}",
                    code=CheckCode.ACRONYM,
                    sentence=f"“{short}” is printed and explained nowhere.",
                    section=SectionId.KEY_DEVELOPMENTS,
                    entry=entry.id,
                    remedy="Switch the legend on, or explain it in your own words.",
                )
