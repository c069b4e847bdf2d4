"""Files into the inbox, and the refresh that reads them while the pages go on."""

from __future__ import annotations

import streamlit as st

from dashboard import background, formats
from dashboard.i18n import _
from dashboard.intake import save
from dashboard.published import home
from ingest.readers import SUPPORTED

TAKEN = sorted({suffix.removeprefix(".") for suffix in SUPPORTED} | {"zip"})
_LINES_SHOWN = 200


def show_upload() -> None:
    """Many files at once, or a zip; a file of a known name replaces what that name held."""
    if home().holds_samples:
        st.info(_("intake.samples"), icon=":material/science:")
        return
    with st.form("upload", clear_on_submit=True):
        files = st.file_uploader(_("intake.upload"), type=TAKEN, accept_multiple_files=True, key="files")
        if st.form_submit_button(_("intake.take"), type="primary", icon=":material/upload_file:") and files:
            for file in files:
                save(home(), file.name, file.getvalue())
            background.start(home(), "refresh")
            st.rerun()


def show_job() -> None:
    """How far the refresh is, line by line as it says it."""
    job = background.latest(home())
    if job is None:
        return
    if job.is_running:
        _follow()
        return
    said = {0: st.success, 1: st.warning}.get(job.exit_code or 0, st.error)
    said(_("intake.done") if job.exit_code == 0 else _("intake.partly") if job.exit_code == 1 else _("intake.failed"))
    with st.expander(_("intake.log"), expanded=job.exit_code not in (0, 1)):
        st.code("\n".join(job.said.splitlines()[-_LINES_SHOWN:]), language=None, wrap_lines=True)


@st.fragment(run_every=1.0)
def _follow() -> None:
    job = background.latest(home())
    if job is None or not job.is_running:
        st.rerun()
        return
    lines = job.said.splitlines()
    st.info(_("intake.running", count=formats.count(len(lines))), icon=":material/hourglass_top:")
    st.code("\n".join(lines[-12:]) or "…", language=None, wrap_lines=True)
