"""Lists of what was spent, with rates and shares of each: none of them is the whole. Expectations are written by
hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"


def lines(*blocks: str) -> dict[str, dict[str, str]]:
    return money(extracted(*blocks))


def test_the_progress_of_each_part() -> None:
    text = "下达资金100万元，已支出93万元，支出进度93%；其中：中央60万元，支出进度100%；省级33万元，支出进度82.5%。"
    assert list(lines(PROJECT, text).values()) == [
        {"appropriated": "100 wan", "executed": "93 wan", "execution_rate": "93 percent"},
        {"executed": "60 wan", "execution_rate": "100 percent"},
        {"executed": "33 wan", "execution_rate": "82.5 percent"},
    ]


def test_parts_of_the_spending_before_what_is_left_over() -> None:
    text = (
        "2022年决算支出915万元，年末结转结余4万元。"
        "其中：基本支出745万元（人员经费680万元，日常公用经费65万元），项目支出170万元。"
    )
    assert list(lines(DEPARTMENT, text).values()) == [
        {"executed": "915 wan"},
        {"executed": "745 wan"},
        {"executed": "680 wan"},
        {"executed": "65 wan"},
        {"executed": "170 wan"},
    ]


@pytest.mark.parametrize(
    "order",
    [
        "工资福利支出580万元，占63.34%；商品和服务支出160万元，占17.47%；资本性支出175.68万元，占19.19%。全年支出915.68万元。",
        "全年支出915.68万元。商品和服务支出160万元，占17.47%；资本性支出175.68万元，占19.19%。",
    ],
)
def test_an_economic_category_is_not_the_whole(order: str) -> None:
    assert lines(DEPARTMENT, order) == {"全年支出 *": {"executed": "915.68 wan"}}


@pytest.mark.parametrize("words", ["全年预算", "预算数", "调整后预算"])
def test_a_share_of_the_budget_is_the_execution_rate(words: str) -> None:
    [line] = lines(PROJECT, f"支出95万元，占{words}100万元的95%。").values()
    assert line == {"executed": "95 wan", "annual_budget": "100 wan", "execution_rate": "95 percent"}


def test_a_share_of_the_spending_is_no_execution_rate() -> None:
    [line] = lines(PROJECT, "全年支出100万元，设备占总支出100万元的95%。").values()
    assert line == {"executed": "100 wan"}


def test_what_the_treasury_paid_is_the_wholes() -> None:
    assert list(lines(PROJECT, "年初预算100万元，用款计划95万元，国库支付90万元。").values()) == [
        {"initial_budget": "100 wan", "executed": "90 wan"}
    ]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            PROJECT,
            "到位资金100万元，其中中央资金70万元、省级资金30万元；完成投资98万元，支付工程款90万元，支付率90%。",
            [
                {"funds_received": "100 wan", "executed": "90 wan", "execution_rate": "90 percent"},
                {"funds_received": "70 wan"},
                {"funds_received": "30 wan"},
            ],
        ),
        (
            DEPARTMENT,
            "“三公”经费决算9.8万元：公务接待费1.8万元，公务用车运行维护费8万元，因公出国（境）费0万元；比年初预算12万元减少2.2万元。",
            [
                {"executed": "9.8 wan", "initial_budget": "12 wan"},
                {"executed": "1.8 wan"},
                {"executed": "8 wan"},
                {"executed": "0 wan"},
            ],
        ),
    ],
)
def test_nothing_is_a_part_behind_all_parts(title: str, text: str, expected: list[dict[str, str]]) -> None:
    assert list(lines(title, text).values()) == expected


def test_all_parts_by_who_gave_and_by_what_for() -> None:
    text = "下达补助资金100万元，其中中央资金70万元、省级资金30万元，用于设备购置60万元、人员培训40万元。"
    assert list(lines(PROJECT, text).values()) == [
        {"appropriated": "100 wan"},
        {"appropriated": "70 wan"},
        {"appropriated": "30 wan"},
        {"appropriated": "60 wan"},
        {"appropriated": "40 wan"},
    ]


def test_categories_behind_the_name_of_their_measure() -> None:
    text = "2022年预算数：基本支出706万元、项目支出150万元；决算数：基本支出700万元、项目支出147万元。"
    assert list(lines(DEPARTMENT, text).values()) == [
        {"annual_budget": "706 wan", "executed": "700 wan"},
        {"annual_budget": "150 wan", "executed": "147 wan"},
    ]


@pytest.mark.parametrize(
    "text", ["预算86万元，超预算支出4万元，实际支出90万元。", "预算为86万元，全年支出90万元，超出预算4万元。"]
)
def test_what_is_spent_beyond_a_budget_is_none(text: str) -> None:
    assert list(lines(PROJECT, text).values()) == [{"annual_budget": "86 wan", "executed": "90 wan"}]


def test_what_was_received_of_what_a_giver_has_to_give_is_told() -> None:
    found = extracted(PROJECT, "上级专款86万元，县级配套应到位43万元，实际到位20万元，支出上级专款84万元。")
    assert list(money(found).values()) == [{"appropriated": "86 wan", "executed": "84 wan"}]
    assert doubted(found) == ["20"]


def test_categories_that_come_to_the_budget_before_the_spending_of_all() -> None:
    text = "全年预算500万元，基本支出350万元，项目支出150万元，支出480万元。"
    assert list(lines(DEPARTMENT, text).values()) == [
        {"annual_budget": "500 wan", "executed": "480 wan"},
        {"annual_budget": "350 wan"},
        {"annual_budget": "150 wan"},
    ]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "全年预算120万元，县道支出58万元，乡道支出45万元，村道支出12万元，合计115万元。",
            {"annual_budget": "120 wan", "executed": "115 wan"},
            [{"executed": "58 wan"}, {"executed": "45 wan"}, {"executed": "12 wan"}],
        ),
        (
            "全年预算120万元，已支付工程款100万元、监理费3万元、设计费2万元，合计105万元。",
            {"annual_budget": "120 wan", "executed": "105 wan"},
            [{"executed": "100 wan"}, {"executed": "3 wan"}, {"executed": "2 wan"}],
        ),
        (
            "第一批资金70万元、第二批资金50万元，共计120万元，支出115万元。",
            {"appropriated": "120 wan", "executed": "115 wan"},
            [{"appropriated": "70 wan"}, {"appropriated": "50 wan"}],
        ),
        (
            "全年预算120万元，县本级支出40万元，乡镇支出60万元，合计支出100万元。",
            {"annual_budget": "120 wan", "executed": "100 wan"},
            [{"executed": "40 wan"}, {"executed": "60 wan"}],
        ),
        ("全年预算120万元，县本级支出40万元，乡镇支出60万元。", {"annual_budget": "120 wan"}, []),
        ("全年预算120万元，县道支出58万元，乡道支出45万元，合计115万元。", {"annual_budget": "120 wan"}, []),
    ],
)
def test_what_stands_before_the_parts_of_a_sum_is_no_part(
    text: str, whole: dict[str, str], parts: list[dict[str, str]]
) -> None:
    assert list(money(extracted(PROJECT, text)).values()) == [whole, *parts]


def test_what_each_giver_gave_and_what_was_spent_of_it() -> None:
    text = "全年预算100万元，其中中央资金60万元、支出60万元，省级资金40万元、支出30万元。"
    assert list(money(extracted(PROJECT, text)).values()) == [
        {"annual_budget": "100 wan"},
        {"annual_budget": "60 wan", "executed": "60 wan"},
        {"annual_budget": "40 wan", "executed": "30 wan"},
    ]


def test_what_was_spent_of_each_giver_s_money_by_the_end_of_the_year() -> None:
    text = "预算150万元。截止2022年底中央资金支付120万元，市级资金支付21万元。"
    assert money(extracted(PROJECT, text)) == {
        "预算 *": {"annual_budget": "150 wan"},
        "中央资金": {"executed": "120 wan"},
        "市级资金": {"executed": "21 wan"},
    }


@pytest.mark.parametrize(("cost", "is_whole"), [("全年电费", True), ("2022年电费", True), ("全年油费", False)])
def test_a_cost_that_the_project_is_named_by(cost: str, is_whole: bool) -> None:
    found = money(extracted("东山县2022年路灯电费项目绩效自评报告", f"{cost}支出216万元，预算220万元。"))
    assert [figures.get("executed") for figures in found.values()] == ["216 wan" if is_whole else None]
