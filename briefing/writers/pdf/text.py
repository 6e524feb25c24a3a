"""Texts made safe to draw: reports are untrusted, and nothing in them may steer the page."""

import re
import unicodedata
from urllib.parse import urlsplit

# Marks that turn the direction of what follows (Unicode Standard Annex 9), and other signs without a shape.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
_BLANKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNDRAWABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST_ADDRESS = 2000


def clean(text: str) -> str:
    """Return the text in one line, composed, without control and direction characters."""
    if text.isascii() and text.isprintable():
        return text
    text = _SURROGATES.sub("\ufffd", text)
    text = _UNDRAWABLE.sub("", _INVISIBLE.sub("", _BLANKS.sub(" ", text)))
    return unicodedata.normalize("NFC", text)


def safe_address(url: str) -> str:
    """Return the address if it may be a link (http, https, mailto; no blanks, no control characters), else ""."""
    if len(url) > _LONGEST_ADDRESS or not url.isprintable() or " " in url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        return ""
    # a PDF keeps addresses in ASCII
    return "".join(sign if sign.isascii() else _percent(sign) for sign in url)


def _percent(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
