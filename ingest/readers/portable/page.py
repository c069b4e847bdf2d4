"""What stands on a page of a PDF: glyphs from PDFium, ruling lines and images from pdfplumber.

Both are laid into one frame: the page as displayed, x to the right, y downwards, in points. A page whose text runs
sideways in that frame is turned until the text is upright.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pdfplumber.page
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pdfminer.layout import LTCurve, LTFigure, LTImage, LTItem

THIN = 3.0
"""Widest stroke, and farthest gap, in points, that still count as one ruling line."""

_WHITE = 0.98
"""The share of full light from which on a colour is taken for white."""

_SYMBOLS = {
    0xF0FE: "☑", 0xF052: "☑", 0xF053: "☑", 0xF0FD: "☒", 0xF054: "☒",
    0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF02A: "□", 0xF06E: "■", 0xF0FC: "√", 0xF050: "√",
}  # fmt: skip
_SYMBOL_CODES = frozenset(code & 0xFF for code in _SYMBOLS)
_SYMBOL_FONTS = ("wingdings", "webdings")


class Glyph(NamedTuple):
    """One character: its advance box from `x0` to `x1` on the base line `base`."""

    text: str
    x0: float
    x1: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """Half the height of a Chinese character on this base line."""
        return self.base - 0.38 * self.size


class Rule(NamedTuple):
    """A ruling line along one axis: at y = `at` from x = `start` to `end` where horizontal, else the other way."""

    horizontal: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Sheet:
    """One page. `unmapped` counts the glyphs whose meaning no font tells: U+FFFD or private use in their text."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    unmapped: int = 0
    paths: int = 0
    is_image: bool = False


def read_sheet(number: int, page: pdfium.PdfPage, drawing: pdfplumber.page.Page) -> Sheet:
    """The page `number` (1-based), as both libraries have it open."""
    frame = _Frame(page)
    glyphs, angles, unmapped, white = _glyphs(page, frame)
    items: list[LTItem] = []
    if len(glyphs) < 50 or white or _has_paths(page):
        items = list(_items(drawing.layout))
    unseen = {
        index for index, point in white.items() if not any(_darkens(item, *point, frame.height) for item in items)
    }
    glyphs = [glyph for index, glyph in enumerate(glyphs) if index not in unseen]
    angles = [angle for index, angle in enumerate(angles) if index not in unseen]
    sheet = Sheet(number, frame.width, frame.height, glyphs, [], unmapped)
    if items:
        sheet.rules = [rule for item in items if isinstance(item, LTCurve) for rule in _rules(item, frame.height)]
        sheet.paths = sum(isinstance(item, LTCurve) for item in items)
        sheet.is_image = _is_covered([item for item in items if isinstance(item, LTImage)], frame)
    _set_upright(sheet, angles)
    return sheet


class _Frame:
    """From the user space of a page to the page as displayed."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        left, bottom, right, top = page.get_mediabox()
        self.rotation = page.get_rotation() % 360
        width, height = abs(right - left), abs(top - bottom)
        self.width, self.height = (height, width) if self.rotation in (90, 270) else (width, height)
        x0, y0 = min(left, right), min(bottom, top)
        x1, y1 = x0 + width, y0 + height
        self._matrix = {
            0: (1, 0, 0, 1, -x0, -y0),
            90: (0, -1, 1, 0, -y0, x1),
            180: (-1, 0, 0, -1, x1, y1),
            270: (0, 1, -1, 0, y1, -x0),
        }[self.rotation]

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, self.height - (b * x + d * y + f)


def _glyphs(page: pdfium.PdfPage, frame: _Frame) -> tuple[list[Glyph], list[int], int, dict[int, tuple[float, float]]]:
    """(glyphs, the quarter turn of each in the frame, how many characters are unmapped, where the white ones stand).

    Glyphs at other angles are water marks and left out, as are those beyond the edges of the page. The box of a turned
    glyph is the one it has once upright.
    """
    textpage = page.get_textpage()
    text, box, matrix = textpage.raw, raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    angles: list[int] = []
    white: dict[int, tuple[float, float]] = {}
    unmapped = 0
    high = 0
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if raw.FPDFText_IsGenerated(text, index) or code in (0x0A, 0x0D):
            continue
        character = _character(text, index, code)
        if character is None:
            unmapped += 1
            character = chr(code) if 0xE000 <= code < 0xF900 else "\ufffd"
        raw.FPDFText_GetMatrix(text, index, matrix)
        degrees = -math.degrees(math.atan2(matrix.b, matrix.a)) + frame.rotation
        quarter = round(degrees / 90) % 4
        if abs((degrees + 45) % 90 - 45) > 5:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        if size < 0.5:
            continue
        origin = frame.point(x.value, y.value)
        if not (0 <= origin[0] <= frame.width and 0 <= origin[1] <= frame.height):
            continue
        if _is_drawn_white(text, index):
            white[len(glyphs)] = origin
        corners = [_turn(*frame.point(*corner), quarter) for corner in ((box.left, box.bottom), (box.right, box.top))]
        left, right = sorted(corner[0] for corner in corners)
        glyphs.append(Glyph(character, left, right, _turn(*origin, quarter)[1], size))
        angles.append(quarter)
    return glyphs, angles, unmapped, white


def _is_drawn_white(text: raw.FPDF_TEXTPAGE, index: int) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    told = raw.FPDFText_GetFillColor(text, index, *map(ctypes.byref, colour))
    return bool(told) and all(part.value >= _WHITE * 255 for part in colour[:3])


def _darkens(item: LTItem, x: float, y: float, height: float) -> bool:
    """Whether a picture or a filled shape lies behind a point, so that white letters can be seen on it."""
    if not isinstance(item, LTImage) and not (isinstance(item, LTCurve) and item.fill and not _is_white(item)):
        return False
    return item.x0 <= x <= item.x1 and item.y0 <= height - y <= item.y1


def _is_white(shape: LTCurve) -> bool:
    """Whether a shape is filled with white, in shades of grey, RGB or CMYK; a pattern is not."""
    colour = shape.non_stroking_color
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return False
    return sum(parts) <= 1 - _WHITE if len(parts) == 4 else all(part >= _WHITE for part in parts)


def _turn(x: float, y: float, quarter: int) -> tuple[float, float]:
    """The point after so many quarter turns against the clock."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _character(text: raw.FPDF_TEXTPAGE, index: int, code: int) -> str | None:
    """The character, tick boxes of symbol fonts as such; None where the code has no meaning."""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if code in _SYMBOL_CODES and any(name in _font(text, index) for name in _SYMBOL_FONTS):
        return _SYMBOLS[0xF000 | code]
    if code == 0x09:
        return " "
    if code in (0x02, 0xFFFE) and raw.FPDFText_IsHyphen(text, index) == 1:
        return "-"
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return None
    if raw.FPDFText_HasUnicodeMapError(text, index) == 1:
        return None
    return chr(code)


