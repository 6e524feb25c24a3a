"""The words by which those who act are known, read once from their tables, and what the steps on actors share."""

from dataclasses import dataclass
from functools import cache

from briefing.analysis.source_kinds import read_kinds
from briefing.data.tables import load_table
from briefing.model.findings import ActorKind, SourceKind

_HAS_SIDE = ("pro-", "anti-")
_GIVES_SIDE = ("-backed", "-aligned", "-allied")
_ONE_WORD_MEDIA = frozenset({SourceKind.MEDIA, SourceKind.STATE_MEDIA, SourceKind.LOCAL_MEDIA, SourceKind.THINK_TANK})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDraft:
    """One mention before the names of the report are put together; ``proper`` is false for "government forces"."""

    start: int
    end: int
    name: str
    kind: ActorKind
    side: str
    rule: str
    proper: bool


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The table of actors: kinds by last word of a name and by noun of a group, sets of words, well-known names."""

    names: dict[str, ActorKind]
    groups: dict[str, ActorKind]
    sets: dict[str, frozenset[str]]
    sources: dict[SourceKind, ActorKind]
    known: dict[str, tuple[str, ActorKind]]
    known_first: frozenset[str]


@cache
def read_actors() -> ActorWords:
    """Read the table of actors, with the well-known names of sources."""
    table = load_table("actors")
    names = {word: ActorKind(kind) for kind, words in table["names"].items() for word in words}
    sources = {SourceKind(source): ActorKind(kind) for source, kind in table["sources"].items()}
    known = _known_names(sources, names, frozenset(table["words"]["between_states"]))
    return ActorWords(
        names=names,
        groups={word: ActorKind(kind) for kind, words in table["groups"].items() for word in words},
        sets={name: frozenset(words) for name, words in table["words"].items()},
        sources=sources,
        known=known,
        known_first=frozenset(name.split()[0] for name in known),
    )


def _known_names(
    sources: dict[SourceKind, ActorKind], heads: dict[str, ActorKind], between_states: frozenset[str]
) -> dict[str, tuple[str, ActorKind]]:
    """Take the well-known names of sources that can be told from common words wherever they stand.

    "Time" and "Guardian" are names of papers only where somebody is quoted from them.
    """
    found: dict[str, tuple[str, ActorKind]] = {}
    for _, source, printed in read_kinds().names:
        for spelling, name in printed.items():
            kind = sources.get(source)
            if kind is None or (source in _ONE_WORD_MEDIA and " " not in spelling and not spelling.isupper()):
                continue
            if name in between_states:
                kind = ActorKind.ORGANISATION
            army = heads.get(name.split()[-1].lower()) is ActorKind.ARMED_FORCES
            found.setdefault(spelling, (name, ActorKind.ARMED_FORCES if army else kind))
    return found


def is_side(word: str) -> bool:
    """Tell whether a lower-case word tells a side: "rebel", "pro-government", "Turkish-backed"."""
    return word in read_actors().sets["sides"] or word.startswith(_HAS_SIDE) or word.endswith(_GIVES_SIDE)


def is_modifier(word: str) -> bool:
    """Tell whether a lower-case word may stand before the noun of a group as part of it."""
    return word in read_actors().sets["modifiers"] or is_side(word)
