"""Letterheads and datelines: the name of a body in capitals over its statement, or of an agency after a place.

MINISTRY OF HEALTH
Press release
Date: 21 November 2014
"""

import re
from collections.abc import Sequence

from briefing.readers.header_fields import header_words
from briefing.readers.lines import Line

_MOST_LINES = 4
_LONGEST_LINE = 160
_DATELINE = re.compile(r"[^\W\d_a-z][^()\n]{1,60}? ?\((?P<agency>[^()\n,]{2,40})(?:,[^()\n]{1,30})?\) ?[-–—]{1,2} ?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = (".", "!", "?", "…", ";")


def read_letterhead(lines: Sequence[Line], first: int, fields_at: int) -> tuple[str, str] | None:
    """Return the body and the title of the lines ``first`` to ``fields_at``, which hold no field of a header.

    None when they are no letterhead: more than four lines, a sentence among them, or a first line that is not written
    in capitals throughout. The title is "" where the other lines only name the kind of paper ("PRESS RELEASE").
    """
    written = [line.words for line in lines[first:fields_at] if line.words]
    if not 2 <= len(written) <= _MOST_LINES or not _in_capitals(written[0]):
        return None
    if any(len(words) > _LONGEST_LINE or words.endswith(_SENTENCE_END) for words in written):
        return None
    title = next((words for words in written[1:] if not _names_a_paper(words)), "")
    return as_name(written[0]), as_name(title) if _in_capitals(title) else title


def read_dateline(words: str) -> str | None:
    """Return the agency in brackets after the place in capitals with which the words begin; None without one."""
    match = _DATELINE.match(words)
    place = _WORD.match(words)
    if match is None or place is None or len(place[0]) < 3 or place[0] != place[0].upper():
        return None
    agency = match["agency"].strip()
    names = [word for word in _WORD.findall(agency) if word.casefold() not in header_words("small_words")]
    return agency if names and all(word[0].isupper() for word in names) else None


def as_name(words: str) -> str:
    """Write a name in capitals as a running text does: "MINISTRY OF HEALTH" becomes "Ministry of Health"."""
    small = set(header_words("small_words"))

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        if match.start() and word.casefold() in small:
            return word.casefold()
        return word.capitalize() if len(word) > 1 else word

    return _WORD.sub(lower, words)


def _in_capitals(words: str) -> bool:
    """Tell whether at least two words, one of them longer than an abbreviation, have capitals only."""
    found = _WORD.findall(words)
    return len(found) >= 2 and words == words.upper() and any(len(word) > 5 for word in found)


def _names_a_paper(words: str) -> bool:
    """Tell whether a line says only what kind of paper it is ("PRESS RELEASE no. 7")."""
    known = set(header_words("papers")) | {"no", "nr", "number"}
    return all(word.casefold() in known for word in _WORD.findall(words))
