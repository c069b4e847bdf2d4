"""Budget and execution that share one cell, under a heading for both or each behind its label."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from support import texts
from support.documents import grid
from support.told import extracted, indicators, money

TITLE = "2023年度项目支出绩效自评表"
NAME = "项目名称|幼林抚育|<|<|<|<|<"
INDICATORS = (
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "产出指标|数量指标|抚育面积|≥3千亩|3千亩|90|88",
)
SHAPES = (texts.on_grid, texts.as_rows, texts.as_padded_rows, texts.as_pipes, texts.as_markdown)
BOTH = {"annual_budget": "100 wan", "executed": "95 wan"}


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("预算数/执行数", "100/95"),
        ("全年预算数（A）/全年执行数（B）", "100 / 95"),
        ("预算数（执行数）", "100（95）"),
        ("年度预算\n／支出数", "100／95"),
    ],
)
def test_a_heading_for_both(heading: str, cell: str) -> None:
    for shape in SHAPES if "\n" not in heading else SHAPES[:1]:
        found = extract(
            shape(
                (
                    TITLE,
                    (
                        NAME,
                        f"资金（万元）|<|{heading}|<|执行率|分值|得分",
                        f"年度资金总额|<|{cell}|<|95%|10|9.5",
                        f"其中：财政拨款|<|{cell}|<|95%||",
                        *INDICATORS,
                    ),
                )
            )
        )
        whole = {**BOTH, "execution_rate": "95 percent"}
        assert money(found) == {"年度资金总额 *": whole, "其中：财政拨款": whole}
        assert indicators(found) == ["-/-/执行率 10→9.5", "产出指标/数量指标/抚育面积 90→88"]
        assert not found.unplaced


@pytest.mark.parametrize("cell", ["100", "100/", "100/95/90", "约100/95"])
def test_a_cell_of_another_shape_is_told(cell: str) -> None:
    found = extracted(
        TITLE,
        grid(
            NAME, "资金（万元）|<|预算数/执行数|<|执行率|分值|得分", f"年度资金总额|<|{cell}|<|95%|10|9.5", *INDICATORS
        ),
    )
    assert [list(line) for line in money(found).values()] in ([], [["execution_rate"]])
    assert cell in [figure.value_text for figure in found.unplaced]


@pytest.mark.parametrize(
    "heading", ["执行数/预算数", "执行率（执行数/预算数）", "年初预算数（调整后）", "预算数（万元）"]
)
def test_headings_that_are_of_one_figure(heading: str) -> None:
    found = extracted(
        TITLE, grid(NAME, f"资金（万元）|<|{heading}|<|执行数|分值|得分", "年度资金总额|<|100|<|95|10|9.5", *INDICATORS)
    )
    assert [line.get("executed", "95 wan") for line in money(found).values()] in ([], ["95 wan"])
    assert "100 wan" not in [line.get("executed") for line in money(found).values()]


@pytest.mark.parametrize(
    "cell",
    [
        "预算数：100 执行数：95",
        "预算数：100；执行数：95。",
        "预算数:100万元，执行数:95万元",
        "预算数：100\n执行数：95",
        "全年预算数：100.00，全年执行数：95.00",
    ],
)
def test_each_behind_its_label(cell: str) -> None:
    found = extracted(TITLE, grid(NAME, f"预算执行情况（万元）|<|{cell}|<|<|执行率|95%", *INDICATORS))
    amounts = {"annual_budget": "100", "executed": "95"}
    if ".00" in cell:
        amounts = {measure: f"{value}.00" for measure, value in amounts.items()}
    printed = {measure: f"{value} wan" for measure, value in amounts.items()}
    assert list(money(found).values()) == [{**printed, "execution_rate": "95 percent"}]
    assert not found.unplaced


def test_all_of_them_in_one_cell() -> None:
    cell = "年初预算数：90；全年预算数：100；全年执行数：95；执行率：95%"
    found = extracted(TITLE, grid(NAME, f"预算执行情况（万元）|{cell}|<|<|<|<|<", *INDICATORS))
    assert list(money(found).values()) == [{"initial_budget": "90 wan", **BOTH, "execution_rate": "95 percent"}]
    assert not found.unplaced


def test_a_label_for_both_beside_its_cell() -> None:
    found = extracted(TITLE, grid(NAME, "预算数/执行数（万元）|<|100/95|<|<|执行率|95%", *INDICATORS))
    assert list(money(found).values()) == [{**BOTH, "execution_rate": "95 percent"}]
    assert not found.unplaced


def test_what_is_no_amount_of_the_project_is_told() -> None:
    for cell in ("预算数：100 其他：95", "预算数：100 支付：9?"):
        found = extracted(TITLE, grid(NAME, f"预算执行情况（万元）|<|{cell}|<|<|备注|无", *INDICATORS))
        assert not found.funding_lines
        assert any("100" in figure.value_text for figure in found.unplaced)


def test_a_list_of_projects() -> None:
    found = extracted(
        "2023年度项目支出绩效自评情况汇总表",
        grid(
            "序号|项目名称|预算数/执行数（万元）|执行率|自评得分",
            "1|幼林抚育|60/30|50%|92",
            "2|苗木培育|20/20|100%|98",
        ),
    )
    assert [report.project_name for report in found.reports] == ["幼林抚育", "苗木培育"]
    assert [list(money(found, number).values()) for number in (1, 2)] == [
        [{"annual_budget": "60 wan", "executed": "30 wan", "execution_rate": "50 percent"}],
        [{"annual_budget": "20 wan", "executed": "20 wan", "execution_rate": "100 percent"}],
    ]


@pytest.mark.parametrize("cell", ["90/100/95", "100/95"])
def test_parted_figures_under_a_heading_of_more_are_told(cell: str) -> None:
    found = extracted(
        TITLE,
        grid(
            NAME,
            "资金（万元）|<|年初预算/全年预算/全年执行|<|执行率|<|<",
            f"年度资金总额|<|{cell}|<|95%|<|<",
            *INDICATORS,
        ),
    )
    assert not found.funding_lines
    assert cell in [figure.value_text for figure in found.unplaced]
