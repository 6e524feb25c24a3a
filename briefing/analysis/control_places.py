"""Which places a statement of control is about, how much of them, and what "the city" means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.analysis.control_words import read_control
from briefing.analysis.phrases import is_role, is_verb
from briefing.analysis.reading import Line
from briefing.analysis.tokens import Token
from briefing.model.findings import SETTLEMENTS, Place, PlaceKind, PlaceMention

_PROVINCES = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.REGION})
_RECENT = 100
_WINDOW = 40
_OPENING = re.compile(r"^\s*(?:from|of|in|for|at|on|the|to|toward|towards|into)\b")
_PREPOSITION = re.compile(
    r"(?<!\w)(?:in|at|near|from|to|with|on|into|across|by|against|after|outside|around|inside)(?!\w)"
)
_LAST_PREPOSITION = re.compile(
    r"(?<!\w)(of|in|near|on|about|over|for|with|to|towards?|at|after|from|between|against|by)\s+(?:the\s+)?$"
)
_OTHER_OBJECT = re.compile(r"^\s*(?:the|an?|its|their|his)\s+(\w+)\s+(?:and|or|but)\s")
_INSIDE = re.compile(
    r"\s*,?\s*(?:in|of)?\s*(?:the\s+)?(?:[\w-]+\s+){0,3}"
    r"(?:province|governorate|region|countryside|district)?\s*(?:of)?\s*"
)
_JOINED = re.compile(
    r"(?:\s*\([^)]*\))?\s*(,? ?(?:and|as well as|or)\b|,)\s*(?:in\s+|of\s+)?(?:the\s+)?((?:[\w-]+\s+){0,4})(?:of\s+)?"
)
_DIRECTION = re.compile(r"(?:(?:north|south|east|west|central|near|neighbou?r)\w*|both|later|then|also|finally|\s)*")
_NAMED_AFTER = re.compile(r"\s*(?:including|among them|notably|such as|especially)?\s*(?:(?:the|city|town|of)\s+)*")
_WORD = re.compile(r"[\w-]+")
_LISTED = re.compile(r",|\band\b|\bor\b|\(")
# "rebel-held east of", "areas in the east of": a part of the place, and not beside it.
_PART = re.compile(r"(?:^\s*|\bthe\s+)(?:north|south|east|west)\w* of\s+(?:the\s+)?$")
_OPENS_PART = re.compile(r"^(?:the|of|and|over|from|in|its|their)\s+")
CAPITAL = re.compile(r"\bthe capital\b(?!,? of\b|['’]s)", re.IGNORECASE)
"""The capital of a country, and not "the capital of the province"."""
# "A town 50 km west of Sumy": "the town" that is spoken of afterwards is not Sumy.
_BESIDE = re.compile(
    r"\b(?:near|outside|close to|(?:north|south|east|west)\w*(?: of)?|(?:km|kilometres|kilometers|miles)\)? from)"
    r"\s+(?:the\s+)?(?:(?:capital|city|town|village|port)\s+(?:of\s+)?)?$"
)


def lies_beside(before: str) -> bool:
    """Tell whether the words before a place only use it to say where another one lies."""
    return _BESIDE.search(before) is not None and not _PART.search(before)


@dataclass(slots=True)
class Memory:
    """What a report has said so far: the places named, and the last holder, for "the city" and "their".

    ``capital`` is what "the capital" means in it.
    """

    places: list[PlaceMention] = field(default_factory=list)
    by_name: dict[str, PlaceMention] = field(default_factory=dict)
    holder: str = ""
    capital: Place | None = None


def find_targets(
    line: Line, start: int, here: Sequence[PlaceMention], memory: Memory, *, anywhere: bool = False
) -> list[tuple[Place, str]]:
    """Find the places that follow a cue before the clause ends, with the extent said of each.

    ``anywhere`` takes places that only say where: "clashes broke out in Homs".
    """
    tokens = line.tokens
    limit = _clause_end(tokens, start)
    if start >= limit:
        return []
    left, right = tokens[start].start, tokens[limit - 1].end
    inside = [m for m in here if left <= m.start < right]
    mentions = [m for m in inside if not (_is_aside(line, m, left) or _is_landmark(line, m))]
    mentions = [m for m in mentions if anywhere or not _is_of_people(line, m)]
    later = mentions and not anywhere and mentions[0] is not inside[0]
    if later and _is_elsewhere(line.text[inside[0].end : mentions[0].start]):
        return []
    words = line.text[left:right].lower()
    if mentions and lies_within(line.text[left : mentions[0].start]):
        return []
    if mentions and (
        anywhere or (is_object(line.text[left : mentions[0].start]) and not _is_beyond(line, mentions[0], left))
    ):
        found = [(m.place, extent_before(line.text[left : m.start])) for m in _chain(line, mentions)]
        city = _main_city(words, mentions, memory)
        return found + ([(city, "")] if city else [])
    if mentions:
        return []
    again = _target_again(line.text[left:right].partition(",")[0], memory)
    # "between the capital, Tripoli, and the border"
    return [] if again and any(mention.place == again[0][0] for mention in inside) else again


def _target_again(words: str, memory: Memory) -> list[tuple[Place, str]]:
    """Find the place that "the city", "the capital" or "the province" in the words behind a cue means."""
    before = words[: len(_before_again(words.lower()))]
    again = place_again(words.lower(), memory) if is_object(before) else None
    return [(again, extent_before(before) or extent_before(words))] if again else []


def _is_elsewhere(between: str) -> bool:
    """Tell whether a place stands behind one that only says where, and in no list: "a base near Sumy on the way to"."""
    return _PREPOSITION.search(between.lower()) is not None and _LISTED.search(between) is None


def _before_again(words: str) -> str:
    """Return what stands before "the city" or "the province"."""
    found = [match.start() for pattern in (*read_control().again, CAPITAL) if (match := pattern.search(words))]
    return words[: min(found)] if found else ""


def _is_beyond(line: Line, mention: PlaceMention, left: int) -> bool:
    """Tell whether a comma cuts a place off from the verb: "took the base, Kyiv said", not "took a port, Odesa."."""
    _, comma, behind = line.text[left : mention.start].rpartition(",")
    if not comma:
        return False
    named = _NAMED_AFTER.fullmatch(behind)
    ends = not _WORD.match(line.text[mention.end : mention.end + 2].lstrip())
    return named is None or not (ends or behind.strip())


def _is_landmark(line: Line, mention: PlaceMention) -> bool:
    """Tell whether a place only names a road, an airport or an undertaking: "the Damascus road", "the Sumy mission"."""
    sets = read_control().sets
    return _next_word(line, mention).lower() in sets["landmarks"] | sets["undertakings"]


def _is_of_people(line: Line, mention: PlaceMention) -> bool:
    """Tell whether a place only says whose people are meant: "took US officials by surprise"."""
    word = _next_word(line, mention)
    return word.islower() and is_role(word) and word not in read_control().sets["place_nouns"]


def _next_word(line: Line, mention: PlaceMention) -> str:
    match = (
        _WORD.match(line.text, mention.end + 1, line.end) if line.text[mention.end : mention.end + 1] == " " else None
    )
    return match.group() if match is not None else ""


def _is_subject(line: Line, mention: PlaceMention) -> bool:
    """Tell whether a verb follows a place, so that another clause has begun: "and Damascus was shelled"."""
    word = _next_word(line, mention)
    return bool(word) and (
        word.lower() in read_control().sets["auxiliaries"] or is_verb(Token(0, len(word), word, word.lower()))
    )


def is_held(line: Line, start: int, mention: PlaceMention, first: int, *, bare: bool) -> bool:
    """Tell whether a place is what "held by" is said of, and not what only stands before it.

    ``start`` is where the clause begins, ``first`` the verb; it is ``bare`` where no "is" stands before it.
    """
    before, between = line.text[start : mention.start], line.text[mention.end : first].lower()
    if bare:  # "a strike by the US-led coalition on a village held by" holds no US
        nouns = read_control().sets["place_nouns"]
        return "-" not in between and all(word in nouns for word in _WORD.findall(between))
    preposition = _LAST_PREPOSITION.search(before.lower())
    if preposition is None or preposition.group(1) == "of":
        return True
    return preposition.group(1) in {"in", "near"} and read_control().area.search(before.lower()) is not None


def is_object(between: str) -> bool:
    """Tell whether a place is what a verb is said of: "most of Daraa", "villages in Daraa", not "20 lives in Daraa"."""
    before = _OPENING.sub("", between.lower())
    counts = re.search(r"\d", before) and not re.search(r"%|percent|per cent|km|miles", before)
    other, sets = _OTHER_OBJECT.match(between.lower()), read_control().sets
    if other is not None and not any(other.group(1) in sets[name] for name in ("areas", "place_nouns", "landmarks")):
        return False  # "took over the operation and the United States"
    if counts or _PREPOSITION.search(before):
        return read_control().area.search(before) is not None
    return True


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    sets, depth = read_control().sets, 0
    last = min(len(tokens), start + _WINDOW)
    for index in range(start, last):
        token = tokens[index]
        depth += (token.text == "(") - (token.text == ")")
        if index == start:
            continue
        if depth == 0 and (token.lower in sets["clause_ends"] or token.text in {";", "—", "–", ":"}):
            return index
        if token.lower in sets["auxiliaries"] - sets["inside_objects"]:
            return index
    return last


def names_part(line: Line, mention: PlaceMention) -> bool:
    """Tell whether a place is only a part of a word: "a Britain-based monitor", "weapons, some of them US-made"."""
    after = line.text[mention.end : mention.end + 2]
    return after[:1] in {"-", "‑"} and after[1:].isalpha()


def _is_aside(line: Line, mention: PlaceMention, left: int) -> bool:
    """Tell whether a place only says where another one lies: "near Damascus", "(in the north of Syria)", "Syria's"."""
    before = line.text[left : mention.start]
    if before.count("(") > before.count(")"):
        return True
    if names_part(line, mention):
        return True
    after = line.text[mention.end : mention.end + 2]
    if after[:1] in {"’", "'"} and after[1:2] in {"s", " "}:
        return True
    return says_where(before) and before.strip() not in {"from", "from the"}


def says_where(before: str) -> bool:
    """Tell whether the words after "rebel-held" make a place only a landmark: "areas near", not "the east of"."""
    return read_control().aside.search(before) is not None and not _PART.search(before)


def lies_within(before: str) -> bool:
    """Tell whether the words before a place are of a settlement in it: "the town of Xyz in the north of"."""
    return read_control().within.search(before) is not None


def _chain(line: Line, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Keep the first place and the list "A, B and C" that it opens; drop the country or province it lies in.

    A comma without an "and" after it is no list: what follows may be another clause or a source.
    """
    kept, waiting, closed = mentions[:1], [], False
    for last, mention in pairwise(mentions):
        between = line.text[last.end : mention.start]
        joint = _joint(between)
        if joint and mention.place.kind is not PlaceKind.COUNTRY:
            if (closed and joint == ",") or _is_subject(line, mention):
                break
            waiting.append(mention)
            if joint != ",":
                kept, waiting, closed = kept + waiting, [], True
        elif not _INSIDE.fullmatch(between):
            break
    return kept


