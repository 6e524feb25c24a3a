"""Texts made safe to draw: reports are untrusted, and nothing in them may steer the page."""

import re
import unicodedata

# Marks that turn the direction of what follows (Unicode Standard Annex 9), and other signs without a shape.
# The joiners stay between Arabic letters, whose shapes they decide on.
_INVISIBLE = re.compile(
    "(?<![\u0600-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff])|"
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
_BLANKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNDRAWABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text in one line, composed, without control and direction characters."""
    if text.isascii() and text.isprintable():
        return text
    text = _SURROGATES.sub("\ufffd", text)
    text = _UNDRAWABLE.sub("", _INVISIBLE.sub("", _BLANKS.sub(" ", text)))
    return unicodedata.normalize("NFC", text)
