"""The forms under which place names are stored and looked up, so that spellings of one name meet."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = "'’‘ʻʼʿʾ`´′ˈ."
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES),
        **dict.fromkeys("-‐‑–—_/", " "),
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "þ": "th",
        "ة": "ه",
        "ى": "ي",
        "ـ": None,
    }
)
_ASCII = str.maketrans({"'": None, "`": None, ".": None, "-": " ", "_": " ", "/": " "})
_PRINTED = str.maketrans("ıłŁøØđĐə", "ilLoOdDa", "’‘ʻʼʿʾ`´′ˈ")
_ARTICLE = re.compile(r"\b(?:al|el|as|es|ash|esh|ad|ed|at|et|an|en|ar|er|az|ez|adh) (?=\w{3})")
_LOOSE = (
    (re.compile(r"\b[ae]([zsdrtn])\1"), r"\1"),
    (re.compile(r"ph"), "p"),
    (re.compile(r"ts?ch|tch"), "ch"),
    (re.compile(r"kh|gh|dh|zh|th"), lambda match: match[0][0]),
    (re.compile(r"[aeiouwy]*(?:ia|iya|iyya|iyah|ieh|iyeh|eh|ah|a|e)\b"), "a"),
    (re.compile(r"[eiy]+|ai|ay"), "i"),
    (re.compile(r"[ouw]+"), "u"),
    (re.compile(r"[ckq]"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=\w)h\b| "), ""),
)


@lru_cache(maxsize=20_000)  # the same words come again and again
def fold_name(name: str) -> str:
    """Return the form under which a name is stored: no accents, apostrophes, full stops, hyphens or capitals."""
    if name.isascii():
        return " ".join(name.lower().translate(_ASCII).split())
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(plain.casefold().translate(_PLAIN).split())


def drop_article(folded: str) -> str:
    """Return a folded name without Arabic articles ("deir ez zor" gives "deir zor", "al bab" gives "bab")."""
    return _ARTICLE.sub("", folded)


def loosen_name(folded: str) -> str:
    """Return what is left of a folded name when ways of transliteration are levelled.

    Levelled are articles, kh/h and gh/g, q/k, ei/ai/i, ou/u, double letters, a closing -ah or -eh, and blanks:
    "qamishli", "al kamishly" and "kamishli" are one. To be used only where the exact form is unknown.
    """
    loose = drop_article(folded)
    for pattern, replacement in _LOOSE:
        loose = pattern.sub(replacement, loose)
    return loose


def plain_letters(name: str) -> str:
    """Return a name as the English press prints it: without accents and apostrophes, capitals kept."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return plain.translate(_PRINTED).strip()
