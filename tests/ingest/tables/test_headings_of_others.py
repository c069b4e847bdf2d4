"""Tables that hold other years' figures beside this year's, and labels at unusual places."""

from __future__ import annotations

import pytest

from ingest.document import Table
from support.documents import grid, table
from support.told import extracted, money, targets

TITLE = "2023年度项目支出绩效自评表（单位：万元）"
INDICATORS = ("一级指标|二级指标|三级指标|指标值|完成值|分值|得分", "产出指标|数量指标|接访批次|200|210|100|98")


@pytest.mark.parametrize(
    "form",
    [
        grid(
            "项目名称|信访维稳|<|<|<|<|<",
            "资金来源|2022年|<|<|2023年|<|<",
            "^|预算数|执行数|执行率|预算数|执行数|执行率",
            "合计|50|48|96%|60|57|95%",
            *INDICATORS,
        ),
        table(
            "项目名称|信访维稳",
            "资金来源|2022年|||2023年||",
            "|预算数|执行数|执行率|预算数|执行数|执行率",
            "合计|50|48|96%|60|57|95%",
            *INDICATORS,
        ),
        table(
            "项目名称|信访维稳",
            "资金来源|2022年预算数|2022年执行数|2022年执行率|2023年预算数|2023年执行数|2023年执行率",
            "合计|50|48|96%|60|57|95%",
            *INDICATORS,
        ),
        table(
            "项目名称|信访维稳",
            "资金来源|上年预算数|上年执行数|上年执行率|本年预算数|本年执行数|执行率",
            "合计|50|48|96%|60|57|95%",
            *INDICATORS,
        ),
    ],
    ids=["grid", "text", "in each heading", "the year before without its number"],
)
def test_the_year_before_beside_this_year(form: Table) -> None:
    found = extracted(TITLE, form)
    assert money(found) == {"合计 *": {"annual_budget": "60 wan", "executed": "57 wan", "execution_rate": "95 percent"}}
    assert [figure.value_text for figure in found.unplaced] == ["50", "48", "96%"]


def test_headings_that_name_the_only_year() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|信访维稳|<|<|<|<|<",
            "资金来源|2023年初预算数|2023年调整预算数|2023年支出数|执行率|<|<",
            "合计|50|48|45|93.75%|<|<",
            "一级指标|二级指标|三级指标|2022年完成值|2023年目标值|2023年完成值|得分",
            "产出指标|数量指标|接访批次|180|200|210|98",
        ),
    )
    assert money(found) == {
        "合计 *": {
            "initial_budget": "50 wan",
            "annual_budget": "48 wan",
            "executed": "45 wan",
            "execution_rate": "93.75 percent",
        }
    }
    assert targets(found) == ["- 200 - 210"]


def test_a_pair_of_a_year_is_not_taken_for_another_year_s() -> None:
    found = extracted(
        TITLE,
        grid("项目名称|甲|<|<", "2022年预算数|50|2023年预算数|60", "一级指标|二级指标|分值|得分", "产出|数量|100|98"),
    )
    assert not found.funding_lines
    assert [figure.value_text for figure in found.unplaced] == ["50", "60"]


def test_what_was_carried_over_in_a_column_and_in_a_pair() -> None:
    columns = extracted(
        TITLE,
        grid(
            "项目名称|甲|<|<|<",
            "支出类型|年初预算数|上年结转|全年预算数|全年执行数",
            "合计|100|4|104|100",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出|数量|次数|100|98",
        ),
    )
    assert money(columns)["合计 *"] == {
        "initial_budget": "100 wan",
        "carryover": "4 wan",
        "annual_budget": "104 wan",
        "executed": "100 wan",
    }
    pairs = extracted(
        TITLE,
        grid(
            "项目名称|甲|<|<|<|<",
            "预算安排|100|实际支出|96|结余|4",
            "一级指标|二级指标|三级指标|分值|得分|",
            "产出|数量|次数|100|98|",
        ),
    )
    assert money(pairs) == {"预算安排 *": {"annual_budget": "100 wan", "executed": "96 wan", "carryover": "4 wan"}}
    assert not columns.unplaced and not pairs.unplaced


def test_carried_over_below_the_year_s_budget_is_a_part_of_it() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|甲|<|<|<",
            "资金|全年预算数|<|<|全年执行数",
            "^|合计|财政拨款|上年结转资金|^",
            "年度资金总额|104|100|4|100",
            "一级指标|二级指标|三级指标|分值|得分",
            "产出|数量|次数|100|98",
        ),
    )
    assert list(money(found).values()) == [
        {"annual_budget": "104 wan", "executed": "100 wan"},
        {"annual_budget": "100 wan"},
        {"annual_budget": "4 wan"},
    ]


def test_a_grade_behind_other_labels() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|甲|自评得分|96.4|自评等级|优", "一级指标|二级指标|三级指标|分值|得分|", "产出|数量|次数|100|96.4|"
        ),
    )
    assert found.reports[0].grade == "excellent"


def test_how_far_a_target_was_reached_is_no_rate_of_money() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|甲|<|<|<|<|<",
            "一级指标|二级指标|三级指标|指标值|完成值|完成率|得分",
            "产出|数量|次数|50|52|104%|98",
        ),
    )
    assert targets(found) == ["- 50 - 52"]
    assert not found.unplaced


def test_a_title_is_of_every_form_below_it() -> None:
    rows = ("实施单位|东湖区环卫所|<|<", "一级指标|二级指标|三级指标|得分", "产出|数量|次数|98")
    found = extracted(TITLE, grid("项目名称|车辆购置|<|<", *rows, "项目名称|公厕维护|<|<", *rows))
    assert [(report.project_name, report.title_year) for report in found.reports] == [
        ("车辆购置", 2023),
        ("公厕维护", 2023),
    ]


def test_a_table_of_projects_is_not_the_whole_of_a_department() -> None:
    title = "东岭市司法局2023年度部门整体支出绩效自评报告"
    projects = grid(
        "序号|项目名称|年初预算|支出数|执行率",
        "1|法律援助|50|48|96%",
        "2|人民调解|30|27|90%",
        "合计|<|80|75|93.75%",
    )
    whole = "2023年年初预算800万元，全年支出780万元，执行率97.5%。"
    found = extracted(title, whole, projects, "自评得分96分。")
    assert [(line.line_label, line.parent_line_no, line.is_headline) for line in found.funding_lines] == [
        ("法律援助", 3, False),
        ("人民调解", 3, False),
        ("合计", None, False),
        ("年初预算", None, True),
    ]
    assert money(found)["年初预算 *"] == {
        "initial_budget": "800 wan",
        "executed": "780 wan",
        "execution_rate": "97.5 percent",
    }
    assert [
        line.line_label for line in extracted(title, projects, "自评得分96分。").funding_lines if line.is_headline
    ] == ["合计"]
