"""The document as it looked: every cell and phrase that a figure was read from, and every figure's cell."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboard import formats, i18n
from dashboard.components import figure_table, source_view
from dashboard.i18n import _, term
from dashboard.queries import document as queries
from dashboard.source import Place, excerpt
from dashboard.tables import Table, cell, column
from dashboard.views.correcting import show_correction
from dashboard.views.project.described import Figure, described
from dashboard.views.project.places import Places, Report, at_same_place, figures
from dashboard.views.project.sources import open_source, place_of, where

LIST_HEIGHT = 520


def show_document(report: Report, places: Places) -> None:
    """The source on the left, what was read from it on the right."""
    key = st.query_params.get("source")
    place = place_of(report.row, key, places) if key else None
    read = described(report, places)
    left, right = st.columns([3, 2], gap="large")
    with left:
        cells = _show_source(report, place, places)
    with right:
        if key is not None and place is None:
            st.warning(_("source.unknown"))
        if key is not None and place is not None:
            _show_figure(report, read, places | {key: place}, key, cells)
        else:
            st.info(_("document.hint"), icon=":material/ads_click:")
        _show_list(read, places)


def _show_source(report: Report, place: Place | None, places: Places) -> pl.DataFrame:
    """The part of the document in which the place stands, or where the report begins; its cells."""
    document_id = report.row["document_id"]
    count = queries.part_count(document_id)
    begins = place or min(places.values(), key=lambda other: (other.block_no, other.row_no or 0), default=None)
    part_no = 1 if begins is None else queries.part_of(document_id, begins.block_no, begins.row_no)
    st.caption(f"{formats.plain(report.row['source_name'])} · {_('document.legend')}")
    if count > 1:
        part_no = st.number_input(
            _("document.part", count=formats.count(count)),
            min_value=1,
            max_value=count,
            value=part_no,
            key=f"part-{document_id}-{part_no}",
        )
    cells = queries.part(document_id, part_no)
    if cells.is_empty():
        st.info(_("document.nothing"))
    else:
        source_view(excerpt(cells, place, figures(places)), key=f"document-{part_no}", on_open=open_source)
    return cells


def _show_figure(report: Report, read: list[Figure], places: Places, key: str, cells: pl.DataFrame) -> None:
    """The figure that is open: its name, how it is printed and kept, what was found there, and a correction of it."""
    keys = at_same_place(key, places)
    place = places[key]
    figure = next((figure for figure in read if figure.key in keys), None)
    with st.container(border=True):
        st.markdown(f"**{formats.plain(figure.name if figure else where(place))}**")
        table = Table([column(_("document.what"), width="30%"), column(_("term.value"))])
        table.add([cell(_("document.place")), cell(where(place))])
        printed = figure and (figure.printed or _text_at(cells, place))
        for name, value in (
            (_("term.printed"), printed or place.quote),
            (_("document.read_as"), figure and figure.value),
            (_("document.kept_in"), figure and figure.column),
            (_("document.corrected"), figure and figure.correction_id),
        ):
            if value:
                table.add([cell(name), cell(value)])
        figure_table(table.data(), key="figure-card", on_open=open_source)
        _show_findings(report.findings, place)
        if figure is not None:
            show_correction(report.row, figure.name, figure.target, printed or "")
        st.button(_("document.close"), on_click=_close, icon=":material/close:")


def _show_findings(findings: pl.DataFrame, place: Place) -> None:
    here = findings.filter(
        (pl.col("block_no") == place.block_no)
        & pl.col("row_no").eq_missing(pl.lit(place.row_no))
        & (pl.col("col_no").is_null() | pl.col("col_no").eq_missing(pl.lit(place.col_no)))
    )
    if here.is_empty():
        return
    table = Table([column(_("term.severity"), width="5.5rem"), column(_("term.finding"))])
    for row in here.iter_rows(named=True):
        table.add(
            [cell(term("severity", row["severity"]), chip=row["severity"]), cell(row[f"message_{i18n.language()}"])]
        )
    figure_table(table.data(), key="findings-here", on_open=open_source)


def _text_at(cells: pl.DataFrame, place: Place) -> str | None:
    found = cells.filter(
        (pl.col("block_no") == place.block_no) & (pl.col("row_no") == place.row_no) & (pl.col("col_no") == place.col_no)
    )
    return None if found.is_empty() else found["text"][0]


def _show_list(read: list[Figure], places: Places) -> None:
    st.subheader(_("document.figures", count=formats.count(len(read))))
    table = Table([column(_("document.figure")), column(_("document.read_as"), end=True)], height=LIST_HEIGHT)
    for figure in read:
        table.add([cell(figure.name, open=figure.key, sub=where(places[figure.key])), cell(figure.value)])
    figure_table(table.data(), key="document-figures", on_open=open_source)


def _close() -> None:
    st.query_params.pop("source", None)
