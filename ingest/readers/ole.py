"""Compound files, the container of .xls, of .doc and of Office files under a password: the streams by name."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ingest.readers.office_zip import damaged

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
_SHORT_STREAM = 4096
_STREAM, _ROOT = 2, 5


class CompoundFile:
    """The streams of a compound file, by name: those in its root first, for a folder in it may hold a file embedded."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC) or len(data) < 512:
            raise damaged()
        self._data = data
        self._size = 1 << _u16(data, 30)
        if self._size not in {512, 4096}:
            raise damaged()
        self._next = self._sector_table()
        directory = b"".join(self._sectors(_u32(data, 48)))
        entries = [directory[start : start + 128] for start in range(0, len(directory) - 127, 128)]
        self._short_start = next((_u32(entry, 116) for entry in entries if entry[66] == _ROOT), 0)
        self._entries: dict[str, tuple[int, int]] = {}
        for entry in (*_in_root(entries), *entries):
            if entry[66] == _STREAM:
                name = entry[: max(0, min(_u16(entry, 64), 64) - 2)].decode("utf-16-le", "ignore")
                self._entries.setdefault(name, (_u32(entry, 116), _u32(entry, 120)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def stream(self, name: str) -> bytes:
        """The bytes of the stream `name`. Raises `Unreadable` where sectors are missing."""
        start, size = self._entries[name]
        whole = b"".join(self._short_sectors(start) if size < _SHORT_STREAM else self._sectors(start))
        if len(whole) < size:
            raise damaged()
        return whole[:size]

    def _sector_table(self) -> list[int]:
        """Which sector follows which."""
        data = self._data
        places = list(struct.unpack_from("<109I", data, 76))
        extra = _u32(data, 68)
        for _ in range(len(data) // self._size):
            if extra >= _END:
                break
            numbers = self._numbers(self._sector(extra))
            places.extend(numbers[:-1])
            extra = numbers[-1]
        table: list[int] = []
        for place in places[: len(data) // self._size + 1]:
            if place < _END:
                table.extend(self._numbers(self._sector(place)))
        return table

    def _numbers(self, sector: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise damaged()
        return self._data[start : start + self._size]

    def _sectors(self, number: int) -> Iterator[bytes]:
        yield from (self._sector(place) for place in _chain(self._next, number))

    def _short_sectors(self, number: int) -> Iterator[bytes]:
        """The sectors of 64 bytes that short streams share."""
        follows = self._numbers(b"".join(self._sectors(_u32(self._data, 60))))
        pool = b"".join(self._sectors(self._short_start))
        yield from (pool[place * 64 : place * 64 + 64] for place in _chain(follows, number))


def _in_root(entries: list[bytes]) -> Iterator[bytes]:
    """The entries that stand in no folder, which are kept as a tree."""
    found = {0xFFFFFFFF}
    waiting = [_u32(entry, 76) for entry in entries[:1]]
    while waiting:
        number = waiting.pop()
        if number not in found and number < len(entries):
            found.add(number)
            yield entries[number]
            waiting += [_u32(entries[number], 72), _u32(entries[number], 68)]


def _chain(follows: list[int] | tuple[int, ...], number: int) -> Iterator[int]:
    """A sector and those that follow it; a chain that bites its tail is damage."""
    for _ in range(len(follows) + 1):
        if number >= _END:
            return
        yield number
        if number >= len(follows):
            raise damaged()
        number = follows[number]
    raise damaged()


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")
