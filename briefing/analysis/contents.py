"""How far that which is said reaches: after its cue, before it, or on both sides."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.cues import read_cues
from briefing.analysis.tokens import Quotations, Token

Extent = tuple[int, int]
_NEAR = 20
_LONGEST_SETTING = 9  # tokens
_EDGES = " \t\r\n\u00a0,;:—–-"


class Scene(NamedTuple):
    """One sentence with its words, and the quotations of the paragraph that it stands in."""

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    quotations: Quotations

    def quoted(self, position: int) -> bool:
        """Tell whether a position lies within a quotation."""
        return self.quotations.around(position) is not None


def trim(scene: Scene, start: int, end: int) -> Extent | None:
    """Cut blank space and marks off both ends; None when nothing is left."""
    text = scene.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start > 1 and text[end - 1] == "." and not scene.quoted(end - 1) and text[end - 3 : end - 2] != ".":
        end -= 1
    return (start, end) if end - start > 1 else None


def content_before(scene: Scene, start: int, end: int) -> Extent | None:
    """Take what stands before the source; a quotation reaches back to its opening mark, over earlier sentences."""
    extent = trim(scene, start, end)
    if extent is None:
        return None
    around = scene.quotations.around(extent[1] - 1) or scene.quotations.around(extent[1] - 2)
    if around is not None and around[0] < extent[0]:
        return around[0], extent[1]
    return extent


def content_after(scene: Scene, start: int, end: int) -> Extent | None:
    """Take what stands after the cue; a quotation that begins there reaches to its closing mark."""
    extent = trim(scene, start, end)
    if extent is None:
        return None
    around = scene.quotations.around(extent[1] - 1) or scene.quotations.around(extent[1] + 1)
    if around is not None and around[0] >= extent[0] and around[1] > extent[1]:
        return extent[0], around[1]
    return extent


def content_around(scene: Scene, before: Extent, after_start: int, after_end: int) -> Extent:
    """Take what stands on both sides of the cue: "...", he said, "...", and quotations that go on in the paragraph."""
    extent = content_after(scene, after_start, after_end)
    end = extent[1] if extent is not None else before[1]
    return before[0], max(before[1], end)


def following_quotation(scene: Scene, extent: Extent) -> Extent:
    """Lengthen a quotation by those that follow at once in the same paragraph, with nothing but blanks between."""
    index = bisect_left(scene.quotations.starts, scene.end - 1)
    if index < len(scene.quotations.spans):
        quote_start, quote_end = scene.quotations.spans[index]
        if quote_start - scene.end < _NEAR and not scene.text[scene.end : quote_start].strip(_EDGES + "."):
            return extent[0], quote_end
    return extent


def skip_setting(scene: Scene, index: int) -> int:
    """Step over what stands between a cue and what is said: "on Sunday", "in a statement", "to reporters"."""
    words = read_cues().sets
    tokens = scene.tokens
    while index < len(tokens):
        lower = tokens[index].lower
        if lower in words["times"] or lower in {"late", "early"}:
            index += 1
            continue
        step = _setting_length(tokens, index) or _interview_length(tokens, index)
        if step == 0:
            break
        index += step
    return index


def _interview_length(tokens: Sequence[Token], index: int) -> int:
    """Count the words of "with Al Arabiya" after "in an interview", as far as a "that" closes them."""
    if (
        index == 0
        or tokens[index].lower not in {"with", "to", "for", "on"}
        or "interview" not in tokens[index - 1].lower
    ):
        return 0
    for step in range(1, _LONGEST_SETTING):
        if index + step >= len(tokens):
            return 0
        if tokens[index + step].lower == "that" or tokens[index + step].lower in read_cues().sets["times"]:
            return step - (tokens[index + step - 1].lower in read_cues().sets["before_times"])
    return 0


def _setting_length(tokens: Sequence[Token], index: int) -> int:
    words = read_cues().sets
    if tokens[index].lower not in {
        "on",
        "in",
        "at",
        "during",
        "to",
        "by",
        "through",
        "via",
        "after",
        "last",
        "this",
        "from",
        "over",
    }:
        return 0
    for step in range(1, 9):
        if index + step >= len(tokens):
            return 0
        token = tokens[index + step]
        if token.lower in words["times"] or (
            token.lower
            in words["settings_nouns"]
            | {"reporters", "journalists", "channel", "television", "telegram", "twitter", "facebook", "morning"}
        ):
            end = index + step + 1
            while end < len(tokens) and (
                tokens[end].lower in words["times"]
                or tokens[end].lower in words["settings_nouns"]
                or tokens[end].lower == "channel"
            ):
                end += 1
            return end - index
        if not token.is_word or token.lower in words["boundaries"]:
            return 0
    return 0
