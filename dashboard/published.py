"""The published generation that the pages show, asked through the gate and remembered per generation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent

import polars as pl
import streamlit as st

from dashboard.access import gate
from ingest.home import Home
from ingest.publish import Generation

CUT = "_cut"
"""Where the session notes that an answer had more rows than may be fetched, and how many came, for the page to say."""
_PARAMETER = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True)
class Answer:
    """The rows of a query and the statement that gives them; `truncated` where there were more than may be fetched."""

    frame: pl.DataFrame
    statement: str
    truncated: bool = False


def home() -> Home:
    """The home whose reports are shown."""
    return Home.at()


def generation() -> Generation:
    """The published generation; raises `NothingPublished`."""
    return gate(home()).generation()


def answer(sql: str, **parameters: object) -> Answer:
    """What a query selects from the marts; `$name` in it is filled from the parameters."""
    frame, truncated = _rows(str(home().root), generation().id, sql, parameters)
    if truncated:
        st.session_state[CUT] = frame.height
    return Answer(frame, filled(sql, parameters), truncated)


def ask(sql: str, **parameters: object) -> pl.DataFrame:
    """The rows that a query selects from the marts."""
    return answer(sql, **parameters).frame


def filled(sql: str, parameters: Mapping[str, object]) -> str:
    """The statement with its parameters written out, as it can be run by hand."""
    return _PARAMETER.sub(lambda found: _literal(parameters[found[1]]), dedent(sql).strip())


def _literal(value: object) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).upper()
        case int() | float():
            return repr(value)
        case dt.date():
            return f"DATE '{value:%Y-%m-%d}'"
        case list() | tuple():
            return "[" + ", ".join(map(_literal, value)) + "]"
        case str():
            return "'" + value.replace("'", "''") + "'"
        case _:
            raise TypeError(f"a parameter of a query cannot be a {type(value).__name__}")


@st.cache_resource(max_entries=400, show_spinner=False)
def _rows(root: str, generation: str, sql: str, parameters: dict[str, object]) -> tuple[pl.DataFrame, bool]:
    """`generation` is here for the cache: a new one asks anew. Frames are never changed in place, so that all sessions
    share them as they are."""
    result = gate(Home.at(root)).query(sql, parameters or None)
    return result.frame, result.truncated
