"""A page as it is displayed, whatever format it came in: glyphs, ruling lines and images in one frame.

x runs to the right, y downwards, in points. A page whose text runs sideways in that frame is turned until the text is
upright.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.readers.pictures import may_hold_table

THIN = 3.0
"""Widest stroke, and farthest gap, in points, that still count as one ruling line."""


LEAST_TEXT = 12
"""Characters over an image below which nothing but the image tells what it shows; a scanner's own mark has fewer."""
_MARGIN = 0.12
"""The part of an image at its upper and lower edge over which what is printed may be a running head."""

_BOLD, _MOST_ON_A_LINE = 0.1, 60
"""How far in ems a glyph is moved that is printed again, and the most glyphs alike on a line that are looked at."""
_FEWEST_DOTS = 4
_MOST_IMAGES = 100
"""The most images of a page that are looked at."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Glyph(NamedTuple):
    """One character: its advance box from `x0` to `x1` on the base line `base`; `turned`: the same where it is upright,
    which most of the page is not then."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    turned: Glyph | None = None

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
    """One page with its images and the comments on it. `unmapped` counts the glyphs whose meaning no font tells: U+FFFD
    or private use in their text; `pale` are the places in `glyphs` of those that are drawn in a light colour; `unseen`
    is what stands there for nobody to see."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    unmapped: int = 0
    paths: int = 0
    images: list[Box] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    pale: frozenset[int] = frozenset()
    unseen: str = ""

    @property
    def is_image(self) -> bool:
        """Whether images reach from edge to edge, as those of a scanner do, also in strips; photographs keep the
        margins."""
        left, top, right, bottom = self._filled
        return right - left >= 0.85 * self.width and bottom - top >= 0.7 * self.height

    @property
    def has_picture(self) -> bool:
        """Whether an image that may hold a table is not there as text. A running head says nothing of a picture below
        it; text all over a picture is what it shows, or makes a ground of it."""
        images = [self._filled] if self.is_image else self.images[:_MOST_IMAGES]
        large = [box for box in images if may_hold_table(box[2] - box[0], box[3] - box[1])]
        places = [((g.x0 + g.x1) / 2, g.middle) for g in self.glyphs if not g.text.isspace()] if large else []
        return any(sum(_is_well_inside(place, box) for place in places) < LEAST_TEXT for box in large)

    @property
    def _filled(self) -> Box:
        """The box around all images, as far as it lies on the page."""
        left, top, right, bottom = zip(*self.images or [(0.0, 0.0, 0.0, 0.0)], strict=True)
        return max(min(left), 0), max(min(top), 0), min(max(right), self.width), min(max(bottom), self.height)


def rules_of_box(x0: float, y0: float, x1: float, y1: float) -> Iterator[Rule]:
    """The ruling line that a thin box is; none where it is thin in both directions or in none."""
    width, height = x1 - x0, y1 - y0
    if height <= THIN < width:
        yield Rule(True, (y0 + y1) / 2, x0, x1)
    elif width <= THIN < height:
        yield Rule(False, (x0 + x1) / 2, y0, y1)


def rules_of_dots(boxes: Iterable[Box]) -> Iterator[Rule]:
    """The ruling lines that dots and short dashes make which follow each other closely."""
    for horizontal in (True, False):
        lines: defaultdict[int, list[tuple[float, float, float]]] = defaultdict(list)
        for left, top, right, bottom in boxes:
            at, start, end = ((top + bottom) / 2, left, right) if horizontal else ((left + right) / 2, top, bottom)
            lines[round(2 * at)].append((start, end, at))
        for dots in lines.values():
            dots.sort()
            first = 0
            for last, (_, end, at) in enumerate(dots, start=1):
                if last == len(dots) or dots[last][0] > end + THIN:
                    if last - first >= _FEWEST_DOTS:
                        yield Rule(horizontal, at, dots[first][0], end)
                    first = last


def turn(x: float, y: float, quarter: int) -> tuple[float, float]:
    """The point after so many quarter turns against the clock."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]


def _is_well_inside(place: tuple[float, float], box: Box) -> bool:
    margin = _MARGIN * (box[3] - box[1])
    return box[0] <= place[0] <= box[2] and box[1] + margin <= place[1] <= box[3] - margin


def side_by_side(glyphs: Sequence[Glyph], left: float, right: float) -> list[Glyph]:
    """The characters that one glyph stands for, as ﬀ does, each with its share of the width."""
    share = (right - left) / len(glyphs)
    return [glyph._replace(x0=left + share * rank, x1=left + share * (rank + 1)) for rank, glyph in enumerate(glyphs)]


def printed_once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs, each once where some programs print it again, hardly moved, to make it bold: else 5 would read 55."""
    by_text: defaultdict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for index, glyph in enumerate(glyphs):
        if not glyph.text.isspace():
            by_text[glyph.text].append((glyph.base, glyph.x0, index))
    again: set[int] = set()
    for places in by_text.values():
        places.sort()
        for at, (base, x0, index) in enumerate(places):
            nearest = _BOLD * glyphs[index].size
            for before in range(at - 1, max(-1, at - _MOST_ON_A_LINE), -1):
                other_base, other_x0, other = places[before]
                if base - other_base > nearest:
                    break
                if abs(x0 - other_x0) < nearest:
                    again.add(max(index, other))
                    break
    return [glyph for index, glyph in enumerate(glyphs) if index not in again] if again else glyphs


def set_upright(sheet: Sheet, angles: list[int]) -> None:
    """Turn the page so that most of its text is upright; text at another angle stays out of the way of the rest."""
    if not any(angles):
        return
    quarter = Counter(angles).most_common(1)[0][0]
    shift_x = {2: sheet.width, 3: sheet.height}.get(quarter, 0.0)
    shift_y = {1: sheet.width, 2: sheet.height}.get(quarter, 0.0)
    glyphs = []
    for glyph, angle in zip(sheet.glyphs, angles, strict=True):
        if angle != quarter:
            middle = ((glyph.x0 + glyph.x1) / 2, glyph.middle)
            x, y = turn(*turn(*middle, -angle % 4), quarter)
            half = glyph.size / 2
            glyph = Glyph(glyph.text, x - half, x + half, y + 0.38 * glyph.size, glyph.size, glyph)
        glyphs.append(glyph._replace(x0=glyph.x0 + shift_x, x1=glyph.x1 + shift_x, base=glyph.base + shift_y))
    sheet.glyphs = glyphs
    if quarter == 0:
        return

    def turned(left: float, top: float, right: float, bottom: float) -> Box:
        (ax, ay), (bx, by) = turn(left, top, quarter), turn(right, bottom, quarter)
        return min(ax, bx) + shift_x, min(ay, by) + shift_y, max(ax, bx) + shift_x, max(ay, by) + shift_y

    boxes = [(start, at, end, at) if horizontal else (at, start, at, end) for horizontal, at, start, end in sheet.rules]
    sheet.rules = [rule for box in boxes for rule in rules_of_box(*turned(*box))]
    sheet.images = [turned(*box) for box in sheet.images]
    if quarter in (1, 3):
        sheet.width, sheet.height = sheet.height, sheet.width
