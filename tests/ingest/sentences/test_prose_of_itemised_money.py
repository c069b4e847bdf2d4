"""Things in a row that each have money and spending of their own: none of it is of the whole. Expectations are written
by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2023年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县民政局2023年度部门整体支出绩效自评报告"
TWO = {
    "设备购置费": {"appropriated": "60 wan", "executed": "55 wan"},
    "培训费": {"appropriated": "40 wan", "executed": "40 wan"},
}


@pytest.mark.parametrize(
    "blocks",
    [
        ("设备购置费60万元，支出55万元；培训费40万元，支出40万元。",),
        ("设备购置费60万元，支出55万元，培训费40万元，支出40万元。",),
        ("设备购置费60万元，已支出55万元。培训费40万元，已支出40万元。",),
        ("1.设备购置费60万元，支出55万元。", "2.培训费40万元，支出40万元。"),
        ("安排设备购置费60万元，支出55万元；安排培训费40万元，支出40万元。",),
    ],
)
def test_each_has_a_line_and_none_is_the_whole(blocks: tuple[str, ...]) -> None:
    assert money(extracted(PROJECT, *blocks)) == TWO


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "设备购置费60万元，支出55万元；培训费40万元，支出40万元；合计100万元，支出95万元。",
            {"合计 *": {"appropriated": "100 wan", "executed": "95 wan"}},
        ),
        (
            "设备购置费60万元，支出55万元；培训费40万元，支出40万元；全年预算100万元，支出95万元。",
            {"全年预算 *": {"annual_budget": "100 wan", "executed": "95 wan"}},
        ),
        (
            "项目资金100万元：设备购置费60万元，支出55万元；培训费40万元，支出40万元。",
            {"项目资金 *": {"appropriated": "100 wan"}},
        ),
        (
            "全年预算100万元，支出95万元。其中：设备购置费60万元，支出55万元；培训费40万元，支出40万元。",
            {"全年预算 *": {"annual_budget": "100 wan", "executed": "95 wan"}},
        ),
        (
            "全年预算100万元。设备购置费60万元，支出55万元；培训费40万元，支出40万元。",
            {"全年预算 *": {"annual_budget": "100 wan"}},
        ),
    ],
)
def test_the_whole_keeps_what_is_its_own(text: str, whole: dict[str, dict[str, str]]) -> None:
    found = extracted(PROJECT, text)
    headline = next(line.line_no for line in found.funding_lines if line.is_headline)
    assert money(found) == {**whole, **TWO}
    assert {line.parent_line_no for line in found.funding_lines if not line.is_headline} == {headline}


def test_each_keeps_its_rate() -> None:
    text = "东镇60万元，支出58万元，执行率96.67%；西镇40万元，支出37万元，执行率92.5%。"
    assert money(extracted(PROJECT, text)) == {
        "东镇": {"appropriated": "60 wan", "executed": "58 wan", "execution_rate": "96.67 percent"},
        "西镇": {"appropriated": "40 wan", "executed": "37 wan", "execution_rate": "92.5 percent"},
    }


def test_kinds_of_cost_of_a_department() -> None:
    text = "人员经费预算500万元，支出480万元；公用经费预算100万元，支出90万元。"
    assert money(extracted(DEPARTMENT, text)) == {
        "人员经费": {"annual_budget": "500 wan", "executed": "480 wan"},
        "公用经费": {"annual_budget": "100 wan", "executed": "90 wan"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "设备购置费60万元，培训费40万元；支出95万元。",
        "设备购置费60万元，培训费40万元，支出95万元。",
    ],
)
def test_spending_behind_several_amounts_is_of_none_of_them(text: str) -> None:
    assert list(money(extracted(PROJECT, text)).values()) == [{"executed": "95 wan"}]


def test_years_and_givers_are_no_things() -> None:
    assert list(money(extracted(PROJECT, "2022年60万元，支出58万元；2023年40万元，支出37万元。")).values()) == [
        {"executed": "37 wan"}
    ]
    found = extracted(PROJECT, "省财政60万元，支出58万元；县财政40万元，支出37万元。")
    assert money(found) == {}
    assert doubted(found) == ["58", "37"]


@pytest.mark.parametrize(
    ("names", "blocks"),
    [
        (("甲镇", "乙镇"), ("甲镇：预算60万元，支出58万元；乙镇：预算40万元，支出37万元。",)),
        (("甲镇", "乙镇"), ("甲镇：预算60万元，支出58万元。", "乙镇：预算40万元，支出37万元。")),
        (("中央资金", "省级资金"), ("中央资金：预算60万元，支出58万元；省级资金：预算40万元，支出37万元。",)),
    ],
)
def test_a_name_before_a_colon(names: tuple[str, str], blocks: tuple[str, ...]) -> None:
    assert money(extracted(PROJECT, *blocks)) == {
        names[0]: {"annual_budget": "60 wan", "executed": "58 wan"},
        names[1]: {"annual_budget": "40 wan", "executed": "37 wan"},
    }


def test_what_a_report_speaks_of_is_no_name() -> None:
    text = "预算执行情况：预算60万元，支出58万元；其他情况：预算40万元，支出37万元。"
    assert list(money(extracted(PROJECT, text)).values()) == [{"annual_budget": "60 wan", "executed": "58 wan"}]


@pytest.mark.parametrize(
    "text",
    [
        "会议费支出2万元（预算3万元），培训费支出3万元（预算4万元）",
        "会议费支出2万元，预算3万元；培训费支出3万元，预算4万元",
    ],
)
@pytest.mark.parametrize("whole", ["", "，全年预算7万元，支出5万元"])
def test_spending_before_its_budget(text: str, whole: str) -> None:
    found = money(extracted(PROJECT, f"{text}{whole}。"))
    assert found.pop("全年预算 *", None) == ({"annual_budget": "7 wan", "executed": "5 wan"} if whole else None)
    assert found == {
        "会议费": {"executed": "2 wan", "annual_budget": "3 wan"},
        "培训费": {"executed": "3 wan", "annual_budget": "4 wan"},
    }


def test_what_was_bid_for_a_thing_does_not_part_its_figures() -> None:
    text = (
        "设备采购：预算60万元，中标55万元，支付50万元；软件开发：预算40万元，中标38万元，支付36万元；"
        "合计：预算100万元，支付86万元。"
    )
    assert money(extracted(PROJECT, text)) == {
        "预算 *": {"annual_budget": "100 wan", "executed": "86 wan"},
        "设备采购": {"annual_budget": "60 wan", "executed": "50 wan"},
        "软件开发": {"annual_budget": "40 wan", "executed": "36 wan"},
    }


@pytest.mark.parametrize("own", ["社区养老服务项目", "社区养老服务专项经费"])
def test_the_project_s_own_name_beside_another_thing_is_the_whole(own: str) -> None:
    found = extracted(PROJECT, f"{own}年初预算200万元，支出190万元。法治宣传经费年初预算10万元，支出9万元。")
    total = next(line for label, line in money(found).items() if label.endswith("*"))
    assert total == {"initial_budget": "200 wan", "executed": "190 wan"}


THING = {"appropriated": "60 wan", "executed": "55 wan", "execution_rate": "91.67 percent"}


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [
        ("项目预算100万元，设备60万元，支出55万元。", [{"annual_budget": "100 wan"}], ["55"]),
        ("设备60万元，支出55万元。", [], ["55"]),
        ("项目预算100万元，设备60万元，支出55万元，执行率91.67%。", [{"annual_budget": "100 wan"}, THING], []),
        (
            "项目预算100万元，设备60万元，支出55万元，执行率55%。",
            [{"annual_budget": "100 wan", "executed": "55 wan", "execution_rate": "55 percent"}],
            [],
        ),
        ("项目预算100万元，设备60万元，共支出55万元。", [{"annual_budget": "100 wan", "executed": "55 wan"}], []),
        ("项目预算100万元，设备60万元，支出95万元。", [{"annual_budget": "100 wan", "executed": "95 wan"}], []),
        ("项目预算100万元，老年类资金100万元，支出95万元。", [{"annual_budget": "100 wan", "executed": "95 wan"}], []),
    ],
)
def test_what_is_spent_behind_one_thing_may_be_of_that_alone(
    text: str, expected: list[dict[str, str]], told: list[str]
) -> None:
    found = extracted(PROJECT, text)
    assert list(money(found).values()) == expected
    assert doubted(found) == told


@pytest.mark.parametrize(
    ("text", "expected", "told"),
    [
        (
            "项目预算300万元。土建合同150万元，支出120万元；设备合同90万元，支出80万元。",
            [{"annual_budget": "300 wan"}],
            ["120", "80"],
        ),
        (
            "一标段合同价150万元，支付120万元；二标段中标价90万元，支付80万元，合计支付200万元。项目预算300万元。",
            [{"executed": "200 wan", "annual_budget": "300 wan"}],
            ["120", "80"],
        ),
        ("项目预算300万元，合同价298万元，支付291万元。", [{"annual_budget": "300 wan", "executed": "291 wan"}], []),
        (
            "项目预算300万元，社区养老服务合同价298万元，支付291万元。",
            [{"annual_budget": "300 wan", "executed": "291 wan"}],
            [],
        ),
        (
            "项目预算300万元，设备合同金额298万元，支付291万元，执行率97%。",
            [{"annual_budget": "300 wan", "executed": "291 wan", "execution_rate": "97 percent"}],
            [],
        ),
    ],
)
def test_what_is_paid_behind_a_contract_for_one_thing(
    text: str, expected: list[dict[str, str]], told: list[str]
) -> None:
    found = extracted(PROJECT, text)
    assert list(money(found).values()) == expected
    assert doubted(found) == told


def test_things_keep_their_rates() -> None:
    text = "设备购置费60万元，支出55万元，执行率91.67%；培训费40万元，支出40万元，执行率100%。"
    assert money(extracted(PROJECT, text)) == {
        "设备购置费": THING,
        "培训费": {"appropriated": "40 wan", "executed": "40 wan", "execution_rate": "100 percent"},
    }


def test_things_below_the_heading_of_a_category_are_not_the_category() -> None:
    found = money(
        extracted(
            DEPARTMENT,
            "(二)项目支出",
            "2023年项目支出预算100万元，实际支出95万元。其中：",
            "1.设备购置费60万元，支出55万元；",
            "2.培训费40万元，支出40万元。",
        )
    )
    assert found == {"项目支出 *": {"annual_budget": "100 wan", "executed": "95 wan"}, **TWO}
