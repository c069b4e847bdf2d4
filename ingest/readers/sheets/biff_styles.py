"""The cell styles of an .xls: their number formats, and which of them nobody counts the text of."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.readers.sheets.biff import BIFF8, u16

FONT, PALETTE, XF = 0x31, 0x92, 0xE0
KINDS = frozenset({FONT, PALETTE, XF})
"""The records that tell of them."""
_STRUCK = 0x08
_NO_FONT = 4
"""The number that no font has: the fifth is called 5."""
_WHITE, _OF_PALETTE = frozenset({1, 9}), 8
_NO_FILL, _SOLID = 0, 1


@dataclass(slots=True)
class Styles:
    """What the records have told so far."""

    formats: list[int] = field(default_factory=list)
    struck_fonts: set[int] = field(default_factory=set)
    _white: set[int] = field(default_factory=lambda: set(_WHITE))
    _colours: list[int] = field(default_factory=list)
    _styles: list[tuple[int, int, int]] = field(default_factory=list)

    def take(self, kind: int, body: bytes, version: int) -> None:
        if kind == FONT:
            number = len(self._colours)
            if u16(body, 2) & _STRUCK:
                self.struck_fonts.add(number + (number >= _NO_FONT))
            self._colours.append(u16(body, 4))
        elif kind == PALETTE:
            colours = [body[at : at + 3] for at in range(2, 2 + 4 * u16(body, 0), 4)]
            self._white = {1} | {_OF_PALETTE + rank for rank, rgb in enumerate(colours) if rgb == b"\xff\xff\xff"}
        else:
            self.formats.append(u16(body, 2))
            self._styles.append((u16(body, 0), *_fill(body, version)))

    def unseen(self) -> frozenset[int]:
        """The numbers of the styles that strike out, or are white on white."""
        return frozenset(number for number, style in enumerate(self._styles) if self._is_unseen(*style))

    def _is_unseen(self, font: int, pattern: int, ground: int) -> bool:
        is_plain = pattern == _NO_FILL or (pattern == _SOLID and ground in self._white)
        place = font - (font > _NO_FONT)
        colour = self._colours[place] if place < len(self._colours) else 0
        return font in self.struck_fonts or (is_plain and colour in self._white)


def _fill(body: bytes, version: int) -> tuple[int, int]:
    """(the pattern of a style's ground, its colour)."""
    if version >= BIFF8:
        return body[17] >> 2, u16(body, 18) & 0x7F
    return body[10] & 0x3F, u16(body, 8) & 0x7F
