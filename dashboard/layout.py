"""Small pieces that several pages are laid out with."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

import plotly.graph_objects as go
import streamlit as st

from dashboard import address, settings

CHART_CONFIG = {"displaylogo": False, "scrollZoom": False, "modeBarButtons": [["toImage"]]}
TALLEST_CHART = 700
PROJECT_PAGE = "views/project/page.py"
SEVERITIES = ("error", "warning", "info")

_P = ParamSpec("_P")


def dark() -> bool:
    """Whether the viewer looks at the dark theme."""
    return st.context.theme.type == "dark"


def fragment(part: Callable[_P, None]) -> Callable[_P, None]:
    """A part of a page that can run again alone; it then speaks and counts as the page does."""

    @st.fragment
    @wraps(part)
    def in_settings(*args: _P.args, **kwargs: _P.kwargs) -> None:
        settings.apply()
        part(*args, **kwargs)

    return in_settings


def chart(figure: go.Figure, *, key: str, alt: str, **options: Any) -> Any:
    """Draw a chart as its own theme says; one that is tall scrolls in its place."""
    tall = figure.layout.height > TALLEST_CHART
    with st.container(height=TALLEST_CHART if tall else "content", border=False):
        return st.plotly_chart(figure, key=key, theme=None, config=CHART_CONFIG, alt=alt, **options)


def go_to(page: str, **query: str | list[str]) -> None:
    """Ask for another page with this in its URL beside the filters; to be called from a callback, see `follow`."""
    st.session_state["_go"] = (page, query)


def open_report(report_id: str, source: str | None = None) -> None:
    """Ask for the project page of a report; to be called from a callback, see `follow`."""
    go_to(PROJECT_PAGE, report=report_id, **({"source": source} if source else {}))


def open_place(key: str) -> None:
    """The same with the source of a figure opened over it: `key` is the report and the figure, parted by a blank."""
    report_id, *source = key.split(" ", 1)
    open_report(report_id, *source)


def follow() -> None:
    """Go to the page that was asked for, and let it know from which one."""
    asked = st.session_state.pop("_go", None)
    if asked:
        page, query = asked
        origin = {address.ORIGIN: st.session_state.get("_page", "")}
        st.switch_page(page, query_params=query | address.shared() | origin)
