"""Parts of parts in sentences: each under what it is part of, or told. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"


def tree(*paragraphs: str) -> list[str]:
    """One text a funding line: its parent's label, its own, the amounts of its own."""
    found = extracted(PROJECT, *paragraphs)
    labels = {line.line_no: line.line_label for line in found.funding_lines}
    return [
        f"{labels.get(line.parent_line_no or 0, '-')}/{line.line_label} "
        + " ".join(a.value_text for a in found.amounts if a.line_no == line.line_no and a.is_line_cell)
        for line in found.funding_lines
    ]


def doubts(*paragraphs: str) -> list[str]:
    return [notice.detail for notice in extracted(PROJECT, *paragraphs).notices if "其中数" in notice.detail]


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "预算100万元，其中：中央资金60万元，其中：直达资金40万元，省级资金40万元。",
            ["-/预算 100", "预算/中央资金 60", "中央资金/直达资金 40", "预算/省级资金 40"],
        ),
        (
            "预算100万元，其中：中央资金60万元（其中：直达资金40万元），省级资金40万元。",
            ["-/预算 100", "预算/中央资金 60", "中央资金/直达资金 40", "预算/省级资金 40"],
        ),
        (
            "预算100万元，其中：中央资金60万元（含直达资金40万元），省级资金40万元。",
            ["-/预算 100", "预算/中央资金 60", "中央资金/直达资金 40", "预算/省级资金 40"],
        ),
        (
            "支出100万元，其中：人员经费60万元，其中：工资40万元，奖金20万元，公用经费40万元，其中：办公费10万元，差旅费30万元。",
            [
                "-/支出 100",
                "支出/人员经费 60",
                "人员经费/工资 40",
                "人员经费/奖金 20",
                "支出/公用经费 40",
                "公用经费/办公费 10",
                "公用经费/差旅费 30",
            ],
        ),
        (
            "项目支出预算为300万元，其中：一是助餐资金200万元，分别为设备专项150万元、餐补专项50万元；"
            "二是护理经费100万元，分别为培训经费60万元、检查经费40万元。",
            [
                "-/项目支出预算 300",
                "项目支出预算/助餐资金 200",
                "助餐资金/设备专项 150",
                "助餐资金/餐补专项 50",
                "项目支出预算/护理经费 100",
                "护理经费/培训经费 60",
                "护理经费/检查经费 40",
            ],
        ),
        (
            "预算100万元，其中：护理经费60万元，即：培训经费40万元、检查经费20万元，助餐资金40万元。",
            ["-/预算 100", "预算/护理经费 60", "护理经费/培训经费 40", "护理经费/检查经费 20", "预算/助餐资金 40"],
        ),
        (
            "预算100万元，其中：中央资金60万元，省级资金40万元，其中：设备15万元，服务25万元。",
            ["-/预算 100", "预算/中央资金 60", "预算/省级资金 40", "省级资金/设备 15", "省级资金/服务 25"],
        ),
    ],
)
def test_parts_of_a_part_are_told_by_what_they_come_to(sentence: str, lines: list[str]) -> None:
    assert tree(sentence) == lines
    assert doubts(sentence) == []


def test_who_gives_tells_what_is_no_part_of_a_part() -> None:
    assert tree("预算100万元，其中：中央资金50万元，其中：直达资金30万元，省级资金40万元。") == [
        "-/预算 100",
        "预算/中央资金 50",
        "中央资金/直达资金 30",
        "预算/省级资金 40",
    ]


def test_a_second_breakdown_of_the_whole_stays_its_own() -> None:
    assert tree("到位资金100万元，其中：中央资金60万元，省级资金40万元。其中：设备采购70万元，培训30万元。") == [
        "-/到位资金 100",
        "到位资金/中央资金 60",
        "到位资金/省级资金 40",
        "到位资金/设备采购 70",
        "到位资金/培训 30",
    ]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("预算100万元，其中：中央资金60万元，省级资金40万元，其中：直达资金30万元。", "30"),
        ("预算100万元，其中：中央资金60万元，其中：直达资金40万元。", "40"),
        ("预算100万元，其中中央资金60万元。其中直达资金30万元。", "30"),
    ],
)
def test_parts_of_which_it_cannot_be_told_whose_they_are(sentence: str, figure: str) -> None:
    assert not any(line.endswith(f"直达资金 {figure}") for line in tree(sentence))
    assert doubts(sentence) == [f"无法判断是哪项资金的其中数 / of which amount this is a part cannot be told：{figure}"]


