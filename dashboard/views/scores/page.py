"""Scores: dimensions, the indicators that lose points and why, a unit beside the others, standard indicators."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import address, formats, i18n, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import scores as charts
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import scores as queries
from dashboard.tables import Table, cell, column

TABLE_HEIGHT = 420


def main() -> None:
    """The page from top to bottom."""
    filters: Filters = st.session_state["filters"]
    st.title(_("scores.title"))
    dimensions = queries.by_dimension(filters)
    if dimensions.frame.is_empty():
        st.info(_("scores.none"))
        return
    left, right = st.columns(2, gap="large")
    with left:
        chart_frame(
            _("scores.dimensions"),
            dimensions,
            lambda frame: charts.by_dimension(frame, dark=layout.dark()),
            key="dimensions",
        )
    with right:
        _unit(filters)
    _lost(filters)
    left, right = st.columns(2, gap="large")
    with left:
        _standard(queries.standard_indicators(filters))
    with right:
        _others(queries.other_indicators(filters))


def _unit(filters: Filters) -> None:
    units = queries.unit_choices(filters)
    unit = st.selectbox(_("review.unit"), units, key="scores_unit", label_visibility="collapsed") if units else None
    if unit is None:
        st.info(_("scores.none"))
        return
    chart_frame(
        _("scores.unit"),
        queries.unit_beside_all(filters, unit),
        lambda frame: charts.unit_beside_all(frame, unit=unit, dark=layout.dark()),
        key="unit-beside-all",
    )


def _lost(filters: Filters) -> None:
    answer = queries.lost_by_indicator(filters)
    lost = answer.frame["indicator"].to_list()
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart_frame(
            _("scores.pareto"),
            answer,
            lambda frame: charts.points_lost(frame, name=_name_column(), dark=layout.dark()),
            key="pareto",
            caption=_("scores.pareto_caption"),
            nothing=_("scores.nothing_lost"),
            on_click=lambda indicator: address.put("indicator", [indicator]),
        )
    asked = st.query_params.get("indicator")
    with right:
        if lost:
            _reasons(filters, str(asked) if asked in lost else lost[0])


def _reasons(filters: Filters, indicator: str) -> None:
    rows = queries.lost_rows(filters, indicator)
    st.markdown(f"**{formats.plain(indicator)}**")
    table = Table(
        [column(_("term.project")), column(_("scores.points"), end=True), column(_("term.deduction_reason"))],
        height=TABLE_HEIGHT,
    )
    for row in rows.iter_rows(named=True):
        where = " · ".join(str(row[part]) for part in ("unit", "fiscal_year") if row[part] is not None)
        opens = f"{row['report_id']} indicator:{row['indicator_no']}:score"
        table.add(
            [
                cell(formats.text(row["name"]), open=opens, link=True, sub=where),
                cell(f"{formats.points(row['score'])} / {formats.points(row['weight'])}", open=opens, tone="lost"),
                cell(formats.text(row["deduction_reason"] or row["explanation"])),
            ]
        )
    figure_table(table.data(), key="reasons", on_open=layout.open_place)


def _standard(frame: pl.DataFrame) -> None:
    st.subheader(_("scores.standard", count=frame.height))
    st.caption(_("scores.standard_caption"))
    if frame.is_empty():
        st.info(_("scores.none"))
        return
    table = Table(
        [
            column(_("scores.indicator")),
            column(_("term.reports"), end=True),
            column(_("term.score_rate"), end=True),
            column(_("review.full_marks_share"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        table.add(
            [
                cell(_indicator(row), sub=term("dimension", row["dimension"])),
                cell(formats.count(row["report_count"])),
                cell(formats.percent(row["mean_rate"])),
                cell(formats.percent(row["full_marks_share"])),
            ]
        )
    figure_table(table.data(), key="standard", on_open=layout.open_report)


def _others(frame: pl.DataFrame) -> None:
    st.subheader(_("scores.others", count=frame.height))
    st.caption(_("scores.others_caption"))
    table = Table(
        [
            column(_("scores.indicator")),
            column(_("term.reports"), end=True),
            column(_("term.score_rate"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        table.add(
            [
                cell(formats.text(row["indicator"]), open=row["report_id"], sub=term("dimension", row["dimension"])),
                cell(formats.count(row["report_count"])),
                cell(formats.percent(row["score_rate"])),
            ]
        )
    figure_table(table.data(), key="others", on_open=layout.open_report)


def _name_column() -> str:
    return "indicator_en" if i18n.language() == "en" else "indicator"


def _indicator(row: dict[str, object]) -> str:
    english = row["indicator_en"] if i18n.language() == "en" else None
    return formats.text(english or row["indicator"])


main()
