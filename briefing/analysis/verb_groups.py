"""The group that a reporting verb stands in: its auxiliaries, and whether it is the verb of a clause at all."""

from collections.abc import Sequence

from briefing.analysis.cues import Cue, CueGroup, VerbForm, read_cues
from briefing.analysis.phrases import is_role
from briefing.analysis.tokens import QUOTE_OPENERS, Token

_LONGEST = 5
_LOOK_BACK = 10
_BEFORE_CLAUSE = QUOTE_OPENERS | {",", ".", ":"}


def verb_group(tokens: Sequence[Token], index: int) -> tuple[int, bool, bool]:
    """Return where the group of a verb begins, whether it has a form of "be" before it, and whether it is negated."""
    words = read_cues().sets
    first, passive, negated = index, False, False
    while first > 0 and index - first < _LONGEST:
        lower = tokens[first - 1].lower
        if lower in words["negations"]:
            negated = True
        elif lower in words["auxiliaries"]:
            passive = passive or lower in words["passive"]
        elif lower == "to" and first > 1 and tokens[first - 2].lower in words["wishing"]:
            first -= 1  # "the agency wishes to inform the public that"
        elif lower not in words["adverbs"]:
            break
        first -= 1
    return first, passive, negated


def is_finite(tokens: Sequence[Token], index: int, first: int, cue: Cue) -> bool:
    """Tell whether a word is the verb of a clause and not a noun, an infinitive or an adjective."""
    if cue.base == "say" and not {VerbForm.PAST, VerbForm.THIRD}.isdisjoint(cue.forms):
        return True
    if index + 1 < len(tokens) and tokens[index + 1].lower in {"said", "says"}:
        return False  # "the envoy on humanitarian issues said"
    if first == 0 or (first == index and _makes_noun(tokens[first - 1])):
        return False
    if VerbForm.BASE in cue.forms and VerbForm.PAST not in cue.forms:
        return _is_plural_verb(tokens, index, first, cue)
    if VerbForm.THIRD in cue.forms and tokens[index].lower in read_cues().nouns | read_cues().sets["ambiguous"]:
        return _is_singular_verb(tokens, index, first, cue)
    return True


def _makes_noun(before: Token) -> bool:
    """Tell whether the word before makes a noun or an adjective of a form: "the report", "the army's reported use"."""
    owner = before.lower.endswith(("'s", "’s")) and before.lower[:-2] not in read_cues().sets["pronouns"]
    return owner or before.lower in read_cues().sets["before_nouns"]


def _is_plural_verb(tokens: Sequence[Token], index: int, first: int, cue: Cue) -> bool:
    """Judge a base form such as "report": it wants an auxiliary or a plural before it."""
    words = read_cues().sets
    if any(token.lower in words["auxiliaries"] | words["wishing"] for token in tokens[first:index]):
        return True
    if index + 1 >= len(tokens) or tokens[index + 1].lower == "of":
        return False
    before = tokens[first - 1]
    if tokens[index].lower in words["never_nouns"] and (before.is_name or is_role(before.lower)):
        return True
    owner = before.lower.endswith(("'s", "’s"))
    plural = (before.lower.endswith("s") and not owner) or before.lower == "people" or before.lower in words["pronouns"]
    return plural or before.text[0].isdigit() or before.text in {",", ")"} or _has_documents(tokens, first, cue)


def _has_documents(tokens: Sequence[Token], first: int, cue: Cue) -> bool:
    """Tell whether documents stand before the verb: "records from the last election show"."""
    near = tokens[max(0, first - _LOOK_BACK) : first]
    evidence = read_cues().sets["evidence_nouns"]
    return CueGroup.EVIDENCE in cue.groups and any(t.lower in evidence and t.lower.endswith("s") for t in near)


def _is_singular_verb(tokens: Sequence[Token], index: int, first: int, cue: Cue) -> bool:
    """Judge a form such as "reports": it wants a subject before it and a clause after it."""
    words = read_cues().sets
    before = tokens[first - 1]
    if CueGroup.EVIDENCE in cue.groups and before.lower in words["evidence_nouns"]:
        return True
    subject = before.is_name or is_role(before.lower) or before.lower in words["pronouns"] or before.text in {",", ")"}
    if not subject or index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    return after.lower in words["openers"] or after.is_name or after.text in _BEFORE_CLAUSE
