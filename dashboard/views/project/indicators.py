"""The indicators of a report, as a picture and as the table of its form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import project as charts
from dashboard.components import figure_table
from dashboard.i18n import _
from dashboard.published import Answer
from dashboard.queries import project as queries
from dashboard.tables import Table, cell, column, merged
from dashboard.views.project.places import INDICATOR_FIGURES, has_cell, indicator_key
from dashboard.views.project.sources import open_source
from ingest.targets import target_of


def show_indicators(report_id: str, *, drawn: bool = True) -> None:
    """The indicator tree: as a picture where it is to be `drawn`, and as the table of the form with what was lost."""
    answer = queries.indicators(report_id)
    rows = answer.frame
    st.header(_("project.indicators", count=rows.height))
    if rows.is_empty():
        st.caption(_("project.no_indicators"))
        return
    if drawn:
        _draw(answer)
    figure_table(_indicator_table(rows).data(), key="indicator-table", on_open=open_source)


def _draw(answer: Answer) -> None:
    if charts.has_points(answer.frame):
        chart_frame(
            _("project.indicators_alt"),
            answer,
            lambda frame: charts.indicator_tree(frame, dark=layout.dark()),
            key="indicator-tree",
        )
    else:
        st.caption(_("project.no_points"))


def _indicator_table(rows: pl.DataFrame) -> Table:
    scored = rows["weight"].is_not_null().any()
    targets = rows.select(pl.col("target_value_text", "actual_value_text").is_not_null().any()).row(0)
    reasons = rows["deduction_reason"].is_not_null().any()
    table = Table(
        [
            column(_("term.level1")),
            column(_("term.level2")),
            column(_("term.level3")),
            *([column(_("term.target"))] if targets[0] else []),
            *([column(_("term.actual"))] if targets[1] else []),
            *(
                [
                    column(_("term.weight"), end=True),
                    column(_("term.score"), end=True),
                    column(_("term.score_rate")),
                    column(_("term.lost"), end=True),
                ]
                if scored
                else []
            ),
            *([column(_("term.deduction_reason"))] if reasons else []),
        ]
    )
    spans = _level_spans(rows)
    for row, (span1, span2) in zip(rows.iter_rows(named=True), spans, strict=True):
        cells: list[dict[str, Any] | None] = [
            cell(formats.text(row["level1"]), rows=span1) if span1 else None,
            cell(formats.text(row["level2"]), rows=span2) if span2 else None,
            cell(formats.text(row["level3"]), open=indicator_key(row), title=row["explanation"]),
        ]
        if targets[0]:
            cells.append(cell(formats.text(target_of(row))))
        if targets[1]:
            cells.append(cell(formats.text(row["actual_value_text"])))
        if scored:
            cells += _score_cells(row)
        if reasons:
            cells.append(cell(formats.text(row["deduction_reason"])))
        table.add(cells)
    return table


def _score_cells(row: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """Weight and score with the cells they stand in, the share as a bar, and the points that were lost."""
    opens = {name: indicator_key(row, name) for name in INDICATOR_FIGURES if has_cell(row, name)}
    lost = None if row["weight"] is None or row["score"] is None else row["weight"] - row["score"]
    rate = row["score_rate"]
    yield cell(formats.points(row["weight"]), open=opens.get("weight"))
    yield cell(formats.points(row["score"]), open=opens.get("score"))
    yield cell(formats.percent(rate), bar=None if rate is None else min(max(rate, 0), 1))
    yield cell(formats.points(lost) if lost else "", tone="lost")


def _level_spans(rows: pl.DataFrame) -> list[tuple[int | None, int | None]]:
    """How many rows the first two levels' cells cover, the second never across two of the first."""
    first = rows["level1"].to_list()
    second = list(zip(first, rows["level2"].to_list(), strict=True))
    return list(zip(merged(first), merged(second), strict=True))
