import datetime as dt

import pytest

from ingest.forms import head
from support.documents import grid, rows, table, texts


def test_names_in_tables_and_in_lines() -> None:
    found = head.labelled_names(
        rows(
            table("项目名称|校舍维修", "主管部门|某县教育局|实施\n单位|某县第一中学", "项目负责人||联系电话|"),
            "主管部门：某县教育局",
            "项目绩效目标：提升办学条件，保障安全。",
        )
    )
    assert [(concept, value) for concept, value, _, _ in found] == [
        ("project_name", "校舍维修"),
        ("department_name", "某县教育局"),
        ("organization_name", "某县第一中学"),
        ("department_name", "某县教育局"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("填报单位：东山县教育局          填报日期：2024年3月1日", [("organization_name", "东山县教育局")]),
        ("填报单位（盖章）：东山县教育局 联系人：张某", [("organization_name", "东山县教育局")]),
        (
            "项目名称：校舍维修    主管部门：东山县教育局",
            [("project_name", "校舍维修"), ("department_name", "东山县教育局")],
        ),
        (
            "项目名称：校舍维修；项目单位：东山县一中。",
            [("project_name", "校舍维修"), ("organization_name", "东山县一中")],
        ),
        ("1.项目名称：校舍维修项目。", [("project_name", "校舍维修项目")]),
        ("一、项目单位：东山县教育局", [("organization_name", "东山县教育局")]),
        ("东山县教育局 联系电话：1234", []),
        ("情况如下：项目名称已经公开。", []),
        ("项目名称    校舍维修", [("project_name", "校舍维修")]),
        ("项目名称 低 保", [("project_name", "低 保")]),
        (
            "主管部门 东山县教育局 实施单位 东山县第一中学",
            [("department_name", "东山县教育局"), ("organization_name", "东山县第一中学")],
        ),
        ("主管部门 实施单位 东山县第一中学", [("organization_name", "东山县第一中学")]),
        ("项目名称 预算数 执行数 得分", []),
        ("项目名称 校舍维修 项目负责人 张某", []),
        ("项目单位 负责人签字", []),
    ],
)
def test_names_in_a_line_of_labels(line: str, names: list[tuple[str, str]]) -> None:
    assert [(concept, value) for concept, value, _, _ in head.labelled_names(rows(line))] == names


def test_a_unit_beside_a_bare_label() -> None:
    found = head.labelled_names(rows(table("部门|某县乡村建设服务中心", "部门|合计", "部门|某县教育局|某县水利局")))
    assert [(concept, value) for concept, value, _, _ in found] == [("organization_name", "某县乡村建设服务中心")]


def test_a_label_before_a_seal_names_nothing() -> None:
    assert not list(head.labelled_names(rows("项目主管部门（单位）：（公章）")))


def test_names_in_one_cell_of_labels() -> None:
    caption = table("填报单位（盖章）：东山县教育局      单位：万元|", "项目名称|校舍维修")
    assert [(concept, value) for concept, value, _, _ in head.labelled_names(rows(caption))] == [
        ("project_name", "校舍维修"),
        ("organization_name", "东山县教育局"),
    ]


def test_who_fills_in_the_form_stands_behind_who_carries_the_project_out() -> None:
    lines = rows("单位名称：东山县教育局 填报日期：2024年3月8日", table("项目名称|校舍维修", "实施单位|东山县一中"))
    assert [value for concept, value, _, _ in head.labelled_names(lines) if concept == "organization_name"] == [
        "东山县一中",
        "东山县教育局",
    ]


def test_numbered_names_of_several_projects_name_none_of_the_report() -> None:
    lines = rows("项目单位：东山县教育局", "1.项目名称：校舍维修", "支出5万元。", "2.项目名称：食堂改造")
    assert [(concept, value) for concept, value, _, _ in head.labelled_names(lines)] == [
        ("organization_name", "东山县教育局")
    ]


def test_a_label_without_a_value_takes_no_other_label_for_it() -> None:
    found = list(head.labelled_names(rows(table("主管部门||实施单位|", "项目名称|主管部门|某县教育局"))))
    assert [(concept, value) for concept, value, _, _ in found] == [("department_name", "某县教育局")]


def test_goals_in_prose() -> None:
    lines = rows(
        "（一）项目概况。甲",
        "（二）项目绩效目标。",
        "1.总目标",
        "（1）产出目标",
        "维修。",
        "（三）绩效目标实现情况。已修。",
        "四、分析",
    )
    assert texts(*head.stated_goal_places(lines)) == ("1.总目标（1）产出目标维修。", "已修。")


