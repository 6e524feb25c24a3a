"""Which way words run: that of a language, of a text by its first letter, and of the pieces of a mixed text."""

import re

_LANGUAGES = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
# Hebrew, Arabic and their presentation forms
_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_LETTER = re.compile(f"[{_FROM_RIGHT}]")
_RIGHT_WORDS = re.compile(f"[{_FROM_RIGHT}]+(?:[^\\w\n]+[{_FROM_RIGHT}]+)*")
# words that begin with a letter of another script, and days or ranges of figures, which must not be turned round
_LEFT_WORD = f"(?:[^\\W\\d_{_FROM_RIGHT}][^\\W{_FROM_RIGHT}]*|\\d+(?:[-./:\u2013]\\d+)+)"
_LEFT_WORDS = re.compile(
    f"{_LEFT_WORD}(?:[^\\w\n{_FROM_RIGHT}]+(?:{_LEFT_WORD}|\\d+(?=[^\\w]+[^\\W\\d_{_FROM_RIGHT}])))*"
)
_MARK = "\u200e"
_CLOSING = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}


def language_runs_right_to_left(language: str) -> bool:
    """Tell whether a language such as "ar" or "ar-SY" is written from right to left."""
    return language.split("-", maxsplit=1)[0].lower() in _LANGUAGES


def runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter of a text is written from right to left, as Unicode judges a paragraph (P2)."""
    letter = _LETTER.search(text)
    return letter is not None and _RIGHT_LETTER.match(letter.group()) is not None


def kept_from_left(text: str) -> str:
    """Return words that run from left to right so that they stay whole in a paragraph that runs from right to left.

    A figure or stop at either end would go to the other side; the left-to-right mark, which is invisible, holds it.
    """
    words = text.strip()
    if not words or not _LETTER.search(words) or runs_right_to_left(words):
        return text
    start = "" if _LETTER.match(words) else _MARK
    end = "" if _LETTER.match(words[-1]) else _MARK
    at = len(text) - len(text.lstrip())
    return f"{text[:at]}{start}{words}{end}{text[at + len(words) :]}"


def directed_pieces(text: str) -> list[tuple[str, bool]]:
    """Cut a text into pieces of one direction, each with whether it runs from right to left.

    Signs and figures between two words of one direction go with them, and so does a bracket that one of them opens;
    all others have the direction of the text.
    """
    if not _RIGHT_LETTER.search(text):
        return [(text, False)] if text else []
    from_right = runs_right_to_left(text)
    pieces: list[tuple[str, bool]] = []
    at = 0
    for found in (_LEFT_WORDS if from_right else _RIGHT_WORDS).finditer(text):
        if found.start() > at:
            pieces.append((text[at : found.start()], from_right))
        at = _with_brackets(text, found.start(), found.end())
        pieces.append((text[found.start() : at], not from_right))
    return [*pieces, (text[at:], from_right)] if at < len(text) else pieces


def _with_brackets(text: str, start: int, end: int) -> int:
    """Return the end of a piece together with the closing brackets behind it that it opened itself."""
    while end < len(text) and (opening := _CLOSING.get(text[end])):
        piece = text[start:end]
        if piece.count(opening) <= piece.count(text[end]):
            break
        end += 1
    return end
