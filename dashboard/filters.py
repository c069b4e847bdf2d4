"""The filters that all pages share, and how they are written in the URL, so that a pasted link opens the same view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from dashboard.i18n import _, term

KEYS = ("year", "district", "department", "form", "grade", "score", "rate", "synthetic")
"""The names of the filters in the URL, in the order in which they are drawn."""
GRADES = ("excellent", "good", "fair", "poor", "none")

Parameters = Mapping[str, Sequence[str]]
"""What stands in the URL: the values of each name."""
Parameter = bool | float | list[int] | list[str]

_SYNTHETIC = {"yes": True, "no": False}
_T = TypeVar("_T")


@dataclass(frozen=True)
class Span:
    """From `least` to `most`, both included; None leaves that end open."""

    least: float | None = None
    most: float | None = None

    def __bool__(self) -> bool:
        return self.least is not None or self.most is not None

    def __str__(self) -> str:
        return f"{_number(self.least)}-{_number(self.most)}" if self else ""

    @classmethod
    def of(cls, text: str) -> Span:
        """Read "60-90", "90-" or "-60"; raises ValueError for anything else."""
        least, dash, most = text.partition("-")
        span = cls(*(float(end) if end else None for end in (least, most)))
        ends = [end for end in (span.least, span.most) if end is not None]
        if not dash or not ends or ends != sorted(ends) or not all(0 <= end < 1e9 for end in ends):
            raise ValueError(text)
        return span


@dataclass(frozen=True)
class Filters:
    """What the viewer chose; what is empty leaves everything. A district stands for all that lies in it; `grades` are
    those that the reports give themselves, `none` where there is none; `score` is in points, `rate` in percent."""

    years: list[int] = field(default_factory=list)
    districts: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    departments: list[str] = field(default_factory=list)
    grades: list[str] = field(default_factory=list)
    score: Span = Span()
    rate: Span = Span()
    synthetic: bool | None = None

    def __bool__(self) -> bool:
        return self != Filters()

    def of_all_years(self) -> Filters:
        """The same without a choice of years."""
        return replace(self, years=[])

    def parameters(self) -> dict[str, Parameter]:
        """What is chosen, as named parameters of a query."""
        chosen: dict[str, Parameter | None] = {
            "years": self.years or None,
            "districts": self.districts or None,
            "forms": self.forms or None,
            "departments": self.departments or None,
            "grades": self.grades or None,
            "least_score": self.score.least,
            "most_score": self.score.most,
            "least_rate": None if self.rate.least is None else self.rate.least / 100,
            "most_rate": None if self.rate.most is None else self.rate.most / 100,
            "synthetic": self.synthetic,
        }
        return {name: value for name, value in chosen.items() if value is not None}

    def in_url(self) -> dict[str, list[str]]:
        """How they are written in the URL."""
        synthetic = next((word for word, value in _SYNTHETIC.items() if value is self.synthetic), "")
        written = {
            "year": [str(year) for year in self.years],
            "district": self.districts,
            "department": self.departments,
            "form": self.forms,
            "grade": self.grades,
            "score": [str(self.score)] if self.score else [],
            "rate": [str(self.rate)] if self.rate else [],
            "synthetic": [synthetic] if synthetic else [],
        }
        return {name: values for name, values in written.items() if values}


@dataclass(frozen=True)
class Choices:
    """What there is to choose from."""

    years: Collection[int]
    districts: Collection[str]
    forms: Collection[str]
    departments: Collection[str]


def from_url(parameters: Parameters, choices: Choices) -> tuple[Filters, list[str]]:
    """The filters that a URL asks for, and what is wrong with it in words. What is wrong is left out."""
    problems: list[str] = []

    def read(name: str, understood: Callable[[str], _T]) -> list[_T]:
        found = []
        for text in dict.fromkeys(parameters.get(name, ())):
            try:
                found.append(understood(text))
            except (ValueError, KeyError):
                problems.append(_("filters.not_understood", filter=term("filter", name), value=text))
        return found

    def one_of(known: Collection[_T]) -> Callable[[_T], _T]:
        def understood(value: _T) -> _T:
            if value not in known:
                raise KeyError(value)
            return value

        return understood

    year = one_of(choices.years)
    filters = Filters(
        years=read("year", lambda text: year(int(text))),
        districts=read("district", one_of(choices.districts)),
        forms=read("form", one_of(choices.forms)),
        departments=read("department", one_of(choices.departments)),
        grades=read("grade", one_of(GRADES)),
        score=next(iter(read("score", Span.of)), Span()),
        rate=next(iter(read("rate", Span.of)), Span()),
        synthetic=next(iter(read("synthetic", _SYNTHETIC.__getitem__)), None),
    )
    return filters, problems


def _number(end: float | None) -> str:
    return "" if end is None else f"{end:.10g}"
