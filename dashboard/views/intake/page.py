"""Intake: upload, outcomes beside their sources, and the published states."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n import _
from dashboard.views.intake.documents import show_documents
from dashboard.views.intake.generations import show_generations
from dashboard.views.intake.upload import show_job, show_upload


def main() -> None:
    """The page from top to bottom."""
    st.title(_("intake.title"))
    show_upload()
    show_job()
    show_documents()
    show_generations()


main()
