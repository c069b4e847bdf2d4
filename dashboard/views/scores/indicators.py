"""Standard indicators, which can be compared over reports, and the units' own, which cannot."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import formats, layout
from dashboard.components import figure_table
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import scores as queries
from dashboard.tables import Table, cell, column
from dashboard.views.scores.words import indicator_name, pick_indicator

TABLE_HEIGHT = 420


def show_standard(frame: pl.DataFrame) -> None:
    """The standard indicators; a click shows the rows of one over reports."""
    st.subheader(_("scores.standard", count=frame.height))
    st.caption(_("scores.standard_caption"))
    if frame.is_empty():
        st.info(_("scores.no_standard"))
        return
    table = Table(
        [
            column(_("scores.indicator")),
            column(_("term.reports"), end=True),
            column(_("term.score_rate"), end=True),
            column(_("term.lost"), end=True),
            column(_("review.full_marks_share"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.iter_rows(named=True):
        table.add(
            [
                cell(indicator_name(row), open=row["indicator"], link=True, sub=term("dimension", row["dimension"])),
                cell(formats.count(row["report_count"])),
                cell(formats.percent(row["score_rate"])),
                cell(formats.points(row["lost"])),
                cell(formats.percent(row["full_marks_share"])),
            ]
        )
    figure_table(table.data(), key="standard", on_open=pick_indicator)


def show_others(filters: Filters) -> None:
    """The units' own indicators, each leading to a report that has it."""
    frame = queries.other_indicators(filters).frame
    count = 0 if frame.is_empty() else frame["all_count"][0]
    st.subheader(_("scores.others", count=formats.count(count)))
    said = _("scores.others_caption")
    st.caption(said + (_("scores.others_left_out", shown=frame.height) if frame.height < count else ""))
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
