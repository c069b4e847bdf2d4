"""A switch between the views of one page; the one that is seen stands in the URL."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

VIEW = "view"


def chosen_view(names: Sequence[str], words: Callable[[str], str], *, label: str) -> str:
    """Draw the switch; the view that the URL names, the first where it names none of these."""
    given = st.query_params.get(VIEW)
    view = given if given is not None and given in names else names[0]
    st.session_state[VIEW] = view
    st.segmented_control(
        label,
        names,
        format_func=words,
        key=VIEW,
        required=True,
        on_change=_put,
        label_visibility="collapsed",
    )
    return view


def show_view(name: str) -> None:
    """Ask for a view; to be called from a callback."""
    st.query_params[VIEW] = name


def _put() -> None:
    show_view(st.session_state[VIEW])
