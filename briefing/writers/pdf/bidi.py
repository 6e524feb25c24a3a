"""Scripts that run from right to left: their levels, their joined letters, and their order in a line.

Levels are those of Unicode Standard Annex 9, worked out by python-bidi; letters are joined by HarfBuzz. A word becomes
a run of its own whose text is what is drawn, from left to right; it is written into the file in the order of reading,
so that it is copied and read aloud as it was.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.writers.direction import language_runs_right_to_left
from briefing.writers.pdf.lines import Run
from briefing.writers.pdf.tagging import Element

_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LETTER = re.compile(r"[^\W\d_]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
# Where a line may end.
_GAPS = " \u200b"
_JOINERS = re.compile("[\u200b-\u200d]")
_NAME = re.compile(r"(?<!\w)[\d_.-]*[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][\w./:\-–]*(?<=\w)", re.ASCII)
_FIGURES = re.compile(r"\d+(?:(?:[-./:–]|,\u200b?)\d+)+", re.ASCII)
_MARKED = re.compile("[^\\W\\d_\u0590-\u08ff][\u0300-\u036f]+")
_BRACKET = re.compile(r"[()\[\]{}]")
# The languages that a script is most likely in, for the voice of a reader; the letters that Arabic does not have first.
_LANGUAGES = (("fa", re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")), ("ar", re.compile("[\u0600-\u06ff]")))
_HEBREW = re.compile("[\u0590-\u05ff]")


def with_marks_placed(run: Run) -> Iterator[Run]:
    """Cut out of a run each letter with marks that has no character of its own, to be drawn as its font places them."""
    if run.text.isascii() or not _MARKED.search(run.text):
        yield run
        return
    start = 0
    for found in _MARKED.finditer(run.text):
        if found.start() > start:
            yield dataclasses.replace(run, text=run.text[start : found.start()])
        yield dataclasses.replace(run, text=run.face.shape(found[0]), shaped=True)
        start = found.end()
    if start < len(run.text):
        yield dataclasses.replace(run, text=run.text[start:])


def arrange(runs: tuple[Run, ...], language: str) -> tuple[Run, ...]:
    """Return the runs of a paragraph cut so that each can be drawn from left to right, in the order of reading.

    ``language`` is that of the document; a paragraph takes its direction unless its own words go against it. Words that
    are in another language become a part of their own of the structure, which says so.
    """
    text = "".join(run.text for run in runs)
    right_to_left = language_runs_right_to_left(language)
    if not right_to_left and not _RIGHT.search(text):
        return runs
    backwards = _is_backwards(text, right_to_left=right_to_left)
    levels = _levels(text, base=int(backwards))
    arranged: list[Run] = []
    start, span = 0, None
    for run in runs:
        changed = dataclasses.replace(run, against=backwards is not right_to_left)
        parts, span = _cut(changed, levels[start : start + len(run.text)], language, span)
        arranged += parts
        start += len(run.text)
    return tuple(arranged)


def _is_backwards(text: str, *, right_to_left: bool) -> bool:
    """Tell whether a paragraph runs from right to left.

    In a document that does, it is enough that it begins so or that a third of its letters do: names stay in Latin
    letters. In another one it must begin so, and most letters must.
    """
    letters = _directions(text)
    if not letters:
        return right_to_left
    if right_to_left:
        return bool(letters[0]) or 3 * sum(letters) >= len(letters)
    return bool(letters[0]) and 2 * sum(letters) > len(letters)


def _levels(text: str, *, base: int) -> list[int]:
    from bidi import algorithm  # noqa: PLC0415 -- for texts in such scripts alone

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(_with_sure_brackets(_with_whole_words(text), base), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    levels = [int(each["level"]) for each in storage["chars"]]
    assert len(levels) == len(text)  # direction marks, which the algorithm takes out, are cleaned away before
    return levels


def _with_whole_words(text: str) -> str:
    """Return the text of the same length by which the levels are found.

    A joiner goes with the letter before it, and so does a place where a line may end. A word of Latin letters and
    figures, such as the name of a file, and a day, a range or a series of figures stay whole: the annex turns their
    parts round after an Arabic word.
    """
    text = _NAME.sub(lambda found: "a" * len(found[0]), text)
    text = _FIGURES.sub(lambda found: "0" * len(found[0]), text)
    return _JOINERS.sub("\u064b", text)


def _with_sure_brackets(text: str, base: int) -> str:
    """Return the text with a letter of their direction in place of paired brackets, which python-bidi does not pair.

    Rule N0 of the annex: brackets run as the paragraph does if they hold anything that does, else as what they hold,
    if what stands before them runs so, too.
    """
    if not _BRACKET.search(text):
        return text
    along, opposite = ("aא", "אa")[base]
    changed = list(text)
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _PAIRS:
            opened.append(place)
        elif opened and character == _PAIRS[text[opened[-1]]]:
            start = opened.pop()
            inside, before = _directions(text[start + 1 : place]), _directions(text[:start])
            if inside:
                against = base not in inside and (before[-1] if before else base) != base
                changed[start] = changed[place] = opposite if against else along
    return "".join(changed)


def _directions(text: str) -> list[int]:
    """Return the direction of each letter of a text: 0 from left to right, 1 from right to left."""
    return [int(_RIGHT.match(letter) is not None) for letter in _LETTER.findall(text)]


def _cut(run: Run, levels: Sequence[int], language: str, span: Element | None) -> tuple[list[Run], Element | None]:
    """Cut a run where the level changes, and what runs backwards into words.

    ``span`` is the part of the structure that words of another language before it stand in, which these may go on; that
    in which it ends is returned, too.
    """
    parts: list[Run] = []
    start = 0
    for (level, _), group in groupby(
        zip(levels, run.text, strict=True), key=lambda pair: (pair[0], pair[0] % 2 == 1 and pair[1] in _GAPS)
    ):
        words = run.text[start : start + len(list(group))]
        start += len(words)
        if level % 2 == 0:
            span = None
            parts.append(dataclasses.replace(run, text=words, level=level))
            continue
        spoken = language_of(words)
        if run.element is None and spoken and spoken != language.partition("-")[0] and span is None:
            span = Element("Span", language=spoken)
        parts.append(_backward(dataclasses.replace(run, level=level, element=run.element or span), words))
    # a link leads back to the first part
    return [*parts[:1], *(dataclasses.replace(part, anchor="") for part in parts[1:])] or [run], span


def _backward(run: Run, words: str) -> Run:
    """Draw words from left to right that are read from right to left."""
    if run.element is not None and run.element.actual:  # what has no glyph is drawn as it is
        return dataclasses.replace(run, text=words)
    if not words.strip(_GAPS):
        return dataclasses.replace(run, text=words)
    return dataclasses.replace(run, text=run.face.shape(words, backward=True), shaped=True)


def language_of(word: str) -> str:
    """Return the language that a word is most likely in, "" where its script does not tell."""
    if _HEBREW.search(word):
        return "he"
    return next((language for language, letters in _LANGUAGES if letters.search(word)), "")
