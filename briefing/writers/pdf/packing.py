"""A PDF file made small: its many small objects are compressed together (PDF 32000-1, 7.5.7 and 7.5.8).

Most of a tagged file are the elements of its structure, of a hundred bytes each, which reportlab cannot compress.
"""

import re
import struct
import zlib
from collections.abc import Sequence

# Readers take a whole stream apart for one object in it.
_TOGETHER = 200
_OBJECT = re.compile(rb"(\d+) (\d+) obj\n")
_END = b"endobj\n"
_FREE, _PLAIN, _PACKED = 0, 1, 2
# Kind of entry, place in the file or number of its stream, generation or place in the stream.
_ENTRY = struct.Struct(">BIH")


def pack(data: bytes) -> bytes:
    """Return a file that reportlab wrote with all objects but streams packed; the same file gives the same bytes."""
    start = int(data[data.rindex(b"startxref\n") + 10 :].split(maxsplit=1)[0])
    offsets, trailer = _read_table(data, start)
    head = data[: offsets[0]]
    entries: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    written, place = [head], len(head)
    small: list[tuple[int, bytes]] = []
    for offset, end in zip(offsets, [*offsets[1:], start], strict=True):
        found = _OBJECT.match(data, offset)
        if found is None:
            raise ValueError(f"There is no object at {offset}.")
        number, body = int(found[1]), data[found.end() : end]
        if b"\nendstream" in body[-30:]:
            entries[number] = (_PLAIN, place, 0)
            written.append(data[offset:end])
            place += end - offset
        else:
            small.append((number, body.removesuffix(_END)))
    following = len(offsets) + 1
    for first in range(0, len(small), _TOGETHER):
        part = small[first : first + _TOGETHER]
        entries |= {number: (_PACKED, following, index) for index, (number, _) in enumerate(part)}
        stream = _object_stream(following, part)
        entries[following] = (_PLAIN, place, 0)
        written.append(stream)
        place, following = place + len(stream), following + 1
    entries[following] = (_PLAIN, place, 0)
    table = b"".join(_ENTRY.pack(*entries[number]) for number in range(following + 1))
    kind = f"/Type /XRef /W [1 4 2] /Size {following + 1} ".encode() + trailer
    return b"".join([*written, _stream(following, kind, table), f"startxref\n{place}\n%%EOF\n".encode()])


def _read_table(data: bytes, start: int) -> tuple[list[int], bytes]:
    """Return where each object begins, in the order of the file, and the entries of the trailer but its size."""
    table, _, rest = data[start:].partition(b"trailer\n")
    offsets = sorted(int(line[:10]) for line in table.splitlines()[2:] if line.rstrip().endswith(b"n"))
    trailer = re.sub(rb"%[^\n]*\n|/Size \d+", b"", rest[: rest.rindex(b"startxref")]).strip()
    return offsets, trailer.removeprefix(b"<<").removesuffix(b">>").strip()


def _object_stream(number: int, part: Sequence[tuple[int, bytes]]) -> bytes:
    pairs, place = [], 0
    for own, body in part:
        pairs.append(f"{own} {place}")
        place += len(body) + 1
    index = " ".join(pairs).encode() + b"\n"
    bodies = b"\n".join(body for _, body in part)
    return _stream(number, f"/Type /ObjStm /N {len(part)} /First {len(index)}".encode(), index + bodies)


def _stream(number: int, kind: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    # behind a carriage return a line feed alone would be read as one end of line, and the stream as a byte too short
    end = b"\r\n" if packed.endswith(b"\r") else b"\n"
    head = f"{number} 0 obj\n<< ".encode() + kind + f" /Filter /FlateDecode /Length {len(packed)} >>\n".encode()
    return head + b"stream\n" + packed + end + b"endstream\n" + _END
