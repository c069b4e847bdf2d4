"""Two figures with a space between them in one cell or line, which are not one."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from support import texts
from support.documents import table
from support.told import extracted, money, targets, total

TITLE = "2023年度项目支出绩效自评表"


def test_amounts_of_several_projects_in_one_line() -> None:
    rows = (
        "项目名称|河道保洁|水库维修",
        "预算数（万元）|100|200",
        "支出数（万元）|90|195",
        "执行率|90%|97.5%",
        "自评得分|93|98",
    )
    found = extract(texts.as_spaced_rows((TITLE, rows)))
    assert not found.funding_lines
    assert total(found) is None
    assert [figure.value_text.split() for figure in found.unplaced][:2] == [
        ["预算数（万元）", "100", "200"],
        ["支出数（万元）", "90", "195"],
    ]


@pytest.mark.parametrize("cell", ["自评得分：9 6", "总分 9 6", "总分：10 8"])
def test_points_in_one_cell(cell: str) -> None:
    head = "一级指标|二级指标|三级指标|指标值|完成值|得分"
    rows = table(head, "产出指标|数量指标|保洁河段|30公里|30公里|60", cell)
    assert total(extracted(TITLE, rows)) is None


def test_targets_in_one_cell() -> None:
    head = "一级指标|二级指标|三级指标|指标值|完成值|得分"
    found = extracted(TITLE, table(head, "产出指标|数量指标|保洁河段|30 12|30 12|60"))
    assert targets(found) == ["- 30 12 - 30 12"]
    assert [(row.target_number, row.actual_number) for row in found.indicators] == [(None, None)]


def test_parts_of_an_amount_in_one_cell() -> None:
    found = extracted(
        TITLE,
        table(
            "资金（万元）|全年预算数|全年执行数|执行率",
            "年度资金总额|300|270|90%",
            "其中：财政拨款：200 70",
            "一级指标|二级指标|三级指标|指标值|完成值|得分",
            "产出指标|数量指标|保洁河段|30公里|30公里|60",
        ),
    )
    assert list(money(found)) == ["年度资金总额 *"]
