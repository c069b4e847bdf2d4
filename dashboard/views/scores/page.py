"""Scores: dimensions, the indicators that lose points and why, a unit beside the others, standard indicators."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import formats, i18n, layout
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
    if dimensions.is_empty():
        st.info(_("scores.none"))
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(_("scores.dimensions"))
        layout.chart(charts.by_dimension(dimensions, dark=layout.dark()), key="dimensions", alt=_("scores.dimensions"))
    with right:
        _unit(filters)
    _lost(filters)
    left, right = st.columns(2, gap="large")
    with left:
        _standard(queries.standard_indicators(filters))
    with right:
        _others(queries.other_indicators(filters))


def _unit(filters: Filters) -> None:
    st.subheader(_("scores.unit"))
    units = queries.unit_choices(filters)
    unit = st.selectbox(_("review.unit"), units, key="scores_unit", label_visibility="collapsed") if units else None
    if unit is None:
        st.info(_("scores.none"))
        return
    frame = queries.unit_beside_all(filters, unit)
    layout.chart(charts.unit_beside_all(frame, unit=unit, dark=layout.dark()), key="unit", alt=_("scores.unit"))


def _lost(filters: Filters) -> None:
    frame = queries.lost_by_indicator(filters)
    st.subheader(_("scores.pareto"))
    if frame.is_empty():
        st.success(_("scores.nothing_lost"))
        return
    st.caption(_("scores.pareto_caption"))
    frame = frame.with_columns(pl.Series("label", [_indicator(row) for row in frame.iter_rows(named=True)]))
    left, right = st.columns([3, 2], gap="large")
    with left:
        figure = charts.points_lost(frame, name="label", dark=layout.dark())
        event = layout.chart(figure, key="pareto", alt=_("scores.pareto"), on_select="rerun", selection_mode="points")
    points = event["selection"]["points"] if event else []
    clicked = next((point["customdata"] for point in points if point.get("customdata")), frame["indicator"][0])
    with right:
        _reasons(filters, clicked[0] if isinstance(clicked, list) else clicked)


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


def _indicator(row: dict[str, object]) -> str:
    english = row["indicator_en"] if i18n.language() == "en" else None
    return formats.text(english or row["indicator"])


main()
