"""An amount without a name of its own whose parts are what givers gave: the parts are never taken for the whole.
Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import extracted, money

PROJECT = "东山县教育局2023年度校舍维修项目支出绩效自评报告"
UNCLEAR = "无法判断是否为预算金额 / whether this is the budget cannot be told"


def lines(*paragraphs: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *paragraphs))


def told(*paragraphs: str) -> list[str]:
    return [notice.detail for notice in extracted(PROJECT, *paragraphs).notices]


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        (
            "我县专项资金共900万元，其中：中央专项资金500.5万元，省级专项资金380万元，县级资金19.5万元。",
            "我县专项资金共",
        ),
        ("校舍维修资金900万元（中央资金500.5万元、省级专项资金380万元、县级资金19.5万元）。", "校舍维修资金"),
        ("共需资金900万元，包括中央资金500.5万元、省级专项资金380万元、县级配套资金19.5万元。", "共需资金"),
        ("项目总资金900万元。其中中央资金500.5万元，省级专项资金380万元；县级资金19.5万元。", "项目总资金"),
    ],
)
def test_what_givers_gave_in_all(sentence: str, whole: str) -> None:
    found = lines(sentence + "全年支出855万元。")
    assert found[f"{whole} *"] == {"appropriated": "900 wan", "executed": "855 wan"}
    assert [list(figures.items()) for figures in found.values()][1:] == [
        [("appropriated", "500.5 wan")],
        [("appropriated", "380 wan")],
        [("appropriated", "19.5 wan")],
    ]
    assert told(sentence) == []


def test_a_whole_in_the_paragraph_before() -> None:
    for whole in ("项目资金", "资金总额"):
        assert lines(f"{whole}500万元。", "其中：中央资金300万元，省级资金200万元。") == {
            f"{whole} *": {"appropriated": "500 wan"},
            "中央资金": {"appropriated": "300 wan"},
            "省级资金": {"appropriated": "200 wan"},
        }


def test_a_part_is_no_whole_where_the_whole_cannot_be_told() -> None:
    sentence = "项目总投资500万元，其中：财政资金300万元，自筹资金200万元。全年支出280万元。"
    assert lines(sentence) == {"全年支出 *": {"executed": "280 wan"}}
    assert told(sentence) == [f"{UNCLEAR}：500"]
    items = ("1.教师津贴95万元，其中财政拨款60万元，上级补助35万元。", "2.校车补贴30万元，均为财政拨款。")
    assert lines(*items) == {}
    assert told(*items) == [f"{UNCLEAR}：95"]


@pytest.mark.parametrize("between", ["；", "。"])
def test_of_several_such_wholes_none_is_the_budget(between: str) -> None:
    first, second = "中央资金300万元，省级资金200万元", "中央资金30万元，省级资金20万元"
    sentence = f"校舍资金500万元，其中{first}{between}食堂资金50万元，其中{second}。"
    assert lines(sentence) == {}
    assert told(sentence) == [f"{UNCLEAR}：500", f"{UNCLEAR}：50"]


def test_a_known_budget_stays_the_budget() -> None:
    assert lines("全年预算500万元。", "项目资金500万元，其中中央资金300万元，省级资金200万元。") == {
        "全年预算 *": {"annual_budget": "500 wan", "appropriated": "500 wan"},
        "中央资金": {"appropriated": "300 wan"},
        "省级资金": {"appropriated": "200 wan"},
    }
    sentences = "项目总投资3000万元，其中财政资金2000万元，自筹资金1000万元。全年预算500万元，支出480万元。"
    assert lines(sentences) == {"全年预算 *": {"annual_budget": "500 wan", "executed": "480 wan"}}
    assert told(sentences) == []


def test_an_area_s_money_is_no_whole_of_the_unit_s() -> None:
    assert lines("全县农业资金5亿元，其中我局财政资金300万元。") == {"我局财政资金 *": {"appropriated": "300 wan"}}


def test_all_spent_says_so_behind_the_amount() -> None:
    assert lines("全年预算500万元。校舍维修资金500万元全部执行到位。") == {
        "全年预算 *": {"annual_budget": "500 wan", "executed": "500 wan"}
    }


def test_total_investment_that_was_given_has_its_givers() -> None:
    assert lines("项目总投资500万元，其中：财政资金300万元，自筹资金200万元，共计下达500万元。") == {
        "项目总投资 *": {"appropriated": "500 wan"},
        "财政资金": {"appropriated": "300 wan"},
        "自筹资金": {"appropriated": "200 wan"},
    }


@pytest.mark.parametrize(
    "parts",
    [
        "。其中：师资费支出40万元，场地费支出20万元，教材费支出25万元，结余5万元。",
        "，其中师资费40万元，场地费20万元，教材费25万元。年末结余5万元。",
    ],
)
def test_parts_that_come_to_the_budget_with_what_is_left_are_spent(parts: str) -> None:
    items = {"师资费": {"executed": "40 wan"}, "场地费": {"executed": "20 wan"}, "教材费": {"executed": "25 wan"}}
    assert lines(f"预算安排90万元{parts}") == {"预算安排 *": {"annual_budget": "90 wan"}, **items}
    assert lines(f"预算安排90万元{parts}全年支出85万元。") == {
        "预算安排 *": {"annual_budget": "90 wan", "executed": "85 wan"},
        **items,
    }


@pytest.mark.parametrize(
    "parts",
    [
        "师资费支出40万元，场地费支出50万元，结余5万元。",
        "财政拨款60万元，单位自有资金25万元，结转结余5万元。",
    ],
)
def test_parts_of_a_budget_beside_what_is_left(parts: str) -> None:
    found = lines(f"预算安排90万元，其中：{parts}")
    assert {measure for figures in found.values() for measure in figures} == {"annual_budget"}


@pytest.mark.parametrize("lead", ["收到上级资金2笔:", "2023年共收到上级资金2笔：", "收到上级资金共2笔，分别为"])
def test_what_each_document_gave_comes_to_what_was_received(lead: str) -> None:
    found = lines(f"{lead}东财教〔2023〕10号120万元、东财教〔2023〕25号80万元，合计200万元。全年支出190万元。")
    assert found == {
        "合计 *": {"funds_received": "200 wan", "executed": "190 wan"},
        "东财教〔2023〕10号": {"funds_received": "120 wan"},
        "东财教〔2023〕25号": {"funds_received": "80 wan"},
    }


def test_a_sum_of_what_no_word_names_stays_unnamed() -> None:
    assert lines("受益情况:走读生120万元、寄宿生80万元，合计200万元。") == {}


def test_givers_of_whose_shares_no_total_is_stated() -> None:
    shares = ("（一）中央下达资金905.6万元。", "（二）省级下达资金80.4万元。", "（三）市县下达204万元。")
    givers = {
        "中央下达资金": {"appropriated": "905.6 wan"},
        "省级下达资金": {"appropriated": "80.4 wan"},
        "市县下达": {"appropriated": "204 wan"},
    }
    found = extracted(PROJECT, *shares)
    assert money(found) == givers
    assert [line.fund_level for line in found.funding_lines] == ["central", "provincial", None]
    no_total = ["未列示预算合计 / no total is given：中央下达资金、省级下达资金、市县下达"]
    assert told(*shares) == told(*shares, "全年支出1100万元。") == no_total
    assert told(*shares, "共计下达资金1190万元，全年支出1100万元。") == []
    assert lines(*shares, "全年支出1100万元。") == {"全年支出 *": {"executed": "1100 wan"}, **givers}
    assert lines(*shares, "共计下达资金1190万元。") == {"共计下达资金 *": {"appropriated": "1190 wan"}, **givers}


def test_spending_behind_what_givers_gave() -> None:
    of_each = lines("中央资金500万元，支出450万元。", "省级资金100万元，支出90万元。")
    assert of_each == {
        "中央资金": {"appropriated": "500 wan", "executed": "450 wan"},
        "省级资金": {"appropriated": "100 wan", "executed": "90 wan"},
    }
    assert lines("中央资金500万元、县级配套100万元，支出540万元。") == {
        "支出 *": {"executed": "540 wan"},
        "中央资金": {"appropriated": "500 wan"},
        "县级配套": {"appropriated": "100 wan"},
    }


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("省财政下达资金500万元，支出490万元。", {"appropriated": "500 wan", "executed": "490 wan"}),
        ("省级下达资金500万元。县级下达资金500万元。", {"appropriated": "500 wan"}),
        ("上级下达资金500万元。中央财政下达资金420万元。", {"appropriated": "500 wan"}),
    ],
)
def test_one_giver(sentence: str, headline: dict[str, str]) -> None:
    assert list(lines(sentence).values()) == [headline]


def test_givers_beside_a_budget_that_they_do_not_come_to() -> None:
    assert lines("全年预算600万元。中央资金500万元。县级资金120万元。") == {
        "全年预算 *": {"annual_budget": "600 wan"},
        "中央资金": {"appropriated": "500 wan"},
        "县级资金": {"appropriated": "120 wan"},
    }
