"""Project: one report in full, every figure with the way to the place it is printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl
import streamlit as st

from dashboard import formats, i18n, layout, queries
from dashboard.charts import project as charts
from dashboard.components import figure_table, key_figures, source_view
from dashboard.i18n import _, term
from dashboard.source import BLOCKS_AROUND, ROWS_AROUND, Place, excerpt
from dashboard.tables import Table, cell, column, merged, tile

LINE_MEASURES = {
    "initial_budget_wan": "initial_budget",
    "budget_adjustment_wan": "budget_adjustment",
    "annual_budget_wan": "annual_budget",
    "funds_received_wan": "funds_received",
    "executed_wan": "executed",
    "reported_execution_rate": "execution_rate",
}
"""The columns of a funding line that are printed figures, and the measure each is in `fct_reported_amounts`."""

BUDGET_COLUMNS = {"annual": "annual_budget_wan", "initial": "initial_budget_wan"}
"""Where the budget is a printed figure, its column by `budget_basis`."""

Places = dict[str, Place]
"""Where each figure on the page is printed, by the key that stands in the URL when its source is open."""


def main() -> None:
    """The page from top to bottom."""
    report_id = chosen_report()
    if report_id is None:
        return
    found = queries.report(report_id)
    if found.is_empty():
        st.error(_("project.unknown", report=formats.plain(report_id)))
        return
    report = found.row(0, named=True)
    amounts = queries.amounts(report_id)
    lines = queries.funding_lines(report_id)
    places: Places = {}
    show_head(report, amounts, lines, places)
    show_texts(report)
    show_funding(lines, amounts, places)
    show_indicators(report_id, places)
    show_findings(report_id, places)
    show_issues(report_id, places)
    show_amounts(amounts, places)
    show_source(report, places)


def chosen_report() -> str | None:
    """The report named in the URL, else the one picked from the list, which opens with the first."""
    choices = queries.report_choices(st.session_state["filters"])
    names = {
        row["report_id"]: " · ".join(str(row[part]) for part in ("name", "unit", "fiscal_year") if row[part])
        for row in choices.iter_rows(named=True)
    }
    asked = st.query_params.get("report")
    if not names and asked is None:
        st.info(_("overview.nothing_chosen"))
        return None
    ids = list(names)
    st.session_state["picked"] = asked if asked in names else None if asked else ids[0]
    st.selectbox(
        _("project.pick"),
        ids,
        format_func=lambda report_id: names.get(report_id, report_id),
        index=None,
        key="picked",
        placeholder=_("project.pick_placeholder"),
        on_change=_picked,
    )
    return asked or ids[0]


def _picked() -> None:
    st.query_params.pop("source", None)
    if st.session_state["picked"]:
        st.query_params["report"] = st.session_state["picked"]


def show_head(report: dict[str, Any], amounts: pl.DataFrame, lines: pl.DataFrame, places: Places) -> None:
    """What the report is about, and its main figures."""
    st.title(formats.plain(report["name"]))
    facts = [
        report["unit"] or report["organization_name"],
        report["district"],
        report["fiscal_year"] and _("project.year", year=report["fiscal_year"]),
        term("form", report["form"]),
        term("evaluation_kind", report["evaluation_kind"]),
    ]
    st.caption(" · ".join(formats.plain(fact) for fact in facts if fact))
    totals = amounts.filter(pl.col("measure") == "total_score")
    if not totals.is_empty():
        places["score"] = Place.of(totals.row(0, named=True))
    headline = lines.filter("is_headline")
    ticked, due = report["reported_grade"], report["computed_grade"]
    key_figures(
        [
            tile(
                _("term.score"),
                formats.points(report["reported_total_score"]),
                note=_("project.score_note", computed=formats.points(report["computed_total_score"])),
                open=None if totals.is_empty() else "score",
            ),
            tile(
                _("term.reported_grade"),
                term("grade", ticked),
                note=_("project.grade_note", printed=formats.text(report["reported_grade_text"])),
                tone="lost" if ticked != due else None,
            ),
            tile(_("term.computed_grade"), term("grade", due), note=_("project.computed_grade_note")),
            tile(
                _("term.budget"),
                formats.money(report["budget_wan"]),
                note=_("term.wan"),
                title=_("project.budget_help"),
                open=_headline_key(headline, BUDGET_COLUMNS.get(str(headline["budget_basis"].first()))),
            ),
            tile(
                _("term.executed"),
                formats.money(report["executed_wan"]),
                note=_("term.wan"),
                open=_headline_key(headline, "executed_wan"),
            ),
            tile(
                _("term.execution_rate"),
                formats.percent(report["execution_rate"]),
                note=term("basis", report["execution_rate_basis"]),
                open=_headline_key(headline, None),
            ),
        ],
        key="key-figures",
        on_open=_open,
    )


def _headline_key(headline: pl.DataFrame, name: str | None) -> str | None:
    """The key of a headline figure's source, as `show_funding` gives it; the row where it is no printed cell."""
    for line in headline.iter_rows(named=True):
        printed = name is not None and line[name] is not None
        return f"line:{line['line_no']}:{LINE_MEASURES[name]}" if name and printed else f"line:{line['line_no']}"
    return None


