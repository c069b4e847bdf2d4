"""The form in which a person puts a figure right, and the way from a written correction into the marts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard import background, correcting, formats, i18n
from dashboard.i18n import _, term
from dashboard.published import home
from ingest import corrections
from ingest.corrections import STATUSES


def show_correction_form(report: Mapping[str, Any], name: str, target: Mapping[str, str], expected: str) -> None:
    """For one figure of a report (a row of `fct_evaluations`): `target` names it, `expected` is what is printed."""
    with st.popover(_("correct.title"), icon=":material/edit_note:"):
        st.markdown(f"**{formats.plain(name)}**")
        st.caption(_("correct.help"))
        with st.form(f"correct-{'-'.join(target.values())}", border=False):
            st.text_input(_("correct.expected"), value=expected, disabled=True)
            value = st.text_input(_("correct.value"), placeholder=_("correct.value_help"))
            reason = st.text_input(_("term.reason"), placeholder=_("correct.reason_help"))
            author = st.text_input(_("correct.author"), key="correct_author", persist_state="session")
            status = st.segmented_control(
                _("term.status"),
                STATUSES[:2],
                format_func=lambda name: term("correction", name),
                default="accepted",
                required=True,
            )
            if st.form_submit_button(_("correct.write"), type="primary"):
                _write(report, target, expected, value=value, reason=reason, author=author, status=str(status))


def _write(report: Mapping[str, Any], target: Mapping[str, str], expected: str, **said: str) -> None:
    missing = [name for name in ("value", "reason", "author") if not said[name].strip()]
    if missing:
        st.error(_("correct.missing"))
        return
    problems = correcting.propose(
        home(),
        {
            "document": report["document_id"],
            "report": str(report["report_no"]),
            **target,
            "expected": expected or None,
            **{name: text.strip() for name, text in said.items()},
        },
    )
    for problem in problems:
        st.error(formats.plain(i18n.half(problem)))
    if not problems:
        st.session_state["corrected"] = True
        st.rerun()


def show_unpublished_corrections() -> None:
    """Corrections that the marts do not know yet, and the way to bring them there."""
    if st.session_state.pop("corrected", None):
        st.toast(_("correct.kept"))
    try:
        waiting = correcting.unpublished(home())
    except corrections.Invalid as error:
        st.error(_("correct.invalid"))
        for problem in error.problems:
            st.markdown(f"- {formats.plain(i18n.half(problem))}")
        return
    job = background.latest(home())
    if job is not None and job.is_running:
        st.info(_("review.building"), icon=":material/hourglass_top:")
    elif waiting:
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.info(_("correct.unpublished", count=formats.count(len(waiting))), icon=":material/pending_actions:")
        right.button(_("review.publish"), on_click=_build, width="stretch", key="publish-corrections")


def _build() -> None:
    background.start(home(), "build")
