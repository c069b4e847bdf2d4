"""Search: where the words of the URL stand, each place one click away."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, formats, layout
from dashboard.access import QueryStopped
from dashboard.components import figure_table
from dashboard.i18n import _
from dashboard.queries import search as queries
from dashboard.searching import MOST_WORDS, Words, excerpt, marked
from dashboard.tables import Table, cell, column

NAMES, TEXTS = 50, 200
TABLE_HEIGHT, TEXTS_HEIGHT = 330, 640


def main() -> None:
    """The page from top to bottom."""
    st.title(_("search.title"))
    st.session_state["q"] = st.query_params.get("q", "")
    st.text_input(
        _("search.words"), key="q", placeholder=_("search.placeholder"), on_change=_typed, icon=":material/search:"
    )
    typed = st.session_state["q"]
    words = Words.of(typed)
    if not words:
        st.info(_("search.nothing_typed"))
        return
    st.caption(_("search.caption"))
    if st.session_state["filters"]:
        st.caption(_("search.everything"))
    if len(typed.split()) > MOST_WORDS:
        st.warning(_("search.too_many", count=MOST_WORDS))
    _names(words)
    _texts(words)


def _typed() -> None:
    typed = st.session_state["q"].strip()
    address.put("q", [typed] if typed else [])


def _names(words: Words) -> None:
    """What bears such a name: reports, and beside them units and indicators."""
    reports = queries.reports(words, NAMES)
    units = queries.units(words, NAMES)
    indicators = queries.indicators(words, NAMES)
    if reports.is_empty() and units.is_empty() and indicators.is_empty():
        st.caption(_("search.no_name"))
        return
    if units.is_empty() and indicators.is_empty():
        _reports(reports, words)
        return
    left, right = (st.container(), st.container()) if reports.is_empty() else st.columns([3, 2], gap="large")
    with left:
        _reports(reports, words)
    with right:
        _units(units, words)
        _indicators(indicators, words)


def _heading(name: str, found: pl.DataFrame) -> None:
    count = found["found_count"][0]
    st.subheader(f"{name} {formats.count(count)}")
    if count > found.height:
        st.caption(_("search.first", shown=formats.count(found.height)))


def _reports(found: pl.DataFrame, words: Words) -> None:
    if found.is_empty():
        return
    _heading(_("search.reports"), found)
    table = Table(
        [
            column(_("term.project")),
            column(_("term.execution_rate"), end=True),
            column(_("term.score"), end=True),
        ],
        height=TABLE_HEIGHT * 2,
    )
    for row in found.iter_rows(named=True):
        table.add(
            [
                cell(
                    row["name"],
                    runs=marked(formats.text(row["name"]), words),
                    open=row["report_id"],
                    link=True,
                    sub=_place(row),
                    title=row["title"],
                ),
                cell(formats.percent(row["execution_rate"])),
                cell(formats.points(row["reported_total_score"])),
            ]
        )
    figure_table(table.data(), key="search-reports", on_open=layout.open_report)


def _units(found: pl.DataFrame, words: Words) -> None:
    if found.is_empty():
        return
    _heading(_("search.units"), found)
    table = Table(
        [column(_("review.unit")), column(_("term.reports"), end=True), column(_("search.newest"), end=True)],
        height=TABLE_HEIGHT,
    )
    for row in found.iter_rows(named=True):
        table.add(
            [
                cell(
                    row["unit"],
                    runs=marked(row["unit"], words),
                    open=row["report_id"],
                    link=row["report_id"] is not None,
                    sub=row["district"],
                ),
                cell(formats.count(row["report_count"])),
                cell(formats.text(row["last_year"])),
            ]
        )
    figure_table(table.data(), key="search-units", on_open=layout.open_report)


def _indicators(found: pl.DataFrame, words: Words) -> None:
    if found.is_empty():
        return
    _heading(_("search.indicators"), found)
    table = Table(
        [
            column(_("scores.indicator")),
            column(_("term.reports"), end=True),
            column(_("term.score_rate"), end=True),
        ],
        height=TABLE_HEIGHT,
    )
    for row in found.iter_rows(named=True):
        table.add(
            [
                cell(
                    row["indicator"],
                    runs=marked(row["indicator"], words),
                    open=f"{row['report_id']} indicator:{row['indicator_no']}:score",
                    link=True,
                ),
                cell(formats.count(row["report_count"])),
                cell(formats.percent(row["mean_score_rate"])),
            ]
        )
    figure_table(table.data(), key="search-indicators", on_open=layout.open_place)


def _texts(words: Words) -> None:
    try:
        found = queries.texts(words, TEXTS + 1)
    except QueryStopped:
        st.subheader(_("search.texts"))
        st.warning(_("search.stopped"))
        return
    shown = found.head(TEXTS)
    more = "+" if found.height > TEXTS else ""
    st.subheader(f"{_('search.texts')} {formats.count(shown.height)}{more}")
    if found.is_empty():
        st.caption(_("search.none"))
        return
    if more:
        st.caption(_("search.first_texts", shown=formats.count(TEXTS)))
    table = Table(
        [column(_("term.project"), width="30%"), column(_("search.text")), column(_("search.place"), width="9rem")],
        height=TEXTS_HEIGHT,
    )
    for row in shown.iter_rows(named=True):
        runs = excerpt(row["text"], words)
        marks = " ".join(dict.fromkeys(piece for piece, is_marked in runs if is_marked))
        table.add(
            [
                cell(formats.text(row["name"]), sub=_place(row)),
                cell(row["text"], runs=runs, open=f"{row['report_id']} {_source(row)} {marks}"),
                cell(_where(row), tone="muted"),
            ]
        )
    figure_table(table.data(), key="search-texts", on_open=_open_text)


def _source(row: dict[str, Any]) -> str:
    """The place as the project page's URL names it."""
    return ":".join(
        ["cell", *("" if row[part] is None else str(row[part]) for part in ("block_no", "row_no", "col_no"))]
    )


def _open_text(key: str) -> None:
    report_id, source, *marks = key.split(" ")
    layout.go_to(layout.PROJECT_PAGE, report=report_id, source=source, mark=marks)


def _place(row: dict[str, Any]) -> str:
    return " · ".join(str(row[part]) for part in ("unit", "fiscal_year") if row[part] is not None)


def _where(row: dict[str, Any]) -> str:
    if row["row_no"] is None:
        return _("source.block", number=row["block_no"])
    return f"{_('source.block', number=row['block_no'])} {_('source.row', number=row['row_no'])}"


main()
