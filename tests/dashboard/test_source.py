"""The excerpt of a document marks the place and nothing else, and leaves every text as it is."""

from __future__ import annotations

import polars as pl

from dashboard.source import Place, excerpt

HOSTILE = "<script>alert(1)</script>"
CELLS = pl.DataFrame(
    [
        (1, None, None, None, None, "全年预算数为 83.67 万元，执行率 0%。全年预算数为 83.67 万元。"),
        (2, 1, 1, 1, 2, HOSTILE),
        (2, 2, 1, 1, 1, "83.67"),
        (2, 2, 2, 1, 1, "0"),
    ],
    schema=["block_no", "row_no", "col_no", "row_span", "col_span", "text"],
    orient="row",
)


def place(block: int, row: int | None, col: int | None, quote: str, value: str | None = None) -> Place:
    return Place("doc", block, row, col, None, quote, value)


def test_cell_and_its_row_are_marked() -> None:
    paragraph, table = excerpt(CELLS, place(2, 2, 2, "0"))["blocks"]
    assert [run["mark"] for run in paragraph["runs"]] == [None]
    assert [[cell["mark"] for cell in row] for row in table["rows"]] == [[None], ["row", "focus"]]
    assert table["rows"][0][0] == {
        "text": HOSTILE,
        "row_span": 1,
        "col_span": 2,
        "mark": None,
        "hint": None,
        "open": None,
    }


def test_a_stored_number_is_told_where_the_text_does_not_show_it() -> None:
    cells = CELLS.with_columns(stored_value=pl.Series([None, None, 83.6745, 0.0]))
    table = excerpt(cells, place(2, 2, 2, "0"))["blocks"][1]
    assert [cell["hint"] for cell in table["rows"][1]] == ["表格中存储的数值：83.6745", None]


def test_a_whole_row() -> None:
    table = excerpt(CELLS, place(2, 2, None, "83.67 0"))["blocks"][1]
    assert [cell["mark"] for cell in table["rows"][1]] == ["row", "row"]


def test_figure_within_its_quote_within_the_paragraph() -> None:
    (paragraph, _table) = excerpt(CELLS, place(1, None, None, "执行率 0%", "0%"))["blocks"]
    assert [(run["text"], run["mark"]) for run in paragraph["runs"]] == [
        ("全年预算数为 83.67 万元，", None),
        ("执行率 ", "row"),
        ("0%", "focus"),
        ("。全年预算数为 83.67 万元。", None),
    ]


def test_quote_that_is_not_found_marks_the_paragraph() -> None:
    (paragraph, _table) = excerpt(CELLS, place(1, None, None, "another text"))["blocks"]
    assert [run["mark"] for run in paragraph["runs"]] == ["focus"]
    assert "".join(run["text"] for run in paragraph["runs"]) == CELLS["text"][0]


def test_every_figure_can_be_opened_from_where_it_is_printed() -> None:
    figures = {
        "line": place(2, 2, 2, "0"),
        "amount": place(2, 2, 2, "0"),
        "whole row": place(2, 2, None, "83.67 0"),
        "first": place(1, None, None, "全年预算数为 83.67 万元", "83.67"),
        "rate": place(1, None, None, "执行率 0%", "0%"),
    }
    paragraph, table = excerpt(CELLS, None, figures)["blocks"]
    assert [(run["text"], run["open"]) for run in paragraph["runs"] if run["mark"]] == [
        ("83.67", "first"),
        ("0%", "rate"),
    ]
    assert [(cell["text"], cell["mark"], cell["open"]) for cell in table["rows"][1]] == [
        ("83.67", None, None),
        ("0", "figure", "line"),
    ]


def test_two_figures_of_one_text_are_two_places() -> None:
    figures = {name: place(1, None, None, CELLS["text"][0], "83.67") for name in ("one", "two")}
    runs = excerpt(CELLS, None, figures)["blocks"][0]["runs"]
    assert [run["open"] for run in runs if run["text"] == "83.67"] == ["one", "two"]


def test_what_is_covered_from_above_the_excerpt_stays_in_its_column() -> None:
    cells = pl.DataFrame(
        [(2, 2, 2, 2, 1, "83.67"), (2, 2, 3, 1, 1, "0"), (2, 3, 3, 1, 1, "9")], schema=CELLS.schema, orient="row"
    )
    [table] = excerpt(cells, None)["blocks"]
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [["", "83.67", "0"], ["", "9"]]
