"""Spaces at which a line must not break: only the kind of space changes, never a word of a report."""

import re

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_UNITS = (
    "km²|km2|km|cm|mm|m²|m³|m|kg|ha|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|tons?|tonnes?|per cent|percent"
    "|thousand|million|billion|millions?|milliards?|millones|UTC|GMT|MW|kW|kV|kB|MB|GB|a\\.m\\.|p\\.m\\."
)
# Each begins with the blank itself, which is looked for much faster than what stands before it.
_BOUND = re.compile(
    rf" (?:(?<=[0-9] )(?=(?:{_MONTHS})\b)"
    rf"|(?<=[0-9] )(?=(?:{_UNITS})(?![^\W_]))"
    "|(?<=[0-9] )(?=[%‰°€£$])"
    "|(?<=[€£$~<>≈≤≥±§] )(?=[0-9])"
    r"|(?<=\b(?:No|Nr|pp)\. )(?=[0-9])|(?<=\b(?:Art|Vol)\. )(?=[0-9])|(?<=\b(?:p\.|n°|nº|Nº|N°) )(?=[0-9])"
    r"|(?<=\b(?:Dr|Mr|Ms|Lt)\. )(?=[^\W\d_])|(?<=\b(?:Mrs|Gen|Col|Maj|Sgt)\. )(?=[^\W\d_])"
    # initials of a name, but not the last letter of a sentence
    r"|(?<=[^\w.][A-Z]\. )(?=[A-Z][a-z.])|(?<=^[A-Z]\. )(?=[A-Z][a-z.])"
    r"|(?<=\bFigure )(?=[0-9])|(?<=\bTable )(?=[0-9])|(?<=\bNote )(?=[0-9]))"
)
# Words that run from right to left are put in order by their kinds of spaces.
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


def bound(text: str) -> str:
    """Return the text with no-break spaces in "80 %", "7 December", "10 km", "No. 12", "Gen. Ali" and "J. Doe"."""
    return text if _TURNED.search(text) else _BOUND.sub(_NO_BREAK, text)
