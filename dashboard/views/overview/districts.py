"""Districts and years side by side: execution, and scores."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import districts as charts
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.queries import district_years as queries
from dashboard.queries.districts import LEVELS, usual_level

SHAPES = {"heat": charts.execution_heat, "panels": charts.execution_panels}


def show_districts(filters: Filters) -> None:
    """Both charts at one level of districts."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header(_("overview.districts"), width="stretch")
        shape = layout.choose(
            _("overview.shape"), "shape", list(SHAPES), lambda name: term("shape", name), default="heat"
        )
        order = layout.choose(
            _("overview.order"), "order", list(queries.ORDERS), lambda name: term("order", name), default="code"
        )
        level = layout.choose(
            _("overview.level"), "level", LEVELS, lambda name: term("level", name), default=usual_level(filters)
        )
    answer = queries.execution_by_district_and_year(filters, level, order)
    fits = shape != "heat" or answer.frame["fiscal_year"].n_unique() <= charts.MOST_YEARS_BESIDE
    left, right = st.columns(2, gap="large") if fits else (st.container(), st.container())
    with left:
        _show_execution(answer, shape)
    with right:
        _show_scores(filters, level)


def _show_execution(answer: Answer, shape: str) -> None:
    chart_frame(
        _("overview.execution"),
        answer,
        lambda frame: SHAPES[shape](frame, dark=layout.dark()),
        key="execution",
        caption=lambda frame: _("overview.execution_caption") + _left_out(frame, shape),
        nothing=_("overview.no_money"),
        on_click=_narrow,
    )


def _show_scores(filters: Filters, level: str) -> None:
    chart_frame(
        _("overview.scores"),
        queries.scores_by_district_and_year(filters, level),
        lambda frame: charts.score_strips(frame, dark=layout.dark()),
        key="scores",
        caption=lambda frame: _("overview.scores_caption") + _not_drawn(frame),
        nothing=_("overview.no_scores"),
        on_click=layout.open_report,
    )


def _narrow(mark: list[Any]) -> None:
    """Narrow the filters to the district and year of a cell; districts are then told apart one level down."""
    *_shown, district, year = mark
    address.narrow(district=[district], year=[str(year)] if year else [], level=[])


def _left_out(frame: pl.DataFrame, shape: str) -> str:
    count = frame["district_count"][0]
    shown = min(count, charts.MOST_PANELS if shape == "panels" else queries.MOST_DISTRICTS)
    return _("overview.districts_left_out", shown=shown, count=formats.count(count)) if shown < count else ""


def _not_drawn(frame: pl.DataFrame) -> str:
    strips = frame["strip_count"][0]
    said = ""
    if strips > queries.MOST_STRIPS:
        said += _("overview.strips_left_out", shown=queries.MOST_STRIPS, count=formats.count(strips))
    if (frame["report_count"] > queries.MOST_IN_STRIP).any():
        said += _("overview.points_left_out", shown=queries.MOST_IN_STRIP)
    return said
