"""Which report the project page shows."""

from __future__ import annotations

import streamlit as st

from dashboard import formats
from dashboard.i18n import _
from dashboard.queries import project as queries


def chosen_report() -> str | None:
    """The report named in the URL, else the one picked from the list, which opens with the first."""
    choices = queries.report_choices(st.session_state["filters"])
    names = {
        row["report_id"]: " · ".join(str(row[part]) for part in ("name", "unit", "fiscal_year") if row[part])
        for row in choices.iter_rows(named=True)
    }
    asked = st.query_params.get("report")
    if not names and asked is None:
        st.info(_("overview.nothing_chosen"))
        return None
    ids = list(names)
    st.session_state["picked"] = asked if asked in names else None if asked else ids[0]
    st.selectbox(
        _("project.pick"),
        ids,
        format_func=lambda report_id: names.get(report_id, report_id),
        index=None,
        key="picked",
        placeholder=_("project.pick_placeholder"),
        on_change=_picked,
    )
    if ids and len(ids) < choices["all_count"][0]:
        counts = {"shown": formats.count(len(ids)), "count": formats.count(choices["all_count"][0])}
        st.caption(_("project.first_choices", **counts))
    return asked or ids[0]


def _picked() -> None:
    st.query_params.pop("source", None)
    if st.session_state["picked"]:
        st.query_params["report"] = st.session_state["picked"]