def show_texts(report: dict[str, Any]) -> None:
    """Goals and what became of them, as the report puts it."""
    if not (report["goal_text"] or report["completion_text"]):
        return
    with st.expander(_("project.goals")):
        left, right = st.columns(2, gap="large")
        for place, label, words in (
            (left, _("term.goal"), report["goal_text"]),
            (right, _("term.completion"), report["completion_text"]),
        ):
            place.markdown(f"**{label}**")
            place.text(formats.text(words))


def show_funding(lines: pl.DataFrame, amounts: pl.DataFrame, places: Places) -> None:
    """The funding lines as a tree; each printed figure opens its cell, each computed rate its row."""
    st.header(_("project.funding"))
    if lines.is_empty():
        st.caption(_("project.no_funding"))
        return
    st.caption(_("project.click_hint"))
    printed = [name for name in LINE_MEASURES if name.endswith("_wan") and lines[name].is_not_null().any()]
    table = Table(
        [
            column(_("term.line")),
            *(column(term("measure", LINE_MEASURES[name]), end=True) for name in printed),
            column(_("term.execution_rate"), end=True),
            column(_("term.reported_execution_rate"), end=True),
            column(_("term.execution_rate_of_received"), end=True),
        ]
    )
    cells = _cells_of_lines(amounts)
    depths = _depths(lines)
    for line in lines.iter_rows(named=True):
        number = line["line_no"]
        row_key = f"line:{number}"
        places[row_key] = Place.of(line)
        keys = {}
        for name, measure in LINE_MEASURES.items():
            if line[name] is not None:
                keys[name] = f"{row_key}:{measure}"
                places[keys[name]] = cells.get((number, measure), places[row_key])
        table.add(
            [
                cell(line["line_label"], depth=depths[number], open=row_key, sub=_line_note(line)),
                *(cell(formats.money(line[name]), open=keys.get(name)) for name in printed),
                cell(
                    formats.percent(line["execution_rate"]),
                    open=row_key if line["execution_rate"] is not None else None,
                ),
                cell(formats.percent(line["reported_execution_rate"]), open=keys.get("reported_execution_rate")),
                cell(formats.percent(line["execution_rate_of_received"])),
            ],
            strong=bool(line["is_headline"]),
        )
    figure_table(table.data(), key="funding-table", on_open=_open)


def _cells_of_lines(amounts: pl.DataFrame) -> dict[tuple[int, str], Place]:
    """The place of each line's figure: its own cell before a sentence that repeats it."""
    placed = amounts.filter(pl.col("line_no").is_not_null()).sort(pl.col("origin") != "table", maintain_order=True)
    cells: dict[tuple[int, str], Place] = {}
    for row in placed.iter_rows(named=True):
        cells.setdefault((row["line_no"], row["measure"]), Place.of(row))
    return cells


def _depths(lines: pl.DataFrame) -> dict[int, int]:
    parents = dict(lines.select("line_no", "parent_line_no").iter_rows())

    def depth(line: int, seen: tuple[int, ...] = ()) -> int:
        parent = parents.get(line)
        return 0 if parent is None or parent in seen else 1 + depth(parent, (*seen, line))

    return {line: depth(line) for line in parents}


