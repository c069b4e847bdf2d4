"""Small charts as SVG: lines, bars beside bars, lying bars. They can be told apart in black and white."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape

FONT = "Noto Sans CJK SC"
WIDTH = 620
INK, SECOND, GRID, PALE = "#1c2733", "#5b6875", "#d5dbe1", "#ffffff"
ACCENT = "#1f4e79"

Write = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each place of the axis, None where there is none. `style` tells series apart without colour: solid,
    dashed or dotted lines; filled or hatched bars."""

    name: str
    values: tuple[float | None, ...]
    style: str = "solid"


@dataclass(slots=True)
class _Canvas:
    height: int
    parts: list[str] = field(default_factory=list)

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str = GRID, dashes: str = "") -> None:
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}"{dashed}/>')

    def text(
        self, x: float, y: float, words: str, anchor: str = "middle", size: int = 12, ink: str = INK, over: bool = False
    ) -> None:
        """Words; `over` lines they have a pale edge."""
        edge = f' stroke="{PALE}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' if over else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{ink}"{edge}>'
            f"{escape(words)}</text>"
        )

    def bar(self, x: float, y: float, width: float, height: float, style: str) -> None:
        fill = {"solid": ACCENT, "hatched": "url(#hatched)"}[style]
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" stroke="{ACCENT}"/>'
        )

    def path(self, points: Sequence[tuple[float, float]], style: str) -> None:
        dashes = {"solid": "", "dashed": ' stroke-dasharray="7 4"', "dotted": ' stroke-dasharray="2 3"'}[style]
        ink, width = (SECOND, 1.4) if style == "dotted" else (ACCENT, 2.2)
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{drawn}" fill="none" stroke="{ink}" stroke-width="{width}"{dashes}/>')
        if style != "dotted":
            fill = ACCENT if style == "solid" else PALE
            self.parts += [
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{fill}" stroke="{ACCENT}"/>' for x, y in points
            ]

    def svg(self, said: str) -> str:
        hatched = (
            '<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse">'
            f'<rect width="5" height="5" fill="{PALE}"/><path d="M0 5L5 0" stroke="{ACCENT}" stroke-width="1"/>'
            "</pattern></defs>"
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height}" role="img" '
            f'aria-label="{escape(said)}" font-family="{FONT}, sans-serif">{hatched}{"".join(self.parts)}</svg>'
        )


def lines(said: str, places: Sequence[str], series: Sequence[Series], write: Write) -> str:
    """Lines over the places of an axis; the last value of each is written."""
    canvas, height, left, right, top, bottom = _Canvas(250), 250, 58, 60, 36, 30
    most, ticks = _ticks([value for one in series for value in one.values])
    step = (WIDTH - left - right) / max(len(places) - 1, 1)

    def at(number: int, value: float) -> tuple[float, float]:
        return left + number * step, height - bottom - value / most * (height - top - bottom)

    _axis(canvas, ticks, write, left, WIDTH - right, lambda value: at(0, value)[1])
    for number, place in enumerate(places):
        canvas.text(at(number, 0)[0], height - 10, place, ink=SECOND)
    for one in series:
        for stretch in _stretches(one.values):
            canvas.path([at(number, value) for number, value in stretch], one.style)
    ends: list[float] = []
    for one in series:
        if one.style != "dotted":
            x, y = at(*_stretches(one.values)[-1][-1])
            y -= 9
            while any(abs(y - taken) < 14 for taken in ends):
                y -= 14
            ends.append(y)
            canvas.text(x, y, write(next(value for value in reversed(one.values) if value is not None)), over=True)
    _legend(canvas, series, is_of_bars=False)
    return canvas.svg(said)


