"""Attachments that a report lists, and whether the file holds them."""

from support.documents import Block, grid, table
from support.told import extracted

REPORT = ("某县教育局2024年度校舍维修项目支出绩效自评报告", "一、基本情况", "年初预算100万元，支出90万元，执行率90%。")
SHEET = table("一级指标|二级指标|三级指标|分值|得分", "产出|数量|维修校舍|100|95")


def told(*blocks: Block | str) -> list[tuple[str, bool]]:
    return [(listed.title, listed.is_present) for listed in extracted(*REPORT, *blocks).listed_attachments]


def test_a_list_of_which_the_file_holds_a_part() -> None:
    assert told(
        "附件：1.校舍维修项目支出绩效自评表",
        "2.校舍维修项目资金使用情况表",
        "3.验收照片",
        "附件1",
        "2024年度项目支出绩效自评表",
        SHEET,
    ) == [("校舍维修项目支出绩效自评表", True), ("校舍维修项目资金使用情况表", False), ("验收照片", False)]


def test_a_list_in_one_line_with_a_table_that_has_no_title() -> None:
    assert told("附件：1.绩效自评表 2.问题清单", SHEET) == [("绩效自评表", True), ("问题清单", False)]


def test_marks_references_and_nothing_are_no_list() -> None:
    assert told("三、评价结论（详见附件：评分表）", "附件：无", "附件：另附", "附件1", "绩效自评表", SHEET) == []


def test_the_report_of_another_project_is_no_attachment() -> None:
    assert told(
        "附件：1.校舍维修项目绩效自评表",
        "某县教育局2024年度营养餐项目支出绩效自评报告",
        "年初预算30万元，支出30万元，执行率100%。",
    ) == [("校舍维修项目绩效自评表", False)]


def test_lists_under_a_mark_and_of_numbered_marks() -> None:
    assert told("附件：", "1.验收照片", "2.合同复印件") == [("验收照片", False), ("合同复印件", False)]
    assert told("附件1：验收照片", "附件2：合同复印件") == [("验收照片", False), ("合同复印件", False)]
    assert told("附件1：绩效自评表", SHEET) == []


def test_a_report_in_a_spreadsheet() -> None:
    sheet = grid(
        "某县教育局2024年度校舍维修项目支出绩效自评报告|<",
        "年初预算100万元，支出90万元，执行率90%。|<",
        "附件：1.校舍维修资金使用情况表|<",
        "2.校舍维修验收照片|<",
        "校舍维修资金使用情况表|<",
    )
    assert [(listed.title, listed.is_present) for listed in extracted(sheet).listed_attachments] == [
        ("校舍维修资金使用情况表", True),
        ("校舍维修验收照片", False),
    ]


def test_a_line_that_names_the_only_attachment_heads_the_table_below_it() -> None:
    assert told("附件：校舍维修评分细则", SHEET) == []
    assert told("附件：校舍维修验收照片", "四、其他情况", SHEET) == [("校舍维修验收照片", False)]
