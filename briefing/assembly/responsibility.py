"""Who is said to have done it: claims of responsibility, blame and denials of one event, side by side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefing.assembly.differences import ConflictDraft, SideDraft
from briefing.assembly.names import Names
from briefing.assembly.occurrences import Occurrence, find_occurrence, same_event
from briefing.assembly.parties import same_party
from briefing.assembly.status import source_words
from briefing.assembly.witnesses import SPECIFIC, Witness, speaker
from briefing.data.labels import Labels
from briefing.data.tables import load_table
from briefing.model.briefing import ConflictKind, SourceName
from briefing.model.findings import SourceKind

_KINDS = ("nobody", "denies", "claims", "blames")
_LETTER = r"[\w’'.-]"
# "It was unclear who" names nobody.
_CLAUSE = re.compile(r"(?:it|there|this|that|what|who)\b", re.IGNORECASE)
# Somebody is named with at most so many words, each of which but the last ends at a space alone.
_NAME = rf"(?:{_LETTER}++\s){{0,6}}?{_LETTER}+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one source says of who did it; ``kind`` is claims, blames, denies or nobody; ``who`` is "" for nobody."""

    kind: str
    who: str
    source: SourceName
    witness: Witness
    occurrence: Occurrence


def responsibility_conflicts(witnesses: Iterable[Witness], names: Names, labels: Labels) -> list[ConflictDraft]:
    """Return the events for which sources name different doers, or somebody denies what others lay to them."""
    positions = [position for witness in witnesses if (position := _find_position(witness, names)) is not None]
    found = []
    for group in _events(positions):
        sides = _opposed(group)
        if len(sides) > 1:
            found.append(_conflict(sides, group, labels))
    return found


def _find_position(witness: Witness, names: Names) -> Position | None:
    """Find what a passage says of who is responsible, the first kind of which it says something."""
    text = witness.text
    folded = text.casefold()
    telltales = [words for words in _telltales() if words in folded]
    if not telltales:
        return None
    for kind in _KINDS:
        found = _first_match(kind, text, folded, telltales)
        if found is None:
            continue
        groups = found.groupdict()
        who, by = _trimmed(groups.get("who") or "", last=kind in {"claims", "denies"}), groups.get("by") or ""
        if kind != "nobody" and not who:
            continue
        return Position(
            kind=kind,
            who=names.of(who),
            source=_source(witness, names, who if kind in {"claims", "denies"} else _trimmed(by, last=True)),
            witness=witness,
            occurrence=find_occurrence(witness, witness.statements[0].start),
        )
    return None


def says_who(witness: Witness) -> bool:
    """Tell whether a passage names somebody as responsible."""
    text = witness.text
    folded = text.casefold()
    telltales = [words for words in _telltales() if words in folded]
    return any(_first_match(kind, text, folded, telltales) for kind in ("claims", "blames"))


def _first_match(kind: str, text: str, folded: str, telltales: Sequence[str]) -> re.Match[str] | None:
    """Look for the first phrase of a kind; the slow patterns are tried only where all fixed words of theirs stand.

    ``telltales`` are those that stand in the text.
    """
    for telltale, fixed, pattern in _patterns(kind):
        if telltale in telltales and all(words in folded for words in fixed) and (found := pattern.search(text)):
            return found
    return None


