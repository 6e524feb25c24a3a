"""The fonts of a document inside its Word file, so that it looks the same where they are not installed.

They are obfuscated as ECMA-376 part 4 (section 2.8.1) asks, which keeps nobody from anything: the licence of our fonts
(OFL) permits embedding.
"""

import uuid
from dataclasses import dataclass
from pathlib import Path

from briefing.model.theme import Theme
from briefing.writers.pdf.fonts import FAMILIES, Cut, font_file

_CUTS: tuple[tuple[str, Cut], ...] = (
    ("Regular", "regular"),
    ("Bold", "bold"),
    ("Italic", "italic"),
    ("BoldItalic", "bold_italic"),
)
_OBFUSCATED = 32  # bytes at the beginning of the file


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedCut:
    """One cut of a family: Word's name of the cut, the key as a GUID and the obfuscated file."""

    family: str
    cut: str
    key: str
    data: bytes

    @property
    def relation(self) -> str:
        """Return the name of the relation that leads from the font table to the file."""
        return f"{self.family.replace(' ', '')}{self.cut}"

    def reference(self) -> str:
        """Return the element of the font table that names the file."""
        return f'<w:embed{self.cut} r:id="{self.relation}" w:fontKey="{{{self.key}}}"/>'


def embed_fonts(theme: Theme) -> tuple[EmbeddedCut, ...]:
    """Return all cuts of those families of a theme that come with the program."""
    families = [family for family in dict.fromkeys((theme.sans, theme.serif)) if family in FAMILIES]
    return tuple(_embed(family, name, font_file(family, cut)) for family in families for name, cut in _CUTS)


def _embed(family: str, cut: str, path: str) -> EmbeddedCut:
    # a key made of the name, not of chance: the same document gives the same bytes
    key = str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{family} {cut}")).upper()
    data = bytearray(Path(path).read_bytes())
    mask = bytes.fromhex(key.replace("-", ""))[::-1]
    for place in range(_OBFUSCATED):
        data[place] ^= mask[place % len(mask)]
    return EmbeddedCut(family=family, cut=cut, key=key, data=bytes(data))
