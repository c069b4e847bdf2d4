"""The frame of every chart: the chart, the rows behind it, the statement that gives them, and files to take away."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard import address, layout
from dashboard.components import figure_export
from dashboard.i18n import _, term
from dashboard.published import Answer
from dashboard.rows import file_name, offer_files, show_rows

SQL_PAGE = "views/sql/page.py"
VIEWS = ("chart", "rows", "sql")

OnClick = Callable[[Any], None]


@layout.fragment
def chart_frame(
    title: str,
    answer: Answer,
    draw: Callable[[pl.DataFrame], go.Figure],
    *,
    key: str,
    caption: str | Callable[[pl.DataFrame], str] | None = None,
    nothing: str | None = None,
    on_click: OnClick | None = None,
) -> None:
    """A chart under its title.

    `draw` makes the figure of the answer's rows; where there are none, `nothing` is said instead. What `caption` says
    may depend on the rows. `on_click` gets the `customdata` of a mark that was clicked, in a callback, so it may write
    to the URL or ask for a page.
    """
    if st.session_state.pop(f"{key}-clicked", False):
        st.rerun()
    empty = answer.frame.is_empty()
    view = _head(title, answer, key, empty)
    if isinstance(caption, str):
        st.caption(caption)
    elif caption is not None and not empty:
        st.caption(caption(answer.frame))
    if answer.truncated:
        st.warning(_("frame.truncated", count=answer.frame.height))
    if view == "sql":
        _show_statement(answer)
    elif empty:
        st.info(nothing or _("frame.nothing"))
    elif view == "rows":
        show_rows(answer.frame, key=f"{key}-rows")
    else:
        _show_chart(draw(answer.frame), title, key, on_click)


def _head(title: str, answer: Answer, key: str, empty: bool) -> str:
    """The title, and beside it what can be seen and taken; which of the views is asked for."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key=f"{key}-head"):
        st.subheader(title, width="stretch")
        view = st.segmented_control(
            _("frame.view"),
            VIEWS,
            format_func=lambda name: term("view", name),
            default="chart",
            required=True,
            key=f"{key}-view",
            label_visibility="collapsed",
        )
        if not empty:
            with st.popover("", icon=":material/download:", help=_("frame.take"), key=f"{key}-take"):
                _show_files(title, answer, key, view == "chart")
    return view


def _show_files(title: str, answer: Answer, key: str, drawn: bool) -> None:
    offer_files(title, answer.frame, key=key)
    if drawn:
        figure_export(chart=_chart_key(key), name=file_name(title), key=f"{key}-picture")


def _show_statement(answer: Answer) -> None:
    st.code(answer.statement, language="sql", height=360)
    st.page_link(
        SQL_PAGE,
        label=_("frame.open_sql"),
        icon=":material/database:",
        query_params=address.shared() | {"q": [answer.statement]},
    )


def _show_chart(figure: go.Figure, title: str, key: str, on_click: OnClick | None) -> None:
    chart_key = _chart_key(key)
    if on_click is None:
        layout.chart(figure, key=chart_key, alt=title)
        return

    def clicked() -> None:
        points = st.session_state[chart_key]["selection"]["points"]
        mark = points[0].get("customdata") if points else None
        if mark is not None:
            on_click(mark[0] if isinstance(mark, list) and len(mark) == 1 else mark)
            st.session_state[f"{key}-clicked"] = True

    layout.chart(figure, key=chart_key, alt=title, on_select=clicked, selection_mode="points")


def _chart_key(key: str) -> str:
    """Another view is another chart: what was clicked in the last one is not marked in it."""
    view = repr(sorted(address.shared().items()))
    return f"{key}-chart-{zlib.crc32(view.encode()):x}"