def _joint(between: str) -> str:
    """Return the mark or word that joins two places of a list, or nothing where other than parts of places between."""
    match = _JOINED.fullmatch(between)
    if match is None:
        return ""
    words = match.group(2).lower()
    nouns = read_control().sets["place_nouns"]
    listed = _DIRECTION.fullmatch(words) or read_control().area.search(words) or read_control().extents.search(words)
    named = any(word in nouns for word in words.split())
    return match.group(1).strip(" ") if (listed or named) and not any(map(is_role, words.split())) else ""


def extent_before(words: str) -> str:
    """Find the words of extent before a place: "most of", "over 80%", "several villages"."""
    part = read_control().part.search(words)
    if part:
        return _OPENS_PART.sub("", part.group(1).strip())
    share = read_control().share.search(words)
    if share:
        return share.group(1).strip()
    extent = read_control().extents.search(words)
    return "" if extent is None else extent.group().lower().replace("the entire", "entire")


def _main_city(words: str, mentions: list[PlaceMention], memory: Memory) -> Place | None:
    """Resolve "its main city" after a province to the settlement of the same name that the report names."""
    if not any(phrase in words for phrase in read_control().main_city):
        return None
    province = next((m.place for m in mentions if m.place.kind in _PROVINCES), None)
    city = memory.by_name.get(province.name) if province else None
    return city.place if city else None


