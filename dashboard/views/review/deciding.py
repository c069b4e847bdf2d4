"""Deciding on the findings that were picked, and bringing decisions into the marts."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import background, formats
from dashboard.access import gate
from dashboard.decisions import decide
from dashboard.i18n import _, term
from dashboard.published import home
from ingest import decisions
from ingest.decisions import Action


def show_deciding(picked: pl.DataFrame) -> None:
    """The form: what is decided, by whom, why."""
    if st.session_state.pop("decided", None):
        st.toast(_("review.kept"))
    with st.form("deciding", border=True):
        action = st.segmented_control(
            _("review.decision"),
            [action.value for action in Action],
            format_func=lambda value: term("action", value),
            default=Action.accept.value,
            required=True,
            key="deciding_action",
        )
        reviewer = st.text_input(_("review.reviewer"), key="deciding_reviewer", persist_state="session")
        reason = st.text_area(_("term.reason"), key="deciding_reason", height=80, placeholder=_("review.reason_help"))
        if st.form_submit_button(_("review.decide", count=formats.count(picked.height)), type="primary"):
            _decide(picked["finding_id"].to_list(), Action(action), reviewer or "", reason or "")


def _decide(finding_ids: list[str], action: Action, reviewer: str, reason: str) -> None:
    if not reviewer.strip():
        st.error(_("review.no_reviewer"))
    elif action in decisions.WITH_REASON and not reason.strip():
        st.error(_("review.no_reason"))
    else:
        decide(gate(home()), finding_ids, action, reviewer.strip(), reason.strip())
        st.session_state["decided"] = True
        st.rerun()


def show_unpublished(count: int) -> None:
    """Decisions that the marts do not know yet, and the way to bring them there."""
    job = background.latest(home())
    if job is not None and job.is_running:
        st.info(_("review.building"), icon=":material/hourglass_top:")
    elif count:
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.info(_("review.unpublished", count=formats.count(count)), icon=":material/pending_actions:")
        right.button(_("review.publish"), on_click=_build, width="stretch")


def _build() -> None:
    background.start(home(), "build")
