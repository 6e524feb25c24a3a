"""One name for one source over all reports: aliases merged, cautiously."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.assembly.sides_taken import find_parties
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName
from briefing.model.findings import Attribution, Findings, SourceKind
from briefing.model.report import Report

# Words that tell what a source is but not which one; "the Reuters agency" is Reuters.
_GENERIC = {"the", "a", "an", "agency", "news", "newswire", "press", "newspaper", "daily", "local", "media"}
_LINKING = {"of", "for", "the", "and", "in", "on", "to", "de", "du", "la", "al", "des"}
# A name of more words is hardly a person's.
_PERSON = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The preferred name of each source as met: ``preferred`` by folded name, ``aliases`` by preferred name.

    ``parties`` are the preferred names of those that a report shows to be a party: they are one in all reports.
    """

    preferred: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, SourceKind]
    parties: frozenset[str] = frozenset()

    def of(self, name: str) -> str:
        """Return the preferred name for one as met in a report."""
        return self.preferred.get(_folded(name), name)


def build_names(findings: Sequence[Findings], reports: Sequence[Report]) -> Names:
    """Merge the names of sources that are spelled alike, are each other's acronym, or are one person's.

    A person's full name is the same with a title before it; a surname alone is merged only when one person has it.
    """
    met: Counter[str] = Counter()
    kinds: dict[str, Counter[SourceKind]] = defaultdict(Counter)
    for name, kind in _met(findings, reports):
        met[name] += 1
        kinds[name][kind] += 1
    groups: dict[str, list[str]] = {}
    for name in sorted(met):
        groups.setdefault(_folded(name), []).append(name)
    _merge_acronyms(groups)
    _merge_people(groups)
    preferred: dict[str, str] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    chosen_kinds: dict[str, SourceKind] = {}
    for members in groups.values():
        best = members[0] if len(members) == 1 else max(members, key=lambda name: _worth(name, met[name]))
        aliases[best] = tuple(sorted(set(members) - {best}))
        votes: dict[SourceKind, int] = {}
        for name in members:
            preferred[_folded(name)] = best
            for kind, count in kinds[name].items():
                votes[kind] = votes.get(kind, 0) + count
        votes.pop(SourceKind.UNKNOWN, None)
        chosen_kinds[best] = max(votes, key=votes.__getitem__) if votes else SourceKind.UNKNOWN
    shown = frozenset(
        preferred[_folded(attribution.originator)]
        for found in findings
        for attribution in found.attributions
        if attribution.party
    )
    parties = shown | find_parties(chosen_kinds, findings, reports)
    return Names(preferred=preferred, aliases=aliases, kinds=chosen_kinds, parties=parties)


def _worth(name: str, met: int) -> tuple[bool, bool, bool, int, int, str]:
    """Rate a form of a name for printing: a proper name before common words, then the most frequent and shortest."""
    return not _is_acronym(name), _is_person(name), name[:1].isupper(), met, -len(name), name


def name_source(attribution: Attribution, names: Names) -> SourceName:
    """Return the source of an attribution under its preferred names."""
    originator = names.of(attribution.originator)
    carrier = names.of(attribution.carrier) if attribution.carrier else ""
    known = names.kinds.get(originator, attribution.kind)
    kind = known if attribution.kind is SourceKind.UNKNOWN else attribution.kind
    return SourceName(
        originator=originator, carrier=carrier, kind=kind, party=attribution.party or originator in names.parties
    )


def party_voice(report: Report, names: Names) -> SourceName | None:
    """Return the publisher of a report as the source of what it says itself, where it is a party to the events."""
    publisher = names.of(report.publisher) if report.publisher else ""
    if publisher not in names.parties:
        return None
    return SourceName(originator=publisher, carrier="", kind=SourceKind.PARTY, party=True)


