"""What stands between a noun phrase and its verb: times, a stop, a bracket, an insertion between commas."""

from collections.abc import Sequence

from briefing.analysis.cues import read_cues
from briefing.analysis.phrases import is_role
from briefing.analysis.tokens import QUOTE_OPENERS, Token

_LONGEST_INSERTION = 45
_QUOTED_OR_NEW = QUOTE_OPENERS | {"”", ";"}


def before_times(tokens: Sequence[Token], end: int, first: int) -> int:
    """Step back over "on Tuesday" between a subject and its verb: "the ministry on Tuesday said"."""
    words = read_cues().sets
    index = end
    while index > first and tokens[index - 1].lower in words["times"]:
        index -= 1
    if index < end and index > first and tokens[index - 1].lower in words["before_times"]:
        index -= 1
        if index > first and tokens[index - 1].lower == "on":
            index -= 1
    return index if index > first else end


def before_stop(tokens: Sequence[Token], last: int, first: int) -> int:
    """Step back over the stop of an abbreviated name, since no sentence ends before its verb: "Olin Corp. said"."""
    short = last > first and tokens[last].text == "." and tokens[last - 1].is_name
    return last - 1 if short and tokens[last - 1].end == tokens[last].start else last


def before_bracket(tokens: Sequence[Token], last: int, first: int) -> int:
    """Step back over a bracket that ends with token ``last``."""
    if tokens[last].text not in ")]":
        return last
    index = last
    while index > first and tokens[index].text not in "([":
        index -= 1
    return index - 1


def insertion_start(tokens: Sequence[Token], comma: int, first: int) -> int | None:
    """Find the comma that opens the insertion closed by ``comma``; None when there is none."""
    mark, nearest = tokens[comma].text, None
    for index in range(comma - 1, max(first, comma - _LONGEST_INSERTION), -1):
        text = tokens[index].text
        if text in _QUOTED_OR_NEW:
            break
        if text != mark or tokens[index - 1].text == mark:
            continue
        if _opens_insertion(tokens[index + 1]):
            return index
        nearest = nearest or index
    return nearest


def _opens_insertion(token: Token) -> bool:
    opens = token.lower in read_cues().sets["insertions"] or token.lower.endswith("ing") or token.text[0].isdigit()
    return opens or is_role(token.lower)
