"""How wide the characters of a TrueType file are, read without the rest of it, which only drawing needs."""

import struct


def read_advances(file: bytes) -> dict[int, float]:
    """Return the width of each character of a file in 1/1000 em, by its code.

    The file must be one of those that come with the program: their last map of characters is of format 4 or 12.
    """
    (count,) = struct.unpack_from(">H", file, 4)
    tables = {tag: start for tag, _, start, _ in struct.iter_unpack(">4sLLL", file[12 : 12 + 16 * count])}
    (units,) = struct.unpack_from(">H", file, tables[b"head"] + 18)
    (measured,) = struct.unpack_from(">H", file, tables[b"hhea"] + 34)
    widths = struct.unpack_from(f">{2 * measured}H", file, tables[b"hmtx"])[::2]
    # the last width is that of all further glyphs too
    return {code: widths[min(glyph, measured - 1)] * 1000 / units for code, glyph in _glyphs(file, tables[b"cmap"])}


def _glyphs(file: bytes, table: int) -> list[tuple[int, int]]:
    """Return each character of the last map, by its code, with its glyph."""
    (maps,) = struct.unpack_from(">H", file, table + 2)
    start = table + struct.unpack_from(">L", file, table + 8 * maps)[0]
    kind, length = struct.unpack_from(">HH", file, start)
    if kind == 4:
        return _glyphs_by_segments(struct.unpack_from(f">{length // 2}H", file, start))
    (groups,) = struct.unpack_from(">L", file, start + 12)
    return [
        (code, glyph + code - first)
        for first, last, glyph in struct.iter_unpack(">LLL", file[start + 16 : start + 16 + 12 * groups])
        for code in range(first, last + 1)
    ]


def _glyphs_by_segments(words: tuple[int, ...]) -> list[tuple[int, int]]:
    """Read a map of format 4, given as words of 16 bits; glyph 0 is drawn for what the face lacks."""
    segments = words[3] // 2
    ends, starts, shifts, ways = (words[7 + part * segments + (part > 0) :][:segments] for part in range(4))
    found = []
    for place, (first, last, shift, way) in enumerate(zip(starts, ends, shifts, ways, strict=True)):
        if not way:
            found += [(code, (code + shift) & 0xFFFF) for code in range(first, last + 1)]
            continue
        listed = 8 + 3 * segments + place + way // 2
        for code, glyph in enumerate(words[listed : listed + last + 1 - first], first):
            found.append((code, (glyph + shift) & 0xFFFF if glyph else 0))
    return found
