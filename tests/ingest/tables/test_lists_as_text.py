"""Lists of projects as text that has lost merged cells, and lists headed in two rows; expectations written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.document import Document
from ingest.extract import extract
from support import texts
from support.told import money, total

TITLE = "2023年度项目支出绩效自评情况汇总表（单位：万元）"


def test_a_unit_merged_over_its_projects_has_left_no_cell() -> None:
    found = extract(
        texts.as_pipes(
            (
                TITLE,
                (
                    "序号|预算单位|项目名称|年初预算数|调整数|调整后预算数|支出数|执行率|自评得分|自评等级|备注",
                    "1|青石县水利局|河道保洁|100|-10|90|81|90%|93|优|",
                    "2|^|水库维修|200|0|200|190|95%|98|优|",
                    "3|青石县林业局|造林|50|20|70|35|50%|82|良|招标晚",
                ),
            )
        )
    )
    assert [report.project_name for report in found.reports] == ["河道保洁", "水库维修", "造林"]
    assert [report.organization_name for report in found.reports] == ["青石县水利局", None, "青石县林业局"]
    assert money(found, 2)["水库维修 *"] == {
        "initial_budget": "200 wan",
        "budget_adjustment": "0 wan",
        "annual_budget": "200 wan",
        "executed": "190 wan",
        "execution_rate": "95 percent",
    }
    assert [total(found, number) for number in (1, 2, 3)] == ["93", "98", "82"]
    assert not found.unplaced


@pytest.mark.parametrize(
    "row",
    [
        "2|水库维修|200|190|98",  # No rate says where its cells belong.
        "2|水库维修|200|190|94%|98",  # The rate is not that of its amounts.
        "2|200|190|95%|98|优",
    ],
)
def test_a_figure_for_a_name_is_told(row: str) -> None:
    rated = row.count("|") > 4
    heading = f"序号|预算单位|项目名称|预算数|执行数|{'执行率|' * rated}自评得分|自评等级"
    first = f"1|青石县水利局|河道保洁|100|90|{'90%|' * rated}93|优"
    found = extract(texts.as_pipes((TITLE, (heading, first, row))))
    assert [report.project_name for report in found.reports] == ["河道保洁"]
    assert {"200", "190", "98"} <= {figure.value_text for figure in found.unplaced}


@pytest.mark.parametrize("shape", [texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_cells])
def test_a_grade_in_the_second_row_of_a_heading(shape: Callable[[texts.Form], Document]) -> None:
    rows = (
        "序号|项目名称|预算执行情况（万元）|<|<|自评情况|<",
        "^|^|预算数|执行数|执行率|得分|等级",
        "1|河道保洁|90|81|90%|93|优",
        "2|水库维修|200|190|95%|88|良",
    )
    found = extract(shape((TITLE, rows)))
    assert [(report.project_name, report.grade) for report in found.reports] == [
        ("河道保洁", "excellent"),
        ("水库维修", "good"),
    ]
    assert list(money(found, 2).values()) == [
        {"annual_budget": "200 wan", "executed": "190 wan", "execution_rate": "95 percent"}
    ]
    assert [total(found, number) for number in (1, 2)] == ["93", "88"]


@pytest.mark.parametrize(
    ("unit", "organizations"),
    [("", ["青石县水利局", "青石县水利局"]), ("青石县林业局|", ["青石县林业局", None])],
)
def test_the_unit_above_a_list_is_that_of_projects_without_a_column_of_units(
    unit: str, organizations: list[str | None]
) -> None:
    column, missing = ("预算单位|", "^|") if unit else ("", "")
    rows = (
        f"序号|{column}项目名称|预算数|执行数|执行率|自评得分|自评等级",
        f"1|{unit}河道保洁|100|90|90%|93|优",
        f"2|{missing}水库维修|200|190|95%|98|优",
    )
    found = extract(texts.as_pipes((TITLE, "填报单位：青石县水利局　　单位：万元", rows)))
    assert [report.organization_name for report in found.reports] == organizations
