"""Amounts of which the words behind them, or only a few before them, say whether they were received, spent or due."""

from __future__ import annotations

import pytest

from support.told import extracted, money

TITLE = "2022年护林员补助项目绩效自评报告"


def lines(*sentences: str) -> dict[str, dict[str, str]]:
    return money(extracted(TITLE, *sentences))


def test_days_of_arrival_and_of_payment() -> None:
    assert lines(
        "2022年护林员补助资金包含省级补助资金30000元及州级补助资金20000元，合计共50000元。",
        "州级补助资金20000元于2022年3月4日拨付到账，省级补助资金30000元于5月6日到账。",
        "州级补助资金20000元于2022年3月9日发放。",
        "补助款共计50000元全部发放完毕。",
    ) == {
        "合计共 *": {"appropriated": "50000 yuan", "executed": "50000 yuan"},
        "州级补助资金": {"appropriated": "20000 yuan", "funds_received": "20000 yuan", "executed": "20000 yuan"},
        "省级补助资金": {"appropriated": "30000 yuan", "funds_received": "30000 yuan"},
    }


@pytest.mark.parametrize("behind", ["于2022年3月发放通知", "全部支付给农户的部分待定", "全部用于购置"])
def test_words_that_only_look_like_a_payment(behind: str) -> None:
    assert all("executed" not in line for line in lines(f"全年预算80万元，另有省级资金20万元{behind}。").values())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年应执行数为80万元，执行率100%。", {"annual_budget": "80 wan", "execution_rate": "100 percent"}),
        ("年度内实际落实到位的护林补助资金总额80万元。", {"funds_received": "80 wan"}),
    ],
)
def test_what_is_due_and_what_has_arrived(sentence: str, expected: dict[str, str]) -> None:
    assert list(lines(sentence).values()) == [expected]


@pytest.mark.parametrize("sentence", ["全年预算80万元，应支出数75万元。", "全年预算80万元，落实到村75万元。"])
def test_what_is_still_due_or_goes_to_a_place_was_neither_spent_nor_received(sentence: str) -> None:
    assert list(lines(sentence).values()) == [{"annual_budget": "80 wan"}]


def test_a_budget_of_more_than_the_giver_before_it_gave_is_no_money_of_that_giver() -> None:
    assert lines("省级下拨补助3.5万元；市级下拨补助3.9万元；全年预算数为7.41万元，支出7.41万元。") == {
        "全年预算数 *": {"annual_budget": "7.41 wan", "executed": "7.41 wan"},
        "省级下拨补助": {"appropriated": "3.5 wan"},
        "市级下拨补助": {"appropriated": "3.9 wan"},
    }


def test_what_goes_into_a_budget_is_not_spent_yet() -> None:
    assert lines("县财政列支17.9万元列入2022年预算。") == {"县财政列支 *": {"annual_budget": "17.9 wan"}}


def test_a_budget_of_a_giver_that_is_lowered() -> None:
    found = lines("年初预算合计238万元，年中调减中央财政资金30万元，全年执行数合计208万元。")
    assert found == {
        "年初预算合计 *": {"initial_budget": "238 wan", "budget_adjustment": "30 wan", "executed": "208 wan"}
    }


def test_numbers_of_paragraphs_before_a_year_are_no_part_of_a_name() -> None:
    assert lines(
        "1.2022年中央下达补助资金90万元，其中，东县50万元；西县40万元。",
        "2.2022年中央下达补助资金90万元，已支出88万元。",
    ) == {
        "中央下达补助资金 *": {"appropriated": "90 wan", "executed": "88 wan"},
        "东县": {"appropriated": "50 wan"},
        "西县": {"appropriated": "40 wan"},
    }


def test_two_givers_of_whom_only_one_has_a_word_for_giving() -> None:
    assert lines("中央膳食补助资金68万元（财教〔2022〕51号）及地方配套运转经费15万元均已到位（财预〔2022〕8号）。") == {
        "中央膳食补助资金": {"appropriated": "68 wan"},
        "地方配套运转经费": {"appropriated": "15 wan"},
    }


def test_a_rate_behind_an_operator_is_aimed_at() -> None:
    assert lines("下达补助资金30万元。", "时效指标：补助资金年度支出率≥90%；预算执行率>95%。") == {
        "下达补助资金 *": {"appropriated": "30 wan"}
    }


def test_spending_of_what_was_arranged() -> None:
    assert lines("全年预算90万元，支出85万元。其中，中央财政安排资金支出60.5万元，省级财政配套资金支出24.5万元。") == {
        "全年预算 *": {"annual_budget": "90 wan", "executed": "85 wan"},
        "中央财政安排资金": {"executed": "60.5 wan"},
        "省级财政配套资金": {"executed": "24.5 wan"},
    }


def test_parts_in_a_sentence_of_their_own_are_of_the_year_of_their_whole() -> None:
    assert lines(
        "2022年护林员补助预算90万元。其中，财政部下达60万元、省级配套资金30万元。",
        "中央财政安排和省级财政配套的90万元全部拨付到位。",
    ) == {
        "护林员补助预算 *": {"annual_budget": "90 wan", "funds_received": "90 wan"},
        "财政部下达": {"annual_budget": "60 wan"},
        "省级配套资金": {"annual_budget": "30 wan"},
    }


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ("根据《关于下达2022年护林补助资金的通知》（青财农〔2022〕9号）文件规定补助金额为90万元", "补助金额"),
        ("《关于下达2022年护林补助资金的通知》（青财农〔2022〕9号）下达护林补助90万元", "下达护林补助"),
        ("2022年下达护林补助90万元", "下达护林补助"),
    ],
)
def test_the_document_that_gave_it_is_no_part_of_the_name_of_the_total(given: str, label: str) -> None:
    assert lines(f"{given}，支出88万元。") == {f"{label} *": {"appropriated": "90 wan", "executed": "88 wan"}}
