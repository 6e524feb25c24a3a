"""The table of incidents: of what kind of event a passage speaks, and since when it counts."""

import re
from functools import cache

from briefing.data.tables import load_table

# So many words say since when a count runs.
_SINCE = 3
_OUTBREAK = "outbreak"
_TOKEN = re.compile(r"\w+(?:-\w+)*")
# The same for texts without other letters, and twice as fast.
_ASCII_TOKEN = re.compile(r"[a-z0-9_]+(?:-[a-z0-9_]+)*")
# All that parts words as spaces; twice as fast again, where no hyphens join words.
_SPACED = bytes(byte if re.match(r"[a-z0-9_]", chr(byte)) else ord(" ") for byte in range(256))
_NONE = frozenset[str]()


def incidents_meet(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether two passages can be of one incident by their kinds: one in common, or kinds that go together."""
    if not one or not two or not one.isdisjoint(two):
        return True
    together = _together()
    return any((left, right) in together for left in one for right in two)


@cache
def _diseases() -> frozenset[str]:
    return frozenset(load_table("incidents")["diseases"])


@cache
def _together() -> frozenset[tuple[str, str]]:
    """Return the kinds that go together, each pair both ways round."""
    pairs: list[tuple[str, str]] = load_table("incidents")["together"]["pairs"]
    pairs = pairs + [(_OUTBREAK, disease) for disease in _diseases()]
    return frozenset(pair for one, two in pairs for pair in ((one, two), (two, one)))


def incidents_in(text: str) -> frozenset[str]:
    """Return the kinds of incident of which a text (case folded) speaks."""
    by_first, words = _incident_phrases(), _tokens(text)
    found = by_first.keys() & words
    if not found:
        return _NONE
    spaced = f" {' '.join(words)} "
    kinds = frozenset([kind for word in found for phrase, kind in by_first[word] if phrase in spaced])
    return kinds - {_OUTBREAK} if _OUTBREAK in kinds and not kinds.isdisjoint(_diseases()) else kinds


def _tokens(text: str) -> list[str]:
    """Return the words of a text, those joined by hyphens as one."""
    if not text.isascii():
        return _TOKEN.findall(text)
    if "-" in text:
        return _ASCII_TOKEN.findall(text)
    return text.encode().translate(_SPACED).decode().split()


@cache
def _incident_phrases() -> dict[str, list[tuple[str, str]]]:
    """Return the phrases of each kind of incident, between spaces, by their first word."""
    table = load_table("incidents")
    kinds: dict[str, list[str]] = table["incidents"] | table["diseases"]
    by_first: dict[str, list[tuple[str, str]]] = {}
    for kind, phrases in kinds.items():
        for phrase in phrases:
            by_first.setdefault(phrase.split()[0], []).append((f" {phrase} ", kind))
    return by_first


def running_since(text: str) -> str:
    """Return since when a count runs ("since the strikes"); "the deadliest since 2014" does not make it run."""
    found = find_phrase(text, "running", "since")
    if found is None or find_phrase(text[: found.start()], "running", "superlative"):
        return ""
    return " ".join(text[found.start() :].split()[:_SINCE])


def find_phrase(text: str, section: str, key: str) -> re.Match[str] | None:
    """Find the first phrase of one list of the table of incidents in a text (case folded)."""
    words, pattern = _phrases(section, key)
    # Most texts have none, which plain comparison tells faster than the pattern.
    for word in words:
        if word in text:
            return pattern.search(text)
    return None


@cache
def _phrases(section: str, key: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the phrases of one list, without those that hold another one of it, and a pattern for all of them."""
    phrases: list[str] = load_table("incidents")[section][key]
    telling = [phrase for phrase in phrases if not any(other != phrase and other in phrase for other in phrases)]
    return tuple(telling), re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
