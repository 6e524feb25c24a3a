"""What a passage tells as news, and what it only presupposes, explains or announces.

"The earthquake that killed 25,000 people was produced by a fault" tells of a fault: who writes so takes the toll as
known. "The port is closed after the earthquake" tells of the port.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter

from briefing.assembly.grouping import PEOPLE
from briefing.assembly.witnesses import Witness
from briefing.data.tables import load_table
from briefing.model.findings import Action, Modality, Statement

# So many words may stand between the verb of a relative clause and its figure: "that has killed an estimated 25,000".
_REACH = 6
# So many words may stand between "after" and what it names as known: "after Monday's two powerful earthquakes".
_CONTEXT_REACH = 5
# What happened to people and to places is told, whatever the sentence puts first.
_ALWAYS_TOLD = frozenset({"control-taken", "control-lost", "casualties", "displacement", "evacuation"})
# "The earthquake that ..." is known to the reader, "an earthquake that ..." is news.
_DEFINITE = re.compile(r"(?<!\w)[Tt]he\s(?:[^\s,;:]+\s){0,4}$")
_BREAK, _GOES_ON = re.compile(r"[,;:.]\s"), re.compile(r",\s[^,]*\s")
_RESTRICTED = re.compile(r"\s(?:that|which)\s")
_QUOTATION = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)|(?<!\w)[‘'][^’']*[’'](?!\w)")


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """Return the patterns by name; those of manners and "context" ask for a character before the words."""
    table: dict[str, list[str]] = load_table("ranking")["forms"]
    manners = {name: table[name] for name in ("presenting", "explaining", "personal")}
    # In lower case "personal" finds more than it should, but it lets one search rule out all manners of most texts.
    manners["any"] = [form.casefold() for forms in manners.values() for form in forms]
    # A pattern that begins with a character is searched twice as fast as one that looks behind.
    patterns = {name: re.compile(rf"[^\w’'](?:{'|'.join(forms)})(?!\w)") for name, forms in manners.items()}
    # The same for texts without other letters, and faster by a quarter.
    patterns["any plain"] = re.compile(rf"[^0-9a-z_'](?:{'|'.join(manners['any'])})(?!\w)")
    context = rf"\W(?:{'|'.join(table['context'])})\s(?:[^\s,;:]+\s){{0,{_CONTEXT_REACH}}}$"
    helping, no_verb = "|".join(table["helping"]), "|".join(table["no_verb"])
    relative = rf"\s(?:that|which|who)\s(?:(?:{helping})\s)*(?P<verb>(?!(?:{no_verb})\b)[a-z]+)"
    return {**patterns, "relative": re.compile(relative), "context": re.compile(context)}


def is_told(kind: str, witnesses: Sequence[Witness]) -> bool:
    """Tell whether one passage at least tells a kind of action as news."""
    return any(kind in witness.kinds and not _is_known(kind, witness) for witness in witnesses)


def _is_known(kind: str, witness: Witness) -> bool:
    """Tell whether a passage takes as known each of its actions of a kind; a claim of control is no action."""
    named = False
    for statement in witness.statements:
        for action in statement.actions:
            if action.kind == kind and action.modality is Modality.ASSERTED:
                if not (is_presupposed(witness, statement, action.start) or _is_context(witness, statement, action)):
                    return False
                named = True
    return named


def _is_context(witness: Witness, statement: Statement, action: Action) -> bool:
    """Tell whether an action is only named as what something else came after or from."""
    if action.kind in _ALWAYS_TOLD:
        return False
    text = witness.report.text
    before = text[statement.start : action.start]
    if _RESTRICTED.match(text, action.end, statement.end) and _DEFINITE.search(before):
        return True
    return _forms()["context"].search(f" {before.casefold()}") is not None


def highest_told(witnesses: Sequence[Witness]) -> float | None:
    """Return the highest of the counts of people that passages tell as news, None when they tell none."""
    counts = [
        (figure.value, figure.start, witness, statement)
        for witness in witnesses
        if witness.figures
        for statement in witness.statements
        for figure in statement.figures
        if figure.measure in PEOPLE
    ]
    counts.sort(key=itemgetter(0), reverse=True)
    for value, start, witness, statement in counts:
        if not is_presupposed(witness, statement, start):
            return value
    return None


def is_presupposed(witness: Witness, statement: Statement, position: int) -> bool:
    """Tell whether the words at a position stand in a relative clause that takes them as known.

    After a comma such a clause is news at the end of a sentence (", which killed five") and known inside it (", which
    has left 11,000 dead, has ...").
    """
    text = witness.report.text
    # Most sentences have no such word before the position, which plain search tells faster than the pattern.
    if text.find("that", statement.start, position) < 0 and text.find("wh", statement.start, position) < 0:
        return False
    for found in _forms()["relative"].finditer(text, statement.start, statement.end):
        verb = found.start("verb")
        if verb > position:
            break
        between = text[verb:position]
        if len(between.split()) <= _REACH + 1 and not _BREAK.search(between):
            after_comma = text[statement.start : found.start()].endswith(",")
            return not after_comma or _GOES_ON.search(text[position : statement.end]) is not None
    return False


@lru_cache(maxsize=1 << 14)
def manner_of(text: str) -> str:
    """Tell of a passage that does not tell what happened what it does instead, "" of others.

    It is "presented" when it announces a programme, an interview or a picture, "explained" when it explains causes,
    compares with history or sums up why something is as it is, "personal" when the writer or speaker talks of himself
    or to the reader, outside quotations.
    """
    forms = _forms()
    quoted = '"' in text or "“" in text or "'" in text or "‘" in text
    told = f" {_QUOTATION.sub(' ', text) if quoted else text}"
    folded = told.casefold()
    if not forms["any plain" if folded.isascii() else "any"].search(folded):
        return ""
    if forms["presenting"].search(folded):
        return "presented"
    if forms["explaining"].search(folded):
        return "explained"
    return "personal" if forms["personal"].search(told) else ""
