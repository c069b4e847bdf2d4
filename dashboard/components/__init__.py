"""What Streamlit has no element for: figures and tables of figures that can each be opened, a document with its place
marked, a tree of districts, a chart as a file.

They are Streamlit components of the second kind. They get data, never markup: the text of documents reaches the page
as text nodes only, so nothing that a document says can become part of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

OnOpen = Callable[[str], None]

_HERE = Path(__file__).parent


@cache
def _component(name: str) -> Callable[..., Any]:
    return st.components.v2.component(
        f"jixiao_{name}",
        html="<div class='root'></div>",
        css=(_HERE / f"{name}.css").read_text(encoding="utf-8"),
        js=(_HERE / f"{name}.js").read_text(encoding="utf-8"),
    )


def figure_table(data: Mapping[str, Any], *, key: str, on_open: OnOpen) -> None:
    """Show `data` (see `tables.Table`); `on_open` is called with the key of the cell that was clicked."""
    _mount("figure_table", data, key, on_open)


def key_figures(tiles: Sequence[Mapping[str, Any]], *, key: str, on_open: OnOpen | None = None) -> None:
    """Show figures side by side (see `tables.tile`); `on_open` as in `figure_table`."""
    _mount("key_figures", {"tiles": list(tiles)}, key, on_open)


def district_tree(data: Mapping[str, Any], *, key: str, on_choose: Callable[[list[str]], None]) -> None:
    """Show districts to tick: `data` holds nodes (code, name, parent, note; parents first), the chosen codes and the
    words `search` and `nothing`. `on_choose` is called with the codes that are ticked now."""

    def chosen() -> None:
        if st.session_state[key].choose:
            on_choose(st.session_state[key].choose.split())

    _component("district_tree")(data=data, key=key, on_choose_change=chosen)


def figure_export(*, chart: str, name: str, key: str) -> None:
    """Show buttons that save the chart of the key `chart` as a picture of this name, in the browser itself."""
    _component("figure_export")(data={"chart": chart, "name": name, "formats": ["png", "svg"]}, key=key)


def _mount(name: str, data: Mapping[str, Any], key: str, on_open: OnOpen | None) -> None:
    def opened() -> None:
        if on_open is not None and st.session_state[key].open:
            on_open(st.session_state[key].open)

    _component(name)(data=data, key=key, on_open_change=opened)


def print_button(label: str, *, key: str) -> None:
    """Show a button that prints the page."""
    _component("print_button")(data={"label": label}, key=key)


def source_view(data: Mapping[str, Any], *, key: str, height: int | None = None, on_open: OnOpen | None = None) -> None:
    """Show the blocks of a document (see `source.excerpt`) and scroll to the marked place, in a box of at most `height`
    pixels, else of most of the screen; `on_open` is called with the key of the figure that was clicked."""
    _mount("source_view", {**data, "height": height}, key, on_open)
