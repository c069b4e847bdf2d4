"""What prose says was spent: on the whole, on one item of several, in one payment. Expectations are written by hand."""

from __future__ import annotations

import pytest

from support.told import doubted, extracted, money

PROJECT = "东山县教育局2023年度校舍维修项目支出绩效自评报告"


def lines(*paragraphs: str) -> dict[str, dict[str, str]]:
    return money(extracted(PROJECT, *paragraphs))


@pytest.mark.parametrize(
    "items",
    [
        "人员费用120.5万元，公用支出79.5万元。",
        "公用支出79.5万元，人员费用120.5万元。",
        "维修材料120.5万元，垃圾清运支出79.5万元。",
        "东校区支出120.5万元，西校区支出79.5万元。",
        "公用支出79.5万元。",
    ],
)
def test_spending_on_an_item_is_not_that_of_the_whole(items: str) -> None:
    received = {"funds_received": "200 wan"}
    assert lines("项目资金200万元已全部到位。", items) == {"项目资金 *": received}
    assert lines("项目资金200万元已全部到位。", items, "全年支出200万元。") == {
        "项目资金 *": received | {"executed": "200 wan"}
    }


def test_items_that_their_stated_sum_holds() -> None:
    assert lines("项目资金200万元已全部到位。", "人员费用120.5万元，公用支出79.5万元，合计支出200万元。") == {
        "项目资金 *": {"funds_received": "200 wan", "executed": "200 wan"},
        "人员费用": {"executed": "120.5 wan"},
        "公用": {"executed": "79.5 wan"},
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "合同价款195万元，校舍维修支出190万元。",
        "工程造价195万元，工程支出190万元。",
        "师生受益补助3万元，校舍维修支出190万元。",
        "上级资金120万元，实际支出190万元。",
    ],
)
def test_spending_of_the_whole_beside_another_amount(sentence: str) -> None:
    assert lines("全年预算200万元。", sentence)["全年预算 *"]["executed"] == "190 wan"


@pytest.mark.parametrize(
    "sentence",
    [
        "项目按照合同进度支付180万元。",
        "按合同约定已支付资金180万元。",
        "项目共支180万元。",
        "已支付工程款180万元，支付率90%。",
        "已支付设备购置款180万元，预算执行率90%。",
    ],
)
def test_paid_is_spent(sentence: str) -> None:
    assert lines("全年预算200万元。", sentence)["全年预算 *"]["executed"] == "180 wan"


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("下达资金200万元，已拨付180万元，资金执行率90%。", {"executed": "180 wan", "execution_rate": "90 percent"}),
        (
            "下达资金200万元，累计拨付资金180万元，资金支付率90%。",
            {"executed": "180 wan", "execution_rate": "90 percent"},
        ),
        ("下达资金200万元，已拨付200万元，执行率100%。", {"executed": "200 wan", "execution_rate": "100 percent"}),
        (
            "下达资金200万元，实际使用资金180万元，资金使用率90%。",
            {"executed": "180 wan", "execution_rate": "90 percent"},
        ),
        ("下达资金200万元，执行率100%。", {"execution_rate": "100 percent"}),
        ("下达资金200万元，已拨付180万元，资金拨付率90%。", {}),
        ("下达资金200万元，已拨付180万元，设备使用率90%。", {}),
        ("下达资金200万元，财政已拨付180万元，资金使用率90%。", {}),
        ("下达资金200万元，省财政厅拨付180万元，资金使用率90%。", {}),
        ("下达资金200万元，已拨付180万元，执行率95%。", {"execution_rate": "95 percent"}),
        (
            "下达资金200万元，已拨付乡镇190万元，支出180万元，执行率90%。",
            {"executed": "180 wan", "execution_rate": "90 percent"},
        ),
    ],
)
def test_what_was_handed_out_is_spent_where_the_rate_says_so(sentence: str, whole: dict[str, str]) -> None:
    assert lines(sentence)["下达资金 *"] == {"appropriated": "200 wan"} | whole


