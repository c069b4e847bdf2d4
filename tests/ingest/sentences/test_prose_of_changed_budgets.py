"""Budgets that were changed within the year, and rates without what was taken out. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县2022年社区养老服务项目支出绩效自评报告"
DEPARTMENT = "东山县住房和城乡建设局2022年度部门整体支出绩效自评报告"

Line = dict[str, str]


def whole(*blocks: str) -> Line:
    [line] = money(extracted(*blocks)).values()
    return line


@pytest.mark.parametrize(
    "text",
    [
        "原预算60万元，后调整为50万元。",
        "年初预算60万元，年中预算调整为50万元。",
        "预算由60万元调整为50万元。",
        "预算由60万元调减至50万元。",
        "项目预算由60万元减少至50万元。",
        "年初预算60万元，压减到50万元。",
        "年度预算金额60万元，调整后预算金额50万元。",
    ],
)
def test_the_budget_that_another_one_was_changed_to(text: str) -> None:
    assert whole(PROJECT, text, "支出50万元。") == {
        "initial_budget": "60 wan",
        "annual_budget": "50 wan",
        "executed": "50 wan",
    }


@pytest.mark.parametrize(
    ("text", "adjustment"),
    [("预算调整10万元", "10 wan"), ("预算调整为-10万元", "-10 wan"), ("年中追加为民实事资金10万元", "10 wan")],
)
def test_what_a_budget_was_changed_by(text: str, adjustment: str) -> None:
    assert whole(PROJECT, f"年初预算60万元，{text}，支出50万元。")["budget_adjustment"] == adjustment


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "全年预算100万元，支出85万元，执行率85%，剔除财政收回的10万元后，执行率94.44%。",
            {"annual_budget": "100 wan", "executed": "85 wan", "execution_rate": "85 percent"},
        ),
        (
            "剔除年末追加的20万元后，预算执行率为96%；按全年预算120万元计算，支出96万元，执行率80%。",
            {
                "budget_adjustment": "20 wan",
                "annual_budget": "120 wan",
                "executed": "96 wan",
                "execution_rate": "80 percent",
            },
        ),
        (
            "预算50万元，扣除结余5万元后，实际支出45万元，执行率90%。",
            {"annual_budget": "50 wan", "executed": "45 wan", "execution_rate": "90 percent"},
        ),
    ],
)
def test_a_rate_without_what_was_taken_out_is_not_that_of_the_line(text: str, figures: Line) -> None:
    assert whole(PROJECT, text) == figures


@pytest.mark.parametrize(
    "told",
    [
        "剔除不可比因素，预算执行率为100%",
        "剔除政策性因素影响执行率100%",
        "扣除结余资金后执行率100%",
        "如剔除年末追加资金，执行率100%",
        "除人员经费外，执行率100%",
    ],
)
def test_a_corrected_rate_takes_no_place(told: str) -> None:
    figures = {"annual_budget": "100 wan", "executed": "90 wan"}
    assert whole(PROJECT, f"全年预算100万元，支出90万元，{told}。") == figures


@pytest.mark.parametrize(
    "text",
    [
        "全年预算100万元（不含上年结转20万元），支出90万元，执行率90%。",
        "全年预算100万元，支出90万元，除个别项目外均按进度支付，执行率90%。",
    ],
)
def test_a_rate_from_which_nothing_is_taken_out_is_that_of_the_line(text: str) -> None:
    assert whole(PROJECT, text)["execution_rate"] == "90 percent"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("追加20万元，核减5万元，调整后预算115万元。", {"annual_budget": "115 wan"}),
        ("3月追加20万元，9月追加5万元，调整后预算125万元。", {"annual_budget": "125 wan"}),
        (
            "追加20万元，核减5万元，净增15万元，全年预算115万元。",
            {"budget_adjustment": "15 wan", "annual_budget": "115 wan"},
        ),
        (
            "预算调整15万元（追加20万元，核减5万元），全年预算115万元。",
            {"budget_adjustment": "15 wan", "annual_budget": "115 wan"},
        ),
        (
            "追加20万元，调整后预算120万元。",
            {"budget_adjustment": "20 wan", "annual_budget": "120 wan"},
        ),
        (
            "年中压减20万元，最终预算80万元。",
            {"budget_adjustment": "20 wan", "annual_budget": "80 wan"},
        ),
    ],
)
def test_none_of_several_changes_is_all_of_them(text: str, figures: Line) -> None:
    assert whole(PROJECT, f"年初预算100万元，{text}") == {"initial_budget": "100 wan"} | figures


def test_money_of_the_year_before_that_is_spent() -> None:
    text = "全年预算数95万元，其中上年结转15万元，当年拨款80万元；执行数90万元，其中上年结转15万元，当年拨款75万元。"
    assert list(money(extracted(PROJECT, text)).values()) == [
        {"annual_budget": "95 wan", "executed": "90 wan"},
        {"annual_budget": "15 wan", "executed": "15 wan"},
        {"annual_budget": "80 wan", "executed": "75 wan"},
    ]


def test_what_is_left_over_behind_all_parts_is_not_spent() -> None:
    text = "支出90万元，其中人员60万元，设备30万元，上年结转15万元。"
    assert list(money(extracted(PROJECT, text)).values()) == [
        {"executed": "90 wan"},
        {"executed": "60 wan"},
        {"executed": "30 wan"},
    ]


def test_parts_behind_a_colon() -> None:
    text = (
        "年初部门预算1100万元：基本支出700万元（其中人员经费620万元、公用经费80万元），项目支出400万元；"
        "决算支出1180万元：基本支出720万元，项目支出460万元。"
    )
    assert list(money(extracted(DEPARTMENT, text)).values()) == [
        {"initial_budget": "1100 wan", "executed": "1180 wan"},
        {"initial_budget": "700 wan", "executed": "720 wan"},
        {"initial_budget": "620 wan"},
        {"initial_budget": "80 wan"},
        {"initial_budget": "400 wan", "executed": "460 wan"},
    ]


def test_a_sum_is_of_no_category_of_its_parts() -> None:
    text = "人员经费支出620万元，公用经费支出80万元，项目支出400万元，全年支出共计1100万元，预算执行率98.5%。"
    found = extracted(DEPARTMENT, text)
    assert money(found)["全年支出共计 *"] == {"executed": "1100 wan", "execution_rate": "98.5 percent"}
    assert found.notices == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "年初预算80万元，年中调减12万元，调整预算68万元，支出68万元。",
            {
                "initial_budget": "80 wan",
                "budget_adjustment": "12 wan",
                "annual_budget": "68 wan",
                "executed": "68 wan",
            },
        ),
        (
            "预算100万元，年中调减20万元，实际下达80万元，支出78万元。",
            {
                "initial_budget": "100 wan",
                "budget_adjustment": "20 wan",
                "appropriated": "80 wan",
                "executed": "78 wan",
            },
        ),
        (
            "年初预算100万元，调整预算120万元，支出115万元，执行率95.83%。",
            {
                "initial_budget": "100 wan",
                "annual_budget": "120 wan",
                "executed": "115 wan",
                "execution_rate": "95.83 percent",
            },
        ),
        (
            "年初预算100万元，调整预算20万元，支出115万元，执行率95.83%。",
            {
                "initial_budget": "100 wan",
                "budget_adjustment": "20 wan",
                "executed": "115 wan",
                "execution_rate": "95.83 percent",
            },
        ),
        (
            "年初预算0万元，调整预算25万元，支出25万元。",
            {"initial_budget": "0 wan", "budget_adjustment": "25 wan", "executed": "25 wan"},
        ),
        (
            "2022年预算较2021年的90万元增加10万元，支出95万元。",
            {"executed": "95 wan"},
        ),
    ],
)
def test_a_budget_changed_by_or_to_an_amount(text: str, figures: Line) -> None:
    assert whole(PROJECT, text) == figures


def test_what_may_be_a_change_or_its_result_is_told() -> None:
    found = extracted(PROJECT, "年初预算100万元，调整预算120万元，支出115万元。")
    assert list(money(found).values()) == [{"initial_budget": "100 wan", "executed": "115 wan"}]
    assert doubted(found) == ["120"]


def test_the_rate_of_a_category_is_not_that_of_the_department() -> None:
    text = "基本支出执行率98.33%，项目支出执行率97.5%，整体执行率98%。全年预算1100万元，支出1078万元。"
    assert whole(DEPARTMENT, text) == {
        "annual_budget": "1100 wan",
        "executed": "1078 wan",
        "execution_rate": "98 percent",
    }


@pytest.mark.parametrize("text", ["预算60万元，调整为全年50万元。", "预算60万元，调整为：50万元。"])
def test_words_between_a_change_and_the_budget_that_it_leads_to(text: str) -> None:
    assert whole(PROJECT, text, "支出50万元。") == {
        "initial_budget": "60 wan",
        "annual_budget": "50 wan",
        "executed": "50 wan",
    }


def test_what_a_budget_is_changed_to_for_some_thing_is_not_the_budget() -> None:
    text = "项目预算100万元，调整为省级资金60万元、市级资金40万元，支出95万元。"
    assert next(iter(money(extracted(PROJECT, text)).values())) == {"annual_budget": "100 wan", "executed": "95 wan"}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "年初预算100万元，年中预算增加20万元，全年预算120万元，支出118万元。",
            {
                "initial_budget": "100 wan",
                "budget_adjustment": "20 wan",
                "annual_budget": "120 wan",
                "executed": "118 wan",
            },
        ),
        (
            "2022年预算增加10万元，全年预算100万元，支出95万元。",
            {"annual_budget": "100 wan", "executed": "95 wan"},
        ),
        (
            "预算100万元，实际支出95万元，较年初预算减少5万元。",
            {"annual_budget": "100 wan", "executed": "95 wan"},
        ),
    ],
)
def test_by_how_much_a_budget_grew_is_no_budget(text: str, amounts: Line) -> None:
    assert whole(PROJECT, text) == amounts


@pytest.mark.parametrize(
    ("words", "measure"),
    [("收到指标资金", "funds_received"), ("下达指标资金", "appropriated"), ("可执行指标数", "annual_budget")],
)
def test_money_of_budget_quotas(words: str, measure: str) -> None:
    assert whole(PROJECT, f"本年{words}100万元，支出95万元。") == {measure: "100 wan", "executed": "95 wan"}


@pytest.mark.parametrize("added", ["年内追加专项资金310.5万元", "年中追加抗旱经费310.5万元"])
def test_a_rate_tells_that_what_was_added_is_of_the_whole(added: str) -> None:
    text = f"2022年我局部门预算批复资金1526.83万元，其中基本支出986.83万元，项目支出540万元。{added}。全年共支出"
    found = money(extracted(DEPARTMENT, f"{text}1745.46万元，预算执行率95%。"))
    assert found == {
        "我局部门预算批复资金 *": {
            "initial_budget": "1526.83 wan",
            "budget_adjustment": "310.5 wan",
            "executed": "1745.46 wan",
            "execution_rate": "95 percent",
        },
        "基本支出": {"initial_budget": "986.83 wan"},
        "项目支出": {"initial_budget": "540 wan"},
    }


def test_a_rate_of_the_budget_alone_leaves_what_was_added_apart() -> None:
    found = whole(DEPARTMENT, "全年预算1000万元，追加专项资金200万元，支出950万元，执行率95%。")
    assert found == {"annual_budget": "1000 wan", "executed": "950 wan", "execution_rate": "95 percent"}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "年初预算300万元，年中追加下达40万元，全年支出330万元。",
            {"initial_budget": "300 wan", "budget_adjustment": "40 wan", "executed": "330 wan"},
        ),
        (
            "年初预算300万元，追加中央资金40万元，支出330万元。",
            {"initial_budget": "300 wan", "budget_adjustment": "40 wan", "executed": "330 wan"},
        ),
        (
            "预算80万元，年中追加15万元，支出90万元。",
            {"initial_budget": "80 wan", "budget_adjustment": "15 wan", "executed": "90 wan"},
        ),
        (
            "预算80万元，压减10万元，全年预算70万元，执行70万元。",
            {
                "initial_budget": "80 wan",
                "budget_adjustment": "10 wan",
                "annual_budget": "70 wan",
                "executed": "70 wan",
            },
        ),
        ("追加下达资金500万元，支出480万元。", {"appropriated": "500 wan", "executed": "480 wan"}),
        (
            "全年预算80万元，追加15万元，支出70万元。",
            {"annual_budget": "80 wan", "budget_adjustment": "15 wan", "executed": "70 wan"},
        ),
        (
            "预算80万元（追加15万元），支出70万元。",
            {"annual_budget": "80 wan", "budget_adjustment": "15 wan", "executed": "70 wan"},
        ),
        ("预算80万元，减少10万元，支出75万元。", {"annual_budget": "80 wan", "executed": "75 wan"}),
        (
            "工程造价送审118万元，审定112万元，核减6万元，预算120万元，支付112万元。",
            {"annual_budget": "120 wan", "executed": "112 wan"},
        ),
    ],
)
def test_what_was_handed_down_or_cut_on_top_of_a_budget_changes_it(text: str, amounts: Line) -> None:
    assert whole(PROJECT, text) == amounts


def test_what_lowers_a_budget_is_negative() -> None:
    found = extracted(PROJECT, "预算80万元，压减10万元，全年预算70万元。")
    assert [amount.number for amount in found.amounts if amount.measure == "budget_adjustment"] == [-10]
