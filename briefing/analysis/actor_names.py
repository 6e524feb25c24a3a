"""Finds the names of persons and bodies in a sentence by what they consist of: titles, first names, nouns of bodies."""

import re
from collections.abc import Iterator, Sequence

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

Parts = list[tuple[str, int, int]]  # word, start, end


def find_runs(line: Line) -> Iterator[Parts]:
    """Cut a sentence into its runs of capitalised words, without what is a capital only as the first word."""
    openers = read_actors().sets["openers"]
    for match in _RUN.finditer(line.text, line.start, min(line.end, line.start + LONGEST)):
        start = _with_article(line.text, match.start())
        parts = [(w.group(), *w.span()) for w in _WORD.finditer(line.text, start, match.end())]
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


def name_in(line: Line, parts: Parts) -> ActorDraft | None:
    """Return whom a run of capitalised words names, None where nothing in it tells."""
    found = _known(parts, whole=True) or _body(parts) or _titled(line, parts) or _known(parts, whole=False)
    return found or _first_named(parts)


def _known(parts: Parts, *, whole: bool) -> ActorDraft | None:
    """Find a well-known name that is the run, or the longest one in it."""
    words, table = [word for word, _, _ in parts], read_actors()
    if table.known_first.isdisjoint(words):
        return None
    for length in (len(words),) if whole else range(min(len(words), 8), 0, -1):
        for start in range(len(words) - length + 1):
            known = table.known.get(" ".join(words[start : start + length]))
            if known is not None:
                return draft_of(parts[start : start + length], known[1], "a well-known name", known[0])
    return None


def _body(parts: Parts) -> ActorDraft | None:
    """Find a body by the noun that its name turns on: the last word, or the one before "of" and "for"."""
    words = [word.lower() for word, _, _ in parts]
    if len(words) < 2 or words[0].strip(".") in read_kinds().titles - {"general", "justice"}:
        return None
    cut = next((index for index, word in enumerate(words) if word in _JOINTS), len(words))
    kind = read_actors().names.get(words[cut - 1].strip("."))
    if kind is None or cut == 0:
        return None
    if cut == 1 and cut < len(words) and kind in {ActorKind.COMPANY, ActorKind.MEDIA}:
        return None
    return draft_of(parts, kind, f"its name says that it is a body (“{parts[cut - 1][0]}”)")


def _titled(line: Line, parts: Parts) -> ActorDraft | None:
    """Find a person by the title before the name: "President Bashar Al Assad", "Syrian foreign minister Ana Lopez"."""
    cut = next((index for index, part in enumerate(parts) if part[0] in _JOINTS), len(parts))
    parts = parts[:cut]
    titles, offices = read_kinds().titles, read_actors().sets["offices"]
    first = 0
    while first < len(parts) and is_demonym(parts[first][0]) and parts[first][0].lower() not in offices:
        first += 1  # "Foreign" is an office
    name, titled = first, False
    while name < len(parts) and (parts[name][0].lower() in titles or parts[name][0].lower() in offices):
        titled |= parts[name][0].lower() in titles
        name += 1
    rest = parts[name:]
    if not _may_be_person(rest):
        return None
    if titled:
        return draft_of(parts[first:], ActorKind.PERSON, "a title before the name", joined(rest))
    start = parts[0][1]
    if first or not line.text[start - 1 : start].isspace():
        return None
    before = line.text[max(line.start, start - _WINDOW) : start].rsplit(maxsplit=1)
    word = before[-1].strip(_MARKS) if before else ""
    return draft_of(rest, ActorKind.PERSON, f"a title before the name (“{word}”)") if word in titles else None


def _may_be_person(parts: Parts) -> bool:
    if not 1 <= len(parts) <= _LONGEST_PERSON + 2:
        return False
    bodies = read_actors().names
    return not any(is_demonym(word) or word.lower() in bodies for word, _, _ in parts) and len(parts[-1][0]) > 1


def _first_named(parts: Parts) -> ActorDraft | None:
    """Find a person by a first name: "Geir Pedersen"."""
    cut = next((index for index, part in enumerate(parts) if part[0] in _JOINTS), len(parts))
    if not 2 <= cut <= _LONGEST_PERSON or cut < len(parts) or not _may_be_person(parts):
        return None
    words = place_words()
    if parts[0][0] not in words.first_names or joined(parts).isupper():
        return None
    telling = {word for word, _, _ in parts[1:]} & (words.organisations | words.kind_after.keys() | words.tails)
    return None if telling else draft_of(parts, ActorKind.PERSON, "a first name and what follows it")


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