@pytest.mark.parametrize(
    "rate",
    [
        "占资金总额的95%",
        "占到位资金的95%",
        "为预算的95%",
        "资金兑付率95%",
        "支付比例95%",
        "执行进度为95%",
        "综合支付率95%",
        "完成率95%",
        "预算完成率95%",
    ],
)
def test_a_rate_right_behind_spending_is_of_the_budget_if_it_is_its_share(rate: str) -> None:
    figures = {"appropriated": "200 wan", "executed": "190 wan"}
    assert lines(f"下达资金200万元，实际支出190万元，{rate}。") == {
        "下达资金 *": figures | {"execution_rate": "95 percent"}
    }
    assert lines(f"下达资金200万元，实际支出180万元，{rate}。") == {
        "下达资金 *": {"appropriated": "200 wan", "executed": "180 wan"}
    }


def test_a_rate_behind_the_budget_of_what_was_spent() -> None:
    (line,) = lines("校舍维修支出190万元，预算200万元，完成率95%。").values()
    assert line == {"annual_budget": "200 wan", "executed": "190 wan", "execution_rate": "95 percent"}


@pytest.mark.parametrize(
    "sentence",
    [
        "实际支出200万元，完成率100%。",
        "实际支出190万元，维修校舍19所，任务完成率95%。",
        "实际支出190万元，占全县教育支出的95%。",
        "实际支出190万元，工程款兑付率95%。",
        "实际支出190万元，收入预算完成率95%。",
    ],
)
def test_a_rate_behind_spending_that_may_be_of_something_else(sentence: str) -> None:
    (line,) = lines(f"下达资金200万元。{sentence}").values()
    assert "execution_rate" not in line


@pytest.mark.parametrize("paid", ["已报账", "已付", "兑现资金", "累计兑现", "报账资金"])
def test_other_words_for_paying(paid: str) -> None:
    assert lines(f"下达资金200万元，{paid}180万元。") == {
        "下达资金 *": {"appropriated": "200 wan", "executed": "180 wan"}
    }


@pytest.mark.parametrize("owed", ["待报账", "应付", "未兑现资金", "未付", "已付设备款"])
def test_what_is_owed_or_paid_for_one_thing_is_not_all_that_was_spent(owed: str) -> None:
    assert lines(f"下达资金200万元，{owed}180万元。") == {"下达资金 *": {"appropriated": "200 wan"}}


def test_money_handed_to_the_unit_is_not_spent_for_its_rate_alone() -> None:
    assert lines("县财政拨付资金200万元，执行率100%。")["县财政拨付资金 *"] == {
        "appropriated": "200 wan",
        "execution_rate": "100 percent",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "已支付工程款180万元，支付率95%。",
        "已支付工程款180万元，工程款支付率90%。",
        "一标段已支付工程款80万元，支付率40%；二标段已支付工程款100万元，支付率50%。",
        "按合同约定已支付首付款60万元。",
        "第一笔按合同支付60万元，第二笔按合同支付100万元。",
        "按合同应支付尾款20万元。",
        "合同约定支付180万元。",
    ],
)
def test_one_payment_of_several_is_not_what_was_spent(sentence: str) -> None:
    assert lines("全年预算200万元。", sentence) == {"全年预算 *": {"annual_budget": "200 wan"}}


DEPARTMENT = "东山县教育局2023年度部门整体支出绩效自评报告"
THREE_PUBLIC = {"annual_budget": "15 wan", "executed": "12.6 wan"}


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("决算总支出2300万元。其中“三公”经费预算15万元，实际支出12.6万元，控制率84%。", {"executed": "2300 wan"}),
        ("部门预算2400万元，其中“三公”经费预算15万元，实际支出12.6万元。", {"annual_budget": "2400 wan"}),
    ],
)
def test_spending_behind_the_budget_of_a_part_is_of_that_part(sentence: str, whole: dict[str, str]) -> None:
    found = money(extracted(DEPARTMENT, sentence))
    assert found.pop("“三公”经费") == THREE_PUBLIC
    assert list(found.values()) == [whole]


def test_spending_behind_a_part_that_is_the_whole_s() -> None:
    found = money(extracted(DEPARTMENT, "部门预算2400万元，其中“三公”经费预算15万元，实际支出2300万元。"))
    assert found == {
        "部门预算 *": {"annual_budget": "2400 wan", "executed": "2300 wan"},
        "“三公”经费": {"annual_budget": "15 wan"},
    }
    assert lines("下达资金240万元，其中上级资金200万元，实际支出190万元，支出率79.17%。")["下达资金 *"] == {
        "appropriated": "240 wan",
        "executed": "190 wan",
        "execution_rate": "79.17 percent",
    }


