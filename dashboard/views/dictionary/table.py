"""One table: what it says, what to mind, where it comes from, its columns and its checks."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard import address, formats, i18n, layout
from dashboard.chart_frame import chart_frame
from dashboard.charts import lineage as charts
from dashboard.components import figure_table, key_figures
from dashboard.i18n import _, term
from dashboard.lineage import lineage
from dashboard.queries import dictionary as queries
from dashboard.tables import Table, cell, column, tile
from dashboard.views.dictionary.contents import open_table
from dashboard.views.sql import editor

DEPTHS = (1, 2)
SQL_PAGE = "views/sql/page.py"


def show_table(tables: pl.DataFrame, table_id: str) -> None:
    """The table from its name to its definition."""
    [row] = tables.filter(pl.col("table_id") == table_id).to_dicts()
    st.button(_("dictionary.all"), icon=":material/arrow_back:", type="tertiary", on_click=_close)
    st.header(row["table_name"], divider="gray")
    st.markdown(formats.plain(i18n.half(row["description"]) or _("dictionary.internal")))
    caveats = queries.caveats(table_id)
    own = caveats.filter(pl.col("column_name").is_null())["description"]
    if not own.is_empty():
        st.warning("\n".join(f"- {formats.plain(i18n.half(caveat))}" for caveat in own))
    checks = queries.checks(table_id)
    _figures(row, checks)
    _lineage(tables, table_id)
    _columns(table_id, caveats, checks)
    _checks(checks)
    _definition(row)


def _figures(row: dict[str, Any], checks: pl.DataFrame) -> None:
    passed = checks.filter(pl.col("result") == "pass").height
    key_figures(
        [
            tile(_("dictionary.layer"), term("layer", row["layer"])),
            tile(_("dictionary.rows"), formats.count(row["row_count"])),
            tile(_("dictionary.columns"), formats.count(row["column_count"])),
            tile(
                _("dictionary.checks_passed"),
                f"{passed} / {checks.height}",
                tone="lost" if passed < checks.height else None,
                note=_("dictionary.unit_tests", count=row["unit_test_count"]) if row["unit_test_count"] else None,
            ),
        ],
        key="dictionary-table-figures",
    )
    if row["layer"] == queries.PUBLIC:
        st.button(_("dictionary.open_sql"), icon=":material/database:", on_click=_first_rows, args=(row["table_name"],))


def _lineage(tables: pl.DataFrame, table_id: str) -> None:
    depth = _depth()
    answer = queries.dependencies(table_id, depth)
    says = {key: i18n.half(said) or "" for key, said in tables.select("table_id", "description").iter_rows()}

    def draw(frame: pl.DataFrame) -> go.Figure:
        edges = frame.select("reads_id", "table_id").iter_rows()
        return charts.lineage(lineage(edges, table_id, depth), says, dark=layout.dark())

    chart_frame(
        _("dictionary.lineage"),
        answer,
        draw,
        key=f"lineage-{table_id.replace('.', '-')}-{depth}",
        caption=_("dictionary.lineage_caption"),
        nothing=_("lineage.alone"),
        on_click=open_table,
    )
    left, right = st.columns(2, gap="large")
    frame = answer.frame
    with left:
        reads = frame.filter(pl.col("table_id") == table_id)["reads_id"]
        _neighbours(_("lineage.reads"), tables, reads, "reads")
    with right:
        readers = frame.filter(pl.col("reads_id") == table_id)["table_id"]
        _neighbours(_("lineage.read_by"), tables, readers, "read-by")


def _depth() -> int:
    """How many steps the lineage is drawn, as the URL says."""
    asked = st.query_params.get("depth")
    chosen = next((depth for depth in DEPTHS if str(depth) == asked), DEPTHS[-1])
    st.session_state["depth"] = chosen
    st.segmented_control(
        _("lineage.depth"),
        DEPTHS,
        format_func=lambda steps: _("lineage.steps", count=steps),
        required=True,
        key="depth",
        label_visibility="collapsed",
        on_change=lambda: address.put("depth", [str(st.session_state["depth"])]),
    )
    return chosen


def _neighbours(heading: str, tables: pl.DataFrame, ids: pl.Series, key: str) -> None:
    """The same as a list, for the keyboard and for readers of the screen."""
    table = Table([column(heading), column(_("dictionary.layer"))], height=220)
    for row in tables.filter(pl.col("table_id").is_in(ids.to_list())).iter_rows(named=True):
        table.add(
            [
                cell(row["table_name"], open=row["table_id"], link=True),
                cell(term("layer", row["layer"]), tone="muted"),
            ]
        )
    if not table.rows:
        table.add([cell(_("lineage.nothing"), tone="muted"), cell("")])
    figure_table(table.data(), key=f"lineage-{key}", on_open=open_table)


def _columns(table_id: str, caveats: pl.DataFrame, checks: pl.DataFrame) -> None:
    columns = queries.columns(table_id)
    st.subheader(_("dictionary.columns_of", count=columns.height))
    table = Table(
        [
            column(_("dictionary.column"), width="14rem"),
            column(_("dictionary.description")),
            column(_("dictionary.type")),
            column(_("dictionary.unit")),
            column(_("dictionary.checked"), width="24%"),
        ]
    )
    for row in columns.iter_rows(named=True):
        name = row["column_name"]
        own = caveats.filter(pl.col("column_name") == name)["description"].to_list()
        kinds = checks.filter(pl.col("column_name") == name).iter_rows(named=True)
        table.add(
            [
                cell(name),
                cell(
                    formats.text(i18n.half(row["description"])),
                    sub=" ".join(i18n.half(caveat) or "" for caveat in own) or None,
                ),
                cell(row["data_type"].lower(), tone="muted"),
                cell(term("column_unit", row["unit"])),
                cell(_("dictionary.and").join(_said(check) for check in kinds), tone="muted"),
            ]
        )
    figure_table(table.data(), key="dictionary-columns", on_open=open_table)


def _said(check: dict[str, str | None]) -> str:
    kind = term("check", check["kind"])
    return f"{kind} {check['argument']}" if check["argument"] else kind


def _checks(checks: pl.DataFrame) -> None:
    st.subheader(_("dictionary.checks_of", count=checks.height))
    st.caption(_("dictionary.checks_caption"))
    if checks.is_empty():
        st.info(_("dictionary.no_checks"))
        return
    table = Table(
        [
            column(_("dictionary.result"), width="6rem"),
            column(_("dictionary.check")),
            column(_("dictionary.column")),
            column(_("dictionary.enforced_by"), width="9rem"),
        ],
        height=420,
    )
    for row in checks.iter_rows(named=True):
        result = row["result"]
        bad = {"chip": "error"} if result in ("fail", "error") else {"chip": "warning"} if result != "pass" else {}
        table.add(
            [
                cell(term("check_result", result or "not_run"), **bad),
                cell(i18n.half(row["description"]) or _said(row), title=row["check_name"]),
                cell(row["column_name"] or ""),
                cell(term("enforced_by", row["enforced_by"]), tone="muted"),
            ]
        )
    figure_table(table.data(), key="dictionary-checks", on_open=open_table)


def _definition(row: dict[str, Any]) -> None:
    if row["definition"]:
        with st.expander(_("dictionary.definition"), icon=":material/code:"):
            st.code(row["definition"], language="sql")


def _close() -> None:
    st.query_params.pop("table", None)


def _first_rows(name: str) -> None:
    statement = f"SELECT *\nFROM {name}\nLIMIT 100"
    editor.put(statement)
    layout.go_to(SQL_PAGE, q=statement)
