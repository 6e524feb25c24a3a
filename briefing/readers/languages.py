"""Which language a text is in, by the n-gram model that comes with py3langid (BSD licence); no download."""

import re
from functools import cache
from typing import Any

from briefing.data.english import is_english

_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 20
_SAMPLE = 2000


@cache
def _classifier() -> Any:
    # Imported late: the model takes a good part of a second and a hundred megabytes, and English texts never need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([code for code in identifier.labels if len(code) == 2])
    return identifier


def find_language(text: str) -> str:
    """Return the ISO 639-1 code of the language of the first letters of ``text``, or "und" when there are too few."""
    sample = " ".join(text[:_SAMPLE].split())
    if len(_LETTER.findall(sample)) < _FEWEST_LETTERS:
        return "und"
    if is_english(sample):
        return "en"
    return str(_classifier().classify(sample)[0])
