"""Verbs that say something only with a figure behind them: "put the toll at 90", "has recorded 61 cases"."""

from collections.abc import Sequence

from briefing.analysis.cues import read_cues
from briefing.analysis.tokens import Token

_NEAR = 14  # tokens between "put" and "at"
_COUNTED_NEAR = 4  # tokens between a figure and what it counts
_AMOUNT_NEAR = 6  # tokens between "a figure" and its number
_ARTICLES = frozenset({"a", "an", "the", "its", "their"})
_MEASURING = frozenset({"give", "gives", "gave", "given", "measure", "measures", "measured"})
_QUALIFIED = frozenset({"at", "least", "about", "some", "more", "than", "over", "only", "around", "nearly", "almost"})
_MARKS = frozenset(",.;)")


def puts_figure(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a figure is given: "put the number of deaths at 90"."""
    near = range(index + 2, min(index + _NEAR, len(tokens) - 1))
    return any(tokens[at].lower == "at" and _is_number(tokens[at + 1]) for at in near)


def gives_figure(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a count of people or of harm, or a bare measured value, is the object of the verb at ``index``."""
    if _names_amount(tokens, index + 1):
        return True
    at = index + 1
    while at < len(tokens) and tokens[at].lower in _QUALIFIED:
        at += 1
    if at >= len(tokens) or not _is_number(tokens[at]):
        return False
    if tokens[index].lower in _MEASURING and tokens[at].text[0].isdigit():
        return at + 1 >= len(tokens) or tokens[at + 1].text in _MARKS
    counted = read_cues().sets["counted"]
    return any(token.lower in counted for token in tokens[at + 1 : at + 1 + _COUNTED_NEAR])


def _names_amount(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an amount with its number is the object: "a magnitude of 6.3", "the number of dead as 14"."""
    if at < len(tokens) and tokens[at].lower in _ARTICLES:
        at += 1
    named = at < len(tokens) and tokens[at].lower in read_cues().sets["amounts"]
    return named and any(map(_is_number, tokens[at + 1 : at + _AMOUNT_NEAR]))


def _is_number(token: Token) -> bool:
    return token.text[0].isdigit() or token.lower in read_cues().sets["numbers"]
