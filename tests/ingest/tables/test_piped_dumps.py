"""Tables as rows of cells that each end in |, with nothing left of merged and of blank cells."""

from __future__ import annotations

from ingest.extract import extract
from ingest.readers.cut_rows import joined
from ingest.readers.flattened import restore
from ingest.readers.text import read_bytes
from ingest.records import Extraction
from support.told import indicators, money, targets, total

TITLE = "项目支出绩效自评表（2023年度） | | | | | |"


def _read(*lines: str) -> Extraction:
    return extract(restore(read_bytes("\n".join([TITLE, "项目名称 | 乡村公益岗位 | | | | |", *lines]).encode())))


def test_a_heading_that_a_line_break_in_its_level_1_has_cut() -> None:
    found = _read(
        "绩效指标 | 一级 指标 |",
        "二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因 |",
        "产出指标 | 数量指标 | 安置人数 | ≥40人 | 42人 | |",
        "质量指标 | 在岗率 | ≥98% | 97% | 两人请假 |",
    )
    assert indicators(found) == ["产出指标/数量指标/安置人数 -→-", "产出指标/质量指标/在岗率 -→-"]
    assert targets(found) == ["≥ 40 人 42人", "≥ 98 % 97%"]
    assert found.indicators[1].deduction_reason == "两人请假"


def test_rows_that_a_line_break_behind_their_level_1_has_cut() -> None:
    found = _read(
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 |",
        "产 出 指 标 (50分) |",
        "数量指标 | 安置人数 | 50 | 40人 | 42人 | 50 | |",
        "效益指标 (40分) |",
        "社会效益 |",
        "| | | | | | |",
        "困难家庭覆盖率 | 40 | 90% | 80% | 36 | | |",
        "总分 | 90 | 86 | | | | |",
    )
    assert indicators(found) == [
        "产出指标/数量指标/安置人数 50→50",
        "效益指标/社会效益/困难家庭覆盖率 40→36",
    ]
    assert total(found) == "86"


def test_a_level_1_alone_above_an_indicator_is_no_cut_row() -> None:
    found = _read(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |",
        "产出指标 | 数量指标 | 安置人数 | 40人 | 42人 | 50 | 50 |",
        "满意度指标 |",
        "满意度指标 | 满意度 | 居民满意度 | 90% | 92% | 10 | 10 |",
    )
    assert indicators(found) == ["产出指标/数量指标/安置人数 50→50", "满意度指标/满意度/居民满意度 10→10"]


PARTS = (
    "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 |",
    "产出指标 | 数量指标 | 发放苗木数 | 50 | 900株 | 880株 | 48 | |",
)
BEHIND = ("栽植大户数 | 30 | 3户 | 3户 | 30 | | |", "质量指标 | 成活率 | 10 | 95% | 96% | 10 | |")


def test_parts_of_an_indicator_without_points() -> None:
    found = _read(*PARTS, "其中桃苗 | 500株 | 480株 | | | |", "其中：梨苗 | 400株 | 400株 |", *BEHIND)
    assert indicators(found) == [
        "产出指标/数量指标/发放苗木数 50→48",
        "产出指标/数量指标/其中桃苗 -→-",
        "产出指标/数量指标/其中：梨苗 -→-",
        "产出指标/数量指标/栽植大户数 30→30",
        "产出指标/质量指标/成活率 10→10",
    ]
    assert targets(found)[1] == "- 500 株 480株"


def test_parts_of_an_indicator_that_may_be_points_are_told() -> None:
    found = _read(*PARTS, "其中桃苗 | 40 | 38 | | | |", *BEHIND)
    assert indicators(found) == [
        "产出指标/数量指标/发放苗木数 50→48",
        "产出指标/数量指标/栽植大户数 30→30",
        "产出指标/质量指标/成活率 10→10",
    ]
    assert any(notice.kind == "not_understood" and "38" in notice.evidence.quote for notice in found.notices)


def test_parts_of_an_indicator_with_points_of_their_own() -> None:
    found = _read(*PARTS, "其中桃苗 | 20 | 500株 | 480株 | 18 | | |", *BEHIND)
    assert indicators(found)[1] == "产出指标/数量指标/其中桃苗 20→18"


