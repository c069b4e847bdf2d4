"""Plain sentences written from figures. A phrase keeps the figures it says; its direction words follow their sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.monthly.table import Kind, Value, shown


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a sentence writes it: as its table does, a difference without its sign, which words tell."""

    value: Value
    kind: Kind

    def __str__(self) -> str:
        text = shown(self.kind, self.value)
        return text.lstrip("+-↑↓") if self.kind in ("points", "movement") else text

    @property
    def is_nothing(self) -> bool:
        """Whether it rounds to zero."""
        return not str(self).strip("0.%")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, or a piece of one, and the figures that it says."""

    text: str
    figures: tuple[Figure, ...] = ()

    def __str__(self) -> str:
        return self.text


Part = Phrase | Figure | str


def say(template: str, **parts: Part) -> Phrase:
    """A template with its {places} filled."""
    return Phrase(template.format(**{name: str(part) for name, part in parts.items()}), _figures(parts.values()))


def joined(parts: Iterable[Part | None], separator: str = "，") -> Phrase:
    """The parts that there are, one behind the other."""
    known = [part for part in parts if part is not None]
    return Phrase(separator.join(map(str, known)), _figures(known))


def changed(difference: float | None, since: str) -> Phrase | None:
    """比上月末提高1.20个百分点, or 下降, or 与上月末持平 where it rounds to nothing; None where it is not known."""
    if difference is None:
        return None
    figure = points(difference)
    if figure.is_nothing:
        return Phrase(f"与{since}持平")
    return say("比{since}{word}{figure}个百分点", since=since, word="提高" if difference > 0 else "下降", figure=figure)


def apart(difference: float | None, other: str) -> Phrase | None:
    """高于序时进度3.20个百分点, 低于, or 与序时进度持平; None where it is not known."""
    if difference is None:
        return None
    figure = points(difference)
    if figure.is_nothing:
        return Phrase(f"与{other}持平")
    return say("{word}{other}{figure}个百分点", word="高于" if difference > 0 else "低于", other=other, figure=figure)


def count(value: int) -> Figure:
    return Figure(value, "count")


def money(wan: Value) -> Figure:
    """An amount in 万元, without the unit."""
    return Figure(wan, "money")


def percent(rate: float | None) -> Figure:
    return Figure(rate, "percent")


def points(difference: float) -> Figure:
    """A difference of rates, without the words 个百分点."""
    return Figure(difference, "points")


def score(value: float | None) -> Figure:
    return Figure(value, "score")


def _figures(parts: Iterable[Part]) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for part in parts:
        if isinstance(part, Figure):
            found.append(part)
        elif isinstance(part, Phrase):
            found += part.figures
    return tuple(found)
