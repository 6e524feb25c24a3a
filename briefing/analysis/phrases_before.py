"""Finds the noun phrase before a verb: who says or does something, without a parser."""

from collections.abc import Sequence
from itertools import takewhile

from briefing.analysis.appositions import in_name, is_bearer, is_full_name, name_before
from briefing.analysis.cues import VerbForm, read_cues
from briefing.analysis.insertions import before_bracket, before_stop, before_times, insertion_start
from briefing.analysis.phrases import Phrase, is_hyphen, is_plain, is_role, is_verb, modifiers, titles
from briefing.analysis.source_kinds import kind_of
from briefing.analysis.tokens import QUOTE_OPENERS, Token
from briefing.model.findings import SourceKind

_LONGEST = 16
_RELATIVE = 6
_LONGEST_ROW = 24  # tokens of appositives one after the other
_NAME_PARTS = 2  # of a person
_SHORTEST_GERUND = 5  # letters of a noun in -ing: "thing"
_JOINS = frozenset({"and", "or"})
_INNER_MARKS = frozenset("&$/.’'")
_CLEAN = QUOTE_OPENERS | frozenset(",;:—–-”….!?)'‘")


def phrase_before(tokens: Sequence[Token], end: int, first: int = 0) -> Phrase | None:
    """Find the noun phrase that ends right before token ``end``; an insertion between commas is its description."""
    last, description = before_times(tokens, end, first) - 1, None
    if last >= first and tokens[last].text in {",", "—", "–"}:
        named = _named_role(tokens, last, first)
        opened = insertion_start(tokens, last, first) if named is None else None
        if named is not None or opened is None:
            return named
        description, last = (opened + 1, last), opened - 1
    if last < first:
        return None
    last = before_stop(tokens, before_bracket(tokens, last, first), first)
    if last < first or not tokens[last].is_word or _is_stray(tokens[last]):
        return None
    start = _phrase_start(tokens, last, first)
    if start is None:
        return None
    joined = _joined_start(tokens, start, last, end, first) if description is None else None
    if joined is not None:
        return Phrase(joined, last + 1)
    found = (
        _role_of_row(tokens, start, last, first)
        or _widened(tokens, start, last, first)
        or Phrase(start, last + 1, description)
    )
    return _person_at_head(tokens, found, first) or found


def _joined_start(tokens: Sequence[Token], start: int, last: int, end: int, first: int) -> int | None:
    """Find the first of two sources that a plural verb joins: "| the mayor and the Red Cross | say"."""
    if end >= len(tokens) or start - 2 < first or tokens[start - 1].lower != "and":
        return None
    cue = read_cues().verbs.get(tokens[end].lower)
    plural = cue is not None and VerbForm.BASE in cue.forms and VerbForm.PAST not in cue.forms
    several = tokens[last].lower.endswith("s") and not tokens[last].is_name
    if not plural or several or tokens[start].lower not in read_cues().sets["determiners"]:
        return None
    before = _phrase_start(tokens, start - 2, first)
    opens = before is not None and (before == first or not tokens[before - 1].is_word)
    held = before is not None and any(t.is_name or is_role(t.lower) for t in tokens[before : start - 1])
    return before if opens and held else None


def _role_of_row(tokens: Sequence[Token], start: int, last: int, first: int) -> Phrase | None:
    """Find the role that a row of places belongs to: "| residents of Homs, Hama and Idlib | say"."""
    row = tokens[start : last + 1]
    if start - 1 <= first or tokens[start - 1].text != "," or not any(token.lower == "and" for token in row):
        return None
    at = start - 1
    while at > first and (tokens[at].text == "," or tokens[at].is_name):
        at -= 1
    named = all(token.is_name or token.lower == "and" for token in row)
    if not named or at <= first or tokens[at].lower not in {"of", "in", "from"} or not is_role(tokens[at - 1].lower):
        return None
    opened = _phrase_start(tokens, at - 1, first)
    return None if opened is None else Phrase(opened, last + 1)


def _named_role(tokens: Sequence[Token], comma: int, first: int) -> Phrase | None:
    """Find the role before a name that ``comma`` closes: "Two died, | the district nurse, Ana Lopez, | said"."""
    opened = name_before(tokens, comma, first)
    if opened is None or opened <= first or not tokens[opened - 1].is_word:
        return None
    start = _phrase_start(tokens, opened - 1, first)
    if start is None:
        return None
    role = Phrase(start, opened, (opened + 1, comma))
    return role if is_bearer(tokens, role) else None


def _is_stray(token: Token) -> bool:
    """Tell whether a word cannot end a noun phrase: a conjunction or a preposition."""
    return token.lower in read_cues().sets["stray"]