NUMBERED = (
    "序号 | 一级 指标 |",
    "二级 指标 |",
    "三级 指标 |",
    "指标分值 | 指标解释 | 评分标准 | 自评得分 |",
    "1 | 编制 (15分) |",
    "预算编制 (9分) | 编制 完整性 | 5 | 收支是否都编入预算。 | 1、收入编入(2分)；",
    "2、支出编入(3分)。 |",
    "5 |",
    "2 | 编制 准确性 | 4 | 调整是否过多。 | 调整过半不得分。 | 3 | | |",
)


def test_numbered_rows_that_line_breaks_have_cut() -> None:
    found = _read(
        *NUMBERED, "3 | 结转 (6分) | 结转率 | 6 | 结转是否过多。 |", "每多1%扣1分。 | 6 |", "合计 | 15 | 14 |"
    )
    assert indicators(found) == [
        "编制/预算编制/编制完整性 5→5",
        "编制/预算编制/编制准确性 4→3",
        "编制/结转/结转率 6→6",
    ]
    assert total(found) == "14"


def test_numbered_rows_with_more_cells_than_headings_stay_as_they_are() -> None:
    found = _read(
        *NUMBERED, "3 | 结转 (6分) | 结转率 | 6 | 结转是否过多。 |", "每多1%扣1分。 | 6 | 无 | 补充 | 材料 | 齐全 |"
    )
    assert not [text for text in indicators(found) if "结转率" in text]


def test_numbered_rows_that_are_whole_keep_their_numbers() -> None:
    found = _read(
        "序号 | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 完成值 | 得分 |",
        "1 | 产出指标 | 数量指标 | 安置人数 | 50 | 40人 | 42人 | 50 |",
        "2 | 产出指标 | 质量指标 | 在岗率 | 40 | 98% | 97% | 38 |",
    )
    assert indicators(found) == ["产出指标/数量指标/安置人数 50→50", "产出指标/质量指标/在岗率 40→38"]
    assert found.indicators[0].evidence.quote.startswith("1 产出指标")


def test_rows_of_words_in_a_table_without_points() -> None:
    found = _read(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 未完成原因 |",
        "产出指标 | 数量指标 | 安置人数 | ≥40人 | 42人 | |",
        "岗前培训 | 全员参加 | 全员参加 | |",
        "台账 | 齐全 | 缺两份 | 正在补齐 |",
        "满意度 | 居民满意度 | 满意 | 满意 | |",
    )
    assert indicators(found) == [
        "产出指标/数量指标/安置人数 -→-",
        "产出指标/数量指标/岗前培训 -→-",
        "产出指标/数量指标/台账 -→-",
        "产出指标/满意度/居民满意度 -→-",
    ]
    assert targets(found)[1:] == ["- 全员参加 - 全员参加", "- 齐全 - 缺两份", "- 满意 - 满意"]


def test_an_unusual_level_in_a_table_without_points() -> None:
    found = _read(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |",
        "履职 | 就业服务 | 岗前培训 | 全员参加 | 全员参加 |",
        "社会保障 | 参保 | 应保尽保 | 应保尽保 |",
    )
    assert indicators(found) == ["履职/就业服务/岗前培训 -→-", "履职/社会保障/参保 -→-"]


SPREAD = """|   项目名称
        |
     养老床位补贴
        |
  |||||
|   预算执行情况（万元）
        |
     预算数：
        |
     80
        |
     执行数：
        |
     76
        |
  ||
|   绩效指标完成情况
        |
     一级指标
        |
     二级指标
        |
     三级指标
        |
     预期指标值
        |
     实际完成指标值
        |
  |
|   项目完成指标
        |
     数量指标
        |
     新增床位
        |
     40张
        |

        |
  ||
|
        |
     质量指标
        |
     验收合格率
        |
     100%
        |
     98%
        |
  ||
"""


def test_rows_whose_cells_are_spread_over_lines() -> None:
    found = extract(restore(read_bytes(("项目绩效目标完成情况表（2023年度）\n\n" + SPREAD).encode())))
    assert found.reports[0].project_name == "养老床位补贴"
    assert [(amount.measure, amount.value_text) for amount in found.amounts] == [
        ("annual_budget", "80"),
        ("executed", "76"),
    ]
    assert targets(found) == ["- 40 张 -", "- 100 % 98%"]


