"""Intake: upload, outcomes beside their sources, what was expected, corrections, and the published states."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import published
from dashboard.access import NothingPublished
from dashboard.i18n import _, term
from dashboard.view_switch import chosen_view
from dashboard.views.intake.corrections import show_corrections
from dashboard.views.intake.documents import show_documents
from dashboard.views.intake.generations import show_generations
from dashboard.views.intake.progress import show_job
from dashboard.views.intake.quarantine import show_quarantine
from dashboard.views.intake.roster import show_roster
from dashboard.views.intake.upload import show_upload

VIEWS: dict[str, Callable[[], None]] = {
    "documents": show_documents,
    "quarantine": show_quarantine,
    "roster": show_roster,
    "corrections": show_corrections,
    "generations": show_generations,
}


def main() -> None:
    """The page from top to bottom; before anything is published, what brings it there."""
    st.title(_("intake.title"))
    show_upload()
    show_job()
    try:
        published.generation()
    except NothingPublished:
        st.info(_("intake.nothing_published"))
        show_generations()
        return
    VIEWS[chosen_view(list(VIEWS), lambda name: term("intake_view", name), label=_("project.view"))]()


main()
