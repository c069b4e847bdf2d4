"""The records of an .xls (BIFF5, BIFF8) stream and the strings and packed numbers in them."""

from __future__ import annotations

import struct
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from ingest.readers.office_zip import damaged

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
BIFF8 = 0x0600


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """(kind, body) of the records of the substream at `start`; substreams inside it (charts) are left out."""
    depth = 0
    while start + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, start)
        body = stream[start + 4 : start + 4 + size]
        if len(body) < size or (depth == 0 and kind != BOF):
            break
        start += 4 + size
        depth += (kind == BOF) - (kind == EOF)
        if depth == 0:
            return
        if depth == 1:
            yield kind, body
    raise damaged()


def rk(body: bytes, at: int) -> float:
    """A number packed into 30 bits, with one bit for hundredths and one for integers."""
    (packed,) = struct.unpack_from("<i", body, at)
    if packed & 2:
        value = float(packed >> 2)
    else:
        (value,) = struct.unpack("<d", bytes(4) + struct.pack("<i", packed & ~3))
    return value / 100 if packed & 1 else value


def string(body: bytes, at: int, *, length_bytes: int, version: int, encoding: str) -> str:
    """The string whose length stands at `at`: in UTF-16 or Latin-1 by its flag, in old files in their code page."""
    length = int.from_bytes(body[at : at + length_bytes], "little")
    at += length_bytes
    if version < BIFF8:
        return body[at : at + length].decode(encoding)
    return _Pieces([body[at:]]).string(length)


def shared_strings(pieces: Sequence[bytes], struck: Container[int]) -> tuple[list[str], dict[int, str]]:
    """(the strings of the shared table, which goes on from its record into the ones that continue it; by number what is
    left out of them, since it is in a font that strikes it out)."""
    reader = _Pieces(pieces)
    count = struct.unpack("<II", reader.take(8))[1]
    texts: list[str] = []
    left_out: dict[int, str] = {}
    while len(texts) < count and reader.more():
        text = reader.string(u16(reader.take(2), 0))
        kept = "".join(part for font, part in reader.runs(text) if font not in struck)
        if kept != text:
            left_out[len(texts)] = "".join(part for font, part in reader.runs(text) if font in struck)
        texts.append(kept)
    return texts, left_out


class _Pieces:
    """Reads on from one record's body to the next."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = 0
        self._runs: list[tuple[int, int]] = []

    def more(self) -> bool:
        """Whether there is anything left."""
        while self._piece < len(self._pieces) and self._at >= len(self._pieces[self._piece]):
            self._piece, self._at = self._piece + 1, 0
        return self._piece < len(self._pieces)

    def take(self, size: int) -> bytes:
        """The next bytes, wherever they are cut."""
        taken = b""
        while len(taken) < size:
            if not self.more():
                raise damaged()
            part = self._pieces[self._piece][self._at : self._at + size - len(taken)]
            taken += part
            self._at += len(part)
        return taken

    def string(self, length: int) -> str:
        """A string of that many characters behind its flags; where it is cut, the next piece begins with new flags."""
        flags = self.take(1)[0]
        runs = u16(self.take(2), 0) if flags & 8 else 0
        extra = struct.unpack("<I", self.take(4))[0] if flags & 4 else 0
        raw: list[bytes] = []
        wide = flags & 1
        while length:
            if self._at >= len(self._pieces[self._piece]):
                if not self.more():
                    raise damaged()
                wide = self.take(1)[0] & 1
            left = (len(self._pieces[self._piece]) - self._at) >> wide
            part = self.take(min(length, left) << wide)
            length -= len(part) >> wide
            if not part:
                raise damaged()
            raw.append(part if wide else part.decode("latin-1").encode("utf-16-le"))
        self._runs = list(struct.iter_unpack("<HH", self.take(4 * runs)))
        self.take(extra)
        return b"".join(raw).decode("utf-16-le")

    def runs(self, text: str) -> Iterator[tuple[int, str]]:
        """The parts of the string that was read last, each behind the number of its font, -1 for that of the cell."""
        ends = [*self._runs, (len(text), -1)]
        yield -1, text[: ends[0][0]]
        for (start, font), (end, _) in pairwise(ends):
            yield font, text[start:end]


def u16(data: bytes, at: int) -> int:
    """The number in two bytes."""
    return int.from_bytes(data[at : at + 2], "little")
