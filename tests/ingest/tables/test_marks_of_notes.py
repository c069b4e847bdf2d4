"""Forms whose headings, labels and figures carry the marks of notes."""

import pytest

from ingest.extract import extract
from support.documents import document, grid


@pytest.mark.parametrize("mark", ["①", "¹", "[1]", "*", "（注1）"])
def test_marks_change_neither_headings_nor_figures(mark: str) -> None:
    extraction = extract(
        document(
            f"2023年村级道路养护项目支出绩效自评表{mark}",
            grid(
                "项目名称|村级道路养护|主管部门|交通运输局",
                f"项目资金（万元）|全年预算数{mark}|全年执行数{mark}|执行率{mark}",
                f"年度资金总额{mark}|120|96{mark}|80%{mark}",
                f"一级指标|三级指标|分值{mark}|得分{mark}",
                f"产出指标{mark}|养护里程|90|85.5{mark}",
            ),
            "注：含上年结转。",
        )
    )
    assert [(amount.measure, str(amount.number)) for amount in extraction.amounts if amount.unit != "points"] == [
        ("annual_budget", "120"),
        ("executed", "96"),
        ("execution_rate", "80"),
    ]
    assert [(str(row.weight), str(row.score)) for row in extraction.indicators] == [("90", "85.5")]
    assert [report.project_name for report in extraction.reports] == ["村级道路养护"]
    assert extraction.unplaced == []


@pytest.mark.parametrize(
    ("budget", "spent", "rate"),
    [
        ("全年预算数①", "全年执行数②", "执行率③=②/①×100%"),
        ("全年预算数①", "全年执行数②", "执行率②/①"),
        ("全年预算数A", "全年执行数B", "执行率B/A"),
        ("全年预算数 A", "全年执行数 B", "执行率C=B/A×100%"),
    ],
)
def test_columns_that_are_numbered_are_read_by_their_names(budget: str, spent: str, rate: str) -> None:
    extraction = extract(
        document(
            "2023年村级道路养护项目支出绩效自评表",
            grid(
                "项目名称|村级道路养护|主管部门|交通运输局",
                f"项目资金（万元）|{budget}|{spent}|{rate}",
                "年度资金总额|120|96|80%",
            ),
        )
    )
    assert [(amount.measure, str(amount.number)) for amount in extraction.amounts] == [
        ("annual_budget", "120"),
        ("executed", "96"),
        ("execution_rate", "80"),
    ]
    assert extraction.unplaced == []


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("≥95%①", ("≥", "95", "%")),
        ("≥3座①", ("≥", "3", "座")),
        ("≥3①", ("≥", "3", None)),
        ("≥95%²", ("≥", "95", "%")),
        ("≥3座注2", ("≥", "3", "座")),
        ("≥1000米²", ("≥", "1000", "米²")),
        ("≥10³", (None, "≥10³", None)),
        ("≥10³米", (None, "≥10³米", None)),
    ],
)
def test_a_mark_is_no_part_of_a_target_and_a_raised_digit_no_unit(
    target: str, told: tuple[str | None, str, str | None]
) -> None:
    extraction = extract(
        document(
            "2023年村级道路养护项目支出绩效自评表",
            grid(
                "项目名称|村级道路养护|主管部门|交通运输局|<|<",
                "一级指标|三级指标|指标值|完成值|分值|得分",
                f"产出指标|养护成果|{target}|98|100|96",
            ),
        )
    )
    [row] = extraction.indicators
    assert (row.target_operator, row.target_value_text, row.target_unit) == told


def test_the_number_of_a_note_behind_headings() -> None:
    extraction = extract(
        document(
            "2023年村级道路养护项目支出绩效自评表",
            grid(
                "项目名称|村级道路养护|主管部门|交通运输局|<|<",
                "一级指标|三级指标|年度指标值注1|实际完成值注2|分值注3|得分注4",
                "产出指标|养护成果|≥95%|97%|100|96",
            ),
        )
    )
    [row] = extraction.indicators
    assert (row.target_value_text, row.actual_value_text) == ("95", "97%")
    assert (str(row.weight), str(row.score)) == ("100", "96")