def test_parts_told_twice_once_with_who_hands_them_down_are_told_once() -> None:
    assert tree(
        "2022年下达补助资金90万元，其中：下达中央补助资金60万元，下达省级补助资金30万元。",
        "2022年共下达我县补助资金90万元（其中：中央补助资金60万元，省级补助资金30万元）。",
    ) == ["-/下达补助资金 90", "下达补助资金/中央补助资金 60", "下达补助资金/省级补助资金 30"]


def test_whom_it_is_handed_to_is_part_of_the_name() -> None:
    assert tree("预算100万元，其中：下达市级单位20万元，下达县级80万元。") == [
        "-/预算 100",
        "预算/下达市级单位 20",
        "预算/下达县级 80",
    ]


@pytest.mark.parametrize("opening", ["分别是", "分别为：", "其中："])
def test_a_part_that_is_named_again_with_its_year_and_broken_down(opening: str) -> None:
    found = extracted(
        "青禾县科技局2021年项目绩效自评报告",
        "项目资金总预算为500万元，其中人才培养80万元，平台建设420万元。",
        f"2021年人才培养预算80万元，{opening}评审费30万元，培训经费50万元。",
    )
    lines = {line.line_label: line for line in found.funding_lines}
    part = lines["人才培养"]
    assert [lines[name].parent_line_no for name in ("评审费", "培训经费")] == [part.line_no] * 2
    assert part.parent_line_no == 1
    assert not found.notices


def test_uses_behind_each_that_do_not_come_to_the_whole_are_no_parts() -> None:
    found = extracted("青禾县科技局2021年项目绩效自评报告", "项目预算80万元，分别是评审费30万元，培训经费5万元。")
    assert [line.line_label for line in found.funding_lines] == ["项目预算"]


def test_parts_of_a_category_that_was_named_before() -> None:
    found = extracted(
        "东山县民政局2023年度部门整体支出绩效自评报告",
        "2023年总支出348万元，其中：基本支出182万元，项目支出166万元。基本支出中：工资福利支出160万元、办公费22万元。",
    )
    assert [(line.line_label, line.parent_line_no) for line in found.funding_lines] == [
        ("总支出", None),
        ("基本支出", 1),
        ("项目支出", 1),
        ("工资福利", 2),
        ("办公费", 2),
    ]
    assert found.funding_lines[3].evidence.quote.startswith("基本支出中：工资福利支出160万元")


def test_a_name_in_a_bracket_holds_up_to_its_end() -> None:
    found = extracted(
        "东山县气象局2022年度部门整体支出绩效自评报告",
        "年初预算268万元，年中追加36万元（其中人员增资16万元，人工影响天气作业经费20万元），调整后预算304万元。",
        "1.人工影响天气作业经费：年初预算40万元，实际支出58万元。",
        "2.气象站运维经费：年初预算40万元，实际支出37万元。",
    )
    [total] = [amount for amount in found.amounts if amount.value_text == "304"]
    assert (total.measure, total.line_no) == ("annual_budget", 1)
    assert not found.notices


def test_parts_of_an_item_that_was_named_before() -> None:
    found = extracted(
        "东山县统计局2023年度部门整体支出绩效自评报告",
        "2023年部门预算总额456万元，其中：人员经费330万元，项目经费126万元。"
        "项目经费包括：经济普查经费76万元，住户调查经费50万元。",
    )
    assert [(line.line_label, line.parent_line_no) for line in found.funding_lines][2:] == [
        ("项目经费", 1),
        ("经济普查经费", 3),
        ("住户调查经费", 3),
    ]
