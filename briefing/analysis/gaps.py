"""Words of a table that must follow a verb, right after it or after an object: "pulled | its soldiers | out of"."""

from collections.abc import Sequence

from briefing.analysis.tokens import Token

GAP = ".."  # stands in a table for the object
_LONGEST = 8


def rest_end(tokens: Sequence[Token], start: int, rest: tuple[str, ...]) -> int:
    """Return the token after the words ``rest`` that stand at ``start``, 0 where they do not stand there."""
    if not rest:
        return start
    if rest[0] != GAP:
        return start + len(rest) if _stand(tokens, start, rest) else 0
    words = rest[1:]
    for index in range(start + 1, min(start + _LONGEST, len(tokens) - len(words) + 1)):
        if not tokens[index - 1].is_word:
            break
        if _stand(tokens, index, words):
            return index + len(words)
    return 0


def _stand(tokens: Sequence[Token], start: int, words: tuple[str, ...]) -> bool:
    if start + len(words) > len(tokens):
        return False
    for index, word in enumerate(words, start):  # noqa: SIM110 -- a generator takes twice the time
        if tokens[index].lower != word:
            return False
    return True
