"""Words of a table that must follow a verb, right after it or after an object: "pulled | its soldiers | out of"."""

from collections.abc import Sequence

from briefing.analysis.tokens import Token

GAP = ".."  # stands in a table for the object
_LONGEST = 8


def rest_end(tokens: Sequence[Token], start: int, rest: tuple[str, ...]) -> int:
    """Return the token after the words ``rest`` that stand at ``start``, 0 where they do not stand there."""
    if rest[:1] != (GAP,):
        end = start + len(rest)
        return end if tuple(token.lower for token in tokens[start:end]) == rest else 0
    words = rest[1:]
    for index in range(start + 1, min(start + _LONGEST, len(tokens) - len(words) + 1)):
        if not tokens[index - 1].is_word:
            break
        if tuple(token.lower for token in tokens[index : index + len(words)]) == words:
            return index + len(words)
    return 0
