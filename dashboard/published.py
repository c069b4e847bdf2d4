"""The published generation that the pages show, asked through the gate and remembered per generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import streamlit as st

from dashboard.access import gate
from ingest.home import Home
from ingest.publish import Generation

if TYPE_CHECKING:
    from dashboard.filters import Filters


def home() -> Home:
    """The home whose reports are shown."""
    return Home.at()


def generation() -> Generation:
    """The published generation; raises `NothingPublished`."""
    return gate(home()).generation()


def ask(sql: str, filters: Filters | None = None, **parameters: object) -> pl.DataFrame:
    """The rows that a query selects from the marts, with the filters among its parameters."""
    if filters is not None:
        parameters |= filters.parameters()
    return _answer(str(home().root), generation().id, sql, parameters)


@st.cache_data(max_entries=400, show_spinner=False)
def _answer(root: str, generation: str, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    """`generation` is here for the cache: a new one asks anew."""
    return gate(Home.at(root)).query(sql, parameters or None).frame
