"""Cuts the words for a source down to its name: without brackets, offices, clauses and descriptors."""

import re
from functools import lru_cache

from briefing.analysis.cues import read_cues
from briefing.analysis.phrases import is_role, is_verb, modifiers
from briefing.analysis.source_kinds import (
    ARTICLE,
    WORD,
    is_demonym,
    is_descriptor,
    looks_like_person,
    opening_name,
    read_kinds,
)
from briefing.analysis.tokens import Token

_REMEMBERED = 4_000  # phrases; the same sources speak again and again
_LONGEST_NAME = 8
_TITLED = 4  # words: more than this before a person's name are titles
_SPACES = re.compile(r"\s+")
_BRACKET = re.compile(r"\s*\([^)]*\)")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.)+[A-Z]$")
_DESCRIBED = re.compile(r"\s*,\s+|\s+(?:who|which)\b")
# A row of places describes nobody: "residents of Homs, Hama and Idlib".
_ROW = re.compile(r"\w+ (?:of|in|from)(?: [A-Z][\w’'-]*)+(?:,(?: [A-Z][\w’'-]*)+)+ and(?: [A-Z][\w’'-]*)+$")
_PUBLISHED_BY = re.compile(
    r"(?:the |a |an )?(?:\w+ )?(?:statements?|letter|reports?|communiqu[eé]|post|message|tweet|figures|data|video)"
    r" (?:\w+ )?(?:by|from) (.{3,})",
    re.IGNORECASE,
)
# "videos of the blast published by state media"
_SHOWN_BY = re.compile(
    r"(?:the |a |an )?(?:\w+ )?(?:videos?|images?|photos?|photographs?|pictures?|footage|recordings?|clips?)"
    r" (?:[\w’'-]+ ){0,6}(?:published|released|posted|shared|broadcast|aired|circulated|distributed) by (.{3,})",
    re.IGNORECASE,
)
_SAID_IN = re.compile(
    r"\s+(?:in|on|via|through|during|at) (?:a|an|his|her|its|their|the) [\w ]*?"
    r"(?:message|statement|interview|speech|tweet|post|letter|briefing|conference|report|address)\b.*$"
    r"|\s+in (?:public|private|court)$"
)
_CONTRACTION = re.compile(r"(?<=^he|^we)[’'](?:s|d|ve|ll|re)$|(?<=^she)[’'](?:s|d|ll)$|(?<=^they)[’'](?:ve|d|re|ll)$")
# What a body publishes is no part of its name: "a Valley Hospital press release".
_RELEASE = re.compile(r"((?!(?:an?|the) (?:press|news|media)\b).*\w) (?:press|news|media) (?:releases?|statements?)$")
# How something is said or done stands between the name and its verb: "the agency | officially | declared".
_ADVERB = re.compile(r"(?<=\w) (?!(?:family|ally|assembly|supply|monopoly|anomaly|bully|rally)$)[a-z]{3,}ly$")
# Where somebody is or comes from: "Ana Lopez | from Lisbon", "the BBC's Ana Lopez | at the United Nations".
_WHERE = re.compile(r"(\S+ \S+(?: \S+){0,2}?) (?:from|at|in) (?:the )?[A-Z].*$")
OWNER = re.compile(r"(?:(?<=\w)['’]s|(?<=s)['’])\s+(?=\S)")
"""Parts a body or a place from what it owns: "the BBC's | Ana Lopez"."""
_OFFICE = re.compile(
    r"(?<=\w)\s+(?:the |a |an )?"
    r"(?:head|director|chief|leader|spokes\w+|president|founder|chairman|coordinator|member) (?:of|for) .*$"
)


@lru_cache(maxsize=_REMEMBERED)
def bare_source(words: str) -> str:
    """Return the words for a source without marks around them, without "a statement by" and without a "'s" for "is"."""
    plain = _stripped(_SPACES.sub(" ", words), ' ,;:.-–—“”"')
    published = _PUBLISHED_BY.match(plain) or _SHOWN_BY.match(plain)
    plain = _ADVERB.sub("", published.group(1) if published is not None else plain)
    published = _RELEASE.match(plain)
    plain = published.group(1) if published is not None else plain
    short = _CONTRACTION.search(plain.lower())
    return plain[: short.start()] if short else plain


@lru_cache(maxsize=_REMEMBERED)
def without_description(words: str) -> str:
    """Drop what is said of a source in brackets, after a comma or behind its name: an office, a speech."""
    name = _OFFICE.sub("", _SAID_IN.sub("", _BRACKET.sub("", words)))
    where = _WHERE.match(name)
    if where is not None and looks_like_person(OWNER.split(where.group(1))[-1].split()):
        name = where.group(1)
    if _ROW.match(name):
        return name
    return _stripped(_DESCRIBED.split(name, maxsplit=1)[0], " ,;:.'‘’\"“”") or words


def _stripped(words: str, marks: str) -> str:
    """Cut marks off both ends, but not the last stop of "U.S."."""
    plain = words.strip(marks)
    return f"{plain}." if _INITIALS.search(plain) and f"{plain}." in words else plain


@lru_cache(maxsize=_REMEMBERED)
def cut_name(name: str) -> str:
    """Drop clauses, articles and descriptors around a proper name."""
    return ARTICLE.sub("", _drop_after(core_of(_cut_clause(name))))


@lru_cache(maxsize=_REMEMBERED)
def core_of(words: str) -> str:
    """Drop the article and the descriptors before a name."""
    return _drop_before(ARTICLE.sub("", words))


@lru_cache(maxsize=_REMEMBERED)
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
    if index and opening_name(name) is not None:
        return name  # "Human Rights Watch Nigeria" is no "Watch Nigeria"
    if index == 0 or not rest[0][:1].isupper() or all(map(is_demonym, rest)) or (len(rest) > 1 and rest[1].islower()):
        return name
    return " ".join(rest)


def _drop_after(name: str) -> str:
    """Cut "news agency" off "Anadolu news agency"; "Syrian news agency" keeps it."""
    if not name.endswith(read_kinds().after):
        return name
    for words in read_kinds().after:
        if name.endswith(words) and name[: -len(words)].endswith(" "):
            parts = name[: -len(words)].split()
            proper = any(not is_demonym(part) and not is_common(part) for part in parts)
            owned = parts[-1].endswith(("'s", "’s"))
            if proper and not owned and parts[0][:1].isupper() and parts[-1][:1].isupper():
                return " ".join(parts)
    return name


def is_named(name: str) -> bool:
    """Tell whether there is a proper name among the words that is more than the adjective of a people."""
    words = WORD.findall(name)
    return any(
        word[:1].isupper() and not is_demonym(word) and not (index == 0 and is_common(word))
        for index, word in enumerate(words)
    )


def is_common(word: str) -> bool:
    """Tell whether a word has its capital only because it begins a sentence."""
    lower = word.lower()
    return lower in read_kinds().heads or lower in read_kinds().before or lower in read_kinds().sets["openers"]
