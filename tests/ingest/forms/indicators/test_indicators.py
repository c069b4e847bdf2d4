from decimal import Decimal

import pytest

from ingest.document import Block
from ingest.forms.indicators.heading import indicator_heading
from ingest.forms.indicators.levels import name_and_weight
from ingest.forms.indicators.row import IndicatorRow
from ingest.forms.indicators.table import IndicatorTable, read_indicators
from support.documents import grid, rows, table
from support.told import extracted, indicators, targets, total

SELF_HEADING = "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分|偏差原因分析及改进措施"


def read(*blocks: Block) -> IndicatorTable:
    lines = rows(*blocks)
    heading = indicator_heading(lines, 0)
    assert heading is not None
    return read_indicators(lines, *heading)[0]


def brief(row: IndicatorRow) -> tuple[str | None, str | None, str | None, Decimal | None, Decimal | None]:
    return row.level1, row.level2, row.level3, row.weight, row.score


def test_blank_levels_take_the_value_above_and_level_3_never_does() -> None:
    found = read(
        table(
            "一级指标|分值|二级指标|分值|三级指标|分值|得分",
            "决策|40|项目立项|7|立项依据充分性|4|4",
            "||||立项程序规范性|3|3",
            "过程||资金管理|6||6|5",
            "总分|100||100||100|97",
        )
    )
    assert [brief(row) for row in found.rows] == [
        ("决策", "项目立项", "立项依据充分性", 4, 4),
        ("决策", "项目立项", "立项程序规范性", 3, 3),
        ("过程", "资金管理", None, 6, 5),
    ]
    assert [(row.level1_weight, row.level2_weight) for row in found.rows] == [(40, 7), (40, 7), (None, 6)]
    assert found.total and found.total.score and found.total.score.text == "97"
    assert found.total.weight and found.total.weight.text == "100"


def test_a_row_pasted_one_column_to_the_right_is_read_by_what_its_cells_are() -> None:
    found = read(
        table(
            SELF_HEADING,
            "产出指标|数量指标|检查次数|≥|4|次|4|20|20|无",
            "|质量指标|质量指标|合格率|＝|100|%|98%|20|18",
            "|成本指标|可持续影响指标|节约能源|＝|100|%|100%|20|20",
        )
    )
    assert [brief(row) for row in found.rows] == [
        ("产出指标", "数量指标", "检查次数", 20, 20),
        ("产出指标", "质量指标", "合格率", 20, 18),
        ("产出指标", "可持续影响指标", "节约能源", 20, 20),
    ]
    assert [row.shifted for row in found.rows] == [False, True, True]
    shifted = found.rows[1].texts
    assert (shifted["operator"], shifted["target"], shifted["target_unit"], shifted["actual"]) == (
        "＝",
        "100",
        "%",
        "98%",
    )
    assert found.rows[1].score_cell and found.rows[1].score_cell.col == 10


def test_a_shifted_row_beside_a_merged_level_1_stays_under_it() -> None:
    found = read(
        grid(
            SELF_HEADING,
            "产出指标|数量指标|检查次数|≥|4|次|4|20|20|无",
            "^|质量指标|质量指标|合格率|＝|100|%|98%|20|18",
        )
    )
    assert found.rows[1].shifted
    assert brief(found.rows[1]) == ("产出指标", "质量指标", "合格率", 20, 18)


def test_a_row_printed_twice_is_two() -> None:
    line = "产出指标|数量指标|检查次数|≥|4|次|4|20|20|无"
    assert len(read(table(SELF_HEADING, line, line)).rows) == 2


def test_missing_cells_on_the_left_are_no_shift() -> None:
    found = read(
        table("一级指标|二级指标|三级指标|分值|得分", "产出|数量|检查次数|20|20", "整改次数|10|8", "质量|合格率|10|9")
    )
    assert [brief(row) for row in found.rows] == [
        ("产出", "数量", "检查次数", 20, 20),
        ("产出", "数量", "整改次数", 10, 8),
        ("产出", "质量", "合格率", 10, 9),
    ]
    assert not any(row.shifted for row in found.rows)


