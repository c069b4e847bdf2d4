"""Forms that no title calls an evaluation: what they print says whether they are one."""

from __future__ import annotations

import pytest

from support.documents import Block, grid
from support.told import extracted, indicators, money, targets, total

HEAD = "项目名称|河道清淤|<|<|主管部门|水利局|<"
UNIT = "单位名称|河道管理所|<|<|<|<|<"
FUNDS = ("项目资金（万元）||年初预算数|全年预算数|全年执行数|执行率|得分", "^|年度资金总额|100|100|95|95%|9.5")
RESULTS = (
    "一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分",
    "产出指标|数量指标|清淤长度|12公里|12公里|50|50",
    "效益指标|社会效益指标|受益人口|3万人|3万人|40|40",
    "总分|<|<|<|<|100|99.5",
)
BUDGET = ("项目资金（万元）||年初预算数|<|全年预算数|<|<", "^|年度资金总额|100|<|100|<|<")
TARGETS = (
    "一级指标|二级指标|三级指标|指标值|<|分值|备注",
    "产出指标|数量指标|清淤长度|12公里|<|50|",
    "效益指标|社会效益指标|受益人口|3万人|<|40|",
)
BLANK = (
    "一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分",
    "产出指标|数量指标|清淤长度|12公里||50|",
    "效益指标|社会效益指标|受益人口|3万人||40|",
)


@pytest.mark.parametrize(
    "above", [(), ("河道清淤",), ("2023年度",), ("项目绩效目标表",), ("2023年度部门整体支出绩效目标申报表",)]
)
@pytest.mark.parametrize("head", [HEAD, UNIT])
def test_results_are_those_of_an_evaluation(above: tuple[str, ...], head: str) -> None:
    found = extracted(*above, grid(head, *FUNDS, *RESULTS))
    assert indicators(found) == [
        "-/-/执行率 -→9.5",
        "产出指标/数量指标/清淤长度 50→50",
        "效益指标/社会效益指标/受益人口 40→40",
    ]
    assert money(found)["年度资金总额 *"]["executed"] == "95 wan"
    assert total(found) == "99.5"


@pytest.mark.parametrize(
    "blocks",
    [
        (grid(HEAD, *BUDGET, *TARGETS),),
        ("河道清淤", grid(HEAD, *BUDGET, *TARGETS)),
        ("项目绩效目标表", grid(HEAD, *BUDGET, *TARGETS)),
        ("项目支出绩效目标申报表", grid(HEAD, *BUDGET, *BLANK)),
        ("项目支出绩效运行监控表", grid(HEAD, *FUNDS, *RESULTS)),
        (grid(HEAD, *BUDGET, *BLANK),),
    ],
)
def test_goals_alone_are_no_evaluation(blocks: tuple[Block | str, ...]) -> None:
    assert extracted(*blocks).reports == []


def test_what_was_spent_without_indicators() -> None:
    found = extracted(grid(HEAD, *FUNDS))
    assert money(found)["年度资金总额 *"]["executed"] == "95 wan"


def test_points_beside_what_was_done_of_the_goals() -> None:
    goals = ("年度总体目标|预期目标|<|<|实际完成情况|<|<", "^|清淤12公里。|<|<|已清淤12公里。|<|<")
    assert len(extracted(grid(UNIT, *FUNDS, *goals)).reports) == 1
    assert extracted(grid(UNIT, *FUNDS)).reports == []


def test_the_next_form_begins_behind_goals() -> None:
    found = extracted(
        "项目支出绩效目标申报表",
        grid(HEAD, *BUDGET, *TARGETS),
        "2023年度项目支出绩效自评表",
        grid(HEAD, *FUNDS, *RESULTS),
    )
    assert len(found.reports) == 1
    assert len(indicators(found)) == 3


def test_a_form_in_a_document_of_another_kind() -> None:
    accounts = grid("科目|年初预算数|全年预算数|全年执行数", "工资|80|90|85")
    found = extracted("青石县水利局2023年度部门决算公开说明", accounts, "项目情况如下", grid(HEAD, *FUNDS, *RESULTS))
    assert list(money(found)) == ["年度资金总额 *"]
    assert len(indicators(found)) == 3
    assert extracted("青石县水利局2023年度部门决算公开说明", accounts, grid(HEAD, *BUDGET, *TARGETS)).reports == []
    assert extracted("2023年度绩效运行监控表", accounts, grid(HEAD, *FUNDS, *RESULTS)).reports == []


@pytest.mark.parametrize(
    ("above", "year"), [("（2022年度）", 2022), ("2022年度", 2022), ("2022", None), ("2022年水利工作", None)]
)
def test_the_year_above_a_form(above: str, year: int | None) -> None:
    in_a_row = extracted(grid(f"{above}||||||", HEAD, *FUNDS, *RESULTS))
    in_a_line = extracted(above, grid(HEAD, *FUNDS, *RESULTS))
    assert [report.title_year for report in (*in_a_row.reports, *in_a_line.reports)] == [year, year]


def test_targets_and_results_under_other_words() -> None:
    found = extracted(
        "关于实训室改造项目预算绩效评价结果的公示",
        grid(
            "一级指标|二级指标|三级指标|预算设定指标值|项目完成指标值",
            "产出指标|数量指标|改造实训室|3间|2间",
            "满意度指标|服务对象满意度指标|学生满意度|≥90%|93%",
        ),
    )
    assert targets(found) == ["- 3 间 2间", "≥ 90 % 93%"]