def _met(findings: Sequence[Findings], reports: Sequence[Report]) -> Iterable[tuple[str, SourceKind]]:
    for found in findings:
        for attribution in found.attributions:
            yield attribution.originator, attribution.kind
            if attribution.carrier:
                yield attribution.carrier, attribution.carrier_kind or SourceKind.UNKNOWN
    for report in reports:
        if report.publisher:
            yield report.publisher, SourceKind.UNKNOWN


@lru_cache(maxsize=1 << 14)
def _folded(name: str) -> str:
    words = [word.casefold() for word in _WORD.findall(name)]
    if words[:2] == ["ministry", "of"]:
        words = [*(word for word in words[2:] if word not in _LINKING), "ministry"]
    telling = [word for word in words if word not in _GENERIC]
    return " ".join(telling or words)


def _is_acronym(name: str) -> bool:
    return len(name) >= 2 and name.isupper() and " " not in name


def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word.casefold() not in _LINKING).upper()


def _merge_acronyms(groups: dict[str, list[str]]) -> None:
    """Join "SOHR" with "Syrian Observatory for Human Rights", when exactly one name has these initials."""
    by_initials: dict[str, list[str]] = {}
    for folded, members in groups.items():
        if not any(_is_acronym(name) for name in members):
            for initials in {_initials(name) for name in members}:
                by_initials.setdefault(initials, []).append(folded)
    for folded in sorted(groups):
        acronyms = [name for name in groups.get(folded, ()) if _is_acronym(name)]
        full = by_initials.get(acronyms[0], []) if acronyms else []
        if acronyms and len(acronyms[0]) >= 3 and len(full) == 1 and full[0] in groups and full[0] != folded:
            groups[full[0]].extend(groups.pop(folded))


def _merge_people(groups: dict[str, list[str]]) -> None:
    """Join "Homs Governor Talal Barazi" with "Talal Barazi", and "Barazi" when nobody else of that name is met."""
    endings: dict[str, set[str]] = defaultdict(set)
    for folded, members in groups.items():
        _note_endings(endings, members, folded)
    for folded in sorted(groups, key=lambda key: (len(key.split()), key), reverse=True):
        short = max(groups[folded], key=len)
        words = short.split()
        if not all(word[:1].isupper() for word in words) or _is_acronym(short) or len(words) > _PERSON:
            continue
        longer = sorted(key for key in endings.get(short, ()) if key in groups and key != folded)
        people = [key for key in longer if any(_is_person(name) for name in groups[key])]
        if len(words) > 1 and _is_person(short):
            for key in longer:
                _join(groups, endings, into=folded, other=key)
        elif len(words) == 1 and len(longer) == 1 and people:
            _join(groups, endings, into=people[0], other=folded)
        elif len(words) == 1 and longer:
            full = _one_full_name(short, [name for key in longer for name in groups[key]])
            groups[folded].extend(full)
            _note_endings(endings, full, folded)


def _one_full_name(surname: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the full name that all longer names end in: "Ana Lopez" of "campaign of Ana Lopez", if it is one."""
    full = {" ".join(name.split()[-2:]) for name in names if name.endswith(f" {surname}")}
    return tuple(name for name in full if len(full) == 1 and _is_person(name))


def _note_endings(endings: dict[str, set[str]], names: Iterable[str], group: str) -> None:
    """Note in which group the names are that end in each run of words, as long as it can be a person's name."""
    for name in names:
        space = name.rfind(" ")
        while space >= 0 and len(name[space + 1 :].split()) <= _PERSON:
            endings[name[space + 1 :]].add(group)
            space = name.rfind(" ", 0, space)


def _join(groups: dict[str, list[str]], endings: dict[str, set[str]], *, into: str, other: str) -> None:
    moved = groups.pop(other)
    _note_endings(endings, moved, into)
    groups[into].extend(moved)


def _is_person(name: str) -> bool:
    """Tell whether a name can be that of one person: two to four capitalised words, none of them a word for a body."""
    words = name.split()
    if not 2 <= len(words) <= _PERSON or not all(word[:1].isupper() for word in words):
        return False
    bodies: list[str] = load_table("independence")["bodies"]
    return not {word.casefold() for word in words} & set(bodies)