@pytest.mark.parametrize(
    "part", ["（其中上年结转支出50万元）", "（含上年结转支出50万元）", "，其中：上年结转支出50万元"]
)
def test_spending_from_what_was_carried_over_is_a_part(part: str) -> None:
    found = extracted(PROJECT, f"全年预算200万元。实际支出180万元{part}。")
    assert money(found) == {
        "全年预算 *": {"annual_budget": "200 wan", "executed": "180 wan"},
        "上年结转": {"executed": "50 wan"},
    }
    assert found.notices == []


def test_what_a_budget_or_spending_leaves_is_no_part() -> None:
    found = lines("全年预算200万元。实际支出180万元（结余20万元）。")
    assert found == {"全年预算 *": {"annual_budget": "200 wan", "executed": "180 wan"}}


def test_what_was_left_and_is_handed_on_is_not_left_over() -> None:
    def left(sentence: str) -> list[str]:
        found = extracted(PROJECT, "全年预算200万元。", sentence)
        return [amount.value_text for amount in found.amounts if amount.measure == "carryover"]

    assert left("考核后将剩余的清算资金20万元分配到位。") == []
    assert left("剩余资金20万元，分配到下年使用。") == ["20"]
    assert left("年末结转20万元。") == ["20"]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("执行率80%（含）-90%计8分。", "other_rate"),
        ("执行率90%-95%计8分。", "other_rate"),
        ("支付进度：春节前下达全部专项资金的50%。", "other_rate"),
        ("支付进度春节前下达全部专项资金的50%。", "other_rate"),
        ("执行率95%（含结转）。", "execution_rate"),
        ("支付进度占下达资金的95%。", "execution_rate"),
    ],
)
def test_rates_of_rules_and_of_results(sentence: str, measure: str) -> None:
    found = extracted(PROJECT, "全年预算200万元。", sentence)
    assert [amount.measure for amount in found.amounts if amount.unit == "percent"] == [measure]


LATER = {"executed": "180 wan", "execution_rate": "90 percent"}


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("截至2024年5月底，项目支出180万元，预算执行率为90%。", LATER),
        ("截至2024年5月31日，项目累计支出180万元，执行率90%。", LATER),
        ("截至2023年7月底，项目支出180万元，预算执行率为90%。", {}),
        ("截至2024年5月底，项目支出180万元，预算执行率为95%。", {}),
        ("截至2024年5月底，项目支出180万元。", {}),
        ("全年支出170万元。截至2024年5月底，项目支出180万元，预算执行率为90%。", {"executed": "170 wan"}),
    ],
)
def test_what_an_evaluation_finds_spent_after_the_year(sentence: str, whole: dict[str, str]) -> None:
    assert lines("2023年项目预算200万元。", sentence)["项目预算 *"] == {"annual_budget": "200 wan"} | whole


@pytest.mark.parametrize(
    "sentence",
    [
        "项目资金共200万元，完成拨付190万元，执行率95%。",
        "项目总资金200万元，截至年底拨付190万元，预算执行率为95%。",
        "资金共计200万元，支付190万元，执行率95.00%。",
    ],
)
def test_an_amount_without_a_name_of_which_the_rate_says_what_was_spent(sentence: str) -> None:
    found = extracted("青石县水利局2023年度河道清淤项目绩效自评报告", sentence)
    [line] = money(found).values()
    assert (line["appropriated"], line["executed"]) == ("200 wan", "190 wan")
    assert line["execution_rate"].startswith("95")
    assert not found.notices


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("项目资金共200万元，完成拨付190万元，执行率90%。", ["200", "190"]),
        ("项目资金共200万元，支付190万元，执行率90%。", ["200"]),
    ],
)
def test_amounts_that_the_rate_does_not_fit_are_told(sentence: str, told: list[str]) -> None:
    found = extracted("青石县水利局2023年度河道清淤项目绩效自评报告", sentence)
    assert not [amount for amount in found.amounts if amount.measure == "appropriated"]
    assert doubted(found) == told


