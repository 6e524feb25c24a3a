"""Of which places a sentence speaks: those it names, "the city" spoken of before, none that only describes somebody."""

import re
from collections.abc import Mapping
from functools import cache

from briefing.assembly.wording import any_of
from briefing.data.tables import load_table
from briefing.model.findings import SETTLEMENTS, Findings, Place, PlaceKind, PlaceMention, Statement
from briefing.model.report import Report

_PROVINCES = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT})
# The lists of phrases that stand for a place spoken of before, and the kinds of place that they mean.
_MEANT = {
    "anaphora_settlement": SETTLEMENTS,
    "anaphora_province": _PROVINCES,
    "anaphora_country": frozenset({PlaceKind.COUNTRY}),
}
_TABLES = {kind: table for table, kinds in _MEANT.items() for kind in kinds}
# The opening of a quoted sentence that is not closed again.
_UTTERED = re.compile(r"[:,]\s[“\"](?=[A-Z])[^”\"]*$")
_SEVERAL = 2
_REACH = 60  # characters before a place in which its being a landmark is told
# What may stand between words such as "south of" and a name.
_BETWEEN = r"(?:\s+(?:both|(?:the\s+)?(?:(?:capital|city|town|village|port)(?:\s+of|,)?)?))?\s*$"
_HYPHENS = ("-", "\u2010", "\u2011")


def places_spoken_of(report: Report, findings: Findings) -> dict[int, tuple[Place, ...]]:
    """Return the places of each sentence: those named, those that control claims rest on, and "the city" resolved."""
    spoken: dict[int, tuple[Place, ...]] = {}
    before: dict[str, Place] = {}
    paragraph, text = -1, report.text
    for statement in findings.statements:
        sentence = findings.sentences[statement.sentence]
        if sentence.paragraph != paragraph:
            before, paragraph = {}, sentence.paragraph
        named = _named(statement, text)
        if before:
            named += _meant(before, {place.kind for place in named}, statement, text)
        for place in named:
            if (table := _TABLES.get(place.kind)) is not None:
                before[table] = place
        if len(named) > 1:
            named = list({place.id: place for place in named}.values())
        spoken[statement.sentence] = tuple(named)
    return spoken


def _meant(before: Mapping[str, Place], kinds: set[PlaceKind], statement: Statement, text: str) -> list[Place]:
    """Return the places spoken of before that "the city", "the province" and "the country" mean.

    They are looked for only where no place of the ``kinds`` is named, which is seldom.
    """
    return [
        before[table]
        for table, meant in _MEANT.items()
        if table in before and kinds.isdisjoint(meant) and _says(table, statement, text)
    ]


def _named(statement: Statement, text: str) -> list[Place]:
    """Return the places that a statement names and speaks of, and those that its control claims rest on."""
    named = []
    if statement.places:
        start, end = statement.start, statement.end
        quoted = text.find("“", start, end) >= 0 or text.find('"', start, end) >= 0
        named = [
            mention.place
            for mention in statement.places
            if not _describes(mention, text) and not (quoted and _is_only_uttered(mention, statement, text))
        ]
    if statement.controls:
        named += [claim.place for claim in statement.controls]
    return _without_landmarks(named, statement, text) if len(named) > 1 else named


def _describes(mention: PlaceMention, text: str) -> bool:
    """Tell whether the name of a place only describes somebody: "a Britain-based monitor", "Turkey-backed fighters"."""
    return text.startswith(_HYPHENS, mention.end) and _compound().match(text, mention.end + 1) is not None


def _is_only_uttered(mention: PlaceMention, statement: Statement, text: str) -> bool:
    """Tell whether a place is named only in what somebody utters while doing what is told elsewhere.

    "He opened fire in the hall, shouting: “Remember Aleppo!”" tells nothing of Aleppo.
    """
    acts = [action.start for action in statement.actions if action.kind != "statement"]
    before = _UTTERED.search(text, statement.start, mention.start) if acts else None
    return before is not None and all(start < before.start() for start in acts)


def _without_landmarks(named: list[Place], statement: Statement, text: str) -> list[Place]:
    """Leave out the places that only say where another settlement of the sentence lies."""
    if sum(place.kind in SETTLEMENTS for place in named) < _SEVERAL:
        return named
    other = {mention.place.id for mention in statement.places if not _is_landmark(mention, statement, text)}
    other |= {claim.place.id for claim in statement.controls}
    kept = [place for place in named if place.id in other]
    return kept if any(place.kind in SETTLEMENTS for place in kept) else named


def _is_landmark(mention: PlaceMention, statement: Statement, text: str) -> bool:
    return stands_behind("landmark", text, max(statement.start, mention.start - _REACH), mention.start)


def stands_behind(table: str, text: str, start: int, end: int) -> bool:
    """Tell whether what begins at ``end`` stands behind one of the phrases of a list: "80 km south of the city of"."""
    before = text[start:end].casefold()
    # before most names stand other words, which is seen faster without the pattern
    if not before.rstrip(", \n").endswith(_last_of(table)):
        return False
    return _behind(table).search(" ".join(before.split())) is not None


@cache
def _last_of(table: str) -> tuple[str, ...]:
    phrases: list[str] = load_table("assembly_words")[table]
    return (
        *{phrase.split()[-1] for phrase in phrases},
        "both",
        "the",
        "capital",
        "city",
        "town",
        "village",
        "port",
        "of",
    )


@cache
def _behind(table: str) -> re.Pattern[str]:
    phrases: list[str] = load_table("assembly_words")[table]
    return re.compile(rf"(?<!\bthe )\b(?:{'|'.join(map(re.escape, phrases))}){_BETWEEN}")


@cache
def _compound() -> re.Pattern[str]:
    words: list[str] = load_table("assembly_words")["compound"]
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b")


def _says(table: str, statement: Statement, text: str) -> bool:
    """Tell whether one of the phrases of a list stands in a statement."""
    folded = text[statement.start : statement.end].casefold()
    for word in _last_words(table):
        # most sentences hold none of them, which is found out faster without the pattern
        if word in folded:
            return any_of(table).search(" ".join(folded.split())) is not None
    return False


@cache
def _last_words(table: str) -> tuple[str, ...]:
    """Return the last word of each phrase of a list: "city" of "the city"."""
    phrases: list[str] = load_table("assembly_words")[table]
    return tuple([phrase.split()[-1] for phrase in phrases])
