"""Who acts: persons, bodies and groups with the fullest names and the spellings that the report gives them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from briefing.analysis.actor_groups import find_groups
from briefing.analysis.actor_names import Parts, draft_of, find_runs, joined, name_in, side_beside
from briefing.analysis.actor_words import ActorDraft, read_actors
from briefing.analysis.reading import Line, read_lines
from briefing.analysis.source_kinds import read_kinds
from briefing.model.findings import ActorKind, ActorMention, Attribution, PlaceMention, Sentence, SourceKind
from briefing.model.report import Report

_ACRONYM = re.compile(r"[A-Z][A-Z.&-]{1,7}s?")
_BRACKET = re.compile(r"\s?\(([^()\n]{2,60})\)")
_LANGUAGE = re.compile(r",?\s+in\s+(?:the\s+)?[A-Z]\w+$")
_CAPITALS = re.compile(r"(?<![a-z])[A-Z]")
_PERSONS = frozenset({SourceKind.PERSON, SourceKind.EXPERT, SourceKind.WITNESS})
_LONGEST_PERSON = 5  # words
_REMEMBERED = 4_000  # names
_Short = dict[str, tuple[str, ActorKind]]  # the name and kind that a short form stands for
_FOLDED = re.compile(r"[\s’'.‑-]+")


@dataclass(slots=True)
class _Names:
    """What the report says of names, by folded spelling: another name of the same, and the name and kind of each."""

    same: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ActorKind]] = field(default_factory=dict)


def find_actors(
    report: Report,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    lines: Sequence[Line] | None = None,
    *,
    places: Sequence[PlaceMention] = (),
) -> tuple[ActorMention, ...]:
    """Find who acts in a report, in the order of the text and without overlaps.

    ``attributions`` tell of names that nothing else would; a run of words that is one of ``places`` is no person.
    """
    read = lines if lines is not None else read_lines(report, sentences)
    taken = {(mention.start, mention.end) for mention in places}
    names = _Names()
    sourced = _sources(attributions)
    unknown: list[tuple[Line, Parts]] = []
    drafts: list[ActorDraft] = []
    for line in read:
        drafts.extend(find_groups(line))
        for parts in find_runs(line):
            draft = name_in(line, parts) or _sourced(report.text, parts, sourced)
            if draft is None or (_is_weak(draft) and (draft.start, draft.end) in taken):
                unknown.append((line, parts))
                continue
            drafts.append(_with_side(line, draft))
            _learn(names, draft)
            drafts.extend(_renamed(report.text, line, draft, names))
    short = _endings(names)
    drafts.extend(_short_forms(unknown, names, short, taken))
    return _mentions(report.text, _apart(drafts), names, short)


def _is_weak(draft: ActorDraft) -> bool:
    return draft.kind is ActorKind.PERSON and not draft.rule.startswith("a title")


def _with_side(line: Line, draft: ActorDraft) -> ActorDraft:
    side = "" if draft.kind is ActorKind.PERSON else side_beside(line, draft.start, draft.end)
    return replace(draft, side=side) if side else draft


def _sources(attributions: Sequence[Attribution]) -> list[tuple[int, int, Attribution]]:
    return sorted(
        ((a.source.start, a.source.end, a) for a in attributions if a.source is not None and a.named),
        key=lambda item: item[:2],
        reverse=True,
    )


def _sourced(text: str, parts: Parts, sources: list[tuple[int, int, Attribution]]) -> ActorDraft | None:
    """Find a name that only its being quoted tells; the sources before the run are dropped from the stack."""
    while sources and sources[-1][1] <= parts[0][1]:
        sources.pop()
    if not sources or sources[-1][0] > parts[0][1]:
        return None
    source, words = sources[-1][2], joined(parts)
    if _fold(words) not in _fold(source.originator) or words.lower() in read_kinds().states:
        return None
    name, titled = _untitled(source.originator)
    kind = read_actors().sources.get(source.kind)
    if titled or source.kind in _PERSONS or (source.kind is SourceKind.OFFICIAL and len(parts) > 1):
        kind = ActorKind.PERSON if _may_be_person(name) else None
    if kind is None or _fold(words) not in _fold(name):
        return None
    draft = draft_of(parts, kind, "is quoted as a source", name)
    # "Suwayda 24" is more than its words with capitals
    whole = text.startswith(name, draft.start) and draft.start + len(name) <= sources[-1][1]
    return replace(draft, end=draft.start + len(name)) if whole else draft


def _untitled(name: str) -> tuple[str, bool]:
    """Cut titles, offices and what only describes off the beginning of a name; tell whether there was a title."""
    words, titled = name.split(), False
    titles, offices = read_kinds().titles, read_actors().sets["offices"]
    while len(words) > 1 and (words[0].islower() or words[0].lower() in titles | offices):
        titled |= words.pop(0).lower() in titles
    return " ".join(words), titled


def _may_be_person(name: str) -> bool:
    words = name.split()
    return len(words) <= _LONGEST_PERSON and {"of", "for", "and", "in", "from", "at", "near"}.isdisjoint(words)


@lru_cache(maxsize=_REMEMBERED)
def _fold(words: str) -> str:
    return _FOLDED.sub(" ", words.casefold()).strip()


def _learn(names: _Names, draft: ActorDraft) -> None:
    names.kinds.setdefault(_fold(draft.name), (draft.name, draft.kind))


def _renamed(text: str, line: Line, draft: ActorDraft, names: _Names) -> Iterator[ActorDraft]:
    """Read the other name in the bracket after a name: "(HTS)", "(Hayat Tahrir al Sham, in Arabic)"."""
    match = _BRACKET.match(text, draft.end, line.end)
    if match is None or draft.kind is ActorKind.PERSON:
        return
    inside, start = match.group(1), match.start(1)
    other = _LANGUAGE.sub("", inside)
    translated = other != inside
    while " " in other and (words := other.split(maxsplit=1))[0].strip(",") in _leading():
        start += len(other) - len(words[1])
        other, translated = words[1], translated or words[0] not in {"the", "an", "a"}
    acronym = _ACRONYM.fullmatch(other) is not None
    if not other[:1].isupper() or not (translated or acronym):
        return
    names.same[_fold(other)] = _fold(draft.name)
    rule = f"another name in brackets after “{draft.name}”"
    yield ActorDraft(
        start=start, end=start + len(other), name=draft.name, kind=draft.kind, side="", rule=rule, proper=True
    )


def _leading() -> frozenset[str]:
    return read_actors().sets["renamed"] | {"the", "an", "a", "as"}


def _short_forms(
    unknown: Sequence[tuple[Line, Parts]], names: _Names, short: _Short, places: set[tuple[int, int]]
) -> Iterator[ActorDraft]:
    """Find "Al Assad" of "Bashar Al Assad", "the Observatory", "HTS": the ends and acronyms of names met elsewhere."""
    for line, parts in unknown:
        if (parts[0][1], parts[-1][2]) in places:
            continue
        folded = _fold(joined(parts))
        known = names.kinds.get(names.same.get(folded, "")) or short.get(folded)
        if known is None:
            continue
        definite = line.text[max(line.start, parts[0][1] - 4) : parts[0][1]].lower() == "the "
        if known[1] is not ActorKind.PERSON and len(parts) == 1 and not definite and not parts[0][0].isupper():
            continue
        yield draft_of(parts, known[1], f"short for “{known[0]}”", known[0])


def _endings(names: _Names) -> _Short:
    """Return the ends of the names of persons, the heads of the names of bodies, and the initials of the latter."""
    found: _Short = {}
    for name, kind in names.kinds.values():
        words = name.split()
        if kind is ActorKind.PERSON:
            folded = _fold(name).split()
            for start in range(1, len(folded)):
                if len(folded[-1]) > 2:
                    found.setdefault(" ".join(folded[start:]), (name, kind))
            continue
        head = next((w for i, w in enumerate(words) if i + 1 == len(words) or words[i + 1] in {"of", "for"}), "")
        if len(words) > 1 and head.lower() in read_actors().names:
            found.setdefault(_fold(head), (name, kind))
        initials = "".join(_CAPITALS.findall(name))
        if len(initials) > 2 and len(words) > 2:
            found.setdefault(initials.casefold(), (name, kind))
    return found


def _apart(drafts: Sequence[ActorDraft]) -> list[ActorDraft]:
    """Keep of drafts that overlap the longer, in the order of the text."""
    kept: list[ActorDraft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end, not d.proper)):
        if kept and draft.start < kept[-1].end:
            if draft.end - draft.start > kept[-1].end - kept[-1].start:
                kept[-1] = draft
            continue
        kept.append(draft)
    return kept


def _mentions(text: str, drafts: Sequence[ActorDraft], names: _Names, short: _Short) -> tuple[ActorMention, ...]:
    """Give every mention the name, the spellings and the side that the report gives to whom it means."""
    resolved = [(_fullest(draft, names, short) if draft.proper else draft.name, draft) for draft in drafts]
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    sides: dict[str, str] = {}
    for name, draft in resolved:
        if draft.proper:
            spellings[name].setdefault(" ".join(text[draft.start : draft.end].split()))
            if draft.side:
                sides.setdefault(name, draft.side)
    return tuple(
        ActorMention(
            start=draft.start,
            end=draft.end,
            name=name,
            aliases=tuple(spelling for spelling in spellings[name] if spelling != name) if draft.proper else (),
            kind=draft.kind,
            side=sides.get(name, "") if draft.proper else draft.side,
            rule=draft.rule,
        )
        for name, draft in resolved
    )


def _fullest(draft: ActorDraft, names: _Names, short: _Short) -> str:
    """Return the name that the report pairs with this one, or of which it is the initials or, for persons, the end."""
    name = draft.name
    same = names.same.get(_fold(name))
    if same is not None and same in names.kinds:
        return names.kinds[same][0]
    spelt = short.get(_fold(name)) if name.isupper() or draft.kind is ActorKind.PERSON else None
    return spelt[0] if spelt is not None and (name.isupper() or spelt[1] is ActorKind.PERSON) else name
