"""Small pieces that several pages are laid out with."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.filters import KEYS

CHART_CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False}
TALLEST_CHART = 700
PROJECT_PAGE = "views/project/page.py"
SEVERITIES = ("error", "warning", "info")


def dark() -> bool:
    """Whether the viewer looks at the dark theme."""
    return st.context.theme.type == "dark"


def chart(figure: go.Figure, *, key: str, alt: str, **options: Any) -> Any:
    """Draw a chart as its own theme says; one that is tall scrolls in its place."""
    tall = figure.layout.height > TALLEST_CHART
    with st.container(height=TALLEST_CHART if tall else "content", border=False):
        return st.plotly_chart(figure, key=key, theme=None, config=CHART_CONFIG, alt=alt, **options)


def go_to(page: str, **query: str) -> None:
    """Ask for another page with this in its URL; to be called from a callback, see `follow`."""
    st.session_state["_go"] = (page, query)


def open_report(report_id: str, source: str | None = None) -> None:
    """Ask for the project page of a report; to be called from a callback, see `follow`."""
    go_to(PROJECT_PAGE, report=report_id, **({"source": source} if source else {}))


def open_place(key: str) -> None:
    """The same with the source of a figure opened over it: `key` is the report and the figure, parted by a blank."""
    report_id, *source = key.split(" ", 1)
    open_report(report_id, *source)


def follow() -> None:
    """Go to the page that was asked for, with the filters kept in the URL."""
    asked = st.session_state.pop("_go", None)
    if asked:
        page, query = asked
        kept = {key: st.query_params.get_all(key) for key in KEYS if key in st.query_params}
        st.switch_page(page, query_params=kept | query)


def open_clicked(selection: Any) -> None:
    """Ask for the project page of the report whose point was clicked in a chart."""
    points = selection.get("selection", {}).get("points", []) if selection else []
    if points:
        data = points[0].get("customdata")
        open_report(data[0] if isinstance(data, list) else data)
        follow()
