"""What stands on a page of a PDF: glyphs from PDFium, ruling lines and images from pdfplumber."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator

import pdfplumber.page
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pdfminer.layout import LTCurve, LTFigure, LTImage, LTItem

from ingest.readers.characters import clear
from ingest.readers.portable.lines import text_of
from ingest.readers.portable.sheet import (
    THIN,
    Box,
    Glyph,
    Rule,
    Sheet,
    rules_of_box,
    rules_of_dots,
    set_upright,
    side_by_side,
    turn,
)
from ingest.readers.portable.symbols import SYMBOL_CODES, SYMBOLS, is_symbol_font

_SOFT_HYPHEN = 0xAD
"""What fonts say of the sign that is printed for a hyphen."""
_WHITE, _PALE = 0.98, 0.6
"""The share of full light from which on a colour is taken for white, and for pale."""
_COLOUR = tuple(ctypes.c_uint() for _ in range(4))
_COLOUR_AT = tuple(map(ctypes.byref, _COLOUR))


def read_sheet(number: int, page: pdfium.PdfPage, drawing: pdfplumber.page.Page) -> Sheet:
    """The page `number` (1-based), as both libraries have it open."""
    frame = _Frame(page)
    glyphs, angles, unmapped, white, pale = _glyphs(page, frame)
    items: list[LTItem] = []
    if len(glyphs) < 50 or white or _has_drawings(page):
        items = list(_items(drawing.layout))
    unseen = {
        index for index, point in white.items() if not any(_darkens(item, *point, frame.height) for item in items)
    }
    seen = [index for index in range(len(glyphs)) if index not in unseen]
    unseen_text = text_of([glyphs[index] for index in sorted(unseen)]) if unseen else ""
    glyphs, angles = [glyphs[index] for index in seen], [angles[index] for index in seen]
    sheet = Sheet(number, frame.width, frame.height, glyphs, [], unmapped, unseen=unseen_text)
    sheet.pale = frozenset(place for place, index in enumerate(seen) if index in pale) if pale else sheet.pale
    if items:
        paths = [item for item in items if isinstance(item, LTCurve)]
        dots = [_box(item, frame.height) for item in paths if max(item.width, item.height) <= THIN]
        sheet.rules = [rule for item in paths for rule in _rules(item, frame.height)]
        sheet.rules.extend(rules_of_dots(dots))
        sheet.paths = len(paths)
        images = [item for item in items if isinstance(item, LTImage)]
        sheet.images = [_box(image, frame.height) for image in images]
    set_upright(sheet, angles)
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
        left, bottom, right, top = page.get_cropbox()
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        self._shown = min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        return a * x + c * y + e, self.height - (b * x + d * y + f)

    def shows(self, x: float, y: float) -> bool:
        """Whether a point of the page as displayed is not cut off it."""
        left, top, right, bottom = self._shown
        return 0 <= x <= self.width and 0 <= y <= self.height and left <= x <= right and top <= y <= bottom


def _glyphs(
    page: pdfium.PdfPage, frame: _Frame
) -> tuple[list[Glyph], list[int], int, dict[int, tuple[float, float]], set[int]]:
    """(glyphs, the quarter turn of each in the frame, how many characters are unmapped, where those stand that are
    white or not printed, and which are pale).

    Glyphs at other angles are water marks and left out, as are those beyond the edges of the page. The box of a turned
    glyph is the one it has once upright.
    """
    textpage = page.get_textpage()
    text, box, matrix = textpage.raw, raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    glyphs: list[Glyph] = []
    angles: list[int] = []
    white: dict[int, tuple[float, float]] = {}
    pale: set[int] = set()
    unmapped = 0
    unprinted = _unprinted(page)
    high = 0
    whole, together = None, 1
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
        if not character and character is not None:
            continue
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
        if not frame.shows(*origin):
            continue
        light = 1.0 if unprinted and _object(text, index) in unprinted else _light(text, index)
        if light >= _PALE:
            pale.add(len(glyphs))
            if light >= _WHITE:
                white[len(glyphs)] = origin
        first, last = frame.point(box.left, box.bottom), frame.point(box.right, box.top)
        if quarter:
            first, last = turn(*first, quarter), turn(*last, quarter)
        left, right = (first[0], last[0]) if first[0] <= last[0] else (last[0], first[0])
        glyph = Glyph(character, left, right, turn(*origin, quarter)[1] if quarter else origin[1], size)
        glyphs.append(glyph)
        angles.append(quarter)
        if whole and left == whole.x0 and whole[1:] == glyph[1:] and _is_drawn_with_previous(text, index):
            together += 1
            glyphs[-together:] = side_by_side(glyphs[-together:], left, right)
        else:
            whole, together = glyph, 1
    return glyphs, angles, unmapped, white, pale


def _is_drawn_with_previous(text: raw.FPDF_TEXTPAGE, index: int) -> bool:
    """Whether a character at the place of the one before it is of the same object, hence of the same glyph: what is
    printed again is an object of its own."""
    return _object(text, index - 1) == _object(text, index)


def _object(text: raw.FPDF_TEXTPAGE, index: int) -> int | None:
    """What tells the object apart that draws a character."""
    return ctypes.cast(raw.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value


def _unprinted(page: pdfium.PdfPage) -> frozenset[int | None]:
    """The text objects that print nothing, as the text that a program has recognised on a scan is laid over it."""
    objects = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    return frozenset(
        ctypes.cast(found, ctypes.c_void_p).value
        for found in objects
        if raw.FPDFTextObj_GetTextRenderMode(found) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
    )


def _light(text: raw.FPDF_TEXTPAGE, index: int) -> float:
    """The least share of light in the colour of a character as it shows on white, 0 where it cannot be told."""
    if not raw.FPDFText_GetFillColor(text, index, *_COLOUR_AT):
        return 0.0
    red, green, blue, alpha = _COLOUR
    return 1 - (1 - min(red.value, green.value, blue.value) / 255) * alpha.value / 255


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


def _character(text: raw.FPDF_TEXTPAGE, index: int, code: int) -> str | None:
    """The character, tick boxes of symbol fonts as such; None where the code has no meaning."""
    if code in SYMBOLS:
        return SYMBOLS[code]
    if code in SYMBOL_CODES and is_symbol_font(_font(text, index)):
        return SYMBOLS[0xF000 | code]
    if code == 0x09:
        return " "
    if code == _SOFT_HYPHEN:
        return "-"
    if code in (0x02, 0xFFFE) and raw.FPDFText_IsHyphen(text, index) == 1:
        return "-"
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return None
    if raw.FPDFText_HasUnicodeMapError(text, index) == 1:
        return None
    return clear(chr(code))


def _font(text: raw.FPDF_TEXTPAGE, index: int) -> str:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, None)
    return name.value.decode("utf-8", errors="ignore")


def _has_drawings(page: pdfium.PdfPage) -> bool:
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING, raw.FPDF_PAGEOBJ_IMAGE]
    return next(iter(page.get_objects(filter=kinds, max_depth=5)), None) is not None


def _items(items: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in items:
        if isinstance(item, LTFigure):
            yield from _items(item)
        else:
            yield item


def _box(item: LTCurve | LTImage, height: float) -> Box:
    return item.x0, height - item.y1, item.x1, height - item.y0


def _rules(item: LTCurve, height: float) -> Iterator[Rule]:
    """The ruling lines that a path draws: a thin box is one, a box or polygon with a stroke has one a side."""
    x0, y0, x1, y1 = _box(item, height)
    if x1 - x0 <= THIN or y1 - y0 <= THIN:
        yield from rules_of_box(x0, y0, x1, y1)
    elif item.stroke:
        points = [(x, height - y) for x, y in item.pts]
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            yield from rules_of_box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
