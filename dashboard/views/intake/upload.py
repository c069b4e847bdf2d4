"""Files into the inbox, and the refresh that reads them while the pages go on."""

from __future__ import annotations

import streamlit as st

from dashboard import background
from dashboard.i18n import _
from dashboard.intake import save
from dashboard.published import home
from dashboard.views import uploading
from dashboard.views.intake.progress import is_busy
from ingest.readers import SUPPORTED

TAKEN = sorted({suffix.removeprefix(".") for suffix in SUPPORTED} | {"zip"})


def show_upload() -> None:
    """Many files at once, or a zip; one of a known name and other contents is kept beside it."""
    if home().holds_samples:
        st.info(_("intake.samples"), icon=":material/science:")
        return
    uploading.speak()
    busy = is_busy()
    with st.form("upload", clear_on_submit=True):
        files = st.file_uploader(_("intake.upload"), type=TAKEN, accept_multiple_files=True, key="files")
        with st.container(horizontal=True):
            taken = st.form_submit_button(
                _("intake.take"), type="primary", icon=":material/upload_file:", disabled=busy
            )
            all_taken = st.form_submit_button(_("intake.take_inbox"), icon=":material/refresh:", disabled=busy)
    if taken and not files:
        st.warning(_("intake.nothing_chosen"))
    if (taken and files) or all_taken:
        try:
            saved = [save(home(), file.name, file.getvalue()) for file in files]
        except OSError as error:
            st.error(_("intake.not_saved", reason=error.strerror))
            return
        background.start(home(), "refresh", files=() if all_taken else saved)
        st.rerun()