@pytest.mark.parametrize(
    ("sentence", "measures", "told"),
    [
        ("项目资金共200万元，完成拨付190万元。", ["other_amount", "other_amount"], ["200", "190"]),
        (
            "项目资金共200万元，已拨付各乡镇190万元，支出180万元。",
            ["other_amount", "other_amount", "executed"],
            ["200", "190"],
        ),
        (
            "项目资金共200万元，其中中央资金150万元，完成拨付190万元。",
            ["appropriated", "appropriated", "other_amount"],
            ["190"],
        ),
        ("项目资金共200万元，省财政拨付190万元。", ["other_amount", "appropriated"], []),
        ("全年预算200万元，完成拨付190万元。", ["annual_budget", "appropriated"], []),
    ],
)
def test_what_was_handed_out_of_an_amount_without_a_name_is_no_budget(
    sentence: str, measures: list[str], told: list[str]
) -> None:
    found = extracted("青石县水利局2023年度河道清淤项目绩效自评报告", sentence)
    assert [amount.measure for amount in found.amounts] == measures
    assert doubted(found) == told


def test_what_was_handed_out_behind_one_part_is_of_the_whole() -> None:
    sentence = "项目资金共200万元，其中中央资金150万元，完成拨付190万元，执行率95%。"
    found = extracted("青石县水利局2023年度河道清淤项目绩效自评报告", sentence)
    assert list(money(found).values()) == [
        {"appropriated": "200 wan", "executed": "190 wan", "execution_rate": "95 percent"},
        {"appropriated": "150 wan"},
    ]


def test_all_of_an_amount_without_a_name_was_spent() -> None:
    found = extracted(
        "青石县水利局2023年度河道清淤项目绩效自评报告", "项目资金共200万元，完成拨付200万元，执行率100%。"
    )
    [line] = money(found).values()
    assert line == {"appropriated": "200 wan", "executed": "200 wan", "execution_rate": "100 percent"}


def test_an_amount_without_a_name_before_its_parts() -> None:
    sentences = "项目资金共200万元，其中：中央150万元，省级50万元。完成拨付190万元，执行率95%。"
    found = extracted("青石县水利局2023年度河道清淤项目绩效自评报告", sentences)
    [whole, *parts] = money(found).values()
    assert whole == {"appropriated": "200 wan", "executed": "190 wan", "execution_rate": "95 percent"}
    assert parts == [{"appropriated": "150 wan"}, {"appropriated": "50 wan"}]
    assert not found.notices


def test_of_two_years_the_report_s_own_counts() -> None:
    sentences = "2022年资金共200万元，拨付190万元，执行率95%。2023年资金共300万元，拨付270万元，执行率90%。"
    found = extracted("青石县水利局2023年度河道清淤项目绩效自评报告", sentences)
    [line] = money(found).values()
    assert line == {"appropriated": "300 wan", "executed": "270 wan", "execution_rate": "90 percent"}


def test_an_amount_without_a_name_beside_a_budget_is_none() -> None:
    found = extracted(
        "青石县水利局2023年度河道清淤项目绩效自评报告",
        "年初预算180万元。项目资金共200万元，支付190万元，执行率95%。",
    )
    assert {amount.measure: amount.value_text for amount in found.amounts} == {
        "initial_budget": "180",
        "other_amount": "200",
        "executed": "190",
        "execution_rate": "95",
    }


@pytest.mark.parametrize("area", ["", "全县", "全乡", "2023年全区"])
@pytest.mark.parametrize("spent", ["共完成发放补助资金", "共支出", "共支出校舍维修资金"])
def test_what_all_of_the_writer_s_division_spent(area: str, spent: str) -> None:
    spending = {"appropriated": "246.2 wan", "executed": "141.8 wan"}
    assert list(lines("共下达补助资金246.2万元。", f"{area}{spent}141.8万元。").values()) == [spending]


def test_a_division_that_spent_more_than_the_budget_is_another_s() -> None:
    found = extracted(PROJECT, "共下达补助资金246.2万元。", "全省共支出校舍维修资金1418万元。")
    assert list(money(found).values()) == [{"appropriated": "246.2 wan"}]
    assert [notice.detail.partition("：")[2] for notice in found.notices] == ["1418"]


