"""From the bytes of a file to its text: byte-order marks, strict UTF-8, the page's own statement, then a guess."""

import codecs
import re
import tomllib
from functools import cache

from charset_normalizer import from_bytes

from briefing.errors import ReportError
from briefing.model.notice import Notice, Severity
from briefing.readers.languages import find_language
from briefing.resources import data_folder

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_SAMPLE = 131_072
_CENTRAL_EUROPEAN = {"cp1250", "cp1257", "cp852", "iso8859_2", "iso8859_4", "iso8859_13", "iso8859_16", "mac_latin2"}
_CENTRAL_LANGUAGES = {"bs", "cs", "et", "hr", "hu", "lt", "lv", "pl", "ro", "sk", "sl", "sq", "sr"}
_REMEDY = "Open it in its own program and save it as text, Markdown or HTML."


@cache
def _kinds() -> tuple[tuple[bytes, str], ...]:
    with (data_folder() / "file_kinds.toml").open("rb") as file:
        return tuple((bytes.fromhex(entry["bytes"]), entry["name"]) for entry in tomllib.load(file)["magic"])


def decode(raw: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a file without its byte-order mark, with a notice when its encoding had to be guessed.

    Raises ReportError, in words that name the file, when the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), ()
    _refuse_binary(raw, name)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_otherwise(raw, name)


def _refuse_binary(raw: bytes, name: str) -> None:
    for magic, kind in _kinds():
        if raw.startswith(magic):
            raise ReportError(f"“{name}” is {kind}; it cannot be read as a report. {_REMEDY}")
    sample = raw[:_SAMPLE]
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    if b"\0" in sample or controls > 8 + len(sample) // 20:
        raise ReportError(f"“{name}” is no text file; it holds binary data. {_REMEDY}")


def _decode_otherwise(raw: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    nearly = raw.decode("utf-8", "replace")
    broken = nearly.count("\ufffd")
    beyond_ascii = sum(1 for byte in raw[:_SAMPLE] if byte >= 0xC0)
    if broken * 20 <= beyond_ascii:
        return nearly, (_damaged(name, broken),)
    declared = _DECLARED.search(raw[:4096])
    for encoding in [declared[1].decode("ascii")] if declared else []:
        text = _try_decode(raw, encoding)
        if text is not None:
            return text, ()
    return _decode_guessed(raw, name)


def _try_decode(raw: bytes, encoding: str) -> str | None:
    try:
        text = raw.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _decode_guessed(raw: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    best = from_bytes(raw[:_SAMPLE], steps=8, chunk_size=2048).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in _CENTRAL_EUROPEAN and find_language(str(best)) not in _CENTRAL_LANGUAGES:
        # the two families differ in a few letters only, so the language tells them apart better than the bytes
        encoding = "cp1252"
    text = _try_decode(raw, encoding)
    if text is None:
        text = raw.decode(encoding, "replace")
    message = (
        f"“{name}” is not UTF-8; it was read as {encoding.replace('_', '-')}. "
        "If letters look wrong, save it as UTF-8 and read it again."
    )
    return text, (Notice(severity=Severity.INFO, code="encoding-guessed", message=message, subject=name),)


def _damaged(name: str, broken: int) -> Notice:
    message = f"“{name}” has {broken} damaged characters, shown as �; ask for the file again if they matter."
    return Notice(severity=Severity.WARNING, code="damaged-characters", message=message, subject=name)
