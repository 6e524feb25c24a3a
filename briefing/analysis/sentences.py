"""Find where sentences begin and end, as spans into the unchanged text of a report."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.model.findings import Sentence
from briefing.model.report import ParagraphKind, Report
from briefing.resources import data_folder

# A run of sentence marks with what closes after it (quotation marks, brackets, note numbers such as "[12]").
# The possessive and bounded parts keep the search linear in a text made of nothing but marks.
_MARKS = re.compile(
    r"(?P<strong>[。！？｡؟۔।॥።]++[」』”’»）)\"']*+)"
    r"|(?P<weak>[.!?…]++)(?P<close>(?:[\"'’”»›)\]}]|[^\S\n]»)*+(?:\[\d{1,3}\]){0,9})"
    r"|(?P<blank>\n[^\S\n]*+\n\s*+)",
)
_NEXT = re.compile(r"(?P<blank>\s*+)(?P<open>[\"'‘’“”„«‹(\[{¡¿*_]{0,4}+)(?P<word>[^\W_][\w’'-]{0,30}|)")
_CHUNK_BEFORE = re.compile(r"\S{0,40}\Z")
_ADDRESS = re.compile(r"://|www\.|@|[\w-]/|\w=")
_SPEAKER = re.compile(r"(?:[A-Z][\w’'-]{0,30}\s{1,3}){0,4}(?P<verb>[a-z]{3,12})\b")
_LINE = re.compile(r"[^\n]+")
_PREFIXED_NAME = re.compile(r"[a-z]{1,4}[-’'][A-Z]|[a-z][A-Z]")  # al-Assad, d'Ivoire, iPhone
# What a paragraph ends with behind its last stop: "(Reuters)", "(AP) (CNN)".
# "LOUISVILLE, Ky. (AP) - Police said"
_DATELINE_END = re.compile(r"\s*\([A-Z][\w .]{1,20}\)\s?(?:—|–|--?)\s")
_CREDITS = re.compile(r"\s*(?:\([^().!?\n]{1,40}\)\s*){1,4}\Z")
_CREDITS_REACH = 200
_LOOK_BACK = 40
_CLOCK = re.compile(r"(?P<clock>(?:[01]\d|2[0-3])[:.]?[0-5]\d(?:\s?(?:GMT|UTC|[ap]m))?:?)\s+(?=[A-Z“\"‘])")
_LIVE = 3  # stamps of the clock that make a live page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The word lists of abbreviations.toml."""

    never_last: frozenset[str]
    before_number: frozenset[str]
    maybe_last: frozenset[str]
    time_of_day: frozenset[str]
    after_time_of_day: frozenset[str]
    months_after_day: frozenset[str]
    starters: frozenset[str]
    speech_verbs: frozenset[str]
    domains: frozenset[str]


@cache
def _words() -> _Words:
    lists = tomllib.loads((data_folder() / "abbreviations.toml").read_text(encoding="utf-8"))
    return _Words(**{name: frozenset(words) for name, words in lists.items()})


def find_sentences(report: Report) -> tuple[Sentence, ...]:
    """Return the sentences of all paragraphs in the order of the text, without blank space around them.

    A row of a table is a sentence by itself. A small letter after a full stop goes on with the sentence, also where
    the blank space is missing ("the fronts. and then"), because nothing tells that a new one was meant.
    """
    found: list[Sentence] = []
    for index, paragraph in enumerate(report.paragraphs):
        for start, end in _regions(report.text, paragraph.start, paragraph.end, paragraph.kind):
            found.extend(
                Sentence(start=first, end=last, paragraph=index) for first, last in _split(report.text, start, end)
            )
    return _without_clocks(report.text, found)


def _without_clocks(text: str, found: list[Sentence]) -> tuple[Sentence, ...]:
    """Part the stamps of a live page ("2224 The Coast Guard ...") from the sentences that they stand before.

    A number alone may be a year; a page that begins three sentences so is written by the clock.
    """
    stamped = {index for index, item in enumerate(found) if _CLOCK.match(text, item.start, item.end)}
    if len(stamped) < _LIVE:
        return tuple(found)
    parted: list[Sentence] = []
    for index, item in enumerate(found):
        stamp = _CLOCK.match(text, item.start, item.end) if index in stamped else None
        if stamp is None:
            parted.append(item)
            continue
        parted.append(Sentence(start=item.start, end=stamp.end("clock"), paragraph=item.paragraph))
        parted.append(Sentence(start=stamp.end(), end=item.end, paragraph=item.paragraph))
    return tuple(parted)


def _regions(text: str, start: int, end: int, kind: ParagraphKind) -> Iterator[tuple[int, int]]:
    if kind is not ParagraphKind.TABLE:
        yield start, end
        return
    for line in _LINE.finditer(text, start, end):
        yield line.span()


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in _MARKS.finditer(text, start, end):
        cut = _cut(text, mark, begin, end)
        if cut is None:
            continue
        yield from _trimmed(text, begin, cut)
        begin = cut
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first < last:
        yield first, last


