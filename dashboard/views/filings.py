"""What was filed of what was expected: key figures, districts, units and the list to chase, for more than one page."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, formats, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import filings as charts
from dashboard.components import figure_table, key_figures
from dashboard.filters import Filters
from dashboard.i18n import _, term
from dashboard.queries import filings as queries
from dashboard.rows import offer_files
from dashboard.tables import Table, cell, column, tile
from ingest.clock import now

TABLE_HEIGHT = 420
MOST_ROWS = 500


def today() -> dt.date:
    """The day by which deadlines have passed or not."""
    return now().date()


def show_totals(filters: Filters) -> None:
    """The row of key figures, and that they are made up where they are."""
    if queries.is_made_up():
        st.info(_("filings.made_up"), icon=":material/science:")
    counts = queries.totals(filters, today()).row(0, named=True)
    expected = counts["expected_count"] or 0
    filed = (counts["filed_count"] or 0) + (counts["late_count"] or 0)
    key_figures(
        [
            tile(_("filings.expected"), formats.count(expected)),
            tile(
                _("filings.filed"),
                formats.count(counts["filed_count"] or 0),
                note=_("filings.share_note", share=formats.percent(filed / expected if expected else None)),
            ),
            tile(_("filings.late"), formats.count(counts["late_count"] or 0), title=_("filings.late_help")),
            tile(_("filings.missing"), formats.count(counts["missing_count"] or 0)),
            tile(
                _("filings.overdue"),
                formats.count(counts["overdue_count"] or 0),
                note=_("filings.overdue_note", day=formats.day(today())),
                tone="lost" if counts["overdue_count"] else None,
            ),
        ],
        key="filing-figures",
    )


def show_districts(filters: Filters) -> None:
    """Filed, late and missing by district; a click narrows the filters to it."""
    answer = queries.by_district(filters, today())
    count = answer.frame.height
    left_out = _("filings.most_missing", shown=charts.MOST_ROWS, count=count) if count > charts.MOST_ROWS else None
    chart_frame(
        _("filings.by_district"),
        answer,
        lambda frame: charts.by_district(frame, dark=layout.dark()),
        key="filings-chart",
        caption=left_out,
        on_click=lambda code: address.narrow(district=[code]),
    )


def show_units(filters: Filters) -> None:
    """Filed, late and missing by unit and deadline."""
    frame = queries.by_unit(filters, today())
    _head(_("filings.by_unit"), frame, "filings-by-unit")
    table = Table(
        [
            column(_("filings.unit")),
            column(_("filters.years"), end=True),
            column(_("filings.deadline"), end=True),
            column(_("filings.expected"), end=True),
            column(_("filings.filed"), end=True),
            column(_("filings.late"), end=True),
            column(_("filings.missing"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.head(MOST_ROWS).iter_rows(named=True):
        table.add(
            [
                cell(row["unit"], sub=row["district"]),
                cell(formats.text(row["fiscal_year"])),
                cell(formats.day(row["deadline"])),
                cell(formats.count(row["expected_count"])),
                cell(formats.count(row["filed_count"])),
                cell(formats.count(row["late_count"])),
                cell(formats.count(row["missing_count"]), tone="lost" if row["overdue_count"] else None),
            ]
        )
    figure_table(table.data(), key="filings-units", on_open=layout.open_report)
    _say_cut(frame)


def show_to_chase(filters: Filters) -> None:
    """The reports that are missing: whom to ask, for what, and since when."""
    frame = queries.to_chase(filters, today())
    _head(_("filings.to_chase", count=formats.count(frame.height)), frame, "filings-to-chase")
    if frame.is_empty():
        st.success(_("filings.all_filed"))
        return
    if (frame["unlisted_count"] > 0).any():
        st.caption(_("filings.compare_names"))
    table = Table(
        [
            column(_("filings.unit"), width="30%"),
            column(_("filings.what")),
            column(_("filters.years"), end=True),
            column(_("filings.deadline"), end=True),
            column(_("filings.days_overdue"), end=True),
            column(_("filings.unlisted_short"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.head(MOST_ROWS).iter_rows(named=True):
        table.add(
            [
                cell(row["unit"], sub=row["district"]),
                cell(_expected(row)),
                cell(formats.text(row["fiscal_year"])),
                cell(formats.day(row["deadline"])),
                cell(formats.count(row["days_overdue"]), tone="lost" if row["days_overdue"] else None),
                cell(formats.count(row["unlisted_count"]) if row["unlisted_count"] else ""),
            ]
        )
    figure_table(table.data(), key="filings-chase", on_open=layout.open_report)
    _say_cut(frame)


def show_late(filters: Filters) -> None:
    """The reports that came late."""
    frame = queries.late(filters)
    if frame.is_empty():
        return
    _head(_("filings.late_list", count=formats.count(frame.height)), frame, "filings-late")
    table = Table(
        [
            column(_("filings.unit"), width="30%"),
            column(_("filings.what")),
            column(_("filters.years"), end=True),
            column(_("filings.deadline"), end=True),
            column(_("filings.filed_on"), end=True),
            column(_("filings.days_late"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.head(MOST_ROWS).iter_rows(named=True):
        table.add(
            [
                cell(row["unit"], sub=row["district"]),
                cell(_expected(row), open=row["report_id"], link=True),
                cell(formats.text(row["fiscal_year"])),
                cell(formats.day(row["deadline"])),
                cell(formats.day(row["filed_on"])),
                cell(formats.count(row["days_late"])),
            ]
        )
    figure_table(table.data(), key="filings-late-table", on_open=layout.open_report)
    _say_cut(frame)


def show_unlisted(filters: Filters) -> None:
    """The reports that nobody expected."""
    frame = queries.unlisted(filters)
    if frame.is_empty():
        return
    _head(_("filings.unlisted", count=formats.count(frame.height)), frame, "filings-unlisted")
    st.caption(_("filings.unlisted_caption"))
    table = Table(
        [
            column(_("filings.unit"), width="30%"),
            column(_("term.project")),
            column(_("filters.years"), end=True),
            column(_("filings.filed_on"), end=True),
            column(_("term.reason")),
        ],
        height=TABLE_HEIGHT,
    )
    for row in frame.head(MOST_ROWS).iter_rows(named=True):
        table.add(
            [
                cell(formats.text(row["unit"]), sub=row["district"]),
                cell(formats.text(row["name"]), open=row["report_id"], link=True),
                cell(formats.text(row["fiscal_year"])),
                cell(formats.day(row["filed_on"])),
                cell(term("unlisted", row["unlisted_reason"])),
            ]
        )
    figure_table(table.data(), key="filings-unlisted-table", on_open=layout.open_report)
    _say_cut(frame)


def _expected(row: dict[str, Any]) -> str:
    return formats.text(row["project"]) if row["project"] else term("expected", row["expected_subject"])


def _head(title: str, frame: pl.DataFrame, key: str) -> None:
    """A title, and its rows to take away."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(title, width="stretch")
        if not frame.is_empty():
            with st.popover("", icon=":material/download:", help=_("filings.take"), key=f"{key}-take"):
                offer_files(f"{title} {today():%Y%m%d}", frame, key=key)


def _say_cut(frame: pl.DataFrame) -> None:
    if frame.height > MOST_ROWS:
        st.caption(_("filings.cut", shown=formats.count(MOST_ROWS), count=formats.count(frame.height)))
