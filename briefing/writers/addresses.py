"""Which web and mail addresses a document may lead to; a report is untrusted, and so are the addresses in it."""

from urllib.parse import quote, urlsplit

from briefing.writers.xml_text import clean_text

_SCHEMES = {"http", "https", "mailto"}
_LONGEST = 2000  # Word calls a file damaged above 2,083 characters
_HIGHEST_PORT = 65535


def safe_address(url: str) -> str:
    """Return an http, https or mailto address in ASCII, or "" for every other, and for one with blanks in it."""
    # what is left out of a text would make another address of it
    if " " in url or clean_text(url) != url:
        return ""
    try:
        parts = urlsplit(url)
        target = parts.path if parts.scheme == "mailto" else parts.hostname
        port = parts.port or 0
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not target or port > _HIGHEST_PORT:
        return ""
    address = quote(parts.geturl(), safe="%:/?#[]@!$&'()*+,;=-._~")
    return address if len(address) <= _LONGEST else ""
