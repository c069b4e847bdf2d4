"""What stands on a page of an OFD file: text objects, paths and images, in the frame of a sheet.

Objects are placed by a box in millimetres, their own matrix inside it, and, in compositions, those of the whole.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from lxml import etree

from ingest.readers.characters import clear
from ingest.readers.office_zip import local_name
from ingest.readers.portable.sheet import THIN, Box, Glyph, Rule, Sheet, rules_of_box, rules_of_dots, set_upright, turn
from ingest.readers.portable.symbols import SYMBOL_CODES, SYMBOLS, is_symbol_font

_POINTS = 72 / 25.4
_NOWHERE = "0 0 0 0"
_DEEPEST = 20
"""The most compositions in each other."""
MOST_COMPOSED = 500_000
"""The most objects that the compositions of a document draw, however often they are used."""
_FARTHEST = 1e9
_COMMAND = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_LIGHT, _PALE = 250 / 255, 0.6
"""The share of full light from which on a colour is taken for white, and for pale."""

Point = tuple[float, float]


@dataclass(slots=True)
class Resources:
    """What pages refer to: the ids of fonts of symbols, and compositions by id; `drawn`: the objects that these have
    drawn."""

    symbol_fonts: set[str] = field(default_factory=set)
    compositions: dict[str, etree._Element] = field(default_factory=dict)
    drawn: int = 0

    def learn(self, part: etree._Element) -> None:
        for element in part.iter("{*}Font", "{*}CompositeGraphicUnit"):
            key = element.get("ID", "")
            if local_name(element) == "CompositeGraphicUnit":
                self.compositions[key] = element
            elif is_symbol_font(element.get("FontName", "")):
                self.symbol_fonts.add(key)

    def composed(self, element: etree._Element) -> Iterator[etree._Element]:
        """The contents of the composition that an object uses. Raises ValueError where all together draw too much."""
        unit = self.compositions.get(element.get("ResourceID", ""))
        for content in children(unit, "Content") if unit is not None else ():
            self.drawn += sum(len(layer) + 1 for layer in content)
            if self.drawn > MOST_COMPOSED:
                raise ValueError("compositions that multiply each other")
            yield content


def children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of that local name directly below another."""
    return parent.iterchildren("{*}" + name)


def read_sheet(number: int, box: str, contents: Iterable[etree._Element], resources: Resources) -> Sheet:
    """The page `number` (1-based) with its physical box. Raises ValueError for what is no number or box."""
    left, top, width, height = _numbers(box)
    page = _Page(resources)
    frame = _Matrix(_POINTS, 0, 0, _POINTS, -left * _POINTS, -top * _POINTS)
    for content in contents:
        page.draw(content, _placed(content, frame))
    rules = [*page.rules, *rules_of_dots(page.dots)]
    sheet = Sheet(number, width * _POINTS, height * _POINTS, [], rules, paths=page.paths)
    seen = [
        mark
        for mark in page.marks
        if 0 <= mark.origin[0] <= sheet.width
        and 0 <= mark.origin[1] <= sheet.height
        and (mark.light < _LIGHT or any(_holds(box, mark.origin) for box in [*page.images, *page.shapes]))
    ]
    sheet.glyphs = [mark.glyph for mark in seen]
    sheet.unmapped = sum(mark.is_unmapped for mark in seen)
    sheet.pale = frozenset(place for place, mark in enumerate(seen) if mark.light >= _PALE)
    sheet.images = page.images
    set_upright(sheet, [mark.quarter for mark in seen])
    return sheet


