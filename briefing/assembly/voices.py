"""Who counts as an originator of its own: copies, spokesmen, one side and one agency's text are one voice."""

import re
from collections.abc import Sequence
from functools import cache

from briefing.assembly.grouping import are_copies
from briefing.assembly.parties import is_armed, same_side
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.briefing import SourceName
from briefing.model.report import Report

_WORD = re.compile(r"[^\W_][\w’'-]*")
# So many attributed witnesses are looked at for the text that an own voice may have copied.
_COMPARED = 50
# The dateline or byline of an agency stands within so many characters.
_HEAD = 120


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
    if _speaks_for(two.originator, one.originator):
        return True
    armed = is_armed(one.originator) and is_armed(two.originator)
    return (one.party or two.party or armed) and same_side(one.originator, two.originator)


def is_nobody(source: SourceName) -> bool:
    """Tell whether a source is only a word such as "they" or "reports"."""
    nobody: list[str] = load_table("independence")["nobody"]
    return source.originator.casefold() in nobody


def _speaks_for(name: str, body: str) -> bool:
    """Tell whether somebody named with a role speaks for a body: "Observatory head ..." for the Observatory."""
    if not _role().search(name.casefold()):
        return False
    if re.search(rf"\b{re.escape(body.casefold())}\b", name.casefold()):
        return True
    capitals = [word for word in _WORD.findall(body) if word[:1].isupper()]
    return bool(set(capitals[1:]) & {word for word in _WORD.findall(name) if word[:1].isupper()})


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
    attributed = {witness.report.id for witness in said}
    passed_on = {
        name for witness in said if witness.source for name in (witness.source.originator, witness.source.carrier)
    }
    counted: dict[str, Witness] = {}
    for witness in witnesses:
        publisher = wire_of(witness.report) or witness.report.publisher
        if witness.source is not None or witness.report.id in attributed or not publisher or publisher in counted:
            continue
        if publisher not in passed_on and not any(
            are_copies(witness, other) for other in (*said[:_COMPARED], *counted.values())
        ):
            counted[publisher] = witness
    return tuple(counted)


def wire_of(report: Report) -> str:
    """Return the agency whose text a report prints, as its dateline or byline tells ("HAMA (Reuters) - "), else ""."""
    wires: dict[str, str] = load_table("independence")["wires"]
    names = "|".join(map(re.escape, wires))
    line = rf"\((?:[\w ]+[/,] ?)?({names})\)|^[^.\n]{{0,60}}?\b({names})\s*[-–—]\s|^\W*(?:By )?({names})\s*$"
    found = re.search(line, report.text[:_HEAD], re.MULTILINE)
    return wires[next(group for group in found.groups() if group)] if found else ""
