"""Small pieces that several pages are laid out with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any, ParamSpec

import plotly.graph_objects as go
import streamlit as st

from dashboard import address, formats, settings
from dashboard.i18n import _

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


def choose(
    label: str, name: str, options: Sequence[str], words: Callable[[str], str], *, default: str, listed: bool = False
) -> str:
    """One of a few options, which stands in the URL under this name: side by side, or `listed` where they are many."""
    chosen = next(iter(_asked(label, name, options)), default)
    st.session_state[f"choose-{name}"] = chosen
    draw: Callable[..., Any] = st.selectbox if listed else partial(st.segmented_control, required=True, wrap=True)
    draw(
        label,
        options,
        format_func=words,
        key=f"choose-{name}",
        label_visibility="collapsed",
        on_change=lambda: address.put(name, [st.session_state[f"choose-{name}"]]),
    )
    return chosen


def choose_many(
    label: str, name: str, options: Sequence[str], words: Callable[[str], str], *, listed: bool = False
) -> list[str]:
    """Any number of options, which stand in the URL under this name: side by side, or `listed` where they are many."""
    chosen = _asked(label, name, options)
    st.session_state[f"choose-{name}"] = chosen
    draw: Callable[..., Any] = (
        partial(st.multiselect, placeholder=_("filters.everything"))
        if listed
        else partial(st.pills, selection_mode="multi", wrap=True)
    )
    draw(
        label,
        options,
        format_func=words,
        key=f"choose-{name}",
        on_change=lambda: address.put(name, st.session_state[f"choose-{name}"]),
    )
    return chosen


def _asked(label: str, name: str, options: Sequence[str]) -> list[str]:
    """What the URL asks for; what is no option is said and left out."""
    asked = address.whole().get(name, [])
    for value in asked:
        if value not in options:
            st.warning(_("filters.not_understood", filter=label, value=formats.plain(value)))
    return [value for value in asked if value in options]


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