def _widened(tokens: Sequence[Token], start: int, last: int, first: int) -> Phrase | None:
    """Find the name before what only describes it: a relative clause, an age, an appositive."""
    if start <= first + 1:
        return None
    if tokens[start - 1].lower in {"who", "which"} and _opens_relative(tokens[start]):
        named = _named_before(tokens, start - 2, first)  # "the group which tracks violence said"
        return Phrase(named[0], named[1], (start, last + 1)) if named is not None else None
    if tokens[start - 1].text == "," and all(token.text[0].isdigit() for token in tokens[start : last + 1]):
        named = _named_before(tokens, start - 2, first)  # "Marley Anderson, 21, a junior from Las Vegas, said"
        return Phrase(named[0], named[1]) if named is not None else None
    relative = _relative_start(tokens, start, first)
    if relative is not None:
        named = _named_before(tokens, relative - 1, first)  # "the group that holds the east of the country said"
        if named is not None:
            return Phrase(named[0], named[1], (relative, last + 1))
    named = _before_appositive(tokens, start, first)
    if named is not None:
        return Phrase(named[0], named[1], (start, last + 1))
    return _before_office(tokens, start, last, first)


def _relative_start(tokens: Sequence[Token], start: int, first: int) -> int | None:
    """Find the "that" or "who" of a relative clause whose object the phrase is: "a man who works in Florida"."""
    verbs = read_cues().verbs
    for index in range(start - 1, max(first, start - _RELATIVE), -1):
        token = tokens[index]
        if not token.is_word or token.lower in verbs:
            return None
        if token.lower in {"who", "which", "that"}:
            before = tokens[index - 1]
            noun = before.is_word and before.lower not in verbs and not is_verb(before) and not _is_stray(before)
            third = tokens[index + 1].lower.endswith("s") or is_verb(tokens[index + 1])
            return index if noun and third and index + 1 < start and _opens_relative(tokens[index + 1]) else None
    return None


def _named_before(tokens: Sequence[Token], last: int, first: int) -> tuple[int, int] | None:
    """Find the noun phrase that ends with token ``last``, past a comma or a bracket, without what describes it."""
    while last > first and tokens[last].text == ",":
        last -= 1
    last = before_bracket(tokens, last, first)
    if last < first or not tokens[last].is_word or _is_stray(tokens[last]):
        return None
    start = _phrase_start(tokens, last, first)
    return (start, last + 1) if start is not None else None


def _opens_relative(token: Token) -> bool:
    """Tell whether the word after "which" is the verb of the clause and not its subject."""
    words = read_cues().sets
    return not token.is_name and token.lower not in words["determiners"] and token.lower not in words["pronouns"]


def _before_appositive(tokens: Sequence[Token], start: int, first: int) -> tuple[int, int] | None:
    """Find the name before an appositive without a closing comma: "X, a spokesman for Y said"."""
    opens = start - 2 > first and tokens[start - 1].text == "," and tokens[start].lower in {"a", "an", "who", "which"}
    if not opens:
        return None
    last = before_bracket(tokens, start - 2, first)
    if last < first or not tokens[last].is_name or tokens[last].lower in read_cues().sets["times"]:
        return None
    begin = _phrase_start(tokens, last, first)
    if begin is None or (begin != first and tokens[begin - 1].is_word and not _is_stray(tokens[begin - 1])):
        return None  # "Ash could reach Davao, a volcanologist warned"
    if begin != first and tokens[begin - 1].lower in read_cues().sets["loose_prepositions"]:
        return None
    return begin, last + 1


def _before_office(tokens: Sequence[Token], start: int, last: int, first: int) -> Phrase | None:
    """Find the person before an office without a closing comma: "Ana Lopez, an adviser at the office of X said"."""
    comma = start - 1
    while comma > max(first, start - _LONGEST) and tokens[comma].is_word and not is_verb(tokens[comma]):
        comma -= 1
    if comma <= first or tokens[comma].text != ",":
        return None
    loose = read_cues().sets["loose_prepositions"] | read_cues().sets["joining_prepositions"]
    office = list(takewhile(lambda token: token.lower not in loose, tokens[comma + 1 : start]))
    begin, particles = comma, read_cues().sets["name_particles"]
    while begin > first and (tokens[begin - 1].is_name or tokens[begin - 1].lower in particles):
        begin -= 1
    named = sum(token.is_name for token in tokens[begin:comma])
    person = named >= _NAME_PARTS and (begin == first or not tokens[begin - 1].is_word)
    held = len(office) < start - comma - 1 and any(is_role(token.lower) for token in office)
    return Phrase(begin, comma, (comma + 1, last + 1)) if person and held else None


def _person_at_head(tokens: Sequence[Token], phrase: Phrase, first: int) -> Phrase | None:
    """Find the person whom a row of appositives describes: "| Ana Lopez, | vice president of X, a firm in Y, told"."""
    prepositions = read_cues().sets["joining_prepositions"] | read_cues().sets["loose_prepositions"]
    governed = phrase.start > first and tokens[phrase.start - 1].lower in prepositions
    if tokens[phrase.start].is_name and not governed:
        return None
    begin, nearest = phrase.start, max(first, phrase.start - _LONGEST_ROW)
    while begin > nearest and (tokens[begin - 1].is_word or tokens[begin - 1].text == ","):
        begin -= 1
    comma = begin
    while comma < phrase.start and in_name(tokens[comma]):
        comma += 1
    between = tokens[comma : phrase.start]
    if not is_full_name(tokens, begin, comma) or comma == phrase.start or tokens[comma].text != ",":
        return None
    office = takewhile(lambda token: token.text != ",", tokens[comma + 1 : phrase.end])
    held = any(is_role(token.lower) for token in office) and not _names_body(tokens[begin:comma])
    clause = any(is_verb(token) or token.lower in read_cues().verbs for token in between)
    return Phrase(begin, comma, (comma + 1, phrase.end)) if held and not clause else None


