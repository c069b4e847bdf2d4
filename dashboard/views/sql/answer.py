"""What a query gave: rows, a chart, files; or how far it is, or why it failed."""

from __future__ import annotations

from functools import partial

import polars as pl
import streamlit as st

from dashboard import exports, formats, layout
from dashboard.access import Result
from dashboard.charts import answer as charts
from dashboard.components import figure_export
from dashboard.i18n import _, term
from dashboard.running import Running

SHOWN_ROWS = 5_000
FILE_NAME = "jixiao"
CHART = "answer"
_AT_ONCE_SECONDS = 0.4


def show_answer(running: Running) -> None:
    """The answer, or the way to stop waiting for it."""
    if not running.wait(_AT_ONCE_SECONDS):
        _wait(running)
    elif running.failure is not None:
        st.error(_("sql.failed") if running.why is None else term("no_answer", running.why))
        if running.why is None:
            st.code(running.failure, language=None, wrap_lines=True)
    elif running.result is not None:
        _show(running.result)


@st.fragment(run_every=0.5)
def _wait(running: Running) -> None:
    if running.is_done:
        st.rerun()
    st.info(_("sql.running", seconds=int(running.seconds)), icon=":material/hourglass_top:")
    st.button(_("sql.cancel"), icon=":material/stop:", on_click=running.cancel)


def _show(result: Result) -> None:
    frame = result.frame
    st.caption(_("sql.answered", rows=formats.count(frame.height), seconds=f"{result.seconds:.2f}"))
    if result.truncated:
        st.warning(_("sql.truncated", rows=formats.count(frame.height)))
    table, chart = st.tabs([_("sql.as_rows"), _("sql.as_chart")])
    with table:
        st.dataframe(frame.head(SHOWN_ROWS), hide_index=True, height=460, alt=_("sql.as_rows"))
        if frame.height > SHOWN_ROWS:
            st.caption(_("sql.shown", shown=formats.count(SHOWN_ROWS)))
    with chart:
        _chart(frame)
    with st.container(horizontal=True, gap="small"):
        for kind, mime in exports.MIME_TYPES.items():
            st.download_button(
                kind.upper(),
                data=partial(exports.as_file, frame, kind),
                file_name=f"{FILE_NAME}.{kind}",
                mime=mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"download-{kind}",
            )


def _chart(frame: pl.DataFrame) -> None:
    measures = charts.numeric(frame)
    if frame.is_empty() or not measures:
        st.info(_("sql.no_chart"))
        return
    first, second, third = st.columns(3)
    kind = first.selectbox(_("sql.chart_kind"), charts.KINDS, format_func=lambda name: term("chart_kind", name))
    x = second.selectbox(_("sql.chart_x"), frame.columns, index=frame.columns.index(charts.across(frame)))
    y = third.multiselect(_("sql.chart_y"), measures, default=measures[:1])
    if y:
        if frame.height > charts.MOST_MARKS:
            st.caption(_("sql.drawn", shown=formats.count(charts.MOST_MARKS)))
        if kind == "bar" and charts.repeats(frame, x):
            st.caption(_("sql.repeated", column=formats.plain(x)))
        figure = charts.answer(frame, kind=kind, x=x, y=y, dark=layout.dark())
        layout.chart(figure, key=CHART, alt=_("sql.as_chart"))
        with st.columns(3)[0]:
            figure_export(chart=CHART, name=FILE_NAME, key=f"{CHART}-picture")