def _font(text: raw.FPDF_TEXTPAGE, index: int) -> str:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, None)
    return name.value.decode("utf-8", errors="ignore").lower()


def _has_paths(page: pdfium.PdfPage) -> bool:
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]
    return next(iter(page.get_objects(filter=kinds, max_depth=5)), None) is not None


def _items(items: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in items:
        if isinstance(item, LTFigure):
            yield from _items(item)
        else:
            yield item


def _rules(item: LTCurve, height: float) -> Iterator[Rule]:
    """The ruling lines that a path draws: a thin box is one, a box or polygon with a stroke has one a side."""
    x0, x1, y0, y1 = item.x0, item.x1, height - item.y1, height - item.y0
    if x1 - x0 <= THIN or y1 - y0 <= THIN:
        yield from _rule(x0, y0, x1, y1)
    elif item.stroke:
        points = [(x, height - y) for x, y in item.pts]
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            yield from _rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _rule(x0: float, y0: float, x1: float, y1: float) -> Iterator[Rule]:
    width, height = x1 - x0, y1 - y0
    if height <= THIN < width:
        yield Rule(True, (y0 + y1) / 2, x0, x1)
    elif width <= THIN < height:
        yield Rule(False, (x0 + x1) / 2, y0, y1)


def _is_covered(images: list[LTImage], frame: _Frame) -> bool:
    """Whether the images reach from edge to edge, as those of a scanner do; photographs keep the margins."""
    if not images:
        return False
    width = min(max(item.x1 for item in images), frame.width) - max(min(item.x0 for item in images), 0)
    height = min(max(item.y1 for item in images), frame.height) - max(min(item.y0 for item in images), 0)
    return width >= 0.85 * frame.width and height >= 0.7 * frame.height


def _set_upright(sheet: Sheet, angles: list[int]) -> None:
    """Turn the page so that most of its text is upright; text at another angle stays out of the way of the rest."""
    if not angles:
        return
    quarter = Counter(angles).most_common(1)[0][0]
    shift_x = {2: sheet.width, 3: sheet.height}.get(quarter, 0.0)
    shift_y = {1: sheet.width, 2: sheet.height}.get(quarter, 0.0)
    glyphs = []
    for glyph, angle in zip(sheet.glyphs, angles, strict=True):
        if angle != quarter:
            middle = ((glyph.x0 + glyph.x1) / 2, glyph.middle)
            x, y = _turn(*_turn(*middle, -angle % 4), quarter)
            half = glyph.size / 2
            glyph = Glyph(glyph.text, x - half, x + half, y + 0.38 * glyph.size, glyph.size)
        glyphs.append(glyph._replace(x0=glyph.x0 + shift_x, x1=glyph.x1 + shift_x, base=glyph.base + shift_y))
    sheet.glyphs = glyphs
    if quarter == 0:
        return
    rules: list[Rule] = []
    for horizontal, at, start, end in sheet.rules:
        ends = ((start, at), (end, at)) if horizontal else ((at, start), (at, end))
        (ax, ay), (bx, by) = (_turn(*point, quarter) for point in ends)
        rules.extend(_rule(min(ax, bx) + shift_x, min(ay, by) + shift_y, max(ax, bx) + shift_x, max(ay, by) + shift_y))
    sheet.rules = rules
    if quarter in (1, 3):
        sheet.width, sheet.height = sheet.height, sheet.width