def test_a_heading_of_two_rows() -> None:
    found = read(
        table(
            "绩效指标|指标性质|指标值|度量单位|实际完成值|偏差原因分析",
            "一级指标|二级指标|三级指标|||||",
            "产出指标|数量指标|保障人数|≥|78|人|80|无",
            "|时效指标|完成时间||2024年底前|年|2024年底前|无",
        )
    )
    assert [brief(row) for row in found.rows] == [
        ("产出指标", "数量指标", "保障人数", None, None),
        ("产出指标", "时效指标", "完成时间", None, None),
    ]
    assert found.rows[0].texts["target"] == "78" and found.rows[1].texts["target"] == "2024年底前"


def test_a_heading_of_two_rows_filled_up_with_blanks() -> None:
    found = read(
        table(
            "绩效指标|指标性质|指标值|度量单位|实际完成值|偏差原因分析||||",
            "一级指标|二级指标|三级指标|||||||",
            "产出指标|数量指标|保障人数|≥|78|人|80|无||",
        )
    )
    told = found.rows[0].texts
    assert [told[name] for name in ("operator", "target", "target_unit", "actual", "reason")] == [
        "≥", "78", "人", "80", "无",
    ]  # fmt: skip


def test_weights_inside_names() -> None:
    found = read(
        table(
            "一级指标|二级指标|三级指标|指标解释|评价标准|指标分值|评价得分|扣分情况|扣分原因",
            "决策(10)|项目立项(7分)|立项规范性（1分）|程序|一项不符合扣0.5分|1|0.5|0.5|缺文件",
            "合计|100|94|6|",
        )
    )
    row = found.rows[0]
    assert brief(row) == ("决策", "项目立项", "立项规范性", 1, Decimal("0.5"))
    assert (row.level1_weight, row.level2_weight, row.deduction) == (10, 7, Decimal("0.5"))
    assert row.texts["reason"] == "缺文件" and row.texts["criteria"] == "一项不符合扣0.5分"
    assert found.total and found.total.weight and found.total.score
    assert (found.total.weight.text, found.total.score.text) == ("100", "94")


def test_columns_in_another_order_and_other_words() -> None:
    found = read(
        table(
            "一级指标|二级指标|三级指标|自评得分|权重|完成情况|目标值",
            "产出指标|数量指标|培训人数|9.5|10|95|≥100人",
            "合计|||9.5|10||",
        )
    )
    row = found.rows[0]
    assert brief(row) == ("产出指标", "数量指标", "培训人数", 10, Decimal("9.5"))
    assert (row.texts["operator"], row.texts["target"], row.texts["target_unit"]) == ("≥", "100", "人")
    assert found.total and found.total.score and found.total.score.text == "9.5"


def test_the_total_of_a_self_evaluation_carries_the_grade() -> None:
    total = read(table(SELF_HEADING, "产出指标|数量指标|检查次数|≥|4|次|4|90|90|无", "总分|100|92|优")).total
    assert total and total.weight and total.score and total.grade
    assert (total.weight.text, total.score.text, total.grade.text) == ("100", "92", "优")


def test_a_row_with_figures_that_fits_no_heading_is_told() -> None:
    found = read(table("一级指标|二级指标|三级指标|分值|得分", "产出|数量|检查次数|20|20", "||||"))
    assert not found.not_understood
    found = read(
        table("一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分", "产出|数量|检查次数|4|4|20|20", "|||4|||")
    )
    assert len(found.rows) == 1 and len(found.not_understood) == 1


@pytest.mark.parametrize(
    ("printed", "name", "weight"),
    [
        ("决策(10)", "决策", "10"),
        ("过程（30）", "过程", "30"),
        ("项目立项规范性（1分）", "项目立项规范性", "1"),
        ("产出指标50分", "产出指标", "50"),
        ("市（区）政务大厅", "市（区）政务大厅", None),
        ("满意度", "满意度", None),
    ],
)
def test_name_and_weight(printed: str, name: str, weight: str | None) -> None:
    assert name_and_weight(printed) == (name, Decimal(weight) if weight else None)


def test_points_of_levels_are_no_points_of_indicators() -> None:
    found = read(
        grid(
            "一级指标|分值|得分|二级指标|分值|得分|三级指标|分值|得分",
            "决策|20|19|项目立项|8|8|立项依据充分性|8|8",
            "^|^|^|绩效目标|12|11|绩效目标合理性|12|11",
            "产出|80|80|产出数量|80|80|改造户数|80|80",
        )
    )
    assert [(row.level3, row.weight, row.score) for row in found.rows] == [
        ("立项依据充分性", 8, 8),
        ("绩效目标合理性", 12, 11),
        ("改造户数", 80, 80),
    ]
    assert [(part.level, part.about, part.value) for part in found.sections if part.is_score] == [
        (1, "决策", 19),
        (2, "项目立项", 8),
        (2, "绩效目标", 11),
        (1, "产出", 80),
        (2, "产出数量", 80),
    ]
    assert [part.value for part in found.sections if part.level == 1 and not part.is_score] == [20, 80]


