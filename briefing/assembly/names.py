"""One name for one source over all reports: aliases merged, cautiously."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.model.briefing import SourceName
from briefing.model.findings import Attribution, Findings, SourceKind
from briefing.model.report import Report

# Words that tell what a source is but not which one; "the Reuters agency" is Reuters.
_GENERIC = {"the", "a", "an", "agency", "news", "newswire", "press", "newspaper", "daily", "local", "media"}
_LINKING = {"of", "for", "the", "and", "in", "on", "to", "de", "du", "la", "al", "des"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The preferred name of each source as met: ``preferred`` by folded name, ``aliases`` by preferred name."""

    preferred: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, SourceKind]

    def of(self, name: str) -> str:
        """Return the preferred name for one as met in a report."""
        return self.preferred.get(_folded(name), name)


def build_names(findings: Sequence[Findings], reports: Sequence[Report]) -> Names:
    """Merge the names of sources that are spelled alike or are each other's acronym.

    People are never merged by a shared surname; only equal names and acronyms of organisations count.
    """
    met: Counter[str] = Counter()
    kinds: dict[str, Counter[SourceKind]] = {}
    for name, kind in _met(findings, reports):
        met[name] += 1
        kinds.setdefault(name, Counter())[kind] += 1
    groups: dict[str, list[str]] = {}
    for name in sorted(met):
        groups.setdefault(_folded(name), []).append(name)
    _merge_acronyms(groups)
    preferred: dict[str, str] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    chosen_kinds: dict[str, SourceKind] = {}
    for members in groups.values():
        best = max(members, key=lambda name: (not _is_acronym(name), met[name], -len(name), name))
        aliases[best] = tuple(sorted(set(members) - {best}))
        preferred |= {_folded(name): best for name in members}
        votes = sum((kinds[name] for name in members), Counter[SourceKind]())
        votes.pop(SourceKind.UNKNOWN, None)
        chosen_kinds[best] = votes.most_common(1)[0][0] if votes else SourceKind.UNKNOWN
    return Names(preferred=preferred, aliases=aliases, kinds=chosen_kinds)


def name_source(attribution: Attribution, names: Names) -> SourceName:
    """Return the source of an attribution under its preferred names."""
    originator = names.of(attribution.originator)
    carrier = names.of(attribution.carrier) if attribution.carrier else ""
    known = names.kinds.get(originator, attribution.kind)
    kind = known if attribution.kind is SourceKind.UNKNOWN else attribution.kind
    return SourceName(originator=originator, carrier=carrier, kind=kind, party=attribution.party)


def _met(findings: Sequence[Findings], reports: Sequence[Report]) -> Iterable[tuple[str, SourceKind]]:
    for found in findings:
        for attribution in found.attributions:
            yield attribution.originator, attribution.kind
            if attribution.carrier:
                yield attribution.carrier, attribution.carrier_kind or SourceKind.UNKNOWN
    for report in reports:
        if report.publisher:
            yield report.publisher, SourceKind.UNKNOWN


def _folded(name: str) -> str:
    words = [word.casefold() for word in _WORD.findall(name)]
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
