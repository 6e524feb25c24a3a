"""How wide words are when set in the sans of the house, so that labels can be placed without a font at hand."""

import unicodedata

# Advances of the characters from blank to "~" in thousandths of the size, read from SourceSansPro-Regular.ttf and
# SourceSansPro-Bold.ttf (Adobe, SIL Open Font License 1.1).
# fmt: off
_REGULAR = (
    200, 289, 425, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497,
    497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 544, 588, 571, 615, 527, 494, 617,
    652, 263, 480, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303,
    350, 303, 497, 500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 718, 446, 467, 425, 303, 241, 303, 497,
)
_BOLD = (
    200, 340, 536, 528, 528, 857, 667, 300, 344, 344, 457, 528, 300, 332, 300, 339, 528, 528, 528, 528,
    528, 528, 528, 528, 528, 528, 300, 300, 528, 528, 528, 463, 903, 573, 605, 582, 635, 548, 524, 638,
    674, 301, 509, 614, 518, 762, 665, 684, 596, 684, 613, 556, 556, 665, 556, 813, 567, 525, 541, 344,
    339, 344, 528, 500, 555, 527, 573, 467, 573, 518, 341, 534, 571, 276, 278, 548, 286, 857, 572, 555,
    573, 573, 398, 443, 383, 568, 523, 776, 514, 521, 460, 344, 268, 344, 528,
)
# fmt: on
_WIDE = 1000
_OTHER = 640

CAPITAL_HEIGHT = 0.66
"""Height of a capital in parts of the size."""

DESCENT = 0.2
"""How far letters such as "g" reach below the base line, in parts of the size."""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` in points; accents add nothing, and an unknown letter counts as a broad one."""
    advances = _BOLD if bold else _REGULAR
    return sum(_advance(character, advances) for character in unicodedata.normalize("NFD", text)) * size / 1000


def _advance(character: str, advances: tuple[int, ...]) -> int:
    position = ord(character) - 32
    if 0 <= position < len(advances):
        return advances[position]
    if unicodedata.combining(character):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def fitted(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return the text, cut with "…" where it is wider than ``room`` points."""
    if text_width(text, size, bold=bold) <= room:
        return text
    kept = next(
        (n for n in range(len(text) - 1, 0, -1) if text_width(f"{text[:n].rstrip()}…", size, bold=bold) <= room), 0
    )
    return f"{text[:kept].rstrip()}…"
