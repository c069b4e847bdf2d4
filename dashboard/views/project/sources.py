"""The way from a figure on the project page to the place it is printed. The open one stands in the URL."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard import formats
from dashboard.components import source_view
from dashboard.i18n import _
from dashboard.queries import project as queries
from dashboard.source import BLOCKS_AROUND, ROWS_AROUND, Place, excerpt
from dashboard.views.project.places import Places

_CELL = re.compile(r"cell:(\d{1,9}):(\d{0,9}):(\d{0,9})")
"""Any other place of the document: its block, row and column; a search leads to it."""


def open_source(key: str) -> None:
    """Ask for the source of a figure by its key in `Places`; to be called from a callback."""
    st.query_params["source"] = key


def show_source(report: dict[str, Any], places: Places) -> None:
    """The document around the figure that was asked for, over the page."""
    key = st.query_params.get("source")
    if key is None:
        return
    place = place_of(report, key, places)
    if place is None:
        st.warning(_("source.unknown"))
        return

    @st.dialog(_("source.title"), width="large", on_dismiss=_close)
    def dialog() -> None:
        st.caption(f"{formats.plain(report['source_name'])} · {where(place)}")
        cells = queries.cells_around(place.document_id, place.block_no, place.row_no, BLOCKS_AROUND, ROWS_AROUND)
        source_view(excerpt(cells, place), key="source-view")

    dialog()


def place_of(report: dict[str, Any], key: str, places: Places) -> Place | None:
    """The place that a key names: a figure's, or any cell's of the report's document; None where there is none."""
    return places.get(key) or _cell(report["document_id"], key)


def where(place: Place) -> str:
    """A place in words."""
    parts = [
        _("source.block", number=place.block_no),
        place.row_no and _("source.row", number=place.row_no),
        place.col_no and _("source.col", number=place.col_no),
        place.page_no and _("source.page", number=place.page_no),
    ]
    return " ".join(part for part in parts if part)


def _cell(document_id: str, key: str) -> Place | None:
    """The paragraph or cell that a key names, with what the URL asks to mark in it; None where there is none."""
    named = _CELL.fullmatch(key)
    if named is None:
        return None
    block_no, row_no, col_no = (int(number) if number else None for number in named.groups())
    found = queries.cell(document_id, block_no, row_no, col_no)
    if found.is_empty():
        return None
    cell = found.row(0, named=True)
    marks = st.query_params.get_all("mark")
    first = marks[0] if marks else None
    return replace(Place.of(cell | {"quote": cell["text"], "value_text": first}), others=tuple(marks[1:]))


def _close() -> None:
    for name in ("source", "mark"):
        st.query_params.pop(name, None)