def test_the_columns_of_target_and_actual_value_are_known_where_their_cells_are_blank() -> None:
    rows_of_form = read(
        table("一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分", "产出|数量|检查次数||4次|90|90")
    ).rows
    assert [(row.target_col, row.actual_col) for row in rows_of_form] == [(4, 5)]
    scored = read(table("一级指标|二级指标|三级指标|分值|得分", "产出|数量|检查次数|90|90")).rows
    assert [(row.target_col, row.actual_col) for row in scored] == [(None, None)]


def test_a_grade_with_its_label_beside_the_points_of_a_total() -> None:
    found = extracted(
        "项目支出绩效自评表（2023年度）",
        grid(
            "一级指标|二级指标|三级指标|分值|得分|偏差原因",
            "产出指标|数量指标|培训人数|100|95.67|",
            "总分|<|<|100|95.67|自评等级：优",
        ),
    )
    assert total(found) == "95.67"
    assert [report.grade for report in found.reports] == ["excellent"]
    assert not found.unplaced


def test_rows_of_text_without_the_levels_and_their_points() -> None:
    found = extracted(
        "项目绩效评价指标评分表（2023年度）",
        table(
            "一级指标|分值|二级指标|分值|三级指标|分值|评分标准|得分|扣分原因",
            "决策|9|项目立项|9|依据充分性|3|充分得3分|3|",
            "程序规范性|6|规范得6分|4|缺批复",
            "过程|21|资金管理|11|预算执行率|11|按比例|10.6|执行率96%",
            "组织实施|10|制度健全性|10|健全得10分|10|",
        ),
    )
    assert indicators(found) == [
        "决策/项目立项/依据充分性 3→3",
        "决策/项目立项/程序规范性 6→4",
        "过程/资金管理/预算执行率 11→10.6",
        "过程/组织实施/制度健全性 10→10",
    ]


SPENDING = "预算执行|部门预算|预算执行率|≥|95|%|96.4|10|10"


def test_levels_called_by_words_of_money_head_no_funds() -> None:
    found = extracted(
        "2024年度部门整体支出绩效自评表",
        table(
            "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分",
            SPENDING,
            "||预算调整率|≤|10|%|12.5|5|3",
            "产出指标|数量指标|营造林|≥|32|万亩|33|85|85",
        ),
    )
    assert indicators(found) == [
        "预算执行/部门预算/预算执行率 10→10",
        "预算执行/部门预算/预算调整率 5→3",
        "产出指标/数量指标/营造林 85→85",
    ]
    assert not found.unplaced


def test_points_that_reach_down_beside_levels_whose_groups_left_no_trace() -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        table(
            "评价指标|指标完成情况|分值|自评分|自评说明",
            "一级指标|二级指标|三级指标|计划指标值|实际完成值",
            "产出指标|数量指标|投保面积|≥20万亩|20.6万亩|60|60|",
            "效益指标|社会效益指标|覆盖面|扩大|扩大|30|28|宣传不足",
        ),
    )
    assert indicators(found) == ["产出指标/数量指标/投保面积 60→60", "效益指标/社会效益指标/覆盖面 30→28"]
    assert [row.deduction_reason for row in found.indicators] == [None, "宣传不足"]


def test_a_target_in_words_behind_the_sign_that_the_form_left() -> None:
    found = extracted(
        "2024年度项目支出绩效自评表",
        table(
            SELF_HEADING,
            "产出指标|数量指标|扫描页数|≥|50|万页|52|60|60|",
            "|质量指标|清晰度|≥|定性|优良|良|30|28|少数模糊",
            "|时效指标|及时性|定性|及时||及时|10|10|",
        ),
    )
    assert targets(found) == ["≥ 50 万页 52", "定性 优良 - 良", "定性 及时 - 及时"]
    assert [(notice.kind, notice.evidence.row_no) for notice in found.notices] == [("row_shifted", 3)]
