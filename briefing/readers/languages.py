"""Which language a text is in: its small words first, then the tables inside pycld2 (Apache licence); no download."""

import re
import unicodedata
from collections import Counter
from functools import cache

from briefing.data.english import is_english
from briefing.data.tables import load_table

_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 20
_SAMPLE = 2000
UNKNOWN = "und"


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of the first letters of ``text``, or "und" when it cannot be told."""
    sample = " ".join(text[:_SAMPLE].split())
    letters = _LETTER.findall(sample)
    if len(letters) < _FEWEST_LETTERS:
        return UNKNOWN
    if is_english(sample):
        return "en"
    return _recognised(sample) or _of_script(letters)


def _recognised(sample: str) -> str:
    """Return the code that the recogniser gives, "" where it gives none of two letters."""
    # Imported late: English texts never need it. Six megabytes; it refuses unpaired surrogates and signs of control.
    import pycld2  # noqa: PLC0415

    plain = "".join(filter(str.isprintable, sample)).encode("utf-8", "ignore")
    code = pycld2.detect(plain, isPlainText=True, bestEffort=True)[2][0][1].split("-")[0]
    code = _tables()["codes"].get(code, code)
    return code if len(code) == len("en") else ""


def _of_script(letters: list[str]) -> str:
    """Return the language most written in the script of the letters: short Russian and Bulgarian texts look alike."""
    scripts = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in letters)
    script = max(scripts, key=lambda name: (scripts[name], name))
    return _tables()["scripts"].get(script, UNKNOWN)


@cache
def _tables() -> dict[str, dict[str, str]]:
    table = load_table("languages")
    return {"codes": table["codes"], "scripts": table["scripts"]}
