"""The grades that reports give themselves, by year."""

from __future__ import annotations

from typing import Any

from dashboard import address, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import overview as charts
from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.queries import overview as queries


def show_grades(filters: Filters) -> None:
    """Grades by year; a click leaves the reports of that grade and year."""
    chart_frame(
        _("overview.grades"),
        queries.grades_by_year(filters),
        lambda frame: charts.grades_by_year(frame, dark=layout.dark()),
        key="grades",
        caption=_("overview.grades_caption"),
        on_click=_narrow,
    )


def _narrow(mark: list[Any]) -> None:
    grade, year, *_shown = mark
    address.narrow(grade=[grade], year=[str(year)] if year else [])