def test_a_bar_alone_ends_no_row_of_a_table_that_is_whole() -> None:
    table = "| 项目名称 | 养老床位补贴 |\n| --- | --- |\n| 备注\n||\n| 主管部门 | 东山县民政局 |\n"
    texts = [cell.text for block in read_bytes(table.encode()).blocks for cell in getattr(block, "cells", ())]
    assert [text for text in texts if text] == ["项目名称", "养老床位补贴", "备注", "主管部门", "东山县民政局"]


LEVELS = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 得分 |"


def test_a_row_that_a_line_break_in_its_first_cell_has_cut() -> None:
    found = _read(
        LEVELS,
        "产出指标 | 数量指标 | 印发图册 | 900册 | 900册 | 12 | | |",
        "成本",
        "指标",
        "| 印刷与设计费用 | 30万 | 28.4万 | 11 | | | |",
        "效益指标",
        "| 社会效益 指标 | 知晓程度 | 提高 | 完成 | 9 | |",
    )
    assert indicators(found) == [
        "产出指标/数量指标/印发图册 -→12",
        "产出指标/成本指标/印刷与设计费用 -→11",
        "效益指标/社会效益指标/知晓程度 -→9",
    ]
    assert not found.unplaced


def test_a_line_between_two_tables_is_no_first_cell() -> None:
    found = _read(
        LEVELS,
        "产出指标 | 数量指标 | 印发图册 | 900册 | 900册 | 12 | | |",
        "填报说明",
        "| 印刷 | 设计 |",
    )
    assert indicators(found) == ["产出指标/数量指标/印发图册 -→12"]


def test_the_rest_of_a_table_behind_a_line_of_text_is_told() -> None:
    found = _read(
        LEVELS,
        "产出指标 | 数量指标 | 印发图册 | 900册 | 900册 | 12 | | |",
        "第一处图册由乡镇代为印发。",
        "效益指标 | 社会效益 指标 | 知晓程度 | 提高 | 完成 | 9 | |",
        "生态效益 指标 | 用纸 | 节约 | 完成 | 8 | |",
    )
    assert indicators(found) == ["产出指标/数量指标/印发图册 -→12"]
    assert [(figure.context, figure.value_text) for figure in found.unplaced] == [("score", "9"), ("score", "8")]


def test_a_row_of_words_that_a_blank_fills_up_to_the_width_of_its_heading() -> None:
    found = _read(LEVELS, "效益指标 | 社会效益 指标 | 知晓程度 | 提高 | 完成 | 9 | |")
    assert indicators(found) == ["效益指标/社会效益指标/知晓程度 -→9"]


def test_a_heading_that_line_breaks_have_cut() -> None:
    found = _read(
        "部门整体支出绩效自评表 | |||||||",
        "(2023年度) | |||||||",
        "一级指标 | 二级指标 | 三级指标 | 年度 指标值 |",
        "实际 完成值 |",
        "分值 | 得分 | 偏差原因分析及改进措施 | |||",
        "产出指标 | 数量指标 | 示范村 | ≥4 | 4 | 10 | 10 | |||",
        "整治村庄 | ≥200 | 202 | 10 | 9 | |||",
        "质量指标 | 验收通过率 | ≥95% | 100% | 5 | 5 | |||",
    )
    assert indicators(found) == [
        "产出指标/数量指标/示范村 10→10",
        "产出指标/数量指标/整治村庄 10→9",
        "产出指标/质量指标/验收通过率 5→5",
    ]
    assert targets(found) == ["≥ 4 - 4", "≥ 200 - 202", "≥ 95 % 100%"]


def test_a_heading_of_two_rows_stays_two() -> None:
    rows = ["一级指标", "二级指标", "三级指标", "分值", "得分"], ["年度指标值", "实际完成值"], ["产出指标", "甲", "乙"]
    assert joined(rows) == list(rows)


def test_a_line_of_funds_that_a_line_break_behind_its_label_has_cut() -> None:
    found = _read(
        "项目资金 (万元) |",
        "| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |",
        "年度资金总额 |",
        "| 40 | 30 | 10 | 75.00% | 7.5 |",
        "其中：当年财政拨款 |",
        "| 40 | 30 | 10 | 75.00% | 7.5 |",
    )
    amounts = {"annual_budget": "40 wan", "executed": "30 wan", "execution_rate": "75.00 percent"}
    assert money(found) == {"年度资金总额 *": amounts, "其中：当年财政拨款": amounts}
    assert not found.unplaced