class _Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, outer: _Matrix) -> _Matrix:
        """This matrix, and then the outer one."""
        return _Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            *outer.point(self.e, self.f),
        )

    def box(self, width: float, height: float) -> Box:
        """The box around a rectangle at the origin."""
        corners = [self.point(x, y) for x in (0, width) for y in (0, height)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class _Mark(NamedTuple):
    """A glyph, upright, with where it begins on the page and how many quarters it was turned."""

    glyph: Glyph
    origin: Point
    quarter: int
    light: float
    is_unmapped: bool


@dataclass(slots=True)
class _Page:
    resources: Resources
    marks: list[_Mark] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    """Filled with something else than white."""
    dots: list[Box] = field(default_factory=list)
    paths: int = 0

    def draw(self, parent: etree._Element, frame: _Matrix, depth: int = 0) -> None:
        """All objects below a content, a layer or a block."""
        for element in parent.iterchildren("{*}*"):
            kind = local_name(element)
            if kind in ("Layer", "PageBlock"):
                self.draw(element, frame, depth)
            elif element.get("Visible") == "false" or element.get("Alpha") == "0":
                continue
            elif kind == "TextObject":
                self._text(element, _placed(element, frame))
            elif kind == "PathObject":
                self._path(element, _placed(element, frame))
            elif kind == "ImageObject":
                self._image(element, frame)
            elif kind == "CompositeObject" and depth < _DEEPEST:
                for content in self.resources.composed(element):
                    self.draw(content, _placed(element, frame), depth + 1)

    def _text(self, element: etree._Element, frame: _Matrix) -> None:
        size = _number(element.get("Size", "0"))
        height = size * math.hypot(frame.c, frame.d)
        degrees = math.degrees(math.atan2(frame.b, frame.a)) + _number(element.get("CharDirection", "0"))
        if height < 0.5 or abs((degrees + 45) % 90 - 45) > 5:
            return
        quarter = round(degrees / 90) % 4
        light = _light(element)
        for character, x, y, width in _characters(element, size):
            meaning = _meaning(character, element.get("Font") in self.resources.symbol_fonts)
            if not meaning and meaning is not None:
                continue
            origin = frame.point(x, y)
            along, base = turn(*origin, quarter)
            glyph = Glyph(meaning or "\ufffd", along, along + width * math.hypot(frame.a, frame.b), base, height)
            self.marks.append(_Mark(glyph, origin, quarter, light, meaning is None))

    def _path(self, element: etree._Element, frame: _Matrix) -> None:
        self.paths += 1
        is_stroked = element.get("Stroke") != "false"
        is_filled = element.get("Fill") == "true"
        for line in _lines("".join(data.text or "" for data in children(element, "AbbreviatedData"))):
            points = [frame.point(*point) for point in line]
            xs, ys = zip(*points, strict=True)
            box = min(xs), min(ys), max(xs), max(ys)
            if max(box[2] - box[0], box[3] - box[1]) <= THIN:
                self.dots.append(box)
                continue
            thin = list(rules_of_box(*box))
            if thin or not is_stroked:
                self.rules.extend(thin if is_stroked or is_filled else ())
            else:
                for (ax, ay), (bx, by) in pairwise(points):
                    self.rules.extend(rules_of_box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
            if is_filled and not thin and _light(element) < _LIGHT:
                self.shapes.append(box)

    def _image(self, element: etree._Element, frame: _Matrix) -> None:
        left, top, width, height = _numbers(element.get("Boundary", _NOWHERE))
        self.images.append(_Matrix(1, 0, 0, 1, left, top).inside(frame).box(width, height))


def _placed(element: etree._Element, frame: _Matrix) -> _Matrix:
    """The frame of what an object holds."""
    left, top, _, _ = _numbers(element.get("Boundary", _NOWHERE))
    a, b, c, d, e, f = _numbers(element.get("CTM", "1 0 0 1 0 0"))
    return _Matrix(a, b, c, d, e, f).inside(_Matrix(1, 0, 0, 1, left, top)).inside(frame)


def _characters(element: etree._Element, size: float) -> Iterator[tuple[str, float, float, float]]:
    """(character, x, y, advance) in the frame of a text object. Without a step between them characters are of one glyph
    and get places side by side."""
    stretch = size * _number(element.get("HScale", "1"))
    x = y = first_x = first_y = 0.0
    for code in children(element, "TextCode"):
        if "X" in code.attrib or "Y" in code.attrib:
            x = first_x = _number(code.get("X", str(first_x)))
            y = first_y = _number(code.get("Y", str(first_y)))
        text = code.text or ""
        text = text.strip() if "\n" in text else text
        across, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
        aside = 0.0
        for index, character in enumerate(text):
            natural = stretch if east_asian_width(character) in "WFA" else stretch / 2
            step = across[index] if index < len(across) else 0.0 if down else natural
            drop = down[index] if index < len(down) else 0.0
            yield character, x + aside, y, step if 0 < step <= stretch else natural
            aside = 0.0 if step or drop else aside + natural / 2
            x, y = x + step, y + drop


def _deltas(written: str | None, most: int) -> list[float]:
    """The first steps, at most so many, from character to character; `g 3 5.2` says a step three times."""
    steps: list[float] = []
    parts = iter((written or "").split())
    for part in parts:
        if len(steps) >= most:
            break
        if part == "g":
            count = int(next(parts, "0"))
            steps.extend([_number(next(parts, "0"))] * min(count, most))
        else:
            steps.append(_number(part))
    return steps


def _meaning(character: str, is_symbol: bool) -> str | None:
    """The character, tick boxes of symbol fonts as such; None where it has no meaning."""
    code = ord(character)
    if code in SYMBOLS:
        return SYMBOLS[code]
    if is_symbol and code in SYMBOL_CODES:
        return SYMBOLS[0xF000 | code]
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xE000 <= code < 0xF900 or code == 0xFFFD:
        return " " if character == "\t" else None
    return clear(character)


def _lines(data: str) -> Iterator[list[Point]]:
    """The subpaths of a path as corner points; of curves only the ends, which draw no ruling line."""
    line: list[Point] = []
    tokens = _COMMAND.findall(data)
    position = 0
    while position < len(tokens):
        operator = tokens[position]
        count = _OPERANDS.get(operator, 0)
        operands = [_number(token) for token in tokens[position + 1 : position + 1 + count]]
        position += 1 + count
        if operator == "C":
            line.extend(line[:1])
        if operator in "MSQBA" and len(line) > 1:
            yield line
        if operator in "MSQBA":
            line = []
        if len(operands) == count and count:
            line.append((operands[-2], operands[-1]))
    if len(line) > 1:
        yield line


def _light(element: etree._Element) -> float:
    """The least share of light in the colour that an object is filled with, as it shows on white: of grey, RGB or
    CMYK."""
    alpha = _number(element.get("Alpha", "255")) / 255
    light = 0.0
    for colour in children(element, "FillColor"):
        alpha *= _number(colour.get("Alpha", "255")) / 255
        value = colour.get("Value")
        parts = _numbers(value) if value and "#" not in value else []
        if parts:
            light = 1 - min(255, sum(parts)) / 255 if len(parts) == 4 else min(parts) / 255
        break
    return 1 - (1 - light) * alpha


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _numbers(written: str) -> list[float]:
    return [_number(part) for part in written.split()]


def _number(written: str) -> float:
    """Raises ValueError for what is none, or none that a page has."""
    number = float(written)
    if not abs(number) <= _FARTHEST:
        raise ValueError(written)
    return number
