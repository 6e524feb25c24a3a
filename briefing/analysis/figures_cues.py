"""Find what a number counts by the words around it: "killed 58 people", "58 dead", "the toll rose to 58"."""

import re

from briefing.analysis.figures_grammar import FigureWords
from briefing.analysis.figures_numbers import Line, Numeral

_REACH = 80  # parts: forty words, how far a cue may stand from its number

# Behind the number: noun phrase, aside, auxiliaries, cue: "58 people, two of them children, were killed".
_AFTER = re.compile(
    r"(?P<noun>(?:[ -](?:[xOaQJC](?![-_]#))){0,6}?)"
    r"(?P<aside>,[^,;.]{1,60}(?=,)|[(;][^;]{1,60}(?=;)|[ ,](?:i|m o) [^,;.]{1,40}?)?"
    r"(?P<aux>(?:[ ,;](?:J )?A(?: t)?){0,6})(?P<among> m (?!o).{0,40}?)?[ ,;-](?:J )?(?P<cue>[PXC])",
)
# The same with a place or a whole behind the noun, and an auxiliary: "58 people in the old town were killed".
_AFTER_PLACE = re.compile(
    r"(?P<noun>(?:[ -][xOaQJ](?![-_]#)){1,5}?)(?: [lO](?:[ -][xQauA]| #(?=-)){1,6}?){1,2}?"
    r"(?P<aux>(?: A(?: t)?){1,6})[ ](?P<cue>[PX])",
)
# A participle without auxiliary is passive only before a preposition, a mark, a conjunction or a time; before anything
# else it is active ("two bombs killed the mayor").
_PASSIVE = re.compile(r"[,;.:]|[ ](?:[lpjtAJO]|\Z)|\Z|'")
_ACTIVE = re.compile(r"(?P<cue>[PGX])(?: [A])?[ ]\Z")
# "killing the pilot and two tourists": what is hit first has no number.
_SECOND = re.compile(r"(?<!A )(?P<cue>[PG]) [Qa](?: x){1,3} j \Z")
_OF = re.compile(r"(?P<cue>[CGP]) O[ ]\Z")
_LABEL = re.compile(r"(?P<cue>[PXCL])[:-] ?\Z")
_REACHED = re.compile(
    r"(?P<cue>[LCX]|P(?= [AR]))(?:[^;LCGX.]|;[^;#]{1,40}(?=;)){0,60}?[ ;](?P<verb>[RJApl])(?: [Jpl])?[ ]\Z"
)
# "The number of people killed by the floods rose to 80": the participle belongs to the noun.
_NUMBER_OF = re.compile(r"(?P<number>R) O(?: [xOQa]){0,4} (?P<cue>[PX]) [^;#LCG]{0,90}?(?P<verb>[RJA])(?: J)? \Z")
_NEXT_NUMBER = re.compile(r" (?:[QplJa] ){0,4}#~*+")
# What follows is a part of a number named before: "including at least nine", "among them two".
_PART = re.compile(r"(?P<word>[im])(?P<them> o)?(?: [QplxA]){0,2}[ ]\Z")
# The verb is looked for among so many words behind the number, and the homes among so many behind the verb.
_SUBJECT, _HOMES = 8, 5
_NOUN = re.compile(r"(?: O(?: T)?)?(?:[ -][xQuaCXPSe](?!_)){1,5}")


def is_part(line: Line, numeral: Numeral, start: int) -> bool:
    """Tell whether the number is a part of another, as in "58 people, including 11 children, were killed"."""
    after = _AFTER.match(line.shape, numeral.end)
    if after and after["among"]:
        return True
    before = _PART.search(line.shape[max(0, start - _REACH) : start])
    if before is None:
        return False
    return before["word"] == "i" or bool(before["them"])


def is_contrasted(line: Line, start: int) -> bool:
    """Tell whether a number is given as the wrong one: "14 and not 11", "14, not 11", "14 rather than 11"."""
    before = line.row.words(max(0, start - 4), start)
    if before[-1:] != ["not"]:
        return before in (["rather", "than"], ["instead", "of"])
    return before[0] in {"and", "but"} or line.shape[max(0, start - 3)] == ","


def counted_noun(line: Line, end: int, value: float, words: FigureWords) -> tuple[str, int]:
    """Return the noun that the number counts and the part behind it: the first plural of the words that follow."""
    phrase = _NOUN.match(line.shape, end)
    if phrase is None or line.row.parts[end + 1].lower() in words.lists["multiples"]:
        return "", end
    for index in range(phrase.start() + 1, phrase.end(), 2):
        word = line.row.parts[index].lower()
        plural = _is_plural(word, words) and not line.row.parts[index].isupper()
        if plural or (value == 1 and word in words.lists["singulars"]):
            return word, index + 1
        if line.shape[index] == "X" or (line.shape[index] == "P" and index > end + 1):
            break
    return "", end


