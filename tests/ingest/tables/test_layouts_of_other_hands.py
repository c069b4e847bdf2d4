"""Forms as other hands lay them out, each with expectations written by hand."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from support import hands
from support.documents import grid, table
from support.texts import Form, as_padded_rows, as_pipes, as_rows, on_grid
from support.told import extracted, indicators, money, targets, total

TWO_INDICATORS = ["产出指标/数量指标/巡护次数 50→50", "效益指标/社会效益指标/知晓率 50→46"]
TWO_TARGETS = ["≥ 10 次 12次", "≥ 90 % 85%"]
TITLE = "2023年度项目支出绩效自评表"
INDICATORS = (
    "一级指标|二级指标|三级指标|指标值|完成值|分值|得分",
    "产出指标|数量指标|巡护次数|≥10次|12次|50|50",
    "效益指标|社会效益指标|知晓率|≥90%|85%|50|46",
    "总分|<|<|<|<|100|96",
)
SOURCES_WITHOUT_A_LABEL: Form = (
    TITLE,
    (
        "项目名称|森林防火|<|<|<|<|<",
        "全年预算数|其中：|<|全年执行数|其中：|<|执行率",
        "^|财政拨款|其他资金|^|财政拨款|其他资金|^",
        "75|65|10|60|55|5|80%",
        *INDICATORS,
    ),
)

TASKS_OF_A_DEPARTMENT: Form = (
    "2023年度部门整体支出绩效自评表",
    (
        "部门名称|青石县林业局|<|<|<|<|<",
        "年度主要任务|任务名称|预算数（万元）|<|实际支出（万元）|<|执行率",
        "^|^|总额|财政拨款|总额|财政拨款|^",
        "^|森林防火|75|65|60|55|80%",
        "^|造林|20|20|20|20|100%",
        "^|合计|95|85|80|75|84.21%",
        *INDICATORS,
    ),
)


@pytest.mark.parametrize(
    "form",
    [
        hands.COLUMNS_FROM_RIGHT_TO_LEFT,
        hands.SCORE_BEFORE_WEIGHT_AND_TARGET_BEHIND,
        hands.VALUES_AT_THREE_TIMES,
        hands.BUDGET_SPLIT_BY_SOURCE,
    ],
)
def test_indicators_in_any_order_of_columns(form: Form) -> None:
    found = extract(on_grid(form))
    assert indicators(found) == TWO_INDICATORS
    assert targets(found) == TWO_TARGETS
    assert total(found) == "96"


def test_a_weight_behind_each_of_three_levels() -> None:
    found = extract(on_grid(hands.WEIGHTS_OF_THREE_LEVELS))
    assert indicators(found) == [
        "产出指标/数量指标/巡护次数 25→25",
        "产出指标/数量指标/宣传次数 15→13",
        "产出指标/质量指标/合格率 20→20",
        "效益指标/社会效益指标/火灾下降率 40→38",
    ]
    assert [(row.level1_weight, row.level2_weight) for row in found.indicators] == [
        (60, 40),
        (60, 40),
        (60, 20),
        (40, 40),
    ]
    assert [row.deduction_reason for row in found.indicators] == [None, "次数不足", None, "天气干旱"]
    assert total(found) == "96"
    assert not found.unplaced


def test_a_target_s_sign_number_and_unit_below_its_heading() -> None:
    found = extract(on_grid(hands.TARGETS_IN_PARTS))
    assert targets(found) == ["≥ 100 次 120", "≥ 10 % 8"]
    assert [row.deduction_reason for row in found.indicators] == [None, "天气干旱"]
    assert [(row.comparison, row.target_number, row.actual_number) for row in found.indicators] == [
        ("ge", 100, 120),
        ("ge", 10, 8),
    ]


def test_a_number_and_a_unit_below_both_headings() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|森林防火|<|<|<|<|<|<|<|<",
            "一级指标|二级指标|三级指标|指标值|<|<|完成值|<|权重|得分",
            "^|^|^|符号|数值|单位|数值|单位|^|^",
            "产出指标|数量指标|巡护次数|≥|100|次|120|次|100|98",
        ),
    )
    assert targets(found) == ["≥ 100 次 120"]


def test_points_for_the_execution_rate_among_the_indicators() -> None:
    found = extract(on_grid(hands.EXECUTION_AMONG_INDICATORS))
    assert list(money(found).values()) == [
        {"initial_budget": "80 wan", "annual_budget": "75 wan", "executed": "60 wan", "execution_rate": "80 percent"}
    ]
    assert indicators(found)[0] == "预算执行/预算执行率/预算执行率 10→8"
    assert total(found) == "94"


def test_givers_under_a_source() -> None:
    found = extract(on_grid(hands.GIVERS_UNDER_A_SOURCE))
    assert [
        (line.line_label, line.parent_line_no, line.fund_level, line.fund_origin) for line in found.funding_lines
    ] == [
        ("资金总额", None, None, None),
        ("其中 财政拨款", 1, None, "current_year"),
        ("其中：中央", 2, "central", None),
        ("省级", 2, "provincial", None),
        ("市级", 2, "prefecture", None),
        ("自筹资金", 1, None, "non_fiscal"),
    ]
    assert money(found)["自筹资金"] == {
        "initial_budget": "10 wan",
        "annual_budget": "10 wan",
        "executed": "5 wan",
        "execution_rate": "50 percent",
    }


def test_units_in_a_corner_and_mixed() -> None:
    corner, mixed = (extract(on_grid(form)) for form in (hands.YUAN_IN_A_CORNER, hands.UNITS_MIXED))
    assert money(corner)["年度资金总额 *"] == {
        "initial_budget": "８００，０００．００ yuan",
        "annual_budget": "750,000.00 yuan",
        "executed": "600,000.00 yuan",
        "execution_rate": "80.00 percent",
    }
    assert [int(a.number) for a in corner.amounts if a.measure == "initial_budget"] == [800_000, 800_000]
    assert money(mixed) == {
        "年度资金总额 *": {"annual_budget": "75 wan", "executed": "600,000.00 yuan", "execution_rate": "0.8 fraction"}
    }


@pytest.mark.parametrize("form", [hands.BUDGET_SPLIT_BY_SOURCE, SOURCES_WITHOUT_A_LABEL])
def test_amounts_split_by_source_in_one_row(form: Form) -> None:
    found = extract(on_grid(form))
    assert [(line.line_no, line.is_headline, line.parent_line_no) for line in found.funding_lines] == [
        (1, True, None),
        (2, False, 1),
        (3, False, 1),
    ]
    assert [line.fund_origin for line in found.funding_lines[1:]] == ["current_year", "other"]
    cells = [
        [a.value_text for a in found.amounts if a.line_no == line.line_no and a.unit == "wan"]
        for line in found.funding_lines
    ]
    assert cells == [["75", "60"], ["65", "55"], ["10", "5"]]
    assert not found.unplaced


def test_a_label_beside_the_block_that_is_worded_like_a_budget() -> None:
    found = extract(on_grid(hands.BLOCK_LABEL_LIKE_A_BUDGET))
    assert money(found) == {
        "预算资金（万元） *": {"annual_budget": "75 wan", "executed": "60 wan", "execution_rate": "80 percent"}
    }
    assert indicators(found)[0] == "-/-/执行率 10→8"
    assert not found.unplaced


def test_the_sum_of_what_was_carried_over_and_of_this_year_s_is_the_budget() -> None:
    found = extract(on_grid(hands.CARRIED_OVER_AND_THIS_YEAR_S))
    assert money(found) == {
        "合计 *": {
            "carryover": "15 wan",
            "annual_budget": "75 wan",
            "executed": "60 wan",
            "execution_rate": "80 percent",
        }
    }
    assert [(figure.about, figure.value_text) for figure in found.unplaced] == [("本年预算", "60")]


def test_notes_between_the_rows() -> None:
    found = extract(on_grid(hands.NOTES_BETWEEN_ROWS))
    assert money(found)["合计 *"]["annual_budget"] == "75.00 yuan"
    assert indicators(found) == [
        "-/-/执行率 10→8",
        "产出指标/数量指标/巡护次数 50→50",
        "效益指标/社会效益指标/知晓率 40→36",
    ]
    assert total(found) == "94"


def test_what_was_spent_up_to_september_is_told() -> None:
    found = extract(on_grid(hands.VALUES_AT_THREE_TIMES))
    assert money(found) == {
        "合计 *": {"initial_budget": "80 wan", "executed": "60 wan", "execution_rate": "75 percent"}
    }
    assert [(figure.about, figure.value_text) for figure in found.unplaced] == [("1-9月执行数", "40")]


def test_of_three_judges_the_unit_s_own_score_counts() -> None:
    found = extract(on_grid(hands.SCORES_OF_THREE_JUDGES))
    assert indicators(found) == TWO_INDICATORS
    assert total(found) == "96"


def test_tasks_with_their_money() -> None:
    found = extract(on_grid(TASKS_OF_A_DEPARTMENT))
    assert [(line.line_label, line.parent_line_no) for line in found.funding_lines] == [
        ("森林防火", 5),
        ("财政拨款", 1),
        ("造林", 5),
        ("财政拨款", 3),
        ("合计", None),
        ("财政拨款", 5),
    ]
    assert [line.line_no for line in found.funding_lines if line.is_headline] == [5]


def test_a_rate_and_points_in_a_row_of_their_own_are_no_money() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|森林防火|<|<",
            "资金（万元）|全年预算数|全年执行数|<",
            "年度资金总额|75|60|<",
            "执行率|80%|得分|8",
            "一级指标|二级指标|三级指标|得分",
            "产出指标|数量指标|巡护次数|96",
        ),
    )
    assert money(found) == {"年度资金总额 *": {"annual_budget": "75 wan", "executed": "60 wan"}}
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [("rate", "80%"), ("score", "8")]


def test_a_percentage_under_a_heading_of_money_is_told() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|森林防火|<",
            "资金（万元）|全年预算数|全年执行数",
            "年度资金总额|75|80%",
            "一级指标|二级指标|得分",
            "产出指标|数量指标|96",
        ),
    )
    assert money(found) == {"年度资金总额 *": {"annual_budget": "75 wan"}}
    assert [(figure.about, figure.value_text) for figure in found.unplaced] == [("全年执行数", "80%")]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "项目资金（万元）|财政拨款|年初预算数|80",
            "^|^|全年执行数|60",
            "^|其他资金|年初预算数|10",
            "^|^|全年执行数|10",
        ),
        ("财政拨款|年初预算数（万元）|80|全年执行数|60", "其他资金|年初预算数|10|全年执行数|10"),
    ],
)
def test_the_first_of_several_sources_is_not_all(rows: tuple[str, ...]) -> None:
    width = rows[0].count("|")
    found = extracted(
        TITLE,
        grid("项目名称|森林防火" + "|<" * (width - 1), *rows),
        grid("一级指标|二级指标|三级指标|得分", "产出指标|数量指标|巡护次数|96"),
    )
    assert money(found) == {
        "财政拨款": {"initial_budget": "80 wan", "executed": "60 wan"},
        "其他资金": {"initial_budget": "10 wan", "executed": "10 wan"},
    }
    assert [notice.detail for notice in found.notices] == ["未列示预算合计 / no total is given：财政拨款、其他资金"]


def test_a_list_with_its_sum_above_and_departments_over_several_rows() -> None:
    found = extracted(
        "青石县2023年度项目支出绩效自评汇总表",
        "单位：元",
        grid(
            "主管部门|项目名称|预算数|决算数|预算执行率%|自评分数",
            "合计|<|1,450,000.00|1,250,000.00|86.21|",
            "青石县林业局|森林防火|750,000.00|600,000.00|80.00|94",
            "^|造林|200,000.00|200,000.00|100.00|98",
            "青石县水务局|清淤|500,000.00|450,000.00|90.00|88",
        ),
    )
    assert [(report.project_name, report.department_name) for report in found.reports] == [
        ("森林防火", "青石县林业局"),
        ("造林", "青石县林业局"),
        ("清淤", "青石县水务局"),
    ]
    assert [total(found, number) for number in (1, 2, 3)] == ["94", "98", "88"]
    assert not found.unplaced


def test_a_heading_of_which_a_part_cannot_be_put_together_leaves_its_rows_untold() -> None:
    """Where merged cells have left nothing, the second row of the heading says no more where its words belong."""
    found = extract(as_pipes(hands.TARGETS_IN_PARTS))
    assert not found.indicators
    told = extracted(
        TITLE,
        table(
            "项目名称|森林防火",
            "资金（万元）|全年预算数|全年执行数",
            "年度资金总额|75|60",
            "一级指标|二级指标|三级指标|指标值|完成值|权重|得分",
            "符号|数值|单位",
            "产出指标|数量指标|巡护次数|≥|100|次|120|60|60",
        ),
    )
    assert not told.indicators
    assert [notice.detail for notice in told.notices if notice.kind == "not_understood"] == [
        "该行数字不属于任何表头 / figures under no heading"
    ]


def test_a_padded_total_is_not_read_under_the_headings_it_was_pushed_below() -> None:
    found = extract(as_padded_rows(hands.SCORES_OF_THREE_JUDGES))
    assert total(found) == "96"
    assert [a.value_text for a in found.amounts if a.measure == "section_weight"] == ["100"]


def test_a_note_between_two_rows_of_text_parts_no_table() -> None:
    found = extract(as_rows(hands.NOTES_BETWEEN_ROWS))
    assert indicators(found)[2] == "效益指标/社会效益指标/知晓率 40→36"
    assert total(found) == "94"


def test_amounts_below_each_other_each_with_its_sources() -> None:
    found = extracted(
        TITLE,
        grid(
            "项目名称|森林防火|<",
            "预算执行情况（万元）|年初预算数|80",
            "^|全年预算数|75",
            "^|其中：财政拨款|65",
            "^|其他资金|10",
            "^|全年执行数|60",
            "^|其中：财政拨款|55",
            "^|其他资金|5",
            "^|预算执行率|80%",
        ),
        grid("一级指标|二级指标|三级指标|得分", "产出指标|数量指标|巡护次数|96"),
    )
    assert money(found) == {
        "年初预算数 *": {
            "initial_budget": "80 wan",
            "annual_budget": "75 wan",
            "executed": "60 wan",
            "execution_rate": "80 percent",
        },
        "其中：财政拨款": {"annual_budget": "65 wan", "executed": "55 wan"},
        "其他资金": {"annual_budget": "10 wan", "executed": "5 wan"},
    }
    assert not found.unplaced


def test_a_project_of_a_list_with_a_row_for_each_source() -> None:
    found = extracted(
        "青石县2023年度项目支出绩效自评汇总表",
        "单位：万元",
        grid(
            "项目名称|资金性质|年初预算|全年预算|执行数|得分|等级",
            "森林防火|财政拨款|70|65|55|94|优",
            "^|自筹资金|10|10|5||",
            "造林|财政拨款|20|20|20|98|优",
            "合计|<|100|95|80||",
        ),
    )
    assert [report.project_name for report in found.reports] == ["森林防火", "造林"]
    assert money(found, 1) == {
        "财政拨款": {"initial_budget": "70 wan", "annual_budget": "65 wan", "executed": "55 wan"},
        "自筹资金": {"initial_budget": "10 wan", "annual_budget": "10 wan", "executed": "5 wan"},
    }
    assert money(found, 2) == {"造林 *": {"initial_budget": "20 wan", "annual_budget": "20 wan", "executed": "20 wan"}}
    assert not found.unplaced


def test_a_project_of_a_list_with_the_sum_of_its_sources() -> None:
    found = extracted(
        "青石县2023年度项目支出绩效自评汇总表",
        "单位：万元",
        grid(
            "项目名称|资金性质|年初预算|全年预算|执行数|得分|等级",
            "森林防火|小计|80|75|60|94|优",
            "^|财政拨款|70|65|55||",
            "^|自筹资金|10|10|5||",
            "造林|财政拨款|20|20|20|98|优",
            "合计|<|100|95|80||",
        ),
    )
    assert [
        (line.report_no, line.line_label, line.is_headline, line.parent_line_no) for line in found.funding_lines
    ] == [
        (1, "小计", True, None),
        (1, "财政拨款", False, 1),
        (1, "自筹资金", False, 1),
        (2, "造林", True, None),
    ]
    assert not found.unplaced
