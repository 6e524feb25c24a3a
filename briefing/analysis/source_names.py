"""Turns the words for a source into its name, and learns the names of a report: acronyms, short forms, pronouns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import dropwhile, islice

from briefing.analysis.phrases import is_role
from briefing.analysis.reading import Line
from briefing.analysis.source_cleaning import (
    OWNER,
    bare_source,
    core_of,
    cut_name,
    is_named,
    is_too_long,
    without_description,
)
from briefing.analysis.source_kinds import (
    ARTICLE,
    is_descriptor,
    is_partisan,
    kind_of,
    known_name,
    looks_like_person,
    read_kinds,
)
from briefing.analysis.word_marks import CONFLICT
from briefing.model.findings import SourceKind

_NAME_WORD = r"(?:[A-Z][\w’'\-]*+|of|for|the|and|on|to|in|de|du|des|al|el)"
_NAME = re.compile(rf"(?<!\w)({_NAME_WORD}(?:\s{{1,2}}{_NAME_WORD}){{1,9}})\s{{0,2}}$")
_WORD = re.compile(r"\w+")
_OWN_OFFICE = re.compile(r"(?:[Ii]ts|[Tt]heir|[Oo]ur) (?:[a-z]+ ){1,3}(?=[A-Z])")
_OWNED = re.compile(r"^(?:its|their|his|her|our)\s+", re.IGNORECASE)
_HEAD_END = re.compile(r"\s(?:of|for|in|at|from)\s")
_BRACKETED = re.compile(r"\(\s?(?:the\s)?([A-Z][A-Z.]{1,8}s?)\s?\)")
_LONGEST_FULL = 300  # characters of a name before its acronym
_RECENT = 60
_NAME_PARTS = 2  # of a person
_REMEMBERED = 4_000  # sources; the same ones speak again and again
_VAGUE = frozenset({SourceKind.PERSON, SourceKind.UNKNOWN})
_FORMER = frozenset({"former", "ex-president", "ex-minister"})
_MEDIA = frozenset({SourceKind.AGENCY, SourceKind.MEDIA, SourceKind.LOCAL_MEDIA, SourceKind.SOCIAL_MEDIA})
_VOICES = _MEDIA | {SourceKind.OFFICIAL}
_MAY_TAKE_SIDES = _VOICES | {SourceKind.PERSON, SourceKind.UNKNOWN}
_PERSONS = frozenset({SourceKind.PERSON, SourceKind.EXPERT, SourceKind.WITNESS})


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source: its printable name, its kind, whether it is a party to the events, whether it is named at all.

    ``person`` tells whether "he" or "she" may mean it; several persons without a name are none.
    """

    name: str
    kind: SourceKind
    party: bool
    named: bool
    person: bool
    group: bool


@dataclass(slots=True)
class SourceBook:
    """The sources met so far in one report, so that "SOHR", "the Observatory" and "he" find their full name.

    ``conflict`` tells whether the report is about an armed conflict or unrest, where officials speak as parties.
    """

    conflict: bool
    acronyms: dict[str, str]
    met: dict[str, NamedSource] = field(default_factory=dict)
    last_person: NamedSource | None = None
    last_body: NamedSource | None = None

    def name(self, words: str, description: str = "", *, aside: bool = False) -> NamedSource:
        """Name a source from its words and the description beside them, and remember it.

        ``aside`` says that it is only mentioned, so that "it said" does not mean it.
        """
        bare = bare_source(words)
        resolved = self._of_pronoun(bare) or self._short_form(bare) or self._plain(bare, description)
        known = self.met.setdefault(resolved.name.casefold(), resolved)
        if aside:
            return known
        if known.person and not known.group:
            self.last_person = known
        else:
            self.last_body = known
        return known

    def _of_pronoun(self, words: str) -> NamedSource | None:
        """Find whom "he", "it", "they" or "the statement" stands for: the last source of that sort."""
        pronoun = words.lower()
        if words == "WHO":
            return None
        if pronoun in {"he", "she"}:
            return self.last_person or (None if self.last_body and self.last_body.group else self.last_body)
        if pronoun == "they":
            return self.last_body
        if pronoun in read_kinds().sets["back_references"] or pronoun.startswith(("same ", "the same ")):
            return self.last_body or self.last_person
        return None

    def _short_form(self, words: str) -> NamedSource | None:
        """Find the source that "the Observatory", "the group" or "Barazi" stands for."""
        core = core_of(words)
        definite = words[:4].lower() == "the "
        if definite and " " in core:
            core = _without_descriptors(core)
        core = _of_body(core) or core
        known = self.acronyms.get(core.replace(".", ""))
        if known:
            return self._plain(known)
        if " " in core and not definite and not (core.count(" ") == 1 and core.istitle()):
            return None
        tail = f" {core}"  # "the ministry" is the "health ministry" or the "Ministry of Defence" met before
        for source in islice(reversed(self.met.values()), _RECENT):
            whole = source.named or " of " in source.name or (definite and source.name.lower().endswith(tail))
            if whole and _is_short_for(core, source, definite=definite):
                return source
        return None

    def _plain(self, words: str, description: str = "") -> NamedSource:
        full = ARTICLE.sub("", words)
        first = without_description(full)
        name = self.acronyms.get(first.replace(".", "")) or cut_name(first)
        name = _of_body(name, whole=True) or _without_office(name)
        return _name_source(full, name, description, conflict=self.conflict)