def _line_note(line: dict[str, Any]) -> str | None:
    notes = [
        _("project.headline") if line["is_headline"] else None,
        _("project.from_prose") if line["origin"] == "narrative" else None,
        _("project.appropriated", amount=formats.money(line["budget_wan"]))
        if line["budget_basis"] == "appropriated"
        else None,
    ]
    return " · ".join(note for note in notes if note) or None


def show_indicators(report_id: str, places: Places) -> None:
    """The indicator tree: as a picture, and as the table of the form with what was lost."""
    rows = queries.indicators(report_id)
    st.header(_("project.indicators", count=rows.height))
    if rows.is_empty():
        st.caption(_("project.no_indicators"))
        return
    figure = charts.indicator_tree(rows, dark=layout.dark())
    if figure is None:
        st.caption(_("project.no_points"))
    else:
        layout.chart(figure, key="indicator-tree", alt=_("project.indicators_alt"))
    figure_table(_indicator_table(rows, places).data(), key="indicator-table", on_open=_open)


def _indicator_table(rows: pl.DataFrame, places: Places) -> Table:
    scored = rows["weight"].is_not_null().any()
    targets = rows.select(pl.col("target_value_text", "actual_value_text").is_not_null().any()).row(0)
    reasons = rows["deduction_reason"].is_not_null().any()
    table = Table(
        [
            column(_("term.level1")),
            column(_("term.level2")),
            column(_("term.level3")),
            *([column(_("term.target"))] if targets[0] else []),
            *([column(_("term.actual"))] if targets[1] else []),
            *(
                [
                    column(_("term.weight"), end=True),
                    column(_("term.score"), end=True),
                    column(_("term.score_rate")),
                    column(_("term.lost"), end=True),
                ]
                if scored
                else []
            ),
            *([column(_("term.deduction_reason"))] if reasons else []),
        ]
    )
    spans = _level_spans(rows)
    for row, (span1, span2) in zip(rows.iter_rows(named=True), spans, strict=True):
        key = f"indicator:{row['indicator_no']}"
        place = Place.of(row)
        places[key] = place
        cells: list[dict[str, Any] | None] = [
            cell(formats.text(row["level1"]), rows=span1) if span1 else None,
            cell(formats.text(row["level2"]), rows=span2) if span2 else None,
            cell(formats.text(row["level3"]), open=key, title=row["explanation"]),
        ]
        if targets[0]:
            parts = (row["target_operator"], row["target_value_text"], row["target_unit"])
            cells.append(cell(formats.text("".join(part for part in parts if part))))
        if targets[1]:
            cells.append(cell(formats.text(row["actual_value_text"])))
        if scored:
            cells += _score_cells(row, key, place, places)
        if reasons:
            cells.append(cell(formats.text(row["deduction_reason"])))
        table.add(cells)
    return table


def _score_cells(row: dict[str, Any], key: str, place: Place, places: Places) -> Iterable[dict[str, Any]]:
    """Weight and score with the cells they stand in, the share as a bar, and the points that were lost."""
    opens = {}
    for name in ("weight", "score"):
        col_no = row[f"{name}_col_no"]
        if row[name] is not None and col_no is not None:
            opens[name] = f"{key}:{name}"
            places[opens[name]] = Place(
                place.document_id, place.block_no, place.row_no, col_no, place.page_no, place.quote
            )
    lost = None if row["weight"] is None or row["score"] is None else row["weight"] - row["score"]
    rate = row["score_rate"]
    yield cell(formats.points(row["weight"]), open=opens.get("weight"))
    yield cell(formats.points(row["score"]), open=opens.get("score"))
    yield cell(formats.percent(rate), bar=None if rate is None else min(max(rate, 0), 1))
    yield cell(formats.points(lost) if lost else "", tone="lost")


