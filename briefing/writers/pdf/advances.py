"""How wide the characters of a font are, read without the rest of it, which only drawing needs."""

import uharfbuzz


def read_advances(file: bytes) -> dict[int, float]:
    """Return the width of each character of a TrueType file in 1/1000 em, by its code."""
    face = uharfbuzz.Face(file)
    font, em = uharfbuzz.Font(face), face.upem
    return {code: font.get_glyph_h_advance(font.get_nominal_glyph(code)) * 1000 / em for code in face.unicodes}
