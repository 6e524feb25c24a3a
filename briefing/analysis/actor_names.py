"""Finds the names of persons and bodies in a sentence by what they consist of: titles, first names, nouns of bodies."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.analysis.actor_words import ActorDraft, is_modifier, is_side, read_actors
from briefing.analysis.place_words import place_words
from briefing.analysis.reading import LONGEST, Line
from briefing.analysis.source_kinds import is_demonym, read_kinds
from briefing.model.findings import ActorKind

_LARGE = "A-ZÀ-ÖØ-Þ"
_ARTICLES = "al|el|as|an|ad|ar|at|az|ul"  # and "ash", in "al-Assad"; all of one length, to look behind for them
_REST = r"(?:[\w&-]|[’'](?!s(?!\w))(?=\w)){0,40}"
_CAPITAL = rf"(?:(?:[A-Z]\.)+(?!\w)|(?:(?:{_ARTICLES}|ash)-)?[{_LARGE}]{_REST})"
# Begins with the capital itself, for which a text is searched much faster than for what may stand before it.
_FIRST = (
    rf"[{_LARGE}](?:(?<=(?<![\w-])[A-Z])\.(?:[A-Z]\.)*(?!\w)|"
    rf"(?:(?<=(?<![\w-])[{_LARGE}])|(?<=(?<![\w-])(?:{_ARTICLES})-[{_LARGE}])|(?<=(?<![\w-])ash-[{_LARGE}])){_REST})"
)
_JOINT = r"(?:(?:of|for)\s(?:the\s)?|(?:de|del|della|der|van|von|bin|ibn|al|el|du|des|da|dos)\s)?"
_RUN = re.compile(rf"{_FIRST}(?:[’']?\s{_JOINT}{_CAPITAL}){{0,9}}")
_WORD = re.compile(r"\S+")
_MARKS = "“”\"'‘’(),;:."
_AFTER = re.compile(r",\s(?:an?|the)\s((?:[\w-]+\s?){1,5})")
_WINDOW = 60
_JOINTS = frozenset({"of", "for"})
_LONGEST_PERSON = 4

_REMEMBERED = 4_000  # runs of words; the same names come again and again

Parts = list[tuple[str, int, int]]  # word, start, end
Words = tuple[str, ...]


def find_runs(line: Line) -> Iterator[Parts]:
    """Cut a sentence into its runs of capitalised words, without what is a capital only as the first word."""
    openers = read_actors().sets["openers"]
    for match in _RUN.finditer(line.text, line.start, min(line.end, line.start + LONGEST)):
        start, end = match.span()
        start = _with_article(line.text, start)
        run = line.text[start:end]
        single = len(run.split(maxsplit=1)) == 1
        parts = [(run, start, end)] if single else [(w[0], *w.span()) for w in _WORD.finditer(line.text, start, end)]
        while parts and (parts[0][0].lower() in openers or parts[0][0] in _JOINTS):
            parts.pop(0)
        if parts:
            yield parts


def _with_article(text: str, start: int) -> int:
    """Return where a name begins whose capital stands at ``start``: with the "al-" before it."""
    if start == 0 or text[start - 1] != "-":
        return start
    return start - (4 if text.startswith("ash", start - 4) else 3)


def joined(parts: Parts) -> str:
    """Return the words of a run with single spaces."""
    return " ".join(word for word, _, _ in parts)


def draft_of(parts: Parts, kind: ActorKind, rule: str, name: str = "", side: str = "") -> ActorDraft:
    """Make the draft of a run."""
    return ActorDraft(
        start=parts[0][1],
        end=parts[-1][2],
        name=name or joined(parts),
        kind=kind,
        side=side,
        rule=rule,
        proper=True,
    )


class _Reading(NamedTuple):
    """Whom words ``first`` to ``last`` of a run name; ``name`` is "" where it is these words."""

    first: int
    last: int
    kind: ActorKind
    rule: str
    name: str = ""


def name_in(line: Line, parts: Parts) -> ActorDraft | None:
    """Return whom a run of capitalised words names, None where nothing in it tells."""
    words = tuple([part[0] for part in parts])
    found = _told_by_itself(words) or _after_title(line, parts, words) or _told_by_a_part(words)
    return draft_of(parts[found.first : found.last], found.kind, found.rule, found.name) if found is not None else None


@lru_cache(maxsize=_REMEMBERED)
def _told_by_itself(words: Words) -> _Reading | None:
    """Read a run that is a well-known name, has the noun of a body, or a title of its own."""
    return _known(words, whole=True) or _body(words) or _titled(words)


@lru_cache(maxsize=_REMEMBERED)
def _told_by_a_part(words: Words) -> _Reading | None:
    """Read a run in which a well-known name stands, or that begins with a first name."""
    return _known(words, whole=False) or _first_named(words)


def _known(words: Words, *, whole: bool) -> _Reading | None:
    """Find a well-known name that is the run, or the longest one in it."""
    table = read_actors()
    if table.known_first.isdisjoint(words):
        return None
    for length in (len(words),) if whole else range(min(len(words), 8), 0, -1):
        for start in range(len(words) - length + 1):
            known = table.known.get(" ".join(words[start : start + length]))
            if known is not None:
                return _Reading(start, start + length, known[1], "a well-known name", known[0])
    return None


def _body(words: Words) -> _Reading | None:
    """Find a body by the noun that its name turns on: the last word, or the one before "of" and "for"."""
    small = [word.lower() for word in words]
    if len(small) < 2 or small[0].strip(".") in read_kinds().titles - {"general", "justice"}:
        return None
    cut = next((index for index, word in enumerate(small) if word in _JOINTS), len(small))
    kind = read_actors().names.get(small[cut - 1].strip("."))
    if kind is None or cut == 0:
        return None
    if cut == 1 and cut < len(small) and kind in {ActorKind.COMPANY, ActorKind.MEDIA}:
        return None
    return _Reading(0, len(words), kind, f"its name says that it is a body (“{words[cut - 1]}”)")


def _before_joint(words: Words) -> int:
    """Count the words before the first "of" or "for"."""
    return next((index for index, word in enumerate(words) if word in _JOINTS), len(words))


def _titles_of(words: Words) -> tuple[int, int, bool]:
    """Return where a name without its people begins, where without its titles, and whether there is a title."""
    titles, offices = read_kinds().titles, read_actors().sets["offices"]
    first = 0
    while first < len(words) and is_demonym(words[first]) and words[first].lower() not in offices:
        first += 1  # "Foreign" is an office
    name, titled = first, False
    while name < len(words) and (words[name].lower() in titles or words[name].lower() in offices):
        titled |= words[name].lower() in titles
        name += 1
    return first, name, titled


def _titled(words: Words) -> _Reading | None:
    """Find a person by the title in the run: "President Bashar Al Assad"."""
    own = words[: _before_joint(words)]
    first, name, titled = _titles_of(own)
    if not titled or not _may_be_person(own[name:]):
        return None
    return _Reading(first, len(own), ActorKind.PERSON, "a title before the name", " ".join(own[name:]))


@lru_cache(maxsize=_REMEMBERED)
def _untitled(words: Words) -> tuple[int, int] | None:
    """Return the words of a run that are the name of a person if a title stands before it."""
    own = words[: _before_joint(words)]
    first, name, titled = _titles_of(own)
    return None if first or titled or not _may_be_person(own[name:]) else (name, len(own))


def _after_title(line: Line, parts: Parts, words: Words) -> _Reading | None:
    """Find a person by the title in small letters before the run: "Syrian foreign minister Ana Lopez"."""
    start = parts[0][1]
    span = _untitled(words) if line.text[start - 1 : start].isspace() else None
    if span is None:
        return None
    before = line.text[max(line.start, start - _WINDOW) : start].rsplit(maxsplit=1)
    word = before[-1].strip(_MARKS) if before else ""
    if word not in read_kinds().titles:
        return None
    return _Reading(*span, ActorKind.PERSON, f"a title before the name (“{word}”)")


def _may_be_person(words: Words) -> bool:
    if not 1 <= len(words) <= _LONGEST_PERSON + 2:
        return False
    bodies = read_actors().names
    return not any(is_demonym(word) or word.lower() in bodies for word in words) and len(words[-1]) > 1


def _first_named(words: Words) -> _Reading | None:
    """Find a person by a first name: "Geir Pedersen"."""
    cut = _before_joint(words)
    if not 2 <= cut <= _LONGEST_PERSON or cut < len(words) or not _may_be_person(words):
        return None
    table = place_words()
    if words[0] not in table.first_names or " ".join(words).isupper():
        return None
    telling = set(words[1:]) & (table.organisations | table.kind_after.keys() | table.tails)
    return None if telling else _Reading(0, len(words), ActorKind.PERSON, "a first name and what follows it")


def side_beside(line: Line, start: int, end: int) -> str:
    """Return the words for its side right beside a name: "the Islamist rebel group X", "X, a pro-government party"."""
    before = line.text[max(line.start, start - _WINDOW) : start]
    if before and not before[-1].isspace():
        before = ""
    words = before.rsplit(",", 1)[-1].split()
    taken: list[str] = []
    while words and _describes(words[-1]):
        taken.insert(0, words.pop())
    found = _sides(taken)
    match = None if found else _AFTER.match(line.text, end, min(line.end, end + _WINDOW))
    after = match.group(1).split() if match else []
    nouns = [index for index, word in enumerate(after) if _is_noun(word)]
    if nouns and all(_describes(word) for word in after[: nouns[0]]):
        return _sides(after[: nouns[0]])
    return found


def _describes(word: str) -> bool:
    return is_modifier(word.lower()) or _is_noun(word) or is_demonym(word)


def _is_noun(word: str) -> bool:
    return word in read_actors().groups or word in read_actors().names


def _sides(words: Sequence[str]) -> str:
    return " ".join(word for word in words if is_side(word.lower()))
