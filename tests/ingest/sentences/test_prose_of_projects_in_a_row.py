"""Projects in a row of which only the first has words for its money, and rates that name a part. Expectations are
written by hand."""

from __future__ import annotations

from support.told import doubted, extracted, money

REPORT = "东山县2022年乡村振兴项目支出绩效自评报告"


def told(text: str) -> list[str]:
    return doubted(extracted(REPORT, text))


def test_a_budget_behind_nothing_but_a_name_is_of_another_project() -> None:
    text = "养老项目预算100万元，支出90万元；道路项目80万元，支出60万元。"
    assert money(extracted(REPORT, text)) == {
        "养老项目": {"annual_budget": "100 wan", "executed": "90 wan"},
        "道路项目": {"annual_budget": "80 wan", "executed": "60 wan"},
    }


def test_two_amounts_behind_one_name_are_told() -> None:
    text = "养老项目预算100万元，道路项目80万元、60万元。"
    assert money(extracted(REPORT, text)) == {"养老项目": {"annual_budget": "100 wan"}}
    assert {"80", "60"} <= set(told(text))


def test_a_rate_is_of_the_part_that_its_words_name() -> None:
    text = (
        "预算资金186万元，其中：财政拨款166万元，残保金20万元。全年执行169.26万元，其中：财政拨款执行149.4万元，"
        "残保金执行19.86万元。总体预算执行率91%，财政拨款执行率90%。"
    )
    found = money(extracted(REPORT, text))
    assert found["财政拨款"] == {"annual_budget": "166 wan", "executed": "149.4 wan", "execution_rate": "90 percent"}


def test_the_rate_of_the_budget_as_it_is_goes_before_the_one_of_what_it_was() -> None:
    text = "年初预算415万元，调整后预算450万元，支出441万元，完成年初预算的106.27%，完成调整后预算的98%。"
    [whole] = money(extracted(REPORT, text)).values()
    assert whole["execution_rate"] == "98 percent"


def test_the_reports_own_project_is_one_of_several_where_their_total_says_so() -> None:
    found = money(
        extracted(
            "东山县档案馆2023年档案数字化项目绩效自评报告",
            "档案数字化项目预算85万元、实际支出81万元；档案安全项目预算20万元、实际支出20万元；"
            "两个项目合计预算105万元、支出101万元。",
        )
    )
    assert list(found.values()) == [
        {"annual_budget": "105 wan", "executed": "101 wan"},
        {"annual_budget": "85 wan", "executed": "81 wan"},
        {"annual_budget": "20 wan", "executed": "20 wan"},
    ]


def test_a_sum_of_projects_in_a_sentence_of_its_own() -> None:
    text = "养老项目预算10万元，支出9万元，道路项目12万元，桥梁项目8万元。三个项目合计30万元，支出28万元。"
    assert list(money(extracted(REPORT, text)).values()) == [
        {"appropriated": "30 wan", "executed": "28 wan"},
        {"annual_budget": "10 wan", "executed": "9 wan"},
        {"annual_budget": "12 wan"},
        {"annual_budget": "8 wan"},
    ]
