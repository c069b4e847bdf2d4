"""Names of projects, units and departments."""

from __future__ import annotations

import pytest

from ingest.forms.names import bare_name, labelled_names, printed_project, printed_unit
from support.documents import rows, table
from support.told import extracted


def test_names_in_tables_and_in_lines() -> None:
    found = labelled_names(
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
    assert [(concept, value) for concept, value, _, _ in labelled_names(rows(line))] == names


def test_a_unit_beside_a_bare_label() -> None:
    found = labelled_names(rows(table("部门|某县乡村建设服务中心", "部门|合计", "部门|某县教育局|某县水利局")))
    assert [(concept, value) for concept, value, _, _ in found] == [("organization_name", "某县乡村建设服务中心")]


def test_a_label_before_a_seal_names_nothing() -> None:
    assert not list(labelled_names(rows("项目主管部门（单位）：（公章）")))


def test_names_in_one_cell_of_labels() -> None:
    caption = table("填报单位（盖章）：东山县教育局      单位：万元|", "项目名称|校舍维修")
    assert [(concept, value) for concept, value, _, _ in labelled_names(rows(caption))] == [
        ("project_name", "校舍维修"),
        ("organization_name", "东山县教育局"),
    ]


def test_who_fills_in_the_form_stands_behind_who_carries_the_project_out() -> None:
    lines = rows("单位名称：东山县教育局 填报日期：2024年3月8日", table("项目名称|校舍维修", "实施单位|东山县一中"))
    assert [value for concept, value, _, _ in labelled_names(lines) if concept == "organization_name"] == [
        "东山县一中",
        "东山县教育局",
    ]


def test_numbered_names_of_several_projects_name_none_of_the_report() -> None:
    lines = rows("项目单位：东山县教育局", "1.项目名称：校舍维修", "支出5万元。", "2.项目名称：食堂改造")
    assert [(concept, value) for concept, value, _, _ in labelled_names(lines)] == [
        ("organization_name", "东山县教育局")
    ]


def test_a_label_without_a_value_takes_no_other_label_for_it() -> None:
    found = list(labelled_names(rows(table("主管部门||实施单位|", "项目名称|主管部门|某县教育局"))))
    assert [(concept, value) for concept, value, _, _ in found] == [("department_name", "某县教育局")]


@pytest.mark.parametrize("line", ["单位：青石县文化馆", "单 位: 青石县文化馆　　金额单位：万元", "部门：青石县文化馆"])
def test_a_unit_behind_its_label_below_the_title(line: str) -> None:
    named = printed_unit(rows(line, table("一级指标|二级指标|得分", "产出|数量|9")))
    assert named is not None
    assert named[0] == "青石县文化馆"


@pytest.mark.parametrize("line", ["单位：万元", "单位：青石县", "计量单位：青石县文化馆"])
def test_what_is_no_unit_behind_the_label(line: str) -> None:
    assert printed_unit(rows(line, table("一级指标|二级指标|得分", "产出|数量|9"))) is None


def test_a_project_in_brackets_below_the_title() -> None:
    named = printed_project(rows("（校园“直饮水”补助经费项目）", "一、项目基本情况"))
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
    assert printed_project(rows(line, "一、项目基本情况")) is None


def test_brackets_further_down_name_no_project() -> None:
    assert printed_project(rows("一、项目基本情况", "（校园直饮水项目）")) is None


@pytest.mark.parametrize(
    ("below", "name"),
    [("人民法院（公章）", "云溪县人民法院"), ("人民法院", "云溪县"), ("东山县财政局制（盖章）", "云溪县")],
)
def test_a_unit_whose_name_a_line_break_cuts(below: str, name: str) -> None:
    named = [value for _, value, _, _ in labelled_names(rows("部门（单位）全称：云溪县", below))]
    assert named == [name]


def test_boxes_behind_a_name_are_no_part_of_it() -> None:
    assert bare_name("organization_name", "投资服务中心 □ 3、一次性项目 □") == "投资服务中心"
    assert bare_name("project_name", "□□村道路硬化") == "□□村道路硬化"


def test_a_seal_before_a_unit_and_a_label_behind_it() -> None:
    found = labelled_names(rows("填报单位：（盖章）某市农业农村局", "项目实施单位  某市渔业研究所  联系人  联系电话"))
    assert [value for _, value, _, _ in found] == ["某市农业农村局", "某市渔业研究所"]


@pytest.mark.parametrize("concept", ["organization_name", "project_name"])
def test_stars_in_place_of_a_name_name_nothing(concept: str) -> None:
    assert bare_name(concept, "****") == ""
    assert bare_name(concept, "**镇") == "**镇"


def test_a_unit_behind_a_label_that_stars_hide_is_none() -> None:
    assert not list(labelled_names(rows(table("实施单位|****", "主管部门|——"))))


def test_the_unit_alone_below_a_title_without_one() -> None:
    said = "2022年项目预算30万元，支出27万元。"
    found = extracted("关于2022年度项目支出绩效自评工作的总结", "青禾县卫生健康局", "县财政局：", said)
    assert (found.reports[0].organization_name, found.reports[0].title_year) == ("青禾县卫生健康局", 2022)
    assert extracted("关于2022年度项目支出绩效自评工作的总结", "市财政局", said).reports[0].organization_name is None


def test_a_unit_behind_the_blanks_of_a_merged_label() -> None:
    found = labelled_names(rows(table("主管部门||某县水务局||实施单位||某县灌区管理所|", "项目名称||河道清淤|||||")))
    assert [(concept, value) for concept, value, _, _ in found] == [
        ("department_name", "某县水务局"),
        ("organization_name", "某县灌区管理所"),
    ]


def test_behind_the_blank_of_a_unit_nothing_else_is_taken_for_it() -> None:
    assert not list(labelled_names(rows(table("主管部门||联系电话||实施单位||2024年|"))))


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("单位：青禾县水利局（盖章）", "青禾县水利局"),
        ("县财政局委托第三方对青禾县水利局2022年度部门整体支出开展绩效评价。", "青禾县水利局"),
    ],
)
def test_the_unit_in_a_line_below_the_title(line: str, unit: str) -> None:
    found = printed_unit(rows("（2022年度）", line))
    assert found is not None and found[0] == unit
