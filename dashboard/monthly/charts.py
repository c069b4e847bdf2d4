"""The charts of a bulletin, of the same figures as its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.monthly.drawing import Series, Write, bars, lines, lying_bars
from dashboard.monthly.execution import Total
from dashboard.monthly.figures import Figures
from dashboard.monthly.month import Month

Draw = Callable[[str, Sequence[str], Sequence[Series], Write], str]

_MONTHS = tuple(f"{number}月" for number in range(1, 13))
_MOST_DIVISIONS = 24


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG, with what it shows in words."""

    caption: str
    svg: str
    said: str


def progress(figures: Figures) -> Iterator[Picture]:
    """The execution rate through this year and the last, beside the time gone by."""
    year = figures.month.year
    series = [
        Series(f"{year}年", _through(figures, year, "execution_rate")),
        Series(f"{year - 1}年", _through(figures, year - 1, "execution_rate"), "dashed"),
    ]
    if figures.is_of_ledger:
        series.append(Series("序时进度", tuple(number / 12 for number in range(1, 13)), "dotted"))
    yield from _drawn(f"{_years(series[:2])}各月执行率", series, lines, _percent)


def spending(figures: Figures) -> Iterator[Picture]:
    """What was spent in each month of this year and the last."""
    year = figures.month.year
    if figures.is_of_ledger:
        series = [
            Series(f"{year}年", _through(figures, year, "in_month_wan"), "solid"),
            Series(f"{year - 1}年", _through(figures, year - 1, "in_month_wan"), "hatched"),
        ]
        some = "，有的月份只有部分项目" if figures.lacks_amounts_in_month else ""
        yield from _drawn(f"{_years(series)}各月当月支出（万元{some}）", series, bars, _whole)


def divisions(figures: Figures) -> Iterator[Picture]:
    """The divisions by execution rate; of many, those at both ends."""
    rows = [(place.name, place.execution_rate) for place in figures.divisions if place.execution_rate is not None]
    if len(rows) < 2:
        return
    caption = "各地区执行率"
    if len(rows) > _MOST_DIVISIONS:
        half = _MOST_DIVISIONS // 2
        rows, caption = rows[:half] + rows[-half:], f"执行率居前和居后各{half}个地区"
    mark = ("序时进度", figures.month.time_progress) if figures.is_of_ledger else None
    yield Picture(caption, lying_bars(caption, rows, _percent, mark), caption)


def filings(figures: Figures) -> Iterator[Picture]:
    """Reports by the month in which they were filed."""
    year = figures.month.year
    counts = {Month.holding(filed.month): float(filed.report_count) for filed in figures.filings.by_month}

    def through(of_year: int) -> tuple[float | None, ...]:
        return tuple(counts.get(Month(of_year, number)) for number in range(1, 13))

    series = [Series(f"{year}年", through(year), "solid"), Series(f"{year - 1}年", through(year - 1), "hatched")]
    yield from _drawn(f"{_years(series)}各月报送份数", series, bars, _whole)


def years(figures: Figures) -> Iterator[Picture]:
    """Execution rate and mean score of the evaluated years, where there are several."""
    found = figures.years[-10:]
    if len(found) < 2:
        return
    places = [str(year.fiscal_year) for year in found]
    rates = Series("执行率", tuple(year.execution_rate for year in found))
    scores = Series("平均得分", tuple(year.mean_score for year in found))
    yield from _drawn("历年项目自评执行率", [rates], bars, _percent, places)
    yield from _drawn("历年项目自评平均得分", [scores], bars, _points, places)


def _years(series: Sequence[Series]) -> str:
    """The years that hold anything, the earlier one first."""
    return "和".join(one.name for one in reversed(series) if any(value is not None for value in one.values))


def _drawn(
    caption: str, series: Sequence[Series], draw: Draw, write: Write, places: Sequence[str] = _MONTHS
) -> Iterator[Picture]:
    """The chart of the series that hold anything; none where there are not two values to be seen beside each other."""
    held = [one for one in series if any(value is not None for value in one.values)]
    if sum(value is not None for one in held if one.style != "dotted" for value in one.values) > 1:
        yield Picture(caption, draw(caption, places, held, write), caption)


def _through(figures: Figures, year: int, name: str) -> tuple[float | None, ...]:
    def value(total: Total | None) -> float | None:
        found = None if total is None or total.month > figures.month.first_day else getattr(total, name)
        return None if found is None else float(found)

    return tuple(value(figures.totals.get(Month(year, number).first_day)) for number in range(1, 13))


def _percent(rate: float) -> str:
    share = round(rate * 100, 6)
    return f"{share:.0f}%" if share.is_integer() else f"{share:.1f}%"


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _points(value: float) -> str:
    return f"{value:.4g}"
