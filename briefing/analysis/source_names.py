"""Turns the words for a source into its name, and learns the names of a report: acronyms, short forms, pronouns."""

import re
from dataclasses import dataclass, field
from itertools import islice

from briefing.analysis.cues import read_cues
from briefing.analysis.phrases import is_role, is_verb, modifiers
from briefing.analysis.source_kinds import (
    ARTICLE,
    WORD,
    is_demonym,
    is_descriptor,
    kind_of,
    known_name,
    looks_like_person,
    read_kinds,
)
from briefing.analysis.tokens import Token
from briefing.model.findings import SourceKind

_NAME_WORD = r"(?:[A-Z][\w’'\-]*+|of|for|the|and|on|to|in|de|du|des|al|el)"
_ACRONYM = re.compile(
    rf"(?<!\w)({_NAME_WORD}(?:\s{{1,2}}{_NAME_WORD}){{1,9}})\s{{0,2}}\(\s?(?:the\s)?([A-Z][A-Z.]{{1,8}}s?)\s?\)"
)
_RECENT = 60
_TITLED = 4  # words: more than this before a person's name are titles
_VAGUE = frozenset({SourceKind.PERSON, SourceKind.UNKNOWN})
_PUBLISHED_BY = re.compile(
    r"(?:the |a |an )?(?:\w+ )?(?:statements?|letter|reports?|communiqu[eé]|post|message|tweet|figures|data|video)"
    r" (?:\w+ )?(?:by|from) (.{3,})",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_SAID_IN = re.compile(
    r"\s+(?:in|on|via|through|during|at) (?:a|an|his|her|its|their|the) [\w ]*?"
    r"(?:message|statement|interview|speech|tweet|post|letter|briefing|conference|report|address)\b.*$"
)
_CONTRACTION = re.compile(r"(?<=^he|^we)[’'](?:s|d|ve|ll|re)$|(?<=^she)[’'](?:s|d|ll)$|(?<=^they)[’'](?:ve|d|re|ll)$")
_LONGEST_NAME = 8
_OFFICE = re.compile(
    r"(?<=\w)\s+(?:the |a |an )?"
    r"(?:head|director|chief|leader|spokes\w+|president|founder|chairman|coordinator|member) (?:of|for) .*$"
)


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source: its printable name, its kind, whether it is a party to the events, whether it is named at all."""

    name: str
    kind: SourceKind
    party: bool
    named: bool


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
        resolved = self._resolve(_SPACES.sub(" ", words).strip(' ,;:.-–—“”"'), description)
        known = self.met.setdefault(resolved.name.casefold(), resolved)
        if aside:
            return known
        if _is_person(known) and not _is_group(known):
            self.last_person = known
        else:
            self.last_body = known
        return known

    def _resolve(self, words: str, description: str) -> NamedSource:
        published = _PUBLISHED_BY.match(words)
        words = published.group(1) if published is not None else words
        words = words[: len(_CONTRACTION.sub("", words.lower()))] if _CONTRACTION.search(words.lower()) else words
        return self._of_pronoun(words) or self._short_form(words) or self._plain(words, description)

    def _of_pronoun(self, words: str) -> NamedSource | None:
        """Find whom "he", "it", "they" or "the statement" stands for: the last source of that sort."""
        pronoun = words.lower()
        if words == "WHO":
            return None
        if pronoun in {"he", "she"}:
            return self.last_person or (None if self.last_body and _is_group(self.last_body) else self.last_body)
        if pronoun == "they":
            return self.last_body
        if pronoun.removeprefix("the ").startswith("same "):
            return self.last_body or self.last_person
        if pronoun in {"it", "who", "which"} or pronoun in read_kinds().sets["texts"]:
            return self.last_body or self.last_person
        return None

    def _short_form(self, words: str) -> NamedSource | None:
        """Find the source that "the Observatory", "the group" or "Barazi" stands for."""
        definite = words.lower().startswith("the ")
        core = _drop_before(ARTICLE.sub("", words))
        known = self.acronyms.get(core.replace(".", ""))
        if known:
            return self._plain(known)
        if " " in core and not definite and not (core.count(" ") == 1 and core.istitle()):
            return None
        recent = list(islice(reversed(self.met.values()), _RECENT))
        tail = f" {core}"  # "the ministry" is the "health ministry" or the "Ministry of Defence" met before
        whole = (s for s in recent if s.named or " of " in s.name or (definite and s.name.lower().endswith(tail)))
        return next((source for source in whole if _is_short_for(core, source, definite)), None)

    def _plain(self, words: str, description: str = "") -> NamedSource:
        full = ARTICLE.sub("", words)
        name = _clean_name(full, self.acronyms)
        known = known_name(full) or known_name(name)
        if known is not None:
            return NamedSource(known[0], known[1], known[1] is SourceKind.PARTY, named=True)
        kind = self._kind(full, description)
        if kind is SourceKind.UNKNOWN and name != full:
            kind = self._kind(name, description)
        if not _is_named(name) and looks_like_person(description.strip(" ,").split()):
            name = description.strip(" ,")  # "Its director, Ana Lopez, said"
        return NamedSource(name, kind, self._has_stake(full, kind), named=_is_named(name))

    def _kind(self, words: str, description: str) -> SourceKind:
        kind = kind_of(words)
        if kind in _VAGUE and description:
            described = kind_of(ARTICLE.sub("", description.strip(" ,()")), described=True)
            kind = kind if described in _VAGUE else described
        if kind is SourceKind.PARTY and not self.conflict and not read_kinds().always.search(words):
            return SourceKind.OFFICIAL
        return kind

    def _has_stake(self, words: str, kind: SourceKind) -> bool:
        if kind is SourceKind.PARTY:
            return True
        may = kind in {SourceKind.OFFICIAL, SourceKind.PERSON, SourceKind.UNKNOWN}
        return self.conflict and may and read_kinds().stake.search(words) is not None


def open_book(text: str) -> SourceBook:
    """Begin the book of one report: learn its acronyms and whether it tells of a conflict."""
    acronyms: dict[str, str] = {}
    for match in _ACRONYM.finditer(text):
        full = _full_name(match.group(1), match.group(2))
        if full:
            acronyms.setdefault(match.group(2).replace(".", ""), full)
    return SourceBook(conflict=_tells_of_conflict(text), acronyms=acronyms)


def _tells_of_conflict(text: str) -> bool:
    """Tell whether two different signs of an armed conflict or unrest stand in a text."""
    signs: set[str] = set()
    for match in read_kinds().conflict.finditer(text):
        signs.add(match.group().lower())
        if len(signs) > 1:
            return True
    return False


def _full_name(words: str, acronym: str) -> str:
    """Take as many words before a bracketed acronym as its letters ask for."""
    letters = re.sub("[^A-Z]", "", acronym)
    parts = words.split()
    for start in range(len(parts)):
        initials = "".join(part[0] for part in parts[start:] if part[0].isupper())
        if initials == letters and parts[start][0].isupper():
            return " ".join(parts[start:])
    return ""


def _clean_name(words: str, acronyms: dict[str, str]) -> str:
    """Drop brackets, articles and descriptors around a proper name."""
    name = re.sub(r"\s*\([^)]*\)", "", words)
    name = _OFFICE.sub("", _SAID_IN.sub("", name))
    name = re.split(r"\s*,\s+|\s+(?:who|which)\b", name)[0].strip(" ,;:.'‘’\"“”") or words
    if name.replace(".", "") in acronyms:
        return acronyms[name.replace(".", "")]
    name = _drop_after(_drop_before(ARTICLE.sub("", _cut_clause(name))))
    return ARTICLE.sub("", name)


def is_too_long(name: str) -> bool:
    """Tell whether words are too many for a name; small words such as "of" do not count."""
    joins = read_kinds().sets["name_joins"]
    return sum(word.lower() not in joins for word in name.split()) > _LONGEST_NAME


def _cut_clause(name: str) -> str:
    """Cut a name before a verb, and a long one before a preposition: "Police seized", "Beijing considers Taiwan"."""
    parts = name.split()
    end = next((index for index in range(1, len(parts)) if _opens_clause(parts, index)), len(parts))
    if end > _LONGEST_NAME and is_too_long(" ".join(parts[:end])):
        cuts = read_kinds().sets["name_cuts"]
        end = next((index for index in range(1, end) if parts[index] in cuts), end)
    parts = _role_and_name(parts[:end])
    if len(parts) > _TITLED and looks_like_person(parts[-2:]) and all(part[:1].isupper() for part in parts):
        roles = [index for index, part in enumerate(parts[:-2]) if part.lower() in read_kinds().heads]
        if roles and roles[-1] == len(parts) - 3:
            return " ".join(parts[-2:])  # "Senior National Correspondent Ana Lopez"
    return " ".join(parts)


def _role_and_name(parts: list[str]) -> list[str]:
    """Cut what runs into a long name before its role: "... Harbour and Mills civil defence official Ana Lopez"."""
    if not is_too_long(" ".join(parts)):
        return parts
    roles = [index for index, part in enumerate(parts[:-1]) if is_role(part) and parts[index + 1][:1].isupper()]
    if is_role(parts[-1]):
        roles.append(len(parts) - 1)
    first = roles[-1] if roles else 0
    while first > 0 and _describes_role(parts[first - 1], named=parts[-1].islower()):
        first -= 1
    return parts[first:]


def _describes_role(word: str, *, named: bool) -> bool:
    """Tell whether a word before a role belongs to it; a name does where none follows: "Lisbon fire department"."""
    joined = named and (word[:1].isupper() or word == "and" or is_role(word) or "-" in word)
    return joined or (word in modifiers() and word not in read_cues().sets["determiners"] | {"more"})


def _opens_clause(parts: list[str], index: int) -> bool:
    """Tell whether a verb stands here: "seized", "has", "considers Taiwan", "looking for"."""
    word, before = parts[index], parts[index - 1]
    if not word.islower() or not word.isalpha() or is_role(word):
        return False
    token = Token(0, len(word), word, word)
    last = index + 1 == len(parts)
    if is_verb(token):
        return last or not parts[index + 1][:1].isupper() or word in read_cues().sets["verbs"]
    if last or not before[:1].isupper():
        return False
    after = parts[index + 1]
    third = word.endswith("s") and (after[:1].isupper() or after in read_cues().sets["determiners"])
    gerund = word.endswith("ing") and word not in modifiers() and after in read_cues().sets["before_articles"]
    return (third and word not in modifiers() and index == 1) or gerund


def _drop_before(name: str) -> str:
    """Cut "local media" off "local media Daraa24"; all that is cut must be descriptors, and a name must remain."""
    parts = name.split()
    index = 0
    while index < len(parts) - 1 and is_descriptor(parts[index]):
        index += 1
    rest = parts[index:]
    if index == 0 or not rest[0][:1].isupper() or all(map(is_demonym, rest)) or (len(rest) > 1 and rest[1].islower()):
        return name
    return " ".join(rest)


def _drop_after(name: str) -> str:
    """Cut "news agency" off "Anadolu news agency"; "Syrian news agency" keeps it."""
    for words in read_kinds().after:
        if name.endswith(words) and name[: -len(words)].endswith(" "):
            parts = name[: -len(words)].split()
            proper = any(not is_demonym(part) and not _is_common(part) for part in parts)
            if proper and parts[0][:1].isupper() and parts[-1][:1].isupper():
                return " ".join(parts)
    return name


def _is_group(source: NamedSource) -> bool:
    """Tell whether a source is several persons without a name, whom "he" cannot mean: "other supporters"."""
    last = source.name.split(" of ")[0].rsplit(maxsplit=1)[-1].lower() if source.name else ""
    plural = (last.endswith("s") and not last.endswith("ss")) or last in read_kinds().sets["plurals"]
    return plural and not source.named


def _is_person(source: NamedSource) -> bool:
    if source.kind in {SourceKind.PERSON, SourceKind.EXPERT, SourceKind.WITNESS}:
        return True
    parts = source.name.split()
    titled = any(part.lower() in read_kinds().titles for part in parts)
    return titled or (source.kind is SourceKind.OFFICIAL and looks_like_person(parts[-2:]))


def _is_named(name: str) -> bool:
    """Tell whether there is a proper name among the words that is more than the adjective of a people."""
    words = WORD.findall(name)
    return any(
        word[:1].isupper() and not is_demonym(word) and not (index == 0 and _is_common(word))
        for index, word in enumerate(words)
    )


def _is_common(word: str) -> bool:
    """Tell whether a word has its capital only because it begins a sentence."""
    lower = word.lower()
    return lower in read_kinds().heads or lower in read_kinds().before or lower in read_kinds().sets["openers"]


def _is_short_for(core: str, source: NamedSource, definite: bool) -> bool:
    """Tell whether "Barazi" or "the Observatory" is the end of a name, or "the group" a noun for what bears it."""
    if definite and core.islower():
        return _fits(core, source)
    parts = source.name.split()
    if not core[:1].isupper() or core in read_kinds().demonyms or len(parts) <= len(core.split()):
        return False
    return source.name.endswith(" " + core) or (definite and core in parts)


def _fits(noun: str, source: NamedSource) -> bool:
    """Tell whether "the agency", "the group" or "the ministry" may stand for a source met before."""
    head = noun.rsplit(maxsplit=1)[-1]
    return head in source.name.lower().split() or source.kind in read_kinds().short_forms.get(head, frozenset())
