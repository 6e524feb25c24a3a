"""Find the numbers that count or measure something: tolls, shares, distances, money, magnitudes, houses."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from briefing.analysis.cuts import Cut, cut_sentences
from briefing.analysis.figures_cues import counted_noun, described, find_cue, is_contrasted, is_part
from briefing.analysis.figures_grammar import FigureWords, figure_words
from briefing.analysis.figures_numbers import Line, Numeral, find_numerals
from briefing.analysis.figures_units import another_magnitude, find_shares, measured
from briefing.analysis.languages import unread_language
from briefing.analysis.sentences import find_sentences
from briefing.analysis.shapes import Row
from briefing.analysis.times import times_within
from briefing.model.findings import Figure, Sentence, TimeExpression
from briefing.model.report import Report

PART = "part of a larger number"
WHOLE = "whole of which a part is counted"
_ANY = re.compile(r"[DYIKNVS]|[aF] [HhV]")
_MASK = "t"

# "40 of 62", "two out of the 55": the first is what is counted, the second the whole.
_OF_WHOLE = re.compile(r"(?P<out> x)? O (?:[Qpx] )?")
_ADVERB = re.compile(r"(?<=A )x(?= [PXA])")
_LIST = re.compile(r"(?:[ -][xQau]){1,5}(?:,| j |,j )(?:[Qpl] ){0,3}")


def find_figures(
    report: Report,
    sentences: Sequence[Sentence] = (),
    times: Sequence[TimeExpression] = (),
    cuts: Sequence[Cut] = (),
) -> tuple[Figure, ...]:
    """Return the figures of the sentences (all of the report's when none are given), in order.

    A figure runs from its qualifier to its unit or counted noun. Numbers inside ``times`` are none. "Dozens" and the
    like have the lowest value they can mean and ``high``, with the word as qualifier; so has "most": 50 to 100 %.
    ``cuts`` are the sentences cut into words, where that was done already.
    """
    words = figure_words()
    found: list[Figure] = []
    english = _reads_words(report)
    for cut in cuts or cut_sentences(report.text, sentences or find_sentences(report)):
        if _ANY.search(cut.figure_shape):
            near = times_within(times, cut.start, cut.offsets[-1])
            found.extend(_in_row(cut.row(cut.figure_shape), near, words, english=english))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _in_row(row: Row, times: Sequence[TimeExpression], words: FigureWords, *, english: bool) -> list[Figure]:
    shape = _with_adverbs(row, _masked(row, times))
    numerals = find_numerals(row, shape)
    if not numerals and "S" not in shape:
        return []
    line = Line(row, _marked(shape, numerals), numerals)
    if not english:
        return [figure for figure in map(partial(_measured, line, words), numerals) if figure]
    return _figures(line, words) + find_shares(row, shape, words)


def _masked(row: Row, times: Sequence[TimeExpression]) -> str:
    shape = row.shape
    if not times:
        return shape
    letters = list(shape)
    index = 0
    for time in times:
        while index < len(letters) and row.offsets[index + 1] <= time.start:
            index += 1
        while index < len(letters) and row.offsets[index] < time.end:
            letters[index] = _MASK if index % 2 else letters[index]
            index += 1
    return "".join(letters)


def _with_adverbs(row: Row, shape: str) -> str:
    """Read "were recently killed" like "were then killed"."""
    letters = list(shape)
    for match in _ADVERB.finditer(shape):
        if row.parts[match.start()].lower().endswith("ly"):
            letters[match.start()] = "A"
    return "".join(letters)


def _marked(shape: str, numerals: list[Numeral]) -> str:
    letters = list(shape)
    for numeral in numerals:
        letters[numeral.start] = "#"
        for index in range(numeral.start + 1, numeral.end):
            letters[index] = "~"
    return "".join(letters)


def _reads_words(report: Report) -> bool:
    """Tell whether the words of the grammar, which are English, are those of the report: "die" is German for "the"."""
    return not unread_language(report)


def _figures(line: Line, words: FigureWords) -> list[Figure]:
    pairs = [
        (figure, numeral) for place, numeral in enumerate(line.numerals) if (figure := _figure(line, place, words))
    ]
    for index in range(1, len(pairs)):
        if _in_list(line, pairs[index - 1][1], pairs[index][1]):
            pairs[index] = (_inherited(pairs[index][0], pairs[index - 1][0], "number behind", words), pairs[index][1])
    for index in range(len(pairs) - 2, -1, -1):
        if _in_list(line, pairs[index][1], pairs[index + 1][1]):
            pairs[index] = (_inherited(pairs[index][0], pairs[index + 1][0], "number before", words), pairs[index][1])
    return [figure for figure, _ in pairs]


def _in_list(line: Line, first: Numeral, second: Numeral) -> bool:
    return bool(_LIST.fullmatch(line.shape, first.end, second.start))


def _inherited(figure: Figure, neighbour: Figure, side: str, words: FigureWords) -> Figure:
    """Give a number in a list the measure of its neighbour: "killed 13 soldiers, five policemen and two nurses".

    "Ten deaths" keep theirs to themselves, so that in "117 cases, 10 deaths" nobody died of the first.
    """
    own = neighbour.counted.rpartition(" ")[2] in words.measures or (side == "number before" and not neighbour.counted)
    if figure.measure == "count" and figure.rule != PART and neighbour.rule.startswith(side) and not own:
        return replace(figure, measure=neighbour.measure, rule=neighbour.rule)
    return figure


def _figure(line: Line, place: int, words: FigureWords) -> Figure | None:
    numeral = line.numerals[place]
    base, start = _base(line, numeral, words)
    return measured(line, numeral, start, base, words) or _counting(line, place, (base, start), words)


def _base(line: Line, numeral: Numeral, words: FigureWords) -> tuple[Figure, int]:
    """Return the figure as far as the number alone tells, and where its qualifiers begin."""
    start, qualifier = _qualifier(line, numeral, words)
    figure = Figure(
        start=line.row.offsets[start if qualifier else numeral.start],
        end=line.row.offsets[numeral.end],
        value=numeral.value,
        high=numeral.high,
        qualifier=numeral.vague or qualifier,
        rule="",
    )
    return figure, start


def _measured(line: Line, words: FigureWords, numeral: Numeral) -> Figure | None:
    base, start = _base(line, numeral, words)
    return measured(line, numeral, start, base, words)


def _counting(line: Line, place: int, known: tuple[Figure, int], words: FigureWords) -> Figure | None:
    numeral, (base, start) = line.numerals[place], known
    whole = line.numerals[place + 1] if _has_whole(line, place) else None
    reach = whole.end if whole else numeral.end
    counted, end = counted_noun(line, reach, whole.value if whole else numeral.value, words)
    if _is_adjective(line, numeral, end) or is_contrasted(line, start):
        return None
    measure, rule = "count", ""
    if is_part(line, numeral, start):
        rule = PART if counted else ""
        measure = words.measures.get(counted, measure)  # "131 cases, including 10 deaths"
    elif counted not in words.measures and place and _has_whole(line, place - 1):
        rule = WHOLE if counted else ""
    else:
        cue = find_cue(line, reach, start, words)
        if cue and not (whole and f"“{counted}”" in cue[1]):  # of 15 of the 350 hostages, the 350 are the hostages
            measure, rule = cue
        elif counted and (numeral.value != 1 or numeral.high is not None):
            measure, rule = described(line, reach, words) or ("count", "number with the noun that it counts")
    if not rule:
        return another_magnitude(line, numeral.end, base)
    last = line.row.offsets[numeral.end if whole else end]
    if counted and not words.lists["adding"].isdisjoint(line.row.words(reach, end)):
        counted = f"new {counted}"
    return replace(base, counted=counted, end=last, measure=measure, rule=rule)


def _has_whole(line: Line, place: int) -> bool:
    """Tell whether the number that follows is the whole of which this one is a part."""
    if place + 1 >= len(line.numerals):
        return False
    part, whole = line.numerals[place : place + 2]
    between = _OF_WHOLE.fullmatch(line.shape, part.end, whole.start)
    if between is None or part.vague or whole.vague or not 1 < part.value <= whole.value:
        return False
    return not between["out"] or line.row.parts[part.end + 1].lower() == "out"


def _is_adjective(line: Line, numeral: Numeral, end: int) -> bool:
    """Tell whether a number only describes a thing, as in "a 96-page report" and "the 64-strong team"."""
    return line.shape[numeral.end] == "-" and line.shape[numeral.end + 1] == "x" and end != numeral.end + 2


def _qualifier(line: Line, numeral: Numeral, words: FigureWords) -> tuple[int, str]:
    """Return where the qualifier before the number begins and its words; the number itself and "" without one."""
    start, text, silent = numeral.start, "", words.lists["silent"]
    phrase: list[str] = []
    index = numeral.start
    for _ in range(words.longest_qualifier):
        if index < 2 or line.shape[index - 1] not in " $" or line.shape[index - 2] in "#~":
            break
        index -= 2
        phrase.insert(0, line.row.parts[index].lower())
        if phrase[-1] not in words.qualifier_ends:
            break
        joined = " ".join(phrase)
        if joined in words.lists["qualifiers"]:
            start, text = index, "" if joined in silent else joined
    return start, text