def bars(said: str, places: Sequence[str], series: Sequence[Series], write: Write) -> str:
    """Bars side by side over the places of an axis, with the values of the filled ones where they have room."""
    canvas, height, left, right, top, bottom = _Canvas(225), 225, 70, 16, 36, 30
    most, ticks = _ticks([value for one in series for value in one.values])
    step = (WIDTH - left - right) / len(places)
    wide = min(step * 0.76 / len(series), 46)

    def up(value: float) -> float:
        return height - bottom - value / most * (height - top - bottom)

    _axis(canvas, ticks, write, left, WIDTH - right, up)
    for number, place in enumerate(places):
        middle = left + (number + 0.5) * step
        canvas.text(middle, height - 10, place, ink=SECOND)
        for nth, one in enumerate(series):
            value = one.values[number]
            if value is None:
                continue
            x = middle + (nth - len(series) / 2) * wide
            canvas.bar(x, min(up(value), up(0)), wide, abs(up(0) - up(value)), one.style)
            if len(write(value)) * 6.6 <= (step if len(series) == 1 else wide):
                canvas.text(x + wide / 2, min(up(value), up(0)) - 5, write(value), size=11)
    _legend(canvas, series, is_of_bars=True)
    return canvas.svg(said)


def lying_bars(
    said: str, rows: Sequence[tuple[str, float]], write: Write, mark: tuple[str, float] | None = None
) -> str:
    """One bar a row, with its name before and its value behind it, and a line down at the mark."""
    row, top, right = 22, 36 if mark else 12, 70
    left = min(max(_width(name) for name, _value in rows) + 14, 230)
    canvas = _Canvas(top + len(rows) * row + 12)
    most = max([value for _name, value in rows] + ([mark[1]] if mark else []) + [1e-9])

    def along(value: float) -> float:
        return left + max(value, 0) / most * (WIDTH - left - right)

    for number, (name, value) in enumerate(rows):
        y = top + number * row
        canvas.text(left - 8, y + 15, _shortened(name, left - 14), anchor="end")
        canvas.bar(left, y + 3, max(along(value) - left, 0.5), row - 7, "solid")
        canvas.text(WIDTH - 8, y + 15, write(value), anchor="end")
    if mark:
        x = along(mark[1])
        canvas.line(x, top - 6, x, top + len(rows) * row + 4, stroke=INK, dashes="4 3")
        canvas.text(x, top - 12, f"{mark[0]} {write(mark[1])}")
    return canvas.svg(said)


def _axis(
    canvas: _Canvas, ticks: Sequence[float], write: Write, left: float, right: float, up: Callable[[float], float]
) -> None:
    for tick in ticks:
        canvas.line(left, up(tick), right, up(tick), stroke=INK if tick == 0 else GRID)
        canvas.text(left - 8, up(tick) + 4, write(tick), anchor="end", ink=SECOND)


def _legend(canvas: _Canvas, series: Sequence[Series], is_of_bars: bool) -> None:
    x = 70.0
    for one in series:
        if is_of_bars:
            canvas.bar(x, 9, 22, 10, one.style)
        else:
            canvas.path([(x, 14), (x + 26, 14)], one.style)
        canvas.text(x + 34, 19, one.name, anchor="start")
        x += 34 + _width(one.name) + 26


def _ticks(values: Sequence[float | None]) -> tuple[float, list[float]]:
    """The top of an axis that begins at 0, and the marks on it."""
    most = max([value for value in values if value is not None], default=0) or 1
    raw = most / 4
    factors: tuple[float, ...] = (1, 2, 2.5, 5, 10)
    if all(float(value).is_integer() for value in values if value is not None):
        raw, factors = max(raw, 1), (1, 2, 5, 10)
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * factor for factor in factors if size * factor >= raw)
    count = math.ceil(most / step - 1e-9)
    return count * step * 1.04, [number * step for number in range(count + 1)]


def _stretches(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """The values that follow one another without a gap, each with its place."""
    found: list[list[tuple[int, float]]] = [[]]
    for number, value in enumerate(values):
        if value is not None:
            found[-1].append((number, value))
        elif found[-1]:
            found.append([])
    return [stretch for stretch in found if stretch]


def _width(words: str) -> float:
    return sum(12.0 if ord(char) > 0x2E80 else 6.8 for char in words)


def _shortened(words: str, most: float) -> str:
    if _width(words) <= most:
        return words
    while words and _width(words) + 12 > most:
        words = words[:-1]
    return words + "…"
