"""Make any text fit for XML: whatever a report contains, it becomes plain characters on one line."""

import re

_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
# the characters that XML 1.0 (section 2.2, production 2) does not allow,
# and those that turn the direction of what follows, by which a text could show other words than it holds
_FORBIDDEN = re.compile(
    "[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\xad\u202a-\u202e\u2060-\u206f\ufeff]"
)


def clean_text(text: str) -> str:
    """Return ``text`` without control characters and lone surrogates; line ends and tabs become one space."""
    return _FORBIDDEN.sub("", _BREAKS.sub(" ", text))


def escape_text(text: str) -> str:
    """Return ``text`` cleaned and escaped, for element content and for attributes in double quotes."""
    cleaned = clean_text(text)
    return cleaned.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