def test_dates_of_signatures_and_filings_only() -> None:
    found = head.dates(
        rows(
            table("填报人（签字）：|2025 年 5 月 19 日"),
            "绩效自评日期：2025年5月",
            "截止2024年12月31日支出31.48万元，资金已经全部按照合同约定支付完毕，项目已经验收并交付使用，单位将继续加强管理，做好运行维护和绩效自评等后续各项工作。",
            "2025年6月2日",
        )
    )
    assert [(date, has_day) for date, has_day, _ in found] == [
        (dt.date(2025, 5, 19), True),
        (dt.date(2025, 5, 1), False),
        (dt.date(2025, 6, 2), True),
    ]


def test_a_date_that_is_an_indicators_value_is_none_of_the_report() -> None:
    lines = rows("指标1：整体完成时间", "2023年12月31日", "2023年12月31日", "5", "东山县教育局", "2024年3月8日")
    assert [date for date, _, _ in head.dates(lines)] == [dt.date(2024, 3, 8)]


def test_times_of_the_project_are_no_dates_of_the_report() -> None:
    found = head.dates(
        rows(
            table(
                "项目起止时间|2023年1月-2023年12月",
                "填报单位（盖章）|某县文化馆|项目期限|2022-01-01至2023-12-31|填报日期|2024-03-05",
                "项目期限：2022年3月1日至2023年3月1日|填表人：甲",
                "时效指标|完成时间|2023年12月|2023年12月|10|10",
            ),
            "项目实施时间：2023年2月",
            "评价时间段：2023年1月1日至2023年12月31日",
            "评价时间：2024年2月1日",
        )
    )
    assert [(date, has_day) for date, has_day, _ in found] == [
        (dt.date(2024, 3, 5), True),
        (dt.date(2024, 2, 1), True),
    ]


def test_grades_asked_for_and_given() -> None:
    found = head.grades(
        rows(
            table("评价等次|优□ 良□ 中 □ 差□", "|100-90（含）分为优、90-80（含）分为良"),
            "自评得分为94分，自评等级为优秀。",
            "自评等级：优。",
        )
    )
    assert [grade for grade, _, _ in found] == [None, ("excellent", "优秀"), ("excellent", "优")]


@pytest.mark.parametrize(
    ("printed", "is_asked"),
    [
        (("自评等级|",), True),
        (("自评总分|96|自评等级|",), True),
        (("自评总分||评价等次|",), True),
        (("自评等级||填表人|",), True),
        (("评价结论|",), False),
        (("项目名称|自评得分|自评等级|", "幼林抚育|96|优|"), False),
        (("自评等级|填表说明",), False),
        (("自评等级：|自评得分：96",), True),
        (("评价等次：____|",), True),
    ],
)
def test_a_place_for_a_grade_that_is_blank(printed: tuple[str, ...], is_asked: bool) -> None:
    found = head.grades(rows(table(*printed)))
    assert [grade for grade, _, _ in found] == ([None] if is_asked else [])


@pytest.mark.parametrize(
    ("label", "is_total"),
    [("自评得分", True), ("项目总得分", True), ("总评分", True), ("标准总分", False), ("得分", False)],
)
def test_labels_of_the_total_score(label: str, is_total: bool) -> None:
    row = rows(table(f"项目名称|幼林抚育|{label}|96.5分", "主管部门|林业局||"))[0]
    assert [cell.text for cell in head.total_scores(row)] == (["96.5分"] if is_total else [])


def test_project_type() -> None:
    assert head.project_type(rows(table("项目类型|经常性项目 () 一次性项目 (√)"))) == "one_off"
    assert head.project_type(rows(table("项目类型|经常性项目（√）  一次性项目（ ）"))) == "recurring"
    assert head.project_type(rows(table("项目类型|经常性项目（ ）  一次性项目（ ）"))) is None


def test_goals_of_a_report_in_a_spreadsheet() -> None:
    sheet = grid("一、基本情况|<", "（二）项目绩效目标。维修校舍三栋。|<", "二、绩效目标实现情况|<", "已维修三栋。|<")
    assert texts(*head.stated_goal_places(rows(sheet))) == ("维修校舍三栋。", "已维修三栋。")


def test_goals_stand_under_a_heading_with_text_of_its_own() -> None:
    lines = rows(
        "一、资金下达及绩效目标", "2022年下达资金20万元。", "二、绩效目标", "（一）年度绩效目标", "养护公路20公里。",
        "三、绩效目标完成情况分析", "（一）资金投入情况分析", "到位20万元。",
        "（二）总体绩效目标完成情况分析", "已养护21公里。", "四、其他",
    )  # fmt: skip
    assert texts(*head.stated_goal_places(lines)) == ("养护公路20公里。", "已养护21公里。")


