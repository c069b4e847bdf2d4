"""The published states that are kept, and going back to one."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n import _
from dashboard.published import home
from ingest import publish
from ingest.home import HomeBusy


def show_generations() -> None:
    """Each state with its time; the present one is marked, the others can be shown again."""
    st.subheader(_("intake.generations"))
    st.caption(_("intake.generations_caption"))
    current = publish.current(home())
    for generation in publish.generations(home()):
        left, right = st.columns([4, 1], vertical_alignment="center")
        is_current = current is not None and generation.id == current.id
        mark = f" · **{_('intake.current')}**" if is_current else ""
        left.markdown(f"{generation.published_at.astimezone():%Y-%m-%d %H:%M:%S} `{generation.id}`{mark}")
        if not is_current:
            right.button(_("intake.go_back"), key=f"back-{generation.id}", on_click=_go_back, args=(generation.id,))


def _go_back(generation_id: str) -> None:
    try:
        with home().writing():
            publish.rollback(home(), generation_id)
    except HomeBusy as error:
        st.toast(str(error))