@cache
def _patterns(kind: str) -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Make patterns of the phrases, those with the most words first, each with its telltale and its fixed words."""
    phrases: list[str] = load_table("responsibility")[kind]
    ordered = sorted(phrases, key=lambda phrase: -len(phrase))
    return tuple(
        (next(words for words in _telltales() if words in phrase), _fixed_words(phrase), _pattern(phrase))
        for phrase in ordered
    )


def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(phrase).replace(r"\ ", r"\s+")
    for name in ("who", "by"):
        words = words.replace(rf"\{{{name}\}}", rf"(?P<{name}>{_NAME})")
    # A name never begins within a word, which costs less to ask than to try.
    start = rf"(?<!{_LETTER})" if phrase.startswith("{") else ""
    return re.compile(rf"{start}{words}\b", re.IGNORECASE)


def _fixed_words(phrase: str) -> tuple[str, ...]:
    return tuple(part.strip().casefold() for part in re.split(r"\{\w+\}", phrase) if part.strip())


@cache
def _telltales() -> tuple[str, ...]:
    """Return words of which each phrase has one: most passages have none of them."""
    words: list[str] = load_table("responsibility")["telltales"]
    return tuple(words)


def _trimmed(words: str, *, last: bool) -> str:
    """Cut the words for somebody at link words: keep what stands behind the last, or before the first of them."""
    empty: list[str] = load_table("responsibility")["empty"]
    parts = _link_words().split(words)
    kept = (parts[-1] if last else parts[0]).strip(" ,.’'-")
    kept = re.sub(r"^(?:the|a|an)\s+", "", kept, flags=re.IGNORECASE)
    if kept.casefold() in empty or f"the {kept.casefold()}" in empty or _CLAUSE.match(kept):
        return ""
    return kept


@cache
def _link_words() -> re.Pattern[str]:
    ends: list[str] = load_table("responsibility")["ends"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ends))})\b", re.IGNORECASE)


def _source(witness: Witness, names: Names, named: str) -> SourceName:
    """Return who takes the position: the source found by the analysis where it has that name, else the words."""
    found = speaker(witness)
    if not named or same_party(named, found.originator) or (witness.source is None and not named[:1].isupper()):
        return found
    name = names.of(named)
    kind = names.kinds.get(name, SourceKind.UNKNOWN)
    return SourceName(originator=name, carrier=found.carrier, kind=kind, party=kind is SourceKind.PARTY)


def _events(positions: Sequence[Position]) -> list[list[Position]]:
    """Put the positions on one event together, in the order of reading."""
    groups: list[list[Position]] = []
    for position in positions:
        home = next(
            (group for group in groups if any(same_event(position.occurrence, each.occurrence) for each in group)), None
        )
        if home is None:
            groups.append([position])
        else:
            home.append(position)
    return groups


def _opposed(group: Sequence[Position]) -> list[Position]:
    """Return one position for each doer named and each denial, when they do not agree."""
    sides: list[Position] = []
    for position in group:
        if not any(_is_same(position, other) for other in sides):
            sides.append(position)
    doers = [side for side in sides if side.kind in {"claims", "blames"}]
    denied = [side for side in sides if side.kind == "denies"]
    speakers = {side.source.originator for side in [*doers, *denied]}
    if len(speakers) < 2 or not (len(doers) > 1 or (doers and denied)):
        return []
    return [*doers, *denied, *(side for side in sides if side.kind == "nobody")]


def _is_same(one: Position, two: Position) -> bool:
    denials = (one.kind == "denies", two.kind == "denies")
    nobody = (one.kind == "nobody", two.kind == "nobody")
    if denials[0] is not denials[1] or nobody[0] is not nobody[1]:
        return False
    return all(nobody) or same_party(one.who, two.who)


def _conflict(sides: Sequence[Position], group: Sequence[Position], labels: Labels) -> ConflictDraft:
    denied = any(side.kind == "denies" for side in sides)
    first = sides[0]
    places = [place.name for place in first.occurrence.places if place.kind in SPECIFIC][:1]
    return ConflictDraft(
        id=f"c-responsibility-{first.witness.report.id}-{first.witness.start}",
        kind=ConflictKind.DENIAL if denied else ConflictKind.DISPUTE,
        subject=labels.say("responsibility-in", place=places[0]) if places else labels.say("responsibility"),
        explanation=f"{labels.join([_words(side, labels) for side in sides])}.",
        sides=tuple(SideDraft(value=_value(side, labels), witness=side.witness, source=side.source) for side in sides),
        involved=frozenset(position.witness.key for position in group),
    )


def _value(side: Position, labels: Labels) -> str:
    if side.kind == "nobody":
        return labels.say("no-claim")
    return labels.say("not-them", who=side.who) if side.kind == "denies" else side.who


_SAID = {"nobody": "tells-no-claim", "denies": "denies-it", "claims": "claims-it", "blames": "names-them"}


def _words(side: Position, labels: Labels) -> str:
    source = source_words(replace(side.source, carrier=""), labels)
    return labels.say(_SAID[side.kind], source=source, who=side.who)
