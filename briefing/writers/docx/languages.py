"""Languages as Word knows them: with a region, by which it chooses its spelling."""

import re
from functools import cache

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


@cache
def word_language(tag: str) -> str:
    """Return a tag such as "fr" with its likeliest region (CLDR), "fr-FR"; "" for what is no tag of a language."""
    if not _TAG.fullmatch(tag):
        return ""
    if "-" in tag:
        return tag
    from babel.core import get_global  # noqa: PLC0415 -- takes a quarter of a second, and "en-GB" does without

    likely = get_global("likely_subtags").get(tag.lower(), "")
    return f"{tag}-{likely.rpartition('_')[2]}" if likely else tag
