"""Taking a document out."""

from __future__ import annotations

import streamlit as st

from dashboard import background
from dashboard.i18n import _
from dashboard.published import home
from dashboard.views.intake.progress import is_busy


def show_withdrawal(document_id: str) -> None:
    """A button that asks once more, and why."""
    with st.popover(_("intake.withdraw"), icon=":material/remove_circle:"):
        st.caption(_("intake.withdraw_help"))
        for_good = st.checkbox(_("intake.for_good"), key="for_good")
        reason = st.text_input(_("term.reason"), key="withdraw_reason")
        if st.button(_("intake.withdraw_now"), type="primary", disabled=is_busy()):
            options = [*(["--reason", reason] if reason.strip() else []), *(["--for-good"] if for_good else [])]
            background.start(home(), "withdraw", document_id, *options)
            st.rerun()