def _without_descriptors(core: str) -> str:
    """Take "observatory" of "British-based observatory", to look for whom it stands for."""
    parts = core.split()
    rest = list(dropwhile(is_descriptor, parts))
    return " ".join(rest) if rest and all(part.islower() for part in rest) else core


def _without_office(name: str) -> str:
    """Take "Ana Lopez" of "its head Ana Lopez", whose body another sentence names."""
    office = _OWN_OFFICE.match(name)
    person = name[office.end() :] if office is not None else ""
    return person if looks_like_person(person.split()) else name


def _of_body(name: str, *, whole: bool = False) -> str:
    """Return the person, who may be named by the last name alone unless ``whole``, after a body or place that owns it.

    "Red Cross’ Ana Lopez" and "Lisbon's mayor Ana Lopez" are persons; "Russia's Defence Ministry" is none.
    """
    owner, *owned = OWNER.split(name, maxsplit=1)
    person = owned[0] if owned else ""
    parts = person.split()
    if not owner or not parts or not parts[-1][:1].isupper():
        return ""
    titled = is_role(parts[0].lower()) and parts[0].islower() and looks_like_person(parts[1:])
    named = all(part[:1].isupper() for part in parts) and looks_like_person(parts)
    vague = kind_of(person) in _VAGUE
    short = not whole and len(parts) == 1 and vague and person.istitle()
    return person if titled or (named and vague) or short else ""


@lru_cache(maxsize=_REMEMBERED)
def _name_source(words: str, name: str, description: str, *, conflict: bool) -> NamedSource:
    """Name a source by its words and by the name that was cut out of them."""
    known = known_name(words) or known_name(name)
    if known is not None:
        return _source(*known, party=_has_stake(words, known[1], conflict=conflict), named=True)
    kind = _kind(words, description, conflict=conflict)
    if kind is SourceKind.UNKNOWN and name != words:
        kind = _kind(name, description, conflict=conflict)
    name = _with_bearer(name, description.strip(" ,"))
    return _source(name, kind, party=_has_stake(words, kind, conflict=conflict), named=is_named(name))


def _with_bearer(name: str, bearer: str) -> str:
    """Put a role and the name beside it together: "nurse Ana Lopez", and "director Ana Lopez" for "its director"."""
    alone = looks_like_person(name.split()) and not _turns_on_role(name)
    if alone or not looks_like_person(bearer.split()):
        return name
    if is_named(name) and not _turns_on_role(name):
        return name
    whole = f"{_OWNED.sub('', name).partition(' in ')[0]} {bearer}"
    return bearer if is_too_long(whole) else whole


def _turns_on_role(name: str) -> bool:
    head = _HEAD_END.split(name, maxsplit=1)[0].split()
    return bool(head) and is_role(head[-1].lower())


def _source(name: str, kind: SourceKind, *, party: bool, named: bool) -> NamedSource:
    return NamedSource(name, kind, party, named, person=_is_person(name, kind), group=not named and _is_plural(name))