def test_spending_of_a_transfer_is_of_grants() -> None:
    found = extracted(
        "某市危房改造转移支付2022年度绩效自评报告", "年初预算安排300.7万元。", "发放补助资金为278.8万元。"
    )
    assert list(money(found).values()) == [{"initial_budget": "300.7 wan", "executed": "278.8 wan"}]


def test_grants_beside_a_budget_of_other_money_are_not_its_spending() -> None:
    assert lines("项目预算300万元。", "发放补贴20万元。") == {"项目预算 *": {"annual_budget": "300 wan"}}


@pytest.mark.parametrize(
    "spent",
    ["发放补贴20万元。", "支付东校区工程款20万元。", "支付设备款20万元。"],
)
def test_spending_on_something_is_told_where_none_of_the_whole_is_known(spent: str) -> None:
    told = "无法判断是否为全部支出 / whether this is all that was spent cannot be told：20"
    found = extracted(PROJECT, "项目预算300万元。", spent)
    assert money(found) == {"项目预算 *": {"annual_budget": "300 wan"}}
    assert [notice.detail for notice in found.notices] == [told]
    assert not extracted(PROJECT, "项目预算300万元，实际支出280万元。", spent).notices
    assert not extracted(PROJECT, "项目预算300万元。", f"2022年{spent}").notices


@pytest.mark.parametrize("labels", ["预算/执行：", "预算数／执行数为", "全年预算/实际支出: "])
@pytest.mark.parametrize("figures", ["120万元/118万元", "120万元 ／ 118万元"])
def test_two_labels_before_two_figures(labels: str, figures: str) -> None:
    assert list(lines(f"{labels}{figures}。").values()) == [{"annual_budget": "120 wan", "executed": "118 wan"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县教育局/财政局预算120万元，支出118万元。", {"annual_budget": "120 wan", "executed": "118 wan"}),
        ("预算120万元/支出118万元。", {"annual_budget": "120 wan", "executed": "118 wan"}),
    ],
)
def test_slashes_that_part_other_words(text: str, expected: dict[str, str]) -> None:
    assert list(lines(text).values()) == [expected]


@pytest.mark.parametrize("cost", ["培训费预算20万元，仅支出10万元", "设备购置支出10万元"])
def test_a_rate_behind_another_amount_than_the_whole_s_spending_is_not_the_whole_s(cost: str) -> None:
    found = extracted(PROJECT, f"预算300万元，支出280万元。存在问题：{cost}，执行率50%。")
    assert money(found) == {"预算 *": {"annual_budget": "300 wan", "executed": "280 wan"}}
    assert any(notice.detail.endswith("：50") for notice in found.notices)


@pytest.mark.parametrize("spent", ["支出280万元", "支出2800000元", "支出2800123.45元", "支出280.01万元"])
def test_a_rate_behind_the_whole_s_spending_told_again_is_the_whole_s(spent: str) -> None:
    found = money(extracted(PROJECT, f"预算300万元，支出280万元。截至年底{spent}，执行率93.33%。"))
    assert found["预算 *"]["execution_rate"] == "93.33 percent"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("年初预算/全年预算/全年执行：110万元/120万元/118万元。", ["110 wan", "120 wan", "118 wan"]),
        ("预算/支出分别为120万元/118万元。", [None, "120 wan", "118 wan"]),
        ("执行率=执行数/预算数=118万元/120万元=98.33%。", [None, "120 wan", "118 wan"]),
        ("预算执行率（实际支出/预算）为118万元/120万元。", [None, "120 wan", "118 wan"]),
    ],
)
def test_labels_before_as_many_figures(text: str, cells: list[str | None]) -> None:
    [line] = lines(text).values()
    assert [line.get(measure) for measure in ("initial_budget", "annual_budget", "executed")] == cells


def test_a_rate_among_labels_before_figures() -> None:
    cells = {"annual_budget": "120 wan", "executed": "118 wan", "execution_rate": "98.33 percent"}
    assert list(lines("预算数/执行数/执行率：120万元/118万元/98.33%。").values()) == [cells]


def test_more_labels_than_figures_name_none() -> None:
    assert lines("预算/执行/结余：120万元/118万元。全年预算300万元。") == {"全年预算 *": {"annual_budget": "300 wan"}}