def _names_body(tokens: Sequence[Token]) -> bool:
    """Tell whether a name is that of a body, which has no office: "Syrian Army, rebels and residents"."""
    return kind_of(" ".join(token.text for token in tokens)) not in {SourceKind.UNKNOWN, SourceKind.PERSON}


def _phrase_start(tokens: Sequence[Token], last: int, first: int) -> int | None:
    """Walk left from the last token to where the noun phrase begins."""
    words = read_cues().sets
    if tokens[last].lower in words["pronouns"] and not _is_governed(tokens, last, first):
        return last
    index, clean, boundaries = last, True, words["boundaries"]
    while index >= first and last - index < _LONGEST + 8:
        token = tokens[index]
        if is_plain(token.lower):
            index -= 1
            continue
        if token.lower in _JOINS and _joins(tokens, index, first):
            index -= 1
            continue
        if token.lower in boundaries or not (
            token.text[0].isalnum() or token.text in _INNER_MARKS or is_hyphen(tokens, index)
        ):
            clean = token.text in _CLEAN or token.lower in boundaries
            break
        if index != last and is_verb(token):
            clean = False
            break
        index -= 1
    start = index + 1
    if start > last:
        return None
    return _tighten(tokens, start, last, clean=clean)


def _is_governed(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Tell whether a pronoun belongs to a preposition before it: "residents of two villages below it | said"."""
    before = tokens[index - 1].lower if index > first + 1 else ""
    return tokens[index].lower in {"it", "them"} and before in read_cues().sets["loose_prepositions"]


def _joins(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Tell whether an "and" joins two names or two roles rather than two clauses."""
    if index - 1 < first:
        return False
    left, right = tokens[index - 1], tokens[index + 1]
    alike = (left.is_name and right.is_name) or (is_role(left.lower) and right.lower != "the")
    return alike and left.lower not in read_cues().sets["times"]


def _tighten(tokens: Sequence[Token], start: int, last: int, *, clean: bool) -> int:
    """Drop what stands before the phrase within a stretch that has no mark in it."""
    words = read_cues().sets
    for index in range(last - 1, start - 1, -1):
        token = tokens[index]
        before = tokens[index - 1].lower if index > start else ""
        if token.lower in words["times"] and index < last:
            return _after_date(tokens, index + 1, last)
        inner = token.lower in words["determiners"] and index > start
        if (
            inner
            and before not in words["joining_prepositions"]
            and before not in words["loose_prepositions"]
            and before != "and"
        ):
            if tokens[index - 1].text in {"'s", "’s"} or token.lower in {"all", "one", "two", "three", "four", "five"}:
                continue
            return index
    opening = tokens[start].lower
    if clean and any(map(_is_gerund, tokens[start:last])):
        clean = False
    if opening in words["loose_prepositions"] or opening in words["joining_prepositions"]:
        clean = False
    if clean and last - start < _LONGEST:
        return start
    return _tight_start(tokens, start, last)


def _is_gerund(token: Token) -> bool:
    lower = token.lower
    return lower.endswith("ing") and not token.is_name and len(lower) > _SHORTEST_GERUND and lower not in modifiers()


def _titles(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a title stands between its body and its bearer: "UN | envoy | Lena Holt"."""
    around = tokens[index + 1].is_name and (tokens[index - 1].is_name or tokens[index - 1].lower in modifiers())
    return around and tokens[index].lower in titles() and tokens[index - 1].lower not in read_cues().sets["times"]


def _after_date(tokens: Sequence[Token], index: int, last: int) -> int:
    """Step over the day and the year that follow a month: "April 15 | the envoy"."""
    while index < last and tokens[index].text.isdigit():
        index += 1
    return index


def _tight_start(tokens: Sequence[Token], start: int, last: int) -> int:
    """Take names, roles and their modifiers only, up to a determiner."""
    words = read_cues().sets
    index = last
    while index - 1 >= start:
        token = tokens[index - 1]
        if token.lower in words["determiners"]:
            owner = (
                index - 3 >= start
                and tokens[index - 2].lower in words["joining_prepositions"]
                and is_role(tokens[index - 3].lower)
            )
            if not owner:
                return index - 1
            index -= 3
            continue
        joined = index - 2 >= start and (
            token.lower in words["joining_prepositions"] or (token.lower == "and" and _joins(tokens, index - 1, start))
        )
        titled = index - 2 >= start and _titles(tokens, index - 1)
        if not (
            token.is_name
            or joined
            or titled
            or "-" in token.text
            or token.lower in modifiers()
            or token.text in {"'s", "’s"}
        ):
            break
        index -= 1
    while index < last and tokens[index].lower in words["joining_prepositions"]:
        index += 1
    return index