def _level_spans(rows: pl.DataFrame) -> list[tuple[int | None, int | None]]:
    """How many rows the first two levels' cells cover, the second never across two of the first."""
    first = rows["level1"].to_list()
    second = list(zip(first, rows["level2"].to_list(), strict=True))
    return list(zip(merged(first), merged(second), strict=True))


def show_findings(report_id: str, places: Places) -> None:
    """What the review found, each with its place."""
    findings = queries.report_findings(report_id)
    st.header(_("project.findings", count=findings.height))
    if findings.is_empty():
        st.success(_("project.no_findings"))
        return
    table = Table(
        [
            column(_("term.severity"), width="5.5rem"),
            column(_("term.finding")),
            column(_("term.printed"), width="20%"),
            column(_("term.expected"), width="16%"),
        ]
    )
    for row in findings.iter_rows(named=True):
        key = None
        if row["block_no"] is not None:
            key = f"finding:{row['finding_id']}"
            places[key] = Place.of(row | {"value_text": row["actual"]})
        table.add(
            [
                cell(term("severity", row["severity"]), chip=row["severity"]),
                cell(row[f"message_{i18n.language()}"], open=key),
                cell(formats.text(row["actual"]), open=key),
                cell(formats.text(row["expected"])),
            ]
        )
    figure_table(table.data(), key="findings-table", on_open=_open)


def show_issues(report_id: str, places: Places) -> None:
    """Problems and suggestions in the report's own words."""
    issues = queries.report_issues(report_id)
    if issues.is_empty():
        return
    st.header(_("project.issues", count=issues.height))
    table = Table([column(_("term.kind"), width="5.5rem"), column(_("term.text"))])
    for number, row in enumerate(issues.iter_rows(named=True), start=1):
        key = f"issue:{number}"
        places[key] = Place.of(row)
        table.add([cell(term("issue", row["kind"]), chip="info"), cell(row["text"], open=key)])
    figure_table(table.data(), key="issues-table", on_open=_open)


def show_amounts(amounts: pl.DataFrame, places: Places) -> None:
    """Every figure that was read, in the order of the document."""
    with st.expander(_("project.amounts", count=amounts.height)):
        table = Table(
            [
                column(_("term.about")),
                column(_("term.measure")),
                column(_("term.printed"), end=True),
                column(_("term.value"), end=True),
                column(_("term.origin")),
            ],
            height=480,
        )
        for number, row in enumerate(amounts.iter_rows(named=True), start=1):
            key = f"amount:{number}"
            places[key] = Place.of(row)
            table.add(
                [
                    cell(formats.text(row["about"])),
                    cell(term("measure", row["measure"])),
                    cell(f"{row['value_text']}{row['unit_text'] or ''}", open=key),
                    cell(_in_contract_unit(row)),
                    cell(term("origin", row["origin"])),
                ]
            )
        figure_table(table.data(), key="amounts-table", on_open=_open)


def _in_contract_unit(row: dict[str, Any]) -> str:
    if row["measure"].endswith("_rate"):
        return formats.percent(None if row["value"] is None else float(row["value"]))
    if row["measure"] in ("total_score", "section_weight", "section_score"):
        return formats.points(row["value"])
    return formats.money(row["value"])


def _open(key: str) -> None:
    st.query_params["source"] = key


def _close() -> None:
    st.query_params.pop("source", None)


def show_source(report: dict[str, Any], places: Places) -> None:
    """The document around the figure that was asked for, over the page."""
    key = st.query_params.get("source")
    if key is None:
        return
    place = places.get(key)
    if place is None:
        st.warning(_("source.unknown"))
        return

    @st.dialog(_("source.title"), width="large", on_dismiss=_close)
    def dialog() -> None:
        where = [
            _("source.block", number=place.block_no),
            place.row_no and _("source.row", number=place.row_no),
            place.col_no and _("source.col", number=place.col_no),
            place.page_no and _("source.page", number=place.page_no),
        ]
        st.caption(f"{formats.plain(report['source_name'])} · " + " ".join(part for part in where if part))
        cells = queries.cells_around(place.document_id, place.block_no, place.row_no, BLOCKS_AROUND, ROWS_AROUND)
        source_view(excerpt(cells, place), key="source-view")

    dialog()


main()
