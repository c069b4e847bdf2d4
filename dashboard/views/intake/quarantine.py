"""What could not be read: why, and what can be done about it."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import background, formats, i18n
from dashboard.i18n import _
from dashboard.published import home
from dashboard.queries import intake as queries
from dashboard.views.intake.progress import is_busy
from dashboard.views.intake.withdrawal import show_withdrawal

LIST_HEIGHT = 420


def show_quarantine() -> None:
    """The rejected files, the newest first; what to do with the one that is picked."""
    found = queries.quarantine()
    if found.is_empty():
        st.success(_("quarantine.none"))
        return
    st.caption(_("quarantine.caption"))
    if found.height < found["all_count"][0]:
        st.caption(_("intake.first", shown=formats.count(found.height), count=formats.count(found["all_count"][0])))
    retriable = int(found["retriable_count"][0])
    if retriable:
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.info(_("quarantine.retriable", count=formats.count(retriable)), icon=":material/replay:")
        right.button(_("quarantine.retry"), on_click=_retry, disabled=is_busy(), width="stretch")
    event = st.dataframe(
        pl.DataFrame(
            {
                _("term.document"): found["source_name"],
                _("intake.received"): [formats.day(moment) for moment in found["received_at"]],
                _("term.reason"): [i18n.half(reason) for reason in found["reason"]],
                _("quarantine.may_be_retried"): found["may_be_retried"],
            }
        ),
        hide_index=True,
        height=min(LIST_HEIGHT, 40 + 35 * found.height),
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [0]}},
        key=f"quarantine-{found.height}",
        alt=_("quarantine.caption"),
    )
    picked = event["selection"]["rows"]
    if picked:
        _show_one(found.row(picked[0], named=True))


def _show_one(document: dict[str, Any]) -> None:
    st.markdown(f"**{formats.plain(document['source_name'])}**")
    st.error(formats.plain(i18n.half(document["reason"])))
    st.markdown(_("quarantine.to_do"))
    show_withdrawal(document["document_id"])


def _retry() -> None:
    background.start(home(), "refresh", "--retry")
