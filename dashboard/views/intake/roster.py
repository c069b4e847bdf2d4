"""The roster: giving it, and what was filed of what it expects."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit as st

from dashboard import background, exports, formats, i18n
from dashboard.access import gate
from dashboard.filter_bar import Offered, show_filters, show_trail
from dashboard.filters import Filters
from dashboard.i18n import _
from dashboard.published import home
from dashboard.queries import filings as queries
from dashboard.views import uploading
from dashboard.views.filings import show_districts, show_late, show_to_chase, show_totals, show_units, show_unlisted
from dashboard.views.intake.progress import is_busy
from ingest import ledger_roster, roster, roster_table
from ingest.roster_table import Invalid

MOST_PROBLEMS = 20


def show_roster() -> None:
    """What was filed, where there is a roster; how to give one."""
    filters: Filters = st.session_state["filters"]
    there = queries.has_roster()
    if not there:
        st.info(_("roster.none"), icon=":material/checklist:")
    _show_giving(there=there)
    if there:
        offered = Offered.now()
        show_filters(filters, offered)
        show_trail(filters, offered)
        st.caption(_("roster.filters"))
        show_totals(filters)
        show_to_chase(filters)
        show_districts(filters)
        show_units(filters)
        show_late(filters)
        show_unlisted(filters)


def _show_giving(*, there: bool) -> None:
    with st.expander(_("roster.give"), expanded=not there):
        st.markdown(_("roster.columns"))
        with st.container(horizontal=True):
            st.download_button(
                _("roster.template"),
                data=roster_table.template(".xlsx"),
                file_name=_("roster.template_name"),
                mime=exports.MIME_TYPES["xlsx"],
                icon=":material/table:",
                on_click="ignore",
            )
            for kept in roster.files(home()):
                st.download_button(
                    _("roster.kept"),
                    data=kept.read_bytes(),
                    file_name=kept.name,
                    icon=":material/download:",
                    on_click="ignore",
                )
        uploading.speak()
        with st.form("roster", clear_on_submit=True):
            kinds = [suffix.removeprefix(".") for suffix in roster.SUFFIXES]
            file = st.file_uploader(_("roster.upload"), type=kinds, key="roster_file")
            given = st.form_submit_button(_("roster.take"), type="primary", disabled=is_busy())
        if given and file is None:
            st.warning(_("intake.nothing_chosen"))
        if given and file is not None:
            _take(file.name, file.getvalue())
        if years := ledger_roster.years(gate(home())):
            _show_ledgers(years)


def _show_ledgers(years: list[int]) -> None:
    with st.form("roster_ledgers"):
        st.caption(_("roster.ledgers"))
        year = st.selectbox(_("filter.year"), years, key="roster_year")
        due = st.date_input(_("filings.deadline"), value=None, key="roster_due")
        asked = st.form_submit_button(_("roster.add"), disabled=is_busy())
    if asked and due is None:
        st.warning(_("roster.no_deadline"))
    if asked and due is not None:
        background.start(home(), "roster", "from-ledger", "--year", str(year), "--due", due.isoformat())
        st.rerun()


def _take(name: str, content: bytes) -> None:
    """Check the file and keep it, then build; or say what is wrong with it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"roster{Path(name).suffix.lower()}"
        path.write_bytes(content)
        try:
            taken = roster.keep(home(), path)
        except Invalid as error:
            st.error(_("roster.refused", count=len(error.problems)))
            for problem in error.problems[:MOST_PROBLEMS]:
                st.markdown(f"- {formats.plain(i18n.half(problem))}")
            return
        except OSError as error:
            st.error(_("intake.not_saved", reason=error.strerror))
            return
    ignored = _("roster.ignored", columns="、".join(map(formats.plain, taken.ignored))) if taken.ignored else ""
    st.toast(_("roster.taken", count=formats.count(len(taken.rows))) + ignored)
    if home().work_file.exists():
        background.start(home(), "build")
        st.rerun()