def _is_plural(word: str, words: FigureWords) -> bool:
    if word in words.lists["plurals"]:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "su" and word not in words.lists["not_plural"]


def find_cue(line: Line, end: int, start: int, words: FigureWords) -> tuple[str, str] | None:
    """Return the measure that a cue word gives the number in the parts ``start`` to ``end``, and the rule in words."""
    before = line.shape[max(0, start - _REACH) : start]
    floor = start - len(before)
    after = _after(line, end)
    active = _ACTIVE.search(before)
    if active and active["cue"] == "X" and line.row.parts[floor + active.start()].lower() not in words.lists["acting"]:
        active = None
    if after is not None and not (active and (after[1] > 2 or line.shape[after[0]] == "C")):
        return _named(line, after[0], "number before", words)
    for match in (active, _OF.search(before), _SECOND.search(before), _LABEL.search(before)):
        if match:
            return _named(line, floor + match.start("cue"), "number behind", words)
    if _driven_out(line, start, end, words) or _has_left_home(line, end, words):
        return "displaced", "number of those who left their homes"
    reached = _reached(line, before, floor, words)
    if reached is not None and line.row.parts[start - 2].lower() != "from":
        return _named(line, reached, "number reached by", words)
    return _named(line, after[0], "number before", words) if after else None


def _reached(line: Line, before: str, floor: int, words: FigureWords) -> int | None:
    """Return the place of the cue of which the number is the height: "the toll rose to 58"."""
    match = _REACHED.search(before)
    if match is None:
        match = _NUMBER_OF.search(before)
        if match is None or line.row.parts[floor + match.start("number")].lower() != "number":
            return None
    verb = floor + match.start("verb")
    if line.row.parts[verb].lower() not in words.lists["reaching"]:
        return None
    risen = line.shape[verb] != "J" or line.shape[verb - 2] == "R"
    clause = words.lists["relative"].isdisjoint(line.row.words(floor + match.start("cue"), verb))
    return floor + match.start("cue") if risen or clause else None


def described(line: Line, end: int, words: FigureWords) -> tuple[str, str] | None:
    """Return the measure that a word right behind the number gives those who are counted: "9,400 displaced people"."""
    word = line.row.parts[end + 1].lower() if line.shape[end : end + 1] == " " else ""
    if word not in words.lists["describing"]:
        return None
    return words.measures[word], f"number with “{word}”"


def _has_left_home(line: Line, end: int, words: FigureWords) -> bool:
    """Tell whether those who are counted left their homes, or were driven from them."""
    lists, behind = words.lists, _words_behind(line, end)
    for place, word in enumerate(behind[:_SUBJECT]):
        after = behind[place + 1 : place + _HOMES]
        if word in lists["leaving"]:
            return lists["intending"].isdisjoint(behind[:place]) and not lists["homes"].isdisjoint(after)
        if word in lists["driving"] and not lists["passive"].isdisjoint(behind[:place]):
            return not lists["homes"].isdisjoint(after) and ("from" in after or not lists["leaving"].isdisjoint(after))
    return False


def _words_behind(line: Line, end: int) -> list[str]:
    """Return the words behind a number, as far as no mark and no other number follows."""
    last = next((place for place in range(end, len(line.shape)) if line.shape[place] in ",;.:(#"), len(line.shape))
    return line.row.words(end, last)


def _driven_out(line: Line, start: int, end: int, words: FigureWords) -> bool:
    """Tell whether people were forced out, or forced from their homes."""
    before = line.row.words(max(0, start - 4), start)
    if not before or words.lists["driving"].isdisjoint(before):
        return False
    return before[-1] == "out" or not words.lists["homes"].isdisjoint(line.row.words(end, end + 12))


def _named(line: Line, place: int, rule: str, words: FigureWords) -> tuple[str, str]:
    word = line.row.parts[place].lower()
    return words.measures[word], f"{rule} “{word}”"


def _after(line: Line, end: int) -> tuple[int, int] | None:
    """Return the place of the cue behind the number and how many words lie between, or None."""
    match = _AFTER.match(line.shape, end) or _AFTER_PLACE.match(line.shape, end)
    if match is None:
        return None
    place = match.start("cue")
    if match.groupdict().get("aside") and line.shape[place - 2] in "#~":
        return None  # "131 cases, including 10 deaths": the deaths are those of the second number
    if match["cue"] == "P" and not match["aux"] and not _is_passive(line, place + 1):
        return None
    return place, len(match["noun"]) // 2


def _is_passive(line: Line, place: int) -> bool:
    if _PASSIVE.match(line.shape, place):
        return True
    number = _NEXT_NUMBER.match(line.shape, place)
    return number is not None and _AFTER.match(line.shape, number.end()) is not None
