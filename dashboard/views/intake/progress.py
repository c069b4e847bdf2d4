"""How far the work in the background is, file by file."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard import background, formats, i18n, layout
from dashboard.background import Job
from dashboard.components import figure_table
from dashboard.i18n import _, term
from dashboard.published import home
from dashboard.tables import Table, cell, column

CHIPS = {"loaded": "info", "withdrawn": "info", "waiting": "info", "partial": "warning", "rejected": "error"}
LIST_HEIGHT = 320
MOST_FILES = 500
_LINES_SHOWN = 200


def is_busy() -> bool:
    """Whether a run goes on; another cannot be started then."""
    job = background.latest(home())
    return job is not None and job.is_running


def show_job() -> None:
    """The run that goes on, or how the last one ended."""
    job = background.latest(home())
    if job is None:
        return
    if job.is_running:
        _follow()
        return
    said = {0: st.success, 1: st.warning}.get(job.exit_code or 0, st.error)
    said(_("intake.done") if job.exit_code == 0 else _("intake.partly") if job.exit_code == 1 else _("intake.failed"))
    _show_files(job, "files-done")
    with st.expander(_("intake.log"), expanded=job.exit_code not in (0, 1)):
        st.code("\n".join(job.said.splitlines()[-_LINES_SHOWN:]), language=None, wrap_lines=True)


@st.fragment(run_every=1.0)
def _follow() -> None:
    job = background.latest(home())
    if job is None or not job.is_running:
        st.rerun()
        return
    told = job.events
    documents = [event for event in told if event["event"] == "document"]
    expected = max(sum(event["count"] for event in told if event["event"] == "reading"), len(job.files), 1)
    if any(event["event"] == "building" for event in told) or not job.files:
        st.progress(1.0, _("intake.building"))
    else:
        done = len({_file_of(event["source"], job.files) for event in documents})
        st.progress(min(done / expected, 1.0), _("intake.reading", done=done, count=expected))
    _show_files(job, "files-running")


def _show_files(job: Job, key: str) -> None:
    """Every file of the run with its outcome; those that were given and not read yet are waiting."""
    documents = [event for event in job.events if event["event"] == "document"]
    told = {_file_of(event["source"], job.files) for event in documents}
    waiting = [{"source": path, "status": "waiting"} for path in job.files if path not in told]
    rows: list[dict[str, Any]] = [*documents, *(waiting if job.is_running else [])]
    if not rows:
        return
    rows.sort(key=lambda row: list(CHIPS).index(row["status"]), reverse=True)
    table = Table(
        [
            column(_("term.status"), width="6rem"),
            column(_("term.document")),
            column(_("term.reports"), end=True),
            column(_("term.reason"), width="45%"),
        ],
        height=LIST_HEIGHT,
    )
    for row in rows[:MOST_FILES]:
        table.add(
            [
                cell(term("status", row["status"]), chip=CHIPS[row["status"]]),
                cell(row["source"].removeprefix(f"{home().inbox}/")),
                cell(formats.count(row.get("report_count")) if row["status"] in ("loaded", "partial") else ""),
                cell(i18n.half(row.get("reason")) or ""),
            ]
        )
    figure_table(table.data(), key=key, on_open=layout.open_report)
    if len(rows) > MOST_FILES:
        st.caption(_("intake.more_files", shown=formats.count(MOST_FILES), count=formats.count(len(rows))))


def _file_of(source: str, files: tuple[str, ...]) -> str:
    """The file that was given and holds this document: itself, or the archive."""
    return next((path for path in files if source == path or source.startswith(f"{path}/")), source)