@pytest.mark.parametrize(
    "spent",
    [
        "支出近280万元",
        "支出 ②280万元",
        "支出约280万元",
        "支出逾280万元",
        "通过一卡通支出280万元",
        "通过竞争性磋商方式支出280万元",
    ],
)
def test_words_of_size_and_manner_name_nothing_that_money_was_spent_on(spent: str) -> None:
    found = extracted(PROJECT, f"项目预算300万元，{spent}。")
    assert list(money(found).values()) == [{"annual_budget": "300 wan", "executed": "280 wan"}]


def test_a_way_of_payment_names_no_project() -> None:
    found = extracted("东山县2023年耕地补贴绩效自评报告", "下达补贴资金300万元，通过一卡通发放补贴资金280万元。")
    assert list(money(found).values()) == [{"appropriated": "300 wan", "executed": "280 wan"}]


@pytest.mark.parametrize("who", ["西校区", "第一小学", "县本级", "河东镇", "学生救助"])
def test_what_another_place_or_unit_spent_is_not_the_whole_s(who: str) -> None:
    whole = {"annual_budget": "100 wan"}
    for text in (f"项目预算100万元。{who}支出20万元。", f"{who}支出20万元。项目预算100万元。"):
        found = extracted(PROJECT, text)
        assert list(money(found).values()) == [whole]
        assert doubted(found) == ["20"]
    rated = money(extracted(PROJECT, f"项目预算100万元，支出95万元。{who}支出20万元，执行率90%。"))
    assert list(rated.values()) == [whole | {"executed": "95 wan"}]


@pytest.mark.parametrize("who", ["我校", "学校", "单位", "东山县", "县教育局", "校舍维修", "国库", "我镇", "全镇"])
def test_what_the_writer_spent_is_the_whole_s(who: str) -> None:
    spent = {"annual_budget": "100 wan", "executed": "20 wan"}
    assert list(money(extracted(PROJECT, f"项目预算100万元，{who}支出20万元。")).values()) == [spent]


RELIEF = "东山县民政局2023年社会救助项目支出绩效自评报告"


@pytest.mark.parametrize("what", ["临时救助", "特困救助", "城乡低保救助"])
def test_a_thing_of_the_same_kind_as_the_project_is_another(what: str) -> None:
    for text in (f"{what}支出120万元，救助356人次。", f"项目预算900万元。{what}支出120万元。"):
        found = extracted(RELIEF, text)
        assert not any("executed" in figures for figures in money(found).values())
        assert doubted(found)[-1:] == ["120"]
    found = extracted(RELIEF, f"项目预算900万元。{what}支出120万元。社会救助支出870万元。")
    assert list(money(found).values()) == [{"annual_budget": "900 wan", "executed": "870 wan"}]


@pytest.mark.parametrize("what", ["社会救助", "救助", "全县社会救助", "困难群众社会救助", "社会救助服务专项"])
def test_the_project_by_its_own_name(what: str) -> None:
    found = extracted(RELIEF, f"项目预算900万元。{what}支出870万元。")
    assert list(money(found).values()) == [{"annual_budget": "900 wan", "executed": "870 wan"}]


def test_a_thing_of_the_kind_on_which_all_was_spent() -> None:
    for text in ("项目预算900万元。临时救助累计支出870万元。", "项目预算900万元。临时救助支出900万元。"):
        assert "executed" in next(iter(money(extracted(RELIEF, text)).values()))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("本项目总资金160万元，资金执行率达100%。", {"execution_rate": "100 percent"}),
        ("维修补助资金全年共160万元，当年未使用，预算执行率0%。", {"execution_rate": "0 percent"}),
        (
            "项目资金投入合计160万元，由县级安排。资金使用158万元，资金使用率98.75%。",
            {"executed": "158 wan", "execution_rate": "98.75 percent"},
        ),
    ],
)
def test_the_only_amount_beside_a_rate_or_spending_is_the_whole(text: str, figures: dict[str, str]) -> None:
    assert list(lines(text).values()) == [{"appropriated": "160 wan"} | figures]


@pytest.mark.parametrize(
    "text",
    [
        "合同价160万元，资金执行率100%。",
        "受益师生工资160万元，执行率100%。",
        "项目总资金160万元，其他资金20万元，执行率100%。",
        "项目总投资160万元，执行率100%。",
    ],
)
def test_another_amount_beside_a_rate_is_none(text: str) -> None:
    assert lines(text) == {}
