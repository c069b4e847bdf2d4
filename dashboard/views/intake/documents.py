"""The documents with their outcomes, and what was not understood of one beside its source."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, formats, i18n, layout
from dashboard.components import figure_table, source_view
from dashboard.i18n import _, term
from dashboard.queries import document as sources
from dashboard.queries import intake as queries
from dashboard.source import Place, excerpt
from dashboard.tables import Table, cell, column
from dashboard.views.correcting import show_figure_choice
from dashboard.views.intake.withdrawal import show_withdrawal

STATUSES = ("rejected", "partial", "loaded")
LIST_HEIGHT = 380
SOURCE_HEIGHT = 560
PLACE = "place"


def show_documents() -> None:
    """The list; the document that is picked in it below."""
    left, right = st.columns([3, 2])
    st.session_state["intake_name"] = st.query_params.get("name", "")
    typed = right.text_input(_("intake.find"), key="intake_name", on_change=_find)
    name = typed.strip()
    counts = queries.document_counts(name)
    if not counts:
        st.info(_("intake.none_named") if name else _("intake.none"))
        return
    with left:
        chosen = layout.choose_many(
            _("term.status"),
            "status",
            [status for status in STATUSES if status in counts],
            lambda status: f"{term('status', status)} {counts[status]}",
        )
    statuses = chosen or list(counts)
    shown = queries.documents(name, statuses)
    count = sum(counts.get(status, 0) for status in statuses)
    if shown.height < count:
        st.caption(_("intake.first", shown=formats.count(shown.height), count=formats.count(count)))
    event = st.dataframe(
        pl.DataFrame(
            {
                _("term.status"): [term("status", status) for status in shown["status"]],
                _("term.document"): shown["source_name"],
                _("term.reports"): shown["report_count"],
                _("intake.placed"): shown["figure_count"],
                _("intake.unplaced"): shown["unplaced_count"],
                _("intake.coverage"): shown["placed_share"],
                _("intake.received"): [formats.day(moment) for moment in shown["received_at"]],
                _("term.reason"): [i18n.half(reason) or "" for reason in shown["reason"]],
            }
        ),
        hide_index=True,
        height=min(LIST_HEIGHT, 40 + 35 * shown.height),
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [0]}},
        column_config={
            _("term.document"): st.column_config.TextColumn(width=260),
            _("intake.coverage"): st.column_config.ProgressColumn(
                format="percent", min_value=0, max_value=1, width=110
            ),
        },
        key=f"documents-{shown.height}",
        alt=_("term.document"),
    )
    picked = event["selection"]["rows"]
    if picked:
        _show_document(shown.row(picked[0], named=True))


def _find() -> None:
    typed = st.session_state["intake_name"].strip()
    address.put("name", [typed] if typed else [])


def _show_document(document: dict[str, Any]) -> None:
    unplaced = queries.unplaced(document["document_id"])
    places = {f"unplaced:{row['unplaced_no']}": Place.of(row) for row in unplaced.iter_rows(named=True)}
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(f"**{formats.plain(document['source_name'])}**")
        st.caption(
            f"{document['document_id'][:12]} · {document['media_type']} · {formats.count(document['byte_size'])} B"
        )
        if document["reason"]:
            st.warning(formats.plain(i18n.half(document["reason"])))
        reports = queries.reports_of(document["document_id"])
        _show_reports(reports)
        _show_unplaced(document, unplaced)
        with st.container(horizontal=True):
            if not reports.is_empty():
                show_figure_choice(reports)
            show_withdrawal(document["document_id"])
    with right:
        _show_source(document["document_id"], places)


def _show_reports(reports: pl.DataFrame) -> None:
    table = Table([column(_("term.reports")), column(_("filters.years"), end=True), column(_("term.score"), end=True)])
    for row in reports.iter_rows(named=True):
        table.add(
            [
                cell(formats.text(row["name"]), open=row["report_id"], link=True),
                cell(formats.text(row["fiscal_year"])),
                cell(formats.points(row["reported_total_score"])),
            ]
        )
    if table.rows:
        figure_table(table.data(), key="document-reports", on_open=layout.open_report)


def _show_unplaced(document: dict[str, Any], unplaced: pl.DataFrame) -> None:
    """What was not understood; a click shows it in the source."""
    if document["status"] == "rejected":
        return
    if unplaced.is_empty():
        st.success(_("intake.all_placed"))
        return
    st.caption(_("intake.unplaced_caption", count=formats.count(unplaced.height)))
    table = Table([column(_("intake.unplaced")), column(_("term.printed"), end=True)], height=260)
    for row in unplaced.iter_rows(named=True):
        table.add(
            [
                cell(formats.text(_about(row)), open=f"unplaced:{row['unplaced_no']}"),
                cell(row["value_text"] or ""),
            ]
        )
    figure_table(table.data(), key="unplaced-table", on_open=_open)


def _about(row: dict[str, Any]) -> str:
    """What was not placed, or in the language of the page why nothing was understood there."""
    about: str = row["about"] or row["quote"]
    return i18n.of_notice(about) if row["context"] == "not_understood" else about


def _show_source(document_id: str, places: dict[str, Place]) -> None:
    """The document with all that was not understood marked, opened where the URL says, else at the first place."""
    count = sources.part_count(document_id)
    if count == 0:
        st.info(_("document.nothing"))
        return
    place = places.get(st.query_params.get(PLACE, "")) or next(iter(places.values()), None)
    part_no = 1 if place is None else sources.part_of(document_id, place.block_no, place.row_no)
    cells = sources.part(document_id, part_no)
    source_view(
        excerpt(cells, place, places),
        key=f"intake-source-{document_id}-{part_no}",
        height=SOURCE_HEIGHT,
        on_open=_open,
    )


def _open(key: str) -> None:
    st.query_params[PLACE] = key
