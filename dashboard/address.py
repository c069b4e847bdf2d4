"""The address of a view: the URL is the only place where filters, language and unit are kept.

Whatever changes the view writes to the URL; a link to another page takes along what all pages share.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.filters import KEYS

LANGUAGE, UNIT, ORIGIN = "lang", "unit", "from"
SHARED = (*KEYS, LANGUAGE, UNIT)

Query = dict[str, list[str]]


def shared() -> Query:
    """What all pages share, as it stands in the URL."""
    return {name: values for name, values in whole().items() if name in SHARED}


def whole() -> Query:
    """All that stands in the URL."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def put(name: str, values: Sequence[str]) -> None:
    """Write the values of one name into the URL; none takes the name out. To be called from a callback."""
    if values:
        st.query_params[name] = list(values)
    else:
        st.query_params.pop(name, None)


def narrow(**values: Sequence[str]) -> None:
    """Write several filters at once, as a click on a mark does. To be called from a callback."""
    for name, chosen in values.items():
        put(name, chosen)


def clear_filters() -> None:
    """Take all filters out. To be called from a callback."""
    for name in KEYS:
        put(name, [])
