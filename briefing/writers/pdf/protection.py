"""A PDF that opens only with a password."""

import io

import pikepdf

from briefing.errors import ExportError

# ISO 32000-2, 7.6.4.3.3: what is longer is cut off.
_LONGEST = 127  # bytes in UTF-8


def protect(data: bytes, password: str) -> bytes:
    """Return the file encrypted with AES of 256 bits; its bytes differ each time, as the key is drawn by chance.

    Readers for the blind may always read it aloud. Raises ExportError for a password that no reader would accept.
    """
    if len(password.encode("utf-8", "replace")) > _LONGEST:
        raise ExportError(f"The password is too long for a PDF. Choose one of at most {_LONGEST} letters.")
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in password):
        raise ExportError("The password holds a sign that cannot be typed. Choose letters, digits and punctuation.")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(
            out,
            encryption=pikepdf.Encryption(owner=password, user=password, R=6, aes=True, metadata=True),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()
