"""Who counts as an originator of its own: copies, spokesmen, one side and one agency's text are one voice."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from briefing.assembly.backdrop import Backdrop
from briefing.assembly.copies import is_reprinted, is_reworded
from briefing.assembly.parties import is_armed, same_side
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName

_WORD = re.compile(r"[^\W_][\w’'-]*")
_HEAD_END = re.compile(r"\s(?:of|for|in|at|from|on|near|with|who|which)\s")
_OF_PEOPLE = ("ian", "ean", "ish", "ese")
_TOPICS = frozenset({"Interior", "Foreign", "Defense", "Defence", "Health"})
# So many first letters tell the words of one country from those of another.
_STEM = 3
# So many attributed witnesses are looked at for the text that an own voice may have copied.
_COMPARED = 50


def independent_sources(sources: Sequence[SourceName]) -> tuple[SourceName, ...]:
    """Return one source for each voice, the first met; words for nobody count only where nobody else speaks."""
    telling = [source for source in sources if not is_nobody(source)]
    chosen: list[SourceName] = []
    for source in telling or sources[:1]:
        if not any(one_voice(source, other) for other in chosen):
            chosen.append(source)
    return tuple(chosen)


def one_voice(one: SourceName, two: SourceName) -> bool:
    """Tell whether two names are of one originator: one speaks for the other, or both are one side of the events."""
    if one.originator == two.originator or _speaks_for(one.originator, two.originator):
        return True
    if _speaks_for(two.originator, one.originator) or _one_government(one.originator, two.originator):
        return True
    if may_be_same(one, two):
        return True
    armed = is_armed(one.originator) and is_armed(two.originator)
    return (one.party or two.party or armed) and same_side(one.originator, two.originator)


def may_be_same(one: SourceName, two: SourceName) -> bool:
    """Tell whether words without a name may mean the other source: "officials", "police" and "Lagos State Police"."""
    if one.party or two.party:
        return False  # who sides with whom is told by parties.py
    return any(
        is_unnamed(short.originator)
        and (
            _words_of(short.originator) <= _words_of(other.originator)
            or (short.kind is other.kind and _is_general(short.originator))
        )
        for short, other in ((one, two), (two, one))
    )


@lru_cache(maxsize=1 << 14)
def is_unnamed(name: str) -> bool:
    """Tell whether no proper name stands in the words for a source; a capital may only begin a sentence."""
    words = _WORD.findall(name)
    if len(words) == 1:
        table = load_table("independence")
        return words[0].casefold() in {*table["general"], *table["executive"], *table["bodies"], *table["roles"]}
    return not any(word[:1].isupper() for word in words[1:])


@lru_cache(maxsize=1 << 14)
def _is_general(name: str) -> bool:
    """Tell whether the noun that the words turn on means some of a kind: "emergency officials", "local residents"."""
    general: list[str] = load_table("independence")["general"]
    head = _HEAD_END.split(name.casefold(), maxsplit=1)[0].split()
    return bool(head) and head[-1] in general


def _one_government(one: str, two: str) -> bool:
    """Tell whether two sources belong to those who govern, and no two countries tell them apart."""
    executive: list[str] = load_table("independence")["executive"]
    if _words_of(one).isdisjoint(executive) or _words_of(two).isdisjoint(executive):
        return False
    first, second = nations_of(one), nations_of(two)
    return not first or not second or bool(first & second)


@lru_cache(maxsize=1 << 14)
def nations_of(name: str) -> frozenset[str]:
    """Return the countries that a name tells of, by their first letters, so that "Libya" and "Libyan" are one."""
    peoples: dict[str, str] = load_table("independence")["peoples"]
    capitals = [word for word in _WORD.findall(name) if word[:1].isupper()]
    return frozenset(
        peoples.get(word.casefold(), word.casefold())[:_STEM]
        for word in (capital.removesuffix("'s").removesuffix("’s") for capital in capitals)
        if word.casefold() in _nation_words() or word.endswith(_OF_PEOPLE)
    )


@cache
def _nation_words() -> frozenset[str]:
    table = load_table("source_kinds")
    people = (word.casefold() for word in table["descriptors"]["demonyms"] if word not in _TOPICS)
    return frozenset([*table["states"]["countries"], *table["states"]["seats"], *people])


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name.casefold()))


def is_nobody(source: SourceName) -> bool:
    """Tell whether a source is only a word such as "they" or "reports"."""
    return source.originator.casefold() in _nobody()


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load_table("independence")["nobody"])


def _speaks_for(name: str, body: str) -> bool:
    """Tell whether somebody named with a role speaks for a body: "Observatory head ..." for the Observatory."""
    if not _has_role(name):
        return False
    said, meant = name.casefold(), body.casefold()
    if meant in said and re.search(rf"\b{re.escape(meant)}\b", said):
        return True
    capitals = [word for word in _WORD.findall(body) if word[:1].isupper()]
    return bool(set(capitals[1:]) & {word for word in _WORD.findall(name) if word[:1].isupper()})


@lru_cache(maxsize=1 << 14)
def _has_role(name: str) -> bool:
    return _role().search(name.casefold()) is not None


@cache
def _role() -> re.Pattern[str]:
    roles: list[str] = load_table("independence")["roles"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, roles))})\b")


def own_voices(witnesses: Sequence[Witness]) -> tuple[str, ...]:
    """Return the publishers that tell it in their own voice and are not just repeating another witness.

    A report that also has an attributed witness here adds nothing of its own, nor does a copy of another text or a
    report whose publisher is not known. The text of an agency is that of the agency, whoever prints it.
    """
    said = [witness for witness in witnesses if witness.source is not None]
    if len(said) == len(witnesses):
        return ()
    if len(witnesses) == 1:  # as of most developments: there is nobody to be repeated
        publisher = _printed_by(witnesses[0])
        return (publisher,) if publisher else ()
    attributed = {witness.report.id for witness in said}
    own = [
        (witness, publisher)
        for witness in witnesses
        if witness.source is None and witness.report.id not in attributed and (publisher := _printed_by(witness))
    ]
    passed_on = {
        name for witness in said if witness.source for name in (witness.source.originator, witness.source.carrier)
    }
    publishers = {publisher for _, publisher in own}
    named = {publisher for publisher in publishers if any(mentions_publisher(name, publisher) for name in passed_on)}
    if publishers <= named:
        return ()
    compared = said[:_COMPARED]
    wordings = {witness.text for witness in compared}
    carriers = {witness.report.id: witness.backdrop for witness in compared}
    counted: dict[str, None] = {}
    for witness, publisher in own:
        if publisher in named or publisher in counted:
            continue
        # Most often nobody said it before, and then neither its words nor the sentences of its report need be known.
        if wordings and _is_copy(witness, wordings, carriers.values()):
            continue
        counted[publisher] = None
        wordings.add(witness.text)
        carriers[witness.report.id] = witness.backdrop
    return tuple(counted)


def _printed_by(witness: Witness) -> str:
    """Return the agency whose text the report of a witness prints, else its publisher, "" where neither is known."""
    return witness.backdrop.wire or witness.report.publisher or ""


def _is_copy(witness: Witness, wordings: AbstractSet[str], carriers: Iterable[Backdrop]) -> bool:
    """Tell whether a witness has the words of one before it, or its report is the text of one before it."""
    if is_reworded(witness.text, wordings):
        return True
    return is_reprinted(witness.backdrop.sentences, [each.sentences for each in carriers])


@lru_cache(maxsize=1 << 14)
def mentions_publisher(name: str, publisher: str) -> bool:
    """Tell whether a source is a publisher, alone or among others: "Harbour News Agency and residents"."""
    wanted, words = _telling(publisher), _telling(name)
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


@lru_cache(maxsize=1 << 14)
def _telling(name: str) -> tuple[str, ...]:
    generic: list[str] = load_table("independence")["publishing"]
    return tuple(word for word in _WORD.findall(name) if word.casefold() not in generic)