def test_goals_below_numbered_headings_without_text() -> None:
    lines = rows(
        "（三）项目绩效目标", "1.项目绩效总目标", "三年内让全部村庄通水。", "2.年度绩效目标", "今年通水20个村。",
        "（二）绩效目标完成情况分析。", "1.资金投入情况分析。", "（1）项目资金执行情况。支出92万元。",
        "2.资金管理情况分析。", "专账核算。", "3.总体绩效目标完成情况分析。", "今年已通水21个村。",
        "4.绩效指标完成情况分析。", "（1）产出指标。", "通水21个村。",
    )  # fmt: skip
    assert texts(*head.stated_goal_places(lines)) == ("三年内让全部村庄通水。今年通水20个村。", "今年已通水21个村。")


def test_goals_that_were_reached_are_no_goals() -> None:
    lines = rows("（二）绩效目标完成情况", "1.执行率情况。", "支出20万元。", "2.完成的绩效目标。", "养护21公里。")
    assert head.stated_goal_places(lines)[0] is None


def test_indicators_below_the_heading_of_completion_are_its_text() -> None:
    lines = rows("（二）绩效目标完成情况", "1.产出指标完成情况。", "通水21个村。", "2.效益指标完成情况。", "用水方便。")
    done = head.stated_goal_places(lines)[1]
    assert done is not None
    assert done.text == "1.产出指标完成情况。通水21个村。2.效益指标完成情况。用水方便。"


@pytest.mark.parametrize(
    ("printed", "given"),
    [
        ("自评等级：优□ 良√ 中□ 差□", [("good", "良")]),
        ("自评等级：□优 ☑良 □中 □差", [("good", "良")]),
        ("自评等级：☑优", [("excellent", "优")]),
        ("综合评价等级：优（ ）良（√）中（ ）差（ ）", [("good", "良")]),
        ("自评等级：优 良⃝ 中 差", [("good", "良")]),
        ("自评等级：优□ 良□ 中□ 差□", [None]),
        ("评价等级为优、良、中、差四个等次", []),
        ("自评等级：优", [("excellent", "优")]),
        ("自评等级：", [None]),
        ("评价等级分为四等", []),
    ],
)
def test_a_choice_of_grades_in_a_line(printed: str, given: list[tuple[str, str] | None]) -> None:
    assert [grade for grade, _, _ in head.grades(rows(printed))] == given


@pytest.mark.parametrize("line", ["单位：青石县文化馆", "单 位: 青石县文化馆　　金额单位：万元", "部门：青石县文化馆"])
def test_a_unit_behind_its_label_below_the_title(line: str) -> None:
    named = head.printed_unit(rows(line, table("一级指标|二级指标|得分", "产出|数量|9")))
    assert named is not None
    assert named[0] == "青石县文化馆"


@pytest.mark.parametrize("line", ["单位：万元", "单位：青石县", "计量单位：青石县文化馆"])
def test_what_is_no_unit_behind_the_label(line: str) -> None:
    assert head.printed_unit(rows(line, table("一级指标|二级指标|得分", "产出|数量|9"))) is None


def test_a_project_in_brackets_below_the_title() -> None:
    named = head.printed_project(rows("（校园“直饮水”补助经费项目）", "一、项目基本情况"))
    assert named is not None
    assert named[0] == "校园“直饮水”补助经费项目"


@pytest.mark.parametrize(
    "line",
    [
        "（2023年度）",
        "（送审稿）",
        "（青石县文化馆）",
        "（以下简称：本项目）",
        "（单位：万元）",
        "校园直饮水项目",
        "（一）项目",
        "（含专项资金）",
        "（不含基本建设项目）",
        "（适用于专项资金）",
        "（2023年度省级财政专项资金）",
        "（一般公共预算资金）",
        "（部门整体支出项目）",
    ],
)
def test_what_names_no_project_below_the_title(line: str) -> None:
    assert head.printed_project(rows(line, "一、项目基本情况")) is None


def test_brackets_further_down_name_no_project() -> None:
    assert head.printed_project(rows("一、项目基本情况", "（校园直饮水项目）")) is None


@pytest.mark.parametrize(
    ("below", "name"),
    [("人民法院（公章）", "云溪县人民法院"), ("人民法院", "云溪县"), ("东山县财政局制（盖章）", "云溪县")],
)
def test_a_unit_whose_name_a_line_break_cuts(below: str, name: str) -> None:
    named = [value for _, value, _, _ in head.labelled_names(rows("部门（单位）全称：云溪县", below))]
    assert named == [name]


def test_boxes_behind_a_name_are_no_part_of_it() -> None:
    assert head.bare_name("organization_name", "投资服务中心 □ 3、一次性项目 □") == "投资服务中心"
    assert head.bare_name("project_name", "□□村道路硬化") == "□□村道路硬化"