def _cut(text: str, mark: re.Match[str], begin: int, end: int) -> int | None:
    """Return where the sentence ends at this mark, or None when it goes on."""
    if mark["weak"] is None:
        return mark.end()
    after = _NEXT.match(text, mark.end(), end)
    if after is None or after.end() == mark.end():  # another sign stands directly behind: ".,", ".-", "!"
        return mark.end() if mark.end() == end else None
    if not after["blank"]:
        return _cut_without_blank(text, mark, after, begin)
    if after["open"].startswith("("):
        bracket = text[mark.end() : min(end, mark.end() + _CREDITS_REACH)]
        if _CREDITS.match(bracket) or _DATELINE_END.match(bracket):
            return None
    return mark.end() if _ends_before_blank(text, mark, after, begin) else None


def _ends_before_blank(text: str, mark: re.Match[str], after: re.Match[str], begin: int) -> bool:
    word = after["word"]
    if not word:
        return bool(after["open"]) or _starts_item(text, after.end())
    if word[0].islower() and not _PREFIXED_NAME.match(word):
        return False
    if mark["weak"] != ".":
        return not (mark["close"] and _goes_on_with_speaker(text, after))
    before = _word_before(text, mark.start(), begin)
    if mark["close"]:  # "Maj. (ret.) Reyle" goes on
        bracketed = mark["close"] == ")" and text[mark.start() - len(before) - 1] == "("
        return not (bracketed and before.isalpha() and word.lower() not in _words().starters)
    return not before or _ends_after_word(
        before, word, bool(after["open"]), at_start=_is_first(text, mark, begin, before)
    )


def _ends_after_word(before: str, word: str, opened: bool, *, at_start: bool) -> bool:
    """Decide at a single full stop between two words."""
    words = _words()
    key = before.lower()
    number = key.isdecimal()
    if at_start and (number or (len(key) == 1 and key.isalpha())):  # "1. Item", "b. Item"
        return False
    if key.split(".-")[-1] in words.never_last or (number and len(key) < 3 and word.lower() in words.months_after_day):
        return False
    if key in words.before_number:
        return not word[0].isdecimal() and not (before == before.upper() and len(before) == 1)
    if key in words.time_of_day:
        return word.lower() not in words.after_time_of_day and not word[0].isdecimal()
    if not _may_be_short(before, key):
        return True
    quoted = opened and not word[0].isdecimal() and len(before) > 1
    return word.lower() in words.starters or quoted


def _may_be_short(before: str, key: str) -> bool:
    """Tell whether a word is an initial, letters with stops ("K.K.K") or a short form such as "Inc"."""
    if len(before) == 1:
        return before.isalpha() and before.isupper()
    if key in _words().maybe_last:
        return before[0].isupper() or "." in key or key == "etc"
    return _is_dotted(before)


def _is_dotted(word: str) -> bool:
    """Tell whether a word is letters with stops between them, such as "K.K.K", or the initials "F.-X"."""
    return "." in word and all(len(part) <= 2 and part.isalpha() for part in word.replace(".-", ".").split("."))


def _cut_without_blank(text: str, mark: re.Match[str], after: re.Match[str], begin: int) -> int | None:
    """Decide where no blank stands behind the mark: "the front.The army" is two sentences, "U.S.Army" is not."""
    word, before = after["word"], _word_before(text, mark.start(), begin)
    if len(mark["weak"]) > 1 or not word or not word[0].isupper() or _is_address(text, mark, after):
        return None
    if mark["close"] or after["open"]:
        return _cut_at_quote(text, mark, after, begin)
    ordinary = word in {"A", "I"} or (
        len(word) > 1 and word[1:].replace("’", "").replace("'", "").replace("-", "").islower()
    )
    if not ordinary or word.lower() in _words().domains or before.lower() in _words().never_last:
        return None
    if before.isdecimal():
        return mark.end() if len(before) == 4 else None
    return mark.end() if len(before) > 1 and before[1:].islower() and "." not in before else None


def _cut_at_quote(text: str, mark: re.Match[str], after: re.Match[str], begin: int) -> int | None:
    """Put a quotation mark that stands between two sentences without blank space to the right one of them."""
    if after["open"] in {"“", "«", "‘", "(", "["}:
        return mark.end() if not mark["close"] else None
    if mark["close"] == '"' and text.count('"', begin, mark.start()) % 2 == 0:
        return mark.end() - 1
    return mark.end() if mark["close"][:1] in {'"', "”", "»"} else None


def _is_address(text: str, mark: re.Match[str], after: re.Match[str]) -> bool:
    chunk = _CHUNK_BEFORE.search(text, max(0, mark.start() - _LOOK_BACK), mark.start())
    nearby = (chunk[0] if chunk else "") + text[mark.start() : after.end() + 1]
    return bool(_ADDRESS.search(nearby))


def _goes_on_with_speaker(text: str, after: re.Match[str]) -> bool:
    """Tell whether "Why?" is followed by a name and a verb of speech, as in “Why?” Ahmed asked."""
    if after["open"]:
        return False
    speaker = _SPEAKER.match(text, after.start("word"))
    return speaker is not None and speaker["verb"] in _words().speech_verbs


def _starts_item(text: str, position: int) -> bool:
    return text[position : position + 1] in set("•●▪◦‣#@$£€>+°")


def _word_before(text: str, position: int, begin: int) -> str:
    """Return the word that ends here, with the full stops and hyphens inside it."""
    start = position
    floor = max(begin, position - _LOOK_BACK)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in ".-/º"):
        start -= 1
    return text[start:position].lstrip(".-/")


def _is_first(text: str, mark: re.Match[str], begin: int, before: str) -> bool:
    return not text[begin : mark.start() - len(before)].strip() if mark.start() - begin < _LOOK_BACK else False
