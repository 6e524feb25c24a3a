"""What kind of source a name or a phrase is, by well-known names and by the noun that the phrase turns on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.data.tables import load_table
from briefing.model.findings import SourceKind

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
WORD = re.compile(r"[\w’'.\-/]+")
_PIECE = re.compile(r"\w+")
_ATTACHED = re.compile(r"-(?=(?:run|affiliated|linked|aligned|backed|appointed)\b)|(?<=\bpro)-", re.IGNORECASE)
_HELD = re.compile(r"[\w’']+-(?:held|besieged)\b")
_REMEMBERED = 2_000  # phrases; the same sources speak again and again
_SHORTEST_MEDIUM = 6
_JOINING = frozenset({"of", "for", "and", "or"})
_GENERAL = frozenset({SourceKind.OFFICIAL, SourceKind.UNKNOWN, SourceKind.PERSON})
_SPOKEN_FOR = frozenset({SourceKind.PARTY, SourceKind.OFFICIAL, SourceKind.AID, SourceKind.MONITOR})
_BODY_KINDS = frozenset(
    {SourceKind.PARTY, SourceKind.MONITOR, SourceKind.AID, SourceKind.STATE_MEDIA, SourceKind.AGENCY}
)


@dataclass(frozen=True, slots=True)
class KindWords:
    """The tables of source_kinds.toml, ready to be asked; ``names`` are patterns with their printed forms by kind."""

    names: tuple[tuple[re.Pattern[str], SourceKind, dict[str, str]], ...]
    name_openings: frozenset[str]
    heads: dict[str, SourceKind]
    head_words: frozenset[str]
    stake: re.Pattern[str]
    conflict: frozenset[str]
    forces: frozenset[str]
    conflict_phrases: tuple[str, ...]
    always: re.Pattern[str]
    states: frozenset[str]
    titles: frozenset[str]
    before: frozenset[str]
    after: tuple[str, ...]
    demonyms: frozenset[str]
    sets: dict[str, frozenset[str]]
    attached: tuple[str, ...]
    media_endings: tuple[str, ...]
    short_forms: dict[str, frozenset[SourceKind]]


@cache
def read_kinds() -> KindWords:
    """Read the table of kinds of sources."""
    table = load_table("source_kinds")
    names = []
    for kind, entries in table["names"].items():
        printed = {(entry.split("=")[0]): entry.split("=")[-1] for entry in entries}
        ordered = sorted(printed, key=lambda name: (-len(name), name))
        pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")
        names.append((pattern, SourceKind(kind), printed))
    heads: dict[str, SourceKind] = {}
    for kind, words in table["heads"].items():
        for word in words:
            heads.setdefault(word, SourceKind(kind))
    descriptors, signs = table["descriptors"], table["stake"]["conflict_signs"]
    return KindWords(
        names=tuple(names),
        name_openings=frozenset(_PIECE.findall(name)[0] for _, _, printed in names for name in printed),
        heads=heads,
        head_words=frozenset(word for phrase in heads for word in phrase.split()),
        stake=_words_pattern(table["stake"]["in_conflict"]),
        conflict=frozenset(sign for sign in signs if " " not in sign),
        forces=frozenset(table["stake"]["forces"]),
        conflict_phrases=tuple(sign for sign in signs if " " in sign),
        always=_words_pattern(table["stake"]["always"]),
        states=frozenset(table["states"]["seats"] + table["states"]["countries"]),
        titles=frozenset(table["person_titles"]["words"]),
        before=frozenset(descriptors["before"]),
        after=tuple(sorted(descriptors["after"], key=lambda words: (-len(words), words))),
        demonyms=frozenset(descriptors["demonyms"]),
        sets={name: frozenset(words) for name, words in table["phrases"].items()},
        attached=tuple(table["phrases"]["attached"]),
        media_endings=tuple(table["phrases"]["media_endings"]),
        short_forms={noun: frozenset(map(SourceKind, kinds)) for noun, kinds in table["short_forms"].items()},
    )


def _words_pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def known_name(words: str) -> tuple[str, SourceKind] | None:
    """Find a well-known name that the words amount to, with descriptors around it at most."""
    for match, kind, printed in _names_in(words, every=True):
        around = WORD.findall(words[: match.start()] + " " + words[match.end() :])
        if all(_describes(word) for word in around):
            return printed[match.group()], kind
    return None


def _names_in(words: str, *, every: bool = False) -> Iterator[tuple[re.Match[str], SourceKind, dict[str, str]]]:
    """Find the well-known names in a phrase, the first or every one of each kind, with their printed forms."""
    if read_kinds().name_openings.isdisjoint(_PIECE.findall(words)):
        return
    for pattern, kind, printed in read_kinds().names:
        for match in pattern.finditer(words):
            if not _is_plain_word(words, match):
                yield match, kind, printed
            if not every:
                break


def _is_plain_word(words: str, match: re.Match[str]) -> bool:
    """Tell whether a name is only a word of a longer one: "National" in "National Transitional Council"."""
    if match.group() not in read_kinds().sets["plain_words"]:
        return False
    after, before = words[match.end() :].split(), words[: match.start()].split()
    if [word[:1].isupper() for word in after[:2]] == [True, True] and not is_descriptor(after[1]):
        return True  # "National" in "National News Service"
    beside = after[:1] + before[-1:]
    return any(word[:1].isupper() and not is_descriptor(word) and not is_demonym(word) for word in beside)


def _describes(word: str) -> bool:
    around = read_kinds().sets["around_names"]
    return is_descriptor(word) or word.lower() in around or word in around


def is_descriptor(word: str) -> bool:
    """Tell whether a word beside a name only describes what bears it: "newspaper", "London-based"."""
    lower = word.lower()
    return lower in read_kinds().before or lower.endswith(read_kinds().attached) or lower.startswith(("pro-", "anti-"))


def is_demonym(word: str) -> bool:
    """Tell whether a capitalised word is an adjective of a people rather than a name."""
    return word in read_kinds().demonyms or (
        len(word) > 4 and word.endswith(("ian", "ians", "ean", "ish", "ese", "can", "cans", "stani", "nian"))
    )


@lru_cache(maxsize=_REMEMBERED)
def kind_of(words: str, *, described: bool = False) -> SourceKind:
    """Tell the kind of a source by the noun that its phrase turns on.

    ``described`` says that the words only describe a source, so that a name at their beginning is not its name.
    """
    plain = ARTICLE.sub("", words)
    if _is_state(plain):
        return SourceKind.OFFICIAL
    named = None if described else opening_name(plain)
    if named is not None:
        return named
    parts = WORD.findall(plain)
    lowered = [word.strip(".,").lower() for word in parts]
    cut = _head_length(lowered)
    whole = next((kind for n in (4, 3) if (kind := read_kinds().heads.get(" ".join(lowered[:n])))), None)
    kind = whole or _kind_of_head(lowered[:cut])
    if kind is None or kind in _GENERAL or lowered[cut - 1] in read_kinds().sets["speakers"]:
        body = _kind_of_body(parts[cut + 1 :], lowered[cut + 1 :])
        kind = body or _kind_of_modifiers(" ".join(parts[:cut]), lowered[:cut]) or kind
    if kind is None and len(parts) == 1 and _is_medium(parts[0]):
        return SourceKind.MEDIA
    return kind or (SourceKind.PERSON if looks_like_person(plain.split()) else SourceKind.UNKNOWN)


def opening_name(words: str) -> SourceKind | None:
    """Return the kind of the well-known name with which a phrase begins."""
    opening = _PIECE.match(words)
    if opening is None or opening.group() not in read_kinds().name_openings:
        return None
    found = ((pattern.match(words), kind) for pattern, kind, _ in read_kinds().names)
    return next((kind for match, kind in found if match is not None and not _is_plain_word(words, match)), None)


def is_partisan(words: str, *, medium: bool = False) -> bool:
    """Tell whether a body is that of a party: "pro-rebel TV", "Hamas-run ministry"; it is not by where it stands.

    A medium is also when it is that of an army: "military media".
    """
    plain = _ATTACHED.sub(" ", _HELD.sub("", words))
    if read_kinds().always.search(plain):
        return True
    if medium and any(read_kinds().heads.get(word) is SourceKind.PARTY for word in plain.lower().split()):
        return True
    return any(kind is SourceKind.PARTY for _, kind, _ in _names_in(plain))


def _is_medium(word: str) -> bool:
    """Tell whether a name of one word ends as those of news media do: "Armenpress"."""
    return len(word) > _SHORTEST_MEDIUM and word[:1].isupper() and word.lower().endswith(read_kinds().media_endings)


def _head_length(lowered: list[str]) -> int:
    """Count the words before the first preposition."""
    ends = read_kinds().sets["head_ends"]
    return next((index for index, word in enumerate(lowered) if word in ends and index > 0), len(lowered))


def _is_state(words: str) -> bool:
    """Tell whether the words are only countries or seats of government: "Russia", "Moscow and Damascus"."""
    if "," not in words and " and " not in words:
        return words.lower() in read_kinds().states
    names = re.split(r"\s*,\s*|\s+and\s+", words)
    return all(ARTICLE.sub("", name).lower() in read_kinds().states for name in names)


def _kind_of_head(head: list[str]) -> SourceKind | None:
    heads = read_kinds().heads
    if read_kinds().head_words.isdisjoint(head):
        return None  # most names of persons
    for length in (4, 3, 2, 1):
        phrase = " ".join(head[-length:])
        if len(head) >= length and phrase in heads:
            return heads[phrase]
    for index, word in enumerate(head):
        if word in read_kinds().titles and word in heads:
            return heads[word] if index < len(head) - 1 else None
    phrases = (" ".join(head[i : i + length]) for length in (3, 2, 1) for i in range(len(head)))
    return next((kind for phrase in phrases if (kind := heads.get(phrase)) not in {None, SourceKind.UNKNOWN}), None)


def _kind_of_modifiers(words: str, head: list[str]) -> SourceKind | None:
    """Tell the body of a "rebel source", a "defence ministry spokesman", an "Observatory director"."""
    heads = read_kinds().heads
    found = [kind for _, kind, _ in _names_in(words)]
    for length in () if read_kinds().head_words.isdisjoint(head[:-1]) else (3, 2, 1):
        found += [
            heads[phrase] for i in range(len(head) - length) if (phrase := " ".join(head[i : i + length])) in heads
        ]
    ranked = [kind for kind in found if kind in _BODY_KINDS]
    if SourceKind.PARTY in ranked:
        return SourceKind.PARTY
    return ranked[0] if ranked else None


def _kind_of_body(parts: list[str], lowered: list[str]) -> SourceKind | None:
    """Tell the kind of the body that somebody speaks for: "spokesman for the army"."""
    words = " ".join(parts)
    named = next((kind for _, kind, _ in _names_in(words)), None)
    kind = named or _kind_of_head(lowered[: _head_length(lowered)])
    if kind is SourceKind.THINK_TANK:
        return SourceKind.EXPERT
    return kind if named is not None or kind in _SPOKEN_FOR else None


def looks_like_person(parts: list[str]) -> bool:
    """Tell whether words are the name of a person: two to four, with capitals, and none that describes a body."""
    if parts and parts[0].lower() in read_kinds().titles:
        return True
    capitals = sum(part[:1].isupper() for part in parts)
    if not 2 <= len(parts) <= 4 or capitals < 2 or not parts[-1][:1].isupper():
        return False
    return not any(is_demonym(p) or p.lower() in read_kinds().heads or p in _JOINING for p in parts)