def _kind(words: str, description: str, *, conflict: bool) -> SourceKind:
    kind = kind_of(words)
    if kind in _VAGUE and description:
        described = kind_of(ARTICLE.sub("", description.strip(" ,()")), described=True)
        kind = kind if described in _VAGUE else described
    if kind is SourceKind.PARTY and not conflict and not read_kinds().always.search(words):
        return SourceKind.OFFICIAL
    return kind


def _has_stake(words: str, kind: SourceKind, *, conflict: bool) -> bool:
    if kind is SourceKind.PARTY or (conflict and _speaks_with_party(words)):
        return True
    if not conflict or kind not in _MAY_TAKE_SIDES:
        return False
    if kind in _VOICES and is_partisan(words, medium=kind in _MEDIA):
        return True
    former = not _FORMER.isdisjoint(words.lower().split())
    return kind not in _MEDIA and not former and read_kinds().stake.search(words) is not None


def _speaks_with_party(words: str) -> bool:
    """Tell whether a party is named first of several sources: "Rebels and residents"."""
    first, joined, _ = words.partition(" and ")
    return bool(joined) and kind_of(first) is SourceKind.PARTY


def open_book(text: str, lines: Sequence[Line]) -> SourceBook:
    """Begin the book of one report: learn its acronyms and whether it tells of a conflict."""
    acronyms: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        named = _NAME.search(text, max(0, match.start() - _LONGEST_FULL), match.start())
        full = _full_name(named.group(1), match.group(1)) if named is not None else ""
        if full:
            acronyms.setdefault(match.group(1).replace(".", ""), full)
    return SourceBook(conflict=_tells_of_conflict(text, lines), acronyms=acronyms)


def _tells_of_conflict(text: str, lines: Sequence[Line]) -> bool:
    """Tell whether two different signs of an armed conflict or unrest stand in a text.

    The words of its sentences are asked first, since most reports that tell of one show it at once.
    """
    kinds, met = read_kinds(), set[str]()
    for line in lines:
        met |= line.words_with(CONFLICT)
        if len(met) > 1:
            return True
    small = text.lower()
    words = frozenset(_WORD.findall(small))
    signs = len(kinds.conflict & words) + (not kinds.forces.isdisjoint(words))
    if signs > 1:
        return True
    phrases = {sign.removesuffix("s") for sign in kinds.conflict_phrases if sign in small}
    return signs + len(phrases) > 1


def _full_name(words: str, acronym: str) -> str:
    """Take as many words before a bracketed acronym as its letters ask for."""
    letters = re.sub("[^A-Z]", "", acronym)
    parts = words.split()
    for start in range(len(parts)):
        initials = "".join(part[0] for part in parts[start:] if part[0].isupper())
        if initials == letters and parts[start][0].isupper():
            return " ".join(parts[start:])
    return ""


def _is_plural(name: str) -> bool:
    """Tell whether a name means several persons, whom "he" cannot mean: "other supporters"."""
    last = name.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower() if name else ""
    return (last.endswith("s") and not last.endswith("ss")) or last in read_kinds().sets["plurals"]


def _is_person(name: str, kind: SourceKind) -> bool:
    if kind in _PERSONS:
        return True
    parts = name.split()
    titled = any(part.lower() in read_kinds().titles for part in parts)
    office = len(parts) > _NAME_PARTS and is_role(parts[-_NAME_PARTS - 1])  # "U.N. aid coordinator Ana Lopez"
    return titled or ((office or kind is SourceKind.OFFICIAL) and looks_like_person(parts[-_NAME_PARTS:]))


def _is_short_for(core: str, source: NamedSource, *, definite: bool) -> bool:
    """Tell whether "Barazi" or "the Observatory" is the end of a name, or "the group" a noun for what bears it."""
    if definite and core.islower():
        return _fits(core, source)
    parts = source.name.split()
    if not core[:1].isupper() or core in read_kinds().demonyms or len(parts) <= len(core.split()):
        return False
    return source.name.endswith(" " + core) or (definite and core in parts)


def _fits(noun: str, source: NamedSource) -> bool:
    """Tell whether "the agency", "the group" or "the ministry" may stand for a source met before."""
    head, parts = noun.rsplit(maxsplit=1)[-1], source.name.split()
    held = [index for index, part in enumerate(parts) if part.lower() == head]
    turns = [index for index in held if index + 1 == len(parts) or not is_role(parts[index + 1])]
    return bool(turns) or source.kind in read_kinds().short_forms.get(head, frozenset())
