"""Money for several things one after the other, with what it comes to behind, or what was spent of each."""

from __future__ import annotations

import pytest

from ingest.records import Extraction
from support.told import extracted, money

TITLE = "青禾县民政局2023年度转移支付资金绩效自评报告"
PARTS = "2023年度，下达敬老院运行项目40万元；公益金支出项目276.4万元；公墓建设补助130.6万元"
SUMMED = {
    "共计下达中央、市级转移支付资金 *": {"appropriated": "447 wan"},
    "下达敬老院运行项目": {"appropriated": "40 wan"},
    "公益金支出项目": {"appropriated": "276.4 wan"},
    "公墓建设补助": {"appropriated": "130.6 wan"},
}


def told(found: Extraction) -> list[str]:
    return [notice.detail.rpartition("：")[2] for notice in found.notices if notice.kind == "not_understood"]


@pytest.mark.parametrize("mark", ["。", "，", "；"])
def test_what_things_come_to_stands_behind_them(mark: str) -> None:
    assert money(extracted(TITLE, f"{PARTS}{mark}共计下达中央、市级转移支付资金447万元。")) == SUMMED


def test_things_that_do_not_come_to_what_stands_behind_them_are_no_parts_of_it() -> None:
    found = money(extracted(TITLE, f"{PARTS}。共计下达中央、市级转移支付资金500万元。"))
    assert all("500" not in figure for label, line in found.items() if "下达" not in label for figure in line.values())
    assert len(found) < len(SUMMED)


def test_things_that_a_count_announces() -> None:
    assert money(
        extracted(TITLE, "2023年共安排支出项目3个，即下乡慰问经费12万元、即墨路修缮20万元、热线运维8万元，共40万元。")
    ) == {
        "共 *": {"appropriated": "40 wan"},
        "下乡慰问经费": {"appropriated": "12 wan"},
        "即墨路修缮": {"appropriated": "20 wan"},
        "热线运维": {"appropriated": "8 wan"},
    }


@pytest.mark.parametrize(
    "items",
    [
        ("1.老年类资金200万元，资金使用150万元，其余尚未到付款节点。", "2.儿童类资金60万元，资金使用9.5万元。"),
        ("老年类资金200万元，使用150万元；儿童类资金60万元，使用9.5万元。",),
    ],
)
def test_what_was_spent_of_each_of_several_things_is_theirs(items: tuple[str, ...]) -> None:
    found = extracted(TITLE, "共下达我县公益金260万元。", *items)
    assert money(found) == {
        "共下达我县公益金 *": {"appropriated": "260 wan"},
        "老年类资金": {"appropriated": "200 wan", "executed": "150 wan"},
        "儿童类资金": {"appropriated": "60 wan", "executed": "9.5 wan"},
    }
    assert told(found) == []


def test_one_thing_with_what_was_spent_of_it() -> None:
    found = extracted(TITLE, "全年预算260万元。", "老年类资金260万元，使用250万元。")
    assert money(found) == {"全年预算 *": {"annual_budget": "260 wan", "executed": "250 wan"}}


SHARED = "安排省本级有关部门预算资金13.5万元。"


def test_what_was_shared_out_of_a_whole_stated_before() -> None:
    assert money(extracted(TITLE, "共下达我省资金53.1万元。", f"下达各市县资金39.6万元，{SHARED}支出50万元。")) == {
        "共下达我省资金 *": {"appropriated": "53.1 wan", "executed": "50 wan"},
        "下达各市县资金": {"appropriated": "39.6 wan"},
        "安排省本级有关部门预算资金": {"appropriated": "13.5 wan"},
    }


@pytest.mark.parametrize("first", ["年初预算39.6万元", "下达各市县资金39.9万元"])
def test_amounts_that_are_not_shared_out_of_the_whole(first: str) -> None:
    found = money(extracted(TITLE, "共下达我省资金53.1万元。", f"{first}，{SHARED}"))
    assert "安排省本级有关部门预算资金" not in found


def test_a_part_of_spending_of_which_less_was_spent() -> None:
    found = extracted(TITLE, "项目资金80万元，使用73万元；其中慰问资金30万元，使用28万元。")
    assert money(found) == {
        "项目资金 *": {"appropriated": "80 wan", "executed": "73 wan"},
        "慰问资金": {"appropriated": "30 wan", "executed": "28 wan"},
    }
    assert told(found) == []


@pytest.mark.parametrize("last", ["会议费28万元", "公用支出28万元", "项目支出28万元"])
def test_parts_of_spending_side_by_side(last: str) -> None:
    found = extracted(TITLE, f"全年支出58万元，其中人员经费30万元，{last}。")
    assert [line.get("executed") for line in money(found).values()] == ["58 wan", "30 wan", "28 wan"]


def test_what_was_given_in_other_years_is_no_part() -> None:
    text = "2023年下达资金120万元，2022年下达50万元，2021年下达70万元。支出110万元。"
    found = money(extracted("东山县2023年社区养老服务项目支出绩效自评报告", text))
    assert found == {"下达资金 *": {"appropriated": "120 wan", "executed": "110 wan"}}