def place_again(words: str, memory: Memory) -> Place | None:
    """Resolve "the city" and "the province" to the place of that kind last named."""
    settlement, province = read_control().again
    if "capital" in words and (capital := CAPITAL.search(words)) and not _is_thing_of(words[capital.end() :]):
        return memory.capital
    if (found := settlement.search(words)) and not _is_thing_of(words[found.end() :]):
        return _last_settlement(memory)
    if (found := province.search(words)) and not _is_thing_of(words[found.end() :]):
        recent = reversed(memory.places[-_RECENT:])
        return next((mention.place for mention in recent if mention.place.kind in _PROVINCES), None)
    return None


def _is_thing_of(after: str) -> bool:
    """Tell whether "the town" only names something in it: "the town's airport", "the city council"."""
    thing = re.match(r"(?:['’]s)?\s+([\w-]+)", after)
    sets = read_control().sets
    return thing is not None and thing.group(1) in sets["landmarks"] | sets["municipal"]


def _last_settlement(memory: Memory) -> Place | None:
    """Take the settlement last named, or the namesake of the province last named."""
    recent = memory.places[-_RECENT:]
    for mention in reversed(recent):
        if mention.place.kind in SETTLEMENTS:
            return mention.place
    namesakes = (memory.by_name.get(mention.place.name) for mention in reversed(recent))
    return next((mention.place for mention in namesakes if mention is not None), None)
