"""The documents with their outcomes, and what was not understood of one beside its source."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import background, formats, i18n, layout
from dashboard.components import figure_table, source_view
from dashboard.i18n import _, term
from dashboard.published import home
from dashboard.queries import intake as queries
from dashboard.queries import project as sources
from dashboard.source import Place, excerpt
from dashboard.tables import Table, cell, column

STATUSES = ("rejected", "partial", "loaded")
LIST_HEIGHT = 420
BLOCKS_AROUND, ROWS_AROUND = 1, 10


def show_documents() -> None:
    """The list; the document that is picked in it below."""
    found = queries.documents()
    st.subheader(_("intake.documents", count=formats.count(found.height)))
    if found.is_empty():
        st.info(_("intake.none"))
        return
    counts = dict(found.group_by("status").len().iter_rows())
    chosen = st.pills(
        _("term.status"),
        [status for status in STATUSES if status in counts],
        selection_mode="multi",
        format_func=lambda status: f"{term('status', status)} {counts[status]}",
        key="intake_status",
        label_visibility="collapsed",
    )
    shown = found.filter(pl.col("status").is_in(chosen)) if chosen else found
    event = st.dataframe(
        pl.DataFrame(
            {
                _("term.status"): [term("status", status) for status in shown["status"]],
                _("term.document"): shown["source_name"],
                _("term.reports"): shown["report_count"],
                _("intake.placed"): shown["figure_count"],
                _("intake.unplaced"): shown["unplaced_count"],
                _("intake.received"): [formats.day(moment) for moment in shown["received_at"]],
                _("term.reason"): [i18n.half(reason) for reason in shown["reason"]],
            }
        ),
        hide_index=True,
        height=min(LIST_HEIGHT, 40 + 35 * shown.height),
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [0]}},
        key=f"documents-{shown.height}",
        alt=_("term.document"),
    )
    picked = event["selection"]["rows"]
    if picked:
        _document(shown.row(picked[0], named=True))


def _document(document: dict[str, Any]) -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(f"**{formats.plain(document['source_name'])}**")
        st.caption(
            f"{document['document_id'][:12]} · {document['media_type']} · {formats.count(document['byte_size'])} B"
        )
        if document["reason"]:
            st.warning(formats.plain(i18n.half(document["reason"])))
        _reports(queries.reports_of(document["document_id"]))
        _withdraw(document)
    with right:
        _unplaced(document["document_id"])


def _reports(frame: pl.DataFrame) -> None:
    table = Table([column(_("term.reports")), column(_("filters.years"), end=True), column(_("term.score"), end=True)])
    for row in frame.iter_rows(named=True):
        table.add(
            [
                cell(formats.text(row["name"]), open=row["report_id"], link=True),
                cell(formats.text(row["fiscal_year"])),
                cell(formats.points(row["reported_total_score"])),
            ]
        )
    if table.rows:
        figure_table(table.data(), key="document-reports", on_open=layout.open_report)


def _withdraw(document: dict[str, Any]) -> None:
    with st.popover(_("intake.withdraw"), icon=":material/remove_circle:"):
        st.caption(_("intake.withdraw_help"))
        for_good = st.checkbox(_("intake.for_good"), key="for_good")
        reason = st.text_input(_("term.reason"), key="withdraw_reason")
        if st.button(_("intake.withdraw_now"), type="primary"):
            said = ["--reason", reason] if reason.strip() else []
            background.start(home(), "withdraw", document["document_id"], *said, *(["--for-good"] if for_good else []))
            st.rerun()


def _unplaced(document_id: str) -> None:
    places = queries.unplaced(document_id)
    if places.is_empty():
        st.success(_("intake.all_placed"))
        return
    st.caption(_("intake.unplaced_caption", count=formats.count(places.height)))
    labels = [f"{row['about'] or ''} {row['value_text'] or ''}".strip() for row in places.iter_rows(named=True)]
    index = st.selectbox(
        _("intake.unplaced"), range(places.height), format_func=lambda number: f"{number + 1}. {labels[number]}"
    )
    place = Place.of(places.row(index or 0, named=True))
    cells = sources.cells_around(place.document_id, place.block_no, place.row_no, BLOCKS_AROUND, ROWS_AROUND)
    with st.container(height=360):
        source_view(excerpt(cells, place), key=f"unplaced-{document_id}-{index}")
